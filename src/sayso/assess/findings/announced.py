"""Sums that words announce: confirmed where they come out, an alarm where they do not and no other figures are left.

A sentence says what is reckoned ("in all", "the remaining", "a drop of", "each", "that is a third") and has just as many figures
as that takes, or lacks one or two that are the only ones of the sentence before. Only then a result that no reading of these
figures bears out is an alarm, and only where it misses by little: a figure far off belongs to something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, permutations

from sayso.assess.arithmetic import decimals
from sayso.assess.figure_rows import Stretch, agree
from sayso.assess.findings.announced_shares import OUT_OF, WIDE, apart_in_points, folded, shared
from sayso.assess.findings.relations import FROM_TO, PER
from sayso.assess.findings.verdicts import verdict
from sayso.assess.measures import by_stem
from sayso.assess.operands import Operand, Operands, exact, gap, kind, one_kind, operands, timeless
from sayso.assess.passages import Passage, Sum, number
from sayso.assess.skeleton import Skeleton
from sayso.assess.ties import PERIOD_OF, PERIODIC, word
from sayso.assess.wording import stem
from sayso.lexicon import vocabulary
from sayso.lexicon.vocabulary import one_of

LACKS = one_of("figures", "lacks")
WORD = r"(?: (?!than\b)[^\W\d]+)"
TOTAL_HEAD = re.compile(
    rf"\b(?:{word('summed')},?|(?:a|the|combined) (?:[^\W\d]+ )?total (?:of|to|at)"
    rf"|{one_of('figures', 'brings to')} [^#;.]{{0,60}}\bto|altogether [^#]{{0,40}})(?: (?:up to|exactly|now))? ?$",
    re.IGNORECASE,
)
TOTAL_TAIL = re.compile(rf"^{WORD}{{0,3}},? (?:{word('in sum')}|over the (?:both|#\d+)|in a fortnight)\b", re.IGNORECASE)
ALL_OF = re.compile(r", all $", re.IGNORECASE)
REST_HEAD = re.compile(
    rf"\b(?:still {LACKS}|the remaining|the rest,?|{one_of('figures', 'leaves')}(?: only| just| him| her| them| it)?"
    rf"|{one_of('figures', 'came with')} with|the other)(?: the)? $",
    re.IGNORECASE,
)
SO = re.compile(r"\bso(?: that)?(?: only| just| another)? $", re.IGNORECASE)
IN_DAYS = re.compile(r"^(?: [^\W\d]+){0,3} (?:in|over|within|during) (?:the |all )?#(?P<n>\d+) ")
REST_TAIL = re.compile(rf"^{WORD}{{0,4}}? {word('left')}\b", re.IGNORECASE)
APART_HEAD = re.compile(
    rf"\b(?:an?|the) (?:[^\W\d]+ ){{0,2}}(?:{word('a change')}|{word('a difference')}) of (?:[^\W\d]+ )?$", re.IGNORECASE
)
VOTES_HEAD = re.compile(rf"\b{one_of('figures', 'apart')} of $")
VOTES = re.compile(r"^(?: [^\W\d]+){0,3} (?:to|against|and|versus) ")
MOVED = re.compile(rf"\b{word('moved')} $", re.IGNORECASE)
BY_HEAD = re.compile(rf"\b{word('moved by')} (?:[^\W\d]+ ){{0,3}}?by $", re.IGNORECASE)
APART_TAIL = re.compile(
    rf"^(?: (?!(?:than|of|and|in)\b)[^\W\d]+){{0,2}}? (?:{word('farther')}(?=(?: [^\W\d]+){{0,3}}? than\b|[,.;:)]|$)"
    rf"|{one_of('figures', 'above or below', 'apart from')}|over (?:its|the|his|her|their) {one_of('figures', 'bound')})"
    r"\b(?! (?:and|or)\b)",
    re.IGNORECASE,
)
EACH = re.compile(
    rf"^(?: [^\W\d]+){{0,3}}? {one_of('figures', 'each')}\b(?! of)"
    r"|^(?: [^\W\d]+){0,2}? for (?:each|every one) of"
    r"|^(?: (?!(?:in|for|to|on|with|at|by|as|of|from|and|is|was)\b)[^\W\d]+){0,2}? (?:(?P<a>an?)|per|every) (?P<per>[^\W\d]+)\b"
    rf"|^(?: [^\W\d]+){{0,2}}? (?P<ly>{PERIODIC})\b",
    re.IGNORECASE,
)
MEAN = re.compile(r"\b(?:an|the|at an|on) average (?:of )?$|\bon average,? $", re.IGNORECASE)
OF_SIZE = re.compile(r"^(?: [^\W\d]+){1,2} (?:of|with|at|holding|carrying) $")
EACH_GAVE = re.compile(r"(?:^\W*|[,;:] )[Ee]ach of (?:the |its |their )?#\d+ (?:[^\W\d]+ ){1,3}$")
COMES = re.compile(rf"(?:,|,? or|{one_of('figures', 'that is', 'which is')}) $")
ROOM = re.compile(rf", {one_of('figures', 'that is', 'room for')} $")
SPANS = {unit: seconds for unit, (of, seconds) in by_stem().items() if of == "time"}
SPANS["night"] = SPANS["day"]
PLUS = vocabulary.pattern("figures", "besides")
INSIDE = re.compile(r"\b(?:includ\w+|of (?:wh(?:om|ich)|them|those)|among (?:them|those)|such as)\b", re.IGNORECASE)
OFF = 0.2  # of the largest figure of a sum: an error in a sum; farther off they are of different things. Own choice


def announced(p: Passage, k: Skeleton, x: Stretch) -> Iterator[Sum]:
    """A sum that words announce and that the figures of the sentence, or of it and the one before, decide.

    What: "48 million in March and 36 in May, a loss of 15 million"; "six on Sunday. On Monday two more, which makes nine in all";
    "nine pumps for 45,000, or 6,000 apiece"; "a quarter of the 90, that is 25".

    Why it matters: who reads on takes the result, and one of the figures is not what it seems.

    Not when: a figure is "about" so much, there are more figures than the sum takes, or the result is far off.

    Example (fiction): "The lock held 40 boats on Friday and 31 on Sunday, a loss of eight": it is nine.
    """
    o = operands(p, k, x)
    if not o.here and not o.shares:
        return
    for rule in RULES:
        found = list(rule(o, x))
        if found:
            yield from found
            return


def cue(o: Operands, s: Operand) -> str:
    """What a figure is said to be: the total, the rest or the difference of others."""
    head, tail = o.head(s), o.tail(s)
    if TOTAL_HEAD.search(head) or TOTAL_TAIL.search(tail) or ALL_OF.search(head):
        return "total"
    behind = next((f.figure.value for f in o.here if f.start > s.start), 0.0)
    if IN_DAYS.match(tail) and behind == sum(f.end < s.start for f in timeless(o.here)):
        return "total"
    if REST_HEAD.search(head) or REST_TAIL.search(tail) or (SO.search(head) and any(OUT_OF.search(o.head(f)) for f in o.here)):
        return "rest"
    last = not any(f.start > s.start for f in o.here) or FROM_TO.search(tail) is not None
    if MOVED.search(head) and FROM_TO.search(tail):
        return "apart"
    if VOTES_HEAD.search(head):
        return "apart" if len(o.here) == 3 and last and VOTES.match(gap(o, *o.here[:2])) else ""
    return "apart" if (APART_HEAD.search(head) and last) or BY_HEAD.search(head) or APART_TAIL.search(tail) else ""


FIRST_TOLD = re.compile(r"\ba (?:[^\W\d]+ )?total of $")
NOT_YET = re.compile(rf"^{WORD}{{0,4}}? (?:still\b(?! {LACKS})|(?:did|would|could|had|have|has|do) not)\b")
LISTS = re.compile(r"^(?: [^\W\d]+){0,6}(?::| [–—(-])")


def before_words(o: Operands, x: Stretch) -> str:
    """The words from the first figure taken from the sentence before to this sentence."""
    return x.text[min((f.figure.span.start for f in o.before), default=x.here.start) : x.here.start]


def added(o: Operands, x: Stretch) -> Iterator[Sum]:
    """Totals, rests and differences."""
    here = timeless(o.here)
    idle = all(any(borne_out(f, a, b) for a, b in combinations(here, 2)) for f in o.shares)
    if o.points or any(f.unit == "point" for f in here) or not idle:
        return
    for s in here:
        what = cue(o, s)
        rest = [f for f in here if f is not s]
        if len(rest) > 2:
            rest = [f for f in rest if not numbers_them(f, rest)]
        if len(rest) < 2 and len(rest) + len(o.before) == 2:
            rest = [*o.before, *rest]
            if INSIDE.search(before_words(o, x)) or FIRST_TOLD.search(o.head(s)) or NOT_YET.search(o.tail(s)):
                continue
        if not what or len(rest) < 2 or not one_kind(s, *rest) or (len(rest) > 2 and what != "total"):
            continue
        if what == "apart" and any(agree(f.figure, g.figure) is False for f in o.before if f in rest for g in rest):
            continue  # "spoke of 1,840 carts. It carried 1,610 sacks, 230 less"
        got = beside(o, what, s, rest)
        if got is not None:
            yield got
            return


def numbers_them(f: Operand, rest: Sequence[Operand]) -> bool:
    """Whether a figure only says how many follow: "the two ponds hold 30 and 45 tonnes"."""
    others = [g.start for g in rest if g is not f]
    return bool(f.figure.unit) and f.value == len(others) and f.end < min(others)


def borne_out(share: Operand, a: Operand, b: Operand) -> bool:
    """Whether a share is that of two counts: it takes no part in their sum ("34 here and 17 there, half as many, 51 in all")."""
    low, high = sorted((a.value, b.value))
    return abs(low / high - share.value / (100 if share.figure.mark == "%" else 1)) < 0.02


def beside(o: Operands, what: str, s: Operand, rest: Sequence[Operand]) -> Sum | None:
    """A total, a rest or a difference beside the figures it is reckoned from."""
    slack = s.slack + sum(f.slack for f in rest) + 1e-9
    a, b = sorted(rest, key=lambda f: -f.value)[:2]
    value = sum(f.value for f in rest) if what == "total" else a.value - b.value
    words = (" + " if what == "total" else " - ").join(f.told for f in (rest if what == "total" else (a, b)))
    words += f" = {number(round(value / s.factor, 3))}"
    if abs(value - s.value) <= slack < b.value:
        return verdict(s.figure, words, right=True, should="")
    others = [u.value + v.value - w.value for u, v, w in permutations((s, a, b))] if len(rest) == 2 else []
    others += [sum(f.value for f in row) - s.value for n in range(2, len(rest)) for row in combinations(rest, n)]
    misplaced = (what == "total" and any(f.start > s.start for f in rest) and not LISTS.match(o.tail(s))) or (
        what == "rest" and (a.value < s.value or (a.start > s.start and not OUT_OF.search(o.head(a))))
    )
    if misplaced or any(abs(off) <= slack for off in others) or not wrong(o, value, s, *rest):
        return None
    return verdict(s.figure, f"{words}, given {s.told}", right=False, should=number(round(value / s.factor, 3)))


def listed(o: Operands, _x: Stretch) -> Iterator[Sum]:
    """A total and, behind a colon, a list that comes to more: "9 medals out of 14 starts: 2 gold, 3 silver and 5 bronze"."""
    colon, here = o.text.find(": #"), timeless(o.here)
    items = [f for f in here if f.start > colon]
    if colon < 0 or len(items) < 2 or here[0].end > colon or o.shares or o.points:
        return
    total, s = sum(f.value for f in items), here[0]
    if (
        all(ITEM.fullmatch(gap(o, a, b)) for a, b in pairwise(items))
        and one_kind(s, *items)
        and all(abs(total - f.value) > f.slack for f in here)
        and total > s.value
        and wrong(o, total, s, *items)
    ):
        words = " + ".join(f.told for f in items) + f" = {number(total)}, given {s.told}"
        yield verdict(s.figure, words, right=False, should=number(total))


ITEM = re.compile(r"(?: [^\W\d]+){0,4}(?:,| and|, and) ")


def wrong(o: Operands, value: float, s: Operand, *rest: Operand) -> bool:
    """Whether a result that does not come out is worth an alarm."""
    off = abs(value - s.value)
    return (
        not o.vague
        and exact(s, *rest)
        and value > 0
        and off <= OFF * max(value, s.value, *(f.value for f in rest))
        and not (o.one and off <= 1)
    )


def rated(o: Operands, _x: Stretch) -> Iterator[Sum]:
    """A rate, how many, and what they come to."""
    if o.shares or o.points:
        return
    rates = [
        (f, m)
        for f in o.here
        if (m := rate_of(o, f)) is not None or MEAN.search(o.head(f)) or EACH_GAVE.search(o.head(f)) or sized_each(o, f)
    ]
    rates = rates or hours_of(o)
    if len(rates) != 1 or PLUS.search(o.text) or ";" in o.text:
        return
    rate, m = rates[0]
    per = (PERIOD_OF[m["ly"].casefold()] if m["ly"] else (m["per"] or "").casefold()) if m else ""
    rest = [f for f in o.here if f is not rate]
    if len(rest) > 2 and per not in SPANS:
        rest = timeless(rest)
    if len(rest) < 2 and len(rest) + len(o.before) == 2:
        rest = [*o.before, *rest]
    if len(rest) != 2:
        return
    for whole, n in permutations(rest):
        many = how_many(o, rate, whole, n, per)
        if not many:
            continue
        value = many * rate.value
        slack = whole.slack + rate.slack * many + n.slack / n.value * value + 1e-9
        words = f"{n.told} x {rate.told} = {number(round(value / whole.factor, 2))}"
        if abs(value - whole.value) <= slack:
            yield verdict(rate.figure, words, right=True, should="")
            return
        near = max(slack, 0.0 if even(rate, whole, n) else 0.03 * whole.value)
        last = 0.5 * 10.0 ** -decimals(rate.figure.value) * rate.factor
        quotient = rate.figure.value > 10 * last and abs(whole.value / many - rate.value) <= last
        other = quotient or any(abs(u.value * v.value - w.value) <= near for u, v, w in permutations((rate, whole, n)))
        if not other and not o.vague and exact(rate, whole, n) and 1 / WIDE < value / whole.value < WIDE:
            yield verdict(
                rate.figure, f"{words}, given {whole.told}", right=False, should=number(round(whole.value / many / rate.factor, 2))
            )
            return


def rate_of(o: Operands, f: Operand) -> re.Match[str] | None:
    """Whether a figure is so much each: "a net" only where nets are counted, or by the hour, the head, the tonne."""
    m = EACH.search(o.tail(f))
    if m is None or not m["a"] or re.fullmatch(PER, m["per"].casefold()):
        return m
    counted = {u.removesuffix("e") for g in (*o.here, *o.before) for u in g.figure.units}  # "matches" and "a match"
    return m if stem(m["per"]).removesuffix("e") in counted else None


def how_many(o: Operands, rate: Operand, whole: Operand, n: Operand, per: str) -> float:
    """How often a rate is taken for a whole by a third figure; 0 where that one counts something else."""
    kinds = one_kind(whole, rate) and not (kind(rate.unit) and not kind(whole.unit) and whole.unit)
    if not kinds or whole.value < rate.value:
        return 0.0
    if kind(n.unit) == "time" and per in SPANS:
        return n.value / SPANS[per]
    if kind(n.unit) and kind(n.unit) == kind(rate.unit):
        return 0.0
    if per in SPANS:
        return 0.0 if kind(rate.unit) or not COMES.search(o.head(whole)) else n.figure.value
    if n.start < 0 and per and n.figure.units and stem(per) not in n.figure.units:
        return 0.0  # sacks told, and a price per barrel
    return n.figure.value


def even(rate: Operand, whole: Operand, n: Operand) -> bool:
    """Whether all three are whole numbers told to the last digit, so that nothing is rounded."""
    return all(f.figure.value % 1 == 0 and f.figure.slack == 0 for f in (rate, whole, n)) and whole.figure.value % 100 != 0


def sized_each(o: Operands, f: Operand) -> bool:
    """ "400 sections of eight metres", "14 cabins with four berths, enough for 64"."""
    before, behind = [g for g in o.here if g.end < f.start], [g for g in o.here if g.start > f.end]
    if not before or not OF_SIZE.match(o.text[before[-1].end : f.start]):
        return False
    return bool(kind(f.unit)) or (len(behind) == 1 and ROOM.search(gap(o, f, behind[0])) is not None)


def hours_of(o: Operands) -> list[tuple[Operand, re.Match[str] | None]]:
    """ "30 counters nine hours, that is 270 working hours": so many for so long."""
    if len(o.here) != 3 or not COMES.search(o.head(o.here[2])):
        return []
    n, each, whole = o.here
    joined = re.fullmatch(r" [^\W\d]+ (?:for )?", gap(o, n, each)) is not None
    return [(each, None)] if joined and kind(each.unit) == kind(whole.unit) == "time" != kind(n.unit) else []


def by_the_year(o: Operands, _x: Stretch) -> Iterator[Sum]:
    """So much a month, which is so much a year."""
    row = [(f, m) for f in o.here if (m := EACH.match(o.tail(f)))]
    if len(o.here) != 2 or len(row) != 2 or o.shares:
        return
    spans = [SPANS.get(PERIOD_OF[m["ly"].casefold()] if m["ly"] else (m["per"] or "").casefold(), 0.0) for _, m in row]
    (a, _), (b, _) = row
    if not all(spans) or spans[0] == spans[1] or not re.match(r"^[^#;]{0,30}, (?:or |that is |which is )?$", gap(o, a, b)):
        return
    value = a.value * round(spans[1] / spans[0], 1 if spans[1] < spans[0] else 0)
    words = f"{a.told} x {number(round(spans[1] / spans[0]))} = {number(value)}"
    off = abs(value - b.value)
    if off <= b.slack + a.slack * value / a.value + 0.01 * value:
        yield verdict(b.figure, words, right=True, should="")
    elif off > 0.06 * value and not o.vague and exact(a, b) and spans[1] > spans[0] and 1 / WIDE < b.value / value < WIDE:
        if (spans[0], spans[1]) in ((SPANS["day"], SPANS["week"]), (SPANS["day"], SPANS["month"]), (SPANS["day"], SPANS["year"])):
            return  # of how many working days?
        yield verdict(b.figure, f"{words}, given {b.told}", right=False, should=number(value))


RULES = (listed, added, rated, by_the_year, shared, folded, apart_in_points)
