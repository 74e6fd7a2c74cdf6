"""Alarms on parts of a whole that one sentence tells side by side, and no word announces (those that one does: ``announced``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.relations import same, together
from sayso.assess.findings.verdicts import exact, verdict
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Skeleton
from sayso.assess.ties import class_of

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


def misreckoned(k: Skeleton) -> Iterator[Sum]:
    """A whole and its parts that do not make it.

    What: "17 cases, 10 by air and 8 by sea"; "480 pupils; 260 are girls and 240 are boys"; two figures and what they are said to
    make; "of those 41, 33 were rescued, five found and four are sought".

    Why it matters: who reads on takes the result, and one of the figures is not what it seems.

    Not when: a figure is rounded by a word, the sentence has further counts, or units are of different kinds.

    Example (fiction): "It has 30 nets, 12 from Ostmar and 20 from Westmar": 12 and 20 are 32.
    """
    counts = [f for f in k.figures if f.mark == "#" and class_of(f.unit) != "time"]
    for m in (m for rx in PARTS for m in rx.finditer(k.text)):
        t, a, b = (k[m[n]] for n in "tab")
        value = a.value + b.value
        near = abs(value - t.value) <= 0.15 * t.value  # parts that come nowhere near the whole are parts of something else
        if len(counts) == 3 and exact(t, a, b) and together(t, a, b) and near and not same(value, t, a.slack + b.slack):
            words = f"{number(a.value)} + {number(b.value)} = {number(value)}, given {number(t.value)}"
            yield verdict(t, words, right=False, should=number(value))
            return
    if OF_THOSE.match(k.text) and len(counts) > MANY and exact(*counts) and together(*counts):
        t, *row = counts
        value = sum(f.value for f in row)
        if t.value < value <= 1.1 * t.value:
            words = " + ".join(number(f.value) for f in row) + f" = {number(value)}, more than the {number(t.value)} they are of"
            yield verdict(t, words, right=False, should=number(value))
