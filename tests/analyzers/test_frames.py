"""What is told without a verb of telling."""

import pytest

from sayso.analyzers import frames
from sayso.analyzers.view import View
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The Tarn Post published an article on the wet flour.", "The Tarn Post", "the wet flour"),
        ("Radio Orvik has carried two short pieces about the mill", "Radio Orvik", "the mill"),
        ("Both Tide and Ebb ran almost identical stories on the fire.", "Both Tide and Ebb", "the fire"),
        ("The museum of Orvik published a catalogue about the painter.", None, None),
        ("The Tarn Post published, an article on the wet flour.", None, None),
        ("she ran a story on the fire.", None, None),
    ],
)
def test_who_carried_a_piece_tells_what_it_is_on(text: str, source: str | None, told: str | None) -> None:
    view = View(text, Span(0, len(text)), "en", (), False)
    made = next((m for i in range(len(view.tokens)) if (m := frames.carried(view, i))), None)
    assert (made.source.of(text) if made and made.source else None) == source
    assert (made.content[0].of(text) if made else None) == told
