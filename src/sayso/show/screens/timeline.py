"""The timeline of a claim: when the pages that tell it were published, and the texts they name, as widely as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.model import Published, Unseen
from sayso.show import press, words
from sayso.show.ledger import Entry, Ledger, Page, Telling
from sayso.show.screens.frame import Frame


@dataclass(frozen=True, slots=True)
class Event:
    """A page or a text that is not in the pile, at its time. ``left`` and ``width`` are thousandths of the whole line."""

    letter: str
    name: str
    published: Published
    page: Page | None
    telling: Telling | None
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Named:
    """A time that tellings name: its words, what it comes to where that is known, and the pages that name it."""

    words: str
    start: str | None
    end: str | None
    language: str | None
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of their earliest moment; ``undated``: pages of which no date is known; ``named``: times in the tellings."""

    book: Ledger
    entry: Entry
    events: tuple[Event, ...]
    undated: tuple[Page, ...]
    named: tuple[Named, ...]


def timeline(book: Ledger, entry: Entry) -> Timeline:
    """Return the timeline of a claim."""
    rows: list[tuple[Published, str, str, Page | None, Telling | None]] = []
    for page in entry.pages:
        if page.document.published:
            telling = next(t for t in entry.tellings if t.page is page)
            rows.append((page.document.published, page.siglum, page.name, page, telling))
    for letter, unseen in _behind(book, entry):
        if unseen.published:
            rows.append((unseen.published, letter, unseen.name, None, None))
    rows.sort(key=lambda row: (row[0].start or "", row[0].end or "~", row[1]))
    moments = [_seconds(m) for row in rows for t in (row[0].start, row[0].end) if t and (m := words.moment(t))]
    low, high = (min(moments), max(moments)) if moments else (0.0, 0.0)
    events = tuple(Event(letter, name, p, page, telling, *_place(p, low, high)) for p, letter, name, page, telling in rows)
    undated = tuple(p for p in entry.pages if p.document.published is None)
    return Timeline(book, entry, events, undated, _named(entry))


def render(context: Timeline, frame: Frame) -> str:
    """Return the timeline as HTML."""
    return press.printed("timeline.html.j2", context.book, frame, screen=context, entry=context.entry)


def _named(entry: Entry) -> tuple[Named, ...]:
    """The times that the tellings name, the earliest first, those that come to nothing known last."""
    found: dict[tuple[str, str, str], list[Telling]] = {}
    for telling in entry.tellings:
        for time in telling.statement.times:
            said = " ".join(time.span.of(telling.page.document.text).split())
            found.setdefault((time.start or "~", time.end or "~", said), []).append(telling)
    return tuple(
        Named(
            said,
            None if start == "~" else start,
            None if end == "~" else end,
            tellings[0].page.document.language,
            tuple({t.page.siglum: t.page for t in tellings}.values()),
        )
        for (start, end, said), tellings in sorted(found.items(), key=lambda row: row[0])
    )


def _behind(book: Ledger, entry: Entry) -> list[tuple[str, Unseen]]:
    told = set(entry.claim.statements)
    found = {
        d.from_
        for page in entry.pages
        for d in book.behind.get(page.document.id, ())
        if d.from_ in book.lost and (not d.statements or told & set(d.statements))
    }
    return [book.lost[key] for key in sorted(found)]


def _place(published: Published, low: float, high: float) -> tuple[int, int]:
    """Where an interval lies on a line from ``low`` to ``high``; an open end reaches the line's own."""
    length = max(high - low, 1.0)
    ends = [words.moment(t) if t else None for t in (published.start, published.end)]
    start = _seconds(ends[0]) if ends[0] else low
    end = _seconds(ends[1]) if ends[1] else high
    left = round((start - low) * 1000 / length)
    return left, max(0, min(1000 - left, round((end - start) * 1000 / length)))


def _seconds(at: datetime) -> float:
    """Seconds on a clock without a zone: ``timestamp`` would ask the machine where it stands."""
    return (at - datetime(1970, 1, 1)).total_seconds()
