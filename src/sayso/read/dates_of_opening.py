"""The day with which a report opens: in the bracket or behind the town of its dateline, or said to be today.

"TOWN (House - 10th April, 2022)", "TOWN, June 9. /HOUSE/.", "The council agreed today, 5 May 2031, on a weir".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from sayso.lexicon.words import number_words
from sayso.model import When
from sayso.read.date_readings import Found, Ground, in_year_of, two_figured
from sayso.read.dates_of_line import ARTICLES, HOUSE, LETTERS, MOST_LABEL
from sayso.read.lines import Line
from sayso.text import dates, instants, numbers
from sayso.text.date_forms import short_years
from sayso.text.months import WEEKDAY_IN_LINE

_BRACKET = re.compile(r"[^\W\d_][^.(\n]{1,60}?\([^()\n]{2,90}\)")
_TOWN = re.compile(r"[^\W\d_][^.(\n\d]{1,60}?,\s{1,2}$")
_AFTER_DAY = re.compile(r"\.?\s{0,2}[–—:/(-]")
BRACKETED = 160  # characters at the beginning of a report in which its dateline stands
AFTER = 90  # characters behind the day in which a dateline ends
NAME = r"[^\W\d_a-zа-я][\w’'&-]{1,24}"
_ENDED = re.compile(
    r"(?:[ \u00a0]?г)?\.\s{1,2}[^\W\d_]"
    rf"|(?:[ \u00a0]?г\.)?,?[ \u00a0](?P<house>{NAME}(?:[ \u00a0]{NAME}){{0,2}})(?:\s{{0,2}}[–—:]|\.)\s"
)
"""A full stop, or the house that has it: "ORLE, 5 May 2031, OPA – ", "ОРЛЕ, 5 мая 2031 г., Орле-Информ. "."""
_PLACE = re.compile(r"[^\W\d_a-z][\w’'-]{1,24}(?:[ \u00a0/][^\W\d_a-z][\w’'-]{1,24}){0,2},\s{1,2}$")
"""A town alone, before a day with its year and a full stop: "ORLE, 16 maja 2031. Delegacja …"."""
_SLASHED = re.compile(r"[/(](?P<house>[^\W\d_][^/()\n]{1,30})[/)]")
FOOT = 6
"""A house signs among the last six lines that are not blank (a choice)."""
OVER = 4
"""Words of a town that stands alone over a report which opens with its day (a choice)."""
_SPOKEN = re.compile(r"[\"“”„«»]|[.!?]\s")  # "today" is the day of whoever speaks, and in a later sentence of anything
COUNTED = 20
"""Code points before "today" in which a number makes it an anniversary (a choice)."""
ANEW = timedelta(days=31)
"""A text that is corrected or told anew under its old address has a dateline so much later at most (a choice)."""
BESIDE, FAR_DAY = 3, 16
"""Code points between "today" and its date, and where the weekday stands between (choices)."""
_CLOSES = re.compile(
    r"(?:[ \u00a0]?г\.)?(?:[ \u00a0][^\W\d_a-z]{2,4})?\)?,?\s{0,2}(?P<house>\([^()\n\d]{2,40}\)|/[^/\n\d]{2,20}/)?\.?\s{0,2}[–—:-]"
)
_SHORTENED = re.compile(r"(?:\b[A-Z]\.){1,3}|,\s[A-Z][a-z]{1,4}\.")
"""A state behind its town: "Gull Harbour, N.S. —", "MILLROOK, Mont. —"."""


def dateline(n: int, found: Sequence[dates.DateExpression], ground: Ground, *, stopped: bool) -> Found | None:
    """The day in the bracket or after the town that opens a report: "TOWN (House - 10th April, 2022)", "TOWN, June 9. /HOUSE/.".

    ``stopped``: a full stop may end it.
    """
    row = ground.rows[n]
    over = ground.rows[n - 1].text if n else ""
    bracket = _BRACKET.match(row.text[:BRACKETED])
    short = short_years(row.text[:AFTER], row.span.start) if two_figured(ground.language) else []
    for x in (*found, *short):
        at, to = x.span.start - row.span.start, x.span.end - row.span.start
        if at > BRACKETED:
            continue
        bracketed = bracket is not None and row.text.find("(") < at and to < bracket.end()
        before, after = row.text[:at], row.text[to : to + AFTER]
        known = x.year is not None or ground.year is not None
        end = _ENDED.match(after) if stopped and known and _PLACE.fullmatch(before) else None
        ended = end and (not end["house"] or before.isupper() or end["house"].isupper())
        opens = opens_dated(before, after) or (not before and len(over.split()) <= OVER and opens_dated(f"{over}, ", after))
        after_town = at < 70 and ((_TOWN.match(before) and _AFTER_DAY.match(after)) or ended or (known and opens))
        upper = row.text[0].isupper() or opens
        if x.form != "day" or not (upper and (bracketed or after_town)):
            continue
        when = dates.resolve(x, None)
        if not when.start and x.kind == "partial":
            when = in_year_of(x, ground.year, ANEW) if ground.year else _signed(x, row, ground.rows)
        if when.start and not x.ambiguous:
            return Found("dateline", when, x.span)
    return None


def _signed(x: dates.DateExpression, row: Line, rows: Sequence[Line]) -> When:
    """A dateline's day without a year, in the year that the house signs with at the foot ("June 9 /KAN/", "KAN, 9 June 2031")."""
    m = _SLASHED.search(row.text[:120])
    house = m["house"].strip() if m else ""
    for foot in rows[-FOOT:]:
        if not house or not foot.text.startswith(house) or foot.span == row.span:
            continue
        for other in dates.expressions(foot.text, 0, len(foot.text[:120])):
            if other.kind == "absolute" and other.form == "day" and (other.month, other.day) == (x.month, x.day):
                return dates.resolve(other, None)
    return dates.UNKNOWN


