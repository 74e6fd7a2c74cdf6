"""Sums whose figures stand apart: a whole and its parts in any order, in the sentences before, in a list, or over a time.

These rules only confirm. Like those of ``relations`` each waits for a word that says what is reckoned; here the figures need not
stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sayso.assess.arithmetic import decimals
from sayso.assess.figure_rows import Stretch
from sayso.assess.findings.relations import LEFT, MOST, ORDINALS, added, fits_share, head, right, same, tail, together
from sayso.assess.measures import by_stem
from sayso.assess.operands import Operand, Operands, kind, operands
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, multiples
from sayso.assess.wording import stem
from sayso.lexicon import vocabulary
from sayso.lexicon.vocabulary import one_of
from sayso.text.months import MONTH_OF, WEEKDAY_OF

PARTS = 3  # parts of a whole that must make it: two may do so by chance
LAST = 6  # figures of the sentences before that a sum may take up
FEW = 4  # a count that two others make by chance too often where it is smaller (a choice)
ASIDE = re.compile(rf" {one_of('figures', 'of a count')}\b[^#]*,", re.IGNORECASE)
LATER = frozenset(stem(w) for w in vocabulary.words("figures", "bare"))
LEAVES = re.compile(rf"\b{one_of('figures', 'leaves')}\b[^#]{{0,12}}$", re.IGNORECASE)
OUT_OF = re.compile(rf"(?:^|\W){one_of('figures', 'out of a whole')}(?:\s[^\W\d]{{2,9}})?\s$", re.IGNORECASE)
MAKES = re.compile(rf"^\W*{one_of('figures', 'makes that')}\b", re.IGNORECASE)
AGAINST = re.compile(rf"\b{one_of('figures', 'came from')} (?:the |its |an? )?(?:earlier |previous )?$", re.IGNORECASE)
FOR = re.compile(rf"\b{one_of('figures', 'came by')}\b[^#]{{0,30}}$", re.IGNORECASE)
NTH = re.compile(rf"\b(?P<nth>{'|'.join(ORDINALS)})\b(?P<gap>[^.;]{{3,80}}?)\b(?:after|following)\b(?P<list>[^.;]+)", re.IGNORECASE)
MAKING = re.compile(
    rf"#(?P<n>\d+)\b[^.;#]{{0,90}}\b(?:making|makes) [^.;#]{{1,40}} the (?P<nth>{'|'.join(ORDINALS)})\b", re.IGNORECASE
)
ITEM = re.compile(r",\s(?:and\s|then\s)?|\sand\s|\sthen\s")
SINGLE = re.compile(rf"^\s*(?:an?|another|one)\s|\bD\d+|\b(?:{'|'.join(ORDINALS)}|first)\b", re.IGNORECASE)
ONE_TO = re.compile(r"\bone (?:to|for|for every|for each|per|in|in every) (?:#\d+|(?P<n>\d{1,6}))\b", re.IGNORECASE)
EVERY = re.compile(r"(?:\bone|#\d+) (?:every|each|per) $", re.IGNORECASE)
PER_TIME = re.compile(
    r"^(?: [^\W\d]+){0,2}? (?:an?|per|every|each) (?P<per>second|minute|hour|day|week|month|year)\b", re.IGNORECASE
)
SPANS = {unit: seconds for unit, (of, seconds) in by_stem().items() if of == "time"}
IN_A_WEEK = re.compile(r"\b(?:last|this|that|a|the|per) week\b", re.IGNORECASE)
KMH = 3.6  # kilometres per hour in a metre per second
TWICE = multiples("multiple", "multiple of")
FOLD = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(TWICE, key=len, reverse=True)))})\b", re.IGNORECASE)


def pieced(p: Passage, k: Skeleton, x: Stretch) -> Iterator[Sum]:
    """Sums of figures that stand apart, which a word announces and which come out.

    What: "six of the eleven stay, three go, two are sold"; "Two more are alive. That makes 27"; "of the nine the remaining seven",
    with the other two in the sentence before; "eight, against 14, after six were found"; "the third, after those of May and June";
    "3 kilometres in 90 minutes, 2 kilometres an hour".

    Why it matters: a figure that others on the page bear out is checked without leaving the page.

    Not when: no word announces it, units are of different kinds, or figures are left over.

    Example (fiction): "Of the eleven mills six are dry, three are sold and two burned."
    """
    row = [f for f in k.figures if f.mark == "#" and f.value > 0]
    if len(k.figures) <= MOST:
        for family in FAMILIES:
            yield from family(p, k, row)
        yield from over_time(operands(p, k, x), row)


def partition(_p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """A whole that is said to be one, and all other figures of the sentence, which make it up."""
    for whole in row:
        parts = [f for f in row if f is not whole]
        if (
            len(parts) >= PARTS
            and OUT_OF.search(head(k, whole))
            and together(whole, *parts)
            and same(sum(f.value for f in parts), whole, sum(f.slack for f in parts))
        ):
            yield right(whole, f"{added(parts)} = {number(whole.value)}")
            return


def that_makes(p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """ "That makes 27": the last figures of the sentences before; or "that makes nine boys and six girls", of 15 told before."""
    if not MAKES.search(p.text[p.span.start : p.span.end]) or not row:
        return
    told = [a.value for _, a in p.before if usable(a) and a.value % 1 == 0][-LAST:]
    if len(row) == 1:
        total = row[0]
        for n in range(2, len(told) + 1):
            if same(sum(told[-n:]), total):
                yield right(total, f"{' + '.join(map(number, told[-n:]))} = {number(total.value)}")
                return
    elif together(*row) and (value := sum(f.value for f in row)) in told:
        yield right(row[-1], f"{added(row)} = {number(value)}")


def rest_of(p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """A whole and what is left of it, where what went stands in the sentences before."""
    if len(row) != 2 or not together(*row):
        return
    whole, rest = row
    if OUT_OF.search(head(k, whole)) and (LEFT.search(head(k, rest)) or LEFT.search(tail(k, rest)[:40])):
        gone = whole.value - rest.value
        if gone > 1 and any(a.value == gone for _, a in p.before[-LAST:] if usable(a)):
            yield right(rest, f"{number(whole.value)} - {number(gone)} = {number(rest.value)}")


def bare_parts(_p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """A count, and behind it counts without a noun of their own: "nine are gone, five of metal, four of clay"."""
    for i, whole in enumerate(row):
        rest = row[i + 1 :]
        for parts in (rest, [f for f in rest if not ASIDE.match(tail(k, f))]):
            bare = len(parts) > 1 and whole.unit and all(not f.unit or f.unit in LATER for f in parts)
            if bare and whole.value >= FEW and sum(f.value for f in parts) == whole.value:
                yield right(whole, f"{added(parts)} = {number(whole.value)}")
                return


def told_of_people(p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """Two counts of people, which make that of the sentence before: "Nine were hurt. Four women and five men are in hospital."."""
    last = p.before[-1][0] if p.before else None
    people = all(class_of(f.unit) == "person" for f in row)
    if not 1 < len(row) == len(k.figures) or not people or LEAVES.search(head(k, row[-1])):
        return
    for span, a in p.before:
        told = span == last and usable(a) and a.value >= FEW and a.value == sum(f.value for f in row)
        if told and (not a.units or any(class_of(u) == "person" for u in a.units)):
            yield right(row[0], f"{added(row)} = {number(a.value)}")
            return


def leaves(p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """What went and what that leaves, of a count told before: "Nineteen came. … Two were guards; this leaves 17 guests."."""
    if len(row) != 2 or not together(*row) or not LEAVES.search(head(k, row[1])):
        return
    gone, rest = row
    if any(usable(a) and a.value - gone.value == rest.value for _, a in p.before[-LAST:]):
        yield right(rest, f"{number(gone.value + rest.value)} - {number(gone.value)} = {number(rest.value)}")


def came_to(_p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """ "Eight, against 14 on Tuesday, after six were found"."""
    for now, then, by in zip(row, row[1:], row[2:], strict=False):
        said = AGAINST.search(head(k, then)) and FOR.search(head(k, by)) and together(now, then, by)
        if said and same(abs(then.value - now.value), by, then.slack + now.slack):
            sign = "-" if now.value < then.value else "+"
            yield right(now, f"{number(then.value)} {sign} {number(by.value)} = {number(now.value)}")


def nth(_p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """ "The third this month, after those of the second and the sixth"; "another five, making him the sixth"."""
    for m in NTH.finditer(k.text):
        number_ = ORDINALS.index(m["nth"].casefold()) + 2
        said = [(item, counted(k, item)) for item in ITEM.split(m["list"])]
        items = [n for _, n in takewhile(lambda row: row[1], said)]
        rest = "".join(item for item, _ in said[len(items) :])
        if number_ > 2 and len(items) > 1 and sum(items) == number_ - 1 and not re.search(r"[#D]\d", rest):
            yield from [right(f, f"{' + '.join(map(number, items))} + 1 = {number_}") for f in k.figures[:1]]
    for m in MAKING.finditer(k.text):
        f, number_ = k[m["n"]], ORDINALS.index(m["nth"].casefold()) + 2
        if f.mark == "#" and f.value + 1 == number_:
            yield right(f, f"{number(f.value)} + 1 = {number_}")


def counted(k: Skeleton, item: str) -> float:
    """How many an item of a list stands for: its figure, one for a single thing, a day, a month; 0 where that is open."""
    figures = [k[m] for m in re.findall(r"#(\d+)", item)]
    if figures:
        return figures[0].value if len(figures) == 1 else 0
    dated = any(w.casefold() in MONTH_OF or w.casefold() in WEEKDAY_OF for w in re.findall(r"\b[A-Z]\w+", item))
    return 1 if dated or SINGLE.search(item) else 0


def one_to(_p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """ "Nine guards for 298 prisoners, or one to 33"; to the finder of numbers "one to 33" is a range and none."""
    m = ONE_TO.search(k.text)
    others = [f for f in row if f.value > 1]
    if m is not None and m["n"] and len(others) == 2:
        low, high = sorted(others, key=lambda f: f.value)
        if abs(high.value / low.value - float(m["n"])) <= HALF:
            yield right(high, f"{number(high.value)} / {number(low.value)} = {m['n']}")


HALF = 0.5  # of a whole number, rounded


def fold_of_shares(_p: Passage, k: Skeleton, _row: Sequence[Figure]) -> Iterator[Sum]:
    """Two percentages and the word for how many times the one is the other: "1.2 percent, up from 0.6, twice as much"."""
    shares = [f for f in k.figures if f.mark == "%"]
    word = FOLD.search(k.text)
    if len(shares) != 2 or word is None or re.match(r" (?:the |its |of )?#\d", k.text[word.end() :]):
        return
    (a, b), times = sorted(shares, key=lambda f: f.value), TWICE[word.group().casefold()]
    if a.value > 0 and times > 0 and abs(b.value / a.value - max(times, 1 / times)) < 0.01 * times and b.value != a.value:
        yield right(b, f"{number(b.value)} / {number(a.value)} = {number(round(b.value / a.value, 2))}")


def share_of_before(p: Passage, k: Skeleton, row: Sequence[Figure]) -> Iterator[Sum]:
    """ "The pens held a million, so one fish in five died": the part stands in the sentences before."""
    shares = [f for f in k.figures if f.mark in "%/"]
    if len(shares) == 1 and len(row) == 1 and row[0].span < shares[0].span and SO.search(head(k, shares[0])):
        whole, stated = row[0], shares[0]
        for _, a in p.before[-LAST:]:
            if usable(a) and a.value < whole.value and a.value > MOST and fits_share(a.value / whole.value, stated):
                yield right(
                    stated, f"{number(a.value)} of {number(whole.value)} is {number(round(100 * a.value / whole.value, 1))} percent"
                )
                return


SO = re.compile(rf",\s(?:so|{one_of('figures', 'that is', 'which is')})\b[^#]{{0,30}}$", re.IGNORECASE)
FAMILIES = (
    partition,
    that_makes,
    rest_of,
    bare_parts,
    told_of_people,
    leaves,
    came_to,
    nth,
    one_to,
    fold_of_shares,
    share_of_before,
)


def over_time(o: Operands, row: Sequence[Figure]) -> Iterator[Sum]:
    """So much in so long, and what that is by the hour; or one every so often."""
    times = [f for f in o.here if kind(f.unit) == "time"]
    for f in o.here:
        rate = PER_TIME.match(o.tail(f))
        if rate is None:
            continue
        own = "" if kind(f.unit) == "time" else kind(f.unit)  # "180 a day" are no days
        per = SPANS[rate["per"].casefold()]
        spans = [(t.value, t.told) for t in times] or [(SPANS["week"], "7 days")] * (IN_A_WEEK.search(o.text) is not None)
        others = {q.figure.span for q in o.here}
        bare = [Operand(g, g.value, g.slack, "", number(g.value)) for g in row if g.span not in others]  # "last week 1,260 came"
        for q in (*o.here, *bare):
            speed = own == "speed" and kind(q.unit) == "length"
            if q is f or q in times or not (kind(q.unit) == own or speed):
                continue
            for seconds, told in spans:
                value = q.value / seconds * (KMH if speed else per)
                if f.value > 0 and abs(value - f.value) <= 0.5 * 10.0 ** -decimals(f.figure.value) * f.factor + 1e-9 * value:
                    yield right(
                        f.figure, f"{q.told} in {told} is {number(round(value / f.factor, 2))} per {rate['per'].casefold()}"
                    )
                    return
    for t in times:
        n = [f for f in o.here if kind(f.unit) != "time" and f.value > 1]
        rest = [u for u in times if u is not t]
        if (
            EVERY.search(o.head(t))
            and len(n) == 1
            and len(rest) == 1
            and abs(rest[0].value / n[0].value - t.value) <= t.slack + 1e-6
        ):
            yield right(t.figure, f"{rest[0].told} for {n[0].told} is one every {t.told}")
