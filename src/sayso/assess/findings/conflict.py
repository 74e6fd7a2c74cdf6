"""Remarks on denials, retractions, corrections, and on figures and accounts that cannot stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.assess.cuewords import means
from sayso.assess.denials import Reply, act, same_source
from sayso.assess.figures import Counted, comparable, counted, disjoint, written
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.slots import known, places
from sayso.assess.findings.tolls import tolls_conflict
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import plain, subject
from sayso.model import Claim, Finding, Statement


def denied(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """A party says that what is told is not so.

    What: a denial and the tellings it speaks of stand on one page. A standing denial ("typically dismisses") is
    called generic; it is no reply to this claim.

    Why it matters: a claim that travels without its denial looks firmer than it is.

    Not when: something else is denied (entry, bail), the denier is the one who told it, or nothing before it can be meant.

    Example (fiction): "The mill leaked for days, a worker said. The owners denied any leak."
    """
    told_elsewhere = (*reply.about, *wider(pile, reply))
    if reply.act != "denied" or not told_elsewhere:
        return
    who = party(pile, reply.statement)
    first = told_elsewhere[0]
    told = short(pile.told(first))
    tellers = ", ".join(sorted({pile.outlet(s.document) for s in wider(pile, reply)} | {pile.outlet(first.document)}))
    if reply.generic:
        text = f"{who} denies such claims in general; this is no reply to “{told}”."
    else:
        words = pile.told(reply.statement)
        answer = f": “{short(words)}”" if " " in words else ""  # "has denied it" has no words of its own
        text = f"{who} denies it{answer}. Told: “{told}” ({tellers})."
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
    told_elsewhere = (*reply.about, *wider(pile, reply))
    if reply.act not in ("retracted", "corrected") or not told_elsewhere:
        return
    first = told_elsewhere[0]
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

    What: tellings of one claim by different sources count the same thing (killed, injured and others kept apart) and no number
    fits both.

    Why it matters: the range, with who says what, is the honest toll.

    Not when: one page is later than the other (a later count), one source gives both (then it is a change, not a conflict), a
    figure is
    vague, or the two count different things or parts.

    Example (fiction): the mayor says 12 people drowned, the lifeboat crew says 19.
    """
    cells = [c for s in pile.tellings(claim) if s.stance not in ("deny", "retract", "correct") for c in counted(pile, s)]
    done: set[str] = set()
    for a, b in combinations(cells, 2):
        x, y = innermost(a.statement), innermost(b.statement)
        if (
            not comparable(a, b)
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
        if {x.kind, y.kind} <= OFFICE | {"group"} and None in (pile.documents[da].published, pile.documents[db].published):
            continue  # two offices without dates: the later count of one state cannot be told from another count
        if several(cells, a.statement, a.key) or several(cells, b.statement, b.key):
            continue
        done.add(a.key)
        wa, wb = written(pile, a), written(pile, b)
        yield remark(
            "figures_conflict",
            of(pile, a.statement, b.statement),
            f"{x.name or 'one source'} gives {wa}, {y.name or 'another'} gives {wb} ({a.key}).",
            claim=claim.id,
            change=(wa, wb),
            limits="Overturned if one figure is a later count, a part of the other, or of another event.",
        )


OFFICE = frozenset({"official", "government"})


def several(cells: Sequence[Counted], s: Statement, key: str) -> bool:
    """Whether one telling gives more than one figure for the same thing: then parts and totals cannot be told apart."""
    return sum(c.statement == s and c.key == key for c in cells) > 1


def accounts_conflict(pile: Pile, document: str) -> Iterator[Finding]:
    """Two sources tell one act differently.

    What: on one page two sources speak of one strike, attack or blast ("the strike …"), and name means that share nothing
    (aircraft and drones) or different things that were hit; a place of each that the other does not name is ``places_conflict``.

    Why it matters: witnesses who differ on what happened may speak of two events, or one of them did not see it.

    Not when: one of them names both, both come from one source, or the later one does not refer back with "the".

    Example (fiction): a farmer says aircraft hit the barn; the strike was carried out by a drone, a warden says.
    """
    said = [s for s in pile.by_document[document] if innermost(s) is not None and s.stance in ("assert", "report", "doubt")]
    done: set[str] = set()
    for n, b in enumerate(said):
        if not BACK_TO.search(pile.text(b)) or act(pile, b):
            continue
        for a in reversed(said[max(0, n - NEARBY) : n]):
            if same_source(pile, a, b) or not ACT.search(pile.text(a)) or act(pile, a):
                continue
            for kind, x, y in differences(pile, a, b):
                if kind not in done:
                    done.add(kind)
                    yield remark(
                        "places_conflict" if kind == "the place" else "accounts_conflict",
                        of(pile, a, b),
                        f"{party(pile, a)} gives {x} as {kind}, {party(pile, b)} gives {y}.",
                        claim=pile.claim_of.get(b.id),
                        change=(pile.told(a), pile.told(b)),
                        limits="Overturned if the two speak of different events, or one account includes the other.",
                    )


ACT = re.compile(
    r"\b(?:strikes?|struck|attack\w*|bomb\w*|raid\w*|shell\w*|blast|explosion|hit|target\w*|shot|fired)\b", re.IGNORECASE
)
BACK_TO = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:strike|attack|raid|blast|explosion|shelling|bombing|incident)\b", re.IGNORECASE
)
HIT = re.compile(r"\b(?:target(?:ed|ing)|struck|hit|bombed|shelled) (?:an? |the |some )?([^,.;:()]{3,80})", re.IGNORECASE)
PREPOSITION = re.compile(r"\s(?:in|at|near|on|between|of|outside|inside|by|with|during|and|as)\s")
NEARBY = 4  # statements back in which one act is still spoken of; own choice, as in replies set beside charges


