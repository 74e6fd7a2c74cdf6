"""Several processes at once: the same readings in the same order, and what happens where several cannot do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from sayso import analyzers, casebook, hands
from sayso.analyzers.rules import Rules
from sayso.contracts import Attributed
from sayso.extract import extract
from sayso.model import Document, Reading, Span, identify

TEXTS = [
    f"The weir at Tarnmouth held, said Ida Volk.\nBut {n} boats were lost, the {name} reported, citing a pilot." for n, name in
    enumerate(("Courier", "Herald", "Evening Bell", "Tarn Gazette", "Lock Keeper", "Harbour Post", "Ferry Times"), 2)
]  # fmt: skip


def documents() -> list[Document]:
    """Seven short pages: two chunks."""
    return [Document(identify("document", t), f"page{n}", None, "", t, "en") for n, t in enumerate(TEXTS)]


class Guest(Rules):
    """An analyzer that somebody hands over; what it asks for is counted."""

    asked = 0

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
        """Count, then as the rules."""
        self.asked += 1
        return super().attributions(document, sentences)


def test_two_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "WORTH", 1)
    analyzer = Rules()
    alone = [extract(d, analyzer) for d in documents()]
    assert list(hands._shared(documents(), "rules", None, 2)) == alone
    assert list(hands.Crew(analyzer, "rules", 2).readings(documents())) == alone
    assert any(r.statements for r in alone)


def test_a_small_pile_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_shared", lambda *_: pytest.fail("started"))
    assert len(list(hands.Crew(Rules(), "rules", 8).readings(documents()))) == len(TEXTS)


@pytest.mark.parametrize(("analyzer", "name"), [(Guest(), "rules"), (Guest(), "model"), (Rules(), "model"), (Rules(), "llm:x")])
def test_a_guest_stays_in_its_process(monkeypatch: pytest.MonkeyPatch, analyzer: Rules, name: str) -> None:
    monkeypatch.setattr(hands, "WORTH", 1)
    monkeypatch.setattr(hands, "_shared", lambda *_: pytest.fail("started"))
    assert len(list(hands.Crew(analyzer, name, 2).readings(documents()))) == len(TEXTS)
    assert getattr(analyzer, "asked", len(TEXTS)) == len(TEXTS)


def test_the_shipped_model_and_the_rules_can_be_had_again() -> None:
    assert analyzers.repeatable(Rules(), "rules")
    assert analyzers.repeatable(analyzers.by_name("model"), "model")
    assert not analyzers.repeatable(Guest(), "model")


@pytest.mark.parametrize("done", [0, 3, 7])
def test_what_several_cannot_do_is_done_alone(monkeypatch: pytest.MonkeyPatch, done: int) -> None:
    def ended(documents: Sequence[Document], *_: object) -> Iterator[Reading]:
        yield from (extract(d, Rules()) for d in documents[:done])
        raise OSError("no more processes")

    monkeypatch.setattr(hands, "WORTH", 1)
    monkeypatch.setattr(hands, "_shared", ended)
    assert [r.document.text for r in hands.Crew(Rules(), "rules", 2).readings(documents())] == TEXTS


def test_a_process_that_cannot_begin_is_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "WORTH", 1)
    analyzer = Rules()
    analyzer.model = "of yesterday"
    assert [r.document.text for r in hands.Crew(analyzer, "rules", 2).readings(documents())] == TEXTS


def test_a_defect_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Rules):
        def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
            raise ZeroDivisionError

    monkeypatch.setattr(hands, "WORTH", 1)
    with pytest.raises(ZeroDivisionError):
        list(hands.Crew(Broken(), "rules", 2).readings(documents()))


def test_progress_counts_every_page() -> None:
    told: list[tuple[str, int, int | None]] = []
    assert len(list(casebook._searched(documents(), lambda *step: told.append(step), Rules()))) == len(TEXTS)
    assert told == [("extract", n, len(TEXTS)) for n in range(len(TEXTS))]
