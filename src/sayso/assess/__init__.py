"""Assess: origins, figures and states of every claim, and the findings. Pure: values in, values out; it never says what is true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.assess.copies import looked_at
from sayso.assess.denials import replies
from sayso.assess.figures import figures
from sayso.assess.findings.conflict import conflicts
from sayso.assess.findings.dates import dates
from sayso.assess.findings.one_origin import one_origin
from sayso.assess.findings.retelling import retellings
from sayso.assess.findings.sourcing import sourcing
from sayso.assess.findings.sums import worked
from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.assess.states import states
from sayso.assess.tallies import tallies
from sayso.model import Claim, Finding, Linking, NumberSeen, Reading, Span


@dataclass(frozen=True, slots=True)
class AssessOptions:
    """``independence``: the names of the folding rules in use (``origins.RULES``)."""

    independence: frozenset[str] = frozenset(RULES)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The claims with origins, figures and states filled in and all findings, both sorted by id; every number by its place."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    numbers: tuple[NumberSeen, ...] = ()


def assess(readings: Sequence[Reading], linking: Linking, options: AssessOptions) -> Assessment:
    """Assess all claims of a pile."""
    pile = Pile(readings, linking)
    ranges = {c.id: origins(pile, c, options.independence) for c in pile.claims}
    thinned = looked_at(pile)  # the hundredth copy of a page says nothing that the first few do not
    answers = tuple(r for d in sorted(thinned.by_document) for r in replies(thinned, d))
    reckoned = tuple(worked(thinned))
    found = [
        *(w.finding for w in reckoned),
        *dates(thinned),
        *one_origin(thinned, ranges, answers),
        *sourcing(thinned, ranges, answers),
        *conflicts(thinned, answers),
        *retellings(thinned, answers),
    ]
    findings = tuple(sorted({f.id: f for f in found}.values(), key=lambda f: f.id))
    remarks = by_claim(pile, findings)
    claims = tuple(
        replace(c, origins=ranges[c.id], figures=figures(pile, c), states=states(pile, c, ranges[c.id], remarks[c.id]))
        for c in pile.claims
    )
    return Assessment(claims, findings, tallies(thinned, reckoned))


ON_MANY = frozenset({"circular", "figures_conflict"})
"""Rules whose remark is on every claim that a passage of it tells, and on none above the others."""


def by_claim(pile: Pile, findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """The findings on each claim, in their order: on the one that a finding names, or on all that its passages tell."""
    told: dict[tuple[str, Span], set[str]] = defaultdict(set)
    for s in pile.statements.values():
        if s.id in pile.claim_of:
            told[s.document, s.span].add(pile.claim_of[s.id])
    on: dict[str, list[Finding]] = defaultdict(list)
    for f in findings:
        own = {f.claim} if f.claim is not None else set()
        many = {c for e in f.evidence for c in told.get((e.document, e.span), ())} if f.rule in ON_MANY else set()
        for claim in own | many:
            on[claim].append(f)
    return on


__all__ = ["AssessOptions", "Assessment", "assess"]
