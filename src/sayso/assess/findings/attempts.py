"""What somebody tried, meant, threatened or refused to do in one of two aligned sentences and did in the other."""

from __future__ import annotations

import re

from sayso.assess.findings.remark import Change
from sayso.assess.findings.strength import irregular, root
from sayso.lexicon import vocabulary

TRIED = re.compile(
    rf"\b(?:{vocabulary.one_of('moods', 'aims to', 'bound to')}|(?P<not>{vocabulary.one_of('moods', 'refused to')}))"
    r"\sto\s(?:be\s)?(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    rf"\b{vocabulary.one_of('moods', 'asks to')}\s(?:[\w’'-]+\s){{1,4}}?to\s(?P<verb>[a-z]{{3,}})\b(?P<not>)", re.IGNORECASE
)
# What may say in other words that a deed was meant or left undone; where the other sentence has any of it, nothing is said.
MEANT = re.compile(rf"\b(?:(?-i:may)|{vocabulary.one_of('moods', 'meant or undone')})\b|n['’]t\b", re.IGNORECASE)


def attempted(a: str, b: str) -> Change | None:
    """The rule with the words before and after; None where both did it, or both only meant it."""
    for one, two, first in ((a, b, True), (b, a, False)):
        for m in (*TRIED.finditer(one), *ASKED.finditer(one)):
            done = did(two, root(m["verb"]))
            if done is None or MEANT.search(two) or did(one[: m.start()] + one[m.end() :], root(m["verb"])):
                continue
            up, down = ("detail_dropped", "detail_added") if m["not"] else ("strengthened", "weakened")
            return (up, m.group(), done) if first else (down, done, m.group())
    return None


def did(text: str, verb: str) -> str | None:
    """The past form of a verb in a sentence."""
    forms = "|".join(
        (rf"{re.escape(verb)}e?d", rf"{re.escape(verb)}{re.escape(verb[-1:])}ed", *map(re.escape, irregular().get(verb, ())))
    )
    m = re.search(rf"\b(?:{forms.replace('yed', 'ied') if verb.endswith('y') else forms})\b", text, re.IGNORECASE)
    return m.group() if m else None
