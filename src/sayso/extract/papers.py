"""Papers that somebody speaks through in English: "Its bulletin warned", "the document noted" after "said in a letter", "It says:".

Who wrote a paper tells what stands in it; where the page shows a paper of somebody unnamed, the paper itself does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.lexicon import vocabulary
from sayso.lexicon.words import cues
from sayso.text.tokens import Token, tokens

_PAPERS = vocabulary.words("tellings", "a paper") | vocabulary.words("tellings", "a paper put out")
_ANY = frozenset("document paper text".split())  # what any paper may be called after it
_SELVES = {"its": "it", "his": "he", "her": "she", "their": "they"}
_IN = re.compile(
    r"\b(?:in|through|via|by)\s(?:an?|its|his|her|their|the)\s(?:[\w’'-]+\s){0,3}?(?P<noun>" + "|".join(sorted(_PAPERS)) + r")\b"
)
_SHOWN = re.compile(r"\b(?P<whole>an?\s(?:[\w-]+\s){0,3}?(?:" + "|".join(sorted(_PAPERS)) + r"))\b")
REACH = 600  # code points before "the document" in which it was put out
BEFORE = 6  # words before "in a letter" among which stands the verb of telling


def owned(name: str) -> str:
    """Who put out what a phrase names by a pronoun: "it" for "Its latest bulletin"; empty: it is no such phrase."""
    said = [t.low for t in tokens(name) if t.word]
    fits = 1 < len(said) < 5 and said[0] in _SELVES and said[-1] in _PAPERS
    return _SELVES[said[0]] if fits else ""


def put_out(text: str, at: int, phrase: Sequence[Token]) -> int | None:
    """Where the words before ``at`` tell what "the document" holds ("S said in a letter"): whoever told it there wrote it."""
    said = [t.low for t in phrase if t.word]
    if not 1 < len(said) < 4 or said[0] not in ("the", "this") or not (said[-1] in _PAPERS or said[-1] in _ANY):
        return None
    found = [m for m in _IN.finditer(text, max(0, at - REACH), at) if said[-1] in (m["noun"], *_ANY) and _told(text, m.start())]
    return found[-1].start() if found else None


def _told(text: str, at: int) -> bool:
    """Whether a verb of telling stands shortly before a place, in its clause."""
    listed = tokens(text, max(0, at - 80), at)[-BEFORE:]
    return any(t.low in cues("en") for t in listed[max((n + 1 for n, t in enumerate(listed) if t.text in ".!?;"), default=0) :])


def shown(text: str, at: int) -> str:
    """The paper that the sentence before shows ("She gave us a letter to the port. It says: C"); empty: none."""
    begin = text.rfind("\n", 0, at) + 1
    before = re.split(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘])", text[begin:at].rstrip())[-1]
    found = list(_SHOWN.finditer(before))
    return found[0]["whole"] if len(found) == 1 else ""
