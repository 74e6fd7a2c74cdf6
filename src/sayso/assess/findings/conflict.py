"""Remarks on denials, retractions, corrections, and on figures and accounts that cannot stand together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sayso.assess.cuewords import means
from sayso.assess.denials import Reply, same_source
from sayso.assess.figures import counted, disjoint
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import subject
from sayso.model import Claim, Finding, Statement


def denied(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """A party says that what is told is not so.

    What: a denial and the tellings it speaks of stand on one page. A standing denial ("typically dismisses") is called generic; it is no
    reply to this claim.

    Why it matters: a claim that travels without its denial looks firmer than it is.

    Not when: something else is denied (entry, bail), the denier is the one who told it, or nothing before it can be meant.

    Example (fiction): "The mill leaked for days, a worker said. The owners denied any leak."
    """
    if reply.act != "denied" or not reply.about:
        return
    who = party(pile, reply.statement)
    first = reply.about[0]
    told = short(pile.told(first))
    tellers = ", ".join(sorted({pile.outlet(s.document) for s in wider(pile, reply)} | {pile.outlet(first.document)}))
    if reply.generic:
        text = f"{who} denies such claims in general; this is no reply to “{told}”."
    else:
        text = f"{who} denies it: “{short(pile.told(reply.statement))}”. Told: “{told}” ({tellers})."
    yield remark(
        "denied",
        of(pile, reply.statement, *reply.about, *wider(pile, reply)),
        text,
        claim=pile.claim_of.get(first.id),
        change=(pile.told(first), pile.told(reply.statement)),
        limits="Overturned if the denial speaks of another event or of a part only.",
    )


def taken_back(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """What was told has been withdrawn or put right.

    What: a passage says that a report, figure or post was retracted, deleted, called an error or amended.

    Why it matters: retellings seldom follow the withdrawal.

    Not when: the words speak of something else that is drawn back, or no telling on the page can be meant.

    Example (fiction): "The harbour office put the toll at 12. The post was later called a technical error."
    """
    if reply.act not in ("retracted", "corrected") or not reply.about:
        return
    first = reply.about[0]
    verb = "takes back" if reply.act == "retracted" else "corrects"
    text = f"“{short(pile.text(reply.statement))}” {verb} “{short(pile.told(first))}”."
    yield remark(
        reply.act,
        of(pile, reply.statement, *reply.about, *wider(pile, reply)),
        text,
        claim=pile.claim_of.get(first.id),
        change=(pile.told(first), pile.told(reply.statement)),
        limits="Overturned if the withdrawal speaks of another report.",
    )


def party(pile: Pile, s: Statement) -> str:
    """The one who speaks, or the outlet."""
    link = innermost(s)
    return (link.name if link is not None and link.name else None) or pile.outlet(s.document)


def wider(pile: Pile, reply: Reply) -> tuple[Statement, ...]:
    """Up to three further tellings of the claims that are denied: the first of this page, then the first of other pages."""
    out: list[Statement] = []
    if reply.generic:
        return ()
    for s in reply.about:
        claim = next((c for c in pile.claims if c.id == pile.claim_of.get(s.id)), None)
        if claim is None:
            continue
        seen: set[str] = set()
        for t in sorted(pile.tellings(claim), key=lambda t: (t.document != s.document, t.document, t.span)):
            if (
                t.document not in seen
                and t.id not in {x.id for x in (reply.statement, *reply.about)}
                and t.stance not in ("deny", "retract")
            ):
                seen.add(t.document)
                out.append(t)
    return tuple(out[:3])


def figures_conflict(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """Two sources give figures for one thing that cannot both hold.

    What: tellings of one claim by different sources count the same thing (killed, injured and others kept apart) and no number fits both.

    Why it matters: the range, with who says what, is the honest toll.

    Not when: one page is later than the other (a later count), one source gives both (then it is a change, not a conflict), a figure is
    vague, or the two count different things or parts.

    Example (fiction): the mayor says 12 people drowned, the lifeboat crew says 19.
    """
    cells = [c for s in pile.tellings(claim) if s.stance not in ("deny", "retract", "correct") for c in counted(pile, s)]
    done: set[str] = set()
    for a, b in combinations(cells, 2):
        x, y = innermost(a.statement), innermost(b.statement)
        if (
            a.key != b.key
            or a.key in done
            or not disjoint(a, b)
            or x is None
            or y is None
            or same_source(pile, a.statement, b.statement)
        ):
            continue
        da, db = a.statement.document, b.statement.document
        if pile.later(da, db) or pile.later(db, da) or pile.related(da, db):
            continue
        if several(cells, a.statement, a.key) or several(cells, b.statement, b.key):
            continue
        done.add(a.key)
        wa, wb = pile.words(da, a.quantity.span), pile.words(db, b.quantity.span)
        yield remark(
            "figures_conflict",
            of(pile, a.statement, b.statement),
            f"{x.name or 'one source'} gives {wa}, {y.name or 'another'} gives {wb} ({a.key}).",
            claim=claim.id,
            change=(wa, wb),
            limits="Overturned if one figure is a later count, a part of the other, or of another event.",
        )


def several(cells: list[object], s: Statement, key: str) -> bool:
    """Whether one telling gives more than one figure for the same thing: then parts and totals cannot be told apart."""
    return sum(getattr(c, "statement", None) == s and getattr(c, "key", None) == key for c in cells) > 1


def accounts_conflict(pile: Pile, claim: Claim) -> Iterator[Finding]:
    """Two sources name different means for one act.

    What: tellings of one claim by different sources name means that share nothing (aircraft and drones, shells and a car bomb).

    Why it matters: witnesses who differ on what happened may speak of two events, or one of them did not see it.

    Not when: one of them names both means, or both come from one source.

    Example (fiction): a farmer says aircraft hit the barn, a warden says it was a drone.
    """
    said = [
        (s, m)
        for s in pile.tellings(claim)
        if innermost(s) is not None and s.stance in ("assert", "report", "doubt") and (m := means(pile.told(s)))
    ]
    for (a, x), (b, y) in combinations(said, 2):
        if x & y or same_source(pile, a, b) or len(subject(pile.told(a)) & subject(pile.told(b))) < 1:
            continue
        wa, wb = ", ".join(sorted(x)), ", ".join(sorted(y))
        yield remark(
            "accounts_conflict",
            of(pile, a, b),
            f"{party(pile, a)} speaks of {wa}, {party(pile, b)} of {wb}.",
            claim=claim.id,
            change=(pile.told(a), pile.told(b)),
            limits="Overturned if the two speak of different events or one means includes the other.",
        )
        return


def conflicts(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family."""
    for reply in replies:
        yield from denied(pile, reply)
        yield from taken_back(pile, reply)
    for claim in pile.claims:
        yield from figures_conflict(pile, claim)
        yield from accounts_conflict(pile, claim)
