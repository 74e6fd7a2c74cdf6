"""How fast sayso is, as ratios against peers measured in the same run: ``make speed``.

The pile is made of the bundled stories: their paragraphs, reshuffled with a fixed seed into pages of HTML. Peers do part of the
work on the same pages: trafilatura's extraction alone, and a plain split at full stops with one regular expression for words of
saying. Rounds are interleaved, so that a busy machine is busy for all.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from sayso import casebook
from sayso.cli.demo import STORIES, pages

SEED = 20
PARAGRAPHS = 12
"""To a page: about as many as a news page has (median 11 to 14 in public corpora of extracted articles)."""
SAYING = re.compile(r"\b(?:said|says|told|reported|claimed|denied|according to|citing)\b", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


def paragraphs() -> list[str]:
    """Every paragraph of prose in the bundled stories, sorted."""
    text = "\n".join((STORIES / page).read_text(encoding="utf-8") for page in pages())
    found = {" ".join(TAG.sub(" ", line).split()) for line in text.splitlines()}
    return sorted(p for p in found if len(p) > 80)


def pile(folder: Path, size: int) -> list[Path]:
    """``size`` pages of shuffled paragraphs, each on a day of its own."""
    supply, chance = paragraphs(), random.Random(SEED)
    files = []
    for number in range(size):
        chosen = chance.sample(supply, min(PARAGRAPHS, len(supply)))
        body = "".join(f"<p>{html.escape(p)}</p>" for p in chosen)
        day = f"2031-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        head = f'<title>{html.escape(chosen[0][:60])}</title><meta property="article:published_time" content="{day}">'
        files.append(folder / f"page{number:05}.html")
        files[-1].write_text(
            f"<!doctype html><html lang=en><head>{head}</head><body><article>{body}</article></body></html>", "utf-8"
        )
    return files


def sayso(files: Sequence[Path]) -> int:
    """The whole way, without a book."""
    return len(casebook.trace([str(file) for file in files]).claims)


def extraction_alone(files: Sequence[Path]) -> int:
    """Only the text of each page."""
    return sum(len(trafilatura.extract(file.read_text(encoding="utf-8")) or "") for file in files)


def plain_split(files: Sequence[Path]) -> int:
    """Split at full stops and look for a word of saying: the least that could be called finding attributions."""
    return sum(1 for file in files for s in file.read_text(encoding="utf-8").split(". ") if SAYING.search(s))


RUNNERS: tuple[Callable[[Sequence[Path]], int], ...] = (sayso, extraction_alone, plain_split)


def measure(files: Sequence[Path], rounds: int) -> dict[str, list[float]]:
    """Seconds of each runner in each round."""
    spent: dict[str, list[float]] = {run.__name__: [] for run in RUNNERS}
    for _ in range(rounds):
        for run in RUNNERS:
            start = time.perf_counter()
            run(files)
            spent[run.__name__].append(time.perf_counter() - start)
    return spent


def table(spent: dict[str, list[float]], size: int) -> str:
    """Pages a second of each, and how many times as long sayso takes; ratios are of medians."""
    ours = statistics.median(spent["sayso"])
    lines = [f"{size} pages, {len(spent['sayso'])} interleaved rounds", f"{'':<20} {'pages/s':>9} {'sayso takes':>12}"]
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        lines.append(f"{name.replace('_', ' '):<20} {size / middle:>9.1f} {ours / middle:>11.1f}x")
    return "\n".join(lines)


def main() -> None:
    """Measure and print; sizes grow, so that what is more than linear shows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[50, 200])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for size in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            print(table(measure(pile(Path(folder), size), options.rounds), size), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
