"""Who tells what another told, and who tells that he told it ("S said that C, P reports", "S said that C. P reported this.")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import kind_of
from sayso.model import Span
from sayso.text.sentences import trimmed

_COMMA = re.compile(r"[,،;—–]")


def apart(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions of a sentence, none of them telling the tag by which another one is told as a whole."""
    out = []
    for a in found:
        begins = [begin for b in found if (begin := _tag(text, a, b))]
        content = tuple(c for told in a.content if (c := _before(text, told, min(begins, default=told.end))))
        out.append(replace(a, content=content) if begins and content else a)
    return out


def same_told(view: View, a: Attributed, before: Span, found: Sequence[Attributed]) -> Attributed:
    """Read "N, reports P. This was told by S." as two tellings of N: S tells it as well as P, not that P reports it."""
    told = next((b for b in found if b.cue and before.holds(b.cue) and all(before.holds(c) for c in b.content)), None)
    if told is None or not (len(a.content) == 1 and a.content[0].start == before.start and before.holds(a.content[0])):
        return a
    spoken = house(view, a.source) and not house(view, told.source)  # what a person says an outlet passes on
    return a if spoken else replace(a, content=told.content)


def house(view: View, source: Span | None) -> bool:
    """Whether a phrase names an outlet or an agency."""
    if source is None:
        return False
    name = source.of(view.text)
    return outlet_kind(name) is not None or kind_of(name, None, None, view.language) in ("agency", "outlet")


def _tag(text: str, a: Attributed, b: Attributed) -> int:
    """Where the tag of ``b`` begins, if it stands behind all that it tells, and that holds all of ``a`` but the tag; else 0."""
    if a is b or not (a.cue and a.source and b.cue and b.source) or a.cue.overlaps(b.cue):
        return 0
    begin = min(b.cue.start, b.source.start)
    last = max(c.end for c in b.content)
    whole = all(any(c.holds(own) for c in b.content) for own in (a.cue, a.source))
    if last > begin or not whole or not any(c.overlaps(b.cue) for c in a.content):
        return 0
    commas = [m.start() for m in _COMMA.finditer(text, last, begin)]
    return commas[0] if commas else begin


def _before(text: str, told: Span, end: int) -> Span | None:
    """What stands before the tag, without the mark between."""
    if told.end <= end:
        return told
    return trimmed(text, told.start, end) if told.start < end and re.search(r"\w", text[told.start : end]) else None
