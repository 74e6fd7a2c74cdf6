"""How surely and how far something is told: whether a deed is done, meant, possible or denied, and words of amount around it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assess.alignment import Token
from sayso.assess.nouns import BE
from sayso.lexicon import vocabulary

BACK = 5  # words before a verb in which its auxiliaries stand; own choice
MEANT = vocabulary.words("moods", "meant")
OPEN = vocabulary.words("moods", "open")
DENYING = vocabulary.words("moods", "not", "hardly", "fails")
# Right before a word these turn it round; what "refused" or "nearly" does to a deed says nothing of a thing.
NOT = vocabulary.words("moods", "not", "hardly")
NEAR = 4  # words before a word in which its negation stands; own choice
HAVING = frozenset("has have had having".split())
LEVELS = {w: kind.removeprefix("level:") for kind in vocabulary.kinds("moods", "level:") for w in vocabulary.listed("moods", kind)}
"""Words that widen, narrow or soften what is told, by what they say. Where one sentence has one and the other none of its kind, the
other says another thing, or says it in another way: ``leftovers`` weighs which."""


def mood(row: Sequence[Token], n: int) -> str:
    """How the deed at a place is told: "done", "meant", "open", "denied" or "" where no auxiliary says so."""
    out = ""
    k = n - 1
    while k >= 0 and n - k <= BACK and not row[k + 1].word.apart:
        low = row[k].low
        if low in DENYING or low.endswith(("n't", "n’t")):
            return "denied"
        if low in OPEN:
            return "open"
        if low in MEANT or (low == "to" and k and row[k - 1].low in BE | HAVING):
            return "meant"
        if low in BE | HAVING:
            out = "done"
        elif row[k].content and low not in HAVING:
            break
        k -= 1
    low = row[n].low
    return out or ("done" if low.endswith("ed") else "")


def levels(row: Sequence[Token]) -> dict[str, int]:
    """The kinds of words of amount and of reserve in a sentence, each with the place of the first."""
    out: dict[str, int] = {}
    for n, t in enumerate(row):
        low = "not" if t.low.endswith(("n't", "n’t")) else t.low
        if low in LEVELS:
            out.setdefault(LEVELS[low], n)
    return out


def denied(row: Sequence[Token], n: int) -> bool:
    """Whether a negation stands shortly before a word."""
    return any(t.low in NOT or t.low.endswith("n't") for t in row[max(0, n - NEAR) : n])
