"""What a sum may be made of: the counts of a sentence and of the one before, sizes in the basic unit of their kind.

The ground under ``findings/announced.py``. Knows no page and makes no remark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.assess.arithmetic import figures
from sayso.assess.figure_rows import Stretch, counts
from sayso.assess.measures import measured
from sayso.assess.passages import Passage, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of

MOST = 0.03  # of a figure that its rounding leaves open: "4 million and 6 million, 11 million in all" is no rounding; own choice
NEAR = 250  # code points between a sentence and the one before whose figures it may take up
# "Of the 12 one sank", "the captain and another": somebody who is counted without a figure.
ONE = re.compile(r"\b(?:one|another|himself|herself|a (?:second|third|fourth|further|man|woman|child|boy|girl))\b", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(?:several|some(?! of (?:it|the))|few|dozens?|scores|hundreds|thousands|(?<!as )many|most|others|various|half a)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\d,\s\d{3}(?!\d)|\d\s?-\s?\d|\d[.:]\s\d\d\b")  # "2, 129 points", "5-3": no figure of its own


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure in the basic unit of its kind; ``factor`` is how much of that the unit it is told in is."""

    figure: Figure
    value: float
    slack: float
    unit: str
    told: str
    factor: float = 1.0
    start: int = 0  # of its mark in the skeleton, -1 where it stands in the sentence before
    end: int = 0


@dataclass(frozen=True, slots=True)
class Operands:
    """The counts of a sentence in basic units, those of the sentence before, and whether an alarm would be rash."""

    text: str
    here: tuple[Operand, ...]
    before: tuple[Operand, ...]
    shares: tuple[Operand, ...]
    points: tuple[Operand, ...]
    years: int
    vague: bool
    one: bool

    def head(self, f: Operand) -> str:
        """The words before a figure, with the marks of those before it."""
        return self.text[: f.start]

    def tail(self, f: Operand) -> str:
        """The words behind a figure, with the marks of those behind it."""
        return self.text[f.end :]


def operands(p: Passage, k: Skeleton, x: Stretch) -> Operands:
    """The operands of one sentence."""
    marks: list[tuple[Figure, int, int]] = []
    at = 0
    for n, f in enumerate(k.figures):
        start = k.text.index(f"{f.mark}{n}", at)
        at = start + len(f"{f.mark}{n}")
        marks.append((f, start, at))
    here = [m for m in marks if m[0].mark == "#" and k.text[m[2] : m[2] + 1] != "s" and countable(p, m[0])]
    rows = [(s, row) for s, row in x.sentences() if s.end <= p.span.start][-1:]
    near = [(f, -1, -1) for s, row in rows if p.span.start - s.end < NEAR for f in row]
    text = p.text[p.span.start : p.span.end]
    found = figures(p.text, p.span.start, p.span.end, p.document.language)
    rough = any(n.vague or n.high is None for n in found)
    return Operands(
        k.text,
        tuple(sized(p, here)),
        tuple(sized(p, near)),
        tuple(_bare(m) for m in marks if m[0].mark in "%/" and m[0].value > 0),
        tuple(_bare(m) for m in marks if m[0].mark == "^"),
        sum(f.mark == "Y" for f in k.figures),
        bool(rough or VAGUE.search(text) or SPLIT.search(text)),
        ONE.search(text) is not None,
    )


def _bare(m: tuple[Figure, int, int]) -> Operand:
    f, start, end = m
    return Operand(f, f.value, f.slack, f.unit, number(f.value), 1.0, start, end)


def countable(p: Passage, f: Figure) -> bool:
    """Whether a figure may be an operand: what counts, and "one" where it counts somebody ("every one of" does not)."""
    if JOINED.search(p.text, max(0, f.span.start - 2), f.span.start) is not None:
        return False  # "an H-1B visa"
    one = f.value == 1 and class_of(f.unit) != "time" and ONE_OF.match(p.text, f.span.end) is None
    return one or counts(p.text, p.span, f)


JOINED = re.compile(r"[^\W\d]-\Z")
ONE_OF = re.compile(r"\s(?:of|another|by)\b")


