from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.quotations import quotations


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” twice.", ["no"]),
        ('He called it "a mess", then left.', ["a mess"]),
        ("Er sagte: „Wir gehen“, und ging.", ["Wir gehen"]),
        ("Elle a dit « non » hier.", [" non "]),
        ("Han sagde »ja« i dag.", ["ja"]),
        ("The 'safe zone' is gone, the mayor's office said.", ["safe zone"]),
        ("The workers' camp isn't empty.", []),
        ("‘We are leaving’ – pilot", ["We are leaving"]),
        ("He called it ``a textbook case'' twice.", ["a textbook case"]),
        ("''Not now,'' Mr. Arro said.", ["'Not now,"]),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert [q.strip("'") for q in quoted(text)] == [e.strip("'") for e in expected]


def test_a_closing_mark_without_an_opening_one_takes_the_words_after_the_quotation_before() -> None:
    text = "“Study the map.” All roads are closed,” Orr said."
    first, second = quotations(text, Span(0, len(text)))
    assert (first.closed, second.opened) == (True, False)
    assert second.inner.of(text) == "All roads are closed,"


def test_an_opening_mark_without_a_closing_one_runs_to_the_end_of_the_paragraph() -> None:
    text = "“The river rose. It took the bridge."
    (only,) = quotations(text, Span(0, len(text)))
    assert not only.closed
    assert only.inner.of(text) == "The river rose. It took the bridge."


@given(st.text(alphabet="ab “”\"'‘’«»„.,", max_size=120))
def test_quotations_never_overlap_and_lie_in_the_text(text: str) -> None:
    found = quotations(text, Span(0, len(text)))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text) for q in found)
