"""Alarms on sums of one sentence whose grammar leaves one reading, and whose figures do not come out.

Each rule wants all figures of the sentence, a word between them that says what is reckoned, and a result that no other reading of
the same figures bears out (``relations`` is asked first). What is rounded, bounded or "about" is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.relations import same, together
from sayso.assess.findings.verdicts import exact, verdict
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of

N = r"(?:the |its |their |all |these |those )?#"
PARTS = (
    re.compile(
        r"#(?P<t>\d+) [^#,;:]{1,40}[,;:] #(?P<a>\d+) (?:[^#\s]+ )?"
        r"(?P<p>by|from|in|for|with|of them|under|on|at|to|are|were|is|was|go|went|voted) "
        r"[^#,;]{1,40} and #(?P<b>\d+) (?:[^#\s]+ )?(?P=p)\b"
    ),
    re.compile(
        r"#(?P<a>\d+)\b[^#;:]{1,50} and #(?P<b>\d+)\b[^#;:]{1,50}, (?:adding|making|for a total of|in all) (?:up to )?#(?P<t>\d+)\b"
    ),
    re.compile(
        r"#(?P<a>\d+)\b[^#;:]{1,50} and #(?P<b>\d+)\b[^#;:]{1,50}, "
        r"#(?P<t>\d+) (?:[^#\s]+ )?(?:in all|altogether|all told|in total)\b"
    ),
)
OF_THOSE = re.compile(r"\W*[Oo]f (?:those|these|the) #0, #1\b")
MANY = 3  # a total and three parts: two may be counted twice for a reason
FOLDS = {
    w: float(n) for n, w in enumerate("twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold".split(), 2)
}
MANIFOLD = re.compile(
    rf"#(?P<a>\d+)\b[^#%]*\b(?:against|from|compared (?:with|to)) {N}(?P<b>\d+)\b"
    rf"[^%;.]{{0,50}}, an? (?P<k>{'|'.join(FOLDS)}) (?:increase|rise|jump)\b"
)
TARGET = re.compile(
    rf"#(?P<a>\d+)\b[^#%]*\b(?:against|from|compared (?:with|to)|on) (?:an? )?(?:[^#%\s]+ ){{0,4}}{N}(?P<b>\d+)\b"
    rf"[^#%]{{0,50}}\bby %(?P<p>\d+)"
)
OFF = 0.08  # a multiple said in words may be rounded by so much; own choice


def misreckoned(k: Skeleton) -> Iterator[Sum]:
    """A sum that a sentence states whole and that does not come out.

    What: "17 cases, 10 by air and 8 by sea"; "480 pupils; 260 are girls and 240 are boys"; "320 km against 80 km, a fivefold
    increase"; "84 against a target of 80, beating it by 10.5 percent".

    Why it matters: who reads on takes the result, and one of the figures is not what it seems.

    Not when: a figure is rounded by a word, the sentence has further counts, or units are of different kinds.

    Example (fiction): "It has 30 nets, 12 from Ostmar and 20 from Westmar": 12 and 20 are 32.
    """
    counts = counted(k)
    for rule in RULES:
        for stated, words, should in rule(k, counts):
            yield verdict(stated, words, right=False, should=should)
            return


def counted(k: Skeleton) -> list[Figure]:
    """The counts of a sentence, without stretches of time."""
    return [f for f in k.figures if f.mark == "#" and class_of(f.unit) != "time"]


Off = Iterator[tuple[Figure, str, str]]


def parts(k: Skeleton, counts: list[Figure]) -> Off:
    """A whole and two parts told in the same words, or two figures and what they are said to make."""
    for m in (m for rx in PARTS for m in rx.finditer(k.text)):
        t, a, b = (k[m[n]] for n in "tab")
        value = a.value + b.value
        near = abs(value - t.value) <= 0.15 * t.value  # parts that come nowhere near the whole are parts of something else
        if len(counts) == 3 and exact(t, a, b) and together(t, a, b) and near and not same(value, t, a.slack + b.slack):
            yield t, f"{number(a.value)} + {number(b.value)} = {number(value)}, given {number(t.value)}", number(value)
    if OF_THOSE.match(k.text) and len(counts) > MANY and exact(*counts) and together(*counts):
        t, *row = counts
        value = sum(f.value for f in row)
        if t.value < value <= 1.1 * t.value:
            words = " + ".join(number(f.value) for f in row)
            yield t, f"{words} = {number(value)}, more than the {number(t.value)} they are of", number(value)


def folded(k: Skeleton, counts: list[Figure]) -> Off:
    """Threefold, fourfold."""
    for m in MANIFOLD.finditer(k.text):
        a, b = k[m["a"]], k[m["b"]]
        said = FOLDS[m["k"]]
        if len(counts) > 2 or not exact(a, b) or not together(a, b) or not b.value:
            continue
        value = a.value / b.value
        if abs(value - said) > OFF * said + (a.slack + b.slack) / b.value:
            yield (
                a,
                f"{number(a.value)} is {number(round(value, 2))} times {number(b.value)}, not {m['k']}",
                f"{number(round(value, 2))} times",
            )


def changed(k: Skeleton, counts: list[Figure]) -> Off:
    """A figure against another, and by how many percent it goes beyond it."""
    for m in TARGET.finditer(k.text):
        a, b, p = k[m["a"]], k[m["b"]], k[m["p"]]
        if (
            len(counts) > 2
            or not exact(a, b, p)
            or (a.unit != b.unit and a.unit and b.unit)
            or any(f.mark == "%" for f in k.figures if f is not p)
        ):
            continue
        value = 100 * abs(a.value - b.value) / b.value
        if abs(value - p.value) > p.slack + 100 * (a.slack + b.slack) / b.value + 0.02 * value:
            yield (
                p,
                f"from {number(b.value)} to {number(a.value)} is {value:.2f} percent, given {number(p.value)}",
                f"{value:.2f} percent",
            )


RULES = (parts, folded, changed)
