"""Two tellings compared: named features in log2 odds, each with the values behind it.

Event identity comes from who, what, where and by whom. A figure is a slot: an equal one speaks for one claim, a different one
neither for nor against. A denial never becomes the claim that it denies.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sayso.lexicon.tables import rows
from sayso.link.pages import Pages
from sayso.link.terms import Telling, senses
from sayso.model import Reason, Tie

# Bits of shared terms beyond which more of the same kind adds nothing: a long shared sentence is not surer than a shared one.
MOST_BITS = {"words": 30.0, "names": 15.0, "figures": 15.0}
# Two neighbouring words in common count this often at most.
MOST_PHRASES = 3
# Senses told in different words count this often at most.
MOST_AKIN = 3
# A telling that carries fewer bits than this is weighed as if it had them: short ones are covered by a single common word. With 1,
# 6, 8, 10: claims that join two of three unrelated stories 4, 2, 1, 0; share of pairs in one claim that lie within one event of 21
# (159 news pages) 0.871 with 1, 0.898 with 8, 0.906 with 14.
LEAST_BITS = 10.0
_NONE: frozenset[str] = frozenset()
# A pair that must never be one claim gets this weight, far below every sum of features.
NEVER = -30.0


class Sums(NamedTuple):
    """Bits that a telling's words, names, figures and those words that have a sense in every language carry."""

    words: float
    names: float
    figures: float
    senses: float


class Pile:
    """What a pair is compared against: the information of each term in this pile, and how many tellings each page has."""

    def __init__(self, bits: Mapping[str, float], tellings: Sequence[Telling]) -> None:
        self.bits = bits
        sizes = Counter(t.document for t in tellings)
        self.crowd = {d: 0.5 * math.log2(n) for d, n in sizes.items()}
        self.pages = Pages(bits, tellings)
        self.sums = {t.id: Sums(*map(self.sum, (t.words, t.names, t.figures, t.senses))) for t in tellings}

    def sum(self, keys: Iterable[str]) -> float:
        """Bits that these terms carry together: exact, so the same in whatever order they come (``candidates.information``)."""
        return sum(map(self.bits.__getitem__, keys))


class Pair(NamedTuple):
    """Two tellings compared, smaller id first; ``cover`` is the share of the poorer one that the other holds."""

    a: str
    b: str
    weight: float
    cover: float


@cache
def weights() -> dict[str, float]:
    """Weight of each feature, fitted (resources/link_weights.yml says how and on what)."""
    return {row["feature"]: float(row["weight"]) for row in rows("link_weights")}


def features(a: Telling, b: Telling, pile: Pile) -> dict[str, float]:
    """Value of every feature of the pair."""
    words, names, figures = a.words & b.words, a.names & b.names, a.figures & b.figures
    foreign = _foreign(a, b)
    both = a.senses & b.senses
    same, other = _figures(a, b)
    # one figure alone makes no claim, nor does one sense told in two words, nor one name told in two languages
    company = len(names) + len(figures) + len(both) + len(same) > 1 or (not foreign and bool(words or names))
    alike = akin(a, b) if company and both and not foreign else _NONE
    shared = Sums(pile.sum(words), pile.sum(names), pile.sum(figures) if company else 0.0, pile.sum(both))
    covered = _cover(pile.sums[a.id], pile.sums[b.id], shared, foreign) if company else 0.0
    out = {
        "prior": 1.0,
        "crowd": pile.crowd[a.document] + pile.crowd[b.document],
        "shared_words": min(shared.words, MOST_BITS["words"]),
        "shared_names": min(shared.names, MOST_BITS["names"]),
        "shared_figures": min(shared.figures, MOST_BITS["figures"]),
        "shared_phrases": float(min(MOST_PHRASES, len(a.phrases & b.phrases))),
        "cover_translated" if foreign else "cover": covered,
    }
    if foreign:
        out["other_language"] = 1.0
    if alike:
        out["akin"] = float(min(len(alike), MOST_AKIN))
    if a.units and b.units:
        out["other_quantity"] = float(bool(other and not same))
        out["same_count"] = float(bool(same and a.senses & b.senses))
    if a.source & b.source:
        out["same_nameless_source" if a.nameless and b.nameless else "same_source"] = 1.0
    if a.document == b.document:
        out["same_document"] = 1.0
        out["headline"] = float(a.headline != b.headline)
        out["same_event"] = float(a.event is not None and a.event == b.event)
    else:
        if company:
            out["opening"] = pile.pages.opening(a, b)
        # one number told of two names is likelier two things (two incidents with one toll)
        apart = (a.names and b.names and not names) or (a.ahead != b.ahead and not foreign)
        if a.counts & b.counts and not out.get("same_count") and not apart:
            out["same_number"] = pile.pages.one_story(a, b)
    if both and _nobody(a, b):
        out["nobody"] = 1.0
    if a.silent != b.silent or (a.silent and not names):
        out["other_silence"] = 1.0
    if a.habitual != b.habitual:
        out["habit_and_event"] = 1.0
    return out


def akin(a: Telling, b: Telling) -> frozenset[str]:
    """Senses that two tellings of one language have in different words: "boosting" and "reinforcing"."""
    table = senses()
    left, right = ({table[w] for w in words if w in table} for words in (a.words - b.words, b.words - a.words))
    return frozenset(left & right)


