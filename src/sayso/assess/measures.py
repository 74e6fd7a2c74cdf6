"""The table of measures: what kind of size a unit behind a figure is, and how many of the basic unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.assess.wording import stem
from sayso.lexicon.tables import rows
from sayso.model import Quantity


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


# Of the first unit and the metric one a retelling puts it into: how many of the second make one; 48 km is the 30 miles of the page.
TO_METRIC = (("mile", "kilometre"), ("foot", "metre"), ("pound", "kilogram"), ("yard", "metre"))
NEARLY = 0.04  # the share by which rounding may move a figure that is put into other units; own choice


def converted(measure: Quantity, there: Sequence[Quantity]) -> bool:
    """Whether some of the figures of a page give a measure in other units."""
    metric = {(one, two): by_stem()[one][1] / by_stem()[two][1] for one, two in TO_METRIC}
    wanted = [(two, measure.low * rate) for (one, two), rate in metric.items() if one == measure.unit]
    wanted += [(one, measure.low / rate) for (one, two), rate in metric.items() if two == measure.unit]
    return any(q.unit == u and abs(q.low - value) <= NEARLY * value for u, value in wanted for q in there)
