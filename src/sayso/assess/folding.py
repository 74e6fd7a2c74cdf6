"""When two tellings of a claim have one origin: the folding rules, each with its name and its reason in words.

A source counts as one more only where the pages set it apart: "a source", "the press" or "he" beside a named one adds nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.assess.parties import apposed, bodies, described, latin, refers
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.wording import WORD, akin, capitals, name_words, particular, party_words, proper, same_name, stems
from sayso.assess.wording import stem as root
from sayso.lexicon.senses import function_words, senses
from sayso.model import PERSONS, ChainLink, Statement
from sayso.text.normal import stem

FOLDS = (
    "identity",
    "command",
    "body",
    "vague_office",
    "office",
    "reference",
    "relay",
    "occasion",
    "lead",
    "description",
    "translation",
    "derivation",
)
"""The folding rules in the order in which they are tried."""
OFFICIAL = frozenset({"official", "government", "organization", "armed_group"})
STATE = frozenset({"official", "government"})
SPEAKING = frozenset({"person", "official", "organization", "government", "ngo", "armed_group"})
PASSING = frozenset({"agency", "outlet"})
BODIES = SPEAKING - {"person", "official"}


_CLAUSE = re.compile(r",?\s(?:that|which|who|whose)\s.*")
"""What a description says of its source beyond what it is: "the charity that ran the convoy"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement with the link it comes from."""

    statement: Statement
    link: ChainLink


@dataclass(frozen=True, slots=True)
class Fold:
    """Two tellings that one rule takes for one origin, in words."""

    rule: str
    words: str


class Folding:
    """Decides for one claim which tellings have one origin. One method per rule; each can be switched off by its name."""

    def __init__(self, pile: Pile, rules: frozenset[str]) -> None:
        self.pile = pile
        self.active = rules
        self.rules: dict[str, Callable[[Telling, Telling], str | None]] = {
            name: getattr(self, name) for name in FOLDS if name in rules
        }

    def name(self, t: Telling) -> str:
        """The source's words on the page and where they stand."""
        return f"“{t.link.name}” ({self.pile.page(t.statement.document)})"

    def fold(self, a: Telling, b: Telling) -> Fold | None:
        """The first rule that takes both for one origin."""
        for name, rule in self.rules.items():
            words = rule(a, b)
            if words is not None:
                return Fold(name, words)
        return None

    def identity(self, a: Telling, b: Telling) -> str | None:
        """One named party, however it is spelt."""
        if nameless(a.link) or nameless(b.link) or not self.pile.same_party(a.link, b.link):
            return None
        one, two = self.name(a), self.name(b)
        return f"{one} and {two} are one source" if one != two else f"{one} is one source, named more than once"

    def command(self, a: Telling, b: Telling) -> str | None:
        """A body and the person who speaks for it."""
        for body, person in ((a, b), (b, a)):
            if body.link.kind in OFFICIAL | {"ngo"} and person.link.kind in SPEAKING:
                words = name_words(body.link.name or "")
                if words and words <= name_words(" ".join(self.pile.everywhere(person.link))):
                    return f"{self.name(person)} speaks for {self.name(body)}: one chain of command"
                if self.whose(body, person):
                    return f"{self.name(person)} speaks for the body that {self.name(body)} names: one chain of command"
        return None

    def whose(self, body: Telling, person: Telling) -> bool:
        """Whether a person is only given as the body's ("its director"), which the telling or the page names last before."""
        page, at = person.statement.document, person.link.span
        if not (person.link.name or "").casefold().startswith(("its ", "their ")):
            return False
        words = name_words(body.link.name or "")
        if words and words <= name_words(self.pile.told(person.statement)):
            return True
        if at is None:
            return False
        links = (k for s in self.pile.by_document[page] for k in s.chain[1:] if k.kind in BODIES)
        before = [(k.span, n, k) for n, k in enumerate(links) if k.span is not None and k.span < at]
        last = max(before, key=lambda row: row[:2])[2] if before else None
        return last is not None and self.pile.same_party(last, body.link)

    def body(self, a: Telling, b: Telling) -> str | None:
        """Two who speak from one named body: its ministry, its study, its staff."""
        for x in bodies(a.link.name or ""):
            for y in bodies(b.link.name or ""):
                if x <= y or y <= x:
                    return f"{self.name(a)} and {self.name(b)} speak from one body"
        one, two = (apposed(t.link.name or "") for t in (a, b))
        if one and one == two and all(t.link.kind not in PERSONS | PASSING for t in (a, b)):
            return f"{self.name(a)} and {self.name(b)} speak from one body"
        return None

    def vague_office(self, a: Telling, b: Telling) -> str | None:
        """A body named only as "authorities" or "officials" beside another official one."""
        for vague, other in ((a, b), (b, a)):
            words = frozenset(stems(vague.link.name or ""))
            rest = words - party_words("role")
            official = vague.link.kind in OFFICIAL | {"group"} and other.link.kind in OFFICIAL
            country = capitals(" ".join(self.pile.forms(other.link)))
            if (
                official
                and words & party_words("vague_office")
                and len(rest) <= 1
                and all(akin(frozenset({w}), country) for w in rest)
            ):
                return f"{self.name(vague)} does not say which body, so it is counted with {self.name(other)}"
        return None

    def office(self, a: Telling, b: Telling) -> str | None:
        """An office without a name ("the prime minister"), beside a named person of whom no other office is told."""
        for vague, other in ((a, b), (b, a)):
            office = frozenset(stems(vague.link.name or ""))
            if vague.link.kind != "official" or not office or not office <= party_words("role"):
                continue
            forms = self.pile.forms(other.link)
            held = frozenset(s for form in forms for s in stems(form)) & party_words("role")
            if other.link.kind in ("official", "person") and name_words(other.link.name or "") and (not held or office <= held):
                return f"{self.name(vague)} names an office and nobody, so it is counted with {self.name(other)}"
        return None

    def reference(self, a: Telling, b: Telling) -> str | None:
        """A pronoun or "the report", which names nobody that is not named already."""
        for vague, other in ((a, b), (b, a)):
            if refers(vague.link.name or ""):
                return f"{self.name(vague)} names nobody by itself, so it is counted with {self.name(other)}"
        return None

    def relay(self, a: Telling, b: Telling) -> str | None:
        """One telling stops at a station through which the other goes further back."""
        for short, long in ((a, b), (b, a)):
            through = [k for k in long.statement.chain[:-1] if k.name]
            if nameless(short.link) or not through:
                continue
            bare = (
                short.link.kind in PASSING
                and not name_words(short.link.name or "")
                and short.statement.document == long.statement.document
            )
            if any(self.pile.same_party(short.link, k) or (bare and k.kind in PASSING) for k in through):
                return f"{self.name(long)} reached the page through {self.name(short)}"
            if self.only(short, long):
                page = self.pile.page(short.statement.document)
                return f"{self.name(long)} reached the page through {page}, which has it from {self.name(short)}"
        return None

    def only(self, short: Telling, long: Telling) -> bool:
        """Whether a telling was had from the other's page, which has nobody else for the claim."""
        s = short.statement
        outlet = self.pile.documents[s.document].outlet
        through = [k.name for k in long.statement.chain[1:-1] if k.name]
        if outlet is None or s.document == long.statement.document or not any(same_name(outlet, name) for name in through):
            return False
        claim = self.pile.claim_by_id[self.pile.claim_of[s.id]]
        own = [k for t in self.pile.tellings(claim) if t.document == s.document and (k := innermost(t)) is not None]
        return all(self.pile.same_party(short.link, k) for k in own)

    def occasion(self, a: Telling, b: Telling) -> str | None:
        """Nameless sources that reached the pages through the same outlet, or stand on one page without another."""
        if not (nameless(a.link) and nameless(b.link)):
            return None
        x, y = relays(a.statement), relays(b.statement)
        if any(self.pile.same_party(k, j) for k in x[1:] for j in y[1:]):
            return f"{self.name(a)} and {self.name(b)} both speak through {next(k.name for k in reversed(x) if k.name)}"
        if a.statement.document == b.statement.document and len(x) == len(y) == 1:
            return f"{self.name(a)} and {self.name(b)} stand on one page, neither with a name"
        if len(x) == len(y) == 1 and x[0].name and y[0].name and self.pile.same_party(x[0], y[0]):
            return f"{self.name(a)} and {self.name(b)} both spoke to {x[0].name}"
        return None

    def lead(self, a: Telling, b: Telling) -> str | None:
        """The page's first source, only described there ("a top official"), and the one of its kind that the page names then."""
        if a.statement.document != b.statement.document:
            return None
        first, then = sorted((a, b), key=lambda t: (not self.pile.headline(t.statement), t.statement.span))
        names = first.link.name or "", then.link.name or ""
        if first.link.kind != then.link.kind or nameless(first.link) or proper(names[0]) or described(names[1]):
            return None
        if not self.pile.opens(first.statement):
            return None
        return f"{self.name(first)} opens the page that then names {self.name(then)}"

    def description(self, a: Telling, b: Telling) -> str | None:
        """A source without a name, described in words that fit the other too; onlookers are many and stay apart."""
        for short, full in ((a, b), (b, a)):
            x, y = (frozenset(stems(_CLAUSE.sub("", t.link.name or ""))) for t in (short, full))
            vague = (nameless(short.link) and nameless(full.link)) or described(short.link.name or "")
            if vague and x and x <= y and not x & party_words("onlooker"):
                return f"{self.name(short)} and {self.name(full)} are described alike and told the same"
        return None

    def translation(self, a: Telling, b: Telling) -> str | None:
        """Sources on pages in two languages of which one has no name: no word of either sets them apart."""
        one, two = (self.pile.documents[t.statement.document].language for t in (a, b))
        if not one or not two or one == two:
            return None
        services = [self.services(t) for t in (a, b)]
        if all(services) and not services[0] & services[1]:
            return None  # prosecutors and "bombeiros" (firefighters) are two services in any language
        plain = [nameless(t.link) or described(t.link.name or "") for t in (a, b)]
        scripts = latin(a.link.name or "") != latin(b.link.name or "")
        alike = a.link.kind == b.link.kind in SPEAKING or any(all(t.link.kind in k for t in (a, b)) for k in (STATE, PERSONS))
        if all(plain) or ((scripts or alike) and any(plain)):
            return f"{self.name(a)} and {self.name(b)} are told in two languages, and no name sets them apart"
        general = [p or _general(t.link.name or "") for p, t in zip(plain, (a, b), strict=True)]
        lands = [bool(_countries(t.link.name or "")) for t in (a, b)]
        if all(lands) or (any(lands) and not all(general)):
            return None  # "Greek police" and "la Policía de España": whether it is one country, the words do not say
        if services[0] & services[1] and any(general) and all(t.link.kind not in PASSING for t in (a, b)):
            return f"{self.name(a)} and {self.name(b)} are of one service, told in two languages"
        return None

    def services(self, t: Telling) -> frozenset[str]:
        """Which services (prosecutors, firefighters, hospitals, …) a source's names tell of, in any language, as senses."""
        abroad = self.pile.documents[t.statement.document].language != "en"
        return _services(" ".join(self.pile.everywhere(t.link)), abroad)

    def derivation(self, a: Telling, b: Telling) -> str | None:
        """The pages depend on each other here, and one of the two sources has no name of its own."""
        if all(t.link.kind in SPEAKING and proper(t.link.name or "") for t in (a, b)):
            return None
        step = any((x.statement.document, y.statement.document) in self.pile.steps for x, y in ((a, b), (b, a)))
        if not step and not self.pile.common_text(a.statement, b.statement):
            return None  # of 24 folds by a common text on nine real piles 16 were of strangers whom both pages happened to quote
        tie = self.pile.relation(a.statement, b.statement)
        return f"{tie}, so {self.name(a)} and {self.name(b)} are counted once" if tie else None

    def apart(self, a: Telling, b: Telling) -> bool:
        """Surely two: both named, both speakers of their own, and not officials of one country."""
        if any(t.link.kind not in SPEAKING or not proper(t.link.name or "") for t in (a, b)):
            return False
        if latin(a.link.name or "") != latin(b.link.name or ""):
            return False
        if self.pile.relation(a.statement, b.statement) is not None:
            return False
        if all(t.link.kind in OFFICIAL for t in (a, b)):
            return not akin(*(capitals(" ".join(self.pile.forms(t.link))) for t in (a, b)))
        return True


def _services(name: str, abroad: bool) -> frozenset[str]:
    """Which services (prosecutors, firefighters, hospitals, …) a description names, in any language, as senses."""
    return frozenset(senses(abroad).get(stem(w), "") for w in WORD.findall(name)) & party_words("service")


def _general(name: str) -> bool:
    """Whether a name has, besides its country, only the word for a service: "La Policía", "Spanish police"."""
    words = [w for w in WORD.findall(name) if w.casefold() not in function_words()]
    return bool(words) and all(stem(w) in senses(True) or root(w) in _countries(name) for w in words)


def _countries(name: str) -> frozenset[str]:
    """The words of a name that are of a country."""
    words = frozenset(root(w) for w in WORD.findall(name) if w[0].isupper() and len(root(w)) > 2)
    return words - particular(words)


def relays(statement: Statement) -> tuple[ChainLink, ...]:
    """All links but the innermost, reteller first."""
    return statement.chain[:-1] if len(statement.chain) > 1 else statement.chain
