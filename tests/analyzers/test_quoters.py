"""Who is quoted "as saying" is the source inside who quotes; near misses stay as they were found."""

from __future__ import annotations

import pytest

from sayso.analyzers.quoters import owned, quoted
from sayso.contracts import Attributed
from sayso.model import Span


def at(text: str, words: str) -> Span:
    """Where words stand."""
    return Span(n := text.index(words), n + len(words))


def read(text: str, *rows: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """What becomes of attributions given as source, cue and told words."""
    found = [Attributed((at(text, told),), at(text, cue), at(text, source)) for source, cue, told in rows]
    return [
        (a.source.of(text), a.cue.of(text), a.content[0].of(text))
        for a in quoted(text, [Span(0, len(text))], found)
        if a.source and a.cue
    ]


@pytest.mark.parametrize(
    ("quoter", "verb", "who", "cue", "told"),
    [
        ("The Orv Post", "quoted", "a porter", "as saying", "the mill was shut"),
        ("Radio Tarn", "cites", "Ida Volk, the miller,", "as admitting", "the flour was wet"),
        ("The guild", "quoted", "“a friend of the mill”", "as asking", "who had the key"),
    ],
)
def test_who_is_quoted_tells_inside_who_quotes(quoter: str, verb: str, who: str, cue: str, told: str) -> None:
    text = f"{quoter} {verb} {who} {cue} {told}."
    inner, outer = (who.rstrip(","), cue, told), (quoter, verb, f"{who} {cue} {told}")
    assert read(text, (quoter, verb, who.rstrip(",")), (quoter, cue, told)) == [outer, inner]
    assert read(text, (quoter, cue, told)) == [outer, inner]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("A porter was quoted as saying the mill was shut.", ("A porter", "as saying", "the mill was shut")),
        ("A porter was quoted by the Post as saying the mill was shut.", ("A porter", "as saying", "the mill was shut")),
        ("The Post quoted a porter. He went as far as saying the mill was shut.", ("He", "as saying", "the mill was shut")),
    ],
)
def test_passives_and_other_sentences_are_left(text: str, row: tuple[str, str, str]) -> None:
    assert read(text, row) == [row]


@pytest.mark.parametrize(
    ("text", "source", "cue", "told", "want"),
    [
        (
            "The guild spoke of the claim by the miller that the sacks were wet.",
            "The guild",
            "claim",
            "the sacks were wet",
            "the miller",
        ),
        (
            "The guild answered the miller's allegation that the sacks were wet.",
            "The guild",
            "allegation",
            "the sacks were wet",
            "the miller",
        ),
        ("It contradicts Orle's claim that the sacks were dry.", "It", "contradicts Orle's claim", "the sacks were dry", "Orle"),
        ("The guild repeated the claim that the sacks were wet.", "The guild", "claim", "the sacks were wet", "The guild"),
        ("The guild repeated last week's claim that the sacks were wet.", "The guild", "claim", "the sacks were wet", "The guild"),
        ("Ida Volk claims by and large that the sacks were wet.", "Ida Volk", "claims", "the sacks were wet", "Ida Volk"),
        ("Ida Volk's claim that the sacks were wet is old.", "Ida Volk", "claim", "the sacks were wet", "Ida Volk"),
    ],
)
def test_a_claim_is_its_owners(text: str, source: str, cue: str, told: str, want: str) -> None:
    (found,) = owned(text, [Span(0, len(text))], [Attributed((at(text, told),), at(text, cue), at(text, source))])
    assert found.source is not None
    assert found.source.of(text) == want
