"""What reading costs: rules, the model behind its gate, the model over every sentence; one run, interleaved, CPU seconds as ratios.

    reader.py [--pages FILE.jsonl] [--most 20] [--rounds 2]

FILE.jsonl has a page a line with `text`; without one the bundled labelled articles are read. Where its rows have attributions as
PolNeAR's have, what the gate loses of their cues is counted. ``make speed`` runs it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources" / "labels"))
import build

from sayso import analyzers, model
from sayso.analyzers.tagger import Numbers, Run, Tagger
from sayso.contracts import Analyzer
from sayso.extract import extract
from sayso.model import Document
from sayso.text.sentences import paragraphs, sentences


class Stopped:
    """The network of a tagger, with the seconds that it takes and the word pieces that it is given, padding or not."""

    def __init__(self, run: Run) -> None:
        self.run, self.spent, self.cells, self.pieces = run, 0.0, 0, 0

    def __call__(self, ids: Numbers, kinds: Numbers) -> Numbers:
        """As the network answers."""
        start = time.process_time()
        logits = self.run(ids, kinds)
        self.spent += time.process_time() - start
        self.cells, self.pieces = self.cells + ids.size, self.pieces + int((ids != 0).sum())
        return logits


def rows_of(file: Path | None, most: int) -> list[dict[str, Any]]:
    """The first ``most`` pages, each a row with its text."""
    if file is None:
        return [{"text": a.text} for a in build.articles()][:most]
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line][:most]


def document(row: dict[str, Any]) -> Document:
    """The page as a document."""
    text = row["text"]
    return Document(id=model.identify("document", text), place="", url=None, sha256="", text=text, language="en")


def gate(tagger: Tagger, rows: Sequence[dict[str, Any]]) -> str:
    """How many sentences the gate opens, and how many cues stand in those that it does not."""
    seen = opened = cues = lost = 0
    for row in rows:
        text = row["text"]
        listed = [s for p in paragraphs(text) for s in sentences(text, p, "en")]
        shut = [s for s in listed if tagger.gate is not None and not tagger.gate.opens(text, s)]
        starts = [c["spans"][0][0] for a in row.get("attributions", ()) for c in a["cue"]]
        seen, opened = seen + len(listed), opened + len(listed) - len(shut)
        cues, lost = cues + len(starts), lost + sum(any(s.start <= c < s.end for s in shut) for c in starts)
    said = f", {lost / cues:.1%} of {cues} cues in the others" if cues else ""
    return f"gate: {opened / seen:.0%} of {seen} sentences open{said}"


def main() -> None:
    """Measure and print."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", type=Path)
    p.add_argument("--most", type=int, default=20)
    p.add_argument("--rounds", type=int, default=2)
    args = p.parse_args()
    rows = rows_of(args.pages, args.most)
    pages = [document(row) for row in rows]
    tagger = Tagger(copies=0)
    network = Stopped(tagger._run)
    tagger._run = network
    runners: dict[str, Analyzer] = {
        "rules": analyzers.by_name("rules"),
        "model": tagger,
        "model, every sentence": Tagger(gated=False, copies=0),
    }
    spent: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(args.rounds):
        for name, analyzer in runners.items():
            start = time.process_time()
            for page in pages:
                extract(page, analyzer)
            spent[name].append(time.process_time() - start)
    print(gate(tagger, rows))
    whole = statistics.median(spent["model, every sentence"])
    print(f"{len(pages)} pages, {sum(len(d.text.split()) for d in pages)} words, {args.rounds} interleaved rounds, one thread")
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        print(f"{name:<24} {middle / len(pages) * 1000:>8.1f} ms CPU a page {middle / whole:>6.2f} of every sentence")
    cells, asked = network.cells, statistics.mean(spent["model"]) * args.rounds
    print(f"the network is {network.spent / asked:.0%} of the model's; {1 - network.pieces / cells:.0%} of its cells are padding")


if __name__ == "__main__":
    main()
