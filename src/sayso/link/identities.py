"""The same source on several pages: one identity, given only where names and kinds leave no doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.contracts import Judgement
from sayso.lexicon.spellings import roman, sounds
from sayso.link.judged import apart
from sayso.link.meanings import body_key, person_keys
from sayso.link.names import house, name_keys, same_house, same_person, surname
from sayso.model import HOUSES, NAMELESS, PERSONS, Claim, Reading, Source, identify

_BODIES = frozenset({"organization", "government", "armed_group", "ngo", "document", "social"})


def identities(readings: Sequence[Reading], claims: Sequence[Claim], judgements: Sequence[Judgement] = ()) -> dict[str, str]:
    """Source id -> identity, for every source; a source met once has an identity of its own. What people judged comes first."""
    claim_of = {s: c.id for c in claims for s in c.statements}
    told: dict[str, set[str]] = defaultdict(set)
    via: dict[str, frozenset[str]] = {}
    for r in readings:
        for s in r.statements:
            relay = frozenset(w for k in s.chain if k.kind in HOUSES and k.name for w in house(k.name).words)
            for link in s.chain:
                if link.source:
                    told[link.source].add(claim_of[s.id])
                    via[link.source] = via.get(link.source, frozenset()) | relay
    blocks: dict[tuple[str, ...], list[Source]] = defaultdict(list)
    for r in sorted(readings, key=lambda r: r.document.id):
        for source in sorted(r.sources, key=lambda s: s.id):
            for key in _blocks(source, told.get(source.id, set())):
                blocks[key].append(source)
    groups = _Union([s.id for r in readings for s in r.sources], apart(judgements))
    for j in judgements:
        if j.verdict == "person":
            ids = [*j.a.split(), *j.b.split()]
            for other in ids[1:]:
                groups.join(ids[0], other)
    for key, members in sorted(blocks.items()):
        _join(key[0], members, groups, via)
    return {s: identify("source", groups.root(s)) for s in sorted(groups.parent)}


def _join(block: str, members: Sequence[Source], groups: _Union, via: Mapping[str, frozenset[str]]) -> None:
    """Join what is one source in a block; sources of one name are compared with the others once, however many pages name them."""
    met: dict[tuple[object, ...], Source] = {}
    for a in members:
        alike = met.setdefault((a.name, a.kind, via.get(a.id)), a)
        if alike is not a and _same(block, a, alike, via):
            groups.join(a.id, alike.id)
            continue
        for b in met.values():
            if groups.root(a.id) != groups.root(b.id) and _same(block, a, b, via):
                groups.join(a.id, b.id)
                break


def _blocks(source: Source, claims: set[str]) -> list[tuple[str, ...]]:
    """Keys under which sources that may be one are met."""
    if not source.name:
        return []
    body = body_key(source.name) if source.kind not in NAMELESS else None
    abroad = [("translated", body)] if body else []
    if source.kind in PERSONS:
        abroad += [("respelt", k) for k in sorted(person_keys(source.name))]
    elif source.kind not in NAMELESS:
        abroad += [("sounds", k) for k in sorted(sounds(source.name))]
    return [*_plain_blocks(source, claims), *abroad]


def _plain_blocks(source: Source, claims: set[str]) -> list[tuple[str, ...]]:
    """Keys by a name as one language has it."""
    if source.kind in PERSONS:
        return [("person", surname(source.name) or "")]
    if source.kind in HOUSES:
        own = house(source.name)
        keys = {own.acronym, " ".join(sorted(own.words)), *(own.words if len(own.words) == 1 else ())}
        return [("house", w) for w in sorted(keys - {""})]
    if source.kind in _BODIES:
        return [("body", " ".join(sorted(name_keys(source.name))))]
    return [("nameless", c) for c in sorted(claims)] if source.kind in NAMELESS else []


def _same(block: str, a: Source, b: Source, via: Mapping[str, frozenset[str]]) -> bool:
    if block == "person":
        return same_person(a.name, b.name)
    if block in ("respelt", "sounds"):  # in one script two names are compared as they are written
        return roman(a.name or "") != roman(b.name or "")
    if block == "house":
        return same_house(a.name, b.name)
    if block == "nameless":  # met in one claim: one and the same only when the same outlet stands between
        return bool(via.get(a.id, frozenset()) & via.get(b.id, frozenset())) and bool(
            name_keys(a.name or "") & name_keys(b.name or "")
        )
    return True


class _Union:
    """Disjoint sets; the smallest id stands for its set."""

    def __init__(self, ids: Sequence[str], apart: Sequence[tuple[str, str]] = ()) -> None:
        self.parent = {i: i for i in sorted(ids)}
        self.apart = [(a, b) for a, b in apart if a in self.parent and b in self.parent]

    def root(self, i: str) -> str:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.root(a), self.root(b)))
        if any({self.root(x), self.root(y)} == {first, second} for x, y in self.apart):
            return
        self.parent[second] = first
