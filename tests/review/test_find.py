"""From a sentence to the claims that tell it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sayso import casebook
from sayso.cli import main
from sayso.settings import Settings
from sayso.store import reports
from sayso.store.answers import Answers, answers
from sayso.store.book import Book
from sayso.store.passages import lines
from tests.review.desk import Reader, made, pile


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("find"))


def asked(path: Path, sentence: str) -> Answers:
    with Book(path) as book:
        return answers(book, reports.made(book), sentence)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("214 passengers", "214"),
        ("two hundred and fourteen people were on the ship", "214"),
        ("A ferry with 214 people on board went down near Port Sellow", "214"),
        ("FERRY CALLA SINKING", "Calla"),
        ("the tax on flour in Tolm", "flour tax"),
        ("who said that the bow doors were open?", "bow door"),
        ("from 40 to 60", "40 crowns"),
        ("Паром «Калла», 214", "214"),
    ],
)
def test_the_first_claim_tells_it(book: Path, sentence: str, words: str) -> None:
    found = asked(book, sentence)
    assert any(words in t.quote for t in found.claims[0].told), [a.gist for a in found.claims]


def test_an_answer_says_who_tells_it_from_whom_and_where(book: Path) -> None:
    best = asked(book, "214 passengers on the ferry Calla").claims[0]
    assert {t.outlet for t in best.told} == {"Port Herald", "Evening Post"}
    assert (best.origins_low, best.origins_high) == (1, 1) and best.why
    with Book(book) as memory:
        for told in best.told:
            text = memory.rows("SELECT text FROM documents WHERE id = ?", told.document)[0][0]
            assert told.span.of(text) == told.quote
    assert any("Port Herald <- the harbour office" in t.chain for t in best.told)


def test_a_line_that_no_claim_covers_is_found_too(tmp_path: Path) -> None:
    pages = {
        "a.html": ("Sheet", "2041-01-01", "Weather", "Fog lies over the Nar canal.\nRain will come, forecaster Ila Vend said.")
    }
    path = tmp_path / "a.book"
    report = casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), path)
    text = report.readings[0].document.text
    covered = any("Fog" in s.span.of(text) for s in report.readings[0].statements)
    found = asked(path, "fog over the Nar canal")
    assert covered or "Fog lies" in found.lines[0].text


@pytest.mark.parametrize("sentence", ["zeppelin quorum", "999"])
def test_nothing_is_found_where_nothing_is(book: Path, sentence: str) -> None:
    assert asked(book, sentence) == Answers((), ())


@pytest.mark.parametrize(
    "sentence", ['"', "'; DROP TABLE claims; --", "NEAR(", "a OR b AND (", "words:*", "^x", "*", "\x00", "{a b}: c", "-", "\ud800"]
)
def test_no_sign_means_anything(book: Path, sentence: str) -> None:
    asked(book, f"{sentence} ferry {sentence}")
    assert isinstance(asked(book, sentence), Answers)


def test_every_letter_of_a_line_is_in_one_passage() -> None:
    text = "one\n\n  two  \n" + "x" * 4500 + "\nthree"
    found = lines(text)
    assert "".join(s.of(text) for s in found).replace("\n", "") == text.replace("\n", "")
    assert all(0 < s.end - s.start <= 2000 for s in found)


def test_the_command_prints_claims_and_json(book: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["find", "214 passengers", str(book)]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert re.match(r"claim [0-9a-f]{20}  “", said)
    assert "told by 2 pages · independent origins: 1" in said and "characters" in said
    assert main(["find", "214 passengers", str(book), "--json"]) == 0
    whole = json.loads(capsysbinary.readouterr().out)
    assert whole["schema"] == "sayso/1"
    assert {t["outlet"] for t in whole["claims"][0]["tellings"]} == {"Port Herald", "Evening Post"}
    assert main(["find", "zeppelin", str(book)]) == 0
    nothing = capsysbinary.readouterr()
    assert nothing.out == b"" and b"no page of this book" in nothing.err
    assert main(["find", "?!", str(book)]) == 2


def test_an_older_form_or_an_empty_book_is_said(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with Book(tmp_path / "empty.book"):
        pass
    for command in (["find", "x", str(tmp_path / "empty.book")], ["review", str(tmp_path / "empty.book"), "--no-open"]):
        assert main(command) == 3
        assert b"holds no run yet; trace pages into it first" in capsysbinary.readouterr().err


def test_the_screen_shows_what_was_found(book: Path) -> None:
    shown = Reader(book).get("/find?q=214+passengers").text
    assert "Calla" in shown and "1 origin" in shown
    assert "No page of this pile" in Reader(book).get("/find?q=zeppelin").text
    assert "all its words are optional" in Reader(book).get("/find").text


def test_tellings_in_the_same_words_are_one_line(tmp_path: Path) -> None:
    line = "The wells of Orm ran dry in June, the warden Ila Vend said."
    outlets = {"a.html": "Sheet", "b.html": "Bell", "c.html": "Post"}
    path = tmp_path / "wells.book"
    pages = {name: (outlet, "2041-06-01", f"Wells at {outlet}", line) for name, outlet in outlets.items()}
    casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), path)
    shown = Reader(path).get("/find?q=wells+of+Orm+ran+dry").text
    assert "in the same words 2 times more" in shown
    assert all(f"{name} ← " in shown for name in outlets.values())
    assert "not named)" not in shown


def test_the_command_folds_tellings_in_the_same_words(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    line = "The wells of Orm ran dry in June, the warden Ila Vend said."
    path = tmp_path / "wells.book"
    pages = {f"{n}.html": (n.title(), "2041-06-01", f"Wells at {n}", line) for n in ("sheet", "bell", "post")}
    casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), path)
    assert main(["find", "wells of Orm ran dry", str(path)]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert "in the same words 2 times more: " in said and said.count("the warden Ila Vend said") == 1
