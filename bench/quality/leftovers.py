"""Fits resources/leftover_weights.yml: ``python bench/quality/leftovers.py [--files a,c,e] [--l2 3] [--write]``.

Every retelling of the files is aligned with its first report;
a leftover counts as a change where its words meet the marked ones.
Printed is, for the files one left out at a time (by file of tellings), the share of changed and of faithful retellings whose likeliest
leftover reaches each chance. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import tellings

from sayso.assess.alignment import align, tokens
from sayso.assess.leftovers import leftovers, words_of

RARE = 4  # retellings a trait must be met in


def marked(line: str) -> tuple[list[str], list[str]]:
    """The words that a retelling left and those that it brought."""
    found = list(tellings._MARK.finditer(line))
    return [m["old"] for m in found], [m["new"] for m in found]


def sides(a: str, b: str) -> tuple[str, str]:
    """Two sentences without their outer marks."""
    return a.strip(" .“”\"'"), b.strip(" .“”\"'")


def examples(path: Path):
    """For every retelling of a file: whether it changes something, and its leftovers with whether they are it."""
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
            yield (first.text, told.text), bool(told.changes), row


def meets(x: str, y: str) -> bool:
    """Whether one stretch of words has a word of the other that says something."""
    one, two = ({t.low for t in tokens(w) if t.content or not any(u.content for u in tokens(w))} for w in (x, y))
    return bool(one & two)


def fit(rows, l2):
    """The weights of the traits, by Newton's method."""
    names = Counter(t for _, _, row in rows for t in {t for x, _ in row for t in x.traits})
    index = {t: i for i, t in enumerate(sorted(t for t, n in names.items() if n >= RARE))}
    data, y, w = [], [], []
    for _, changed, row in rows:
        for x, hit in row:
            if changed and not hit:
                weight = 0.3  # what else was told in other words: no change, as far as the marks go
            else:
                weight = 1.0
            data.append([index[t] for t in x.traits if t in index])
            y.append(hit)
            w.append(weight)
    m = np.zeros((len(data), len(index) + 1))
    m[:, -1] = 1
    for i, d in enumerate(data):
        m[i, d] = 1
    y, w = np.array(y, float), np.array(w)
    beta = np.zeros(m.shape[1])
    reg = np.full(m.shape[1], l2)
    reg[-1] = 0.01
    for _ in range(15):
        p = 1 / (1 + np.exp(-m @ beta))
        g = m.T @ (w * (p - y)) + reg * beta
        h = (m * (w * p * (1 - p))[:, None]).T @ m + np.diag(reg)
        beta -= np.linalg.solve(h, g)
    out = {t: float(beta[i]) for t, i in index.items()}
    out[""] = float(beta[-1])
    return out


def score(known, x):
    """The chance of a leftover at some weights."""
    return 1 / (1 + np.exp(-known[""] - sum(known.get(t, 0.0) for t in x.traits)))


def main() -> None:
    """Fit, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", default="a,c,e")
    parser.add_argument("--l2", type=float, default=3.0)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    by_file = {
        p: list(examples(p)) for p in sorted(tellings.FOLDER.glob("*.txt")) if p.name.partition("_")[0] in options.files.split(",")
    }
    if options.write:
        known = fit([r for rows in by_file.values() for r in rows], options.l2)
        with options.write.open("w", encoding="utf-8") as f:
            for t, v in sorted(known.items()):
                if abs(v) >= 0.02:
                    f.write(f'- {{trait: "{t}", weight: {v:.2f}}}\n')
        return
    best = []
    for p in by_file:
        known = fit([r for q, rows in by_file.items() if q != p for r in rows], options.l2)
        for pair, changed, row in by_file[p]:
            top = max(((score(known, x), hit) for x, hit in row), default=(0.0, False), key=lambda r: r[0])
            best.append((pair, changed, *top))
    import json
    import os

    if os.environ.get("UNREMARKED"):
        seen = {(o["first"], o["text"]): bool(o["rules"]) for o in json.load(open(os.environ["UNREMARKED"]))}
        best = [b for b in best if bool(seen.get(b[0])) == bool(os.environ.get("REMARKED"))]
    n, m = sum(b[1] for b in best), sum(not b[1] for b in best)
    for cut in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9):
        c = [b for b in best if b[2] >= cut]
        print(
            f"{cut}: changed {sum(b[1] for b in c)}/{n} right place {sum(b[3] for b in c)}  faithful {sum(not b[1] for b in c)}/{m}"
        )


if __name__ == "__main__":
    main()
