"""What a house's own notice puts right: what it told before, what it says instead, which earlier page of the house it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.assess.acts import matter
from sayso.assess.bearings import says
from sayso.assess.beyond import meanings
from sayso.assess.figures import ODD
from sayso.assess.pile import Pile
from sayso.assess.wording import WORD, capitals, common_names, plain, quoted, same_name, stem, subject
from sayso.lexicon import vocabulary
from sayso.model import Document, Span, Statement
from sayso.text.sentences import paragraphs, sentences

COUNT = re.compile(rf"\W*our\s(?:\w+\s){{0,2}}?{vocabulary.one_of('tellings', 'counts')}\b", re.IGNORECASE)
HEAD = 3  # lines at the top of a page among which the name of the notice stands; own choice
LEAST = 2  # meanings that a telling has of what a notice says was told; own choice, as in withdrawals.py
TOP, LONG = 360, 160_000  # code points in which those lines stand; of a paragraph that is no notice any more; own choices
LONGEST = 400  # code points of a sentence of a notice beyond which it is a list; own choice
PIECE = vocabulary.one_of("tellings", "article", "story", "report", "own page", "own text", "of a house")
SAID = vocabulary.one_of("tellings", "own said")
_LABEL = vocabulary.one_of("tellings", "notice")
# "Corrections and clarifications", "Retraction: the mill fire", "The mill fire: an apology": a line, or a part of it.
LABEL = re.compile(rf"(?:^|[|>:–—-]\s*)\s*(?:an?\s)?{_LABEL}(?:\s(?:and|&)\s{_LABEL})?\s*(?:$|[:|])", re.IGNORECASE)
OPENS = re.compile(rf"\W*{_LABEL}(?:\s\([^()]*\))?\s*[:–—-]\s", re.IGNORECASE)
REGRET = vocabulary.pattern("tellings", "sorry")
# "We also said that …", "An article on 3 May ("Mill burns") said that …", "Our first count of nine …".
OWN = re.compile(
    rf"\W*(?:{_LABEL}\s*:\s)?(?:(?:in|on)\s[^,.;]{{3,60}}?,?\s)?(?:"
    rf"we\s(?:\w+\s){{0,2}}?{SAID}\b"
    rf"|(?:an?|our|the|this|that)\s(?P<whose>(?:[\w’'-]+\s){{0,3}}?){PIECE}\b(?!\s(?:by|from)\b)"
    r"(?:\s\([^()]{0,160}\)|\s[“\"‘][^“”\"]{3,160}[”\"’]|\s[\w][\w,’'-]*){0,14}?"
    rf"\s{SAID}\b"
    rf"|our\s(?:\w+\s){{0,2}}?{vocabulary.one_of('tellings', 'counts')}\b)",
    re.IGNORECASE,
)
_BACK = vocabulary.one_of("tellings", "took back")
WHOLE = re.compile(
    rf"\b(?:we|please|has|have)\s(?:\w+\s)?(?:{_BACK}|disregard\w*)\s(?:[\w’'-]+\s){{0,4}}?{PIECE}\b"
    rf"|\b{PIECE}\s(?:[\w’'-]+\s){{0,4}}?(?:has|have|was|were|is)\s(?:been\s|now\s)?(?:{_BACK})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Erratum:
    """One thing that a notice puts right: the sentence of what was told, what follows it, the tellings that are meant."""

    document: str
    old: Span
    right: Span | None
    whole: bool
    about: tuple[Statement, ...]


def errata(pile: Pile, document: str) -> Iterator[Erratum]:
    """All that one page puts right of earlier pages of its house, in text order."""
    page = pile.documents[document]
    before = earlier(pile, page)
    if page.language not in (None, "en") or not before:
        return
    notice = headed(page)
    withdrawn = False
    for row in noted(page, notice):
        for n, span in enumerate(row):
            text = span.of(page.text)
            whole = notice and WHOLE.search(text) is not None
            if (withdrawn and whole) or not (whole or own(page, text)) or spoken(pile, document, span):
                continue
            withdrawn = withdrawn or whole
            after = instead(page, row[n + 1 : n + 3])
            about = meant(pile, page, span, before, whole=whole)
            if about:
                yield Erratum(document, span, after, whole, about)


def instead(page: Document, row: Sequence[Span]) -> Span | None:
    """What a notice says in the place of what was told: the next sentence, with the one behind it where it says little."""
    told = list(takewhile(lambda x: not own(page, x.of(page.text)), row))
    if not told:
        return None
    return Span(told[0].start, told[-1].end if len(subject(told[0].of(page.text))) < LEAST else told[0].end)


def own(page: Document, text: str) -> bool:
    """Whether a sentence says what the house itself told: "the article said", but no "the Courier report said"."""
    hit = OWN.match(text)
    named = capitals(hit["whose"] or "") if hit is not None else frozenset()
    return hit is not None and named <= capitals(page.outlet or "") | common_names()


def spoken(pile: Pile, document: str, span: Span) -> bool:
    """Whether a sentence is somebody's words: "we" is then not the house."""
    said = (s for s in pile.by_document[document] if s.span.overlaps(span) and s.voice == "direct")
    return any(len(s.chain) > 1 and s.content and s.content[0].start <= span.start + 1 for s in said)


