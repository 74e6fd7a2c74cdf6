"""Sums that a word of the sentence announces: parts, rest, changes, shares, multiples, prices, averages, votes that make a hundred.

These rules only confirm. The word says what kind of sum it is ("leaving", "each", "in all", "on average"); which figures belong
to it is tried, and only what comes out within the rounding as written is told. ``balances`` confirms without such a word, but only
great coincidences: sums of small figures need one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod
from statistics import fmean

from sayso.assess.arithmetic import decimals
from sayso.assess.figure_rows import OLD
from sayso.assess.findings.verdicts import verdict
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, said
from sayso.assess.wording import stems
from sayso.lexicon import vocabulary
from sayso.lexicon.vocabulary import one_of

MARK = re.compile(r"[#%/^YD]\d+")
MANY = 2  # counts with a unit of their own beside a change in percent
MOST = 8  # figures of one sentence; with more of them something always comes out
ALL = vocabulary.pattern("figures", "in all", "all")
OF_THEM = re.compile(rf"\b{one_of('figures', 'made of')}\b|:", re.I)
LEFT = vocabulary.pattern("figures", "what is left")
CHANGED = vocabulary.pattern("figures", "compared", "in price", "in speed", "above or below", "compares")
FROM_TO = re.compile(r"\bfrom (?:the |an? )?(?P<a>#\d+)\b[^#%/]{0,40} to (?:the |an? )?(?P<b>#\d+)")
SHARE = vocabulary.pattern("figures", "share of")
OF_A = re.compile(r"\bof\b", re.I)
AVERAGE = vocabulary.pattern("figures", "average")
PER = one_of("figures", "per time", "per night", "per head", "per thing", "per priced thing")
APIECE = vocabulary.pattern("figures", "each")
EACH = re.compile(rf"{APIECE.pattern}|\b(?:every|per \w+|an? {PER}|{one_of('figures', 'priced at')})\b", re.I)
HEADS = re.compile(rf"\b(?:per|a) {one_of('figures', 'per head')}\b", re.I)
ORDINALS = vocabulary.listed("dimensions", "ordinal")[1:]  # from the second on
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\b(?=[^#.;]{{3,80}}\b(?:after|following)\b)", re.I)
ONCE = re.compile(r"^\W*\w*\s?times?\b(?!\s(?:an?|per|in|this|last|since|on|at|before|over|and)\b)")
# What a rate and its result may be counted in: both words stand in the sentence, the product is multiplied.
SCALES = tuple(
    (vocabulary.whole([r]), vocabulary.whole([{"words": r["into"]}]), float(kind.partition(": ")[2]))
    for kind in vocabulary.kinds("figures", "scale:")
    for r in vocabulary.of("figures", kind)
)


def related(p: Passage, k: Skeleton) -> Iterator[Sum]:
    """Sums of one sentence that a word announces and that come out.

    What: parts that make what is given "in all"; a whole, a part and what is "left"; a change in percent beside both figures; a
    share beside part and whole; "five times as many"; a price or rate and its product; an average; shares that make a hundred;
    "the fourth, after one in May and two in June".

    Why it matters: a figure that others on the page bear out is checked without leaving the page.

    Not when: no word announces it, units are of different kinds, or the sentence has so many figures that some always meet.

    Example (fiction): "Of eight boats six were sunk, leaving two."
    """
    row = [f for f in k.figures if f.mark in "#%/^" and f.value > 0 and OLD.match(p.text, f.span.end) is None]
    if not 1 <= len(row) <= MOST:
        return
    text = p.text[p.span.start : p.span.end]
    for family in FAMILIES:
        yield from family(p, k, row, text)


def together(*figures: Figure) -> bool:
    """Whether figures may be counted together: no two of them in money, time, a measure or at a moment of different kinds.

    A word that is none of these says little: behind "970 kilometres, of which 664 are agreed and 306 remain" stands a verb.
    """
    units = [(class_of(f.unit), f.unit) for f in figures if f.unit]
    firm = {(c, "" if c == "money" else u) for c, u in units if c in ("money", "time", "measure", "moment")}
    return len(firm) <= 1


def head(k: Skeleton, f: Figure) -> str:
    """The words between the figure before and this one."""
    at = _at(k, f)
    return MARK.split(k.text[:at])[-1]


def tail(k: Skeleton, f: Figure) -> str:
    """The words between this figure and the next one."""
    return MARK.split(k.text[_end(k, f) :], maxsplit=1)[0]


def between(k: Skeleton, a: Figure, b: Figure) -> str:
    """The words between two figures."""
    return k.text[_end(k, a) : _at(k, b)]


def _at(k: Skeleton, f: Figure) -> int:
    return k.text.index(f"{f.mark}{k.figures.index(f)}")


def _end(k: Skeleton, f: Figure) -> int:
    return _at(k, f) + len(f"{f.mark}{k.figures.index(f)}")


def same(value: float, f: Figure, given: float = 0.0) -> bool:
    """Whether a reckoned value is the figure as it is written; ``given`` is what the rounding of the inputs leaves open."""
    open_ = max(f.slack, given) + 1e-9
    return abs(value - f.value) <= (max(open_, 0.05 * f.value) if f.loose or f.bound else open_)


def right(f: Figure, words: str) -> Sum:
    """The sum that agrees."""
    return verdict(f, words, right=True, should="")


def added(parts: Sequence[Figure]) -> str:
    """The parts in words."""
    return " + ".join(number(f.value) for f in parts)


def in_all(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """Figures and, behind them, what they make "in all"."""
    plain = [f for f in row if f.mark == "#"]
    for i, total in enumerate(plain):
        if i < 2 or not (ALL.search(head(k, total)[-30:]) or ALL.search(tail(k, total)[:40])):
            continue
        for n in range(i, 1, -1):
            parts = plain[i - n : i]
            if together(total, *parts) and same(sum(f.value for f in parts), total, sum(f.slack for f in parts)):
                yield right(total, f"{added(parts)} = {number(total.value)}")
                return


def whole_first(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """A count and, behind it, the parts that make it up: the last figures of the sentence."""
    plain = [f for f in row if f.mark == "#"]
    for i, total in enumerate(plain[:-2]):
        parts = plain[i + 1 :]
        if (
            len(parts) == len([f for f in row if f.span > total.span])
            and OF_THEM.search(k.text[_at(k, parts[0]) - 40 if _at(k, parts[0]) > 40 else 0 :])
            and together(total, *parts)
            and same(sum(f.value for f in parts), total, sum(f.slack for f in parts))
        ):
            yield right(total, f"{added(parts)} = {number(total.value)}")
            return


def left_over(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """A whole, what went of it, and what is left."""
    plain = [f for f in row if f.mark == "#"]
    for i, rest in enumerate(plain):
        if i < 2 or not (LEFT.search(head(k, rest)) or LEFT.search(tail(k, rest)[:40])):
            continue
        for j in range(i - 1):
            whole, gone = plain[j], plain[j + 1 : i]
            value = whole.value - sum(f.value for f in gone)
            if together(rest, whole, *gone) and same(value, rest, whole.slack + sum(f.slack for f in gone)):
                words = " - ".join(number(f.value) for f in (whole, *gone))
                yield right(rest, f"{words} = {number(rest.value)}")
                return


def points(_p: Passage, _k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """Percentage points between two percentages."""
    shares = [f for f in row if f.mark == "%"]
    for stated in (f for f in row if f.mark == "^"):
        for a, b in combinations(shares, 2):
            # percentages and their difference are rounded alike
            if abs(abs(a.value - b.value) - stated.value) < 0.5 * 10 ** -max(map(decimals, (a.value, b.value))) + 1e-9:
                yield right(stated, f"{number(max(a.value, b.value))} - {number(min(a.value, b.value))} = {number(stated.value)}")
                return


def stated_shares(row: Sequence[Figure]) -> list[Figure]:
    """Percentages and shares in words."""
    return [f for f in row if f.mark in "%/"]


def fits_share(value: float, stated: Figure) -> bool:
    """Whether a fraction is the stated percentage as rounded, or the share in words within a thirtieth."""
    if stated.mark == "/":
        return abs(value - stated.value) <= (0.05 if stated.loose or stated.bound else 0.03) * stated.value
    off = abs(100 * value - stated.value)
    return off <= max(stated.slack, 0.02 * stated.value * bool(stated.loose or stated.bound)) + 1e-9


def pairs(row: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two counts of one kind, in both orders, neighbours first."""
    plain = [f for f in row if f.mark == "#"]
    for gap in range(1, len(plain)):
        for a, b in zip(plain, plain[gap:], strict=False):
            if a.value != b.value and together(a, b):
                yield a, b
                yield b, a


