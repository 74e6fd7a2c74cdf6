"""Of which country a body or an outlet is, by words and addresses: "Velmia's ministry", "Portuguese media", a page in Polish."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lexicon import gazetteer
from sayso.lexicon.tables import rows
from sayso.link.houses import host_of
from sayso.model import Document
from sayso.text.normal import fold, words

_BELONGS = re.compile(r"(?:[Tt]he\s)?(?P<land>[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+){0,2})['’]s?\s")


@lru_cache(maxsize=1 << 12)
def country_before(speaker: str) -> str:
    """The country with which a body's name begins in English ("Velmia's"), empty where there is none."""
    m = _BELONGS.match(speaker)
    return m.group() if m and any(e.kind == "country" for e in gazetteer.named(m["land"])) else ""


@lru_cache(maxsize=1 << 10)
def countries(text: str) -> frozenset[str]:
    """The countries that a text names by one word or two, or a town of which they have the only one of that name."""
    found = [w.text for w in words(text) if w.capital or w.caseless]
    entries = (e for name in {*found, *map(" ".join, pairwise(found))} for e in gazetteer.named(re.sub("['’]s?$", "", name)))
    return frozenset(e.country for e in entries if e.proper and not e.namesake)


@lru_cache(maxsize=1 << 12)
def peoples_of(name: str) -> frozenset[str]:
    """The countries whose people an outlet's description names: "Portuguese media", "a Polish newspaper"."""
    return frozenset(code for w in words(name) if (code := gazetteer.peoples().get(fold(w.text))))


@cache
def _spoken() -> dict[str, frozenset[str]]:
    """The languages in which each country's papers are mostly written, but English, which says of no country."""
    return {r["iso"]: frozenset(r["speaks"].split()) for r in rows("countries") if r.get("speaks")}


def published_in(document: Document, lands: frozenset[str]) -> bool:
    """Whether a page is from one of these countries, by the ending of its address or its language."""
    ending = host_of(document.url).rpartition(".")[2].upper()
    if ("GB" if ending == "UK" else ending) in lands:
        return True
    return any((document.language or "en").split("-")[0] in _spoken().get(land, ()) for land in lands)
