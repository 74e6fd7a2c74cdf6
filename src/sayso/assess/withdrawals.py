"""Which tellings a withdrawal or a correction speaks of: on its page, in an earlier report of the house, by the same party."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assess.acts import BACK, RIGHT, act, matter
from sayso.assess.bearings import ANAPHOR, BRIEF, COUNT, TELLING, elsewhere, kin, reply_party, right_before, says
from sayso.assess.beyond import figure_elsewhere, meanings
from sayso.assess.charges import ahead, candidates, houses_in, of_outlet, shared
from sayso.assess.errata import first_words
from sayso.assess.pile import Pile, innermost, own_stance
from sayso.assess.wording import KEPT, akin, capitals, particular, subject
from sayso.lexicon import vocabulary
from sayso.model import Statement

Around = tuple[list[Statement], list[Statement]]

# "The report had said that …" after a withdrawal repeats what is withdrawn.
REPEATED = re.compile(
    r"^[“„«\"‘'\s]*(?:the|its|their|that) (?:[\w’'-]+ ){0,2}?"
    rf"{vocabulary.one_of('tellings', 'repeated')} (?:had )?(?:said|claimed|stated|told|reported|given)\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"^\W*(?:it|this|that|them)\b", re.IGNORECASE)


# "An earlier version of this article", "the Blare amended its story", "the university has taken down its release".
OWN_REPORT = re.compile(
    r"(?P<version>\b(?:an|the) (?:earlier|previous|original) version\b)|\b(?:its|their|the|an?|his|her|our)\s(?:[\w’'-]+\s){0,3}?"
    rf"{vocabulary.one_of('tellings', 'article', 'story', 'report', 'post', 'release', 'own page', 'of a house')}\b",
    re.IGNORECASE,
)
APOLOGY = vocabulary.pattern("tellings", "sorry")
SORRY = matter("error mistake fault ours mine apologise apologize sorry regret")
LEAST = 2  # meanings that a telling has of what an earlier version said; own choice


def with_figure(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """The telling of the page that has a figure of the withdrawal, and most of its words."""
    figures = {(q.low, q.high) for q in s.quantities}
    same = [x for x in rows if figures & {(q.low, q.high) for q in x.quantities}]
    return tuple(sorted(same, key=lambda x: (-len(matter(pile.told(s)) & matter(pile.text(x))), x.span))[:1])


def of_house(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """What an earlier version said, as an earlier page of the same house tells it; else another page with most of its words."""
    outlet = pile.documents[s.document].outlet
    told = pile.text(s)
    ranked = []
    for x in candidates(pile, meanings(told, pile.documents[s.document].language)):
        own = outlet is not None and pile.documents[x.document].outlet == outlet
        both = shared(pile, s, told, x)
        if own and len(both) >= LEAST and earlier_page(pile, s, x):
            ranked.append((-len(both), x.document, x.span, x))
    return tuple(x for *_, x in sorted(ranked, key=lambda t: t[:-1])[:1])


def earlier_page(pile: Pile, s: Statement, x: Statement) -> bool:
    """Whether a telling stands on another page that is no later, is the page's text and takes nothing back itself."""
    other = x.document != s.document and not pile.later(x.document, s.document)
    return (
        other
        and not pile.headline(x)
        and not pile.furniture_holds(x)
        and act(pile, x) is None
        and own_stance(x) in ("assert", "report")
    )