def by_how_much(_p: Passage, k: Skeleton, row: Sequence[Figure], text: str) -> Iterator[Sum]:
    """A change as a share, beside both figures."""
    if not CHANGED.search(text) or sum(f.mark == "#" and bool(f.unit) for f in row) > MANY:
        return  # "60 trips by day and 45 by night, up 200 percent from the 20 trips in April": of which?
    span = FROM_TO.search(k.text)
    for stated in stated_shares(row):
        beside = f"{head(k, stated)[-30:]} {tail(k, stated)[:30]}"
        up, down = said("up").search(beside), said("down").search(beside)
        for old, new in pairs(row):
            if span is not None and (span.start("a"), span.start("b")) == (_at(k, new), _at(k, old)):
                continue  # "from 2 to 3, by a third"
            if (new.value > old.value and down and not up) or (new.value < old.value and up and not down):
                continue
            if fits_share(abs(new.value - old.value) / old.value, stated):
                yield right(stated, f"from {number(old.value)} to {number(new.value)} is {_share(stated)}")
                return


def part_of(_p: Passage, _k: Skeleton, row: Sequence[Figure], text: str) -> Iterator[Sum]:
    """A share beside part and whole; the rest of the share counts too ("1,800 of 2,400 came, so a quarter stayed away")."""
    if not SHARE.search(text):
        return
    for stated in stated_shares(row):
        for part, whole in pairs(row):
            value = part.value / whole.value
            if fits_share(value, stated) or (value < 1 and LEFT.search(text) is not None and fits_share(1 - value, stated)):
                yield right(stated, f"{number(part.value)} of {number(whole.value)} beside {_share(stated)}")
                return


