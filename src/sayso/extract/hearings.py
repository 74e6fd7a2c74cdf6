"""Who told a court or a committee what it "has heard": whoever speaks to it in the next sentences.

"The bridge had been closed in May, the inquest was told" has nobody who tells it; "Opening the hearing, Ida Volk said" names her
one sentence later. So do the reports of courts and parliaments, everywhere; what nobody takes up stays told by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon import vocabulary
from sayso.model import PERSONS, Document, Span, Statement

_BODY = vocabulary.one_of("tellings", "a hearing body")
_HEARD = re.compile(
    rf"\b{_BODY}(?:\s[^.;:]{{1,60}}?)?\s(?:(?:has|have|had)\s)?(?:heard|(?:been |was |were |is |are )?(?:told|informed|advised))\b"
)
_SPEAKS = re.compile(
    rf"^{vocabulary.one_of('tellings', 'opens a session')}\b|"
    r",\s(?:prosecuting|defending|for the (?:prosecution|crown|defence|defense|state))\b|"
    rf"\b{vocabulary.one_of('tellings', 'tells a body')}\s(?:the|a)\s(?:\w+\s){{0,2}}?{_BODY}",
    re.IGNORECASE,
)
NEXT = 3  # sentences behind within which whoever told it speaks


def told(document: Document, sentences: Sequence[Span], made: Sequence[Statement]) -> list[Statement]:
    """The statements, with what a body heard from nobody given to whoever speaks to it next."""
    if (document.language or "en").split("-")[0] != "en":
        return list(made)
    text = document.text
    listed = sorted(made, key=lambda s: s.span)
    out = []
    for s in made:
        n = next((k for k, x in enumerate(sentences) if x.start <= s.content[0].start < x.end), None)
        if n is not None and s.chain[-1].kind == "unnamed" and s.cue and _HEARD.search(sentences[n].of(text)):
            one = _next(text, sentences[n + 1 : n + 1 + NEXT], listed)
            s = replace(s, chain=(s.chain[0], *(replace(k, span=None, cue=None) for k in one.chain[1:]))) if one else s
        out.append(s)
    return out


def _next(text: str, behind: Sequence[Span], listed: Sequence[Statement]) -> Statement | None:
    """The first telling of a person in the sentences behind, where he speaks to the body."""
    for sentence in behind:
        here = [s for s in listed if sentence.start <= s.content[0].start < sentence.end and len(s.chain) > 1]
        if here:
            fits = here[0].chain[-1].kind in PERSONS and _SPEAKS.search(sentence.of(text))
            return here[0] if fits else None
    return None
