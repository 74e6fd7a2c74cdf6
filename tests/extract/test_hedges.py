"""Words of distance; all sentences are invented."""

from __future__ import annotations

import pytest

from sayso.extract.hedges import hedges
from sayso.model import Span


def words(text: str, language: str | None = None) -> list[str]:
    found = hedges(text, [Span(0, len(text))], language)
    assert all(h.span.of(text) == h.word for h in found)
    return [h.word for h in found]


@pytest.mark.parametrize(
    "text,want",
    [
        ("The mill was reportedly sold.", ["reportedly"]),
        ("The fire was “probably” set.", ["probably"]),
        ("The dam may have burst.", ["may have"]),
        ("The dam might burst.", ["might"]),
        ("The dam could collapse.", ["could"]),
        ("The guild accused the miller of theft.", ["accused"]),
        ("The alleged thief and a suspected arson.", ["alleged", "suspected"]),
        ("Millers suspect that the dam may have burst.", ["suspect", "may have"]),
        ("The reported strike was short.", ["reported"]),
        ("He is believed to be in Oru.", ["believed"]),
        ("He appears to have left.", ["appears"]),
        ("About 90 percent of some 40 mills burned.", ["About", "some"]),
        ("La barca habría naufragado.", ["habría"]),
    ],
)
def test_hedges(text: str, want: list[str]) -> None:
    assert words(text, "es" if "barca" in text else None) == want


@pytest.mark.parametrize(
    "text",
    [
        "The guild said the mill burned.",
        "The guild reported the fire.",
        "The guild claimed the mill.",
        "In May 2020 they left.",
        "The might of the river.",
        "They could not leave.",
        "They ran so that he could rest.",
        "The suspect fled.",
        "Two suspects were held.",
        "The accused wept.",
        "They spoke about the 40 mills.",
        "Some mills burned.",
        "At least 40 mills burned.",
        "Over 40 mills burned.",
        "It was supposed to rain.",
        "They believed him.",
        "He appeared on stage.",
    ],
)
def test_no_hedges(text: str) -> None:
    assert words(text) == []


def test_only_the_spans_are_read() -> None:
    text = "It may rain. It might snow."
    assert [h.word for h in hedges(text, [Span(13, len(text))])] == ["might"]
