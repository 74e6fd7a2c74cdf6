"""Fit resources/answer_weights.yml: what speaks for one sentence answering another. ``python bench/quality/answers.py``.

On the sentences that ``assess/rejoinders.py`` lays side by side, in the piles of ``FILES`` and in bench/quality/stories/read: a
pair counts where a reader's line says "denies", or the gold lists a denial between the claims told there. Two fits with a ridge
(l2 = 2), as ``assess/addressees.py`` has two steps: a conditional logit over the sentences that one may answer (McFadden 1973), and
a logistic regression over sentences for whether they answer any.
Prints, cross-validated by file, how many of the likeliest answers are such lines, then writes the weights; ``--dry`` writes
nothing.
"""

from __future__ import annotations

import argparse
import math
import re
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import logistic
import numpy as np
import piles

from sayso.assess.addressees import grouped, signs, total
from sayso.assess.lines import Line
from sayso.assess.rejoinders import Ground, Pair, pairs

FILES = "dB,dC,dD,dE,dG"
FIRST = ("dB",)  # files in which the denied passage is named first
WEIGHTS = Path(__file__).parents[2] / "resources" / "answer_weights.yml"
L2, STORY, STEPS, BEST = 2.0, 0.5, 12, (40, 80, 120, 160, 200, 240)
HEAD = """# What each feature of assess/rejoinders.py weighs, in natural log odds: for a sentence being the one that is answered
# ("target") and for another answering any at all ("answer"): the two steps of assess/addressees.py. b: manners of the one that
# answers, a: of the other (manners.yml). Fitted by bench/quality/answers.py on invented piles and stories. By weights fitted on
# the other files, a reader's lines are
"""
Row = tuple[Pair, bool | None]


def of_pile(told: piles.Told, folder: Path, turned: bool) -> list[Row]:
    """The pairs of a pile, each with whether a line says that the one denies the other; None where it says the reverse."""
    pile = piles.indexed(piles.rows(told), folder)
    said = {(n[::-1] if turned else n) for kind, n, _ in told.says if kind == "denies"}
    on = defaultdict(list)
    for name, (document, span) in sorted(piles.lying(told, pile.documents.values()).items()):
        on[document].append((name, span))

    def names(x: Line) -> list[str]:
        return [n for n, span in on[x.document] if span.overlaps(x.span)]

    out: list[Row] = []
    for p in pairs(Ground(pile)):
        both = [(b, a) for b in names(p.answer) for a in names(p.target)]
        back = any((a, b) in said for b, a in both)
        out.append((p, True if any(x in said for x in both) else None if back else False))
    return out


def of_story(story: piles.Story, folder: Path) -> list[Row]:
    """The pairs of a story, each with whether its gold lists a denial between what the two tell."""
    pile = piles.indexed(story.pages, folder, story.name)
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    ground = Ground(pile)
    rows = ground.lines
    for row in story.gold["attributions"]:
        want = set(re.findall(r"\w{4,}", (row["content_key"] or "").lower()))
        cues = [c.strip().lower() for c in re.split("[;,]", row["cue"] or "") if c.strip()]
        fits = [
            (len(want & set(re.findall(r"\w{4,}", x.text.lower()))) + 0.5 * any(c in x.text.lower() for c in cues), -x.number, x)
            for x in rows
            if pile.documents[x.document].url == story.url[row["doc"]]
        ]
        best = max(fits, key=lambda t: t[:2], default=None)
        if best is not None and best[0] >= 1.5:
            told[best[2].document, best[2].number].add(row["claim"])
    denied = {frozenset((r["claim_a"], r["claim_b"])) for r in story.gold["contradictions"] if r["kind"] == "denial"}

    def claims(x: Line) -> set[str]:
        return told.get((x.document, x.number), set())

    return [(p, any({i, j} in denied for i in claims(p.answer) for j in claims(p.target))) for p in pairs(ground)]


@dataclass
class Group:
    """The pairs of one sentence that may be an answer: their features, which of them a line holds, in what file they stand."""

    file: str
    rows: list[dict[str, float]]
    good: np.ndarray
    pairs: list[Pair]
    story: bool


