"""Readers side by side in one run: the rules, the shipped model, any other that is named; a table for docs/model-card.md.

    readers.py [--shared FOLDER] [--analyzer NAME …]

On PolNeAR dev (scored by the shared scorer, trained on by nobody) and on the articles with our own labels that are held out.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

from gate import HERE, run

PROSE = (
    "AR soft, statement cues",
    "AR soft, all",
    "AR exact, statement cues",
    "source given content, Jaccard >= 0.3",
    "direct: found at 0.3",
    "mixed: found at 0.3",
    "indirect: found at 0.3",
    "content, exact",
)
OWN = ("ar_soft", "precision", "recall", "nested_found", "chain_nested", "chain_all", "source_kind", "stance", "hedges")


def measure(analyzer: str, shared: Path, folder: Path) -> dict[str, float]:
    """All figures of one analyzer."""
    gold, scorer = shared / "data" / "polnear" / "dev.jsonl", shared / "score" / "attributions.py"
    run(scorer, "--inputs", gold, folder / "prose.jsonl")
    run(
        "-m", "sayso", "trace", "--json", "--analyzer", analyzer, folder / "prose.jsonl", into=folder / "prose.json", allowed=(0, 1)
    )
    prose = json.loads(run(scorer, gold, folder / "prose.json", "--json"))["figures"]
    own = json.loads(run(HERE / "labels.py", "--analyzer", analyzer, "--corpora", shared / "data"))
    return {f"PolNeAR dev: {name}": prose[name]["score"] for name in PROSE} | {f"own, held out: {name}": own[name] for name in OWN}


def main() -> None:
    """Measure and print."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", type=Path, default=Path(os.environ.get("SAYSO_SHARED") or HERE.parents[2] / "shared"))
    p.add_argument("--analyzer", action="append")
    args = p.parse_args()
    found = {}
    for analyzer in args.analyzer or ["rules", "model"]:
        with tempfile.TemporaryDirectory() as folder:
            found[analyzer] = measure(analyzer, args.shared.resolve(), Path(folder))
    print("| figure |", " | ".join(found), "|\n|---|" + "---|" * len(found))
    for figure in next(iter(found.values())):
        print(f"| {figure} |", " | ".join(f"{row[figure]:.3f}" for row in found.values()), "|")


if __name__ == "__main__":
    main()
