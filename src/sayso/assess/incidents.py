"""Which tellings with killed or injured speak of one event: the rows of the coder's sheet.

Two tellings are tied by one claim, or by a name of the event that both have; nothing ties them where their days, their places or
what happened lie apart. A group never takes in a telling that lies apart from one of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.assess.casualties import NOBODY, Casualty, casualties, proper_names
from sayso.assess.pile import Pile
from sayso.assess.tolls import APART_DAYS
from sayso.assess.wording import capitals, common_names, particular, stem
from sayso.model import Linking, Report
from sayso.text.normal import trunks

HEAD = 3000
"""Code points of a page in which it names its event."""
NEAR = 40
"""Tellings under one name that each is compared with: those next to it in time. All with all would grow with the square."""
TOGETHER = frozenset(
    frozenset(p.split())
    for p in "attack explosion,attack shooting,attack fire,explosion fire,explosion shooting,crash fire,crash explosion"
    ",explosion spill,fire spill,attack seizure,shooting seizure,quake flood,quake fire,attack crash".split(",")
)
"""Families of events of which one telling may have the one word and another the other; own choice."""
IN = re.compile(r"\b(?:in|at|near|outside|around)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?)?([A-Z][\w'’-]+)(?!\s[A-Z])")
"""A name behind a word of place."""
YEAR = 360
"""Days from which on an interval only gives a year."""


def pile_of(report: Report) -> Pile:
    """The pile as it was assessed, from what a report keeps of it."""
    linking = Linking(report.claims, report.unseen, report.derivations, report.siblings, report.ties)
    return Pile(report.readings, linking)


@dataclass(frozen=True, slots=True)
class Marks:
    """What sets the event of a telling apart: days (first, last), places, what happened, names behind "in", its page's names."""

    days: tuple[str, str] | None
    places: frozenset[str]
    names: frozenset[str]
    kinds: frozenset[str]
    spots: frozenset[str] = frozenset()
    page: frozenset[str] = frozenset()


def groups(pile: Pile) -> list[tuple[Casualty, ...]]:
    """The casualties of a pile by event, each group in the order of days and pages; those with no figure at all are left out."""
    every = [c for d in sorted(pile.by_document) for s in pile.by_document[d] for c in casualties(pile, s)]
    every.sort(key=lambda c: (_published(pile, c) or "9", c.statement.document, c.span))
    marks = [_marks(pile, c) for c in every]
    tied = sorted(_ties(pile, every, marks))
    group = list(range(len(every)))
    members = {n: [n] for n in group}
    held = {n: {marks[n]} for n in group}
    for rank, a, b in tied:
        x, y = group[a], group[b]
        if x == y or _apart(marks[a], marks[b], rank) or not _one(held[x], held[y]):
            continue
        x, y = min(x, y), max(x, y)
        for n in members[y]:
            group[n] = x
        members[x] += members.pop(y)
        held[x] |= held.pop(y)
    rows = [tuple(every[n] for n in sorted(row)) for _, row in sorted(members.items())]
    return [row for row in rows if any(c.fate != NOBODY for c in row)]


def _ties(pile: Pile, every: Sequence[Casualty], marks: Sequence[Marks]) -> set[tuple[int, int, int]]:
    """Pairs that something ties, with a rank.

    0 one figure in one claim, 1 one claim, or a part and its whole, 2 two names or more, 3 one name, or one figure where a page has
    names of the other's, 4 a country alone.
    """
    under: dict[str, list[int]] = defaultdict(list)
    for n, c in enumerate(every):
        under["0 " + pile.claim_of.get(c.statement.id, c.statement.id)].append(n)
        if not c.part:
            under[f"1 {c.fate} {c.low} {c.high}"].append(n)
        for name in sorted(marks[n].names):
            under["2 " + name].append(n)
        for name in sorted(_country(pile, c) if not marks[n].names else ()):
            under["4 " + name].append(n)
    out = set(_parts(every))
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for key in sorted(under):
        row = under[key]
        for a, b in ((a, b) for at, a in enumerate(row) for b in row[at + 1 : at + 1 + NEAR]):
            x, y = every[a], every[b]
            if key[0] == "0" and not (x.part or y.part):
                out.add((0 if (x.low, x.high, x.fate) == (y.low, y.high, y.fate) else 1, a, b))
            elif not (_days_apart(pile, x, y) <= APART_DAYS or _meet(marks[a].days, marks[b].days)):
                continue
            elif key[0] == "1" and not (x.own and y.own) and len(_page_names(pile, x) & _page_names(pile, y)) > 1:
                out.add((3, a, b))
            elif key[0] == "2":
                shared[a, b] += 1
            elif key[0] == "4":
                out.add((4, a, b))
    return out | {(2 if many > 1 else 3, a, b) for (a, b), many in shared.items()}


