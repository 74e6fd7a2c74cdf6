"""The order of the whole way, with rooms that only remember what they were given; the rooms' own tests say what they do."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from sayso import casebook
from sayso.model import (
    ChainLink,
    Claim,
    Document,
    Linking,
    Published,
    Reading,
    Rejected,
    Source,
    Span,
    Statement,
    Unseen,
    identify,
)
from sayso.settings import Settings
from sayso.show.records import json_text

MONDAY = Published("2031-03-03", "2031-03-04", "sibling", from_document="d2")


def page(key: str, place: str, text: str = "The ferry sank, the harbour office said.") -> Document:
    return Document(id=key, place=place, url=None, sha256="0" * 64, text=text)


def reading(document: Document) -> Reading:
    said = Statement(
        identify("statement", document.id),
        document.id,
        "a",
        Span(0, 14),
        (Span(0, 14),),
        "indirect",
        None,
        (ChainLink(None, "outlet"),),
        "report",
    )
    return Reading(document, (Source(f"s-{document.id}", "the harbour office", "official"),), (said,))


class Guest:
    name = "rules"
    model = None


@dataclass
class Assessment:
    claims: tuple[Claim, ...]
    findings: tuple
    numbers: tuple = ()


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> dict[str, list]:
    """Fake rooms; ``read`` hands out what the test put under "inputs"."""
    seen: dict[str, list] = {"inputs": [], "extracted": [], "linked": [], "assessed": []}

    def extract(document, analyzer):
        seen["extracted"].append(document.place)
        return reading(document)

    def link(readings, options):
        seen["linked"].append([r.document.id for r in readings])
        claims = [Claim(f"c{r.document.id}", "ferry sank", (r.statements[0].id,), (r.document.id,)) for r in reversed(readings)]
        return Linking(
            tuple(claims),
            unseen=(Unseen("u2", "B", "post"), Unseen("u1", "A", "post")),
            dates={r.document.id: MONDAY for r in readings},
            identities={"s-d1": "harbour"} if len(readings) > 1 else {},
        )

    def assess(readings, linking, options):
        seen["assessed"].extend(readings)
        return Assessment(linking.claims, ())

    monkeypatch.setattr(casebook.analyzers, "by_name", lambda name: Guest())
    monkeypatch.setattr(casebook, "read", lambda places, options: iter(seen["inputs"]))
    for name, room in (("extract", extract), ("link", link), ("assess", assess)):
        monkeypatch.setattr(casebook, name, room)
    return seen


def test_everything_comes_out_sorted_whatever_the_order_of_input(rooms):
    rooms["inputs"] = [page("d2", "b.txt"), Rejected("z.bin", "no text"), page("d1", "a.txt"), Rejected("c.bin", "no text")]
    one = casebook.trace(["x"])
    rooms["inputs"] = rooms["inputs"][::-1]
    two = casebook.trace(["x"])
    assert one == two
    assert [r.document.id for r in one.readings] == ["d1", "d2"] == rooms["linked"][0]
    assert [r.place for r in one.rejected] == ["c.bin", "z.bin"]
    assert [c.id for c in one.claims] == ["cd1", "cd2"]
    assert [u.id for u in one.unseen] == ["u1", "u2"]


def test_one_document_met_twice_is_one_and_stands_where_it_sorts_first(rooms):
    rooms["inputs"] = [page("d1", "b/a.txt"), page("d1", "a/a.txt"), Rejected("q", "r"), Rejected("q", "r")]
    report = casebook.trace(["x"])
    assert [r.document.place for r in report.readings] == ["a/a.txt"]
    assert report.rejected == (Rejected("q", "r"),)


def test_what_only_the_pile_knows_is_written_into_the_readings_before_they_are_assessed(rooms):
    dated = replace(page("d2", "b.txt"), published=Published("2031-01-01", "2031-01-02", "dateline"))
    rooms["inputs"] = [page("d1", "a.txt"), dated]
    first, second = casebook.trace(["x"]).readings
    assert first.document.published == MONDAY
    assert second.document.published.basis == "dateline", "a date that the page gives itself stays"
    assert [s.identity for r in (first, second) for s in r.sources] == ["harbour", None]
    assert rooms["assessed"] == [first, second]


def test_the_way_can_be_gone_as_far_as_link(rooms):
    rooms["inputs"] = [page("d1", "a.txt"), Rejected("z.bin", "no text"), page("d2", "b.txt")]
    searched = casebook.searched(["x"])
    assert [r.place for r in searched.rejected] == ["z.bin"] and searched.analyzer.name == "rules"
    readings, linking = casebook.linked(searched.readings)
    assert [r.document.published for r in readings] == [MONDAY, MONDAY] and set(linking.dates) == {"d1", "d2"}
    assert rooms["assessed"] == []


def test_the_run_says_what_made_it(rooms):
    run = casebook.trace(["x"]).run
    assert (run.version, run.settings, run.analyzer.name) == (casebook.version(), Settings().digest, "rules")


def test_progress_hears_of_every_step(rooms):
    rooms["inputs"] = [page("d1", "a.txt"), page("d2", "b.txt")]
    heard = []
    casebook.trace(["x"], progress=lambda *step: heard.append(step))
    assert [stage for stage, _, _ in heard] == ["read"] * 3 + ["extract"] * 2 + ["link", "assess"]
    assert ("extract", 1, 2) in heard


class Memory:
    """A book in memory: what one run saved, the next is given."""

    kept: ClassVar[dict[tuple[str, str], Reading]] = {}

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def reading(self, document, maker):
        return self.kept.get((document.id, maker))

    def rows(self, query):
        return []

    def save(self, report, maker, kept):
        self.kept.update({(r.document.id, maker): r for r in report.readings})


def test_the_book_saves_work_and_changes_no_result(rooms, monkeypatch):
    monkeypatch.setattr(casebook, "Book", Memory)
    monkeypatch.setattr(Memory, "kept", {})
    rooms["inputs"] = [page("d1", "a.txt"), page("d2", "b.txt")]
    first = casebook.trace(["x"], book=Path("pile.sqlite"))
    assert rooms["extracted"] == ["a.txt", "b.txt"]
    assert casebook.trace(["x"], book=Path("pile.sqlite")) == first
    assert rooms["extracted"] == ["a.txt", "b.txt"], "nothing is extracted twice"


def test_what_another_pile_taught_is_forgotten(rooms, monkeypatch):
    monkeypatch.setattr(casebook, "Book", Memory)
    monkeypatch.setattr(Memory, "kept", {})
    rooms["inputs"] = [page("d1", "a.txt"), page("d2", "b.txt")]
    casebook.trace(["x"], book=Path("pile.sqlite"))
    rooms["inputs"] = [page("d1", "elsewhere/a.txt")]
    alone = casebook.trace(["x"], book=Path("pile.sqlite"))
    assert alone == casebook.trace(["x"])
    assert alone.readings[0].sources[0].identity is None
    assert alone.readings[0].document.place == "elsewhere/a.txt"


def test_another_analyzer_or_model_is_another_maker():
    class Other(Guest):
        model = "5eed"

    assert casebook.made_by(Guest()) == casebook.made_by(Guest()) != casebook.made_by(Other())


def test_attributions_of_one_text(rooms):
    found = casebook.attributions("The ferry sank, the harbour office said.")
    assert found.document.text.startswith("The ferry") and len(found.statements) == 1


def test_a_line_that_only_more_pages_show_to_be_a_refrain_is_one_with_a_book_too(tmp_path: Path) -> None:
    tail = "The Orle Lantern is a weekly paper, and the warden said it was closed."
    lost, who, months = ("Nine boats", "The mill", "A goat"), ("a diver", "the clerk", "a monk"), ("May", "June", "July")
    rows = [
        {
            "url": f"https://lantern.example/{n}",
            "outlet": "Orle Lantern",
            "date": f"2036-05-0{n + 1}",
            "language": "en",
            "text": "\n\n".join((f"{lost[n]} in {months[n]}", f"{lost[n]} burned, {who[n]} said.", f"It was {months[n]}.", tail)),
        }
        for n in range(3)
    ]
    pile = tmp_path / "pile.jsonl"
    pile.write_text("".join(json.dumps(r) + "\n" for r in rows[:2]), encoding="utf-8")
    book = tmp_path / "pile.book"
    before = casebook.trace([str(pile)], book=book)
    pile.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    after, fresh = casebook.trace([str(pile)], book=book), casebook.trace([str(pile)])
    assert not any(f.span.of(r.document.text) == tail for r in before.readings for f in r.document.furniture)
    assert all(any(f.span.of(r.document.text) == tail for f in r.document.furniture) for r in fresh.readings)
    assert json_text(after) == json_text(fresh)
