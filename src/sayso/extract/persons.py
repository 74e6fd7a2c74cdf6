"""The personal name in a noun phrase, and whether it is a he or a she's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sayso.lexicon.posts import classes
from sayso.lexicon.roles import head, role_of
from sayso.lexicon.tables import rows
from sayso.lexicon.words import words
from sayso.text.tokens import Token

SHORT = 4  # letters: below it a word in capitals is a state or a body
NOUNS = frozenset({"body", "sheet", "wire", "feed", "private"})
POSTS = frozenset({"office", "chief", "mouth", "expert", "trade"})  # classes of nouns that say what a person is
FIRST = frozenset("the a an its his her their our my your this that one another".split())


def proper(phrase: Sequence[Token]) -> list[Token]:
    """The proper name in a phrase: its first run of two capitalised words that are no role, else the one nearest its noun."""
    runs: list[list[Token]] = [[]]
    for t in phrase:
        named = t.word and t.capital and t.low not in FIRST and not classes(t) and role_of(t) is None
        if named and not t.text.endswith(("'s", "’s")):
            runs[-1].append(t)
        elif runs[-1]:
            runs.append([])
    runs = [r for r in runs if r]
    front = head(list(phrase))
    near = [r for r in runs if r[0] in front and not (len(r[0].text) < SHORT and r[0].text.isupper())]  # "US Senator Rask"
    return next((r for r in runs if len(r) > 1), None) or next(reversed(near), None) or next(iter(runs), [])


def personal(phrase: Sequence[Token]) -> list[Token]:
    """The name, where a phrase is a name with at most titles and appositions round it: two words before one, parts in order."""
    return list(_personal(tuple(phrase)))


@lru_cache(maxsize=8192)  # whoever speaks is held against everybody who spoke before
def _personal(phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    names = [n for part in apart(phrase) if (n := _named(head(part)))]
    return tuple(next((n for n in names if len(n) > 1), names[0] if names else []))


def apart(phrase: Sequence[Token], name: Sequence[Token] = ()) -> list[list[Token]]:
    """The parts of a phrase between commas and dashes: title, apposition; and without ``name``, where one is given."""
    out: list[list[Token]] = [[]]
    for t in phrase:
        if t.text in ",(–—" or t in name:
            out.append([])
        else:
            out[-1].append(t)
    return [p for p in out if p]


def _named(part: list[Token]) -> list[Token]:
    """The proper name that ends a part; none where a noun follows it ("the Orvik spokesman") or it stands before a body's."""
    name = proper(part)
    if not name or name[-1] is not [t for t in part if t.word][-1]:
        return []
    at = part.index(name[0])
    if at == 1 and part[0].low == "the":
        return []  # "the Orvik Colts", "the ASO": English gives no article to a person's name
    if at and not part[at - 1].capital and classes(part[at - 1]) & NOUNS and not classes(part[at - 1]) & POSTS:
        return []  # "the page Old Varn", "the firm Varn Lines"
    others = [t for t in part if t not in name]
    housed = any("body" in classes(t) or (t.capital and role_of(t) == "outlet" and not classes(t) & POSTS) for t in others)
    return [] if len(name) == 1 and housed else name


@cache
def _genders() -> dict[str, str]:
    return {w: r["gender"] for r in rows("first_names") for w in r["words"].split()}


def gender(phrases: Iterable[Sequence[Token]]) -> str | None:
    """ "he" or "she" where a first name, a title or a noun of these names of one person says so; None where they do not agree."""
    said = {g for phrase in phrases for g in _genders_of(tuple(phrase))}
    return said.pop() if len(said) == 1 else None


@lru_cache(maxsize=8192)
def _genders_of(phrase: tuple[Token, ...]) -> frozenset[str]:
    name = _personal(phrase)
    lows = [t.low for t in name[:1] if len(name) > 1] or [t.low for t in name]
    cut = next((i for i, t in enumerate(phrase) if i and t.low in words("en", "preposition")), len(phrase))
    lows += [t.low for t in phrase[:cut] if t not in name and not t.text.endswith(("'s", "’s"))]
    return frozenset(g for low in lows if (g := _genders().get(low)))


def first_name(low: str) -> str | None:
    """ "he" or "she" where a word says it."""
    return _genders().get(low)


def surname(phrases: Iterable[Sequence[Token]]) -> str | None:
    """The last word of the fullest personal name of these."""
    names = [n for p in phrases if (n := _personal(tuple(p)))]
    return max(names, key=len)[-1].low if names else None


def same_person(mine: Sequence[Token], phrases: Iterable[Sequence[Token]]) -> bool:
    """A surname or a first name alone means who has it; of two full names both ends must agree."""
    one = _lows(tuple(mine))
    for phrase in phrases if one else ():
        short, long = sorted((one, _lows(tuple(phrase))), key=len)
        if (short and (short[0], short[-1]) == (long[0], long[-1])) or (len(short) == 1 and short[0] in (long[0], long[-1])):
            return True
    return False


@lru_cache(maxsize=8192)
def _lows(phrase: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(t.low for t in _personal(phrase))
