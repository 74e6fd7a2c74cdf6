"""What somebody tried, meant, threatened or refused to do in one of two aligned sentences and did in the other."""

from __future__ import annotations

import re

from sayso.assess.findings.remark import Change
from sayso.assess.findings.strength import irregular, root

TRIED = re.compile(
    r"\b(?P<how>(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|plan(?:s|ned|ning)?|threaten(?:s|ed|ing)?|seeks?|seeking|sought|wants?|wanted"
    r"|hop(?:es?|ed|ing)|intend(?:s|ed|ing)?|vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|appl(?:y|ies|ied)|due|set|offer(?:s|ed)?)"
    r"|(?P<not>refus(?:es?|ed|ing)|declin(?:es?|ed)|fail(?:s|ed)?))\sto\s(?:be\s)?(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
# What may say in other words that a deed was meant or left undone; where the other sentence has any of it, nothing is said.
MEANT = re.compile(
    r"\b(?:to|will|would|shall|(?-i:may)|might|could|can|should|if|attempt\w*|bid|effort\w*|plan\w*|threat\w*|aim\w*|intention\w*|not|never|no"
    r"|without|nobody|none|refus\w+|fail\w+|declin\w+|about|almost|nearly)\b|n['’]t\b",
    re.IGNORECASE,
)


def attempted(a: str, b: str) -> Change | None:
    """The rule with the words before and after; None where both did it, or both only meant it."""
    for one, two, first in ((a, b, True), (b, a, False)):
        for m in TRIED.finditer(one):
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
