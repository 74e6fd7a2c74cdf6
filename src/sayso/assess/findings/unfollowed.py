"""Remarks on two pages that tell one claim in like words, one thing apart, where nothing shows that one follows the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.assess.alignment import tokens, verbish
from sayso.assess.findings.aligned import differs
from sayso.assess.findings.inherited import joined
from sayso.assess.findings.margins import side
from sayso.assess.findings.remark import Change, lies_on, of, remark, reworded
from sayso.assess.findings.replacements import elsewhere, figures_of
from sayso.assess.findings.stretches import YEAR
from sayso.assess.pile import PASSED_ON, Pile
from sayso.assess.steps import one_voice, where
from sayso.assess.wording import likeness
from sayso.model import Finding, Statement

# Dice of two tellings; own choice. On 159 real pages 4 of 11 remarks between 0.5 and 0.6 were on one thing, 13 of 16 above.
LEAST = 0.6
MOST = 40  # tellings of a claim that are laid side by side: their pairs grow with the square
LONGEST = 350  # code points of a telling; longer ones are lists
TOLD = frozenset(
    {
        "number_changed",
        "date_changed",
        "unit_changed",
        "bound_changed",
        "hedge_lost",
        "hedge_added",
        "strengthened",
        "weakened",
        "relabelled",
    }
)


def unfollowed(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """One figure, one reserve or one deed differs between two tellings of a claim.

    What: two pages of one language tell a claim in sentences most of whose words are the same; a figure, its unit or bound, a word
    of reserve or the deed is another, and neither page has the other's anywhere.

    Why it matters: that nobody can show who follows whom does not make two tellings agree.

    Not when: another remark is on the two tellings, or what differs is a name or a thing: of those two pages may tell one each.

    Example (fiction): "nine rowers hurt as boat strikes weir" and "seven rowers hurt as boat strikes weir".
    """
    found: dict[tuple[str, str, tuple[str, ...]], list[Finding]] = defaultdict(list)
    for claim in pile.claims:
        said = [s for s in pile.tellings(claim) if comparable(pile, s)][:MOST] if len(claim.documents) > 1 else []
        for one, two in combinations(said, 2):
            if one.document == two.document or likeness(pile.text(one), pile.text(two)) < LEAST:
                continue
            a, b = (two, one) if pile.later(one.document, two.document) else (one, two)
            change = apart(pile, a, b)
            if change is not None and change[0] == "hedge_added" and not pile.later(b.document, a.document):
                (a, b), change = (b, a), ("hedge_lost", change[2], pile.text(a))
            if change is None or not (change[0] in TOLD or deeds(change)):
                continue
            if any(lies_on(f, a.document, a.span) and lies_on(f, b.document, b.span) for f in made):
                continue
            rule, x, y = change
            gone = "has nothing that answers to it in" if rule == "hedge_lost" else f"is “{y}” in"
            f = remark(
                rule,
                of(pile, a, b),
                f"“{x}” in {where(pile, a)} {gone} {where(pile, b)}, in tellings of one claim that are alike else.",
                claim=claim.id,
                change=(x, y),
                limits="Overturned if the two tell of different things or times.",
            )
            words = (x.casefold(),) if rule == "hedge_lost" else tuple(sorted((x.casefold(), y.casefold())))
            found[claim.id, rule, words].append(f)
    yield from (joined(pile, row) for row in found.values())


def comparable(pile: Pile, s: Statement) -> bool:
    """Whether a telling is one of an English article, neither a question nor a list."""
    text = pile.text(s)
    if pile.documents[s.document].language != "en" or s.stance not in PASSED_ON or pile.furniture_holds(s):
        return False
    return len(text) <= LONGEST and "?" not in pile.documents[s.document].text[s.span.start : s.span.end + 2]


def apart(pile: Pile, a: Statement, b: Statement) -> Change | None:
    """The one change between two tellings, of which neither page has the other's words."""
    texts, pages = (pile.text(a), pile.text(b)), (pile.documents[a.document].text, pile.documents[b.document].text)
    change = differs(*texts, pages)
    if change is None or reworded(*change, texts):
        return None
    rule, x, y = change
    if rule.startswith("hedge"):
        return change
    if any(c.isdigit() for c in x + y) and (rule == "date_changed" or (YEAR.match(x) and YEAR.match(y))):
        return None  # "updated 13:14"; a year is told against most pages alone (findings/slots.py)
    if rule == "number_changed" and (not one_voice(pile, a, b) or any(loose(t, w) for t, w in zip(texts, (x, y), strict=True))):
        return None  # two sources may count for themselves; "more than 270" and "276" may be one
    return None if stands(x, pages[1]) or stands(y, pages[0]) else change


def loose(text: str, words: str) -> bool:
    """Whether a figure has a bound, or is given as about."""
    told, found = figures_of(text)
    return any(side(told, n)[0] for n in found if n.span.of(told) == words)


def stands(words: str, page: str) -> bool:
    """Whether a page has some words, or a figure among them, anywhere."""
    mine, there = ({(n.low, n.high) for n in figures_of(t)[1]} for t in (words, page))
    return bool(mine & there) or elsewhere(words, page)


def deeds(change: Change) -> bool:
    """Whether one deed is told in another's place: "punched", "slapped"."""
    rule, x, y = change
    words = [tokens(w.casefold()) for w in (x, y)]
    return rule == "category_changed" and all(len(w) == 1 and verbish(w[0].word) for w in words)
