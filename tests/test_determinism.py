"""The same pages, in any order and any process, give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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


def test_bundled_stories(tmp_path: Path):
    same_twice([str(STORIES / page) for page in pages()], tmp_path)


def test_seeds(shared: Path, tmp_path: Path):
    same_twice(sorted(map(str, (shared / "seeds").glob("*.txt"))), tmp_path)


def test_a_book_gives_the_same_bytes(tmp_path: Path):
    places = [str(STORIES / page) for page in pages() if Path(page).parent.name == "dam"][:4]
    book = ["--book", str(tmp_path / "pile.sqlite")]
    part = traced([*book, *places[:2]], tmp_path / "part.html", 1)
    whole = traced([*book, *places[::-1]], tmp_path / "whole.html", 2)
    assert part != whole == traced(places, tmp_path / "plain.html", 3)
