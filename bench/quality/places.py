"""Places against three geoparsing sets: ``python bench/quality/places.py FOLDER`` prints a row for each ``*.dev.jsonl``.

A record has ``text`` and ``toponyms`` with ``start``, ``end``, ``lat``, ``lon`` and, where it has them, ``geonameid``, ``name``,
``fcode`` or ``wikipedia``. Words for a country's people ("Russian") are toponyms there and none here: they do not count as missed.
A linked place is right within 161 km (100 miles) of the gold point, or when it has its GeoNames number, or is the
same country, division or part of the world by name: their middles may lie farther apart than that.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.extract.places import places
from sayso.lexicon.gazetteer import key
from sayso.lexicon.tables import rows
from sayso.model import Place

REACH = 161.0
PEOPLE = frozenset(w for r in rows("countries") for w in r.get("people", "").split())
COUNTRIES = frozenset(key(r["name"]) for r in rows("countries"))


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great circle between two points."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def near(p: Place, gold: dict[str, Any]) -> bool:
    """Whether a place lies within reach of the gold point."""
    return p.lat is not None and p.lon is not None and kilometres(p.lat, p.lon, gold["lat"], gold["lon"]) <= REACH


def same(p: Place, gold: dict[str, Any]) -> bool:
    """Whether a linked place is the one that the gold means."""
    title = key(str(gold.get("wikipedia") or "").rsplit("/", 1)[-1].replace("_", " "))
    if near(p, gold) or p.gazetteer == f"geonames:{gold.get('geonameid')}":
        return True
    if p.precision == "country":
        return str(gold.get("fcode") or "").startswith("PCL") or title in COUNTRIES
    return p.precision in ("province", "region") and key(p.name) in (title, key(str(gold.get("name") or "")))


def measured(path: Path) -> str:
    """One set: what is found, what is linked, and how much of it is right."""
    n: Counter[str] = Counter()
    seconds = 0.0
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        start = time.process_time()
        told = places(record["text"])
        seconds += time.process_time() - start
        open_ = dict(enumerate(record["toponyms"]))
        n["gold"] += sum(t["text"].lower() not in PEOPLE for t in open_.values())
        n["found"] += len(told)
        n["characters"] += len(record["text"])
        for p in told:
            hit = next((i for i, t in open_.items() if t["start"] < p.span.end and p.span.start < t["end"]), None)
            if hit is None:
                continue
            gold = open_.pop(hit)
            n["toponyms"] += 1
            if p.lat is not None and gold.get("lat") is not None:
                n["linked"] += 1
                n["right"] += same(p, gold)
                n["near"] += near(p, gold)
        n["missed"] += sum(t["text"].lower() not in PEOPLE for t in open_.values())
    precision, recall = n["toponyms"] / n["found"], 1 - n["missed"] / n["gold"]
    right, within, of_all = n["right"] / n["linked"], n["near"] / n["linked"], n["right"] / n["gold"]
    return (
        f"{path.name.split('.')[0]:10} gold {n['gold']:5} found P {precision:.3f} R {recall:.3f}   linked {n['linked']:4} "
        f"right {right:.3f} (within {REACH:g} km {within:.3f})   right of gold {of_all:.3f}   "
        f"{seconds / n['characters'] * 1e6:.2f} µs a character"
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for found in sorted(Path(sys.argv[1]).glob("*.dev.jsonl")):
        print(measured(found))
