"""Sums that come out, whatever the grammar: figures that stand near each other and meet exactly.

These rules only confirm. Each tries all ways in which the figures of a few sentences could belong together, and reckons how likely
one of so many tries comes out by chance (``Try.chance``, a share of all pages with figures of such a size). The words beside the
figures ("in all", "of its", "each") say how much chance is let pass: with none of them a sum has to be a great coincidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations

from sayso.assess.passages import Passage, Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import bound, class_of, labels, said
from sayso.model import Span

REACH = 700  # code points from the first figure of a sum to its last sentence; own choice
BACK = 2  # sentences with figures before the one in hand
MOST = 14  # figures of such a stretch; with more of them chance finds something in most
LONGEST = 8  # parts of a sum
DECADES = math.log(100)  # shares and changes of news lie within a factor of a hundred, evenly by their logarithm
AGE = re.compile(r"[^\W\d_][\w’'.-]*,\s$")
AGED = re.compile(r"\s?[,.;)]")
NOT_COUNTS = re.compile(r"(?:\b(?:No|Nr|nr|no|Art|section|page|chapter|Article|Room|Flight|Route|under|U|top|[Cc]omments?|[Pp]hotos?|[Rr]epl(?:y|ies))\.?|[#№/])\s?\(?$")
RATE = re.compile(r"\s?(?:[^\W\d_][\w-]*\s){0,3}(?:each|apiece|per|a (?:head|second|minute|hour|day|night|week|month|year)|pro|par|por|na|al|all)\b")
OF_WHOLE = re.compile(r"\b(?:of|from|out of|de|des|du|di|dei|delle|degli|dos|das|von|der|z|ze|из|от|van)\s(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE)

ITEMS = re.compile(r"\s?[:(–—]\s?[^:()–—]{0,20}$")

Told = tuple[Span, Figure]


@dataclass(frozen=True, slots=True)
class Try:
    """Figures that meet: the one that is checked, the others, in words, and how likely as many tries as there were meet by chance."""

    stated: Figure
    others: tuple[Figure, ...]
    words: str
    chance: float
    ties: int


# How much chance is let pass by the number of ties. Measured on 185 corpus pages beside sums that miss by one: see `balances`.
LET_PASS = (0.02, 0.06, 0.18, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with the figures of those before it: text, all counts in their order, and what stands in the sentence itself."""

    text: str
    here: Span
    told: tuple[Told, ...]

    def within(self, f: Figure) -> bool:
        """Whether a figure stands in the sentence in hand."""
        return self.here.holds(f.span)

    def around(self, f: Figure, before: int, after: int) -> str:
        """The words about a figure, within its sentence."""
        s = next(s for s, g in self.told if g is f)
        return self.text[max(s.start, f.span.start - before) : min(s.end, f.span.end + after)]

    def gap(self, a: Figure, b: Figure) -> str:
        """The words between two figures."""
        return self.text[min(a.span.end, b.span.end) : max(a.span.start, b.span.start)]

    def sentences(self) -> list[tuple[Span, list[Figure]]]:
        """The counts of each sentence."""
        return [(s, [f for t, f in self.told if t == s and f.mark == "#"]) for s in sorted({s for s, _ in self.told})]

    def joined(self, a: Figure, b: Figure) -> bool:
        """Whether two figures stand in one sentence."""
        return any(s.holds(a.span) and s.holds(b.span) for s, _ in self.told)


def stretch(p: Passage, k: Skeleton, told: Sequence[Told]) -> Stretch:
    """The sentence with those before it, without what counts nothing."""
    sentences = sorted({s for s, _ in told if s.end > p.span.start - REACH and s != p.span})[-BACK:]
    row = [(s, f) for s, f in told if s in sentences] + [(p.span, f) for f in k.figures]
    return Stretch(p.text, p.span, tuple((s, f) for s, f in row if counts(p.text, s, f)))


