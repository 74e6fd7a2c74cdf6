"""The coder's sheet as a table, as JSON, and as text to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from sayso.sheet import NAMES, Incident, Passage, Value
from sayso.show.exports.characters import cell, json_bytes

NOTHING = "No incident: no page tells of killed or injured with a figure.\n"
READ = ("event_words", "actors", "parts", "source_original", "denials", "notes")
"""Columns of the text form, beneath date, place and figures."""


def table(sheet: Sequence[Incident]) -> str:
    """CSV; several values of a cell are joined by "; ", and the last column says for each cell where it was taken from."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*NAMES, "evidence"))
    for row in sheet:
        evidence = " | ".join(f"{n}: {'; '.join(map(_spot, row.cells[n].evidence))}" for n in NAMES if row.cells[n].evidence)
        writer.writerow([_field(row.cells[n].value) for n in NAMES] + [cell(evidence)])
    return out.getvalue()


def records(sheet: Sequence[Incident]) -> str:
    """JSON: each cell with its value, why it is this one, and its passages."""
    rows = [{n: _cell(row, n) for n in NAMES} for row in sheet]
    return json_bytes({"incidents": rows}).decode()


def text(sheet: Sequence[Incident]) -> str:
    """A short block for each incident."""
    return "\n".join(map(_block, sheet)) or NOTHING


MAKERS: dict[str, Callable[[Sequence[Incident]], str]] = {"csv": table, "json": records, "text": text}


def _spot(p: Passage) -> str:
    return f"{p.statement or 'page'} {p.document}[{p.span.start}:{p.span.end}] “{' '.join(p.words.split())}”"


def _field(value: Value) -> str:
    """A value for a spreadsheet. A number stays one, also below zero (a longitude)."""
    return str(value) if isinstance(value, int | float) else cell(_plain(value))


def _plain(value: Value) -> str:
    return "" if value is None else "; ".join(value) if isinstance(value, tuple) else str(value)


def _cell(row: Incident, name: str) -> dict[str, Any]:
    at = row.cells[name]
    value = list(at.value) if isinstance(at.value, tuple) else at.value
    passages = [
        {"statement": p.statement, "document": p.document, "span": [p.span.start, p.span.end], "words": p.words}
        for p in at.evidence
    ]
    return {"value": value, "why": at.why, "evidence": passages}


def _block(row: Incident) -> str:
    at = {n: " ".join(_plain(row.cells[n].value).split()) for n in NAMES}
    days = at["event_date"] or " to ".join(filter(None, (at["date_start"], at["date_end"])))
    if not at["date_start"] and at["date_end"]:
        days = f"not after {at['date_end']}"
    lines = [f"{days or 'no day told'} · {at['location'] or 'no place told'} · {row.id}"]
    for label, best, low, high in (
        ("killed", "best", "low", "high"),
        ("injured", "injured_best", "injured_low", "injured_high"),
        ("killed or injured", "", "casualties_low", "casualties_high"),
    ):
        if at[low] or at[high]:
            lines.append(f"  {label}: best {at.get(best) or '–'}, low {at[low] or '–'}, high {at[high] or '–'}")
    lines += [f"  {n.replace('_', ' ')}: {at[n]}" for n in READ if at[n]]
    lines.append(f"  pages: {at['number_of_sources']}, origins: {at['origins_low']} to {at['origins_high']}")
    return "\n".join(lines) + "\n"
