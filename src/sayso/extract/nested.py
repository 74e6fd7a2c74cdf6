"""Tellings within tellings: which attribution stands inside another, and which of those only names a deed.

"A colonel asked for asylum, the minister said" is the minister's telling alone: who asks, orders or refuses within what somebody
tells has done something and told nothing. Nor do the logs and tests speak that he tells of: they are what he goes by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.words import cues, words
from sayso.model import Span
from sayso.text.tokens import tokens

FEWEST = 3  # words that are told: less is what somebody does something to ("complained of the buzz"), unless it is quoted
_DEEDS = vocabulary.words("tellings", "does by saying")
_REFUSALS = vocabulary.words("tellings", "refuses")
_SHOWN = vocabulary.words("tellings", "shown") | vocabulary.words("tellings", "lists")
_KNOWN = vocabulary.words("tellings", "a telling", "puts a figure", "counted", "ran", "aired", "shown")
_ANAPHORS = frozenset("so this that it these those otherwise".split())
_TO = re.compile(r"\s(?:[\w’'-]+\s){0,4}?(?:for|to)\s")
_QUOTED = re.compile(r"[“\"‘«„]|\s'")


def telling(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions without those inside another that name a deed, or what its teller goes by."""
    near = Near(found)
    idle = {
        n
        for n, o in nesting(found, near).items()
        if found[o].source is not None and found[o].cue is not None and found[o].kind != "document" and _idle(text, found[n])
    }
    return [a for n, a in enumerate(found) if n not in idle]


def _idle(text: str, a: Attributed) -> bool:
    if a.cue is None or (a.source is not None and a.source.of(text).lower() in words("en", "pronoun")):
        return False  # "I asked the bank for a pier": who tells of himself is nobody else
    said = [t.low for t in tokens(text, *a.cue) if t.word]
    told = [t for c in a.content for t in tokens(text, *c) if t.word]
    reach = text[min(a.cue.start, a.content[0].start) : max(a.cue.end, a.content[-1].end) + 1]
    if _QUOTED.search(reach):
        return False
    between = text[a.cue.end : a.content[0].start] if a.cue.end <= a.content[0].start else ""
    if not any(w in cues("en") or w in _KNOWN for w in said):
        return True
    if len(told) < FEWEST and not any(t.low in _ANAPHORS for t in told):
        return True
    after = text[a.cue.end : a.content[-1].end]
    deed = (
        a.kind != "document"
        and any(w in _DEEDS for w in said)
        and _TO.match(after) is not None
        and not re.search(r"\b(?:that|whether|if)\b", between)
    )
    shown = a.kind == "document" and any(w in _SHOWN for w in said)
    return deed or shown or any(w in _REFUSALS for w in said) or told[0].low == "to"


class Near:
    """Attributions by where their content stands, so that not each is compared with each: a page of lists may have thousands."""

    CELL = 512

    def __init__(self, found: Sequence[Attributed]) -> None:
        self.cells: dict[int, list[int]] = {}
        for n, a in enumerate(found):
            for cell in sorted({k for c in a.content for k in range(c.start // self.CELL, c.end // self.CELL + 1)}):
                self.cells.setdefault(cell, []).append(n)

    def __call__(self, span: Span) -> list[int]:
        """Those whose content may touch ``span``, in order."""
        cells = range(span.start // self.CELL, span.end // self.CELL + 1)
        return sorted({n for cell in cells for n in self.cells.get(cell, ())})


def nesting(found: Sequence[Attributed], near: Near) -> dict[int, int]:
    """For each attribution the innermost other one that tells it: whose content holds its cue and source."""
    out: dict[int, int] = {}
    for i, a in enumerate(found):
        own = [s for s in (a.cue, a.source) if s]
        holders = [
            n
            for n, b in ((n, found[n]) for n in (near(own[0]) if own else ()))
            if n != i
            and b.cue != a.cue
            and all(any(c.overlaps(w) for c in b.content) for w in own)
            and not any(w.overlaps(x) for w in own for x in (b.cue, b.source) if x)
            and not (b.cue and any(c.holds(b.cue) for c in a.content))
        ]
        if holders:
            out[i] = min(holders, key=lambda n: sum(c.end - c.start for c in found[n].content))
    return out


def extent(a: Attributed) -> Span:
    """From the first to the last word of an attribution."""
    parts = [s for s in (a.source, a.cue, *a.content) if s]
    return Span(min(s.start for s in parts), max(s.end for s in parts))
