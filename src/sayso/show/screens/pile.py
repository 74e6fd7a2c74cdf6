"""The pile: its pages with their dates, how they hang together, and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Derivation, Finding
from sayso.show import drawing, press, stemma, voices, words
from sayso.show.ledger import Ledger, Telling
from sayso.show.screens.frame import Frame


@dataclass(frozen=True, slots=True)
class Pile:
    """The pages and what is between them.

    ``nobody``: statements whose text says that somebody said it, but not who; ``own``: how many the pages tell in their own voice.
    """

    book: Ledger
    graph: stemma.Stemma
    picture: drawing.Drawing | None
    branches: tuple[stemma.Branch, ...]
    lines: tuple[Derivation, ...]
    dates: tuple[Finding, ...]
    changes: tuple[Finding, ...]
    sums: tuple[Finding, ...]
    sums_other: tuple[Finding, ...]
    nobody: tuple[Telling, ...]
    voices: tuple[voices.Voice, ...]
    own: int


def pile(book: Ledger) -> Pile:
    """Return the pile as it is shown."""
    graph = stemma.stemma_of_pile(book)
    return Pile(
        book,
        graph,
        drawing.drawing(graph),
        stemma.branches(graph),
        _lines(book),
        tuple(book.findings(words.DATES)),
        tuple(book.findings(words.CHANGES)),
        tuple(book.findings(words.SUMS_WRONG)),
        tuple(book.findings(words.SUMS_OTHER)),
        tuple(t for e in book.entries for t in e.tellings if t.names_nobody),
        tuple(voices.voices(book)),
        voices.own_voice(book),
    )


def _lines(book: Ledger) -> tuple[Derivation, ...]:
    """The lines between pages and texts in the order in which the pages are shown."""
    place = {page: number for number, page in enumerate((*book.pages, *book.lost))}
    return tuple(
        sorted(book.report.derivations, key=lambda d: (place[d.document], place.get(d.from_, len(place)), d.from_, d.kind))
    )


def render(context: Pile, frame: Frame) -> str:
    """Return the pile as HTML."""
    return press.printed("pile.html.j2", context.book, frame, screen=context)
