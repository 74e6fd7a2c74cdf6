"""An article in full with its margins: the text cut into runs that say what each is, and beside each paragraph who says it.

Nothing is left out or put in: the runs of all paragraphs, with the line ends between them, are the text. What lies outside every
statement and every piece of furniture stays unmarked, so that a reader sees what sayso did not take up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Document, Span, Statement
from sayso.show.ledger import Ledger, Page, Telling

LONGEST = 60_000
"""Code points of one article that are set: over twice the longest of 159 real news pages (23,304). The rest is in the JSON."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a statement begins: its number on the page, and its id, by which other screens lead here."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind. ``parts`` name what it is: told, frame, cue, hedge, and the kind of furniture."""

    text: str
    parts: tuple[str, ...]
    furniture: str = ""
    begins: tuple[Begin, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin: a telling with its number on this page and its claim's number."""

    number: int
    telling: Telling
    claim: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text and the notes on statements that begin in it. ``furniture``: the whole line is of this kind."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A page set in full. ``rest``: code points that are not shown."""

    page: Page
    paragraphs: tuple[Paragraph, ...]
    rest: int


def article(page: Page, book: Ledger) -> Article:
    """Return a page with its margins."""
    document = page.document
    statements = sorted(page.reading.statements, key=lambda s: (s.span, s.id))
    numbers = {s.id: n for n, s in enumerate(statements, 1)}
    shown = document.text[:LONGEST]
    marks = _Marks(document, statements)
    starts = [s.span.start for s in statements]
    paragraphs = []
    for span in _lines(shown):
        here = statements[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
        begins: dict[int, tuple[Begin, ...]] = {}
        for s in here:
            begins[s.span.start] = (*begins.get(s.span.start, ()), Begin(numbers[s.id], s.id))
        runs = tuple(marks.runs(span, begins))
        claims = {s.id: book.entry_of[s.id].number for s in here if s.id in book.entry_of}
        notes = tuple(Note(numbers[s.id], Telling(page, s), claims.get(s.id)) for s in here)
        kinds = {r.furniture for r in runs if r.text.strip()}
        paragraphs.append(Paragraph(runs, notes, kinds.pop() if len(kinds) == 1 and not notes else ""))
    return Article(page, tuple(paragraphs), len(document.text) - len(shown))


def quotation(telling: Telling) -> tuple[Run, ...]:
    """Return one telling's words as runs, its line ends as they are."""
    statement = telling.statement
    return tuple(_Marks(telling.page.document, [statement]).runs(statement.span, {}))


def _lines(text: str) -> Iterable[Span]:
    """The lines that hold anything, each without its end."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        if bare:
            yield Span(at, at + len(bare))
        at += len(line)


class _Marks:
    """All marked spans of a document, cut at each other's ends."""

    def __init__(self, document: Document, statements: Iterable[Statement]) -> None:
        self.text = document.text
        self.spans: list[tuple[Span, str]] = [(f.span, f"furniture {f.kind}") for f in document.furniture]
        for s in statements:
            self.spans.append((s.span, "frame"))
            self.spans += [(c, "told") for c in s.content]
            self.spans += [(h.span, "hedge") for h in s.hedges]
            self.spans += [(c, "cue") for c in (s.cue, *(link.cue for link in s.chain)) if c]
        self.spans.sort()
        self.cuts = sorted({edge for span, _ in self.spans for edge in span})
        self.starts = [span.start for span, _ in self.spans]
        self.longest = max((span.end - span.start for span, _ in self.spans), default=0)

    def runs(self, line: Span, begins: dict[int, tuple[Begin, ...]]) -> Iterable[Run]:
        """Return a line as runs; ``begins`` holds the statements that begin in it, by offset."""
        inner = self.cuts[bisect_right(self.cuts, line.start) : bisect_left(self.cuts, line.end)]
        edges = [line.start, *inner, line.end]
        for start, end in pairwise(edges):
            if start == end:
                continue
            first = bisect_left(self.starts, start - self.longest)
            near = self.spans[first : bisect_right(self.starts, start)]
            over = [name for span, name in near if span.start <= start and end <= span.end]
            kind = next((name.split()[1] for name in over if name.startswith("furniture ")), "")
            parts = tuple(p for p in ("frame", "told", "cue", "hedge") if p in over)
            yield Run(self.text[start:end], parts, kind, begins.get(start, ()))
