"""Remarks on a figure that a page has added up from another's that do not add up: a part to its whole, one fate to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.assess.counterparts import Tie, tied
from sayso.assess.figured import on_page
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.taken import Cell, cells, exact, fits, found_before, people
from sayso.assess.pile import Pile
from sayso.assess.tolls import CASUALTIES
from sayso.model import Finding

LEAST = 20  # smaller sums come out by chance; own choice
FEW = 4  # sums of two figures of one sentence, smaller ones of which come out by chance; own choice
PARTS, MOST = 4, 10  # figures of one sum, and figures of a page among which a whole is looked for


def added_up(pile: Pile) -> Iterator[Finding]:
    """A new figure is the sum of two that the followed page keeps apart.

    What: a page follows another and has a figure that is not there; it is a total of that page with some of the total's own parts
    added once more, or people whom one thing befell with those whom another did, told as one. Where one sentence has both figures
    and the sum counts "casualties", the two pages need only tell one claim.

    Why it matters: 90 jobs of which 40 in one town are not 130, nine dead and 31 missing are not 40 dead, and of "40 casualties"
    nobody can tell how many died.

    Not when: the figure is small, the followed page has it, or its parts do not come to their total.

    Example (fiction): "90 posts go: 40 in Ostmar, 50 in Westmar" becomes "130 posts go".
    """
    done: set[tuple[str, float]] = set()
    for tie in tied(pile):
        there = on_page(pile, tie.earlier)
        new = [c for c in cells(pile, tie.later) if c.number >= FEW and (c.figure.low, c.figure.high) not in there]
        new.sort(key=lambda c: (c.headline, c.statement.span))
        for y in new:
            if (tie.later, y.number) in done or found_before(pile, y, befell=True):
                continue
            found = next(fates(pile, tie, y), None)
            if found is None and tie.kind == "derived" and y.number >= LEAST:
                found = next(wholes(pile, tie, y), None)
            if found is None:
                continue
            done.add((tie.later, y.number))
            row, why = found
            sum_ = " + ".join(c.figure.words for c in row)
            yield remark(
                "number_changed",
                of(pile, *{c.statement.id: c.statement for c in row}.values(), y.statement),
                f"“{y.figure.words}” in {pile.page(tie.later)} is {sum_} of {pile.page(tie.earlier)}, {why} ({tie.words}).",
                claim=pile.claim_of.get(y.statement.id),
                change=(sum_, y.figure.words),
                limits="Overturned if the later page had a count of its own.",
            )


Row = tuple[Sequence[Cell], str]


def wholes(pile: Pile, tie: Tie, y: Cell) -> Iterator[Row]:
    """A total of the earlier page with some of its own parts once more."""
    row = list(
        {c.number: c for c in reversed(cells(pile, tie.earlier)) if c.number >= 1 and fits(c, y) and one_kind(c, y)}.values()
    )
    for whole in row if len(row) <= MOST and exact(y.number) else ():
        smaller = sorted((c for c in row if c.number < whole.number), key=lambda c: c.number)
        if not whole.number < y.number < 2 * whole.number:
            continue
        for n in range(2, PARTS + 1):
            for parts in combinations(smaller, n):
                if sum(c.number for c in parts) != whole.number:
                    continue
                for k in range(1, n):
                    for again in combinations(parts, k):
                        if whole.number + sum(c.number for c in again) == y.number:
                            yield (whole, *again), f"and {whole.figure.words} holds the rest already"


def fates(pile: Pile, tie: Tie, y: Cell) -> Iterator[Row]:
    """People whom two things befell, told as one: under one of the two fates, or as those whom anything befell."""
    row = [c for c in cells(pile, tie.earlier) if c.fate and not c.figure.measured] if y.fate and people(y) else []
    anything = y.figure.unit in CASUALTIES
    for a, b in combinations(row, 2):
        if a.fate == b.fate or a.number + b.number != y.number or not (anything or y.fate in (a.fate, b.fate)):
            continue
        together = a.statement.id == b.statement.id
        if (tie.kind == "derived" and (together or y.number >= LEAST)) or (together and anything):
            yield (a, b), f"{a.fate} and {b.fate}"


def one_kind(x: Cell, y: Cell) -> bool:
    """Whether two figures are measured in one unit, or counted both."""
    return x.figure.unit == y.figure.unit if x.figure.measured or y.figure.measured else True
