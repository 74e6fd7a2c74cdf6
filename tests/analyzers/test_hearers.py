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
