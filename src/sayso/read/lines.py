"""The lines of a page, and what form each has: the ground on which title, date lines and furniture are told apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sayso.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDING = re.compile(r"[.!?…؟。।۔;:,](?:[”’\"'»“)\]*†\d]{0,4})$|[.!?…؟。।۔][\s”’\"'»“)\]*†]{0,4}$|[”\"»“)]$")
_FIGURED = re.compile(r"\d[.,:]\d{1,4}$")  # "02.02.2034": its last full stop ends nothing, and its year is no mark of a footnote
_POST = re.compile(r"\(@\w{1,30}\)\s[^\n]{0,30}\d{4}$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
FAR = 300_000
"""Dates and the outlet are looked for in the first 300,000 characters of a page: 50 times a long article, two seconds at worst."""
LONG = 400
"""Words are only counted in the first 400 characters of a line and signs of its end in the last 8: enough to tell a label from a
paragraph, and no line of 20 MB costs more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it. ``words`` counts at most those of its first 400 characters."""

    span: Span
    text: str
    words: int
    closed: bool
    paragraph: bool

    @property
    def prose(self) -> bool:
        """Whether it reads as a sentence of an article: closed, and at least eight words or forty-five characters long."""
        return self.closed and (self.words >= 8 or len(self.text) >= 45)


def lines(text: str) -> list[Line]:
    """Every line that is not blank. ``paragraph`` says that a blank line or the text's edge stands before it."""
    found: list[Line] = []
    last = -1
    for m in _LINE.finditer(text):
        raw = m.group()
        bare = raw.strip()
        if not bare:
            continue
        start = m.start() + len(raw) - len(raw.lstrip())
        gap = text[max(last, 0) : m.start()].replace("\r\n", "\n")
        found.append(
            Line(
                Span(start, start + len(bare)),
                bare,
                len(_WORD.findall(bare, 0, LONG)),
                _closed(bare),
                last < 0 or gap.count("\n") > 1,
            )
        )
        last = m.end()
    return found


def _closed(bare: str) -> bool:
    """Whether it ends as a sentence does: a full stop or its like, quotation marks, a symbol, an embedded post's signature."""
    if _FIGURED.search(bare[-12:]):
        return False
    return bool(_ENDING.search(bare[-8:])) or unicodedata.category(bare[-1]) in ("So", "Sk") or bool(_POST.search(bare[-80:]))


def words(text: str) -> list[str]:
    """The words of a short stretch, case-folded (the dot of Turkish İ goes)."""
    return [w.casefold().replace("\u0307", "") for w in _WORD.findall(text)]
