"""Remarks on a figure that somebody gave and a page that follows tells as its own, in whichever sentence it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.counterparts import Tie, tied
from sayso.assess.findings.credit import carried, given_here, headed_by, named_beside, named_on
from sayso.assess.findings.remark import lies_on, of, remark, who
from sayso.assess.findings.speakers import speaks
from sayso.assess.findings.taken import RARE, Cell, by_number, cells, counts_one, exact
from sayso.assess.pile import Pile, innermost
from sayso.assess.reserves import rounding_words
from sayso.model import Finding


def figures_voiced(pile: Pile, made: Sequence[Finding] = ()) -> Iterator[Finding]:
    """A figure that somebody gave is told as fact, within a sentence on something else.

    What: a page follows another. All that the earlier one has of a figure are the words of a source; the later page has the figure,
    of the same things, in its own voice alone, and does not name the source.

    Why it matters: "the bus had 46 on board, a clerk said" becomes a fact of the page by moving into its longer sentence.

    Not when: the number is small, the later page names the source anywhere, has the figure from somebody too, or with reserve, or
    a remark on the lost source stands already (``made``).

    Example (fiction): "the ferry had 46 guests on board, said its pilot" becomes "the weir broke and swept a ferry with 46 guests
    away".
    """
    lost = [f for f in made if f.rule == "attribution_lost"]
    done: set[tuple[str, float]] = set()
    for tie in tied(pile):
        for x, y in voiced(pile, tie) if tie.kind == "derived" else ():
            told = y.statement
            if (tie.later, y.number) in done or any(lies_on(f, told.document, told.span) for f in lost):
                continue
            done.add((tie.later, y.number))
            yield remark(
                "attribution_lost",
                of(pile, x.statement, told),
                f"{pile.page(tie.later)} tells “{y.figure.words}” as its own, which {pile.page(tie.earlier)} gives as the words of "
                f"{who(x.statement)} ({tie.words}).",
                claim=pile.claim_of.get(told.id),
                change=(pile.text(x.statement), pile.text(told)),
                limits="Overturned if the later page names the source in a place that was not read, or counted itself.",
            )


def voiced(pile: Pile, tie: Tie) -> Iterator[tuple[Cell, Cell]]:
    """The figures that the earlier page has as somebody's words and the later one as its own, one telling of each."""
    there, here = (by_number([c for c in cells(pile, d) if not c.headline]) for d in tie[:2])
    for number in sorted(set(there) & set(here)):
        if number <= RARE:
            continue
        given = [x for x in there[number] if one_thing(x, here[number][0])]
        if not given or not all(from_somebody(pile, x) for x in there[number]):
            continue
        mine = [y for y in here[number] if one_thing(given[0], y)]
        if len(mine) == len(here[number]) and all(own(pile, y) for y in mine) and not named(pile, given, mine[0]):
            yield given[0], mine[0]


def one_thing(x: Cell, y: Cell) -> bool:
    """Whether two figures of one number surely count or measure one thing."""
    if x.figure.measured or y.figure.measured:
        return x.figure.unit == y.figure.unit and exact(x.number)
    return bool(x.figure.unit and y.figure.unit) and counts_one(x, y) and not (x.fate and y.fate and x.fate != y.fate)


def from_somebody(pile: Pile, c: Cell) -> bool:
    """Whether a source that is named in the sentence says how many there were, not what became of "the 46"."""
    s, text = c.statement, pile.documents[c.statement.document].text
    link = innermost(s)
    if link is None or not link.name or not speaks(pile, s) or not given_here(s):
        return False
    return KNOWN.search(text[max(s.span.start, c.figure.span.start - NEAR) : c.figure.span.start]) is None


# Before a figure that is known already: "the 46 guests", "the mill with its 620 workers".
KNOWN = re.compile(r"(?<!\w)(?:the|its|their|his|her|these|those|mit|con|avec|com)\s$", re.IGNORECASE)
NEAR = 12  # code points before a figure in which such a word stands


def own(pile: Pile, c: Cell) -> bool:
    """Whether a page tells a figure in its own voice, without reserve."""
    s = c.statement
    doubt = any(h.word.casefold() not in rounding_words() for h in s.hedges)
    return len(s.chain) == 1 and s.stance == "assert" and not doubt and not pile.in_marks(s) and not headed_by(pile, s)


def named(pile: Pile, given: Sequence[Cell], y: Cell) -> bool:
    """Whether the later page names one of the sources of a figure anywhere, or is one of them."""
    told = y.statement
    links = [link for c in given for link in c.statement.chain[1:]]
    return any(
        pile.names_source(told.document, k)
        or named_on(pile, k, told.document)
        or carried(pile, k, told)
        or named_beside(pile, k, told)
        for k in links
    )
