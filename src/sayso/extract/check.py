"""Every span lies in the text: the last door of the room."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import GuestError
from sayso.model import Reading, Span, Statement


def checked(reading: Reading) -> Reading:
    """The same reading, or a GuestError that names the first span outside the text."""
    size = len(reading.document.text)
    for s in reading.statements:
        for span in _spans(s):
            if not 0 <= span.start <= span.end <= size:
                raise GuestError(f"{reading.document.place}: a span {tuple(span)} lies outside the text of {size} code points")
    return reading


def _spans(s: Statement) -> Iterator[Span]:
    yield s.span
    yield from s.content
    yield from (x.span for part in (s.hedges, s.quantities, s.places, s.times) for x in part)
    yield from (x for k in s.chain for x in (k.span, k.cue) if x)
    if s.cue:
        yield s.cue
