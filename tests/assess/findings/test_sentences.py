"""Sentences of a page that follows another, laid side by side. All rows are fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.sentences import Sentence, changed, in_order, parted
from sayso.model import Span

SPEAKS = [
    (
        "The barge belonging to Odd Fell won the race at Hald.",
        "The barge belonging to Per Quill won the race at Hald.",
        "actor_changed",
    ),
    ("The guild refused to open the lock at noon.", "The guild agreed to open the lock at noon.", "detail_dropped"),
    ("The clerk forgot to seal the lease, the bishop wrote.", "The clerk sealed the lease, the bishop wrote.", "detail_dropped"),
    ("The toll was paid, the guild said.", "The toll was not paid, the guild said.", "detail_added"),
    ("The wardens voted for the lease.", "The wardens voted against the lease.", "detail_added"),
    ("The mill sued the lock guild over the weir.", "The lock guild sued the mill over the weir.", "actor_changed"),
    ("Two years ago the weir froze over.", "Last spring the weir froze over.", "date_changed"),
    ("The weir was rebuilt in the 1860s.", "The weir was rebuilt in the 1880s.", "date_changed"),
    ("The wardens passed it by 12 to 7.", "The wardens passed it by 17 to 2.", "number_changed"),
    (
        "The wharf sank because the piles beneath it are rotten.",
        "The wharf sank because its builders used wet clay.",
        "actor_changed",
    ),
    ("The delay was blamed on a lost chart.", "The delay was blamed on a want of oars.", "actor_changed"),
    ("The bell hangs above the gate of Hald.", "The bell hangs below the gate of Hald.", "place_changed"),
    ("The rowers walked from the chapel to the mill.", "The rowers walked from the mill to the chapel.", "place_changed"),
    ("The lock will be shut for at least a week.", "The lock will be shut for a week.", "bound_changed"),
    ("The moss may slow the rot of oars.", "The moss slows the rot of oars.", "hedge_lost"),
    ("A rower said the lock was unsafe.", "The bishop said the lock was unsafe.", "source_invented"),
]
SILENT = [
    ("The guild closed the lock on Monday.", "On Monday the lock was closed by the guild."),
    ("The guild met the mill on Monday.", "The mill met the guild on Monday."),
    ("The barge was stopped at the gate.", "The barge was halted at the gate."),
    ("The keeper had been ill for a week.", "The keeper had been unwell for a week."),
    ("The keeper, Odd Fell, left in May.", "The keeper, Mr Fell, left in May."),
    ("The lock held, the guild said.", "The guild said the lock held."),
    ("Moss could slow the rot, the guild said.", "The guild said the rot could be slowed by moss."),
    ("Nobody knew of the leak, the guild said.", "The guild said it was unaware of the leak."),
    ("The guild said the lock was unsafe.", "A spokesman said the lock was unsafe."),
    ("The oars lay on the wharf for nine days.", "For nine days the oars lay on the wharf."),
]


def told(text: str) -> Sentence:
    who, rest = parted(text.strip(" ."))
    low, shown = in_order(rest)
    return Sentence("page", Span(0, len(text)), text, who, low, shown)


@pytest.mark.parametrize(("one", "two", "rule"), SPEAKS, ids=[r[1][:40] for r in SPEAKS])
def test_one_stretch_is_another(one: str, two: str, rule: str) -> None:
    change = changed(told(one), told(two), one, two)
    assert change is not None
    assert change[0] == rule


@pytest.mark.parametrize(("one", "two"), SILENT, ids=[r[1][:40] for r in SILENT])
def test_the_same_in_other_words(one: str, two: str) -> None:
    assert changed(told(one), told(two), one, two) is None
