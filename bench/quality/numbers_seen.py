"""How many of all numbers on real pages a sum could be checked for, and why the others could not.

    numbers_seen.py [--shared FOLDER]

Every number but dates and years counts, of the sample pages, the labelled stories and two corpora; no attribution is read for it,
so that sums that need another page's dates are not among them. The texts stay where they are; only counts are printed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.assess.findings.sums import worked
from sayso.assess.pile import Pile
from sayso.assess.tallies import tallies
from sayso.model import Linking, Reading, Rejected
from sayso.read import read
from sayso.settings import Settings

HERE = Path(__file__).parent
CORPORA = (
    ("seeds", "seeds/*.txt", ""),
    ("cases", "cases/*/*.digest.txt", ""),
    ("news_clusters", "data/news_clusters/*.jsonl.gz", "event_id"),
    ("meantime", "data/meantime/*.jsonl", "topic"),
)


def piles(shared: Path, pattern: str, group: str, folder: Path) -> Iterator[list[str]]:
    """The piles of one corpus as places to read: its files, or its records by their group."""
    files = sorted(shared.glob(pattern))
    if not group:
        by_folder: dict[Path, list[str]] = defaultdict(list)
        for file in files:
            by_folder[file.parent].append(str(file))
        yield from by_folder.values()
        return
    rows: dict[str, list[str]] = defaultdict(list)
    for file in files:
        text = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for line in text.decode("utf-8").splitlines():
            row = json.loads(line)
            page = {"text": row["text"], "url": row.get("url"), "title": row.get("title")}
            rows[str(row[group])].append(json.dumps({k: v for k, v in page.items() if v}, ensure_ascii=False))
    for _, lines in sorted(rows.items()):
        place = folder / "pile.jsonl"
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield [str(place)]


def verdicts(places: list[str]) -> Counter[str]:
    """The verdicts on all numbers of a pile, the reason for those that cannot be checked."""
    documents = {d.id: d for d in read(places, Settings().read) if not isinstance(d, Rejected)}
    pile = Pile([Reading(documents[d], (), ()) for d in sorted(documents)], Linking(()))
    return Counter(n.why or n.verdict for n in tallies(pile, tuple(worked(pile))))


def main() -> int:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("SAYSO_SHARED") or HERE.parents[2] / "shared"))
    options = parser.parse_args()
    for name, pattern, group in CORPORA:
        total: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder:
            for places in piles(options.shared, pattern, group, Path(folder)):
                total += verdicts(places)
        number = sum(total.values())
        if not number:
            print(f"{name}: nothing to read", file=sys.stderr)
            continue
        checked = sum(n for verdict, n in total.items() if " " not in verdict)
        print(f"{name:<16} {checked} of {number} numbers checked = {checked / number:.3f}")
        for verdict, n in sorted(total.items(), key=lambda row: (-row[1], row[0])):
            print(f"    {n:6d}  {verdict}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
