from __future__ import annotations

from pathlib import Path

import pytest

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


def test_strangers_have_nothing_in_common(tmp_path: Path):
    texts = [p.read_text(encoding="utf-8") for p in run.strangers(tmp_path, 3)]
    assert len(texts) == 3 and not set.intersection(*(set(t.split("<p>")[2:]) for t in texts))


def test_a_clock_gives_each_step_its_time(monkeypatch: pytest.MonkeyPatch):
    now = iter([0.0, 1.0, 3.0, 4.0, 9.0])
    monkeypatch.setattr(run.time, "process_time", lambda: next(now))
    clock = run.Clock()
    for step in ("read", "link", "read", ""):
        clock(step)
    assert clock.spent == {"read": 2.0 + 5.0, "link": 1.0}


def test_the_table_gives_shares_and_what_a_page_costs_more_in_the_larger_pile():
    shown = run.table("retold", [(10, {"read": 1.0, "link": 1.0}, {}), (40, {"read": 4.0, "link": 12.0}, {"plain split": 0.5})])
    assert "retold: 40 pages, and 10" in shown
    assert "read               25.0%     100.0   1.00x" in shown
    assert "link               75.0%     300.0   3.00x" in shown
    assert "whole             100.0%     400.0   2.00x" in shown
    assert "the whole takes 32 times plain split" in shown