def differences(pile: Pile, a: Statement, b: Statement) -> Iterator[tuple[str, str, str]]:
    """What the two name differently: the means, the thing that was hit."""
    x, y = means(pile.text(a)), means(pile.text(b))
    if x and y and not x & y:
        yield "the means", ", ".join(sorted(x)), ", ".join(sorted(y))
    here, there = places(pile.told(a)), places(pile.told(b))
    only_here = [n for n in here if not known(n, pile.told(b))]
    only_there = [n for n in there if not known(n, pile.told(a))]
    if only_here and only_there:
        yield "the place", f"“{only_here[0]}”", f"“{only_there[0]}”"
    one, two = HIT.search(pile.text(a)), HIT.search(pile.text(b))
    if one is not None and two is not None:
        first, second = (PREPOSITION.split(m.group(1))[0].strip() for m in (one, two))
        if subject(first) and subject(second) and not subject(first) & subject(second):
            yield "what was hit", f"“{plain(first)}”", f"“{plain(second)}”"


def spoken(pile: Pile, replies: Sequence[Reply]) -> list[Reply]:
    """The replies that are remarks of their own: a headline, or words in the page's own voice, that only sum up a reply of the same
    kind to the same claim on that page are none; of several that nobody is named for, the first stands."""
    out: list[Reply] = []
    kept: set[tuple[str, str, str]] = set()
    for r in sorted(replies, key=lambda r: (pile.headline(r.statement), innermost(r.statement) is None)):
        keys = {(r.statement.document, r.act, pile.claim_of.get(s.id, s.id)) for s in r.about}
        summing = pile.headline(r.statement) or innermost(r.statement) is None
        if summing and keys and keys <= kept:
            continue
        kept |= keys
        out.append(r)
    return sorted(out, key=lambda r: (r.statement.document, r.statement.span, r.statement.id))


def conflicts(pile: Pile, replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family."""
    for reply in spoken(pile, replies):
        yield from denied(pile, reply)
        yield from taken_back(pile, reply)
    for claim in pile.claims:
        yield from figures_conflict(pile, claim)
    taken = frozenset(s.id for r in replies if r.act != "silent" and not r.generic for s in r.about if s.document == r.statement.document)
    yield from tolls_conflict(pile, taken)
    for document in sorted(pile.by_document):
        yield from accounts_conflict(pile, document)
