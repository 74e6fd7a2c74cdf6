"""Pairs of tellings that are worth laying side by side: along a derivation, between siblings, headline beside text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.assess.figures import counted
from sayso.assess.pile import PASSED_ON, Pile, innermost, taken_as
from sayso.assess.wording import capitals, likeness, one_bearer, party_words, proper, subject
from sayso.model import PERSONS, Claim, Statement

# Two tellings that share fewer content stems (Dice) are not laid side by side. Measured on the five sample pages: 22 of 29 pairs of
# tellings of one claim on two pages reach 0.2, of 2,860 other pairs of statements on two pages fewer than one in twenty.
LEAST = 0.2
FOLLOWS = 0.1  # Dice that is enough where one page follows the other: link has found them to tell one thing; own choice
TWO = 2  # tellings of a followed page that a telling is laid beside: one page may take one sentence from two; own choice
NEAREST = (
    4  # pages that a telling is laid beside, the followed and the most alike first: a claim of 200 pages must not cost their square
)


TOLD = (*PASSED_ON, "deny")


@dataclass(frozen=True, slots=True)
class Step:
    """Two tellings of one claim, the earlier first; ``tie`` says in words why they are compared.

    Between siblings nobody is first: ``sibling`` runs from the page nearer to the source, which others follow or whose tellings
    are nearer to it, ``back`` the other way, for what one page has and the other lacks.
    """

    claim: Claim
    before: Statement
    after: Statement
    kind: Literal["derived", "sibling", "back", "headline", "figure"]
    tie: str


def nearness(s: Statement) -> tuple[int, int, int, int]:
    """How near a telling stands to its source, nearest first: told to this page, verbatim, longer chain, more figures."""
    return (-(s.addressee is not None), -(s.voice in ("direct", "mixed")), -len(s.chain), -len(s.quantities))


def steps(pile: Pile, claim: Claim) -> Iterator[Step]:
    """The steps of one claim: for each telling the most alike one it can have come from."""
    said = [s for s in pile.tellings(claim) if taken_as(s) in TOLD and not pile.furniture_holds(s)]
    for after in said:
        if pile.headline(after):
            under = [s for s in said if s.document == after.document and not pile.headline(s)]
            yield from headline_step(pile, claim, after, under or lead(pile, after))
            if under:
                continue
        options: dict[str, list[tuple[float, Statement, Step]]] = {}
        for before in said:
            step = between(pile, claim, before, after)
            if step is not None and not (step.kind in ("sibling", "back") and parent_in_pile(pile, claim, before, after)):
                value = likeness(pile.told(before), pile.told(after))
                if pile.documents[before.document].language != pile.documents[after.document].language:
                    value = max(value, LEAST)  # words of two languages are not alike; that they tell one thing, link has found
                options.setdefault(before.document, []).append((value, before, step))
        ranked = {
            d: sorted(options[d], key=lambda t: (pile.headline(t[1]), -t[0], t[1].span.start, t[1].id)) for d in sorted(options)
        }
        best = sorted((row[0] for row in ranked.values()), key=lambda t: (t[2].kind != "derived", -t[0], t[1].document))
        tied, alike = ([t for t in best if (t[2].kind == "figure") == loose] for loose in (False, True))
        near = [
            t
            for first in (*tied[:NEAREST], *alike[:NEAREST])
            for t in ranked[first[1].document][: TWO if first[2].kind == "derived" else 1]
        ]
        yield from (step for value, _, step in near if value >= (FOLLOWS if step.kind == "derived" else LEAST))


def headline_step(pile: Pile, claim: Claim, after: Statement, said: list[Statement]) -> Iterator[Step]:
    """The headline beside the most alike sourced or hedged telling in the text under it."""
    best = max(said, key=lambda s: (likeness(pile.told(s), pile.told(after)), -s.span.start), default=None)
    if best is not None:
        yield Step(claim, best, after, "headline", f"headline and text of {pile.page(after.document)}")


def lead(pile: Pile, head: Statement) -> list[Statement]:
    """The tellings under a headline that share half of its words, where its claim is told nowhere under it."""
    words = subject(pile.told(head))
    return [
        s
        for s in pile.by_document[head.document]
        if not pile.headline(s)
        and not pile.furniture_holds(s)
        and taken_as(s) in TOLD
        and len(common := words & subject(pile.told(s))) >= LEAD
        and len(common) >= 0.5 * len(words)
    ]


LEAD = 3  # words that a headline and a telling of another claim must share to be one matter; own choice, as in SAME_MATTER


def between(pile: Pile, claim: Claim, before: Statement, after: Statement) -> Step | None:
    """The step from one telling to another, when their pages are tied and the order is known or can be told from nearness."""
    if before.document == after.document:
        return None
    forward, backward = pile.steps.get((after.document, before.document)), pile.steps.get((before.document, after.document))
    tie = pile.relation(before, after)
    if tie is not None and forward is None and backward is None and not pile.common_text(before, after):
        tie = None
    if tie is None and forward is not None and forward.directed and forward.declared:
        tie = f"{pile.page(after.document)} follows {pile.page(before.document)}"
    if tie is None and (forward is None and backward is None):
        if pile.cites(after.document, before.document) and not pile.later(before.document, after.document):
            return Step(claim, before, after, "derived", f"{pile.page(after.document)} names {pile.page(before.document)}")
        if pile.cites(before.document, after.document) and not pile.later(after.document, before.document):
            return None
        tie = common_parent(pile, before, after) or one_speaker(pile, before, after)
    if tie is None:
        return figure_step(pile, claim, before, after)
    if forward is not None and forward.directed:
        return Step(claim, before, after, "derived", tie)
    if backward is not None and backward.directed:
        return None
    if pile.later(after.document, before.document) or pile.later(before.document, after.document):
        return Step(claim, before, after, "sibling" if pile.later(after.document, before.document) else "back", tie)
    first, second = ((not followed(pile, s.document), page_nearness(pile, claim, s.document), s.document) for s in (before, after))
    return Step(claim, before, after, "sibling" if first < second else "back", tie)


def figure_step(pile: Pile, claim: Claim, before: Statement, after: Statement) -> Step | None:
    """The step between two tellings that nothing ties but a figure, from the page nearer to the source.

    Two pages do not come to one number for one thing by chance: they have it from one another or from one who counted. How each of
    them gives it (its bound, its measure, whom it counts) can be compared; whose words the rest is cannot. Where neither says whose
    the figure is, it may be what everybody knows.
    """
    one, two = ({n for c in counted(pile, s) for n in (c.quantity.low, c.quantity.high) if n} for s in (before, after))
    shared = sorted(n for n in one & two if n >= CHANCE)
    if not shared or pile.headline(after) or max(len(before.chain), len(after.chain)) == 1:
        return None
    ranks = [(page_nearness(pile, claim, s.document), s.document) for s in (before, after)]
    back = pile.later(before.document, after.document) or (not pile.later(after.document, before.document) and ranks[0] > ranks[1])
    return None if back else Step(claim, before, after, "figure", f"both give the figure {shared[-1]:,.0f}")


CHANCE = 10  # from here on two pages have one number from one source; own choice


def parent_in_pile(pile: Pile, claim: Claim, a: Statement, b: Statement) -> bool:
    """Whether a page of the pile that tells the claim is the parent of both: a change is told at the step where it enters."""
    above = [p for p in claim.documents if (a.document, p) in pile.steps and (b.document, p) in pile.steps]
    said = [s for s in pile.tellings(claim) if s.document in above and taken_as(s) in TOLD]
    return any(near(pile, s, a) and near(pile, s, b) for s in said)


def near(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings can be laid side by side word by word: one language, and words in common."""
    tongues = (pile.documents[s.document].language for s in (a, b))
    return len(set(tongues)) == 1 and likeness(pile.told(a), pile.told(b)) >= FOLLOWS


