"""Remarks on stretches of time beside the clock times or years they lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from sayso.assess.arithmetic import Amount, decimals
from sayso.assess.passages import Passage, Sum
from sayso.lexicon import vocabulary
from sayso.lexicon.words import number_words
from sayso.model import Span
from sayso.text import numbers
from sayso.text.months import WEEKDAY_OF
from sayso.text.sentences import sentences, trimmed

DAY, HALF = 24 * 60, 12 * 60
CLOCK = re.compile(
    r"(?<![\d.:,/$€£-])(?:(?P<h>[01]?\d|2[0-4])(?P<sep>[:.h])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]|[.,]\d)"
    r"|(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)(?=\s?(?:hours?\b|on\b|,|GMT|local))"
    r"|(?P<o>1[0-2]|[1-9])(?=\s?[ap]\.?\s?m\b))(?:\s?(?P<ap>[ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
NAMED = vocabulary.pattern("times", "named")
# What makes "5.50" a time and no price: a word of time before it. A colon or "h" needs none.
AT = re.compile(r"\b(?:at|from|until|till|to|by|between|since|and|around|about|before|after|timed)\s$", re.IGNORECASE)
WORDED = tuple((vocabulary.pattern("times", k), float(k.partition(": ")[2])) for k in vocabulary.kinds("times", "lasting:"))
MORE = {w: float(k.partition(": ")[2]) for k in vocabulary.kinds("times", "and:") for w in vocabulary.listed("times", k)}
UNIT = re.compile(rf"[\s-](?P<u>hours?|minutes?|seconds?|mins?|h|hrs?|min)\b(?:\s(?P<half>{'|'.join(MORE)}))?", re.IGNORECASE)
JOINED = re.compile(r"(?:\s?,|\sand|\s)*\s?")
LOOSE = re.compile(rf"\b(?:{vocabulary.bounding()}|just)\s$", re.IGNORECASE)
LATER = re.compile(rf"^\s{vocabulary.one_of('times', 'later')}\b", re.IGNORECASE)
SPAN_OF = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
TO = re.compile(r"\s(?:to|until|till|and)\s", re.IGNORECASE)
SHORT_GAP = re.compile(r"\s?[,;:–—(]\s?(?:(?:or|that is|a|an|in all|that makes|making|some|so|which is)\s)*(?:\w+\sof\s)?")
SINCE = re.compile(rf"\b{vocabulary.one_of('times', 'since')}\s(?:in\s)?$", re.IGNORECASE)
PASSED = re.compile(r"year|\baged\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes since midnight, its place, whether morning or afternoon is certain, and its day of the week."""

    span: Span
    minutes: float
    certain: bool
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """A stretch of time in minutes, what its last place leaves open, and whether a word makes it rough."""

    span: Span
    minutes: float
    slack: float
    loose: bool

    def amount(self) -> Amount:
        """The stretch as the rules on sums hand it on."""
        return Amount(self.span, self.minutes, self.slack, ("minute",), False, 0, self.loose, False)


def clocks(p: Passage) -> list[Clock]:
    """The times of day of a sentence."""
    out = []
    for m in CLOCK.finditer(p.text, p.span.start, p.span.end):
        if m["sep"] == "." and not m["ap"] and AT.search(p.text[max(p.span.start, m.start() - 12) : m.start()]) is None:
            continue
        if m["hh"] and AT.search(p.text[max(p.span.start, m.start() - 12) : m.start()]) is None:
            continue
        hour = int(m["h"] or m["hh"] or m["o"])
        if m["ap"]:
            hour = hour % 12 + (12 if m["ap"].casefold() == "p" else 0)
        minutes = hour * 60 + int(m["m"] or m["mm"] or 0) + int(m["s"] or 0) / 60
        day = ON_DAY.match(p.text, m.end(), p.span.end)
        weekday = WEEKDAY_OF.get(day[1].casefold()) if day else None
        out.append(Clock(Span(m.start(), m.end()), minutes, bool(m["ap"]) or hour > 12 or bool(m["hh"]), weekday))
    for m in NAMED.finditer(p.text, p.span.start, p.span.end):
        out.append(Clock(Span(m.start(), m.end()), 0 if m.group().casefold() == "midnight" else HALF, True))
    return sorted(out, key=lambda c: c.span)


