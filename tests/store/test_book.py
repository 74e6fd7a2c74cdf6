from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.model import Published, Report
from sayso.store.book import Book, Kept, fingerprint, run_id
from sayso.store.judgements import broken, holding, log
from sayso.store.reports import made
from sayso.store.schema import APPLICATION, STEPS
from tests.show.fiction import report

ROOT = Path(__file__).parents[2]


@pytest.fixture
def whole() -> Report:
    return report()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def part(whole: Report, *places: str) -> Report:
    """The report on some of the pages, without what was found over all of them."""
    readings = tuple(r for r in whole.readings if r.document.place in places)
    return dataclasses.replace(whole, readings=readings, claims=(), unseen=(), derivations=(), siblings=(), ties=(), findings=())


def test_a_reading_comes_back_whole_for_the_same_document_and_maker(tmp_path: Path, whole: Report) -> None:
    with Book(tmp_path / "a.book") as book:
        assert book.reading(whole.readings[0].document, "rules") is None
        book.save(whole, "rules")
        for reading in whole.readings:
            assert book.reading(reading.document, "rules") == reading
            assert book.reading(dataclasses.replace(reading.document, place="elsewhere"), "rules") == reading
            assert book.reading(reading.document, "other rules") is None
            assert book.reading(dataclasses.replace(reading.document, text=reading.document.text + "x"), "rules") is None
        assert book.readings("rules") == sorted(whole.readings, key=lambda r: r.document.id)


def test_an_inferred_date_is_not_part_of_the_document(whole: Report) -> None:
    document = next(r.document for r in whole.readings if r.document.published and r.document.published.basis == "sibling")
    assert fingerprint(dataclasses.replace(document, published=None)) == fingerprint(document)
    stated = Published("2040-01-01", "2040-01-02", "meta")
    assert fingerprint(dataclasses.replace(document, published=stated)) != fingerprint(document)


def test_the_same_run_twice_adds_nothing(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    for _ in range(2):
        with Book(path) as book:
            book.save(whole, "rules")
    before = path.read_bytes()
    with Book(path) as book:
        book.save(whole, "rules")
    assert path.read_bytes() == before
    assert rows(path, "SELECT count(*) FROM runs") == [(1,)]
    assert rows(path, "SELECT count(*) FROM statements") == [(11,)]


def test_two_books_of_the_same_report_are_the_same_file(tmp_path: Path, whole: Report) -> None:
    for name in ("a", "b"):
        with Book(tmp_path / name) as book:
            book.save(whole, "rules")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_larger_pile_takes_the_place_of_a_smaller_one_and_others_stay(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(part(whole, "pile/ar.txt"), "rules")
        book.save(part(whole, "pile/ru.txt", "pile/ar.txt"), "rules")
        assert rows(path, "SELECT documents FROM runs") == [(2,)]
        book.save(part(whole, "pile/post.txt"), "rules")
        assert sorted(rows(path, "SELECT documents FROM runs")) == [(1,), (2,)]
        assert rows(path, "SELECT count(*) FROM documents") == [(3,)]
        book.save(whole, "rules")
    assert rows(path, "SELECT id FROM runs") == [(run_id(whole, "rules"),)]
    assert rows(path, "SELECT count(*) FROM documents") == [(5,)]


def test_the_pile_traced_last_is_the_last_run(tmp_path: Path, whole: Report) -> None:
    with Book(tmp_path / "a.book") as book:
        one, other = part(whole, "pile/ru.txt"), part(whole, "pile/post.txt")
        for report_ in (one, other, one):
            book.save(report_, "rules", Kept(options="{}", pile="p"))
            assert made(book).id == run_id(report_, "rules")


def test_the_views_say_what_the_report_says(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(whole, "rules")
    top = rows(path, "SELECT gist, tellers, origins_low, origins_high, origins, states, findings FROM v_claims")[0]
    assert top == (
        "at least 40 people were killed or injured when the wall gave way",
        4,
        1,
        2,
        "a night guard at the Orm dam",
        "circular, anonymous_only",
        1,
    )
    chain = rows(path, "SELECT chain, told FROM v_statements WHERE outlet = 'Valley Post' AND voice = 'indirect' ORDER BY start")[0]
    assert chain == ("Valley Post <- the Lake Courier <- a dam worker", "40 people died when the Orm dam burst")
    assert ("ratio_called_increase", "140 percent") in rows(path, 'SELECT rule, "to" FROM v_findings')
    quotes = rows(
        path, 'SELECT e.quote, substr(d.text, e.start + 1, e."end" - e.start) FROM evidence e JOIN documents d ON d.id = e.document'
    )
    assert len(quotes) == 8
    assert all(a == b for a, b in quotes)
    assert rows(path, "SELECT place FROM rejected") == [("pile/photo.jpg",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_half_a_surrogate_pair_does_not_stop_a_save(tmp_path: Path, whole: Report) -> None:
    first = whole.readings[0]
    document = dataclasses.replace(first.document, title="half \ud83d", text=first.document.text + "\udc00\x00")
    broken = dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:]))
    with Book(tmp_path / "a.book") as book:
        book.save(broken, "rules")
        assert book.reading(document, "rules") == broken.readings[0]


def test_the_file_is_one_file_and_its_owner_s(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(whole, "rules")
    assert [p.name for p in tmp_path.iterdir()] == ["a.book"]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"not a book at all, but a letter", b"SQLite format 3\x00" + b"\x00" * 200, b"\x00" * 4096])
def test_what_is_no_book_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="letter") as error, Book(path):
        pass
    assert "\n" not in str(error.value)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    rows(path, "CREATE TABLE guests (name TEXT)")
    with pytest.raises(StoreError, match="not a book"), Book(path):
        pass


