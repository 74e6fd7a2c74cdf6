"""Words and marks of a text, each with its place. No meaning is attached here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.model import Span

# A number keeps its separators (4,800; 3.5), a word its inner hyphens, apostrophes, the dots of an acronym (U.S.), the joiner of
# Persian (می‌گوید) and the vowel signs of Arabic script (أنّ).
_TOKEN = re.compile(r"\d[\d.,]*\d|(?:[A-Z]\.){2,}|\w+(?:[-’'‑\u200c]\w+|[\u064b-\u065f\u0670]+\w*)*|[^\w\s]")

_ARTICLED = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an)[-‑][A-Z]")


class Token(NamedTuple):
    """A word, number or mark at ``[start, end)``."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case, without a possessive ending."""
        low = self.text.lower()
        return low[:-2] if low.endswith(("'s", "’s")) else low

    @property
    def word(self) -> bool:
        """Whether this is a word or number rather than a mark."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter, or with an article of Arabic names and then one ("al-Masri")."""
        return self.text[0].isupper() or _ARTICLED.match(self.text) is not None

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All tokens of ``text[start:end]``, offsets counted in ``text``."""
    return list(_tokens(text, start, len(text) if end is None else end))


@lru_cache(maxsize=512)  # a sentence is asked for at each of its cues
def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end))
