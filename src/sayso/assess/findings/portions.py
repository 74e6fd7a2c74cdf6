"""Figures that a page itself adds up to another one: parts, that no count of the whole can conflict with."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assess.counted_things import CountedThing
from sayso.assess.fates import ANYBODY
from sayso.assess.figure_rows import Stretch, Try, stretches
from sayso.assess.figures import ODD
from sayso.assess.findings.balances import balances
from sayso.assess.passages import Passage, passages
from sayso.assess.pile import Pile
from sayso.assess.skeleton import Skeleton, skeleton
from sayso.assess.tolls import Toll
from sayso.model import Span

Row = tuple[Passage, Skeleton, Stretch, list[Try]]


def tried(pile: Pile, document: str) -> list[Row]:
    """The sentences of a page with figures, and what comes out in each better than chance."""
    key = ("sums tried", document)
    if key not in pile.memory:
        page = [(p, skeleton(p)) for p in passages(pile.documents[document])]
        pile.memory[key] = [(p, k, x, balances(x)) for p, k, x in stretches(page)]
    found: list[Row] = pile.memory[key]
    return found


def portions(pile: Pile, document: str) -> Sequence[tuple[Span, float]]:
    """The figures of a page that make up another one, there or, side by side, on another page.

    "23 died: 16 in the mill and seven in hospital"; "16 died in the mill and seven in hospital" beside it.
    """
    key = ("portions", document)
    if key not in pile.memory:
        own = {(f.span, f.value) for t in added(pile, document) for f in t.others}
        for _, k, *_ in tried(pile, document):
            values = {f.value for f in k.figures}
            known = frozenset().union(*(row for row in rows(pile) if row <= values))
            own |= {(f.span, f.value) for f in k.figures if f.value in known}
        pile.memory[key] = tuple(sorted(own))
    found: Sequence[tuple[Span, float]] = pile.memory[key]
    return found


def added(pile: Pile, document: str) -> list[Try]:
    """The totals of a page whose parts it tells."""
    return [t for *_, tries in tried(pile, document) for t in tries if " + " in t.words and len(t.others) > 1]


def rows(pile: Pile) -> frozenset[frozenset[float]]:
    """The figures that some page of the pile adds up, row by row; rows of small figures meet by chance."""
    key = ("rows added up", "")
    if key not in pile.memory:
        sums = (frozenset(f.value for f in t.others) for d in sorted(pile.documents) for t in added(pile, d))
        pile.memory[key] = frozenset(row for row in sums if max(row) >= ODD)
    found: frozenset[frozenset[float]] = pile.memory[key]
    return found


def is_part(pile: Pile, t: Toll, beside: Sequence[Toll] = ()) -> bool:
    """Whether a count of people at large is one of the parts that its page adds up.

    Nine killed and 21 hurt are parts of the 30 to whom something happened, but all of the killed and all of the hurt: ``beside``
    are the other counts of the telling.
    """
    s = t.statement
    parts = [value for at, value in portions(pile, s.document) if s.span.holds(at)]
    other = any(x.people and x.thing != t.thing and (x.low in parts or x.high in parts) for x in beside)
    return t.people and not t.whom and not other and (t.low in parts or t.high in parts)


def of_whole(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether one of two figures is a part that its page adds up, and the other counts no such part by its noun."""
    parts = [any(at.overlaps(t.span) for at, _ in portions(pile, t.statement.document)) for t in (a, b)]
    return any(parts) and not (a.head == b.head and a.head not in ANYBODY)
