"""Whom an English phrase describes without naming him: "the Orvik senator", "the retired surgeon", "the under-fire coach".

News calls somebody by name once and then by what he is, to say a second thing of him in passing; no noun of the phrase need stand
beside his name. Whoever is named in full in the paragraph is meant, else whoever spoke last, if nothing says that he is something
else. Of 31 phrases on 84 articles of PolNeAR (train) that nothing else took up, 16 are led to somebody, all of them rightly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from sayso.extract.antecedents import beside, called, person_before, posted
from sayso.extract.epithets import LESSER
from sayso.extract.persons import POSTS, first_name, gender, personal
from sayso.lexicon.gazetteer import named
from sayso.lexicon.posts import classes, plural
from sayso.lexicon.roles import head, role_of
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import Token

PARAGRAPHS = 4  # line breaks over which somebody named is still meant
_JUDGES = frozenset("judge justice magistrate".split())
_OTHERS = frozenset("other second third first latter former same next new another only late".split()) | LESSER
_MOUTHS = "mouth"
_ANYONE = frozenset("boss leader skipper star veteran man woman politician official".split())  # with any post
_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘])")


class Named(Protocol):
    """As much of a member of the cast as is asked here."""

    name: str
    kind: SourceKind
    at: int

    def phrases(self) -> list[tuple[Token, ...]]:
        """The names as words and marks."""

    def self_words(self) -> set[str]:
        """The words that mean the member itself, without those of whose he is."""


M = TypeVar("M", bound=Named)


def described(members: Sequence[M], text: str, at: int, phrase: Sequence[Token]) -> M | str | None:
    """The member that a phrase means, or the name of somebody who has told nothing yet; None where nobody or several are meant."""
    noun = _noun(phrase)
    if noun is None:
        return None
    if noun.text.islower() and beside(text[:at], noun.low):
        name = called(text, at, phrase)  # "Mayor Ida Volk", then "the mayor"
        return name if name and not named(name) else None
    sex = gender([phrase])
    begin = text.rfind("\n", 0, at) + 1
    people = [m for m in reversed(members) if m.kind in PERSONS and any(personal(p) for p in m.phrases())]
    one = people[0] if people else None
    first, last = sorted(max(m.at, 0) for m in people[:2]) if len(people) > 1 else (0, len(text))
    if _END.search(text, first, last) is None and "\n" not in text[first:last]:
        return None  # two have spoken in one sentence
    here = one is not None and one.at >= begin
    # In "Through Ida Volk, the mayor said C" the mayor is not Volk.
    before = max((m.end() for m in _END.finditer(text, begin, at)), default=begin)
    for wanted in (sex,) if sex else ("he", "she"):
        if not here and (name := posted(text, before, wanted, begin) or _in_full(text[begin:before], wanted)):
            return name
    if one is None or text.count("\n", max(one.at, 0), at) > PARAGRAPHS or _another(one, noun):
        return None
    return one if sex is None or gender(one.phrases()) in (None, sex) else None


def _in_full(text: str, wanted: str) -> str:
    """The full name of the one person whom the words of a paragraph bring on."""
    name = person_before(text, len(text), wanted, {}) if text.strip() else []
    spelt = " ".join(t.text.removesuffix("'s").removesuffix("’s") for t in name)
    return spelt if len(name) > 1 and first_name(name[0].low) == wanted else ""


def _noun(phrase: Sequence[Token]) -> Token | None:
    """The noun of a phrase that describes one person: definite, no name, nobody's, not one of two."""
    mine = [t for t in phrase if t.word]
    own = head(mine)
    if len(mine) < 2 or len(own) != len(mine) or mine[0].low not in ("the", "that", "this") or personal(mine):
        return None
    noun = mine[-1]
    several = plural(noun) or (noun.low.endswith("s") and not noun.low.endswith(("ss", "us", "boss")))
    if several or any(t.low in _OTHERS or t.text.endswith(("'s", "’s")) for t in mine) or _MOUTHS in classes(noun):
        return None
    if "chief" in classes(noun) and noun.low not in _ANYONE:
        return None  # "the committee chairman" is somebody of his own
    if role_of(noun) in PERSONS:
        return Token(noun.low, noun.start, noun.end)  # "The Minister" on a ministry's paper
    return noun if noun.text.islower() or noun.low.endswith(("an", "crat", "man")) else None


def _another(m: Named, noun: Token) -> bool:
    """Whether what a member is called says that he is not meant: a mayor is no "governor", a spokesman nobody but himself."""
    own = {w for w in m.self_words() if classes(Token(w, 0, len(w))) & POSTS}
    if any(_MOUTHS in classes(Token(w, 0, len(w))) for w in own) or m.self_words() & LESSER:
        return True
    fits = noun.low in own or (noun.low in _JUDGES and own & _JUDGES)
    return bool(own) and not fits and noun.text.islower() and noun.low not in _ANYONE
