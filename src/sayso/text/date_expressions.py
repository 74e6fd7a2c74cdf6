"""Finding date expressions: one walk over the words of a text, and patterns only where a figure, a month or a relative word stands.

The walk is made once for a text and kept for the next few questions about it: the reading room asks line by line and the
extracting room statement by statement.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from sayso.model import Span
from sayso.text import calendars, relative_dates
from sayso.text.date_forms import Candidate, DateExpression, Unit, Words, bare_month, with_figures
from sayso.text.months import LONG_MONTHS
from sayso.text.numerals import lowered, vocabulary

__all__ = ["DateExpression", "Unit", "expressions"]

_DIGITS = {c: ord(str(unicodedata.decimal(chr(c)))) for c in range(0x660, 0x1E950) if chr(c).isdecimal()}
"""Digits of other scripts ("١٨ أغسطس ٢٠٣٠") as those of ours, one for one."""
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_FIGURES = re.compile(r"\d+")
_MONTHS = frozenset(form.split()[0].lower() for form in LONG_MONTHS)
_KEYS = _MONTHS | relative_dates.KEYS
KEPT = 400_000
"""A text longer than this is searched stretch by stretch: the whole of a file of 20 MB is more than anybody asks about."""
BACK, ON = 40, 24
"""So many characters before and after a word are read with it: "for seven consecutive months in a row" has 37, the
figures of a date at most three words before them ("20 de setembro de 2029")."""
ANY = "*"
LONGEST = 120
"""No expression is longer than this: the longest the tests know has 49 characters."""


def expressions(text: str, start: int, end: int, language: str | None = None) -> list[DateExpression]:
    """The date expressions in ``text[start:end]``, in order, without overlap; of two that overlap the longer one stands.

    ``language`` is the page's: short names of months and relative words of other languages than English count only there.
    ``ANY``: whose language is not known, and a date may be in any, but for forms that are another date, or none, elsewhere.
    """
    asked = Span(start, end)
    text = text if text.isascii() else _plain(text)
    found = _candidates(text, asked) if len(text) > KEPT else _of_text(text, asked)
    tongue = (language or "").split("-")[0].lower()
    return _apart(
        [c.expression for c in found if c.languages is None or tongue in c.languages or (tongue == ANY and not c.elsewhere)]
    )


@lru_cache(maxsize=4)
def _plain(text: str) -> str:
    return text.translate(_DIGITS)


def _of_text(text: str, asked: Span) -> Sequence[Candidate]:
    """Those of the whole text that lie in the stretch; the stretch itself is searched where one crosses its border."""
    whole, starts = _kept(text)
    inside: list[Candidate] = []
    for candidate in whole[bisect_left(starts, asked.start - LONGEST) : bisect_left(starts, asked.end)]:
        if asked.holds(candidate.expression.span):
            inside.append(candidate)
        elif asked.overlaps(candidate.expression.span):
            return _candidates(text, asked)
    return inside


@lru_cache(maxsize=64)  # the pages of a claim are asked of in turn
def _kept(text: str) -> tuple[list[Candidate], list[int]]:
    found = _candidates(text, Span(0, len(text)))
    return found, [c.expression.span.start for c in found]


def _candidates(text: str, bounds: Span) -> list[Candidate]:
    """Everything that may be a date expression between the bounds, in text order."""
    found: list[Candidate] = []
    for m in _FIGURES.finditer(text, bounds.start, bounds.end):
        if m.end() - m.start() in (1, 2, 4):
            row, n = _near(text, Span(max(bounds.start, m.start() - 28), min(bounds.end, m.end())), m.start())
            found += with_figures(text, bounds, row, n)
            found += calendars.with_figures(text, bounds, row, n)
    low = lowered(text)
    for word in sorted(_KEYS & vocabulary(text)):
        at = low.find(word, bounds.start, bounds.end)
        while at >= 0:
            row, n = _near(text, Span(max(bounds.start, at - BACK), min(bounds.end, at + ON)), at)
            if row.words[n] == word:
                found += bare_month(text, bounds, row, n) if word in _MONTHS else ()
                found += relative_dates.around(text, row, n) if word in relative_dates.KEYS else ()
            at = low.find(word, at + len(word), bounds.end)
    return sorted(found, key=lambda c: (c.expression.span.start, -c.expression.span.end, c.languages is None))


def _near(text: str, window: Span, at: int) -> tuple[Words, int]:
    """The words of a window, the first one whole, and the number of the one that begins at a place or holds it."""
    start, end = window
    while 0 < start < at and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    found = [m.span() for m in _TOKEN.finditer(text, start, end)]
    n = next(n for n, (_, last) in enumerate(found) if last > at)
    return Words([s for s, _ in found], [e for _, e in found], [text[s:e].lower() for s, e in found]), n


def _apart(found: Sequence[DateExpression]) -> list[DateExpression]:
    out: list[DateExpression] = []
    for x in found:
        if out and out[-1].span.overlaps(x.span):
            if x.span.end - x.span.start > out[-1].span.end - out[-1].span.start:
                out[-1] = x
        else:
            out.append(x)
    return out
