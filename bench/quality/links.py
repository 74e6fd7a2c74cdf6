"""How well claims are found at given weights, and how far a choice of weights carries: ``python bench/quality/links.py``.

Reads the shared stories as the trained reader does, forms claims with the weights of resources/link_weights.yml and with random
settings around them, and scores each story by its own scorer's matching: pairs for the five pages, B-cubed for the cases. A setting
counts by its mean over five priors, so that one lucky join decides nothing, and only if it joins no two of the invented stories,
traced as one pile. ``--tries 0`` scores the weights as they are; ``--more FOLDER`` takes in further stories of the cases' schema.
Seeded; nothing is written.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import fmean, median

import sayso.cli
from sayso.casebook import searched, trace
from sayso.link.candidates import information, pairs
from sayso.link.claims import groups
from sayso.link.compare import NEVER, Pair, Pile, compare, features, weights
from sayso.link.context import Context
from sayso.link.nested import unfolded
from sayso.link.terms import Telling, distinct, tellings
from sayso.model import Reading
from sayso.show.records import json_text

STORIES = Path(sayso.cli.__file__).parent / "stories"
SPREAD = (-0.3, -0.15, 0.0, 0.15, 0.3)
# How far each weight is moved, as a share of itself; and how many of them at a time.
FAR, MOVED = 0.35, 0.45
FIXED = frozenset("same_event nobody other_silence habit_and_event".split())
Weights = Mapping[str, float]


@dataclass
class Story:
    """A pile ready to be scored: tellings, compared pairs with their features, and what stands for what."""

    told: list[Telling]
    stands_for: dict[str, str]
    compared: list[tuple[Pair, dict[str, float]]]
    gold: list[tuple[str, str]]
    judged: set[frozenset[str]] | None = None


def piled(readings: Sequence[Reading]) -> Story:
    """A pile as the linking room prepares it."""
    told, equals = distinct(unfolded(readings, tellings(readings)))
    bits = information(told)
    pile = Pile(bits, told)
    both = [tuple(sorted((told[i], told[j]), key=lambda t: t.id)) for i, j in pairs(told, bits)]
    return Story(
        told,
        {m: one for one, members in equals.items() for m in members},
        [(compare(a, b, pile), features(a, b, pile)) for a, b in both],
        [],
    )


def claims(story: Story, table: Weights) -> dict[str, int]:
    """The number of each statement's claim at these weights."""
    first = [
        p if p.weight <= NEVER else p._replace(weight=round(sum(table[n] * v for n, v in f.items() if v), 3))
        for p, f in story.compared
    ]
    context = Context(first, story.told)
    found = groups([t.id for t in story.told], [context.again(p) for p in first])
    of = {i: n for n, group in enumerate(found) for i in group}
    return {s: of[one] for s, one in story.stands_for.items()}


def f1(story: Story, of: Mapping[str, int]) -> float:
    """Pairs in one claim where the gold lists which pairs count, else B-cubed over (gold claim, statement)."""
    if story.judged is not None:
        gold = {frozenset((a, b)) for c, a in story.gold for d, b in story.gold if c == d and a < b}
        joined = {p for p in story.judged | gold if len({of[s] for s in p}) == 1}
        return 2 * len(joined & gold) / max(1, len(joined) + len(gold))
    precision = recall = 0.0
    for claim, statement in story.gold:
        same = {(c, s) for c, s in story.gold if c == claim}
        mine = {(c, s) for c, s in story.gold if of[s] == of[statement]}
        precision, recall = precision + len(same & mine) / len(mine), recall + len(same & mine) / len(same)
    return 2 * precision * recall / ((precision + recall) * len(story.gold))


def loaded(shared: Path, more: Sequence[Path] = ()) -> tuple[dict[str, Story], Story, dict[str, str]]:
    """All stories with their gold, the invented ones as one pile, and whose page each of its documents is."""
    sys.path.insert(0, str(shared / "score"))
    stories: dict[str, Story] = {}
    with tempfile.TemporaryDirectory() as folder:
        stories["seeds"] = _seeds(shared, Path(folder))
        for cases in (shared / "cases", *more):
            stories |= _cases(cases, Path(folder))
    own: dict[str, str] = {}
    every: list[Reading] = []
    for story_folder in sorted(p for p in STORIES.iterdir() if p.is_dir()):
        mine = searched(sorted(str(f) for f in story_folder.rglob("*") if f.suffix in {".txt", ".html", ".jsonl"})).readings
        own |= {r.document.id: story_folder.name for r in mine}
        every += mine
    return stories, piled(sorted(every, key=lambda r: r.document.id)), own


