"""Fit resources/kind_weights.yml: what a page's evidence weighs against the reader's own opinion of a source's kind.

    kinds.py --from ID [--analyzer NAME] [--write]

Reads labelled articles that are not held out and whose number is at least ID: the reader must not have been trained on them, or its
opinions are too good and the evidence weighs nothing. Multinomial logistic regression over the evidence of extract/kinds.py (l2 2,
evidence met at least 8 times with a kind, Adam, 300 steps), weights to one decimal, those below 0.2 left out. Prints the share of
mentions with the right kind, cross-validated by article: the reader alone, its mean over a party's mentions, all evidence.
Rows with `by: hand` stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "resources" / "labels"), str(ROOT / "bench" / "quality")]
import build
import labels

from sayso import analyzers
from sayso.extract import _sentences
from sayso.extract.kinds import KINDS, Party, parties
from sayso.model import Span

FILE = ROOT / "resources" / "kind_weights.yml"
RIDGE, LEAST, STEPS, SMALL, FOLDS = 2.0, 8, 300, 0.2, 6
Numbers = Any


def examples(analyzer: Any, first: int) -> list[tuple[str, Party, str, str]]:
    """Article, party, labelled kind and the reader's own for every mention that has a cue in common with a label."""
    out = []
    for article in build.articles():
        record = build.resolved(article.record())
        if build.held_out(record["name"]) or int(record["name"][:3]) < first:
            continue
        page = labels.document(record)
        found = list(analyzer.attributions(page, [s.span for s in _sentences(page)]))
        for party in parties(page.text, found):
            for a in (found[n] for n in party.mentions):
                kinds = [
                    b["kind"]
                    for b in record["attributions"]
                    if a.source and a.cue and b["kind"] in KINDS
                    if any(a.cue.overlaps(Span(*c)) for c in b["cue"]) and any(a.source.overlaps(Span(*s)) for s in b["source"])
                ]
                if kinds and a.leanings:
                    out.append((record["name"], party, kinds[0], max(a.leanings, key=lambda k: k[1])[0]))
    return out


def fit(x: Numbers, own: Numbers, y: Numbers, mask: Numbers) -> tuple[Numbers, float]:
    """Weights of evidence by kind, and of the reader's mean log probability."""
    w, a = numpy.zeros(mask.shape), 1.0
    m, v, ma, va = numpy.zeros(mask.shape), numpy.zeros(mask.shape), 0.0, 0.0
    right = numpy.eye(len(KINDS))[y]
    for step in range(1, STEPS + 1):
        z = a * own + x @ w
        p = numpy.exp(z - z.max(1, keepdims=True))
        wrong = p / p.sum(1, keepdims=True) - right
        g, ga = (x.T @ wrong + RIDGE * w) / len(y) * mask, float((wrong * own).sum() / len(y))
        m, v, ma, va = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g, 0.9 * ma + 0.1 * ga, 0.99 * va + 0.01 * ga * ga
        grown, grown2 = 1 - 0.9**step, 1 - 0.99**step
        w -= 0.05 * (m / grown) / (numpy.sqrt(v / grown2) + 1e-8)
        a -= 0.02 * (ma / grown) / ((va / grown2) ** 0.5 + 1e-8)
    return w, a


def matrices(found: Sequence[tuple[str, Party, str, str]], names: list[str]) -> tuple[Numbers, Numbers, Numbers]:
    """Evidence, the reader's means and labelled kinds as arrays."""
    x = numpy.array([[float(n in p.evidence) for n in names] for _, p, _, _ in found])
    own = numpy.array([[p.weights[k] / p.total for k in KINDS] for _, p, _, _ in found])
    return x, own, numpy.array([KINDS.index(k) for _, _, k, _ in found])


def main() -> int:
    """Fit, print, and write where asked."""
    p = argparse.ArgumentParser()
    p.add_argument("--from", dest="first", type=int, required=True)
    p.add_argument("--analyzer", default="model")
    p.add_argument("--write", action="store_true")
    args = p.parse_args()
    found = examples(analyzers.by_name(args.analyzer), args.first)
    lines = FILE.read_text(encoding="utf-8").splitlines()
    hand = [line for line in lines if line.startswith("#") or "by: hand" in line]
    byhand = {r["evidence"] for r in yaml.safe_load("\n".join(hand)) or []}
    names = sorted({e for _, party, _, _ in found for e in party.evidence} - byhand)
    x, own, y = matrices(found, names)
    mask = (x.T @ numpy.eye(len(KINDS))[y] >= LEAST).astype(float)
    fold = numpy.array([int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS for name, _, _, _ in found])
    guess = numpy.zeros(len(y), int)
    for f in range(FOLDS):
        w, a = fit(x[fold != f], own[fold != f], y[fold != f], mask)
        guess[fold == f] = (a * own[fold == f] + x[fold == f] @ w).argmax(1)
    alone = sum(k == mine for _, _, k, mine in found) / len(y)
    print(f"{len(y)} mentions: reader {alone:.3f}, mean {(own.argmax(1) == y).mean():.3f}, evidence {(guess == y).mean():.3f}")
    if args.write:
        w, a = fit(x, own, y, mask)
        made = [f"- {{evidence: analyzer, weights: {{all: {a:.2f}}}}}"]
        for name, row in zip(names, w, strict=True):
            kept = ", ".join(f"{k}: {round(float(n), 1)}" for k, n in zip(KINDS, row, strict=True) if abs(n) >= SMALL)
            made += [f"- {{evidence: {name}, weights: {{{kept}}}}}"] if kept else []
        FILE.write_text("\n".join([*hand, *made]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
