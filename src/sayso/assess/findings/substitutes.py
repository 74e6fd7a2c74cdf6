"""Remarks on one thing that stands in another's place where all else is told alike, whatever the thing is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.classes import groups
from sayso.assess.findings.swaps import comparable, ordinary, said, turned
from sayso.assess.frames import Slot, exchanged, replaced, senses
from sayso.assess.pile import Pile, innermost
from sayso.assess.steps import Step
from sayso.assess.wording import subject
from sayso.lexicon.words import words
from sayso.model import Finding, Statement
from sayso.text import normal
from sayso.text.normal import trunk, trunks


def thing_replaced(pile: Pile, step: Step) -> Iterator[Finding]:
    """One thing is another one, and nothing else.

    What: two tellings have the same words but for one noun or short phrase; neither page has the other's words for it
    anywhere. What opens the clause or stands behind "by" is ``actor_changed``, what stands behind a word of place
    ``place_changed``, else ``category_changed``.

    Why it matters: who did it, what was hit and what it was made of are the claim, and one word carries each of them.

    Not when: the two words may stand for one thing (one group of ``classes.yml``, one row of ``senses.yml``, a name and a
    description), or the tellings differ in more.

    Example (fiction): "a faulty valve caused the blast" becomes "a cigarette caused the blast".
    """
    a, b = step.before, step.after
    pages = [pile.documents[s.document] for s in (a, b)]
    if step.kind == "headline" or pages[0].language != pages[1].language:
        return
    told = pile.told(a), pile.told(b)
    change = replaced(*told) or (replaced(pile.text(a), pile.text(b)) if subject(told[0]) == subject(told[1]) else None)
    if change is None:
        return
    x, y = change
    if told_on(x, pages[1].text) or told_on(y, pages[0].text):
        return
    if step.kind != "derived" and not (plain_word(x) and plain_word(y)):
        return
    timed = [TIMES & set(slot.words.casefold().split()) for slot in change]
    if any(timed):
        if all(timed):
            yield from said(pile, step, "date_changed", (x.words, y.words))
        return
    rule = (
        "actor_changed"
        if y.opens or y.before == "by"
        else "place_changed"
        if {x.before, y.before} <= PLACES
        else "category_changed"
    )
    yield from said(pile, step, rule, (x.words, y.words))


TIMES = words("en", "time") | {"ago", "hour", "day", "week", "month", "year", "decade", "night", "overnight", "tonight"}


def plain_word(slot: Slot) -> bool:
    """Whether what opens a clause is surely no name: more than one word, or a word of some class, sense or of everyday English."""
    if not slot.opens or len(slot.stems) > 1 or not slot.words[0].isupper():
        return True
    return bool(groups(slot.words) or slot.stems[0] in senses() or normal.stem(slot.words) in ordinary())


PLACES = frozenset({"in", "at", "near", "outside", "inside", "into", "on", "onto", "behind", "under", "over"})


def told_on(slot: Slot, page: str) -> bool:
    """Whether a page has one of a slot's words."""
    there = trunks(subject(page))
    return any(trunk(w) in there for w in slot.stems)


def sides_exchanged(pile: Pile, step: Step) -> Iterator[Finding]:
    """What brings about and what is brought about have changed places, or who says it and of whom.

    What: both tellings have one verb; the last noun before it stands behind it in the other telling, and the first noun behind it
    stands before it there. Or the source of each telling is the one of whom the other tells.

    Why it matters: cause and effect, accuser and accused are told the wrong way round with every word kept.

    Not when: one of the tellings is passive, more than a few words differ, or the verb works both ways ("met", "married").

    Example (fiction): "poor trade brings high tolls" becomes "high tolls bring poor trade".
    """
    a, b = step.before, step.after
    if step.kind == "headline":
        return
    change = None
    if comparable(pile, step):
        change = exchanged(pile.told(a), pile.told(b)) or accuser_accused(pile, a, b)
    if change is None and subject(pile.text(a)) == subject(pile.text(b)):
        change = turned(pile.text(a), pile.text(b))  # the reader may have taken the one who acts for a source
    if change is not None:
        yield from said(pile, step, "actor_changed", change)


def accuser_accused(pile: Pile, a: Statement, b: Statement) -> tuple[str, str] | None:
    """The sources of two tellings, where each telling begins with the other's source."""
    x, y = innermost(a), innermost(b)
    if x is None or y is None or not x.name or not y.name:
        return None
    behind = ((x.name, b), (y.name, a))
    if any(re.search(rf"\bby\s(?:the\s)?{re.escape(name)}\b", pile.text(s), re.IGNORECASE) for name, s in behind):
        return None  # "is alleged by prosecutors to have": the one spoken of was taken for a source
    told = [subject(" ".join(pile.told(s).split()[:FIRST])) for s in (a, b)]
    one, two = (subject(k.name.split(" of ")[0]) for k in (x, y) if k.name)
    if one and two and not one & two and two & told[0] and one & told[1] and not one & told[0] and not two & told[1]:
        return x.name, y.name
    return None


FIRST = 3  # words at the head of a telling in which stands of whom it tells; own choice
