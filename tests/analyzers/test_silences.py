"""Who was asked and did not tell; all of it is invented."""

from __future__ import annotations

import pytest

from sayso.analyzers.silences import silence
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Span


def silent(text: str, found: list[Attributed] | None = None) -> tuple[str, str] | None:
    """Whose silence a sentence tells, and in which words."""
    made = silence(View(text, Span(0, len(text)), "en", ()), found or [])
    return (made.source.of(text), made.cue.of(text)) if made and made.source and made.cue else None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The mill declined to comment.", ("The mill", "declined to comment")),
        ("Wardens would not say whether the sluice had been locked.", ("Wardens", "would not say")),
        ("She would not be drawn on the price.", ("She", "would not be drawn")),
        ("About the sluice she will not speak while the inquiry lasts.", ("she", "will not speak")),
        (
            "The harbour office did not immediately respond to a request for comment.",
            ("The harbour office", "did not immediately respond"),
        ),
        ("Orvik Mills did not reply to our letters of March.", ("Orvik Mills", "did not reply")),
        ("The ministry hasn't answered our mail.", ("The ministry", "hasn't answered")),
        ("The owner could not be reached.", ("The owner", "could not be reached")),
        ("The warden was not available for comment.", ("The warden", "was not available for comment")),
        ("The ministry had no immediate comment.", ("The ministry", "had no immediate comment")),
        ("The board is not commenting.", ("The board", "is not commenting")),
        ("The police did not want to discuss the boat.", ("The police", "did not want to discuss")),
        ("The chairwoman, Ida Volk, would not comment.", ("The chairwoman, Ida Volk", "would not comment")),
        ("Nobody from the guild was prepared to talk to The Lamp.", ("the guild", "Nobody from the guild was prepared to talk")),
        ("No one at the port would comment.", ("the port", "No one at the port would comment")),
        ("The club declined to renew the deal.", None),
        ("The patients did not respond to treatment.", None),
        ("He did not return home.", None),
        ("She would not go further without a lamp.", None),
        ("The warden could not speak for joy.", None),
        ("Nobody would say.", None),
        ("We would not comment.", None),
        ("The bridge did not answer its purpose.", None),
    ],
)
def test_a_silence_is_the_partys_who_was_asked(text: str, want: tuple[str, str] | None) -> None:
    assert silent(text) == want


def test_whoever_has_spoken_in_the_sentence_is_silent_behind_but() -> None:
    text = "The board confirmed a leak but would not say where."
    board = Attributed((Span(20, 26),), Span(10, 19), Span(0, 9))
    assert silent(text, [board]) == ("The board", "would not say")
    assert silent(text) is None


def test_what_is_told_already_is_no_silence_of_its_own() -> None:
    text = "Ida Volk said the mill declined to comment."
    volk = Attributed((Span(14, 42),), Span(9, 13), Span(0, 8))
    assert silent(text, [volk]) is None
