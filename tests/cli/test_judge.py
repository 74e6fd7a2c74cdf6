"""Judging and explaining as a person types it, on pages written for these tests."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main
from sayso.store import judgements
from sayso.store.book import Book

FERRY = "The ferry Calla sank off Port Sellow with 214 passengers, the harbour office said.\n"
BOAT = "With 214 passengers aboard the ferry Calla has sunk off Port Sellow, said the harbour office.\n"
RYE = "The bakers of Tolm want a lower flour tax, guild master Oda Brinkvale said.\n"


class Desk:
    """A folder with three pages and a book."""

    def __init__(self, out: pytest.CaptureFixture[bytes]) -> None:
        self.out = out

    def trace(self) -> dict[str, Any]:
        assert main(["trace", "--json", "--book", "pile.book", "boat.txt", "ferry.txt", "rye.txt"]) == 0
        found: dict[str, Any] = json.loads(self.out.readouterr().out)
        return found

    def say(self, *words: str, code: int = 0) -> str:
        assert main([*words, "--book", "pile.book"]) == code
        said = self.out.readouterr()
        return (said.out + said.err).decode()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Desk:
    monkeypatch.chdir(tmp_path)
    for name, text in (("ferry.txt", FERRY), ("boat.txt", BOAT), ("rye.txt", RYE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Desk(capsysbinary)


def told(found: dict[str, Any], words: str) -> Any:
    return next(s for s in found["statements"] if words in s["quote"])


def together(found: dict[str, Any], *words: str) -> bool:
    return len({told(found, w)["claim"] for w in words}) == 1


def test_judgements_change_links_survive_runs_and_can_be_undone(desk: Desk) -> None:
    found = desk.trace()
    assert together(found, "ferry Calla sank", "Calla has sunk") and not together(found, "Calla sank", "flour tax")
    ferry, boat, rye = (told(found, w)["id"] for w in ("ferry Calla sank", "Calla has sunk", "flour tax"))
    desk.say("judge", "not-same", ferry, boat)
    desk.say("judge", "same", ferry[:10], rye)
    for _ in range(2):
        judged = desk.trace()
        assert not together(judged, "ferry Calla sank", "Calla has sunk") and together(judged, "Calla sank", "flour tax")
    assert [line.split()[1] for line in desk.say("judge", "list").splitlines()] == ["not-same", "same"]
    desk.say("judge", "undo", "1")
    assert together(desk.trace(), "ferry Calla sank", "Calla has sunk")
    desk.say("judge", "undo")
    assert desk.trace() == found
    assert "no judgement holds in this book" in desk.say("judge", "list")
    assert "there is no judgement" in desk.say("judge", "undo", code=2)


def test_a_source_and_a_derivation_can_be_judged(desk: Desk) -> None:
    found = desk.trace()
    ferry, boat = told(found, "ferry Calla sank"), told(found, "Calla has sunk")
    desk.say("judge", "from", boat["document"], ferry["document"])
    desk.say("judge", "source", boat["id"], "Ivo Tarn")
    judged = desk.trace()
    assert told(judged, "Calla has sunk")["chain"][-1]["name"] == "Ivo Tarn"
    edge = next(d for d in judged["derivations"] if (d["document"], d["from"]) == (boat["document"], ferry["document"]))
    assert edge["directed"] and edge["why"][0]["feature"] == "judged"
    desk.say("judge", "not-from", boat["document"], ferry["document"])
    assert not any(d["from"] == ferry["document"] for d in desk.trace()["derivations"])
    desk.say("judge", "undo")
    desk.say("judge", "undo")
    assert told(desk.trace(), "Calla has sunk")["chain"] == boat["chain"]


def test_counts_are_worked_out_at_once_and_the_log_says_who_and_why(desk: Desk) -> None:
    found = desk.trace()
    ferry, rye = told(found, "ferry Calla sank"), told(found, "flour tax")
    desk.say("judge", "same", ferry["id"], rye["id"], "--by", "AB", "--note", "one story")
    assert "flour tax" in desk.say("explain", rye["id"])
    with Book(Path("pile.book")) as book:
        claims = book.rows("SELECT DISTINCT claim FROM claim_statements WHERE statement IN (?, ?)", ferry["id"], rye["id"])
        assert len(claims) == 1, "no trace was needed"
        entry = judgements.log(book)[0]
        assert (entry.by, entry.note) == ("AB", "one story") and entry.at.endswith("Z")
    desk.say("judge", "note", ferry["id"], "ask the harbour office")
    sources = [s["id"] for s in found["sources"]]
    desk.say("judge", "person", sources[0], sources[1])
    assert [line.split()[1] for line in desk.say("judge", "list").splitlines()] == ["same", "note", "person"]
    assert desk.say("judge", "check").startswith("3 rows, each follows from the one before; head ")


def test_a_log_that_was_changed_is_said_to_be(desk: Desk) -> None:
    found = desk.trace()
    for words in ("one", "two"):
        desk.say("judge", "note", found["statements"][0]["id"], words)
    connection = sqlite3.connect("pile.book")
    connection.execute("DROP TRIGGER judgements_stay")
    connection.execute("UPDATE judgements SET b = 'three' WHERE number = 1")
    connection.commit()
    connection.close()
    assert "row 2 of the log of judgements does not follow from row 1" in desk.say("judge", "check", code=3)


def test_an_explanation_adds_up(desk: Desk) -> None:
    found = desk.trace()
    ferry, boat, rye = (told(found, w) for w in ("ferry Calla sank", "Calla has sunk", "flour tax"))
    shown = desk.say("explain", ferry["id"], boat["id"])
    total, *parts = (float(n) for n in re.findall(r"([+-]\d+\.\d{3})", shown))
    assert len(parts) > 3 and total == pytest.approx(sum(parts), abs=0.0005)
    assert "cover" in shown
    assert shown.startswith("tell the same, ") and all(f"[{s['id']}]" in shown for s in (ferry, boat))
    assert "ferry Calla sank" in shown and "Calla has sunk" in shown, "a reader knows words, not ids"
    assert "independent origins: 1" in desk.say("explain", ferry["claim"])
    assert "told by" in desk.say("explain", rye["id"])
    assert "nothing was found to tie them" in desk.say("explain", ferry["id"], rye["id"])


@pytest.mark.parametrize(
    "words",
    [
        ("judge", "same", "0000"),
        ("judge", "same", "zzzz", "yyyy"),
        ("judge", "undo", "first"),
        ("explain", "zzzzzz"),
        ("explain", "abc"),
    ],
)
def test_wrong_ids_are_said_to_be_wrong(desk: Desk, words: tuple[str, ...]) -> None:
    desk.trace()
    assert desk.say(*words, code=2).startswith("sayso: ")
