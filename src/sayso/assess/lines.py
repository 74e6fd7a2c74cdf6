"""The sentences of a pile with what they are compared by: words, names, senses, figures, who is quoted, in what manner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import WORD, name_words, stem, stop
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import meanings
from sayso.model import ChainLink, Document, Span, Statement
from sayso.text.sentences import paragraphs, sentences

LEAST = 4  # words of a sentence below which it tells nothing that could be answered; own choice
LONGEST = 700  # code points of a sentence beyond which it is a list, or a page that lost its full stops; own choice
DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
MARKS = "\"“„«'‘"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of a page: its words by stem with their ``forms``, its names, the senses of the rest and what is above them."""

    document: str
    number: int
    span: Span
    text: str
    head: bool
    forms: Mapping[str, str]
    names: frozenset[str]
    senses: Mapping[int, str]
    above: Mapping[int, str]
    numbers: frozenset[str]
    sources: tuple[ChainLink, ...]
    parties: frozenset[str]
    manners: frozenset[str]
    words: frozenset[str] = field(init=False, repr=False)  # the stems of its content words

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", frozenset(self.forms))


@cache
def manner(kind: str) -> re.Pattern[str]:
    """The words of one kind in ``resources/manners.yml``; an asterisk stands for any ending."""
    words = {str(w) for row in rows("manners") if row["kind"] == kind for w in row["words"]}
    parts = [re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s").replace("'", "['’]") for w in words]
    return re.compile(rf"(?:\b|(?=n['’]t))(?:{'|'.join(sorted(parts, key=lambda w: (-len(w), w)))})(?!\w)", re.IGNORECASE)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of manner, sorted."""
    return tuple(sorted({str(r["kind"]) for r in rows("manners")}))


@lru_cache(maxsize=8192)
def manners(text: str) -> frozenset[str]:
    """In what manners a sentence is told.

    >>> sorted(manners("Not one gate was open, she insisted."))
    ['emphatic', 'insists', 'negation']
    """
    return frozenset(k for k in kinds() if manner(k).search(text))


def lines(pile: Pile) -> Iterator[Line]:
    """The sentences of all English pages of a pile, furniture left out, in a fixed order."""
    for d in sorted(pile.by_document):
        page = pile.documents[d]
        if page.language in (None, "en"):
            yield from page_lines(pile, page)


def page_lines(pile: Pile, page: Document) -> Iterator[Line]:
    """The sentences of one page; a quotation, or words of "he", come from the party before."""
    dull = [f.span for f in page.furniture]
    n, last = 0, frozenset[str]()
    for paragraph in paragraphs(page.text):
        for span in sentences(page.text, paragraph, page.language):
            if span.end - span.start > LONGEST or any(f.overlaps(span) for f in dull):
                continue
            said = [s for s in pile.by_document[page.id] if s.span.overlaps(span)]
            line = line_of(page, n, span, said)
            if len(line.forms) >= LEAST:
                n += 1
                if not line.parties and (line.sources or line.text[0] in MARKS):
                    line = replace(line, parties=last)
                last = line.parties or last
                yield line


def line_of(page: Document, number: int, span: Span, said: Sequence[Statement]) -> Line:
    """One sentence."""
    text = span.of(page.text)
    forms: dict[str, str] = {}
    names = set()
    for m in WORD.finditer(text):
        w = m.group()
        if w.casefold() in stop() or len(w) < 3 or w[0].isdigit():
            continue
        if w[0].isupper() and m.start() and text[m.start() - 1] not in MARKS and text[m.start() - 2 : m.start()] != ". ":
            names.add(stem(w))
        forms.setdefault(stem(w), re.sub(r"['’]s?$", "", w.casefold()))
    senses: dict[int, str] = {}
    above: dict[int, str] = {}
    for s, w in sorted(forms.items()):
        if s not in names:
            own, over = meanings(w)
            senses |= dict.fromkeys(sorted(own), s)
            above |= dict.fromkeys(sorted(over), s)
    links = tuple(k for s in said if (k := innermost(s)) is not None)
    parties = frozenset(w for k in links for w in name_words(k.name or "") if len(w) > 2)
    head = page.title_span is not None and page.title_span.overlaps(span)
    figures = frozenset(DIGITS.findall(text))
    return Line(page.id, number, span, text, head, forms, frozenset(names), senses, above, figures, links, parties, manners(text))
