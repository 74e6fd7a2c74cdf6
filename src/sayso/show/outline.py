"""Outlines of countries as one path, and the way from degrees to pixels: all that a map without tiles needs.

The projection is equirectangular, true to scale along the middle parallel of what is shown: straight to compute, the same on every
machine, and over the width of a few countries nobody can tell it from another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from math import cos, radians

WIDE = 720
"""Pixels: the column of the page."""
HIGH = 440
LEAST = 12.0
"""Degrees that a map shows at least from side to side: below, the outlines (good to 0.1 degrees) are coarser than the eye."""
MARGIN = 0.22
"""Share of what the places span that is left free on each side, so that the countries around say where one is."""


@dataclass(frozen=True, slots=True)
class View:
    """What is shown: degrees of the left and upper edge, pixels per degree."""

    west: float
    north: float
    across: float
    down: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The ``d`` of an SVG path of the countries in view, and its size."""

    path: str
    width: int
    height: int


def view(places: Sequence[tuple[float, float]]) -> View:
    """Return the part of the world that holds these places (latitude, longitude), with room around."""
    lats, lons = [p[0] for p in places] or [0.0], [p[1] for p in places] or [0.0]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle)))
    wide = max((max(lons) - min(lons)) * (1 + 2 * MARGIN), LEAST)
    high = max((max(lats) - min(lats)) * (1 + 2 * MARGIN), LEAST * HIGH / WIDE * squeeze)
    scale = min(WIDE / (wide * squeeze), HIGH / high, WIDE / (360 * squeeze) if wide >= 360 else 1e9)
    # What is left over in one direction is shown too, as far as there is world.
    wide, high = min(360.0, WIDE / (scale * squeeze)), min(150.0, HIGH / scale)
    west = min(max((min(lons) + max(lons)) / 2 - wide / 2, -180.0), 180.0 - wide)
    north = max(min(middle + high / 2, 85.0), -60.0 + high)
    return View(west, north, scale * squeeze, scale, round(wide * scale * squeeze), round(high * scale))


def at(view: View, lat: float, lon: float) -> tuple[int, int]:
    """Return the pixel of a place."""
    return round((lon - view.west) * view.across), round((view.north - lat) * view.down)


def picture(view: View) -> Picture:
    """Return the outlines in view: rings that lie outside wholly are left out."""
    east, south = view.west + view.width / view.across, view.north - view.height / view.down
    path = []
    for ring, (w, s, e, n) in _rings():
        for turn in (-360.0, 0.0, 360.0):
            if w + turn <= east and e + turn >= view.west and s <= view.north and n >= south:
                path.append(_line(at(view, y, x + turn) for x, y in ring))
    return Picture("".join(path), view.width, view.height)


def _line(points: Iterable[tuple[int, int]]) -> str:
    """A closed ring as relative whole pixels; what falls on one pixel is one point, a ring of fewer than three is nothing."""
    kept = [point for point, _ in groupby(points)]
    if len(kept) < 3:
        return ""
    first, before, out = kept[0], kept[0], []
    for x, y in kept[1:]:
        out.append(f"{x - before[0]} {y - before[1]}")
        before = (x, y)
    return f"M{first[0]} {first[1]}l{' '.join(out)}z"


Ring = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]


@cache
def _rings() -> tuple[tuple[Ring, Box], ...]:
    """The countries' rings in degrees, each with its west, south, east and north."""
    data = json.loads(files("sayso.show").joinpath("data/outline.json").read_text(encoding="utf-8"))
    arcs = [_unfolded(flat) for flat in data["arcs"]]
    out = []
    for numbers in data["rings"]:
        ring: list[tuple[float, float]] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        ring = _unbroken(ring)
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        out.append((tuple(ring), (min(xs), min(ys), max(xs), max(ys))))
    return tuple(out)


def _unbroken(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that crosses the 180th meridian, gone on with beyond it instead of right across the world."""
    turn, out = 0.0, [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turn += 360.0 if before - x > 180 else -360.0 if x - before > 180 else 0.0
        out.append((x + turn, y))
    return out


def _unfolded(flat: Sequence[int]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for n in range(0, len(flat), 2):
        x, y = x + flat[n], y + flat[n + 1]
        points.append((x / 10, y / 10))
    return points
