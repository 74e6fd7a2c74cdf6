"""Piles for the tests of the assess room, written down as pages with marked tellings. All of it is fiction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.assess.denials import Reply, replies
from sayso.assess.findings.conflict import conflicts
from sayso.assess.findings.one_origin import one_origin
from sayso.assess.findings.retelling import retellings
from sayso.assess.findings.sourcing import sourcing
from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.model import (
    ChainLink,
    Claim,
    DateSeen,
    Derivation,
    Document,
    Finding,
    Furniture,
    Hedge,
    Linking,
    Published,
    Quantity,
    Reading,
    Sibling,
    Source,
    Span,
    Statement,
    Unseen,
)


def link(name: str | None, kind: str = "person") -> ChainLink:
    return ChainLink(name, kind, None)  # type: ignore[arg-type]


@dataclass
class Page:
    """One page; ``tell`` adds a telling of words that stand in its text."""

    name: str
    text: str
    outlet: str | None = None
    published: str | None = None
    language: str = "en"
    furniture: dict[str, str] = field(default_factory=dict)
    clock: str | None = None
    title: str | None = None
    said: list[tuple[Statement, str | None]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"doc-{self.name}"

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def tell(self, words: str, *sources: tuple[str | None, str], claim: str | None = None, **more: Any) -> Statement:
        span = self.span(words)
        chain = (ChainLink(self.outlet, "outlet"), *(link(n, k) for n, k in sources))
        told = self.span(more.pop("content", words))
        cue = more.pop("cue", None)
        hedges = tuple(Hedge(w, self.span(w)) for w in more.pop("hedges", ()))
        quantities = tuple(Quantity(self.span(w), low, high, unit) for w, low, high, unit in more.pop("figures", ()))
        voice = more.pop("voice", "indirect" if sources else "own")
        stance = more.pop("stance", "report" if sources else "assert")
        s = Statement(
            f"{self.id}-{span.start}-{len(self.said)}",
            self.id,
            more.pop("attribution", f"{self.id}-{span.start}"),
            span,
            (told,),
            voice,
            self.span(cue) if cue else None,
            chain,
            stance,
            hedges=hedges,
            quantities=quantities,
            **more,
        )
        self.said.append((s, claim))
        return s

    def reading(self) -> Reading:
        dates = (DateSeen("page_clock", None, None, self.span(self.clock)),) if self.clock else ()
        day = Published(self.published, self.published + "T23:59", "meta") if self.published else None
        document = Document(
            self.id,
            f"{self.name}.txt",
            None,
            "0",
            self.text,
            self.language,
            self.outlet,
            published=day,
            dates=dates,
            title_span=self.span(self.title) if self.title else None,
            furniture=tuple(Furniture(self.span(w), k) for w, k in self.furniture.items()),  # type: ignore[arg-type]
        )
        return Reading(document, (), tuple(s for s, _ in self.said))


def linking(pages: Sequence[Page], steps: Sequence[tuple[Page, Page]] = (), siblings: Sequence[tuple[Page, Page]] = ()) -> Linking:
    told: dict[str, list[Statement]] = {}
    for p in pages:
        for n, (s, claim) in enumerate(p.said):
            told.setdefault(claim or f"{p.name}{n}", []).append(s)
    claims = tuple(Claim(k, k, tuple(s.id for s in v), tuple(sorted({s.document for s in v}))) for k, v in sorted(told.items()))
    return Linking(
        claims,
        (Unseen("unseen-1", "the common text", "article"),),
        tuple(Derivation(a.id, b.id, "rewrite", True, False, 5.0, ()) for a, b in steps),
        tuple(Sibling((min(a.id, b.id), max(a.id, b.id)), "unseen-1", ()) for a, b in siblings),
    )


def pile(*pages: Page, steps: Sequence[tuple[Page, Page]] = (), siblings: Sequence[tuple[Page, Page]] = ()) -> Pile:
    return Pile([p.reading() for p in pages], linking(pages, steps, siblings))


def two(
    one: str,
    other: str,
    first: Sequence[tuple[str, str]] = (),
    second: Sequence[tuple[str, str]] = (),
    **more: dict[str, Any],
) -> tuple[Page, Page]:
    """A page and a later one, each with one telling of one claim; ``a`` and ``b`` are what else ``Page.tell`` takes."""
    a, b = Page("a", one + ".", "Ostmar Herald"), Page("b", other + ".", "Westmar Post")
    a.tell(one, *first, claim="c", **more.get("a", {}))
    b.tell(other, *second, claim="c", **more.get("b", {}))
    return a, b


def step(a: Page, b: Page) -> Pile:
    """The pile of two pages, the second of which follows the first."""
    return pile(a, b, steps=[(b, a)])


def answers(p: Pile) -> tuple[Reply, ...]:
    """What the pages deny, correct and take back."""
    return tuple(r for d in sorted(p.by_document) for r in replies(p, d))


def retold(p: Pile) -> list[Finding]:
    """All remarks on retellings."""
    return list(retellings(p, answers(p)))


def contested(p: Pile) -> list[Finding]:
    """All remarks on conflicts."""
    return list(conflicts(p, answers(p)))


def sourced(p: Pile) -> list[Finding]:
    """All remarks on sources."""
    ranges, replied = {c.id: origins(p, c, frozenset(RULES)) for c in p.claims}, answers(p)
    return [*sourcing(p, ranges, replied), *one_origin(p, ranges, replied)]


def rules(findings: Sequence[Finding]) -> list[str]:
    return sorted(f.rule for f in findings)


__all__ = ["Page", "Source", "answers", "contested", "link", "linking", "pile", "retold", "rules", "sourced", "step", "two"]
