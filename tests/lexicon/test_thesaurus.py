"""How two words stand to each other; the file that ships, and that it is built the same way twice."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from sayso.lexicon.thesaurus import entries, kinship

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "resources"))
import thesaurus as building  # noqa: E402

BOOK = ROOT / "src" / "sayso" / "lexicon" / "thesaurus.sqlite"
# Two senses of each part of speech that the builder must read: "full" and "empty" opposites, "bus" and "lorry" kinds of a vehicle.
DICT = {
    "noun": (
        "00000010 06 n 01 vehicle 0 002 ~ 00000020 n 0000 ~ 00000030 n 0000 | a thing that carries\n"
        "00000020 06 n 02 lorry 0 Tarn_Lorry 0 001 @ 00000010 n 0000 | a vehicle\n"
        "00000030 06 n 01 bus 0 001 @ 00000010 n 0000 | a vehicle\n",
        "vehicle n 1 1 ~ 1 1 00000010\nlorry n 1 1 @ 1 1 00000020\ntarn_lorry n 1 1 @ 1 0 00000020\nbus n 1 1 @ 1 0 00000030\n",
        "busses bus\n",
    ),
    "verb": (
        "00000040 30 v 01 carry 0 001 + 00000010 n 0101 01 + 08 00 | take along\n",
        "carry v 1 1 + 1 0 00000040\n",
        "",
    ),
    "adj": (
        "00000050 00 a 01 full 0 001 ! 00000060 a 0101 | with much\n"
        "00000060 00 a 01 empty 0 001 ! 00000050 a 0101 | with nothing\n",
        "full a 1 1 ! 1 0 00000050\nempty a 1 1 ! 1 0 00000060\n",
        "",
    ),
    "adv": ("", "", ""),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    licence = "  1 This software and database is being provided to you\n"
    for part, (data, index, irregular) in DICT.items():
        (tmp_path / f"data.{part}").write_text(licence + data)
        (tmp_path / f"index.{part}").write_text(licence + index)
        (tmp_path / f"{part}.exc").write_text(irregular)
    return tmp_path


def test_the_file_is_built_from_the_database_files_the_same_way_twice(folder: Path) -> None:
    building.main(folder, folder / "one.sqlite")
    building.main(folder, folder / "two.sqlite")
    assert (folder / "one.sqlite").read_bytes() == (folder / "two.sqlite").read_bytes()
    with sqlite3.connect(folder / "one.sqlite") as db:
        words = {form: rest for form, *rest in db.execute("SELECT * FROM word")}
        above = {i: up for i, _, up in db.execute("SELECT * FROM sense")}
        assert db.execute("SELECT * FROM irregular").fetchall() == [("busses", "bus")]
    db.close()
    assert sorted(words) == ["bus", "carry", "empty", "full", "lorry", "vehicle"]  # a name of two words is not kept
    assert words["full"][1] == "empty" and words["carry"][2] == "vehicle"
    assert above[int(words["bus"][0])] == above[int(words["lorry"][0])] == words["vehicle"][0]


def test_the_file_is_whole_and_fits_the_wheel() -> None:
    assert BOOK.stat().st_size <= 4_200_000
    with sqlite3.connect(f"{BOOK.as_uri()}?mode=ro&immutable=1", uri=True) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


@pytest.mark.parametrize(
    "a,b,kin",
    [
        ("exploded", "explosion", "same"),
        ("Sacked", "dismissed", "same"),
        ("began", "starting", "same"),
        ("full", "emptied", "opposite"),
        ("northern", "southern", "opposite"),
        ("lorry", "trucks", "wider"),
        ("inmates", "prisoner", "wider"),
        ("church", "chapel", "kin"),
        ("frost", "rumour", None),
        ("Ostmar", "frost", None),
    ],
)
def test_how_two_words_stand_to_each_other(a: str, b: str, kin: str | None) -> None:
    assert kinship(a, b) == kinship(b, a) == kin


def test_a_form_may_be_of_two_words() -> None:
    assert {"find", "found"} <= {e.form for e in entries("found")}
    assert {"stop"} <= {e.form for e in entries("stopped")}
