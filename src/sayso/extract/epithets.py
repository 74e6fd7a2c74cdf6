"""Whom a phrase means that names nobody and brings nobody on: "the 51-year-old", "the Norwegian", "the club", "the statement".

It takes up somebody of the cast; where nobody there fits, the phrase stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from sayso.extract.antecedents import NUMBERS
from sayso.extract.persons import gender, personal
from sayso.lexicon.roles import abroad, head, role_of
from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS, SourceKind
from sayso.text.tokens import Token, tokens

_AGED = "year-old"  # the figure before it is a token of its own
_PEOPLE = re.compile(
    r"(?:[a-z]{2,}(?:ian|ean|an|ish|ese|man|woman)|swede|dane|scot|finn|pole|turk|czech|serb|croat|greek|german|swiss)$"
)
_MORE = frozenset("people men women children police some many several both others".split())  # more than one without an s
_FORMER = frozenset("former ex one-time erstwhile veteran".split())
_ISSUED = frozenset("statement note release communique communiqué notice announcement letter".split())
_PRINTED = frozenset("paper newspaper daily weekly tabloid website site channel station broadcaster".split())
_BODY = frozenset("agency group organisation organization watchdog charity".split())  # "the union" may be another one
_SOCIETY = frozenset("group organisation organization charity".split())
LESSER = frozenset("vice deputy assistant under former ex then acting".split())
_BODIES = frozenset({"government", "organization", "ngo", "armed_group"})
_ISSUERS = frozenset({"government", "organization", "ngo", "armed_group"})
_SPEAKERS = PERSONS | {"anonymous", "group"}
# "Two porters spoke. One said C": as near as the page lets us come to him. "Another source" is a new one.
_ONE_OF = frozenset(
    "one|another|both|the other|the first|the second|the third|a second|a third|the other one|the second person".split("|")
)
_FIRM = re.compile(r"[A-Z]\w+ (?:&|and) [A-Z]\w+\Z|\b(?:Ltd|Limited|Inc|LLP|LLC|plc|PLC|Corp|GmbH|AG|SA)\.?\Z")
_HUMAN = {"man": "he", "woman": "she", "boy": "he", "girl": "she", "father": "he", "mother": "she"}
BODY_WORDS = 3  # "the agency", "the space agency"
STEM = 6  # letters that two nouns of one root share ("tripulante", "tripulação"); with five "presidente" met "presidio"


class Named(Protocol):
    """As much of a member of the cast as is asked here."""

    name: str
    kind: SourceKind

    def all_words(self) -> set[str]:
        """Every word of every name, lower case."""

    def phrases(self) -> list[tuple[Token, ...]]:
        """The names as words and marks."""

    def self_words(self) -> set[str]:
        """The words that mean the member itself, without those of whose he is."""


M = TypeVar("M", bound=Named)


def taken_up(members: Sequence[M], phrase: Sequence[Token], kind: SourceKind, language: str) -> M | None:
    """The member that an epithet takes up, the last one first; ``phrase`` is its words."""
    mine = [t for t in phrase if t.word]
    if abroad(language):
        return _abroad(members, mine, language)
    if " ".join(t.low for t in mine) in _ONE_OF:
        return next((m for m in reversed(members) if m.kind in _SPEAKERS and (several(m) or _counted(m))), None)
    return _english(members, mine, kind) if len(mine) > 1 else None


def several(member: Named) -> bool:
    """Whether a member is more than one: a group, or a plural that is no name."""
    parts = [t for t in tokens(member.name) if t.word]
    last = next((t.low for t in reversed(head(parts))), "")
    plural = (last.endswith("s") and not last.endswith("ss")) or last in _MORE or _counted(member)
    return member.kind == "group" or (plural and not personal(parts))


def _counted(member: Named) -> bool:
    """Whether a name begins with a number above one: "three people familiar with the matter"."""
    return next((t.low for t in tokens(member.name)), "") in NUMBERS - {"one"}


def _english(members: Sequence[M], mine: list[Token], kind: SourceKind) -> M | None:
    if mine[0].low not in ("the", "that", "this"):
        return None
    own = head(mine)
    noun = own[-1]
    if noun.low == _AGED or (len(own) == 2 and noun.capital and not noun.text.isupper() and _PEOPLE.match(noun.low)):
        return _person(members)
    if len(mine) == 2 and noun.low in _HUMAN:
        return next((m for m in reversed(members) if m.kind in _SPEAKERS and not several(m) and _may_be(m, noun.low)), None)
    if own[1].low in _FORMER and kind in PERSONS and not personal(mine):
        return _person(members)
    if len(mine) == 2 and noun.low in _PRINTED and (house := _house(members, noun.low)) is not None:
        return house
    if len(mine) == 2 and noun.low in _ISSUED:
        if (text := next((m for m in reversed(members) if m.kind == "document" and noun.low in m.self_words()), None)) is not None:
            return text
        return next((m for m in reversed(members) if m.kind in _ISSUERS), None)
    if len(mine) == 2 and noun.low in words("en", "firm"):
        return _firm(members) or (_last_body(members, noun.low) if noun.low in _BODY else None)
    if len(own) <= BODY_WORDS and len(own) == len(mine) and noun.low in _BODY and all(t.text.islower() for t in own[1:]):
        return _last_body(members, noun.low)
    if len(mine) == 2 and kind in PERSONS and noun.text.islower() and not noun.low.endswith("s"):
        called = [m for m in reversed(members) if m.kind in PERSONS and noun.low in m.self_words()]
        return next((m for m in called if not m.self_words() & LESSER), None)
    if own[1].low == "same":
        so_called = next((m for m in reversed(members) if noun.low in m.all_words()), None)
        return so_called or (last_speaker(members) if noun.low == "source" else None)  # "the same source" may have a name
    return None


def _firm(members: Sequence[M]) -> M | None:
    """The body named last that may be a firm."""
    bodies = ("organization", "ngo", "group")
    return next((m for m in reversed(members) if (m.kind in bodies and _bare_name(m)) or _FIRM.search(m.name)), None)


def _last_body(members: Sequence[M], noun: str) -> M | None:
    """Whoever spoke last, where that is a body: "the agency" after Reuters and NASA is NASA; no ministry is "the group"."""
    last = members[-1] if members else None
    fits = last is not None and last.kind in _BODIES and _proper(last)
    return last if fits and last is not None and not (last.kind == "government" and noun in _SOCIETY) else None


def last_speaker(members: Sequence[M]) -> M | None:
    """Who was brought on last, houses and texts aside."""
    return next((m for m in reversed(members) if m.kind not in HOUSES and m.kind != "document"), None)


def _house(members: Sequence[M], noun: str) -> M | None:
    """The house that "the paper" means: the last one, where no study or memo is called so."""
    texts = any(m.kind == "document" and noun in m.all_words() for m in members)
    return None if texts else next((m for m in reversed(members) if m.kind in HOUSES), None)


def houses_of(member: Named) -> set[str]:
    """The capitalised words of a person's phrases that say whose he is: "Orvik" in "an Orvik spokesperson"."""
    out = set()
    for phrase in member.phrases():
        said = [t for t in phrase if t.word]
        out |= {t.low for t, behind in pairwise(said) if t.capital and behind.text.islower() and role_of(behind) in PERSONS}
    return out


