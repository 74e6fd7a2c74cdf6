"""What two sentences in another order have exchanged, on invented pairs; the same told faithfully says nothing."""

import pytest

from sayso.assess.findings.exchanges import exchange
from sayso.assess.findings.phrases import replaced
from sayso.assess.findings.sentences import Sentence, in_order
from sayso.model import Span


def laid(text: str) -> Sentence:
    """A sentence as the remark has it."""
    low, shown = in_order(text)
    return Sentence("d", Span(0, len(text)), text, "", low, shown)


def changed(a: str, b: str) -> str | None:
    """The rule that names the change."""
    found = replaced(laid(a), laid(b), a, b)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        (
            "A barge rammed the lock at dawn, the guild said.",
            "The guild said the lock had been rammed at dawn by a ferry.",
            "category_changed",
        ),
        (
            "The bell lay in the cellar of the mill, the clerk said.",
            "The clerk said the bell had lain in the attic of the mill.",
            "place_changed",
        ),
        (
            "The fleet ran aground off Cape Orrin, the guild said.",
            "The guild said that off Cape Wend the fleet ran aground.",
            "place_changed",
        ),
        ("The tide won, said a miller, Ada Strum.", "A bishop, Ada Strum, said that the tide had won.", "source_promoted"),
        (
            "Frost, not a barge, broke the lock, Ada Strum said.",
            "Ada Strum said a barge and not frost broke the lock.",
            "actor_changed",
        ),
        ("The guild fed 300 families in May.", "In May the guild fed 300 people.", "category_changed"),
    ],
)
def test_change_is_noticed_in_any_order(before: str, after: str, rule: str):
    assert changed(before, after) == rule


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A barge rammed the lock at dawn, the guild said.", "The guild said the lock had been rammed at dawn by a barge."),
        ("The tide won, said a miller, Ada Strum.", "The tide had won, according to the miller Ada Strum."),
        ("Frost, not a barge, broke the lock, Ada Strum said.", "Ada Strum said it was frost and not a barge that broke the lock."),
        ("The guild sued the mill over tolls, papers show.", "Papers show the mill was sued by the guild over tolls."),
        ("The guild hid ivory in a timber shipment.", "In a load of timber the guild hid ivory."),
    ],
)
def test_faithful_retelling_is_left_alone(before: str, after: str):
    assert changed(before, after) is None
    assert exchange(before, after, before, after) is None
