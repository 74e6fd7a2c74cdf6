"""What a body is called in English, where a page names it in another language: "министерство обороны (defence ministry)"."""

from __future__ import annotations

from functools import lru_cache

from sayso.lexicon.notices import words_of
from sayso.lexicon.senses import function_words, senses
from sayso.text.normal import fold, stem, words

OFFICERS = tuple("prime-minister president mayor ambassador prosecutor director chairman lawyer doctor".split())
BODIES = tuple(
    "ministry embassy court police coastguard customs army parliament council hospital university museum "
    "school union company bank".split()
)
"""Senses of nouns that say what an officer or a body is; of two of a kind the first in this order is meant. "government" and
"authorities" are the sense of administrators and of single offices too, and stay out."""
TOPICS = frozenset(
    "health defence environment interior education foreign-affairs agriculture economy energy industry science".split()
)
"""Senses of what it is concerned with. Own lists, from ``senses.yml``; words that are names elsewhere stay out ("lasa")."""


@lru_cache(maxsize=1 << 12)
def gloss(name: str) -> str | None:
    """The English for what a body or an officer is, by the senses of the words before any comma; None where no head is known."""
    known = senses(abroad=True)
    plain = [w.text for w in words(name.split(",")[0]) if fold(w.text) not in function_words()]
    found = [(w, sense) for w in plain if (sense := known.get(stem(w)))]
    kinds = {sense: w for w, sense in found if sense in OFFICERS or sense in BODIES}
    officer, body = (next((k for k in heads if k in kinds), None) for heads in (OFFICERS, BODIES))
    if officer is None and body is None:
        return None
    if body == "ministry" and officer is None and fold(kinds[body]) in words_of("office holder"):
        body = "minister"
    topics = dict.fromkeys(sense for _, sense in found if sense in TOPICS)
    return " ".join([*topics, *(k for k in (body, officer) if k)]).replace("-", " ")


def glossed(name: str) -> str:
    """A name with its gloss in brackets behind it, where there is one."""
    said = gloss(name)
    return f"{name} ({said})" if said else name
