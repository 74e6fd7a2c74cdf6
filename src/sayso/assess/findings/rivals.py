"""Remarks on figures of two pages that count one thing and cannot both hold, whatever they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.assess.counted_things import CountedThing
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.tolls import teller
from sayso.assess.pile import Pile
from sayso.assess.rivalry import Rivalry, rivalries
from sayso.assess.wording import WORD, stem
from sayso.model import Finding


def rivals_conflict(pile: Pile, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Sources on two pages give figures for one thing that cannot both hold.

    What: tellings of two pages near in time and matter, by different sources, give figures of one kind (people, money, a measure, a
    share, things of one name) between which no rounding and no bound mediates, and the words about them speak for one thing at one
    moment: the same noun, the same fate, the same day, a count, a register or a measure on one side, "only" or "not more" on the
    other. What each sign weighs was fitted (``resources/rival_weights.yml``). Told once for all figures that hang together.

    Why it matters: such figures stand in different claims, and each page alone looks settled.

    Not when: one figure is a part, a rate, a change or what was before; the later page tells of what goes on (a toll that grew,
    missing that were found); both are had from one party or one text; the tellings name two days, months or years, or two places;
    one is more than twelve times the other; or the conflict is told already (``told``).

    Example (fiction): the mill put the grain that burnt at 60,000 tonnes, the dockers weighed 19,000.
    """
    for group in groups(list(rivalries(pile))):
        things = sorted({(t.size, t.statement.id, t.span): t for r in group for t in (r.a, r.b)}.items())
        row = [t for _, t in things][:MOST]
        made = finding(pile, row)
        if not any(set(made.evidence) <= set(f.evidence) for f in told):
            yield made


MOST = 12  # figures that one remark shows; own choice


def groups(pairs: Sequence[Rivalry]) -> Iterator[list[Rivalry]]:
    """Pairs that have a figure in common, directly or by another pair, and count one sort of thing; the likeliest first."""
    left = sorted(pairs, key=lambda r: (-r.odds, r.a.statement.id, r.a.span, r.b.statement.id, r.b.span))
    while left:
        out = [left.pop(0)]
        while joined := [r for r in left if any(hang_together(r, x) for x in out)]:
            out += joined
            left = [r for r in left if r not in joined]
        yield out


def hang_together(r: Rivalry, x: Rivalry) -> bool:
    """Whether two pairs have a figure in common and count one sort of thing."""
    one, two = ({t.head if t.kind == "thing" else t.kind for t in (p.a, p.b)} - {""} for p in (r, x))
    return bool({key(r.a), key(r.b)} & {key(x.a), key(x.b)}) and (not one or not two or bool(one & two))


def key(t: CountedThing) -> tuple[str, int]:
    """Which figure this is."""
    return t.statement.document, t.span.start


def finding(pile: Pile, row: Sequence[CountedThing]) -> Finding:
    """The remark on some figures, the smallest first."""
    said = "; ".join(
        f"{teller(pile, t.statement, t.written)} ({pile.page(t.statement.document)}) “{t.written}{noun(pile, t)}”" for t in row
    )
    first, last = row[0], row[-1]
    return remark(
        "figures_conflict",
        of(pile, *(t.statement for t in row)),
        f"Of what seems to be one thing: {said}.",
        claim=pile.claim_of.get(first.statement.id),
        change=(pile.told(first.statement), pile.told(last.statement)),
        limits="Overturned if one figure is a later count, a part of another, or of another thing or event.",
    )


def noun(pile: Pile, t: CountedThing) -> str:
    """The words behind a figure up to the noun that it counts, as the page has them; nothing where it names none."""
    text = pile.documents[t.statement.document].text
    row = WORD.finditer(text, t.span.end, t.span.end + BEHIND)
    end = next((m.end() for m in row if t.head and stem(m.group()) in (t.head, t.head + "e")), t.span.end)
    return text[t.span.end : end]


BEHIND = 40  # code points behind a figure in which its noun stands
