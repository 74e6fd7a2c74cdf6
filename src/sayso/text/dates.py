"""Date expressions in a text, and what they say once the day of the page is known.

``expressions`` finds them, ``resolve`` turns one into an interval given the page's own date, ``published_bounds`` goes the other
way: it narrows the page's date from an expression and the known day of what it speaks of. Nothing here reads a clock, and nothing
is filled in: an expression that a reader could not resolve either resolves to ``When(None, None)``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sayso.model import When
from sayso.text import instants
from sayso.text.date_expressions import ANY, DateExpression, Unit, expressions
from sayso.text.instants import surely_before

__all__ = ["ANY", "DateExpression", "alternative", "expressions", "published_bounds", "resolve", "surely_before"]

UNKNOWN = When(None, None)
AHEAD = timedelta(days=31)
"""How near a day of a page without a year must lie ahead before it may be an announcement and stays unresolved: a month, the
longest lead that "on 5 May" without a year has in the pages read (a choice, not a measurement)."""


def alternative(expression: DateExpression) -> DateExpression | None:
    """The other reading of an ambiguous numeric date: day and month changed about."""
    if not expression.ambiguous:
        return None
    return replace(expression, day=expression.month, month=expression.day)


def resolve(expression: DateExpression, base: When | None) -> When:
    """The interval that is meant, for a page of the date ``base``; an end is None where that is not known.

    Without a year the latest such day or month up to the page's date is meant; a day that lies less than ``AHEAD`` after it may be
    an announcement and stays unknown, as does every ambiguous numeric date.
    """
    found = _absolute(expression) if expression.kind == "absolute" else _from_base(expression, base)
    if found == UNKNOWN:
        return found
    if expression.bound == "since":
        return When(found.start, base.end if base else None)
    if expression.bound == "until":
        return When(None, found.start)
    return found


def _absolute(x: DateExpression) -> When:
    if x.ambiguous or x.year is None:
        return UNKNOWN
    if x.form == "year":
        return instants.year(x.year) or UNKNOWN
    if x.form == "month":
        return instants.month(x.year, x.month or 0) or UNKNOWN
    whole = instants.day(x.year, x.month or 0, x.day or 0)
    if whole and whole.start and x.time:
        return instants.from_iso(f"{whole.start}T{x.time}") or whole
    return whole or UNKNOWN


def _from_base(x: DateExpression, base: When | None) -> When:
    """Resolve from both ends of the page's date; what is meant must be one interval, or the hull for periods of days."""
    first, last = (instants.first_day(base), instants.last_day(base)) if base else (None, None)
    if first is None or last is None:
        return UNKNOWN
    a, b = _seen_from(x, first), _seen_from(x, last)
    if a is None or b is None:
        return UNKNOWN
    if x.kind == "partial" and a != b:
        return UNKNOWN
    return instants.days(min(a[0], b[0]), max(a[1], b[1]))


def _seen_from(x: DateExpression, today: date) -> tuple[date, date] | None:
    if x.kind == "partial":
        return _latest(x, today)
    if x.form == "weekday" and x.weekday is not None:
        back = (today.weekday() - x.weekday) % 7
        start = today - timedelta(days=back) if x.count != 1 else today + timedelta(days=7 - back)
        return start, start + timedelta(days=1)
    if x.unit is None:
        return None
    if x.form == "past":
        return (shift(today, x.unit, -x.count), today + timedelta(days=1)) if x.count else None
    if x.count is None:
        return None
    if x.form == "ago":
        return unit_around(shift(today, x.unit, -x.count), x.unit)
    start, end = unit_around(shift(today, x.unit, x.count), x.unit)
    if x.bound == "earlier":
        end = min(end, today + timedelta(days=1))
    return (max(start, today), end) if x.bound == "later" else (start, end)


def _latest(x: DateExpression, today: date) -> tuple[date, date] | None:
    """The latest such day or month that has begun by ``today``; None where one lies just ahead."""
    years = range(today.year + 1, today.year - 9, -1)  # 8 back: 29 February may be that rare (1896–1904)
    for year in years:
        when = instants.month(year, x.month or 0) if x.form == "month" else instants.day(year, x.month or 0, x.day or 0)
        if when is None or when.start is None or when.end is None:
            continue
        start, end = date.fromisoformat(when.start), date.fromisoformat(when.end)
        if start <= today:
            return start, end
        if x.form == "day" and start - today < AHEAD:
            return None
    return None


def shift(day: date, unit: Unit, count: int) -> date:
    """The day ``count`` units away; the end of a shorter month stands for its missing days."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    return min(date(first.year, first.month, 1) + timedelta(days=day.day - 1), instants.next_month(first) - timedelta(days=1))


def unit_around(day: date, unit: Unit) -> tuple[date, date]:
    """The day, the week from Monday, the month or the year that holds this day, half open."""
    if unit == "day":
        return day, day + timedelta(days=1)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=7)
    if unit == "month":
        return day.replace(day=1), instants.next_month(day)
    return date(day.year, 1, 1), date(day.year + 1, 1, 1)


def published_bounds(expression: DateExpression, event: When) -> When | None:
    """When a page can have been published that names the event of the interval ``event`` by this expression.

    "Earlier this month" for an event of 10 April 2022: 11 April … 1 May. None where nothing follows, or where they contradict.
    """
    first, last = instants.first_day(event), instants.last_day(event)
    if first is None or last is None:
        return None
    found = _page_days(expression, first, last)
    return instants.days(*found) if found and found[0] < found[1] else None


def _page_days(x: DateExpression, first: date, last: date) -> tuple[date, date] | None:
    one = timedelta(days=1)
    if x.kind == "absolute":
        return None
    if x.kind == "partial":
        fits = any(x.month == d.month and x.day in (None, d.day) for d in (first, last))
        again = shift(first.replace(day=1) if x.form == "month" else first, "year", 1)
        return (first, again) if fits else None
    if x.form == "weekday":
        if first == last and first.weekday() != x.weekday:
            return None
        return (first, last + timedelta(days=7)) if x.count != 1 else None
    if x.unit is None:
        return None
    if x.form == "past":
        return (first, shift(last, x.unit, x.count) + one) if x.count else None
    if x.count is None:
        return None
    if x.form == "ago":
        return unit_around(shift(first, x.unit, x.count), x.unit)[0], unit_around(shift(last, x.unit, x.count), x.unit)[1]
    start, _ = unit_around(shift(first, x.unit, -x.count), x.unit)
    _, end = unit_around(shift(last, x.unit, -x.count), x.unit)
    if x.bound == "earlier":
        start = max(start, first + one)
    return start, min(end, last + one) if x.bound == "later" else end
