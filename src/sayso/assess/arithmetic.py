"""Figures of one sentence with their units, and the interval arithmetic on rounded ones. Knows no page and makes no remark."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from sayso.assess.ties import bound as bounded
from sayso.assess.wording import stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.words import number_words, words
from sayso.model import Span
from sayso.text import numbers

# The last seven: Portuguese, Spanish, French, German, Polish and Dutch, Russian.
PERCENT = re.compile(
    r"\s?-?(?:%|percent\b|per[ -]cent\b|pct\b|por cento\b|por ciento\b|pour cent\b|prozent\b|procent\w*|proc\b|процент\w*)"
    r"(?![ -]?points?)",
    re.IGNORECASE,
)
POINTS = re.compile(r"\s?-?(?:%|percent(?:age)?|per[ -]cent)[ -]?points?\b", re.IGNORECASE)
CURRENCY = re.compile(r"[$€£¥₽₹]|\b(?:USD|EUR|GBP|US)\s?\$?$")
UNIT_WORD = re.compile(r"[ \u00a0-]?([^\W\d_][\w’'-]*)")
PART_OF = re.compile(
    r"\sof (?:the|its|their|these|those|all|our)(?=\s)(?!\s(?:year|month|week|day|season|previous|last)\b)", re.IGNORECASE
)
# Words that end a unit: "74 strikes conducted in March" counts strikes.
ENDS = vocabulary.words("light_words", "beside a share")
LOOSE = re.compile(rf"\b{vocabulary.bounding()}\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a sentence: value, rounding, the words after it, and its bound (-1 "under", +1 "over", 0 plain)."""

    span: Span
    value: float
    slack: float
    units: tuple[str, ...]
    percent: bool
    bound: int
    loose: bool
    year: bool


NAMED = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'&.-]*\s$")  # "Tarn 500", "Flight 12": a number that is part of a name
NEAR = 80  # code points round a number in which its unit and its bound stand


LETTERS = re.compile(r"(?<!\w)[A-Z]{1,3}\Z")
# "N480 million", "P84,200": letters that stand for a currency, glued to a figure that is too large for a name.
GLUED = re.compile(r"(?<!\w)[A-Z]{1,3}(?=\d[\d.]*\s?(?:thousand|million|billion|trillion|bn|m)\b|\d{1,3}(?:,\d{3})+(?!\w))")


def figures(text: str, start: int, end: int, language: str | None) -> list[numbers.Number]:
    """The numbers of a stretch of text, without the letters of a currency before them."""
    near = max(0, start - 3)
    if GLUED.search(text, near, end) is not None:
        text = " " * near + GLUED.sub(lambda m: " " * len(m.group()), text[near:end])
    return numbers.counted(numbers.find(text, start, end, number_words(language)))


def amounts(text: str, span: Span, language: str | None = None) -> list[Amount]:
    """The exact numbers of a stretch of text; ranges, dozens and other vague ones are left out."""
    out = []
    for n in figures(text, span.start, span.end, language):
        if n.vague or n.high is None or n.low != n.high or n.share:
            continue
        tail = text[n.span.end : min(span.end, n.span.end + NEAR)]
        head = text[max(span.start, n.span.start - NEAR) : n.span.start]
        percent = PERCENT.match(tail) is not None
        letters = LETTERS.search(text, max(0, n.span.start - 3), n.span.start)
        money = CURRENCY.search(head[-4:]) or (letters and GLUED.match(text, letters.start()))
        units = ("$",) if money else units_after(tail, language)
        head = head.rstrip("$€£¥₽₹")
        year = n.bare and 1800 <= n.low <= 2100 and not units and not percent and "," not in n.span.of(text)
        bound = {"nearly": -1, "within": -1, "over": 1, "beyond": 1, "": 0}[bounded(text, n.span, span.start)]
        out.append(
            Amount(n.span, n.low, rounding(n.span.of(text), n.low), units, percent, bound, LOOSE.search(head) is not None, year)
        )
    return out


