"""Who speaks in a pile: every source once, with the outlets, and whom a spokesman speaks for.

Sources that the pile tells to be one (``identity``) are one agent, and so is an outlet with the agency or outlet of the same name
that another page names. Nothing else is joined: two people of one name on two pages stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows as table
from sayso.model import HOUSES, ChainLink, Claim, Report, Root, Source, SourceKind, Statement, identify
from sayso.text.normal import article, fold, words
from sayso.text.tokens import tokens

Row = tuple[bool, str, SourceKind, str]
"""One name of an agent: whether it is a main form, the name, the kind it has there, the document."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A source or outlet: ``names`` are all forms on all pages, ``name`` the fullest; ``documents`` have words from it."""

    id: str
    name: str
    kind: SourceKind
    names: tuple[str, ...]
    documents: tuple[str, ...]


class Cast:
    """All agents of a report, found again by a link of a chain, an outlet's name or a root."""

    def __init__(self, report: Report) -> None:
        self._of: dict[str, str] = {}
        found: dict[str, list[Row]] = {}
        for reading in report.readings:
            document = reading.document
            if document.outlet:
                found.setdefault(_house(document.outlet), []).append((True, document.outlet, "outlet", document.id))
            for source in reading.sources:
                if source.name:
                    self._of[source.id] = _key(source)
                    main = source.kind not in HOUSES
                    rows = [
                        (main and n == source.name, n, source.kind, document.id) for n in sorted({source.name, *source.aliases})
                    ]
                    found.setdefault(_key(source), []).extend(rows)
            for statement in reading.statements:
                for link in statement.chain:
                    if link.name and link.source not in self._of:
                        found.setdefault(_by_name(link), []).append((False, link.name, link.kind, document.id))
        self.agents = {key: _agent(key, found[key]) for key in sorted(found)}
        self._named: dict[str, list[Agent]] = {}
        for agent in self.agents.values():
            for plain in {_plain(n) for n in agent.names}:
                self._named.setdefault(plain, []).append(agent)

    def of(self, link: ChainLink) -> Agent | None:
        """Who a link of a chain is; None where the text gives nobody."""
        if not link.name:
            return None
        return self.agents.get(self._of.get(link.source or "", "") or _by_name(link))

    def outlet(self, name: str | None) -> Agent | None:
        """The outlet of this name."""
        return self.agents.get(_house(name)) if name else None

    def named(self, name: str) -> Agent | None:
        """The one body of this name; None where nobody or more than one has it."""
        found = self._named.get(_plain(name), ())
        return found[0] if len(found) == 1 else None

    def root(self, root: Root, claim: Claim, told: dict[str, Statement]) -> Agent | None:
        """Who stands at the root of a claim: the innermost source of one of its statements that has the root's name."""
        if not root.name:
            return None
        ends = [told[s].chain[-1] for s in claim.statements if s in told and told[s].chain]
        agents = [(link, self.of(link)) for link in ends if link.name]
        for link, agent in agents:
            if agent and (link.name == root.name or root.name in agent.names):
                return agent
        return self.outlet(root.name) if root.kind in HOUSES else self.named(root.name)


def statements(report: Report) -> dict[str, Statement]:
    """All statements by id."""
    return {s.id: s for r in report.readings for s in r.statements}


def claim_of(report: Report) -> dict[str, str]:
    """The claim of each statement."""
    return {s: c.id for c in sorted(report.claims, key=lambda c: c.id, reverse=True) for s in c.statements}


def speaks_for(name: str) -> str | None:
    """The body that a spokesman's name says he speaks for: "Harbour Ministry spokesman Ivo Tarn" for the Harbour Ministry."""
    found, leads = tokens(name), _called("mouthpiece_lead")
    at = next((i for i, t in enumerate(found) if t.low in _called("mouthpiece")), -1)
    if at < 0 or any(t.low in _called("mouthpiece_past") for t in found[:at]):
        return None
    after = found[at + 1 :]
    if after and after[0].low in _called("mouthpiece_of"):
        stop = next((i for i, t in enumerate(after) if t.text in ",;(–—"), len(after))
        part = after[1:stop]
    else:
        start = max((i + 1 for i, t in enumerate(found[:at]) if t.text in ",;(–—"), default=0)
        part = found[start:at]
    while part and part[0].low in leads:
        part = part[1:]
    while part and part[-1].low in leads:
        part = part[:-1]
    if not part:
        return None
    body = name[part[0].start : part[-1].end]
    return body[:-2] if body.endswith(("'s", "’s")) else body.rstrip("'’")


@cache
def _called(kind: str) -> frozenset[str]:
    return frozenset(w for row in table("parties") if row["kind"] == kind for w in row["words"].split())


def _plain(name: str) -> str:
    return " ".join(w for w in (fold(word.text) for word in words(name)) if not article(w) and w not in ("the", "a", "an"))


def _house(name: str) -> str:
    return identify("outlet", _plain(name) or name)


def _key(source: Source) -> str:
    return _house(source.name or "") if source.kind in HOUSES else source.identity or source.id


def _by_name(link: ChainLink) -> str:
    name = link.name or ""
    return _house(name) if link.kind in HOUSES else identify("agent", link.kind, _plain(name) or name)


def _agent(key: str, found: Iterable[Row]) -> Agent:
    rows = list(found)
    kinds: Counter[SourceKind] = Counter(kind for _, _, kind, _ in rows)
    return Agent(
        key,
        max((main, len(name), name) for main, name, _, _ in rows)[2],
        min(kinds, key=lambda k: (-kinds[k], k)),
        tuple(sorted({name for _, name, _, _ in rows})),
        tuple(sorted({document for _, _, _, document in rows})),
    )
