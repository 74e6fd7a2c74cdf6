"""What a date expression is, and the ones written with figures, the name of a month, or a year.

Each pattern is tried only where a figure or a month's name stands (``date_expressions`` walks the words once), so a page costs as
much as it has figures: over 232 articles this takes a fifth of the time of searching with every pattern, with equal results.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from sayso.model import Span
from sayso.text import instants
from sayso.text.months import (
    ENGLISH_MONTHS,
    LANGUAGES_OF,
    LONG_MONTHS,
    MEANINGS_OF,
    MONTH_OF,
    TWICE_NAMED,
    WEEKDAY_OF,
)

Unit = Literal["day", "week", "month", "year"]
Bound = Literal["since", "until", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression. ``form`` says what it names; unused fields are None.

    day/month/year: ``year``, ``month``, ``day`` (a missing year makes it ``partial``), ``time`` as "22:39" or "22:39Z".
    weekday: ``weekday`` 0 (Monday)…6, with ``count`` -1 for "last". span: the ``unit`` that lies ``count`` away ("last week" -1).
    ago: ``count`` units back. past: the ``count`` units up to now ("the past four days").
    ``bound`` limits it: "since 2014", "earlier this month". ``ambiguous``: day and month may be the other way round (11/06/2018).
    ``numeric``: written in figures alone, parted by hyphens or strokes.
    """

    span: Span
    kind: Literal["absolute", "partial", "relative"]
    form: Literal["day", "month", "year", "weekday", "span", "ago", "past"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str | None = None
    weekday: int | None = None
    unit: Unit | None = None
    count: int | None = None
    bound: Bound | None = None
    ambiguous: bool = False
    numeric: bool = False


class Candidate(NamedTuple):
    """An expression, the languages in which alone it is one (None: in all), and whether it is another one, or none, elsewhere."""

    expression: DateExpression
    languages: frozenset[str] | None = None
    elsewhere: bool = False


class Words(NamedTuple):
    """The words and runs of figures of a stretch: where each starts and ends, and itself in lower case."""

    starts: list[int]
    ends: list[int]
    words: list[str]


# A month is matched as any word and looked up afterwards: an alternation of 354 forms took 30 microseconds at every figure.
_WORD = r"(?P<month>(?:كانون|تشرين)\s[^\W\d_]{4,7}|[^\W\d_]{3,12})(?!\w)"
_ALSO = rf"(?:\s?[/(]\s?(?P<also>{'|'.join(map(re.escape, TWICE_NAMED))})(?!\w)\)?)?"
"""The other name of the month, as Arabic has it for readers of east and west: "17 آذار/مارس 2031"."""
_MONTH = _WORD + r"(?:\.(?!\d))?" + _ALSO
DAY = r"(?P<day>\d{1,2})"
YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d(?!\d?:\d\d))"  # a clock may be glued to it: "May 17, 20313:44 pm"
_AT = r"(?:(?:at|às|à|a las|a les|alle|ore|um|om|u|kl\.?|klo|godz\.?|saat|saa|pukul|jam|ob|în|στις|в|о|об)\s)?"
CLOCK = (
    rf"(?:(?P<gap>[,.\s|·•–—-]{{0,4}}{_AT})"
    r"(?P<hour>[0-2]?\d)(?:[:h.]|\sh\s)(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?"
    r"\s?(?P<half>[ap]\.?m(?-i:(?![a-z]))\.?)?(?:\s?(?P<zone>GMT|UTC|Z)(?!\w))?)?"
)
_BEFORE_MONTH = (
    r"(?i:in|since|until|till|by|during|through|from|to|for|of|between|early|late|mid|and|last|this|next|em|en|im|anfang|"
    r"mitte|ende|pada|bulan|в|во|с|до|у|на|في|dans|depuis|desde|seit|dal|da|di|a)"
)
_YEAR_LEADS = frozenset(
    (
        "in since until till by during before after from of early late mid em en im desde depuis seit dal nel sejak с в عام سنة"
    ).split()
)
_ORDINAL = r"(?:st|nd|rd|th|er|\.?º|°|\.)?"

