"""Fits resources/leftover_weights.yml: ``python bench/quality/leftovers.py [--files a,c,e] [--l2 3] [--write]``.

Every retelling of the files is aligned with its first report; a leftover counts as a change where its words meet the marked ones.
Printed is, for the files one left out at a time (by file of tellings), how many changed and faithful retellings have a likeliest
leftover that reaches each chance. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import logistic
import numpy as np
import piles
import tellings

from sayso.assess.alignment import align, tokens
from sayso.assess.leftovers import Leftover, leftovers, words_of

RARE = 4  # retellings a trait must be met in
OTHERWISE = 0.3  # weight of what a changed retelling tells in other words elsewhere: no change, as far as the marks go
Row = tuple[bool, list[tuple[Leftover, bool]]]  # whether a retelling changes something; its leftovers, and whether they are it


def marked(line: str) -> tuple[list[str], list[str]]:
    """The words that a retelling left and those that it brought."""
    found = list(tellings._MARK.finditer(line))
    return [m["old"] for m in found], [m["new"] for m in found]


def sides(a: str, b: str) -> tuple[str, str]:
    """Two sentences without their outer marks."""
    return a.strip(" .“”\"'"), b.strip(" .“”\"'")


def examples(path: Path) -> Iterator[Row]:
    """Every retelling of a file."""
    first = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:1] == "#":
            first = None
        elif line[:1] == "=":
            first = tellings.telling(line[1:].strip())
        elif line[:1] == "-" and first is not None and first.whole:
            told = tellings.telling(line[1:].strip(), first.text)
            if not told.whole:
                continue
            a, b = sides(first.text, told.text)
            al = align(a, b)
            old, new = marked(line)
            row = []
            for x in leftovers(al):
                was, now = words_of(a, al.one, x.before), words_of(b, al.two, x.after)
                hit = (bool(was) and any(meets(was, w) for w in old)) or (bool(now) and any(meets(now, w) for w in new))
                row.append((x, hit))
            yield bool(told.changes), row


def meets(x: str, y: str) -> bool:
    """Whether one stretch of words has a word of the other that says something."""
    one, two = ({t.low for t in tokens(w) if t.content or not any(u.content for u in tokens(w))} for w in (x, y))
    return bool(one & two)


def fit(rows: Sequence[Row], l2: float) -> dict[str, float]:
    """The weights of the traits."""
    met = Counter(t for _, row in rows for t in {t for x, _ in row for t in x.traits})
    index = {t: i for i, t in enumerate(sorted(t for t, n in met.items() if n >= RARE))}
    data = [(x, hit, OTHERWISE if changed and not hit else 1.0) for changed, row in rows for x, hit in row]
    m = np.zeros((len(data), len(index) + 1))
    m[:, -1] = 1
    for i, (x, _, _) in enumerate(data):
        m[i, [index[t] for t in x.traits if t in index]] = 1
    y, w = np.array([hit for _, hit, _ in data], float), np.array([weight for *_, weight in data])
    ridge = np.full(m.shape[1], l2)
    ridge[-1] = 0.01
    beta = logistic.fit(m, y, w, ridge)
    return {t: float(beta[i]) for t, i in index.items()} | {"": float(beta[-1])}


def score(known: Mapping[str, float], x: Leftover) -> float:
    """The chance of a leftover at some weights."""
    return float(1 / (1 + np.exp(-known[""] - sum(known.get(t, 0.0) for t in x.traits))))


def main() -> None:
    """Fit, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", default="a,c,e")
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    by_file = {p: list(examples(p)) for p in piles.files(tellings.FOLDER, tellings.KEPT, options.files)[0]}
    if options.write:
        known = fit([r for rows in by_file.values() for r in rows], options.l2)
        with options.write.open("w", encoding="utf-8") as f:
            for t, v in sorted(known.items()):
                if abs(v) >= 0.02:
                    f.write(f'- {{trait: "{t}", weight: {v:.2f}}}\n')
        return
    best: list[tuple[bool, float, bool]] = []
    for p in by_file:
        known = fit([r for q, rows in by_file.items() if q != p for r in rows], options.l2)
        for changed, row in by_file[p]:
            best.append((changed, *max(((score(known, x), hit) for x, hit in row), default=(0.0, False), key=lambda r: r[0])))
    n, m = sum(changed for changed, *_ in best), sum(not changed for changed, *_ in best)
    for cut in (0.5, 0.6, 0.7, 0.8, 0.9, 0.92, 0.94, 0.96):
        over = [(changed, hit) for changed, chance, hit in best if chance >= cut]
        right = sum(hit for _, hit in over)
        print(f"{cut}: changed {sum(c for c, _ in over)}/{n}, at the words {right}; faithful {sum(not c for c, _ in over)}/{m}")


if __name__ == "__main__":
    main()
