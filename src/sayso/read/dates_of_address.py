"""The date that the address of a page carries: a day, a month, or the year alone."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote, urlsplit

from sayso.model import When
from sayso.read.addresses import original
from sayso.text import instants
from sayso.text.calendars import SOLAR_LANGUAGES, solar_day
from sayso.text.months import MONTH_OF

_URL_DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2]|[a-z]{3,9})(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?![^\W_])", re.I
)
_URL_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2]|[a-z]{3,9})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)", re.I
)
_URL_DIGITS = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?P<rest>\d{0,12})(?!\d)")
_URL_SOLAR = re.compile(r"/(1[34]\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/")
"""A day of the solar calendar, as houses of Iran have it: "/1410/02/15/"."""
_URL_YEAR = re.compile(r"/(?P<y>199\d|20[0-4]\d)(?=/)")
"""A year in which there are pages: "/1987/" is the number of an article."""
_URL_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?=/|$)")


def from_url(url: str | None, language: str | None = None) -> When | None:
    """The date an address carries: a day, or the month alone; None where it could be read two ways.

    Days of the solar calendar count for pages in its languages.
    """
    if not url:
        return None
    try:
        parts = urlsplit(original(url))
    except ValueError:
        return None
    path = unquote(parts.path) + ("/?" + unquote(parts.query) if parts.query else "")
    found = {w for m in _URL_DAY.finditer(path) if (w := _url_day(m))}
    found |= {w for m in _URL_DIGITS.finditer(path) if _stamped(m["rest"]) and (w := _url_day(m))}
    if language in SOLAR_LANGUAGES:
        found |= {w for m in _URL_SOLAR.finditer(path) if (day := solar_day(*map(int, m.groups()))) and (w := _one(day))}
    if not found:
        found = {w for m in _URL_DAY_FIRST.finditer(path) if not _either(m) and (w := _url_day(m))}
    if len(found) > 1:
        return None
    if found:
        return found.pop()
    months = {w for m in _URL_MONTH.finditer(path) if (w := instants.month(int(m["y"]), int(m["m"])))}
    return months.pop() if len(months) == 1 else None


def year_of_url(url: str | None) -> When | None:
    """The year that stands alone in an address ("/archive/2031/mill.html"): that of a day without one, by itself no date."""
    try:
        found = {int(m["y"]) for m in _URL_YEAR.finditer(urlsplit(original(url or "")).path)}
    except ValueError:
        return None
    return instants.year(found.pop()) if len(found) == 1 else None


def _stamped(rest: str) -> bool:
    """Whether the figures after YYYYMMDD are nothing, a clock time (with thousandths), or a ten-figure article number."""
    if len(rest) in (4, 6, 9):
        return int(rest[:2]) < 24 and int(rest[2:4]) < 60 and int(rest[4:6] or 0) < 60
    return len(rest) in (0, 10)


def _one(day: date) -> When | None:
    return instants.day(day.year, day.month, day.day)


def _either(m: re.Match[str]) -> bool:
    return m["m"].isdecimal() and int(m["d"]) <= 12 and int(m["m"]) != int(m["d"])


def _url_day(m: re.Match[str]) -> When | None:
    month = int(m["m"]) if m["m"].isdecimal() else MONTH_OF.get(m["m"].casefold())
    return instants.day(int(m["y"]), month, int(m["d"])) if month else None