_ISO = re.compile(
    rf"(?<![\w./-]){YEAR}(?P<sep>[-/.])(?P<number>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)"
    rf"(?:(?:T|[,\s|–-]{{1,3}}{_AT})"
    r"(?P<hour>[0-2]\d)[:h.](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?\s?(?P<offset>Z|[+-]\d\d:?\d\d)?(?!\d))?"
)
_NUMERIC = re.compile(
    rf"(?<![\d_./·-])(?P<day>\d{{1,2}})\s?(?P<sep>[./·-])\s?(?P<number>\d{{1,2}})\s?(?P=sep)\s?{YEAR}{CLOCK}(?![/-]?\d)", re.I
)
_YEAR_MONTH_DAY = re.compile(rf"(?<![\w./-]){YEAR}[.,]?\s{{1,2}}{_MONTH}\s{{1,2}}{DAY}(?!\d)\.?{CLOCK}", re.I)
"""As Hungarian has it: "2031. március 9."."""
_SHORT_YEAR = re.compile(
    r"(?<![\w./·-])(?P<day>\d{1,2})(?P<sep>[./·-])(?P<number>\d{1,2})(?P=sep)['’]?(?P<year>\d\d)(?![\w./·-]|:\d)"
)
_DAY_FIRST = re.compile(
    rf"(?:(?<=GMT)|(?<=UTC)|(?<![\d_.,/:-])){DAY}{_ORDINAL}(?:\s{{0,2}}[-–—&]\s{{0,2}}\d{{1,2}}{_ORDINAL})?[\s.-]{{1,3}}"
    rf"(?:(?:de|(?:day\s)?of|di|من)\s)?{_MONTH}(?:,?[\s.-]{{1,3}}(?:(?:de|del|of|سنة|عام)\s)?{YEAR}{CLOCK})?",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w){_MONTH}\s{{1,3}}{DAY}(?:st|nd|rd|th)?(?!\d|[:.,]\d)(?:\s{{0,2}}[-–—&]\s{{0,2}}\d{{1,2}}(?!\d))?"
    rf"(?:,?\s{{1,3}}{YEAR}{CLOCK})?",
    re.I,
)
_MONTH_YEAR = re.compile(rf"(?<!\w){_MONTH},?\s{{1,3}}(?:(?:de|del|of)\s)?{YEAR}", re.I)
_BARE = re.compile(rf"(?<!\w)(?P<lead>{_BEFORE_MONTH})[\s-]{{1,3}}(?={_WORD}(?!\.?\s{{0,2}}\d))")
_LEAD_YEAR = re.compile(rf"(?<!\w)(?P<lead>[^\W\d_]{{1,8}})[\s-]{{1,3}}{YEAR}(?![\w%]|[-–]\d|[.,]\d)")
_SERIAL = re.compile(r"(?:\bn[or]\.?|[nN]?[º°№#])\s?$", re.I)
"""Before the running number of a notice: "Press release No. 14 – 15 October" is of one day."""
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,9}(?:-feira)?)\.?,?\s{1,3}$")
_TWO_WORDS = frozenset({"كانون", "تشرين"})
_LINKING = {"and", "a", "to", "for", "from", "of", "between", "this", "last", "next"}


def with_figures(text: str, bounds: Span, row: Words, n: int) -> list[Candidate]:
    """The expressions around the run of figures that is word ``n`` of the row."""
    found: list[Candidate] = []
    size = row.ends[n] - row.starts[n]
    if size == 4:
        add(found, _ISO.match(text, row.starts[n], bounds.end), of_day, bounds)
        add(found, _YEAR_MONTH_DAY.match(text, row.starts[n], bounds.end), of_day, bounds)
        if n and row.words[n - 1] in _YEAR_LEADS:
            add(found, _LEAD_YEAR.match(text, row.starts[n - 1], bounds.end), _year, bounds)
        for k in (n - 1, n - 2, n - 3):
            if k >= 0 and (row.words[k] in MONTH_OF or row.words[k] in _TWO_WORDS):
                add(found, _MONTH_YEAR.match(text, row.starts[k], bounds.end), _month, bounds)
    elif size <= 2:
        add(found, _NUMERIC.match(text, row.starts[n], bounds.end), _numeric, bounds)
        add(found, _DAY_FIRST.match(text, row.starts[n], bounds.end), _day_first, bounds)
        if n and row.words[n - 1] in MONTH_OF:
            add(found, _MONTH_FIRST.match(text, row.starts[n - 1], bounds.end), _month_first, bounds)
    return found