def headed(page: Document) -> bool:
    """Whether a page is a notice by a line at its top or by its title."""
    lines = [x.strip() for x in page.text[:TOP].splitlines() if x.strip()][:HEAD]
    return any(len(x) <= LONGEST and LABEL.search(x) for x in (page.title or "", *lines))


def noted(page: Document, notice: bool) -> Iterator[list[Span]]:
    """The sentences of each paragraph that may put something right: of a notice all, else what is labelled or regretted."""
    for p in paragraphs(page.text):
        if p.end - p.start > LONG or any(f.span.overlaps(p) for f in page.furniture):
            continue
        row = [x for x in sentences(page.text, p, page.language) if x.end - x.start <= LONGEST]
        if notice or OPENS.match(p.of(page.text)) or any(REGRET.search(x.of(page.text)) for x in row):
            yield row


def earlier(pile: Pile, page: Document) -> list[Document]:
    """The other pages of the house that are not later than a page."""
    own = page.outlet
    return [
        d
        for d in (pile.documents[k] for k in sorted(pile.documents))
        if own and d.id != page.id and d.outlet and same_name(d.outlet, own) and not pile.later(d.id, page.id)
    ]


def meant(pile: Pile, page: Document, span: Span, before: Sequence[Document], *, whole: bool) -> tuple[Statement, ...]:
    """The earlier telling that a sentence puts right; of a page that is withdrawn its title and first words."""
    text = span.of(page.text)
    titled = [d for d in before if d.title and any(plain(q) in plain(d.title) for q in quoted(text) if len(q) > LABELLED)]
    if whole:
        chosen = titled or near(pile, page, before)
        return first_words(pile, chosen[0].id) if chosen else ()
    least = [(-len(both), pile.headline(x), d.id, x.span, x) for d in titled or before for x, both in alike(pile, page, span, d.id)]
    ranked = [x for *_, x in sorted(least, key=lambda t: t[:-1])]
    first = ranked[:1]
    left = counted(pile, (page.id, span)) - {n for x in first for n in counted(pile, (x.document, x.span))}
    for x in ranked[1:]:  # "that 900 casks were lost and four men hurt" puts two things right
        if not pile.headline(x) and x.document == first[0].document and (more := left & counted(pile, (x.document, x.span))):
            first.append(x)
            left -= more
    return tuple(first)


def counted(pile: Pile, place: tuple[str, Span]) -> set[float]:
    """The figures of a passage, as its tellings have them."""
    document, span = place
    return {q.low for s in pile.by_document[document] for q in s.quantities if q.low == q.high and span.holds(q.span)}


LABELLED = 8  # letters of a quoted title; own choice


def near(pile: Pile, page: Document, before: Sequence[Document]) -> list[Document]:
    """The one earlier page of the house that a page is tied to, or has; none where there are several."""
    tied = [d for d in before if pile.related(page.id, d.id)]
    return tied if len(tied) == 1 else list(before) if len(before) == 1 else []


def first_words(pile: Pile, document: str) -> tuple[Statement, ...]:
    """The headline of a page and the first telling below it."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    heads, body = [s for s in said if pile.headline(s)], [s for s in said if not pile.headline(s) and says(pile, s)]
    return tuple(heads[:1] + body[:1])


def alike(pile: Pile, page: Document, span: Span, document: str) -> Iterator[tuple[Statement, frozenset[str]]]:
    """The tellings of a page that have enough of what a notice says was told, with what they have of it."""
    said = re.sub(r"\([^()]*\)", " ", span.of(page.text))
    words = meanings(said, page.language) - {stem(w) for w in WORD.findall(page.outlet or "")} - ABOUT - capitals(said)
    figures = frozenset(DIGITS.findall(said)) if COUNT.search(said) else frozenset()
    told = counted(pile, (page.id, span))
    for x in pile.by_document[document]:
        both = words & meanings(pile.text(x), page.language)
        same = told & counted(pile, (document, x.span))
        both |= {f"#{n:g}" for n in same} | ({"#count"} if any(n >= ODD for n in same) else set())
        if figures & frozenset(DIGITS.findall(pile.text(x))):
            both |= {"#figure", "#count"}  # "our first count of nine" has no other word of what was told
        if len(both) >= LEAST and not pile.furniture_holds(x):
            yield x, both


DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
ABOUT = matter(" ".join(vocabulary.listed("tellings", "article", "story", "report", "own page", "of a house", "own said")))
