"""Rows for the tests of findings: pages written as lists of tellings, and the rules that speak of them. All of it is fiction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from sayso.assess.denials import replies
from sayso.assess.findings.conflict import conflicts
from sayso.assess.findings.one_origin import one_origin
from sayso.assess.findings.sourcing import sourcing
from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.model import Finding
from tests.assess.piles import Page, linking


@dataclass
class Told:
    """One telling: its words, who says so (name, kind), the claim it belongs to, and what else ``Page.tell`` takes."""

    words: str
    by: Sequence[tuple[str | None, str]] = ()
    claim: str | None = None
    more: dict[str, Any] = field(default_factory=dict)


def t(words: str, by: str | None = None, kind: str = "person", claim: str | None = None, **more: Any) -> Told:
    """A telling in one line; ``via`` is the agency that passes it on."""
    via = more.pop("via", None)
    return Told(words, ((via, "agency"),) * bool(via) + ((by, kind),) * bool(by), claim, more)


def page(name: str, *told: Told, **more: Any) -> Page:
    """A page of these tellings, one sentence after the other."""
    out = Page(name, ". ".join(x.words for x in told) + ".", more.pop("outlet", f"Paper {name}"), **more)
    for n, x in enumerate(told):
        out.tell(x.words, *x.by, claim=x.claim or f"{name}-{n}", **x.more)
    return out


def pile(*pages: Page, steps: Sequence[tuple[int, int]] = ()) -> Pile:
    """The pile of these pages; ``steps`` are pairs of numbers (page, the page it follows)."""
    ties = [(pages[a], pages[b]) for a, b in steps]
    return Pile([p.reading() for p in pages], linking(pages, ties))


def spoken(p: Pile) -> list[Finding]:
    """All remarks on conflicts and sources."""
    answers = tuple(r for d in sorted(p.by_document) for r in replies(p, d))
    ranges = {c.id: origins(p, c, frozenset(RULES)) for c in p.claims}
    return [*conflicts(p, answers), *(f for f, _ in one_origin(p, ranges, answers)), *sourcing(p, ranges, answers)]


def rules(p: Pile, *wanted: str) -> list[str]:
    """The rules that speak, of those that are asked for, each once."""
    return sorted({f.rule for f in spoken(p) if f.rule in wanted})


def rows(table: dict) -> list:  # type: ignore[type-arg]
    """One parameter for each row of each rule."""
    return [pytest.param(rule, text, want, id=f"{rule.__name__}: {text[:40]}") for rule, row in table.items() for text, want in row]


__all__ = ["Told", "page", "pile", "rows", "rules", "spoken", "t"]
