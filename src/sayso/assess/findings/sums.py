"""Remarks on percentages, shares, multiples, parts and totals. Alarms only where the grammar of the sentence says what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.assess.arithmetic import POINTS, Amount, Spread, alike, amounts, change, ratio
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import party_words
from sayso.model import Document, Finding, Span, Statement
from sayso.text.quotations import quotations
from sayso.text.sentences import paragraphs, sentences

UP = (
    r"increas\w*|ris(?:e|es|en|ing)|rose|jump\w*|surg\w*|gr(?:ow|ew|own|owth)\b|gain\w*|climb\w*|soar\w*|more\b|higher\b|up\b|upturn|hike\w*"
    r"|spike\w*|uptick|expan\w+"
)
DOWN = (
    r"decreas\w*|drop\w*|declin\w*|f(?:all|alls|ell|allen|alling)\b|reduc\w*|cut\b|cuts\b|plung\w*|plummet\w*|slump\w*|fewer\b|less\b|lower\b|down\b"
    r"|shr(?:ank|ink\w*|unk)"
)
DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))", re.IGNORECASE)
BASE = re.compile(
    r"\b(?:over|from|than|on|against|versus|above|below|compared (?:with|to)|relative to|up on|down on)\s+(?:the |its |their |last year's )?"
    r"(?:previous |earlier )?(?:(?:about|some|just|only|nearly|almost)\s)?$",
    re.IGNORECASE,
)
TO = re.compile(r"\bto\s+(?:a |the |some |about |nearly |just )?(?:record |total of )?$", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+(?:the |a |some |about |just |only )?$", re.IGNORECASE)
BACK = re.compile(r"^[“„«\"‘']?\s*(?:this|that|these|it|the (?:figure|number|total|count|sum)|which)\b", re.IGNORECASE)
MULTIPLE = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5}
TIMES = re.compile(
    r"\b(?:" + "|".join(MULTIPLE) + r")\b|\b(\d+|two|three|four|five|six|seven|eight|nine|ten)-?fold\b", re.IGNORECASE
)
FOLDS = {w: n for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)}
PARTS = re.compile(r"\s?(?:[:–—]|\(|, of (?:them|whom|which),?)\s")
ITEM_GAP = re.compile(r"(?:[ \u00a0][^\W\d_][^,;:()\n\d.]{0,40}?)?[”\"’']?(?:,? and |, |; |\s*\+\s*)(?:(?:a|another|other|also) )?")
AMONG = re.compile(
    r"[^,.;:()\d]{0,30},?\s(?:including|among them|of whom|of them|of which)\s(?:at least |some |about )?$", re.IGNORECASE
)
TOTAL_AFTER = re.compile(r"[^.;:()\d]{0,40}[,–—(-]?\s(?:for |making |or )?(?:a|in) (?:combined )?total of\s$", re.IGNORECASE)
SHARE = re.compile(r"\s(?:[^\W\d_]+\s){0,2}(?:of|out of)\s(?:the |its |their |all |a total of )?$", re.IGNORECASE)
NO_BASE = "the page does not give the figures behind it"
UNCLEAR = "the sentence does not decide which figures it is reckoned from"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its amounts and those of the two sentences before it."""

    document: Document
    span: Span
    text: str
    here: tuple[Amount, ...]
    before: tuple[tuple[Span, Amount], ...]

    def between(self, a: Amount, b: Amount) -> str:
        """The words that stand between two amounts."""
        return self.text[a.span.end : b.span.start]

    def head(self, a: Amount) -> str:
        """The sentence up to an amount."""
        return self.text[self.span.start : a.span.start]


@dataclass(frozen=True, slots=True)
class Sum:
    """A checked sum: the rule, the amounts it is about, what it should be, in words."""

    rule: Literal["ratio_called_increase", "percentage_wrong", "sum_wrong", "total_below_part", "sum_right", "not_checkable"]
    stated: Amount
    also: tuple[Span, ...]
    message: str
    to: str | None = None


