"""Figures that a statement gives: number, bound, unit and category (FORMAT.md, Quantities).

Numbers come from ``text.numbers``; here it is decided which of them count something: not years and dates, times, ages set between
commas, ordinals, list numbers, names ("Article 51") or pronouns ("one of them").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.extract.times import dated
from sayso.extract.units import Around, Unit, around, category_before, toll_before, unit_after
from sayso.lexicon.tables import rows
from sayso.model import Quantity, Span
from sayso.text.numbers import Number, Token, Words, read, tokens

CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock", "o’clock", "gmt", "utc", "hrs", "est", "et", "local"})
YEAR_BEFORE = frozenset({"in", "since", "until", "till", "by", "of", "from", "during", "year", "early", "late", "mid", "before", "after", "the", "through",
                         "em", "desde", "en", "depuis", "dal", "nel", "в", "с", "до", "عام", "سنة", "tahun"})
SIGNS = frozenset("$€£¥₹₽₴₺")
QUOTES = frozenset("\"'“”‘’«»„([")
EARLIEST, LATEST = 1500, 2100   # bare four digits in here may be a year


@cache
def number_words(language: str | None) -> Words:
    """The number words of a language."""
    return Words.of(rows("numbers"), language)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on its way to being a quantity: its tokens ``i`` to ``j``, its bound and its unit."""

    number: Number
    i: int
    j: int
    bound: str
    unit: Unit


def quantities(text: str, spans: Sequence[Span], language: str | None = None) -> tuple[Quantity, ...]:
    """The figures within ``spans``, in text order."""
    found: list[Quantity] = []
    for span in spans:
        found += _within(text, span, language)
    return tuple(sorted(found, key=lambda q: (q.span, q.unit)))


def approximators(text: str, span: Span, language: str | None = None) -> list[Span]:
    """The words before figures that say "about"; they are hedges as well."""
    row = tokens(text, span.start, span.end)
    known, found = around(language), []
    for number in read(text, row, number_words(language)):
        i = next(n for n, t in enumerate(row) if t.start == number.span.start)
        size, kind = _bound(row, i, known)
        if kind == "about":
            found.append(Span(row[i - size].start, row[i - size + len(_phrase(row, i, size)) - 1].end))
    return found


def _phrase(row: Sequence[Token], i: int, size: int) -> list[Token]:
    """The tokens of a bound of ``size`` before ``i``, without quotation marks and signs."""
    return [t for t in row[i - size:i] if t.word not in QUOTES and t.word not in SIGNS]


def _within(text: str, span: Span, language: str | None) -> list[Quantity]:
    row = tokens(text, span.start, span.end)
    known = around(language)
    found: list[Quantity] = []
    at = {t.start: n for n, t in enumerate(row)}
    ends = {t.end: n + 1 for n, t in enumerate(row)}
    numbers = read(text, row, number_words(language))
    named = [d.span for d in dated(text, span, language) if d.form in ("day", "month", "year")] \
        if any(not n.worded for n in numbers) else []
    last = ""
    for number in numbers:
        i, j = at[number.span.start], ends[number.span.end]
        if any(number.span.overlaps(d) for d in named) and not number.worded:
            continue
        unit = unit_after(text, row, j, known, number.high != 1)
        figure = Figure(number, i, j, _bound(row, i, known)[1], unit)
        if unit.word in ("", "person") and not unit.noun and (inherited := toll_before(row, i, known) or _elliptic(row, j, last)):
            figure = Figure(number, i, j, figure.bound, Unit(inherited, j))
        if not _counts(text, row, figure, known):
            continue
        quantity = _quantity(text, row, figure, known)
        found.append(quantity)
        last = quantity.unit if figure.unit.noun and not known.has("period", quantity.unit) else last
    return found + _none(row, known)


def _bound(row: Sequence[Token], i: int, known: Around) -> tuple[int, str]:
    """How many tokens before ``i`` make a bound or approximator, and its kind."""
    k = i
    while k > 0 and (row[k - 1].word in SIGNS or row[k - 1].word in QUOTES):
        k -= 1
    if k == 0:
        return 0, ""
    for parts, kind in known.phrases.get(row[k - 1].word, ()):
        if k >= len(parts) and all(row[k - len(parts) + n].word == part for n, part in enumerate(parts)):
            return i - k + len(parts), kind
    return 0, ""


def _elliptic(row: Sequence[Token], j: int, last: str) -> str:
    """"103 people in Oru, 21 in Teme": a figure without a noun counts what the one before counts."""
    return last if j < len(row) and (row[j].word in ("in", "of", "from", "at", "were", "в", "из") or row[j].word in ".,;)") else ""


