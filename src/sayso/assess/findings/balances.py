"""Sums that come out, whatever the grammar: figures that stand near each other and meet exactly.

These rules only confirm. Each tries all ways in which the figures of a few sentences could belong together, and reckons how likely
one of so many tries comes out by chance (``Try.chance``, a share of all pages with figures of such a size). The words beside the
figures ("in all", "of its", "each") say how much chance is let pass: with none of them a sum has to be a great coincidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, permutations

from sayso.assess.fates import fate
from sayso.assess.figure_rows import (
    AND,
    DECADES,
    MOST,
    OF,
    OF_WHOLE,
    RATE,
    Stretch,
    Try,
    added_up,
    agree,
    breadth,
    fits_together,
    grain,
    in_reach,
    let,
    named,
    same_word,
    told_share,
)
from sayso.assess.findings.multiples import folded
from sayso.assess.findings.totals import ALL_OF_THEM
from sayso.assess.passages import Sum, number
from sayso.assess.skeleton import Figure
from sayso.assess.ties import before, class_of, said, word
from sayso.assess.wording import stem
from sayso.lexicon.vocabulary import one_of
from sayso.model import Span

LONGEST = 8  # parts of a sum
ITEMS = re.compile(r"\s?[:(–—]\s?[^:()–—]{0,20}$")


def added(x: Stretch) -> Iterator[Try]:
    """Parts that come exactly to a total.

    What: two or more figures that stand one after the other, in one sentence or over three, and another figure before or after them
    that is exactly their sum (``sum_right``); so also what is left when a part is taken off, and by how many one count is above
    another.

    Why it matters: a total that its parts bear out is one count; without that nobody knows whether they are two.

    Not when: the units are of different kinds, or so small and so many figures stand there that one of them is easily the sum of
    others.

    Example (fiction): "The yard lost 820 beams in all, said Oru. Ostmar lost 450 of them, Westmar 260 and Nordmar 110."
    "36 were saved and nine found dead. About 60 had been on board. So 15 are missing."
    """
    plain = [f for _, f in x.told if f.mark in "#a"]
    for i, total in enumerate(plain):
        if total.mark == "a":
            continue
        starts = [plain[i + n : i + n + LONGEST] for n in (1, 2)] + [plain[: max(0, i - n)][::-1][:LONGEST] for n in (0, 1)]
        starts += [[plain[i - 1], plain[i + 1]]] if 0 < i < len(plain) - 1 else []
        starts += [row for _, all_ in x.sentences() if len(row := [f for f in all_ if bracketed(x, f)]) > 2]
        starts += [row for s, row in x.sentences("#a") if not s.holds(total.span) and row not in starts]
        around = [plain[i - n : i] + plain[i + 1 : i + 2] for n in (2, 3) if n <= i < len(plain) - 1]
        rows, more = ([row for row in all_ if feasible(total, row)] for all_ in (starts, around))
        tries = len({(row[0].span, row[1].span) for row in rows}) or len(more)
        for row in rows + more:
            parts = run(total, row)
            if parts is None or not any(map(x.within, (total, *parts))) or apart(x, total, parts):
                continue
            typical = sum(f.value for f in parts) / len(parts)
            yield Try(
                total,
                parts,
                added_up(parts, total),
                (1 if itemised(x, parts) else tries) * grain(total, *parts) / typical,
                tied(x, total, parts),
            )


def feasible(total: Figure, row: Sequence[Figure]) -> bool:
    """Whether the first figures of a row may come to a total."""
    enough = len(row) >= 2 and row[0].value < total.value <= sum(f.value for f in row) + grain(*row)
    return enough and fits_together(total, row[0])


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
    """Whether parts cannot be of one total: one is of another ("7 of 16"), told twice, or counts other things elsewhere."""
    change = before("a change of")
    for a, b in pairwise(parts):
        gap = x.gap(a, b)
        of = OF_WHOLE.search(gap)
        if (
            len(gap) < 30
            and of
            and LIST_WORD.search(of.group()) is None
            and not any(said(kind).search(gap) for kind in ("up", "down", "onto"))
        ) or (a.value == b.value and a.unit == b.unit and not x.joined(a, b)):
            return True
    sized = any(
        class_of(f.unit) in ("money", "measure") or change.search(x.text[max(x.here.start, f.span.start - 30) : f.span.start])
        for f in (total, *parts)
    )
    whole = sized or all(not f.value % 1 for f in (total, *parts))
    one = all(x.joined(total, f) for f in parts)
    return not whole or (not one and any(agree(total, f) is False for f in parts))


def tied(x: Stretch, total: Figure, parts: Sequence[Figure]) -> int:
    """How many words and signs say that parts and total belong together."""
    about = " ".join(x.around(f, 40, 30) for f in (total, *parts))
    listed = all(len(x.gap(a, b)) < 45 and x.joined(a, b) for a, b in pairwise(parts))
    units, whole_here = [agree(total, f) for f in parts], x.joined(total, parts[0])
    people = (
        all(units) and class_of(total.unit) != "money" and not any(same_word(total, f) for f in parts)
    )  # as much as "civilians" and "prisoners" have in common
    unnamed = sum(not f.unit and elided(x, f) for f in parts) > 1
    alone = any({f.span for f in row} == {f.span for f in (total, *parts)} for _, row in x.sentences())
    whole = OF_WHOLE.search(x.text[max(x.here.start, total.span.start - 40) : total.span.start]) is not None
    return (
        any(said("total").search(x.around(f, 30, 30)) is not None for f in (total, *parts))
        + any(said(kind).search(about) is not None for kind in ("rest", "up", "down"))
        + any(units)
        + alone
        + (whole and x.joined(total, parts[0]))
        - (False in units and not (alone or whole))
        + (listed and x.joined(total, parts[0]))
        + (listed and len(parts) > 2)
        + (x.joined(total, parts[0]) and ITEMS.search(x.gap(total, parts[0])) is not None)
        + any(row == list(parts) for _, row in x.sentences())
        + any(leads_in(x, f) for f in (total, *parts))
        + any(said("of these").search(x.around(f, 14, 14)) is not None for f in parts) * 2
        + itemised(x, parts) * 2
        + ({fate(x.text, s, f.span) for s, f in x.told if f in parts} >= ALL_OF_THEM) * 2
        + any(came_by(x, *pair) for pair in pairwise(sorted((total, *parts), key=lambda f: f.span))) * 2
        + (2 if unnamed else -2 * people) * (not whole_here)
        + (x.joined(total, parts[0]) and INSTEAD.search(x.gap(total, parts[0])) is not None) * 2
    )


LIST_WORD = re.compile(rf"\s{AND}\s$", re.IGNORECASE)  # "six tonnes of meal and three of oats": no part of the three


def bracketed(x: Stretch, f: Figure) -> bool:
    """Whether a figure stands in brackets behind what it is told of: "the east mill (40)"."""
    return x.text[f.span.start - 1 : f.span.start] == "(" and re.match(r"[^()\d]{0,30}\)", x.text[f.span.end :]) is not None


def itemised(x: Stretch, parts: Sequence[Figure]) -> bool:
    """Whether parts are the bracketed figures of a list: no other row of figures could be meant."""
    return len(parts) > 2 and all(bracketed(x, f) for f in parts)


def came_by(x: Stretch, a: Figure, b: Figure) -> bool:
    """Whether one figure is what a count has changed to, the next what it has changed by: "rose to nine after five had died"."""
    head = x.text[max(0, a.span.start - LEAD) : a.span.start]
    return x.joined(a, b) and TO.search(head) is not None and BY.fullmatch(x.gap(a, b)) is not None


TO = re.compile(r"\bto\s(?:at\sleast\s|about\s)?$", re.IGNORECASE)
BY = re.compile(rf"[^.;:\d]{{0,60}}?\b{one_of('figures', 'came by')}\s(?:\w+\s)?", re.IGNORECASE)


def leads_in(x: Stretch, f: Figure) -> bool:
    """Whether a figure is said to be the size of a change, or what others come to: "a rise of 2.3", "that is 7,400"."""
    head = x.text[max(x.here.start, f.span.start - LEAD) : f.span.start]
    return before("a change of").search(head) is not None or said("equals").search(head) is not None


LEAD = 24  # code points before a figure in which that is said; own choice


def elided(x: Stretch, f: Figure) -> bool:
    """Whether a figure stands for a noun told before: "Five were drivers, six were guards"."""
    return said("elided").match(x.text, f.span.end + 1) is not None


def shared(x: Stretch) -> Iterator[Try]:
    """A share that its part and its whole bear out, in any order.

    What: a percentage or a share in words, and among the figures beside it, or of the two sentences before, a part and a whole
    whose ratio it is. "Just over", "nearly", "more than" bound it. Kept as ``sum_right``.

    Why it matters: shares are quoted without their figures later on.

    Not when: the units are of different kinds, or so many figures stand there that some two of them have the ratio by chance.

    Example (fiction): "The guild let 240 rowers go, or about 12% of its 2,000-strong crew."
    """
    for share in (f for s, f in x.told if f.mark in "%/" and s == x.here and f.value > 0):
        unit = 100.0 if share.mark == "%" else 1.0
        rows = [f for _, f in x.told if f.mark == "#"]
        near = [f for f in rows if x.within(f)]
        pairs = [
            (a, b)
            for a, b in permutations(rows, 2)
            if b.value * min(0.01, share.value / 2 / unit) < a.value < b.value and fits_together(a, b) and (a in near or b in near)
        ]
        if changing(x, share) or OF_ONE.match(x.text, share.span.end):
            continue
        for part, whole in pairs:
            of = OF.match(x.text, share.span.end, x.here.end)
            elsewhere = not x.within(whole) and of is not None and not named(whole, of["whole"], part)
            if elsewhere or not in_reach(unit * part.value / whole.value, share):
                continue
            same = part.unit != "" and part.unit == whole.unit
            whole_tie = OF_WHOLE.search(x.text[: whole.span.start][-40:]) is not None
            yield Try(
                share,
                (part, whole),
                told_share(part, whole),
                len(pairs) * max(breadth(share), grain(part, whole) / whole.value),
                same + whole_tie + (part in near and whole in near) * (2 if len(near) == 2 else 1) + (len(near) <= 2),
            )


def changing(x: Stretch, share: Figure) -> str:
    """Whether a percentage is the size of a change, by the words about it: up, down, or "" for a share."""
    about = x.around(share, 40, 40)
    found = [(m.start(), kind) for kind in ("up", "down") for m in [said(kind).search(about)] if m is not None]
    return min(found)[1] if found and OF_WHOLE_NEXT.match(x.text, share.span.end) is None else ""


OF_ONE = re.compile(r"\s(?:of\s)?(?:an?|one|1)\s(?:per\s?cent|point)")  # "half of 1 percent"
OF_WHOLE_NEXT = re.compile(r"\s(?:of|de|des|der|von|di|dei|z|из)\s")


def changed(x: Stretch) -> Iterator[Try]:
    """A change in percent that the old and the new figure bear out, in any order.

    What: a percentage with a word of rise or fall, and beside it or in the two sentences before two figures of which one is so much
    above or below the other. Kept as ``sum_right``.

    Why it matters: the percentage is quoted on, the two figures are not.

    Not when: the words say a rise and the figures a fall, or so many figures stand there that chance finds a pair.

    Example (fiction): "Wool ended the week 6.2 percent lower at 26.64 crowns, against 28.40 crowns the week before."
    """
    for share in (f for s, f in x.told if f.mark in "%/" and s == x.here and f.value > 0):
        if OF_ONE.match(x.text, share.span.end):
            continue
        way, unit = changing(x, share), 100.0 if share.mark == "%" else 1.0
        rows = [f for _, f in x.told if f.mark == "#"]
        pairs = [
            (a, b) for a, b in combinations(rows, 2) if fits_together(a, b) and a.value != b.value and (x.within(a) or x.within(b))
        ]
        for pair in pairs if way else ():
            low, high = sorted(pair, key=lambda f: f.value)
            old, new = (low, high) if way == "up" else (high, low)
            if in_reach(unit * abs(new.value - old.value) / old.value, share):
                yield Try(
                    share,
                    (old, new),
                    told_change(old, new),
                    len(pairs) * max(breadth(share), grain(old, new) / high.value),
                    (old.unit != "" and old.unit == new.unit)
                    + (x.within(old) and x.within(new)) * (2 if len(rows) == 2 else 1)
                    + (len(rows) == 2)
                    + (len(pairs) == 1),
                )


def told_change(old: Figure, new: Figure) -> str:
    """A change in words."""
    size = number(round(100 * abs(new.value - old.value) / old.value, 2))
    return f"from {number(old.value)} to {number(new.value)} is {size} percent {'more' if new.value > old.value else 'less'}"


def multiplied(x: Stretch) -> Iterator[Try]:
    """So many times a rate that comes to the whole.

    What: three figures of a sentence or of three, one of them followed by "each", "per", "a week", or led in by "each", "daily"; so
    many times that one is another of them, within its rounding. Kept as ``sum_right``.

    Why it matters: rates make big figures small and small ones big.

    Not when: the whole has another unit than the rate, or so many figures stand there that chance finds a product.

    Example (fiction): "The 215 ferrymen get 15 million crowns, or roughly 70,000 crowns a head."
    """
    rows = [f for _, f in x.told if f.mark == "#"]
    here = [f for f in rows if x.within(f)]
    for rate in rows:
        per = RATE.match(x.text, rate.span.end) or EACH.search(x.around(rate, 40, 0)[: -len(rate.span.of(x.text))])
        if per is None:
            continue
        tries = [
            (n, whole)
            for n, whole in permutations((f for f in rows if f is not rate), 2)
            if n.value >= 2
            and whole.value > max(rate.value, n.value)
            and fits_together(rate, whole)
            and n in here
            and (rate in here or whole in here)
        ]
        for n, whole in tries:
            wide = 0.02 if rate.loose or whole.loose else 0.005
            if abs(n.value * rate.value / whole.value - 1) <= wide:
                yield Try(
                    rate,
                    (n, whole),
                    f"{number(n.value)} times {number(rate.value)} is {number(n.value * rate.value)}, given {number(whole.value)}",
                    len(tries) * max(2 * wide / DECADES, grain(n, rate, whole) / whole.value),
                    (class_of(rate.unit) == class_of(whole.unit) != "")
                    + ((one := per.groupdict().get("one")) is not None and stem(one) in n.units),
                )


# "Who will each receive 900 crowns", "günde 900 lira": a rate whose word stands before it.
EACH = re.compile(rf"(?<!\w){word('each')}(?:\s[^\W\d_]+){{0,3}}\s[$€£¥₽₺]?$", re.IGNORECASE)
INSTEAD = re.compile(
    r"\b(?:not|instead\sof|rather\sthan|(?:up|down)\sfrom|statt|nicht|au\slieu\sde|et\snon|zamiast|a\snie|вместо|а\sне|en\slugar\sde|y\sno|invece\s(?:di|dei|delle)"
    r"|e\snon|em\svez\sde|e\snão|in\splaats\svan)\s(?:the\s|les\s|de\s|die\s|los\s|las\s|os\s|as\s|i\s|le\s)?$",
    re.IGNORECASE,
)


def corrected(x: Stretch) -> Iterator[Try]:
    """A total that was set right by as much as one of its parts.

    What: twice "A, not B" or "A instead of B" within three sentences, where the two new figures lie as far above or below the old
    ones: the total was reckoned anew with the new part. Kept as ``sum_right``.

    Why it matters: it shows that one correction is behind the other, and that the rest of the total stands.

    Not when: the two differences are not the same.

    Example (fiction): "The guild will sell 1,790 barrels, not the 2,150 it gave. The cellar in Ostmar should have read 370,
    not 730."
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


