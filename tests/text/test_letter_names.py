from __future__ import annotations

import pytest

from sayso.text.letter_names import spelled_out


@pytest.mark.parametrize(
    ("name", "code"),
    [("إن بي إس", "nbs"), ("Эн-би-эс", "nbs"), ("Ти-эм-си", "tmc"), ("تي إم سي", "tmc")],
)
def test_letters_spelled_out_are_their_abbreviation(name: str, code: str):
    assert code in spelled_out(name)


@pytest.mark.parametrize("name", ["إن", "وقال الوزير", "Эн-би-река", "NBS", ""])
def test_other_words_are_none(name: str):
    assert spelled_out(name) == frozenset()