def sized(p: Passage, row: Sequence[tuple[Figure, int, int]]) -> list[Operand]:
    """Figures with measures in the basic unit of their kind; a bare one takes unit and scale beside it ("5.20 to 5.60 metres")."""
    known = [measured(p.text, AGENT.match(p.text, f.span.end).end(), f.span.end + 40) for f, _, _ in row]  # type: ignore[union-attr]
    own = ["" if f.unit in EMPTY or p.text[f.span.end : f.span.end + 4] == " of " else f.unit for f, _, _ in row]
    kinds = {u[0] if (u := known[i]) else own[i] for i in range(len(row))} - {""}
    scales = [scale(p, f) for f, _, _ in row]
    out = []
    for i, (f, start, end) in enumerate(row):
        unit, told = known[i], number(f.value)
        if unit is None and not own[i] and len(kinds) == 1:
            beside = [j for j in range(len(row)) if known[j] and 0.1 < row[j][0].value / f.value < 10]
            unit = known[min(beside, key=lambda j: (abs(j - i), -j))] if beside else None
        elif unit is not None:
            told += f" {p.text[f.span.end : unit[2]].strip(' -')}"
        kind, factor = (unit[0], unit[1]) if unit else (own[i], 1.0)
        if scales[i] == 1 and not f.unit and f.value < LARGE and (like := like_beside(p, row, scales, i)) > 1:
            told, factor, scales[i] = number(f.value * like), like, like
            unit = known[i + 1] if i + 1 < len(row) else None
            kind, factor = (unit[0], factor * unit[1]) if unit else (kind, factor)
        out.append(Operand(f, f.value * factor, min(f.slack, MOST * f.value) * factor, kind, told, factor, start, end))
    return out


def like_beside(p: Passage, row: Sequence[tuple[Figure, int, int]], scales: Sequence[float], i: int) -> float:
    """The scale that a bare figure shares with the next ("30 and 45 million"), or in a list with the one before."""
    f = row[i][0]
    if i + 1 < len(row) and scales[i + 1] > 1 and LIKE.fullmatch(p.text, f.span.end, row[i + 1][0].span.start):
        return scales[i + 1]
    return scales[i - 1] if i and LISTED_AFTER.search(p.text[row[i - 1][0].span.end : f.span.start]) else 1.0


AGENT = re.compile(r"(?:[\s-](?:working|man|person|staff|flying|flight)(?=[\s-]hours?\b))?")
SCALED = re.compile(r"\d\s?(?P<w>thousand|million|billion|trillion|bn|mn|m)\b", re.IGNORECASE)
SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
LIKE = re.compile(r"\s(?:and|to|or)\s[$€£]?")  # "30 and 45 million litres"
# "40 million at the port, 25 at the mill"
LISTED_AFTER = re.compile(r"^ (?:at|in|by|for|from|on|to) [^.;:\d]{2,30}(?:,| and|, and) [$€£]?$")
LARGE = 1000


def scale(p: Passage, f: Figure) -> float:
    """The scale a figure is told in: a million for "1.2 million"."""
    m = SCALED.search(p.text[f.span.start : f.span.end])
    return SCALES[m["w"].casefold()] if m else 1.0


EMPTY = frozenset("apiece each per more fewer less higher lower altogether together combine a all total remain".split())
KINDS = frozenset("length weight area volume speed time power".split())


@cache
def kind(unit: str) -> str:
    """The kind of an operand's unit: a measure, money, or "" for things and people."""
    c = unit if unit in KINDS else class_of(unit)
    return c if c in KINDS or c in ("money", "measure", "moment") else ""


def one_kind(*figures: Operand) -> bool:
    """Whether figures are of one kind; a bare one goes with any, things do not go with measures."""
    kinds = {kind(f.unit) for f in figures if f.unit}
    return len(kinds) <= 1 and "moment" not in kinds


def exact(*figures: Operand) -> bool:
    """Whether all are above zero and none is "about" or "over" so many."""
    return all(f.value > 0 and not f.figure.loose and not f.figure.bound for f in figures)


def timeless(row: Sequence[Operand]) -> list[Operand]:
    """Figures without stretches of time, where others are left."""
    return [f for f in row if kind(f.unit) != "time"] or list(row)


def gap(o: Operands, a: Operand, b: Operand) -> str:
    """The words between two figures of the sentence."""
    return o.text[min(a.end, b.end) : max(a.start, b.start)]
