"""Remarks on how far something is said to hold: the largest in a port or in a country, nothing found or ruled out, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.assess.figured import Figured, difference, figured, on_page
from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import common
from sayso.assess.findings.swaps import comparable
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import stems, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Statement
from sayso.text.months import WEEKDAYS
from sayso.text.normal import trunk

SUPERLATIVE = vocabulary.pattern("dimensions", "superlative")
BEFORE, BEHIND = 30, 60  # code points about a superlative in which stands where it holds; own choice


@cache
def scopes() -> tuple[re.Pattern[str], ...]:
    """Words for where a superlative holds, from the narrowest on."""
    return (
        vocabulary.pattern("dimensions", "of a place"),
        vocabulary.pattern("dimensions", "of a region"),
        vocabulary.pattern("dimensions", "of a country"),
        vocabulary.pattern("dimensions", "of a continent"),
        vocabulary.pattern("dimensions", "of the world"),
    )


def scope(told: str) -> tuple[int, str] | None:
    """How wide the one superlative of a telling holds, and its words; None where it has none or several, or no word says it."""
    found = list(SUPERLATIVE.finditer(told))
    if len(found) != 1:
        return None
    m = found[0]
    left, right = told[max(0, m.start() - BEFORE) : m.start()], told[m.end() : m.end() + BEHIND]
    clause = f"{re.split(CLAUSE, left)[-1]}{m.group()}{re.split(CLAUSE, right)[0]}"
    ranks = [n for n, p in enumerate(scopes()) if p.search(clause)]
    return (ranks[0], clause.strip()) if len(ranks) == 1 else None


CLAUSE = r"[,;:.!?–—]"


def scope_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """The largest of a place becomes the largest of a country.

    What: each telling has one superlative, and a word that says where it holds: a port or a town, a region, a country, a
    continent, the world. The wider one for the narrower is ``strengthened``, the narrower for the wider ``weakened``.

    Why it matters: everything is the largest of something, and the something is what a retelling lets grow.

    Not when: the other page has the superlative of that scope as well, or one telling gives two scopes.

    Example (fiction): "the largest theft in the port" becomes "the largest theft in the country".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or foreign(pile, step) or not common(pile, a, b):
        return
    one, two = scope(pile.told(a)), scope(pile.told(b))
    if one is None or two is None or one[0] == two[0]:
        return
    said = {n: {x[0] for s in pile.by_document[t.document] if (x := scope(pile.told(s))) is not None} for n, t in ((0, a), (1, b))}
    if two[0] in said[0] or one[0] in said[1]:
        return
    yield from held(pile, step, "strengthened" if two[0] > one[0] else "weakened", (one[1], two[1]))


def held(pile: Pile, step: Step, rule: str, words: tuple[str, str]) -> Iterator[Finding]:
    """The remark on two tellings of which one holds further."""
    a, b = step.before, step.after
    yield remark(
        rule,
        of(pile, a, b),
        f"“{words[0]}” in {where(pile, a)} is “{words[1]}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(pile.text(a), pile.text(b)),
        limits="Overturned if the later page had it from elsewhere.",
    )


def first(text: str) -> str:
    """The beginning of the first word that says something; "" where the clause has none."""
    clause = re.split(CLAUSE, text)[0]
    return next((trunk(w) for w in stems(clause) if w in subject(clause)), "")


UNPROVED = vocabulary.pattern("moods", "nothing found")
CLOSED = vocabulary.pattern("moods", "shut out")


def unproved_told_as_excluded(pile: Pile, step: Step) -> Iterator[Finding]:
    """ "No sign of it" becomes "ruled out".

    What: the earlier telling says that nothing was found that points to something ("no evidence of", "nothing to suggest"), the
    later one that it is ruled out; what is meant is told in both. The other way round it is ``weakened``.

    Why it matters: who has found nothing may go on looking.

    Not when: one telling has both, or the two speak of different things.

    Example (fiction): "the warden found no sign of arson" becomes "the warden ruled out arson".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or foreign(pile, step):
        return
    told = pile.text(a), pile.text(b)  # with the cue: "she ruled out" may be one
    loose, firm = ([p.search(t) for t in told] for p in (UNPROVED, CLOSED))
    for here, there, rule in ((0, 1, "strengthened"), (1, 0, "weakened")):
        x, y = loose[here], firm[there]
        if x is None or y is None or loose[there] or firm[here]:
            continue
        meant = [first(t[m.end() : m.end() + BEHIND]) for t, m in ((told[here], x), (told[there], y))]
        if meant[0] and meant[0] == meant[1]:
            words = (x.group(), y.group()) if here == 0 else (y.group(), x.group())
            yield from held(pile, step, rule, words)
            return


DAY = re.compile(
    rf"[^,;:.!?]{{0,40}}?\b[Oo]n\s(?P<day>{'|'.join(d.capitalize() for d in WEEKDAYS if d.isascii() and d.endswith('day'))})\b"
)


def by_day(pile: Pile, s: Statement) -> dict[str, Figured]:
    """The figures of a telling by the day of the week that stands behind them; none of a day that has two."""
    text, rows = pile.documents[s.document].text, figured(pile, s)
    out: dict[str, list[Figured]] = {}
    ends = (*(g.span.start for g in rows[1:]), s.span.end)
    for f, after in zip(rows, ends, strict=False):  # of no figures none
        m = DAY.match(text, f.span.end, after)
        if m is not None:
            out.setdefault(m["day"], []).append(f)
    return {day: row[0] for day, row in out.items() if len(row) == 1}


def figure_of_another_day(pile: Pile, step: Step) -> Iterator[Finding]:
    """A figure is told of a day that had another.

    What: both tellings give one figure of one unit "on Tuesday"; the later one's stands on the earlier page, but not for that day.

    Why it matters: a total told as one day's figure is the right digits in the wrong place.

    Not when: the earlier page has the figure nowhere (then another number is told), or a telling gives two figures for the day.

    Example (fiction): "40 boats on Monday and 60 on Tuesday, 100 in all" becomes "100 boats on Monday".
    """
    a, b = step.before, step.after
    if step.kind != "derived" or foreign(pile, step) or not comparable(pile, step):
        return
    one, two = by_day(pile, a), by_day(pile, b)
    for day in sorted(one.keys() & two.keys()):
        x, y = one[day], two[day]
        if x.unit != y.unit or difference(x, y) != "number_changed" or (y.low, y.high) not in on_page(pile, a.document):
            continue
        yield remark(
            "number_changed",
            of(pile, a, b),
            f"“{x.words}” on {day} in {where(pile, a)} is “{y.words}” in {where(pile, b)} ({step.tie}).",
            claim=step.claim.id,
            change=(f"{x.words} on {day}", f"{y.words} on {day}"),
            limits="Overturned if the two count different things.",
        )
        return
