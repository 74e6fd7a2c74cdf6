"""Which sentences the tagger need not look at: no word that was ever a cue, no quotation mark.

The words come with the model: every word that is part of a cue somewhere in its training labels, in the forms of its verb. Of
PolNeAR dev, where half of the sentences hold an attribution, 91 % open and 2.2 % of the cues stand in the others
(`bench/speed/reader.py --pages`). A closer gate was tried and left: only words that are part of a cue in 30 % of their uses
opened 67 % and cost 22 % less time, but lost 15 % of all cues, 0.4 points of AR-soft there and 3 points of right sources on
the project's stories ("found", "plans", "wants").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.lexicon.words import words
from sayso.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[“”\"„«»]|''|``")


class Gate:
    """Opens for sentences that may hold an attribution."""

    def __init__(self, cue_words: Iterable[str]) -> None:
        """``cue_words`` in lower case, as ``gate_words`` makes them."""
        self.cue_words = frozenset(cue_words)

    def opens(self, text: str, span: Span) -> bool:
        """Whether the sentence at ``span`` may hold an attribution."""
        here = span.of(text)
        return _MARKS.search(here) is not None or not self.cue_words.isdisjoint(_WORD.findall(here.lower()))


def gate_words(cues: Iterable[str]) -> list[str]:
    """The words of cues that tell: function words go, the regular forms of each word are added. Sorted."""
    small = frozenset().union(*(words("en", kind) for kind in ("preposition", "clause", "auxiliary", "determiner", "pronoun")))
    seen = {w for cue in cues for w in _WORD.findall(cue.lower()) if len(w) > 2 and w not in small}
    forms = set(seen)
    for w in seen:
        stem = re.sub(r"(?:ies|ied)$", "y", w)
        stem = re.sub(r"(?:(?<=[^aeiou])es|s|ed|ing)$", "", stem) if len(stem) > 4 else stem
        doubled = stem[:-1] if len(stem) > 4 and stem[-1] == stem[-2] not in "aeiousl" else stem
        for s in {stem, doubled}:
            forms |= {s, s + "s", s + "es", s + "ed", s + "ing", s + "d", s + "e", s + s[-1] + "ed", s + s[-1] + "ing"}
            forms |= {s[:-1] + "ies", s[:-1] + "ied"} if s.endswith("y") else set()
    return sorted(forms)
