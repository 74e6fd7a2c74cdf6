"""What two sentences that tell one thing leave over on each side, and how likely it is that it tells something else.

Each leftover is a candidate: words in the place of others, words that are gone or new, a deed told in another mood, a word of
amount or reserve on one side alone. A logistic model weighs what is known of it; ``resources/leftover_weights.yml`` holds the
weights and says on what they were fitted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sayso.assess.alignment import Alignment, Run, Token, idle, runs, same_slot, shown, verbish
from sayso.assess.frames import past
from sayso.assess.moments import TIMES
from sayso.assess.moods import denied, levels, mood
from sayso.assess.nouns import PREPOSITIONS, SAYING
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import entries, kind_of, kinship


class Leftover(NamedTuple):
    """What stood there and what stands now ("" for nothing), the places of both, and what is known of it."""

    kind: str  # "instead", "gone", "new", "mood", "level"
    before: Run
    after: Run
    traits: tuple[str, ...]


def leftovers(al: Alignment) -> Iterator[Leftover]:
    """Every candidate of two aligned sentences."""
    gone, new = runs(al.one, al.gone, bridged=True), runs(al.two, al.new, bridged=True)
    around = surroundings(al)
    for x in gone:
        for y in new:
            slot = same_slot(al, x, y)
            if slot or len(gone) == len(new) == 1:
                rest = len(al.gone) + len(al.new) - len(x) - len(y)
                yield Leftover("instead", x, y, (*around, *rests("instead", rest, al), *replacing(al, x, y, slot)))
    for kind, mine, row in (("gone", gone, al.one), ("new", new, al.two)):
        for x in mine:
            rest = len(al.gone) + len(al.new) - len(x)
            traits = (*around, *rests(kind, rest, al), *lone(kind, row, x, len(new if kind == "gone" else gone)))
            yield Leftover(kind, x if kind == "gone" else (), x if kind == "new" else (), traits)
    rest = len(al.gone) + len(al.new)
    for n, m in sorted(al.there.items()):
        if verbish(al.one[n].word) or verbish(al.two[m].word):
            p, q = mood(al.one, n), mood(al.two, m)
            if p != q and "n" not in al.one[n].kinds & al.two[m].kinds - {"v"}:
                yield Leftover("mood", (n,), (m,), (*around, *rests("mood", rest, al), "mood", f"mood {p}>{q}"))
    one, two = levels(al.one), levels(al.two)
    for kind in sorted(one.keys() ^ two.keys()):
        side = "lost" if kind in one else "got"
        n = one.get(kind, two.get(kind, 0))
        others = ("level others",) if len(one.keys() ^ two.keys()) > 2 else ()
        traits = (*around, *rests("level", rest, al), "level", f"level {side} {kind}", *others)
        yield Leftover("level", (n,) if kind in one else (), (n,) if kind in two else (), traits)


def bucket(value: float, steps: Sequence[float]) -> int:
    """How many of the steps a value has reached."""
    return sum(value >= s for s in steps)


def surroundings(al: Alignment) -> tuple[str, ...]:
    """What is known of the two sentences."""
    pairs = sorted(al.there.items())
    turns = sum(a[1] > b[1] for a, b in pairwise(pairs))
    return (
        f"whole {bucket(al.whole, (0.4, 0.5, 0.6, 0.7, 0.8, 0.9))}",
        f"literal {bucket(al.literal, (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9))}",
        f"share {bucket(al.share, (0.6, 0.7, 0.8, 0.9))}",
        f"turns {bucket(turns, (1, 2, 3))}",
        f"long {bucket(len(al.there), (4, 6, 9, 13))}",
    )


def rests(kind: str, rest: int, al: Alignment) -> tuple[str, ...]:
    """How much else is left over, for this kind of candidate."""
    part = rest / max(1, rest + 2 * len(al.there))
    return f"{kind} rest {bucket(rest, (1, 2, 3, 5, 8))}", f"{kind} part {bucket(part, (0.05, 0.1, 0.2, 0.3, 0.4))}"


def speech(row: Sequence[Token], run: Run) -> str:
    """What the last word of a run is: a number, a name, a verb, a noun, something that describes."""
    t = row[run[-1]]
    if "number" in t.kinds:
        return "number"
    if "name" in t.kinds:
        return "name"
    if t.word.stem in TIMES:
        return "time"
    if idle(t):
        return "idle"
    if t.low in past() or (verbish(t.word) and "n" not in t.kinds):
        return "verb"
    return "noun" if "n" in t.kinds else "describes" if t.kinds & {"a", "s"} else "verb" if "v" in t.kinds else "unknown"


def common(low: str) -> int:
    """How common a word is, by how many senses the thesaurus has for it."""
    return bucket(max((len(e.senses) for e in entries(low)), default=0), (1, 2, 4, 8))


def replacing(al: Alignment, x: Run, y: Run, slot: frozenset[str]) -> Iterator[str]:
    """What is known of words in the place of others."""
    p, q = al.one[x[-1]], al.two[y[-1]]
    yield "instead"
    sides = "both" if {"left", "right"} <= slot else "right" if "right" in slot else "left" if "left" in slot else "none"
    yield f"slot {sides}"
    yield f"slot {sides} literal {bucket(al.literal, (0.4, 0.6, 0.8))}"
    for s in sorted(slot & {"modifier", "behind"}):
        yield f"slot {s}"
    one, two = sorted((speech(al.one, x), speech(al.two, y)))
    yield f"speech {one} {two}"
    yield f"sizes {min(len(x), 3)} {min(len(y), 3)}"
    how = kinship(p.low, q.low)
    yield f"kin {how}"
    if one == two:
        yield f"kin {how} {one}"
    any_ = {kinship(al.one[n].low, al.two[m].low) for n in x for m in y}
    for h in ("opposite", "kin", "same", "near", "wider"):
        if h in any_:
            yield f"any {h}"
    yield f"common {min(common(p.low), common(q.low))}"
    for what in ("person", "location", "group", "artifact", "act"):
        if one == two == "noun":
            got = kind_of(p.low, what, noun=True) + kind_of(q.low, what, noun=True)
            if got:
                yield f"{what} {got}"
    if denied(al.one, x[0]) != denied(al.two, y[0]):
        yield "denied once"
    if x[-1] == len(al.one) - 1 or y[-1] == len(al.two) - 1:
        yield "at the end"
    if x[0] == 0 or y[0] == 0:
        yield "at the head"
    if sources(al.one, x) and sources(al.two, y):
        yield "source"


def sources(row: Sequence[Token], run: Run) -> bool:
    """Whether a word of saying stands beside a run, or "according to" before it."""
    near = (*row[max(0, run[0] - 2) : run[0]], *row[run[-1] + 1 : run[-1] + 3])
    return any(t.low in SAYING for t in near)


def lone(kind: str, row: Sequence[Token], x: Run, others: int) -> Iterator[str]:
    """What is known of words with nothing in their place."""
    yield kind
    what = speech(row, x)
    yield f"{kind} {what}"
    yield f"{kind} size {min(len(x), 4)}"
    yield f"{kind} others {min(others, 3)}"
    yield f"{kind} common {common(row[x[-1]].low)}"
    if all(idle(row[n]) for n in x):
        yield f"{kind} idle"
    if x[-1] == len(row) - 1:
        yield f"{kind} end"
    if x[-1] + 1 < len(row) and row[x[-1] + 1].content and not row[x[-1] + 1].word.apart:
        yield f"{kind} modifier"
    if x[0] and row[x[0] - 1].low in PREPOSITIONS:
        yield f"{kind} behind"
    if sources(row, x):
        yield f"{kind} source"


@cache
def weights() -> dict[str, float]:
    """Weight of each trait in natural log odds; "" is the same for all."""
    return {str(r["trait"]): float(r["weight"]) for r in rows("leftover_weights")}


def chance(x: Leftover) -> float:
    """How likely a leftover tells something else."""
    known = weights()
    return 1 / (1 + math.exp(-known.get("", 0.0) - sum(known.get(t, 0.0) for t in x.traits)))


def words_of(text: str, row: Sequence[Token], run: Run) -> str:
    """The words of a run as they are written."""
    return shown(text, row, run) if run else ""
