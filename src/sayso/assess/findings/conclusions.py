"""Alarms on figures that words tie together across a list or two sentences: what is said to come of them does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sayso.assess.figure_rows import Stretch, fits_together, in_reach, share_range, told_share
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure
from sayso.assess.ties import BOUNDS, said
from sayso.lexicon import vocabulary

COMES_TO = re.compile(
    r"(?:\b(?:that[’']s|that is|which is|that makes|which makes|you get|we get|one gets|makes)|=)\s$", re.IGNORECASE
)
ADD = re.compile(r"^\W{0,2}(?:add|adding|if you add)\b", re.IGNORECASE)
LIST_GAP = re.compile(r"\s?[^,.;:()\d]{0,30}(?:,|,?\s(?:and|plus|und|et|y|e|i|и)\b|\s\+)\s(?:[^\W\d_]+\s)?")
CONNECT = (
    r"(?:(?:or|equal to|that is|which is|is|was|i\.e\.|representing|amounting to|equivalent to|soit|also|czyli|cioè|ovvero)\s)?"
)
HEDGE = vocabulary.bounding("about")
ITS = r"(?:its|the|their|his|her|an?)"


@cache
def as_share() -> re.Pattern[str]:
    """What may stand between a figure and its share: the thing, a comma or bracket, "or", and the bound of the share."""
    bounds = "|".join(said(kind).pattern for kind in BOUNDS)
    return re.compile(rf"[^,.;:()–—]{{0,40}}(?:,|\s\(|\s[–—])\s?{CONNECT}(?:(?:{bounds}|{HEDGE})\s)?(?:an?\s)?", re.IGNORECASE)


OF_ITS = re.compile(rf"\sof\s{ITS}\s(?:[^\W\d_]+\s){{0,2}}[$€£]?", re.IGNORECASE)


OUT_OF = re.compile(r"\b(?:out\s)?of\s(?:(?:the|its|their|all|these|those)\s)?$", re.IGNORECASE)
IS_SHARE = re.compile(r"(?:\s[^\W\d_]+){0,4}?(?:\s(?:is|are|was|were|makes|make)|,\sor|,)\s", re.IGNORECASE)


def concluded(x: Stretch) -> Iterator[Sum]:
    """A list of figures and what "that's" or "you get" says they come to.

    What: "A dead, B missing: that's N"; or a count in the sentence before and "add B and you get N". The sum of the list is
    compared with N.

    Why it matters: the writer invites the reader to add up, and few do.

    Not when: a figure is approximate, something else stands between them, or the words only announce a new total.

    Example (fiction): "Eleven carts in the yard, nine on the road: that's 21" is one too many.
    """
    counts = [f for _, f in x.told if f.mark == "#"]
    here = [f for f in counts if x.within(f)]
    for total in here:
        head = x.text[max(x.here.start, total.span.start - 20) : total.span.start]
        if COMES_TO.search(head) is None or total.loose:
            continue
        parts = [f for f in here if f.span.end <= total.span.start]
        if len(parts) == 1 and ADD.match(x.text[x.here.start : x.here.end]):
            before = [f for f in counts if f.span.end <= x.here.start]
            parts = [*before[-1:], *parts]
        elif not all(LIST_GAP.fullmatch(x.gap(a, b)) for a, b in pairwise(parts)):
            continue
        if len(parts) < 2 or any(f.loose for f in parts) or not fits_together(total, *parts):
            continue
        sum_ = sum(f.value for f in parts)
        if abs(sum_ - total.value) > total.slack + 1e-6:
            words = " + ".join(number(f.value) for f in parts) + f" = {number(sum_)}"
            also = tuple(sorted({s for s, f in x.told if f in parts and s != x.here}))
            yield Sum("sum_wrong", total.amount(), also, f"The total is given as {number(total.value)}, but {words}.", number(sum_))


def stated_share(x: Stretch) -> Iterator[Sum]:
    """A part, its share, and the whole behind it, where the share or its bound does not hold.

    What: "A things, or P percent of its B things", "A, more than one in eight of its B": A / B is compared with the share, and with
    "more than", "less than", "nearly" as a bound.

    Why it matters: a rounded-up share is what headlines take.

    Not when: it holds within the rounding of part and whole, or other figures stand between.

    Example (fiction): "The guild lets 240 rowers go, more than one in eight of its 2,000": it is 12 percent, one in eight is 12.5.
    """
    here = [f for s, f in x.told if s == x.here]
    for row in zip(here, here[1:], here[2:], strict=False):
        marks = "".join(f.mark for f in row)
        if marks in ("#%#", "#/#"):
            part, share, whole = row
            joined = as_share().fullmatch(x.gap(part, share)) and OF_ITS.fullmatch(x.gap(share, whole))
        elif marks in ("##%", "##/") and OUT_OF.search(x.text[max(x.here.start, row[0].span.start - 20) : row[0].span.start]):
            whole, part, share = row
            joined = IS_SHARE.fullmatch(x.gap(part, share)) if "," in x.gap(whole, part) else None
        elif marks in ("##%", "##/"):
            part, whole, share = row
            joined = OF_ITS.fullmatch(x.gap(part, whole)) and as_share().fullmatch(x.gap(whole, share))
        else:
            continue
        if not joined or part.value >= whole.value or not fits_together(part, whole):
            continue
        unit = 100.0 if share.mark == "%" else 1.0
        low = unit * (part.value - rounded(part)) / (whole.value + rounded(whole))
        high = unit * (part.value + rounded(part)) / (whole.value - rounded(whole))
        least, most = {
            "beyond": (share.value, 2.0 * unit),
            "within": (0.0, share.value),
            "over": (share.value, 1.35 * share.value),
            "nearly": (0.75 * share.value, share.value),
        }.get(share.bound, (0.9 * share.value, 1.1 * share.value) if share.loose or share.mark == "/" else share_range(share))
        if high < least or low > most:
            words = told_share(part, whole, 2)
            stated = f"“{IN_WORDS.get(share.bound, '')}{x.text[share.span.start : share.span.end]}”"
            yield Sum("percentage_wrong", share.amount(), (), f"{stated} is given, but {words}.", words.split(" is ")[1])
        elif in_reach(unit * part.value / whole.value, share):
            yield Sum("sum_right", share.amount(), (), f"The figures agree: {told_share(part, whole)}.")


IN_WORDS = {"beyond": "more than ", "within": "less than ", "nearly": "nearly ", "over": "just over "}


def rounded(f: Figure) -> float:
    """By how much a figure may be rounded: half of its last digit that is not a nought, but no more than a fortieth of it."""
    digits = len(str(int(f.value))) - len(str(int(f.value)).rstrip("0"))
    return min(max(f.slack, 0.5 * 10.0**digits * f.loose), f.value / 40)


def equated(x: Stretch) -> Iterator[Sum]:
    """A share that a sentence says the count before it comes to, with the whole beside it.

    What: "52 pupils fell ill. … With 312 on the roll, that means 24 percent", "1.08 billion was drawn. That equals three percent of
    the deposits of 3.6 billion": the counts of the last sentence with figures are laid beside the whole.

    Why it matters: the share is what is quoted on.

    Not when: the sentence has other counts, or (for an alarm) the one before has more than one, or a figure is "about" so much.

    Example (fiction): "The guild let 240 rowers go. That is one in four of its 2,000": it is 12 percent.
    """
    here = [f for s, f in x.told if s == x.here]
    wholes, shares = [f for f in here if f.mark == "#"], [f for f in here if f.mark in "%/"]
    before = [row for s, row in x.sentences() if s.end <= x.here.start and row][-1:]
    if len(shares) != 1 or not before:
        return
    if not wholes and len(before[0]) == 2 and AMONG.search(x.gap(*before[0])):
        wholes, before = before[0][1:], [before[0][:1]]  # "46 cases among 23,000 children. That is two in every 1,000"
    if len(wholes) != 1:
        return
    share, whole = shares[0], wholes[0]
    if equals().search(x.text[max(x.here.start, share.span.start - 60) : share.span.start]) is None:
        return
    if x.within(whole) and whole.span.start > share.span.end and not OF_NAMED.fullmatch(x.gap(share, whole)):
        return
    unit = 100.0 if share.mark == "%" else 1.0
    parts = [f for f in before[0] if fits_together(f, whole) and f.value < whole.value]
    right = next((f for f in parts if in_reach(unit * f.value / whole.value, share)), None)
    if right is not None:
        also = tuple(s for s, f in x.told if f is right)
        yield Sum("sum_right", share.amount(), also, f"The figures agree: {told_share(right, whole)}.")
    elif len(before[0]) == 1 and parts and not (parts[0].loose or whole.loose or parts[0].bound or whole.bound):
        off = unit * parts[0].value / whole.value / share.value
        if not 0.8 < off < 1.25 and not share.bound:
            words = told_share(parts[0], whole, 2)
            also = tuple(s for s, f in x.told if f is parts[0])
            stated = x.text[share.span.start : share.span.end]
            yield Sum("percentage_wrong", share.amount(), also, f"“{stated}” is given, but {words}.", words.split(" is ")[1])


@cache
def equals() -> re.Pattern[str]:
    """ "that means", "das entspricht" and the bound of what follows."""
    return re.compile(rf"{said('equals').pattern}\s(?:[^\W\d_]+\s){{0,2}}$", re.IGNORECASE)


AMONG = re.compile(
    r"\s(?:of|among|out\sof|in|unter|von|bei|sur|parmi|de|entre|su|tra|na|z|spośród|из|среди|van|op)\s(?:[^\W\d_]+\s)?$",
    re.IGNORECASE,
)
OF_NAMED = re.compile(r"\s(?:of|der|des|de|du|di|do|da|von|z|ze|от|van)\s(?:[^\W\d_]+\s){0,5}[$€£]?", re.IGNORECASE)
RULES = (concluded, stated_share, equated)


def conclusions(x: Stretch) -> Iterator[Sum]:
    """All alarms of this family on one sentence."""
    for rule in RULES:
        yield from rule(x)