def balances(x: Stretch) -> list[Try]:
    """What comes out better than chance in a sentence and the two before it; each figure once, the surest first.

    Measured (2026-11) on 249 pages of news_clusters and meantime: 14 sums, all right on reading; the same rules laid on totals that
    are one step too high or too low, and on shares a third too high or too low, pass one and three. On 1,712 pages of polnear,
    ecbplus and wikiwars, read once and little set by them: 28 sums, of which 8 meet by chance (sport, counts of delegates).
    """
    if not 2 <= len(x.told) <= MOST or not any(s == x.here for s, _ in x.told):
        return []
    out: list[Try] = []
    used: set[Span] = set()
    totals: set[Span] = set()  # a part may have parts of its own: "nine in hospital, of these seven passengers and two of the crew"
    for share, t in sorted(
        ((let(t), t) for rule in RULES for t in rule(x)), key=lambda row: (row[0], row[1].stated.span, row[1].words)
    ):
        if share > 1 or (t.stated.span in used and not (t.stated.span not in totals and of_these(x, t))):
            continue
        totals.add(t.stated.span)
        used |= {t.stated.span, *(f.span for f in t.others)} if len(t.others) > 1 else {t.stated.span}
        out.append(t)
    return out


def of_these(x: Stretch, t: Try) -> bool:
    """Whether words say that the figures are parts of the one that stands before them."""
    return any(said("of these").search(x.around(f, 14, 14)) is not None for f in t.others)


def confirmed(x: Stretch, t: Try) -> Sum:
    """A try as a remark, with the sentences that its figures stand in."""
    also = sorted({s for s, f in x.told if f in (t.stated, *t.others) and s != x.here})
    return Sum("sum_right", t.stated.amount(), tuple(also), f"The figures agree: {t.words}.")