@cache
def function_words(language: str | None) -> frozenset[str]:
    """The words of a page's language that count nothing, with those of English: "doce y no nueve" counts no "y"."""
    wanted = (language or "en").split("-")[0].casefold()
    return stop().union(*(str(r["words"]).split() for r in rows("function_words") if r["language"] == wanted != "en"))


def units_after(tail: str, language: str | None = None) -> tuple[str, ...]:
    """Stems of up to three words that say what is counted."""
    empty = function_words(language)
    out: list[str] = []
    part = PART_OF.match(tail)
    at = part.end() if part is not None else 0
    while len(out) < 3:
        m = UNIT_WORD.match(tail, at)
        if m is not None and not out and m.group(1).casefold() in words((language or "en").split("-")[0], "genitive"):
            at, m = m.end(), UNIT_WORD.match(tail, m.end())  # "36 mil das latas" counts "latas"
        if m is None or m.group(1).casefold() in ENDS or m.group(1).casefold() in empty:
            break
        out.append(stem(m.group(1)))
        at = m.end()
    return tuple(out)


def last_place(written: str, value: float) -> float:
    """The place of the last digit that is written: 0.1 in "5.4", 100,000 in "1.5 million", 1 in "30,000" and in "two"."""
    digits = re.sub(r"\D", "", written)
    if value <= 0 or not digits.strip("0"):
        return 1.0
    place = value / int(digits)
    power = 10.0 ** round(math.log10(place))
    return power if abs(place / power - 1) < 1e-6 else 1.0  # "2 1/2" has no such place


DECIMALS = re.compile(r"\d\.\d{1,2}(?![\d,.])")


def rounding(written: str, value: float, *, freely: bool = False) -> float:
    """Half of the last place that is written: 1.5 million -> 50,000; plain counts below 10,000 are exact, 30,000 -> 500.

    ``freely``: as two who count one thing may round it, down to the first figure: 900 -> 50, 17 -> 0.5, 20 million -> 5 million.
    """
    place = last_place(written, value)
    if DECIMALS.search(written) if freely else place != 1:
        return 0.5 * place
    whole = str(int(value))
    noughts = len(whole) - len(whole.rstrip("0")) if value % 1 == 0 else 0
    if freely:
        return 0.5 * 10.0 ** min(noughts, len(whole) - 1) if value > 0 else 0.0
    return 0.5 * 10.0 ** min(noughts, len(whole) - 2) if noughts and value >= EXACT else 0.0


EXACT = 10_000  # counts below it are given as counted, however many noughts they end in; own choice


def alike(a: Amount, b: Amount) -> bool:
    """Whether two amounts count the same thing by their words: the same unit word, or both none."""
    return bool(set(a.units) & set(b.units)) and not a.percent and not b.percent


@dataclass(frozen=True, slots=True)
class Spread:
    """An interval that a result must lie in, given how its inputs are rounded."""

    low: float
    mid: float
    high: float

    def fits(self, stated: Amount) -> bool:
        """Whether the stated percentage agrees, given its own rounding and its bound words."""
        slack = max(stated.slack, 0.5 * 10 ** -decimals(stated.value))
        if stated.loose:
            slack = max(slack, 0.05 * abs(self.mid))  # "nearly 40 percent": a twentieth either way, own choice
        return bool(self.low - slack <= stated.value <= self.high + slack)


def decimals(value: float) -> int:
    """How many decimals a stated value is given with."""
    return len(f"{value:.6f}".rstrip("0").split(".")[1])


def ratio(new: Amount, old: Amount) -> Spread:
    """New / old in percent."""
    low = (new.value - new.slack) / (old.value + old.slack)
    high = (new.value + new.slack) / (old.value - old.slack) if old.value > old.slack else float("inf")
    return Spread(100 * low, 100 * new.value / old.value, 100 * high)


def change(new: Amount, old: Amount) -> Spread:
    """How much more new is than old, in percent of old; the size alone where it fell."""
    r = ratio(new, old)
    ends = sorted((abs(r.low - 100), abs(r.high - 100)))
    mid = abs(r.mid - 100)
    low = 0.0 if r.low < 100 < r.high else ends[0]
    return Spread(min(low, mid), mid, max(ends[1], mid))
