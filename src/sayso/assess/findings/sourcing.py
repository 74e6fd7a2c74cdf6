"""Remarks on whom a claim rests on: nobody with a name, nobody at all, a party that says nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.assess.acts import NOTHING
from sayso.assess.denials import TELLING, Reply
from sayso.assess.figures import Counted, counted, one_count, written
from sayso.assess.findings.accounts import party
from sayso.assess.findings.one_origin import MOST, outlets
from sayso.assess.findings.remark import of, remark, short
from sayso.assess.findings.shared_wording import lost_credit
from sayso.assess.findings.speakers import informant, speaks, wording_of
from sayso.assess.findings.tellers import alike, firsts, several, together
from sayso.assess.folding import PASSING
from sayso.assess.pile import PASSED_ON, Pile, innermost, nameless, taken_as
from sayso.assess.wording import proper, stems, subject
from sayso.lexicon import vocabulary
from sayso.model import ChainLink, Claim, Finding, Origins, Statement


def anonymous_only(pile: Pile, claim: Claim, origins: Origins) -> Iterator[Finding]:
    """Every named station leads to somebody without a name.

    What: two or more pages tell the claim, and no origin behind it has a name.

    Why it matters: nobody can be asked, and nobody answers for it.

    Not when: one origin has a name, nobody is given at all (see unattributed), the pages do not tell the same in their words, a
    page tells it in its own voice, or names whom it means in the next sentence.

    Example (fiction): "a person close to the ferry line" is all that three pages give.
    """
    if not origins.low or any(r.kind not in ("anonymous", "group", "unnamed") for r in origins.roots):
        return
    said = tuple(s for s in together(pile, claim, firsts(pile, claim)) if innermost(s) is not None)
    named = any(k.kind in ("person", "official") and proper(k.name or "") for s in said for k in s.chain[1:-1])
    quiet = not named and all(nameless(k) or passed_on(pile, s, k) for s in said if (k := innermost(s)) is not None)
    most = 2 * sum(nameless(s.chain[-1]) for s in said) > len(said)
    met = any(informant(pile, s) for s in said) and not any(named_next(pile, s) for s in said)
    if several(pile, said) and quiet and most and met:
        names = unnamed(pile, said)
        yield remark(
            "anonymous_only",
            of(pile, *said[:MOST]),
            f"{len(said)} pages ({outlets(pile, said)}) tell it; the only sources have no name{names}.",
            claim=claim.id,
            limits="Overturned by a page that names a source.",
        )


def passed_on(pile: Pile, s: Statement, house: ChainLink) -> bool:
    """Whether a house that is named for a telling has such things, on the same page, from somebody without a name."""
    said = (x.chain for x in pile.by_document[s.document] if len(x.chain) > 2 and nameless(x.chain[-1]))
    return house.kind in PASSING and any(pile.same_party(k, house) for chain in said for k in chain[1:-1])


def named_next(pile: Pile, s: Statement) -> bool:
    """Whether the next sentence names who is meant: "A top official said nine died. Ivo Tarn, head of the guard, said …"."""
    link = innermost(s)
    if link is None or not ONE.match(link.name or ""):
        return False
    after = (x for x in pile.by_document[s.document] if x.span.start >= s.span.end)
    said = next((x for x in after if x.attribution != s.attribution), None)
    k = innermost(said) if said is not None else None
    if said is None or k is None or said.span.start - s.span.end > NEXT or k.kind not in ("person", "official") or k.span is None:
        return False
    return proper(k.name or "") and POST.match(pile.documents[s.document].text, k.span.start) is not None


ONE = re.compile(
    r"^(?:an?|one|the)\s(?:[\w’'-]+\s){0,4}?(?:official|minister|officer|lawmaker|prosecutor|spokes\w+|leader|commander|general)\b",
    re.IGNORECASE,
)
POST = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]*,\s(?:the\s|an?\s)?[a-z]")  # "Ivo Tarn, head of"
NEXT = 60  # code points between two sentences that stand beside each other; own choice


def nameless_page(pile: Pile, document: str) -> Iterator[Finding]:
    """A page that rests on somebody without a name.

    What: three or more statements of one page, and one in five of those it has from sources, come from sources without a name.

    Why it matters: the reader meets many facts and one unknown voice.

    Not when: fewer statements hang on it (a sentence counts once), most sources are named, the words are of nobody in particular
    ("some", "people") or of a crowd that is written about ("many drivers").

    Example (fiction): five paragraphs on the ferry line, all by "a person close to the owners".
    """
    sourced: list[Statement] = []
    for s in pile.by_document[document]:
        twice = sourced and sourced[-1].span.overlaps(s.span)  # one sentence, read twice
        if innermost(s) is not None and not (pile.furniture_holds(s) or pile.headline(s) or twice):
            sourced.append(s)
    said: list[Statement] = []
    for s in sourced:
        k = innermost(s)
        if (
            k is not None
            and informant(pile, s)
            and particular(k.name)
            and taken_as(s) in PASSED_ON
            and len(subject(pile.told(s))) >= TELLING
            and speaks(pile, s)
        ):
            said.append(s)
    if len(said) >= LEAST_NAMELESS and SHARE * len(said) >= len(sourced):
        names = unnamed(pile, said)
        yield remark(
            "anonymous_only",
            of(pile, *said[:MOST]),
            f"{len(said)} statements of {pile.page(document)} rest on sources without a name{names}.",
            limits="Overturned if the page names them in a place that was not read.",
        )


def unnamed(pile: Pile, said: Sequence[Statement]) -> str:
    """The sources without a name, by what the pages call them, as the end of a sentence."""
    names = (wording_of(pile, s) for s in said if (k := innermost(s)) is not None and nameless(k))
    row = "; ".join(dict.fromkeys(f"“{n}”" for n in names if n))
    return f": {row}" if row else ""


LEAST_NAMELESS, SHARE = 3, 5  # so many statements, and one in so many of the page's sourced ones; own choice
NOBODY = vocabulary.words("people", "nobody named")


def particular(name: str | None) -> bool:
    """Whether the words for a source without a name say who it is: "a clerk", not "some" or "many people"."""
    return name is None or not {w for w in stems(name) if len(w) > 1} <= NOBODY


def unattributed(pile: Pile, claim: Claim, origins: Origins) -> Iterator[Finding]:
    """Nobody is named for it, by any page.

    What: two or more outlets give the same figure for the same thing in their own voice, in like words, and no telling of the claim
    says from whom.

    Why it matters: a figure without a source cannot be checked, however often it is printed.

    Not when: one telling names a source, only one page tells it, the figure is small, a length or a time, or the tellings share
    too few words. Background without a figure is seldom sourced.

    Example (fiction): two papers write "so far 900 boats were lost"; neither says who counted.
    """
    if origins.low:
        return
    tellers: dict[tuple[str, float, float | None], list[Counted]] = defaultdict(list)
    for s in pile.tellings(claim):
        for c in counted(pile, s):
            if (
                c.quantity.low >= LEAST_FIGURE
                and c.quantity.unit not in MEASURES
                and not (pile.furniture_holds(s) or NAMED.search(pile.text(s)))
            ):
                tellers[c.key, c.quantity.low, c.quantity.high].append(c)
    for key in sorted(tellers, key=lambda k: (-len(tellers[k]), k[0], k[1])):
        row = list({c.statement.document: c for c in reversed(tellers[key])}.values())[::-1]
        said = tuple(c.statement for c in row if any(x is not c and alike(pile, x.statement, c.statement) for x in row))
        if len({pile.outlet(s.document) for s in said}) > 1:
            yield remark(
                "unattributed",
                of(pile, *said[:MOST]),
                f"{len(said)} pages ({outlets(pile, said)}) give one figure ({written(pile, row[0])}); none says from whom.",
                claim=claim.id,
                limits="Overturned by a telling that names its source.",
            )
            return


# Words by which a telling says where its figure is from, though nobody is its speaker.
NAMED = vocabulary.pattern("tellings", "told by")
LEAST_FIGURE = 10  # smaller figures are seen by whoever stands there; own choice
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

    Not when: the page names few sources anyway, the figure is small, vague ("thousands"), a length or a time, or another page says
    from whom it is.

    Example (fiction): a page of sourced reports ends: "So far 900 boats have been lost."
    """
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    if sum(innermost(s) is not None for s in said) < LEAST_SOURCED:
        return
    for s in said:
        claim = pile.claim_by_id.get(pile.claim_of.get(s.id, ""))
        others = [x for x in (pile.tellings(claim) if claim is not None else ()) if x.quantities and one_count(s, x)]
        if taken_as(s) != "assert" or len(s.chain) > 1 or pile.headline(s) or s.voice not in ("own",) or pile.in_marks(s):
            continue
        cells = [
            c
            for c in counted(pile, s)
            if c.quantity.low >= LEAST_TOTAL
            and c.quantity.unit not in MEASURES
            and COUNTED.search(c.quantity.span.of(pile.documents[document].text))
            and not pile.documents[document].text[c.quantity.span.end : c.quantity.span.end + 1].isalpha()
        ]
        total = next((c for c in cells if SO_FAR.search(pile.text(s)) or c.quantity.high is None), None)
        if (
            total is None
            or NOTHING.search(pile.text(s))
            or any(innermost(x) is not None for x in others)
            or len({x.document for x in others}) > 1
        ):
            continue
        yield remark(
            "unattributed",
            of(pile, s),
            f"{pile.page(document)} gives a figure ({written(pile, total)}) without a source: “{short(pile.told(s))}”.",
            claim=claim.id if claim is not None else None,
            limits="Overturned if the source stands in a place that was not read, or the outlet counted itself.",
        )


COUNTED = re.compile(r"\d|\b(?:million|billion)\b", re.IGNORECASE)
LEAST_TOTAL = 100  # smaller figures are counted by those who stand there; own choice
MEASURES = vocabulary.words(
    "dimensions",
    "weight",
    "money",
    "old money",
    "length",
    "time",
    "volume",
    "power",
    "area",
    "share",
    "speed",
    "memory",
    "other spelling",
    "game",
)


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
    """All remarks of this family; several pages with one origin have a module of their own (``one_origin``)."""
    for claim in pile.claims:
        yield from anonymous_only(pile, claim, ranges[claim.id])
        yield from unattributed(pile, claim, ranges[claim.id])
    for document in sorted(pile.by_document):
        yield from nameless_page(pile, document)
        yield from bare_total(pile, document)
    for reply in replies:
        yield from silent_party(pile, reply)
    yield from lost_credit(pile)
