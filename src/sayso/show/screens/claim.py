"""Screen 2, one claim: who tells it and from whom, as a stemma; how the wordings differ; why so many origins; who denies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Finding, Source
from sayso.show import apparatus, drawing, positions, press, sentences, stemma, ways, words
from sayso.show.ledger import Entry, Ledger, Page
from sayso.show.screens import compare, timeline
from sayso.show.screens.frame import Frame
from sayso.show.screens.method import Entered


@dataclass(frozen=True, slots=True)
class Claim:
    """All that is shown of one claim.

    ``way`` says whence its pages have it, ``wordings`` is its comparison, ``entered`` what people have judged or noted of it.
    """

    book: Ledger
    entry: Entry
    way: str
    graph: stemma.Stemma
    picture: drawing.Drawing | None
    branches: tuple[stemma.Branch, ...]
    apparatus: apparatus.Apparatus | None
    wordings: compare.Compare | None
    times: timeline.Timeline
    roots: sentences.Sentence
    dispute: sentences.Sentence
    positions: tuple[positions.Position, ...]
    against: tuple[Finding, ...]
    changes: tuple[Finding, ...]
    sums: tuple[Finding, ...]
    sourcing: tuple[Finding, ...]
    entered: tuple[Entered, ...] = ()

    @property
    def near(self) -> tuple[Entry, ...]:
        """Claims in like words: what one may want to merge it with."""
        return _near(self.book, self.entry)

    @property
    def people(self) -> list[tuple[Page, Source]]:
        """The sources behind its tellings, each with the page whose source it is."""
        found: dict[str, tuple[Page, Source]] = {}
        for telling in self.entry.tellings:
            used = {link.source for link in telling.statement.chain}
            for source in telling.page.reading.sources:
                if source.id in used:
                    found.setdefault(source.id, (telling.page, source))
        return list(found.values())


def claim(book: Ledger, entry: Entry, voices: positions.Heard | None = None, entered: Sequence[Entered] = ()) -> Claim:
    """Return a claim as it is shown. ``voices``: ``positions.heard`` of the whole pile, needed where ``book`` is a part of it."""
    graph = stemma.whole(entry, book)
    way = ways.way(entry, graph)  # before pages that stand alike are one box
    graph = stemma.folded(graph)
    about = {entry.claim.id, *entry.claim.statements}
    return Claim(
        book,
        entry,
        way,
        graph,
        drawing.drawing(graph),
        stemma.branches(graph),
        apparatus.apparatus(entry),
        compare.compare(book, entry.pages[: compare.MOST], entry) if len(entry.pages) > 1 else None,
        timeline.timeline(book, entry),
        sentences.roots(entry, book),
        sentences.dispute(entry, book),
        positions.positions(entry, book, positions.heard(book) if voices is None else voices),
        tuple(entry.about(words.AGAINST)),
        tuple(entry.about(words.CHANGES)),
        tuple(entry.about((*words.SUMS_WRONG, *words.SUMS_OTHER))),
        tuple(entry.about(words.SOURCING)),
        tuple(e for e in entered if about & set(e.about)),
    )


def render(context: Claim, frame: Frame) -> str:
    """Return the claim as HTML."""
    return press.printed("claim.html.j2", context.book, frame, screen=context, entry=context.entry)


def _near(book: Ledger, entry: Entry, most: int = 5) -> tuple[Entry, ...]:
    """The claims whose gists share most words with this one's, more than a fifth of both together."""
    own = set(entry.claim.gist.casefold().split())
    rows = []
    for other in book.entries:
        if other is not entry:
            theirs = set(other.claim.gist.casefold().split())
            share = len(own & theirs) / max(1, len(own | theirs))
            if share > 0.2:
                rows.append((-share, other.number, other))
    return tuple(other for *_, other in sorted(rows, key=lambda r: r[:2])[:most])
