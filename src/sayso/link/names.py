"""Whether two names mean the same outlet, or the same person: titles, descriptions, acronyms and spellings aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon import gazetteer
from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows
from sayso.link.terms import aliases, terms
from sayso.model import Span
from sayso.text.normal import article, fold, latin, name_key, words

# An acronym of two letters and more stands for a name of as many words ("AP"); one letter stands for nothing.
LEAST_ACRONYM = 2
_POSSESSIVE = ("'s", "’s")
# Behind a name only: "an activist from Ost Vik" has no other.
_FROM = re.compile(r"\b([^\W\d_a-z][\w’'-]{1,40}),?\sfrom\s.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class House:
    """An outlet's name without description: its own words, and the acronym that its capitals make.

    ``named`` is False where nothing but description is left ("local media"): that is no one outlet.
    """

    words: frozenset[str]
    acronym: str
    named: bool


@cache
def house_words() -> frozenset[str]:
    """Folded words that describe an outlet without naming it."""
    return frozenset(fold(w) for row in rows("house_words") for w in row["words"].split())


@cache
def _country_words() -> frozenset[str]:
    """Words that say of which country or bloc something is."""
    return frozenset(form[0] for form in aliases() if len(form) == 1) | gazetteer.peoples().keys()


@lru_cache(maxsize=1 << 14)
def house(name: str) -> House:
    """An outlet's name as it is compared."""
    found = [w for w in words(name) if fold(w.text) not in function_words() or w.text.isupper()]
    own = [w for w in found if fold(w.text) not in house_words() and not article(w.text)]
    bare = [
        w
        for w in own
        if fold(w.text) not in _country_words() and w.text not in _country_words() and not w.text.endswith(_POSSESSIVE)
    ]
    named = bool(bare) or bool(initials(name))
    bare = bare or own or found
    return House(frozenset(latin(w.text) for w in bare), initials(name), named)


def described(name: str) -> bool:
    """Whether an outlet is only described: "local media", "a news site"."""
    return not house(name).named or all(w.text.islower() for w in words(name))


def initials(name: str) -> str:
    """The acronym that a name's capitals make, empty where they make none."""
    out = "".join(fold(w.text)[:1] for w in words(name) if w.capital and fold(w.text) != "the")
    return out if len(out) >= LEAST_ACRONYM else ""


def abbreviates(code: str, name: str) -> bool:
    """Whether capitals stand for a name: its letters in order, the first of each word among them ("TWP" for "Tollwater Press").

    After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003).
    """
    found = [fold(w.text) for w in words(name) if w.capital]
    if len(code) < LEAST_ACRONYM or not code.isupper() or not 1 < len(found) <= len(code):
        return False
    letters, reached = code.lower(), {0}
    for word in found:
        ends = ((n, k) for n in reached for k in range(n + 1, len(letters) + 1))
        reached = {k for n, k in ends if letters[n] == word[0] and _in_order(letters[n:k], word)}
    return len(letters) in reached


def _in_order(letters: str, word: str) -> bool:
    """Whether a word has these letters in this order."""
    rest = iter(word)
    return all(c in rest for c in letters)


def same_house(a: str | None, b: str | None) -> bool:
    """Whether two names mean one outlet; a service of a house ("X Arabic") is another one than the house."""
    if not a or not b:
        return False
    left, right = house(a), house(b)
    if left.words and left.words == right.words:
        return True
    return any(
        len(x.words) == 1 and y.acronym and len(y.words | {""}) > 1 and y.acronym in x.words
        for x, y in ((left, right), (right, left))
    )


@lru_cache(maxsize=1 << 14)
def surname(name: str) -> str | None:
    """The key of a person's last name: the last capitalised word that is neither title nor function word, as a name key.

    Where somebody is from is no part of it: "Mara Hjelm from Ost Vik".
    """
    keys = _proper_keys(name)
    return keys[-1] if keys else None


def _proper_keys(name: str) -> list[str]:
    return [
        name_key(w.text) or latin(w.text)
        for w in words(_FROM.sub(r"\1", name))
        if (w.capital or w.caseless) and not w.numeric and fold(w.text) not in function_words() and not article(w.text)
    ]


@lru_cache(maxsize=1 << 14)
def name_keys(name: str) -> frozenset[str]:
    """All comparable parts of a name."""
    return frozenset(k for _, k in terms(name, Span(0, len(name)), headlines=False))


def same_person(a: str | None, b: str | None) -> bool:
    """Whether two names can mean one person: equal last names, and what the shorter one has, the longer has too."""
    if not a or not b or surname(a) is None or surname(a) != surname(b):
        return False
    left, right = (frozenset(_proper_keys(n)) for n in (a, b))
    return left <= right or right <= left or len(left & right) >= 2


def same_body(a: str | None, b: str | None) -> bool:
    """Whether two names mean one organisation: equal parts, or an acronym."""
    return bool(a and b) and (name_keys(a or "") == name_keys(b or "") or same_house(a, b))
