"""Tellings within tellings: which attribution stands inside another, and which of those only names a deed.

"A colonel applied for asylum, the minister said" is the minister's telling alone: who applies for something within what he tells
has done something and told nothing. Nor does who only will tell it, nor do the logs and tests that he tells of: they are what he
goes by. Orders and what is asked for stay tellings, as our labels have it; dropping them cost a tenth of the nested ones there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.model import Span
from sayso.text.tokens import tokens

_DEEDS = vocabulary.words("tellings", "asks for")
_SHOWN = vocabulary.words("tellings", "shown") | vocabulary.words("tellings", "lists")
_OTHERS = frozenset("he she they it you".split())
_FOR = re.compile(r"(?:[\w’'-]+\s){1,5}?for\s")
_QUOTED = re.compile(r"[“\"‘«„]|\s'")


def telling(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions without those inside another that name a deed, or what its teller goes by."""
    near = Near(found)
    idle = {
        n
        for n, o in nesting(found, near).items()
        if found[o].source is not None
        and (_to_come(text, found[n]) or (found[o].cue is not None and found[o].kind != "document" and _idle(text, found[n])))
    }
    return [a for n, a in enumerate(found) if n not in idle]


def _to_come(text: str, a: Attributed) -> bool:
    """Whether somebody only is going to tell, as another has it: "Soon she will tell us that the weir is a lake"."""
    low = a.source.of(text).lower() if a.source else ""
    return low in _OTHERS and a.cue is not None and re.match(r"(?:will|shall|['’]ll|would)\s[a-z]+", a.cue.of(text)) is not None


def _idle(text: str, a: Attributed) -> bool:
    if a.cue is None or (a.source is not None and a.source.of(text).lower() in words("en", "pronoun")):
        return False  # "I asked the bank for a pier": who tells of himself is nobody else
    said = [t.low for t in tokens(text, *a.cue) if t.word]
    if all(w in _closed() for w in said):
        return True
    if _QUOTED.search(text[min(a.cue.start, a.content[0].start) : max(a.cue.end, a.content[-1].end) + 1]):
        return False
    if a.kind == "document":
        return any(w in _SHOWN for w in said)
    return any(w in _DEEDS for w in said) and _FOR.match(text, a.cue.start, a.content[-1].end) is not None


@cache
def _closed() -> frozenset[str]:
    """Little words, which tell nothing by themselves ("an aunt had sewn it up")."""
    return words("en", "auxiliary") | words("en", "preposition") | words("en", "adverb") | words("en", "negation")


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
