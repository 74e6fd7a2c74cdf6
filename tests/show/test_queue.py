"""Which ties are asked about: those that alone hold a claim together."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any

import pytest

from sayso.model import Tie
from sayso.show.screens import queue


def ties(*pairs: str) -> list[Tie]:
    return [Tie(p[0], p[1], 3.0, True, ()) for p in pairs]


@pytest.mark.parametrize(
    ("pairs", "alone"),
    [
        (("ab",), {0}),
        (("ab", "bc", "ac", "cd"), {3}),
        (("ab", "bc", "cd", "xy"), {0, 1, 2, 3}),
        (("ab", "ba"), set()),
        (("ab", "bc", "ca"), set()),
        (("aa",), set()),
        ((), set()),
    ],
)
def test_a_tie_with_a_way_round_it_is_no_bridge(pairs: tuple[str, ...], alone: set[int]) -> None:
    assert queue._bridges(ties(*pairs)) == alone


def test_one_walk_finds_what_a_walk_for_each_finds() -> None:
    dice, found = random.Random(20), 0
    for _ in range(300):
        names = "abcdefghij"[: dice.randint(2, 10)]
        row = ties(*("".join(dice.sample(names, 2)) for _ in range(dice.randint(1, 16))))
        entry: Any = SimpleNamespace(claim=SimpleNamespace(statements=tuple(names)))
        wanted = {n for n, tie in enumerate(row) if queue._parts(entry, row, tie)}
        assert queue._bridges(row) == wanted
        found += len(wanted)
    assert found > 100