def _parts(every: Sequence[Casualty]) -> Iterator[tuple[int, int, int]]:
    """Each part with the figure that stands before it on its page, else the next one after it."""
    pages: dict[str, list[int]] = defaultdict(list)
    for n, c in enumerate(every):
        pages[c.statement.document].append(n)
    for row in pages.values():
        wholes = [n for n in row if not every[n].part]
        for n in (n for n in row if every[n].part and wholes):
            whole = max((w for w in wholes if w < n), default=wholes[0])
            yield 1, min(n, whole), max(n, whole)


def _page_names(pile: Pile, c: Casualty) -> frozenset[str]:
    """The names at the beginning of a page."""
    key = ("page names", c.statement.document)
    if key not in pile.memory:
        text = pile.documents[c.statement.document].text[:HEAD]
        pile.memory[key] = particular(capitals(text)) & proper_names(pile)
    found: frozenset[str] = pile.memory[key]
    return found


def _marks(pile: Pile, c: Casualty) -> Marks:
    """The marks of one telling. A day after the page's own is a slip of the page or of the reader and marks nothing."""
    last = _published(pile, c, end=True)
    spans = [(first, end) for t in c.when if (first := t.start) and (end := t.end) and (last is None or first[:10] <= last)]
    narrow = min(((first[:10], last_day(end)) for first, end in spans), key=lambda d: (length(d), d), default=None)
    # Coordinates of a country or a region hold many events.
    places = frozenset(p.gazetteer or stem(p.name) for p in c.where if p.precision in ("city", "point"))
    page = _page_names(pile, c)
    spots = frozenset(stem(w) for w in IN.findall(pile.text(c.statement))) & c.names & page
    return Marks(narrow, places, c.names, c.kinds, spots, page)


def _country(pile: Pile, c: Casualty) -> frozenset[str]:
    """For an event without a name of its own: the countries that its page names at its head, by their first letters."""
    page = pile.documents[c.statement.document]
    words = capitals(f"{page.title or ''} {pile.text(c.statement)}") & common_names()
    return trunks(w for w in words if len(w) > 4 and not w.endswith("day"))


def _apart(a: Marks, b: Marks, rank: int) -> bool:
    """Whether two tellings cannot be of one event. In one claim with one figure, another year of the same day is a slip."""
    if a.days and b.days and not _meet(a.days, b.days):
        day = a.days[0][5:] == b.days[0][5:] and length(a.days) == length(b.days) == 1
        if rank > 0 or not (day or max(length(a.days), length(b.days)) >= YEAR):
            return True
    if a.places and b.places and not a.places & b.places and not a.names & b.names:
        return True
    if elsewhere(a, b):
        return True
    return bool(a.kinds and b.kinds) and not any(x == y or frozenset({x, y}) in TOGETHER for x in a.kinds for y in b.kinds)


def elsewhere(a: Marks, b: Marks) -> bool:
    """Whether each is told to be at a place that the page of the other does not name; for places that no gazetteer knows too."""
    return bool(a.spots and b.spots) and not a.spots & b.page and not b.spots & a.page


def _one(x: set[Marks], y: set[Marks]) -> bool:
    """Whether two groups can be of one event: for days, places and what happened, some telling of each must go together."""
    days = [(m.days, n.days) for m in x for n in y if m.days and n.days]
    placed = [(m, n) for m in x for n in y if m.places and n.places]
    spots = [elsewhere(m, n) for m in x for n in y if m.spots and n.spots]
    return (
        (not days or any(_meet(a, b) for a, b in days))
        and not (spots and all(spots))
        and (not placed or any(m.places & n.places or m.names & n.names for m, n in placed))
    )


def _meet(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """Whether two intervals of days have a day in common."""
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def last_day(end: str) -> str:
    """The last day of a half-open interval."""
    if len(end) > 10 and not end.startswith("00:00", 11):
        return end[:10]
    return (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()


def length(days: tuple[str, str]) -> int:
    """How many days an interval has."""
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1


def days_of(pile: Pile, c: Casualty) -> tuple[str, str] | None:
    """The days that a telling gives its event."""
    return _marks(pile, c).days


def _published(pile: Pile, c: Casualty, end: bool = False) -> str | None:
    """The first day on which the page of a telling may have been published, or the last."""
    p = pile.documents[c.statement.document].published
    if p is None:
        return None
    if end:
        return last_day(p.end) if p.end else p.start[:10] if p.start else None
    return p.start[:10] if p.start else None


def _days_apart(pile: Pile, a: Casualty, b: Casualty) -> int:
    """Days between the pages of two tellings; 0 where one has no date."""
    x, y = _published(pile, a), _published(pile, b)
    return abs((date.fromisoformat(x) - date.fromisoformat(y)).days) if x and y else 0
