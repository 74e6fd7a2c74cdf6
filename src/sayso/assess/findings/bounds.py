"""Remarks on a figure that a page takes from the one it follows and bounds otherwise, in whichever sentence it stands there."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.assess.figured import Figured, figured
from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile
from sayso.model import Finding, Statement

LEAST = 3  # smaller numbers stand for many things on one page; own choice


def bound_on_the_way(pile: Pile, shown: frozenset[tuple[str, ...]]) -> Iterator[Finding]:
    """An exact figure has become a bound, or a bound exact, though the two sentences tell different things besides.

    What: a page that names the one it follows has its number of one thing with "more than" or "up to", or without; neither page has
    the number in the other form as well.

    Why it matters: "seven vehicles" and "more than seven vehicles" are two counts.

    Not when: the number is small, a measure, or a remark of this kind on the two pages stands already (``shown``).

    Example (fiction): "burned seven carts" becomes "left more than seven carts in flames".
    """
    for (child, parent), step in sorted(pile.steps.items()):
        if not (step.directed and step.declared) or tuple(sorted((child, parent))) in shown:
            continue
        here, there = (counts(pile, d) for d in (child, parent))
        for key in sorted(set(here) & set(there)):
            one, two = there[key], here[key]
            if {f.high is None for _, f in one} & {f.high is None for _, f in two}:
                continue
            (a, x), (b, y) = one[0], two[0]
            yield remark(
                "bound_changed",
                of(pile, a, b),
                f"“{x.words}” ({key[1]}) in {pile.page(parent)} is “{y.words}” in {pile.page(child)} "
                f"({pile.page(child)} follows {pile.page(parent)}).",
                claim=pile.claim_of.get(b.id),
                change=(x.words, y.words),
                limits="Overturned if the later page had a count of its own.",
            )


def counts(pile: Pile, document: str) -> dict[tuple[float, str], list[tuple[Statement, Figured]]]:
    """The counted things of a page by number and unit."""
    out: dict[tuple[float, str], list[tuple[Statement, Figured]]] = {}
    for s in pile.by_document[document]:
        if not pile.furniture_holds(s) and s.stance in ("assert", "report", "doubt"):
            for f in figured(pile, s):
                if f.unit and not f.measured and not f.approximate and f.low >= LEAST and f.high in (None, f.low):
                    out.setdefault((f.low, f.unit), []).append((s, f))
    return out
