"""Alarms on sums of one sentence whose grammar leaves one reading, and whose figures do not come out.

Each rule wants all figures of the sentence, a word between them that says what is reckoned, and a result that no other reading of
the same figures bears out (``relations`` is asked first). What is rounded, bounded or "about" is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.relations import same, tail, together
from sayso.assess.findings.verdicts import exact, verdict
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of

N = r"(?:the |its |their |all |these |those )?#"
REST = (
    re.compile(rf"\b(?:[Oo]ut of|[Oo]f) {N}(?P<t>\d+)\b[^#]*#(?P<a>\d+)\b[^#]*\b(?:the (?:remaining|other)|leaving) #(?P<b>\d+)\b"),
    re.compile(
        rf"\b[Oo]f {N}(?P<t>\d+)\b[^#]*#(?P<a>\d+)[;,.] (?:the other )?#(?P<b>\d+) (?:were|are|was|is) (?:missing|left|gone)\b"
    ),
    re.compile(rf"#(?P<a>\d+)\b[^#]*\b(?:out )?of {N}(?P<t>\d+)\b[^#]*\b(?:the remaining|leaving) #(?P<b>\d+)\b"),
    re.compile(r"#(?P<t>\d+)\b[^#]*, of which [^#]*#(?P<a>\d+)\b[^#]*\b(?:the remaining|the other|leaving) #(?P<b>\d+)\b"),
)
PARTS = (
    re.compile(
        r"#(?P<t>\d+) [^#,;:]{1,40}, #(?P<a>\d+) (?:[^#\s]+ )?(?P<p>by|from|in|for|with|of them) "
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
FOLD = {"twice": 2.0, "double": 2.0, "half": 0.5, "triple": 3.0}
DOUBLE = re.compile(rf"#(?P<a>\d+)\b[^#]{{0,30}}, (?:which is |or |that is )?(?P<k>{'|'.join(FOLD)}) (?:of )?{N}(?P<b>\d+)\b")
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
EACH = re.compile(r"#(?P<a>\d+)\b[^#]*#(?P<b>\d+) [^#]*[,–—] #(?P<c>\d+) (?:[^#\s]+ )?(?:each|apiece)\b")
WORDED = re.compile(
    rf"#(?P<w>\d+) [^#/%]{{1,30}} and #(?P<p>\d+) of them, (?:or )?/(?P<s>\d+)\b"
    rf"|#(?P<q>\d+) (?:in|of) {N}(?P<v>\d+)\b[^#/%,]{{0,40}}, (?:or )?/(?P<r>\d+)\b"
)
PERCENT_OF = re.compile(rf"%(?P<p>\d+) of (?:an? )?(?:[^#%\s]+ ){{0,4}}(?:of )?{N}(?P<w>\d+)\b[^#%]{{0,25}}, or #(?P<x>\d+)\b")
OFF = 0.08  # a multiple said in words may be rounded by so much; own choice


def misreckoned(k: Skeleton) -> Iterator[Sum]:
    """A sum that a sentence states whole and that does not come out.

    What: "of the 350 houses 140 stand, the remaining 190 …"; "17 cases, 10 by air and 8 by sea"; "18 million, double the 8
    million"; "48 lorries carry 960 tonnes, 25 tonnes each"; "5 percent of 26 million, or 1.5 million".

    Why it matters: who reads on takes the result, and one of the figures is not what it seems.

    Not when: a figure is rounded by a word, the sentence has further counts, or units are of different kinds.

    Example (fiction): "Of the 30 nets 12 were torn, the remaining 20 hang in the loft": 18 would.
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


def rest(k: Skeleton, counts: list[Figure]) -> Off:
    """A whole, a part, and what is said to remain."""
    for m in (m for rx in REST for m in rx.finditer(k.text)):
        t, a, b = (k[m[n]] for n in "tab")
        value = t.value - a.value
        if len(counts) == 3 and exact(t, a, b) and together(t, a, b) and value > 0 and not same(value, b, t.slack + a.slack):
            yield b, f"{number(t.value)} - {number(a.value)} = {number(value)}, given {number(b.value)}", number(value)


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
    """Twice, double, threefold."""
    for m in (m for rx in (DOUBLE, MANIFOLD) for m in rx.finditer(k.text)):
        a, b = k[m["a"]], k[m["b"]]
        said = FOLD.get(m["k"]) or FOLDS[m["k"]]
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


def each(k: Skeleton, counts: list[Figure]) -> Off:
    """So many, so much, and how much each."""
    for m in EACH.finditer(k.text):
        a, b, c = (k[m[n]] for n in "abc")
        if len(counts) != 3 or not exact(b, c) or a.bound == "beyond" or c.unit != b.unit or not a.value:
            continue
        value = b.value / a.value
        if abs(value - c.value) > c.slack + b.slack / a.value + 0.02 * value and "each" not in tail(k, a):
            yield (
                c,
                f"{number(b.value)} / {number(a.value)} = {number(round(value, 2))}, given {number(c.value)}",
                number(round(value, 2)),
            )


def worded(k: Skeleton, counts: list[Figure]) -> Off:
    """Part and whole, and the share in words."""
    for m in WORDED.finditer(k.text):
        part, whole, share = (k[m[n]] for n in (("p", "w", "s") if m["w"] else ("q", "v", "r")))
        if not exact(part, whole, share) or part.value >= whole.value:
            continue
        value = part.value / whole.value
        if abs(value - share.value) > 0.1 * share.value:
            yield share, f"{number(part.value)} of {number(whole.value)} is {number(round(value, 3))}", number(round(value, 3))


def percent_of(k: Skeleton, counts: list[Figure]) -> Off:
    """A percentage of a whole, and what it is said to come to."""
    for m in PERCENT_OF.finditer(k.text):
        p, whole, x = k[m["p"]], k[m["w"]], k[m["x"]]
        if len(counts) != 2 or not exact(p, whole, x) or not together(whole, x):
            continue
        value = whole.value * p.value / 100
        if abs(value - x.value) > x.slack + whole.value * p.slack / 100 + whole.slack * p.value / 100 + 1e-9:
            yield (
                x,
                f"{number(p.value)} percent of {number(whole.value)} is {number(value)}, given {number(x.value)}",
                number(value),
            )


RULES = (rest, parts, folded, changed, each, worded, percent_of)
