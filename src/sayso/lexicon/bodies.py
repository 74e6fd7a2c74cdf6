"""Names that say of themselves that they are a body's: "Ministry of Fisheries", "Orle Safety Office", "Ministerio de Defensa"."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.lexicon.posts import classes
from sayso.lexicon.roles import mastheads, role_of
from sayso.model import HOUSES
from sayso.text.tokens import Token, tokens

MOST = 9
"""Words of a body's name (a choice)."""
SMALL = frozenset("of the and da do dos das de del della dei la le les el al des du di y e et und von van".split())
"""Words without a capital within the name of a house."""
_KINDS = frozenset({"government", "organization", "ngo", "armed_group"})
_POSTS = frozenset({"public", "private", "body"})
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff]")
_NO_NAME = re.compile(r"[:?!;/\"«“]|\d|[.,]$")


def names_body(name: str) -> bool:
    """Whether a line is the name of a body: few words, a noun of bodies among them, and no more than a name.

    In Latin letters it ends in that noun, with capitals throughout, or a little word follows the noun ("Ministère de la défense").
    """
    found = [t for t in tokens(name) if t.word]
    if not 1 < len(found) <= MOST or _NO_NAME.search(name.strip()) or not any(map(_noun, found)):
        return False
    if _OTHER_SCRIPT.search(name):
        return not found[0].text.islower()
    of_something = any(_noun(a) and b.low in SMALL for a, b in pairwise(found))
    named = titled(name) and (of_something or _noun(found[-1]))
    return named or (found[0].capital and _noun(found[0]) and found[1].low in SMALL)


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
    return role_of(token) in _KINDS or role_of(token, "es") in _KINDS or not classes(token).isdisjoint(_POSTS)
