"""Remarks on a party that says of what another has told on the same page that it does not share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from sayso.assess.acts import UNCONFIRMED, act, matter
from sayso.assess.bearings import heading, says
from sayso.assess.denials import same_source
from sayso.assess.findings.accounts import party
from sayso.assess.findings.remark import lies_on, of, remark, short
from sayso.assess.pile import PASSED_ON, Pile, innermost, own_stance
from sayso.assess.wording import akin, capitals, stems
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.model import Finding, Span, Statement
from sayso.text.sentences import paragraphs, sentences

REACH = 500  # code points between what is told and the word that it is not shared; own choice
_TELLING = vocabulary.one_of("tellings", "contested")
# "disputed the account", "gave a different version", "does not buy it".
POINTS = re.compile(
    rf"\b{vocabulary.one_of('tellings', 'contests')}\s(?:the|that|this|those|these|his|her|their|its|such)\s"
    rf"(?:[\w’'-]+\s){{0,2}}?{_TELLING}(?!\s(?:that|of)\b)"
    rf"|\b(?:g[ai]ves?|offer\w*|tells?|told|present\w*|ha[sd])\s(?:an?\s)?(?:\w+\s)?{vocabulary.one_of('tellings', 'another')}\s"
    rf"(?:\w+\s)?{_TELLING}"
    r"|\b(?:do|does|did)(?:\snot|n['’]t)\s(?:buy|believe|accept|share)\s(?:it|that|this)\b",
    re.IGNORECASE,
)


def contested(pile: Pile, document: str, told: Sequence[Finding]) -> Iterator[Finding]:
    """A party does not share what another has told right before.

    What: a sentence says that a party "disputed the account", "dismissed the charge", "gave a different version" or "does not
    buy it"; the telling right before it, by another party, is laid beside what this one says there or in the next sentences.

    Why it matters: who reads only the first of the two has only one side.

    Not when: nobody is given for either telling, both are of one party, what comes before is a denial or a silence itself, the
    account is said to be of something ("the account of the ship"), or another remark lays the two side by side.

    Example (fiction): "The barge sank at noon, a miller said. The guild gave a different account. It was towed away, its master
    said."
    """
    page = pile.documents[document]
    if page.language not in (None, "en") or POINTS.search(page.text) is None:
        return
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s)]
    for paragraph in paragraphs(page.text):
        row = sentences(page.text, paragraph, page.language)
        for n, span in enumerate(row):
            text = span.of(page.text)
            if span.end - span.start > REACH or POINTS.search(text) is None or UNCONFIRMED.search(text) is not None:
                continue
            b = one_who_speaks(said, row[n : n + 2])
            a = answered(pile, said, b, span) if b is not None else ()
            if not a or b is None or any(f.rule in AGAINST and lies_on(f, document, span) for f in told):
                continue
            after = goes_on(pile, said, a[0], Span(span.start, paragraph.end))
            yield remark(
                "accounts_conflict",
                of(pile, (document, span), *a, *after),
                f"“{short(text)}” This stands against {party(pile, a[0])}: “{short(pile.text(a[0]))}”.",
                claim=pile.claim_of.get((after[-1] if after else b).id),
                change=(pile.told(a[0]), pile.told(after[-1] if after else b)),
                limits="Overturned if the two speak of different matters.",
            )


def opposed(pile: Pile, document: str, told: Sequence[Finding]) -> Iterator[Finding]:
    """Of two parties told of together the second says that it is not so.

    What: in one sentence two parties tell, the second after "although", "but" or "while", or the next sentence is told "by
    contrast"; what the second tells is negated.

    Why it matters: who tells on only the first half has only one side.

    Not when: both are of one party, the second is a silence or leaves it open, nothing is negated, or another remark lays the two
    side by side.

    Example (fiction): "The weir was opened too late, a farmer said, although the board said that nothing was amiss."
    """
    said = [
        s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s) and innermost(s) is not None
    ]
    text = pile.documents[document].text
    for a, b in pairwise(said):
        between = text[a.span.end : b.span.start]
        if a.span.overlaps(b.span) or len(between) > GAP or same_source(pile, a, b) or a.attribution == b.attribution:
            continue
        one = AGAINST_WORD.search(between) is not None and STOP.search(between) is None
        next_ = STOP.search(between) is not None and CONTRAST.search(pile.text(b)) is not None
        if not (one or next_) or not negated(pile, b) or act(pile, b) not in (None, "denied") or UNCONFIRMED.search(pile.text(b)):
            continue
        if own_stance(a) not in PASSED_ON or act(pile, a) is not None or negated(pile, a) or not says(pile, a) or not says(pile, b):
            continue
        if not any(f.rule in AGAINST and lies_on(f, document, a.span) and lies_on(f, document, b.span) for f in told):
            yield remark(
                "accounts_conflict",
                of(pile, a, b),
                f"{party(pile, b)}: “{short(pile.told(b))}” This is set against {party(pile, a)}: “{short(pile.told(a))}”.",
                claim=pile.claim_of.get(b.id),
                change=(pile.told(a), pile.told(b)),
                limits="Overturned if the two speak of different matters, or if both can be so.",
            )


# "Earlier than the guild says", "thirty times what the mill admits", "before the date on which the mill says it knew".
BEYOND_TOLD = re.compile(
    r"(?:\b\w+er\sthan|\b(?:more|less|fewer)\s(?:[\w-]+\s){0,3}?than|\btimes\s(?:what|as\s(?:many|much)\sas)|\bcontrary\sto\swhat"
    r"|\b(?:before|after)\s(?:the\s)?(?:date|day|time|moment|hour)\s(?:on|at)\swhich|\bnot\s(?:as|what))\s"
    r"(?P<who>(?:(?:the|an?|its|their|his|her)\s)?(?:[\w’'-]+\s){1,4}?)"
    rf"(?:ha(?:s|d|ve)\s)?(?:first\s|then\s|earlier\s)?{vocabulary.one_of('tellings', 'gives out')}\b",
    re.IGNORECASE,
)


def outdone(pile: Pile, document: str, told: Sequence[Finding]) -> Iterator[Finding]:
    """A telling is set against what another party says, in its own words.

    What: a sentence gives something as earlier, more or less "than the guild says", as so many times "what the mill admits"; what
    that party tells about it, on this page or another, is laid beside it where there is such a telling.

    Why it matters: the page itself says that the two do not go together.

    Not when: the party is the one who tells it, or another remark lies on the sentence already.

    Example (fiction): "The weir was opened at two, a rower said, two hours earlier than the guild says."
    """
    page = pile.documents[document]
    if page.language not in (None, "en"):
        return
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s)]
    for hit in BEYOND_TOLD.finditer(page.text):
        who, place = hit["who"].strip(), Span(*hit.span("who"))
        if not (who[0].isupper() or who.split()[0].casefold() in NAMED_BY) or who.split()[-1] in ("to", "not"):
            continue  # "twice as likely to report"
        rows = [
            x
            for x in said
            if x.span.start < place.start and not STOP.search(page.text, x.span.end, place.start) and not says_it(x, who)
        ]
        s = next((x for x in rows if x.span.holds(place)), rows[-1] if rows else None)
        if s is None or own_stance(s) not in PASSED_ON:
            continue
        if any(f.rule in AGAINST | {"figures_conflict"} and lies_on(f, document, s.span) for f in told):
            continue
        own = tuple(x for x in said if x.span.holds(place) and says_it(x, who))[:1]
        other = own or against_whom(pile, s, who)
        yield remark(
            "accounts_conflict",
            of(pile, s, *other),
            f"“{short(pile.text(s))}” This is set against what {who} says"
            + (f": “{short(pile.text(other[0]))}” ({pile.page(other[0].document)})." if other else "."),
            claim=pile.claim_of.get(s.id),
            change=(pile.told(other[0]) if other else who, pile.told(s)),
            limits="Overturned if the two speak of different matters.",
        )


NAMED_BY = frozenset("the its their his her an a".split())


def says_it(s: Statement, who: str) -> bool:
    """Whether a telling is by the party that is named."""
    return any(akin(capitals(k.name or ""), capitals(who)) for k in s.chain[-1:])


def against_whom(pile: Pile, s: Statement, who: str) -> tuple[Statement, ...]:
    """The telling of a party that a sentence names, with most words in common: on this page or on one that is no later."""
    names, words_ = capitals(who) or frozenset(stems(who)), matter(pile.told(s))
    rows = []
    for x in pile.statements.values():
        link = innermost(x)
        if x.id == s.id or link is None or pile.headline(x) or pile.furniture_holds(x) or pile.later(x.document, s.document):
            continue
        if not akin(names, capitals(link.name or "") or frozenset(stems(link.name or ""))) or s.span.overlaps(x.span):
            continue
        both = len(words_ & matter(pile.told(x)))
        if both >= COMMON:
            rows.append((-both, x.document != s.document, x.document, x.span, x))
    return tuple(r[-1] for r in sorted(rows, key=lambda r: r[:-1])[:1])


COMMON = 2  # words of what is told that the other party's telling shares with it; own choice
GAP = 60  # code points between two tellings that are told together; own choice
AGAINST_WORD = vocabulary.pattern("tellings", "set against")
CONTRAST = vocabulary.pattern("tellings", "by contrast")
STOP = re.compile(r"[.!?…]")


def negated(pile: Pile, s: Statement) -> bool:
    """Whether what is told is negated, in the words of the page's language."""
    language = pile.documents[s.document].language or "en"
    told = frozenset(re.findall(r"[^\W\d_]+(?:['’]t)?", pile.told(s).casefold()))
    return bool(told & (words(language, "negation") | words(language, "nought"))) or own_stance(s) == "deny"


