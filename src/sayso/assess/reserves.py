"""Words of reserve: what a telling leaves open ("may", "is believed to"), and what it only passes on."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.pile import Pile, sentence
from sayso.lexicon import vocabulary
from sayso.model import Statement

UNSURE = re.compile(
    rf"\b(?:(?<!whom\sto\s)(?<!what\sto\s){vocabulary.one_of('moods', 'unsure')}"
    r"|could(?!n|\snot)|(?:not|n['’]\s?t)\s(?:\w+\s){0,2}"
    rf"{vocabulary.one_of('moods', 'not so')}"
    r"|(?:quoted|cited)\s(?:\S+\s){1,4}?as\ssaying|(?:can\s?not|n['’]t)\s(?:be\s)?(?:rul\w+\sout|excluded?))\b",
    re.IGNORECASE,
)
# Words of reserve that say it is somebody else's word, not that it is uncertain.
HEARSAY = vocabulary.pattern("moods", "hearsay")


CHARGE = vocabulary.pattern("moods", "of a charge")
NOUN = re.compile(r"\bthe\s+accused\b(?!\s+of\b)", re.IGNORECASE)  # "the accused" says who it is, and no doubt
GUESS = vocabulary.pattern("moods", "of a guess")
LIMIT = vocabulary.pattern("moods", "of a limit")
WOULD = re.compile(r"\b(?:would|conviction)\b", re.IGNORECASE)


def answered(word: str, here: str, other: str) -> bool:
    """Whether a word of reserve tells no more doubt than the other telling has in words of its own.

    "Will stand trial for" and "are accused of", "put at 60 crowns" and "estimated at", "the maximum fine" and "the highest possible
    fine", "if convicted" and "a conviction would".
    """
    low = word.casefold()
    if CHARGE.match(low):
        return CHARGE.search(other) is not None or NOUN.search(here) is not None
    if low.startswith("estimat"):
        return GUESS.search(other) is not None
    if low == "possible":
        return LIMIT.search(f"{here} {other}") is not None
    return low == "would-be" or (low == "if" and WOULD.search(other) is not None)


@cache
def rounding_words() -> frozenset[str]:
    """Words that round a figure (``quantities.yml``); they are compared with the figures."""
    return frozenset(w.casefold() for w in vocabulary.bounds("about", language=None)) | {"over"}


# Words that answer to a reserve though they are none: a plan for what is expected, a verdict for an accusation.
LESS = vocabulary.pattern("moods", "of plan")


def reserve(pile: Pile, s: Statement, *, own: bool = False) -> list[str]:
    """The words of reserve of a telling and of its cue, or (not ``own``) of its sentence; the name of its source left out."""
    text = pile.text(s) if own else sentence(pile, s)
    for k in s.chain[1:]:
        for form in pile.forms(k):
            text = text.replace(form, " ")
    text = re.sub(r"\b(?:month of )?May\b(?=\s\d)|\b\d+\sMay\b|\b(?:in|on|of|since|from|to|until|last)\sMay\b", " ", text)
    found = [m.group() for m in UNSURE.finditer(text) if m.group() != "May" or not text[: m.start()].strip(" “\"‘'")]
    cue = pile.words(s.document, s.cue).casefold() if s.cue is not None else ""
    found = [w for w in found if not (cue and w.casefold() == f"{cue} that")]  # "the agency reports that" is its word for "said"
    found += [] if own else [m.group() for m in LESS.finditer(text)]
    return found + [h.word for h in s.hedges if h.word.casefold() not in rounding_words()]
