from __future__ import annotations

from pathlib import Path

from bench.speed import run


def test_the_pile_is_the_same_each_time(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, two = run.pile(tmp_path / "a", 3), run.pile(tmp_path / "b", 3)
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert len({p.read_bytes() for p in one}) == 3


def test_peers_find_something(tmp_path: Path):
    files = run.pile(tmp_path, 3)
    assert run.extraction_alone(files) > 1000
    assert run.plain_split(files) > 5


def test_ratios_are_of_medians():
    shown = run.table({"sayso": [3.0, 2.0, 9.0], "plain_split": [1.0, 1.0, 5.0]}, 6)
    assert "6 pages, 3 interleaved rounds" in shown
    assert "sayso                      2.0         1.0x" in shown
    assert "plain split                6.0         3.0x" in shown
