"""The figures of a telling as they are laid beside those of another: counts, measures and bare numbers, with rates and bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.assess.classes import table
from sayso.assess.fates import ANYBODY
from sayso.assess.figures import bounded, outcome
from sayso.assess.moments import moments
from sayso.assess.pile import Pile
from sayso.assess.ties import PERIOD_OF
from sayso.assess.wording import party_words, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kind_of
from sayso.lexicon.words import number_words
from sayso.model import Quantity, Span, Statement
from sayso.text import numbers
from sayso.text.dates import expressions
from sayso.text.normal import onset
from sayso.text.number_words import YEARS

PARTICLE = re.compile(rf"\b{vocabulary.one_of('figures', 'goes over')}\sover\s$", re.IGNORECASE)
UP = re.compile(rf"\b{vocabulary.one_of('figures', 'goes')}\s(?:\w+\s)?up\s(?:to\s)?$", re.IGNORECASE)
AS_LONG = re.compile(rf"\bas\s{vocabulary.one_of('figures', 'measured')}\sas\s$", re.IGNORECASE)
SHARE = re.compile(r"\s(?:of|in)\s")  # "two out of nine" and "two of the nine" are one
VAGUE = re.compile(rf"{vocabulary.one_of('figures', 'vague')}\b", re.IGNORECASE)
MEASURES = vocabulary.words(
    "dimensions", "weight", "money", "old money", "length", "time", "volume", "power", "area", "share", "speed", "memory",
    "pressure",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figured:
    """One figure of one telling: its interval, the stem of its unit ("" where it has none) and the words it is written with."""

    span: Span
    low: float
    high: float | None
    unit: str
    words: str
    approximate: bool
    fate: str = ""

    @property
    def measured(self) -> bool:
        """Whether the unit is one of measure, money or time."""
        return self.unit in MEASURES

    @property
    def ends(self) -> tuple[float, float]:
        """The interval the figure leaves open; an approximate one is a tenth wide on either side (own choice, as in figures.py)."""
        top = float("inf") if self.high is None else self.high
        return (self.low * 0.9, top * 1.1) if self.approximate else (self.low, top)


@cache
def unit_names() -> dict[str, str]:
    """Short forms and signs of units and their names."""
    out: dict[str, str] = {}
    for row in rows("quantities"):
        if row["kind"] in ("unit", "plural"):
            out.update({str(k): str(v) for k, v in row["words"].items()})
    return out


def unit(name: str) -> str:
    """The stem of a unit's last word, short forms written out."""
    words = name.casefold().split()
    if not words:
        return ""
    full = unit_names().get(words[-1], words[-1]).split()
    return stem(english().get(full[-1], full[-1])) if full else ""


@cache
def english() -> dict[str, str]:
    """Measures of other languages and their English name: what has the same size and the same kind."""
    first: dict[tuple[str, float], str] = {}
    out: dict[str, str] = {}
    for row in rows("measures"):
        words = [w.strip().casefold() for w in str(row["words"]).split(",")]
        name = first.setdefault((str(row["kind"]), float(row["factor"])), words[0])
        if "abroad" in row:
            out |= dict.fromkeys(words, name)
    return out


def figured(pile: Pile, s: Statement) -> tuple[Figured, ...]:
    """The figures of a telling in text order: its quantities, and numbers that count nothing the reader knew of."""
    key = ("figured", s.id)
    if key not in pile.memory:
        pile.memory[key] = within(pile, s, s.content or (s.span,))
    found: tuple[Figured, ...] = pile.memory[key]
    return found


def within(pile: Pile, s: Statement, told: Sequence[Span]) -> tuple[Figured, ...]:
    """The figures of some stretches of a telling in text order."""
    document = pile.documents[s.document]
    counted = [
        quantity(document.text, s, q)
        for q in s.quantities
        if any(c.holds(q.span) for c in told)
        and not VAGUE.match(q.span.of(document.text))
        and not SHARE.search(q.span.of(document.text))
    ]
    bare = [
        f for c in told for f in plain(document.text, c, document.language) if not any(f.span.overlaps(q.span) for q in counted)
    ]
    return tuple(sorted((*counted, *bare), key=lambda f: f.span))


