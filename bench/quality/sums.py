"""Recall and precision of the rules on sums over ``sums.jsonl``: invented sentences that hold a right sum, a wrong one, or none.

    sums.py [--missed]

A right or wrong row is recalled when a verdict of that kind is given on it; a verdict (right or wrong) is precise when the row's
own verdict is the same. What is ``not_checkable`` is no verdict. The sentences are fiction, in the public domain (CC0).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from piles import report

from sayso.show.words import SUMS_WRONG

ROWS = Path(__file__).with_name("sums.jsonl")


def verdicts(text: str, folder: Path) -> list[tuple[str, str]]:
    """What is said of the sums of one text: right or wrong, with the message."""
    page = {"url": "https://gazette.example/a", "outlet": "Tarn Gazette", "date": "2031-05-05", "language": "en", "text": text}
    found = report([page], folder).findings
    return [
        ("wrong" if f.rule in SUMS_WRONG else "right", f.message) for f in found if f.rule in SUMS_WRONG or f.rule == "sum_right"
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    asked = recalled = given = precise = 0
    by_kind: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for line in ROWS.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            said = verdicts(row["text"], Path(folder))
            hit = any(v == row["verdict"] for v, _ in said)
            if row["verdict"] != "none":
                asked, recalled = asked + 1, recalled + hit
                cell = by_kind.setdefault(row["verdict"], [0, 0])
                cell[0], cell[1] = cell[0] + hit, cell[1] + 1
            given += len(said)
            precise += sum(v == row["verdict"] for v, _ in said)
            if options.missed and ((row["verdict"] != "none" and not hit) or any(v != row["verdict"] for v, _ in said)):
                print(f"{row['id']} {row['verdict']}: {row['text']}  {said}")
    print(
        f"recall {recalled}/{asked} = {recalled / asked:.3f}  "
        f"precision {precise}/{given} = {precise / max(given, 1):.3f}  {by_kind}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
