"""How long ago, how long since and how long until: a stretch of days, months or years beside its date and the page's own.

These rules only confirm: birthdays, inclusive counting and late pages leave a day or a year open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from sayso.assess.arithmetic import Amount
from sayso.assess.passages import Passage, Sum
from sayso.lexicon.words import number_words
from sayso.model import Span, When
from sayso.text import instants, numbers
from sayso.text.date_expressions import DateExpression
from sayso.text.dates import expressions, resolve, shift

UNIT = re.compile(r"[\s-](?P<u>day|week|month|year)s?\b", re.IGNORECASE)
JOINED = re.compile(r"(?:,\s|\sand\s|\s)")
FROM = re.compile(r"\b(?:since|in|on|from|born(?:\s(?:in|on))?)\s(?:the\s)?$", re.IGNORECASE)
AGO = re.compile(r"^\s(?:ago|back|earlier)\b", re.IGNORECASE)
THAT_IS = re.compile(r",?\s(?:that\sis|that\smakes|which\sis|or|i\.e\.|so)(?:\sfor)?\s$|,\s$", re.IGNORECASE)
SINCE = re.compile(r"\s(?:[^\W\d]+\s){0,2}since\s(?:the\s)?$", re.IGNORECASE)
UNTIL = re.compile(
    r"(?:\s(?:to\srun|to\sgo|left|more|from\snow))?,?\s(?:and\sso\s)?(?:until|till|ending|to\send)\s(?:on\s|in\s)?(?:the\s)?$",
    re.IGNORECASE,
)
AGED = re.compile(r"\bborn\s(?:in|on)\s(?:the\s)?$", re.IGNORECASE)
IS = re.compile(r"^,\s(?:is|was|turned|now)\s(?:now\s)?$", re.IGNORECASE)
LED = re.compile(r"^(?:until|till|since|by|from|in|before)\s", re.IGNORECASE)
NEAR = 40  # code points between a stretch and its date
MOST = {"day": 1000, "week": 200, "month": 120, "year": 120}
OFF = {"day": 1, "week": 3, "month": 5, "year": 20}
"""Days by which a stretch of whole days, weeks, months or years may miss its date: it is rounded (a choice)."""


class Lasting(NamedTuple):
    """A stretch as told: its place, how many of which unit, and the months behind years."""

    span: Span
    many: int
    unit: str
    months: int


def since_and_until(p: Passage) -> Iterator[Sum]:
    """A stretch of time beside a date, as seen from the day of the page.

    What: "taken in March 2025, two years and nine months ago"; "no pay since 15 June, that is five months"; "60 days, until
    15 November"; "three years to run, until 2030"; "born in March 1998, is 29". Where they agree that is ``sum_right``.

    Why it matters: a stretch that agrees with its date is one statement, not two.

    Not when: the page has no day of its own, or no such word ties the stretch to the date.

    Example (fiction): "The mill has been shut since 8 November, that is 23 days", on a page of 1 December.
    """
    published = p.document.published
    base = published.when if published else None
    first, last = (instants.first_day(base), instants.last_day(base)) if base else (None, None)
    if base is None or first is None or last is None or (last - first).days > 1:
        return
    rows = lastings(p)
    for x in expressions(p.text, p.span.start, p.span.end, p.document.language) if rows else []:
        for s in rows:
            if not s.span.overlaps(x.span) and fits(p, x, base, s):
                day = LED.sub("", x.span.of(p.text))
                words = f"{s.span.of(p.text)} lie between {day} and the day of the page, {first.day} {first:%B %Y}"
                yield Sum(
                    "sum_right", Amount(s.span, s.many, 0.0, (s.unit,), False, 0, False, False), (), f"The dates agree: {words}."
                )
                return


def meant(x: DateExpression, base: When, *, ahead: bool) -> When:
    """The date that is meant; ``ahead``: a day without a year is the next one ("until 15 November")."""
    x = replace(x, bound=None)
    first = instants.first_day(base)
    if ahead and first is not None and x.kind == "partial":
        days = (instants.day(y, x.month or 0, x.day or 0) for y in (first.year, first.year + 1))
        return next((d for d in days if d and (d.start or "") > f"{first}"), When(None, None))
    return resolve(x, base)


def lastings(p: Passage) -> list[Lasting]:
    """The stretches of a sentence, "two years and nine months" as one; a bare number behind "born in 1998, is"."""
    out: list[Lasting] = []
    for n in numbers.find(p.text, p.span.start, p.span.end, number_words(p.document.language)):
        if n.vague or n.low != n.high or n.low % 1 or n.low < 1:
            continue
        unit = UNIT.match(p.text, n.span.end, p.span.end)
        if unit is None:
            out += [Lasting(n.span, int(n.low), "age", 0)] if n.low < MOST["year"] else []
            continue
        name, many = unit["u"].casefold(), int(n.low)
        before = out[-1] if out else None
        if before and name == "month" and before.unit == "year" and JOINED.fullmatch(p.text, before.span.end, n.span.start):
            out[-1] = Lasting(Span(before.span.start, unit.end()), before.many, "year", many)
        elif many <= MOST[name]:
            out.append(Lasting(Span(n.span.start, unit.end()), many, name, 0))
    return out


def fits(p: Passage, x: DateExpression, base: When, s: Lasting) -> bool:
    """Whether words tie a stretch to a date and both lie so far from the day of the page."""
    today, when = instants.first_day(base), meant(x, base, ahead=False)
    if today is None:
        return False
    head = p.text[max(p.span.start, x.span.start - NEAR) : x.span.start] + (f"{x.bound} " if x.bound else "")
    if x.span.end <= s.span.start:
        gap = p.text[x.span.end : s.span.start]
        if s.unit == "age":
            return AGED.search(head) is not None and IS.match(gap) is not None and aged(when, s.many, today)
        tied = AGO.match(p.text[s.span.end : p.span.end]) is not None and gap in (", ", " – ", " - ")
        tied = tied or (FROM.search(head) is not None and THAT_IS.fullmatch(gap) is not None)
        return tied and meets(when, s, today, ahead=False)
    gap = p.text[s.span.end : x.span.start] + (f"{x.bound} " if x.bound else "")  # the word stands inside the expression
    if s.unit == "age" or len(gap) > NEAR:
        return False
    if UNTIL.fullmatch(gap):
        return meets(meant(x, base, ahead=True), s, today, ahead=True)
    return SINCE.fullmatch(gap) is not None and meets(when, s, today, ahead=False)


def meets(when: When, s: Lasting, today: date, *, ahead: bool) -> bool:
    """Whether a stretch leads from a date to today, or from today to the date, as near as it is told."""
    first, last = instants.first_day(when), instants.last_day(when)
    if first is None or last is None:
        return False
    start = (today, today) if ahead else (first, last)
    low, high = (moved(d, s) for d in start)
    off = timedelta(days=OFF["month" if s.months else s.unit] if (last - first).days <= 1 else 0)
    ends = (first, last) if ahead else (today, today)
    return low - off <= ends[1] and ends[0] <= high + off


def moved(day: date, s: Lasting) -> date:
    """The day so long after another."""
    if s.unit == "year":
        return shift(shift(day, "year", s.many), "month", s.months)
    return shift(day, s.unit, s.many)  # type: ignore[arg-type]


def aged(when: When, years: int, today: date) -> bool:
    """Whether somebody born then is so old today."""
    first, last = instants.first_day(when), instants.last_day(when)
    if first is None or last is None:
        return False
    return shift(first, "year", years) <= today < shift(last, "year", years + 1)
