"""Remarks on figures that change, or lose or gain their bound, on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.fates import ANYBODY
from sayso.assess.figured import Figured, Pair, figured, in_parts, on_page, pairs, rates
from sayso.assess.figures import in_marks
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import alike, common
from sayso.assess.findings.taken import slip
from sayso.assess.pile import Pile, innermost
from sayso.assess.steps import Step, where
from sayso.assess.wording import likeness, stems, subject
from sayso.model import Finding, Statement
from sayso.text.normal import trunk, trunks


def number_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """A figure is another one, has another bound, or counts something else.

    What: the figures of two tellings are laid beside each other: equal ones are set aside, the rest paired by digits, then by what
    they count. Another number is ``number_changed``, a bound that comes, goes or turns round ``bound_changed``, another measure or
    money ``unit_changed``, another thing ``category_changed``, people of whom one telling alone says who they are among them. Of
    two pages that nothing ties but a number from ten on, which one of them says who gave, the bound and the counted are compared.

    Why it matters: figures are what is quoted on.

    Not when: the earlier page has the later figure anywhere, the later page has the earlier one, the tellings share too few words
    to be one, or two parties have counted and neither figure is the other misread.

    Example (fiction): "up to 20 boats" becomes "20 boats", "12 boats" becomes "21 boats", "30 tonnes" becomes "30 barrels".
    """
    a, b = step.before, step.after
    one, two = figured(pile, a), figured(pile, b)
    if not one or not two:
        return
    close = one_matter(pile, step) or nothing_but_figures(pile, step)
    for pair in pairs(one, two):
        x, y = pair.before, pair.after
        worded = not any(c.isdigit() for c in x.words + y.words)
        if foreign(pile, step) and (pair.rule == "category_changed" or worded):
            continue  # words for the counted and words of amount are not compared across languages; measures are
        if step.kind == "headline" and not alike(pile, a, b, 0.6):
            continue
        if pair.rule != "number_changed" and any(otherwise_bounded(pile, s, f) for s, f in ((a, x), (b, y))):
            continue
        if not (close or one_fate(pair) or (pair.rule == "bound_changed" and (common(pile, a, b) or one_teller(pile, step)))):
            continue
        if pair.rule == "bound_changed" and (rounded_off(pile, step, pair) or spanned(pile, step, pair)):
            continue
        if pair.rule == "number_changed" and (adds_up(one, y) or adds_up(two, x)):
            continue  # "300 passengers and 40 crew" and "340 people, 40 of them crew"
        if pair.rule == "number_changed" and not one_count(pile, step, pair):
            continue
        if not new_here(pile, step, pair) or (step.kind == "headline" and pair.rule != "number_changed"):
            continue
        if pair.rule == "number_changed" and any(in_parts(pile.text(s), f) == g.low for s, f, g in ((a, x, y), (b, y, x))):
            continue
        unit = pair.rule in ("unit_changed", "category_changed")
        wx, wy = (f"{f.words} {f.unit}" if unit else f.words for f in (x, y))
        sx, sy = (in_marks(f.words, f.unit if unit else "") for f in (x, y))
        yield remark(
            pair.rule,
            of(pile, a, b),
            f"{sx} in {where(pile, a)} is {sy} in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(wx, wy),
            limits="Overturned if the two count different things or times.",
        )


def one_fate(pair: Pair) -> bool:
    """Whether one number befell the same: so many were hurt, whoever they were."""
    x, y = pair.before, pair.after
    return (x.low, x.high) == (y.low, y.high) and bool(x.fate) and x.fate == y.fate


def foreign(pile: Pile, step: Step) -> bool:
    """Whether the two pages are in two languages: their words for the counted cannot be compared."""
    return pile.documents[step.before.document].language != pile.documents[step.after.document].language


def one_matter(pile: Pile, step: Step) -> bool:
    """Whether two tellings share enough to be one: words, or, across languages, a link that has decided so."""
    a, b = step.before, step.after
    if pile.documents[a.document].language != pile.documents[b.document].language:
        return True
    return alike(pile, a, b, 0.4) or common(pile, a, b) >= CLOSE


BOUND = re.compile(
    r"\b(?:limit(?:s|ed)?|cap(?:s|ped)?|ceiling|maximum|minimum|exceed\w*|surpass\w*|topped|at (?:the )?(?:very )?(?:most|least)"
    r"|or (?:more|fewer|less)|if not more|(?:top|peak) \w+|(?:more|fewer|less) than)\b",
    re.IGNORECASE,
)


def otherwise_bounded(pile: Pile, s: Statement, f: Figured) -> bool:
    """Whether a telling bounds a figure in words that do not stand right beside it: "is limited to 12", "12 is the maximum"."""
    told = pile.text(s)
    for g in (f, *figured(pile, s)):  # "at least 12 dead and more than 30 hurt": each bound is its own figure's
        told = told.replace(g.words, " ")
    return BOUND.search(told) is not None


def rounded_off(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether a figure is told as "some 180" in a sentence that is reworded: the reteller's own way of giving it."""
    x, y = pair.before, pair.after
    softer = (x.low, x.high) == (y.low, y.high) and y.approximate
    return softer and not foreign(pile, step) and likeness(pile.text(step.before), pile.text(step.after)) < BOUNDED


