"""A read-only SQLite file with the same bytes on every machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def write(book: Path, schema: str, tables: Mapping[str, Iterable[Sequence[object]]]) -> None:
    """Write ``book`` anew: the tables of ``schema``, each with its rows in the order given."""
    book.unlink(missing_ok=True)
    db = sqlite3.connect(book)
    db.execute("PRAGMA page_size = 4096")
    db.execute("PRAGMA journal_mode = OFF")
    db.executescript(schema)
    for table, rows in tables.items():
        for row in rows:
            db.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)
    db.commit()
    db.execute("VACUUM")
    db.close()
    raw = bytearray(book.read_bytes())
    raw[24:28] = raw[92:96] = (1).to_bytes(4, "big")  # the counter of changes, and the change that the next number is of
    raw[96:100] = (3_040_000).to_bytes(4, "big")  # the version of SQLite that wrote it: would differ from machine to machine
    book.write_bytes(raw)
