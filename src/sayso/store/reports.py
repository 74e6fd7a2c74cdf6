"""The report of a run as the book keeps it: the last one is what exports are made from.

Rows of the tables are for people and queries; they leave out what has no column (a reason's spans, the kind of an origin). The report
itself is kept beside them whole, so that what is exported is what was traced, with no room asked again.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import StoreError
from sayso.model import Report
from sayso.store.book import Book


def last(book: Book) -> Report:
    """The report of the last run into this book; StoreError where there is none, or none that can be read."""
    rows = book.rows("SELECT r.id, p.payload FROM runs r LEFT JOIN reports p ON p.run = r.id ORDER BY r.rowid DESC LIMIT 1")
    if not rows:
        raise StoreError(f"The book {book.path} holds no run yet; trace pages into it first: sayso trace PATHS --book {book.path}")
    run, payload = rows[0]
    if payload is None:
        raise StoreError(
            f"The book {book.path} keeps its last run ({run}) in the form of an older sayso; "
            f"trace its pages into it again: sayso trace PATHS --book {book.path}"
        )
    try:
        return msgspec.convert(json.loads(payload), Report)
    except (ValueError, msgspec.ValidationError) as error:
        raise StoreError(
            f"The book {book.path} holds a report that cannot be read ({error}); move the file away and run again to make a new one."
        ) from error


def log(book: Book) -> list[dict[str, Any]]:
    """Every row of the log of judgements, the undone ones too, with all columns that this book has for them."""
    columns = [row[1] for row in book.rows("PRAGMA table_info(judgements)")]
    return [dict(zip(columns, row, strict=True)) for row in book.rows("SELECT * FROM judgements ORDER BY number")]


def is_database(path: Path) -> bool:
    """Whether a file is one of SQLite: a book, or another program's."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def write(book: Book, report: Report, judged: list[dict[str, Any]], maker: str, views: str) -> None:
    """Fill a new book with one report, the log as it is given, and further views."""
    book.save(report, maker)
    for row in judged:
        names = ", ".join(f'"{name}"' for name in row)
        try:
            book.added(f"INSERT INTO judgements ({names}) VALUES ({', '.join('?' * len(row))})", *row.values())
        except sqlite3.Error as error:  # a column that this program's book does not have
            raise StoreError(f"The log of judgements does not fit into {book.path} ({error}).") from error
    for view in views.split(";\n"):
        if view.strip():
            book.rows(view)