def bare_month(text: str, bounds: Span, row: Words, n: int) -> list[Candidate]:
    """The month that word ``n`` names without a figure beside it, after a word that leads to it ("in May")."""
    found: list[Candidate] = []
    if n:
        add(found, _BARE.match(text, row.starts[n - 1], bounds.end), _bare, bounds)
    return found


def short_years(text: str, at: int) -> list[DateExpression]:
    """The days of a line that are written with two figures of their year ("30.11.08"), ``at``: where the line stands.

    Day and month stand in either order, whatever parts them ("10.22.09"); where the year may stand first nobody should ask.
    Years are read as POSIX ``strptime`` does: 69–99 lie before 2000, 00–68 behind.
    """
    out = []
    for m in _SHORT_YEAR.finditer(text):
        day, month, year = int(m["day"]), int(m["number"]), int(m["year"])
        day, month = (month, day) if month > 12 else (day, month)
        year += 1900 if year > 68 else 2000
        if instants.day(year, month, day):
            span = Span(at + m.start(), at + m.end())
            out.append(
                DateExpression(span, "absolute", "day", year, month, day, ambiguous=day <= 12 and day != month, numeric=True)
            )
    return out


_Maker = Callable[[re.Match[str], Span], Candidate | None]


def add(found: list[Candidate], m: re.Match[str] | None, make: _Maker, bounds: Span) -> None:
    """Put what a match says into ``found``, in every meaning that its month has."""
    made = make(m, bounds) if m and not _within_word(m) else None
    if made and m:
        found += _meanings(m, made) or [made]


def _within_word(m: re.Match[str]) -> bool:
    """Whether the figures are a part of a word ("F1 May 2031"), and no day that an extractor glued to one ("Volk27 May 2031")."""
    before = m.string[max(0, m.start() - 3) : m.start()]
    if not m.group()[0].isdecimal() or not before or not before[-1].isalpha() or before.endswith(("GMT", "UTC")):
        return False
    return not _group(m, "year") or len(before) < 2 or before[-1].isupper() or not before[-2].isalpha()


def _meanings(m: re.Match[str], made: Candidate) -> list[Candidate]:
    """The same for each month that a form is in one language or another: "5 listopada" in Polish and in Croatian."""
    months = MEANINGS_OF.get(_form(m), {}) if _group(m, "month") else {}
    return [Candidate(replace(made.expression, month=n), languages, elsewhere=True) for n, languages in months.items()]


def _group(m: re.Match[str], name: str) -> str | None:
    return m.groupdict().get(name)


def whole(m: re.Match[str], bounds: Span) -> Span:
    """The match with a weekday before it, without white space and commas at its end."""
    before = _WEEKDAY_BEFORE.search(m.string, max(bounds.start, m.start() - 20), m.start())
    start = before.start() if before and before[1].casefold() in WEEKDAY_OF else m.start()
    return Span(start, m.start() + len(m.group().rstrip(" ,.|\u00a0")))


def _month_of(m: re.Match[str]) -> int | None:
    return MONTH_OF.get(_form(m))


def _form(m: re.Match[str]) -> str:
    return " ".join(m["month"].casefold().split())


def _short(m: re.Match[str]) -> frozenset[str] | None:
    """The languages that write this form, where it is a short one without an English capital; None where it stands in any."""
    form = _form(m)
    if len(form) > 3 or m["month"] in ENGLISH_MONTHS or (m["month"].isupper() and m["month"].capitalize() in ENGLISH_MONTHS):
        return None
    return LANGUAGES_OF[form] - {"en"}


