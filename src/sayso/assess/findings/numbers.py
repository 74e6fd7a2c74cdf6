"""Remarks on figures that change, lose their bound or are left out on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.figures import Counted, comparable, counted, disjoint, written
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import alike, common
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import party_words, stem
from sayso.model import Finding


def number_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """A figure is another one.

    What: both tellings give one figure for the same thing, and the figures differ; a bound that comes or goes is ``bound_changed``.

    Why it matters: figures are what is quoted on.

    Not when: one telling gives several figures for it, or the later page is a later count by another source.

    Example (fiction): "up to 20 boats" becomes "20 boats", "12 boats" becomes "21 boats".
    """
    a, b = step.before, step.after
    left, right = counted(pile, a), counted(pile, b)
    for x in left:
        y = next((c for c in right if comparable(c, x) or akin_people(c, x)), None)
        if (
            y is None
            or alone(left, x) is False
            or alone(right, y) is False
            or same_figure(x, y)
            or any(same_figure(x, c) for c in right)
            or any(same_figure(y, c) for c in left)
            or (step.kind == "headline" and on_page(pile, a.document, y))
            or not (alike(pile, a, b, 0.4) or (ends(x) & ends(y) and common(pile, a, b)))
        ):
            continue
        wx, wy = written(pile, x), written(pile, y)
        p, q = x.quantity, y.quantity
        bound = {p.low, p.high} & {q.low, q.high} - {None, 0.0}
        if not bound and not disjoint(x, y):
            continue
        rule = "bound_changed" if bound else "number_changed"
        yield remark(
            rule,
            of(pile, a, b),
            f"“{wx}” in {where(pile, a)} is “{wy}” in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(wx, wy),
            limits="Overturned if the two count different things or times.",
        )


def ends(c: Counted) -> set[float]:
    """The numbers that bound a figure, open ends left out."""
    return {n for n in (c.quantity.low, c.quantity.high) if n}


def on_page(pile: Pile, document: str, c: Counted) -> bool:
    """Whether the text under a headline has the figure's digits or word as well."""
    text, headline = pile.documents[document].text, c.statement.span
    words = re.compile(rf"(?<!\w){re.escape(c.quantity.span.of(text))}(?!\w)", re.IGNORECASE)
    return words.search(text, headline.end) is not None


def akin_people(x: Counted, y: Counted) -> bool:
    """Whether two figures count people with one outcome, under whatever name; only used where one page follows the other."""
    one, two = (stem((c.quantity.unit.split() or [""])[-1]) for c in (x, y))
    return x.key == y.key and x.key.startswith("people") and {one, two} <= party_words("people")


def alone(row: tuple[Counted, ...], cell: Counted) -> bool:
    """Whether this is the telling's only figure for its thing."""
    return sum(c.key == cell.key for c in row) == 1


def same_figure(x: Counted, y: Counted) -> bool:
    """Whether two figures are one number with one bound."""
    return (x.quantity.low, x.quantity.high) == (y.quantity.low, y.quantity.high)


# Lengths of time and shares go with what they measure and are reworded freely.
SPANS = frozenset({"percent", "minute", "hour", "day", "week", "month", "year"})


def number_dropped(pile: Pile, step: Step) -> Iterator[Finding]:
    """One figure of several is left out.

    What: two tellings share a figure, or most of their words, and a further figure of the earlier one is on the later page nowhere.

    Why it matters: what is left out cannot be checked any more.

    Not when: the later telling is a headline, or the page gives the figure elsewhere.

    Example (fiction): "20 boats and five sheds burned" becomes "20 boats burned".
    """
    a, b = step.before, step.after
    if step.kind == "headline":
        return
    left, right = counted(pile, a), counted(pile, b)
    if not any(same_figure(x, y) for x in left for y in right) and not blurred(pile, step):
        return
    page = [c for s in pile.by_document[b.document] for c in counted(pile, s)]
    for x in left:
        if x.quantity.unit in SPANS or shown(pile, x, b.document) or any(same_figure(x, c) or c.key == x.key for c in page):
            continue
        words = written(pile, x)
        yield remark(
            "number_dropped",
            of(pile, a, b),
            f"“{words}” ({x.quantity.unit}) in {where(pile, a)} is not on the page of {pile.outlet(b.document)} ({step.tie}).",
            claim=step.claim.id,
            change=(words, None),
            limits="Overturned if the later page did not have it before it.",
        )


BLUR = re.compile(
    r"\b(?:a (?:large |small )?(?:number|group|handful) of|several|some|many|numerous)\s(?:\w+\s){0,2}?(\w+)", re.IGNORECASE
)


def blurred(pile: Pile, step: Step) -> bool:
    """Whether the later telling has "a number of" people in the place of the earlier one's only figure on people."""
    a, b = pile.told(step.before), pile.told(step.after)
    people = [c for c in counted(pile, step.before) if c.key.startswith("people")]
    hit = BLUR.search(b)
    if hit is None or len(people) != 1 or any(c.key.startswith("people") for c in counted(pile, step.after)):
        return False
    words = {stem(w) for w in hit.group().split()}
    return bool(words & party_words("people")) and alike(pile, step.before, step.after, 0.4) and BLUR.search(a) is None


def shown(pile: Pile, c: Counted, document: str) -> bool:
    """Whether the figure stands on a page in the same digits or word."""
    words = pile.words(c.statement.document, c.quantity.span)
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", pile.documents[document].text, re.IGNORECASE) is not None
