"""Somebody in the cast of a page: the names and kind he has, through whom he is heard, and what a phrase may mean of him."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.extract.epithets import LESSER
from sayso.extract.mentions import parts, said_words
from sayso.extract.persons import gender
from sayso.lexicon.roles import head, role_of
from sayso.lexicon.words import words
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import Token, tokens

THINGS = frozenset({"agency", "outlet", "organization", "government", "ngo", "document", "social", "armed_group"})
BENCH = 3  # words among which stands the noun of such a body
_ORGANS = frozenset("department command office headquarters force forces service services bureau administration staff".split())


@dataclass
class Member:
    """Somebody in the cast. ``relays`` are the members through whom the document has this one's words, outermost first.

    ``at`` is where he was named last as the source of something, ``sex`` how a pronoun there called him.
    """

    name: str
    kind: SourceKind
    aliases: set[str] = field(default_factory=set)
    relays: tuple[Member, ...] = ()
    first: str = ""
    at: int = -1
    sex: str | None = None
    _state: tuple[str, int] | None = field(default=None, repr=False, compare=False)
    _phrases: list[tuple[Token, ...]] = field(default_factory=list, repr=False, compare=False)

    def all_words(self) -> set[str]:
        """Every word of every name, lower case."""
        return set().union(*map(said_words, (self.name, *self.aliases)))

    def phrases(self) -> list[tuple[Token, ...]]:
        """The names as words and marks, in alphabetical order. Names are only added, so their count tells whether one came."""
        state = self.name, len(self.aliases)
        if self._state != state:
            self._state, self._phrases = state, [parts(n) for n in sorted({self.name, *self.aliases})]
        return self._phrases

    def self_words(self) -> set[str]:
        """The words that mean the member itself: "director" and "Rask" of "the bank's director, Ola Rask", without the bank."""
        out: set[str] = set()
        for phrase in self.phrases():
            part: list[Token] = []
            for t in [*phrase, None]:
                if t is None or t.text in ",(–—":
                    own = head(part)
                    owner = max((i for i, x in enumerate(own) if x.text.endswith(("'s", "’s", "s'", "s’"))), default=-1)
                    out |= {x.low for x in own[owner + 1 :]}
                    part = []
                else:
                    part.append(t)
        return out


def panel(m: Member) -> bool:
    """Whether somebody who counts as a person is a body of several ("A division bench of two judges")."""
    said = [t.low for t in tokens(m.name) if t.word][:BENCH]
    return m.kind in ("official", "group") and bool(words("en", "bench") & {*said})


def goes_on(low: str, members: list[Member], begin: int, at: int) -> Member | None:
    """Whom a pronoun goes on with in the paragraph that begins at ``begin``.

    "It" goes on with the one body that told something there, whatever a body in the paragraph before is; "he" with him who speaks,
    not with somebody without a gender whom he cites.
    """
    if low == "it":
        there = [m for m in members if m.kind in THINGS and begin <= m.at < at]
        return there[0] if len(there) == 1 else None
    last = members[-1] if members else None
    if low not in ("he", "she") or last is None or gender(last.phrases()) or last.sex:
        return None
    tellers = (m for m in reversed(last.relays) if m.kind in PERSONS | {"anonymous"})
    return next((m for m in tellers if (gender(m.phrases()) or m.sex) == low), None)


def titled(member: Member, heads: set[str]) -> bool:
    """A role fits a member whose own titles include it; "official" fits every officer."""
    return "official" in heads or bool(heads & member.all_words())


def meant_by(m: Member, noun: str, content: set[str], kind: SourceKind) -> bool:
    """Whether a definite phrase may mean a member: its noun and words are the member's; no deputy for his chief."""
    if m.kind == "anonymous" or (kind in PERSONS) != (m.kind in PERSONS):
        return False
    own = m.self_words()
    return noun in own and content <= m.all_words() and not (own - content) & LESSER and not _owned_by(m, noun)


def _owned_by(m: Member, noun: str) -> bool:
    """Whether a noun only says whose the member is: "the military" is no "military court", "the police" are the "police force"."""
    if m.kind in PERSONS:
        return False
    heads = [head([t for t in phrase if t.word]) for phrase in m.phrases()]
    said = [h[[t.low for t in h].index(noun) + 1 :] for h in heads if noun in {t.low for t in h}]
    return bool(said) and all(any(role_of(t) and t.low not in _ORGANS for t in rest) for rest in said)