def number(value: float) -> str:
    """A number as a person writes it: at most two decimals, thousands with commas."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def passages(document: Document) -> Iterator[Passage]:
    """The sentences that hold a number, outside furniture, each with the amounts of the two sentences before it."""
    if not re.search(r"\d", document.text):
        return
    dull = tuple(f.span for f in document.furniture)
    for paragraph in paragraphs(document.text):
        last: list[tuple[Span, Amount]] = []
        for s in sentences(document.text, paragraph, document.language):
            if any(d.overlaps(s) for d in dull):
                continue
            found = tuple(amounts(document.text, s, document.language))
            if found:
                yield Passage(document, s, document.text, found, tuple(last))
            last = [(x, a) for x, a in last if x.end > s.start - 600] + [(s, a) for a in found]


def percentage_of_change(p: Passage) -> Iterator[Sum]:
    """A percentage against the two figures it is reckoned from.

    What: "a P percent increase over the B things", where the page gives the new figure V of the same things: (V - B) / B is compared with P.
    When V / B, not (V - B) / B, gives P, a ratio was called an increase.

    Why it matters: a ratio called an increase overstates a change by exactly 100 points, and it travels with every retelling.

    Not when: the base or the new figure has another unit, is itself a percentage, is vague, or could be one of several figures; then the
    percentage is ``not_checkable``. Rounding and words such as "nearly" are allowed for.

    Example (fiction): "The ferry made 60 trips in May, a 300 percent increase over the 20 trips in April": 200 percent more, or 300 percent of 20.
    """
    for stated in p.here:
        if not stated.percent:
            continue
        tail = p.text[stated.span.end : p.span.end]
        near = p.text[max(p.span.start, stated.span.start - 40) : min(p.span.end, stated.span.end + 40)]
        direction = DIRECTION.search(near)
        if direction is None or POINTS.match(tail):
            continue
        old = base(p, stated)
        if old is None:
            yield Sum("not_checkable", stated, (), f"{number(stated.value)} percent is given as a change; {NO_BASE}.")
            continue
        yield compare(p, stated, old, up=direction.group("up") is not None)


def base(p: Passage, stated: Amount) -> Amount | None:
    """The figure that the change is reckoned from: after "over", "from", "than" …, before the next percentage."""
    stop = min((a.span.start for a in p.here if a.percent and a.span.start > stated.span.start), default=p.span.end)
    for a in p.here:
        if a.span.start > stated.span.start and a.span.end <= stop and usable(a) and BASE.search(p.head(a)):
            return a
    return next((a for a in p.here if a.span.end <= stated.span.start and usable(a) and FROM.search(p.head(a))), None)


def usable(a: Amount) -> bool:
    """A figure that can stand in a sum: counted things, above zero."""
    return not a.percent and not a.year and a.value > 0


def new_figures(p: Passage, stated: Amount, old: Amount) -> tuple[list[tuple[Span, Amount]], bool]:
    """What the old figure may have become, and whether the grammar ties it to the percentage."""
    target = [a for a in p.here if usable(a) and a is not old and TO.search(p.head(a))]
    if target:
        return [(p.span, target[0])] if len(target) == 1 else [], True
    bases = [a for a in p.here if BASE.search(p.head(a))]
    same = [(p.span, a) for a in p.here if usable(a) and a not in bases and a is not stated and alike(a, old)]
    if same:
        return same, True
    return [(s, a) for s, a in p.before if usable(a) and alike(a, old)], BACK.search(p.text[p.span.start : p.span.end]) is not None


def compare(p: Passage, stated: Amount, old: Amount, *, up: bool) -> Sum:
    """The stated percentage beside what the two figures give."""
    options, tied = new_figures(p, stated, old)
    said = f"{number(stated.value)} percent"
    if not options:
        return Sum(
            "not_checkable", stated, (), f"{said} is reckoned from {number(old.value)}; the figure it leads to is not on the page."
        )
    if len({a.value for _, a in options}) > 1:
        return Sum("not_checkable", stated, (), f"{said} is reckoned from {number(old.value)}; {UNCLEAR}.")
    where, new = options[0]
    more, whole = change(new, old), ratio(new, old)
    also = (where,) if where != p.span else ()
    what = f"from {number(old.value)} to {number(new.value)}"
    if more.fits(stated) and (new.value >= old.value) == up:
        return Sum("sum_right", stated, also, f"{said} agrees with the figures: {what} is {number(more.mid)} percent.")
    if up and new.value > old.value and whole.fits(stated):
        return Sum(
            "ratio_called_increase",
            stated,
            also,
            f"{said} is called an increase, but {what} is an increase of {more.mid:.2f} percent; {whole.mid:.2f} percent is the ratio "
            f"of the two figures ({number(new.value)} / {number(old.value)}).",
            f"{more.mid:.2f} percent",
        )
    if not tied or old.loose or new.loose or stated.loose or (new.value >= old.value) != up:
        return Sum("not_checkable", stated, also, f"{said} beside {what} ({number(more.mid)} percent): {UNCLEAR}.")
    return Sum(
        "percentage_wrong",
        stated,
        also,
        f"{said} is given for a change {what}, which is {more.mid:.2f} percent.",
        f"{more.mid:.2f} percent",
    )


def share(p: Passage) -> Iterator[Sum]:
    """A share against its part and whole.

    What: "A of the B things, or P percent" and "P percent (A of B)": A / B is compared with P.

    Why it matters: shares are quoted without their figures later on.

    Not when: part or whole is vague or a percentage, or more than one pair of figures stands in the sentence.

    Example (fiction): "30 of the 120 boats, or 25 percent, came back" is right; "or 40 percent" is not.
    """
    pairs = [
        (a, b)
        for a, b in zip(p.here, p.here[1:], strict=False)
        if usable(a) and usable(b) and not a.loose and not b.loose and a.value <= b.value and SHARE.fullmatch(p.between(a, b))
    ]
    stated = [a for a in p.here if a.percent]
    if len(pairs) != 1 or len(stated) != 1:
        return
    (part, whole), said = pairs[0], stated[0]
    joint = p.between(whole, said) if said.span.start > whole.span.end else p.between(said, part)
    if len(joint) > 60 or not re.search(r",? or |\(|, making up |, about |[–—:]", joint):
        return
    result = ratio(part, whole)
    words = f"{number(part.value)} of {number(whole.value)} is {result.mid:.2f} percent"
    if result.fits(said):
        yield Sum("sum_right", said, (), f"{number(said.value)} percent agrees with the figures: {words}.")
    elif not said.loose:
        yield Sum("percentage_wrong", said, (), f"{number(said.value)} percent is given, but {words}.", f"{result.mid:.2f} percent")


def multiple(p: Passage) -> Iterator[Sum]:
    """A multiple against its two figures.

    What: "doubled from A to B", "a threefold rise from A to B": B / A is compared with the multiple.

    Why it matters: "doubled" is remembered when the figures are not.

    Not when: the two figures are not joined by "from … to", or the multiple is hedged; a tenth either way is taken as rounding.

    Example (fiction): "Catches tripled from 20 to 60 tonnes" is right; "from 20 to 45 tonnes" is not.
    """
    hit = TIMES.search(p.text, p.span.start, p.span.end)
    old = [a for a in p.here if usable(a) and FROM.search(p.head(a))]
    new = [a for a in p.here if usable(a) and TO.search(p.head(a))]
    if hit is None or len(old) != 1 or len(new) != 1 or old[0].span.start > new[0].span.start:
        return
    fold = hit.group(1)
    times = MULTIPLE.get(hit.group().casefold()) or (int(fold) if fold.isdigit() else FOLDS[fold.casefold()])
    result = new[0].value / old[0].value
    words = f"{number(new[0].value)} is {number(round(result, 2))} times {number(old[0].value)}"
    hedged = re.search(
        r"\b(?:almost|nearly|more than|over|roughly|about|at least|around)\s(?:a\s)?$",
        p.text[p.span.start : hit.start()],
        re.IGNORECASE,
    )
    if abs(result - times) <= 0.1 * times:
        yield Sum("sum_right", old[0], (), f"“{hit.group()}” agrees with the figures: {words}.")
    elif not hedged and not old[0].loose and not new[0].loose:
        yield Sum("sum_wrong", old[0], (), f"“{hit.group()}” is said, but {words}.", f"{number(round(result, 2))} times")


def parts(p: Passage) -> Iterator[Sum]:
    """Parts against their total.

    What: "N things: A this, B that and C those": the sum of the parts is compared with N. A part or a sum above N is a contradiction.

    Why it matters: tolls are put together from lists, and a list that outgrows its total shows that two counts were mixed.

    Not when: the list may be a selection (a smaller sum is silent unless the total is given as the sum), when "including" joins things
    that are counted differently, or when other figures stand between the items.

    Example (fiction): "40 people were on board: 25 islanders and 15 guests" is right; "25 islanders and 19 guests" is more than 40.
    """
    for n, total in enumerate(p.here):
        rest = p.here[n + 1 :]
        if not usable(total) or not rest:
            continue
        items = listed(p, total, rest)
        if len(items) >= 2:
            yield from added(p, total, items)
        elif AMONG.fullmatch(p.between(total, rest[0])) and usable(rest[0]):
            part = rest[0]
            if part.value > total.value and not total.loose and person(total) and person(part):
                yield Sum(
                    "total_below_part",
                    total,
                    (),
                    f"{number(part.value)} are said to be among {number(total.value)}.",
                    number(part.value),
                )
    yield from totalled(p)


def person(a: Amount) -> bool:
    """Whether persons are counted."""
    return bool(party_words("people") & set(a.units))


def listed(p: Passage, total: Amount, rest: Sequence[Amount]) -> list[Amount]:
    """The items of a list that begins right after the total and ends with its sentence; empty unless it has nothing but items."""
    gap = p.between(total, rest[0])
    head = re.match(r"[^:–—(\n\d]{0,80}", gap)
    if (
        head is None
        or not PARTS.fullmatch(gap[head.end() :].replace("“", "").replace('"', "") or "x")
        or not all(map(usable, rest))
    ):
        return []
    for a, b in zip(rest, rest[1:], strict=False):
        if not ITEM_GAP.fullmatch(p.between(a, b).replace("“", "").replace(' "', " ")):
            return []
    tail = p.text[rest[-1].span.end : p.span.end]
    return list(rest) if rest[-1].units and len(tail) <= 60 and not re.search(r"[,;:]", tail) else []


def added(p: Passage, total: Amount, items: Sequence[Amount]) -> Iterator[Sum]:
    """The total beside the sum of its list."""
    sum_ = sum(a.value for a in items)
    words = " + ".join(number(a.value) for a in items) + f" = {number(sum_)}"
    exact = total.bound == 0 and not total.loose and not any(a.loose for a in items)
    if (
        (exact and sum_ == total.value)
        or (total.bound < 0 and 0.5 * total.value <= sum_ < total.value)
        or (total.bound > 0 and sum_ > total.value and sum_ <= 1.5 * total.value)
    ):
        yield Sum("sum_right", total, (), f"The parts agree with {bounded(total)}: {words}.")
    elif exact and sum_ > total.value and all(person(a) for a in (total, *items)):
        yield Sum(
            "total_below_part", total, (), f"The parts come to more than the total of {number(total.value)}: {words}.", number(sum_)
        )


def bounded(total: Amount) -> str:
    """The total with its bound in words."""
    return {-1: "fewer than ", 0: "the total of ", 1: "more than "}[total.bound] + number(total.value)


def totalled(p: Passage) -> Iterator[Sum]:
    """ "A this and B that, a total of N": here the sentence itself says that N is the sum."""
    if len(p.here) < 3 or not all(map(usable, p.here)):
        return
    *items, total = p.here
    if not TOTAL_AFTER.fullmatch(p.between(items[-1], total)) or any(a.loose for a in p.here):
        return
    if all(ITEM_GAP.fullmatch(p.between(a, b)) for a, b in zip(items, items[1:], strict=False)):
        sum_ = sum(a.value for a in items)
        words = " + ".join(number(a.value) for a in items) + f" = {number(sum_)}"
        if sum_ == total.value:
            yield Sum("sum_right", total, (), f"The parts agree with the total: {words}.")
        else:
            yield Sum("sum_wrong", total, (), f"The total is given as {number(total.value)}, but {words}.", number(sum_))


def unchecked(p: Passage, done: set[Span]) -> Iterator[Sum]:
    """Percentages that no rule could check, kept so that it can be told how many there were."""
    for a in p.here:
        if a.percent and a.span not in done and not POINTS.match(p.text[a.span.end : p.span.end]):
            yield Sum("not_checkable", a, (), f"{number(a.value)} percent: {NO_BASE}.")


def responsible(pile: Pile, p: Passage, s: Sum) -> tuple[Statement | None, Literal["quoted_source", "outlet"] | None]:
    """Who gives the figure: the quoted source when it stands in quotation marks, the outlet when nobody is named, else open."""
    here = [x for x in pile.by_document[p.document.id] if x.span.overlaps(s.stated.span)]
    best = min(
        here, key=lambda x: (not any(c.holds(s.stated.span) for c in x.content), x.span.end - x.span.start, x.span), default=None
    )
    if best is None or innermost(best) is None:
        return best, "outlet"
    if best.voice == "direct" or (best.voice == "mixed" and quoted_here(p.document, s.stated.span)):
        return best, "quoted_source"
    return best, None


def quoted_here(document: Document, span: Span) -> bool:
    """Whether the place lies between quotation marks of its paragraph."""
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    around = Span(start, len(document.text) if end < 0 else end)
    return any(q.inner.holds(span) for q in quotations(document.text, around))


LIMITS = {
    "ratio_called_increase": "Overturned if the percentage refers to other figures than those on this page.",
    "percentage_wrong": "Overturned if the percentage refers to other or unrounded figures.",
    "sum_wrong": "Overturned if the figures do not belong to one count.",
    "total_below_part": "Overturned if the parts overlap or the total counts something else.",
    "sum_right": "",
    "not_checkable": "",
}


def sums(pile: Pile) -> Iterator[Finding]:
    """All remarks on sums, page by page."""
    for reading in pile.readings:
        for p in passages(reading.document):
            found = [*percentage_of_change(p), *share(p), *multiple(p), *parts(p)]
            checked = {s.stated.span for s in found if s.rule != "not_checkable"}
            found = [s for s in found if s.rule != "not_checkable" or s.stated.span not in checked]
            found += unchecked(p, {s.stated.span for s in found})
            for s in found:
                yield finding(pile, p, s)


def finding(pile: Pile, p: Passage, s: Sum) -> Finding:
    """A sum as a finding, with the sentence it stands in and the one the other figure comes from."""
    teller, who = responsible(pile, p, s)
    message = s.message
    if who == "quoted_source" and teller is not None and s.rule not in ("sum_right", "not_checkable"):
        link = innermost(teller)
        name = f" ({link.name})" if link is not None and link.name else ""
        message += f" The figure stands in words quoted from the source{name}; {pile.outlet(p.document.id)} repeats it."
    d = p.document.id
    around = [c for c in (p.span,) if c.end - c.start <= 400] or [
        Span(max(p.span.start, s.stated.span.start - 150), min(p.span.end, s.stated.span.end + 200))
    ]
    evidence = of(pile, *((d, span) for span in around), *((d, span) for span in s.also))
    stated = f"{short(s.stated.span.of(p.text))} percent" if s.stated.percent else short(s.stated.span.of(p.text))
    alarm = s.rule not in ("sum_right", "not_checkable")
    return remark(
        s.rule,
        evidence,
        message,
        claim=pile.claim_of.get(teller.id) if teller else None,
        change=(stated, s.to),
        responsible=who if alarm else None,
        limits=LIMITS[s.rule],
    )


__all__ = ["Spread", "sums"]
