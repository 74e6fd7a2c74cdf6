"""The book: one SQLite file with every report that was made into it, and the readings that need not be made again.

A run is one pile of documents read by one program with one set of settings; its id is a digest of these, so that the same run done
twice adds nothing. A run over at least the same documents takes the place of a smaller one; runs over other piles stay beside it.
Rows of a former run whose documents are not in this one are therefore kept, and no report depends on what else the book holds:
whoever wants to link over the whole book takes ``readings`` and adds his own.

The journal is the rollback journal and not WAL, so that the book is one file whenever it is closed; every save is one transaction
with ``synchronous=FULL``: after a ``kill -9`` it is wholly there or not at all. Nothing in the book depends on the clock.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from sayso.errors import StoreError
from sayso.model import Document, Reading, Report, identify
from sayso.store.passages import index
from sayso.store.rows import Cell, Names, Row, clean, listed, rows, written
from sayso.store.schema import APPLICATION, STEPS, Chain

BUSY_MS = 30_000
"""How long another writer is waited for: a save of 100 pages took 1 second on two shared cores."""
MAGIC = b"SQLite format 3\x00"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run is kept with, so that it can be worked out anew.

    ``readings`` are those to remember, where the report's own have been corrected by judgements. ``options``: the settings as JSON;
    ``pile``: a digest of pages and settings without judgements.
    """

    readings: tuple[Reading, ...] = ()
    options: str | None = None
    pile: str | None = None
    names: Names = field(default_factory=Names)


class Book:
    """An open book: ``with Book(path) as book``. ``StoreError`` says in one sentence why it cannot be opened or written."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Book:
        """Open the file, make it where there is none, and bring an older one up to date."""
        _admit(self.path)
        with _translated(self.path):
            connection = sqlite3.connect(self.path, timeout=BUSY_MS / 1000, isolation_level=None)
        try:
            with _translated(self.path):
                _settle(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self._open.close()
        self._connection = None

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise StoreError(f"The book {self.path} is not open; use it in a with statement.")
        return self._connection

    def reading(self, document: Document, maker: str) -> Reading | None:
        """Return what this maker found in this document before, or None; a document read differently is another document.

        The reading is the one saved with its report: a date or identity that was inferred from the pile is still in it.
        """
        with _translated(self.path):
            row = self._open.execute(
                "SELECT payload FROM readings WHERE document = ? AND maker = ? AND fingerprint = ?",
                (document.id, maker, fingerprint(document)),
            ).fetchone()
        return None if row is None else self.value(row[0], Reading)

    def readings(self, maker: str) -> list[Reading]:
        """Return all readings of this maker, by document id."""
        with _translated(self.path):
            rows = self._open.execute("SELECT payload FROM readings WHERE maker = ? ORDER BY document", (maker,)).fetchall()
        return [self.value(payload, Reading) for (payload,) in rows]

    def rows(self, query: str, *values: Cell) -> list[tuple[Any, ...]]:
        """What a query gives."""
        with _translated(self.path):
            return self._open.execute(query, values).fetchall()

    def added(self, command: str, *values: Cell) -> int:
        """Add one row, in a transaction of its own; its number."""
        with _translated(self.path), _transaction(self._open) as connection:
            return int(connection.execute(command, values).lastrowid or 0)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that nobody else writes in: whole or not at all, and on the disk when it ends."""
        with _translated(self.path), _transaction(self._open) as connection:
            yield connection

    def save(self, report: Report, maker: str, kept: Kept | None = None) -> None:
        """Take up a report: what is there already stays as it is, what is new is added, in one transaction."""
        kept = kept or Kept()
        run = run_id(report, maker)
        with self.writing() as connection:
            known = connection.execute("SELECT 1 FROM runs WHERE id = ?", (run,)).fetchone()
            for reading in kept.readings or report.readings:
                _keep_reading(connection, reading, maker)
            if known:
                _make_last(connection, run)
            else:
                _replace_smaller(connection, [r.document.id for r in report.readings])
                made = report.run
                row = (run, made.version, made.settings, made.analyzer.name, made.analyzer.model, maker, len(report.readings))
                _insert(connection, "runs", [(*row, kept.options, kept.pile)])
                for table, found in rows(report, run, kept.names):
                    _insert(connection, table, found)
                index(connection, report.readings)

    def value(self, payload: str, form: type[T]) -> T:
        """A record as it was kept; ``StoreError`` where it cannot be read."""
        with suppress(msgspec.DecodeError, RecursionError):  # half a surrogate pair, which the slower reader takes
            return msgspec.json.decode(payload, type=form)
        try:
            return msgspec.convert(json.loads(payload), form)
        except (ValueError, msgspec.ValidationError) as error:
            raise StoreError(
                f"The book {self.path} holds a record that cannot be read ({error}); "
                "move the file away and run again to make a new one."
            ) from error


