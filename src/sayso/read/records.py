"""Files of many pages: JSON Lines, a JSON array, CSV and TSV, with the keys url, title, date, text, outlet, language, byline."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sayso.read import headline, scan
from sayso.read.page import Declared, Page, Refusal
from sayso.text import dates, instants
from sayso.text.normal import HALVES

KEYS = {
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "date": ("date", "published", "date_publish", "pub_date"),
    "text": ("text",),
    "outlet": ("outlet", "source", "publisher"),
    "language": ("lang", "language"),
    "byline": ("author", "byline"),
}
"""Our key, and the names it may have in a record; ``--map ours=theirs`` puts another name before them."""


def json_line(raw: bytes, number: int, mapping: Mapping[str, str]) -> Page | Refusal:
    """The page of one line; a line that is no record is refused with its number."""
    text, degraded = scan.decode(raw, None)
    try:
        record = json.loads(text or "")
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        return Refusal(f"not a JSON record ({what}); correct or delete the line.", number)
    return _page(record, number, mapping, degraded)


def json_array(raw: bytes, mapping: Mapping[str, str]) -> Iterator[Page | Refusal]:
    """The records of one JSON document: an array of them, or a single one."""
    text, degraded = scan.decode(raw, None)
    try:
        found = json.loads(text or "")
    except (ValueError, RecursionError):
        yield Refusal("neither one JSON document nor one JSON record a line; write one record a line and name the file .jsonl.")
        return
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        yield _page(record, number, mapping, degraded)


def table(raw: bytes, mapping: Mapping[str, str], name: str) -> Iterator[Page | Refusal]:
    """The rows of a CSV or TSV file whose first row names the columns."""
    text, degraded = scan.decode(raw, None)
    if text is None:
        yield Refusal("no encoding fits its bytes; save it as UTF-8 and run again.")
        return
    delimiter = (
        "\t"
        if name.lower().endswith(".tsv")
        else ";"
        if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",")
        else ","
    )
    csv.field_size_limit(2**31 - 1)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    wanted = {mapping.get("text", "text"), *KEYS["text"]}
    if not wanted & {str(f).strip() for f in rows.fieldnames or ()}:
        yield Refusal(
            f"no column named {mapping.get('text', 'text')!r}; name the column that holds the text with --map text=COLUMN."
        )
        return
    try:
        for row in rows:
            yield _page({str(k).strip(): v for k, v in row.items() if k is not None}, rows.line_num, mapping, degraded)
    except csv.Error as error:
        yield Refusal(f"the table breaks off here ({error}); repair the row.", rows.line_num)


def _page(record: Any, number: int, mapping: Mapping[str, str], degraded: tuple[str, ...]) -> Page | Refusal:
    if not isinstance(record, dict):
        return Refusal('not a record of named fields; write {"text": …} on each line.', number)
    got = {key: _field(record, key, mapping) for key in KEYS}
    text = got["text"]
    if text is None:
        named = mapping.get("text", "text")
        return Refusal(f"no {named!r} in this record; name the field that holds the text with --map text=FIELD.", number)
    if not text.strip():
        return Refusal("the text of this record is empty; nothing to read.", number)
    text = headline.over(got["title"], text)
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = HALVES.sub("\ufffd", text)
        degraded += ("half characters (lone surrogates) in the record; U+FFFD stands there",)
    date = instants.from_iso(got["date"]) if got["date"] else None
    if got["date"] and date is None:
        date = _spelled(got["date"])
    notes = degraded + ((f"date {got['date'][:40]!r} of the record not understood",) if got["date"] and date is None else ())
    return Page(
        text,
        hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        number,
        got["url"],
        got["title"],
        got["outlet"],
        "named in the record" if got["outlet"] else None,
        got["byline"],
        _tag(got["language"]),
        (Declared("feed", date),) if date else (),
        degraded=notes,
    )


def _field(record: Mapping[str, Any], key: str, mapping: Mapping[str, str]) -> str | None:
    for name in (mapping[key],) if key in mapping else KEYS[key]:
        value = record.get(name)
        if isinstance(value, str) and value:
            return value if key == "text" else value.strip() or None
        if key != "text" and isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if key == "text" and value == "":
            return value
    return None


def _tag(value: str | None) -> str | None:
    return value if value and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", value) else None


def _spelled(value: str) -> Any:
    """A date field in words ("17 Jun 2018 22:39", RFC 822), where it says one day without doubt."""
    try:
        moment = datetime.strptime(value, "%a, %d %b %Y %H:%M:%S %z")
    except ValueError:
        found = dates.expressions(value[:200], 0, min(len(value), 200))
        when = dates.resolve(found[0], None) if len(found) == 1 else None
        return when if when and when.start else None
    return instants.from_iso(moment.isoformat())
