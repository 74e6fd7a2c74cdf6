"""Every number of every page with what could be said of it: its sum is right, wrong, or cannot be checked, and why.

That a page has no remark on its sums says little as long as nobody knows how many of its numbers were looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.assess.arithmetic import NAMED, NEAR, PERCENT, POINTS, units_after
from sayso.assess.passages import FIGURES, MOST, Worked, number
from sayso.assess.pile import Pile
from sayso.lexicon.words import number_words
from sayso.model import Document, NumberSeen, Span
from sayso.text import numbers
from sayso.text.dates import expressions
from sayso.text.sentences import paragraphs, sentences

# Why a number cannot be checked, in the order in which it is asked.
VAGUE = "gives no exact value"
LABEL = "stands in a name"
PERCENTAGE = "a share whose figures the page does not give"
TRIED = "the sentence does not decide what it is reckoned from"
INPUT = "stands in a sum that does not come out"
TABLE = "stands among too many numbers"
ALONE = "the page has no other number of the same thing"
UNTIED = "no words say how it belongs to the other numbers of the same thing"

LONGEST = 200_000  # code points of a page whose numbers are told


def tallies(pile: Pile, reckoned: Sequence[Worked]) -> tuple[NumberSeen, ...]:
    """The numbers of all pages by their place; furniture, dates and years are left out."""
    by_page: dict[str, list[Worked]] = defaultdict(list)
    for w in reckoned:
        by_page[w.passage.document.id].append(w)
    out: list[NumberSeen] = []
    for reading in pile.readings:
        out += seen(reading.document, by_page[reading.document.id])
    return tuple(sorted(out, key=lambda n: (n.document, n.span)))


def seen(d: Document, reckoned: Sequence[Worked]) -> list[NumberSeen]:
    """The numbers of one page."""
    places = [(s, n) for s, n in every(d)]
    crowd = Counter(s for s, _ in places)
    stated: dict[Span, Worked] = {}
    inputs: list[Worked] = []
    for tried in sorted(reckoned, key=lambda w: w.sum.rule == "not_checkable"):
        stated.setdefault(tried.sum.stated.span, tried)
        inputs += [tried] if tried.sum.rule != "not_checkable" else []
    by_place = sorted(stated.items())
    units = Counter(unit for s, n in places for unit in things(d, s, n))
    out = []
    for s, n in places:
        w = next((w for span, w in by_place if span.overlaps(n.span)), None)
        if w is None and n.high == n.low:
            w = next((w for w in inputs if taken(w, s, n)), None)
        if w is not None and w.sum.rule == "sum_right":
            out.append(NumberSeen(d.id, n.span, "sum_right", None, w.finding.id))
        elif w is not None and w.sum.rule != "not_checkable":
            own = w.sum.stated.span.overlaps(n.span)
            out.append(NumberSeen(d.id, n.span, w.sum.rule if own else "not_checkable", None if own else INPUT, w.finding.id))
        else:
            why = reason(d, s, n, units=units, crowded=crowd[s] > MOST, tried=w is not None and bool(w.sum.also))
            out.append(NumberSeen(d.id, n.span, "not_checkable", why, w.finding.id if w is not None else None))
    return out


def every(d: Document) -> list[tuple[Span, numbers.Number]]:
    """The numbers of a page with their sentences, without those of dates."""
    out: list[tuple[Span, numbers.Number]] = []
    words = number_words(d.language)
    for paragraph in paragraphs(d.text[:LONGEST]):
        for s in sentences(d.text, paragraph, d.language):
            if any(f.span.overlaps(s) for f in d.furniture):
                continue
            found = numbers.counted(numbers.find(d.text, s.start, s.end, words))
            dates = [x.span for x in expressions(d.text, s.start, s.end, d.language)] if found else []
            out += [(s, n) for n in found if not year(d, n) and not any(x.overlaps(n.span) for x in dates)]
    return out


def year(d: Document, n: numbers.Number) -> bool:
    """Whether a bare number is a year: four digits of the last centuries with nothing counted behind them."""
    return n.bare and n.low == n.high and 1500 <= n.low <= 2100 and not units_after(d.text[n.span.end : n.span.end + NEAR])


def things(d: Document, s: Span, n: numbers.Number) -> tuple[str, ...]:
    """What a number counts: the stems of up to three words behind it."""
    return units_after(d.text[n.span.end : min(s.end, n.span.end + NEAR)])


def taken(w: Worked, sentence: Span, n: numbers.Number) -> bool:
    """Whether a number is one of those that a sum was reckoned with: it stands in its sentences, and its value in its words."""
    near = sentence in (w.passage.span, *w.sum.also)
    return near and number(n.low) in {m.group() for m in FIGURES.finditer(w.sum.message)}


def reason(d: Document, s: Span, n: numbers.Number, *, units: Counter[str], crowded: bool, tried: bool) -> str:
    """Why a number cannot be checked, in words."""
    tail = d.text[n.span.end : min(s.end, n.span.end + NEAR)]
    head = d.text[max(s.start, n.span.start - NEAR) : n.span.start]
    if n.vague or n.high is None or n.low != n.high:
        return VAGUE
    if n.bare and NAMED.search(head) and not things(d, s, n) and not PERCENT.match(tail):
        return LABEL
    if tried:
        return TRIED
    if n.share or PERCENT.match(tail) or POINTS.match(tail):
        return PERCENTAGE
    if crowded:
        return TABLE
    return UNTIED if any(units[u] > 1 for u in things(d, s, n)) else ALONE