def fingerprint(document: Document) -> str:
    """Return a digest of all that a reading can depend on: the document without its place, its notes and an inferred date."""
    own = msgspec.to_builtins(document)
    own["place"] = ""
    own["degraded"] = ()  # follows from the rest and steers nothing; the analyzer adds to it after reading
    if document.published is not None and document.published.basis == "sibling":
        own["published"] = None
    return identify("fingerprint", json.dumps(own, sort_keys=True))


def run_id(report: Report, maker: str) -> str:
    """Return the id of a run: who made it, with which settings, from which documents and which inputs that could not be read."""
    documents = sorted(f"{r.document.id} {fingerprint(r.document)}" for r in report.readings)
    rejected = sorted(f"{r.place} {r.reason}" for r in report.rejected)
    run = report.run
    return identify("run", maker, run.version, run.settings, run.analyzer.name, run.analyzer.model, *documents, *rejected)


def _admit(path: Path) -> None:
    """Refuse what cannot be a book before SQLite touches it; make a new one readable by its owner alone."""
    try:
        if not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            return
        if path.is_dir():
            raise StoreError(f"The book {path} is a directory; give the name of a file.")
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"The book {path} cannot be opened ({error.strerror}); choose a file that can be written.") from error
    if head and head != MAGIC:
        raise StoreError(f"{path} is not a book (it is no SQLite file); it was left as it is. Choose another name for the book.")


def _settle(connection: sqlite3.Connection, path: Path) -> None:
    """Set the connection up, see that the file is a book of a known form, and take the steps it lacks."""
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        "synchronous = FULL",
        "journal_mode = DELETE",
        f"busy_timeout = {BUSY_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    version, application = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id"))
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION and (tables or version or application):
        raise StoreError(f"{path} is a database, but not a book; it was left as it is. Choose another name for the book.")
    if version > len(STEPS):
        raise StoreError(f"The book {path} was written by a newer sayso (form {version}, known here {len(STEPS)}); update sayso.")
    if version < len(STEPS):
        connection.create_function("chained", 5, Chain())
        with _transaction(connection):
            for number in range(version, len(STEPS)):
                for command in STEPS[number].split(";\n"):
                    if command.strip():
                        connection.execute(command)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {len(STEPS)}")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Say SQLite's errors in one sentence that names the book."""
    try:
        yield
    except sqlite3.OperationalError as error:
        locked = "locked" in str(error)
        advice = "close the other program that writes it" if locked else "see that its folder can be written and is not full"
        raise StoreError(f"The book {path} cannot be used ({error}); {advice}.") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"The book {path} is damaged ({error}); move it away and run again to make a new one.") from error


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, found: Iterable[Row]) -> None:
    ready = [clean(row) for row in found]
    if ready:
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(ready[0]))})", ready)


def _keep_reading(connection: sqlite3.Connection, reading: Reading, maker: str) -> None:
    """The document as it was read last, and its reading by this maker."""
    d = reading.document
    when = d.published
    dated: Row = (when.start, when.end, when.basis) if when else (None, None, None)
    row: Row = (
        d.id,
        d.place,
        d.url,
        d.sha256,
        d.outlet,
        d.outlet_basis,
        d.title,
        d.byline,
        d.language,
        *dated,
        listed(d.degraded),
        d.text,
    )
    columns = (
        "place url sha256 outlet outlet_basis title byline language published_start published_end published_basis degraded text"
    )
    update = ", ".join(f"{c} = excluded.{c}" for c in columns.split())
    connection.execute(
        f"INSERT INTO documents VALUES ({', '.join('?' * len(row))}) ON CONFLICT (id) DO UPDATE SET {update}",
        clean(row),
    )
    connection.execute(
        "INSERT INTO readings VALUES (?, ?, ?, ?) ON CONFLICT (document, maker) DO UPDATE SET "
        "fingerprint = excluded.fingerprint, payload = excluded.payload WHERE payload != excluded.payload",
        (d.id, maker, fingerprint(d), written(reading)),
    )


def _make_last(connection: sqlite3.Connection, run: str) -> None:
    """Let a run that is in the book already be its last one again."""
    last = connection.execute("SELECT id FROM runs ORDER BY rowid DESC LIMIT 1").fetchone()[0]
    if last != run:
        connection.execute("UPDATE runs SET rowid = (SELECT max(rowid) + 1 FROM runs) WHERE id = ?", (run,))


def _replace_smaller(connection: sqlite3.Connection, documents: Sequence[str]) -> None:
    """Drop every run whose documents are all in the new one."""
    ours = set(documents)
    theirs: dict[str, set[str]] = {run: set() for (run,) in connection.execute("SELECT id FROM runs")}
    for run, document in connection.execute("SELECT run, document FROM run_documents"):
        theirs[run].add(document)
    for run in sorted(theirs):
        if theirs[run] <= ours:
            connection.execute("DELETE FROM runs WHERE id = ?", (run,))
