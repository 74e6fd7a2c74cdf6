"""Courtesies are no statements; sentences that only begin like one are."""

import pytest

from sayso.extract.courtesies import courtesy


@pytest.mark.parametrize("words", ["Thank you, Ida.", "Good morning, Ida Volk", "“You’re welcome, Jon.”", "Okay, thanks very much"])
def test_courtesy(words: str):
    assert courtesy(words)


@pytest.mark.parametrize(
    "words",
    [
        "Thank you notes lay on the pier of Orle",
        "Good evening trains stood still",
        "Thanks to the dam nobody drowned",
        "Hello, boats",
    ],
)
def test_no_courtesy(words: str):
    assert not courtesy(words)
