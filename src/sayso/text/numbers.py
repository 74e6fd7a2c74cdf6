"""Numbers in running text: digits in any script, number words, fractions, open plurals ("dozens") and ranges.

Words come in as rows (``resources/numbers.yml``), since this floor knows no words of its own: ``Words.of(rows, language)``.
Digits inside names (T-4, 4x4), times, dotted and slashed dates, versions and telephone numbers are no numbers here; whether a bare
2018 is a year is left to those who know the words around it. Every pattern is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.model import Span
from sayso.text.numerals import VULGAR, Token, numeral, stands, tokens

JOINTS = frozenset(":-‐‑–/x×.+")
DASHES = "-‐‑–—"
ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10_000, 100_000})
"""What "one in …" is said of; "3 in 14" is more often three things in fourteen others."""


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


@dataclass(frozen=True)
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
        heads = ("small", "half", "many", "many_of", "few") + (() if "article" in kinds else ("hundred", "scale"))
        starts = frozenset(bare).union(*(kinds.get(kind, ()) for kind in heads))
        multiplied = frozenset().union(*(kinds.get(kind, ()) for kind in ("hundred", "scale", "dozen", "part")))
        return cls(wanted, kinds, loose, frozenset(bare), starts, multiplied)

    def may_stand(self, text: str, span: Span) -> bool:
        """Whether a number in words may stand in the span."""
        return stands(text, span, self.starts) or stands(text, span, self.multiplied)

    def value(self, kind: str, word: str) -> float | None:
        """What ``word`` is worth as a ``kind``, None when it is none."""
        return self.kinds.get(kind, {}).get(word)


def find(text: str, start: int, end: int, words: Words) -> list[Number]:
    """All numbers of ``text[start:end]`` in order, ranges joined to one."""
    return read(text, tokens(text, start, end), words)


def read(text: str, row: Sequence[Token], words: Words) -> list[Number]:
    """All numbers of a row of tokens of ``text``."""
    found: list[tuple[Number, int, int]] = []
    i = 0
    parser = Parser(text, row, words)
    starts, articles = words.starts, words.kinds.get("article", {})
    while i < len(row):
        kind, word = row[i].kind, row[i].word
        if kind == "mark" or (kind == "word" and word not in starts and not (word in articles and parser.counts(i + 1))):
            i += 1
            continue
        number, j = parser.number(i)
        if number is not None:
            alone = not found or found[-1][2] < i - 1  # "ten minus three" is a subtraction
            found.append((_below(row, i, number) if alone else number, i, j))
        i = max(j, i + 1)
    return _ranges(row, found, words)


def _below(row: Sequence[Token], i: int, number: Number) -> Number:
    """ "minus five": the number below zero, where the word stands right before it."""
    if i == 0 or row[i - 1].word != "minus" or number.high != number.low:
        return number
    return replace(number, span=Span(row[i - 1].start, number.span.end), low=-number.low, high=-number.low)


class Parser:
    """Reads one number from a row of tokens."""

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
        return self.times(i) is not None or self.value("part", i) is not None

    def number(self, i: int) -> tuple[Number | None, int]:
        """The number that begins at token ``i`` and the token after it; None and where to go on when there is none."""
        kind = self.row[i].kind
        if kind == "digits":
            return self.digits(i)
        if kind == "vulgar":
            return self.make(i, i + 1, VULGAR[self.row[i].word], share=True), i + 1
        if kind != "word" or self.inside_name(i):
            return None, i + 1
        return self.vague(i) or self.half(i) or self.cardinal(i, None) or (None, i + 1)

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

    # digits

    def digits(self, i: int) -> tuple[Number | None, int]:
        """A number that begins with digits, or a run of digits to be passed over."""
        run = self.chain(i)
        if run > i + 1 or self.named(i):
            return None, run
        value = numeral(self.row[i].word, self.words.language)
        if value is None:
            return None, run
        if self.word(i + 1) in ("/", "⁄") and self.row[i + 2 : i + 3] and self.row[i + 2].kind == "digits":
            return self.slashed(i, value)
        after = self.text[self.row[i].end : self.row[i].end + 1]
        if after.isalpha():
            return self.suffixed(i, value)
        if after and after in VULGAR:
            return self.make(i, i + 2, value + VULGAR[after]), i + 2
        return self.cardinal(i, value) or (None, i + 1)

    def chain(self, i: int) -> int:
        """Past digits joined by colons, or by two or more hyphens or slashes: times, telephones, dates, sizes."""
        j, joints = i, ""
        while j + 2 < len(self.row) and self.row[j + 1].word in JOINTS and self.row[j + 2].kind == "digits":
            if self.row[j + 2].start - self.row[j].end != 1:
                break
            joints += self.row[j + 1].word
            j += 2
        return j + 1 if len(joints) > 1 or (joints and joints in ":x×.+") else i + 1

    def named(self, i: int) -> bool:
        """Part of a name, a written zero-led code, an address."""
        word = self.row[i].word
        led = len(word) > 1 and word[0] == "0" and word[1].isdigit()
        return led or (self.inside_name(i) and not self.money(i))

    def money(self, i: int) -> bool:
        """Whether the letters directly before are a currency code ("SEK500")."""
        at = self.row[i].start
        code, before = self.text[max(at - 3, 0) : at], self.text[max(at - 4, 0) : max(at - 3, 0)]
        return len(code) == 3 and code.isascii() and code.isupper() and not before.isalnum()

    def slashed(self, i: int, value: float) -> tuple[Number | None, int]:
        """1/3 before "of" is a share; any other pair about a slash (dates, 9/11, 24/7, scores) is passed over."""
        below = numeral(self.row[i + 2].word, self.words.language) or 0.0
        if value < below <= 10 and self.row[i + 2].end - self.row[i].start <= 4 and self.value("of", i + 3) is not None:
            return self.make(i, i + 3, value / below, share=True), i + 3
        return None, i + 3

    def suffixed(self, i: int, value: float) -> tuple[Number | None, int]:
        """Digits with letters set directly after them: a scale, "m" for million after money, else part of a name or a measure."""
        letters = self.word(i + 1)
        scale = self.words.value("suffix", letters)
        if letters == "m" and (self.currency(i) or self.text[self.row[i + 1].start] == "M"):
            scale = 1e6
        if scale is not None:
            return self.make(i, i + 2, value * scale), i + 2
        return self.make(i, i + 1, value), i + 1

    def currency(self, i: int) -> bool:
        """Whether a currency sign stands directly before."""
        return self.row[i].start > 0 and self.text[self.row[i].start - 1] in "$€£¥₹₽₴₺"

    # words

    def cardinal(self, i: int, value: float | None) -> tuple[Number, int] | None:
        """Words (or ``value`` in digits) that add up and multiply to one number."""
        total, current, room, last, j, worded = 0.0, value, 0.0, float("inf"), i + (value is not None), value is None
        end = j
        if worded and self.value("article", i) is not None:
            if all(self.value(k, i + 1) is None for k in ("hundred", "scale", "dozen")):
                return self.share(i, 1.0, i + 1)
            current, j = 1.0, i + 1
        while j < len(self.row):
            k = self.joined(j, end, room if current is not None else last) if j > i else j
            if k is None:
                break
            small, times = self.small(k), self.times(k) or (None if current is None else self.several(k))
            if small is not None and (current is None or small < room) and small < last:
                current = (current or 0.0) + small
                room = 100.0 if small >= 100 else 10.0 if small >= 20 and small % 10 == 0 else 0.0
            elif times == 100 and (current is not None or self.word(k) in self.words.bare) and (current or 1) < 100:
                current, room = (current or 1.0) * 100, 100.0
            elif times is not None and times > 100 and times < last and (current is not None or self.words.language != "en"):
                total, current, last, room = total + (current if current is not None else 1.0) * times, None, times, times
            elif times == 12 and current is not None:
                total, current, last, room = total + current * 12, None, 12.0, 0.0
            else:
                break
            j = end = k + 1
        if end == i or (current is None and last == float("inf")):
            return None
        return self.share(i, total + (current or 0.0), end) or self.halves(i, total, current, last, end, worded)

    def small(self, k: int) -> float | None:
        """An adding word."""
        return self.value("small", k)

    def times(self, k: int) -> float | None:
        """A multiplying word."""
        return next((v for kind in ("hundred", "scale", "dozen") if (v := self.value(kind, k)) is not None), None)

    def several(self, k: int) -> float | None:
        """A plural after a count ("three dozens"): worth half of what it is worth alone."""
        many = self.value("many", k)
        return None if many is None else many / 2

    def joined(self, j: int, end: int, room: float) -> int | None:
        """The token to read next: ``j`` itself, or the one after a hyphen or an "and" that joins."""
        if j > end:
            return j
        if self.word(j) in ("-", "‐", "‑") and j + 1 < len(self.row) and self.row[j + 1].start - self.row[j - 1].end == 1:
            return j + 1 if (self.value("small", j + 1) is not None or self.times(j + 1) is not None) else None
        if self.value("join", j) is not None:
            small = self.value("small", j + 1)
            return j + 1 if small is not None and small < room and (self.words.loose or room >= 100) else None
        return j if self.row[j].kind == "word" else None

    def share(self, i: int, value: float, end: int) -> tuple[Number, int] | None:
        """ "two thirds", "a quarter of": a count of parts."""
        k = end + 1 if self.word(end) in ("-", "‐", "‑") else end
        part = self.value("part", k)
        if part is None or value > part or value != int(value):
            return None
        plural = self.word(k).endswith("s")
        alone = self.word(i) == "one" and (k + 1 >= len(self.row) or self.row[k + 1].kind != "word")
        if plural != (value > 1) or not (plural or alone or k > end or self.value("of", k + 1) is not None or self.times(k + 1)):
            return None
        m = k + 1 + (self.word(k + 1) == "of") + (self.word(k + 1) == "of" and self.value("article", k + 2) is not None)
        scale = self.value("scale", m)
        if scale is not None:
            return self.make(i, m + 1, value / part * scale, worded=True), m + 1
        return self.make(i, k + 1, value / part, share=True, worded=True), k + 1

    def halves(self, i: int, total: float, current: float | None, last: float, end: int, worded: bool) -> tuple[Number, int]:
        """The number, with "and a half" and a scale after it where they stand."""
        value = total + (current or 0.0)
        k = end + 2 if self.value("join", end) is not None and self.value("article", end + 1) is not None else 0
        part = self.value("part", k) if k else None
        if part is not None:
            scale = self.value("scale", k + 1)
            value = value + (last if current is None and last < float("inf") else 1.0) / part
            value, end = (value * scale, k + 2) if scale is not None else (value, k + 1)
        bare = not worded and end == i + 1 and self.row[i].word.isdigit()
        return self.make(i, end, value, worded=worded, bare=bare), end

    def half(self, i: int) -> tuple[Number, int] | None:
        """ "half a million", "half of the"."""
        value = self.value("half", i)
        if value is None or (i and (self.word(i - 1) in ("-", "‐") or self.value("ordinal", i - 1) is not None)):
            return None
        k = i + 1 + (self.value("article", i + 1) is not None)
        times = self.times(k)
        if times is not None:
            return self.make(i, k + 1, value * times, worded=True), k + 1
        if self.value("of", i + 1) is not None:
            return self.make(i, i + 1, value, share=True, worded=True), i + 1
        return None

    def vague(self, i: int) -> tuple[Number, int] | None:
        """ "dozens", "hundreds of millions", "several hundred": open upwards."""
        many = self.value("many", i)
        many_of = self.value("many_of", i)
        second = self.value("many", i + 2) if self.words.value("of", self.word(i + 1)) is not None else None
        if second is not None and (many or many_of):
            return self.make(i, i + 3, (many or many_of or 0.0) * second / 2, high=None, worded=True, vague=True), i + 3
        if many is not None or (many_of is not None and self.word(i + 1) == "of"):
            return self.make(i, i + 1, many or many_of or 0.0, high=None, worded=True, vague=True), i + 1
        few = self.value("few", i)
        k = i + 1 + (self.word(i + 1) == "of")
        times = self.times(k) if few is not None else None
        if few is None or times is None:
            return None
        return self.make(i, k + 1, few * times, high=None, worded=True, vague=True), k + 1


def _ranges(row: Sequence[Token], found: Sequence[tuple[Number, int, int]], words: Words) -> list[Number]:
    """Neighbours joined by a dash, "to", "or", or by "and" after "between" become one; scores (3-1) are left out."""
    out: list[Number] = []
    n = 0
    while n < len(found):
        number, i, j = found[n]
        if n + 1 < len(found) and found[n + 1][1] in (j + 1, j + 2):
            other, k, _ = found[n + 1]
            between = row[j:k]
            part = _one_in(number, other, [t.word for t in between])
            if part is not None:
                out.append(part)
                n += 2
                continue
            kind = _joint(row, i, between, words)
            if kind:
                pair = _span_of(number, other, kind)
                if pair is not None:
                    out.append(pair)
                if pair is not None or kind == "dash" or (kind == "to" and _vote(row, i, number, other)):
                    n += 2
                    continue
        out.append(number)
        n += 1
    return out


def _vote(row: Sequence[Token], i: int, a: Number, b: Number) -> bool:
    """ "ruled 5 to 4": the result of a vote or game."""
    return a.bare and b.bare and b.low < a.low and "from" not in [t.word for t in row[max(i - 2, 0) : i]]


def _one_in(a: Number, b: Number, between: Sequence[str]) -> Number | None:
    """ "one in five", "nine out of ten": a share."""
    if a.high != a.low or b.high != b.low or not 0 < a.low < b.low:
        return None
    out_of = between == ["out", "of"] and b.low <= 10
    if out_of or (between == ["in"] and b.low in ROUND and (a.low == 1 or b.low in (10, 100))):
        return Number(Span(a.span.start, b.span.end), a.low / b.low, a.low / b.low, True, a.worded)
    return None


def _joint(row: Sequence[Token], i: int, between: Sequence[Token], words: Words) -> str:
    """How two numbers are joined: "dash", "to", "or", "and", or "" when they are not."""
    signs = [t.word for t in between if t.word not in "$€£¥₹₽₴₺%" or t.kind == "word"]
    if len(signs) != 1:
        return ""
    sign = signs[0]
    if sign in DASHES:
        return "dash"
    before = [t.word for t in row[max(i - 6, 0) : i]]
    if words.value("to", sign) is not None:
        return "" if any(words.value("change", w) is not None for w in before) else "to"
    if words.value("or", sign) is not None:
        return "or"
    near = any(words.value("between", w) is not None for w in before[-2:])
    return "and" if near and words.value("join", sign) is not None else ""


def _span_of(a: Number, b: Number, kind: str) -> Number | None:
    """The range from ``a`` to ``b``; None where the two are no range."""
    if a.vague or b.vague or b.high is None:
        return None
    low = a.low
    if low < 1000 <= b.low and not b.bare and a.bare and b.low / 1000 > low:  # "2 to 3 million"
        scale = max((s for s in (1e12, 1e9, 1e6, 1e3) if b.low >= s), default=1.0)
        low *= scale if low * scale < b.low else 1.0
    if low >= b.high or (kind == "or" and b.high > 2 * low + 1) or (kind == "dash" and a.share != b.share):
        return None
    return Number(Span(a.span.start, b.span.end), low, b.high, a.share and b.share, a.worded, False, a.bare and b.bare)
