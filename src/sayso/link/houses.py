"""Which house publishes each page of the pile, under what names, so that a page that is cited is found among the others.

A page's house is its outlet, known by the table's name, by its host ("velmcourier.example" is the Velm Courier) or by a short form
("the Courier"). Where the reader found no outlet, the page's own words may tell ("the Courier has asked …").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import urlsplit

from sayso.lexicon.outlets import known_outlet, outlet_of_host
from sayso.lexicon.tables import rows
from sayso.link.names import house, house_words, initials, latin, same_house
from sayso.link.terms import function_words
from sayso.model import ChainLink, Document, Reading
from sayso.text.normal import fold, words

# Letters of a short form ("Courier") that the end of a host must have: shorter ones end many hosts.
LEAST_SHORT = 4
_HOUSES = frozenset({"agency", "outlet"})
# Kinds under which the reader may have taken an outlet for a speaker.
_MISTAKEN = frozenset({"person", "organization", "ngo"})
_INSIDE = re.compile(r"[(\"“«]([^()\"“”«»\n]{2,40})[)\"”»]")
_SECOND_LEVEL = frozenset("co com org net gov ac edu or www".split())


@lru_cache(maxsize=1 << 14)
def _undescribed(name: str) -> str:
    """A name without the description before it: "the news agency The Mill" is "The Mill"."""
    found = list(words(name))
    ends = [i for i, w in enumerate(found[:-1]) if w.text.islower() and fold(w.text) in house_words() and found[i + 1].capital]
    start = ends[-1] + 1 if ends else 0
    capital = next((i for i, w in enumerate(found) if w.capital), 0)
    rest = name[found[max(start, capital)].span.start:] if found else name
    return rest.split(" and ")[0].split(",")[0].strip()


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """A name without description and article before it: "the news agency Norrin Press" is "Norrin Press"."""
    rest = _undescribed(name)
    found = list(words(rest))
    article = len(found) > 1 and fold(found[0].text) in function_words() and not found[0].text.isupper()
    return rest[found[1].span.start:] if article else rest


@lru_cache(maxsize=1 << 14)
def forms(name: str) -> tuple[str, ...]:
    """The names that one name gives: without description, without article, and what stands in quotation marks or parentheses."""
    inside = [m.group(1).strip() for m in _INSIDE.finditer(name)]
    return tuple(dict.fromkeys(f for f in (bare_name(name), _undescribed(name), *inside) if f))


def host_labels(document: Document) -> frozenset[str]:
    """The letters of the names in a page's host: "news.velm-courier.example" gives "velmcourier" and "news"."""
    host = (urlsplit(document.url).hostname if document.url and "//" in document.url else None) or ""
    if document.outlet and "." in document.outlet and " " not in document.outlet:
        host = host or document.outlet
    parts = [p.replace("-", "") for p in host.lower().split(".")[:-1]]
    return frozenset(p for p in parts if len(p) > 2 and p not in _SECOND_LEVEL and p not in house_words())


@lru_cache(maxsize=1 << 14)
def _written(name: str) -> frozenset[str]:
    """The letters of a name as a host may have them: with or without article and trailing description, or its acronym."""
    found = [w.text for w in words(name)]
    out = {initials(name)} - {""}
    for start in {0, int(bool(found) and fold(found[0]) in function_words())}:
        for end in range(len(found), start, -1):
            out.add("".join(latin(w) for w in found[start:end]))
            if fold(found[end - 1]) not in house_words():
                break
    return frozenset(out)


@cache
def _own_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = rows("own_house")
    return tuple(w for r in table for w in r["before"]), tuple(w for r in table for w in r["after"])


def speaks_as(text: str, name: str) -> bool:
    """Whether the text speaks of this outlet as its own: "X has asked …", "did not answer questions from X"."""
    before, after = _own_words()
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        lead = text[max(0, at - 40):at].rstrip().removesuffix(" the").removesuffix(" The")
        if lead.endswith(before) or text[end:end + 40].lstrip().startswith(after):
            return True
        at = text.find(name, end)
    return False


