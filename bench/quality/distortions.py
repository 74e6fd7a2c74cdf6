"""Noticed changes and falsely accused paraphrases on ``distortions.jsonl``, by kind.

    distortions.py [--half NAME|all] [--kind KIND] [--missed] [--rows FILE]

Each row holds an original, a retelling with one thing changed (``kind`` says which) and a faithful retelling; all are fiction, in
the public domain (CC0). Original and retelling become two pages, the second of which says that it follows the first; the real
pipeline reads, links and assesses them. A change is *noticed* when any remark of the retelling family is made on the distorted
pair, *named* when the remark's rule fits the kind; a faithful retelling is *accused* when any such remark is made on it.
The parts ``dev``, ``test``, ``third`` and ``fresh`` have been looked at (``--missed``) and mended by, so their figures flatter.
Of a part named in ``COUNTED`` nothing but totals is ever printed. ``third`` and ``fresh`` were written by somebody who did not
know the program.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from piles import report

from sayso.model import Finding
from sayso.show.words import CHANGES

ROWS = Path(__file__).with_name("distortions.jsonl")
COUNTED = frozenset({"fifth"})  # halves that nobody looks at
SOURCING = {"attribution_lost", "intermediary_lost", "source_promoted", "source_invented"}
STRENGTH = {"hedge_lost", "hedge_added", "strengthened", "weakened"}
FIGURES = {"number_changed", "bound_changed", "unit_changed", "number_dropped", "category_changed"}
FITTING = {
    "number": FIGURES,
    "negation": {"strengthened", "weakened", "relabelled", "detail_added", "detail_dropped", "reversed"},
    "agent": {"actor_changed", "category_changed", "source_promoted"},
    "place": {"place_changed", "actor_changed", "category_changed"},
    "date": {"date_changed", "number_changed", "unit_changed"},
    "hedge": STRENGTH | {"bound_changed", "number_changed"},
    "source": SOURCING | {"actor_changed"},
    "cause": {"category_changed", "actor_changed", "place_changed", "detail_added", "detail_dropped", "strengthened"},
    "unit": FIGURES,
    "category": FIGURES | {"actor_changed", "place_changed"},
    "bound": FIGURES | STRENGTH,
}


def pages(original: str, retelling: str) -> list[dict[str, str]]:
    """The two pages: a report, and a later one that says whose report it follows."""
    common = {"language": "en"}  # a page of a dozen words is too short for its language to be told
    first = {"url": "https://gazette.example/a", "outlet": "Tarn Gazette", "date": "2031-05-05", "text": original}
    later = {"url": "https://courier.example/b", "outlet": "Ostmar Courier", "date": "2031-05-06"}
    later["text"] = f"{retelling}\n\nSource: Tarn Gazette"
    return [first | common, later | common]


def remarks(original: str, retelling: str, folder: Path) -> tuple[list[Finding], bool, bool]:
    """The remarks on a pair, whether a step between the pages was found, and whether a claim unites them."""
    told = report(pages(original, retelling), folder)
    ids = {r.document.id for r in told.readings}
    step = any({d.document, d.from_} == ids for d in told.derivations)
    united = any(len(c.documents) == 2 for c in told.claims)
    return [f for f in told.findings if f.rule in CHANGES], step, united


def main() -> int:
    """Measure and print; 0 always, this is an instrument and no gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="all", help="this half alone")
    parser.add_argument("--kind", help="this kind alone")
    parser.add_argument(
        "--missed", action="store_true", help="print what was missed or accused, but of a half that is only counted"
    )
    parser.add_argument("--rows", type=Path, default=ROWS, help="another file of rows")
    options = parser.parse_args()
    tally: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrongly: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        for line in options.rows.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if options.half not in ("all", row["half"]) or options.kind not in (None, row["kind"]):
                continue
            cell = tally[row["half"], row["kind"]]
            found, step, united = remarks(row["original"], row["distorted"], Path(folder))
            false, _, _ = remarks(row["original"], row["faithful"], Path(folder))
            rules = {f.rule for f in found}
            wrongly[row["half"]].update({f.rule for f in false})
            cell.update(
                rows=1, noticed=bool(rules), named=bool(rules & FITTING[row["kind"]]), accused=bool(false), step=step, united=united
            )
            if options.missed and row["half"] not in COUNTED:
                show(row, found, false)
    for half in sorted({h for h, _ in tally}):
        print(f"{half:<6}{'kind':<12}{'rows':>5}{'noticed':>9}{'named':>8}{'accused':>9}{'step':>7}{'united':>8}")
        kinds = sorted(k for h, k in tally if h == half)
        total: Counter[str] = sum((tally[half, k] for k in kinds), Counter())
        for kind, cell in [*((k, tally[half, k]) for k in kinds), ("all", total)]:
            n = cell["rows"]
            shares = "".join(
                f"{cell[x] / n:>{w}.3f}" for x, w in (("noticed", 9), ("named", 8), ("accused", 9), ("step", 7), ("united", 8))
            )
            print(f"{'':<6}{kind:<12}{n:>5}{shares}")
        print(f"{'':<6}accused by rule: {dict(sorted(wrongly[half].items()))}")
    return 0


def show(row: dict[str, str], found: list[Finding], false: list[Finding]) -> None:
    """A row that went wrong, with what was said of it."""
    if not {f.rule for f in found} & FITTING[row["kind"]]:
        print(f"MISSED  {row['id']}: {row['original']}\n        {row['distorted']}  {[(f.rule, f.from_, f.to) for f in found]}")
    for f in false:
        print(f"ACCUSED {row['id']}: {row['original']}\n        {row['faithful']}  {f.rule}: {f.from_} -> {f.to}")


if __name__ == "__main__":
    sys.exit(main())
