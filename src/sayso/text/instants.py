"""Instants and half-open intervals of them: ISO strings in, ISO strings out, no clock.

An instant is "2018-06-17" (midnight) or "2018-06-17T22:39"; where a page gives a zone it is written in UTC with a final "Z".
Strings of one form sort as the instants do. A clock time without a zone may lie anywhere on its day once two pages are compared,
so ``surely_before`` takes it as its day, and a UTC instant as every day it may be somewhere on Earth.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from sayso.model import When

FARTHEST_WEST = timedelta(hours=12)  # UTC-12, the last place where it is still yesterday (IANA tz: Etc/GMT+12)
FARTHEST_EAST = timedelta(hours=14)  # UTC+14, the first place where it is already tomorrow (IANA tz: Pacific/Kiritimati)
_MIDNIGHT_AT_THE_END = re.compile(r"[T ]24(?!\d)")  # Python reads it from 3.14 on, 3.11 does not; no instant of ours is written so
EARLIEST_YEAR, LATEST_YEAR = 1500, 2199


def day(year: int, month: int, number: int) -> When | None:
    """The interval of one day; None where the calendar has no such day or the year lies outside 1500–2199."""
    try:
        start = date(year, month, number)
    except ValueError:
        return None
    return days(start, start + timedelta(days=1)) if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def month(year: int, number: int) -> When | None:
    """The interval of one month."""
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= number <= 12):
        return None
    return days(date(year, number, 1), next_month(date(year, number, 1)))


def year(number: int) -> When | None:
    """The interval of one year."""
    return days(date(number, 1, 1), date(number + 1, 1, 1)) if EARLIEST_YEAR <= number <= LATEST_YEAR else None


def days(start: date, end: date) -> When:
    """The interval between two midnights."""
    return When(start.isoformat(), end.isoformat())


def next_month(day_in_month: date) -> date:
    """The first day of the month after the one that holds this day."""
    return date(day_in_month.year + day_in_month.month // 12, day_in_month.month % 12 + 1, 1)


def minute(start: date, hour: int, minutes: int) -> When | None:
    """The interval of one minute of a day; None where there is no such time."""
    if not (0 <= hour < 24 and 0 <= minutes < 60):
        return None
    moment = datetime(start.year, start.month, start.day, hour, minutes)
    return When(write(moment), write(moment + timedelta(minutes=1)))


def write(moment: datetime) -> str:
    """The ISO string of an instant: the day alone at midnight, UTC with "Z" where the instant has a zone, else to the minute."""
    if moment.tzinfo is not None:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return moment.strftime("%Y-%m-%d") if (moment.hour, moment.minute) == (0, 0) else moment.strftime("%Y-%m-%dT%H:%M")


def parse(instant: str) -> datetime:
    """The instant behind an ISO string; aware only where the string carries a zone."""
    return datetime.fromisoformat(instant)


def from_iso(value: str) -> When | None:
    """The interval an ISO 8601 string of a page stands for (year-month, day, or day and time, with or without zone)."""
    text = value.strip()
    try:
        if len(text) == 7:
            return month(int(text[:4]), int(text[5:]))
        if _MIDNIGHT_AT_THE_END.search(text):
            return None
        moment = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return None
    if len(text) <= 10:
        return day(moment.year, moment.month, moment.day)
    moment = moment.replace(second=0, microsecond=0)
    return When(write(moment), write(moment + timedelta(minutes=1)))


def first_day(when: When) -> date | None:
    """The day on which the interval begins, by the page's own clock."""
    start = _told(when.start)
    return start.date() if start else None


def last_day(when: When) -> date | None:
    """The last day that the interval touches."""
    end = _told(when.end)
    return (end - timedelta(seconds=1)).date() if end else None


def _told(instant: str | None) -> datetime | None:
    """The instant, None where a book holds something that is none: anybody can write into a file."""
    try:
        return parse(instant) if instant else None
    except ValueError:
        return None


def surely_before(a: When, b: When) -> bool:
    """Whether ``a`` is over before ``b`` begins, whatever the zones of clock times that name none."""
    end, start = _told(a.end), _told(b.start)
    if end is None or start is None:
        return False
    if end.tzinfo is not None and start.tzinfo is not None:
        return end <= start
    return _latest_day(end) < _earliest_day(start)


def _latest_day(end: datetime) -> date:
    last = end - timedelta(seconds=1)
    return (last.replace(tzinfo=None) + FARTHEST_EAST if last.tzinfo is not None else last).date()


def _earliest_day(start: datetime) -> date:
    return (start.replace(tzinfo=None) - FARTHEST_WEST if start.tzinfo is not None else start).date()
