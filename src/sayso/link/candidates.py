"""Which pairs of tellings are worth comparing: those that share rare terms, found by postings, never all with all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lexicon.tables import rows
from sayso.link.terms import Telling, senses, weak_figure

# A term in more tellings than this opens no pair: it is the pile's subject, not a claim's. Pairs per term stay below 60 * 59 / 2.
MOST_POSTINGS = 60
# Tellings compared with each telling at most; the ones with most shared information first. 24 gives the claims of 40 on seven
# stories, 16 loses 0.014 of their mean F1.
MOST_PARTNERS = 24
# Bits that the shared terms must carry for a pair to be compared at all: one rare name, or two words that are not too common. With
# 1.0 more pairs of one claim are compared (two cases: 0.38 and 0.69 of them with 2.0, 0.54 and 0.86 with 1.0), and what is joined
# is no better: B3 of the six cases 0.762, 0.751, 0.766 with 1.0, 1.5, 2.0; with less than 2 an invented story joined two unlike
# headlines.
LEAST_SHARED = 2.0
# Tellings of other piles, as it were, that each pile is thought to lie among: a term of a small pile does not look common for
# that alone, and a word that is common in English is common among them too.
UNSEEN_TELLINGS = 300
# A term gives this many bits less than its rarity: what names the whole pile's subject then gives none. Swept 0, 1, 2, 3 with the
# stories left out one at a time: mean pairwise F1 0.60, 0.61, 0.64, 0.61.
COMMON = 3.0
# Bits are whole multiples of 1 / GRAIN, so that sums of them are exact in floating point, whatever their order.
GRAIN = 1024


@cache
def commonness() -> dict[str, float]:
    """Share of English sentences in which a term stands, for the common ones; a sense has that of all its words together."""
    out: dict[str, float] = {}
    for row in rows("common_words"):
        for stem in row["stems"].split():
            key = senses().get(stem, stem)
            out[key] = out.get(key, 0.0) + row["per_thousand"] / 1000
    return out


def information(tellings: Sequence[Telling]) -> dict[str, float]:
    """Bits that each term carries in this pile: log2 of how rare it is among the tellings; weak figures carry half."""
    df = Counter(k for t in tellings for k in t.keys)
    total = len(tellings) + UNSEEN_TELLINGS
    out: dict[str, float] = {}
    for key, n in df.items():
        bits = math.log2(total / (n + 1 + UNSEEN_TELLINGS * commonness().get(key, 0.0))) - COMMON
        bits = max(0.0, bits) * (0.5 if key.startswith("#") and weak_figure(key) else 1.0)
        out[key] = round(bits * GRAIN) / GRAIN
    return out


def pairs(tellings: Sequence[Telling], bits: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) that share ``LEAST_SHARED`` bits, in order; linear in the number of tellings."""
    postings: dict[str, list[int]] = defaultdict(list)
    for i, t in enumerate(tellings):
        for k in t.keys:
            postings[k].append(i)
    for i, t in enumerate(tellings):
        for mark in _marks(t):
            postings[mark].append(i)
    openers = {k: v for k, v in postings.items() if 1 < len(v) <= MOST_POSTINGS}
    wanted: set[tuple[int, int]] = set()
    for i, t in enumerate(tellings):
        shared: dict[int, float] = defaultdict(float)
        for k in sorted(t.keys):
            for j in openers.get(k, ()):
                if j != i:
                    shared[j] += bits[k]
        for mark in _marks(t):
            for j in openers.get(mark, ()):
                if j != i:
                    shared[j] += LEAST_SHARED
        best = sorted(((-v, j) for j, v in shared.items() if v >= LEAST_SHARED))[:MOST_PARTNERS]
        wanted.update((min(i, j), max(i, j)) for _, j in best)
    yield from sorted(wanted)


def _marks(telling: Telling) -> list[str]:
    """What alone makes a pair worth comparing: an event that two tellings speak of, a number that both give."""
    return [*([f"event {telling.event}"] if telling.event else []), *(f"count {n:g}" for n in sorted(telling.counts))]
