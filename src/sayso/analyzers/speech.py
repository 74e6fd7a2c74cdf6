"""Quotations and the attributions that govern them: over sentences, over neighbouring marks, or from the speaker before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.contracts import Attributed
from sayso.model import Span
from sayso.text.quotations import Quotation

FOLLOWING = 2  # words of one that fills the sentence behind an attributed one ("…," said Ida Volk. "It was my fault.")
FREE = 5  # words of a quotation that can stand as speech without a cue; shorter ones are labels and titles, which no full stop ends


def speech(text: str, sentences: list[Span], quotes: Sequence[Quotation], found: list[Attributed]) -> list[Attributed]:
    """Join quotations with the attributions that govern them: over several sentences, over neighbouring marks, or inherited."""
    double = [q for q in quotes if not q.single]
    owner: dict[int, list[int]] = {}
    for n, q in enumerate(double):
        near = [k for k, a in enumerate(found) if any(c.overlaps(q.inner) for c in a.content) and not _within(q, a)]
        if near:
            owner[n] = near
        elif n and n - 1 in owner and not text[double[n - 1].span.end : q.span.start].strip():
            owner[n] = owner[n - 1]
    for n in range(len(double) - 2, -1, -1):
        if n not in owner and n + 1 in owner and not text[double[n].span.end : double[n + 1].span.start].strip():
            owner[n] = owner[n + 1]
    for n, k in ((n, k) for n, owners in owner.items() for k in owners):
        found[k] = replace(found[k], content=_joined([*found[k].content, double[n].inner]))
    for n, q in enumerate(double):
        follows = n - 1 in owner and text[double[n - 1].span.end : q.span.start].rstrip(" \u00a0\n–—-").endswith(tuple(".!?"))
        spoken = q.inner.of(text).rstrip().endswith(tuple(".!?")) and _one_spoke(found, q)
        if n not in owner and _free(text, q, sentences, FOLLOWING if follows or spoken else FREE):
            found.append(Attributed((q.inner,), inherits=True))
            owner[n] = []
    return found


def _head(a: Attributed) -> int:
    return (a.cue or a.content[0]).start


def _one_spoke(found: Sequence[Attributed], quote: Quotation) -> bool:
    """Whether somebody has spoken right before a quotation; behind "Rask says the guest said C" either may go on."""
    last = max((a for a in found if _head(a) < quote.span.start), key=_head, default=None)
    return last is not None and not any(c.start <= _head(last) < c.end for a in found if a is not last for c in a.content)


def _within(quote: Quotation, a: Attributed) -> bool:
    """An attribution that the quotation itself makes governs none of its words but those it has."""
    return a.cue is not None and quote.inner.holds(a.cue)


def _free(text: str, quote: Quotation, sentences: list[Span], fewest: int) -> bool:
    """A quotation that fills its sentences and is long enough to be speech."""
    first = bisect_right(sentences, quote.span.start, key=lambda s: s.end)
    mine = sentences[first : bisect_left(sentences, quote.span.end, lo=first, key=lambda s: s.start)]
    words, around = _count(quote.inner.of(text)), sum(_count(s.of(text)) for s in mine)
    return words >= fewest and words >= 0.8 * around


def _count(words: str) -> int:
    """Words between blanks; a mark that stands by itself ("« Le pont »") is none."""
    return sum(any(c.isalnum() for c in w) for w in words.split())


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for s in sorted(spans):
        if out and s.start <= out[-1].end + 3:
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)
