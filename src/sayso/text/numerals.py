"""Words and figures as they stand: tokens with their places, and the value of a run of digits with separators.

Every pattern is linear in the length of the text. Which separator parts thousands depends on the language ("4.800").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.model import Span

SPACES = " \u00a0\u2007\u2009\u202f"
# One run of digits with single separators between them; the run is judged afterwards, so that this stays linear. Words come first
# because most tokens are words.
ELIDED = r"(?<![^\W_])(?i:[dl])['’](?=[^\W\d_])"
"""A preposition or an article before a vowel is a word of its own: "d'une vingtaine", "d'environ 800 mètres"."""
TOKEN = re.compile(
    rf"(?P<vulgar>[¼-¾⅐-⅞])|(?P<word>(?!https?://|www\.)(?:{ELIDED}|[^\W\d_]+(?:['’][^\W\d_]+)*))|(?P<digits>(?:(?<![\w.])\.)?\d+(?:[.,'’٫٬{SPACES}]\d+)*)"
    r"|(?P<address>https?://\S+|www\.\S+)|(?P<mark>[^\w\s]|_)"
)
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅐": 1 / 7,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
    "⅑": 1 / 9,
    "⅒": 1 / 10,
}
# Languages that write 4,800.5; the others write 4.800,5. Unicode CLDR, decimal separators of the languages read here.
POINT_DECIMAL = frozenset({"en", "ar", "zh", "ja", "ko", "he", "hi", "th", "ur", "fa", "sw", "ms", "bn", "ta"})
LONGEST = 15  # digits that a float still holds exactly; longer runs are identifiers


class Token(NamedTuple):
    """A run of digits, a word or a mark; ``word`` is lower case."""

    start: int
    end: int
    kind: str
    word: str


@lru_cache(maxsize=64)  # two tellings and their pages are asked of in turn
def lowered(text: str) -> str:
    """The text in lower case, every character at its place (Turkish İ, which grows, stays)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


WORD = re.compile(r"\w+")  # three times as fast as letters alone; words glued to figures are found by those who read the figures
FIGURE = re.compile(r"[\d¼-¾⅐-⅞]")


@lru_cache(maxsize=64)
def vocabulary(text: str) -> frozenset[str]:
    """The lower-case words of a text: a cheap way to see that a list has no business there."""
    return frozenset(WORD.findall(lowered(text)))


@lru_cache(maxsize=128)  # hedges, denials and numbers ask of the same text in turn
def places(text: str, words: frozenset[str]) -> list[int]:
    """Where each of the words stands in the text, sorted."""
    low, found = lowered(text), []
    for word in words & vocabulary(text):
        at = low.find(word)
        while at >= 0:
            end = at + len(word)
            if not low[at - 1 : at].isalpha() and not low[end : end + 1].isalpha():
                found.append(at)
            at = low.find(word, end)
    return sorted(found)


def stands(text: str, span: Span, words: frozenset[str]) -> bool:
    """Whether one of the words stands within the span."""
    found = places(text, words)
    return bisect_left(found, span.start) < bisect_left(found, span.end)


@lru_cache(maxsize=64)  # quantities, hedges and stance read the same span one after the other
def tokens(text: str, start: int, end: int) -> Sequence[Token]:
    """Digits, words and marks of ``text[start:end]``, in order."""
    found: list[Token] = []
    low = lowered(text)
    for m in TOKEN.finditer(text, start, end):
        kind, (first, last) = m.lastgroup or "", m.span()
        if kind == "digits" and any(space in m.group() for space in SPACES):
            found += _unspaced(m)
        else:
            found.append(Token(first, last, kind, low[first:last]))
    return found


def _unspaced(match: re.Match[str]) -> list[Token]:
    """A run of digits with spaces: one number when they set off thousands ("40 000"), several otherwise."""
    parts = [(m.start() + match.start(), m.group()) for m in re.finditer(rf"[^{SPACES}]+", match.group())]
    first, last = parts[0][1], parts[-1][1]
    threes = all(len(p) == 3 and p.isdigit() for _, p in parts[1:-1]) and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", last)
    if first.isdigit() and len(first) <= 3 and threes:
        return [Token(match.start(), match.end(), "digits", match.group())]
    return [Token(at, at + len(p), "digits", p) for at, p in parts]


def numeral(digits: str, language: str = "en") -> float | None:
    """The value of a run of digits with separators; None when it is a date, a list, a version or too long to be a number."""
    if ("'" in digits or "’" in digits) and not re.fullmatch(r"\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?", digits):
        return None  # feet and inches, not Swiss thousands
    plain = _ascii(re.sub(rf"['’٬{SPACES}]", "", digits).replace("٫", "."))
    if sum(c.isdigit() for c in plain) > LONGEST:
        return None
    marks = re.sub(r"\d", "", plain)
    parts = re.split(r"[.,]", plain)
    if not marks or plain.startswith("."):
        return float(plain) if len(parts) <= 2 else None
    if len(marks) > 1:
        if len(set(marks)) == 1:
            return float("".join(parts)) if _grouped(parts) else None
        one_decimal = marks.count(marks[-1]) == 1 and _grouped(parts[:-1])
        return float("".join(parts[:-1]) + "." + parts[-1]) if one_decimal else None
    decimal = "." if language in POINT_DECIMAL else ","
    grouped = _grouped(parts) and parts[0].lstrip("0") and marks != decimal
    return float("".join(parts) if grouped else ".".join(parts))


def _grouped(parts: Sequence[str]) -> bool:
    """Thousands in threes, or lakh and crore in twos before the last three."""
    if not 1 <= len(parts[0]) <= 3:
        return False
    return len(parts) == 1 or (len(parts[-1]) == 3 and all(len(p) in (2, 3) for p in parts[1:]))


def _ascii(digits: str) -> str:
    return "".join(str(int(c)) if c.isdigit() else c for c in digits)
