"""Two tellings compared: named features in log2 odds, each with the values behind it.

Event identity comes from who, what, where and by whom. A figure is a slot: an equal one speaks for one claim, a different one
neither for nor against. A denial never becomes the claim that it denies.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.tables import rows
from sayso.link.terms import Telling
from sayso.model import Reason, Tie

# Bits of shared terms beyond which more of the same kind adds nothing: a long shared sentence is not surer than a shared one.
MOST_BITS = {"words": 30.0, "names": 15.0, "figures": 15.0}
# Two neighbouring words in common count this often at most.
MOST_PHRASES = 3
# A pair that must never be one claim gets this weight, far below every sum of features.
NEVER = -30.0


@dataclass(frozen=True, slots=True)
class Pile:
    """What a pair is compared against: the information of each term in this pile, and how many tellings each page has."""

    bits: Mapping[str, float]
    sizes: Mapping[str, int]

    def sum(self, keys: Iterable[str]) -> float:
        """Bits that these terms carry together."""
        return sum(self.bits.get(k, 0.0) for k in sorted(keys))


@cache
def weights() -> dict[str, float]:
    """Weight of each feature, fitted (resources/link_weights.yml says how and on what)."""
    return {row["feature"]: float(row["weight"]) for row in rows("link_weights")}


def features(a: Telling, b: Telling, pile: Pile) -> dict[str, tuple[float, str]]:
    """Value of every feature of the pair, and the words that show it."""
    out: dict[str, tuple[float, str]] = {}
    foreign = a.language != b.language and a.language is not None and b.language is not None
    shared = {"words": a.words & b.words, "names": a.names & b.names, "figures": a.figures & b.figures}
    for kind, keys in shared.items():
        value = min(pile.sum(keys), MOST_BITS[kind])
        out[f"shared_{kind}"] = value, ", ".join(sorted(k.lstrip("#~=") for k in keys))
    phrases = a.phrases & b.phrases
    out["shared_phrases"] = float(min(MOST_PHRASES, len(phrases))), ", ".join(sorted(" ".join(k.lstrip("#~=") for k in p) for p in phrases))
    cover, value_and_detail = _cover(a, b, pile, foreign)
    out[cover] = value_and_detail
    crowd = math.log2(math.sqrt(pile.sizes[a.document] * pile.sizes[b.document]))
    out["crowd"] = crowd, f"one of about {2 ** crowd:.0f} tellings of its page"
    if foreign:
        out["other_language"] = 1.0, f"{a.language} and {b.language}"
    out |= _figures(a, b) | _sources(a, b)
    if a.document == b.document:
        out["same_document"] = 1.0, "both on one page"
        if a.headline != b.headline:
            out["headline"] = 1.0, "a headline and its text"
        elif a.statement.attribution == b.statement.attribution:
            out["same_attribution"] = 1.0, "two parts of one attribution"
    return out


def _cover(a: Telling, b: Telling, pile: Pile, foreign: bool) -> tuple[str, tuple[float, str]]:
    """How much of the poorer telling the other holds, 0 to 1: of its words and figures, names aside, for two tellings of one pile
    share its places and parties anyway; across languages of what survives translation, names and figures.
    """
    left, right = (t.figures | (t.names if foreign else t.words) for t in (a, b))
    least = min(pile.sum(left), pile.sum(right))
    value = pile.sum(left & right) / least if least else 0.0
    return "cover_translated" if foreign else "cover", (value, f"{value:.0%} of the shorter telling")


def _figures(a: Telling, b: Telling) -> dict[str, tuple[float, str]]:
    """Figures of one unit: equal or different."""
    left, right = ({u: (low, high) for u, low, high in t.units if u} for t in (a, b))
    both = sorted(left.keys() & right.keys())
    same = [u for u in both if left[u] == right[u]]
    out: dict[str, tuple[float, str]] = {}
    if same:
        out["same_quantity"] = 1.0, ", ".join(f"{left[u][0]:g} {u}" for u in same)
    elif both:
        out["other_quantity"] = 1.0, ", ".join(f"{left[u][0]:g} and {right[u][0]:g} {u}" for u in both)
    return out


def _sources(a: Telling, b: Telling) -> dict[str, tuple[float, str]]:
    """Whose words they are, as far as both say it."""
    out: dict[str, tuple[float, str]] = {}
    houses = a.houses & b.houses
    if houses:
        out["same_relay"] = 1.0, ", ".join(sorted(k.lstrip("~=") for k in houses))
    if a.source and b.source:
        common = a.source & b.source
        if common:
            feature = "same_nameless_source" if a.nameless and b.nameless else "same_source"
            out[feature] = 1.0, ", ".join(sorted(k.lstrip("~=") for k in common))
        elif not a.nameless and not b.nameless:
            out["other_source"] = 1.0, "different sources are named"
    return out


def barred(a: Telling, b: Telling) -> str | None:
    """Why these two can never be one claim, if so: a source's denial and a telling of something else than that denial."""
    if a.denial != b.denial:
        return "one is a denial by its source"
    return None


def compare(a: Telling, b: Telling, pile: Pile) -> Tie:
    """The pair's weight, the sum of its features and the prior, with every part of the sum as a reason."""
    first, second = (a, b) if a.id < b.id else (b, a)
    bar = barred(a, b)
    if bar:
        return Tie(first.id, second.id, NEVER, False, (Reason("barred", bar, NEVER),))
    table = weights()
    why = [Reason("prior", "two tellings that share something", table["prior"])]
    for name, (value, detail) in sorted(features(a, b, pile).items()):
        weight = round(table.get(name, 0.0) * value, 3)
        if weight:
            why.append(Reason(name, detail, weight))
    total = round(sum(r.weight for r in why), 3)
    return Tie(first.id, second.id, total, total > 0, tuple(why))
