"""Two ways of saying where, and words cut across a mark, are no other place. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.remark import one_place, remark


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("Hald, Ostmar", "Hald in Ostmar district", True),
        ('noon or at any hour," the clerk of Hald', "the guild's pilot", True),
        ("Hald, Ostmar", "Tarn in Ostmar district", False),
        ("Hald", "Hald", False),
        ("“noon or at any hour,” the clerk", "the guild's pilot", False),
    ],
)
def test_one_place(before: str, after: str, one: bool) -> None:
    assert one_place(remark("place_changed", (), "", change=(before, after))) is one
