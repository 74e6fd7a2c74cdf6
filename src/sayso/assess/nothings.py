"""What "no lorry" and "any vessel" deny that there was, where the page tells of it under another word: "the truck", "a tug"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assess.acts import NOTHING, act
from sayso.assess.pile import PASSED_ON, Pile, own_stance
from sayso.assess.wording import WORD, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import kinship
from sayso.model import Statement

# What is said not to be: "no lorry of ours was …", "there were no talks", "that any vessel was there", "an attack by a gang".
_THING = re.compile(
    r"(?:\b(?:no|not an?|never an?|any)\s|^\W*an?\s)(?:[a-z][\w-]*\s){0,2}?(?P<thing>[a-z][\w-]{3,})"
    r"(?=\s(?:of|by|was|were|is|are|has|had|have|took|been|on|in|at|to|for|from|with|near|there)\b|\W*$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:of|with|to|by|for|from|in|at|on|as)\s$", re.IGNORECASE)  # "no contract with any board" is of a contract
_ABSTRACT = vocabulary.words("light_words", "abstract")
NEAR = 4  # tellings on either side in which the thing may have been told; own choice


def thing_denied(pile: Pile, s: Statement, rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """The nearest telling of the page by another party that has the thing a denial speaks of, or a kind of it, and affirms it.

    A headline only sums up: what it has in a few words stands below it.
    """
    if pile.documents[s.document].language not in (None, "en"):
        return ()
    words_ = pile.told(s)
    things = [m["thing"].casefold() for m in _THING.finditer(words_) if _BEHIND.search(words_, 0, m.start()) is None]
    things = [w for w in things if w not in _ABSTRACT and stem(w) not in _ABSTRACT]
    before, after = ([x for x in rows if (x.span < s.span) == first] for first in (True, False))
    for x in (*before[::-1][:NEAR], *after[:NEAR]):
        told = pile.told(x)
        if pile.headline(x) or own_stance(x) not in PASSED_ON or act(pile, x) is not None or NOTHING.search(told) is not None:
            continue
        if any(_is(thing, w.casefold()) for thing in things for w in WORD.findall(told) if w.casefold() not in stop()):
            return (x,)
    return ()


def _is(thing: str, word: str) -> bool:
    """Whether another word is for the same thing, or a kind of it; where it is the same word, other rules ask for more."""
    return stem(thing) != stem(word) and kinship(thing, word) in ("same", "wider")
