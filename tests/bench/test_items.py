"""The invented items: their form, and what counts as right. What sayso makes of them is measured by ``bench/quality/items.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
sys.path.insert(0, str(QUALITY))
import items  # noqa: E402

ITEM = """== en | The Orle Weekly | 2031-03-11 | local paper
Mill of Orle to close

The mill will close in May, its owner Ida Volk told the Courier. "We have no grain," she said.

The guild would not comment. The mill stands by the river.
--
will close in May | its owner Ida Volk | the Courier | report | person
We have no grain | its owner Ida Volk | - | report | person
would not comment | The guild | - | silent | organization
stands by the river | - | - | report | -
"""


@pytest.fixture
def item(tmp_path: Path) -> items.Item:
    path = tmp_path / "en_9.txt"
    path.write_text(ITEM, encoding="utf-8")
    (found,) = items.items(path)
    return found


def test_an_item_is_read(item: items.Item):
    assert (item.name, item.language, item.outlet, len(item.rows)) == ("en_9/1", "en", "The Orle Weekly", 4)
    assert item.rows[0] == ("will close in May", "its owner Ida Volk", ("the Courier",), "report", "person")
    assert item.rows[3].source is None


def test_rows_are_held_against_what_sayso_reads(item: items.Item, tmp_path: Path):
    ((_, reading),) = items.readings([item], tmp_path)
    right = [items.judge(reading, row, s) for row in item.rows if (s := items.telling(reading, row))]
    assert [r["source"] for r in right] == [True] * 4
    assert [r["stance"] for r in right] == [True] * 4
    own = next(s for s in reading.statements if len(s.chain) == 1)
    assert not items.judge(reading, item.rows[0], own)["source"]
    assert not items.judge(reading, item.rows[3], items.telling(reading, item.rows[1]))["source"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "gold", "right"),
    [
        ("Volk", "its owner Ida Volk", True),
        ("the owner of the mill", "Ida Volk, the owner of the old mill", True),
        ("she", "its owner Ida Volk", False),
        ("the owner", "Deputy mayor and owner of the upper mill Ida Volk", False),
        ("Başkan Esra Tan'ın", "Belediye Başkanı Esra Tan", True),
        ("Jonas Ehrl", "its owner Ida Volk", False),
    ],
)
def test_names(given: str, gold: str, right: bool):
    assert items.same([given], gold) is right


@pytest.mark.parametrize("line", ["no such words | - | - | report | -", "We have no grain | - | - | shouts | -"])
def test_odd_rows_are_refused(tmp_path: Path, line: str):
    path = tmp_path / "en_9.txt"
    path.write_text(ITEM + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no row"):
        items.items(path)


def test_every_file_is_in_form():
    files = sorted(items.FOLDER.glob("*.txt"))
    assert {*items.KEPT} < {p.stem for p in files}
    for path in files:
        rows = [row for item in items.items(path) for row in item.rows]
        assert len(rows) > 50, path.name
