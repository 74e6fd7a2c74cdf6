"""Which house publishes each page of the pile, under what names, so that a page that is cited is found among the others.

A page's house is its outlet, known by the table's name, by its host ("velmcourier.example" is the Velm Courier) or by a short form
("the Courier").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.lexicon.outlets import known_outlet, outlet_of_host
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
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18}\Z")
_SECOND_LEVEL = frozenset("co com org net gov ac edu or www".split())


@lru_cache(maxsize=1 << 14)
def _undescribed(name: str) -> str:
    """A name without the description before it: "the news agency The Mill" is "The Mill"."""
    found = list(words(name))
    ends = [i for i, w in enumerate(found[:-1]) if w.text.islower() and fold(w.text) in house_words() and found[i + 1].capital]
    start = ends[-1] + 1 if ends else 0
    capital = next((i for i, w in enumerate(found) if w.capital), 0)
    rest = name[found[max(start, capital)].span.start :] if found else name
    return rest.split(" and ")[0].split(",")[0].strip()


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """A name without description and article before it: "the news agency Norrin Press" is "Norrin Press"."""
    rest = _undescribed(name)
    found = list(words(rest))
    article = len(found) > 1 and fold(found[0].text) in function_words() and not found[0].text.isupper()
    return rest[found[1].span.start :] if article else rest


@lru_cache(maxsize=1 << 14)
def forms(name: str) -> tuple[str, ...]:
    """The names that one name gives: without description, without article, and what stands in quotation marks or parentheses."""
    inside = [m.group(1).strip() for m in _INSIDE.finditer(name)]
    return tuple(dict.fromkeys(f for f in (bare_name(name), _undescribed(name), *inside) if f))


def _host(url: str | None) -> str:
    """The host of an address, empty where there is none or the address is broken."""
    try:
        return (urlsplit(url).hostname if url and "//" in url else None) or ""
    except ValueError:
        return ""


def host_labels(document: Document) -> frozenset[str]:
    """The letters of the names in a page's host: "news.velm-courier.example" gives "velmcourier" and "news"."""
    host = _host(document.url) or (document.outlet if document.outlet and _HOST.match(document.outlet) else "")
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


class _House(NamedTuple):
    """A house as its pages give it: names, and the letters of its hosts."""

    names: tuple[str, ...]
    labels: frozenset[str]

    def called(self, name: str) -> bool:
        """Whether this name is a full name of the house."""
        given = forms(name)
        canonical = {k for f in (name, *given) if (k := known_outlet(f))}
        for own in self.names:
            if (known_outlet(own) or own) in canonical or any(same_house(own, f) for f in (name, *given)):
                return True
        return any(not self.labels.isdisjoint(_written(f)) for f in given)

    def shortly(self, name: str, alone: bool = False) -> bool:
        """Whether the name is the last word of the house's own ("the Courier"); ``alone``: or the first of its host."""
        mine = house(bare_name(name)).words
        found = list(words(bare_name(name)))
        if len(found) != 1 or len(mine) != 1 or not found[0].capital:
            return False
        word = next(iter(mine))
        last = [latin(w.text) for own in self.names for w in list(words(own))[-1:]]
        hosts = [x for x in self.labels if len(word) >= LEAST_SHORT and x != word]
        return word in last or any(x.endswith(word) or (alone and x.startswith(word)) for x in hosts)


class Houses:
    """The houses of all pages of a pile; a name is compared with each house once, however many pages it has."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._of = {r.document.id: _House(_given(r.document), host_labels(r.document)) for r in readings}
        self._pages: dict[_House, list[str]] = {}
        for page in sorted(self._of):
            self._pages.setdefault(self._of[page], []).append(page)
        self._found: dict[str, tuple[str, ...]] = {}

    def own(self, page: str, name: str | None) -> bool:
        """Whether this is the page's own house, by whatever form of its name."""
        return bool(name) and (self._of[page].called(name or "") or self._of[page].shortly(name or "", alone=True))

    def pages(self, name: str) -> tuple[str, ...]:
        """The pages of the pile that this house published; by a short form only where that fits one house alone."""
        if name not in self._found:
            exact = [h for h in self._pages if h.called(name)]
            short = [h for h in self._pages if h.shortly(name)] if not exact else []
            fitting = exact or (short if len(short) == 1 else [])
            self._found[name] = tuple(sorted(p for h in fitting for p in self._pages[h]))
        return self._found[name]

    def publishes(self, link: ChainLink) -> bool:
        """Whether a link of a chain is an outlet or an agency: by its kind, or because a page of the pile is its own."""
        if not link.name:
            return False
        return link.kind in _HOUSES or (link.kind in _MISTAKEN and bool(self.pages(link.name)))


def _given(document: Document) -> tuple[str, ...]:
    """The names that the reader found: the outlet's, the table's for its host."""
    host = _host(document.url)
    named = document.outlet if document.outlet and not _HOST.match(document.outlet) else None
    return tuple(dict.fromkeys(n for n in (named, outlet_of_host(host) if host else None) if n))
