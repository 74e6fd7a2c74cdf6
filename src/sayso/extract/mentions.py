"""What the words of one mention say: its parts, its proper names, whether it names by role alone."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.lexicon.roles import kind_of, role_of, role_words
from sayso.model import HOUSES
from sayso.text.tokens import Token, tokens

DEMONYM = re.compile(r"(?:ian|ean|an|ish|ese|i|ic)$")  # "the Norwegian news agency" names nobody by name
BARE = frozenset("the this that these those same said".split())


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[Token, ...]:
    """The words of a name, with the marks that part them."""
    return tuple(t for t in tokens(name) if t.word or t.text in ",(–—")


@lru_cache(maxsize=4096)
def capitalised(name: str) -> frozenset[str]:
    """The capitalised words of a name, in lower case."""
    return frozenset(t.low for t in parts(name) if t.capital)


@lru_cache(maxsize=4096)
def said_words(name: str) -> frozenset[str]:
    """The words of a name, in lower case."""
    return frozenset(t.low for t in parts(name) if t.word)


def stem(low: str) -> str:
    """A word without its article and its last letters, so that cases and numbers of one noun meet."""
    low = low.split("'")[0].split("’")[0].removeprefix("ال")
    return low[: max(4, len(low) - 3)]


def names_in(name: str) -> list[str]:
    """The capitalised words of a name."""
    return [t.text for t in tokens(name) if t.capital]


def bare_role(name: str) -> bool:
    """Whether a phrase names by role alone: no proper name, and definite ("the minister", "the agency's sources")."""
    listed = [t for t in tokens(name) if t.word]
    roles = role_words()
    return (
        bool(listed)
        and listed[0].low in BARE
        and any(t.low in roles for t in listed)
        and kind_of(name, None) != "person"
        and not any(t.capital and t.low not in roles and _names_one(t, n, listed) for n, t in enumerate(listed) if n)
    )


def _names_one(t: Token, n: int, listed: list[Token]) -> bool:
    """Whether a capitalised word names somebody: any after the noun ("the newspaper Kayan"), no state or people before it."""
    after = role_of(listed[n - 1]) in HOUSES and not listed[n - 1].capital
    return after or not (t.text.isupper() or DEMONYM.search(t.low))
