"""The log of judgements: what was acknowledged is kept through any kill, and no row can be changed unseen."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sayso.contracts import Judgement
from sayso.errors import StaleError
from sayso.store import judgements
from sayso.store.book import Book
from sayso.store.judgements import Signature
from tests.review.desk import made

ROOT = Path(__file__).parents[2]
KILLS = 400


def test_no_kill_loses_what_was_acknowledged(tmp_path: Path) -> None:
    path = made(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.review.writer", str(path), str(KILLS), "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    acknowledged = [line.split(" ") for line in done.stdout.splitlines()]
    with Book(path) as book:
        log = judgements.log(book)
        assert judgements.broken(book) == []
        assert book.rows("PRAGMA integrity_check") == [("ok",)]
    held = {(str(e.number), e.b) for e in log}
    lost = [row for row in acknowledged if tuple(row) not in held]
    print(f"{KILLS} kills, {len(acknowledged)} judgements acknowledged, {len(log)} in the log, {len(lost)} lost")
    assert lost == []
    assert len(acknowledged) > KILLS / 4
    assert [e.number for e in log] == list(range(1, len(log) + 1))


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = made(tmp_path)
    with Book(path) as book:
        target = book.rows("SELECT id FROM statements ORDER BY id")[0][0]
        for n in range(6):
            judgements.judge(book, Judgement("note", target, f"note {n}"), Signature("AB", "2041-01-01T00:00:00Z", "because"))
        judgements.undo(book, 3)
    return path


@pytest.mark.parametrize("column", ["verdict", "a", "b", "undoes", "note", '"by"', '"at"', "before"])
@pytest.mark.parametrize("number", [1, 4])
def test_a_changed_row_is_seen(filled: Path, number: int, column: str) -> None:
    with Book(filled) as book:
        assert judgements.broken(book) == []
        head = judgements.head(book)
    connection = sqlite3.connect(filled)
    connection.execute("DROP TRIGGER judgements_stay")
    value = 2 if column == "undoes" else "another"
    connection.execute(f"UPDATE judgements SET {column} = ? WHERE number = ?", (value, number))
    connection.commit()
    connection.close()
    with Book(filled) as book:
        assert len(judgements.broken(book)) == 1
        assert judgements.head(book) == head, "the head alone does not tell; the chain does"


def test_a_row_that_was_taken_out_is_seen(filled: Path) -> None:
    with Book(filled) as book:
        head = judgements.head(book)
    connection = sqlite3.connect(filled)
    connection.execute("DROP TRIGGER judgements_are_kept")
    connection.execute("DELETE FROM judgements WHERE number = 5")
    connection.commit()
    with Book(filled) as book:
        assert "row 5 of the log of judgements is missing" in judgements.broken(book)[0]
    connection.execute("DELETE FROM judgements WHERE number > 4")
    connection.commit()
    connection.close()
    with Book(filled) as book:
        assert judgements.broken(book) == []
        assert judgements.head(book) != head, "a log that was cut off at its end is whole; its head tells"


def test_of_many_who_saw_the_same_one_writes(filled: Path) -> None:
    with Book(filled) as book:
        seen, target = judgements.version(book), book.rows("SELECT id FROM statements ORDER BY id")[0][0]
    said: list[str] = []

    def judge(n: int) -> None:
        with Book(filled) as book:
            try:
                judgements.judge(book, Judgement("note", target, f"thread {n}"), Signature(seen=seen))
                said.append("written")
            except StaleError as error:
                said.append(error.version)

    threads = [threading.Thread(target=judge, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Book(filled) as book:
        assert sorted(said) == sorted(["written", *[judgements.version(book)] * 11])
        assert judgements.broken(book) == []
