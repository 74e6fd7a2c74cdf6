"""Screen 4, two to six pages side by side: a row for each thing they tell, or tell otherwise; where words differ, on a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.show import apparatus, press, words
from sayso.show.ledger import Entry, Ledger, Page, Telling
from sayso.show.screens.frame import Frame

MOST = 6
"""Pages side by side: more are no wider than a letter each on a laptop."""
GROUPS = 60
"""Claims that one comparison holds, those of the ledger's order first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one page has in one slot: a few texts, or none. ``parts``: its words, cut where they leave the first page's."""

    texts: tuple[str, ...] = ()
    parts: tuple[apparatus.Part, ...] = ()
    telling: Telling | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One slot across the pages. ``differ``: at least two pages fill it, and not alike; ``some``: some leave it empty."""

    slot: str
    label: str
    cells: tuple[Cell, ...]
    differ: bool
    some: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One claim across the pages."""

    entry: Entry
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """The comparison. ``entry``: of this claim alone; ``others``: pages that could be added.

    ``turned``: of two pages, how many pairs of the claims they share stand in another order, of how many.
    """

    book: Ledger
    pages: tuple[Page, ...]
    entry: Entry | None
    groups: tuple[Group, ...]
    others: tuple[Page, ...]
    left_out: int
    turned: tuple[int, int] | None


def compare(book: Ledger, pages: Sequence[Page], entry: Entry | None = None) -> Compare:
    """Return these pages side by side, on one claim or on all that at least two of them tell."""
    pages = tuple(pages[:MOST])
    entries = [entry] if entry else [e for e in book.entries if sum(1 for p in e.pages if p in pages) > 1]
    groups = tuple(Group(e, tuple(_rows(e, pages))) for e in entries[:GROUPS])
    others = tuple(p for p in (entry.pages if entry else book.pages.values()) if p not in pages)
    turned = _turned(entries, pages) if len(pages) == 2 and entry is None else None
    return Compare(book, pages, entry, groups, others, max(0, len(entries) - GROUPS), turned)


def render(context: Compare, frame: Frame) -> str:
    """Return the comparison as HTML."""
    return press.printed("compare.html.j2", context.book, frame, screen=context)


def _turned(entries: Sequence[Entry], pages: Sequence[Page]) -> tuple[int, int]:
    """How many pairs of claims two pages tell in another order: two that follow one text seldom turn any."""
    first = [[min(t.statement.span.start for t in e.tellings if t.page is p) for p in pages] for e in entries]
    pairs = [(a, b) for n, a in enumerate(first) for b in first[n + 1 :]]
    return sum(1 for a, b in pairs if (a[0] - b[0]) * (a[1] - b[1]) < 0), len(pairs)


def _rows(entry: Entry, pages: Sequence[Page]) -> list[Row]:
    told = {page.siglum: [t for t in entry.tellings if t.page is page] for page in pages}
    columns = [told[page.siglum] for page in pages]
    rows = [_row("from", "From whom", [Cell(_unique(_chain(t) for t in c)) for c in columns])]
    units = sorted({q.unit or "number" for c in columns for t in c for q in t.statement.quantities})
    for unit in units:
        cells = [
            Cell(_unique(apparatus.figure(q) for t in c for q in t.statement.quantities if (q.unit or "number") == unit))
            for c in columns
        ]
        rows.append(_row("figure", unit, cells))
    for slot, label, read in SLOTS:
        cells = [Cell(_unique(text for t in c for text in read(t))) for c in columns]
        if any(cell.texts for cell in cells):
            rows.append(_row(slot, label, cells))
    return [*rows, _words(entry, pages)]


def _row(slot: str, label: str, cells: Sequence[Cell]) -> Row:
    filled = [tuple(text.casefold() for text in cell.texts) for cell in cells if cell.texts]
    return Row(slot, label, tuple(cells), len(set(filled)) > 1, 0 < len(filled) < len(cells))


def _words(entry: Entry, pages: Sequence[Page]) -> Row:
    """The wordings themselves, each cut where it leaves the base reading."""
    found = apparatus.apparatus(entry, pages)
    cells: dict[str, Cell] = {}
    if found is None:
        tellings = [t for t in entry.tellings if any(t.page is p for p in pages)]
        cells = {t.page.siglum: Cell((), (("same", t.words),), t) for t in tellings[:1]}
    else:
        cells[found.base.page.siglum] = Cell((), (("same", found.base.words),), found.base, "base")
        for w in found.witnesses:
            note = "in another language" if w.translated else "" if w.near else "in other words"
            parts = w.parts if w.near or w.translated else apparatus.shared(found.base, w.telling)
            cells[w.telling.page.siglum] = Cell((), parts, w.telling, note)
    row = tuple(cells.get(page.siglum, Cell()) for page in pages)
    return Row("words", "Words", row, any(kind != "same" for c in row for kind, _ in c.parts), not all(c.telling for c in row))


def _unique(texts: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))  # type: ignore[call-overload]


def _chain(telling: Telling) -> str:
    links = words.inner(telling.statement.chain)
    return " ← ".join(words.inline(words.name(link)) for link in links) if links else "in its own voice"


def _doubts(telling: Telling) -> list[str]:
    return [hedge.word for hedge in telling.statement.hedges]


def _places(telling: Telling) -> list[str]:
    return [place.name for place in telling.statement.places]


def _times(telling: Telling) -> list[str]:
    text = telling.page.document.text
    return [" ".join(time.span.of(text).split()) for time in telling.statement.times]


def _stance(telling: Telling) -> list[str]:
    stance = telling.statement.stance
    return [words.STANCES[stance]] if stance in words.STANCES else []


SLOTS: tuple[tuple[str, str, Callable[[Telling], list[str]]], ...] = (
    ("stance", "Does", _stance),
    ("doubt", "Words of doubt", _doubts),
    ("place", "Places", _places),
    ("time", "Times", _times),
)
"""Slots besides source, figures and words: what a retelling can change without a figure in it."""
