"""Quotations without a cue: who has spoken goes on, in a few words behind his own, in more anywhere; all of it is invented."""

import pytest

from sayso.analyzers.speech import speech
from sayso.contracts import Attributed
from sayso.model import Span
from sayso.text.quotations import quotations
from sayso.text.sentences import sentences


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ('"It was my fault."', ["It was my fault."]),
        ('"Never again!"', ["Never again!"]),
        ('"We had asked for sand twice before."', ["We had asked for sand twice before."]),
        ('Her song "My fault" was a hit.', []),
        ('"Twice."', []),
        ('The sign said "Keep off the grass" in red.', []),
    ],
)
def test_a_few_words_behind_an_attributed_quotation_are_the_speakers(behind: str, told: list[str]) -> None:
    text = f'"We are so sorry," Ida Volk said. {behind}'
    all_of_it = Span(0, len(text))
    spoken = Attributed((Span(1, 17),), Span(text.index("said"), text.index("said") + 4), Span(19, 27))
    found = speech(text, sentences(text, all_of_it), quotations(text, all_of_it), [spoken])
    assert [c.of(text) for a in found[1:] for c in a.content] == told
