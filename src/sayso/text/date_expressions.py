"""Finding date expressions: a word or two beside figures, in the languages of ``text.months``; relative ones in English."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sayso.model import Span
from sayso.text import instants
from sayso.text.months import ENGLISH_MONTHS, LONG_MONTHS, MONTH_OF, WEEKDAY_OF

Unit = Literal["day", "week", "month", "year"]


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
    bound: Literal["since", "until", "earlier", "later"] | None = None
    ambiguous: bool = False
    numeric: bool = False


_NUMBER = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_UNIT: dict[str, Unit] = {"day": "day", "night": "day", "week": "week", "month": "month", "year": "year"}


# A month is matched as any word and looked up afterwards: an alternation of 354 forms took 30 microseconds at every figure.
_WORD = r"(?P<month>(?:كانون|تشرين)\s[^\W\d_]{4,7}|[^\W\d_]{3,12})(?!\w)"
_MONTH = _WORD + r"\.?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d)"
_CLOCK = (
    r"(?:(?P<gap>[,\s|–—-]{0,4}(?:(?:at|às|à|a las|um|в)\s)?)(?P<hour>[0-2]?\d)[:h.](?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?"
    r"\s?(?P<half>[ap]\.?m\b\.?)?(?:\s?(?P<zone>GMT|UTC|Z)(?!\w))?)?"
)
_HOW_MANY = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER)})"
_PLAIN_UNIT = r"(?:day|night|week|month|year)"
_BEFORE_MONTH = (
    r"(?i:in|since|until|till|by|during|through|from|to|for|of|between|early|late|mid|and|last|this|next|em|en|im|anfang|"
    r"mitte|ende|pada|bulan|в|во|с|до|у|на|في|dans|depuis|desde|seit|dal|da|di|a)"
)
_BEFORE_YEAR = (
    r"(?i:in|since|until|till|by|during|before|after|from|of|early|late|mid|em|en|im|desde|depuis|seit|dal|nel|sejak|с|в|"
    r"عام|سنة)"
)
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|\.)?"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, flags))
    for name, pattern, flags in (
        (
            "day",
            rf"(?<![\w./-]){_YEAR}(?P<sep>[-/.])(?P<number>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)"
            r"(?:[T\s](?P<hour>[0-2]\d):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?\s?(?P<offset>Z|[+-]\d\d:?\d\d)?(?!\d))?",
            0,
        ),
        ("numeric", rf"(?<![\w./-])(?P<day>\d{{1,2}})(?P<sep>[./-])(?P<number>\d{{1,2}})(?P=sep){_YEAR}{_CLOCK}(?![/-]?\d)", re.I),
        (
            "day_first",
            rf"(?:(?<=GMT)|(?<=UTC)|(?<![\w.,/:-])){_DAY}{_ORDINAL}(?:\s{{0,2}}[-–—&]\s{{0,2}}\d{{1,2}}{_ORDINAL})?[\s-]{{1,3}}"
            rf"(?:(?:de|of|di)\s)?{_MONTH}(?:,?[\s-]{{1,3}}(?:(?:de|del|of)\s)?{_YEAR}{_CLOCK})?",
            re.I,
        ),
        (
            "month_first",
            rf"(?<!\w){_MONTH}\s{{1,3}}{_DAY}(?:st|nd|rd|th)?(?![\d:]|[.,]\d)(?:\s{{0,2}}[-–—&]\s{{0,2}}\d{{1,2}}(?!\d))?"
            rf"(?:,?\s{{1,3}}{_YEAR}{_CLOCK})?",
            re.I,
        ),
        ("month", rf"(?<!\w){_MONTH},?\s{{1,3}}(?:(?:de|del|of)\s)?{_YEAR}", re.I),
        ("bare", rf"(?<!\w)(?P<lead>{_BEFORE_MONTH})[\s-]{{1,3}}(?={_WORD}(?!\.?\s{{0,2}}\d))", 0),
        ("year", rf"(?<!\w)(?P<lead>{_BEFORE_YEAR})[\s-]{{1,3}}{_YEAR}(?![\w%]|[-–]\d|[.,]\d)", 0),
        (
            "past",
            r"(?<!\w)(?:(?:in|over|during|for|within)\s)?the\s(?:past|last|previous|preceding)\s"
            rf"(?:(?P<some>few|several|couple\sof)|(?P<count>{_HOW_MANY}))\s(?P<unit>{_PLAIN_UNIT})s?(?!\w)",
            re.I,
        ),
        (
            "past",
            rf"(?<!\w)(?:for\s)?(?P<count>{_HOW_MANY})\s(?:consecutive\s|straight\s)?(?P<unit>{_PLAIN_UNIT})s?\s"
            r"(?:in\sa\srow|running|now)(?!\w)",
            re.I,
        ),
        ("ago", rf"(?<!\w)(?P<count>{_HOW_MANY})\s(?P<unit>{_PLAIN_UNIT})s?\sago(?!\w)", re.I),
        ("span", rf"(?<!\w)(?P<bound>earlier\s|later\s)?(?P<which>last|this|next|past)\s(?P<unit>{_PLAIN_UNIT})(?!\w)", re.I),
        (
            "weekday",
            r"(?<!\w)(?P<lead>on|last|this|next|since|until|late|early|by)\s(?:(?P<which>last|this|next)\s)?"
            rf"(?P<weekday>{'|'.join(w for w in WEEKDAY_OF if len(w) > 5)})(?!\w)",
            re.I,
        ),
        ("today", r"(?<!\w)(?:the\s)?(?P<which>day\sbefore\syesterday|yesterday|today|tonight|tomorrow)(?!\w)", re.I),
    )
)
_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2}
_WHICH = {"last": -1, "past": -1, "this": 0, "next": 1}


def expressions(text: str, start: int, end: int) -> list[DateExpression]:
    """The date expressions in ``text[start:end]``, in order, without overlap; of two that overlap the longer one stands."""
    found: list[DateExpression] = []
    for name, pattern in _PATTERNS:
        found += [made for m in pattern.finditer(text, start, end) if (made := _MAKERS[name](m))]
    out: list[DateExpression] = []
    for x in sorted(found, key=lambda x: (x.span.start, -x.span.end)):
        if out and out[-1].span.overlaps(x.span):
            if x.span.end - x.span.start > out[-1].span.end - out[-1].span.start:
                out[-1] = x
        else:
            out.append(x)
    return out


def _group(m: re.Match[str], name: str) -> str | None:
    return m.groupdict().get(name)


_WEEKDAY_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,9})\.?,?\s{1,3}$")


def _whole(m: re.Match[str]) -> Span:
    """The match with a weekday before it, without white space and commas at its end."""
    before = _WEEKDAY_BEFORE.search(m.string, max(m.pos, m.start() - 14), m.start())
    start = before.start() if before and before[1].casefold() in WEEKDAY_OF else m.start()
    return Span(start, m.start() + len(m.group().rstrip(" ,.|\u00a0")))


def _month_of(m: re.Match[str]) -> int | None:
    return MONTH_OF.get(" ".join(m["month"].casefold().split()))


def _clock(m: re.Match[str]) -> str | None:
    hour, minutes = _group(m, "hour"), _group(m, "minute")
    if hour is None or minutes is None:
        return None
    number, half = int(hour), (_group(m, "half") or "").lower()
    if half:
        number = number % 12 + (12 if half.startswith("p") else 0)
    zone = "Z" if _group(m, "zone") else _group(m, "offset") or ""
    return f"{number:02d}:{int(minutes):02d}{zone}" if number < 24 else None


def _make_day(m: re.Match[str]) -> DateExpression | None:
    named, numbered, year = _group(m, "month"), _group(m, "number"), _group(m, "year")
    month = _month_of(m) if named else int(numbered or 0)
    day = int(m["day"])
    if not month or not instants.day(int(year) if year else 2000, month, day):  # 2000: a leap year, so that 29 February stands
        return None
    return DateExpression(
        _whole(m),
        "absolute" if year else "partial",
        "day",
        int(year) if year else None,
        month,
        day,
        _clock(m) if year else None,
        numeric=numbered is not None and m["sep"] != ".",
    )


def _make_day_first(m: re.Match[str]) -> DateExpression | None:
    """Of "10 April": a form of three letters that is a word of its own in some language needs a year beside it."""
    return _make_day(m) if m["year"] or m["month"] in LONG_MONTHS or m["month"] in ENGLISH_MONTHS else None


def _make_month_first(m: re.Match[str]) -> DateExpression | None:
    """Of "April 10": an English order, and English months have capitals ("may 10 more", "march 5 miles" are none)."""
    return (
        _make_day(m)
        if m["month"] in ENGLISH_MONTHS or (m["month"].isupper() and m["month"].capitalize() in ENGLISH_MONTHS)
        else None
    )


def _make_numeric(m: re.Match[str]) -> DateExpression | None:
    day, month, year = int(m["day"]), int(m["number"]), int(m["year"])
    if month > 12:
        day, month = month, day
    if not instants.day(year, month, day):
        return None
    undecided = day <= 12 and day != month and m["sep"] != "."  # dotted dates are day-first wherever they are used (CLDR)
    return DateExpression(_whole(m), "absolute", "day", year, month, day, _clock(m), ambiguous=undecided, numeric=m["sep"] != ".")


def _make_month(m: re.Match[str]) -> DateExpression | None:
    month = _month_of(m)
    return DateExpression(_whole(m), "absolute", "month", int(m["year"]), month) if month else None


def _bound(lead: str | None) -> Literal["since", "until"] | None:
    word = (lead or "").casefold()
    if word in ("since", "desde", "depuis", "seit", "dal", "sejak"):
        return "since"
    return "until" if word in ("until", "till", "before", "by") else None


_LINKING = {"and", "a", "to", "for", "from", "of", "between", "this", "last", "next"}


def _make_bare(m: re.Match[str]) -> DateExpression | None:
    word = " ".join(m["month"].split())
    if word not in LONG_MONTHS:
        return None
    lead = m["lead"].casefold()
    span = Span(m.start("month") if lead in _LINKING else m.start(), m.end("month"))
    return DateExpression(span, "partial", "month", None, MONTH_OF[word.casefold()], bound=_bound(lead))


def _make_year(m: re.Match[str]) -> DateExpression | None:
    return DateExpression(Span(m.start(), m.end()), "absolute", "year", int(m["year"]), bound=_bound(m["lead"]))


def _count(m: re.Match[str]) -> int | None:
    word = _group(m, "count")
    if word is None:
        return None
    return int(word) if word.isdecimal() else _NUMBER[word.casefold()]


def _make_past(m: re.Match[str]) -> DateExpression | None:
    return DateExpression(Span(m.start(), m.end()), "relative", "past", unit=_UNIT[m["unit"].casefold()], count=_count(m))


def _make_ago(m: re.Match[str]) -> DateExpression | None:
    return DateExpression(Span(m.start(), m.end()), "relative", "ago", unit=_UNIT[m["unit"].casefold()], count=_count(m))


def _make_span(m: re.Match[str]) -> DateExpression | None:
    bound = (m["bound"] or "").strip().casefold()
    return DateExpression(
        Span(m.start(), m.end()),
        "relative",
        "span",
        unit=_UNIT[m["unit"].casefold()],
        count=_WHICH[m["which"].casefold()],
        bound="earlier" if bound == "earlier" else "later" if bound == "later" else None,
    )


def _make_weekday(m: re.Match[str]) -> DateExpression | None:
    if not m["weekday"][0].isupper():
        return None
    which = (m["which"] or m["lead"]).strip().casefold()
    return DateExpression(
        Span(m.start(), m.end()),
        "relative",
        "weekday",
        weekday=WEEKDAY_OF[m["weekday"].casefold()],
        count=1 if which == "next" else None,
        bound=_bound(m["lead"]),
    )


def _make_today(m: re.Match[str]) -> DateExpression | None:
    return DateExpression(
        Span(m.start(), m.end()), "relative", "span", unit="day", count=_TODAY[" ".join(m["which"].casefold().split())]
    )


_MAKERS: dict[str, Callable[[re.Match[str]], DateExpression | None]] = {
    "day": _make_day,
    "day_first": _make_day_first,
    "month_first": _make_month_first,
    "numeric": _make_numeric,
    "month": _make_month,
    "bare": _make_bare,
    "year": _make_year,
    "past": _make_past,
    "ago": _make_ago,
    "span": _make_span,
    "weekday": _make_weekday,
    "today": _make_today,
}