class Houses:
    """The houses of all pages of a pile."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        self._labels = {r.document.id: host_labels(r.document) for r in readings}
        for r in readings:
            self._names[r.document.id] = _given(r.document)
        known = [n for names in self._names.values() for n in names]
        for r in readings:
            if not self._names[r.document.id] and not self._labels[r.document.id]:
                name = _told_here(r, known)
                self._names[r.document.id] = (name,) if name else ()
        self._found: dict[str, tuple[str, ...]] = {}

    def name(self, page: str) -> str | None:
        """The page's house by name, where it is known."""
        return next(iter(self._names[page]), None)

    def own(self, page: str, name: str | None) -> bool:
        """Whether this is the page's own house, by whatever form of its name."""
        return bool(name) and (self._is(page, name or "") or self._short(page, name or "", alone=True))

    def pages(self, name: str) -> tuple[str, ...]:
        """The pages of the pile that this house published; by a short form only where that fits one house alone."""
        if name not in self._found:
            exact = sorted(p for p in self._names if self._is(p, name))
            short = sorted(p for p in self._names if self._short(p, name)) if not exact else []
            one = len({(self._names[p], self._labels[p]) for p in short}) == 1
            self._found[name] = tuple(exact or (short if one else ()))
        return self._found[name]

    def publishes(self, link: ChainLink) -> bool:
        """Whether a link of a chain is an outlet or an agency: by its kind, or because a page of the pile is its own."""
        if not link.name:
            return False
        return link.kind in _HOUSES or (link.kind in _MISTAKEN and bool(self.pages(link.name)))

    def _is(self, page: str, name: str) -> bool:
        called = forms(name)
        canonical = {k for f in (name, *called) if (k := known_outlet(f))}
        for own in self._names[page]:
            if (known_outlet(own) or own) in canonical or any(same_house(own, f) for f in (name, *called)):
                return True
        return any(not self._labels[page].isdisjoint(_written(f)) for f in called)

    def _short(self, page: str, name: str, alone: bool = False) -> bool:
        """Whether the name is the last word of the house's own ("the Courier"); ``alone``: or the first of its host."""
        mine = house(bare_name(name)).words
        found = list(words(bare_name(name)))
        if len(found) != 1 or len(mine) != 1 or not found[0].capital:
            return False
        word = next(iter(mine))
        last = [latin(w.text) for own in self._names[page] for w in list(words(own))[-1:]]
        return word in last or (len(word) >= LEAST_SHORT and any(x != word and (x.endswith(word) or (alone and x.startswith(word))) for x in self._labels[page]))


def _given(document: Document) -> tuple[str, ...]:
    """The names that the reader found: the outlet's, the table's for its host."""
    host = urlsplit(document.url).hostname if document.url and "//" in document.url else None
    names = [document.outlet if document.outlet and ("." not in document.outlet or " " in document.outlet) else None,
             outlet_of_host(host) if host else None]
    return tuple(dict.fromkeys(n for n in names if n))


def _told_here(reading: Reading, known: Sequence[str]) -> str | None:
    """The outlet that a page without one speaks of as its own; or the only one that anybody on the page told, if nobody else is it."""
    told: dict[str, int] = defaultdict(int)
    for s in reading.statements:
        if s.addressee and s.addressee.name:
            told[bare_name(s.addressee.name)] += 1
        for link in s.chain[1:2]:
            if link.kind in _HOUSES and link.name:
                told[bare_name(link.name)] += 0
    for name in sorted(told, key=lambda n: (-told[n], n)):
        if speaks_as(reading.document.text, name):
            return name
    only = [n for n in told if told[n]]
    if len(only) == 1 and house(only[0]).named and not known_outlet(only[0]) and not any(same_house(only[0], k) for k in known):
        return only[0]
    return None
