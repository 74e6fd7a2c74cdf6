"""Who else gives one of the figures that stand in conflict: tellings of its claim on pages that the remark does not show yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assess.counted_things import CountedThing
from sayso.assess.countings import countings
from sayso.assess.denials import same_source
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance
from sayso.assess.tolls import PART, Toll
from sayso.model import Statement

BEFORE = 40  # code points before a figure in which the words that bound it stand
OF_WHOLE = re.compile(r"\bof\s(?:(?:the|these|those|its|their|his|her|all)\s)?$", re.IGNORECASE)


def retellers(pile: Pile, row: Sequence[CountedThing]) -> list[Statement]:
    """The other pages' tellings of the claims of some figures that give the same, one a page: they stand on that side, too.

    Not one that tells of a part of the figure ("four of the 19"), nor of a party that has another figure in the row, nor of a page
    after all the others, which may tell how it was settled.
    """
    shown = {t.statement.document for t in row}
    out: dict[str, Statement] = {}
    for t in row:
        others = [x.statement for x in row if x.low != t.low]
        for s in beside(pile, t.statement):
            fits = s.document not in shown and own_stance(s) in PASSED_ON and not pile.headline(s) and gives(pile, s, t)
            last = all(pile.later(s.document, d) for d in shown)
            if fits and told_so(pile, s, t.statement) and not last and not any(same_source(pile, s, x) for x in others):
                out.setdefault(s.document, s)
    return list(out.values())


def told_so(pile: Pile, s: Statement, t: Statement) -> bool:
    """Whether two tellings of a figure are one party's, or one is told by nobody but its page."""
    return innermost(s) is None or innermost(t) is None or same_source(pile, s, t)


def gives(pile: Pile, s: Statement, t: CountedThing) -> bool:
    """Whether a telling gives a figure for the whole of what is counted."""
    text = pile.documents[s.document].text
    same = [q for q in s.quantities if (q.low, float("inf") if q.high is None else q.high) == (t.low, t.high)]
    whole = [q for q in same if OF_WHOLE.search(text[max(s.span.start, q.span.start - BEFORE) : q.span.start]) is None]
    return bool(whole) and PART.search(text[whole[0].span.end : s.span.end]) is None


def counted_too(pile: Pile, group: Sequence[Toll]) -> list[Statement]:
    """The first telling of each other page in the claims of some tolls that counts the same."""
    shown = {t.statement.document for t in group}
    out: dict[str, Statement] = {}
    for t in group:
        for s in beside(pile, t.statement):
            if s.document not in shown and any((c.thing, c.low, c.high) == (t.thing, t.low, t.high) for c in countings(pile, s)):
                out.setdefault(s.document, s)
    return list(out.values())


def beside(pile: Pile, s: Statement) -> Sequence[Statement]:
    """The tellings of a statement's claim, page by page."""
    claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
    return pile.tellings(claim) if claim is not None else ()
