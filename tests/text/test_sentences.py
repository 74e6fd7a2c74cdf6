from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.sentences import about, paragraphs, sentences, trimmed


def split(text: str) -> list[str]:
    return [s.of(text) for p in paragraphs(text) for s in sentences(text, p)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam held. Nobody was hurt.", ["The dam held.", "Nobody was hurt."]),
        (
            "Maj. Gen. Ilse Brandt spoke to Dr. Owe of St. Aldo. He left.",
            ["Maj. Gen. Ilse Brandt spoke to Dr. Owe of St. Aldo.", "He left."],
        ),
        ("“The gates are open. We are leaving,” she said.", ["“The gates are open.", "We are leaving,” she said."]),
        ("See bulletin n.º 3 of May. It rained.", ["See bulletin n.º 3 of May.", "It rained."]),
        ("It is in the case of the man. 12 came.", ["It is in the case of the man.", "12 came."]),
        ("“Why?” he asked. “Nobody knows.”", ["“Why?” he asked.", "“Nobody knows.”"]),
        ("It rained in May. “This is a record,” the office noted.", ["It rained in May.", "“This is a record,” the office noted."]),
        (
            "“Study the map of the valley.” All roads are closed,” Orr said.",
            ["“Study the map of the valley.”", "All roads are closed,” Orr said."],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_wrapped_line_belongs_to_its_paragraph() -> None:
    text = "The harbour office said on Friday that the second pier would stay\nclosed until spring.\n\nA new paragraph."
    assert [p.of(text).count("\n") for p in paragraphs(text)] == [1, 0]


def test_a_title_is_not_wrapped_into_the_line_below() -> None:
    assert len(paragraphs("Pier closed\nuntil spring, says office")) == 2


@given(st.text(alphabet="Aab .!?“”\"\n\u00a0é—,'", max_size=200))
def test_every_word_lies_in_exactly_one_sentence(text: str) -> None:
    spans = [s for p in paragraphs(text) for s in sentences(text, p)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


def test_trimmed_drops_odd_spaces_too() -> None:
    assert trimmed("\u00a0 a \u202f", 0, 5) == (2, 3)


@pytest.mark.parametrize(
    ("text", "word", "reach", "found"),
    [
        ("It rained. The clerk saw the letter. Nobody left.", "saw", 80, "The clerk saw the letter"),
        ("No. 9 of 3.5 tonnes was seen here. It rained.", "seen", 80, "No. 9 of 3.5 tonnes was seen here"),
        ("Boats lost\nThe clerk saw the letter\nBy Ida Volk", "saw", 80, "The clerk saw the letter"),
        ("The clerk of the long mole saw the letter of the guild", "saw", 10, "long mole saw the lette"),
    ],
)
def test_what_stands_about_a_place(text: str, word: str, reach: int, found: str) -> None:
    at = text.index(word)
    assert about(text, Span(at, at + len(word)), reach).of(text).strip() == found


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("De molenaar ontkent dat. Zij staat er goed voor.", 2),
        ("Dat zei zij tegen de pers. De put staat droog.", 2),
        ("De put is er al. ‘Mooi’, zegt zij.", 2),
        ("De molenaar zegt dat. de put droog staat.", 1),
    ],
)
def test_words_of_dutch_that_are_no_abbreviations(text: str, n: int) -> None:
    assert len(sentences(text, Span(0, len(text)), "nl")) == n
