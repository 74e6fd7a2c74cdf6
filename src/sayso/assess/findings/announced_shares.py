"""Shares, changes in percent, multiples and points that words announce, beside the two figures they are reckoned from."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from sayso.assess.figure_rows import Stretch, agree
from sayso.assess.findings.multiples import folds
from sayso.assess.findings.relations import FROM_TO
from sayso.assess.findings.verdicts import verdict
from sayso.assess.operands import MOST, Operand, Operands, exact, gap, one_kind, timeless
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure
from sayso.assess.ties import said, word
from sayso.lexicon.vocabulary import one_of

WIDE = 1.7  # by which factor a product or a share may miss and still be meant; own choice
BECAUSE = re.compile(rf", {one_of('figures', 'that is', 'which is', 'as a share')}? ?$|\bwhich is $|\bthat is $|\($")
OF_IT = re.compile(
    r"^ (?:of|on) (?:the |its |their |his |her |all |an? )?(?:(?!(?:in|at|by|and|or|for|to|from)\b)[^#%\s]+ ){0,4}?$"
)
MOVED_BY = re.compile(rf"\b{word('a change')} of $")
BY_SO_MUCH = re.compile(rf"^ {one_of('figures', 'compared', 'in height', 'in price')}\b(?! (?:than|of)\b)")
AT_RATE = re.compile(rf"\b{one_of('figures', 'rate of')} of $")
OF_ANY = re.compile(r"^ of\b")
OF_THEM = re.compile(r"^ of (?:them|these|those|this|it|which|whom)\b")
OUT_OF = re.compile(r"\b(?:out )?of (?:the |its |their |all |these |those )?$", re.IGNORECASE)
TWICE = 2.1  # a half called a quarter still counts as a slip; own choice
COMMA = re.compile(r", $")
SHORT = 30  # code points between part and whole and their share
# "84 against a target of 80": what is compared with the second of two.
AGAINST = re.compile(r"#\d+\b[^#]*\b(?:against|from|compared (?:with|to)|on) (?:an? |the )?(?:[^#%\s]+ ){0,4}#\d+")
BY = re.compile(r"\bby $")
CHANGED_BY = re.compile(
    rf", (?:an? )?(?:[^\W\d]+ ){{0,2}}{word('a change')} of $"
    rf"|\b(?:{one_of('figures', 'rose', 'up or down')}|\w+ing (?:it|them|this)|\w+ed) by $"
)


def shared(o: Operands, _x: Stretch) -> Iterator[Sum]:
    """A share or a change as a share, beside two counts; whichever of the three is the result."""
    here = timeless(o.here)
    if len(o.shares) != 1 or o.points:
        return
    s = o.shares[0]
    unit = 100.0 if s.figure.mark == "%" else 1.0
    pool = here
    if (
        len(here) == 1
        and len(o.before) == 1
        and (OF_THEM.match(o.tail(s)) or (AT_RATE.search(o.head(s)) and here[0].value < o.before[0].value))
    ):
        pool = [*o.before, *here]
    if len(pool) != 2 or not one_kind(*pool) or pool[0].value == pool[1].value:
        return
    part, whole = sorted(pool, key=lambda f: f.value)
    head, tail = o.head(s), o.tail(s)
    span = FROM_TO.search(o.text)
    beside = f"{head[-40:]} {tail[:30]}"
    up, down = said("up").search(beside) is not None, said("down").search(beside) is not None
    share = s.value / unit
    ratio = part.value / whole.value
    grew, fell = whole.value / part.value - 1, 1 - ratio
    if span is not None:
        first = next(f for f in pool if o.text[f.start : f.end] == span["a"])
        readings, meant = ([grew], grew) if first is part else ([fell], fell)
    elif BY.search(head) and s.start > max(f.end for f in pool) and AGAINST.search(o.text):
        apart = abs(pool[0].value - pool[1].value)
        readings, meant = [apart / f.value for f in pool], apart / pool[1].value
    elif up != down and not OF_ANY.match(tail):
        meant = grew if up else fell
        firm = MOVED_BY.search(head) is not None or BY_SO_MUCH.match(tail) is not None
        readings = [meant] if firm else [grew, fell, ratio, 1 - ratio, 1 + grew]
    else:
        readings, meant = [ratio, 1 - ratio, grew], ratio
    open_ = max(s.slack / unit, 0.5 / unit * (s.figure.mark == "%"), 0.1 * share * (s.figure.mark == "/"))
    wide = 0.0 if pool is not here and AT_RATE.search(head) else open_
    wide += math.hypot(part.slack / part.value, whole.slack / whole.value) * max(meant, ratio)
    after = s.start > max(f.end for f in pool)
    tied = (
        span is not None
        or (not after and whole.start > s.start and OF_IT.match(gap(o, s, whole)))
        or (after and BY_SO_MUCH.match(tail) and COMMA.search(head))
        or (after and (BECAUSE.search(head) or CHANGED_BY.search(head) or (BY.search(head) and AGAINST.search(o.text))))
        or (after and OUT_OF.search(o.head(whole)) and len(gap(o, max(pool, key=lambda f: f.end), s)) < SHORT)
        or pool is not here
    )
    if not after and s.start < min(f.start for f in pool) and whole.start < part.start and meant is ratio:
        wide = max(1.0, MOST * part.value, part.slack) / whole.value + (0.5 / unit if s.slack or unit > 1 else 0.0)
    words = f"{part.told} of {whole.told} is {number(round(100 * ratio, 1))} percent"
    if meant is not ratio:
        words = f"between {part.told} and {whole.told} lie {number(round(100 * meant, 1))} percent"
    if any(abs(r - share) <= wide for r in readings):
        if tied and abs(meant - share) <= wide:
            yield verdict(s.figure, words, right=True, should="")
    elif tied and not o.vague and exact(s, part, whole) and 1 / TWICE < share / meant < TWICE:
        should = f"{100 * meant:.1f} percent" if unit > 1 else number(round(meant, 3))
        yield verdict(s.figure, words, right=False, should=should, rule="percentage_wrong")


def folded(o: Operands, x: Stretch) -> Iterator[Sum]:
    """A multiple beside its two figures."""
    row = folds(x)
    here = [f for f in timeless(o.here) if not any(f.figure.span.overlaps(g.span) for g in row)]
    if len(row) != 1 or len(here) != 2 or o.shares or o.points or not one_kind(*here):
        return
    fold, (a, b) = row[0], here
    low, high = sorted(here, key=lambda f: f.value)
    between = a.figure.span.end <= fold.span.start < b.figure.span.start
    tail, head = x.text[fold.span.end : b.figure.span.start], x.text[a.figure.span.end : fold.span.start]
    tied = (
        bool(FROM_TO.search(o.text) or BACK_FROM.search(o.text))
        or (between and TIMES_THE.match(tail) is not None and AFTER_COMMA.search(head) is not None and a is high)
        or (fold.span.start > b.figure.span.end and b is high and is_the_number(x, b, fold))
        or (AGAINST.search(o.text) is not None and A_FOLD.search(x.text[b.figure.span.end : fold.span.start]) is not None)
    )
    if agree(a.figure, b.figure) is False:
        return
    value = high.value / low.value
    words = f"{high.told} is {number(round(value, 2))} times {low.told}"
    wide = max(MANIFOLD * fold.value, fold.slack, (low.slack + high.slack / value) / low.value * value)
    rash = o.vague or fold.bound or fold.loose or not exact(low, high) or not 1 / FAR < value / fold.value < FAR
    if tied and abs(value - fold.value) > wide and not rash:
        yield verdict(high.figure, words, right=False, should=f"{number(round(value, 2))} times")


def is_the_number(x: Stretch, last: Operand, fold: Figure) -> bool:
    """Whether a multiple behind both figures is said of them: ": the number has tripled"."""
    return (
        HAS.search(x.text[last.figure.span.end : fold.span.start]) is not None
        and DONE.match(x.text, fold.span.end, x.here.end) is not None
    )


BACK_FROM = re.compile(r" to (?:an? |the )?#\d+[^#]{0,30} from (?:an? |the )?#\d+")
TIMES_THE = re.compile(r"\s(?:(?:as|so) \w+ as )?(?:the |its |their |of the )?[$€£]?$")
A_FOLD = re.compile(r"^[^%;.]{0,50}, an? $")  # "against the 80 of May, a fivefold increase"
AFTER_COMMA = re.compile(r"(?:,|[–—(]|,? which is|,? that is)\s?(?:which is |that is |or |almost exactly )?$")
HAS = re.compile(
    r"^[^.;]{0,20}(?:[:;,–—]|, so(?: that)?) (?:(?:the|its|their) [^\W\d]+ (?:has |have )?|it has |(?:which|that|this) is )$"
)
DONE = re.compile(r"\s?(?:[.,;:!?”\"’)]|(?:in|within|since|over) |$)")
MANIFOLD = 0.12  # a multiple said in words may be rounded by so much; own choice
FAR = 2.5


def apart_in_points(o: Operands, x: Stretch) -> Iterator[Sum]:
    """Two percentages and the points between them; the first of them may stand in the sentence before."""
    stated = [*o.points, *(f for f in o.here if f.unit == "point")]
    bare = [f for f in o.here if not f.figure.units and FROM.search(o.head(f))]
    told = [*(f for f in o.shares if f.figure.mark == "%"), *bare]
    if len(stated) != 1 or len(told) - len(bare) < 1 or len(o.here) > len(bare) + (not o.points):
        return
    s = stated[0]
    figures = [f.figure for f in told]
    moved = bool(bare) or POINTS_MORE.match(o.tail(s)) or POINTS_BY.search(o.head(s))
    if len(told) == 1 and moved:
        figures += [f for _, f in x.told if f.mark == "%" and not x.within(f)][-1:]
    if len(figures) != 2 or any(f.loose or f.bound for f in (s.figure, *figures)):
        return
    high, low = sorted((f.value for f in figures), reverse=True)
    words = f"{number(high)} - {number(low)} = {number(round(high - low, 2))}"
    off = abs(high - low - s.value)
    if off <= (HALF if s.value % 1 == 0 and (high % 1 or low % 1) else TENTH) + 1e-9:
        if off < TENTH + 1e-9:
            yield verdict(s.figure, words, right=True, should="")
    elif moved and high > low and not o.vague and not NOT_BETWEEN.search(o.text) and off <= CLOSE * high:
        yield verdict(s.figure, f"{words}, given {s.told}", right=False, should=f"{number(round(high - low, 2))} points")


FROM = re.compile(r"\bfrom (?:the )?$|\bfrom %\d+ to $")
POINTS_MORE = re.compile(
    rf"^(?: points?)? {one_of('figures', 'compared', 'in height', 'in worth', 'above or below', 'up or down')}\b"
)
POINTS_BY = re.compile(rf"\b(?:{one_of('figures', 'up or down')}|{word('moved')}(?: by)?|an? {word('a change')} of) $")
NOT_BETWEEN = re.compile(r"\b(?:average|margin of error|between|respectively|each)\b")
HALF, TENTH = 0.5, 0.1  # points told whole beside percentages with a decimal; one in the last place of these
CLOSE = 0.25
