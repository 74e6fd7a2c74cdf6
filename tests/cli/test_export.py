"""Exporting, withholding and verifying as a person types it, on pages written for these tests."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sayso.cli import main
from sayso.cli.export import FOLDERS, FORMS, STREAMS
from sayso.show.exports import MAKERS

FERRY = """Ferry sinks off Port Sellow, 12 rescued

Port Sellow, 3 March 2031 – The ferry Calla sank off Port Sellow on Monday, the harbour office said.

"Twelve people were taken off the ship," harbour master Oda Brinkvale said. Brinkvale’s deputy was not on board.
"""
RIVAL = """Calla lost: "a dozen saved"

3 March 2031. At least 14 people were rescued when the ferry Calla sank, Sellow Radio reported, citing Oda Brinkvale.
"""
PAGE = """<html><head><title>Calla: council speaks</title></head><body><article><h1>Calla: council speaks</h1>
<p>Nobody was on board when the ferry Calla sank off Port Sellow on Monday, council spokesman Tam Orrin said in a statement.</p>
<p>The council has asked the harbour office for a list of passengers, and will publish it before the end of the week.</p>
</article></body></html>
"""
PAGES = ("ferry.txt", "rival-brinkvale.txt", "council.html")


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three pages and a book of them, which is also where the command is typed."""
    monkeypatch.chdir(tmp_path)
    for name, text in zip(PAGES, (FERRY, RIVAL, PAGE), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def book(pile: Path, capfd: pytest.CaptureFixture[str]) -> str:
    assert main(["trace", *PAGES, "--book", "b.sqlite"]) == 0
    capfd.readouterr()
    return "b.sqlite"


def written(path: Path) -> dict[str, bytes]:
    """What lies there: one file, or all of a folder."""
    if path.is_file():
        return {path.suffix: path.read_bytes()}
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


def test_the_forms_are_those_of_the_room():
    assert set(FORMS) == {*MAKERS, "sqlite", "case.zip"} == {*FOLDERS, *STREAMS, "case.zip"}


@pytest.mark.parametrize("form", FORMS)
def test_a_book_and_its_pages_give_the_same_bytes_again_and_again(form: str, book: str, pile: Path, capfd):
    for name in ("one", "two", "one"):
        assert main(["export", book, "--to", form, "--out", name]) == 0
    one = written(pile / "one")
    assert one and one == written(pile / "two")
    assert main(["export", *PAGES[::-1], "--to", form, "--out", "three"]) == 0
    assert written(pile / "three") == one
    assert f"{form} is written to three" in capfd.readouterr().err


@pytest.mark.parametrize("form", STREAMS)
def test_a_form_of_one_file_goes_to_standard_output(form: str, book: str, pile: Path, capfd):
    assert main(["export", book, "--to", form, "--out", "one"]) == 0
    capfd.readouterr()
    assert main(["export", book, "--to", form]) == 0
    out, err = capfd.readouterr()
    assert out.encode() == (pile / "one").read_bytes() and (err == "" or err.endswith("…\n"))


def test_neither_hash_seed_nor_time_zone_nor_order_changes_a_byte(book: str, pile: Path):
    made: dict[str, list[dict[str, bytes]]] = {form: [] for form in FORMS}
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        code = f"import sys\nfrom sayso.cli import main\nfor form in {FORMS!r}:\n"
        code += f"    code = main(['export', {book!r}, '--to', form, '--out', f'{seed}-{{form}}', '--redact', 'Oda Brinkvale'])\n"
        code += "    assert code == 0, form\n"
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env)
        assert done.returncode == 0, done.stderr
        for form in FORMS:
            made[form].append(written(pile / f"{seed}-{form}"))
    assert all(one == other for one, other in made.values())


# --- names withheld


@pytest.mark.parametrize("form", FORMS)
def test_no_byte_and_no_file_name_has_a_withheld_name(form: str, book: str, pile: Path, capfd):
    assert main(["judge", "source", statement(pile), "Oda BRINKVALE", "--book", book]) == 0
    assert main(["export", book, "--to", form, "--out", "out", "--redact", "Oda Brinkvale"]) == 0
    err = capfd.readouterr().err
    assert "withheld: " in err and "“Oda Brinkvale”" in err
    found = written(pile / "out")
    if form == "case.zip":
        with zipfile.ZipFile(pile / "out") as archive:
            found |= {name: archive.read(name) for name in archive.namelist()}
    for name, data in found.items():
        for text in (name, data.decode("utf-8", "replace"), data.decode("utf-16-le", "replace"), data.decode("latin-1")):
            assert "brinkvale" not in text.casefold() and "oda " not in text.casefold(), name


