"""What each step costs, as ratios in one run: ``make speed``.

Two piles of HTML pages, each in two sizes, so that what is more than linear shows. ``strangers``: our own labelled articles, each
with matter of its own. ``retold``: the paragraphs of the bundled stories, reshuffled with a fixed seed, so that each is told by
many pages; that is more retelling than any real pile has, and dear to link and assess. Seconds are those of the processor, of one
thread; every page is traced once, and imports and tables are paid for before, by two pages of their own. Beside the steps
stands what trafilatura takes to extract the text of the same pages, and what a plain split at full stops takes with one
regular expression for words of saying. ``--jobs 4`` says how much sooner, by the clock, four processes search the larger pile.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import trafilatura

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "labels"))
import build

from sayso import analyzers, casebook, hands
from sayso.analyzers.tagger import Tagger
from sayso.cli.demo import STORIES, pages
from sayso.contracts import Attributed
from sayso.model import Document, Span
from sayso.review.desk import Shelf
from sayso.show import records
from sayso.show.page import page
from sayso.show.terminal import summary
from sayso.store import reports
from sayso.store.book import Book

SEED = 20
PARAGRAPHS = 12
"""To a page: about as many as a news page has (median 11 to 14 in public corpora of extracted articles)."""
SAYING = re.compile(r"\b(?:said|says|told|reported|claimed|denied|according to|citing)\b", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
ROUNDS = 3
"""Of the peers, which take next to nothing; the median counts."""


def paragraphs() -> list[str]:
    """Every paragraph of prose in the bundled stories, sorted."""
    text = "\n".join((STORIES / page).read_text(encoding="utf-8") for page in pages())
    found = {" ".join(TAG.sub(" ", line).split()) for line in text.splitlines()}
    return sorted(p for p in found if len(p) > 80)


def written(folder: Path, number: int, told: Sequence[str]) -> Path:
    """A page of these paragraphs, on a day of its own."""
    body = "".join(f"<p>{html.escape(p)}</p>" for p in told)
    day = f"2031-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    head = f'<title>{html.escape(told[0][:60])}</title><meta property="article:published_time" content="{day}">'
    file = folder / f"page{number:05}.html"
    file.write_text(f"<!doctype html><html lang=en><head>{head}</head><body><article>{body}</article></body></html>", "utf-8")
    return file


def pile(folder: Path, size: int) -> list[Path]:
    """``size`` pages of shuffled paragraphs."""
    supply, chance = paragraphs(), random.Random(SEED)
    return [written(folder, n, chance.sample(supply, min(PARAGRAPHS, len(supply)))) for n in range(size)]


def strangers(folder: Path, size: int) -> list[Path]:
    """``size`` labelled articles, as pages."""
    return [written(folder, n, [p for p in a.text.split("\n") if p.strip()]) for n, a in enumerate(islice(build.articles(), size))]


PILES: dict[str, Callable[[Path, int], list[Path]]] = {"strangers": strangers, "retold": pile}


def extraction_alone(files: Sequence[Path]) -> int:
    """Only the text of each page."""
    return sum(len(trafilatura.extract(file.read_text(encoding="utf-8")) or "") for file in files)


def plain_split(files: Sequence[Path]) -> int:
    """Split at full stops and look for a word of saying: the least that could be called finding attributions."""
    return sum(1 for file in files for s in file.read_text(encoding="utf-8").split(". ") if SAYING.search(s))


PEERS: tuple[Callable[[Sequence[Path]], int], ...] = (extraction_alone, plain_split)


class Clock:
    """Seconds of the processor since the last step, by step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.name, self.since = "", time.process_time()

    def __call__(self, step: str, done: int = 0, total: int | None = None) -> None:
        """What goes before belongs to the step before; as ``casebook.Progress`` is told of steps."""
        now = time.process_time()
        if self.name:
            self.spent[self.name] = self.spent.get(self.name, 0.0) + now - self.since
        self.name, self.since = step, now


class Timed:
    """The shipped analyzer, and how long it takes on pages of which it has seen none."""

    def __init__(self) -> None:
        self.inner = Tagger(copies=0)
        self.name, self.model, self.spent = self.inner.name, self.inner.model, 0.0

    def attributions(self, document: Document, sentences: Sequence[Span]) -> Sequence[Attributed]:
        """As the shipped one finds them."""
        start = time.process_time()
        found = self.inner.attributions(document, sentences)
        self.spent += time.process_time() - start
        return found


def steps(files: Sequence[Path], book: Path) -> dict[str, float]:
    """Seconds of each step of the whole way into a new book, and of showing it."""
    clock, analyzer = Clock(), Timed()
    report = casebook.trace([str(file) for file in files], book=book, progress=clock, analyzer=analyzer)
    clock("summary")
    summary(report)
    clock("json")
    records.json_text(report)
    clock("report")
    page(report)
    clock("first /queue")
    with Book(book) as memory:
        Shelf().decisions(memory, reports.made(memory))
    clock("")
    spent = clock.spent
    extract = spent.pop("extract")
    return {
        "read": spent.pop("read"),
        "attributions": analyzer.spent,
        "statements": extract - analyzer.spent,
        **spent,
    }


def peers(files: Sequence[Path]) -> dict[str, float]:
    """Median seconds of each peer, rounds interleaved."""
    spent: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for run in PEERS:
            start = time.process_time()
            run(files)
            spent.setdefault(run.__name__.replace("_", " "), []).append(time.process_time() - start)
    return {name: statistics.median(row) for name, row in spent.items()}


def table(name: str, found: Sequence[tuple[int, dict[str, float], dict[str, float]]]) -> str:
    """Each step's share of the whole, its milliseconds a page, and by how much a page is dearer in the larger pile."""
    (few, small, _), (many, large, beside) = found[0], found[-1]
    whole = sum(large.values())
    lines = [f"{name}: {many} pages, and {few}", f"{'':<17} {'share':>6} {'ms/page':>9} {f'to {few}':>7}"]
    rows = [*large.items(), ("whole", whole)]
    for step, seconds in rows:
        before = (sum(small.values()) if step == "whole" else small[step]) / few
        grown = seconds / many / before if before else 1.0
        lines.append(f"{step:<17} {seconds / whole:>6.1%} {seconds / many * 1000:>9.1f} {grown:>6.2f}x")
    lines += [f"the whole takes {whole / seconds:.0f} times {peer}" for peer, seconds in beside.items()]
    return "\n".join(lines)


def sooner(files: Sequence[Path], jobs: int) -> str:
    """How long one process and several take to search the pages, by the clock."""
    taken = []
    for n in (1, jobs):
        start = time.perf_counter()
        casebook.searched([str(file) for file in files], analyzer=hands.Crew(analyzers.by_name("model"), "model", n))
        taken.append(time.perf_counter() - start)
    return f"{jobs} processes search {len(files)} pages in {taken[1] / taken[0]:.2f} of one's time by the clock"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 40])
    parser.add_argument("--jobs", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        steps(PILES["retold"](Path(folder), 2), Path(folder) / "first.book")
    for name, make in PILES.items():
        found = []
        for size in options.pages:
            with tempfile.TemporaryDirectory() as folder:
                files = make(Path(folder), size)
                found.append((size, steps(files, Path(folder) / "pile.book"), peers(files)))
        print(table(name, found), end="\n\n", flush=True)
    if options.jobs > 1:
        with tempfile.TemporaryDirectory() as folder:
            print(sooner(strangers(Path(folder), max(options.pages)), options.jobs))


if __name__ == "__main__":
    main()
