"""Remarks on percentages, shares, multiples, parts and totals. Alarms only where grammar says what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from sayso.assess.arithmetic import NEAR, PERCENT, POINTS, Amount, alike, change, ratio
from sayso.assess.findings.announced import announced as said_to_be
from sayso.assess.findings.balances import confirmed
from sayso.assess.findings.conclusions import conclusions
from sayso.assess.findings.conversions import converted
from sayso.assess.findings.counts import listing, previous
from sayso.assess.findings.days import days_between
from sayso.assess.findings.elapsed import since_and_until
from sayso.assess.findings.hours import between_clocks, since_year
from sayso.assess.findings.misreckoned import misreckoned
from sayso.assess.findings.multiples import in_percent
from sayso.assess.findings.pieced import pieced
from sayso.assess.findings.portions import tried
from sayso.assess.findings.reckoned import reckoned
from sayso.assess.findings.relations import related
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.remote import remote
from sayso.assess.findings.totals import parts
from sayso.assess.findings.wholes import Shelf, counted_twice, of_whole
from sayso.assess.passages import FIGURES, Passage, Sum, Worked, number, usable
from sayso.assess.pile import Pile, innermost, neighbourhood
from sayso.assess.ties import multiples
from sayso.lexicon import vocabulary
from sayso.model import Document, Finding, Span, Statement
from sayso.text.quotations import quotations

UP, DOWN = rf"{vocabulary.one_of('figures', 'goes up')}\b", rf"{vocabulary.one_of('figures', 'goes down')}\b"
DIRECTION = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))", re.IGNORECASE)
ROUGHLY = rf"(?:(?:{vocabulary.bounding()}|just|only)\s)?"  # what may stand between a preposition and its figure
BASE = re.compile(
    r"\b(?:over|from|than|on|against|versus|above|below|compared (?:with|to)|relative to|up on|down on)\s+"
    r"(?:the |its |their |last year's )?"
    rf"(?:previous |earlier )?{ROUGHLY}$",
    re.IGNORECASE,
)
TO = re.compile(rf"\bto\s+(?:an? |the )?{ROUGHLY}(?:record |total of )?$", re.IGNORECASE)
FROM = re.compile(rf"\bfrom\s+(?:the |an? )?{ROUGHLY}$", re.IGNORECASE)
AGAINST = re.compile(rf"\b(?:from|against|compared (?:with|to)|versus|after)\s+(?:the |an? )?{ROUGHLY}$", re.IGNORECASE)
BACK = re.compile(r"^[“„«\"‘']?\s*(?:this|that|these|it|the (?:figure|number|total|count|sum)|which)\b", re.IGNORECASE)
GREW = {w: times for w, times in multiples("multiple").items() if times > 1}
FOLDS = vocabulary.numerals(2, 10)
TIMES = re.compile(rf"\b(?:{'|'.join(GREW)})\b|(?<![.,])\b(\d+|{'|'.join(FOLDS)})-?fold\b", re.IGNORECASE)
SHARE = re.compile(r"\s(?:[^\W\d_]+\s){0,2}(?:of|out of)\s(?:the |its |their |all |a total of )?$", re.IGNORECASE)
UNCLEAR = "the sentence does not decide which figures it is reckoned from"


# What ties a percentage to its word of change: "fell by at least P", "a P yearly decline", not "cuts …, unless P of them agree".
GOES = re.compile(
    rf"\b(?:{UP}|{DOWN})(?!\sthan\b)(?:\s(?!(?:since|unless|while|which|that|if|when|where|because|but)\b)[^\s,;:()]+){{0,7}}[\s(]*$",
    re.IGNORECASE,
)
COMES = re.compile(rf"^\s*(?:%|per ?cent\b)?\s*(?:[\w’'-]+\s){{0,2}}(?:{UP}|{DOWN})", re.IGNORECASE)
OF_WHOLE = re.compile(r"^\s*(?:%|per ?cent\b)?\s*of\s(?!a\s)")


def attached(p: Passage, stated: Amount) -> bool:
    """Whether a percentage is that of the change the sentence tells, not a share ("more than 60 percent of the land")."""
    head = p.text[max(p.span.start, stated.span.start - REACH) : stated.span.start]
    tail = p.text[stated.span.end : min(p.span.end, stated.span.end + REACH)]
    return OF_WHOLE.match(tail) is None and (GOES.search(head) is not None or COMES.match(tail) is not None)


REACH = 90  # code points on either side of a percentage in which its word of change stands; own choice


def percentage_of_change(p: Passage) -> Iterator[Sum]:
    """A percentage against the two figures it is reckoned from.

    What: "a P percent increase over the B things", where the page gives the new figure V of the same things: (V - B) / B is
    compared with P.
    When V / B, not (V - B) / B, gives P, a ratio was called an increase.

    Why it matters: a ratio called an increase overstates a change by exactly 100 points, and it travels with every retelling.

    Not when: the base or the new figure has another unit, is itself a percentage, is vague, or could be one of several figures;
    then the
    percentage is ``not_checkable``. Rounding and words such as "nearly" are allowed for.

    Example (fiction): "The ferry made 60 trips in May, a 300 percent increase over the 20 trips in April": 200 percent more, or
    300 percent of 20.
    """
    for told in p.here:
        if not told.percent:
            continue
        stated = replace(told, value=abs(told.value))  # "down from 900 to 720, minus 20 percent"
        tail = p.text[stated.span.end : p.span.end]
        near = p.text[max(p.span.start, stated.span.start - 40) : min(p.span.end, stated.span.end + 40)]
        direction = DIRECTION.search(near)
        if direction is None or POINTS.match(tail) or level(p, stated):
            continue
        old = base(p, stated)
        if old is None and (pair := looking_back(p)) is not None:
            where, new, old = pair
            yield compare(p, stated, old, ([(where, new)], True), up=direction.group("up") is not None)
            continue
        if old is None:
            if not attached(p, stated):
                continue
            yield Sum(
                "not_checkable",
                stated,
                (),
                f"{number(stated.value)} percent is given as a change; the page does not give both figures behind it.",
            )
            continue
        yield compare(p, stated, old, new_figures(p, stated, old), up=direction.group("up") is not None)


def level(p: Passage, stated: Amount) -> bool:
    """Whether the percentage is a level that something rose from or to, not the size of a change."""
    return FROM.search(p.head(stated)) is not None or (
        TO.search(p.head(stated)) is not None and FROM.search(p.text[p.span.start : p.span.end]) is None
    )


def base(p: Passage, stated: Amount) -> Amount | None:
    """The figure that the change is reckoned from: after "over", "from", "than" …, before the next percentage."""
    stop = min((a.span.start for a in p.here if a.percent and a.span.start > stated.span.start), default=p.span.end)
    for a in p.here:
        if a.span.start > stated.span.start and a.span.end <= stop and usable(a) and BASE.search(p.head(a)):
            return a
    return next((a for a in p.here if a.span.end <= stated.span.start and usable(a) and FROM.search(p.head(a))), None)


def new_figures(p: Passage, stated: Amount, old: Amount) -> tuple[list[tuple[Span, Amount]], bool]:
    """What the old figure may have become, and whether the grammar ties it to the percentage."""
    target = [a for a in p.here if usable(a) and a is not old and TO.search(p.head(a))]
    if target:
        return [(p.span, target[0])] if len(target) == 1 else [], True
    bases = [a for a in p.here if BASE.search(p.head(a))]
    same = [(p.span, a) for a in p.here if usable(a) and a not in bases and a is not stated and alike(a, old)]
    if same:
        return same, True
    bare = [a for a in p.here if usable(a) and a not in bases and a.span.end <= stated.span.start]
    if not old.units and len(bare) == 1:
        return [(p.span, bare[0])], False
    return [(s, a) for s, a in p.before if usable(a) and alike(a, old)], BACK.search(p.text[p.span.start : p.span.end]) is not None


def looking_back(p: Passage) -> tuple[Span, Amount, Amount] | None:
    """The one pair of figures in the sentence before ("260 came, up from 80"), for a sentence that begins with "this is"."""
    if not BACK.search(p.text[p.span.start : p.span.end]) or not p.before:
        return None
    last = p.before[-1][0]
    there = [a for s, a in p.before if s == last and not a.year]
    old = [a for a in there if AGAINST.search(p.text[max(last.start, a.span.start - NEAR) : a.span.start])]
    new = [a for a in there if a not in old]
    if len(old) != 1 or len(new) != 1 or not all(map(usable, there)):
        return None
    return (last, new[0], old[0]) if alike(new[0], old[0]) or not (new[0].units and old[0].units) else None


def compare(p: Passage, stated: Amount, old: Amount, figures: tuple[list[tuple[Span, Amount]], bool], *, up: bool) -> Sum:
    """The stated percentage beside what the two figures give; ``figures`` are the new one and whether grammar ties it."""
    options, tied = figures
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
            f"{said} is called an increase, but {what} is an increase of {more.mid:.2f} percent; "
            f"{whole.mid:.2f} percent is the ratio of the two figures ({number(new.value)} / {number(old.value)}).",
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
        for a, b in pairwise(p.here)
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


HEDGED = re.compile(rf"\b(?:(?P<least>{vocabulary.bounding('least')})|{vocabulary.bounding()})\s(?:a\s)?$", re.IGNORECASE)


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
    if hit is None or len(old) != 1 or len(new) != 1:
        return
    fold = hit.group(1)
    times = GREW.get(hit.group().casefold()) or (int(fold) if fold.isdigit() else FOLDS[fold.casefold()])
    result = new[0].value / old[0].value
    words = f"{number(new[0].value)} is {number(round(result, 2))} times {number(old[0].value)}"
    hedged = HEDGED.search(p.text[p.span.start : hit.start()])
    more = hedged is not None and hedged["least"] is not None
    if abs(result - times) <= 0.1 * times or (more and times <= result < times + 1):
        yield Sum("sum_right", old[0], (), f"“{hit.group()}” agrees with the figures: {words}.")
    elif not hedged and not old[0].loose and not new[0].loose:
        yield Sum("sum_wrong", old[0], (), f"“{hit.group()}” is said, but {words}.", f"{number(round(result, 2))} times")


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
    around = neighbourhood(document.text, span)
    return any(q.inner.holds(span) for q in quotations(document.text, around))


LIMITS = {
    "ratio_called_increase": "Overturned if the percentage refers to other figures than those on this page.",
    "percentage_wrong": "Overturned if the percentage refers to other or unrounded figures.",
    "sum_wrong": "Overturned if the figures do not belong to one count.",
    "total_below_part": "Overturned if the parts overlap or the total counts something else.",
    "sum_right": "",
    "not_checkable": "",
}


def worked(pile: Pile) -> Iterator[Worked]:
    """All sums that were tried, page by page."""
    rows = [row for r in pile.readings for row in tried(pile, r.document.id)]
    shelf = Shelf(pile, [(r.document.id, [(p, k) for p, k, *_ in tried(pile, r.document.id)]) for r in pile.readings])
    for p, _, x, tries in rows:
        shelf.lists[p.document.id] += [(next(s for s, f in x.told if f is t.stated), t) for t in tries if len(t.others) > 1]
    for p, k, x, tries in rows:
        found = [*percentage_of_change(p), *share(p), *multiple(p), *parts(p), *listing(p), *previous(p)]
        found += days_between(pile, p)
        found += (*between_clocks(p), *since_year(p), *since_and_until(p), *converted(p, k))
        found += [s for s in (*reckoned(p, k), *conclusions(x), *in_percent(x)) if not heard(found, s)]
        far = list(remote(shelf, p, k, x))
        right = [s for s in far if s.rule == "sum_right"]
        found += [s for s in far if s.rule != "sum_right" and not heard(found, s)]
        doubled = [s for t in tries if (s := counted_twice(shelf, p, x, t)) is not None]
        over = {s.stated.span for s in doubled}
        announced = [*related(p, k), *pieced(p, k, x)]
        borne = {s.stated.span for s in announced}  # another reading of the same figures comes out: no alarm
        found = [s for s in found if s.rule in CALM or s.stated.span not in borne]
        if not announced:
            found += [s for s in misreckoned(k) if not heard(found, s)]
            found += [s for s in said_to_be(p, k, x) if not heard(found, s)]
        found = [*doubled, *(s for s in found if s.stated.span not in over)]
        known = [figures_of(s) for s in found if s.rule != "not_checkable"]
        more = (*(confirmed(x, t) for t in tries), *of_whole(shelf, p, k, x), *right, *announced)
        found += [s for s in more if not any(figures_of(s) <= had for had in known)]
        checked = {s.stated.span.start for s in found if s.rule != "not_checkable"}
        seen: set[int] = set()
        for s in found:
            if (s.rule == "not_checkable" and s.stated.span.start in checked) or s.stated.span.start in seen:
                continue
            seen.add(s.stated.span.start)
            yield Worked(p, s, finding(pile, p, s))


CALM = ("sum_right", "not_checkable")


def heard(found: Sequence[Sum], s: Sum) -> bool:
    """Whether a rule before has spoken of the figure, or of the sentence with a verdict of its own on the same figures."""
    return any(f.rule != "not_checkable" and (f.stated.span == s.stated.span or figures_of(s) <= figures_of(f)) for f in found)


def figures_of(s: Sum) -> set[str]:
    """The figures in the words of a sum: what was reckoned with."""
    return set(FIGURES.findall(s.message))


def sums(pile: Pile) -> Iterator[Finding]:
    """All remarks on sums, page by page."""
    for w in worked(pile):
        yield w.finding


def finding(pile: Pile, p: Passage, s: Sum) -> Finding:
    """A sum as a finding, with the sentence it stands in and the one the other figure comes from."""
    teller, who = responsible(pile, p, s)
    message = s.message
    if who == "quoted_source" and teller is not None and s.rule not in CALM:
        link = innermost(teller)
        name = f" ({link.name})" if link is not None and link.name else ""
        message += f" The figure stands in words quoted from the source{name}; {pile.page(p.document.id)} repeats it."
    d = p.document.id
    around = [c for c in (p.span,) if c.end - c.start <= 400] or [
        Span(max(p.span.start, s.stated.span.start - 150), min(p.span.end, s.stated.span.end + 200))
    ]
    evidence = of(pile, *((d, span) for span in around), *((d, span) for span in s.also), *s.elsewhere)
    words = s.stated.span.of(p.text)
    stated = f"{short(words)} percent" if s.stated.percent and not PERCENT.search(words) else short(words)
    alarm = s.rule not in CALM
    claim = pile.claim_of.get(teller.id) if teller else None
    f = remark(s.rule, evidence, message, claim=claim, change=(stated, s.to), limits=LIMITS[s.rule])
    return replace(f, responsible=who) if alarm else f
