"""The invented sentences of ``bench/quality`` stay where they were measured: sums, distorted and faithful retellings."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
sys.path.insert(0, str(QUALITY))
import distortions  # noqa: E402
import sums  # noqa: E402


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (QUALITY / name).read_text(encoding="utf-8").splitlines()]


def test_sums_are_recalled_and_no_alarm_is_false(tmp_path: Path) -> None:
    found = [(row["verdict"], [v for v, _ in sums.verdicts(row["text"], tmp_path)]) for row in rows("sums.jsonl")]
    asked = [(verdict, said) for verdict, said in found if verdict != "none"]
    given = [(verdict, v) for verdict, said in found for v in said]
    assert len(found) >= 200
    assert sum(verdict in said for verdict, said in asked) / len(asked) >= 0.9
    assert sum(verdict == v for verdict, v in given) / len(given) >= 0.97


@pytest.mark.parametrize("half", ["dev", "test", "third", "fresh", "fourth", "fifth"])
def test_distortions_are_noticed_and_the_faithful_not_accused(half: str, tmp_path: Path) -> None:
    mine = [row for row in rows("distortions.jsonl") if row["half"] == half]
    tally: Counter[str] = Counter()
    for row in mine:
        tally["noticed"] += bool(distortions.remarks(row["original"], row["distorted"], tmp_path)[0])
        tally["accused"] += bool(distortions.remarks(row["original"], row["faithful"], tmp_path)[0])
    assert len(mine) >= 66
    assert tally["noticed"] / len(mine) >= FLOORS[half][0] and tally["accused"] / len(mine) <= FLOORS[half][1]


# Noticed, accused: as measured, but for a row in two hundred. The harder rewording of "fourth" and "fifth", the latter never looked
# at, is far below the rest.
FLOORS = {
    "dev": (0.98, 0.0),
    "test": (0.97, 0.007),
    "third": (0.94, 0.012),
    "fresh": (0.88, 0.03),
    "fourth": (0.42, 0.095),
    "fifth": (0.45, 0.2),
}
