"""Who has something from whom by way of a third page that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sayso.model import Derivation, Reason

BY_WAY = "by way of"
Steps = dict[tuple[str, str], Derivation]


def by_way(steps: Mapping[tuple[str, str], Derivation]) -> Steps:
    """The steps with those that lead over one page between: link leaves out a body's page that a named paper passes on."""
    out = dict(steps)
    named = [d for _, d in sorted(out.items()) if d.declared and d.directed]
    beyond: dict[str, list[Derivation]] = defaultdict(list)
    for d in named:
        beyond[d.document].append(d)
    for d in named:
        for e in beyond[d.from_]:
            if e.from_ != d.document:
                way = Reason(BY_WAY, d.from_)
                out.setdefault((d.document, e.from_), replace(d, from_=e.from_, why=(*d.why, way)))
    return out


def between(step: Derivation) -> str | None:
    """The page over which a step leads, if one."""
    return next((r.detail for r in step.why if r.feature == BY_WAY), None)