POINTS = re.compile(r"\s?(?:(?:percentage|per cent|percent|%)[\s-])?points?\b", re.IGNORECASE)


def points(text: str, span: Span) -> str:
    """ "point" where points of a percentage are counted."""
    inside = re.search(r"points?$", span.of(text), re.IGNORECASE)
    return "point" if inside or POINTS.match(text, span.end, span.end + 25) else ""


def quantity(text: str, s: Statement, q: Quantity) -> Figured:
    """A quantity of the reader's as a figure; in "handed over 21" the "over" bounds nothing."""
    span, high = q.span, q.high
    exact = high is None and PARTICLE.search(text[max(0, span.start - 20) : span.start]) is not None
    if q.low == 0.0 and high is not None and climbed(text, span):
        return Figured(
            span, high, high, points(text, span) or unit(q.unit), span.of(text), q.approximate, q.of or fate(text, s, span)
        )
    words = span.of(text) if exact else bounded(text, span)
    compared = NO_MORE.search(text[max(0, span.start - REACH) : span.start])
    if compared is not None and q.low == high:  # "no closer to the wall than 2 metres"
        low, high = (q.low, None) if compared["least"] else (0.0, high)
        return Figured(span, low, high, unit(q.unit), compared.group() + span.of(text), q.approximate, q.of or "")
    if BELOW.match(text, span.end) and q.low == high:
        return Figured(span, -q.low, -q.low, unit(q.unit), words, q.approximate, q.of or "")
    if UNDER.match(words) and q.low == high:
        return Figured(span, 0.0, high, unit(q.unit), words, q.approximate, q.of or fate(text, s, span))
    reach = AS_LONG.search(text[max(0, span.start - 20) : span.start])  # "as long as 4 kilometres" is "up to"
    if reach is not None and q.low == high:
        low = 0.0 if reach.group().split()[1].casefold() not in ("little", "low") else q.low
        return Figured(span, low, None if low else high, unit(q.unit), reach.group() + words, q.approximate, q.of or "")
    return Figured(
        span, q.low, q.low if exact else high, points(text, span) or unit(q.unit), words, q.approximate, q.of or fate(text, s, span)
    )


def climbed(text: str, span: Span) -> bool:
    """Whether "up to" before or in a figure belongs to a verb of going."""
    at = re.match(r"up\sto\s", span.of(text), re.IGNORECASE)
    end = span.start + (at.end() if at else 0)
    return UP.search(text[max(0, end - 30) : end]) is not None


NO_MORE = re.compile(
    rf"\b(?:no|not)\s(?:(?P<least>{vocabulary.one_of('figures', 'no lower')})|{vocabulary.one_of('figures', 'no higher')})\b"
    r"[^.;:,]{0,30}\sthan\s$",
    re.IGNORECASE,
)
REACH = 60  # code points before a figure in which it may be compared
BELOW = re.compile(r"\s?(?:°|degrees?)?\s?(?:[CF]\b|Celsius|Fahrenheit)?\s?below\s(?:zero|freezing)\b", re.IGNORECASE)
UNDER = re.compile(r"(?:under|below)\s", re.IGNORECASE)


def fate(text: str, s: Statement, span: Span) -> str:
    """What became of the counted."""
    return outcome(text, s, span)


ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")  # "April 14th"


def plain(text: str, span: Span, language: str | None) -> list[Figured]:
    """The numbers of a stretch that are neither years, days of a month, nor vague."""
    dated = [w for kind in ("day", "year", "hour") for w in moments(span.of(text)).get(kind, {}).values()]
    out = []
    dates = expressions(text, span.start, span.end, language)
    for n in numbers.counted(numbers.find(text, span.start, span.end, number_words(language))):
        words = n.span.of(text)
        if any(x.span.overlaps(n.span) and x.form in ("day", "month", "year") for x in dates):
            continue
        year = n.bare and YEARS[0] <= n.low <= YEARS[1]
        if ORDINAL.match(text, n.span.end):
            continue
        if language not in ("en", None) and n.low == n.high == 1 and not any(c.isdigit() for c in words):
            continue  # the word for one is the article as well
        if n.vague or year or any(words in d for d in dated) or (n.share and SHARE.search(words)):
            continue
        after = re.match(r"[\s-]?([^\W\d_]+)", text[n.span.end : min(span.end, n.span.end + 30)])
        word = after.group(1) if after and after.group(1).casefold() not in stop() else ""
        out.append(Figured(n.span, n.low, n.high, points(text, n.span) or unit(word), bounded(text, n.span), False))
    return out


