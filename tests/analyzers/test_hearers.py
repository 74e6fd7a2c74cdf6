"""Who is told is no teller; all of it is invented."""

import pytest

from sayso.analyzers.hearers import heard
from sayso.contracts import Attributed
from sayso.model import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("Residents had been warned that the dam may fail.", "Residents", "warned", "the dam may fail", False),
        ("The clerk was repeatedly told the vault was empty.", "The clerk", "told", "the vault was empty", False),
        ("Farmers were informed that no rain would fall.", "Farmers", "were informed", "no rain would fall", False),
        ("Residents had warned that the dam may fail.", "Residents", "warned", "the dam may fail", True),
        ("The flood was near. Residents warned that it rose.", "Residents", "warned", "it rose", True),
        ("The dam would fail, residents were told by phone.", "residents", "told", "The dam would fail", True),
        ("Residents were said to fear that the dam may fail.", "Residents", "fear", "the dam may fail", True),
    ],
)
def test_the_subject_of_a_passive_is_no_source(text: str, source: str, cue: str, content: str, kept: bool) -> None:
    a = Attributed((span(text, content),), span(text, cue), span(text, source))
    (found,) = heard(text, [a])
    assert (found.source is not None) == kept


def test_what_is_told_within_anothers_telling_names_nobody() -> None:
    text = "Villagers had been warned that the dam may fail, the board said."
    outer = Attributed(
        (span(text, "Villagers had been warned that the dam may fail"),), span(text, "said"), span(text, "the board")
    )
    inner = Attributed((span(text, "the dam may fail"),), span(text, "warned"), span(text, "Villagers"))
    assert [(a.source and a.source.of(text), a.kind) for a in heard(text, [inner, outer])] == [
        (None, "unnamed"),
        ("the board", None),
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "want"),
    [
        ("The clerk is said to have sold it.", "The clerk", "is said", "to have sold it", None),
        ("Two men are believed to be at sea.", "Two men", "are believed", "to be at sea", None),
        ("The firm was reported to be for sale.", "The firm", "was reported", "to be for sale", None),
        ("The clerk said it was sold.", "The clerk", "said", "it was sold", "The clerk"),
        ("The clerk promised to have it sold.", "The clerk", "promised", "to have it sold", "The clerk"),
        ("What is said, he said, is false.", "he", "said", "What is said", "he"),
    ],
)
def test_who_is_said_to_have_done_something_is_no_source(text: str, source: str, cue: str, content: str, want: str | None) -> None:
    (found,) = heard(text, [Attributed((span(text, content),), span(text, cue), span(text, source))])
    assert (found.source and found.source.of(text)) == want
    assert want is not None or found.content[0] == span(text, source)
