"""How a name sounds, so that its spellings in two scripts meet: "قناة ميلر ناين" and "Miller Nine News"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.lexicon.bodies import body_nouns
from sayso.lexicon.roles import role_of
from sayso.lexicon.senses import function_words
from sayso.model import HOUSES
from sayso.text.normal import bones, fold, words
from sayso.text.tokens import tokens

LEAST_BONES = 4
"""Consonants, all that there are, that a name has in common with its spelling in another script."""
_CH = re.compile(r"ch(?=[aeiou])", re.I)  # English has it for what Arabic and Cyrillic write as "sh": "Channel"
_SOFT = re.compile(r"c(?=[eiy])", re.I)  # and this for what they write as "s": "Financial"


@lru_cache(maxsize=1 << 14)
def sounds(name: str) -> frozenset[str]:
    """The consonants of a name, in all the ways in which another script may have them.

    With and without the article before it, and the nouns that say what it is ("the channel", "the organisation", "News").
    """
    found = [w.text for w in words(name)]
    named = [w for w in found if not _says_what(w)]
    bare = found[1:] if len(found) > 1 and fold(found[0]) in function_words() else found
    spelt = {s for text in map(" ".join, (found, bare, named)) for s in (text, _CH.sub("s", text), _SOFT.sub("s", text))}
    out = {bones(text, whole=whole) for text in spelt for whole in (False, True)}
    return frozenset(b for b in out if len(b) >= LEAST_BONES)


def _says_what(word: str) -> bool:
    """Whether a word of a name says what the house or body is."""
    return bool(body_nouns(word)) or any(role_of(t) in HOUSES for t in tokens(word))


def roman(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())
