"""What a phrase of another language than English says of whoever it names: an office, a post in a private house, nobody by name.

A post alone does not say it: the director of a club is a private person, the director of an office an official. The house that
stands beside the post decides, or else the one that the page named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicon import vocabulary
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import Token, tokens

_POST = vocabulary.pattern("people", "post of any house")
_MOUTH = vocabulary.pattern("people", "mouth of a house")
_HEAD = vocabulary.pattern("people", "head of state")
_FORMER = vocabulary.pattern("people", "held before")
_STATE = vocabulary.pattern("people", "of a state")
_TITLE = re.compile(r"[«“„\"][^»”“\"]*[»”“\"]")
_HOUSES = frozenset({"government", "organization", "ngo", "outlet", "agency", "armed_group"})
_MISTAKEN = frozenset({"organization", "social", "group"})
OFFICES = frozenset(
    f"called: {b}" for b in "council ministry army police court prosecution university union association party rebels".split()
)
_CALLED_HOUSES = frozenset({"called: firm", "called: club", "called: paper"}) | OFFICES
_BARE = frozenset("ru uk pl".split())  # languages in which no article tells who is brought on
_SOMEBODY = PERSONS | {"group"}
REACH = 250  # code points before a post in which its house was named; twice as many met houses of other people


@cache
def called(low: str) -> frozenset[str]:
    """The rows of nouns that take each other up, by one of them ("coach" is the trainer)."""
    return frozenset(c for c in vocabulary.kinds("people", "called:") if vocabulary.pattern("people", c).fullmatch(low))


def standing(name: str, kind: SourceKind, language: str, before: str = "") -> SourceKind:
    """The kind of a source, where ``kind`` is what its nouns say by themselves; ``before`` are the words that lead up to it."""
    listed = [t for t in tokens(_TITLE.sub("", name)) if t.word]  # a house's own name in marks is nobody's
    named = bool(listed) and _named(listed, language)
    if named and kind in _MISTAKEN and _calls(listed, language):
        return "person"  # "o zagueiro Jair", "співвласниця компанії Ида Волк"
    if not listed or kind not in _SOMEBODY:
        return kind
    posts = [n for n, t in enumerate(listed) if _POST.fullmatch(t.low) or _MOUTH.fullmatch(t.low)]
    if named and kind == "group":
        kind = "person"
    if named and any(_FORMER.fullmatch(t.low.replace("’", "'").removeprefix("l'")) for t in listed):
        return "person"
    if posts and kind in PERSONS and not _office(listed, posts, language):
        house = _house(listed, posts[0], language) or (_last_house(before, language) if named and language != "ar" else None)
        return _held(listed[posts[0]], house, named) or kind
    former = language in _BARE and any(_FORMER.fullmatch(t.low) for t in listed)  # "бывшую лаборантку"
    return "anonymous" if not named and (former or _one(listed, kind, language)) else kind


def _calls(listed: Sequence[Token], language: str) -> bool:
    """Whether the noun that a phrase begins with calls a person ("zagueiro", "Blogger"), and nothing before it a house."""
    small = words(language, "definite") | words(language, "determiner")
    first = next((t for t in listed if t.low not in small), None)
    return first is not None and bool(sorts := called(first.low)) and not sorts & _CALLED_HOUSES


def public(said: str, language: str) -> bool:
    """Whether words beside a name say that he holds a public office: a post whose house they do not say is no proof."""
    listed = [t for t in tokens(_TITLE.sub("", said)) if t.word]
    posts = [n for n, t in enumerate(listed) if _POST.fullmatch(t.low) or _MOUTH.fullmatch(t.low)]
    if any(_FORMER.fullmatch(t.low.replace("’", "'").removeprefix("l'")) for t in listed):
        return False
    if posts and not _office(listed, posts, language):
        return _house(listed, posts[0], language) == "government"
    return any(role_of(t, language) == "official" for t in listed)


def _held(post: Token, house: SourceKind | None, named: bool) -> SourceKind | None:
    """What the holder of a post in a house is; None leaves it as it is."""
    if house == "government" or (house is None and _HEAD.fullmatch(post.low)):
        return "official"
    if house is not None and not named and _MOUTH.fullmatch(post.low):
        return "organization"  # "ein Konzernsprecher" speaks for his house
    return "person" if named or house is not None else None


def _office(listed: Sequence[Token], posts: Sequence[int], language: str) -> bool:
    """Whether another noun of the phrase is a public office ("ministra", "colonel"); "général" behind a post is no rank."""
    first = posts[0]
    ours = [n for n, t in enumerate(listed) if role_of(t, language) == "official" and n not in posts and n != first + 1]
    return bool(ours)


def _house(listed: Sequence[Token], post: int, language: str) -> SourceKind | None:
    """The house nearest to a post in its own phrase."""
    near = sorted((n for n in range(len(listed)) if n != post), key=lambda n: abs(n - post))
    if any(_STATE.fullmatch(t.low) for t in listed):
        return "government"
    joined = _joined(listed[post], language)
    return joined or next((k for n in near if (k := role_of(listed[n], language)) in _HOUSES), None)


def _joined(post: Token, language: str) -> SourceKind | None:
    """The house in the first part of a compound ("Vereinsvorsitzender", "Konzernsprecher")."""
    if language not in ("de", "nl"):
        return None
    for cut in range(4, len(post.low) - 3):
        part = post.low[:cut]
        kind = role_of(Token(part, post.start, post.start + cut), language)
        if kind in _HOUSES:
            return kind
    return None


def _last_house(before: str, language: str) -> SourceKind | None:
    listed = tokens(before[-REACH:])
    return next((k for t in reversed(listed) if (k := role_of(t, language)) in _HOUSES), None)


def _named(listed: Sequence[Token], language: str) -> bool:
    """Whether somebody's name stands in a phrase: two capitals side by side that are no role, or one at its end."""
    if language == "ar":
        return len(listed) > 2 and role_of(listed[-1], language) is None and role_of(listed[-2], language) is None
    run = 0
    for n, t in enumerate(listed):
        capital = t.capital and role_of(t, language) is None and not _POST.fullmatch(t.low) and (n or language != "de")
        run = run + 1 if capital else 0
        last = n == len(listed) - 1 or listed[n + 1].text.isdigit()  # "BR (34)"
        if run == 2 or (run == 1 and n and last and language != "de"):
            return True
    return False


def _one(listed: Sequence[Token], kind: SourceKind, language: str) -> bool:
    """Whether a phrase brings on one whom it does not name: "un habitant", "einen Beamten", "bir yetkili", "مسؤول محلي"."""
    if language == "ar":
        rest = listed[1:]
        known = role_of(listed[0], language) in PERSONS
        return known and bool(rest) and not any(t.low.startswith("ال") for t in (listed[0], rest[0]))
    return any(t.low in words(language, "one of several") for t in listed[: 3 if language == "tr" else 1])
