"""Sums whose figures stand apart, and multiples: pages on which they come out or do not, and near ones that must stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.casebook import trace

R, RATIO = "sum_right", "ratio_called_increase"


def sums(text: str, folder: Path) -> set[str]:
    """The remarks on sums that a page gets."""
    (folder / "p.txt").write_text(text, encoding="utf-8")
    return {f.rule for f in trace([str(folder / "p.txt")]).findings} & {R, RATIO, "sum_wrong", "percentage_wrong"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        # so many at so much each
        ("The barge held 1,840 sacks, wardens said. At 36 crowns a sack the flour would bring some 66,000 crowns.", {R}),
        ("The mill ground 46 sacks of 40 kilos each, the miller said. In all 1,840 kilos went to Ostmar.", {R}),
        ("The barge held 1,840 sacks, wardens said. At 36 crowns a barrel the oil would bring some 66,000 crowns.", set()),
        ("The barge held 1,840 sacks, wardens said. A sack of 36 kilos fell; 66,000 crowns were in the chest.", set()),
        # so many fewer than elsewhere
        ("The mill had spoken of 1,840 sacks. The barge carried 1,610 sacks, 230 less than the mill had said.", {R}),
        ("The mill had spoken of 1,940 sacks. The barge carried 1,610 sacks, 230 less than the mill had said.", {"sum_wrong"}),
        ("The mill had spoken of 1,840 carts. The barge carried 1,610 sacks, 230 less than the mill had said.", set()),
        # multiples, alone and in percent
        ("The sledge went 13.5 miles an hour, more than twice the six miles an hour that the guild allows.", {R}),
        ("The catch grew fourfold, a rise of 300 percent, the guild said.", {R}),
        ("The catch was a fourfold one, which is a rise of 400 percent, the guild said.", {RATIO}),
        ("The catch was a fourfold one, which is not a rise of 400 percent, the guild said.", set()),
        ("The guild meets three times a week and has six boats and two carts.", set()),
    ],
)
def test_sums_of_figures_that_stand_apart(text: str, want: set[str], tmp_path: Path) -> None:
    assert sums(text, tmp_path) == want
