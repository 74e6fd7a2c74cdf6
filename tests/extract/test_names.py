"""The noun phrase that stands for a source, without what stands before it; all of it is invented."""

import pytest

from sayso.extract.names import cleaned
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "marked", "want"),
    [
        ("In Orle itself the guild objects.", "itself the guild", "the guild"),
        ("The mill at Orvik, Tarn Province, a clerk said.", "Tarn Province, a clerk", "a clerk"),
        ("Ida Lake, a clerk, said.", "Ida Lake, a clerk", "Ida Lake, a clerk"),
        ("The text, on page 14 of the Orle Post, reads.", "14 of the Orle Post", "the Orle Post"),
        ("The text, on page 14 of the Orle Post, reads.", "page 14 of the Orle Post", "the Orle Post"),
        ("The text in the Orle Post of 6 May reads.", "the Orle Post of 6", "the Orle Post"),
        ("Some 14 of the porters said so.", "14 of the porters", "14 of the porters"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, marked: str, want: str) -> None:
    start = text.index(marked)
    assert cleaned(text, Span(start, start + len(marked))).of(text) == want
