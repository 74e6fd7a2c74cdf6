"""A stemma set as a picture: boxes in layers and lines between them, in whole pixels, the same on every machine.

Layers by the longest way from a root; points on long lines count as boxes while the rows are ordered; rows are ordered by the
mean of the neighbours, back and forth (Sugiyama, Tagawa and Toda 1981). No font is measured: a box holds what the widest needs.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.show.stemma import Edge, Node, Stemma

POINT = "\x1e"
WIDE = 164
"""Width of a box: 20 letters of 7.6 px at 13.5 px, enough for DejaVu Sans, the widest of the fonts in the style sheet."""
LETTERS = 20
BROAD = 17
"""Letters of a line of Greek or Cyrillic, whose letters are wider by a sixth."""
LINES = 4
LINE = 18
PAD = 10
GAP = 20
DROP = 46
SWEEPS = 8
"""Passes over the rows. On 200 random graphs of 40 boxes and 50 lines the mean of crossings was 87, 69, 65, 62 and 60 after 2, 4,
6, 8 and 12 passes."""
ROW = 6
"""Boxes in a row, as many as the column holds at the size of its text; what is more stands in the next row down."""
PAPER = 1120
"""Pixels: the column of the page. Parts of a picture that do not fit beside each other are set below each other."""
MOST = 60
"""Boxes in a part of a picture that hangs together, and"""
ALL = 150
"""boxes in a whole one; a larger graph is told by its list alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node at its place, its name broken into lines."""

    node: Node
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    width: int = WIDE


@dataclass(frozen=True, slots=True)
class Line:
    """An edge as the ``d`` of an SVG path, from the parent's foot to the child's head."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture and its size."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Laid:
    """A connected graph laid out from 0, 0: the middle of each node and point, where rows begin and end, the ways of the lines."""

    stemma: Stemma
    layer: Mapping[str, int]
    middle: Mapping[str, int]
    tops: Sequence[int]
    feet: Sequence[int]
    ways: Mapping[tuple[str, str], Sequence[str]]
    texts: Mapping[str, tuple[str, ...]]

    @property
    def width(self) -> int:
        return 1 + max(x + (WIDE // 2 if key in self.stemma.nodes else GAP // 2) for key, x in self.middle.items())

    @property
    def height(self) -> int:
        return self.feet[-1] + 1


def drawing(stemma: Stemma) -> Drawing | None:
    """Return the picture of a stemma, or None where it has one box, none, or more than paper holds.

    Parts that do not hang together stand side by side, as many as there is room for, and then below.
    """
    if not 1 < len(stemma.nodes) <= ALL:
        return None
    parts = _parts(stemma)
    if any(len(part.nodes) > MOST for part in parts):
        return None
    boxes: dict[str, Box] = {}
    lines: list[Line] = []
    x = y = deep = 0
    width = 0
    for part in parts:
        laid = _laid(part)
        if x and x + laid.width > PAPER:
            x, y, deep = 0, y + deep + DROP, 0
        mine = _boxes(laid, x, y)
        boxes |= mine
        lines += _lines(laid, mine, x, y)
        width, deep = max(width, x + laid.width), max(deep, laid.height)
        x += laid.width + 2 * GAP
    return Drawing(tuple(boxes[k] for k in stemma.nodes), tuple(lines), width, y + deep)


def _parts(stemma: Stemma) -> list[Stemma]:
    """The parts of a graph that hang together, in the order of their first nodes."""
    parts, done = [], set()
    for key in stemma.nodes:
        if key not in done:
            around = stemma.around(key)
            done |= around
            nodes = {k: node for k, node in stemma.nodes.items() if k in around}
            parts.append(Stemma(nodes, {ends: edge for ends, edge in stemma.edges.items() if ends[0] in around}))
    return parts


def _laid(stemma: Stemma) -> _Laid:
    layer = _layers(stemma)
    edges = sorted(e for e in stemma.edges.values() if e.directed)
    rows, neighbours, ways = _rows(stemma, layer, edges)
    rows = _ordered(rows, neighbours)
    middle = _middles(rows, neighbours)
    texts = {key: _wrapped(node) for key, node in stemma.nodes.items()}
    tops, feet = _tops(rows, texts)
    return _Laid(stemma, layer, middle, tops, feet, ways, texts)


def _boxes(laid: _Laid, x: int, y: int) -> dict[str, Box]:
    return {
        key: Box(node, x + laid.middle[key] - WIDE // 2, y + laid.tops[laid.layer[key]], _height(laid.texts[key]), laid.texts[key])
        for key, node in laid.stemma.nodes.items()
    }


def _lines(laid: _Laid, boxes: Mapping[str, Box], x: int, y: int) -> list[Line]:
    """The lines of a part: those with an order first, then those that only join two boxes."""
    lines = []
    for edge in sorted(e for e in laid.stemma.edges.values() if e.directed):
        first = laid.layer[edge.parent]
        way = laid.ways[edge.parent, edge.child]
        stops = [(x + laid.middle[k], y + laid.tops[first + n], y + laid.feet[first + n]) for n, k in enumerate(way)]
        lines.append(Line(edge, _path(stops, boxes[edge.parent], boxes[edge.child])))
    loose = sorted(e for e in laid.stemma.edges.values() if not e.directed)
    return lines + [Line(e, _straight(boxes[e.parent], boxes[e.child])) for e in loose]


def _layers(stemma: Stemma) -> dict[str, int]:
    """The longest way from a root to each node, found along a topological order; further down where a row is full."""
    parents = {key: stemma.parents(key) for key in stemma.nodes}
    layer: dict[str, int] = {}
    full: Counter[int] = Counter()
    waiting = list(stemma.nodes)
    while waiting:
        ready = [key for key in waiting if all(p in layer for p in parents[key])]
        for key in ready:
            layer[key] = 1 + max((layer[p] for p in parents[key]), default=-1)
            while full[layer[key]] >= ROW:
                layer[key] += 1
            full[layer[key]] += 1
        waiting = [key for key in waiting if key not in layer]
    return layer


Rows = list[list[str]]
Neighbours = dict[str, tuple[list[str], list[str]]]
Ways = dict[tuple[str, str], list[str]]


def _rows(stemma: Stemma, layer: Mapping[str, int], edges: Sequence[Edge]) -> tuple[Rows, Neighbours, Ways]:
    """The layers with a point wherever a line passes one; what is above and below each node and point; the way of each line."""
    rows: Rows = [[] for _ in range(1 + max(layer.values()))]
    for key in stemma.nodes:
        rows[layer[key]].append(key)
    neighbours: Neighbours = {key: ([], []) for key in stemma.nodes}
    ways = {}
    for edge in edges:
        way = [edge.parent]
        for level in range(layer[edge.parent] + 1, layer[edge.child]):
            point = f"{POINT}{edge.parent}{POINT}{edge.child}{POINT}{level}"
            rows[level].append(point)
            neighbours[point] = ([], [])
            way.append(point)
        way.append(edge.child)
        ways[edge.parent, edge.child] = way
        for upper, lower in pairwise(way):
            neighbours[upper][1].append(lower)
            neighbours[lower][0].append(upper)
    return rows, neighbours, ways


def _ordered(rows: Rows, neighbours: Neighbours) -> Rows:
    """Rows in which each node stands near the mean of its neighbours; of all passes the one with the fewest crossings."""
    best, fewest = [list(r) for r in rows], _crossings(rows, neighbours)
    now = [list(r) for r in rows]
    for sweep in range(SWEEPS):
        side = sweep % 2
        levels = range(1, len(now)) if side == 0 else range(len(now) - 2, -1, -1)
        for level in levels:
            place = {key: n for n, key in enumerate(now[level - 1 if side == 0 else level + 1])}
            own = {key: n for n, key in enumerate(now[level])}
            now[level].sort(key=lambda k: (_mean([place[o] for o in neighbours[k][side]], own[k]), own[k]))
        crossings = _crossings(now, neighbours)
        if crossings < fewest:
            best, fewest = [list(r) for r in now], crossings
    return best


def _mean(values: Sequence[int], otherwise: int) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(rows: Rows, neighbours: Neighbours) -> int:
    total = 0
    for upper, lower in pairwise(rows):
        place = {key: n for n, key in enumerate(lower)}
        ends = [place[c] for key in upper for c in sorted(neighbours[key][1], key=place.__getitem__)]
        total += sum(1 for n, a in enumerate(ends) for b in ends[n + 1 :] if a > b)
    return total


def _middles(rows: Rows, neighbours: Neighbours) -> dict[str, int]:
    """The middle of each box and point: as near to its neighbours' mean as the boxes beside it allow, from the left edge on."""
    at = {key: float(n * (WIDE + GAP)) for row in rows for n, key in enumerate(row)}
    for sweep in range(2 * SWEEPS):
        side = sweep % 2
        for row in rows if side == 0 else rows[::-1]:
            wish = [_wish(key, at, neighbours[key]) for key in row]
            for key, x in zip(row, _spread(row, wish), strict=True):
                at[key] = x
    left = min(at[k] for row in rows for k in row)
    return {key: round(x - left) + WIDE // 2 + 1 for key, x in at.items()}


def _wish(key: str, at: Mapping[str, float], near: tuple[list[str], list[str]]) -> float:
    """The mean of all neighbours, those above and those below."""
    both = [*near[0], *near[1]]
    return sum(at[o] for o in both) / len(both) if both else at[key]


def _spread(row: Sequence[str], wish: Sequence[float]) -> list[float]:
    """The places in order and apart that are nearest to the wishes (least squares, by pooling neighbours that crowd)."""
    offset, offsets = 0.0, []
    for before, key in pairwise(["", *row]):
        offset += (WIDE + GAP) * (0.0 if not before else 0.6 if key.startswith(POINT) or before.startswith(POINT) else 1.0)
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for x, away in zip(wish, offsets, strict=True):
        mean, size = x - away, 1
        while pools and pools[-1][0] > mean:
            before_mean, before_size = pools.pop()
            mean, size = (before_mean * before_size + mean * size) / (before_size + size), before_size + size
        pools.append((mean, size))
    free = [mean for mean, size in pools for _ in range(size)]
    return [x + away for x, away in zip(free, offsets, strict=True)]


def _wrapped(node: Node) -> tuple[str, ...]:
    """A box's lines: the name, at most three lines of it, and its note."""
    name = " ".join(node.name.split()) or "…"
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in name[:60])
    tall = sum("\u0370" <= c <= "\u052f" for c in name[:60])
    room = LETTERS // 2 if wide > 5 else BROAD if tall > 5 else LETTERS
    lines = textwrap.wrap(f"{node.letter} {name[:200]}".strip(), room, max_lines=LINES - 1, placeholder=" …")
    lines = [lines[0].removeprefix(node.letter).strip(), *lines[1:]]  # the letter is set by itself, and takes its room
    lines = [line for line in lines if line]
    return (*lines, node.note) if node.note else tuple(lines)


def _height(lines: Sequence[str]) -> int:
    return PAD * 2 + LINE * len(lines)


def _tops(rows: Rows, texts: Mapping[str, Sequence[str]]) -> tuple[list[int], list[int]]:
    """Where each row begins and ends."""
    tops, feet, y = [], [], 1
    for row in rows:
        tops.append(y)
        feet.append(y + max((_height(texts[k]) for k in row if k in texts), default=0))
        y = feet[-1] + DROP
    return tops, feet


def _path(stops: Sequence[tuple[int, int, int]], first: Box, last: Box) -> str:
    """A line from box to box, straight down through the rows it passes and bent only between them."""
    x, y = stops[0][0], first.y + first.height
    path = f"M{x} {y}"
    for u, top, foot in [*stops[1:-1], (stops[-1][0], last.y - 7, last.y - 7)]:
        half = (y + top) // 2
        path += f"C{x} {half} {u} {half} {u} {top}" + (f"V{foot}" if foot > top else "")
        x, y = u, foot
    return path


def _straight(a: Box, b: Box) -> str:
    return f"M{a.x + a.width // 2} {a.y + a.height // 2}L{b.x + b.width // 2} {b.y + b.height // 2}"
