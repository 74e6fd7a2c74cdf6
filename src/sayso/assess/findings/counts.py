"""Remarks on figures that belong together and stand apart: a list and its total, a new count and the previous one.

These rules only confirm. What stands apart on a page may belong to two counts, so that a difference here is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.arithmetic import NEAR, Amount, alike, change
from sayso.assess.passages import Passage, Sum, number, usable
from sayso.assess.wording import party_words
from sayso.model import Span

ITEM = re.compile(r"[^\W\d_][^,;:()\n\d]{0,60}\s?[–—-]\s$")
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
