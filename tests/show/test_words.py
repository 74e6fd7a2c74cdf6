from __future__ import annotations

from typing import get_args

import pytest

from sayso import model
from sayso.model import Origins, Root
from sayso.show import words


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2040-03-04", "2040-03-05", "4 March 2040"),
        ("2040-03-04T22:39", "2040-03-04T22:40", "4 March 2040, 22:39"),
        ("2040-03-01", "2040-04-01", "March 2040"),
        ("2040-12-01", "2041-01-01", "December 2040"),
        ("2040-01-01", "2041-01-01", "2040"),
        ("2040-03-11", "2040-04-01", "between 11 and 31 March 2040"),
        ("2040-02-11", "2040-04-03", "between 11 February 2040 and 2 April 2040"),
        ("2040-02-11", None, "not before 11 February 2040"),
        (None, "2040-02-11", "before 11 February 2040"),
        (None, None, "date not known"),
        ("spring", None, "spring"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, said: str) -> None:
    assert words.interval(start, end) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1, 1, "1 origin"),
        (1, 2, "1 or 2 origins"),
        (1, 4, "1 to 4 origins"),
        (3, 3, "3 origins"),
        (0, 1, "no origin named (at most 1)"),
        (0, 0, "no origin named"),
    ],
)
def test_origins_in_words(low: int, high: int, said: str) -> None:
    assert words.origins(Origins(low, high, (), ())) == said


def test_sources_of_two_versions_are_origins_of_one_each() -> None:
    roots = (Root("a miller", "person"), Root("the harbour office", "government"))
    assert words.origins(Origins(1, 1, roots, ())) == "1 origin per version"
    assert words.origins(Origins(2, 2, roots, ())) == "2 origins"


def test_every_word_of_the_model_has_words() -> None:
    assert set(words.STATES) == set(get_args(model.State))
    assert set(words.EDGES) == set(get_args(model.EdgeKind))
    assert set(words.BASES) == set(get_args(model.Basis))
    assert set(words.FURNITURE) == set(get_args(model.FurnitureKind))
    assert set(words.VOICES) == set(get_args(model.Voice))
    assert set(words.STANCES) == set(get_args(model.Stance)) - {"assert", "report"}
    groups = (words.SUMS_WRONG, words.SUMS_OTHER, words.DATES, words.AGAINST, words.SOURCING, words.CHANGES)
    assert sorted(rule for group in groups for rule in group) == sorted(words.RULES)


def test_no_word_judges() -> None:
    said = " ".join([*words.RULES.values(), *(a + b for a, b in words.STATES.values()), *words.EDGES.values()]).casefold()
    assert not any(word in said for word in ("copied", "fake", "true", "false", "propaganda", "lie ", "plagiar"))


def test_a_dispute_is_named_first_and_the_weaker_word_left_out() -> None:
    assert words.shown_states(("circular", "single_source", "denied")) == ["denied", "circular"]
    assert words.shown_states(("denied", "contested", "retracted")) == ["denied", "retracted"]
    assert words.shown_states(("contested", "corroborated")) == ["contested", "corroborated"]
    assert words.shown_states(("single_source", "anonymous_only")) == ["anonymous_only", "single_source"]


def test_lists_and_cuts() -> None:
    assert words.shortened("the wall gave way in the night", 20) == "the wall gave way …"
    assert words.shortened("short  and\nsweet", 40) == "short and sweet"
    assert words.inline("The Valley Post") == "the Valley Post"
    assert words.inline("Theodora Quill") == "Theodora Quill"
    assert words.reason("both name the council [identity]") == "both name the council"
    assert words.file("/home/somebody/pile/a.jsonl#3") == "a.jsonl#3"


@pytest.mark.parametrize(
    ("place", "stem"),
    [
        ("pile/01_bell.digest.txt", "01_bell"),
        ("pile/bell.html", "bell"),
        ("bell", "bell"),
        ("feed.jsonl#3", "feed.jsonl#3"),
        ("v1.2 of the bell.txt", "v1.2 of the bell"),
        (".txt", ".txt"),
    ],
)
def test_a_file_goes_by_its_name_without_endings(place: str, stem: str) -> None:
    assert words.stem(place) == stem


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("The Post", "en", "the Post"),
        ("A guard", None, "a guard"),
        ("A Linha do Vale", "pt", "A Linha do Vale"),
        ("The Post", "fr", "The Post"),
        ("Thebes", "en", "Thebes"),
    ],
)
def test_only_an_english_article_is_written_small(name: str, language: str | None, said: str) -> None:
    assert words.inline(name, language) == said