def details(a: Telling, b: Telling, value: Mapping[str, float]) -> dict[str, str]:
    """The words that show each feature."""
    share = max(value.get("cover", 0.0), value.get("cover_translated", 0.0))
    same, other = _figures(a, b)
    return {
        "prior": "two tellings that share something",
        "crowd": f"one of about {2 ** value['crowd']:.0f} tellings of its page",
        "shared_words": _listed(a.words & b.words),
        "shared_names": _listed(a.names & b.names),
        "shared_figures": _listed(a.figures & b.figures),
        "shared_phrases": _listed({" ".join(p) for p in a.phrases & b.phrases}),
        "cover": f"{share:.0%} of the words and figures of the shorter telling",
        "akin": _listed(akin(a, b)),
        "nobody": _listed(_nobody(a, b)),
        "cover_translated": f"{share:.0%} of the names and figures of the shorter telling",
        "other_language": f"{a.language} and {b.language}",
        "other_quantity": ", ".join(other),
        "same_count": ", ".join([*same, _listed(a.senses & b.senses)]),
        "same_number": f"both count {', '.join(f'{n:g}' for n in sorted(a.counts & b.counts))}, on pages of one story",
        "same_nameless_source": _listed(a.source & b.source),
        "same_source": _listed(a.source & b.source),
        "same_event": "both speak of one event of the page",
        "other_silence": "one tells of a silence, the other not of the same",
        "habit_and_event": "one tells of a custom, one of an event",
        "opening": f"both open their pages, which are {value.get('opening', 0.0):.0%} of what one story's pages have in common",
        "same_document": "both on one page",
        "headline": "a headline and its text",
    }


def _nobody(a: Telling, b: Telling) -> list[str]:
    """Senses of which one telling counts nobody and the other somebody."""
    return sorted(s for s in a.senses & b.senses if (f"#0{s}" in a.figures) != (f"#0{s}" in b.figures))


def _listed(keys: Iterable[str]) -> str:
    return ", ".join(sorted({k.lstrip("~=#+") for k in keys}))


def _foreign(a: Telling, b: Telling) -> bool:
    return a.language is not None and b.language is not None and a.language != b.language


def _cover(a: Sums, b: Sums, shared: Sums, foreign: bool) -> float:
    """How much of the poorer telling the other holds, 0 to 1.

    Words and figures count, names do not: two tellings of one pile share its places and parties anyway. Across languages names,
    figures and words of one sense are all that survives translation.
    """
    if foreign:
        least = min(a.figures + a.names + a.senses, b.figures + b.names + b.senses)
        both = shared.figures + shared.names + shared.senses
    else:
        least, both = min(a.figures + a.words, b.figures + b.words), shared.figures + shared.words
    return both / max(least, LEAST_BITS)


def _figures(a: Telling, b: Telling) -> tuple[list[str], list[str]]:
    """Units with equal figures on both sides, and with different ones, in words."""
    if not a.units or not b.units:
        return [], []
    left, right = _counted(a), _counted(b)
    both = [(u, left[u], right[u]) for u in sorted(left.keys() & right.keys())]
    return (
        [f"{min(x & y)[0]:g} {u}" for u, x, y in both if x & y],
        [f"{min(x)[0]:g} and {min(y)[0]:g} {u}" for u, x, y in both if not x & y],
    )


def _counted(telling: Telling) -> dict[str, set[tuple[float, float]]]:
    """Each unit with all that is counted in it: "164 people dead and 2,000 hurt" has two counts of people."""
    out: dict[str, set[tuple[float, float]]] = {}
    for unit, low, high in telling.units:
        if unit:
            out.setdefault(unit, set()).add((low, math.inf if high is None else high))
    return out


def barred(a: Telling, b: Telling) -> str | None:
    """Why these two can never be one claim, if so: a source's denial and a telling that something is so.

    Where the other tells that something is not so ("no sign of a crime", "a crime is ruled out"), both may tell one thing: of such
    pairs 63 of 309 do (16 stories), of a denial and a telling without a negation 192 of 1,649, nearly all what it denies.
    """
    if a.denial != b.denial and not (b if a.denial else a).negative:
        return "one is a denial by its source"
    return None


def compare(a: Telling, b: Telling, pile: Pile) -> Pair:
    """The pair's weight: the sum of its weighted features, or ``NEVER``."""
    first, second = (a, b) if a.id < b.id else (b, a)
    if barred(a, b):
        return Pair(first.id, second.id, NEVER, 0.0)
    table, value = weights(), features(a, b, pile)
    total = 0.0
    for name, v in value.items():
        if v:
            total += table[name] * v
    return Pair(first.id, second.id, round(total, 3), value.get("cover", value.get("cover_translated", 0.0)))


def explained(pair: Pair, tellings: Mapping[str, Telling], pile: Pile, more: Sequence[Reason]) -> Tie:
    """A pair with every part of its sum as a reason; ``more`` are the reasons of its context."""
    a, b = tellings[pair.a], tellings[pair.b]
    table, value = weights(), features(a, b, pile)
    words = details(a, b, value)
    why = [Reason(name, words[name], round(table.get(name, 0.0) * v, 3)) for name, v in sorted(value.items())]
    shown = (*(r for r in why if r.weight), *more)
    return Tie(pair.a, pair.b, round(sum(r.weight for r in shown), 3), pair.weight > 0, shown)
