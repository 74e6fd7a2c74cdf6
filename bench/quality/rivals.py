"""Fit resources/rival_weights.yml: what makes two figures of two pages rivals (src/sayso/assess/rivalry.py).

    rivals.py [--write]

Reads the seen piles of ``disputes/`` named in ``FITTED`` and the stories in ``stories/read``. A pair of figures is a rival where a
``figures`` line holds both passages (of several pairs in them the likeliest), or where a story's gold sets the claims with these
quantities against each other; no pair is learnt from that has the values of a rival elsewhere in its pile (a headline, a second
telling); every other pair is none, one of an ``apart`` line threefold. Logistic regression, l2 2, weights to two decimals.
Prints, cross-validated by pile, at several odds: lines found, ``apart`` lines broken, other pairs told; in the stories, pairs the
gold lists and others.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import logistic
import numpy
import piles

from sayso.assess.counted_things import CountedThing
from sayso.assess.pile import Pile
from sayso.assess.rivalry import features, partners
from sayso.model import Span

FILE = Path(__file__).parents[2] / "resources" / "rival_weights.yml"
FITTED = "dB,dC,dG"
RIDGE, STEPS, ROUNDS, FOLDS, STORY, APART = 2.0, 40, 4, 12, 0.7, 3.0
Numbers = Any


@dataclass
class Pair:
    """Two figures of a pile: the signs, the line they belong to, whether they are rivals (None: not learnt from), the weight."""

    pile: str
    signs: dict[str, float]
    line: tuple[str, ...]
    rival: bool | None
    weight: float
    values: frozenset[float]


def invented() -> Iterator[Pair]:
    """The pairs of the invented piles."""
    with tempfile.TemporaryDirectory() as folder:
        for _, told in piles.invented(FITTED):
            pile = piles.indexed(piles.rows(told), Path(folder))
            yield from labelled(told, pile, piles.lying(told, pile.documents.values()))


def labelled(told: piles.Told, pile: Pile, at: dict[str, tuple[str, Span]]) -> list[Pair]:
    """The pairs of one invented pile with what its lines say of them."""
    lines = [(kind, names) for kind, names, _ in told.says if kind in ("figures", "apart") and len(names) == 2]
    out = []
    for a, b in partners(pile):
        mine = [line for line in lines if inside(a, b, line[1], at) or inside(b, a, line[1], at)]
        line = next(iter(sorted(mine, key=lambda m: m[0] != "figures")), None)
        rival = line is not None and line[0] == "figures"
        name = (told.title, *line[1]) if line else ()
        weight = APART if line is not None and not rival else 1.0
        out.append(Pair(told.title, features(pile, a, b), name if rival else (), rival, weight, frozenset((a.size, b.size))))
    held = {p.values for p in out if p.rival}
    for p in out:
        if not p.rival and p.weight == 1.0 and p.values in held:
            p.rival = None
    return out


def inside(a: CountedThing, b: CountedThing, names: tuple[str, ...], at: dict[str, tuple[str, Span]]) -> bool:
    """Whether the first figure stands in the first passage and the second in the second."""
    return all(t.statement.document == at[n][0] and t.span.overlaps(at[n][1]) for t, n in zip((a, b), names, strict=True))


def stories() -> Iterator[Pair]:
    """The pairs of the read stories."""
    with tempfile.TemporaryDirectory() as folder:
        for story in piles.stories():
            given = {c["id"]: {v for q in c["quantities"] for v in (q["low"], q["high"]) if v} for c in story.gold["claims"]}
            listed = (c for c in story.gold["contradictions"] if c["kind"] == "conflicting_figure")
            rivals = [(given[c["claim_a"]], given[c["claim_b"]]) for c in listed]
            pile = piles.indexed(story.pages, Path(folder), story.name)
            for a, b in partners(pile):
                rival = any((a.size in x and b.size in y) or (b.size in x and a.size in y) for x, y in rivals)
                yield Pair(story.name, features(pile, a, b), (), rival, STORY, frozenset((a.size, b.size)))


def matrix(pairs: list[Pair], signs: list[str]) -> Numbers:
    """Signs as columns."""
    return numpy.array([[p.signs.get(s, 0.0) for s in signs] for p in pairs])


def fit(pairs: list[Pair], signs: list[str]) -> Numbers:
    """The weights: of several pairs in one line's passages, the likeliest by the round before."""
    learnt = [p for p in pairs if p.rival is not None]
    x = matrix(learnt, signs)
    y = numpy.array([float(bool(p.rival)) for p in learnt])
    ridge = numpy.array([0.01 if s == "bias" else RIDGE for s in signs])
    found = numpy.zeros(len(signs))
    for turn in range(ROUNDS):
        weight = numpy.array([p.weight for p in learnt])
        if turn:
            best: dict[tuple[str, ...], int] = {}
            odds = x @ found
            for n, p in enumerate(learnt):
                if p.line and (p.line not in best or odds[n] > odds[best[p.line]]):
                    best[p.line] = n
            weight = numpy.array(
                [0.0 if p.line and best[p.line] != n else w for n, (p, w) in enumerate(zip(learnt, weight, strict=True))]
            )
        found = logistic.fit(x, y, weight, ridge, STEPS)
    return found


def main() -> int:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights below the head of the file")
    options = parser.parse_args()
    pairs = [*invented(), *stories()]
    signs = sorted({s for p in pairs for s in p.signs} - DULL)
    piles = sorted({p.pile for p in pairs})
    odds = numpy.zeros(len(pairs))
    for k in range(FOLDS):
        held = {p for n, p in enumerate(piles) if n % FOLDS == k}
        found = fit([p for p in pairs if p.pile not in held], signs)
        for n, p in enumerate(pairs):
            odds[n] = matrix([p], signs)[0] @ found if p.pile in held else odds[n]
    for least in (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0):
        told = [p for n, p in enumerate(pairs) if odds[n] > least]
        print(
            f"{least:>5}: {len({p.line for p in told if p.line})} lines, {sum(p.weight == APART for p in told)} apart,"
            f" {sum(p.weight == 1.0 and p.rival is False for p in told)} others;"
            f" stories {sum(p.weight == STORY and bool(p.rival) for p in told)} listed,"
            f" {sum(p.weight == STORY and not p.rival for p in told)} others"
        )
    by = defaultdict(float, zip(signs, fit(pairs, signs), strict=True))
    body = "".join(f"- {{sign: {s}, weight: {by[s]:.2f}}}\n" for s in signs)
    print(body, end="")
    if options.write:
        kept = [line for line in FILE.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("- ")]
        FILE.write_text("".join(kept) + body, encoding="utf-8")
    return 0


DULL = frozenset({"kind_thing", "kind_people", "kind_points"})

if __name__ == "__main__":
    sys.exit(main())
