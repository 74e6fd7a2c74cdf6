"""Remarks on whom a claim rests on: one origin told by many, nobody named, a party that says nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.assess.denials import Reply
from sayso.assess.figures import counted, written
from sayso.assess.findings.accounts import party
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.pile import Pile, innermost, nameless
from sayso.assess.steps import near
from sayso.model import Claim, Finding, Origins, Statement

MOST = 4  # passages shown for one remark; the claim lists all of them


def firsts(pile: Pile, claim: Claim) -> tuple[Statement, ...]:
    """The first telling of each page that has the claim, sourced ones before bare ones."""
    out: dict[str, Statement] = {}
    for s in sorted(pile.tellings(claim), key=lambda s: (s.document, innermost(s) is None, s.span, s.id)):
        out.setdefault(s.document, s)
    return tuple(out.values())


def traced(pile: Pile, claim: Claim, s: Statement) -> bool:
    """Whether the telling leads to a source: by its own words, or by a tie to a page that names one."""
    return innermost(s) is not None or any(
        innermost(x) is not None and pile.related(x.document, s.document) for x in pile.tellings(claim) if x.document != s.document
    )


def outlets(pile: Pile, said: tuple[Statement, ...]) -> str:
    """The outlets of some tellings in words."""
    return ", ".join(sorted({pile.outlet(s.document) for s in said}))


WIDE = 40  # pages of a claim beyond which nobody asks each pair; own choice


def together(pile: Pile, claim: Claim, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Of each page a telling that shares words with one of another page, or is in another language.

    A claim may hold tellings of one matter that say different things; those are no two tellings of one thing.
    """
    if len(said) > WIDE:
        return said
    pages = {s.document for s in said}
    rows = [s for s in pile.tellings(claim) if s.document in pages]
    out = []
    for s in said:
        own = [x for x in rows if x.document == s.document]
        others = [x for x in rows if x.document != s.document]
        met = next((x for x in (s, *own) if any(near(pile, x, y) for y in others)), None)
        out += [met] if met is not None else []
    return tuple(out)


def circular(pile: Pile, claim: Claim, origins: Origins) -> Iterator[Finding]:
    """Several pages, one origin.

    What: two or more pages tell the claim, and folding what they say about their sources leaves one origin.

    Why it matters: the number of pages looks like confirmation and is none.

    Not when: the pages leave open whether there are two origins, or nobody is named at all (see unattributed).

    Example (fiction): three papers tell of the same forty lost boats; all three have it from one harbour clerk.
    """
    said = together(pile, claim, tuple(s for s in firsts(pile, claim) if traced(pile, claim, s)))
    if len(said) >= 2 and (origins.low, origins.high) == (1, 1) and origins.roots:
        name = origins.roots[0].name or "a source that is not named"
        yield remark(
            "circular",
            of(pile, *said[:MOST]),
            f"{len(said)} pages ({outlets(pile, said)}) tell it; all lead to one origin: {name}.",
            claim=claim.id,
            limits="Overturned by a page that has it from a second source: " + "; ".join(origins.why[:3]),
        )


def anonymous_only(pile: Pile, claim: Claim, origins: Origins) -> Iterator[Finding]:
    """Every named station leads to somebody without a name.

    What: two or more pages tell the claim, and no origin behind it has a name.

    Why it matters: nobody can be asked, and nobody answers for it.

    Not when: one origin has a name, or nobody is given at all (see unattributed).

    Example (fiction): "a person close to the ferry line" is all that three pages give.
    """
    said = firsts(pile, claim)
    if len(said) >= 2 and origins.low and all(r.kind in ("anonymous", "group", "unnamed") for r in origins.roots):
        names = "; ".join(f"“{r.name}”" for r in origins.roots if r.name)
        shown = [s for s in said if (k := innermost(s)) is not None and nameless(k)] or list(said)
        yield remark(
            "anonymous_only",
            of(pile, *shown[:MOST]),
            f"{len(said)} pages ({outlets(pile, said)}) tell it; the only sources have no name: {names}.",
            claim=claim.id,
            limits="Overturned by a page that names a source.",
        )


def nameless_page(pile: Pile, document: str) -> Iterator[Finding]:
    """A page that rests on somebody without a name.

    What: three or more statements of one page come from sources that the page does not name.

    Why it matters: the reader meets many facts and one unknown voice.

    Not when: fewer than three statements hang on it.

    Example (fiction): five paragraphs on the ferry line, all by "a person close to the owners".
    """
    said = [
        s
        for s in pile.by_document[document]
        if (k := innermost(s)) is not None and nameless(k) and s.stance in ("assert", "report", "doubt")
    ]
    if len(said) >= 3:
        names = "; ".join(dict.fromkeys(f"“{k.name}”" for s in said if (k := innermost(s)) is not None and k.name))
        yield remark(
            "anonymous_only",
            of(pile, *said[:MOST]),
            f"{len(said)} statements of {pile.outlet(document)} rest on sources without a name: {names}.",
            limits="Overturned if the page names them in a place that was not read.",
        )