def today(row: Line, found: Sequence[dates.DateExpression], language: str | None) -> Found | None:
    """The day of a report that says which day today is, or yesterday: "The council agreed today, 5 May 2031, on a weir"."""
    for a, b in pairwise(found):
        said = a.form == "span" and a.unit == "day" and a.count in (0, -1)
        day = instants.first_day(dates.resolve(b, None)) if b.form == "day" and b.kind == "absolute" else None
        between = row.text[a.span.end - row.span.start : b.span.start - row.span.start]
        near = len(between) <= BESIDE or {w.casefold() for w in LETTERS.findall(between[:FAR_DAY])} <= WEEKDAY_IN_LINE.keys()
        before = row.text[: a.span.start - row.span.start]
        if said and day and near and len(between) <= FAR_DAY and not _SPOKEN.search(before) and not _counted(before, language):
            day -= timedelta(days=a.count or 0)
            return Found("dateline", instants.days(day, day + timedelta(days=1)), b.span)
    return None


def _counted(before: str, language: str | None) -> bool:
    """Whether something is counted just before "today": "Fifty years ago today"."""
    near = before[-COUNTED:]
    return bool(numbers.find(near, 0, len(near), number_words(language)))


def opens_dated(before: str, after: str) -> bool:
    """Whether a day stands in a dateline that parts town, house and day as it likes, and ends in a dash or a colon.

    "Orle (NPA), 16 août 2031 –", "(NPA) - ORLE, 16 AGO 2031 -", "ORLE — 16 August 2031 —"; a day alone needs its house.
    """
    closes = _CLOSES.match(after)
    names = LETTERS.findall(HOUSE.sub(" ", before))
    if not closes or len(names) > MOST_LABEL or re.search(r"[.;:?!\d]", _SHORTENED.sub(" ", before)):
        return False
    return bool(names or closes["house"]) and all(not w[0].islower() or w in ARTICLES for w in names)
