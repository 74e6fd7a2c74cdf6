"""Tellings of one page that hold others: "X reports that Y said …" is told whole, and Y's words are a telling of their own.

What the outer one adds is its own; where it adds next to nothing, both are one telling, and the inner one, which names the source
farther in, stands for both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.link.terms import Telling, terms
from sayso.model import Reading, Span, Statement

# An outer telling with fewer words and figures of its own than this says what the inner one says. 2, 3, 5 give the six cases B3
# 0.709, 0.716, 0.712 (0.703 without), precision on 8 topics of ECB+ 0.846, 0.846, 0.854 (0.831 without), recall 0.210 (0.204).
LEAST_OWN = 3
_TOLD = frozenset({"word", "name", "figure"})


def unfolded(readings: Iterable[Reading], told: Sequence[Telling]) -> list[Telling]:
    """All tellings, those of each page unfolded."""
    by_page: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        by_page[t.document].append(t)
    new = {t.id: t for r in readings for t in _page(r, by_page[r.document.id])}
    return [new[t.id] for t in told]


def _page(reading: Reading, told: Sequence[Telling]) -> list[Telling]:
    """The tellings of one page; an outer one is left its own words, or points to the inner one that it repeats."""
    by_id = {t.id: t for t in told}
    for outer, inner in _held(reading.statements):
        a, b = by_id[outer.id], by_id[inner.id]
        if a.denial != b.denial:
            continue
        own = _own(reading.document.text, outer, inner)
        if sum(k[0] not in "~=" for k in own) < LEAST_OWN:
            by_id[a.id] = replace(a, inner=b.id)
        else:
            by_id[a.id] = replace(a, words=a.words & own, names=a.names & own, figures=a.figures & own)
    return [by_id[t.id] for t in told]


def _whole(statement: Statement) -> Span:
    return Span(statement.content[0].start, statement.content[-1].end)


def _held(statements: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """Each telling that holds others, with the longest of them; of two over the same words the longer chain is within."""
    told = sorted((s for s in statements if s.content), key=lambda s: (_whole(s).start, -_whole(s).end, len(s.chain), s.id))
    out = []
    for n, outer in enumerate(told):
        held = []
        for inner in told[n + 1 :]:
            if _whole(inner).start >= _whole(outer).end:
                break
            if _whole(outer).holds(_whole(inner)):
                held.append(inner)
        if held:
            out.append((outer, min(held, key=lambda s: (_whole(s).start - _whole(s).end, -len(s.chain), s.id))))
    return out


def _own(text: str, outer: Statement, inner: Statement) -> frozenset[str]:
    """Terms of the outer telling's words before and behind the inner one; who says the inner one, and how, is not what is told."""
    whole = _whole(outer)
    cut = inner.span if whole.holds(inner.span) else _whole(inner)
    around = [Span(whole.start, cut.start), Span(cut.end, whole.end)]
    named = [k.span for k in inner.chain if k.span] + ([inner.cue] if inner.cue else [])
    said, credited = ({k for s in spans for kind, k in terms(text, s) if kind in _TOLD} for spans in (around, named))
    return frozenset(said - credited)