def lasting(p: Passage, times: list[Clock]) -> list[Lasting]:
    """The stretches of hours and minutes of a sentence, "ten hours and 25 minutes" as one."""
    found: list[Lasting] = []
    for rx, minutes in WORDED:
        for m in rx.finditer(p.text, p.span.start, p.span.end):
            found.append(Lasting(Span(m.start(), m.end()), minutes, 0.0, _loose(p, m.start())))
    for n in numbers.find(p.text, p.span.start, p.span.end, number_words(p.document.language)):
        unit = UNIT.match(p.text, n.span.end, p.span.end)
        span = Span(n.span.start, unit.end() if unit else n.span.end)
        taken = [*(x.span for x in found), *(c.span for c in times)]
        if unit is None or n.vague or n.low != n.high or any(span.overlaps(o) for o in taken):
            continue
        one = {"h": 60.0, "s": 1 / 60}.get(unit["u"][0].casefold(), 1.0)
        value = n.low + (MORE[unit["half"].casefold()] if unit["half"] else 0.0)
        found.append(
            Lasting(span, value * one, 0.5 * one * 10.0 ** -decimals(n.low) if n.low % 1 else 0.0, _loose(p, n.span.start))
        )
    return _together(p, sorted(found, key=lambda x: x.span))


def _loose(p: Passage, start: int) -> bool:
    return LOOSE.search(p.text[max(p.span.start, start - 14) : start]) is not None


def _together(p: Passage, row: list[Lasting]) -> list[Lasting]:
    """Hours and the minutes right behind them as one stretch."""
    out: list[Lasting] = []
    for x in row:
        last = out[-1] if out else None
        if last and last.minutes % 60 == 0 and x.minutes < 60 and JOINED.fullmatch(p.text, last.span.end, x.span.start):
            out[-1] = Lasting(Span(last.span.start, x.span.end), last.minutes + x.minutes, x.slack, last.loose)
        else:
            out.append(x)
    return out


def apart(a: Clock, b: Clock) -> tuple[float, ...]:
    """The minutes from one time to the next, over midnight if need be; with half a day less where morning or afternoon is open."""
    whole = (b.minutes - a.minutes) % DAY
    if a.weekday is not None and b.weekday is not None:
        return (b.minutes - a.minutes + (b.weekday - a.weekday) % 7 * DAY,)
    return (whole,) if a.certain and b.certain else tuple(sorted({whole, whole % HALF, whole % HALF + HALF} - {0}))


def between_clocks(p: Passage) -> Iterator[Sum]:
    """How long something took, beside the times it began and ended.

    What: two times of day and a stretch of hours or minutes in one sentence. Where one is the difference of the others that is
    ``sum_right``; ``sum_wrong`` only where words tie them: "from 9.10 to 9.32, twelve minutes", "at 8.15 and …, an hour later".

    Why it matters: who was where for how long is often all that a denial hangs on.

    Not when: the stretch is rough, a third time stands in the sentence, or the stretch may be of something else.

    Example (fiction): "The sluice stood open from 8.15 to 9.45, two hours": it is 90 minutes.
    """
    times = clocks(p)
    row = lasting(p, times)
    if len(times) < 2 and len(row) == 1:
        yield from over_two(p, times, row[0])
    if len(times) < 2:
        return
    for x in row:
        pairs = [(b, a) if FOLLOWS.search(p.text[a.span.end : b.span.start]) else (a, b) for a, b in combinations(times, 2)]
        fitting = next((c for c in pairs if any(_same(d, x) for d in apart(*c))), None)
        steps = [apart(a, b)[0] for a, b in zip(times[::2], times[1::2], strict=False)]
        if fitting is not None:
            yield Sum("sum_right", x.amount(), (), f"The times agree: from {_said(p, fitting)} it is {_length(x.minutes)}.")
        elif len(steps) > 1 and _same(sum(steps), x):
            yield Sum("sum_right", x.amount(), (), f"The times agree: together {_length(x.minutes)}.")
        elif len(times) == 2 and len(row) == 1 and not x.loose and pairs[0] == (times[0], times[1]) and tied(p, times, x):
            should = _length(apart(*times)[0])
            yield Sum(
                "sum_wrong",
                x.amount(),
                (),
                f"The times do not agree: from {_said(p, (times[0], times[1]))} it is {should}.",
                should,
            )


def over_two(p: Passage, times: list[Clock], x: Lasting) -> Iterator[Sum]:
    """A stretch beside times of which one or both stand in the sentence before: "called at 9.10. … at 9.35, 25 minutes later"."""
    start = p.text.rfind("\n", 0, p.span.start) + 1
    last = trimmed(p.text, start, p.span.start)
    near = next((s for s in reversed(list(sentences(p.text, last, p.document.language))) if s.end <= p.span.start), None)
    if near is None or x.loose:
        return
    before = clocks(replace(p, span=near))
    if len(before) + len(times) != 2 or any(lasting(replace(p, span=near), before)):
        return
    a, b = [*before, *times]
    told = LATER.match(p.text[x.span.end : p.span.end]) if times else FIRST.fullmatch(p.text, p.span.start, x.span.start)
    if told is None:
        return
    right = any(_same(d, x) for d in apart(a, b))
    should = _length(apart(a, b)[0])
    words = f"from {_said(p, (a, b))} it is {_length(x.minutes) if right else should}"
    if right:
        yield Sum("sum_right", x.amount(), (near,), f"The times agree: {words}.")
    elif SLIP[0] < x.minutes / apart(a, b)[0] < SLIP[1]:
        yield Sum("sum_wrong", x.amount(), (near,), f"The times do not agree: {words}.", should)


