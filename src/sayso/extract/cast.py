"""The cast of a document: who speaks in it, under which names, and by whose mouth.

A mention is resolved to somebody the document has brought on before ("the source", "he", "Smith", "the agency's sources") or brings
on somebody new. What is inherited is the record and its relays, never words: ``ChainLink.span`` is what stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from sayso.extract import resumptions
from sayso.extract.antecedents import body_before, called, firm, in_full, person_before, posted
from sayso.extract.appellations import meant, named_kind
from sayso.extract.described import described
from sayso.extract.epithets import houses_of, last_speaker, several, taken_up
from sayso.extract.fullnames import presented
from sayso.extract.initials import capitals, capitals_in, of_name, of_words, own_house, same_house
from sayso.extract.institutions import institution
from sayso.extract.members import THINGS, Member, goes_on, meant_by, panel, titled
from sayso.extract.mentions import BARE, DEMONYM, bare_role, capitalised, names_in, stem
from sayso.extract.newcomers import brought_on
from sayso.extract.persons import first_name, gender, personal, same_person, surname
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import abroad, head, kind_of, role_of, role_words
from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS, Source, SourceKind, Span, identify
from sayso.text.tokens import Token, tokens

_SPEAKERS = frozenset({"person", "official", "anonymous"})
_SINGULAR, _PLURAL, _THING = frozenset({"he", "she"}), frozenset({"they"}), frozenset({"it"})
_PRONOUNS = _SINGULAR | _PLURAL | _THING | {"who", "i", "we"}
_SUBJECT = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}
_CASELESS = frozenset("ar fa ur".split())
_NO_ARTICLE = frozenset("ru uk ar fa ur tr".split())  # languages in which a bare role noun may be somebody brought on before
_STOP = re.compile(r"[^\W\d_]{3,}[.!?]+[”\"’')\]]*\s")  # ends a sentence, no "Dr."
_UNNAMED_HEADS = frozenset("source sources official officials insider insiders person people".split())


@dataclass
class Cast:
    """The members in the order of their last mention, last one last."""

    document: str
    outlet: str | None
    text: str = ""
    members: list[Member] = field(default_factory=list)
    language: str = "en"

    def own(self, name: str) -> bool:
        """Whether a name is this page's own outlet."""
        return bool(self.outlet) and own_house(self.outlet or "", name, self.language)

    def find(
        self,
        name: str,
        relays: tuple[Member, ...] = (),
        opinion: SourceKind | None = None,
        others: tuple[Member, ...] = (),
        at: int | None = None,
    ) -> Member:
        """The member that this noun phrase means, brought on now if nobody fits. The latest mention moves to the end.

        ``opinion`` is what the analyzer takes a newcomer for; rows of words that name a kind outrank it. A pronoun
        means none of ``others``; where it stands, ``at``, says who was named before it.
        """
        name = _SUBJECT.get(name.lower(), name)  # "his claim" has the source "his"
        pronoun = name.lower() if name.lower() in _SINGULAR else None
        if at is not None and name.lower() in _SINGULAR and (named := self._named_before(name.lower(), at, others)):
            name = named
        member = self._found(name, relays, opinion, others, at)
        member.at = member.at if at is None else at
        member.sex = pronoun or member.sex
        return member

    def _found(
        self, name: str, relays: tuple[Member, ...], opinion: SourceKind | None, others: tuple[Member, ...], at: int | None
    ) -> Member:
        there_are = lambda: (m for m in reversed(self.members) if not any(m is o for o in others))  # noqa: E731
        if again := resumptions.meant(there_are, name, self.language, opinion):
            self.members.remove(again)
            self.members.append(again)
            return again
        member = self._known(name, others, opinion, at)
        if member is None and self.language == "en" and (body := institution(self.text, tokens(name))):
            return self._found(body, relays, opinion, others, None)
        if member is None and (one := self._taken_up(name, others, opinion)) is not None:
            self.members.remove(one)
            self.members.append(one)
            return one
        own = called(self.text, at, tokens(name)) if at is not None and member is None and opinion in PERSONS else ""
        if own and self._by_name(tokens(own), "person") is not None:
            return self._found(own, relays, opinion, others, None)
        if at is not None and (member is None or not names_in(member.name)) and (body := self._body_before(name, at)):
            return self.find(body, relays, opinion, others)
        if member is None and at is not None and self.language != "en":
            there = [m for m in self.members if not any(m is o for o in others)]
            mean = meant(there, self.text, at, tokens(name), self.language)
            if isinstance(mean, str):
                return self._found(mean, relays, opinion or named_kind(tokens(name), self.language), others, None)
            member = mean
        full = in_full(self.text, at, tokens(name)) if member is None and at is not None and self.language == "en" else ""
        if full and kind_of(name, None, opinion, self.language) in PERSONS:
            return self._found(full, relays, opinion if opinion in PERSONS else "person", others, None)
        # Within what Rask tells "the doctor" is not Rask.
        free = member is None and at is not None and self.language == "en" and all(m.kind in HOUSES for m in relays)
        if free and at is not None and (one := self._described(name, opinion, others, at)):
            return one
        if member is None:
            member = self._brought_on(name, relays, opinion, at)
            self.members.append(member)
        else:
            self._mention(member, name)
            if relays and not member.relays:
                member.relays = relays
        return member

    def _described(self, name: str, opinion: SourceKind | None, others: tuple[Member, ...], at: int) -> Member | None:
        """Whom "the Orvik senator" means, as one of the cast."""
        if kind_of(name, outlet_kind(name), opinion, self.language) not in PERSONS:
            return None
        there = [m for m in self.members if not any(m is o for o in others)]
        one = described(there, self.text, at, tokens(name))
        if isinstance(one, str):
            return self._found(one, (), opinion, others, None)
        if one is not None:
            self._mention(one, one.name)
            one.aliases.add(name)
        return one

    def _brought_on(self, name: str, relays: tuple[Member, ...], opinion: SourceKind | None, at: int | None) -> Member:
        kind, forms = kind_of(name, outlet_kind(name), opinion, self.language), [name]
        if self.language != "en" and opinion in (None, "organization"):
            kind, forms = brought_on(self.text, name, at or 0, self.language, (kind, opinion))
        forms += [spoken_for] if self.language == "en" and (spoken_for := self._spoken_for(tokens(name), at or 0)) else []
        return Member(forms[0], kind, set(forms), relays, f"{len(self.members)} {name}")

    def _spoken_for(self, phrase: list[Token], at: int) -> str:
        """Whose "a spokesman" is: the body that told something last, in his paragraph or the one before."""
        said = [t for t in phrase if t.word]
        if len(said) != 2 or said[0].low not in ("a", "the", "its") or "mouth" not in classes(said[1]):
            return ""
        before = self.text.rfind("\n", 0, self.text[: self.text.rfind("\n", 0, at) + 1].rstrip().rfind("\n") + 1)
        spoke = [m for m in reversed(self.members) if before < m.at < at and m.kind in THINGS - HOUSES - {"document", "social"}]
        return f"{spoke[0].name} {said[1].text}" if spoke and names_in(spoke[0].name) else ""

    def nobody(self, name: str, others: tuple[Member, ...] = ()) -> bool:
        """Whether a pronoun may mean nobody who has been brought on."""
        low = name.lower()
        there = [m for m in self.members if not any(m is o for o in others)]
        return self._by_pronoun(low, there, None) is None

    def opening(self, told: Span) -> Member | None:
        """The body of the cast whose name opens a told clause."""
        run: set[str] = set()
        for t in tokens(self.text, *told):
            if not (t.word and (t.capital or not run)):
                break
            run |= {t.low} - {"the"}
        fits = (m for m in reversed(self.members) if m.kind in THINGS - {"document"} and run and run <= m.all_words())
        return next(fits, None)

    def papered(self, name: str) -> bool:
        """Whether a paper has told something under the noun of this phrase."""
        noun = next((t.low for t in reversed(tokens(name)) if t.word), "")
        return any(m.kind == "document" and noun in m.all_words() for m in self.members)

    def _body_before(self, name: str, at: int) -> str:
        """The name of the body that "the lender" means, if the words before bring one on."""
        noun = firm(tokens(name))
        if not noun:
            return ""
        speakers = {w for m in self.members if m.kind in _SPEAKERS for w in m.all_words() - houses_of(m)}
        return body_before(self.text, at, noun, frozenset(speakers | {t.low for t in tokens(self.outlet or "")}))

    def _taken_up(self, name: str, others: tuple[Member, ...], opinion: SourceKind | None) -> Member | None:
        there = [m for m in self.members if not any(m is o for o in others)]
        return taken_up(there, tokens(name), kind_of(name, outlet_kind(name), opinion, self.language), self.language)

    def last(self, *kinds: SourceKind) -> Member | None:
        """Whoever of these kinds was mentioned last (of any kind when none is given)."""
        return next((m for m in reversed(self.members) if not kinds or m.kind in kinds), None)

    def sources(self) -> tuple[Source, ...]:
        """The cast as records, ids from the document and the fullest name."""
        if self.language == "en":
            self._presented()
        out = [Source(self.id_of(m), m.name, m.kind, None, tuple(sorted(m.aliases - {m.name}))) for m in self.members]
        return tuple(sorted(out, key=lambda s: s.id))

    def _presented(self) -> None:
        """Give persons the words in which the page brings them on among their names."""
        for m in self.members:
            name = max((n for p in m.phrases() if m.kind in PERSONS and (n := personal(p))), key=len, default=[])
            spelt = " ".join(t.text for t in name)
            if len(name) > 1 and (form := presented(self.text, spelt)) and form not in m.name:
                m.aliases.add(form)

    def id_of(self, member: Member) -> str:
        """The member's source id: by the order and the words in which it was brought on."""
        return identify("source", self.document, member.first)

    def _mention(self, member: Member, name: str) -> None:
        self.members.remove(member)
        self.members.append(member)
        if name.lower() in _PRONOUNS or (bare_role(name) and member.name not in name):
            return  # "the state agency (ONA)" after "ONA" is the fuller form, "the agency" is none
        if abroad(self.language) and self._bare_abroad([t for t in tokens(name) if t.word]):
            return
        member.aliases.add(name)
        fuller = len(names_in(name)) > len(names_in(member.name)) or (not names_in(member.name) and len(name) > len(member.name))
        if fuller and (member.kind != "anonymous" or "source" in name.lower()):
            member.name = name

    def _known(self, name: str, others: tuple[Member, ...], opinion: SourceKind | None, at: int | None = None) -> Member | None:
        low = name.lower()
        if name.lower() in _PRONOUNS:
            there = [m for m in self.members if not any(m is o for o in others)]
            begin = self.text.rfind("\n", 0, at) + 1
            return (goes_on(low, there, begin, at) if at is not None else None) or self._by_pronoun(low, there, opinion)
        mine = [t for t in tokens(name) if t.word or t.text in ",(–—"]
        bare = [t for t in mine if t.word]
        kind = kind_of(name, outlet_kind(name), opinion, self.language)
        if self.language == "en" and len(bare) == 2 and bare[0].low in BARE and kind in THINGS:
            post = role_of(bare[-1])
            kind = post if post in PERSONS and post else kind  # "the spokeswoman" is no body, whatever a reader takes her for
        if self.language in _NO_ARTICLE and (member := self._by_noun(bare, kind)) is not None:
            return member
        if abroad(self.language) and self._bare_abroad(bare):
            return self._by_role_abroad(bare, kind)
        if kind == "anonymous" and len(bare) == 1 and bare[0].capital:  # "Según Fuentes", after Ana Fuentes
            kind = next((m.kind for m in reversed(self.members) if surname(m.phrases()) == bare[0].low), kind)
        if kind == "anonymous" or bare_role(name):
            return self._by_role([t for t in mine if t.word], kind)
        return self._by_name(mine, kind)

    def _named_before(self, low: str, at: int, others: tuple[Member, ...]) -> str | None:
        """The name of somebody whom the words before a pronoun bring on."""
        known = {n: gender(m.phrases()) for m in self.members if m.kind in _SPEAKERS and (n := surname(m.phrases()))}
        found = person_before(self.text, at, low, known)
        if not found and (name := self._with_a_post(low, at, others)):
            return name
        if not found or self._teller_there(found, low, others):
            return None
        one = self._by_name(found, "person")
        return (
            None
            if one is not None and any(one is o for o in others)
            else " ".join(t.text.removesuffix("'s").removesuffix("’s") for t in found)
        )

    def _with_a_post(self, low: str, at: int, others: tuple[Member, ...]) -> str:
        """The one with a post whom a paragraph brings on before its pronoun: not whoever spoke in another paragraph."""
        first = self.text.rfind("\n", 0, at) + 1
        one = self._by_pronoun(low, [m for m in self.members if not any(m is o for o in others)], None)
        return posted(self.text, at, low, first) if one is None or one.at < first else ""

    def _teller_there(self, found: list[Token], low: str, others: tuple[Member, ...]) -> bool:
        """Whether whoever spoke last tells of the one found ("Rask will stay, said Oke Ruun"): he goes on speaking."""
        one = self._by_pronoun(low, [m for m in self.members if not any(m is o for o in others)], None)
        if one is None or one.at < 0 or first_name(found[0].low) == low != gender(one.phrases()):
            return False
        first, last = sorted((found[0].start, one.at))
        return _STOP.search(self.text, first, last) is None and not same_person(found, one.phrases())

    def _by_pronoun(self, low: str, members: list[Member], opinion: SourceKind | None) -> Member | None:
        if low in _PLURAL:
            fits = (m for m in reversed(members) if several(m) or m.kind in THINGS - {"document"})
            lone = [m for m in members[-1:] if m.kind in _SPEAKERS and gender(m.phrases()) is None]
        elif low in _SINGULAR:
            persons = (m for m in reversed(members) if m.kind in _SPEAKERS and not several(m))
            return next((m for m in persons if (gender(m.phrases()) or m.sex) in (None, low)), None)
        else:
            fits = (m for m in reversed(members) if m.kind in THINGS or (self.language == "en" and panel(m)))
            lone = []
        near = list(islice(fits, 2)) or lone  # of two, the one of the kind that the analyzer takes it for
        if low in _THING and near and panel(near[0]):
            return near[0]
        return next((m for m in near if m.kind == opinion), None) or next(iter(near), None)

    def _by_role(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """Find whom "the source" or "the ministry" means: definite, so somebody there already whose words take these in."""
        definite = (bool(mine) and mine[0].low in BARE) or any(t.text.endswith(("'s", "’s")) for t in mine)
        content = {t.low for t in mine if t.low not in BARE and not words("en", "determiner") & {t.low}}
        noun = next((t.low for t in reversed(head(mine))), "")
        heads = {t.low for t in head(mine)} & role_words().keys()
        for m in reversed(self.members):
            if kind == "anonymous" and m.kind == "anonymous":
                same_number = several(m) == any(h.endswith("s") for h in heads)
                rest = content - _UNNAMED_HEADS - {"anonymous"}
                fits = rest <= m.all_words() or any(t.text.endswith(("'s", "’s")) for t in mine)
                if same_number and fits and (definite or (rest and rest <= m.all_words())):
                    return m
            elif kind != "anonymous" and definite and content and meant_by(m, noun, content, kind):
                return self._in_full(m) if self.language == "en" else m
        if definite and kind in ("agency", "outlet"):
            houses = [m for m in reversed(self.members) if m.kind in ("agency", "outlet")]
            return next((m for m in houses if m.kind == kind), None) or next(iter(houses), None)
        if (
            definite
            and kind == "official"
            and heads & {"official", "spokesman", "spokesperson", "spokeswoman", "minister", "general", "leader"}
        ):
            return next((m for m in reversed(self.members) if m.kind == "official" and titled(m, heads)), None)
        return None

    def _in_full(self, m: Member) -> Member:
        """The house with a name, where a member has none but the noun of a headline ("Magazine takes back claim")."""
        if m.kind not in HOUSES or len(m.name.split()) > 1:
            return m
        named = (o for o in reversed(self.members) if o is not m and o.kind in HOUSES and len(names_in(o.name)) > 1)
        return next(named, m)

    def _by_noun(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """Find whom a bare role noun means where no article tells ("телеканал", "الوزير"): the last of its kind that shares it."""
        said = [t for t in mine if t.low not in words(self.language, "determiner")]
        if not 1 <= len(said) <= 2 or any(role_of(t, self.language) is None for t in said):
            return None
        word = stem(said[0].low)
        for m in reversed(self.members):
            same = m.kind == kind and any(stem(w).startswith(word) or word.startswith(stem(w)) for w in m.all_words() if len(w) > 2)
            if same or (kind in HOUSES and m.kind in HOUSES):
                return m
        return None

    def _by_words(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """A short form of a name in a script without capitals: all its words, none of them a role, stand in somebody's name."""
        said = {t.low for t in mine}
        if any(role_of(t, self.language) for t in mine) or not any(len(w) > 2 for w in said):
            return None
        fits = (m for m in reversed(self.members) if said <= m.all_words())
        return next((m for m in fits if {kind, m.kind} <= PERSONS or m.kind in HOUSES), None)

    def _bare_abroad(self, mine: list[Token]) -> bool:
        """Whether a phrase of another language names by role alone, and so somebody there already ("la ministra", "harian itu")."""
        shown = words(self.language, "definite")
        same = words(self.language, "same")
        return (
            len(mine) > 1
            and (mine[0].low in shown | same or mine[-1].low in shown or mine[0].text.lower().startswith(("l'", "l’")))
            and any(role_of(t, self.language) or t.low in words(self.language, "epithet") for t in mine)
            and not any(t.capital and not role_of(t, self.language) for t in mine[1:])
        )

    def named_before(self, mine: list[Token]) -> bool:
        """Whether a phrase is a bare role: "the paper", or "ao jornal", "dem Blatt", whose article stands in the preposition."""
        if not abroad(self.language):
            bare = len(mine) > 1 and mine[0].low in ("the", "this", "that") and all(t.text.islower() for t in mine)
            return bare and all(role_of(t) for t in mine[1:])
        shown = words(self.language, "definite")
        return all(role_of(t, self.language) or t.low in shown for t in mine)

    def _by_role_abroad(self, mine: list[Token], kind: SourceKind) -> Member | None:
        """Find whom "la ministra" means: the last one of whose words these are; "o jornal": the last outlet."""
        small = words(self.language, "definite") | words(self.language, "determiner") | words(self.language, "same")
        content = {t.low for t in mine} - small - words(self.language, "genitive")
        alike = PERSONS | {"anonymous"} if kind in PERSONS else {kind}
        for m in reversed(self.members):
            if m.kind in alike and content and content <= m.all_words():
                return m
        if kind in ("agency", "outlet"):
            return self.last("agency", "outlet")
        same = any(t.low in words(self.language, "same") for t in mine)
        if kind == "anonymous" or same:
            unnamed = self.last("anonymous")  # "the same source" may be somebody with a name, where nobody is without one
            return unnamed or (last_speaker(self.members) if same and kind == "anonymous" else None)
        if kind in ("official", "person", "group") and content <= words(self.language, "epithet"):
            return next((m for m in reversed(self.members) if m.kind == "official" and names_in(m.name)), None)
        return None

    def _by_name(self, mine: list[Token], kind: SourceKind) -> Member | None:
        names = {t.low for t in mine if t.capital and t.low not in words("en", "determiner")}
        if not names:
            return self._by_words(mine, kind) if self.language in _CASELESS else None
        for m in reversed(self.members):
            if {kind, m.kind} <= PERSONS and same_person(mine, m.phrases()):
                return m
            if kind in PERSONS and m.kind == "anonymous" and " ".join(t.text for t in mine) in m.aliases:
                return m  # "a driver, who asked to be called Otto", then "Otto"
            if kind == m.kind and kind in THINGS and names == capitalised(m.name):
                return m
            if {kind, m.kind} <= THINGS and (
                of_name(m.name) == capitals(mine) != "" or of_words(mine) == capitals_in(m.name) != ""
            ):
                return m
            if (
                kind in ("agency", "outlet")
                and m.kind in ("agency", "outlet")
                and same_house({n for n in names if not DEMONYM.search(n)}, set().union(*map(capitalised, (m.name, *m.aliases))))
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