def _may_be(member: Named, noun: str) -> bool:
    """Whether nothing that a member is called says that he is no man, or she no woman."""
    return gender(member.phrases()) in (None, _HUMAN[noun])


def _person(members: Sequence[M]) -> M | None:
    return next((m for m in reversed(members) if m.kind in PERSONS and any(personal(p) for p in m.phrases())), None)


def _proper(m: Named) -> bool:
    """A name, and no people's or state's alone ("the Orvik army" is called "the army")."""
    said = [t for t in tokens(m.name) if t.word and t.capital]
    return any(not _PEOPLE.match(t.low) and role_of(t) is None for t in said)


def _bare_name(m: Named) -> bool:
    """A name that does not say what bears it: "Orvik Rovers" may be the club, "Orvik Bank" is none."""
    said = [t for t in tokens(m.name) if t.word]
    capitals = [t for t in said if t.capital]
    fits = len(capitals) > (m.kind == "group")  # "Varn Tankers", where the page knows it as a group, and no "Swedes"
    return fits and not any(role_of(t) for t in said)


def _abroad(members: Sequence[M], mine: list[Token], language: str) -> M | None:
    """Read "la sindicalista", "o tripulante": definite, in small letters, somebody by a noun of the page's language."""
    shown = words(language, "definite") - words(language, "plural")
    elided = mine[0].low.replace("’", "'").removeprefix("l'")
    rest = [elided] * (elided != mine[0].low) or [mine[0].low] * (mine[0].low not in shown)
    rest += [t.text for t in mine[1:]]
    if not 0 < len(rest) < 3 or (len(rest) == len(mine) and elided == mine[0].low) or any(w != w.lower() for w in rest):
        return None
    noun = rest[0]
    if noun in words(language, "someone"):
        return _person(members)
    stem = noun[:STEM]
    if len(noun) < STEM or any(role_of(t, language) for t in mine):
        return None
    return next((m for m in reversed(members) if any(w.startswith(stem) and w != noun for w in m.all_words())), None)