def _counts(text: str, row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """Whether the number counts something."""
    number, i, j, unit = figure.number, figure.i, figure.j, figure.unit
    before = row[i - 1] if i else None
    if number.worded:
        return number.high != 1 or number.low != 1 or number.share or _counted_one(row, figure, known)
    if _clock_or_list(text, row, i, j) or _glued(row, j, unit):
        return False
    if number.bare and _year(row, figure, known):
        return False
    if before is not None and known.has("label", before.word.rstrip(".")) and (not unit.word or text[before.start].isupper()):
        return False
    if before is not None and before.word == "." and i > 1 and row[i - 2].word in ("no", "nos", "vol", "art") and before.start == row[i - 2].end:
        return False
    return bool(unit.word or figure.bound or not number.bare or _plain(text, row, i, j))


def _plain(text: str, row: Sequence[Token], i: int, j: int) -> bool:
    """A bare figure without unit: kept from 13 on when it stands among words and not after a name or between commas."""
    before = row[i - 1] if i else None
    if before is None or before.kind != "word":
        return False
    return float(row[i].word) >= 13 and not text[before.start].isupper()


def _clock_or_list(text: str, row: Sequence[Token], i: int, j: int) -> bool:
    """A time of day, or the number of a list item at the head of a line."""
    after = row[j].word if j < len(row) else ""
    if after in CLOCK or (after in ("a", "p") and j + 2 < len(row) and row[j + 1].word == "." and row[j + 2].word == "m"):
        return True
    head = text[max(row[i].start - 1, 0):row[i].start]
    return after in (".", ")") and (row[i].start == 0 or head == "\n") and row[j].start == row[j - 1].end and j + 1 < len(row)


def _glued(row: Sequence[Token], j: int, unit: Unit) -> bool:
    """Letters set directly after the digits that are no unit: ordinals, "7am", "4x4", "1980s"."""
    return j < len(row) and row[j].start == row[j - 1].end and row[j].kind == "word" and (unit.noun or not unit.word)


def _year(row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """Whether bare digits are a year rather than a count."""
    number, unit = figure.number, figure.unit
    low, high = number.low, number.high or number.low
    if not (EARLIEST <= low <= LATEST and high <= LATEST) or figure.bound or unit.word in ("percent", "dollar", "euro", "pound"):
        return False
    before = row[figure.i - 1].word if figure.i else ""
    if before in YEAR_BEFORE or not unit.noun or low != high:
        return True
    return low >= 1900 and low % 50 != 0


def _counted_one(row: Sequence[Token], figure: Figure, known: Around) -> bool:
    """"one soldier" but not "one of them", "no one", "one day"."""
    before = row[figure.i - 1].word if figure.i else ""
    after = row[figure.j].word if figure.j < len(row) else ""
    spaced = figure.j < len(row) and row[figure.j].kind == "word"
    return spaced and bool(figure.unit.word) and not known.has("one_before", before) and not known.has("one_after", after)


def _quantity(text: str, row: Sequence[Token], figure: Figure, known: Around) -> Quantity:
    """The finished record."""
    number, i, unit, bound = figure.number, figure.i, figure.unit, figure.bound
    start, end, word = number.span.start, number.span.end, unit.word
    if word == "percent":
        end = row[unit.end - 1].end
    if i and row[i - 1].word in SIGNS:
        start, word = row[i - 1].start, known.get("unit", row[i - 1].word) or word
    bound = _unless_period(row, figure, known) or _after(row, max(figure.j, 0), known)
    low, high = number.low, number.high
    size, _ = _bound(row, i, known)
    if bound == "least":
        high = None
    elif bound == "most":
        low = 0.0
    of = unit.of or category_before(text, row, i - size, known)
    return Quantity(Span(start, end), low, high, word, of, bound == "about" or number.vague)


def _unless_period(row: Sequence[Token], figure: Figure, known: Around) -> str:
    """The bound before the figure; "over three weeks" and "a rise over the 74" have none."""
    size, bound = _bound(row, figure.i, known)
    if size == 1 and row[figure.i - 1].word in ("over", "under") and known.has("period", figure.unit.word):
        lead = row[figure.i - 2].word if figure.i > 1 else ""
        return bound if lead in ("for", "in", "after", "just", "well", "of", "took", "lasted", "spent", "a") else ""
    return bound


def _after(row: Sequence[Token], j: int, known: Around) -> str:
    """A bound behind the figure: "40 or more", "200+"."""
    if j < len(row) and row[j].word == "+" and row[j].start == row[j - 1].end:
        return "least"
    for parts, kind in known.maps.get("after", {}).items():
        words = parts.split()
        if [t.word for t in row[j:j + len(words)]] == words:
            return kind
    return ""


def _none(row: Sequence[Token], known: Around) -> list[Quantity]:
    """"no casualties" is the figure 0."""
    found = []
    for n, token in enumerate(row[:-1]):
        if token.word == "no" and known.has("none", row[n + 1].word):
            unit = unit_after("", row, n + 1, known, True)
            found.append(Quantity(Span(token.start, token.end), 0.0, 0.0, unit.word))
    return found