def statement(pile: Path) -> str:
    with sqlite3.connect(pile / "b.sqlite") as connection:
        found = connection.execute("SELECT id FROM statements ORDER BY id LIMIT 1").fetchone()
    connection.close()
    return str(found[0])


def test_names_come_from_a_file_too(book: str, pile: Path, capfd):
    (pile / "names.txt").write_text("\ufeffOda Brinkvale=the harbour master\n\nTam Orrin\n", encoding="utf-8")
    assert main(["export", book, "--to", "jsonl", "--redact", "names.txt"]) == 0
    out, err = capfd.readouterr()
    assert "Brinkvale" not in out and "Orrin" not in out and "harbour master" not in out
    assert "[withheld 1]" in out and "[withheld 2]" in out and "“Tam Orrin”" in err


def test_a_name_that_is_not_there_is_told(book: str, capfd):
    assert main(["export", book, "--to", "jsonl", "--redact", "Quirin Zabelle"]) == 0
    assert "none of the names is in this case" in capfd.readouterr().err


def test_a_bundle_with_names_withheld_has_no_page_as_it_was_given(book: str, pile: Path, capfd):
    assert main(["export", book, "--to", "case.zip"]) == 0
    with zipfile.ZipFile(pile / "case.zip") as archive:
        raw = [name for name in archive.namelist() if name.startswith("raw/")]
        assert {archive.read(name) for name in raw} == {(pile / page).read_bytes() for page in PAGES}
    assert main(["export", book, "--to", "case.zip", "--redact", "Oda Brinkvale"]) == 0
    with zipfile.ZipFile(pile / "case.zip") as archive:
        assert not [name for name in archive.namelist() if name.startswith("raw/")]
    assert main(["verify", "case.zip"]) == 0


def test_a_book_with_names_withheld_is_a_book(book: str, pile: Path, capfd):
    assert main(["judge", "source", statement(pile), "the aunt of Oda Brinkvale", "--book", book]) == 0
    assert main(["export", book, "--to", "sqlite", "--out", "out", "--redact", "Oda Brinkvale"]) == 0
    capfd.readouterr()
    assert main(["export", "out/sayso.sqlite", "--to", "jsonl"]) == 0
    assert "[withheld 1]" in capfd.readouterr().out
    assert main(["judge", "list", "--book", "out/sayso.sqlite"]) == 0
    assert "the aunt of [withheld 1]" in capfd.readouterr().out
    assert main(["export", "out/sayso.sqlite", "--to", "case.zip"]) == 0
    assert main(["verify", "case.zip"]) == 0
    assert "1 judgements" in capfd.readouterr().out


# --- judgements


def test_judgements_hold_in_what_is_exported_and_go_along(book: str, pile: Path, capfd):
    own = statement(pile)
    assert main(["judge", "source", own, "a deckhand", "--book", book]) == 0
    assert main(["export", book, "--to", "case.zip"]) == 0
    with zipfile.ZipFile(pile / "case.zip") as archive:
        case = json.loads(archive.read("case.json"))
        (row,) = [json.loads(line) for line in archive.read("judgements.jsonl").splitlines()]
    assert next(s["chain"][-1]["name"] for s in case["statements"] if s["id"] == own) == "a deckhand"
    assert (row["verdict"], row["a"], row["b"]) == ("source", own, "a deckhand")


# --- verify


def test_verify_says_what_where_and_why(book: str, pile: Path, capfd):
    assert main(["export", book, "--to", "case.zip"]) == 0
    capfd.readouterr()
    assert main(["verify", "case.zip"]) == 0
    out = capfd.readouterr().out
    with zipfile.ZipFile("case.zip") as archive:
        assert hashlib.sha256(archive.read("SHA256SUMS")).hexdigest() in out
    assert "3 texts" in out and "3 pages with their bytes" in out and "files made again" in out
    data = bytearray((pile / "case.zip").read_bytes())
    at = data.index(b"Twelve people")
    data[at] = ord("t")
    (pile / "bad.zip").write_bytes(bytes(data))
    assert main(["verify", "bad.zip"]) == 3
    out = capfd.readouterr().out
    assert "WRONG" in out and "Ask for the bundle again" in out


