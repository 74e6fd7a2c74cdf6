"""Claims as a function of ties: tellings joined while the average tie between two groups speaks for one claim.

Average linkage, not closure: one doubtful tie between two large groups does not chain them. But each telling need not be like every
other: a headline and a detail are tied by what stands between them, so the weakest ties of large groups are left out. Two tellings
that surely differ are never in one claim.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.link.compare import NEVER, Pair
from sayso.link.gists import gist
from sayso.link.terms import Telling
from sayso.model import Claim, Reading, identify

# Weight of a pair that was not even compared, in bits: it shares next to nothing.
UNCOMPARED = -2.0
# Of n pairs between two groups the n ** BEST strongest count, and all that speak for one claim. 1, 0.9, 0.8, 0.7, 0.5 (neighbours
# as they were): recall of claims on six cases 0.671, 0.671, 0.703, 0.721, 0.762, their precision 0.767, 0.752, 0.710, 0.655, 0.509.
BEST = 0.8
# But no more than so many pairs are left out: two large groups are two events, not one told at length. 3, 6, 12, 24, no limit give
# 15 topics of ECB+ precision 0.817, 0.822, 0.794, 0.785, 0.766 and recall 0.165, 0.177, 0.186, 0.189, 0.188 (0.830 and 0.144 with
# plain averages), the six cases B3 0.735, 0.735, 0.738, 0.741, 0.743.
FORGIVEN = 6


class _Groups:
    """Groups of tellings with the sums of ties between them."""

    def __init__(self, ids: Sequence[str], ties: Iterable[Pair]) -> None:
        self.members: dict[str, list[str]] = {i: [i] for i in ids}
        self.ties: dict[str, dict[str, tuple[float, ...]]] = defaultdict(dict)
        self.barred: dict[str, set[str]] = defaultdict(set)
        for tie in ties:
            if tie.weight <= NEVER:
                self.barred[tie.a].add(tie.b)
                self.barred[tie.b].add(tie.a)
            else:
                self.ties[tie.a][tie.b] = self.ties[tie.b][tie.a] = (tie.weight,)

    def average(self, a: str, b: str) -> float:
        """Average of the strongest ties between two groups; pairs never compared count as ``UNCOMPARED``."""
        known = self.ties[a].get(b, ())
        pairs = len(self.members[a]) * len(self.members[b])
        count = max(sum(w > 0 for w in known), round(math.pow(pairs, BEST)), pairs - FORGIVEN)
        best = known[:count]
        return round((sum(best) + (count - len(best)) * UNCOMPARED) / count, 6)

    def join(self, a: str, b: str) -> None:
        """Put group ``b`` into ``a``."""
        self.members[a] += self.members.pop(b)
        for other, weights in sorted(self.ties.pop(b, {}).items()):
            del self.ties[other][b]
            if other != a:
                both = tuple(sorted((*self.ties[a].get(other, ()), *weights), reverse=True))
                self.ties[a][other] = self.ties[other][a] = both
        for other in sorted(self.barred.pop(b, set())):
            self.barred[other].discard(b)
            self.barred[other].add(a)
            self.barred[a].add(other)


def groups(ids: Sequence[str], ties: Sequence[Pair]) -> list[list[str]]:
    """Statement ids grouped into claims: always the two groups with the highest average tie above 0 first."""
    state = _Groups(sorted(ids), ties)
    heap = [(-t.weight, min(t.a, t.b), max(t.a, t.b)) for t in ties if t.weight > 0]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in state.members or b not in state.members or b in state.barred[a] or state.average(a, b) != -value:
            continue
        state.join(a, b)
        for other in sorted(state.ties[a]):
            average = state.average(a, other)
            if average > 0 and other not in state.barred[a]:
                heapq.heappush(heap, (-average, min(a, other), max(a, other)))
    return sorted(sorted(m) for m in state.members.values())


def most(languages: Iterable[str | None]) -> str | None:
    """The language that most tellings have; of two the first by name."""
    counted = Counter(x for x in languages if x is not None)
    return min(counted, key=lambda x: (-counted[x], x), default=None)


def claims(
    tellings: Sequence[Telling], ties: Sequence[Pair], equals: Mapping[str, Sequence[str]], readings: Sequence[Reading]
) -> tuple[Claim, ...]:
    """All claims, each with its statements, documents and the words of its most central whole telling.

    ``equals`` says which tellings each compared one stands for, itself among them.
    """
    by_id = {t.id: t for t in tellings}
    texts = {r.document.id: r.document.text for r in readings}
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for tie in ties:
        near[tie.a][tie.b] = near[tie.b][tie.a] = tie.weight
    language = most(t.language for t in tellings)
    out = []
    for compared in groups(list(equals), ties):
        members = sorted(m for c in compared for m in equals[c])
        documents = tuple(sorted({by_id[m].document for m in members}))
        out.append(
            Claim(
                id=identify("claim", members[0]),
                gist=gist([by_id[m] for m in compared], near, texts, language),
                statements=tuple(members),
                documents=documents,
            )
        )
    return tuple(sorted(out, key=lambda c: c.id))
