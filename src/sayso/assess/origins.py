"""How many independent origins a claim has: tellings folded by their innermost source, and the reasons in words.

Two tellings have the same origin, surely different ones, or the pages do not say. ``high`` counts what is left when all that is
the same
is folded; ``low`` is the largest number of origins no two of which could be the same. A range is honest; a number would be a guess.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.wording import akin, capitals, likeness, name_words, party_words, proper, same_name, stems
from sayso.model import ChainLink, Claim, Origins, Root, Statement

RULES = ("identity", "command", "vague_office", "relay", "occasion", "description", "derivation")
OFFICIAL = frozenset({"official", "government", "organization", "armed_group"})
SPEAKING = frozenset({"person", "official", "organization", "government", "ngo", "armed_group"})
PASSING = frozenset({"agency", "outlet"})
# A page that tells a claim in its own voice with this share of the words of a sourced telling may have it from there: own
# choice, above 0.24, which 99 of 100 unrelated pairs of statements on the five sample pages stay under. In the six labelled
# stories one of 11 tellings without a source beside sourced ones was an origin of its own (a visit to the place).
EXPLAINED = 0.35


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
        every: dict[str, Callable[[Telling, Telling], str | None]] = {
            "identity": self.identity,
            "command": self.command,
            "vague_office": self.vague_office,
            "relay": self.relay,
            "occasion": self.occasion,
            "description": self.description,
            "derivation": self.derivation,
        }
        self.rules = {name: every[name] for name in RULES if name in rules}

    def name(self, t: Telling) -> str:
        """The source's words on the page and where they stand."""
        return f"“{t.link.name}” ({self.pile.outlet(t.statement.document)})"

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
        return f"{self.name(a)} and {self.name(b)} are one source"

    def command(self, a: Telling, b: Telling) -> str | None:
        """A body and the person who speaks for it."""
        for body, person in ((a, b), (b, a)):
            if body.link.kind in OFFICIAL and person.link.kind in SPEAKING:
                words = name_words(body.link.name or "")
                if words and any(words <= name_words(form) for form in self.pile.forms(person.link)):
                    return f"{self.name(person)} speaks for {self.name(body)}: one chain of command"
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
        return None

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

    def description(self, a: Telling, b: Telling) -> str | None:
        """Nameless sources that two pages describe in the same words; onlookers are many and stay apart."""
        x, y = (frozenset(stems(t.link.name or "")) for t in (a, b))
        if nameless(a.link) and nameless(b.link) and x and x == y and not x & party_words("onlooker"):
            return f"{self.name(a)} and {self.name(b)} are described alike and told the same"
        return None

    def derivation(self, a: Telling, b: Telling) -> str | None:
        """The pages depend on each other here, and one of the two sources has no name of its own."""
        if all(t.link.kind in SPEAKING for t in (a, b)):
            return None
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


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters; names in two scripts cannot be told apart by their letters."""
    return any("a" <= c <= "z" for c in unicodedata.normalize("NFKD", name.casefold()))


def relays(statement: Statement) -> tuple[ChainLink, ...]:
    """All links but the innermost, reteller first."""
    return statement.chain[:-1] if len(statement.chain) > 1 else statement.chain


def origins(pile: Pile, claim: Claim, rules: frozenset[str]) -> Origins:
    """The range of independent origins of one claim, its roots, and why."""
    tellings = pile.tellings(claim)
    saying = [s for s in tellings if s.stance != "deny" or len(s.chain) > 2] or list(tellings)
    sourced = under_headlines(pile, [Telling(s, k) for s in saying if (k := innermost(s)) is not None])
    bare = [s for s in saying if innermost(s) is None]
    if not sourced:
        return unsourced(pile, bare)
    folding = Folding(pile, rules)
    groups, why = grouped(folding, sourced)
    low, high = most_apart(folding, groups), len(groups)
    extra, more = own_voice(pile, bare, sourced)
    roots = tuple(sorted((root(pile, g) for g in groups), key=lambda r: (r.name or "", r.kind, r.document or "", r.unseen or "")))
    if low < high:
        why.append(f"whether the {high} sources named for it are independent of each other, the pages do not say")
    return Origins(low, high + extra, roots, (*why, *more))


def under_headlines(pile: Pile, sourced: list[Telling]) -> list[Telling]:
    """The tellings without headlines whose page names a source in the text: a headline sums up what stands under it."""
    body = {t.statement.document for t in sourced if not pile.headline(t.statement)}
    return [t for t in sourced if not pile.headline(t.statement) or t.statement.document not in body]


def unsourced(pile: Pile, bare: Sequence[Statement]) -> Origins:
    """Nobody is named for the claim anywhere."""
    where = ", ".join(sorted({pile.outlet(s.document) for s in bare}))
    roots = tuple(Root(None, "unnamed", d) for d in sorted({s.document for s in bare})[:1])
    return Origins(0, 1 if bare else 0, roots, (f"no page names a source for it ({where})",))


def grouped(folding: Folding, sourced: Sequence[Telling]) -> tuple[list[list[Telling]], list[str]]:
    """Tellings joined by the folding rules, with each join in words."""
    groups: list[list[Telling]] = []
    why: list[str] = []
    for t in sourced:
        hits: list[tuple[int, Fold]] = []
        for n, group in enumerate(groups):
            found = next((f for other in group if (f := folding.fold(other, t)) is not None), None)
            if found is not None:
                hits.append((n, found))
        if not hits:
            groups.append([t])
            continue
        first = hits[0][0]
        groups[first].append(t)
        for n, _ in reversed(hits[1:]):
            groups[first] += groups.pop(n)
        why += [f"{f.words} [{f.rule}]" for _, f in hits]
    return groups, list(dict.fromkeys(why))


def most_apart(folding: Folding, groups: Sequence[Sequence[Telling]]) -> int:
    """Size of a set of groups no two of which could be one origin; grown greedily, so a lower bound. At least 1."""
    chosen: list[Sequence[Telling]] = []
    for g in groups:
        if all(all(folding.apart(a, b) for a in g for b in c) for c in chosen):
            chosen.append(g)
    return max(1, len(chosen))


def own_voice(pile: Pile, bare: Sequence[Statement], sourced: Sequence[Telling]) -> tuple[int, list[str]]:
    """What tellings without a source add to ``high``: 1 when nothing on the pages explains one of them, else 0."""
    named = {t.statement.document for t in sourced}
    loose = sorted({s.document for s in bare} - named)
    early = {d for d in loose if all(pile.later(n, d) for n in sorted(named))}
    free = sorted(d for d in loose if d in early or not explained(pile, [s for s in bare if s.document == d], sourced))
    why = []
    if bare:
        why.append(
            "told without a source by " + ", ".join(sorted({pile.outlet(s.document) for s in bare})) + ", which adds no origin"
        )
    if free:
        why.append(
            f"{', '.join(pile.outlet(d) for d in free)} may have it from elsewhere: it names nobody and follows no page here"
        )
    return int(bool(free)), why


def explained(pile: Pile, bare: Sequence[Statement], sourced: Sequence[Telling]) -> bool:
    """Whether a page's tellings without a source can stem from a sourced one: a tie, a later date, its words or figures."""
    document = pile.documents[bare[0].document]
    for t in sourced:
        other = t.statement
        if pile.related(document.id, other.document) or pile.later(document.id, other.document):
            return True
        if any(same_name(document.outlet or "", k.name or "") for k in other.chain[1:] if document.outlet):
            return True
        if document.language != pile.documents[other.document].language:
            return True  # words of two languages cannot be compared; the link room tied them by names and figures
        figures = {(q.low, q.high) for q in other.quantities}
        for s in bare:
            if likeness(pile.told(s), pile.told(other)) >= EXPLAINED or figures & {(q.low, q.high) for q in s.quantities}:
                return True
    return False


def root(pile: Pile, group: Sequence[Telling]) -> Root:
    """The deepest source of a group: a nameless one behind an agency goes before the agency, a fuller name before a shorter."""
    best = min(
        group,
        key=lambda t: (
            t.link.kind in PASSING,
            -len(t.statement.chain),
            -len(t.link.name or ""),
            t.link.name or "",
            t.statement.document,
            t.statement.span,
        ),
    )
    s = best.statement
    for d in pile.parents.get(s.document, ()):
        if d.from_ in pile.unseen and s.id in d.statements:
            return Root(best.link.name, best.link.kind, None, d.from_)
    return Root(best.link.name, best.link.kind, s.document)