# "free at 18.31, after an alarm at 17.56": the later one is told first.
FOLLOWS = re.compile(rf"\b{vocabulary.one_of('times', 'follows')}\b[^.;]*$")
ON_DAY = re.compile(r"\s(?:on\s)?([^\W\d_]{6,9})\b")
FIRST = re.compile(r"[“„«\"‘']?\s?(?:(?:That|It) (?:is|was|makes|took)(?: all of)? )?", re.IGNORECASE)
SLIP = (0.4, 2.5)  # how far a stretch may be off and still be meant of the two times; own choice


def _same(minutes: float, x: Lasting) -> bool:
    return abs(minutes - x.minutes) <= max(x.slack, 0.1 * minutes if x.loose else 1e-6)


def tied(p: Passage, times: list[Clock], x: Lasting) -> bool:
    """Whether words say that the stretch lies between the two times."""
    a, b = times
    head = p.text[max(p.span.start, a.span.start - 10) : a.span.start]
    spanned = SPAN_OF.search(head) and TO.fullmatch(p.text, a.span.end, b.span.start)
    if x.span.end <= a.span.start:  # "it took 35 minutes, from 3.20 to 3.55"
        return bool(spanned) and re.fullmatch(r",? (?:from|between) ", p.text[x.span.end : a.span.start]) is not None
    gap = p.text[b.span.end : x.span.start] if x.span.start > b.span.end else ""
    if spanned or (BEGAN.search(p.text[p.span.start : a.span.start]) and ENDED.search(p.text[a.span.end : b.span.start])):
        return SHORT_GAP.fullmatch(gap) is not None
    ended = THUS.match(gap) is not None and apart(a, b)[0] > x.minutes * SLIP[0]
    return ended or (0 < len(gap) < 30 and LATER.match(p.text[x.span.end : p.span.end]) is not None)


BEGAN = re.compile(rf"\b{vocabulary.one_of('times', 'began')} (?:[^\W\d]+ )?(?:at|from) $")
ENDED = re.compile(rf"\b{vocabulary.one_of('times', 'ended')}\b")
THUS = re.compile(rf",? {vocabulary.one_of('times', 'thus')} (?:[^\W\d]+ ){{1,4}}(?:for )?$")


def _said(p: Passage, pair: tuple[Clock, Clock]) -> str:
    return " to ".join(c.span.of(p.text) for c in pair)


def _length(minutes: float) -> str:
    if abs(minutes - round(minutes)) > 1e-6:
        return f"{round(minutes * 60)} seconds"
    hours, rest = divmod(round(minutes), 60)
    return " and ".join([f"{hours} hour{'s' * (hours != 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest or not hours))


def since_year(p: Passage) -> Iterator[Sum]:
    """Years that are said to have passed, beside the year since which and the year of the page, or beside two years.

    What: "built in 2003, is 25 years old" on a page of 2028; "from 1996 to 2027, 31 years". Only ``sum_right``: birthdays and
    anniversaries leave a year open.

    Why it matters: an age or a term of office that agrees with a year is one statement, not two.

    Not when: the page has no date, or one before that year, or no word ties the year to the count ("since", "built", "born").

    Example (fiction): "The ferry, built in 2003, is 25 years old" on a page of 2028.
    """
    if PASSED.search(p.text, p.span.start, p.span.end) is None:
        return
    years = [a for a in p.here if a.year or (not a.percent and not a.units and a.value % 1 == 0 and 1500 <= a.value <= 2100)]
    published = p.document.published
    now = int(published.start[:4]) if published is not None and published.start and published.end else None
    ends = [(a, b.value) for a, b in pairwise(years)] + [(a, float(now)) for a in years if now is not None and a.value < now]
    for start, end in ends:
        if SINCE.search(p.text[max(p.span.start, start.span.start - 24) : start.span.start]) is None:
            continue
        for n in p.here:
            if n in years or n.percent or not 2 <= n.value <= 400 or n.value % 1:
                continue
            if abs(end - start.value) == n.value:
                words = f"from {start.value:.0f} to {end:.0f} it is {n.value:.0f} years"
                yield Sum("sum_right", n, (), f"The years agree: {words}.")
                return
