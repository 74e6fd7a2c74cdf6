"""Screen 4, two to six pages side by side: a row for each thing they tell, or tell otherwise; where words differ, on a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

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


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a slot: its words, and what they come to; None where that is not known and nothing can be said of it."""

    text: str
    means: Hashable = None


def _rows(entry: Entry, pages: Sequence[Page]) -> list[Row]:
    columns = [[t for t in entry.tellings if t.page is page] for page in pages]
    given = [{q.unit or "number" for t in c for q in t.statement.quantities} for c in columns]
    units = sorted(unit for unit, pages_ in Counter(unit for own in given for unit in own).items() if pages_ > 1)
    slots: list[tuple[str, str, Callable[[Telling], list[Filling]]]] = [("from", "From whom", _source)]
    slots += [("figure", unit, partial(_figures, unit=unit)) for unit in units]
    slots.append(("figures", "Other figures" if units else "Figures", partial(_other_figures, units=frozenset(units))))
    rows = []
    for slot, label, read in (*slots, *SLOTS):
        fillings = [[filling for t in column for filling in read(t)] for column in columns]
        if any(fillings):
            rows.append(_row(slot, label, fillings))
    return [*rows, _words(entry, pages)]


def _row(slot: str, label: str, fillings: Sequence[Sequence[Filling]]) -> Row:
    """A row. Figures differ where one page has one that another has not, all else where two pages have nothing in common."""
    known = [{f.means for f in column if f.means is not None} for column in fillings]
    pairs = [(a, b) for n, a in enumerate(known) for b in known[n + 1 :] if a and b]
    differ = any(a != b if slot == "figure" else not a & b for a, b in pairs)
    cells = tuple(Cell(tuple(dict.fromkeys(f.text for f in column))) for column in fillings)
    return Row(slot, label, cells, differ, not all(fillings))


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


def _source(telling: Telling) -> list[Filling]:
    """From whom a page has it; who that is by the identity of its innermost source, by its name where there is none."""
    links = words.inner(telling.statement.chain)
    if not links:
        return [Filling("in its own voice", "own")]
    source = next((s for s in telling.page.reading.sources if s.id == links[-1].source), None)
    who = (source.identity if source else None) or words.name(links[-1]).casefold()
    return [Filling(" ← ".join(words.inline(words.name(link), telling.page.document.language) for link in links), who)]


def _figures(telling: Telling, unit: str) -> list[Filling]:
    """Figures of a unit. What is counted with it ("killed or injured") belongs to what it comes to."""
    held = [q for q in telling.statement.quantities if (q.unit or "number") == unit]
    return [Filling(apparatus.figure(q), (q.low, q.high, q.of)) for q in held]


def _other_figures(telling: Telling, units: frozenset[str]) -> list[Filling]:
    """Figures of units that no other page gives, each with what it counts: there is nothing to set them against."""
    held = [q for q in telling.statement.quantities if (q.unit or "number") not in units]
    return [Filling(f"{apparatus.figure(q)} {q.unit}".rstrip()) for q in held]


def _stance(telling: Telling) -> list[Filling]:
    does = words.does(telling.statement)
    return [Filling(does, telling.statement.stance)] if does else []


def _doubts(telling: Telling) -> list[Filling]:
    return [Filling(hedge.word) for hedge in telling.statement.hedges]


def _places(telling: Telling) -> list[Filling]:
    return [Filling(p.name, None if p.lat is None else (p.lat, p.lon)) for p in telling.statement.places]


def _times(telling: Telling) -> list[Filling]:
    text = telling.page.document.text
    return [Filling(" ".join(t.span.of(text).split()), t.start) for t in telling.statement.times]


SLOTS: tuple[tuple[str, str, Callable[[Telling], list[Filling]]], ...] = (
    ("stance", "Does", _stance),
    ("doubt", "Words of doubt", _doubts),
    ("place", "Places", _places),
    ("time", "Times", _times),
)
"""Slots besides source, figures and words: what a retelling can change without a figure in it."""
