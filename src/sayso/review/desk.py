"""What lies on the desk: the screens of ``show`` laid out from the book, for one claim or page from only what that needs.

Screens over the whole pile (ledger, queue, map, pages, method) need all of it: it is read once and kept for as long as the run is
the book's last one.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from sayso.errors import SaysoError
from sayso.model import Reading, Statement
from sayso.review.log import entered
from sayso.show import ledger as ledgers
from sayso.show import positions
from sayso.show.ledger import Entry, Ledger, Page, Telling
from sayso.show.screens import claim, claims, method, queue
from sayso.show.screens.claim import Claim
from sayso.store import judgements, reports
from sayso.store.answers import claims_like
from sayso.store.book import Book
from sayso.store.reports import Made
from sayso.store.rows import Names

KEPT = 8
"""Ledgers that are kept, each a list of rows."""
NEAR = 6
"""Claims of like words that are laid beside one claim, to merge it with."""


class Gone(SaysoError):
    """What an address names is not in the book (any more)."""


@dataclass
class Shelf:
    """The whole report of the last run, read once."""

    run: str = ""
    ledger: Ledger | None = None
    laid: dict[claims.Filters, claims.Claims] = field(default_factory=dict)
    asked: tuple[Ledger, list[queue.Decision]] | None = None

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    def whole(self, book: Book, run: Made) -> Ledger:
        """The report of this run, indexed."""
        with self._lock:
            if self.ledger is None or self.run != run.id:
                self.run, self.ledger = run.id, ledgers.ledger(reports.last(book))
                self.laid.clear()
            return self.ledger

    def claims(self, book: Book, run: Made, filters: claims.Filters) -> claims.Claims:
        """The ledger as asked for; the last few are kept, since turning its pages asks for the same again."""
        whole = self.whole(book, run)
        made = self.laid.get(filters) or claims.claims(whole, filters)
        if made.book is whole:
            if len(self.laid) >= KEPT:
                self.laid.clear()
            self.laid[filters] = made
        return made

    def decisions(self, book: Book, run: Made) -> list[queue.Decision]:
        """What may be asked about this run, worked out once: the next question comes from the same list."""
        whole = self.whole(book, run)
        held = self.asked
        if held is None or held[0] is not whole:
            held = self.asked = whole, queue.decisions(whole)
        return held[1]


class Desk:
    """One request's look at the book: its last run, and what of it is asked for."""

    def __init__(self, book: Book, shelf: Shelf) -> None:
        self.book, self.shelf = book, shelf
        self.run = reports.made(book)

    @property
    def whole(self) -> Ledger:
        """The whole report."""
        return self.shelf.whole(self.book, self.run)

    def claim(self, start: str) -> tuple[Ledger, Entry]:
        """A claim by its id or the beginning of it, with those of like words beside it."""
        claim = self._one("claims", "id", start, "claim")
        gist = self.book.rows("SELECT gist FROM claims WHERE run = ? AND id = ?", self.run.id, claim)[0][0]
        near = [c for c in claims_like(self.book, self.run, gist)[: NEAR + 1] if c != claim][:NEAR]
        excerpt = reports.on_claims(self.book, self.run, [claim], beside=near)
        ledger = named(ledgers.ledger(excerpt), reports.names(self.book, self.run, excerpt))
        return ledger, next(e for e in ledger.entries if e.claim.id == claim)

    def laid(self, start: str, entered: Sequence[method.Entered] = ()) -> Claim:
        """The screen of a claim, as the whole pile would show it."""
        ledger, entry = self.claim(start)
        voices = self.voices(ledger, entry)
        total = self.book.rows("SELECT documents FROM runs WHERE id = ?", self.run.id)[0][0]
        counted = replace(ledger, pages=Part(ledger.pages, total))
        screen = claim.claim(ledger, entry, voices, entered)
        return replace(screen, positions=positions.positions(entry, counted, voices))

    def voices(self, ledger: Ledger, entry: Entry) -> positions.Heard:
        """Who in the whole pile speaks for the states that a claim names.

        On the claim's own pages every one stands as he is; of the others the first does, in the place of all, for the count.
        """
        states = sorted({state for t in entry.tellings for state in positions.states(t.words)})
        near = {s.id: Telling(page, s) for page in entry.pages for s in page.reading.statements}
        heard: dict[str, list[Telling]] = {}
        for state, statements in reports.voices(self.book, self.run, states).items():
            far = next((s for s in statements if s not in near), None)
            stand_in = self._telling(ledger, far) if far else None
            heard[state] = [t for s in statements if (t := near.get(s, stand_in))]
        return heard

    def article(self, start: str) -> tuple[Ledger, Page]:
        """A page by its id or the beginning of it, with all claims that it tells."""
        document = self._one("run_documents", "document", start, "page")
        excerpt = reports.on_page(self.book, self.run, document)
        ledger = named(ledgers.ledger(excerpt), reports.names(self.book, self.run, excerpt))
        return ledger, ledger.pages[document]

    def pages(self, starts: Sequence[str], claim: str = "") -> tuple[Ledger, list[Page], Entry | None]:
        """Pages to lay side by side, on one claim or on all that they share."""
        chosen = [self._one("run_documents", "document", start, "page") for start in dict.fromkeys(starts)]
        if claim:
            excerpt = reports.on_claims(self.book, self.run, [self._one("claims", "id", claim, "claim")], chosen)
        else:
            excerpt = reports.between(self.book, self.run, chosen)
        ledger = named(ledgers.ledger(excerpt), reports.names(self.book, self.run, excerpt))
        entry = next((e for e in ledger.entries if e.claim.id.startswith(claim)), None) if claim else None
        return ledger, [ledger.pages[d] for d in chosen], entry

    def entered(self) -> list[method.Entered]:
        """The log of judgements in words."""
        log = judgements.log(self.book)
        held = {e.number for e in judgements.holding(log)}
        lost = {e.number for e, _ in judgements.orphans(self.book, self.run.id)}
        return [entered(self.book, e, e.number in held, e.number in lost) for e in log]

    def settings(self) -> list[tuple[str, str]]:
        """The settings of the run, by name, without the judgements in them."""
        tables = msgspec.json.decode(self.run.options)
        rows = []
        for name, value in tables.items():
            if isinstance(value, dict):
                rows += [(f"{name}.{key}", _said(v)) for key, v in value.items() if key != "judgements"]
            else:
                rows.append((name, _said(value)))
        return sorted(rows)

    def _telling(self, ledger: Ledger, statement: str) -> Telling:
        """A statement from anywhere in the pile."""
        document = self.book.rows("SELECT document FROM statements WHERE run = ? AND id = ?", self.run.id, statement)[0][0]
        page = ledger.pages.get(document)
        if page is None:
            reading = reports.readings(self.book, self.run, [document])[0]
            row = self.book.rows("SELECT siglum, name FROM run_documents WHERE run = ? AND document = ?", self.run.id, document)[0]
            page = Page(row[0] or "?", row[1] or "?", reading)
        return Telling(page, _of(page.reading, statement))

    def _one(self, table: str, column: str, start: str, what: str) -> str:
        """The one id of this run that begins so."""
        found: list[tuple[str]] = []
        if len(start) >= judgements.LEAST and start.isalnum() and start.isascii():
            query = f"SELECT {column} FROM {table} WHERE run = ? AND {column} >= ? AND {column} < ? LIMIT 2"
            found = self.book.rows(query, self.run.id, start, start + "g")
        if len(found) != 1:
            many = f"more than one {what}" if found else f"no {what}"
            raise Gone(f"In the last run into this book {many} has an id that begins with “{start[:40]}”.")
        return found[0][0]


