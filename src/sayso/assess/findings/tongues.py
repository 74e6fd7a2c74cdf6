"""Remarks on what a page in another language makes of the telling it follows: reserve, and who is given as the source."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.assess.denials import act
from sayso.assess.findings.informants import alone
from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.reserves import reserve, rounding_words
from sayso.assess.steps import Step, where
from sayso.model import Finding, Statement

HIGHER = frozenset({"official", "government", "armed_group", "agency"})
VAGUE = frozenset({"anonymous", "unnamed"})


def translated(pile: Pile, step: Step) -> bool:
    """Whether the later telling stands on a page in another language that follows the earlier one's."""
    a, b = step.before, step.after
    return step.kind == "derived" and pile.documents[a.document].language != pile.documents[b.document].language


def numbers(s: Statement) -> frozenset[float]:
    """The ends of the figures of a telling; ones and twos are in every language's sentences."""
    return frozenset(n for q in s.quantities for n in (q.low, q.high) if n is not None and n > LITTLE)


LITTLE = 2


def reserve_untranslated(pile: Pile, step: Step) -> Iterator[Finding]:
    """A word of reserve has nothing that answers to it in the translation.

    What: the page that is followed says "may have", "believed"; the one in another language tells the same figure flatly.

    Why it matters: reserve is the first thing that a translation drops.

    Not when: the two share no figure, so that they may tell different parts, or the later telling has a reserve of its own.

    Example (fiction): "12 boats may have sunk" becomes "12 Boote gesunken".
    """
    a, b = step.before, step.after
    if not translated(pile, step) or act(pile, a) or act(pile, b) or pile.headline(a):
        return
    hedges = [h for h in a.hedges if h.word.casefold() not in rounding_words()]
    if not hedges or not numbers(a) & numbers(b) or b.hedges or reserve(pile, b):
        return
    word = hedges[0].word
    yield remark(
        "hedge_lost",
        of(pile, a, b),
        f"“{word}” in {where(pile, a)} has nothing that answers to it in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(word, pile.text(b)),
        limits="Overturned if the reserve stands elsewhere in the later text, or the later page had evidence of its own.",
    )


def source_raised(pile: Pile, step: Step) -> Iterator[Finding]:
    """A source without a name is an office in the translation.

    What: the followed page has the telling from a source without a name, and nobody else for this claim; the page in another
    language gives it to an office, a government or a body.

    Why it matters: "a field source" and "the command" are believed differently.

    Not when: the followed page gives the claim to an office as well, or the later one still has a source without a name.

    Example (fiction): "a dock hand said" becomes "das Hafenamt teilte mit".
    """
    a, b = step.before, step.after
    x, y = next((k for k in a.chain[1:] if k.name and (k.kind in VAGUE or alone(pile, a, k))), None), innermost(b)
    if not translated(pile, step) or x is None or y is None or act(pile, a) or act(pile, b) or pile.headline(b):
        return
    if nameless(y) or y.kind not in HIGHER or not y.name or pile.same_party(x, y):
        return
    if pile.cites(b.document, a.document) and y.kind == "agency":
        return  # the page names the one it follows
    mine = [s for s in pile.tellings(step.claim) if s.document == a.document and not pile.headline(s)]
    others = [k for s in mine for k in s.chain[1:] if not nameless(k) and not pile.same_party(k, x)]
    there = [k for s in pile.tellings(step.claim) if s.document == b.document for k in s.chain[1:] if nameless(k) and k.name]
    if any(k.kind in HIGHER | {"person"} for k in others) or there:
        return
    yield remark(
        "source_promoted",
        of(pile, a, b),
        f"“{x.name}” in {where(pile, a)} is “{y.name}” in {where(pile, b)} ({step.tie}).",
        claim=step.claim.id,
        change=(x.name, y.name),
        limits="Overturned if the body said so itself.",
    )