def _share(stated: Figure) -> str:
    return f"{number(stated.value)} percent" if stated.mark == "%" else number(round(stated.value, 3))


def times(p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """A multiple beside its two figures, one of which may stand in the sentences before."""
    before = [a.value for _, a in p.before[-4:] if not a.percent and not a.year and a.value > 0]
    for stated in row:
        if stated.mark != "#" or not ONCE.match(tail(k, stated)):
            continue
        here = [f.value for f in row if f is not stated and f.mark == "#"]
        for a, b in ((x, y) for one in here for other in (*here, *before) for x, y in ((one, other), (other, one))):
            if a > b and abs(a / b - stated.value) <= max(0.02 * stated.value, stated.slack):
                yield right(stated, f"{number(a)} / {number(b)} = {number(stated.value)}")
                return


def whole_between(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """A part of a whole, and the rest of it: "14 of the 17 stood by her and three did not"."""
    plain = [f for f in row if f.mark == "#"]
    for a, whole, b in zip(plain, plain[1:], plain[2:], strict=False):
        if OF_A.search(head(k, whole)) and together(a, whole, b) and same(whole.value - a.value, b, whole.slack + a.slack):
            yield right(b, f"{number(whole.value)} - {number(a.value)} = {number(b.value)}")
            return


def product(p: Passage, _k: Skeleton, row: Sequence[Figure], text: str) -> Iterator[Sum]:
    """A rate or price, how many, and what they come to; one of them may stand in the two sentences before."""
    if not EACH.search(text):
        return
    plain = [f for f in row if f.mark == "#"]
    scales = [1.0, *(x for a, b, s in SCALES if a.search(text) and b.search(text) for x in (s, max(s, 1 / s)))]
    known = set(stems(text))
    shared = APIECE.search(text) is not None or HEADS.search(text) is not None
    before = sorted(
        {a.value for _, a in p.before if usable(a) and not a.loose and a.value >= 2 and (shared or known & set(a.units))}
    )
    for total in plain:
        rest = [f for f in plain if f is not total and f.value > 1]
        if total.value < 10:
            continue
        tries: list[tuple[tuple[float, ...], tuple[Figure, ...]]]
        tries = [((a.value, b.value, s), (a, b)) for a, b in combinations(rest, 2) for s in scales]
        if total.value >= 100:
            tries += [((a.value, b, s), (a,)) for a in rest for b in before for s in scales if b not in (total.value, a.value)]
        tries += [((a.value, s), (a,)) for a in rest for s in scales[1:]]
        for values, told in tries:
            value = prod(values)
            open_ = max(total.slack, 0.03 * total.value if total.loose or total.bound else 0.0) + 1e-9 * value
            if abs(value - total.value) <= open_ and priced(total, told):
                words = " x ".join(f"{x:g}" if x < 1 else number(x) for x in values if x != 1)
                yield right(total, f"{words} = {number(total.value)}")
                return


def priced(total: Figure, told: Sequence[Figure]) -> bool:
    """Whether a product in money, time or a measure has one factor in the like, or one without a unit."""
    kind = class_of(total.unit)
    return kind not in ("money", "time", "measure") or any(not f.unit or class_of(f.unit) in (kind, "thing") for f in told)


def average(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """Figures and their average."""
    plain = [f for f in row if f.mark == "#"]
    for stated in plain:
        if not AVERAGE.search(head(k, stated)) and not AVERAGE.search(tail(k, stated)[:30]):
            continue
        for parts in runs([f for f in plain if f is not stated], k):
            value = fmean(f.value for f in parts)
            if together(*parts) and abs(value - stated.value) <= 0.5 * 10 ** -decimals(stated.value):
                yield right(stated, f"({added(parts)}) / {len(parts)} = {number(stated.value)}")
                return


LIST_GAP = re.compile(r"(?:\s?,)?\s(?:and\s|or\s)?(?:[^\W\d]+\s)?")


def runs(row: Sequence[Figure], k: Skeleton) -> Iterator[list[Figure]]:
    """Figures that stand in one list, two or more."""
    run: list[Figure] = []
    for f in row:
        if run and not LIST_GAP.fullmatch(k.text[_end(k, run[-1]) : _at(k, f)]):
            if len(run) > 1:
                yield run
            run = []
        run.append(f)
    if len(run) > 1:
        yield run


def hundred(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """Percentages, the later ones often without their word, that make a hundred."""
    first = next((i for i, f in enumerate(row) if f.mark == "%"), None)
    if first is None:
        return
    while (
        first
        and row[first - 1].mark == "#"
        and not row[first - 1].unit
        and LIST_GAP.fullmatch(between(k, row[first - 1], row[first]))
    ):
        first -= 1
    shares = [f for f in row[first:] if f.mark == "%" or (f.mark == "#" and not f.unit and f.value < 100)]
    for n in range(len(shares), 1, -1):
        for parts in (shares[i : i + n] for i in range(len(shares) - n + 1)):
            if abs(sum(f.value for f in parts) - 100) < 0.05 and any(f.mark == "%" for f in parts):
                yield right(parts[-1], f"{added(parts)} = 100")
                return


def ordinal(_p: Passage, k: Skeleton, row: Sequence[Figure], _text: str) -> Iterator[Sum]:
    """ "The fourth this year, after one in May and two in June": those before it and itself."""
    for m in ORDINAL.finditer(k.text):
        nth = ORDINALS.index(m[1].casefold()) + 2
        before = [f for f in row if f.mark == "#" and _at(k, f) > m.end()]
        if before and sum(f.value for f in before) == nth - 1:
            yield right(before[-1], f"{added(before)} + 1 = {nth}")
        days = [f for f in k.figures if f.mark == "D" and _at(k, f) > m.end()]
        if len(days) == nth - 1 > 1:
            yield right(days[-1], f"{nth - 1} days are listed before the {m[1].casefold()}")


FAMILIES = (in_all, whole_first, whole_between, left_over, points, by_how_much, part_of, times, product, average, hundred, ordinal)
