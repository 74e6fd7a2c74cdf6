"""Which body "the authority", "the health ministry", "the group" means: one whose name has that noun, anywhere on the page.

News names a body once, often late ("… urged the Orvik Bridges Authority to act"), and calls it by its noun before and after. The
noun leads to the name where the page has one such name and no other body of that noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extract.persons import FIRST
from sayso.lexicon.notices import CAP
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import bodies, role_of
from sayso.lexicon.words import words
from sayso.model import HOUSES
from sayso.text.tokens import Token, tokens

MOST = 3
"""Words of such a phrase with its article: "the authority", "the health ministry"."""
_KINDS = frozenset({"government", "organization", "ngo", "armed_group"})
_POSTS = frozenset({"public", "body", "private"})
_CAP = rf"{CAP}[\w’'&-]*"
_VERB_OR_RANK = re.compile(r"(?:ly|[^s]s|est)\Z")  # "Watchdog fines bank", "the oldest bank in Orle": no other one
_INNER = r"(?:(?:of|and|for|the|on)[ \u00a0]){0,2}"


def institution(text: str, phrase: Sequence[Token]) -> str:
    """The name of the one body of a page that a phrase means by its noun; empty: none, or more than one."""
    said = [t for t in phrase if t.word]
    if not 1 < len(said) <= MOST or said[0].low not in ("the", "this", "that") or any(t.capital for t in said[1:-1]):
        return ""
    noun = said[-1]
    if not _of_body(noun) or role_of(noun) in HOUSES:
        return ""
    found = _names(text, noun.low)
    fullest = max(sorted(found), key=lambda n: len(found[n]), default="")
    known = found.get(fullest, frozenset())
    if not all(rest <= known for rest in found.values()) or not {t.low for t in said[1:-1]} <= known:
        return ""
    return "" if _another(text, noun.low, known) else fullest


def _of_body(noun: Token) -> bool:
    return role_of(noun) in _KINDS or not classes(noun).isdisjoint(_POSTS) or noun.low in words("en", "firm")


def _names(text: str, noun: str) -> dict[str, frozenset[str]]:
    """The names on a page that have a noun in their middle or at their end, each with its words."""
    at = rf"(?:{noun.capitalize()}|{noun.upper()})"
    pattern = re.compile(
        rf"(?<![\w’'-])(?:{_CAP}[ \u00a0]{_INNER}){{0,6}}{at}(?![\w-])(?:[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?{_CAP}"
        rf"(?:[ \u00a0](?:and[ \u00a0])?{_CAP}){{0,4}})?"
    )
    out: dict[str, frozenset[str]] = {}
    for m in pattern.finditer(text):
        own = [t for t in tokens(m.group()) if t.word]
        first = max((n + 1 for n, t in enumerate(own) if t.text.endswith(("'s", "’s"))), default=0)  # "Orvik's Ministry of Works"
        while first < len(own) and (own[first].low in FIRST or own[first].low in _small()):
            first += 1
        name = m.group()[own[first].start :].removesuffix("'s").removesuffix("’s") if first < len(own) else ""
        known = frozenset(t.low for t in own[first:]) - _small()
        if len(known) > 1 and name.lower() not in bodies() and name not in out:
            out[name] = known
    for name in [n for n in sorted(out) if n.isupper() and any(n != o and out[o] == out[n] for o in out)]:
        del out[name]  # the letters of a headline
    return out


def _small() -> frozenset[str]:
    return frozenset().union(
        *(words("en", kind) for kind in ("preposition", "clause", "determiner", "auxiliary", "pronoun", "time"))
    )


def _another(text: str, noun: str, known: frozenset[str]) -> bool:
    """Whether the page speaks of another body of that noun ("the town council" beside the "Orvik Council")."""
    small = _small() | FIRST | words("en", "join")
    for m in re.finditer(rf"(?<![\w’'-])([a-z][a-z’'-]+)[ \u00a0]{noun}(?![\w-])", text):
        if m[1] not in small and m[1] not in known and not _VERB_OR_RANK.search(m[1]):
            return True
    return False