def counts(text: str, sentence: Span, f: Figure) -> bool:
    """Whether a figure counts something: no age, no clock, no number of a house or an act."""
    head, tail = text[max(sentence.start, f.span.start - 30) : f.span.start], text[f.span.end : sentence.end]
    if f.mark in "%/":
        return True
    written = f.span.of(text)
    if f.mark != "#" or f.value <= 0 or (written.isalpha() and f.value == 1) or class_of(f.unit) == "moment" or NOT_COUNTS.search(head):
        return False
    if labels().search(head) or re.search(r"\b(?:those|these)\s$", head) or (written[0].isupper() and head.strip()) or re.match(r"-[A-Z]", tail):
        return False  # "Channel Six", "UPDATE 2-Tarn"
    if re.match(r"[\s-]?(?:year|month|day)s?[\s-]old|\s?[-–:/]\d", tail) or re.search(r"\d\s?[-–:/]\s?$", head):
        return False
    return not (10 < f.value < 110 and not f.value % 1 and AGE.search(head) and AGED.match(tail))


def grain(*figures: Figure) -> float:
    """The round step that all figures are written in: 10 for 730 and 2,150, 25,000 for 50,000 and 75,000, a million for 24 million."""
    return next((g for g in STEPS if all(f.value >= g and abs(f.value / g - round(f.value / g)) < 1e-6 for f in figures)), 0.01)


STEPS = tuple(m * 10.0**n for n in range(9, -2, -1) for m in (5, 2.5, 1))


def fits_together(*figures: Figure) -> bool:
    """Whether figures may be counted together: units of one kind, or left out; stretches of time and measures by the very same unit."""
    classes = {"thing" if c == "person" else c for c in (class_of(f.unit) for f in figures) if c}
    return len(classes) <= 1 and (not classes & {"time", "measure"} or len({f.unit for f in figures} - {""}) <= 1)


def agree(a: Figure, b: Figure) -> bool | None:
    """Whether two figures count the same: a common word, people both, money both; None where one of them has no unit."""
    if not a.unit or not b.unit:
        return None
    kinds = [{class_of(u) for u in (f.unit, *f.units)} for f in (a, b)]
    return bool({a.unit, *a.units} & {b.unit, *b.units}) or bool(kinds[0] & kinds[1] & {"person", "money"})


def added(x: Stretch) -> Iterator[Try]:
    """Parts that come exactly to a total.

    What: two or more figures that stand one after the other, in one sentence or over three, and another figure before or after them
    that is exactly their sum; so also what is left when a part is taken off, and by how many one count is above another.

    Why it matters: a total that its parts bear out is one count; without that nobody knows whether they are two.

    Not when: the units are of different kinds, or so small and so many figures stand there that one of them is easily the sum of
    others.

    Example (fiction): "The yard lost 820 beams in all, said Oru. Ostmar lost 450 of them, Westmar 260 and Nordmar 110."
    """
    plain = [f for _, f in x.told if f.mark == "#"]
    for i, total in enumerate(plain):
        starts = [plain[i + n : i + n + LONGEST] for n in (1, 2)] + [plain[: max(0, i - n)][::-1][:LONGEST] for n in (0, 1)]
        starts += [row for s, row in x.sentences() if not s.holds(total.span) and row not in starts]
        feasible = [row for row in starts if len(row) >= 2 and row[0].value < total.value and fits_together(total, row[0])]
        for row in feasible:
            parts = run(total, row)
            if parts is None or not any(map(x.within, (total, *parts))) or apart(x, total, parts):
                continue
            typical = sum(f.value for f in parts) / len(parts)
            yield Try(
                total,
                parts,
                " + ".join(number(f.value) for f in parts) + f" = {number(total.value)}",
                len(feasible) * grain(total, *parts) / typical,
                tied(x, total, parts),
            )


def run(total: Figure, row: Sequence[Figure]) -> tuple[Figure, ...] | None:
    """The first figures of a row that come to the total, all of one kind."""
    sum_ = 0.0
    for n, f in enumerate(row):
        sum_ += f.value
        if sum_ > total.value + 1e-6 or not fits_together(total, *row[: n + 1]):
            return None
        if n and abs(sum_ - total.value) < 1e-6:
            return tuple(sorted(row[: n + 1], key=lambda f: f.span))
    return None