def _seeds(shared: Path, folder: Path) -> Story:
    """The five pages with the pairs that their gold lists."""
    texts = sorted(map(str, (shared / "seeds").glob("*.txt")))
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    out = import_module("valid").read_output(_traced(texts, folder / "seeds.json"))
    run = import_module("seeds").Run(shared / "seeds", gold, out)
    story = piled(searched(texts).readings)
    story.gold = [(k["id"], run.hit[m][0]["id"]) for k in gold["clusters"] for m in k["members"] if m in run.hit]
    listed = {s for _, s in story.gold}
    said = {v[0]["id"]: g[:3] for g, v in run.hit.items()}
    story.judged = {frozenset((a, b)) for a in said for b in said if a < b and (said[a] != said[b] or {a, b} <= listed)}
    return story


def _cases(cases: Path, folder: Path) -> dict[str, Story]:
    """Every case of a folder that has its gold, with the statements that its scorer finds for each claim."""
    scorer, found = import_module("cases"), {}
    scorer.write_inputs(cases, folder / cases.name)
    for pile in sorted((folder / cases.name).glob("*.jsonl")):
        case = scorer.Case(cases / pile.stem, _traced([str(pile)], folder / f"{pile.stem}.json"))
        story = found[pile.stem] = piled(searched([str(pile)]).readings)
        story.gold = sorted({(case.gold["attributions"][n]["claim"], s["id"]) for n, s in case.hit.items()})
    return found


def _traced(places: Sequence[str], into: Path) -> Path:
    into.write_text(json_text(trace(places)), encoding="utf-8")
    return into


def main() -> None:
    """Score the weights as they are, then random settings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("SAYSO_SHARED", "shared")))
    parser.add_argument("--more", type=Path, action="append", default=[])
    parser.add_argument("--tries", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    stories, strangers, own = loaded(options.shared, options.more)
    table, kept = weights(), dict(weights())
    page = {t.id: t.document for t in strangers.told}

    def scored(setting: Weights, spread: Sequence[float] = SPREAD) -> list[float] | None:
        """Mean F1 of each story, None where strangers are joined. Contexts read the table, so it is changed in place."""
        table.update({**kept, **setting})
        of = claims(strangers, table)
        met: dict[int, set[str]] = {}
        for s, n in of.items():
            met.setdefault(n, set()).add(own[page[strangers.stands_for[s]]])
        apart = all(len(m) == 1 for m in met.values())
        rows = []
        for moved in spread:
            table["prior"] = setting.get("prior", kept["prior"]) + moved
            rows.append([f1(s, claims(s, table)) for s in stories.values()])
        table.update(kept)
        return [fmean(column) for column in zip(*rows, strict=True)] if apart else None

    for name, value in zip(stories, scored({}, (0.0,)) or (), strict=False):
        print(f"{name:<20} {value:.3f}")
    print(f"mean over five priors {fmean(scored({}) or [0.0]):.3f}")
    chance, found = random.Random(options.seed), []
    for _ in range(options.tries):
        moved = [n for n in sorted(kept) if n not in FIXED and chance.random() < MOVED]
        setting = {n: round(kept[n] * (1 + chance.uniform(-FAR, FAR)), 2) for n in moved}
        row = scored(setting)
        if row is not None:
            found.append((row, setting))
    if found:
        best = max(found, key=lambda f: fmean(f[0]))
        held = [max(found, key=lambda f: fmean(f[0]) - f[0][k] / len(stories))[0][k] for k in range(len(stories))]
        print(f"{len(found)} settings apart, median {median(fmean(r) for r, _ in found):.3f}, best {fmean(best[0]):.3f} {best[1]}")
        print(f"chosen on all but one, scored on that one: {fmean(held):.3f}")


if __name__ == "__main__":
    main()
