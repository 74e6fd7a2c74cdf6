"""Remarks on what a party answered when it was asked, told otherwise on a page that follows: refusal, silence, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.counterparts import TIMES, tied, worded
from sayso.assess.denials import act
from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile, innermost
from sayso.lexicon import vocabulary
from sayso.model import Finding, Statement

REFUSED = re.compile(r"\b(?:declin\w+|refus\w+|would\snot|wouldn['’]t|had\sno\s(?:\w+\s)?comment)\b", re.IGNORECASE)
UNHEARD = re.compile(
    r"\b(?:(?:did|has|have|had)\s?(?:not|n['’]t)\s(?:\w+ly\s)?(?:respon\w+|repl\w+|answer\w*|return\w*)|no\s(?:reply|response|answer)"
    r"|(?:could|can)\s?(?:not|n['’]t)\s(?:\w+ly\s)?be\s(?:reached|contacted)|unreachable)\b",
    re.IGNORECASE,
)
REFUSED_ABROAD = vocabulary.pattern("tellings", "refuses abroad")
UNHEARD_ABROAD = vocabulary.pattern("tellings", "is unheard abroad")
WHETHER = re.compile(
    r"\b(?:would\snot|wouldn['’]t|did\snot|didn['’]t|declin\w+\sto|refus\w+\sto)\s(?:say|confirm|reveal|disclose|comment\son|tell)"
    r"\s(?:\w+\s){0,3}?(?:whether|if)\s(?P<what>[^.;:]{8,120})",
    re.IGNORECASE,
)
ASKED = frozenset({"official", "government", "organization", "person", "agency", "armed_group", "ngo"})
PART = 0.6  # share of what was asked that an answer must have in common with it; own choice


def answers_differ(pile: Pile) -> Iterator[Finding]:
    """A refusal becomes silence, silence a denial, or an answer a refusal.

    What: a page follows another. On the one a party declined to comment, on the other it did not answer; or it was silent on the
    one and denies on the other, in no words of its own; or the later page has a party that would not say whether something was so,
    and on the earlier one an office, a body or a person has said whether.

    Why it matters: who refuses was asked, who does not answer may not have been, and who has answered is told to hide something.

    Not when: the page has it the other way as well, the two parties have no word of their names in common, or a third page has the
    party's denial.

    Example (fiction): "the mill said that the boat was not overloaded" becomes "the mill would not say whether the boat was
    overloaded".
    """
    for tie in tied(pile):
        if tie.kind != "derived":
            continue
        one, two = ([s for s in pile.by_document[d] if not pile.headline(s) and not pile.furniture_holds(s)] for d in tie[:2])
        for a, b in (*ways(pile, one, two), *denied(pile, one, two), *answered(pile, one, two)):
            answer = act(pile, a) == "denied" or (act(pile, a) != "silent" and NEGATED.search(pile.told(a)))
            yield remark(
                "strengthened" if act(pile, b) == "denied" else "denial_omitted" if answer else "weakened",
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


def denied(pile: Pile, one: list[Statement], two: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The silence of a party that denied nothing, with its denial on the later page, of which there is no word in marks."""
    there, here = ([s for s in row if act(pile, s) in ("silent", "denied")] for row in (one, two))
    for b in here:
        if act(pile, b) != "denied" or b.voice != "indirect":
            continue
        acts = {act(pile, s) for s in there if whose(pile, s) & whose(pile, b)}
        mine = [s for s in here if whose(pile, s) & whose(pile, b)]
        a = next((s for s in there if whose(pile, s) & whose(pile, b)), None)
        if a is None or acts != {"silent"} or not all(act(pile, s) == "denied" and s.voice == "indirect" for s in mine):
            continue
        if not any(act(pile, s) == "denied" and whose(pile, s) & whose(pile, b) for s in elsewhere(pile, b)):
            yield a, b
            return


def elsewhere(pile: Pile, b: Statement) -> Iterator[Statement]:
    """The statements of the other pages that are not surely later: what a party says there it has been asked anew."""
    for document in sorted(pile.by_document):
        if document != b.document and not pile.later(document, b.document):
            yield from pile.by_document[document]


def whose(pile: Pile, s: Statement) -> frozenset[str]:
    """The names of who is silent or denies; a silence without a source is of whom it names."""
    link = innermost(s)
    if link is None and act(pile, s) == "silent":
        return party(pile, s)
    return frozenset(m for m in worded(link.name or "" if link is not None else "", False) if m[0] == "~")


def way(pile: Pile, s: Statement) -> str:
    """How a silence is told: as a refusal, as no answer, or in neither way."""
    text = pile.text(s)
    if pile.documents[s.document].language not in (None, "en"):
        return "refused" if REFUSED_ABROAD.search(text) else "unheard" if UNHEARD_ABROAD.search(text) else ""
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
