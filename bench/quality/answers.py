"""Fit resources/answer_weights.yml: what speaks for one sentence answering another. ``python bench/quality/answers.py``.

Logistic regression (l2 = 2) on the pairs of sentences that ``assess/rejoinders.py`` lays side by side, in the piles of ``FILES``
and in bench/quality/stories/read: a pair counts where a reader's line says "denies", or the gold lists a denial between the claims
told there. Pairs whose line says it the other way round are left out.
Prints, cross-validated by pile, how many of
the likeliest answers are such lines, then writes the weights; ``--dry`` writes nothing.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import logistic
import numpy as np
import piles

from sayso.assess.lines import Line
from sayso.assess.rejoinders import Ground, Pair, pairs, turn

FILES = "dB,dC,dG"
FIRST = ("dB",)  # files in which the denied passage is named first
WEIGHTS = Path(__file__).parents[2] / "resources" / "answer_weights.yml"
L2, FOLDS, BEST = 2.0, 6, (20, 40, 60, 80, 100, 120, 150)
HEAD = """# What each feature of assess/rejoinders.py weighs for a sentence answering another, in log odds; b: manners of the
# one that answers, a: of the other (manners.yml). Fitted by bench/quality/answers.py on invented piles and stories. By weights
# fitted on the other piles, a reader's lines are
"""
Row = tuple[Pair, bool | None]


def whole(ground: Ground) -> list[Pair]:
    """The pairs of a pile with all their features."""
    found = pairs(ground)
    for p in found:
        turn(p)
    return found


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
    for p in whole(Ground(pile)):
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

    return [(p, any({i, j} in denied for i in claims(p.answer) for j in claims(p.target))) for p in whole(ground)]


def matrix(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    """The features of some pairs, one row a pair."""
    return np.array([[p.features.get(n, 0.0) for n in names] for p, _ in rows])


def fitted(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    """The weights; the bias is left free."""
    known = [r for r in rows if r[1] is not None]
    x, y = matrix(known, names), np.array([float(bool(good)) for _, good in known])
    ridge = np.array([0.01 if n == "bias" else L2 for n in names])
    found: np.ndarray = logistic.fit(x, y, np.ones(len(y)), ridge)
    return found


def crossed(stories: Mapping[str, list[Row]], names: Sequence[str]) -> str:
    """Of the likeliest answers, one target each, how many a line holds, each pile by weights of the others."""
    titles = sorted(stories)
    top: list[tuple[float, bool]] = []
    for f in range(FOLDS):
        weights = fitted([r for n, t in enumerate(titles) if n % FOLDS != f for r in stories[t]], names)
        for title in (t for n, t in enumerate(titles) if n % FOLDS == f and not t.startswith("*") and stories[t]):
            best: dict[tuple[str, int], tuple[float, bool]] = {}
            for (p, good), v in zip(stories[title], matrix(stories[title], names) @ weights, strict=True):
                at = (p.answer.document, p.answer.number)
                best[at] = max(best.get(at, (-99.0, False)), (float(v), good is not False))
            top += best.values()
    top.sort(reverse=True)
    return ", ".join(f"{sum(good for _, good in top[:n])} of the best {n} ({top[n - 1][0]:.1f})" for n in BEST if n <= len(top))


def main() -> int:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    dry = parser.parse_args().dry
    stories: dict[str, list[Row]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for stem, pile in piles.invented(FILES):
            stories[pile.title] = of_pile(pile, Path(folder), stem in FIRST)
        for story in piles.stories():
            stories["*" + story.name] = of_story(story, Path(folder))
    names = sorted({n for rows in stories.values() for p, _ in rows for n in p.features})
    line = crossed(stories, names)
    print(f"{len(stories)} piles and stories, {sum(map(len, stories.values()))} pairs; {line}")
    weights = fitted([r for t in sorted(stories) for r in stories[t]], names)
    rows = [f'- {{feature: "{n}", weight: {w:.2f}}}\n' for n, w in zip(names, weights, strict=True) if abs(w) >= 0.01]
    if not dry:
        WEIGHTS.write_text(f"{HEAD}# {line}.\n{''.join(rows)}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
