"""Places by name: GeoNames cities and provinces in one read-only SQLite file, countries and landmarks from the tables.

A name is found by its folded form (``key``) or, for places whose own script is not Latin, by its ``sound``: what the
transliterations of one name have in common. ``resources/gazetteer.py`` writes the file with these same two functions.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

from anyascii import anyascii

from sayso.lexicon.tables import rows
from sayso.text.normal import fold

Precision = Literal["country", "province", "city", "point", "region"]
KINDS: tuple[Precision, ...] = ("country", "province", "city", "point", "region")
# Coordinates are kept as whole numbers of a ten-thousandth of a degree (11 m): three bytes each instead of eight.
SCALE = 10_000
# A sound shorter than this is shared by too many names ("rak", "hams"): those are found by their folded form alone.
LEAST_SOUND = 5
# The article inside a transliterated name, and the English one: "al-Raqqa", "Deir ez-Zor", "the Hague".
_ARTICLES = frozenset("al el ul il as ash at ath az ez es esh er ar an ad ed adh edh the".split())
_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("", "", "'’ʼ‘`´ʿʾ.")
_SOUNDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"kh|ck|ch|q|c", "k"),
        (r"gh|dj|j", "g"),
        (r"sh|ts|tz|z", "s"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ph|v", "f"),
        (r"x", "ks"),
        (r"(?<=[aeiouyw])h(?![aeiouyw])", ""),  # a final or silent h: "Hasakah", "Tehran" and "Teheran" stay apart
        (r"[aeiouyw]+", "a"),
        (r"([b-z])\1+", r"\1"),
        (r"a\Z", ""),
    )
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the gazetteer has it. ``id`` is its GeoNames number, 0 for landmarks of our own.

    ``rank`` counts the places of the file by population; ``province`` is the rank of the first-order division that a city lies in,
    ``namesake`` says that it has the city's name. ``proper``: the name looked for is the place's own, none of its other names.
    """

    id: int
    country: str
    kind: Precision
    lat: float
    lon: float
    population: int = 0
    rank: int = 0
    province: int = 0
    namesake: bool = False
    proper: bool = True


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """A name folded: lower case without accents and marks, words parted by one space."""
    plain = name.translate(_MARKS)
    return " ".join(_WORD.findall(plain.lower() if plain.isascii() else fold(plain).replace("ı", "i")))


@lru_cache(maxsize=1 << 14)
def bare(name: str) -> str:
    """The key without articles; the whole key where nothing else is left."""
    words = key(name).split()
    return " ".join(w for w in words if w not in _ARTICLES) or " ".join(words)


@lru_cache(maxsize=1 << 14)
def sound(name: str) -> str | None:
    """What transliterations of a name share: consonants, near ones folded, every run of vowels an "a"; None if too short."""
    latin = "".join(c for c in anyascii(bare(name).replace(" ", "")).casefold() if "a" <= c <= "z")
    for pattern, plain in _SOUNDS:
        latin = pattern.sub(plain, latin)
    return latin if len(latin) >= LEAST_SOUND else None


class _Book(threading.local):
    """The file, opened once for each thread, read-only and never locked."""

    def __init__(self) -> None:
        path = Path(str(resources.files("sayso.lexicon").joinpath("gazetteer.sqlite")))
        self.open = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


@cache
def _book() -> _Book:
    return _Book()


_PLACE = "p.id, p.country, p.kind, p.lat, p.lon, p.population, p.rank, p.province, p.namesake"


def _entry(row: tuple[int, str, int, int, int, int, int, int, int], proper: bool = True) -> Entry:
    number, country, kind, lat, lon, population, rank, province, namesake = row
    return Entry(number, country, KINDS[kind], lat / SCALE, lon / SCALE, population, rank, province, bool(namesake), proper)


@lru_cache(maxsize=1 << 14)
def named(name: str) -> tuple[Entry, ...]:
    """All places of this name, those of the tables first, then by population."""
    found = [*_tabled().get(key(name), ()), *_filed(key(name))]
    if not found and bare(name) != key(name):
        found = [*_tabled().get(bare(name), ()), *_filed(bare(name))]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def sounding(name: str) -> tuple[Entry, ...]:
    """All places whose name in another script may be transliterated like this."""
    spoken = sound(name)
    return tuple(_filed("~" + spoken)) if spoken else ()


@lru_cache(maxsize=1 << 12)
def ranked(rank: int) -> Entry | None:
    """The place of this rank in the file."""
    row = _book().open.execute(f"SELECT {_PLACE} FROM place p WHERE p.rank = ?", (rank,)).fetchone()
    return _entry(row) if row else None


def _filed(folded: str) -> list[Entry]:
    ask = f"SELECT {_PLACE}, n.proper FROM name n JOIN place p ON p.rank = n.rank WHERE n.key = ? ORDER BY n.rank"
    return [_entry(row[:9], bool(row[9])) for row in _book().open.execute(ask, (folded,))]


@cache
def _tabled() -> dict[str, list[Entry]]:
    """Countries and landmarks by their folded names."""
    out: dict[str, list[Entry]] = {}
    states = {r["iso"]: r for r in rows("countries") if "id" in r}
    for row in rows("countries"):
        if "iso" in row:
            state = states[row["iso"]]
            shown = Entry(state["id"], row["iso"], "country", state["lat"], state["lon"])
            out.setdefault(key(row["name"]), []).append(shown)
    for group in rows("landmarks"):
        for row in group["places"]:
            kind: Precision = row.get("precision", group["precision"])
            mark = Entry(0, row.get("in", ""), kind, row["lat"], row["lon"])
            for name in dict.fromkeys(key(n) for n in (row["name"], *row.get("also", ()))):
                out.setdefault(name, []).append(mark)
    return out


@cache
def peoples() -> dict[str, str]:
    """Words for a country's people, and names of countries and their parts, folded, with the country's code."""
    out = {word: r["iso"] for r in rows("countries") for word in r.get("people", "").split()}
    out |= {key(r["name"]): r.get("iso") or r["within"] for r in rows("countries") if r.get("iso") or r.get("within")}
    return out
