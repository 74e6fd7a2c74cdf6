"""Which sentence another one answers, and whether it answers any: two steps, each with its weights (``answer_weights.yml``).

First, as if it surely answered something, the share of each sentence that it may answer. Then, by the likeliest of these, how
likely it is that it answers at all. A pair's odds are those of both together: who answers in a page full of like sentences is
known to answer, but not whom. One step for both, as it was before, told 81 of 322 denials of invented piles by 150 remarks where
two tell 92, and 10 on stories and cases where two tell none (weights fitted without the file and the story that is asked).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.assess.rejoinders import Ground, Pair, pairs, recounts, retells
from sayso.lexicon.tables import rows

LEAST_ODDS = 1e-9  # chances are held this far from 0 and 1


def answered(ground: Ground) -> Iterator[tuple[float, Pair]]:
    """For each sentence that may be an answer the one that it likeliest answers, with the natural log odds that it does."""
    for group in grouped(pairs(ground)):
        worths = [weighed(p.features, targets()) for p in group]
        top = max(range(len(group)), key=lambda n: (worths[n], -n))
        chance = 1 / (1 + math.exp(-weighed(signs(group, worths), answers())))
        share = math.exp(worths[top] - total(worths))
        if not group[top].features["cover"] or retells(group[top]) or recounts(group[top]):
            continue  # whoever is accused speaks of other matters too
        both = min(1 - LEAST_ODDS, max(LEAST_ODDS, chance * share))
        yield math.log(both / (1 - both)), group[top]


def grouped(row: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs of each sentence that may be an answer."""
    out: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for p in row:
        out[p.answer.document, p.answer.number].append(p)
    yield from (out[at] for at in sorted(out))


def signs(group: Sequence[Pair], worths: Sequence[float]) -> dict[str, float]:
    """What speaks for a sentence answering any of those it may answer: the likeliest pair, and how it stands among the others."""
    top = max(range(len(group)), key=lambda n: (worths[n], -n))
    all_ = total(worths)
    return group[top].features | {"best": worths[top], "total": all_, "mean": all_ - math.log(len(worths))}


def total(worths: Sequence[float]) -> float:
    """The logarithm of the sum of what some log odds stand for."""
    most = max(worths)
    return most + math.log(sum(math.exp(w - most) for w in worths))


def weighed(features: Mapping[str, float], by: Mapping[str, float]) -> float:
    """The sum of some features by their weights."""
    return sum(by.get(k, 0.0) * v for k, v in sorted(features.items()))


@cache
def targets() -> dict[str, float]:
    """What each feature weighs for a sentence being the one that is answered."""
    return {str(r["feature"]): float(r["target"]) for r in rows("answer_weights")}


@cache
def answers() -> dict[str, float]:
    """What each feature weighs for a sentence being an answer."""
    return {str(r["feature"]): float(r["answer"]) for r in rows("answer_weights")}
