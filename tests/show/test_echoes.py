from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.show.echoes import folded, way


@dataclass(frozen=True)
class Said:
    quote: str
    document: str = "a"
    chain: str = "Post <- the warden"
    place: str = "pile/post.txt"


@pytest.mark.parametrize(
    "other",
    ["The wells ran dry in June", "“The wells ran dry” in June.", "the wells  ran dry in june", "The wells\nran-dry in June"],
)
def test_the_same_words_stand_once(other: str) -> None:
    first, second = Said("The wells ran dry in June"), Said(other, "b", "Bell <- the warden")
    (row,) = folded([first, second])
    assert row.telling == first and row.again == (second,)


@pytest.mark.parametrize("other", ["The wells ran not dry in June", "The wells ran dry in July", "12 wells ran dry in June"])
def test_one_word_apart_is_another_wording(other: str) -> None:
    assert len(folded([Said("The wells ran dry in June"), Said(other, "b")])) == 2


def test_one_passage_that_tells_two_things_is_named_once_and_the_order_stays() -> None:
    first, other = Said("The wells ran dry"), Said("Nobody came")
    rows = folded([first, other, first, Said("The wells ran dry", chain="Post")])
    assert [r.telling.quote for r in rows] == ["The wells ran dry", "Nobody came"]
    assert [t.chain for t in rows[0].again] == ["Post"]


def test_words_without_letters_are_not_thrown_together() -> None:
    assert len(folded([Said("?"), Said("!")])) == 2


def test_who_has_no_name_is_said_to_have_none() -> None:
    assert way(Said("x", chain="(outlet not named) <- (anonymous not named)")) == "post ← an unnamed source"
    assert way(Said("x", chain="Post <- (unnamed not named)")) == "Post ← nobody named"
    assert way(Said("x")) == "Post ← the warden"
    assert way(Said("x", chain="Post")) == "Post, in its own voice"
