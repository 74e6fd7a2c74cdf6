"""How a rule on the skeleton of a sentence gives its verdict."""

from __future__ import annotations

from sayso.assess.passages import Sum
from sayso.assess.skeleton import Figure


def verdict(s: Figure, words: str, *, right: bool, should: str, rule: str = "sum_wrong") -> Sum:
    """The sum as right, or wrong with what it should be."""
    if right:
        return Sum("sum_right", s.amount(), (), f"The figures agree: {words}.")
    return Sum(rule, s.amount(), (), f"The figures do not agree: {words}.", should)  # type: ignore[arg-type]


def exact(*figures: Figure) -> bool:
    """Whether all are above zero and none is "about" or "over" so many."""
    return all(f.value > 0 and not f.loose and not f.bound for f in figures)
