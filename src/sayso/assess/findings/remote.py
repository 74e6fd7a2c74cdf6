"""Sums whose words stand in one sentence and whose last figure stands in another, or on another page that tells the same.

Each rule starts from words that say a sum is being made ("a kilo", "brings the toll to", "of the 28", "230 less than what"): few
figures are asked whether they are the missing one. They confirm; one of them warns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.assess.figure_rows import (
    DECADES,
    RATE,
    Stretch,
    Try,
    added_up,
    agree,
    breadth,
    counts,
    fits_together,
    grain,
    in_reach,
    let,
    told_share,
)
from sayso.assess.figured import unit
from sayso.assess.findings.wholes import Placed, Shelf
from sayso.assess.passages import Passage, Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, said
from sayso.assess.wording import WORD, stem
from sayso.model import Span


def confirmed(p: Passage, t: Try, *places: Placed) -> Iterator[Sum]:
    """A sum that comes out better than chance, with the sentences of the figures from elsewhere."""
    if let(t) <= 1:
        also = tuple(dict.fromkeys(s for d, s, _ in places if d == p.document.id and s != p.span))
        elsewhere = tuple(dict.fromkeys((d, s) for d, s, _ in places if d != p.document.id))
        yield Sum("sum_right", t.stated.amount(), also, f"The figures agree: {t.words}.", None, elsewhere)


def plain(p: Passage, k: Skeleton) -> list[Figure]:
    """The counts of a sentence."""
    return [f for f in k.figures if f.mark == "#" and counts(p.text, p.span, f)]


def produced(shelf: Shelf, p: Passage, k: Skeleton) -> Iterator[Sum]:
    """So many at so much each, where count, rate and whole stand in different sentences or on two pages.

    What: "At R crowns a sack it is worth T" and a count of sacks before; "N crates of R kilos each" and the whole in kilos; "it is
    worth T" beside a count of sacks whose price per sack another page gives. N times R is laid beside T, within the rounding of T.

    Why it matters: street values, ransoms and damages are such products, and a mended count leaves them standing.

    Not when: the rate is "per" another thing than is counted, or the whole has another unit than the rate.

    Example (fiction): "The barge held 1,840 sacks. At 36 crowns a sack the flour would bring some 66,000 crowns."
    """
    here = plain(p, k)
    for rate in here:
        per = RATE.match(p.text, rate.span.end)
        if per is None or not rate.unit:
            continue
        if per["one"] is None:
            yield from crates(shelf, p, here, rate)
        else:
            yield from priced(shelf, p, here, (p.document.id, p.span, rate), unit(per["one"]))
    if WORTH.search(p.text, p.span.start, p.span.end) is not None and not any(RATE.match(p.text, f.span.end) for f in here):
        for thing in sorted({unit(row[2].unit) for row in shelf.figures[p.document.id]}):
            for told in shelf.rates().get(thing, ()):
                if told[0] == p.document.id or shelf.tied(p.document.id, told[0]):
                    yield from priced(shelf, p, here, told, thing)


WORTH = re.compile(
    r"\b(?:worth|value[ds]?|price[ds]?|fetch\w*|cost\w*|valor|valeur|wert|valore|wartość|стоимость\w*)\b", re.IGNORECASE
)
OF_EACH = re.compile(r"\s(?:[^\W\d_]+\s){1,3}?(?:of|de|von|zu|à|a|di|da|po|по|weighing|holding|with)\s", re.IGNORECASE)


def crates(shelf: Shelf, p: Passage, here: Sequence[Figure], rate: Figure) -> Iterator[Sum]:
    """ "46 sacks of 40 kilos each" and the whole in kilos elsewhere on the page or on another."""
    n = next((f for f in here if f.span.end < rate.span.start and OF_EACH.fullmatch(p.text, f.span.end, rate.span.start)), None)
    if n is None or n.value < 2 or n.loose or rate.loose:
        return
    whole = n.value * rate.value
    for row in shelf.between(p.document.id, whole * 0.9999, whole * 1.0001):
        if alike(rate.unit, row[2].unit) and row[2].span != n.span:
            words = f"{number(n.value)} times {number(rate.value)} is {number(whole)}"
            yield from confirmed(p, Try(rate, (n, row[2]), words, grain(row[2]) / whole, 3), row)
            return


def priced(shelf: Shelf, p: Passage, here: Sequence[Figure], rate: Placed, thing: str) -> Iterator[Sum]:
    """A whole in money or measure beside so much for each of a thing that is counted somewhere."""
    each = rate[2]
    for whole in here:
        if whole is each or whole.value <= each.value or class_of(whole.unit) != class_of(each.unit):
            continue
        wide = min(max(whole.slack / whole.value + 0.01 * whole.loose, 0.0005), WIDEST)
        if class_of(each.unit) not in ("money", "measure") or (whole.unit != each.unit and "$" not in (whole.unit, each.unit)):
            continue
        n = whole.value / each.value
        own = [row for row in shelf.figures[p.document.id] if row[2].value >= 2 and alike(row[2].unit, thing)]
        found = [row for row in own if abs(row[2].value / n - 1) <= wide]
        if not found and rate[0] == p.document.id:
            found = [row for row in shelf.between(p.document.id, n * (1 - wide), n * (1 + wide)) if alike(row[2].unit, thing)]
        if found:
            count = max(found, key=lambda row: (row[0] == p.document.id, row[1].end <= p.span.end, row[1]))
            words = f"{number(count[2].value)} times {number(each.value)} is {number(count[2].value * each.value)}"
            words += f", given {number(whole.value)}"
            chance = max(1, len({row[2].value for row in own})) * 2 * wide / DECADES
            yield from confirmed(p, Try(whole, (each, count[2]), words, chance, 3), count, rate)
            return
        if own and rate[1] == p.span and makes(p, whole, each):
            loose = [row for row in shelf.figures[p.document.id] if not row[2].unit]
            yield from mispriced(p, own, loose, each, whole)


def makes(p: Passage, whole: Figure, each: Figure) -> bool:
    """Whether words say that the rate makes the whole: "at 36 crowns a sack … 66,000"."""
    head = p.text[max(p.span.start, each.span.start - 45) : each.span.start]
    return AT.search(head) is not None and each.span.start < whole.span.start


def alike(a: str, b: str) -> bool:
    """Whether two units are one, short forms written out; "watche" is what is left of "watches"."""
    one, two = unit(a), unit(b)
    return one != "" and (one == two or one + "e" == two or two + "e" == one)


AT = re.compile(r"\bat\s(?:[^\W\d]+\s){0,4}[$€£]?$", re.IGNORECASE)
WIDEST = 0.03  # of a whole: "a billion" is no product of two exact figures just because it is so round
FAR = 0.04  # of a whole that is given as "about": farther off is no rounding


def mispriced(p: Passage, own: Sequence[Placed], loose: Sequence[Placed], each: Figure, whole: Figure) -> Iterator[Sum]:
    """ "At R a sack it would be worth T", where no count of sacks on the page gives T."""
    n, slack = whole.value / each.value, max(FAR, whole.slack / whole.value)
    if any(abs(row[2].value / n - 1) <= slack for row in (*own, *loose)) or len({row[2].value for row in own}) > 4:
        return
    last = max((row for row in own if row[1].end <= p.span.end), key=lambda row: row[1], default=own[0])
    made = [f"{number(v)} would be {number(v * each.value)}" for v in sorted({row[2].value for row in own})]
    message = f"At {number(each.value)} each, {number(whole.value)} is {number(round(n))}; on the page {', '.join(made)}."
    also = (last[1],) if last[1] != p.span else ()
    yield Sum("sum_wrong", whole.amount(), also, message, number(last[2].value * each.value))


def completed(shelf: Shelf, p: Passage, k: Skeleton, x: Stretch) -> Iterator[Sum]:
    """A total whose parts stand in two places, by words that say so.

    What: "which brings the toll to T": the counts before it, with one that the page gave further up, come to T. "Of the T, A are
    this and B that": what is still missing stands in a sentence close by. "A of the crew go free, which leaves R of T": R and A
    come to T.

    Why it matters: such totals are the ones that are carried on from page to page without their parts.

    Not when: the third figure counts other things, or so many figures stand on the page that one of them fits by chance.

    Example (fiction): "Seventeen carts were lost at Oru. Twelve and nine had been lost before, which brings the number to 38."
    """
    here = plain(p, k)
    for i, total in enumerate(here):
        head = p.text[max(p.span.start, total.span.start - 90) : total.span.start]
        cue = brings().search(head)
        if cue is not None:
            before = [(p.document.id, s, f) for s, f in x.told if f.mark == "#" and f.span.end <= total.span.start]
            rest = shelf.figures[p.document.id]
            said_of = {stem(w) for w in WORD.findall(cue.group())}
            named = [row for row in rest if said_of & {row[2].unit, *row[2].units}]
            yield from joined(p, total, before[::-1], named or rest, 3 + bool(named))
        elif OF_T.search(head):
            after = [(p.document.id, p.span, f) for f in here[i + 1 :]]
            near = [(p.document.id, s, f) for s, f in x.told if s != p.span and f.mark == "#" and left_over(p.text, s, f)]
            yield from joined(p, total, after, near, 3)
        elif LEAVES.search(k.text[: k.text.find(f"#{k.figures.index(total)}")]) and i:
            left = (p.document.id, p.span, here[i - 1])
            yield from joined(p, total, [left], [(p.document.id, p.span, f) for f in here[: i - 1]], 4)


OF_T = re.compile(r"(?:^|[.,;:–—]\s|\n)[\W]*of\s(?:the|its|their|those|these|all)\s$", re.IGNORECASE)
LEAVES = re.compile(
    r"\b(?:leav(?:es|ing)|left|remain(?:s|ing)?)\s(?:[^\W\d#]+\s){0,2}#\d+\s(?:[^\W\d#]+\s){0,2}?(?:out\s)?of\s(?:the\s|its\s)?$"
)


@cache
def brings() -> re.Pattern[str]:
    """ "which brings the number of boats lost to", "raising it to at least"."""
    to = r"(?:to|à|a|auf|na|do|до|op|ke|em)\s(?:l[eao]s?\s)?(?:at\sleast\s|more\sthan\s|some\s|about\s)?"
    return re.compile(rf"{said('brings').pattern}[^.;:()\d]{{0,70}}\s{to}$", re.IGNORECASE)


def left_over(text: str, sentence: Span, f: Figure) -> bool:
    """Whether a figure is said to be what is left: "three still missing"."""
    return said("still").search(text, max(sentence.start, f.span.start - 15), min(sentence.end, f.span.end + 30)) is not None


LONGEST = 4  # parts beside the one from elsewhere


def joined(p: Passage, total: Figure, row: Sequence[Placed], rest: Sequence[Placed], ties: int) -> Iterator[Sum]:
    """The first counts of a row that come to the total with one of the others."""
    tries = []
    for n in range(1, 1 + min(LONGEST, len(row))):
        parts = row[:n]
        missing = total.value - sum(f.value for _, _, f in parts)
        if missing <= 0 or not fits_together(total, *(f for _, _, f in parts)) or any(f.loose for _, _, f in parts):
            break
        used = {f.span for _, _, f in parts} | {total.span}
        open_ = [r for r in rest if r[2].span not in used and fits_together(total, r[2]) and agree(total, r[2]) is not False]
        tries += [(parts, r, len({o[2].value for o in open_})) for r in open_ if abs(r[2].value - missing) < 1e-6][:1]
    for parts, other, many in tries:
        all_ = sorted((*parts, other), key=lambda r: r[2].span)
        figures = [f for _, _, f in all_]
        typical = sum(f.value for f in figures) / len(figures)
        words = added_up(figures, total)
        chance = many * min(LONGEST, len(row)) * grain(total, *figures) / typical / 2
        yield from confirmed(p, Try(total, tuple(figures), words, chance, ties), *all_)


APART = re.compile(
    r"#(?P<d>\d+)(?:\s[^\W\d#]+){0,2}?\s(?:(?P<less>less|fewer|lower|lighter|down)|(?P<more>more|higher|heavier|up))\s(?:than|from|on)\s"
    r"(?P<what>[^#%/.;:]{3,60})"
)


def differing(shelf: Shelf, p: Passage, k: Skeleton) -> Iterator[Sum]:
    """So many more or fewer than a figure that stands in another sentence or on another page.

    What: "it holds 1,610 sacks, which is 230 less than the mill had said": the page or one that tells the same gives 1,840 sacks.

    Why it matters: it ties a new count to the old one, and shows which the old one was.

    Not when: the other figure stands right there, counts another thing, or would fit by chance.

    Example (fiction): "The barge carried 1,610 sacks, 230 less than the mill had said."
    """
    here = plain(p, k)
    for m in APART.finditer(k.text):
        apart = k[m["d"]]
        before = [f for f in here if f.span.end <= apart.span.start and f.unit and fits_together(f, apart)]
        if not before or apart not in here or apart.loose:
            continue
        now = before[-1]
        then = now.value + apart.value if m["less"] else now.value - apart.value
        thing = unit(now.unit)
        for row in shelf.between(p.document.id, then, then) if then > 0 else ():
            if unit(row[2].unit) == thing and row[1] != p.span:
                words = f"{number(max(then, now.value))} less {number(min(then, now.value))} is {number(apart.value)}"
                same = {r[2].value for r in shelf.figures[row[0]] if unit(r[2].unit) == thing}
                chance = len(same) * grain(now, apart, row[2]) / min(then, now.value)
                yield from confirmed(p, Try(apart, (now, row[2]), words, chance, 3), row)
                break


def told_of(shelf: Shelf, p: Passage, k: Skeleton) -> Iterator[Sum]:
    """A rate such as "9 in 10,000" whose part and whole stand together in another sentence of the page.

    What: the sentence itself gives no part and whole; one sentence of the page gives two counts whose ratio is the rate.

    Why it matters: the rate is quoted on, its figures are not.

    Not when: so many pairs of counts stand on the page that one of them has the ratio by chance.

    Example (fiction): "The guild counted 38 leaks among 41,200 barrels. … That is about nine in 10,000 barrels."
    """
    here = plain(p, k)
    for share in k.figures:
        if share.mark != "/" or not share.value or share.value > 0.02 or len(here) > 1:
            continue
        rows = shelf.figures[p.document.id]
        pairs = [
            (a, b)
            for i, a in enumerate(rows)
            for b in rows[i + 1 : i + 5]
            if a[1] == b[1] and a[1] != p.span and fits_together(a[2], b[2]) and a[2].value != b[2].value
        ]
        for pair in pairs:
            part, whole = sorted(pair, key=lambda row: row[2].value)
            if in_reach(part[2].value / whole[2].value, share):
                tail = p.text[share.span.end : min(p.span.end, share.span.end + 40)].casefold()
                same = any(w and w in tail for w in whole[2].units)
                t = Try(share, (part[2], whole[2]), told_share(part[2], whole[2]), len(pairs) * breadth(share), 2 + same)
                yield from confirmed(p, t, part)
                break


def remote(shelf: Shelf, p: Passage, k: Skeleton, x: Stretch) -> Iterator[Sum]:
    """All remarks of this family on one sentence."""
    yield from produced(shelf, p, k)
    yield from completed(shelf, p, k, x)
    yield from differing(shelf, p, k)
    yield from told_of(shelf, p, k)
