"""Names that say of themselves that they are a body's: "Ministry of Fisheries", "Orle Safety Office", "Ministerio de Defensa"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lexicon.posts import classes
from sayso.lexicon.roles import mastheads, role_of
from sayso.lexicon.tables import rows
from sayso.model import HOUSES
from sayso.text.tokens import Token, tokens

MOST = 9
"""Words of a body's name (a choice)."""
SMALL = frozenset(
    "of for the and da do dos das de del della delle degli dei dell la le les el al des du di y e et und der den dem für zum zur"
    " von van voor w we i ve".split()
)
"""Words without a capital within the name of a house."""
_OF = frozenset("da do dos das de del della delle degli dei di des du van".split())
"""Words behind what is said of a body before its town: "Autorité portuaire de Norrin"."""
_LAST: tuple[str | None, ...] = (None, "tr")
_FIRST: tuple[str | None, ...] = ("es", "pt", "fr", "it", "de", "nl", "pl", "id", "ru", "uk", "ar")
"""Languages (English: none) in which the noun ends a body's name, and in which it begins one."""
_KINDS = frozenset({"government", "organization", "ngo", "armed_group"})
_POSTS = frozenset({"public", "private", "body"})
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff]")
_NO_NAME = re.compile(r"[:?!;/\"«“]|\d|[.,]$")


def names_body(name: str) -> bool:
    """Whether a line is the name of a body: few words, a noun of bodies among them, and no more than a name.

    In Latin letters it begins or ends with that noun, with capitals throughout ("Hafenbehörde Orle", "Orle Belediyesi"), or a
    little word follows the noun, or one word and then one ("Ministère de la défense", "Autorité portuaire de Orle").
    """
    found = [t for t in tokens(name) if t.word]
    if not 1 < len(found) <= MOST or _NO_NAME.search(name.strip()) or not any(map(_noun, found)):
        return False
    if _OTHER_SCRIPT.search(name):
        return not found[0].text.islower()
    of_something = any(_noun(a) and b.low in SMALL for a, b in pairwise(found))
    if titled(name) and (of_something or _ends(found[-1]) or _begins(found[0])):
        return True
    if not (found[0].capital and _noun(found[0])):
        return False
    described = len(found) > 3 and found[2].low in _OF and found[-1].capital
    return found[1].low in SMALL or (described and all(t.capital or t.low in SMALL for t in found[3:]))


def titled(name: str) -> bool:
    """Whether a line is a name by its capitals: few words, little ones aside none without."""
    found = [t for t in tokens(name) if t.word]
    whole = 1 < len(found) <= MOST and not _NO_NAME.search(name.strip().removesuffix("."))
    return whole and found[0].capital and all(t.capital or t.low in SMALL for t in found)


def body_nouns(name: str) -> tuple[str, ...]:
    """The nouns of bodies in a name, as they stand there."""
    return tuple(t.text for t in tokens(name) if t.word and _noun(t))


def reports(name: str) -> bool:
    """Whether a word of a name makes it the name of a house that reports: "Orle Broadcasting Council Radio", "Press Union"."""
    found = tokens(name)
    return any(role_of(t) in HOUSES or t.low in mastheads() for t in found)


def _noun(token: Token) -> bool:
    """A noun of bodies, in any language that has rows of such: the page's own is not known yet."""
    return _body_word(token.text) or not classes(token).isdisjoint(_POSTS)


def _ends(token: Token) -> bool:
    """A noun of bodies with which a name ends, in languages whose names do: "Orle Harbour Board", "Orle Belediyesi"."""
    return not classes(token).isdisjoint(_POSTS) or any(role_of(token, language) in _KINDS for language in _LAST)


def _begins(token: Token) -> bool:
    """A noun of bodies with which a name begins, in languages whose names do: no first name ("Tim"), none that English has.

    "Hospital Roof Collapses" is a title.
    """
    english = not classes(token).isdisjoint(_POSTS)
    return _body_word(token.text, _FIRST) and not english and token.low not in _first_names() | mastheads()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(w for r in rows("first_names") for w in r["words"].split())


@lru_cache(maxsize=1 << 14)
def _body_word(word: str, languages: tuple[str | None, ...] = (*_LAST, *_FIRST)) -> bool:
    token = tokens(word)[0]
    return any(role_of(token, language) in _KINDS for language in languages)
