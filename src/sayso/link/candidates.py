"""Which pairs of tellings are worth comparing: those that share rare terms, found by postings, never all with all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.link.terms import Telling, weak_figure

# A term in more tellings than this opens no pair: it is the pile's subject, not a claim's. Pairs per term stay below 60 * 59 / 2.
MOST_POSTINGS = 60
# Tellings compared with each telling at most; the ones with most shared information first.
MOST_PARTNERS = 80
# Bits that the shared terms must carry for a pair to be compared at all: one rare name, or two words that are not too common.
LEAST_SHARED = 3.0
# Tellings of other piles, as it were, that each pile is thought to lie among: keeps a term of a small pile from looking common.
UNSEEN_TELLINGS = 60


def information(tellings: Sequence[Telling]) -> dict[str, float]:
    """Bits that each term carries in this pile: log2 of how rare it is among the tellings; weak figures carry half."""
    df = Counter(k for t in tellings for k in t.keys)
    total = len(tellings) + UNSEEN_TELLINGS
    return {k: math.log2(total / (n + 1)) * (0.5 if k.startswith("#") and weak_figure(k) else 1.0) for k, n in df.items()}


def pairs(tellings: Sequence[Telling], bits: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) that share ``LEAST_SHARED`` bits, in order; linear in the number of tellings."""
    postings: dict[str, list[int]] = defaultdict(list)
    for i, t in enumerate(tellings):
        for k in t.keys:
            postings[k].append(i)
    openers = {k: v for k, v in postings.items() if 1 < len(v) <= MOST_POSTINGS}
    wanted: set[tuple[int, int]] = set()
    for i, t in enumerate(tellings):
        shared: dict[int, float] = defaultdict(float)
        for k in sorted(t.keys):
            for j in openers.get(k, ()):
                if j != i:
                    shared[j] += bits[k]
        best = sorted(((-v, j) for j, v in shared.items() if v >= LEAST_SHARED))[:MOST_PARTNERS]
        wanted.update((min(i, j), max(i, j)) for _, j in best)
    yield from sorted(wanted)
