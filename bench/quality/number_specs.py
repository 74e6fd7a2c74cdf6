"""How many of the public number and percentage cases the project's own parser reads: each expected value, at its place.

    number_specs.py [--missed] [FOLDER]

FOLDER holds the English number and percent cases of Microsoft Recognizers-Text (MIT), as JSON; they are measured and never bundled.
A case counts as parsed when each expected number is found at a place that overlaps the expected one, with the expected value. The
second count is of what a news sentence counts with (``numbers.counted``): pieces of dates and telephones are read and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from sayso.lexicon.words import number_words
from sayso.text import numbers

FILES = {"number": "Number_English_NumberModel.json", "percent": "Number_English_PercentModel.json"}


def expected(case: dict[str, Any]) -> list[tuple[int, int, float]]:
    """Start, end (exclusive) and value of each result; those without a value (and "null") are left out."""
    out = []
    for r in case["Results"]:
        value = str(r["Resolution"].get("value", "")).rstrip("%")
        try:
            number = float(value)
        except ValueError:
            continue
        start = r.get("Start", case["Input"].casefold().find(r["Text"].casefold()))
        out.append((start, start + len(r["Text"]), number))
    return out


def ends(found: list[numbers.Number]) -> list[tuple[int, int, float]]:
    """Places and values of what the parser found; a range gives both of its ends."""
    out = []
    for n in found:
        out.append((n.span.start, n.span.end, n.low))
        if n.high is not None and n.high != n.low:
            out.append((n.span.start, n.span.end, n.high))
    return out


def close(a: float, b: float, percent: bool) -> bool:
    """Equal to nine places; a percentage may be read as a share of one."""
    return any(abs(x - b) <= 1e-9 * max(1.0, abs(b)) for x in ((a, a * 100) if percent else (a,)))


def matches(found: list[tuple[int, int, float]], wanted: list[tuple[int, int, float]], percent: bool) -> bool:
    """Whether each wanted number is among those found, at its place."""
    return all(any(s < e2 and s2 < e and close(v, v2, percent) for s, e, v in found) for s2, e2, v2 in wanted)


def main() -> int:
    """Measure and print; 2 when there is nothing to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[3] / "shared")
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "data" / "recognizers_specs")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"number_specs: no folder {options.folder}", file=sys.stderr)
        return 2
    for kind, name in FILES.items():
        cases = json.loads((options.folder / name).read_text(encoding="utf-8-sig"))
        right = kept = asked = 0
        for case in cases:
            wanted = expected(case)
            if not wanted:
                continue
            asked += 1
            text = case["Input"]
            numbers_read = numbers.find(text, 0, len(text), number_words("en"))
            found = ends(numbers_read)
            ok = matches(found, wanted, kind == "percent")
            right += ok
            kept += matches(ends(numbers.counted(numbers_read)), wanted, kind == "percent")
            if options.missed and not ok:
                print(f"{kind}: {case['Input']!r} wanted {[v for _, _, v in wanted]} got {[v for _, _, v in found]}")
        print(f"{kind}: {right} of {asked} parsed, {right / asked:.3f}; {kept} as a news sentence counts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
