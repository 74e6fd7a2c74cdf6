"""Days as other calendars, scripts and desks write them: solar years of Iran and Afghanistan, eras, 年月日, Roman months."""

from __future__ import annotations

import re
from datetime import date

from sayso.model import Span
from sayso.text import instants
from sayso.text.date_forms import CLOCK, DAY, YEAR, Candidate, DateExpression, Words, add, clock_of, of_day, whole
from sayso.text.months import ERAS, ROMAN_MONTHS, SOLAR_MONTH_OF

ERA = 12
"""Code points before and behind the year of an era in which the era and its day stand."""
_SIGNS = re.compile(
    rf"{YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"
    r"(?:\s?(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d))?"
)
_SIGNS_MONTH = re.compile(rf"{YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]")
_ERA = re.compile(
    rf"(?:中華)?(?P<era>{'|'.join(ERAS)})\s?(?P<of>\d{{1,3}})\s?年\s?(?P<number>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"
)
_ROMAN = re.compile(rf"(?<![\w./-]){DAY}(?P<sep>[./-])(?P<month>[IVX]{{1,4}})(?P=sep){YEAR}{CLOCK}")
_NUMBERED_MONTH = re.compile(rf"(?<!\w){DAY}\stháng\s(?P<number>\d{{1,2}})(?:,?\s(?:năm\s)?{YEAR}{CLOCK})", re.I)
_SOLAR = re.compile(
    r"(?<!\w)(?P<day>\d{1,2})\s(?P<month>[^\W\d_]{2,8}\u0654?)(?:\s(?:ماه|سال)){0,2}[,،]?\s(?P<year>1[234]\d\d)(?!\d)"
)
_SOLAR_FIGURES = re.compile(r"(?<![\w./-])(?P<year>1[34]\d\d)(?P<sep>[/-])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)")
SOLAR_LANGUAGES = frozenset({"fa", "ps", "prs"})


def with_figures(text: str, bounds: Span, row: Words, n: int) -> list[Candidate]:
    """The expressions around the run of figures that is word ``n`` of the row."""
    found: list[Candidate] = []
    start, end = row.starts[n], row.ends[n]
    if end - start == 4:
        add(found, _SIGNS.match(text, start, bounds.end), of_day, bounds)
        add(found, _SIGNS_MONTH.match(text, start, bounds.end), _signs_month, bounds)
        add(found, _SOLAR_FIGURES.match(text, start, bounds.end), _solar_figures, bounds)
    elif end - start <= 2:
        add(found, _ROMAN.match(text, start, bounds.end), _roman, bounds)
        add(found, _ERA.search(text, max(bounds.start, start - ERA), min(bounds.end, end + ERA)), _of_era, bounds)
        add(found, _NUMBERED_MONTH.match(text, start, bounds.end), of_day, bounds)
        add(found, _SOLAR.match(text, start, bounds.end), _solar, bounds)
    return found


def _roman(m: re.Match[str], bounds: Span) -> Candidate | None:
    number = ROMAN_MONTHS.index(m["month"]) + 1 if m["month"] in ROMAN_MONTHS else 0
    day = instants.day(int(m["year"]), number, int(m["day"])) if number else None
    made = DateExpression(whole(m, bounds), "absolute", "day", int(m["year"]), number, int(m["day"]), clock_of(m))
    return Candidate(made) if day else None


def _of_era(m: re.Match[str], bounds: Span) -> Candidate | None:
    """Of "平成22年6月18日": Taiwan and Japan count years from the beginning of an era."""
    year = ERAS[m["era"]] + int(m["of"])
    day = instants.day(year, int(m["number"]), int(m["day"]))
    return Candidate(DateExpression(whole(m, bounds), "absolute", "day", year, int(m["number"]), int(m["day"]))) if day else None


def _signs_month(m: re.Match[str], bounds: Span) -> Candidate | None:
    month = int(m["number"])
    fits = instants.month(int(m["year"]), month)
    return Candidate(DateExpression(whole(m, bounds), "absolute", "month", int(m["year"]), month)) if fits else None


def _solar(m: re.Match[str], bounds: Span) -> Candidate | None:
    """Of "۲۳ اردیبهشت ۱۳۹۵": a day of the solar calendar of Iran and Afghanistan."""
    month = SOLAR_MONTH_OF.get(m["month"].rstrip("\u0654")) or SOLAR_MONTH_OF.get(m["month"])
    return _from_solar(m, month, bounds) if month else None


def _solar_figures(m: re.Match[str], bounds: Span) -> Candidate | None:
    made = _from_solar(m, int(m["number"]), bounds)
    return Candidate(made.expression, SOLAR_LANGUAGES, elsewhere=True) if made else None


def solar_day(year: int, month: int, number: int) -> date | None:
    """A day of the solar calendar in ours; None where that calendar has no such day."""
    from persiantools.jdatetime import JalaliDate  # few pages need it

    try:
        day: date = JalaliDate(year, month, number).to_gregorian()  # type: ignore[no-untyped-call]
        return day
    except ValueError:
        return None


def _from_solar(m: re.Match[str], month: int, bounds: Span) -> Candidate | None:
    day = solar_day(int(m["year"]), month, int(m["day"]))
    return Candidate(DateExpression(whole(m, bounds), "absolute", "day", day.year, day.month, day.day)) if day else None
