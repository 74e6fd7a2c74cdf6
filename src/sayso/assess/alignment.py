"""The tellings of two pages laid side by side one to one, by the names, figures, senses and words that they share, in any language.

A claim unites what link has found to be one telling; what a retelling has changed most falls out of the claim. Here two pages that
are tied are read in full, and each telling of the later one is given the one telling of the earlier that shares most with it, where
that is so both ways.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from sayso.assess.pile import Pile
from sayso.lexicon.tables import rows
from sayso.model import Statement
from sayso.text.normal import article, fold, name_key, stem, words

# What a shared mark weighs where each page has it in one telling; own choice: a figure is shared by chance less often than a name,
# a name less often than a word. One that stands in many tellings of either page is the story's own and says little.
WEIGHT = {"#": 3.0, "~": 2.0, "+": 1.5, "=": 1.0}
LITTLE = 12  # figures up to a dozen weigh as a word does
LEAST = 2.5  # weight that two tellings must share; own choice
MARKS = 2  # and marks
MOST = 60  # tellings of one page that are laid beside another's; longer ones are live pages


# Marks of days and parts of days are no common matter.
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december day week month year evening overnight dawn hour minute".split()
)


@cache
def function_words() -> frozenset[str]:
    """Folded words of all languages that say nothing about what is told."""
    return frozenset(fold(w) for row in rows("function_words") for w in str(row["words"]).split())


@cache
def senses(abroad: bool) -> Mapping[str, str]:
    """Stems of words of one sense with the sense; ``abroad`` on a page that is not in English."""
    out: dict[str, str] = {}
    for row in rows("senses") if abroad else ():
        for word in str(row.get("abroad", "")).split():
            out.setdefault(stem(word), row["sense"])
    for row in rows("senses"):
        for word in str(row["words"]).split():
            out.setdefault(stem(word), row["sense"])
    return out


def sense(word: str, abroad: bool) -> str | None:
    """The sense of a word, if a row has it."""
    return senses(abroad).get(stem(word))


@lru_cache(maxsize=32768)
def worded(text: str, abroad: bool) -> frozenset[str]:
    """The marks of a passage: "~" a name by its consonants, "+" a sense, "=" any other word."""
    out = set()
    for w in words(text):
        low = fold(w.text)
        if w.numeric or low in function_words() or article(w.text) or (len(w.text) < 3 and not w.caseless):
            continue
        key = stem(w.text)
        sense = senses(abroad).get(key)
        name = name_key(w.text) if w.capital or w.caseless else None
        out.add(f"+{sense}" if sense else f"~{name}" if name and w.capital else f"={key}")
        if name and w.caseless and not sense:
            out.add(f"~{name}")
    return frozenset(out)


def marks(pile: Pile, s: Statement) -> frozenset[str]:
    """The marks of a telling with its figures ("#")."""
    figures = {f"#{n:g}" for q in s.quantities for n in (q.low, q.high) if n is not None and n > 1}
    return worded(pile.text(s), pile.documents[s.document].language not in (None, "en")) | figures


def common_marks(pile: Pile, a: Statement, b: Statement) -> int:
    """How many names, figures, senses and words two tellings share, whatever their languages."""
    return len(marks(pile, a) & marks(pile, b))


def weight(mark: str, here: int, there: int) -> float:
    """What a shared mark weighs: less where either page has it in more tellings."""
    base = WEIGHT["=" if mark[0] == "#" and float(mark[1:]) <= LITTLE else mark[0]]
    return base / math.sqrt(here * there)


def aligned(pile: Pile, one: Sequence[Statement], two: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, float]]:
    """Each telling of the first page with the one of the second that shares most with it, where that holds both ways."""
    if not one or not two or max(len(one), len(two)) > MOST:
        return
    left, right = ([marks(pile, s) for s in row] for row in (one, two))
    here, there = (Counter(m for row in side for m in row) for side in (left, right))
    by_mark: dict[str, list[int]] = defaultdict(list)
    for j, row in enumerate(right):
        for m in row:
            by_mark[m].append(j)
    value: dict[tuple[int, int], float] = defaultdict(float)
    many: Counter[tuple[int, int]] = Counter()
    for i, row in enumerate(left):
        for m in sorted(row):
            for j in by_mark.get(m, ()):
                value[i, j] += weight(m, here[m], there[m])
                many[i, j] += 1
    total = [[sum(weight(m, max(1, here[m]), max(1, there[m])) for m in sorted(row)) for row in side] for side in (left, right)]
    best: dict[tuple[str, int], tuple[float, int]] = {}
    for (i, j), v in sorted(value.items()):
        for side, n, other in (("left", i, j), ("right", j, i)):
            best[side, n] = max(best.get((side, n), (0.0, 0)), (v, -other))
    for (i, j), v in sorted(value.items()):
        if v >= LEAST and many[i, j] >= MARKS and best["left", i] == (v, -j) and best["right", j] == (v, -i):
            yield one[i], two[j], v / min(total[0][i], total[1][j])


def laid(pile: Pile, tie: Tie) -> dict[str, str]:
    """For two tied pages the tellings of the later with the one each answers to on the earlier, by id; told apart: in one claim."""
    key = ("laid", f"{tie.earlier} {tie.later}")
    if key not in pile.memory:
        one, two = ([s for s in pile.by_document[d] if not pile.headline(s) and not pile.furniture_holds(s)] for d in tie[:2])
        pairs = aligned(pile, one, two)
        pile.memory[key] = {
            y.id: x.id
            for x, y, v in pairs
            if v >= SHARE and (tie.kind != "told" or pile.claim_of.get(x.id) == pile.claim_of.get(y.id))
        }
    found: dict[str, str] = pile.memory[key]
    return found


SHARE = 0.25  # of the weight of the lighter of two tellings that they must share; own choice


class Tie(NamedTuple):
    """Two pages, the earlier first; how they are tied, and that in words."""

    earlier: str
    later: str
    kind: Literal["derived", "sibling", "told"]
    words: str


def tied(pile: Pile) -> tuple[Tie, ...]:
    """The pairs of pages that a step or a common text ties, or that share a claim and a known order; the surest first."""
    if ("tied", "") not in pile.memory:
        pile.memory["tied", ""] = tuple(ties(pile))
    found: tuple[Tie, ...] = pile.memory["tied", ""]
    return found


def ties(pile: Pile) -> Iterator[Tie]:
    """The pairs of pages that are tied."""
    for (child, parent), step in sorted(pile.steps.items()):
        if step.directed:
            verb = "follows" if step.declared else "appears to follow"
            yield Tie(parent, child, "derived", f"{pile.page(child)} {verb} {pile.page(parent)}")
    for a, b in sorted(pile.sibling_pairs):
        if (a, b) not in pile.steps and (b, a) not in pile.steps:
            first, second = (b, a) if pile.later(a, b) else (a, b)
            yield Tie(first, second, "sibling", f"{pile.page(a)} and {pile.page(b)} have it from a common text")
    for a, b in sorted(pile.claimed):
        if not pile.related(a, b) and (pile.later(a, b) or pile.later(b, a)):
            first, second = (b, a) if pile.later(a, b) else (a, b)
            yield Tie(first, second, "told", f"both tell one claim, {pile.page(second)} later")
