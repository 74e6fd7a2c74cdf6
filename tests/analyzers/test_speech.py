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


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ('"That is pure invention."', ["That is pure invention."]),
        ('"Not at all!"', ["Not at all!"]),
        ('"Have you seen it?"', ["Have you seen it?"]),
        ('"Tales of Ness"', []),  # a title has no full stop
        ('His book is called "Not at all!" and sells.', []),
        ('"Never."', []),
    ],
)
def test_a_whole_sentence_in_marks_behind_what_somebody_says_is_his(behind: str, told: list[str]) -> None:
    text = f"No ship was stopped, Ida Volk said. {behind}"
    all_of_it = Span(0, len(text))
    said = Attributed((Span(0, 19),), Span(text.index("said"), text.index("said") + 4), Span(21, 29))
    found = speech(text, sentences(text, all_of_it), quotations(text, all_of_it), [said])
    assert [c.of(text) for a in found[1:] for c in a.content] == told
    assert not [a for a in speech(text, sentences(text, all_of_it), quotations(text, all_of_it), []) if len(behind) < 30]


def test_behind_one_who_tells_of_another_nobody_is_taken_to_go_on() -> None:
    text = 'Ida Volk said the guest said no. "It was loud."'
    all_of_it = Span(0, len(text))
    outer = Attributed((Span(14, 31),), Span(9, 13), Span(0, 8))
    inner = Attributed((Span(29, 31),), Span(24, 28), Span(14, 23))
    assert len(speech(text, sentences(text, all_of_it), quotations(text, all_of_it), [outer, inner])) == 2
    assert len(speech(text, sentences(text, all_of_it), quotations(text, all_of_it), [outer])) == 2
