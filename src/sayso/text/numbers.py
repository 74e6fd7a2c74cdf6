"""Numbers in running text: digits in any script, number words, fractions, open plurals ("dozens") and ranges.

Words come in as rows (``resources/numbers.yml``), since this floor knows no words of its own: ``Words.of(rows, language)``.
``find`` reads every figure; ``counted`` keeps what a sentence counts with, of digits inside names (T-4, 4x4), times, dotted and
slashed dates, versions and telephone numbers nothing. Whether a bare 2018 is a year is left to those who know the words around it.
Every pattern is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.model import Span
from sayso.text import fractions, pieces
from sayso.text.number_words import HYPHENS, Number, Row, Words
from sayso.text.numerals import VULGAR, Token, numeral, tokens
from sayso.text.pieces import counted

__all__ = ["Number", "Words", "counted", "find", "read"]

JOINTS = frozenset(":-‐‑–/x×.+")
DASHES = "-‐‑–—"
ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000, 10_000, 100_000})
"""What "one in …" is said of; "3 in 14" is more often three things in fourteen others."""


AFTER_THOUSAND = frozenset({"tr", "es", "id"})  # "4 bin 100", "4 mil 100", "4 ribu 100" are one figure
DOTTED = frozenset("тыс тис млн млрд".split())  # short forms of scale words that may have a dot
TEENS = frozenset({"عشر", "عشرة"})


def find(text: str, start: int, end: int, words: Words) -> list[Number]:
    """All numbers of ``text[start:end]`` in order, ranges joined to one."""
    return list(_found(text, start, end, words))


@lru_cache(maxsize=4096)  # rules ask the same of a telling or a page again: half of their time for numbers on fifty news pages
def _found(text: str, start: int, end: int, words: Words) -> tuple[Number, ...]:
    return tuple(read(text, tokens(text, start, end), words))


def read(text: str, row: Sequence[Token], words: Words) -> list[Number]:
    """All numbers of a row of tokens of ``text``."""
    found: list[tuple[Number, int, int]] = []
    aside: list[Number] = []
    i = 0
    parser = Parser(text, row, words)
    starts, articles = words.starts, words.kinds.get("article", {})
    while i < len(row):
        kind, word = row[i].kind, row[i].word
        opened = word in starts or (word in articles and parser.counts(i + 1)) or parser.opens(i)
        if kind == "mark" or (kind == "word" and not opened):
            i += 1
            continue
        number, j = parser.number(i)
        if number is None:
            aside += pieces.passed(parser, i, j)
        else:
            alone = not found or found[-1][2] < i - 1  # "ten minus three" is a subtraction
            number = fractions.below(parser, i, j, number) if alone else number
            if any(parser.parted(k) for k in range(i + 1, j)):
                number = replace(number, told=())
            if number.told is None:
                found.append((number, i, j))
            else:
                aside.append(number)
        i = max(j, i + 1)
    return sorted(pieces.quotients(text, _ranges(row, found, words), words) + aside, key=lambda n: n.span)


class Parser(Row):
    """Reads one number from a row of tokens."""

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

    # digits

    def digits(self, i: int) -> tuple[Number | None, int]:
        """A number that begins with digits, or a run of digits to be passed over."""
        power = None if self.named(i) else fractions.power(self, i)
        if power is not None:
            return power
        run = self.chain(i)
        if run > i + 1 or self.named(i):
            return None, run
        value = numeral(self.row[i].word, self.words.language)
        if value is None:
            return None, run
        if self.word(i + 1) in ("/", "⁄") and self.row[i + 2 : i + 3] and self.row[i + 2].kind == "digits":
            return fractions.slashed(self, i, value)
        mixed = fractions.mixed(self, i, value)
        if mixed is not None:
            return mixed
        after = self.text[self.row[i].end : self.row[i].end + 1]
        if after.isalpha():
            return self.suffixed(i, value)
        if after and after in VULGAR:
            return self.make(i, i + 2, value + VULGAR[after]), i + 2
        return fractions.lettered(self, i, value) or self.cardinal(i, value) or (None, i + 1)

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
        return len(code) == 3 and code.isascii() and code.isalpha() and code.isupper() and not before.isalnum()

    def suffixed(self, i: int, value: float) -> tuple[Number | None, int]:
        """Digits with letters set directly after them: a scale, "m" for million after money, else part of a name or a measure."""
        scale = self.words.value("suffix", self.word(i + 1))
        if scale is not None:
            return self.make(i, i + 2, value * scale), i + 2
        return fractions.lettered(self, i, value) or (self.make(i, i + 1, value), i + 1)

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
                left = self.value("room", k)
                room = left or (100.0 if small >= 100 else 10.0 if small >= self.tens and small % 10 == 0 else 0.0)
            elif current is not None and (made := self.compound(k, current)) is not None:
                current, room = made
            elif small is not None and self.behind(k, current, small):
                current, room = (current or 0.0) + small, 0.0
            elif times == 100 and (current is not None or self.opens(k)) and (current or 1) < 100:
                current, room = (current or 1.0) * 100, 100.0
            elif times is not None and times > 100 and self.grows(current, last, times):
                more = (current if current is not None else 1.0) * times
                total = total * times if times > last else total + more  # "lakh crore", "thousand million"
                current, last, room = None, times, times
            elif times is not None and times < 100 and current is not None:
                rest = (worded and current % 100) or current  # "three hundred and two dozens", "une vingtaine"
                total, current, last, room = total + current + rest * (times - 1), None, times, 0.0
            else:
                break
            j = end = k + 1
        end += self.dotted(end)
        if end == i or (current is None and last == float("inf")) or self.ordinal(end) or self.idle(i, end):
            return None
        return self.share(i, total + (current or 0.0), end) or self.halves(i, total, current, last, end, worded)

    @property
    def tens(self) -> int:
        """The first ten that takes units behind it: "on iki" is twelve in Turkish."""
        return 10 if self.words.language == "tr" else 20

    def behind(self, k: int, current: float | None, small: float) -> bool:
        """Arabic says the units first: "خمسة عشر", "خمسة وعشرون"."""
        joined = self.words.language == "ar" and (self.word(k).startswith("و") or self.word(k) in TEENS)
        return joined and current is not None and 0 < current % 100 < 10 <= small < 100

    def dotted(self, end: int) -> bool:
        """Whether the dot after "тыс." belongs to it: the sentence goes on in lower case."""
        after = self.row[end + 1 : end + 2]
        return self.word(end) == "." and self.word(end - 1) in DOTTED and bool(after) and self.text[after[0].start].islower()

    def opens(self, i: int) -> bool:
        """A hundred that needs no article: in some languages any, in English one before a scale ("hundred thousand")."""
        if self.value("hundred", i) is None:
            return False
        return self.word(i) in self.words.bare or self.value("scale", i + 1) is not None

    def grows(self, current: float | None, last: float, times: float) -> bool:
        """Whether a scale word goes on with the number: a smaller one with a count, a larger one right after another."""
        return (times < last and (current is not None or self.words.language != "en")) or (current is None and times > last)

    def ordinal(self, end: int) -> bool:
        """What stands before the unit of "twenty-first", "one hundred-first" is no number."""
        ordinal = self.word(end) in HYPHENS and self.value("unit", end + 1) is not None and not self.word(end + 1).endswith("s")
        return ordinal and ((self.value("small", end - 1) or 0) >= 20 or self.times(end - 1) is not None)

    def idle(self, i: int, end: int) -> bool:
        """ "for naught", "came to nought": no figure."""
        return end == i + 1 and self.value("idle", i) is not None and self.value("before_idle", i - 1) is not None

    def small(self, k: int) -> float | None:
        """An adding word, or up to three digits between scale words ("4 thousand 3 hundred and 21")."""
        if k < len(self.row) and self.row[k].kind == "digits":
            return float(self.word(k)) if len(self.word(k)) <= 3 and self.word(k).isdecimal() and self.word(k)[0] != "0" else None
        return self.value("small", k)

    def joined(self, j: int, end: int, room: float) -> int | None:
        """The token to read next: ``j`` itself, or the one after a hyphen or an "and" that joins."""
        if j > end:
            return j
        if self.parted(j):
            return j + 1
        if self.word(j) in ("-", "‐", "‑") and j + 1 < len(self.row) and self.row[j + 1].start - self.row[j - 1].end == 1:
            return j + 1 if (self.value("small", j + 1) is not None or self.times(j + 1) is not None) else None
        if self.value("join", j) is not None:
            figures = self.row[j + 1 : j + 2] and self.row[j + 1].kind == "digits"
            if figures and not (self.value("hundred", j - 1) and self.row[j - 2].kind == "digits" and self.times(j + 2) is None):
                return None
            small = None if fractions.proper(self, j + 1) else self.small(j + 1)
            joins = self.words.loose or room >= 100 or (self.value("join", j + 2) is not None and fractions.proper(self, j + 3))
            return j + 1 if small is not None and small < room and joins else None
        if self.row[j].kind == "digits":
            scale = self.value("scale", j - 1)
            if scale == 1000 and self.words.language in AFTER_THOUSAND and len(self.word(j)) <= 3:
                return j if self.words.language == "tr" or len(self.word(j)) == 3 else None
            return j if scale is not None and (self.times(j + 1) or room) < room else None
        part, e = self.part(j)  # "one hundred | thirty fifths"
        below = part is not None and e > j + 1 and (self.word(j + 1) in HYPHENS or self.word(e - 1).endswith("s"))
        return j if self.row[j].kind == "word" and not below else None

    def share(self, i: int, value: float, end: int) -> tuple[Number, int] | None:
        """ "two thirds", "a quarter of": a count of parts."""
        k = end + 1 if self.word(end) in ("-", "‐", "‑") else end
        part, e = self.part(k)
        if part is None or value != int(value):
            return None
        plural = self.word(e - 1).endswith("s")
        if value > part and not (plural and part > 4):  # five quarters are a span of time
            return None
        article = self.value("article", i) is not None
        alone = (article or self.word(i) == "one") and (e >= len(self.row) or self.row[e].kind != "word")
        sure = plural or k > end or self.value("of", e) is not None or self.times(e + (self.word(e) in HYPHENS))
        if plural != (value > 1) or not (sure or alone):
            return None
        if not sure and article and part <= 20 and not fractions.lone_half(self, i):
            return self.make(i, e, value / part, share=True, worded=True, told=()), e  # "came in a fifth" may be a place
        m = e + (self.word(e) == "of") + (self.word(e) == "of" and self.value("article", e + 1) is not None)
        m += self.word(m) in HYPHENS  # "a half-million"
        scale = self.value("scale", m)
        if scale is None and self.word(e) != "of":
            scale = self.value("dozen", m)
        if scale is not None:
            return self.make(i, m + 1, value / part * scale, worded=True), m + 1
        return self.make(i, e, value / part, share=True, worded=True), e

    def halves(self, i: int, total: float, current: float | None, last: float, end: int, worded: bool) -> tuple[Number, int]:
        """The number, with "point five" or "and a half" and a scale after it where they stand."""
        value = total + (current or 0.0)
        ahead = fractions.proper(self, end + 1) if self.value("join", end) is not None else None
        if ahead is not None:
            part, end = ahead
            scale = self.value("scale", end)
            unit = last if current is None and last < float("inf") else 1.0
            value = value + part * scale if scale is not None and scale < unit else (value + part * unit) * (scale or 1.0)
            end += scale is not None
        elif worded and self.value("point", end) is not None:
            digits, end = fractions.point(self, i, end)
            scale = self.value("scale", end) if digits else None
            value = (value + float(f"0.{digits or 0}")) * (scale or 1.0)
            end += scale is not None
        bare = not worded and end == i + 1 and self.row[i].word.isdigit()
        return self.make(i, end, value, worded=worded, bare=bare), end

    def half(self, i: int) -> tuple[Number, int] | None:
        """ "half a million", "half of the"."""
        quarter = self.value("portion", i)
        if quarter is not None:
            k = i + 1 + (self.word(i + 1) in HYPHENS)
            scale = self.value("scale", k)
            return None if scale is None else (self.make(i, k + 1, quarter * scale, worded=True), k + 1)
        value = self.value("half", i)
        if value is None or (i and (self.word(i - 1) in ("-", "‐") or self.value("ordinal", i - 1) is not None)):
            return None
        k = i + 1 + (self.value("article", i + 1) is not None)
        times = self.times(k)
        if times is not None:
            return self.make(i, k + 1, value * times, worded=True), k + 1
        if self.value("of", i + 1) is not None:
            return self.make(i, i + 1, value, share=True, worded=True), i + 1
        return self.make(i, i + 1, value, share=True, worded=True, told=()), i + 1  # "half full", "half an hour"

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
        scale = self.value("scale", k + 1)
        if scale is not None and scale > times:  # "several hundred thousand"
            times, k = times * scale, k + 1
        return self.make(i, k + 1, few * times, high=None, worded=True, vague=True), k + 1


def _ranges(row: Sequence[Token], found: Sequence[tuple[Number, int, int]], words: Words) -> list[Number]:
    """Neighbours joined by a dash, "to", "or", or by "and" after "between" become one; scores (3-1) are left out."""
    out: list[Number] = []
    n = 0
    while n < len(found):
        number, i, j = found[n]
        if n + 1 < len(found) and found[n + 1][1] in (j + 1, j + 2):
            other, k, other_end = found[n + 1]
            between = row[j:k]
            part = _one_in(number, other, [t.word for t in between])
            if part is not None:
                out.append(part)
                n += 2
                continue
            kind = _joint(row, i, between, words)
            if kind == "to" and between[0].word == "%" and (other_end >= len(row) or row[other_end].word != "%"):
                kind = ""  # "rose 12% to 90 million"
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
    out_of = between == ["out", "of"] and (b.low <= 10 or b.low in ROUND)
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
