"""The invented tellings: their form. What rules make of them is measured by ``bench/quality/tellings.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
sys.path.insert(0, str(QUALITY))
import tellings  # noqa: E402

EVENT = """@ A pier falls
# a
= Fourteen people were reportedly hurt when the pier fell, the warden said.
- The warden said 14 people had been hurt {<hedge:reportedly} in the fall of the pier.
- {Forty<number:Fourteen} people are said to be hurt, and ((the guild built the pier)).
# b denies a
= Nobody was hurt, said the guild.
- The guild said {somebody<negation:Nobody} was hurt.
"""


def test_a_telling_is_read_without_its_marks():
    (event,) = tellings.claims(EVENT)
    assert [(c.name, c.denies, len(c.told)) for c in event] == [("a", None, 3), ("b", "a", 2)]
    assert event[0].told[1] == ("The warden said 14 people had been hurt in the fall of the pier.", True, ("hedge",))
    assert event[0].told[2] == ("Forty people are said to be hurt, and the guild built the pier.", False, ("number",))


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("# a\n= A.", "line 1"),
        ("@ e\n# a\n- A.", "begins with one first report"),
        ("@ e\n# a\n= A {b<agent:c}.", "changes nothing"),
        ("@ e\n# a\n= A.\n- {B<agent:C} d.", "not in the first report"),
        ("@ e\n# a\n= A.\n- {B<colour:A} d.", "no mark"),
        ("@ e\n# a\n= A.\n- {<hedge:} d.", "no mark"),
        ("@ e\n# a\n= A.\n- {B<agent: d.", "open"),
        ("@ e\n# a\n= A.\n- A ((b.", "open"),
        ("@ e\nwhat", "no line of tellings"),
    ],
)
def test_odd_files_are_refused(lines: str, why: str):
    with pytest.raises(ValueError, match=why):
        tellings.claims(lines)


def test_a_retelling_is_measured_against_the_first_report(tmp_path: Path):
    file = tmp_path / "x_01.txt"
    file.write_text(EVENT, encoding="utf-8")
    found = tellings.pairs([file])
    assert [(first[:8], told.changes) for first, told in found] == [("Fourteen", ("hedge",)), ("Nobody w", ("negation",))]


@pytest.mark.parametrize("path", sorted(tellings.FOLDER.glob("*.txt")), ids=lambda p: p.name)
def test_every_file_can_be_read(path: Path):
    events = tellings.claims(path.read_text(encoding="utf-8"))
    assert events and all(len(c.told) > 1 for e in events for c in e)
    assert all(c.denies is None or c.denies in {k.name for k in e} for e in events for c in e)
