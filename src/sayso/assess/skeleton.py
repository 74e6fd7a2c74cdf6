"""A sentence with its figures replaced by marks, so that rules can say in which grammar they belong together.

``#0`` is a counted figure, ``%1`` a percentage with its word, ``^2`` percentage points, ``/3`` a share ("a third", "one in four"),
``Y4`` a year, ``D5`` a day of the calendar; the number is its place in ``Skeleton.figures``.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from sayso.assess.arithmetic import CURRENCY, LETTERS, NAMED, NEAR, PERCENT, POINTS, Amount, amounts, decimals, figures
from sayso.assess.passages import Passage
from sayso.assess.ties import bound, every, said
from sayso.assess.wording import stem
from sayso.lexicon import vocabulary
from sayso.model import Span
from sayso.text import numbers
from sayso.text.dates import expressions
from sayso.text.number_words import YEARS

SHARE_WORD = re.compile(
    r"\b(?:(?P<half>half)\b(?!\s(?:a|an)\s(?:million|dozen|hour|year))|an?\s(?P<part>third|quarter|fifth|tenth)\b)", re.IGNORECASE
)
PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
SIGN = re.compile(r"[$€£¥₹₽₴₺]\Z")  # "from £48m to £36m" is "from #0 to #1", as other units stand behind
HALF_POINT = re.compile(r"\bhalf\sa\spercentage\spoint\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a skeleton: its mark, its value with the slack of its rounding, its units, place and bound."""

    mark: str
    value: float
    slack: float
    unit: str
    span: Span
    loose: bool = False
    day: tuple[int, int] = (0, 0)
    bound: str = ""
    units: tuple[str, ...] = ()

    def amount(self) -> Amount:
        """The figure as the rules on sums hand it on."""
        return Amount(
            self.span, self.value, self.slack, (self.unit,) if self.unit else (), self.mark == "%", 0, self.loose, self.mark == "Y"
        )


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The sentence with its marks, and what stands behind them."""

    text: str
    figures: tuple[Figure, ...]

    def __getitem__(self, number: str) -> Figure:
        """The figure with this number."""
        return self.figures[int(number)]


def skeleton(p: Passage) -> Skeleton:
    """The marks of one sentence."""
    found: list[Figure] = []
    for x in expressions(p.text, p.span.start, p.span.end, p.document.language):
        if x.form == "day" and x.month and x.day:
            found.append(Figure("D", 0, 0, "", x.span, day=(x.month, x.day)))
    for m in HALF_POINT.finditer(p.text, p.span.start, p.span.end):
        found.append(Figure("^", 0.5, 0.0, "", Span(m.start(), m.end())))
    found += counted(p, found)
    found = [replace(f, bound=bound(p.text, f.span, p.span.start)) for f in sorted(found, key=lambda f: f.span)]
    out: list[str] = []
    at = p.span.start
    for i, f in enumerate(found):
        before = SIGN.sub("", p.text[at : f.span.start])
        out += [LETTERS.sub("", before) if f.unit == "$" else before, f"{f.mark}{i}"]
        at = f.span.end
    return Skeleton("".join([*out, p.text[at : p.span.end]]), tuple(found))


def counted(p: Passage, dated: list[Figure]) -> list[Figure]:
    """The figures of a sentence outside its dates: counts, percentages, years, and shares in words."""
    found: list[Figure] = []
    shares = [Figure("/", value, 0.0, "", span) for span, value in every(p.text, p.span.start, p.span.end)]
    row = figures(p.text, p.span.start, p.span.end, p.document.language)
    shares += [rate for a, b in pairwise(row) if (rate := told_of(p, a, b)) is not None]
    for n in row:
        share = next((f for f in shares if f.span.overlaps(n.span)), None)
        if n.vague or any(n.span.overlaps(f.span) for f in (*dated, *found)):
            continue
        if share is not None:  # "53 – one in four": the figure before the share
            found += plain(p, Span(n.span.start, share.span.start), share.span.start) if share.span.start > n.span.start else []
        elif n.share and n.high == n.low:
            found.append(Figure("/", n.low, 0.0, "", n.span))
        elif n.high is not None and n.high > n.low:
            found += ends(p, n.span)
        else:
            found += plain(p, n.span, p.span.end)
    for m in DOWN.finditer(p.text, p.span.start, p.span.end):
        if not any(f.span.overlaps(Span(*m.span())) for f in (*dated, *found)):
            found += against(p, m)
    for m in SHARE_WORD.finditer(p.text, p.span.start, p.span.end):
        shares.append(Figure("/", PARTS[(m["half"] or m["part"]).casefold()], 0.0, "", Span(m.start(), m.end())))
    for share in shares:
        if not any(share.span.overlaps(f.span) for f in (*dated, *found)):
            found.append(share)
    return found


def told_of(p: Passage, a: numbers.Number, b: numbers.Number) -> Figure | None:
    """ "9 in 10,000", "8.5 per 100,000", "one person in every 1,173": a share of a round number, or one of any."""
    if a.vague or b.vague or a.low != a.high or b.low != b.high or not 0 < a.low < b.low or b.low <= 10:
        return None
    if PERCENT.match(p.text, a.span.end):
        return None  # "75 por cento": a percentage, and "cento" no count
    gap = told_between().fullmatch(p.text, a.span.end, b.span.start)
    power = b.low >= LEAST_ROUND and abs(math.log10(b.low) % 1) < 1e-9
    year = b.bare and YEARS[0] <= b.low <= YEARS[1]
    if gap is None or not ((power and b.low > 10 * a.low) or (a.low == 1 and not year)):
        return None
    slack = 0.5 * 10.0 ** -decimals(a.low) / b.low
    return Figure("/", a.low / b.low, slack if a.low != 1 else 0.0, "", Span(a.span.start, b.span.end))


LEAST_ROUND = 100


@cache
def told_between() -> re.Pattern[str]:
    """What stands between the two: the thing that is counted, and "in", "per" and their like."""
    return re.compile(rf"\s(?:[^\W\d_]+\s){{0,2}}(?:{said('per').pattern})\s", re.IGNORECASE)


def ends(p: Passage, span: Span) -> list[Figure]:
    """The two figures of "from 25 to 100" or "by 5 to 17 from 12", which elsewhere are a range; else nothing."""
    joint = re.search(r"\sto\s", span.of(p.text))
    before = p.text[max(p.span.start, span.start - 20) : span.start]
    by = re.search(r"\bby\s$", before) and re.match(r"\s(?:\w+\s){0,2}from\s", p.text[span.end : p.span.end])
    if joint is None or not (by or re.search(r"\b[Ff]rom\s(?:\w+\s)?$", before)):
        return []
    middle = span.start + joint.start()
    return plain(p, Span(span.start, middle), middle) + plain(p, Span(span.start + joint.end(), span.end), p.span.end)


def against(p: Passage, m: re.Match[str]) -> list[Figure]:
    """The two figures of "54 to 37" or "54 to 46 per cent": a range goes up, a vote need not."""
    first, second = plain(p, Span(*m.span("a")), m.end("a")), plain(p, Span(*m.span("b")), p.span.end)
    if len(first) != 1 or len(second) != 1 or first[0].value <= second[0].value:
        return []
    return [replace(first[0], mark="%"), *second] if second[0].mark == "%" and first[0].mark == "#" else first + second


DOWN = re.compile(r"(?<![\w.,:])(?P<a>\d[\d,]*(?:\.\d+)?) to (?P<b>\d[\d,]*(?:\.\d+)?)(?![\d:])")


# "15 percent more than the 40" and "three times as many as the 300" compare, and leave nothing open.
ABOUT = re.compile(rf"(?<!times )(?<!percent )\b{vocabulary.bounding()}\s$", re.IGNORECASE)
LISTED = re.compile(r"\s?[%,;–—(]|\s?(?:per\s?cent|percent|pct)\b|\sand\s[A-Z]")  # "Ostmar 12, Westmar 9" is a list of counts
LAST = re.compile(r"\d,?\s(?:and|und|et|y|e|i|en)\s[A-Z][\w’'-]*\s\Z")  # "… Westmar 9 and Nordmar 4."


def plain(p: Passage, span: Span, end: int) -> list[Figure]:
    """A single figure: counted, a percentage, points, or a year."""
    row = amounts(p.text, Span(span.start, end), p.document.language)
    if not row or row[0].span.start != span.start:
        row = amounts(p.text, span, p.document.language)  # "from 90 to 60" is a range to the finder, and two figures here
    if not row or row[0].span.start != span.start:
        return []
    a = row[0]
    loose = a.loose or ABOUT.search(SIGN.sub("", p.text[max(p.span.start, a.span.start - NEAR) : a.span.start])) is not None
    tail = p.text[a.span.end : p.span.end]
    head = p.text[p.span.start : a.span.start]
    if (
        not a.units
        and not a.span.of(p.text).islower()
        and "," not in a.span.of(p.text)  # "in June 90,000" is no name
        and NAMED.search(head)
        and not LISTED.match(tail)
        and not LAST.search(head[-NEAR:])
    ):
        return []
    points, percent = POINTS.match(tail), PERCENT.match(tail)
    if points is not None:
        return [Figure("^", a.value, a.slack, "", Span(a.span.start, a.span.end + points.end()), loose)]
    if percent is not None:
        return [
            Figure(
                "%",
                a.value,
                a.slack or 0.5 * 10 ** -decimals(a.value),
                "",
                Span(a.span.start, a.span.end + percent.end()),
                loose,
            )
        ]
    if tail[:1] != "s" and (a.year or (a.span.of(p.text).isdigit() and 1500 <= a.value <= 2100 and not a.units)):
        return [Figure("Y", a.value, 0.0, "", a.span)]
    money = "$" in a.units or CURRENCY.search(p.text[max(p.span.start, span.start - 4) : span.start]) is not None
    return [Figure("#", a.value, a.slack, "$" if money else stem(a.units[0]) if a.units else "", a.span, loose, units=a.units)]
