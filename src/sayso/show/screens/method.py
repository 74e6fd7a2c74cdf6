"""Method and integrity: what made this report from what, what could not be read, what people judged, and how to check it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.show import press
from sayso.show.ledger import Ledger, Page
from sayso.show.records import counts
from sayso.show.screens.frame import Frame


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of the log of judgements, in words. ``about``: ids that it speaks of; ``orphan``: what it speaks of is gone."""

    number: int
    act: str
    words: str
    about: tuple[str, ...] = ()
    by: str = ""
    at: str = ""
    note: str = ""
    holds: bool = True
    orphan: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """What is shown of method and integrity. ``settings``: names and values, where they are at hand."""

    book: Ledger
    counts: dict[str, int]
    degraded: tuple[Page, ...]
    entered: tuple[Entered, ...]
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def orphans(self) -> list[Entered]:
        """Judgements that speak of what is no longer in the pile."""
        return [e for e in self.entered if e.orphan]


def method(book: Ledger, entered: Sequence[Entered] = (), settings: Sequence[tuple[str, str]] = ()) -> Method:
    """Return method and integrity of a report."""
    degraded = tuple(p for p in book.pages.values() if p.document.degraded)
    return Method(book, counts(book.report), degraded, tuple(entered), tuple(settings))


def render(context: Method, frame: Frame) -> str:
    """Return method and integrity as HTML."""
    return press.printed("method.html.j2", context.book, frame, screen=context)
