"""Multiples and ratios that two figures bear out, and what they come to in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from sayso.assess.arithmetic import decimals
from sayso.assess.figure_rows import Stretch, Try, breadth, fits_together, grain, in_reach
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure
from sayso.assess.ties import bound, multiples, said
from sayso.lexicon import vocabulary
from sayso.model import Span

THAN = (  # what follows "times" where it compares and does not count; "three times a week" counts
    r"(?=\s(?:as|the|that|its|their|his|her|what|more|\w+er|plus|moins|más|menos|mais|più|meno|meer|więcej|больше|выше|so|mehr)\b)"
)
DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
FOLDS = {**{w: n for w, n in multiples("multiple", "multiple of").items() if n > 1}, **vocabulary.numerals(2, 10)}
WORDS = vocabulary.counting(2, 10)
GREW = "|".join(w for w in FOLDS if w != "twice" and w not in vocabulary.numerals(2, 10))
FOLD = re.compile(
    rf"\b(?:(?:{GREW})\b|twice{THAN}|"
    rf"(?P<n>{DIGITS}|{WORDS})(?:\s?-?fold\b|-fach\w*|\s(?:times|fois|veces|vezes|volte|keer|razy|raza|раза?|mal){THAN})|"
    rf"(?:ratio|factor|quotient)\sof\s(?:{vocabulary.bounding('about')}\s)?(?P<of>{DIGITS}|{WORDS})\b(?!\s?(?:%|to\b|per\b|:)))",
    re.IGNORECASE,
)


def folds(x: Stretch) -> list[Figure]:
    """The multiples that a sentence names, as shares: value, rounding, bound and place."""
    out = []
    for m in FOLD.finditer(x.text, x.here.start, x.here.end):
        word = (m["n"] or m["of"] or m[0]).casefold().replace(",", ".")
        times = float(word) if word[0].isdigit() else float(FOLDS[word])
        place = Span(m.start(), m.end())
        loose = next((f.loose for _, f in x.told if f.span.overlaps(place)), False)
        slack = 0.5 * 10.0 ** -decimals(times) if times % 1 else 0.0
        out.append(Figure("/", times, slack, "", place, loose, bound=bound(x.text, place, x.here.start)))
    return out


def folded(x: Stretch) -> Iterator[Try]:
    """A multiple that two figures bear out.

    What: "twice", "three times", "doubled", "2.4-fold", "a ratio of 1.7" and two figures of the sentence of which one is so many
    times the other; "more than" and "nearly" bound it. Kept as ``sum_right``.

    Why it matters: "doubled" is remembered when the figures are not.

    Not when: the two count different kinds of things, or the sentence has many figures.

    Example (fiction): "The sledge went 13.5 miles an hour, more than twice the six that the guild allows."
    """
    near = [f for _, f in x.told if f.mark == "#" and x.within(f)]
    for share in folds(x):
        pairs = [(a, b) for a, b in combinations([f for f in near if not f.span.overlaps(share.span)], 2) if fits_together(a, b)]
        for pair in pairs:
            low, high = sorted(pair, key=lambda f: f.value)
            if in_reach(high.value / low.value, share):
                words = f"{number(high.value)} is {number(round(high.value / low.value, 2))} times {number(low.value)}"
                yield Try(
                    high,
                    (low,),
                    words,
                    len(pairs) * max(breadth(share), grain(low, high) / high.value),
                    1 + (low.unit == high.unit != "") + (len(pairs) == 1),
                )


SAME = re.compile(
    r"[^.;:()%\d]{0,30}?(?:,?\s(?:which|that)\s(?:is|was|means|makes)|,?\s(?:i\.e\.|or|that is)|\s[=(–—]|,)\s?"
    r"(?:an?\s)?(?:[^\W\d]+\s){0,2}(?:of\s|by\s)?",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|no|never|nor|rather|instead|but)\b|n[’']t\b", re.IGNORECASE)


def in_percent(x: Stretch) -> Iterator[Sum]:
    """A multiple and the rise in percent that it is said to be.

    What: "2.4-fold, which is a rise of 140 percent": the rise is 100 percent less than the multiple. Where the multiple itself is
    called the rise ("a 2.4-fold rise, or 240 percent more"), a ratio was called an increase.

    Why it matters: it overstates a change by exactly 100 points.

    Not when: no word of rise stands beside the percentage, it is one "of" something, or the words between the two deny it.

    Example (fiction): "The catch grew fourfold, a rise of 400 percent": it is one of 300.
    """
    for fold in folds(x):
        for stated in (f for s, f in x.told if s == x.here and f.mark == "%" and f.span.start >= fold.span.end):
            gap = x.text[fold.span.end : stated.span.start]
            about = gap[-40:] + x.text[stated.span.end : min(x.here.end, stated.span.end + 15)]
            if SAME.fullmatch(gap) is None or NOT.search(gap) or said("up").search(about) is None or said("down").search(about):
                continue
            if re.match(r"\sof\b", x.text[stated.span.end : x.here.end]):
                continue
            slack = 100 * fold.slack + stated.slack
            more = number(round(100 * (fold.value - 1), 2))
            words = f"{number(fold.value)} times as much is {more} percent more"
            if abs(100 * (fold.value - 1) - stated.value) <= slack:
                yield Sum("sum_right", stated.amount(), (), f"The figures agree: {words}.")
            elif abs(100 * fold.value - stated.value) <= slack and not (stated.loose or stated.bound or fold.bound):
                message = f"{number(stated.value)} percent is called an increase, but {words}."
                yield Sum("ratio_called_increase", stated.amount(), (), message, f"{more} percent")
            break