def unattributed(pile: Pile, claim: Claim, origins: Origins) -> Iterator[Finding]:
    """Nobody is named for it, by any page.

    What: two or more outlets give the same figure for the claim in their own voice, and none says from whom.

    Why it matters: a figure without a source cannot be checked, however often it is printed.

    Not when: one telling names a source, only one page tells it, or it has no figure: background is seldom sourced.

    Example (fiction): two papers write "so far 900 boats were lost"; neither says who counted.
    """
    said = firsts(pile, claim)
    if len(said) >= 2 and origins.low == 0 and same_figure_twice(pile, claim):
        yield remark(
            "unattributed",
            of(pile, *said[:MOST]),
            f"{len(said)} pages ({outlets(pile, said)}) tell it; none says from whom.",
            claim=claim.id,
            limits="Overturned by a telling that names its source.",
        )


SO_FAR = re.compile(
    r"\b(?:so far|to date|in (?:all|total)|a total of|altogether|since (?:the|last|it|\w+day|\d{4})|until now|overall)\b",
    re.IGNORECASE,
)
LEAST_SOURCED = 3  # a page that names sources so often could have named one here; own choice


def bare_total(pile: Pile, document: str) -> Iterator[Finding]:
    """A total that nobody is named for, on a page that names its sources.

    What: a page with three or more sourced statements gives a total of people or things ("so far", "in all", "more than 900") or a
    share in its own voice, and no telling of that claim anywhere names a source.

    Why it matters: totals are quoted on, and this one cannot be asked about.

    Not when: the page names few sources anyway, the figure is small, a length or a time, or another page says from whom it is.

    Example (fiction): a page of sourced reports ends: "So far 900 boats have been lost."
    """
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    if sum(innermost(s) is not None for s in said) < LEAST_SOURCED:
        return
    for s in said:
        claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
        others = pile.tellings(claim) if claim is not None else ()
        if s.stance != "assert" or len(s.chain) > 1 or pile.headline(s) or s.voice not in ("own",) or pile.in_marks(s):
            continue
        cells = [c for c in counted(pile, s) if c.quantity.low >= LEAST_TOTAL and c.quantity.unit not in MEASURES]
        total = next((c for c in cells if SO_FAR.search(pile.text(s)) or c.quantity.high is None), None)
        if total is None or any(innermost(x) is not None for x in others) or len({x.document for x in others}) > 1:
            continue
        yield remark(
            "unattributed",
            of(pile, s),
            f"{pile.outlet(document)} gives a figure ({written(pile, total)}) without a source: “{short(pile.told(s))}”.",
            claim=claim.id if claim is not None else None,
            limits="Overturned if the source stands in a place that was not read, or the outlet counted itself.",
        )


LEAST_TOTAL = 100  # smaller figures are counted by those who stand there; own choice
MEASURES = frozenset(
    "percent day week month year hour minute second metre meter kilometre kilometer mile foot kilogram tonne ton degree dollar "
    "euro pound crown".split()
)


def same_figure_twice(pile: Pile, claim: Claim) -> bool:
    """Whether two outlets give one figure."""
    tellers: dict[tuple[str, float, float | None], set[str]] = defaultdict(set)
    for s in pile.tellings(claim):
        for c in counted(pile, s):
            tellers[c.key, c.quantity.low, c.quantity.high].add(pile.outlet(s.document))
    return any(len(outlets_) > 1 for outlets_ in tellers.values())


def silent_party(pile: Pile, reply: Reply) -> Iterator[Finding]:
    """The party that is spoken of has said nothing.

    What: the page says that somebody did not comment, and tells something of that somebody.

    Why it matters: no comment is neither a denial nor a confirmation, and retellings leave it out.

    Not when: the silent party cannot be tied to a telling on the page.

    Example (fiction): "The mill's boats dumped ash, a guard said. The mill has not commented."
    """
    if reply.act == "silent" and reply.about:
        yield remark(
            "silent_party",
            of(pile, reply.statement, *reply.about),
            f"No comment: “{short(pile.text(reply.statement))}”. "
            f"Told of that party: “{short(pile.told(reply.about[0]))}” ({party(pile, reply.about[0])}).",
            claim=pile.claim_of.get(reply.about[0].id),
            change=(pile.told(reply.about[0]), None),
            limits="Overturned if the party spoke elsewhere.",
        )


def sourcing(pile: Pile, ranges: dict[str, Origins], replies: tuple[Reply, ...]) -> Iterator[Finding]:
    """All remarks of this family."""
    for claim in pile.claims:
        for rule in (circular, anonymous_only, unattributed):
            yield from rule(pile, claim, ranges[claim.id])
    for document in sorted(pile.by_document):
        yield from nameless_page(pile, document)
        yield from bare_total(pile, document)
    for reply in replies:
        yield from silent_party(pile, reply)