def of_report(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """What a report told that its house withdraws: by what is said of it there and behind, else its first words."""
    pages = houses_in(pile, s, own=True)
    found = of_outlet(pile, s, ahead(pile, s), pages, least=LEAST)
    return found or (first_words(pile, pages[0]) if len(pages) == 1 else ())


def given_before(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """The earlier telling of a figure by the party that gives it up, or by the house that puts it right."""
    figures = {q.low for q in s.quantities if q.low != q.high or q.low >= SMALL}
    outlet = pile.documents[s.document].outlet
    party = particular(reply_party(pile, s)) or reply_party(pile, s)
    ranked = []
    for x in candidates(pile, meanings(pile.text(s), pile.documents[s.document].language)):
        if not figures & {q.low for q in x.quantities} or not earlier_page(pile, s, x):
            continue
        own = outlet is not None and pile.documents[x.document].outlet == outlet and innermost(s) is None
        theirs = any(pile.same_party(k, j) or akin(party, capitals(k.name or "")) for k in x.chain[1:] for j in s.chain[1:])
        if own or theirs:
            ranked.append((-len(shared(pile, s, pile.text(s), x)), x.document, x.span, x))
    return tuple(x for *_, x in sorted(ranked, key=lambda t: t[:-1])[:1])


SMALL = 3  # smaller figures are told of many things; own choice


def told_before(pile: Pile, s: Statement) -> tuple[Statement, ...]:
    """The claim of a withdrawn study or report as an earlier page tells it: link has put the withdrawal into it."""
    claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
    others = [x for x in pile.tellings(claim) if earlier_page(pile, s, x)] if claim is not None else []
    others = [x for x in others if not any(p.search(pile.text(x)) for p in (BACK, RIGHT, APOLOGY))]
    alike = [x for x in others if len(shared(pile, s, pile.told(s), x)) >= LEAST]
    return tuple(sorted(alike, key=lambda x: (-len(shared(pile, s, pile.told(s), x)), x.document, x.span))[:1])


def withdrawn(pile: Pile, s: Statement, around: Around) -> tuple[Statement, ...]:
    """What is taken back or put right: what the page then repeats, the figure, the words, else what its author told."""
    earlier, later = around
    repeated = [x for x in later[:2] if REPEATED.match(pile.text(x))]
    if repeated:
        return tuple(repeated[:1])
    if report := OWN_REPORT.search(pile.text(s)):
        if report["version"] is not None:  # its words stand no longer on this page, unless the figure does
            return of_house(pile, s) or with_figure(pile, s, (*earlier, *later))
        if found := of_report(pile, s):
            return found
    told, party = pile.told(s), reply_party(pile, s)
    if s.quantities:
        return given_before(pile, s) or with_figure(pile, s, (*earlier, *later)) or figure_elsewhere(pile, s)
    rows = [x for x in earlier if says(pile, x) and not (pile.headline(x) and BACK.search(pile.text(x)))]
    if ANAPHOR.match(told) and not COUNT.search(told):
        return right_before(pile, s, rows)
    if COUNT.search(told) and any(x.quantities for x in earlier):
        return (next(x for x in earlier if x.quantities),)
    words = matter(told) - party - KEPT
    if APOLOGY.search(pile.text(s)) and innermost(s) is not None and not words - SORRY:
        return ()  # of what, stands elsewhere on the page: see ``denials.replies``
    twins = [
        x
        for x in (*rows, *later)
        if BACK.search(pile.text(x)) is None and pile.claim_of.get(x.id) == pile.claim_of.get(s.id) and words & matter(pile.text(x))
    ]
    ranked = sorted(rows, key=lambda x: (-len(words & matter(pile.text(x))), -x.span.start))
    picked = twins[:1] or [x for x in ranked if len(words & matter(pile.text(x))) >= (2 if len(words) > 2 else 1)][:1]
    if not picked and COUNT.search(told) and any(x.quantities for x in pile.by_document[s.document] if x.span < s.span):
        return ()  # "the post was an error", where the page has the figure in a denial alone, speaks of nothing else on it
    return (
        tuple(picked)
        or elsewhere(pile, s, words)
        or told_before(pile, s)
        or taken_from(pile, s, [x for x in earlier if len(subject(pile.text(x))) >= TELLING])
    )


def taken_from(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """What a withdrawal without words speaks of: the last telling by or of the one who withdraws, else the one next to it."""
    text = pile.text(s)
    verb = BACK.search(text) or RIGHT.search(text)
    head = text[: verb.start()] if verb is not None else text
    author = reply_party(pile, s) | (matter(head) if len(head) <= BRIEF else frozenset())
    named = particular(capitals(head)) if innermost(s) is None else frozenset()  # "the Blare has deleted its post"
    own = [
        x
        for x in rows
        if kin(s, x)
        or any(akin(author, capitals(k.name or "")) for k in x.chain[1:])
        or (named and named <= capitals(pile.text(x)))
        or (author and 2 * len(author & matter(pile.text(x))) >= len(author))
    ]
    near = right_before(pile, s, rows)
    picked = own[-1:] or list(near if innermost(s) is None or near[:1] == tuple(rows[-1:]) else ())
    if picked and PRONOUN.match(
        pile.told(picked[0])
    ):  # "the anchor had found it and passed it on": what "it" is stands before that
        picked = [x for x in rows if x.span < picked[0].span and says(pile, x)][-1:]
    return tuple(x for y in picked for x in rows if x.attribution == y.attribution)[:1]
