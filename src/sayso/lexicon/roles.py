"""What a noun phrase says of a source: anonymous, official, agency … One place decides kinds, by rows of words."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.tables import rows
from sayso.model import SourceKind
from sayso.text.tokens import Token, tokens

_BEFORE = frozenset("in of from within among at with for on to by inside near close familiar who which that based".split())
_ARTICLES = frozenset("the a an this that these those its his her their our some several many most other one two three".split())
_PARTICLES = frozenset("al el de la van von der bin ibn ben da dos du ez".split())


@cache
def role_words() -> dict[str, SourceKind]:
    """Role noun, lower case, to kind; the first row that has a word decides."""
    out: dict[str, SourceKind] = {}
    for row in rows("roles"):
        for word in row["words"].split():
            out.setdefault(word, row["kind"])
    return out


@cache
def capitals() -> frozenset[str]:
    """Names of capitals and countries in lower case: metonyms of governments."""
    return frozenset(r["name"] for table in ("capitals", "countries") for r in rows(table))


def head(words: list[Token]) -> list[Token]:
    """The part of a noun phrase before its first preposition, relative or comma: its head and what stands before it."""
    for i, t in enumerate(words):
        if i and (t.low in _BEFORE or t.text in ",(–—"):
            return words[:i]
    return words


def kind_of(name: str, outlet: SourceKind | None) -> SourceKind:
    """The kind of a source by its noun phrase; ``outlet`` is what the outlet table says of the name, if it knows it."""
    words = [t for t in tokens(name) if t.word or t.text in ",(–—"]
    if not words:
        return "unnamed"
    first = head(words)
    roles = role_words()
    kinds = [(i, roles[t.low]) for i, t in enumerate(first) if t.low in roles]
    if any(k == "anonymous" for _, k in kinds) or "anonym" in name.lower() or "familiar with" in name.lower():
        return "anonymous"
    if " ".join(t.low for t in words).removeprefix("the ") in capitals():
        return "government"
    person = _person(words)
    if person and any(k == "official" for _, k in _all(words)):
        return "official"
    if outlet is not None:
        return outlet
    if (not person and "news agency" in name.lower()) or "newspaper" in name.lower():
        return "agency" if "agency" in name.lower() else "outlet"
    if kinds:
        return kinds[-1][1]
    every = _all(words)
    if person:
        return "person"
    if every:
        return every[0][1]
    if any(t.text.isupper() and len(t.text) > 1 for t in first):
        return "organization"
    return "person" if any(t.capital for t in first) else "group"


def _all(words: list[Token]) -> list[tuple[int, SourceKind]]:
    roles = role_words()
    return [(i, roles[t.low]) for i, t in enumerate(words) if t.low in roles]


def _person(words: list[Token]) -> bool:
    """Whether the phrase ends, or begins, in a personal name: two capitalised words in a row that are no role or organisation."""
    roles = role_words()

    def named(t: Token) -> bool:
        return t.capital and not t.text.isupper() and t.low not in roles and t.low not in _ARTICLES and not t.text.endswith(("'s", "’s"))
    runs, run = [], 0
    for t in words:
        if named(t):
            run += 1
        elif t.low in _PARTICLES and run:
            continue
        else:
            runs.append(run)
            run = 0
    title = any(roles.get(t.low) == "official" for t in words)
    return max([*runs, run]) >= 2 or (run >= 1 and title and len(words) > 1)
