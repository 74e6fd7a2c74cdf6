"""What bounds a figure that two aligned sentences have: "more than 300" and "nearly 300", "around 90" and "up to 90"."""

from __future__ import annotations

import re

from sayso.assess.findings.remark import Change
from sayso.assess.findings.replacements import figures_of
from sayso.lexicon import vocabulary
from sayso.text.number_words import Number

BEFORE = 30  # code points before a figure in which its bound stands
END = r"\s(?:the\s)?[$€£¥]?$"
LOWER = re.compile(rf"\b(?:{vocabulary.bounding('least')}|{vocabulary.one_of('figures', 'a little above')}){END}", re.IGNORECASE)
UPPER = re.compile(rf"\b(?:{vocabulary.bounding('most')}|{vocabulary.one_of('figures', 'a little below')}){END}", re.IGNORECASE)
ABOUT = re.compile(rf"\b{vocabulary.bounding('about')}{END}", re.IGNORECASE)
FEWEST = 10  # a figure below which a bound says little, as in pages.py


def bounded_otherwise(a: str, b: str) -> Change | None:
    """The rule with the words before and after, where one figure is the least in one sentence and the most in the other."""
    (one, mine), (two, theirs) = figures_of(a), figures_of(b)
    for x in mine:
        alike = [y for y in theirs if (y.low, y.high) == (x.low, x.high)]
        if len(alike) != 1 or sum((v.low, v.high) == (x.low, x.high) for v in mine) != 1 or x.share:
            continue
        (p, wx), (q, wy) = side(one, x), side(two, alike[0])
        if {p, q} == {"over", "under"} or (x.low >= FEWEST and {p, q} in ({"about", "over"}, {"about", "under"})):
            return "bound_changed", wx, wy
    return None


def side(text: str, n: Number) -> tuple[str, str]:
    """On which side of its figure a sentence puts the true one, and the words."""
    start = max(0, n.span.start - BEFORE)
    head = text[start : n.span.start]
    found = ((m.start(), kind) for kind, p in (("over", LOWER), ("under", UPPER), ("about", ABOUT)) if (m := p.search(head)))
    at, kind = min(found, key=lambda f: f[0], default=(len(head), ""))  # the longest: "no more than" before "more than"
    return kind, text[start + at : n.span.end]
