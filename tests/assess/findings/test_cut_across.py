"""Words cut across the end of a quotation are no thing that another could replace. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.remark import cut_across, remark


@pytest.mark.parametrize(
    ("before", "cut"),
    [
        ('noon or at any hour," the clerk of Hald', True),
        ("“noon or at any hour,” the clerk", False),
        ("the clerk of Hald", False),
    ],
)
def test_cut_across(before: str, cut: bool) -> None:
    assert cut_across(remark("place_changed", (), "", change=(before, "the guild's pilot"))) is cut
