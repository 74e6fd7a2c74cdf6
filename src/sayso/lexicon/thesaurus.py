"""How two English words stand to each other: one meaning, opposites, one above the other, or two kinds of one thing.

The words are those of WordNet 3.0 (G. A. Miller, "WordNet: A Lexical Database for English", CACM 38(11), 1995) in one read-only
SQLite file, which ``resources/thesaurus.py`` writes. A word not in it stands to nothing.
"""

from __future__ import annotations

import sqlite3
import threading
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal, NamedTuple

# same: share a sense, or one is made of the other ("explode", "explosion"); near: adjectives around one ("scorching", "torrid");
# wider: one is a kind of the other ("lorry", "truck"); kin: two kinds of one thing ("church", "chapel").
Kinship = Literal["same", "near", "opposite", "wider", "kin"]
# Endings and what stands in their place in a base form (WordNet's morphy).
_ENDINGS = (
    ("ies", "y"),
    ("ves", "f"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("iest", "y"),
    ("ier", "y"),
    ("est", ""),
    ("est", "e"),
    ("er", ""),
    ("er", "e"),
)
# Letters that a base form must have.
LEAST = 3
# Steps up from one sense to another that still make it a kind of that.
STEPS = 2


class Entry(NamedTuple):
    """A base form as the file has it: its senses by number, most frequent first in each part of speech."""

    form: str
    senses: tuple[int, ...]
    opposites: frozenset[str]
    derived: frozenset[str]


class _Book(threading.local):
    """The file, opened once for each thread, read-only and never locked."""

    def __init__(self) -> None:
        path = Path(str(resources.files("sayso.lexicon").joinpath("thesaurus.sqlite")))
        self.open = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


@cache
def _book() -> _Book:
    return _Book()


@lru_cache(maxsize=1 << 15)
def entries(word: str) -> tuple[Entry, ...]:
    """The base forms that a word in small letters may be a form of: "found" is "found" and "find"."""
    forms = {word}
    row = _book().open.execute("SELECT base FROM irregular WHERE form = ?", (word,)).fetchone()
    forms |= set(row[0].split()) if row else set()
    for ending, plain in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(plain) >= LEAST:
            base = word.removesuffix(ending) + plain
            forms |= {base}
            if len(base) > LEAST and not plain and base[-1] == base[-2] and ending in ("ed", "ing", "er", "est"):
                forms |= {base[:-1]}  # "stopped"
    marks = ",".join("?" * len(forms))
    ask = f"SELECT form, senses, opposites, derived FROM word WHERE form IN ({marks}) ORDER BY form"
    return tuple(
        Entry(f, tuple(map(int, s.split())), frozenset(o.split()), frozenset(d.split()))
        for f, s, o, d in _book().open.execute(ask, sorted(forms))
    )


@lru_cache(maxsize=1 << 15)
def _sense(number: int) -> tuple[str, tuple[int, ...]]:
    """The part of speech of a sense, and the senses right above it."""
    part, above = _book().open.execute("SELECT part, above FROM sense WHERE id = ?", (number,)).fetchone()
    return part, tuple(map(int, above.split()))


@lru_cache(maxsize=1 << 15)
def parts(word: str) -> frozenset[str]:
    """The parts of speech that a word in small letters may be: n, v, a, s (an adjective near another one), r.

    >>> sorted(parts("sank"))  # of "sink"
    ['n', 'v']
    """
    return frozenset(_sense(s)[0] for e in entries(word) for s in e.senses)


@lru_cache(maxsize=1 << 15)
def _reach(word: str) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The senses of a word in small letters, those above them within ``STEPS``, and those right above them."""
    own = {s for e in entries(word) for s in e.senses}
    return frozenset(own), frozenset(_above(own)), frozenset(_above(own, 1))


@lru_cache(maxsize=1 << 16)
def kinship(a: str, b: str) -> Kinship | None:
    """How two words stand to each other, whatever their forms; None where the file does not say. Case does not count.

    >>> kinship("sacked", "dismissed"), kinship("exploded", "explosion"), kinship("full", "emptied"), kinship("church", "chapel")
    ('same', 'same', 'opposite', 'kin')
    """
    left, right = entries(a.lower()), entries(b.lower())
    pairs = [(x, y) for x in left for y in right]
    if not pairs:
        return None
    if any(x.form == y.form or y.form in x.derived or x.form in y.derived for x, y in pairs):
        return "same"
    if any(y.form in x.opposites or x.form in y.opposites for x, y in pairs):
        return "opposite"
    mine, over_mine, next_mine = _reach(a.lower())
    theirs, over_theirs, next_theirs = _reach(b.lower())
    if mine & theirs:
        return "same"
    if over_mine & theirs or over_theirs & mine:
        return "near" if all(_sense(s)[0] == "a" for s in (over_mine & theirs) | (over_theirs & mine)) else "wider"
    shared = next_mine & next_theirs
    if shared:
        return "near" if all(_sense(s)[0] == "a" for s in shared) else "kin"
    return None


@lru_cache(maxsize=1 << 15)
def meanings(word: str, most: int = 4) -> tuple[frozenset[int], frozenset[int]]:
    """The most frequent senses of a word in small letters by number, and those right above them; to lay many words side by side.

    >>> bool(meanings("trawler")[1] & meanings("vessel")[0] or meanings("lorry")[0] & meanings("truck")[0])
    True
    """
    own = frozenset(s for e in entries(word) for s in e.senses[:most])
    return own, frozenset(_above(set(own), 1)) - own


@lru_cache(maxsize=1 << 15)
def kind_of(word: str, over: str, *, noun: bool = False) -> bool:
    """Whether the most frequent sense of a noun lies below that of another, however far.

    A word that is an adjective as well ("Iranian") is none, unless it is known to stand for a noun.

    >>> kind_of("drivers", "person"), kind_of("lorry", "person")
    (True, False)
    """
    mine, root = entries(word.lower()), next((e for e in entries(over) if e.form == over), None)
    mine = tuple(e for e in mine if e.form == word.lower()) or mine  # "porter" is no port
    if root is None or (not noun and any(_sense(s)[0] == "a" for e in mine for s in e.senses)):
        return False
    firsts = [next((s for s in e.senses if _sense(s)[0] == "n"), None) for e in mine]
    return any(root.senses[0] in _above({s}, DEEPEST) for s in firsts if s is not None)


DEEPEST = 18  # steps from the deepest noun of WordNet 3.0 to the top


def _above(senses: set[int], steps: int = STEPS) -> set[int]:
    """The senses that stand above any of these within so many steps."""
    found: set[int] = set()
    level = senses
    for _ in range(steps):
        level = {t for s in level for t in _sense(s)[1]}
        found |= level
    return found