@pytest.mark.parametrize(("name", "why"), [("none.zip", "cannot be read"), (".", "cannot be read")])
def test_verify_needs_a_file(name: str, why: str, pile: Path, capfd):
    assert main(["verify", name]) == 3
    err = capfd.readouterr().err
    assert why in err and err.count("\n") == 1


def test_a_page_is_no_bundle(pile: Path, capfd):
    assert main(["verify", "ferry.txt"]) == 3
    assert "WRONG  the file: is no ZIP file" in capfd.readouterr().out


def test_a_long_list_of_faults_is_cut(pile: Path, capfd):
    with zipfile.ZipFile("many.zip", "w") as archive:
        for n in range(200):
            archive.writestr(f"m{n}", b"")
        archive.writestr("SHA256SUMS", b"")
        archive.writestr("case.json", b"{}")
    assert main(["verify", "many.zip"]) == 3
    out = capfd.readouterr().out
    assert out.count("WRONG") == 51 and "more of the kind" in out


# --- what is typed wrongly, and what is no book


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (["b.sqlite", "--to", "csv"], 2, "say where to put it with --out FOLDER"),
        (["none.book", "--to", "jsonl"], 2, "there is no such book; make one with sayso trace"),
        (["fake.sqlite", "--to", "jsonl"], 3, "is not a book"),
        (["other.db", "--to", "jsonl"], 3, "is a database, but not a book"),
        (["b.sqlite", "ferry.txt", "--to", "jsonl"], 2, "export one book, or pages, not both"),
        (["empty.book", "--to", "jsonl"], 3, "holds no run yet"),
        (["b.sqlite", "--to", "jsonl", "--redact", ""], 2, "no name is given"),
        (["b.sqlite", "--to", "jsonl", "--redact", "?!"], 2, "no letter or figure"),
        (["b.sqlite", "--to", "jsonl", "--redact", "names/none.txt"], 2, "there is no such file"),
        (["b.sqlite", "--to", "jsonl", "--redact", "latin.txt"], 2, "cannot be read as UTF-8"),
        (
            ["b.sqlite", "--to", "case.zip", "--redact", "Oda Brinkvale", "--out", "brinkvale.zip"],
            2,
            "choose another name for the file",
        ),
        (["b.sqlite", "--to", "gexf", "--out", "none/g.gexf"], 3, "there is no folder none"),
        (["b.sqlite", "--to", "gexf", "--out", "ferry.txt"], 3, "was not written by sayso"),
        (["b.sqlite", "--to", "csv", "--out", "ferry.txt"], 3, "is no folder"),
        (["b.sqlite", "--to", "csv", "--out", "full"], 3, "mine.txt in it was not written by sayso"),
        (["b.sqlite", "--to", "csv", "--out", "none/csv"], 3, "there is no folder none"),
        (["b.sqlite", "--to", "xlsx"], 2, "xlsx"),
    ],
)
def test_an_error_says_what_where_why_and_what_next(words: list[str], code: int, why: str, book: str, pile: Path, capfd):
    from sayso.store.book import Book

    (pile / "fake.sqlite").write_text("not a book")
    (pile / "latin.txt").write_bytes("Bj\xf8rn".encode("latin-1"))
    (pile / "full").mkdir()
    (pile / "full" / "mine.txt").write_text("mine")
    sqlite3.connect(pile / "other.db").execute("CREATE TABLE t (x)").connection.close()
    with Book(pile / "empty.book"):
        pass
    assert main(["export", *words]) == code
    out, err = capfd.readouterr()
    assert out == "" and why in err
    assert (pile / "ferry.txt").read_text(encoding="utf-8") == FERRY
    assert (pile / "full" / "mine.txt").read_text() == "mine"
    assert not list(pile.glob(".*"))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_pile_is_exported_and_what_was_not_read_is_told(form: str, pile: Path, capfd):
    assert main(["export", "gone.txt", "--to", form, "--out", "out"]) == 1
    assert "gone.txt" in capfd.readouterr().err
    assert written(pile / "out")
    if form == "case.zip":
        assert main(["verify", "out"]) == 0


def test_a_form_of_one_file_is_replaced_by_a_newer_one_and_by_force(book: str, pile: Path, capfd):
    for form in STREAMS:
        assert main(["export", book, "--to", form, "--out", "one"]) == 0
    assert main(["export", book, "--to", "jsonl", "--out", "ferry.txt", "--force"]) == 0
    assert (pile / "ferry.txt").read_bytes().startswith(b'{"record": "run"')
