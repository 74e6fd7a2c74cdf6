from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.text.quotations import quotations, singly


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” twice.", ["no"]),
        ('He called it "a mess", then left.', ["a mess"]),
        ("Er sagte: „Wir gehen“, und ging.", ["Wir gehen"]),
        ('Radio „Dalia" pyta: „Kto zapłaci".', ["Dalia", "Kto zapłaci"]),
        ('Er rief: „Das "Boot" sinkt“ und lief.', ['Das "Boot" sinkt']),
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


SPOKEN = "'The guests' bags are wet,' the porter said. 'Nobody knows why.'\n'We dry them by the stove.\n'Then they go out again.'"


def lines(text: str) -> list[Span]:
    starts = [0, *(n + 1 for n, c in enumerate(text) if c == "\n")]
    return [Span(s, text.index("\n", s) if "\n" in text[s:] else len(text)) for s in starts]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (SPOKEN, True),
        ("He said: 'The quay is wet.' She said: 'It is not,' and left.", True),
        ("It is ‘dry,’ he said, and ‘safe.’", True),
        ("He called it a 'safe zone' and a 'fresh start' of sorts.", False),
        ("“The quay is wet,” he said. “It is ‘dry,’ she told me. ‘No.’”", False),
        ("He said: 'The quay is wet.'", False),
    ],
)
def test_a_page_that_sets_speech_in_single_marks(text: str, want: bool) -> None:
    assert singly(text, lines(text)) is want


def test_speech_in_single_marks_outlasts_a_plural_and_goes_on_below() -> None:
    found = [q for p in lines(SPOKEN) for q in quotations(SPOKEN, p, True)]
    assert [q.inner.of(SPOKEN) for q in found] == [
        "The guests' bags are wet,",
        "Nobody knows why.",
        "We dry them by the stove.",
        "Then they go out again.",
    ]
    assert [q.closed for q in found] == [True, True, False, True]
    assert not any(q.single for q in found)


def test_double_marks_stand_within_single_ones_on_such_a_page() -> None:
    text = '\'She said "never" twice,\' he told us. She wrote "no".'
    assert [q.inner.of(text) for q in quotations(text, Span(0, len(text)), True)] == ['She said "never" twice,', "no"]


@given(st.text(alphabet="ab “”\"'‘’.,s", max_size=120))
def test_single_marks_never_overlap_either(text: str) -> None:
    found = quotations(text, Span(0, len(text)), True)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= len(text) for q in found)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("‘Dit kost me de zomer’, zegt hij. ‘En nu?’", "nl", True),
        ("De ‘stuw’ lekt, zegt hij.", "nl", False),
        ("De put staat ‘s avonds droog, net als ‘s nachts, zei hij.", "nl", False),
        ("‘This costs me the summer’, he says. ‘So what?’", "en", False),
    ],
)
def test_dutch_speech_in_single_marks(text: str, language: str, expected: bool) -> None:
    assert singly(text, [Span(0, len(text))], language) is expected
