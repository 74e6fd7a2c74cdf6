"""Remarks on what a party answered when it was asked, told otherwise on a page that follows: refusal, silence, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.counterparts import TIMES, tied, worded
from sayso.assess.denials import act
from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile, innermost
from sayso.model import Finding, Statement

REFUSED = re.compile(r"\b(?:declin\w+|refus\w+|would\snot|wouldn['’]t|had\sno\s(?:\w+\s)?comment)\b", re.IGNORECASE)
UNHEARD = re.compile(
    r"\b(?:(?:did|has|have|had)\s?(?:not|n['’]t)\s(?:\w+ly\s)?(?:respon\w+|repl\w+|answer\w*|return\w*)|no\s(?:reply|response|answer)"
    r"|(?:could|can)\s?(?:not|n['’]t)\s(?:\w+ly\s)?be\s(?:reached|contacted)|unreachable)\b",
    re.IGNORECASE,
)
WHETHER = re.compile(
    r"\b(?:would\snot|wouldn['’]t|did\snot|didn['’]t|declin\w+\sto|refus\w+\sto)\s(?:say|confirm|reveal|disclose|comment\son|tell)"
    r"\s(?:\w+\s){0,3}?(?:whether|if)\s(?P<what>[^.;:]{8,120})",
    re.IGNORECASE,
)
ASKED = frozenset({"official", "government", "organization", "person", "agency", "armed_group", "ngo"})
PART = 0.6  # share of what was asked that an answer must have in common with it; own choice


def answers_differ(pile: Pile) -> Iterator[Finding]:
    """A refusal becomes silence, or an answer a refusal.

    What: a page follows another. On the one a party declined to comment, on the other it did not answer; or the later page has a
    party that would not say whether something was so, and on the earlier one an office, a body or a person has said whether.

    Why it matters: who refuses was asked, who does not answer may not have been, and who has answered is told to hide something.

    Not when: the page has it the other way as well, or the two parties have no word of their names in common.

    Example (fiction): "the mill said that the boat was not overloaded" becomes "the mill would not say whether the boat was
    overloaded".
    """
    for tie in tied(pile):
        if tie.kind != "derived":
            continue
        one, two = ([s for s in pile.by_document[d] if not pile.headline(s) and not pile.furniture_holds(s)] for d in tie[:2])
        for a, b in (*ways(pile, one, two), *answered(pile, one, two)):
            yield remark(
                "denial_omitted" if act(pile, a) == "denied" or NEGATED.search(pile.told(a)) else "weakened",
                of(pile, a, b),
                f"{pile.page(tie.earlier)}: “{pile.text(a)}”; {pile.page(tie.later)}: “{pile.text(b)}” ({tie.words}).",
                claim=pile.claim_of.get(b.id),
                change=(pile.text(a), pile.text(b)),
                limits="Overturned if the party was asked anew.",
            )


NEGATED = re.compile(r"\b(?:not|no|never|nothing|none)\b|n['’]t\b", re.IGNORECASE)


def ways(pile: Pile, one: list[Statement], two: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The silences of one party that one page tells as a refusal and the other as no answer."""
    there, here = ([s for s in row if act(pile, s) == "silent"] for row in (one, two))
    for b in here:
        kinds = {way(pile, s) for s in there if party(pile, s) & party(pile, b)}
        mine = {way(pile, s) for s in here if party(pile, s) & party(pile, b)}
        a = next((s for s in there if party(pile, s) & party(pile, b) and way(pile, s) not in ("", way(pile, b))), None)
        if a is not None and len(kinds) == len(mine) == 1 and way(pile, b):
            yield a, b


def way(pile: Pile, s: Statement) -> str:
    """How a silence is told: as a refusal, as no answer, or in neither way."""
    text = pile.text(s)
    return "unheard" if UNHEARD.search(text) else "refused" if REFUSED.search(text) else ""


def party(pile: Pile, s: Statement) -> frozenset[str]:
    """The names in a telling of silence."""
    return frozenset(m for m in worded(pile.text(s), False) if m[0] == "~")


def answered(pile: Pile, one: list[Statement], two: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """What a party would not say, with the telling in which one has said it."""
    for b in two:
        hit = WHETHER.search(pile.text(b))
        asked = {m for m in worded(hit["what"], False) if m[1:] not in TIMES} if hit is not None else set()
        if len(asked) < TWO:
            continue
        row = [(len(asked & worded(pile.text(s), False)), -s.span.start, s) for s in one if says(pile, s)]
        best = max(row, key=lambda r: r[:2], default=None)
        if best is not None and best[0] >= max(TWO, PART * len(asked)):
            yield best[2], b


TWO = 2


def says(pile: Pile, s: Statement) -> bool:
    """Whether an office, a body or a person says something in a telling."""
    link = innermost(s)
    return link is not None and link.kind in ASKED and WHETHER.search(pile.text(s)) is None and act(pile, s) != "silent"
