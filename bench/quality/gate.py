"""Quality against pinned floors: ``make gate`` measures, ``make gate-update`` pins what has become better.

sayso is run on the shared stories and scored by their own scorers. The gate fails when a figure falls below its floor, when a
corpus is not the one the floors were pinned on, and when an output is not valid. It prints gains and losses against the frozen
results, figure by figure and case by case. A floor is lowered only with ``--allow-lower "reason"``, and only if CHANGES.md holds
that reason.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLOORS, RESULTS, CHANGES = HERE / "floors.json", HERE / "results.json", HERE.parents[1] / "CHANGES.md"
EPSILON = 0.0005
"""Below a figure where its floor is pinned. sayso is deterministic, so this only absorbs rounding: one case more or less moves the
finest figure that counts cases (1 of 231 attributions) by 0.004."""
MIN_REASON = 12

Figures = dict[str, float]
Missed = dict[str, list[str]]


@dataclass(frozen=True)
class Measured:
    """What one corpus gave: its digest, each figure, and the rows that were missed for each."""

    digest: str
    figures: Figures
    missed: Missed


def lower_is_better(figure: str) -> bool:
    """Whether a figure counts mistakes; the scorers' own test knows them by the same names."""
    return "(0 is right)" in figure or figure in {"dates unknown", "dates wrong"}


def scored(output: Mapping[str, Any], digest: str) -> Measured:
    """What a scorer printed with --json; figures without a score, and those of naive stand-ins, are no measure of sayso."""
    rows = output.get("figures") or output["overall"]
    figures = {name: row["score"] for name, row in rows.items() if row.get("score") is not None and "naive" not in name}
    return Measured(digest, figures, {name: rows for name, rows in output["missed"].items() if rows})


def key(row: str) -> str:
    """The identifiers a missed row begins with ("d02/c1", "e01"); the words of the corpus stay out of this repository."""
    tokens = row.split()
    numbered = 0
    while numbered < len(tokens) and re.fullmatch(r"[\w/=<>.#-]*\d[\w/=<>.#-]*", tokens[numbered]):
        numbered += 1
    return " ".join(tokens[: numbered or 1])


def frozen(measured: Mapping[str, Measured]) -> dict[str, Any]:
    """What is kept in git of a measurement: figures to four places, and how often each case was missed."""
    return {
        name: {
            "figures": {f: round(v, 4) for f, v in sorted(m.figures.items())},
            "missed": {f: dict(sorted(Counter(map(key, rows)).items())) for f, rows in sorted(m.missed.items())},
        }
        for name, m in sorted(measured.items())
    }


def breaches(floors: Mapping[str, Any], measured: Mapping[str, Measured]) -> list[str]:
    """In words, everything that is below its floor or cannot be compared; empty when the gate is open."""
    said: list[str] = []
    for corpus, pinned in sorted(floors.items()):
        if corpus not in measured:
            said.append(f"{corpus}: was not measured")
            continue
        now = measured[corpus]
        if pinned["digest"] != now.digest:
            said.append(f"{corpus}: the corpus is not the one its floors were pinned on; pin them again, with a reason")
        for figure, floor in sorted(pinned["floors"].items()):
            value = now.figures.get(figure)
            if value is None:
                said.append(f"{corpus}: {figure}: no longer measured (floor {floor:.4f})")
            elif value > floor if lower_is_better(figure) else value < floor:
                said.append(f"{corpus}: {figure}: {value:.4f}, floor {floor:.4f}")
    return said


def pinned(floors: Mapping[str, Any], measured: Mapping[str, Measured], lower: bool = False) -> dict[str, Any]:
    """Floors from what was measured. One that holds is never moved the wrong way; one that does not, only if ``lower``."""
    new: dict[str, Any] = {name: dict(row) for name, row in floors.items() if name not in measured}
    for corpus, now in measured.items():
        old = {} if lower else floors.get(corpus, {}).get("floors", {})
        row = {}
        for figure, value in now.figures.items():
            if lower_is_better(figure):
                row[figure] = min(old.get(figure, 1e9), round(value + EPSILON, 4))
            else:
                row[figure] = max(old.get(figure, -1e9), round(value - EPSILON, 4))
        new[corpus] = {"digest": now.digest, "floors": dict(sorted(row.items()))}
    return dict(sorted(new.items()))


