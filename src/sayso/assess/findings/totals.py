"""Remarks on parts and their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.assess.arithmetic import Amount
from sayso.assess.fates import fate
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.wording import party_words

PARTS = re.compile(r"\s?(?:[:–—]|\(|, of (?:them|whom|which),?)\s")
ITEM_GAP = re.compile(r"(?:[ \u00a0][^\W\d_][^,;:()\n\d.]{0,40}?)?[”\"’']?(?:,? and |, |; |\s*\+\s*)(?:(?:a|another|other|also) )?")
AMONG = re.compile(
    r"[^,.;:()\d]{0,30},?\s(?:including|among them|of whom|of them|of which)\s(?:at least |some |about )?$", re.IGNORECASE
)
TOTAL_AFTER = re.compile(r"[^.;:()\d]{0,40}[,–—(-]?\s(?:for |making |or )?(?:a|in) (?:combined )?total of\s$", re.IGNORECASE)


def parts(p: Passage) -> Iterator[Sum]:
    """Parts against their total.

    What: "N things: A this, B that and C those": the sum of the parts is compared with N. A part or a sum above N is a
    contradiction.

    Why it matters: tolls are put together from lists, and a list that outgrows its total shows that two counts were mixed.

    Not when: the list may be a selection (a smaller sum is silent unless the total is given as the sum, or the list has those who
    were rescued and those who are missing, and so leaves nobody out), when "including" joins things that are counted
    differently, or when other figures stand between the items.

    Example (fiction): "40 people were on board: 25 islanders and 15 guests" is right; "25 islanders and 19 guests" is more than 40.
    """
    for n, total in enumerate(p.here):
        rest = p.here[n + 1 :]
        if not usable(total) or not rest:
            continue
        items = listed(p, total, rest)
        if len(items) >= 2:
            yield from added(total, items, exhausted(p, items))
        elif AMONG.fullmatch(p.between(total, rest[0])) and usable(rest[0]):
            part = rest[0]
            if part.value > total.value and not total.loose and person(total) and person(part):
                yield Sum(
                    "total_below_part",
                    total,
                    (),
                    f"{number(part.value)} are said to be among {number(total.value)}.",
                    number(part.value),
                )
    yield from totalled(p)


def person(a: Amount) -> bool:
    """Whether persons are counted."""
    return bool(party_words("people") & set(a.units))


def listed(p: Passage, total: Amount, rest: Sequence[Amount]) -> list[Amount]:
    """The items of a list that begins right after the total and ends with its sentence; empty unless it has nothing but items."""
    gap = p.between(total, rest[0])
    head = re.match(r"[^:–—(\n\d]{0,80}", gap)
    if (
        head is None
        or not PARTS.fullmatch(gap[head.end() :].replace("“", "").replace('"', "") or "x")
        or not all(map(usable, rest))
    ):
        return []
    for a, b in pairwise(rest):
        if not ITEM_GAP.fullmatch(p.between(a, b).replace("“", "").replace(' "', " ")):
            return []
    tail = p.text[rest[-1].span.end : p.span.end]
    return list(rest) if rest[-1].units and len(tail) <= 60 and not re.search(r"[,;:]", tail) else []


def exhausted(p: Passage, items: Sequence[Amount]) -> bool:
    """Whether a list leaves nobody out: it has those who were rescued and those who are missing."""
    return {fate(p.text, p.span, a.span) for a in items} >= ALL_OF_THEM


ALL_OF_THEM = frozenset({"rescued", "missing"})


def added(total: Amount, items: Sequence[Amount], exhausted: bool = False) -> Iterator[Sum]:
    """The total beside the sum of its list."""
    sum_ = sum(a.value for a in items)
    words = " + ".join(number(a.value) for a in items) + f" = {number(sum_)}"
    exact = total.bound == 0 and not total.loose and not any(a.loose for a in items)
    if (
        (exact and sum_ == total.value)
        or (total.bound < 0 and 0.5 * total.value <= sum_ < total.value)
        or (total.bound > 0 and sum_ > total.value and sum_ <= 1.5 * total.value)
    ):
        yield Sum("sum_right", total, (), f"The parts agree with {bounded(total)}: {words}.")
    elif exact and sum_ > total.value and all(person(a) for a in (total, *items)):
        yield Sum(
            "total_below_part", total, (), f"The parts come to more than the total of {number(total.value)}: {words}.", number(sum_)
        )
    elif exact and exhausted and sum_ != total.value:
        yield Sum("sum_wrong", total, (), f"The total is given as {number(total.value)}, but {words}.", number(sum_))


def bounded(total: Amount) -> str:
    """The total with its bound in words."""
    return {-1: "fewer than ", 0: "the total of ", 1: "more than "}[total.bound] + number(total.value)


def totalled(p: Passage) -> Iterator[Sum]:
    """Parts before their total ("A this and B that, a total of N"): the sentence itself says that N is the sum."""
    if len(p.here) < 3 or not all(map(usable, p.here)):
        return
    *items, total = p.here
    if not TOTAL_AFTER.fullmatch(p.between(items[-1], total)) or any(a.loose for a in p.here):
        return
    if all(ITEM_GAP.fullmatch(p.between(a, b)) for a, b in pairwise(items)):
        sum_ = sum(a.value for a in items)
        words = " + ".join(number(a.value) for a in items) + f" = {number(sum_)}"
        if sum_ == total.value:
            yield Sum("sum_right", total, (), f"The parts agree with the total: {words}.")
        else:
            yield Sum("sum_wrong", total, (), f"The total is given as {number(total.value)}, but {words}.", number(sum_))
