"""Remarks on figures that belong together and stand apart: a list and its total, a new count and the previous one, two days.

These rules only confirm. What stands apart on a page may belong to two counts, so that a difference here is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.arithmetic import NEAR, Amount, alike, change, ratio
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.wording import party_words
from sayso.model import Span

ITEM = re.compile(r"[^\W\d_][^,;:()\n\d]{0,60}\s?[–—-]\s$")
OF_TOTAL = re.compile(r"\s(?:of|do|del|du|des|от)\s(?:(?:the|its|their|le|el|all)\s)?(?:total|whole|lot|общего)\b", re.IGNORECASE)
PREVIOUS = re.compile(r"\bprevious(?:ly)?\b[^.;\n\d]{0,70}$", re.IGNORECASE)
COUNT = re.compile(r"\b(?:tolls?|tally|counts?|numbers?|figures?|totals?)\b", re.IGNORECASE)
THAN_BEFORE = re.compile(
    r"\b(?:(?P<up>more|higher|above|up|increas\w*|ris(?:e|es|ing)|jump\w*|surge)|(?P<down>fewer|less|lower|below|down|drop|fall|decreas\w*))\b"
    r"[^.;\n]{0,40}\b(?:previous(?:ly)?|earlier|before)\b",
    re.IGNORECASE,
)
LEAST_LISTED = 3
HALF = 0.5  # a list that holds less than half of a total is not that total's list; own choice


def listing(p: Passage) -> Iterator[Sum]:
    """A list of places with their figures, and the total that the page gives before it.

    What: three or more items ("Ostmar – 12; Westmar – 9; Nordmar – 4") are added up and laid beside the first count of people on
    the page. Equal or within it (at least half) is kept as ``sum_right``, with what the list leaves open.

    Why it matters: such lists are quoted apart from their total, and what they leave open is quoted by nobody.

    Not when: the list comes to more than that count, or to less than half: then it is another count, and nothing is said.

    Example (fiction): "30 people fell ill." Further down: "Ostmar – 12; Westmar – 9; Nordmar – 4": 25 of 30, 5 are not in the list.
    """
    rows = [(s, a) for s, a in p.before if item(p.text, s, a)] + [(p.span, a) for a in p.here if item(p.text, p.span, a)]
    if len(rows) < LEAST_LISTED or not all(usable(a) and a.bound == 0 for _, a in rows) or len(p.here) != len(own(p, rows)):
        return
    if any(a.units and not people(a) for _, a in rows):
        return
    inside = {a.span for _, a in rows}
    total = next(((s, a) for s, a in p.earlier if people(a) and usable(a) and a.bound == 0 and a.span not in inside), None)
    if total is None:
        return
    where, whole = total
    sum_ = sum(a.value for _, a in rows)
    words = " + ".join(number(a.value) for _, a in rows) + f" = {number(sum_)}"
    also = tuple(dict.fromkeys([where, *(s for s, _ in rows if s != p.span)]))
    if sum_ == whole.value:
        yield Sum("sum_right", whole, also, f"The list agrees with the total of {number(whole.value)}: {words}.")
    elif HALF * whole.value <= sum_ < whole.value:
        rest = number(whole.value - sum_)
        yield Sum(
            "sum_right", whole, also, f"The list stays within the total of {number(whole.value)}: {words}; {rest} are not in it."
        )


def own(p: Passage, rows: Sequence[tuple[Span, Amount]]) -> list[Amount]:
    """The items that stand in the sentence itself."""
    return [a for s, a in rows if s == p.span]


def item(text: str, sentence: Span, a: Amount) -> bool:
    """Whether an amount stands behind a name and a dash."""
    return ITEM.search(text[max(sentence.start, a.span.start - NEAR) : a.span.start]) is not None


def people(a: Amount) -> bool:
    """Whether people are counted."""
    return bool(party_words("people") & set(a.units)) or bool(OTHER_PEOPLE & set(a.units))


OTHER_PEOPLE = frozenset(["человек", "человека", "pessoa", "persona", "personne", "menschen", "شخصا", "أشخاص"])


def of_total(p: Passage) -> Iterator[Sum]:
    """A share of a total that stands further up.

    What: "A of the things, P percent of the total", where one earlier figure of the page counts the same things: A / total = P is
    kept as ``sum_right``.

    Why it matters: it shows which shares were checked.

    Not when: no single earlier figure fits by its unit, or the share differs: the total may be another one.

    Example (fiction): "48 sacks were lost." Then: "36 of the sacks were insured, 75 percent of the total."
    """
    for stated in p.here:
        if not stated.percent or not OF_TOTAL.search(p.text[stated.span.end : min(p.span.end, stated.span.end + 40)]):
            continue
        part = [a for a in p.here if usable(a) and a.span.end <= stated.span.start]
        if len(part) != 1:
            continue
        wholes = [(s, a) for s, a in p.earlier if usable(a) and a.value > part[0].value and alike(a, part[0])]
        if wholes and len({a.value for _, a in wholes}) == 1 and ratio(part[0], wholes[-1][1]).fits(stated):
            where, whole = wholes[-1]
            words = f"{number(part[0].value)} of {number(whole.value)}"
            yield Sum("sum_right", stated, (where,), f"{number(stated.value)} percent agrees with the figures: {words}.")


def previous(p: Passage) -> Iterator[Sum]:
    """A count that is said to be above or below the previous one, beside that one.

    What: one sentence calls a count more (or fewer) than previously given, another of the page gives the previous count of the
    same things. Where the direction agrees, ``sum_right`` says by how much.

    Why it matters: "far more than before" is quoted on without the figure it is measured by.

    Not when: the direction does not agree, or the units differ: the previous count may be of something else.

    Example (fiction): "45 people fell ill, more than previously announced. The previous figure was 30."
    """
    for old in p.here:
        if not usable(old) or not PREVIOUS.search(p.head(old)):
            continue
        plain = not old.units and COUNT.search(p.head(old)) is not None
        for where, new in p.earlier:
            hit = THAN_BEFORE.search(p.text, where.start, where.end)
            if (
                hit is None
                or not usable(new)
                or new.value == old.value
                or not ((plain and people(new)) or alike(new, old) or (people(new) and people(old)))
            ):
                continue
            up = hit.group("up") is not None
            if (new.value > old.value) == up:
                more = "more" if up else "less"
                words = f"{number(new.value)} is {number(round(change(new, old).mid, 2))} percent {more} than {number(old.value)}"
                yield Sum("sum_right", new, (where,), f"“{hit.group()}” agrees with the previous figure on the page: {words}.")
                return


HAD = re.compile(
    r"\b(?:had (?:been |earlier |previously )?(?:set|put|given|stood|counted|acknowledged|reported|been)"
    r"|previous(?:ly)?(?! (?:hour|day|night|week|month|year)))\b",
    re.IGNORECASE,
)
LOOK_BACK = 600  # code points between "higher than the previous toll" and the previous toll; own choice
DEAD = re.compile(r"\b(?:killed|died|dead|deaths?|tolls?|fatalities|lost their lives)\b", re.IGNORECASE)


def below_before(p: Passage) -> Iterator[Sum]:
    """A count that is called higher than the previous one, which the page gives in parts.

    What: a sentence calls the count higher than the previous one; within the next sentences stand smaller counts of the dead, one
    of them as an earlier one ("had put the toll at"). Where even their sum stays below the count, ``sum_right`` says so.

    Why it matters: "far more than before" is quoted on without what it is measured by.

    Not when: the smaller counts together reach the count, none of them is told as an earlier one, or they do not count the dead.

    Example (fiction): "60 people died, far more than the previous toll. Nine guards were killed. The board had put the toll at 30."
    """
    if not HAD.search(p.text, p.span.start, p.span.end) or not DEAD.search(p.text, p.span.start, p.span.end):
        return
    start = max(0, p.span.start - LOOK_BACK)
    hit = next(iter(reversed([m for m in THAN_BEFORE.finditer(p.text, start, p.span.start) if m.group("up")])), None)
    if hit is None or not COUNT.search(p.text, max(start, hit.start() - NEAR), hit.end() + NEAR):
        return
    first = next(((s, a) for s, a in p.earlier if a.span.end <= hit.start() and usable(a) and counts_dead(p, s, a)), None)
    rest = [(s, a) for s, a in (*p.earlier, *((p.span, a) for a in p.here)) if a.span.start > hit.end()]
    parts = [(s, a) for s, a in rest if usable(a) and a.bound == 0 and first is not None and counts_dead(p, s, a)]
    if first is None or len(parts) < 2 or not any(s == p.span for s, _ in parts):
        return
    sum_ = sum(a.value for _, a in parts)
    if sum_ >= first[1].value or any(IN_IT.search(p.text[max(s.start, a.span.start - NEAR) : a.span.start]) for s, a in parts):
        return
    words = " + ".join(number(a.value) for _, a in parts) + f" = {number(sum_)}"
    also = tuple(dict.fromkeys(s for s, _ in (first, *parts) if s != p.span))
    yield Sum(
        "sum_right",
        first[1],
        also,
        f"“{hit.group()}” agrees with the counts beside it: {words} stays below {number(first[1].value)}.",
    )


IN_IT = re.compile(r"\b(?:including|among (?:them|the)|most)\b[^.;]{0,20}$|\bof (?:them|whom|these|the)\W{1,3}$", re.IGNORECASE)


def counts_dead(p: Passage, sentence: Span, a: Amount) -> bool:
    """Whether an amount counts the dead: its sentence speaks of them, and it stands for people or behind "toll"."""
    if not DEAD.search(p.text, sentence.start, sentence.end):
        return False
    return not a.units or people(a) or DEAD.search(p.text[a.span.end : min(sentence.end, a.span.end + NEAR)]) is not None


TOTAL = re.compile(
    r"\b(?:in all|in total|a total of|altogether|to date|so far|until now|overall|all told|no total|um total de|até agora|en total"
    r"|au total|insgesamt|всего)\b",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\b(?:(?:in|over|during|within|em|en|во?|за) (?:the |os |las |les |последние )?(?:last |past |últimos |últimas )?"
    r"(?:[^\W\d_]+ |\d+ )?(?:days?|weeks?|months?|hours?|dias|días|semanas|meses|jours|дн\w+|недел\w+)"
    r"|this (?:week|month|year)|yesterday|last (?:week|month))\b",
    re.IGNORECASE,
)


def within_total(p: Passage) -> Iterator[Sum]:
    """What came in a part of the time, and the total to date.

    What: a sentence gives a total of things ("to date", "in all"); another one before it gives as many of the same things for a
    stretch of time. Where these are not more than the total, ``sum_right`` says so.

    Why it matters: a page that has both can be checked, and a figure of one week is soon quoted as the total.

    Not when: the part is more than the total: then it is another count; or the units differ, or no time is given with the part.

    Example (fiction): "40 carts came in the last three days." Then: "900 carts in all have come to date."
    """
    if not TOTAL.search(p.text, p.span.start, p.span.end):
        return
    for whole in p.here:
        around = p.text[max(p.span.start, whole.span.start - NEAR) : min(p.span.end, whole.span.end + NEAR)]
        if not usable(whole) or not TOTAL.search(around):
            continue
        for where, part in p.earlier:
            timed = PERIOD.search(p.text[max(where.start, part.span.start - NEAR) : min(where.end, part.span.end + NEAR)])
            if where != p.span and timed and usable(part) and alike(part, whole) and part.value <= whole.value and not people(part):
                words = f"{number(part.value)} ({timed.group()}) of {number(whole.value)}"
                yield Sum("sum_right", whole, (where,), f"The figure for a part of the time stays within the total: {words}.")
                return
