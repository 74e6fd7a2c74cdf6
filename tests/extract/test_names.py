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
        ("Quoted by the Orle Post on 6 May, she left.", "the Orle Post on 6 May", "the Orle Post"),
        ("An audit at the mill in 2031 found rats.", "An audit at the mill in 2031", "An audit at the mill"),
        ("The people in Orle said so.", "The people in Orle", "The people in Orle"),
        ("« Non », dit son rapport du 6 mai.", "son rapport du 6", "son rapport"),
        ("The Rivers Union (RU) said so.", "The Rivers Union (RU", "The Rivers Union (RU)"),
        ("The Orle League in a communiqué denied it.", "The Orle League in a communiqué", "The Orle League"),
        ("Some 14 of the porters said so.", "14 of the porters", "14 of the porters"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, marked: str, want: str) -> None:
    start = text.index(marked)
    assert cleaned(text, Span(start, start + len(marked))).of(text) == want
