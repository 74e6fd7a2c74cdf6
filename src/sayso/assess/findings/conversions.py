"""Remarks on one size told in two units: "48 metres, or 157 feet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.assess.arithmetic import decimals
from sayso.assess.findings.verdicts import verdict
from sayso.assess.measures import measured
from sayso.assess.passages import Passage, Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.model import Span

BESIDE = re.compile(
    r"\s?(?:[^\W\d_]+(?:\s[^\W\d_]+)?)?\s?(?:,|\(|–|—|/)\s?(?:(?:or|about|around|some|that is|equal to|which is|i\.e\.)\s){0,2}"
    r"|\s(?:or|equals?|is)\s(?:about\s)?",
    re.IGNORECASE,
)
# "at 40 metres, 3 miles off the coast" is no conversion.
SAME = re.compile(r"\(|\bor\b|\bequal|\bthat is\b|\bi\.e\.", re.IGNORECASE)
GROSS = 0.1  # off by more than so much is more than rounding; own choice
ROUND = 0.03  # a size is converted for readers, not for engineers; own choice


def converted(p: Passage, k: Skeleton) -> Iterator[Sum]:
    """One size in two units, side by side.

    What: two sizes of one kind in different units, the second in brackets or after a comma and "or". Within a thirtieth it is
    ``sum_right``, more than a tenth off ``sum_wrong``.

    Why it matters: a size that was converted wrongly travels in both forms.

    Not when: something else stands between the two, or the difference may be rounding.

    Example (fiction): "The mast is 48 metres (175 feet) high": it is 157.
    """
    for a, b in pairwise([f for f in k.figures if f.mark == "#"]):
        one, two = (measured(p.text, f.span.end, p.span.end) for f in (a, b))
        if one is None or two is None or one[0] != two[0] or one[1] == two[1] or not BESIDE.fullmatch(p.text, one[2], b.span.start):
            continue
        value = a.value * one[1] / two[1]
        off = abs(value - b.value)
        words = f"{number(a.value)}{_unit(p, a, one[2])} is {number(round(value, max(1, decimals(b.value))))}{_unit(p, b, two[2])}"
        if off <= max(ROUND * b.value, b.slack, 0.5 * 10 ** -decimals(b.value)):
            yield verdict(b, words, right=True, should="")
        elif (
            SAME.search(p.text, one[2], b.span.start)
            and off > GROSS * b.value + a.slack * one[1] / two[1] + b.slack
            and not (a.loose or a.bound or b.loose or b.bound)
        ):
            yield verdict(b, f"{words}, given {number(b.value)}", right=False, should=number(round(value, 1)))


def _unit(p: Passage, f: Figure, end: int) -> str:
    return f" {Span(f.span.end, end).of(p.text).strip(' -')}"