def on_page(pile: Pile, document: str) -> frozenset[tuple[float, float | None]]:
    """All intervals that some figure of a page gives, and all its bare numbers."""
    key = ("figures on page", document)
    if key not in pile.memory:
        page = pile.documents[document]
        known = [(f.low, f.high) for s in pile.by_document[document] for f in figured(pile, s)]
        known += [(f.low, f.high) for f in plain(page.text, Span(0, min(len(page.text), LONG)), page.language)]
        pile.memory[key] = frozenset(known)
    found: frozenset[tuple[float, float | None]] = pile.memory[key]
    return found


LONG = 60_000  # code points of a page in which a figure is looked for


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the earlier telling and the one that stands in its place in the later, with what is different."""

    before: Figured
    after: Figured
    rule: str


def pairs(one: Sequence[Figured], two: Sequence[Figured]) -> list[Pair]:
    """The figures that changed: equal ones are set aside first, then each of the rest is given the likeliest other."""
    left, right = list(one), list(two)
    for x in list(left):
        y = next((y for y in right if equal(x, y)), None)
        if y is not None:
            left.remove(x)
            right.remove(y)
    out: list[Pair] = []
    for fits in (same_number, same_unit, lone(left, right)):
        for x in list(left):
            y = next((y for y in right if fits(x, y)), None)
            rule = difference(x, y) if y is not None else None
            if y is not None:
                left.remove(x)
                right.remove(y)
                if rule is not None:
                    out.append(Pair(x, y, rule))
    return out


def equal(x: Figured, y: Figured) -> bool:
    """One number with one bound, of one thing as far as both say."""
    return (x.low, x.high) == (y.low, y.high) and x.approximate == y.approximate and one_thing(x, y)


def one_thing(x: Figured, y: Figured) -> bool:
    """Whether two units may stand for one thing: equal, missing, names of people, or words that are in no class and no measure."""
    if x.unit == y.unit or not x.unit or not y.unit or x.unit.isascii() != y.unit.isascii():
        return True  # one is in a script or a form that no row knows, the other was put into English
    if x.measured or y.measured:
        return False
    people = party_words("people")
    if (x.low, x.high) == (y.low, y.high) and any(p.unit in ANYBODY and somebody(q.unit) for p, q in ((x, y), (y, x))):
        return False  # "14 people" and "14 rowers": who they are is told by one alone
    if {x.unit, y.unit} <= people or onset(x.unit) == onset(y.unit) or x.unit.endswith(y.unit) or y.unit.endswith(x.unit):
        return True
    a, b = table().get(x.unit, ()), table().get(y.unit, ())
    return bool(set(a) & set(b)) or not (a and b)


def somebody(unit: str) -> bool:
    """Whether a unit says more of people than that they are people."""
    return unit not in ANYBODY and (unit in party_words("people") or kind_of(unit, "person"))


def same_number(x: Figured, y: Figured) -> bool:
    """Equal digits: a bound or the thing that is counted may have changed."""
    return bool({n for n in (x.low, x.high) if n} & {n for n in (y.low, y.high) if n})


def same_unit(x: Figured, y: Figured) -> bool:
    """The same thing counted, both named."""
    return bool(x.unit) and bool(y.unit) and one_thing(x, y) and (not x.fate or not y.fate or x.fate == y.fate)


def lone(left: Sequence[Figured], right: Sequence[Figured]):  # type: ignore[no-untyped-def]
    """The one figure that is left on either side, where the units do not speak against it."""

    def fits(x: Figured, y: Figured) -> bool:
        return len(left) == 1 and len(right) == 1 and one_thing(x, y)

    return fits


NEARLY = re.compile(rf"{vocabulary.one_of('figures', 'a little below')}\b", re.IGNORECASE)


BARELY = re.compile(rf"{vocabulary.one_of('figures', 'a little above')}\b", re.IGNORECASE)


def difference(x: Figured, y: Figured) -> str | None:
    """The rule that names what differs; None where it is only a matter of rounding words."""
    if not one_thing(x, y):
        if "year" in (x.unit, y.unit) and ({x.unit, y.unit} & party_words("people")):
            return None  # "a 19-year-old man", "a youth of 19"
        return "unit_changed" if x.measured and y.measured else "category_changed"
    if same_number(x, y):
        if any(NEARLY.match(p.words) and q.low == 0 for p, q in ((x, y), (y, x))):
            return None  # "nearly 400" and "fewer than 400" leave the same open
        if any(BARELY.match(p.words) and q.high is None for p, q in ((x, y), (y, x))):
            return None  # "just over 3" and "more than 3"
        if (x.low, x.high) == (y.low, y.high):
            return "bound_changed" if x.approximate != y.approximate and x.high == x.low else None
        return "bound_changed"
    if not x.measured and min(x.low, y.low) < 1 <= max(x.low, y.low):
        return None  # "half of the boats" and "twenty boats": a share and a count
    (a, b), (c, d) = x.ends, y.ends
    return "number_changed" if b < c or d < a or tightened(x, y) else None


def tightened(x: Figured, y: Figured) -> bool:
    """Whether a bound has moved further than the earlier one allows: "at least 20" follows from no "at least 12".

    The other way it follows, and then a round figure is a faithful one: "at least 85" told as "more than 80".
    """
    if x.high is None and y.high is None:
        return y.low > x.low or (y.low < x.low and y.low % 10 != 0)
    return x.low == y.low == 0 and x.high is not None and y.high is not None and (y.high < x.high or y.high % 10 != 0)


IN_PARTS = (
    (60, re.compile(r"\b(?P<h>[\w.]+)\shours?\s(?:and\s)?(?P<m>[\w-]+)\sminutes?\b", re.IGNORECASE)),
    (12, re.compile(r"\b(?P<h>[\w.]+)\syears?\s(?:and\s)?(?P<m>[\w-]+)\smonths?\b", re.IGNORECASE)),
)


def in_parts(text: str, f: Figured) -> float | None:
    """The minutes of "an hour and ten minutes", the months of "a year and two months", where a figure is a part of them."""
    for size, pattern in IN_PARTS:
        for m in pattern.finditer(text):
            parts = [1.0 if m["h"].casefold() in ("a", "an", "one") else None, None]
            for n, group in enumerate(("h", "m")):
                found = numbers.find(text, m.start(group), m.end(group), number_words("en"))
                parts[n] = found[0].low if found and found[0].low is not None else parts[n]
            whole, rest = parts
            if whole is not None and rest is not None and f.low in (whole, rest):
                return size * whole + rest
    return None


RATE = re.compile(
    rf"\b(?:an?|per|every|each)\s(?P<unit>{vocabulary.one_of('figures', 'per time')})\b|\b(?P<ly>{'|'.join(PERIOD_OF)})\b",
    re.IGNORECASE,
)


@cache
def _per() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of other languages for so much in so long, by the stretch."""
    return tuple((kind.partition(": ")[2], vocabulary.pattern("figures", kind)) for kind in vocabulary.kinds("figures", "per:"))


def rates(told: str) -> dict[str, str]:
    """The periods that figures of a telling are counted by, with the words."""
    found = [((m["unit"] or PERIOD_OF[m["ly"].casefold()]).casefold(), m) for m in RATE.finditer(told)]
    said = {period: m.group() for period, m in found if re.search(r"\d|hundred|thousand|million|[a-z]", told[: m.start()])}
    return said | {period: m.group() for period, pattern in _per() for m in pattern.finditer(told)}
