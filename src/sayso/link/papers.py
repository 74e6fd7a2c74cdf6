"""Texts without an outlet that a page names: papers it has seen, studies and where they are published, pictures on a platform.

And the text in which a speaker said something: "in its communiqué No. 9", "in a notice to millers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.lexicon.notices import NAME, any_of, words_of
from sayso.lexicon.senses import function_words
from sayso.link.houses import Houses
from sayso.link.notices import Notice
from sayso.model import Document, Reading, Span, Statement
from sayso.text.normal import fold, words
from sayso.text.sentences import about

# Words before a paper's noun that name it ("a leaked draft report"), and code points between the paper and who has seen it.
MOST_NAMING, NEAR = 4, 80
# Code points around a telling in which "in a letter to …" may stand.
AROUND = 80
_NUMBER = r"(?:[ ](?:No\.|no\.|Nr\.|nº|№|#)[ ]?\d{1,6})?"


@cache
def _paper() -> re.Pattern[str]:
    """The noun of a paper, with what numbers it or says whose it is."""
    return re.compile(rf"(?<!\w)(?i:{any_of('paper')})(?!\w){_NUMBER}(?:[ ](?:of|by|from|de|du|del|di|von)[ ](?:the[ ])?{NAME})?")


@cache
def _has_seen() -> re.Pattern[str]:
    """Who has seen something, before it: "the Courier has seen the report", "we have obtained a copy of the letter"."""
    return re.compile(
        rf"(?<!\w)(?:(?i:{any_of('us')})|({NAME}))[ ](?:has[ ]|have[ ]|had[ ])?{any_of('saw')}[ ](?:a[ ]copy[ ]of[ ])?"
    )


@cache
def _seen_by() -> re.Pattern[str]:
    """Who has seen something, behind it: "a letter seen by the Courier", "el informe al que ha tenido acceso El Correo"."""
    who = rf"(?:the[ ]|The[ ])?(?:(?i:{any_of('us')})(?!\w)|({NAME}))"
    has = rf"(?:has[ ]|have[ ]|had[ ])?{any_of('holds')}"
    return re.compile(rf"(?:{any_of('seen by')}[ ]{who}|(?:a[ ]copy[ ])?of[ ]which[ ]{who}[ ]{has}(?!\w))")


@cache
def _journal() -> re.Pattern[str]:
    told = (
        rf"{any_of('printed')}[ ](?:[\w-]+[ ]){{0,3}}?(?:in|on)[ ](?:the[ ])?(?:[a-z-]+[ ]){{0,2}}?{any_of('journal')}[ ]({NAME})"
    )
    return re.compile(rf"\b{told}")


@cache
def _shown() -> re.Pattern[str]:
    """A picture or a post, and the platform on which it was put or spread: "a clip viewed two million times on TikTok"."""
    return re.compile(
        rf"\b({any_of('picture')})(?:,|[ ])[^.;:\n]{{0,30}}?\b{any_of('spread')}\b[^.;:\n]{{0,40}}?[ ](?:on|to|via|in)[ ]"
        rf"(?:the[ ]|a[ ])?({any_of('site')})\b"
    )


def papers(reading: Reading, houses: Houses) -> list[Notice]:
    """All such texts that the page names, in the order of their places."""
    document = reading.document
    found = [*_seen(reading, houses), *_elsewhere(document)]
    return [n for n in sorted(found) if n.span and not any(f.span.overlaps(n.span) for f in document.furniture)]


def _seen(reading: Reading, houses: Houses) -> Iterator[Notice]:
    text = reading.document.text
    for m in _has_seen().finditer(text):
        end = about(text, Span(*m.span()), NEAR).end
        if not _ours(reading, houses, m) or not (paper := _paper().search(text, m.end(), end)):
            continue
        lead = [w.text for w in words(text, m.end(), paper.start())]
        if len(lead) <= MOST_NAMING + 1 and not re.search(r"[,;:]", text[m.end() : paper.start()]):
            yield _notice(Span(m.start(), paper.end()), _named(text, m.end(), paper))
    for m in _seen_by().finditer(text):
        if not _ours(reading, houses, m):
            continue
        start = about(text, Span(*m.span()), NEAR).start
        met = list(_paper().finditer(text, start, m.start()))
        if met:
            yield _notice(Span(met[-1].start(), m.end()), _named(text, start, met[-1]))


def _elsewhere(document: Document) -> Iterator[Notice]:
    for m in _journal().finditer(document.text):
        yield Notice(m.group(1), "article", m.group(1), Span(*m.span()))
    for m in _shown().finditer(document.text):
        name = f"{m.group(1)} on {m.group(2)}"
        yield Notice(name, "post", name, Span(*m.span()))


def _notice(span: Span, name: str) -> Notice:
    return Notice(name, "document", name, span)


def _ours(reading: Reading, houses: Houses, m: re.Match[str]) -> bool:
    """Whether it is this page that has seen something: under its house's name, or as "we", if nobody else says so."""
    if name := next((g for g in m.groups() if g), None):
        return houses.own(reading.document.id, name)
    said = (c for s in reading.statements if len(s.chain) > 1 for c in s.content)
    return not any(c.start <= m.start() < c.end for c in said)


def _named(text: str, start: int, paper: re.Match[str]) -> str:
    """The paper's noun with the words before it that name it, up to an article, a preposition or a comma."""
    lead = list(words(text, start, paper.start()))[-MOST_NAMING:]
    at = paper.start()
    for word in reversed(lead):
        between = text[word.span.end : at]
        if between.strip() or fold(word.text) in function_words() or word.numeric:
            break
        at = word.span.start
    return " ".join(text[at : paper.end()].split())


@cache
def _said_in() -> re.Pattern[str]:
    """A text in which somebody speaks: "in its communiqué No. 9", "dans un communiqué", "em nota"."""
    of = rf"(?<!\w)(?i:{any_of('in a')})[ ](?:[^\W\d_A-Z]{{2,12}}[ ]){{0,2}}?"
    return re.compile(rf"{of}((?i:{any_of('notice')})(?!\w){_NUMBER}|(?i:{any_of('plain')})(?!\w))")


def said_in(statement: Statement, document: Document) -> str | None:
    """The noun of the text in which the speaker of a telling says it, as the words around what is told give it."""
    text = document.text
    for m in _said_in().finditer(text, *about(text, statement.span, AROUND)):
        if not any(c.overlaps(Span(*m.span(1))) for c in statement.content):
            return "statement" if fold(m.group(1)) in map(fold, words_of("plain")) else " ".join(m.group(1).split())
    return None
