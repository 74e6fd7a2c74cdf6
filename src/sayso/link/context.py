"""A second look at every tie, in the light of the other ties between the same two pages.

Two pages that agree in much are likelier to agree in one thing more; a telling that has a better partner on the other page is
likely not to mean this one; and a telling that is had from the other page's house is likely to stand there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.link.compare import NEVER, Pair, weights
from sayso.link.names import same_house
from sayso.link.terms import Telling
from sayso.model import Reason

# Agreement is counted against at least this many other tellings, so that a page of two sentences does not agree "wholly".
LEAST_TELLINGS = 3
# Agreement elsewhere speaks fully for a pair only from this share of words in common on: it makes no claim out of nothing.
ENOUGH = 0.25
# And for no pair that itself speaks against one claim with more bits than this: what two pages tell of their own at last is not
# drawn together by all the rest. None, 3, 2, 1.5: mean F1 of seven stories 0.749, 0.749, 0.750, 0.748, of the five pages among them
# 0.723, 0.723, 0.731, 0.731.
AGAINST = -2.0
# That one has it from the house of the other's page speaks for a pair that speaks hardly against itself, the more so the more words
# they share (fully from twice ``ENOUGH`` on). -2 and no share give the same figures on the stories, and three strange partners in
# 60 claims of our own.
DOUBTFUL = -0.5
# A rival counts for this many bits at most.
MOST_RIVAL = 3.0
# Pages that agree say that a telling has a partner there, not that every telling there is it: against a rival that fits better by
# so many bits agreement elsewhere says nothing. Without, 3, 2, 1: precision of claims on six cases 0.732, 0.778, 0.793, 0.776,
# recall 0.703, 0.680, 0.675, 0.661 (neighbours at 8; at 10 with 2: 0.788 and 0.689).
BEATEN = 2.0
_NONE: frozenset[str] = frozenset()


class Context:
    """All first looks of a pile, ready for a second look at each."""

    def __init__(self, pairs: Sequence[Pair], tellings: Sequence[Telling]) -> None:
        self.page = {t.id: t.document for t in tellings}
        self._told = {t.id: t for t in tellings}
        self.size: dict[str, int] = defaultdict(int)
        for t in tellings:
            self.size[t.document] += 1
        self.best: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
        self.near: dict[tuple[str, str], set[str]] = defaultdict(set)
        for a, b, weight, _ in pairs:
            if weight > NEVER and self.page[a] != self.page[b]:
                self._note(a, b, weight)
                self._note(b, a, weight)

    def _note(self, one: str, other: str, weight: float) -> None:
        """Keep the two best partners of each telling on each other page, and which tellings agree with that page at all."""
        place = one, self.page[other]
        self.best[place] = sorted([*self.best[place], (-weight, other)])[:2]
        if weight > 0:
            self.near[self.page[one], self.page[other]].add(one)

    def _values(self, pair: Pair) -> tuple[int, float, float, float]:
        """How many other tellings of the two pages agree, the share of them, how much better a rival fits, 1 where one is cited."""
        a, b = self.page[pair.a], self.page[pair.b]
        if a == b or pair.weight <= NEVER:
            return 0, 0.0, 0.0, 0.0
        enough = pair.cover / ENOUGH if pair.weight >= AGAINST else 0.0
        left, right = self.near.get((a, b), _NONE), self.near.get((b, a), _NONE)
        others = min(len(left) - (pair.a in left), len(right) - (pair.b in right))
        share = min(1.0, others / max(LEAST_TELLINGS, min(self.size[a], self.size[b]) - 1)) * min(1.0, enough)
        sides = (pair.a, b, pair.b), (pair.b, a, pair.a)
        rivals = [-w for one, page, other in sides for w, i in self.best[one, page] if i != other]
        rival = min(MOST_RIVAL, max(0.0, max(rivals, default=pair.weight) - pair.weight))
        alone = max(0.0, 1.0 - rival / BEATEN)
        near = pair.weight >= DOUBTFUL and self._cited(pair)
        cited = alone * min(1.0, pair.cover / (2 * ENOUGH)) if near else 0.0
        return others, share * alone, rival, cited

    def _cited(self, pair: Pair) -> bool:
        """Whether one of two tellings is had from the house whose page the other stands on."""
        a, b = self._told[pair.a], self._told[pair.b]
        return any(same_house(name, y.outlet) for x, y in ((a, b), (b, a)) if y.outlet for name in x.houses)

    def reasons(self, pair: Pair) -> list[Reason]:
        """``neighbours``, ``rival`` and ``cited`` of a pair on two pages, where they say something."""
        others, share, rival, cited = self._values(pair)
        found = [
            Reason("neighbours", f"{others} other tellings of the two pages agree", round(weights()["neighbours"] * share, 3)),
            Reason("rival", f"another telling there fits better by {rival:.1f}", round(weights()["rival"] * rival, 3)),
            Reason("cited", "one has it from the house of the other's page", round(weights()["cited"] * cited, 3)),
        ]
        return [r for r in found if r.weight]

    def again(self, pair: Pair) -> Pair:
        """The pair weighed again in its context."""
        _, share, rival, cited = self._values(pair)
        parts = ("neighbours", share), ("rival", rival), ("cited", cited)
        more = sum(round(weights()[name] * value, 3) for name, value in parts)
        return pair._replace(weight=round(pair.weight + more, 3)) if more else pair
