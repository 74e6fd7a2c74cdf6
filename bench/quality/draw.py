"""Findings drawn to be read again by somebody who does not know the rules: do the passages that they show bear them out.

    draw.py --round N [--seed 1] [--count 100] > sheet.jsonl      draws; a line a finding, with the words of its passages
    draw.py --tally                                                counts the verdicts in findings_read.jsonl

From the seeds, the six stories of the cases and 200 pages of the shared data (clusters and topics as piles), in parts of
1 : 1 : 2. The reader adds "holds": true or false to each line; what is kept (`findings_read.jsonl`) has digests and offsets,
no text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gate import HERE

READ = HERE / "findings_read.jsonl"
PAGES = 200
NEAR = 160
"""Characters shown on either side of a passage."""

Piles = Iterator[tuple[str, str, list[Path]]]


def piles(shared: Path, folder: Path) -> Piles:
    """Part, name and files of each pile."""
    yield "seeds", "seeds", sorted((shared / "seeds").glob("*.txt"))
    subprocess.run([sys.executable, shared / "score" / "cases.py", "--inputs", shared / "cases", folder], check=True, stdout=2)
    for path in sorted(folder.glob("*.jsonl")):
        yield "cases", path.stem, [path]
    data, topics = shared / "data", dict[str, list[dict[str, Any]]]()
    with gzip.open(data / "news_clusters" / "giveme5w1h_clusters.dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            topics.setdefault(f"cluster-{row['event_id']}", []).append({k: row[k] for k in ("url", "title", "text")})
    room = PAGES - sum(map(len, topics.values()))
    with (data / "meantime" / "dev.jsonl").open(encoding="utf-8") as file, (data / "meantime" / "train.jsonl").open() as more:
        for row in map(json.loads, [*file, *more][:room]):
            topics.setdefault(row["topic"], []).append({"text": row["text"]})
    for topic, rows in sorted(topics.items()):
        path = folder / f"{topic}.pages.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        yield "pages", topic, [path]


def findings(report: dict[str, Any], part: str, pile: str) -> Iterator[dict[str, Any]]:
    """The findings of one report as lines of the sheet."""
    documents = {d["id"]: d for d in report["documents"]}
    for f in report["findings"]:
        shown = []
        for e in f["evidence"]:
            d, (start, end) = documents[e["document"]], e["span"]
            text = d["text"]
            words = f"{text[max(0, start - NEAR) : start]}[[{text[start:end]}]]{text[end : end + NEAR]}"
            shown.append({"outlet": d.get("outlet"), "title": d.get("title"), "words": " ".join(words.split())})
        row = {"part": part, "pile": pile, "rule": f["rule"], "finding": f["id"], "message": f["message"]}
        yield row | {
            "from": f["from"],
            "to": f["to"],
            "shown": shown,
            "evidence": [[e["document"], *e["span"]] for e in f["evidence"]],
        }


def draw(shared: Path, count: int, seed: int) -> list[dict[str, Any]]:
    """``count`` findings, by a seed."""
    found: dict[str, list[dict[str, Any]]] = {"seeds": [], "cases": [], "pages": []}
    with tempfile.TemporaryDirectory() as folder:
        for part, pile, paths in piles(shared, Path(folder)):
            print(part, pile, file=sys.stderr)
            done = subprocess.run([sys.executable, "-m", "sayso", "trace", "--json", *paths], capture_output=True, check=False)
            found[part] += findings(json.loads(done.stdout), part, pile)
    rng, out = random.Random(seed), list[dict[str, Any]]()
    for part, share in (("seeds", 0.25), ("cases", 0.25), ("pages", 0.5)):
        rows = sorted(found[part], key=lambda row: (row["pile"], row["rule"], row["finding"]))
        out += rng.sample(rows, min(len(rows), round(count * share)))
    return out


def tally(path: Path) -> str:
    """Verdicts by round and, for the last round, by rule."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines = []
    for n in sorted({row["round"] for row in rows}):
        held = [row["holds"] for row in rows if row["round"] == n]
        lines.append(f"round {n}: {sum(held)} of {len(held)} hold, {sum(held) / len(held):.2f}")
    last = [row for row in rows if row["round"] == max(r["round"] for r in rows)]
    wrong = Counter(row["rule"] for row in last if not row["holds"])
    drawn = Counter(row["rule"] for row in last)
    return "\n".join(lines + [f"  {rule}: {drawn[rule] - wrong[rule]} of {drawn[rule]}" for rule in sorted(drawn)])


def main() -> None:
    """Draw, or count."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", type=Path, default=Path(os.environ.get("SAYSO_SHARED") or HERE.parents[2] / "shared"))
    p.add_argument("--round", type=int)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--count", type=int, default=100)
    p.add_argument("--tally", action="store_true")
    args = p.parse_args()
    if args.tally:
        print(tally(READ))
        return
    for row in draw(args.shared.resolve(), args.count, args.seed):
        print(json.dumps({"round": args.round} | row, ensure_ascii=False))


if __name__ == "__main__":
    main()