def clock_of(m: re.Match[str]) -> str | None:
    """The clock time behind a date, as "22:39" or "22:39Z"."""
    hour, minutes = _group(m, "hour"), _group(m, "minute")
    if hour is None or minutes is None:
        return None
    number, half = int(hour), (_group(m, "half") or "").lower()
    if half and number <= 12:
        number = number % 12 + (12 if half.startswith("p") else 0)
    zone = "Z" if _group(m, "zone") else _group(m, "offset") or ""
    return f"{number:02d}:{int(minutes):02d}{zone}" if number < 24 else None


def of_day(m: re.Match[str], bounds: Span) -> Candidate | None:
    """The day that a match with a day and a month, and perhaps a year, names; None where the calendar has none such."""
    named, numbered, year = _group(m, "month"), _group(m, "number"), _group(m, "year")
    month = _month_of(m) if named else int(numbered or 0)
    day = int(m["day"])
    also = _group(m, "also")
    if also and MONTH_OF.get(" ".join(also.split())) != month:
        return None
    if not month or not instants.day(int(year) if year else 2000, month, day):  # 2000: a leap year, so that 29 February stands
        return None
    return Candidate(
        DateExpression(
            whole(m, bounds),
            "absolute" if year else "partial",
            "day",
            int(year) if year else None,
            month,
            day,
            clock_of(m) if year else None,
            numeric=numbered is not None and (_group(m, "sep") or ".") != ".",
        )
    )


def _day_first(m: re.Match[str], bounds: Span) -> Candidate | None:
    """Of "10 April": a short form that is a word of its own in some language needs a year beside it, or that language."""
    made = None if _SERIAL.search(m.string[max(0, m.start() - 5) : m.start()]) else of_day(m, bounds)
    if made is None or m["year"] or m["month"] in LONG_MONTHS or m["month"] in ENGLISH_MONTHS:
        return made
    return Candidate(made.expression, LANGUAGES_OF[_form(m)] - {"en"})


def _month_first(m: re.Match[str], bounds: Span) -> Candidate | None:
    """Of "April 10": an English order, and English months have capitals ("may 10 more", "march 5 miles" are none).

    With its year other languages have it, too, on forums and in East Africa: "Янв 21, 2031", "Machi 6, 2031".
    """
    english = m["month"] in ENGLISH_MONTHS or (m["month"].isupper() and m["month"].capitalize() in ENGLISH_MONTHS)
    return of_day(m, bounds) if english or (m["year"] and not m["month"][0].islower()) else None


def _numeric(m: re.Match[str], bounds: Span) -> Candidate | None:
    day, month, year = int(m["day"]), int(m["number"]), int(m["year"])
    if month > 12:
        day, month = month, day
    if not instants.day(year, month, day):
        return None
    undecided = day <= 12 and day != month and m["sep"] not in ".·"  # dotted dates are day-first wherever they are used (CLDR)
    return Candidate(
        DateExpression(
            whole(m, bounds),
            "absolute",
            "day",
            year,
            month,
            day,
            clock_of(m),
            ambiguous=undecided,
            numeric=m["sep"] not in ".·",
        )
    )


def _month(m: re.Match[str], bounds: Span) -> Candidate | None:
    """A month with its year; "carried out 2014" is no October 2014 outside Portuguese."""
    month = _month_of(m)
    if not month:
        return None
    return Candidate(DateExpression(whole(m, bounds), "absolute", "month", int(m["year"]), month), _short(m))


def bound(lead: str | None) -> Bound | None:
    """Which bound the word before a date sets."""
    word = (lead or "").casefold()
    if word in ("since", "desde", "depuis", "seit", "dal", "sejak"):
        return "since"
    return "until" if word in ("until", "till", "before", "by") else None


def _bare(m: re.Match[str], bounds: Span) -> Candidate | None:
    word = " ".join(m["month"].split())
    if word not in LONG_MONTHS or m.end("month") > bounds.end:
        return None
    lead = m["lead"].casefold()
    span = Span(m.start("month") if lead in _LINKING else m.start(), m.end("month"))
    return Candidate(DateExpression(span, "partial", "month", None, MONTH_OF[word.casefold()], bound=bound(lead)))


def _year(m: re.Match[str], bounds: Span) -> Candidate | None:
    return Candidate(DateExpression(Span(m.start(), m.end()), "absolute", "year", int(m["year"]), bound=bound(m["lead"])))
