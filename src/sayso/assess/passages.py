"""Sentences with their figures, and what a checked sum holds: the ground under the rules on sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.assess.arithmetic import NEAR, Amount, amounts
from sayso.model import Document, Finding, Span
from sayso.text.sentences import paragraphs, sentences

LONGEST = 4000  # code points; the longest sentence of 1,100 corpus articles has 3,100 (text/sentences.py)
PAGE = 60  # figures of a page that later sentences are laid beside: totals stand near the top
MOST = 40  # a sentence with more figures is a table that lost its lines


RANGE = re.compile(r"\d to \d")  # "from 90 to 60", "by 54 to 46 per cent": no number to the finder, and two figures here


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its amounts, those of the two sentences before it and all ``earlier`` ones of the page."""

    document: Document
    span: Span
    text: str
    here: tuple[Amount, ...]
    before: tuple[tuple[Span, Amount], ...]
    earlier: Sequence[tuple[Span, Amount]] = ()

    def between(self, a: Amount, b: Amount) -> str:
        """The words that stand between two amounts."""
        return self.text[a.span.end : b.span.start]

    def head(self, a: Amount) -> str:
        """The words before an amount."""
        return self.text[max(self.span.start, a.span.start - NEAR) : a.span.start]


@dataclass(frozen=True, slots=True)
class Sum:
    """A checked sum: the rule, the amounts it is about, what it should be, in words; ``elsewhere`` are passages of other pages."""

    rule: Literal["ratio_called_increase", "percentage_wrong", "sum_wrong", "total_below_part", "sum_right", "not_checkable"]
    stated: Amount
    also: tuple[Span, ...]
    message: str
    to: str | None = None
    elsewhere: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """A sum that was tried: the sentence, what came of it, and the remark on it."""

    passage: Passage
    sum: Sum
    finding: Finding


FIGURES = re.compile(r"\d[\d,.]*\d|\d")  # as ``number`` writes them


def number(value: float) -> str:
    """A number as a person writes it: at most two decimals, thousands with commas, millions and billions in words."""
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if value >= scale and abs(100 * value / scale - round(100 * value / scale)) < 1e-6:
            return f"{number(value / scale)} {word}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def passages(document: Document) -> Iterator[Passage]:
    """The sentences that hold a number, outside furniture, each with the amounts of the two sentences before it."""
    dull = tuple(f.span for f in document.furniture)
    page: list[tuple[Span, Amount]] = []
    for paragraph in paragraphs(document.text):
        last: list[tuple[Span, Amount]] = []
        for s in sentences(document.text, paragraph, document.language):
            if s.end - s.start > LONGEST or any(d.overlaps(s) for d in dull):
                continue
            found = tuple(amounts(document.text, s, document.language))
            if (found or RANGE.search(document.text, s.start, s.end)) and len(found) <= MOST:
                yield Passage(document, s, document.text, found, tuple(last), tuple(page))
                if len(page) < PAGE:
                    page += [(s, a) for a in found]
            last = [(x, a) for x, a in last if x.end > s.start - 600] + [(s, a) for a in found[:MOST]]


def usable(a: Amount) -> bool:
    """A figure that can stand in a sum: counted things, above zero."""
    return not a.percent and not a.year and a.value > 0
