"""The figures that the tellers of a claim give, by what is counted: the whole range, and who tells it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.assess.cuewords import found
from sayso.assess.fates import goes_on, places
from sayso.assess.pile import Pile, taken_as
from sayso.assess.wording import party_words, stem
from sayso.lexicon import vocabulary
from sayso.model import Claim, Figure, Quantity, Span, Statement

COUNTED = ("killed", "injured", "detained", "missing")
ODD = 13  # smaller figures and round ones are told of many things; own choice
REACH = 60  # code points between a figure and the word that says what became of the counted ("40 militants killed or injured")


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure of one telling, with the key under which figures may be compared."""

    statement: Statement
    quantity: Quantity
    key: str

    @property
    def ends(self) -> tuple[float, float]:
        """The interval the figure leaves open; approximate ones are a tenth wide on either side (own choice, as in "about 40")."""
        low, high = self.quantity.low, self.quantity.high
        top = float("inf") if high is None else high
        return (low * 0.9, top * 1.1) if self.quantity.approximate else (low, top)


JOINED = re.compile(r"(?:killed|dead|deaths)\s+(?:and|or)\s+(?:injured|wounded|injuries|hurt)", re.IGNORECASE)


def outcome(text: str, statement: Statement, span: Span) -> str:
    """What became of the counted (killed, injured …), by the words after the figure, else the nearest before."""
    left, right = max(statement.span.start, span.start - REACH), min(statement.span.end, span.end + REACH)
    before, after = text[left : span.start], text[span.end : right]
    before = re.split(r"[.;:!?\n]\s", before)[-1]
    after = re.split(r"[.;:!?\n](?:\s|$)", after)[0]
    joined = JOINED.search(before) or JOINED.search(after)
    if joined:
        return "killed or injured"
    own = re.split(r"\d|,|\sand\s", after)[0]
    ahead = {kind: spans[0].start for kind in COUNTED if (spans := found(kind, own))}
    behind = {kind: len(before) - spans[-1].end for kind in COUNTED if (spans := found(kind, before))}
    if behind and not ahead and (places(own) or not goes_on(before[len(before) - min(behind.values()) :], after)):
        return ""  # "two dead, 14 trapped"
    near = ahead or behind
    return min(near, key=lambda k: (near[k], k)) if near else ""


def counted(pile: Pile, statement: Statement) -> tuple[Counted, ...]:
    """The comparable figures of a telling: neither vague ones nor those without a unit."""
    if not statement.quantities:
        return ()
    key = ("counted", statement.id)
    if key not in pile.memory:
        pile.memory[key] = tuple(cells(pile, statement))
    found_: tuple[Counted, ...] = pile.memory[key]
    return found_


def cells(pile: Pile, statement: Statement) -> Iterator[Counted]:
    """The figures of a telling with their keys."""
    text = pile.documents[statement.document].text
    for q in statement.quantities:
        unit = stem(q.unit.split()[-1]) if q.unit.split() else ""
        if not unit or q.low == q.high == 0:
            continue
        what = (q.of or "").replace("and", "or") or outcome(text, statement, q.span)
        kind = "people" if unit in party_words("people") else unit
        yield Counted(statement, q, f"{kind} {what}".strip() if kind == "people" else unit)


def figures(pile: Pile, claim: Claim) -> tuple[Figure, ...]:
    """One row for each thing counted by the claim's tellers."""
    rows: dict[str, list[Counted]] = defaultdict(list)
    for s in pile.tellings(claim):
        if taken_as(s) in ("deny", "retract"):
            continue
        for c in counted(pile, s):
            rows[c.key].append(c)
    out = []
    for key, row in sorted(rows.items()):
        highs = [c.quantity.high for c in row]
        top = None if any(h is None for h in highs) else max(h for h in highs if h is not None)
        out.append(Figure(key, min(c.quantity.low for c in row), top, tuple(sorted({c.statement.document for c in row}))))
    return tuple(out)


def one_count(a: Statement, b: Statement) -> bool:
    """Whether two tellings have a figure in common, or neither has one: what they count is the same in every language."""
    x, y = ({(q.low, q.high) for q in s.quantities} for s in (a, b))
    return bool(x & y) or not (x or y)


LOOK = 24  # code points before a figure in which its bound stands; the longest of the rows has 17


@cache
def _bounds() -> re.Pattern[str]:
    """The words of any language that stand directly before a figure and bound it, by the rows that extraction reads it with."""
    return re.compile(rf"(?<!\w)(?:{vocabulary.bounding(language=None)}|exactly)\s+\Z", re.IGNORECASE)


@cache
def _bounds_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{vocabulary.bounding('after', language=None)}(?!\w)", re.IGNORECASE)


def bounded(text: str, span: Span) -> str:
    """The figure as it stands on the page, with the word that bounds it: "at least 12", "12 or more"."""
    start = begun(text, span)
    behind = _bounds_behind().match(text, span.end) if start == span.start else None
    return text[start : behind.end() if behind else span.end]


def in_marks(words: str, unit: str) -> str:
    """A figure in marks, as its page has it, and what it counts beside it: the unit is mostly no word of the page's."""
    return f"“{words}” ({unit})" if unit else f"“{words}”"


def begun(text: str, span: Span) -> int:
    """Where a figure begins, the word before it that bounds it included."""
    before = _bounds().search(text[max(0, span.start - LOOK) : span.start])
    return span.start - (len(before.group()) if before else 0)


def written(pile: Pile, c: Counted) -> str:
    """A counted figure as it stands on its page."""
    return bounded(pile.documents[c.statement.document].text, c.quantity.span)
