"""The map: where the tellings say that it was, on outlines of the countries, each place with how precisely it is known.

No tile is fetched. The outlines are Natural Earth's at 1:110 million, which show where a place lies and no border in detail.
A place of which only the country or province is known is drawn as a ring round its middle, never as a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Place
from sayso.show import outline, press
from sayso.show.ledger import Entry, Ledger, Page, Telling
from sayso.show.screens.frame import Frame

PRECISIONS = {
    "point": "this spot",
    "city": "middle of a town",
    "province": "middle of a province",
    "region": "middle of a region",
    "country": "middle of a country",
}
RADII = {"point": 4, "city": 5, "province": 10, "region": 14, "country": 14}
"""Pixels: a point is drawn as one, the others as what they are not."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with all that is told of it. ``x`` and ``y`` are pixels of the picture; ``shown`` False: it lies outside.

    ``label``: where its number stands, and to which side the text runs from there; None where there is no room for it.
    """

    number: int
    names: tuple[str, ...]
    lat: float
    lon: float
    precision: str
    gazetteer: str
    tellings: tuple[Telling, ...]
    entries: tuple[Entry, ...]
    pages: tuple[Page, ...]
    x: int
    y: int
    shown: bool = True
    label: tuple[int, int, str] | None = None

    @property
    def said(self) -> str:
        """How precisely the place is known, in words."""
        return PRECISIONS.get(self.precision, self.precision)

    @property
    def radius(self) -> int:
        """Of its mark, in pixels."""
        return RADII.get(self.precision, 10)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places on a map; ``open`` are names that the pages leave open which place is meant."""

    book: Ledger
    entry: Entry | None
    spots: tuple[Spot, ...]
    open: tuple[str, ...]
    picture: outline.Picture | None


def atlas(book: Ledger, entry: Entry | None = None) -> Atlas:
    """Return the map of one claim, or of the pile."""
    tellings = entry.tellings if entry else [Telling(p, s) for p in book.pages.values() for s in p.reading.statements]
    found: dict[tuple[float, float, str], list[tuple[Telling, Place]]] = {}
    left: dict[str, None] = {}
    for telling in tellings:
        for place in telling.statement.places:
            if place.lat is None or place.lon is None:
                left.setdefault(place.name)
            else:
                found.setdefault((place.lat, place.lon, place.precision or ""), []).append((telling, place))
    ordered = sorted(found.items(), key=lambda row: (-len({t.page.siglum for t, _ in row[1]}), -len(row[1]), row[0]))
    # The middle of a country says nothing of where in it something was: with anything nearer at hand it does not widen the picture.
    near = [key[:2] for key, _ in ordered if key[2] != "country"] or [key[:2] for key, _ in ordered]
    view = outline.view(near)
    spots = _labelled([_spot(n, key, rows, book, view) for n, (key, rows) in enumerate(ordered, 1)])
    return Atlas(book, entry, spots, tuple(sorted(left)), outline.picture(view) if spots else None)


def render(context: Atlas, frame: Frame) -> str:
    """Return the map as HTML."""
    return press.printed("map.html.j2", context.book, frame, screen=context)


def _spot(
    number: int, key: tuple[float, float, str], rows: Sequence[tuple[Telling, Place]], book: Ledger, view: outline.View
) -> Spot:
    lat, lon, precision = key
    tellings = tuple({t.statement.id: t for t, _ in rows}.values())
    entries = {e.number: e for t in tellings if (e := book.entry_of.get(t.statement.id))}
    pages = {t.page.siglum: t.page for t in tellings}
    x, y = outline.at(view, lat, lon)
    inside = 0 <= x <= view.width and 0 <= y <= view.height
    return Spot(
        number,
        tuple(dict.fromkeys(place.name for _, place in rows)),
        lat,
        lon,
        precision,
        next((place.gazetteer for _, place in rows if place.gazetteer), ""),
        tellings,
        tuple(entries[n] for n in sorted(entries)),
        tuple(pages.values()),
        x,
        y,
        inside,
    )


def _labelled(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The places with their numbers set beside them, on the first of four sides that no other number or dot takes."""
    taken = [(s.x - 4, s.y - 4, s.x + 4, s.y + 4) for s in spots if s.shown]
    out = []
    for s in spots:
        wide, away = 7 * len(str(s.number)) + 2, s.radius + 3
        sides = (
            ((s.x + away, s.y + 4, "start"), (s.x + away, s.y - 6, s.x + away + wide, s.y + 6)),
            ((s.x - away, s.y + 4, "end"), (s.x - away - wide, s.y - 6, s.x - away, s.y + 6)),
            ((s.x, s.y - away, "middle"), (s.x - wide // 2, s.y - away - 10, s.x + wide // 2, s.y - away)),
            ((s.x, s.y + away + 9, "middle"), (s.x - wide // 2, s.y + away, s.x + wide // 2, s.y + away + 10)),
        )
        free = ((at, box) for at, box in sides if s.shown and not any(_meet(box, other) for other in taken))
        at, box = next(free, (None, None))
        if box:
            taken.append(box)
        out.append(replace(s, label=at))
    return tuple(out)


def _meet(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
