"""What reading costs: rules, the model behind its gate, the model over every sentence; one run, interleaved, CPU seconds as ratios.

    reader.py [--pages FILE.jsonl] [--most 40] [--rounds 3]

FILE.jsonl has a page a line with `text`; without one the bundled labelled articles are read. ``make speed`` runs it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "resources" / "labels"))
import build

from sayso import analyzers, model
from sayso.analyzers.tagger import Tagger
from sayso.contracts import Analyzer
from sayso.extract import extract
from sayso.model import Document


def documents(file: Path | None, most: int) -> list[Document]:
    """The first ``most`` pages."""
    if file is None:
        texts = [a.text for a in build.articles()]
    else:
        texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").split("\n") if line]
    return [
        Document(id=model.identify("document", n), place=str(n), url=None, sha256="", text=t, language="en")
        for n, t in enumerate(texts[:most])
    ]


def main() -> None:
    """Measure and print."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", type=Path)
    p.add_argument("--most", type=int, default=40)
    p.add_argument("--rounds", type=int, default=3)
    args = p.parse_args()
    pages = documents(args.pages, args.most)
    runners: dict[str, Analyzer] = {
        "rules": analyzers.by_name("rules"),
        "model": Tagger(),
        "model, every sentence": Tagger(gated=False),
    }
    spent: dict[str, list[float]] = {name: [] for name in runners}
    for _ in range(args.rounds):
        for name, analyzer in runners.items():
            start = time.process_time()
            for page in pages:
                extract(page, analyzer)
            spent[name].append(time.process_time() - start)
    whole = statistics.median(spent["model, every sentence"])
    print(f"{len(pages)} pages, {sum(len(d.text.split()) for d in pages)} words, {args.rounds} interleaved rounds, one thread")
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        print(f"{name:<24} {middle / len(pages) * 1000:>8.1f} ms CPU a page {middle / whole:>6.2f} of every sentence")


if __name__ == "__main__":
    main()
