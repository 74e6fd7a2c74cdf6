from __future__ import annotations

import dataclasses

import pytest

from sayso.show import front, sentences
from sayso.show.ledger import ledger
from sayso.show.voices import best, nobody, own_voice, voices
from tests.show.fiction import report


def test_the_source_that_most_pages_have_comes_first() -> None:
    first, *rest = voices(ledger(report()))
    assert (first.name.casefold(), first.statements, [p.siglum for p in first.pages]) == ("the valley council", 2, ["C", "D"])
    assert len(first.claims) == 2 and not first.anonymous
    assert all(len(v.pages) == 1 for v in rest)


def test_unnamed_sources_of_two_pages_stay_two() -> None:
    unnamed = [v.name for v in voices(ledger(report())) if v.anonymous]
    assert "a night guard at the Orm dam" in [n[0].lower() + n[1:] for n in unnamed] and "a dam worker" in unnamed


def test_one_identity_is_one_source_under_its_fuller_name() -> None:
    whole = report()
    readings = []
    for reading in whole.readings:
        one = [
            dataclasses.replace(s, identity="one")
            if ("council" in s.name and "spokeswoman" not in s.name) or "Tholl" in s.name
            else s
            for s in reading.sources
        ]
        readings.append(dataclasses.replace(reading, sources=tuple(one)))
    first = voices(ledger(dataclasses.replace(whole, readings=tuple(readings))))[0]
    assert first.name == "Runa Tholl, the valley council’s spokeswoman" and first.statements == 3


def test_what_has_no_source_is_counted_apart() -> None:
    book = ledger(report())
    total = sum(len(p.reading.statements) for p in book.pages.values())
    assert sum(v.statements for v in voices(book)) + own_voice(book) + nobody(book) == total
    assert (own_voice(book), nobody(book)) == (2, 1)


def test_in_one_sentence() -> None:
    said = sentences.spoken(front.on_whose_word(ledger(report())))
    assert said.startswith("6 sources, first the valley council, 2 statements on 2 pages; ")
    assert said.endswith(". 2 of 11 statements stand in the pages’ own voice.")


def test_of_names_in_two_languages_the_english_one_stands() -> None:
    whole = report()
    names = {"source at the dam": "источник на плотине", "worker": "a dam worker"}
    readings = tuple(
        dataclasses.replace(
            r, sources=tuple(dataclasses.replace(s, identity="one") if s.name in names.values() else s for s in r.sources)
        )
        for r in whole.readings
    )
    found = next(v for v in voices(ledger(dataclasses.replace(whole, readings=readings))) if len(v.pages) > 1 and v.anonymous)
    assert found.name == "a dam worker"


def test_a_full_name_stands_before_an_age() -> None:
    whole = report()
    names = {"a dam worker": "the 58-year-old Ida Holm", "a night guard": "Ida Holm"}
    known = {new: s.id for r in whole.readings for s in r.sources for old, new in names.items() if old in s.name}
    assert len(known) == 2
    shown = {i: n for n, i in known.items()}
    readings = tuple(
        dataclasses.replace(
            r,
            sources=tuple(dataclasses.replace(s, identity="one") if s.id in shown else s for s in r.sources),
            statements=tuple(
                dataclasses.replace(s, chain=tuple(dataclasses.replace(k, name=shown.get(k.source or "", k.name)) for k in s.chain))
                for s in r.statements
            ),
        )
        for r in whole.readings
    )
    assert "Ida Holm" in [v.name for v in voices(ledger(dataclasses.replace(whole, readings=readings)))]


@pytest.mark.parametrize(
    ("names", "first"),
    [
        ([("Furious harbour boss Ada Fonn", "A"), ("harbour master Ada Fonn", "B"), ("the harbour master", "C")], 1),
        ([("Vell", "A"), ("President Ida Vell", "B")], 1),
        ([("the owner", "A"), ("the owner of the barge", "B"), ("owner", "A")], 1),
        ([("Terrified mum Zula Tarn", "A"), ("Zula Tarn", "B")], 1),
        ([("the tearful Ola Brand", "A"), ("nurse Ola Brand", "B"), ("a nurse", "C")], 1),
        ([("Holm", "A"), ("the deputy mayor Ida Holm", "A")], 1),
        ([("Interior Minister Bern Cazen", "A"), ("Interior Minister Bern Cazan", "B"), ("Bern Cazen", "C")], 0),
    ],
)
def test_of_several_names_the_one_stands_that_the_pages_vouch_for(names: list[tuple[str, str]], first: int) -> None:
    assert best(names) == names[first][0]
