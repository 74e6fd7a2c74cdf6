"""Remarks on sums that the grammar of one sentence ties together: changes, multiples, shares, parts, rates, differences, years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.figure_rows import fits_together
from sayso.assess.findings.days import dated
from sayso.assess.findings.verdicts import exact, verdict
from sayso.assess.passages import Passage, Sum, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, multiples, said, word
from sayso.lexicon import vocabulary
from sayso.lexicon.vocabulary import one_of

UP, DOWN = one_of("figures", "a rise"), one_of("figures", "a fall")
IN_TOTAL = one_of("figures", "in all")
TIMES_AS = multiples("multiple of")
BECAME = multiples("multiple")
AS_MANY = rf"(?:(?P<k>{'|'.join(TIMES_AS)})|#(?P<n>\d+) times)"

CHANGES = (
    re.compile(
        rf"#(?P<a>\d+)[^#%]{{0,60}}\band #(?P<b>\d+)[^#%]{{0,40}}, (?:an? )?(?:(?P<up>{UP})|(?P<down>{DOWN})) of %(?P<p>\d+)"
    ),
    re.compile(
        rf"#(?P<a>\d+)[^#%]{{0,60}}\band #(?P<b>\d+)[^#%]{{0,40}}, %(?P<p>\d+) (?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?! than)"
    ),
    re.compile(
        rf"#(?P<b>\d+)[^#%]{{0,40}}, (?:an? )?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: of)? %(?P<p>\d+) (?:from|on"
        rf"|over) (?:the )?#(?P<a>\d+)"
    ),
    re.compile(rf"#(?P<b>\d+)[^#%]{{0,40}}%(?P<p>\d+) (?:(?P<up>{UP})|(?P<down>{DOWN}))(?: than)? (?:the )?#(?P<a>\d+)"),
    re.compile(r"by /(?P<share>\d+),? from #(?P<a>\d+) to #(?P<b>\d+)"),
    re.compile(r"from #(?P<a>\d+) to #(?P<b>\d+)[^#%/]{0,30}, /(?P<share>\d+) (?:less|fewer|more)"),
    re.compile(r"from #(?P<a>\d+) to #(?P<b>\d+)[^#%/]{0,30}, (?:up|down) by /(?P<share>\d+)"),
)
SHARES = (
    re.compile(
        r"\b[Oo]f (?:the |its |their |all )?#(?P<w>\d+)[^#%/.;]{0,30}, #(?P<p>\d+)[^#%/.;]{0,30}[,:(–—] ?(?:or )?(?P<s>[%/]\d+)"
    ),
    re.compile(r"\b[Oo]f (?:the |its |their |all )?#(?P<w>\d+)[^#%/.;]{0,30}, #(?P<p>\d+) \((?P<s>[%/]\d+)\)"),
    re.compile(
        r"(?P<s>[%/]\d+) of (?:the |its |their |all )?#(?P<w>\d+)[^#%/.;]{0,20}, (?:or |i\.e\. )?#(?P<p>\d+)(?=,| in all|[ .]*$)"
    ),
    re.compile(r"(?P<s>[%/]\d+) of (?:the |its |their |all )?#(?P<w>\d+)[^#%/.;]{0,20}, or #(?P<p>\d+),"),
    re.compile(r"#(?P<p>\d+) of (?:the |its |their |all )?#(?P<w>\d+)[^#%/.;]{0,30}, (?:or )?(?P<s>/\d+)"),
    re.compile(r"#(?P<w>\d+)[^#%/]{0,20}; #(?P<p>\d+)[^#%/]{0,20}, (?:or )?(?P<s>/\d+),"),
)
IN_ALL = re.compile(
    r"(?:, |; |– )(?:(?:making |or |for )?(?:a|in) total(?: of)? #(?P<t>\d+)"
    rf"|#(?P<u>\d+) ?[^#%,;.]{{0,20}}{IN_TOTAL}|all #(?P<v>\d+))"
)
LIST = re.compile(r"#(?P<t>\d+)[^#%:.;(]{0,40}(?:: | \()(?P<items>#\d+[^.;)]{0,160})[).;]?")
WENT = re.compile(r"#(?P<t>\d+) [^#%,.;]{0,20}(?:went to|are|were|is|include both) #(?P<a>\d+) [^#%,.;]{1,30} and #(?P<b>\d+)")
REST = re.compile(r"\b[Oo]f (?:the |its |their |all )?#(?P<t>\d+) [^#%,.;]{1,30},? #(?P<a>\d+) [^#%;.]{1,40},? and #(?P<b>\d+) ")
LEFT = re.compile(
    r"#(?P<a>\d+)(?: \w+)? of (?:the |its |their |his |her |an? )?#(?P<t>\d+)[- ][^#%.;]{1,40}"
    r"\b(?:(?:has|have|had|with|leaving) #(?P<b>\d+) (?:\w+ )?left|leaving #(?P<c>\d+)\b)"
)
NO_LIST = re.compile(r"[%/^]\d|\(|\d to #")
LEFT_OUT = vocabulary.pattern("figures", "among others")
APIECE = one_of("figures", "each")
EACH = re.compile(
    r"#(?P<r>\d+)(?: (?!(?:in|within|for|after|over) an? |than )[^\W\d]+){0,3}? "
    rf"(?:{APIECE}|per \w+|an? {one_of('figures', 'per time', 'per night', 'per head')})\b|average of #(?P<m>\d+)"
)
WEEKLY = re.compile(r"#(?P<r>\d+) [^\W\d]+ a day, (?:or )?#(?P<t>\d+)(?: [^\W\d]+)? (?:a week|in #(?P<n>\d+) days)")
PRODUCT = re.compile(rf"#(?P<n>\d+) [^\W\d]+ at #(?P<r>\d+) [^\W\d]+ {APIECE}[^#%;.]{{0,30}}#(?P<t>\d+)")
APART = re.compile(
    rf"#(?P<d>\d+)(?: (?!of\b|the\b)[^\W\d]+){{0,2}}? {one_of('figures', 'compared', 'in height', 'in length', 'in size')}\b"
    rf"|{one_of('figures', 'apart', 'a gap')} of #(?P<m>\d+)"
    rf"|{one_of('figures', 'rose', 'rose too', 'up or down')} by #(?P<b>\d+) to"
)
MANY = one_of("figures", "as many")
TIMES = (
    re.compile(rf"#(?P<b>\d+)[^#%;.]{{0,40}}, {AS_MANY} (?:as {MANY} as )?(?:the )?#(?P<a>\d+)"),
    re.compile(rf"#(?P<a>\d+)[^#%;.]{{0,30}}, [^#%;.]{{0,30}}#(?P<b>\d+)[^#%;.,]{{0,20}}, {AS_MANY} as {MANY}\b(?! as)"),
)
FROM_TO = re.compile(
    rf"\b(?P<w>{'|'.join(BECAME)})\b[^#%;.]{{0,30}}from #(?P<a>\d+) to #(?P<b>\d+)",
    re.IGNORECASE,
)
POINTS_OF = (
    re.compile(r"from %(?P<a>\d+) to %(?P<b>\d+), \^(?P<d>\d+)"),
    re.compile(r"\^(?P<d>\d+) to %(?P<b>\d+) from %(?P<a>\d+)"),
    re.compile(r"by \^(?P<d>\d+),? from %(?P<a>\d+) to %(?P<b>\d+)"),
)


def fits(value: float, stated: float, slack: float) -> bool:
    """Whether a reckoned value is the stated one, within the rounding of what it was reckoned from and of itself."""
    return abs(value - stated) <= slack + 1e-9


def changed(k: Skeleton) -> Iterator[Sum]:
    """A change in percent, or by a share, beside the two figures the sentence gives for it.

    What: "60 in May and 75 in June, an increase of 25 percent"; "1,200, up 50 percent from 800"; "by a third, from 90 to 60".

    Why it matters: the percentage is quoted on, the two figures are not.

    Not when: a figure is approximate, or another figure stands between.

    Example (fiction): "The mill sold 60 sacks in May and 75 in June, an increase of 35 percent": it is 25.
    """
    for pattern in CHANGES:
        for m in pattern.finditer(k.text):
            old, new = k[m["a"]], k[m["b"]]
            group = m.groupdict()
            stated = k[group["share"]] if group.get("share") else k[m["p"]]
            if not exact(old, new, stated) or (
                old.unit and new.unit and old.unit != new.unit and stated.mark == "%" and new.unit in ("day", "year")
            ):
                continue
            mid = abs(new.value - old.value) / old.value * (100 if stated.mark == "%" else 1)
            slack = stated.slack + (new.slack + old.slack) / old.value * (100 if stated.mark == "%" else 1)
            slack = slack or 0.015  # "by a third" of figures that do not divide by three
            up = group.get("up") is not None
            if stated.mark == "%" and (new.value >= old.value) != up:
                continue
            ratio = new.value / old.value * 100
            if not fits(mid, stated.value, slack) and up and stated.mark == "%" and fits(ratio, stated.value, slack):
                yield Sum(
                    "ratio_called_increase",
                    stated.amount(),
                    (),
                    f"{number(stated.value)} percent is called an increase, but from {number(old.value)} to"
                    f" {number(new.value)} is an increase of "
                    f"{mid:.2f} percent; {ratio:.2f} percent is the ratio of the two.",
                    f"{mid:.2f} percent",
                )
                return
            words = f"from {number(old.value)} to {number(new.value)} is {number(round(mid, 2))}" + (
                " percent" if stated.mark == "%" else ""
            )
            yield verdict(stated, words, right=fits(mid, stated.value, slack), should=f"{mid:.2f} percent", rule="percentage_wrong")
            return


def shared(k: Skeleton) -> Iterator[Sum]:
    """A share or percentage beside its part and its whole.

    What: "of the 40 boats, 10 were lost, or 25 percent"; "a third of the 90 houses, 30"; "6 of the 24, one in four".

    Why it matters: shares are quoted without their figures later on.

    Not when: part or whole is approximate, or other figures stand between.

    Example (fiction): "A quarter of the 200 workers, or 60, stayed at home": it would be 50.
    """
    for pattern in SHARES:
        for m in pattern.finditer(k.text):
            part, whole, share = k[m["p"]], k[m["w"]], k[m["s"][1:]]
            mid = part.value / whole.value * (100 if share.mark == "%" else 1) if whole.value else 0.0
            slack = max(share.slack, 0.5 / whole.value if share.mark == "/" and whole.value else 0.0)
            if not exact(part, whole) or (share.loose and not fits(mid, share.value, slack)) or part.value > whole.value:
                continue
            words = f"{number(part.value)} of {number(whole.value)} is {number(round(100 * part.value / whole.value, 1))} percent"
            yield verdict(share, words, right=fits(mid, share.value, slack), should=f"{mid:.2f}", rule="percentage_wrong")
            return


def totalled(k: Skeleton) -> Iterator[Sum]:
    """Parts beside their total.

    What: a list and "in all", "a total of"; a total and a list after a colon or in brackets; "of the 50, 20 were freed and 30
    stayed".

    Why it matters: tolls are put together from lists, and a list that does not come to its total mixes two counts.

    Not when: "including" makes the list a selection, a part is approximate, or the list comes to less (it need not be complete).

    Example (fiction): "9 goats and 4 pigs were stolen, 15 animals in all": 9 and 4 are 13.
    """
    for m in IN_ALL.finditer(k.text):
        total = k[m["t"] or m["u"] or m["v"]]
        before = [f for f in k.figures if f.span.end <= total.span.start and f.mark in "#"]
        if len(before) >= 2 and exact(total, *before) and not any(f.mark in "%/^" for f in k.figures) and not EACH.search(k.text):
            yield parted(total, before, strict=True)
            return
    for pattern in (WENT, REST, LEFT):
        for m in pattern.finditer(k.text):
            total, parts = k[m["t"]], [k[m["a"]], k[m["b"] or m["c"]] if pattern is LEFT else k[m["b"]]]
            if exact(total, *parts) and sum(f.mark == "#" for f in k.figures) == 3 and all(f.value <= total.value for f in parts):
                got = parted(total, parts, strict=pattern is LEFT)
                if got.rule == "sum_right" or sum(f.value for f in parts) > total.value or pattern is LEFT:
                    yield got
                    return
    for m in LIST.finditer(k.text):
        total, parts = k[m["t"]], [k[n] for n in re.findall(r"#(\d+)", said("of these").split(m["items"])[0])]
        if len(parts) < 2 or not exact(total, *parts) or LEFT_OUT.search(m["items"]) or NO_LIST.search(m["items"]):
            continue
        got = parted(total, parts, strict=False)
        if got.rule != "sum_right" and (whole := earlier_total(k, parts)) is not None:
            yield from [parted(whole, parts, strict=False)] if exact(whole) else []
            return
        worded = (
            re.search(r"[^\W\d_]", m["items"]) and fits_together(total, *parts) and class_of(parts[-1].unit) != "moment"
        )  # "$140bn ($96bn, £86bn)" is one sum in three currencies
        same = worded and (len({f.unit for f in parts}) == 1 or all(f.value < total.value for f in parts))
        if got.rule == "sum_right" or (same and sum(f.value for f in parts) > total.value >= max(f.value for f in parts)):
            yield got
            return


def earlier_total(k: Skeleton, parts: list[Figure]) -> Figure | None:
    """The figure before a list to which it comes, where another one stands nearer: "38 boats from 11 ports: 17 …, 12 … and 9 …"."""
    before = (f for f in k.figures if f.span.end <= parts[0].span.start and f.mark == "#")
    return next((f for f in before if fits(sum(p.value for p in parts), f.value, f.slack)), None)


def parted(total: Figure, parts: list[Figure], *, strict: bool) -> Sum:
    """A total beside the sum of its parts."""
    sum_ = sum(f.value for f in parts)
    words = " + ".join(number(f.value) for f in parts) + f" = {number(sum_)}, given {number(total.value)}"
    rule = "sum_wrong" if strict else "total_below_part"
    return verdict(total, words, right=fits(sum_, total.value, total.slack), should=number(sum_), rule=rule)


def rated(k: Skeleton) -> Iterator[Sum]:
    """So many each, a day, on average, beside the whole and how often.

    What: three figures of one clause, one of them followed by "each", "a day", "per truck" or led in by "an average of"; the whole
    is compared with the product of the other two.

    Why it matters: rates make big figures small and small ones big.

    Not when: the clause has other figures, one is approximate, or the rate counts another thing than the whole.

    Example (fiction): "The 8 villages got 96 tents, 14 tents each": 8 times 14 is 112.
    """
    for pattern in (WEEKLY, PRODUCT):
        m = pattern.search(k.text)
        if m is not None:
            times = k[m["n"]].value if m["n"] else 7.0
            yield multiplied(k[m["t"]], times, k[m["r"]])
            return
    plain = [f for n, f in enumerate(k.figures) if f.mark == "#" and f"in the #{n} " not in k.text]  # "in the two countries"
    if len(plain) != 3 or len(k.figures) != 3 or ";" in k.text or not exact(*plain):
        return
    rates = len(EACH.findall(k.text))
    for m in EACH.finditer(k.text):
        rate = k[m["r"] or m["m"]]
        rest = sorted((f for f in plain if f is not rate), key=lambda f: f.value)
        if (
            len(rest) == 2
            and not re.match(r" (?:\w+ )?(?:more|less|fewer)\b", k.text.split(f"#{k.figures.index(rest[1])}", 1)[1])
            and rate.value <= rest[1].value
            and rate.unit in ("", rest[1].unit, "each")
            and rest[0].unit != rest[1].unit
        ):
            got = multiplied(rest[1], rest[0].value, rate)
            mean = m["m"] is not None and not re.search(rf"#{m['m']}(?: \w+)? an? \w+", k.text)  # of what is not said
            twice = rest[1].value in (2 * rest[0].value * rate.value, rest[0].value * rate.value / 2)  # two play each match
            counted = rest[0].value % 1 == 0 or class_of(rest[0].unit) == "time"  # "1.2 dinars" is no number of loaves
            if got.rule == "sum_right" or not (
                not counted or twice or mean or rates > 1 or k.text[m.end() : m.end() + 4] == " of "
            ):
                yield got
            return


def multiplied(whole: Figure, times: float, rate: Figure) -> Sum:
    """A whole beside so many times a rate."""
    result = times * rate.value
    words = f"{number(times)} times {number(rate.value)} is {number(result)}, given {number(whole.value)}"
    return verdict(
        rate,
        words,
        right=fits(result, whole.value, whole.slack + 0.5 * times * bool(rate.value % 1)),
        should=number(whole.value / times),
    )


def differing(k: Skeleton) -> Iterator[Sum]:
    """A difference, or points of a percentage, beside its two figures.

    What: three figures of one sentence, one of them "more", "fewer", "a margin of", or "by … to … from".

    Why it matters: differences are quoted as if they were the figure.

    Not when: the sentence has other figures, one is approximate, or the two count different things.

    Example (fiction): "She won by 540 votes to 500, a margin of 60 votes": it is 40.
    """
    for pattern in POINTS_OF:
        m = pattern.search(k.text)
        if m is not None:
            yield subtracted(k[m["d"]], k[m["a"]], k[m["b"]])
            return
    plain = [f for n, f in enumerate(k.figures) if f.mark == "#" and f"in the #{n} " not in k.text]  # "in the two countries"
    if len(plain) != 3 or any(f.mark in "%/^" for f in k.figures) or ";" in k.text or not exact(*plain):
        return
    m = APART.search(k.text)
    if m is None:
        return
    apart = k[m["d"] or m["m"] or m["b"]]
    rest = [f for f in plain if f is not apart]
    units = {f.unit for f in (*rest, apart) if f.unit} - vocabulary.words("figures", "no difference")
    if len(units) <= 1 or all(f.slack for f in plain) or TIED.search(k.text):
        got = subtracted(apart, rest[0], rest[1])
        if got.rule == "sum_right" or (TIED.search(k.text) and fits_together(*plain)):
            yield got


TIED = re.compile(
    r"from #\d+ to #\d+|#\d+[^#]{0,30} (?:now|to|against) #\d+|now has #\d+|had #\d+|to #\d+ from #\d+"
    r"|than (?:the |its |their |an? )?(?:[^\W\d]+ ){0,4}?#\d+|#\d+[^#;.]{0,30} and #\d+[^#;.]{0,30}, an? \w+ of"
)


def subtracted(apart: Figure, a: Figure, b: Figure) -> Sum:
    """A difference beside the two figures."""
    result = abs(a.value - b.value)
    words = f"{number(max(a.value, b.value))} less {number(min(a.value, b.value))} is {number(result)}, given {number(apart.value)}"
    slack = 0.0 if apart.mark == "^" or a.slack == apart.slack else a.slack + b.slack
    return verdict(apart, words, right=fits(result, apart.value, slack), should=number(result))


def multiplies(k: Skeleton) -> Iterator[Sum]:
    """A multiple beside its two figures.

    What: "halved from 12 to 6"; "900, three times as many as the 300"; "twice the 6 million".

    Why it matters: "doubled" is remembered when the figures are not.

    Not when: a figure or the multiple is approximate; a tenth either way is taken as rounding.

    Example (fiction): "900 people, four times as many as the 300 on the old one": it is three times.
    """
    for m in FROM_TO.finditer(k.text):
        yield multiple(k[m["a"]], k[m["b"]], BECAME[m["w"].casefold()], k[m["b"]])
        return
    for m in (m for pattern in TIMES for m in pattern.finditer(k.text)):
        times = TIMES_AS[m["k"]] if m["k"] else k[m["n"]].value
        if exact(k[m["a"]], k[m["b"]]):
            got = multiple(k[m["a"]], k[m["b"]], times, k[m["b"]])
            if got.rule == "sum_right" or m["n"] or sum(f.mark == "#" for f in k.figures) == 2:  # double the 8 and the 9
                yield got
            return


def multiple(old: Figure, new: Figure, times: float, stated: Figure) -> Sum:
    """A multiple beside the ratio of two figures."""
    ratio = new.value / old.value if old.value else 0.0
    words = f"{number(new.value)} is {number(round(ratio, 2))} times {number(old.value)}, given {number(times)} times"
    return verdict(stated, words, right=abs(ratio - times) <= 0.1 * times, should=f"{number(round(ratio, 2))} times")


def moved_by(k: Skeleton) -> Iterator[Sum]:
    """A change told by how much, in percent, and to what: three figures of which each two give the third.

    What: "fell 24 cents (3%) to $7.76"; "rose by 30, or 5 percent, to 630".

    Why it matters: the percentage is quoted on, the price before it is not told.

    Not when: a figure is approximate, the units differ, or the percentage is right of the figure after the change.

    Example (fiction): "The guild's stock rose 30 cents, or 6 percent, to $6.30": it is 5.
    """
    for m in MOVED_BY.finditer(k.text):
        by, stated, new = k[m["by"]], k[m["p"]], k[m["new"]]
        hundredth = by.unit in HUNDREDTHS and new.unit != by.unit
        if not exact(by, stated, new) or not (hundredth or by.unit == new.unit or "" in (by.unit, new.unit)):
            continue
        part = by.value / (100 if hundredth else 1)
        old = new.value - part if m["up"] else new.value + part
        if old <= 0:
            continue
        of_old, of_new = part / old * 100, part / new.value * 100
        slack = stated.slack + of_old * (new.slack / old + by.slack / by.value)
        if fits(of_old, stated.value, slack) or not fits(of_new, stated.value, slack):
            words = f"from {number(round(old, 2))} to {number(new.value)} is {number(round(of_old, 2))} percent"
            right = fits(of_old, stated.value, slack)
            yield verdict(stated, words, right=right, should=f"{of_old:.2f} percent", rule="percentage_wrong")


MOVED_BY = re.compile(
    rf"\b(?:(?P<up>{word('up')})|(?P<down>{word('down')}))(?: by| another| a further)? #(?P<by>\d+)(?: (?!to\b)[^\W\d]+){{0,2}}"
    rf"(?:,? or|,| \(| –| —) ?%(?P<p>\d+)[),–—]*,? (?:to (?:{one_of('figures', 'ends at')} )?(?:at )?|at )#(?P<new>\d+)",
    re.IGNORECASE,
)
HUNDREDTHS = vocabulary.words("figures", "hundredth")
RULES = (changed, moved_by, shared, totalled, rated, differing, multiplies, dated)


def reckoned(p: Passage, k: Skeleton) -> Iterator[Sum]:
    """All remarks of this family on one sentence; the first rule that speaks of a figure has it."""
    if len(p.here) < 2 and not re.search(r"\b(?:half|third|quarter|one in|from \d[\d,.]* to)\b", p.span.of(p.text)):
        return
    if len(k.figures) < 2:
        return
    seen: set[int] = set()
    for rule in RULES:
        for s in rule(k):
            if s.stated.span.start not in seen:
                seen.add(s.stated.span.start)
                yield s