def changes(before: Mapping[str, Any], measured: Mapping[str, Measured]) -> list[str]:
    """Gains and losses against frozen results: figures first, then the cases behind them."""
    said: list[str] = []
    for corpus, now in sorted(measured.items()):
        if corpus not in before:
            continue
        old = before[corpus]
        for figure, value in now.figures.items():
            was = old["figures"].get(figure)
            if was is None or abs(value - was) < 0.00005:
                continue
            better = (value < was) == lower_is_better(figure)
            said.append(f"{'gain' if better else 'LOSS'}  {corpus}: {figure}: {was:.4f} -> {value:.4f}")
        for figure in sorted({*old["missed"], *now.missed}):
            was_missed, missed = Counter(old["missed"].get(figure, {})), Counter(map(key, now.missed.get(figure, [])))
            texts = {key(row): row for row in now.missed.get(figure, [])}
            said += [f"  gained  {corpus}: {figure}: {case}" for case in sorted((was_missed - missed).elements())]
            said += [f"  lost    {corpus}: {figure}: {texts[case]}" for case in sorted((missed - was_missed).elements())]
    return said


def table(floors: Mapping[str, Any], measured: Mapping[str, Measured]) -> str:
    """Every figure with its floor."""
    lines = []
    for corpus, now in sorted(measured.items()):
        lines.append(f"{corpus:<58} {'now':>7} {'floor':>7}")
        for figure, value in now.figures.items():
            floor = floors.get(corpus, {}).get("floors", {}).get(figure)
            lines.append(f"  {figure:<56} {value:7.4f} {'–' if floor is None else f'{floor:.4f}':>7}")
    return "\n".join(lines)


def digest(files: Sequence[Path], root: Path) -> str:
    """SHA-256 over names and bytes of a corpus's files: texts and gold."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(f"{file.relative_to(root).as_posix()}\x1f{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def run(*arguments: str | Path, into: Path | None = None, allowed: tuple[int, ...] = (0,)) -> str:
    """Output of a Python program; its own words and our exit when it fails. Settings in the environment are kept from it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAYSO_")}
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, check=False, env=environment)
    if done.returncode not in allowed:
        said = f"{done.stderr.decode()}{done.stdout.decode()[:2000]}"
        sys.exit(f"gate: {' '.join(map(str, arguments[:3]))} … ended with {done.returncode}:\n{said}")
    if into:
        into.write_bytes(done.stdout)
    return "" if into else done.stdout.decode()


def trace(inputs: Sequence[Path], into: Path) -> None:
    """Run sayso as a person would; rejected inputs (exit 1) are for the scorer to complain about."""
    run("-m", "sayso", "trace", "--json", *sorted(inputs), into=into, allowed=(0, 1))


def measure_seeds(shared: Path, folder: Path) -> Measured:
    """The five real pages."""
    texts, gold = sorted((shared / "seeds").glob("*.txt")), shared / "gold" / "seeds.json"
    trace(texts, folder / "seeds.json")
    output = run(shared / "score" / "seeds.py", shared / "seeds", gold, folder / "seeds.json", "--json")
    return scored(json.loads(output), digest([*texts, gold], shared))


def measure_cases(shared: Path, folder: Path) -> Measured:
    """The visible stories, each a pile of its own."""
    return measure_stories(shared, folder, shared / "cases")


def measure_told(folder: str, half: str) -> Callable[[Path, Path], Measured]:
    """Stories that we invented, written and labelled by people who did not know the program: "read" ones were looked at since.

    Of "kept" ones nobody who changes rules sees more than the figures.
    """

    def measure(shared: Path, out: Path) -> Measured:
        return measure_stories(shared, out, HERE / folder / half, misses=half != "kept")

    return measure


def measure_stories(shared: Path, folder: Path, cases: Path, *, misses: bool = True) -> Measured:
    """Stories in the cases' form, each traced by itself."""
    scorer = shared / "score" / "cases.py"
    (folder / "out").mkdir()
    run(scorer, "--inputs", cases, folder / "in")
    for pile in sorted((folder / "in").glob("*.jsonl")):
        trace([pile], folder / "out" / f"{pile.stem}.json")
    files = [file for file in cases.rglob("*") if file.suffix in {".txt", ".json"}]
    found = scored(json.loads(run(scorer, cases, folder / "out", "--json")), digest(files, cases.parent))
    return found if misses else Measured(found.digest, found.figures, {})


def measure_attributions(shared: Path, folder: Path) -> Measured:
    """Attributions in news prose, annotated by others."""
    gold, scorer = shared / "data" / "polnear" / "dev.jsonl", shared / "score" / "attributions.py"
    run(scorer, "--inputs", gold, folder / "prose.jsonl")
    trace([folder / "prose.jsonl"], folder / "prose.json")
    return scored(json.loads(run(scorer, gold, folder / "prose.json", "--json")), digest([gold], shared))


