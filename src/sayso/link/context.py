"""A second look at every tie, in the light of the other ties between the same two pages.

Two pages that agree in much are likelier to agree in one thing more; and a telling that has a better partner on the other page is
likely not to mean this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.link.compare import NEVER, weights
from sayso.link.terms import Telling
from sayso.model import Reason, Tie

# Agreement is counted against at least this many other tellings, so that a page of two sentences does not agree "wholly".
LEAST_TELLINGS = 3
# Agreement elsewhere speaks fully for a pair only from this share of words in common on: it makes no claim out of nothing.
ENOUGH = 0.25
# A rival counts for this many bits at most.
MOST_RIVAL = 3.0


def in_context(ties: Sequence[Tie], tellings: Sequence[Telling]) -> list[Tie]:
    """The same ties, those between two pages weighed again with ``neighbours`` and ``rival`` added."""
    page = {t.id: t.document for t in tellings}
    size: dict[str, int] = defaultdict(int)
    for t in tellings:
        size[t.document] += 1
    best = _best(ties, page)
    near = _positive(ties, page)
    return [_again(tie, page, size, best, near) if tie.weight > NEVER and page[tie.a] != page[tie.b] else tie for tie in ties]


def _best(ties: Sequence[Tie], page: Mapping[str, str]) -> dict[tuple[str, str], list[tuple[float, str]]]:
    """The two best partners of each telling on each other page."""
    out: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for tie in ties:
        if tie.weight > NEVER and page[tie.a] != page[tie.b]:
            out[tie.a, page[tie.b]].append((-tie.weight, tie.b))
            out[tie.b, page[tie.a]].append((-tie.weight, tie.a))
    return {k: sorted(v)[:2] for k, v in out.items()}


def _positive(ties: Sequence[Tie], page: Mapping[str, str]) -> dict[tuple[str, str], tuple[dict[str, int], dict[str, int]]]:
    """How many positive ties each telling has, for each pair of pages, smaller page id first."""
    out: dict[tuple[str, str], tuple[dict[str, int], dict[str, int]]] = {}
    for tie in ties:
        if tie.weight > 0 and page[tie.a] != page[tie.b]:
            first, second = (tie.a, tie.b) if page[tie.a] < page[tie.b] else (tie.b, tie.a)
            left, right = out.setdefault((page[first], page[second]), (defaultdict(int), defaultdict(int)))
            left[first] += 1
            right[second] += 1
    return out


def _again(tie: Tie, page: Mapping[str, str], size: Mapping[str, int], best: Mapping[tuple[str, str], Sequence[tuple[float, str]]],
           near: Mapping[tuple[str, str], tuple[Mapping[str, int], Mapping[str, int]]]) -> Tie:
    first, second = (tie.a, tie.b) if page[tie.a] < page[tie.b] else (tie.b, tie.a)
    left, right = near.get((page[first], page[second]), ({}, {}))
    others = min(len(left) - (first in left), len(right) - (second in right))
    share = min(1.0, others / max(LEAST_TELLINGS, min(size[page[first]], size[page[second]]) - 1))
    rivals = [-w for one, other in ((first, second), (second, first)) for w, i in best[one, page[other]] if i != other]
    rival = min(MOST_RIVAL, max(0.0, max(rivals, default=tie.weight) - tie.weight))
    why = list(tie.why)
    share *= min(1.0, max((r.weight / weights()[r.feature] for r in why if r.feature.startswith("cover")), default=0.0) / ENOUGH)
    for name, value, detail in (("neighbours", share, f"{others} other tellings of the two pages agree"),
                                ("rival", rival, f"another telling there fits better by {rival:.1f}")):
        weight = round(weights()[name] * value, 3)
        if weight:
            why.append(Reason(name, detail, weight))
    total = round(sum(r.weight for r in why), 3)
    return replace(tie, weight=total, same=total > 0, why=tuple(why))