def apart(x: Stretch, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts cannot be parts of one total: one is of another ("7 of 16"), told twice, or counts other things elsewhere."""
    for a, b in pairwise(parts):
        gap = x.gap(a, b)
        if (len(gap) < 30 and OF_WHOLE.search(gap) and not any(said(kind).search(gap) for kind in ("up", "down"))) or (a.value == b.value and a.unit == b.unit and not x.joined(a, b)):
            return True
    whole = all(not f.value % 1 for f in (total, *parts)) or any(class_of(f.unit) in ("money", "measure") for f in (total, *parts))
    one = all(x.joined(total, f) for f in parts)
    return not whole or (not one and any(agree(total, f) is False for f in parts))


def tied(x: Stretch, total: Figure, parts: Sequence[Figure]) -> int:
    """How many words and signs say that parts and total belong together."""
    about = " ".join(x.around(f, 40, 30) for f in (total, *parts))
    listed = all(len(x.gap(a, b)) < 45 and x.joined(a, b) for a, b in pairwise(parts))
    units = [agree(total, f) for f in parts]
    return (
        (said("total").search(x.around(total, 30, 30)) is not None)
        + any(said(kind).search(about) is not None for kind in ("rest", "up", "down"))
        + any(units)
        - (False in units)
        + (listed and x.joined(total, parts[0]))
        + (listed and len(parts) > 2)
        + (x.joined(total, parts[0]) and ITEMS.search(x.gap(total, parts[0])) is not None)
        + any(row == list(parts) for _, row in x.sentences())
    )


def span_of(share: Figure) -> tuple[float, float]:
    """From where to where the value of a share, a percentage or a multiple may lie, by its rounding and its bound."""
    low, high = share.value - share.slack, share.value + share.slack
    if share.mark == "/" or not share.slack:
        low, high = low * 0.985, high * 1.015
    return {
        "nearly": (low * 0.9, high),
        "over": (low, high * 1.12),
        "beyond": (low, high * 1.2),
        "within": (low * 0.8, high),
    }.get(share.bound, (low * 0.95, high * 1.05) if share.loose else (low, high))


def breadth(share: Figure) -> float:
    """How likely the ratio of two figures lies where the share allows it."""
    low, high = span_of(share)
    return math.log(high / low) / DECADES if low > 0 else 1.0


def in_reach(ratio: float, share: Figure) -> bool:
    """Whether a ratio is the share, within its rounding and bound."""
    low, high = span_of(share)
    return low - 1e-9 <= ratio <= high + 1e-9


def shared(x: Stretch) -> Iterator[Try]:
    """A share that its part and its whole bear out, in any order.

    What: a percentage or a share in words, and among the figures beside it, or of the two sentences before, a part and a whole whose
    ratio it is. "Just over", "nearly", "more than" bound it.

    Why it matters: shares are quoted without their figures later on.

    Not when: the units are of different kinds, or so many figures stand there that some two of them have the ratio by chance.

    Example (fiction): "The guild let 240 rowers go, or about 12% of its 2,000-strong crew."
    """
    for share in (f for s, f in x.told if f.mark in "%/" and s == x.here and f.value > 0):
        unit = 100.0 if share.mark == "%" else 1.0
        rows = [f for _, f in x.told if f.mark == "#"]
        near = [f for f in rows if x.within(f)]
        pairs = [
            (a, b) for a, b in permutations(rows, 2) if a.value < b.value and fits_together(a, b) and (a in near or b in near)
        ]
        if changing(x, share):
            continue
        for part, whole in pairs:
            if not in_reach(unit * part.value / whole.value, share):
                continue
            same = part.unit != "" and part.unit == whole.unit
            whole_tie = OF_WHOLE.search(x.text[: whole.span.start][-40:]) is not None
            yield Try(
                share,
                (part, whole),
                f"{number(part.value)} of {number(whole.value)} is {number(round(100 * part.value / whole.value, 1))} percent",
                len(pairs) * max(breadth(share), grain(part, whole) / whole.value),
                same + whole_tie + (part in near and whole in near) + (len(near) <= 2),
            )


def changing(x: Stretch, share: Figure) -> str:
    """Whether a percentage is the size of a change, by the words about it: up, down, or "" for a share."""
    about = x.around(share, 40, 40)
    found = [(m.start(), kind) for kind in ("up", "down") for m in [said(kind).search(about)] if m is not None]
    return min(found)[1] if found and OF_WHOLE_NEXT.match(x.text, share.span.end) is None else ""


OF_WHOLE_NEXT = re.compile(r"\s(?:of|de|des|der|von|di|dei|z|из)\s")


def changed(x: Stretch) -> Iterator[Try]:
    """A change in percent that the old and the new figure bear out, in any order.

    What: a percentage with a word of rise or fall, and beside it or in the two sentences before two figures of which one is so much
    above or below the other.

    Why it matters: the percentage is quoted on, the two figures are not.

    Not when: the words say a rise and the figures a fall, or so many figures stand there that chance finds a pair.

    Example (fiction): "Wool ended the week 6.2 percent lower at 26.64 crowns, against 28.40 crowns the week before."
    """
    for share in (f for s, f in x.told if f.mark == "%" and s == x.here and f.value > 0):
        way = changing(x, share)
        rows = [f for _, f in x.told if f.mark == "#"]
        pairs = [(a, b) for a, b in combinations(rows, 2) if fits_together(a, b) and a.value != b.value and (x.within(a) or x.within(b))]
        for pair in pairs if way else ():
            low, high = sorted(pair, key=lambda f: f.value)
            old, new = (low, high) if way == "up" else (high, low)
            if in_reach(100 * abs(new.value - old.value) / old.value, share):
                yield Try(
                    share,
                    (old, new),
                    f"from {number(old.value)} to {number(new.value)} is {number(round(100 * (new.value - old.value) / old.value, 2))} percent",
                    len(pairs) * max(breadth(share), grain(old, new) / high.value),
                    (old.unit != "" and old.unit == new.unit) + (x.within(old) and x.within(new)) + (len(rows) == 2),
                )


def multiplied(x: Stretch) -> Iterator[Try]:
    """So many times a rate that comes to the whole.

    What: three figures of a sentence or of two, one of them followed by "each", "per", "a week"; so many times that one is another
    of them, within its rounding.

    Why it matters: rates make big figures small and small ones big.

    Not when: the whole has another unit than the rate, or so many figures stand there that chance finds a product.

    Example (fiction): "The 215 ferrymen get 15 million crowns, or roughly 70,000 crowns a head."
    """
    rows = [f for _, f in x.told if f.mark == "#" and x.within(f)]
    for rate in (f for f in rows if RATE.match(x.text, f.span.end)):
        tries = [
            (n, whole)
            for n, whole in permutations((f for f in rows if f is not rate), 2)
            if n.value >= 2 and whole.value > max(rate.value, n.value) and fits_together(rate, whole)
        ]
        for n, whole in tries:
            wide = 0.02 if rate.loose or whole.loose else 0.005
            if abs(n.value * rate.value / whole.value - 1) <= wide:
                yield Try(
                    rate,
                    (n, whole),
                    f"{number(n.value)} times {number(rate.value)} is {number(n.value * rate.value)}, given {number(whole.value)}",
                    len(tries) * max(2 * wide / DECADES, grain(n, rate, whole) / whole.value),
                    1 + (class_of(rate.unit) == class_of(whole.unit) != ""),
                )


FOLD = re.compile(
    r"\b(?:twice|double[ds]?|doubling|triple[ds]?|tripling|treble[ds]?|quadruple[ds]?|(\d+|two|three|four|five|six|seven|eight|nine|ten)(?:\s?-?fold|\stimes))\b",
    re.IGNORECASE,
)
FOLDS = {"tw": 2, "do": 2, "tr": 3, "th": 3, "qu": 4, "fo": 4, "fi": 5, "si": 6, "se": 7, "ei": 8, "ni": 9, "te": 10}


def folded(x: Stretch) -> Iterator[Try]:
    """A multiple that two figures bear out.

    What: "twice", "three times", "doubled" and two figures of the sentence of which one is so many times the other; "more than" and
    "nearly" bound it.

    Why it matters: "doubled" is remembered when the figures are not.

    Not when: the two count different kinds of things, or the sentence has many figures.

    Example (fiction): "The sledge went 13.5 miles an hour, more than twice the six that the guild allows."
    """
    near = [f for _, f in x.told if f.mark == "#" and x.within(f)]
    for m in FOLD.finditer(x.text, x.here.start, x.here.end):
        word = (m[1] or m[0]).casefold()
        times = float(word) if word.isdigit() else float(FOLDS[word[:2]])
        place = Span(m.start(), m.end())
        share = next((f for s, f in x.told if f.span.overlaps(place)), Figure("/", times, 0.0, "", place))
        from_words = replace(share, value=times, mark="/", slack=0.0, span=place, bound=bound(x.text, place, x.here.start))
        pairs = [(a, b) for a, b in combinations([f for f in near if not f.span.overlaps(place)], 2) if fits_together(a, b)]
        for pair in pairs:
            low, high = sorted(pair, key=lambda f: f.value)
            if in_reach(high.value / low.value, from_words):
                words = f"{number(high.value)} is {number(round(high.value / low.value, 2))} times {number(low.value)}"
                yield Try(high, (low,), words, len(pairs) * max(breadth(from_words), grain(low, high) / high.value), 1 + (low.unit == high.unit != ""))


INSTEAD = re.compile(
    r"\b(?:not|instead\sof|rather\sthan|(?:up|down)\sfrom|statt|nicht|au\slieu\sde|et\snon|zamiast|a\snie|вместо|а\sне|en\slugar\sde|y\sno|invece\s(?:di|dei|delle)"
    r"|e\snon|em\svez\sde|e\snão|in\splaats\svan)\s(?:the\s|les\s|de\s|die\s|los\s|las\s|os\s|as\s|i\s|le\s)?$",
    re.IGNORECASE,
)


def corrected(x: Stretch) -> Iterator[Try]:
    """A total that was set right by as much as one of its parts.

    What: twice "A, not B" or "A instead of B" within three sentences, where the two new figures lie as far above or below the old
    ones: the total was reckoned anew with the new part.

    Why it matters: it shows that one correction is behind the other, and that the rest of the total stands.

    Not when: the two differences are not the same.

    Example (fiction): "The guild will sell 1,790 barrels, not the 2,150 it gave. The cellar in Ostmar should have read 370 instead of
    730."
    """
    pairs = [
        (new, old)
        for _, row in x.sentences()
        for new, old in pairwise(row)
        if INSTEAD.search(x.gap(new, old)) and fits_together(new, old)
    ]
    for (new, old), (part, was) in permutations(pairs, 2):
        apart = new.value - old.value
        if apart and old.value > was.value and abs(apart - (part.value - was.value)) < 1e-6 and any(map(x.within, (new, part))):
            words = f"{number(old.value)} - {number(was.value)} + {number(part.value)} = {number(new.value)}"
            yield Try(new, (old, part, was), words, len(pairs) * grain(new, old, part, was) / abs(apart), 2)


RULES: tuple[Callable[[Stretch], Iterator[Try]], ...] = (added, shared, changed, multiplied, folded, corrected)


def balances(p: Passage, k: Skeleton, told: Sequence[Told]) -> Iterator[Sum]:
    """All sums of a sentence and the two before it that come out better than chance; each figure once, the surest first."""
    x = stretch(p, k, told)
    if not 2 <= len(x.told) <= MOST or not any(s == p.span for s, _ in x.told):
        return
    found = [t for rule in RULES for t in rule(x) if t.chance <= LET_PASS[max(0, min(t.ties, 4))]]
    used: set[Span] = set()
    for t in sorted(found, key=lambda t: (t.chance / LET_PASS[max(0, min(t.ties, 4))], t.stated.span)):
        if t.stated.span in used:
            continue
        used |= {t.stated.span, *(f.span for f in t.others)} if len(t.others) > 1 else {t.stated.span}
        also = sorted({s for s, f in x.told if f in (t.stated, *t.others) and s != p.span})
        yield Sum("sum_right", t.stated.amount(), tuple(also), f"The figures agree: {t.words}.")