AGAINST = frozenset({"denied", "accounts_conflict", "places_conflict"})


def one_who_speaks(said: Sequence[Statement], row: Sequence[Span]) -> Statement | None:
    """The first telling by somebody in a sentence, else in the next one."""
    return next((s for x in row for s in said if s.span.overlaps(x) and innermost(s) is not None), None)


def answered(pile: Pile, said: Sequence[Statement], b: Statement, span: Span) -> tuple[Statement, ...]:
    """What another party tells right before a sentence: the first and the last of its tellings there."""
    before = [x for x in said if x.span.end <= span.start and span.start - x.span.end <= REACH and x.attribution != b.attribution]
    x = before[-1] if before else None
    if x is None or innermost(x) is None or same_source(pile, x, b) or heading(pile, x) or not says(pile, x):
        return ()
    if own_stance(x) not in PASSED_ON or act(pile, x) is not None:
        return ()
    run = takewhile(lambda y: same_source(pile, y, x), reversed(before))
    told = [y for y in run if own_stance(y) in PASSED_ON and act(pile, y) is None and says(pile, y)]
    return (told[-1], x) if told[-1] is not x else (x,)


def goes_on(pile: Pile, said: Sequence[Statement], a: Statement, rest: Span) -> tuple[Statement, ...]:
    """What is told instead in the rest of the paragraph, until the one who is answered speaks again."""
    row = (x for x in said if rest.holds(x.span) and innermost(x) is not None)
    return tuple(takewhile(lambda x: not same_source(pile, x, a), row))[:MOST]


MOST = 3  # tellings of the answer that are shown; own choice
