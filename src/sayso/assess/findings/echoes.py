"""Denials that are one: of several pages that tell how one party denies a claim, or that deny one themselves, one remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.assess.denials import Reply, same_source
from sayso.assess.findings.remark import remark
from sayso.assess.pile import Pile
from sayso.model import Finding
from sayso.text.series import series

Made = tuple[Reply, Finding]


def of_one_party(pile: Pile, made: Sequence[Made]) -> Iterator[Finding]:
    """The denials with those of one party that meet in a claim laid together, in the order of the first of each."""
    left = list(made)
    while left:
        group = [left.pop(0)]
        while joined := [m for m in left if any(one(pile, m[0], g[0]) for g in group)]:
            group += joined
            left = [m for m in left if m not in joined]
        yield laid_together(pile, [f for _, f in group], "The same is told on {}.")


def one(pile: Pile, a: Reply, b: Reply) -> bool:
    """Whether two replies are one party's denial of one claim."""
    return a.generic == b.generic and same_source(pile, a.statement, b.statement) and bool(claims(pile, a) & claims(pile, b))


def claims(pile: Pile, r: Reply) -> frozenset[str]:
    """The claims of what a reply denies; where nothing is laid beside it, its own."""
    return frozenset(pile.claim_of.get(s.id, s.id) for s in (r.about or (r.statement,)))


def laid_together(pile: Pile, rows: Sequence[Finding], also: str) -> Finding:
    """Several remarks as one: the one that shows most, then the earliest, with the passages of the others behind it."""

    def rank(f: Finding) -> tuple[int, str, str]:
        published = pile.documents[f.evidence[0].document].published
        return -len(f.evidence), (published.start if published else None) or "9999", f.id

    first, *others = sorted(rows, key=rank)
    rest = tuple(e for f in others for e in f.evidence if e not in first.evidence)
    pages = sorted({pile.page(f.evidence[0].document) for f in others} - {pile.page(first.evidence[0].document)})
    if not rest:
        return first
    return remark(
        "denied",
        (*first.evidence, *dict.fromkeys(rest)),
        first.message + (f" {also.format(series(pages))}" if pages else ""),
        claim=first.claim,
        change=(first.from_, first.to),
        limits=first.limits,
    )
