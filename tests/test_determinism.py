"""The same pages, in any order and any process, give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.cli.demo import STORIES, pages

RUN = """
import sys
from pathlib import Path
from sayso.cli import main
sys.exit(main(["trace", "--json", "--report", sys.argv[1], *sys.argv[2:]]))
"""


def traced(places: list[str], report: Path, seed: int) -> tuple[bytes, bytes]:
    """JSON and HTML of one run in a process of its own, with this hash seed, in a folder of its own."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, report, *places],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout, report.read_bytes()


def same_twice(places: list[str], folder: Path) -> None:
    one = traced(places, folder / "one.html", 1)
    two = traced(places[::-1], folder / "two.html", 2)
    assert one[0] == two[0], "JSON"
    assert one[1] == two[1], "HTML"


@pytest.mark.parametrize("story", sorted(p.name for p in STORIES.iterdir() if p.is_dir() and not p.name.startswith("_")))
def test_bundled_story(story: str, tmp_path: Path):
    places = [str(STORIES / page) for page in pages() if Path(page).parent.name == story]
    assert places
    same_twice(places, tmp_path)


def test_seeds(shared: Path, tmp_path: Path):
    same_twice(sorted(map(str, (shared / "seeds").glob("*.txt"))), tmp_path)


def test_a_book_gives_the_same_bytes(tmp_path: Path):
    places = [str(STORIES / page) for page in pages() if Path(page).parent.name == "dam"]
    plain = traced(places, tmp_path / "plain.html", 1)
    book = ["--book", str(tmp_path / "pile.sqlite")]
    assert traced([*book, *places[:3]], tmp_path / "part.html", 2) != plain
    assert traced([*book, *places], tmp_path / "whole.html", 3) == plain
    assert traced([*book, *places[::-1]], tmp_path / "again.html", 4) == plain