def test_a_newer_book_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    with Book(path):
        pass
    rows(path, f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(StoreError, match="newer sayso"), Book(path):
        pass


def test_a_damaged_book_is_said_to_be_damaged(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(whole, "rules")
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"), Book(path) as book:
        book.readings("rules")
        book.save(part(whole, "pile/ru.txt"), "rules")


@pytest.mark.parametrize("place", ["no/such/folder/a.book", "."])
def test_a_place_that_cannot_hold_a_book(tmp_path: Path, place: str) -> None:
    with pytest.raises(StoreError, match="book"), Book(tmp_path / place):
        pass


def test_a_book_that_is_not_open_says_so(tmp_path: Path, whole: Report) -> None:
    with pytest.raises(StoreError, match="not open"):
        Book(tmp_path / "a.book").save(whole, "rules")


def test_a_failed_save_leaves_nothing(tmp_path: Path, whole: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(part(whole, "pile/ru.txt"), "rules")
        monkeypatch.setattr("sayso.store.book.rows", lambda *_: [("claims", [("only", "one")])])
        with pytest.raises(StoreError):
            book.save(whole, "rules")
    assert rows(path, "SELECT documents FROM runs") == [(1,)]
    assert rows(path, "SELECT count(*) FROM documents") == [(1,)]


def test_a_killed_save_is_wholly_there_or_not_at_all(tmp_path: Path, whole: Report) -> None:
    path = tmp_path / "a.book"
    with Book(path) as book:
        book.save(part(whole, "pile/ru.txt"), "rules")
    code = (
        "import sys\nfrom sayso.store.book import Book\nfrom tests.show.fiction import report\nwhole = report()\n"
        "print('ready', flush=True)\nn = 0\nwhile True:\n    n += 1\n    with Book(sys.argv[1]) as book:\n"
        "        book.save(whole, f'rules {n}')\n"
    )
    for round_ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.02 + 0.03 * round_)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        with Book(path) as book:
            kept = book.readings("rules")
        assert len(kept) == 1
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        for run, documents in rows(path, "SELECT id, documents FROM runs"):
            assert rows(path, f"SELECT count(*) FROM run_documents WHERE run = '{run}'") == [(documents,)]
            assert rows(path, f"SELECT count(*) FROM statements WHERE run = '{run}'") in ([(11,)], [(1,)])


def test_datasette_opens_it(tmp_path: Path, whole: Report) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed")
    import asyncio

    path = tmp_path / "pile.db"
    with Book(path) as book:
        book.save(whole, "rules")

    async def asked() -> list[object]:
        served = app.Datasette([str(path)])
        answers = [
            await served.client.get(f"/pile/{name}.json?_shape=array")
            for name in ("v_claims", "v_statements", "findings", "documents")
        ]
        return [a.json() for a in answers] if all(a.status_code == 200 for a in answers) else [a.text for a in answers]

    claims, statements, findings, documents = asyncio.run(asked())
    assert isinstance(claims, list)
    assert claims[0]["tellers"] == 4
    assert [len(x) for x in (claims, statements, findings, documents)] == [5, 11, 5, 5]  # type: ignore[arg-type]


def test_the_schema_is_strict_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.book"
    with Book(path):
        pass
    tables = rows(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
    assert len(tables) == 22
    assert all("STRICT" in str(sql) for _, sql in tables)
    assert rows(path, "PRAGMA application_id") == [(APPLICATION,)]
    assert rows(path, "PRAGMA user_version") == [(len(STEPS),)]


def test_an_older_book_is_brought_up_to_date(tmp_path: Path, whole: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.book"
    with monkeypatch.context() as older:
        older.setattr("sayso.store.book.STEPS", STEPS[:2])
        with Book(path) as book:
            book.added("INSERT INTO runs VALUES ('r', '0.1.0', 's', 'rules', NULL, 'rules', 0)")
            for a in "xy":
                book.added("INSERT INTO judgements (verdict, a, b) VALUES ('same', ?, 'z')", a)
            book.added("INSERT INTO judgements (verdict, a, b, undoes) VALUES ('undo', '', '', 2)")
    with Book(path) as book:
        assert [(e.number, e.a) for e in holding(log(book))] == [(1, "x")]
        assert broken(book) == []
        with pytest.raises(StoreError, match=r"older sayso; trace its pages into it again"):
            made(book)
        book.save(whole, "rules")
        assert len(book.readings("rules")) == 5


def test_judgements_are_neither_changed_nor_removed(tmp_path: Path) -> None:
    with Book(tmp_path / "a.book") as book:
        book.added("INSERT INTO judgements VALUES (1, 'same', 'x', 'y', NULL, '', '', '', '')")
        for command in ("UPDATE judgements SET a = 'z'", "DELETE FROM judgements"):
            with pytest.raises(StoreError):
                book.added(command)
        assert book.rows("SELECT a, b FROM judgements") == [("x", "y")]
