"""Write ``src/sayso/show/data/outline.json``: country outlines for the map, from a TopoJSON file of Natural Earth 1:110m.

The file is ``countries-110m.json`` of the npm package world-atlas 2.0.2 (ISC), which holds Natural Earth 4.1 (public domain):

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python resources/outline.py package/countries-110m.json

Each border is kept once, as an arc of whole tenths of a degree (11 km; the source is good to about 10 km at this scale), simplified
by Douglas and Peucker's rule. Tolerance 0.1 degrees, the grid itself: 0.1, 0.25 and 0.5 leave 41, 31 and 24 kB, and from 0.25 on
small states are triangles. Antarctica is left out: no news map needs the room it takes.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import hypot
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/sayso/show/data/outline.json"
TOLERANCE = 0.1
ANTARCTICA = "010"
Point = tuple[float, float]


def main(source: Path) -> None:
    """Read the TopoJSON and write our form of it."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    countries = [g for g in topology["objects"]["countries"]["geometries"] if g.get("id") != ANTARCTICA]
    rings = [ring for g in countries for polygon in _polygons(g) for ring in polygon]
    used = sorted({a if a >= 0 else ~a for ring in rings for a in ring})
    number = {a: n for n, a in enumerate(used)}
    arcs = []
    for a in used:
        x = y = 0
        points: list[Point] = []
        for dx, dy in topology["arcs"][a]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        tenths = [(round(p * 10), round(q * 10)) for p, q in _simpler(points)]
        flat: list[int] = [*tenths[0]]
        for before, after in pairwise(tenths):
            flat += [after[0] - before[0], after[1] - before[1]]
        arcs.append(flat)
    own = [[number[a] if a >= 0 else ~number[~a] for a in ring] for ring in rings]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"arcs": arcs, "rings": own}, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(arcs)} arcs, {len(own)} rings, {OUT.stat().st_size} bytes")


def _polygons(geometry: dict) -> list[list[list[int]]]:  # type: ignore[type-arg]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def _simpler(points: list[Point]) -> list[Point]:
    """The points that lie further than the tolerance from the line between their neighbours that are kept."""
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    if points[0] == points[-1]:  # a closed arc: cut it at its point furthest from the first, or nothing is left of it
        far = max(range(len(points)), key=lambda n: (_length(points[0], points[n]), -n))
        keep.add(far)
        todo = [(0, far), (far, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda n: (_away(points[n], points[first], points[last]), -n))
        if _away(points[far], points[first], points[last]) > TOLERANCE:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [points[n] for n in sorted(keep)]


def _length(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _away(p: Point, a: Point, b: Point) -> float:
    length = _length(a, b)
    return _length(p, a) if not length else abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length


if __name__ == "__main__":
    main(Path(sys.argv[1]))
