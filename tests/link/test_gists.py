"""The sentence shown for a claim is whole: it names who or what it is about."""

import pytest

from sayso.link.gists import leans


@pytest.mark.parametrize(
    "words",
    ["he had lost the keys of the pier", "It will burn when it comes down", "I’ll miss the boats of Orle", "I just know", ""],
)
def test_leans_on_another_sentence(words: str):
    assert leans(words)


@pytest.mark.parametrize(
    "words",
    ["The ferry of Orle has sunk", "“The ferry of Orle has sunk”", "40 boats are lost in Orle", "iCargo has shut its pier in Orle"],
)
def test_whole(words: str):
    assert not leans(words)
