"""The cast of a document: who speaks in it, under which names, and by whose mouth.

A mention is resolved to somebody the document has brought on before ("the source", "he", "Smith", "the agency's sources") or brings
on somebody new. What is inherited is the record and its relays, never words: ``ChainLink.span`` is what stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import abroad, head, kind_of, role_of, role_words
from sayso.lexicon.words import words
from sayso.model import Source, SourceKind, identify
from sayso.text.tokens import Token, tokens

_SPEAKERS = frozenset({"person", "official", "anonymous"})
_THINGS = frozenset({"agency", "outlet", "organization", "government", "ngo", "document", "anonymous", "social", "armed_group"})
_PERSONS = frozenset({"person", "official"})
_BODIES = frozenset({"agency", "outlet", "organization", "government", "ngo", "document", "armed_group", "social"})
_SINGULAR, _PLURAL, _THING = frozenset({"he", "she"}), frozenset({"they"}), frozenset({"it"})
_DEMONYM = re.compile(r"(?:ian|ean|an|ish|ese|i|ic)$")  # "the Norwegian news agency" names nobody by name
_BARE = frozenset("the this that these those same said".split())
_UNNAMED_HEADS = frozenset("source sources official officials insider insiders person people".split())


@dataclass
class Member:
    """Somebody in the cast. ``relays`` are the members through whom the document has this one's words, outermost first."""

    name: str
    kind: SourceKind
    aliases: set[str] = field(default_factory=set)
    relays: tuple[Member, ...] = ()
    first: str = ""

    def all_words(self) -> set[str]:
        """Every word of every name, lower case."""
        return {t.low for n in {self.name, *self.aliases} for t in tokens(n) if t.word}


