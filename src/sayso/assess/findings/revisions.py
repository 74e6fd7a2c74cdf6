"""Remarks on a party that gives another figure in the place of one that it gave before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.findings.remark import lies_on, of, remark, short
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.rivalry import FAR
from sayso.assess.withdrawals import SMALL
from sayso.assess.wording import akin, capitals
from sayso.lexicon.vocabulary import bounding, one_of
from sayso.model import Finding, Quantity, Span, Statement
from sayso.text.sentences import paragraphs, sentences

_COUNT = one_of("tellings", "told count")
_WHAT = rf"(?:(?:the|its|their|his|her|that|this)\s(?:[\w’'-]+\s){{0,3}}?(?:{_COUNT}\b|numbers?\sof\b)[^.;:]{{0,80}}?|it|them|that)"
_AT = rf"\s(?:[^.;:,]{{0,30}}?\s)?to\s(?:(?:{bounding()}|only|just)\s)?$"
# "Corrected it the next day to 40", "had revised the toll of the flood to at least 40", "lowered its count to 40".
SETS = re.compile(
    rf"\b(?P<verb>{one_of('tellings', 'sets right', 'sets lower', 'sets higher')})\s(?P<what>{_WHAT}){_AT}", re.IGNORECASE
)
# "The toll was later corrected from 44 to 40".
IS_SET = re.compile(
    rf"\b(?:{_COUNT}\b|numbers?\sof\b)[^.;:]{{0,60}}?\s(?:is|was|were|been)\s(?:\w+\s)?"
    rf"(?P<verb>{one_of('tellings', 'sets right', 'sets lower')}){_AT}",
    re.IGNORECASE,
)
HIGHER = re.compile(rf"\b{one_of('tellings', 'sets higher')}\b", re.IGNORECASE)
# A figure of before in the same sentence, the surer ones first: "the figure of 44 given on Monday", "had put the toll at 44".
GIVEN = re.compile(
    rf"\b(?:{_COUNT}\sof|had\s(?:\w+\s)?{one_of('tellings', 'gave')}[^.;:,]{{0,40}}?)\s(?:(?:{bounding()}|only|just)\s)?$",
    re.IGNORECASE,
)
FROM = re.compile(rf"\bfrom\s(?:(?:an?|the|its|their|\w+ier|{bounding()})\s){{0,2}}$", re.IGNORECASE)
REACH = 160  # code points before a figure in which the words of a revision stand; own choice


def revised(pile: Pile, document: str, told: Sequence[Finding]) -> Iterator[Finding]:
    """A party gives another figure in the place of its own.

    What: a sentence says that a figure, a toll or "it" is corrected, revised or lowered "to" another one; the figure that it was is
    in the sentence ("from 44", "had put it at 44") or told last before it, and is laid beside it with an earlier page's telling of
    it. A figure that is raised counts only where the sentence calls the one of before partial, or the like: where it names "the
    figure of 44" again.

    Why it matters: retellings of the first figure seldom follow.

    Not when: no figure of before is told, the two are one, a figure only grew, a deed and no telling is cut ("cut its staff to
    40"), or another remark of a correction lies on the sentence.

    Example (fiction): "The harbour office gave 44 drowned. A day later it corrected that to 40."
    """
    page = pile.documents[document]
    if page.language not in (None, "en"):
        return
    for p in paragraphs(page.text):
        for row in sentences(page.text, p, page.language):
            found = [t for t in figures(pile, document) if row.holds(t[1].span)]
            hit = next(((s, q, m) for s, q in found if (m := sets(page.text, row, q))), None)
            if hit is None or any(f.rule in ("corrected", "retracted") and lies_on(f, document, row) for f in told):
                continue
            s, q, m = hit
            old = before(pile, document, row, (found, q, m))
            if old is None or old[1].low == q.low or not q.low <= FAR * old[1].low <= FAR * FAR * q.low:
                continue
            yield made(pile, document, row, (s, old))


def sets(text: str, row: Span, q: Quantity) -> re.Match[str] | None:
    """The words right before a figure that say it stands in the place of another one."""
    head = text[max(row.start, q.span.start - REACH) : q.span.start]
    return SETS.search(head) or IS_SET.search(head)


Told = tuple[Statement, Quantity]


def figures(pile: Pile, document: str) -> list[Told]:
    """The figures of a page's tellings in text order, each once, headlines left out."""
    key = ("figures told", document)
    if key not in pile.memory:
        seen: dict[Span, Told] = {}
        for s in pile.by_document[document]:
            if not pile.headline(s) and not pile.furniture_holds(s):
                for q in s.quantities:
                    seen.setdefault(q.span, (s, q))
        pile.memory[key] = [seen[x] for x in sorted(seen)]
    found: list[Told] = pile.memory[key]
    return found


def before(pile: Pile, document: str, row: Span, hit: tuple[Sequence[Told], Quantity, re.Match[str]]) -> Told | None:
    """The figure that was given before: of the sentence, else of "it" the last one told by or of the same party."""
    found, new, m = hit
    text = pile.documents[document].text
    others = [(s, q) for s, q in found if q.span != new.span]
    up = HIGHER.search(m["verb"]) is not None
    for pattern in (GIVEN,) if up else (GIVEN, FROM):
        for s, q in others:
            if pattern.search(text[max(row.start, q.span.start - REACH) : q.span.start]):
                return s, q
    if up or "what" not in m.groupdict() or m["what"].casefold() not in ("it", "them", "that"):
        return None
    last = [t for t in figures(pile, document) if t[1].span.end <= row.start and row.start - t[1].span.end <= NEAR]
    first = {t[0].id for t in last[-1:]}
    return next((t for t in last if t[0].id in first), None)  # "23: 16 at the mill and seven elsewhere": the whole comes first


NEAR = 300  # code points between "it" and the figure that it is; own choice


def made(pile: Pile, document: str, row: Span, two: tuple[Statement, Told]) -> Finding:
    """The remark on one revision."""
    s, (x, old) = two
    text = pile.documents[document].text
    here = () if row.holds(old.span) else (x,)
    first = earlier(pile, s, old)
    told = x if here or not first else first[0]
    shown = short(pile.text(told)) if told is not s else old.span.of(text)
    return remark(
        "corrected",
        of(pile, s, *here, *first),
        f"“{short(row.of(text))}” corrects “{shown}” ({pile.page(told.document)}).",
        claim=pile.claim_of.get(told.id),
        change=(pile.quoted(told) if told is not s else old.span.of(text), pile.quoted(s)),
        limits="Overturned if the second figure is a later count, or counts something else.",
    )


def earlier(pile: Pile, s: Statement, old: Quantity) -> tuple[Statement, ...]:
    """The first telling of a figure by the same party on a page that is no later, or of the same claim."""
    if old.low < SMALL:
        return ()
    party = innermost(s)
    rows = []
    for d in sorted(pile.by_document):
        if d == s.document or pile.later(d, s.document):
            continue
        for x, q in figures(pile, d):
            link = innermost(x)
            same = party is not None and link is not None and pile.same_party(party, link)
            named = link is not None and akin(capitals(link.name or ""), capitals(pile.text(s)))
            if q.low == old.low and own_stance(x) in ("assert", "report") and (same or named):
                published = pile.documents[d].published
                rows.append(((published.start if published else None) or "9", d, x.span, x))
    return tuple(x for *_, x in sorted(rows, key=lambda t: t[:-1])[:1])
