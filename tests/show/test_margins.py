from __future__ import annotations

import dataclasses

from sayso.show.ledger import ledger
from sayso.show.margins import LONGEST, article, quotation
from tests.show.fiction import report


def page(siglum: str):  # type: ignore[no-untyped-def]
    book = ledger(report())
    return next(p for p in book.pages.values() if p.siglum == siglum), book


def test_the_runs_are_the_text() -> None:
    book = ledger(report())
    for p in book.pages.values():
        lines = ["".join(run.text for run in paragraph.runs) for paragraph in article(p, book).paragraphs]
        assert lines == [line.rstrip() for line in p.document.text.splitlines() if line.strip()]


def test_told_words_cues_and_hedges_are_marked() -> None:
    p, book = page("C")
    runs = [run for paragraph in article(p, book).paragraphs for run in paragraph.runs]
    assert "at least 40 people were killed or injured when the wall gave way" in {r.text for r in runs if "told" in r.parts}
    assert {r.text for r in runs if "cue" in r.parts} == {"told", "said", "denied"}
    assert {r.text for r in runs if "hedge" in r.parts} == {"probably"}


def test_furniture_is_named_and_a_note_stands_where_its_statement_begins() -> None:
    p, book = page("C")
    paragraphs = article(p, book).paragraphs
    assert [x.furniture for x in paragraphs] == ["page_clock", "", "credit", "", "", "", "", "related_link"]
    assert [(n.number, n.claim) for x in paragraphs for n in x.notes] == [(1, 1), (2, 2), (3, 3), (4, 5)]
    assert [[b.number for b in r.begins] for r in paragraphs[3].runs if r.begins] == [[1]]


def test_a_quotation_is_cut_the_same_way() -> None:
    p, book = page("D")
    telling = next(t for t in book.entries[0].tellings if t.page.siglum == "D" and t.statement.voice == "indirect")
    runs = quotation(telling)
    assert "".join(r.text for r in runs) == telling.statement.span.of(p.document.text)
    assert [r.text for r in runs if "told" in r.parts] == ["40 people died when the Orm dam burst"]


def test_a_giant_page_is_cut_and_counted() -> None:
    whole = report()
    first = whole.readings[0]
    giant = dataclasses.replace(first, document=dataclasses.replace(first.document, text=first.document.text + "x" * 200_000))
    book = ledger(dataclasses.replace(whole, readings=(giant, *whole.readings[1:])))
    found = article(book.pages[giant.document.id], book)
    assert found.rest == len(giant.document.text) - LONGEST
    assert sum(len(r.text) for x in found.paragraphs for r in x.runs) <= LONGEST