class Part(dict[str, Page]):
    """Pages at hand that count as the whole they are a part of: "looked for in 40 pages" is said of the pile."""

    def __init__(self, pages: Mapping[str, Page], total: int) -> None:
        super().__init__(pages)
        self.total = total

    def __len__(self) -> int:
        return self.total


def named(book: Ledger, names: Names) -> Ledger:
    """An excerpt whose pages, claims and unseen texts are called as they are in the whole."""
    pages = {
        key: replace(page, siglum=names.sigla.get(key, page.siglum), name=names.pages.get(key, page.name))
        for key, page in book.pages.items()
    }
    entries = tuple(
        replace(
            entry,
            number=names.numbers.get(entry.claim.id, entry.number),
            tellings=tuple(replace(t, page=pages[t.page.document.id]) for t in entry.tellings),
        )
        for entry in book.entries
    )
    entries = tuple(sorted(entries, key=lambda e: e.number))
    lost = {key: (names.letters.get(key, letter), unseen) for key, (letter, unseen) in book.lost.items()}
    return replace(
        book, pages=pages, entries=entries, lost=lost, entry_of={s: e for e in reversed(entries) for s in e.claim.statements}
    )


def _of(reading: Reading, statement: str) -> Statement:
    return next(s for s in reading.statements if s.id == statement)


def _said(value: object) -> str:
    return ", ".join(map(str, sorted(value))) if isinstance(value, list) else str(value)