def common_parent(pile: Pile, a: Statement, b: Statement) -> str | None:
    """In words, the text outside the pile that both pages name for the two tellings; None where there is none."""
    shared = pile.parents_of(a) & pile.parents_of(b)
    return f"both have it from {pile.unseen[min(shared)].name}" if shared else None


def one_speaker(pile: Pile, a: Statement, b: Statement) -> str | None:
    """In words, the person or body with a name that both tellings of the claim come from; None where there is none."""
    x, y = innermost(a), innermost(b)
    if (
        x is None
        or y is None
        or x.kind not in SPEAKERS
        or y.kind not in SPEAKERS
        or not proper(x.name or "")
        or not pile.same_party(x, y)
    ):
        return passed_on(pile, a, b) or passed_on(pile, b, a)
    names = sorted((x.name or "", y.name or ""), key=len, reverse=True)
    full_name = x.kind in PERSONS and y.kind in PERSONS and len(capitals(names[0]) & capitals(names[1]) - party_words("role")) > 1
    one = full_name or one_bearer(*names)
    return f"both tell it as the words of {x.name}" if one else f"told as the words of {x.name} and of {y.name}"


def passed_on(pile: Pile, a: Statement, b: Statement) -> str | None:
    """The same where one telling has the other's speaker only as one who passes it on: "the clerk said, citing surveyors"."""
    y = innermost(b)
    if y is None or y.kind not in SPEAKERS or not proper(y.name or ""):
        return None
    return next((f"both tell it as the words of {y.name}" for k in a.chain[1:-1] if pile.same_party(k, y)), None)


