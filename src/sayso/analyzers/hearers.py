"""Who is told is no teller: "residents had been warned that C", "she was told by the surgeon that C".

The tagger takes the subject of a passive of telling for the source now and then. Whoever is named with "by" tells; where nobody is,
nobody is given, and who tells of it is the last one that is known.
"C, relatives were told" stays: they pass it on.

Nor does whoever spoke last go on in a noun or in a passive that only looks like his verb: "amid claims that C", "the alleged
theft", "the bridge is feared to have gone". That is told by nobody in view.
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

HEARD = vocabulary.words("tellings", "was told") | vocabulary.words("tellings", "was blamed")
REPUTED = vocabulary.words("tellings", "reputed")
NOUNS = vocabulary.words("tellings", "a telling") | vocabulary.words("tellings", "a fear")
BE = frozenset("is are was were be been being got".split())
REACH = 120  # code points between a subject and its passive


def heard(text: str, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions without sources that were only told something."""
    out: list[Attributed] = []
    for a in found:
        if a.source is None and a.cue is not None and a.inherits and not _within(found, a.cue) and _nobodys(text, a.cue):
            out.append(replace(a, kind="unnamed", leanings=(), inherits=False))
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


def _within(found: Sequence[Attributed], cue: Span) -> bool:
    """Whether somebody tells of the cue: then what it leads to is his telling in any case ("She denied reports that C")."""
    return any(c.holds(cue) for b in found for c in b.content if b.cue != cue)


def _nobodys(text: str, cue: Span) -> bool:
    """Whether a cue without a subject is a noun, an adjective or a passive, and no verb that whoever spoke last goes on with."""
    said = [t.low for t in tokens(text, *cue) if t.word]
    before = tokens(text, max(0, cue.start - REACH), cue.start)
    after = next((t.low for t in tokens(text, cue.end, cue.end + REACH)), "")
    if not said or any("quot" in w for w in said):
        return False  # "the line was quoted": whose it is, was said before
    led = [t.low for t in before if not (t.low in words("en", "adverb") or (t.low.endswith("ly") and t.word))]
    prev = led[-1] if led else ""
    determined = prev in words("en", "determiner") and prev not in _OWNERS
    if (said[-1] in NOUNS and not said[-1].endswith("ing")) or determined:
        return prev.isalpha() and prev not in _LEADING | _OWNERS and prev not in words("en", "auxiliary")
    if said[-1] in REPUTED and len(said) == 1 and prev not in BE:
        return after.isalpha() and after not in _CLAUSE and prev not in words("en", "pronoun")
    passive = said[-1].endswith("ed") and (led + said[:-1])[-1:] != [] and (led + said[:-1])[-1] in BE
    return passive or (len(said) == 1 and said[0].endswith("ed") and after == "of" and said[0] in HEARD | REPUTED)


_LEADING = frozenset("and but or then who which that to not n't it he she they".split())
_OWNERS = frozenset("his her its their my our your".split())  # "his claim": whose it is, is known
_CLAUSE = frozenset("that to he she it they the a an his her their there this these".split())
