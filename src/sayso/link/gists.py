"""The sentence shown for a claim: its most central telling that says by itself who or what it is about.

What is told after "said that" often begins with a pronoun, or is what a hole in the sentence left. Where another telling of the
claim is whole, it speaks for all; else the sentence is shown with the one who says it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.link.terms import Telling
from sayso.model import Span

# Words of a gist at most, in code points.
GIST = 200
# Words of a whole telling at least; own choice ("It is over", "I just know").
FEWEST = 5
_FIRST = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
# A gist that begins so leans on another sentence, or on the one who says it.
_LEANS = frozenset(
    "i i'm i'll i've i'd we we're we'll we've he he's she she's it it's they they're they've you you're his her their its our my "
    "your this these those such there but and or so because then also however meanwhile instead that which who whom when where "
    "if".split()
)


def gist(
    members: Sequence[Telling], near: Mapping[str, Mapping[str, float]], texts: Mapping[str, str], language: str | None = None
) -> str:
    """The words of the telling with the strongest ties to the others among those that are whole; of equals the fullest.

    A telling in ``language``, the pile's, goes first: who reads the pile reads that.
    """
    ids = {m.id for m in members}

    def rank(t: Telling) -> tuple[bool, bool, float, int, str]:
        ties = round(sum(w for i, w in near.get(t.id, {}).items() if i in ids), 3)
        return t.language != language, leans(told(t, texts[t.document])), -ties, -len(t.keys), t.id

    best = min(members, key=rank)
    text = texts[best.document]
    words, sentence = told(best, text), _line((best.statement.span,), text)
    if leans(words) and not _low(sentence):
        words = sentence
    return words if len(words) <= GIST else words[: GIST - 1].rsplit(" ", 1)[0] + "…"


def leans(words: str) -> bool:
    """Whether the words are no whole telling: they begin in the middle, with a pronoun or a small word, or are too few."""
    first = _FIRST.search(words)
    if first is None or _low(words):
        return True
    return first.group().lower().replace("’", "'") in _LEANS or len(_FIRST.findall(words)) < FEWEST


def told(telling: Telling, text: str) -> str:
    """What is told, on one line."""
    return _line(telling.statement.content or (telling.statement.span,), text)


def _low(words: str) -> bool:
    """Whether the first letter is a small one."""
    first = _FIRST.search(words)
    return first is not None and first.group()[0].islower() and first.group().islower()


def _line(spans: Sequence[Span], text: str) -> str:
    return " ".join(" ".join(s.of(text) for s in spans).split())