# A reader may take one with a name for "anonymous"; the name is what ties.
SPEAKERS = frozenset({"person", "official", "government", "organization", "armed_group", "ngo", "anonymous"})


def followed(pile: Pile, document: str) -> bool:
    """Whether another page says that it has something from a page: of two without an order that one is nearer to the source."""
    if ("followed", "") not in pile.memory:
        pile.memory["followed", ""] = frozenset(
            parent for (_, parent), step in pile.steps.items() if step.directed and step.declared
        )
    pages: frozenset[str] = pile.memory["followed", ""]
    return document in pages


def page_nearness(pile: Pile, claim: Claim, document: str) -> tuple[int, ...]:
    """How near a page stands to the source of a claim: its nearest telling."""
    sums = [nearness(s) for s in pile.tellings(claim) if s.document == document]
    return min(sums, default=(0, 0, 0, 0))


def where(pile: Pile, s: Statement) -> str:
    """Where a telling stands, in words."""
    return f"the headline of {pile.page(s.document)}" if pile.headline(s) else pile.page(s.document)


SAME_SENTENCE = 0.5  # Dice from which tellings of two claims, one page following the other, are one sentence; own choice


def crossing(pile: Pile) -> Iterator[Step]:
    """Along directed steps, tellings that fell into two claims though they share most words: "held" and "did not hold"."""
    for (child, parent), step in sorted(pile.steps.items()):
        if not (step.directed and step.declared):
            continue
        here, there = ({pile.claim_of.get(s.id) for s in pile.by_document[d]} for d in (child, parent))
        said = [s for s in pile.by_document[parent] if pile.claim_of.get(s.id) not in here and tells(pile, s)]
        for after in pile.by_document[child]:
            claim = pile.claim_by_id.get(pile.claim_of.get(after.id, ""))
            if claim is None or claim.id in there or not tells(pile, after):
                continue
            best = max(said, key=lambda s: (likeness(pile.told(s), pile.told(after)), -s.span.start, s.id), default=None)
            if best is None or not one_voice(pile, best, after):
                continue  # what another party says against it is a reply, no retelling
            if likeness(pile.told(best), pile.told(after)) >= SAME_SENTENCE:
                yield Step(claim, best, after, "derived", f"{pile.page(child)} follows {pile.page(parent)}")


def one_voice(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings have one innermost source, or one of them gives none."""
    x, y = innermost(a), innermost(b)
    return x is None or y is None or pile.same_party(x, y)


def tells(pile: Pile, s: Statement) -> bool:
    """Whether a statement is a telling under a headline, in the article itself."""
    return taken_as(s) in TOLD and not pile.headline(s) and not pile.furniture_holds(s)