def measure_labels(shared: Path, folder: Path) -> Measured:
    """Articles with our own labels that no model was trained on: chains, kinds, stances, hedges."""
    figures = json.loads(run(HERE / "labels.py", "--corpora", shared / "data"))
    labels = HERE.parents[1] / "resources" / "labels"
    files = [*(labels / "articles").glob("*.txt"), labels / "open.jsonl"]
    return Measured(digest(files, labels), {name: value for name, value in figures.items() if value <= 1}, {})


def measure_invented(program: str, files: str) -> Callable[[Path, Path], Measured]:
    """Invented piles that dispute something, dated pages, or items: how many of their lines are told as they say, kind by kind."""

    def measure(shared: Path, folder: Path) -> Measured:
        output = json.loads(run(HERE / f"{program}.py", "--files", files, "--json"))
        return Measured(digest([HERE / program / name for name in output["files"]], HERE), output["figures"], {})

    return measure


CORPORA = {
    "seeds": measure_seeds,
    "cases": measure_cases,
    "stories read": measure_told("stories", "read"),
    "stories kept": measure_told("stories", "kept"),
    "desks read": measure_told("desks", "read"),
    "desks kept": measure_told("desks", "kept"),
    "attributions": measure_attributions,
    "labels": measure_labels,
    "disputes seen": measure_invented("disputes", "seen"),
    "disputes kept": measure_invented("disputes", "kept"),
    "dates seen": measure_invented("dates", "seen"),
    "dates kept": measure_invented("dates", "kept"),
    "items seen": measure_invented("items", "seen"),
    "items kept": measure_invented("items", "kept"),
}


def load(file: Path) -> dict[str, Any]:
    """A JSON object, empty where there is no file yet."""
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def save(file: Path, value: object) -> None:
    """Write JSON so that one changed figure is one changed line."""
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def refusal(below: Sequence[str], reason: str | None, changelog: str) -> str | None:
    """Why floors must not be written now; None when they may."""
    if not below:
        return None
    if reason is None:
        return 'some figures are below their floors; to lower those say --allow-lower "reason" and write the reason into CHANGES.md'
    if len(reason.strip()) < MIN_REASON or reason.strip() not in " ".join(changelog.split()):
        return "CHANGES.md does not hold that reason; write it there first, word for word"
    return None


def main() -> int:
    """Measure, compare, perhaps pin; 0 open, 1 below a floor or refused, 2 nothing to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("SAYSO_SHARED") or HERE.parents[2] / "shared"))
    parser.add_argument("--only", choices=sorted(CORPORA), action="append", help="measure this corpus alone")
    parser.add_argument("--pin", "--update", action="store_true", help="write floors and frozen results from what is measured")
    parser.add_argument("--allow-lower", metavar="REASON", help="let --pin lower a floor; REASON must stand in CHANGES.md")
    options = parser.parse_args()
    shared: Path = options.shared.resolve()
    if not (shared / "score").is_dir():
        print(f"gate: no scorers in {shared}; name the shared material with --shared or SAYSO_SHARED", file=sys.stderr)
        return 2
    measured = {}
    for name in options.only or CORPORA:
        with tempfile.TemporaryDirectory() as folder:
            measured[name] = CORPORA[name](shared, Path(folder))
    floors, before = load(FLOORS), load(RESULTS)
    compared = {name: row for name, row in floors.items() if name in measured}
    print(table(floors, measured), *changes(before, measured), sep="\n")
    below = breaches(compared, measured)
    unpinned = sorted(set(measured) - set(floors))
    holding = sum(len(row["floors"]) for row in compared.values()) - len(below)
    print(*[f"BELOW  {line}" for line in below], sep="\n")
    print(f"gate: {'shut' if below or unpinned else 'open'}, {holding} floors hold; no floors yet: {', '.join(unpinned) or 'none'}")
    if not options.pin:
        return bool(below or unpinned)
    if refused := refusal(below, options.allow_lower, CHANGES.read_text(encoding="utf-8")):
        print(f"gate: not pinned: {refused}", file=sys.stderr)
        return 1
    save(FLOORS, pinned(floors, measured, lower=bool(below)))
    save(RESULTS, {**before, **frozen(measured)})
    print(f"gate: pinned {FLOORS.name} and {RESULTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
