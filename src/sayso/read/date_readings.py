"""Which day a date means that can be read two ways, or that has no year: by its weekday, its page, its language.

A reading counts where something speaks for it and nothing for the other; else the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sayso.model import Basis, Span, When
from sayso.read.dates_of_line import NOBODY, House
from sayso.read.lines import FAR, Line, lines
from sayso.text import dates, instants
from sayso.text.months import WEEKDAY_IN_LINE, WEEKDAY_OF, WEEKDAYS_IN_LINES

WITHIN = timedelta(days=1)
"""Two reasons may differ by a day: an address carries the editor's day, a date line the reader's (time zones)."""
SUPPORT = 31
"""A date in the text supports a reading of "11/06/2018" or "2018-11-06" when it lies at most so many days before it and the other
reading has none so near: news speaks of its own month (a choice; of the 175 dated pages none is decided wrongly by it)."""
DAY_FIRST = frozenset(
    "ar az be bg bs ca cs da de el es et fa fi fr gl he hr hy id it ka mk nl no nb pl pt ro ru sk sl sq sr sv tr uk vi".split()
)
"""Languages that write the day first in "11/06/2018" (CLDR's short dates); English has both orders: there the page must decide.
Spanish has both, too, but seldom (Panama, Puerto Rico): an order by language counts only where no other date line stands."""
YEAR_FIRST = frozenset("sv hu lt zh ja ko fa mn eu".split())
"""Languages whose short dates begin with the year (CLDR): there "2031-11-06" is no program's, and "24.05.17" may be of 2024."""
LONGEST_WEEKDAY, LEAST_NAME = 24, 4
"""Code points beside a date in which its weekday stands; longer names than this are one in any language ("Sam" is a French day)."""
MOST_LINES, MOST_LETTERS = 200, 4000
"""Lines of a page, and letters of each, in which days are looked for that speak for a reading (choices)."""
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_SLASHED_DAY = re.compile(r"(?<![\w./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Found:
    """A reason for a date of publication."""

    basis: Basis
    when: When
    span: Span | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a date in the text is weighed against: the text, the address's date, the article's language, the page's house.

    ``year`` is the address's date, too, or the year alone: of a day without one.
    """

    text: str
    rows: Sequence[Line]
    address: When | None
    language: str | None
    house: House = NOBODY
    year: When | None = None


def two_figured(language: str | None) -> bool:
    """Whether two figures at the end of a date are surely its year, so that it may be read at all."""
    return language is not None and language not in YEAR_FIRST


def agree(a: When, b: When) -> bool:
    """Whether two dates can be one: their days touch or lie next to each other."""
    fa, la, fb, lb = instants.first_day(a), instants.last_day(a), instants.first_day(b), instants.last_day(b)
    if not (fa and la and fb and lb):
        return True
    return fa - WITHIN <= lb and fb - WITHIN <= la


def in_year_of(x: dates.DateExpression, address: When, later: timedelta = WITHIN) -> When:
    """A day without a year, in the year the address gives; ``later``: how much later than the address it may be."""
    start = instants.first_day(address)
    when = instants.day(start.year, x.month or 0, x.day or 0) if start else None
    day = instants.first_day(when) if when else None
    return when if when and start and day and (agree(when, address) or start < day <= start + later) else dates.UNKNOWN


def readings_of(x: dates.DateExpression) -> list[When]:
    """The days a numeric date can mean.

    An ISO day without a clock time is written by programs that may have read a day-first date month-first (one page of the 65 in
    the cases), so it too counts as readable two ways.
    """
    plain = x.year is not None and x.month is not None and x.day is not None
    if not plain or x.form != "day":
        return []
    one = instants.day(x.year or 0, x.month or 0, x.day or 0)
    if one and x.time:
        one = instants.from_iso(f"{one.start}T{x.time}") or one
    numeric = x.ambiguous or (x.time is None and x.numeric and x.day != x.month and (x.day or 0) <= 12)
    other = instants.day(x.year or 0, x.day or 0, x.month or 0) if numeric else None
    return [w for w in (one, other) if w]


def decided(x: dates.DateExpression, ground: Ground) -> list[When]:
    """The readings of a numeric date that its weekday or something else on the page speaks for."""
    readings = readings_of(x)
    weekday = _weekday(x, ground)
    fits = [r for r in readings if (day := instants.first_day(r)) and day.weekday() == weekday]
    if len(fits) == 1 or len(readings) < 2:
        return fits or readings
    if ground.address and ground.address.start:
        return [r for r in readings if agree(r, ground.address)]
    return [] if _orders(ground.text) else [r for r in readings if _supported(r, x, ground.text)]


def ordered(x: dates.DateExpression, ground: Ground) -> list[When]:
    """The reading of a numeric date in the order that other dates of the page have, or else its language."""
    readings, orders = readings_of(x), _orders(ground.text)
    if not x.ambiguous:
        return readings[:1] if ground.language in YEAR_FIRST else []
    if orders == {"month"}:
        return readings[1:]
    return readings[:1] if orders == {"day"} or ground.language in DAY_FIRST else []


def _weekday(x: dates.DateExpression, ground: Ground) -> int | None:
    """The weekday that stands with a date, just before it or just behind it: short names count in their own language."""
    text = ground.text
    words = _WORDS.findall(text[max(0, x.span.start - LONGEST_WEEKDAY) : x.span.end])
    digits = next((n for n, w in enumerate(words) if w[0].isdecimal()), 0)
    behind = _WORDS.match(text[x.span.end : x.span.end + LONGEST_WEEKDAY].lstrip(" ,.("))
    own = WEEKDAYS_IN_LINES.get(ground.language or "", {})
    for word in (words[digits - 1].casefold() if digits else "", behind.group().casefold() if behind else ""):
        day = WEEKDAY_OF.get(word, own.get(word, WEEKDAY_IN_LINE.get(word) if len(word) > LEAST_NAME else None))
        if day is not None:
            return day
    return None


@lru_cache(maxsize=4)  # every date line of a page asks
def _orders(text: str) -> frozenset[str]:
    """Whether the numeric dates of a page that can be read one way only have the day or the month first."""
    found = set()
    for m in _SLASHED_DAY.finditer(text, 0, FAR):
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        if second <= 12 < first and instants.day(year, second, first):
            found.add("day")
        elif first <= 12 < second and instants.day(year, first, second):
            found.add("month")
    return frozenset(found)


def _supported(reading: When, x: dates.DateExpression, text: str) -> bool:
    """Whether a day named in the text not long before it speaks for this reading."""
    day = instants.first_day(reading)
    return day is not None and any(
        span != x.span and timedelta(0) <= day - near <= timedelta(days=SUPPORT) for near, span in _days(text)
    )


@lru_cache(maxsize=4)
def _days(text: str) -> tuple[tuple[date, Span], ...]:
    """The days with their years that the first lines of a page name in one way only."""
    return tuple(
        (day, x.span)
        for row in lines(text[:FAR])[:MOST_LINES]
        for x in dates.expressions(text, row.span.start, min(row.span.end, row.span.start + MOST_LETTERS))
        if x.form == "day" and x.year is not None and not x.ambiguous and (day := instants.first_day(dates.resolve(x, None)))
    )
