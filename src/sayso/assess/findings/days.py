"""Remarks on the days between two events, where the pages give both dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.assess.findings.verdicts import exact, verdict
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.pile import Day, Pile
from sayso.assess.skeleton import Skeleton
from sayso.assess.wording import capitals
from sayso.model import Span
from sayso.text.months import MONTHS, WEEKDAYS
from sayso.text.sentences import trimmed

AFTER = re.compile(r"\s(day|week)s?\s(after|before)\s([^.;:\n]{3,70})", re.IGNORECASE)
AGED = re.compile(r"(?:age of|aged) #(?P<n>\d+)|turned #(?P<t>\d+)")
YEARS = re.compile(r"(?<!last )(?<!past )#(?P<n>\d+) years\b(?! (?:ago|earlier|before))")
BESIDE = 60  # code points between an event's name and its date ("the Ostmar flood of 14 February"); own choice
Dated = tuple[str, Span, Day]  # page, place, (year, month, day)


def days_between(pile: Pile, p: Passage) -> Iterator[Sum]:
    """Days or weeks that are said to lie between two events, beside the dates that the pages give for both.

    What: "N days after the X", with the day of what happened in the sentence or at the head of the page, and a date beside the
    name X on this page or on one that tells the same claim. Where the two dates lie N days apart, that is kept as ``sum_right``.

    Why it matters: it ties two pages' dates to each other.

    Not when: a date is missing, or none of those beside the name fits: they may be dates of something else.

    Example (fiction): "On 26 May the quay gave way, 12 days after the Ostmar flood"; another page: "the Ostmar flood of 14 May".
    """
    for a in p.here:
        hit = AFTER.match(p.text, a.span.end, p.span.end)
        if hit is None or not usable(a) or a.value % 1 or a.value > MOST_DAYS:
            continue
        names = capitals(hit.group(3)) - TIME_WORDS
        if not names:
            continue
        days = timedelta(days=int(a.value) * (7 if hit.group(1).casefold() == "week" else 1))
        back = hit.group(2).casefold() == "before"
        for here in near(pile, p):
            for there in beside(pile, p.document.id, names):
                if apart(here[2], there[2], days, back):
                    where = there[1]
                    first, second = shown(pile, there), shown(pile, here)
                    words = f"from {second} to {first}" if back else f"from {first} to {second}"
                    yield Sum(
                        "sum_right",
                        a,
                        (
                            *(() if p.span.holds(here[1]) else (stands(pile, here),)),
                            *((where,) if there[0] == p.document.id else ()),
                        ),
                        f"“{a.span.of(p.text)} {hit.group(1)}s {hit.group(2)}” agrees with the dates: {words}.",
                        None,
                        () if there[0] == p.document.id else ((there[0], where),),
                    )
                    return


MOST_DAYS = 400  # longer stretches are given in months and years
TIME_WORDS = frozenset(w.casefold() for w in (*WEEKDAYS, *MONTHS)) | {"monday's"}


def shown(pile: Pile, d: Dated) -> str:
    """The date as it stands on the page."""
    return stands(pile, d).of(pile.documents[d[0]].text)


def stands(pile: Pile, d: Dated) -> Span:
    """Where the date stands on the page."""
    return next((span for span, day in pile.days(d[0]) if day == d[2] and d[1].holds(span)), d[1])


def apart(here: Day, there: Day, days: timedelta, back: bool) -> bool:
    """Whether two dates lie so far apart; a year that is not given is taken from the other, or is any year."""
    year = here[0] or there[0]
    for y in (year,) if year else (2023, 2024):
        for z in (there[0],) if there[0] and here[0] else (y - 1, y, y + 1):
            try:
                one, two = date(y, here[1], here[2]), date(z or y, there[1], there[2])
            except ValueError:
                continue
            if (two - one if back else one - two) == days:
                return True
    return False


def near(pile: Pile, p: Passage) -> list[Dated]:
    """The days that may be the day of what the sentence tells: in it, else at the head of the page, else the day of the page."""
    inside = [(p.document.id, p.span, day) for span, day in pile.days(p.document.id) if p.span.holds(span)]
    if inside:
        return inside
    lead = trimmed(p.text, 0, min(len(p.text), HEAD))
    head = [(p.document.id, lead, day) for span, day in pile.days(p.document.id) if lead.holds(span)]
    return head[:2]


HEAD = 300  # code points in which title, dateline and the first sentence stand


def beside(pile: Pile, document: str, names: frozenset[str]) -> list[Dated]:
    """The dates that stand beside a name on this page or on one with a common claim."""
    tied = {d for c in pile.claims_on.get(document, ()) for d in c.documents} | {document}
    out = []
    for d in sorted(tied):
        table = dated_names(pile, d)
        out += [row for n in sorted(names) for row in table.get(n, ())]
    return list(dict.fromkeys(out))


def dated_names(pile: Pile, document: str) -> dict[str, list[Dated]]:
    """For each capitalised word of a page the dates beside it."""
    cache = pile.dated
    if document not in cache:
        out: dict[str, list[Dated]] = defaultdict(list)
        text = pile.documents[document].text
        for span, day in pile.days(document):
            around = trimmed(text, max(0, span.start - BESIDE), min(len(text), span.end + BESIDE // 2))
            for name in sorted(capitals(around.of(text)) - TIME_WORDS):
                out[name].append((document, around, day))
        cache[document] = dict(out)
    return cache[document]


def dated(k: Skeleton) -> Iterator[Sum]:
    """Years or days between two dates of one sentence, and ages.

    What: two years and "at the age of N", "N years later"; two days of the calendar and "N days later".

    Why it matters: ages and anniversaries tie a page to a date.

    Not when: the sentence has other dates, or months lie between the two days. A birthday may not have come: one year less is
    right.

    Example (fiction): "born in 1950 and died in 2010 at the age of 70": it would be 60.
    """
    years = [f for f in k.figures if f.mark == "Y"]
    days = [f for f in k.figures if f.mark == "D"]
    if len(years) == 2 and not days:
        between = abs(years[1].value - years[0].value)
        m = AGED.search(k.text) or YEARS.search(k.text)
        n = k[next(g for g in m.groups() if g)] if m is not None else None
        if n is not None and exact(n) and not n.loose:
            least = between - 1 if AGED.search(k.text) else between
            words = f"from {years[0].value:.0f} to {years[1].value:.0f} are {number(between)} years, given {number(n.value)}"
            yield verdict(n, words, right=least <= n.value <= between, should=f"{number(between)} years")
    if len(days) == 2 and not years:
        m = re.search(r"(?<!last )(?<!past )#(?P<n>\d+) (?P<u>day|week)s\b(?! ago)", k.text)
        if m is not None and exact(k[m["n"]]):
            first, last = (date(2023, *f.day) for f in days)
            between = (last - first).days
            given = k[m["n"]].value * (7 if m["u"] == "week" else 1)
            words = f"between the two days lie {between} days, given {number(given)}"
            if 0 < between < 120:
                yield verdict(k[m["n"]], words, right=between <= given <= between + 1, should=f"{between} days")
