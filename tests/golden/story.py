"""A golden story: its pages, what must be found in them, and what sayso finds (sayso/1 records), traced once per process.

Pages are named as in ``expected.json``: "3-daily-plinth.txt", or "pages.jsonl#3" for a record of JSON Lines.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import sayso.cli

GOLDEN = Path(__file__).parent
PAGES = Path(sayso.cli.__file__).parent / "stories"
MISSES = GOLDEN / "known_misses.txt"
Record = dict[str, Any]


def names() -> list[str]:
    return sorted(folder.parent.name for folder in GOLDEN.glob("*/story.toml"))


def facts(story: str) -> Record:
    """Title, licence, languages and a sentence about it."""
    return tomllib.loads((GOLDEN / story / "story.toml").read_text(encoding="utf-8"))


def expected(story: str) -> list[Record]:
    return json.loads((GOLDEN / story / "expected.json").read_text(encoding="utf-8"))


def known_misses() -> dict[str, str]:
    """What does not hold yet, by "story/check.aspect", with the reason."""
    rows = (line.split(None, 1) for line in MISSES.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#")
    return {row[0]: row[1].strip() if len(row) > 1 else "" for row in rows}


def raw(story: str, page: str) -> str:
    """The page as it was written, markup of HTML taken out in the plainest way: for checking the gold, not sayso."""
    name, _, line = page.partition("#")
    text = (PAGES / story / name).read_text(encoding="utf-8")
    if line:
        row = json.loads(text.splitlines()[int(line) - 1])
        return f"{row['title']}\n\n{row['text']}" if row["title"] not in row["text"] else row["text"]
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if name.endswith(".html") else text


def traced(story: str) -> Record:
    """The records of the whole story; of all of them for "". Each document gets ``page``, its name here."""
    report, error = _attempt(story)
    if error is not None:
        raise error
    return report


@cache
def _attempt(story: str) -> tuple[Record, Exception | None]:
    """The records, or why there are none; six hundred tests must not each try anew what fails."""
    try:
        return _traced(PAGES / story), None
    except Exception as error:
        return {}, error


def _traced(folder: Path) -> Record:
    from sayso.casebook import trace
    from sayso.show.records import records

    places = sorted(str(file) for file in folder.rglob("*") if file.suffix in {".txt", ".html", ".jsonl"})
    report = json.loads(json.dumps(records(trace(places))))
    for document in report["documents"]:
        document["page"] = document["place"].replace(str(folder), "").lstrip("/\\")
    return report


def document(report: Record, page: str) -> Record:
    found = [d for d in report["documents"] if d["page"] == page]
    assert found, f"{page} was not read; there are {sorted(d['page'] for d in report['documents'])}"
    return found[0]


def page_of(report: Record, ident: str | None) -> str:
    """The page with this document id; for an unseen text its name in brackets."""
    pages = {d["id"]: d["page"] for d in report["documents"]}
    unseen = {u["id"]: f"[{u['name']}, not in the pile]" for u in report["unseen"]}
    return pages.get(ident) or unseen.get(ident) or "?"


def place(text: str, quote: str) -> tuple[int, int]:
    """Where ``quote`` stands in ``text``; runs of white space count as one."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(pattern, text)
    assert found, f"sayso's text of the page does not hold “{quote}”"
    return found.span()
