"""What a source's name alone says: a body that has a name, the press in general, a description, or nobody."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sayso.assess.wording import WORD, particular, party_words, stem, stop
from sayso.lexicon.roles import role_words
from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows

# Small words inside the name of a body: "University of Ostmar", "Board for the Harbours".
_INSIDE = frozenset("of for the and de du des di della do da der".split())
_BODY = frozenset({"government", "organization", "ngo", "agency"})
_OTHERS = frozenset({"government", "official", "organization", "ngo", "armed_group", "agency", "person"})


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters; names in two scripts cannot be told apart by their letters."""
    return any("a" <= c <= "z" for c in unicodedata.normalize("NFKD", name.casefold()))


@lru_cache(maxsize=1 << 14)
def bodies(name: str) -> tuple[frozenset[str], ...]:
    """The named bodies in a source's name, as stems: runs of capitalised words of which one says what it is and one whose it is."""
    runs: list[list[str]] = [[]]
    for word in WORD.findall(name):
        if word[0].isupper():
            runs[-1].append(word)
        elif not (runs[-1] and word in _INSIDE):
            runs.append([])
    out = []
    for run in runs:
        kinds = [role_words().get(w.casefold()) for w in run]
        words = frozenset(stem(w) for w in run if w.casefold() not in stop())
        if any(k in _BODY for k in kinds) and not all(kinds) and len(words) > 1:
            out.append(words)
    return tuple(out)


@lru_cache(maxsize=4)
def _as_written(kind: str) -> frozenset[str]:
    """The words of one kind themselves, without their stems: "reports" are the press, a report is a document."""
    return frozenset(w for row in rows("parties") if row["kind"] == kind for w in str(row["words"]).split())


@lru_cache(maxsize=1 << 14)
def press(name: str) -> bool:
    """Whether a name is that of the press in general ("several media reports"): somebody reports it, nobody says who."""
    found = WORD.findall(name)
    words = [w.casefold() for w in found]
    general = _as_written("press")
    if not any(w in general for w in words) or any(w in party_words("state") for w in words):
        return False
    for at, (shown, word) in enumerate(zip(found, words, strict=True)):
        if word in general:
            continue
        whose = at + 1 < len(words) and words[at + 1] in _as_written("press_mass")
        if (shown[0].isupper() and at and not whose) or role_words().get(word) in _OTHERS:
            return False
    return True


@lru_cache(maxsize=1 << 14)
def refers(name: str) -> bool:
    """Whether a name only goes back to what was named: a pronoun that the reading could not resolve, or "the report"."""
    low = name.casefold().split()
    if len(low) == 2 and low[0] in ("the", "this", "that"):
        return low[1] in party_words("paper")
    return len(low) == 1 and low[0] in party_words("pronoun") and (len(name) == 1 or not name.isupper())


@lru_cache(maxsize=1 << 14)
def described(name: str) -> bool:
    """Whether a name, in a script that has capitals, has none but at its start: a description, no proper name."""
    found = WORD.findall(name)
    cased = any(c.isupper() or c.islower() for c in name)
    return (
        cased
        and bool(found)
        and not any(w[0].isupper() for w in found[1:])
        and (found[0][0].islower() or stem(found[0]) in _plain())
    )


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Stems that may open a description with a capital: articles, role nouns and words of amount."""
    words = {*role_words(), *stop(), "several", "some", "many", "local", "the", "a", "an"}
    return frozenset(f for w in words for f in (w, stem(w)))


@lru_cache(maxsize=1 << 14)
def apposed(name: str) -> frozenset[str]:
    """The name at the end of a description, right after what it is: "figures from insurer Ostlife", not "residents of Ostmar"."""
    found = WORD.findall(name)
    tail = next((n for n, w in enumerate(reversed(found)) if not w[0].isupper()), len(found))
    if not 0 < tail < len(found) or found[-tail - 1].casefold() in function_words():
        return frozenset()
    return particular(frozenset(stem(w) for w in found[-tail:]))
