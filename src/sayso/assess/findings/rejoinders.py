"""Remarks on two sentences that stand against each other: one party's answer to what another has told, in whatever words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sayso.assess.addressees import answered
from sayso.assess.findings.remark import lies_on, of, remark, short
from sayso.assess.lines import Line
from sayso.assess.pile import Pile
from sayso.assess.rejoinders import Ground, Pair
from sayso.assess.wording import likeness
from sayso.model import Finding

# Log odds from which an answer is shown in a pile of FEW sentences; in a longer pile the odds must grow as the sentences do, as
# each is a chance to be wrong. By weights fitted without the file that is asked, -1.5 shows 260 answers in invented piles of ten to
# twenty sentences, of which 138 of 322 lines hold, and none on 200 pages of news and in six cases; -1.05 shows 180 with 104 lines,
# -1.85 320 with 149. With half of the growth 9 more are shown on the news, with none 59.
ENOUGH, FEW = -1.5, 16
EACH = 2  # answers shown to one sentence, and between two pages; own choice
TOLD_AGAIN = 0.5  # Dice of two sentences that tell one thing; own choice
INNER = str.maketrans("“”", "‘’")
AGAINST = frozenset(
    {"denied", "retracted", "corrected", "accounts_conflict", "places_conflict", "figures_conflict", "dates_conflict"}
)


def rejoinders(pile: Pile, told: Sequence[Finding]) -> Iterator[Finding]:
    """One page's sentence answers another's.

    What: a sentence denies, calls untrue, puts right or tells otherwise what another sentence of the pile tells, by its manner
    ("not a single", "fairy tale", "in fact"), the seldom words that both have, and the party that the one accuses and the other
    quotes. What each of these weighs is fitted (``resources/answer_weights.yml``).

    Why it matters: who reads only one of the two pages has only one side.

    Not when: the two only count differently, the one only tells again what the other tells, they have nothing in common, one of
    them says neither yes nor no, the answer is of an earlier page, both are of one party, or another remark lays the two side by
    side.

    Example (fiction): "Lorries of the mill tip ash into the Tarn at night, anglers say." "Not one lorry of ours has left the yard
    after dark, the mill's manager said."
    """
    for pair in chosen(pile):
        a, b = pair.target, pair.answer
        if any(f.rule in AGAINST and lies_on(f, a.document, a.span) and lies_on(f, b.document, b.span) for f in told):
            continue
        yield remark(
            "accounts_conflict",
            of(pile, (b.document, b.span), (a.document, a.span)),
            f"{who(pile, b)}: “{inner(b.text)}” This stands against {who(pile, a)}: “{inner(a.text)}”",
            claim=min(claims(pile, a), default=None),
            change=(a.text, b.text),
            limits="Overturned if the two speak of different matters or of different times, or if both can be so.",
        )


def inner(text: str) -> str:
    """The words as they stand between quotation marks."""
    return short(text.translate(INNER))


def chosen(pile: Pile) -> list[Pair]:
    """For each answer the one sentence that it most likely answers, the likeliest first.

    Of two that answer each other the likelier way; what is told again on other pages is answered once; ``EACH`` answers to one
    sentence and between two pages.
    """
    ground = Ground(pile)
    enough = ENOUGH + math.log(max(1.0, len(ground.lines) / FEW))
    sure = [(odds, p) for odds, p in answered(ground) if odds >= enough]
    out: list[Pair] = []
    for _, p in sorted(sure, key=lambda t: (-t[0], t[1].answer.document, t[1].answer.number)):
        if not any((p.answer is q.target and p.target is q.answer) or again(pile, p, q) for q in out) and not crowded(p, out):
            out.append(p)
    return out


def crowded(p: Pair, out: Sequence[Pair]) -> bool:
    """Whether as many answers as are shown stand already against one sentence, or between two pages."""
    ends = {p.answer.document, p.target.document}
    return (
        sum(q.target is p.target for q in out) >= EACH or sum({q.answer.document, q.target.document} == ends for q in out) >= EACH
    )


def again(pile: Pile, p: Pair, q: Pair) -> bool:
    """Whether one of two pairs is the other, as other pages tell it."""
    return all(
        x is y or bool(claims(pile, x) & claims(pile, y)) or likeness(x.text, y.text) >= TOLD_AGAIN
        for x, y in zip(p[:2], q[:2], strict=True)
    )


def claims(pile: Pile, line: Line) -> frozenset[str]:
    """The claims told in a sentence."""
    return frozenset(c for s in pile.by_document[line.document] if s.span.overlaps(line.span) and (c := pile.claim_of.get(s.id)))


def who(pile: Pile, line: Line) -> str:
    """The party that a sentence comes from, with its page."""
    name = next((k.name for k in reversed(line.sources) if k.name), None)
    page = pile.page(line.document)
    return f"{name} ({page})" if name and name != page else page
