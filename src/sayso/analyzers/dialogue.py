"""Speech behind a dash ("– C – powiedziała S. – C."), as pages of Poland, Russia and Ukraine set it: quotations without marks.

A paragraph that opens with a dash, or a sentence in it, is speech up to the next dash behind which a verb of telling, or a verb
and somebody, stands. From there on the teller speaks, to the dash behind his full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon.roles import role_of
from sayso.lexicon.words import cues, folded, words
from sayso.model import Span
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import Token, tokens

SPOKEN = frozenset({"pl", "ru", "uk"})
AHEAD = 4  # words behind a dash among which the verb of telling or whoever spoke stands
_OPENS = re.compile(r"[–—-]\s+(?=[^\s\d])")
_AGAIN = re.compile(r"(?<=[.!?…])\s[–—]\s(?=[^\W\d_a-zа-яіїєґąćęłńóśźż])")
_DASH = re.compile(r"(?<=\s)[–—-](?=\s)")
_BEFORE = ",.!?…"  # before the dash of a teller; a Polish one has none
_STOP = re.compile(r"[.!?…]\s*\Z")


def spoken(text: str, paragraph: Span, quotes: Sequence[Quotation], language: str) -> list[Quotation]:
    """The quotations of a paragraph, cut where their teller stands in them, with what is said behind dashes."""
    if language not in SPOKEN:
        return list(quotes)
    quotes = [part for q in quotes for part in _broken(text, q, language)]
    opened = _OPENS.match(text, paragraph.start, paragraph.end)
    sure = opened is not None  # a dash behind a sentence opens speech only where a teller follows
    opened = opened or _AGAIN.search(text, paragraph.start, paragraph.end)
    if opened is None or any(not q.single and len(q.inner.of(text).split()) > AHEAD for q in quotes):
        return list(quotes)
    out: list[Quotation] = []
    begin: int | None = opened.end()
    for m in _DASH.finditer(text, opened.end(), paragraph.end):
        if begin is not None and _tells(text, Span(m.end(), paragraph.end), language):
            out.append(_made(text, begin, m.start()))
            begin = None
        elif begin is None and (
            _STOP.search(text, paragraph.start, m.start()) or text[max(m.start() - 3, 0) : m.start()].rstrip()[-1:] == ","
        ):
            begin = m.end()
    if begin is not None and (sure or out):
        out.append(_made(text, begin, paragraph.end))
    kept = [q for q in quotes if not overlapping(out, q.span)]
    return sorted(out + kept, key=lambda q: q.span)


def _broken(text: str, quote: Quotation, language: str) -> list[Quotation]:
    """A quotation with its teller inside the marks («C, — сказал S. — C») in its two parts."""
    cuts = [
        m
        for m in _DASH.finditer(text, *quote.inner)
        if language == "pl" or text[max(m.start() - 3, 0) : m.start()].rstrip()[-1:] in _BEFORE
    ]
    teller = next((m for m in cuts if _tells(text, Span(m.end(), quote.inner.end), language)), None)
    if teller is None:
        return [quote]
    again = next((m for m in cuts if m.start() > teller.end()), None)
    first = _made(text, quote.inner.start, teller.start())
    first = replace(first, span=Span(quote.span.start, first.inner.end))
    if again is None:
        return [first]
    last = _made(text, again.end(), quote.inner.end)
    return [first, replace(last, span=Span(last.inner.start, quote.span.end))]


def _made(text: str, begin: int, end: int) -> Quotation:
    inner = text[begin:end]
    span = Span(begin + len(inner) - len(inner.lstrip()), begin + len(inner.rstrip(" ,\u00a0\n")))
    return Quotation(span, span, opened=False, closed=False)


def _tells(text: str, rest: Span, language: str) -> bool:
    """Whether the words behind a dash are the teller's: a verb of telling, or a small word and somebody ("żali się Ewa Kot")."""
    ahead: list[Token] = []
    for t in tokens(text, *rest):
        if not t.word:
            break
        ahead.append(t)
    if not ahead or ahead[0].capital:
        return False
    low = [folded(t.text, language) for t in ahead]
    if any(w in cues(language) for w in low[:AHEAD]) and low[0] not in words(language, "that"):
        return True
    tied = any(
        low[0] in words(language, kind) for kind in ("preposition", "that", "clause", "join", "relative", "negation", "determiner")
    )
    somebody = any(t.capital or role_of(t, language) in ("person", "official") for t in ahead[1:AHEAD])
    return not tied and somebody and low[0] not in words(language, "auxiliary") and not role_of(ahead[0], language)
