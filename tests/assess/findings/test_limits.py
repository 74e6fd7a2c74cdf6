"""What limits one of two sentences and not the other. All rows are fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.limits import limited

# What is said, how it is told on, and the remark.
SPEAKS = [
    ("The weir was closed by March 2031, the guild said.", "The weir was closed in March 2031, the guild said.", "date_changed"),
    (
        "Sixty rowers had come in by Sunday night, a nurse said.",
        "Sixty rowers came in on Sunday night, a nurse said.",
        "date_changed",
    ),
    ("The lock is shut until Friday, the guild said.", "The lock is shut from Friday, the guild said.", "date_changed"),
    ("No serious cracks were seen in the dam, the guild said.", "No cracks were seen in the dam, the guild said.", "strengthened"),
    ("The rowers had slightly torn sails, the guild said.", "The rowers had torn sails, the guild said.", "strengthened"),
    (
        "The guild was partly to blame for the leak, a clerk said.",
        "The guild was to blame for the leak, a clerk said.",
        "strengthened",
    ),
    ("Some of the barges had rotten oars, a clerk said.", "The barges had rotten oars, a clerk said.", "strengthened"),
    ("There was little damage to the mill, a clerk said.", "There was damage to the mill, a clerk said.", "strengthened"),
    ("The moss is linked to the rot of oars, a study found.", "The moss causes the rot of oars, a study found.", "strengthened"),
    ("The moss causes the rot of oars, a study found.", "The moss is linked to the rot of oars, a study found.", "weakened"),
    (
        "The guild was urged to open the northern lock, a clerk said.",
        "The guild was forced to open the northern lock, a clerk said.",
        "strengthened",
    ),
]
SILENT = [
    ("The weir was closed by March 2031, the guild said.", "The guild said the weir had been closed by March 2031."),
    ("The lock will not open until Friday, the guild said.", "The lock will open on Friday, the guild said."),
    ("The lock was shut by the guild on Friday.", "On Friday the guild shut the lock."),
    ("The lock was closed by Friday, and on Friday it rained.", "The lock was closed on Friday."),
    ("No serious cracks were seen in the dam.", "In the dam no cracks were seen that were serious."),
    ("The rowers had slightly torn sails.", "The sails of the rowers were torn a little, slightly at least."),
    ("The guild was partly to blame for the leak.", "The guild was in part to blame for the leak, partly at least."),
    ("Half of the barley was lost, a clerk said.", "A clerk said that half the barley was lost."),
    ("The moss is linked to the rot of oars.", "The rot of oars is tied to the moss."),
    ("The moss is linked to the rot of oars.", "The moss may cause the rot of oars."),
    ("The guild was urged to open the northern lock.", "The guild was asked to open the northern lock."),
    ("The guild was urged to open the northern lock.", "The guild was forced to sell the northern lock."),
]


@pytest.mark.parametrize(("one", "two", "rule"), SPEAKS, ids=[r[1][:40] for r in SPEAKS])
def test_one_is_limited(one: str, two: str, rule: str) -> None:
    change = limited(one, two)
    assert change is not None
    assert change[0] == rule


@pytest.mark.parametrize(("one", "two"), SILENT, ids=[r[1][:40] for r in SILENT])
def test_both_are_limited_alike_or_neither(one: str, two: str) -> None:
    assert limited(one, two) is None
