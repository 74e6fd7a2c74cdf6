"""The table of measures: what kind of size a unit behind a figure is, and how many of the basic unit."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.wording import stem
from sayso.lexicon.tables import rows


def _known() -> list[tuple[str, str, float]]:
    return [(w.strip(), str(r["kind"]), float(r["factor"])) for r in rows("measures") for w in str(r["words"]).split(",")]


@cache
def by_stem() -> dict[str, tuple[str, float]]:
    """Units of one word, by word and stem: what they measure, and how many of the basic unit one of them is."""
    return {form: (kind, factor) for w, kind, factor in _known() if " " not in w for form in (w, stem(w))}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, float], ...]:
    """Patterns of units behind a figure, longest words first."""
    every = sorted(_known(), key=lambda row: (-len(row[0]), row[0]))
    return tuple(
        (re.compile(rf"[\s-]?{re.escape(w)}(?![\w/])(?!\s(?:per|an?)\s(?:second|hour)\b)", re.IGNORECASE), kind, f)
        for w, kind, f in every
    )


def measured(text: str, at: int, end: int) -> tuple[str, float, int] | None:
    """Kind of the unit behind a figure, how much one of it is, and where its word ends; None for no unit of the table."""
    for rx, kind, factor in _patterns():
        m = rx.match(text, at, end)
        if m is not None:
            return kind, factor, m.end()
    return None