# Dice of two sentences. On invented retellings (bench/quality/tellings) "some" and its like were new below it on 5 faithful ones
# and on one that changed another thing, from it on on 3 changed ones.
BOUNDED = 0.6
WITHIN = re.compile(r"\b(?:within|inside)\s$", re.IGNORECASE)


def spanned(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether something lies within one figure and at less than the other: "within fifty metres", "less than 50 metres from"."""
    for s, f, g in ((step.before, pair.before, pair.after), (step.after, pair.after, pair.before)):
        text = pile.documents[s.document].text
        if g.low == 0 and WITHIN.search(text[max(0, f.span.start - WIDE) : f.span.start]):
            return True
    return False


def one_teller(pile: Pile, step: Step) -> bool:
    """Whether one page follows the other, and both have it from one source, under a name or as what it is."""
    x, y = innermost(step.before), innermost(step.after)
    return step.kind == "derived" and x is not None and y is not None and pile.same_party(x, y)


def nothing_but_figures(pile: Pile, step: Step) -> bool:
    """Whether both tellings are figures alone ("organisers spoke of 3,000") of one source, and one page follows the other."""
    return not any(subject(pile.told(s)) for s in (step.before, step.after)) and one_teller(pile, step)


def one_count(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether two figures stand in one place of their tellings and are not two parties' own.

    Two pages that nothing ties but another figure, which both have, have counted each for itself.
    """
    return step.kind != "figure" and (foreign(pile, step) or one_slot(pile, step, pair)) and not two_counts(pile, step, pair)


def two_counts(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether two figures are two parties' own, neither the other misread: what each has counted, when it counted."""
    a, b = step.before, step.after
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not x.name or not y.name or slip(pair.before.low, pair.after.low):
        return False
    if pair.after.approximate:
        return False  # "17" told as "about 20" is rounded by whoever retells it
    return not any(pile.same_party(k, j) for k in a.chain[1:] for j in b.chain[1:])


def adds_up(parts: Sequence[Figured], whole: Figured) -> bool:
    """Whether a figure is the sum of the figures of the other telling."""
    return len(parts) > 1 and sum(f.low for f in parts) == whole.low


def one_slot(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether what stands beside the two figures agrees in words besides the unit: one where a page follows the other, else two."""
    near = [beside(pile, s, f) for s, f in ((step.before, pair.before), (step.after, pair.after))]
    words = [trunks(row) - {trunk(pair.before.unit), trunk(pair.after.unit)} for row in near]
    if step.kind not in ("derived", "headline") and likeness(pile.told(step.before), pile.told(step.after)) < SENTENCE:
        return False
    least = 1 if step.kind in ("derived", "headline") else SLOT
    return len(words[0] & words[1]) >= least or words[0] == words[1]


def beside(pile: Pile, s: Statement, f: Figured) -> frozenset[str]:
    """The content words of a telling within ``WIDE`` code points of a figure."""
    text = pile.documents[s.document].text
    left, right = text[max(s.span.start, f.span.start - WIDE) : f.span.start], text[f.span.end : min(s.span.end, f.span.end + WIDE)]
    return subject(f"{re.split(CLAUSE, left)[-1]} {re.split(CLAUSE, right)[0]}")


CLAUSE = re.compile(r"[;:.!?–—]\s")
SENTENCE = 0.45  # Dice below which two tellings of a common text may give two figures; own choice, as in reversals.py
WIDE, SLOT = 60, 2  # code points beside a figure, and words that must agree there; own choice
CLOSE = 4  # subject words in common that make two long tellings one matter; own choice, as in strength.by_all


def new_here(pile: Pile, step: Step, pair: Pair) -> bool:
    """Whether neither page has the other's figure anywhere: for bounds and units the very same interval or the digits with it."""
    x, y = pair.before, pair.after
    a, b = step.before.document, step.after.document
    if pair.rule in ("unit_changed", "category_changed"):
        told = [subject(pile.told(s)) for s in (step.before, step.after)]
        if y.unit in ANYBODY and x.unit in stems(pile.documents[b].text):
            return False  # "14 people" on a page that knows of rowers
        return not (has_unit(pile, b, x) or has_unit(pile, a, y) or x.unit in told[1] or y.unit in told[0])
    if a == b:
        return (y.low, y.high) not in elsewhere(pile, step)
    if pair.rule == "bound_changed":  # a headline drops the bound that its article has
        return not (
            has_unit(pile, b, x) or has_unit(pile, a, y, body=True) or (pile.headline(step.before) and given_below(pile, a, y))
        )
    return (y.low, y.high) not in on_page(pile, a) and (x.low, x.high) not in on_page(pile, b)


def elsewhere(pile: Pile, step: Step) -> set[tuple[float, float | None]]:
    """The figures of the text under a headline."""
    return {(f.low, f.high) for s in pile.by_document[step.before.document] if not pile.headline(s) for f in figured(pile, s)}


def given_below(pile: Pile, document: str, f: Figured) -> bool:
    """Whether the article under a headline gives a figure with the same bound, whatever it calls the counted."""
    return any(
        (g.low, g.high, g.approximate) == (f.low, f.high, f.approximate)
        for s in pile.by_document[document]
        if not pile.headline(s)
        for g in figured(pile, s)
    )


def has_unit(pile: Pile, document: str, f: Figured, *, body: bool = False) -> bool:
    """Whether a page gives the figure with its unit in some telling; ``body``: below its headline."""
    return any(
        (g.low, g.high, g.unit, g.approximate) == (f.low, f.high, f.unit, f.approximate)
        for s in pile.by_document[document]
        if not (body and pile.headline(s))
        for g in figured(pile, s)
    )


def rate_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """The same figure in another stretch of time.

    What: both tellings count by one period each ("a second", "monthly"), and the periods differ.

    Why it matters: so much a year and so much a month are far apart.

    Not when: a telling gives more than one period, or the other page has both.

    Example (fiction): "200 litres a second" becomes "200 litres an hour".
    """
    a, b = step.before, step.after
    one, two = rates(pile.told(a)), rates(pile.told(b))
    if len(one) != 1 or len(two) != 1 or one.keys() == two.keys() or not one_matter(pile, step):
        return
    (x, wx), (y, wy) = next(iter(one.items())), next(iter(two.items()))
    pages = [rates(pile.documents[s.document].text) for s in (a, b)]
    if y in pages[0] or x in pages[1] or not figured(pile, a) or not figured(pile, b):
        return
    yield remark(
        "unit_changed",
        of(pile, a, b),
        f"“{wx}” in {where(pile, a)} is “{wy}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(wx, wy),
        limits="Overturned if the two count different things.",
    )
