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
    ("text", "cue", "content", "goes_on"),
    [
        ("The fair was shut amid claims that the wheel had cracked.", "claims", "the wheel had cracked", False),
        ("Two men ran from the alleged theft of a bell.", "alleged", "theft of a bell", False),
        ("The bridge is feared to have gone.", "feared", "to have gone", False),
        ("The barge, suspected of carrying salt, was held.", "suspected", "carrying salt", False),
        ("The fair was shut, she said, and claims that the wheel had cracked.", "claims", "the wheel had cracked", True),
        ("The fair was shut, adding that the wheel had cracked.", "adding", "the wheel had cracked", True),
        ("The line was quoted all over the town: the wheel had cracked.", "was quoted", "the wheel had cracked", True),
        ("It stood by its claim that the wheel had cracked.", "claim", "the wheel had cracked", True),
    ],
)
def test_a_noun_or_a_passive_does_not_go_on_with_whoever_spoke_last(text: str, cue: str, content: str, goes_on: bool) -> None:
    (found,) = heard(text, [Attributed((span(text, content),), span(text, cue), inherits=True)])
    assert found.inherits is goes_on
    assert goes_on or found.kind == "unnamed"


def test_what_somebody_denies_stays_his_telling() -> None:
    text = "The board rejected claims that the wheel had cracked."
    outer = Attributed((span(text, "claims that the wheel had cracked"),), span(text, "rejected"), span(text, "The board"))
    inner = Attributed((span(text, "the wheel had cracked"),), span(text, "claims"), inherits=True)
    assert heard(text, [outer, inner]) == [outer, inner]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kept"),
    [
        ("The warden has been criticised for shutting the pier.", "The warden", "criticised", "shutting the pier", False),
        ("The cook was accused of salting the soup.", "The cook", "accused", "salting the soup", False),
        ("Pupils were urged to stay indoors.", "Pupils", "urged", "to stay indoors", False),
        ("The warden has criticised the shutting of the pier.", "The warden", "criticised", "the shutting of the pier", True),
        ("The cook accused him of salting the soup.", "The cook", "accused", "him of salting the soup", True),
        ("Teachers urged pupils to stay indoors.", "Teachers", "urged", "to stay indoors", True),
    ],
)
def test_who_is_blamed_tells_nothing(text: str, source: str, cue: str, content: str, kept: bool) -> None:
    (found,) = heard(text, [Attributed((span(text, content),), span(text, cue), span(text, source))])
    assert (found.source is not None) == kept
