"""What a number is, the number words of one language, and what the words of a row of tokens are worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.model import Span
from sayso.text.numerals import Token, stands

HYPHENS = frozenset("-‐‑")
YEARS = (1500, 2100)
"""Bare four digits between them may be a year."""


DOZEN = 12.0


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands; ``high`` None is open ended, ``share`` marks fractions, ``worded`` those not in digits."""

    span: Span
    low: float
    high: float | None
    share: bool = False
    worded: bool = False
    vague: bool = False
    bare: bool = False
    """Digits alone, without separator or scale: the only form in which a year is written."""
    told: tuple[Number, ...] | None = None
    """What news tells by it where that is not the number itself: both parts of "1 over 3", nothing by a piece of an address."""


@dataclass(frozen=True, eq=False)
class Words:
    """The number words of one language, by kind."""

    language: str
    kinds: Mapping[str, Mapping[str, float]]
    loose: bool = False
    bare: frozenset[str] = field(default_factory=frozenset)
    starts: frozenset[str] = field(default_factory=frozenset)
    """The words that a number may begin with, articles left out."""
    multiplied: frozenset[str] = field(default_factory=frozenset)
    """The words before which an article begins a number."""

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]], language: str | None) -> Words:
        """The rows of ``language`` (English where it is unknown or has none) and those of every language."""
        rows = list(rows)
        wanted = (language or "en").split("-")[0].lower()
        known = {row["lang"] for row in rows}
        kinds: dict[str, dict[str, float]] = {}
        loose, bare = False, set[str]()
        for row in rows:
            if row["lang"] in ("*", wanted if wanted in known else "en"):
                kinds.setdefault(row["kind"], {}).update({w: float(v) for w, v in row["words"].items()})
                loose = loose or bool(row.get("loose"))
                bare |= set(row["words"]) if row.get("bare") else set()
        heads = ("small", "half", "portion", "many", "many_of", "few") + (() if "article" in kinds else ("hundred", "scale"))
        starts = frozenset(bare).union(*(kinds.get(kind, ()) for kind in heads))
        multiplied = frozenset().union(*(kinds.get(kind, ()) for kind in ("hundred", "scale", "dozen", "ten", "part")))
        return cls(wanted, kinds, loose, frozenset(bare), starts, multiplied)

    def may_stand(self, text: str, span: Span) -> bool:
        """Whether a number in words may stand in the span."""
        return stands(text, span, self.starts) or stands(text, span, self.multiplied)

    def value(self, kind: str, word: str) -> float | None:
        """What ``word`` is worth as a ``kind``, None when it is none."""
        return self.kinds.get(kind, {}).get(word)

    def rounds(self, word: str) -> bool:
        """Whether a word of count says of itself that it is not exact: "une vingtaine", and not "a dozen"."""
        return self.value("dozen", word) not in (None, DOZEN)


class Row:
    """A row of tokens of a text, and what its words are worth."""

    def __init__(self, text: str, row: Sequence[Token], words: Words) -> None:
        self.text, self.row, self.words = text, row, words

    def word(self, i: int) -> str:
        """The lower-case word at ``i``, empty past the end."""
        return self.row[i].word if 0 <= i < len(self.row) else ""

    def value(self, kind: str, i: int) -> float | None:
        """What the word at ``i`` is worth as a ``kind``."""
        return self.words.value(kind, self.word(i)) if i < len(self.row) and self.row[i].kind == "word" else None

    def counts(self, i: int) -> bool:
        """Whether a word stands at ``i`` that an article may multiply or divide."""
        return self.times(i) is not None or self.part(i)[0] is not None

    def make(self, i: int, j: int, low: float, **more: Any) -> Number:
        """A number over the tokens ``i`` to ``j``."""
        more.setdefault("high", low)
        return Number(Span(self.row[i].start, self.row[j - 1].end), low, **more)

    def inside_name(self, i: int) -> bool:
        """Joined on the left to a letter, digit or a hyphen after one: part of a name or a longer word."""
        at = self.row[i].start
        before, two = self.text[at - 1 : at], self.text[max(at - 2, 0) : at - 1]
        if not before or before.isalnum() or before in "_@#/\\=&%":
            return bool(before)
        return (before in "-‐‑" and two.isalpha()) or (before == "." and two.isalnum())

    def small(self, k: int) -> float | None:
        """An adding word."""
        return self.value("small", k)

    def times(self, k: int) -> float | None:
        """A multiplying word."""
        return next((v for kind in ("hundred", "scale", "dozen", "ten") if (v := self.value(kind, k)) is not None), None)

    def several(self, k: int) -> float | None:
        """A plural after a count ("three dozens"): worth half of what it is worth alone."""
        many = self.value("many", k)
        return None if many is None else many / 2

    def compound(self, k: int, current: float) -> tuple[float, float] | None:
        """What a word behind a unit makes of it, and the room that it leaves: "dua belas" is twelve, "quatre-vingts" eighty."""
        teen, score = self.value("teen", k), self.value("score", k)
        if teen is not None and 0 < current % 100 < 10:
            return current + teen, 0.0
        if score is not None and current % 100 == 4:
            return current - 4 + 4 * score, score
        return None

    def part(self, k: int) -> tuple[float | None, int]:
        """The denominator that begins at ``k`` ("fifths", "twenty-firsts", "one hundred and fifths") and the token after it."""
        count, m = self.value("small", k), k + 1 + (self.word(k + 1) in HYPHENS)
        times = self.value("hundred", m) or self.value("scale", m)
        if count is None or times is None:
            return self.place(k)
        more, end = self.place(m + 1 + (self.value("join", m + 1) is not None))
        return (None, k) if more is None or more >= 100 else (count * times + more, end)

    def place(self, k: int) -> tuple[float | None, int]:
        """A denominator of one word, or of tens and units."""
        part = self.value("part", k)
        if part is not None:
            return part, k + 1
        tens, m = self.value("small", k), k + 1 + (self.word(k + 1) in HYPHENS)
        unit = self.value("unit", m) if tens is not None and tens >= 20 and tens % 10 == 0 else None
        return (None, k) if tens is None or unit is None else (tens + unit, m + 1)

    def parted(self, k: int) -> bool:
        """Whether a hyphen with spaces about it stands at ``k`` between tens and units ("fifty - two")."""
        if self.word(k) not in HYPHENS or self.row[k - 1].end + 1 != self.row[k].start or (self.small(k - 1) or 0) < 20:
            return False
        return k + 1 < len(self.row) and self.row[k + 1].start == self.row[k].end + 1 and 0 < (self.value("small", k + 1) or 0) < 10