@dataclass
class Cast:
    """The members in the order of their last mention, last one last."""

    document: str
    outlet: str | None
    members: list[Member] = field(default_factory=list)
    language: str = "en"

    def own(self, name: str) -> bool:
        """Whether a name is this page's own outlet: equal, or a short form of it; a longer one is another service of the house."""
        if not self.outlet:
            return False
        mine, theirs = (_plain(n) for n in (self.outlet, name))
        return bool(theirs) and theirs <= mine

    def find(
        self, name: str, relays: tuple[Member, ...] = (), opinion: SourceKind | None = None, others: tuple[Member, ...] = ()
    ) -> Member:
        """The member that this noun phrase means, brought on now if nobody fits. The latest mention moves to the end.

        ``opinion`` is what the analyzer takes a newcomer for; rows of words that name a kind outrank it. A pronoun
        means none of ``others``.
        """
        member = self._known(name, others)
        if member is None:
            member = Member(
                name, kind_of(name, outlet_kind(name), opinion, self.language), {name}, relays, f"{len(self.members)} {name}"
            )
            self.members.append(member)
        else:
            self._mention(member, name)
            if relays and not member.relays:
                member.relays = relays
        return member

    def last(self, *kinds: SourceKind) -> Member | None:
        """Whoever of these kinds was mentioned last (of any kind when none is given)."""
        return next((m for m in reversed(self.members) if not kinds or m.kind in kinds), None)

    def sources(self) -> tuple[Source, ...]:
        """The cast as records, ids from the document and the fullest name."""
        out = [Source(self.id_of(m), m.name, m.kind, None, tuple(sorted(m.aliases - {m.name}))) for m in self.members]
        return tuple(sorted(out, key=lambda s: s.id))

    def id_of(self, member: Member) -> str:
        """The member's source id: by the order and the words in which it was brought on."""
        return identify("source", self.document, member.first)

    def _mention(self, member: Member, name: str) -> None:
        self.members.remove(member)
        self.members.append(member)
        if _pronoun(name) or _bare_role(name) or (abroad(self.language) and self._bare_abroad([t for t in tokens(name) if t.word])):
            return
        member.aliases.add(name)
        fuller = len(_names(name)) > len(_names(member.name)) or (not _names(member.name) and len(name) > len(member.name))
        if fuller and (member.kind != "anonymous" or "source" in name.lower()):
            member.name = name

    def _known(self, name: str, others: tuple[Member, ...]) -> Member | None:
        low = name.lower()
        if _pronoun(name):
            return self._by_pronoun(low, [m for m in self.members if not any(m is o for o in others)])
        mine = [t for t in tokens(name) if t.word]
        kind = kind_of(name, outlet_kind(name), None, self.language)
        if abroad(self.language) and self._bare_abroad(mine):
            return self._by_role_abroad(mine, kind)
        if kind == "anonymous" or _bare_role(name):
            return self._by_role(mine, kind)
        return self._by_name(mine, kind)

    def _by_pronoun(self, low: str, members: list[Member]) -> Member | None:
        if low in _PLURAL:
            return next((m for m in reversed(members) if _is_plural(m) or m.kind in _THINGS - {"document", "anonymous"}), None)
        kinds = _SPEAKERS if low in _SINGULAR else _THINGS
        return next((m for m in reversed(members) if m.kind in kinds), None)

    def _by_role(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """Find whom "the source" or "the ministry" means: definite, so somebody there already whose words take these in."""
        definite = (bool(mine) and mine[0].low in _BARE) or any(t.text.endswith(("'s", "’s")) for t in mine)
        content = {t.low for t in mine if t.low not in _BARE and not words("en", "determiner") & {t.low}}
        heads = {t.low for t in head(mine)} & role_words().keys()
        for m in reversed(self.members):
            if kind == "anonymous" and m.kind == "anonymous":
                same_number = _is_plural(m) == any(h.endswith("s") for h in heads)
                rest = content - _UNNAMED_HEADS - {"anonymous"}
                fits = rest <= m.all_words() or any(t.text.endswith(("'s", "’s")) for t in mine)
                if same_number and fits and (definite or (rest and rest <= m.all_words())):
                    return m
            elif kind != "anonymous" and m.kind != "anonymous" and definite and content and content <= m.all_words():
                return m
        if definite and kind in ("agency", "outlet"):
            return next((m for m in reversed(self.members) if m.kind in ("agency", "outlet")), None)
        if (
            definite
            and kind == "official"
            and heads & {"official", "spokesman", "spokesperson", "spokeswoman", "minister", "general", "leader"}
        ):
            return next((m for m in reversed(self.members) if m.kind == "official" and _titled(m, heads)), None)
        return None

    def _bare_abroad(self, mine: list[Token]) -> bool:
        """Whether a phrase of another language names by role alone, and so somebody there already ("la ministra", "harian itu")."""
        shown = words(self.language, "definite")
        return (
            len(mine) > 1
            and (mine[0].low in shown or mine[-1].low in shown or mine[0].text.lower().startswith(("l'", "l’")))
            and any(role_of(t, self.language) or t.low in words(self.language, "epithet") for t in mine)
            and not any(t.capital and not role_of(t, self.language) for t in mine[1:])
        )

    def named_before(self, mine: list[Token]) -> bool:
        """Whether a phrase of another language is a bare role ("ao jornal", "dem Blatt"): its article stands in the preposition."""
        shown = words(self.language, "definite")
        return abroad(self.language) and all(role_of(t, self.language) or t.low in shown for t in mine)

    def _by_role_abroad(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """Find whom "la ministra" means: the last one of whose words these are; "o jornal": the last outlet."""
        small = words(self.language, "definite") | words(self.language, "determiner") | words(self.language, "same")
        content = {t.low for t in mine} - small - words(self.language, "genitive")
        for m in reversed(self.members):
            if m.kind == kind and content and content <= m.all_words():
                return m
        if kind in ("agency", "outlet"):
            return self.last("agency", "outlet")
        if any(t.low in words(self.language, "same") for t in mine):
            return self.last("anonymous")
        if kind in ("official", "person", "group") and content <= words(self.language, "epithet"):
            return next((m for m in reversed(self.members) if m.kind == "official" and _names(m.name)), None)
        return None

    def _by_name(self, mine: list[Token], kind: SourceKind) -> Member | None:
        names = {t.low for t in mine if t.capital and t.low not in words("en", "determiner")}
        if not names:
            return None
        for m in reversed(self.members):
            theirs = {t.low for t in tokens(m.name) if t.capital} | {t.low for a in m.aliases for t in tokens(a) if t.capital}
            persons = {kind, m.kind} <= _PERSONS
            if persons and mine and m.name and (mine[-1].low in theirs and (names <= theirs or _surname(m.name) == mine[-1].low)):
                return m
            if kind == m.kind and kind in _BODIES and names == {t.low for t in tokens(m.name) if t.capital}:
                return m
            if {kind, m.kind} <= _BODIES and (
                _initials(m.name) == _one_capitals(mine) != "" or _initials_of(mine) == _capitals_in(m.name) != ""
            ):
                return m
            if (
                kind in ("agency", "outlet")
                and m.kind in ("agency", "outlet")
                and _same_house({n for n in names if not _DEMONYM.search(n)}, theirs)
            ):
                return m
            if (
                kind == "official"
                and m.kind == "official"
                and mine[0].low in ("a", "an")
                and {t.low for t in mine[1:]} <= m.all_words()
            ):
                return m
        return None


def _plain(name: str) -> set[str]:
    return {t.low for t in tokens(name) if t.word and t.low not in ("the", "news", "agency", "com", "www", "international")} or {
        name.lower()
    }


def _names(name: str) -> list[str]:
    return [t.text for t in tokens(name) if t.capital]


def _pronoun(name: str) -> bool:
    return name.lower() in _SINGULAR | _PLURAL | _THING | {"who", "i", "we"}


def _bare_role(name: str) -> bool:
    """Whether a phrase names by role alone: no proper name, and definite ("the minister", "the agency's sources")."""
    parts = [t for t in tokens(name) if t.word]
    roles = role_words()
    return (
        bool(parts)
        and parts[0].low in _BARE
        and any(t.low in roles for t in parts)
        and kind_of(name, None) != "person"
        and not any(t.capital and not t.text.isupper() and t.low not in roles and not _DEMONYM.search(t.low) for t in parts[1:])
    )


def _is_plural(member: Member) -> bool:
    heads = [t.low for t in head([t for t in tokens(member.name) if t.word])]
    return (bool(heads) and heads[-1].endswith("s") and not heads[-1].endswith("ss")) or member.kind == "group"


def _titled(member: Member, heads: set[str]) -> bool:
    """A role fits a member whose own titles include it; "official" fits every officer."""
    return "official" in heads or bool(heads & member.all_words())


def _surname(name: str) -> str:
    parts = [t for t in tokens(name) if t.capital and t.word]
    return parts[-1].low if parts else ""


def _one_capitals(mine: list[Token]) -> str:
    return next((t.text for t in mine if t.text.isupper() and len(t.text) > 1), "") if len(mine) <= 2 else ""


def _capitals_in(name: str) -> str:
    return next((t.text for t in tokens(name) if t.text.isupper() and len(t.text) > 1), "")


def _initials_of(mine: list[Token]) -> str:
    caps = [t.text[0] for t in mine if t.capital and t.word and not t.text.isupper()]
    return "".join(caps) if len(caps) > 2 else ""


def _initials(name: str) -> str:
    return _initials_of(tokens(name))


def _same_house(a: set[str], b: set[str]) -> bool:
    """One outlet under a shorter and a longer name, unless the longer one names another service ("… Arabic", "… TV")."""
    small, large = sorted((a, b), key=len)
    extra = large - small
    return (
        bool(small)
        and small <= large
        and not extra & frozenset("arabic english turk mundo brasil brazil africa persian tv radio sport".split())
    )
