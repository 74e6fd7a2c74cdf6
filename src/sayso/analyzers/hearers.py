"""Who is told is no teller: "residents had been warned that C", "she was told by the surgeon that C".

The tagger takes the subject of a passive of telling for the source now and then. Whoever is named with "by" tells; where nobody is,
nobody is given, and who tells of it is the last one that is known.
"C, relatives were told" stays: they pass it on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.model import Span
from sayso.text.tokens import tokens

HEARD = vocabulary.words("tellings", "was told")
BE = frozenset("is are was were be been being got".split())
_REPUTED = re.compile(r"\b(?:is|are|was|were) (?:said|believed|reported|understood|thought|rumou?red|alleged)\Z")
REACH = 120  # code points between a subject and its passive


def heard(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions without sources that were only told something."""
    out: list[Attributed] = []
    for a in found:
        if a.source and a.cue and _REPUTED.search(a.cue.of(text)) and text.startswith("to ", a.content[0].start):
            content = tuple(sorted((a.source, *a.content)))
            out.append(replace(a, source=None, kind=None, leanings=(), inherits=False, content=content))
        elif a.source is None or a.cue is None or a.content[-1].start < a.cue.end or not _passive(text, a.source, a.cue):
            out.append(a)
        else:
            out.append(replace(a, source=None, kind="unnamed", leanings=(), inherits=False))
    return out


def _passive(text: str, source: Span, cue: Span) -> bool:
    """Whether "was" or "had been" leads from a subject to its verb of telling, which is a participle."""
    if not source.end <= cue.start < source.end + REACH:
        return False
    said = [t.low for t in tokens(text, *cue)]
    verb = next((n for n, low in enumerate(said) if low in HEARD), None)
    if verb is None:
        return False
    before = [*(t.low for t in tokens(text, source.end, cue.start)), *said[:verb]]
    last = next((low for low in reversed(before) if not (low in words("en", "adverb") or low.endswith("ly"))), "")
    return last in BE and re.search(r"[.!?]", text[source.end : cue.start]) is None