def groups(file: str, rows: Sequence[Row], story: bool) -> list[Group]:
    """The pairs of a pile, sentence by sentence."""
    said = {id(p): good for p, good in rows}
    row = list(grouped([p for p, _ in rows]))
    return [Group(file, [p.features for p in g], np.array([said[id(p)] is True for p in g]), g, story) for g in row]


class Fitted(NamedTuple):
    """The weights of both steps by feature."""

    target: Mapping[str, float]
    answer: Mapping[str, float]

    def odds(self, g: Group) -> tuple[float, int]:
        """Log odds that a sentence answers the likeliest of those it may answer, and which that is."""
        worths = [by(f, self.target) for f in g.rows]
        top = int(np.argmax(worths))
        both = math.exp(worths[top] - total(worths)) / (1 + math.exp(-by(signs(g.pairs, worths), self.answer)))
        return math.log(both / (1 - both)), top


def by(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of some features by their weights."""
    return sum(weights.get(k, 0.0) * v for k, v in features.items())


def fitted(rows: Sequence[Group]) -> Fitted:
    """The weights; the bias is left free."""
    names = sorted({n for g in rows for f in g.rows for n in f})
    target = dict(zip(names, of_targets(rows, names), strict=True))
    told = [signs(g.pairs, [by(f, target) for f in g.rows]) for g in rows]
    every = [*names, *(n for n in told[0] if n not in names)]
    x, y = np.array([[f.get(n, 0.0) for n in every] for f in told]), np.array([float(g.good.any()) for g in rows])
    ridge = np.array([0.01 if n == "bias" else L2 for n in every])
    return Fitted(target, dict(zip(every, logistic.fit(x, y, np.ones(len(y)), ridge), strict=True)))


def of_targets(rows: Sequence[Group], names: Sequence[str]) -> np.ndarray:
    """Weights of the features for the chance that a sentence is among those that are answered, by Newton's method."""
    sets = [
        (np.array([[f.get(n, 0.0) for n in names] for f in g.rows]), g.good, STORY if g.story else 1.0)
        for g in rows
        if g.good.any() and not g.good.all()
    ]
    found = np.zeros(len(names))
    for _ in range(STEPS):
        slope, curve = -L2 * found, -L2 * np.eye(len(names))
        for x, good, weight in sets:
            raw = np.exp(x @ found - (x @ found).max())
            share, of_good = raw / raw.sum(), np.where(good, raw, 0) / raw[good].sum()
            mean = share @ x
            slope += weight * (of_good @ x - mean)
            curve -= weight * ((x * share[:, None]).T @ x - np.outer(mean, mean))
        found -= np.linalg.solve(curve, slope)
    return found


def crossed(rows: Sequence[Group]) -> str:
    """Of the likeliest answers how many a line holds, each file by weights of the others."""
    top: list[tuple[float, bool]] = []
    for file in FILES.split(","):
        weights = fitted([g for g in rows if g.file != file])
        for g in (g for g in rows if g.file == file):
            odds, at = weights.odds(g)
            top.append((odds, bool(g.good[at])))
    top.sort(reverse=True)
    return ", ".join(f"{sum(good for _, good in top[:n])} of the best {n} ({top[n - 1][0]:.1f})" for n in BEST if n <= len(top))


def main() -> int:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    dry = parser.parse_args().dry
    rows: list[Group] = []
    with tempfile.TemporaryDirectory() as folder:
        for stem, pile in piles.invented(FILES):
            rows += groups(stem, of_pile(pile, Path(folder), stem in FIRST), story=False)
        for story in piles.stories():
            rows += groups("*" + story.name, of_story(story, Path(folder)), story=True)
    line = crossed(rows)
    print(f"{len(rows)} sentences, {sum(len(g.rows) for g in rows)} pairs; {line}")
    weights = fitted(rows)
    both = [(n, weights.target.get(n, 0.0), w) for n, w in sorted(weights.answer.items())]
    lines = [
        f'- {{feature: "{n}", target: {t:.2f}, answer: {w:.2f}}}\n'.replace("-0.00", "0.00")
        for n, t, w in both
        if max(abs(t), abs(w)) >= 0.01
    ]
    if not dry:
        WEIGHTS.write_text(f"{HEAD}# {line}.\n{''.join(lines)}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
