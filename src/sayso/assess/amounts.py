"""Amounts without digits: shares, loose counts, multiples. Words of one row of ``amounts.yml`` are steps of one ladder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.assess.wording import stem, stop
from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Amount:
    """A word of amount: the ladder it stands on, its step, the words as written, and what it is an amount of."""

    ladder: str
    step: int
    words: str
    of: frozenset[str]


@cache
def ladders() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Each step of each ladder: its kind, its number, and a pattern of its words."""
    out = []
    for row in rows("amounts"):
        for n, group in enumerate(str(row["steps"]).split(",")):
            words = "|".join(re.escape(w).replace("_", r"\s") for w in sorted(group.split(), key=lambda w: (-len(w), w)))
            out.append((str(row["ladder"]), n, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)))
    return tuple(out)


@lru_cache(maxsize=8192)
def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a telling, in order."""
    found: list[tuple[int, Amount]] = []
    for ladder, step, pattern in ladders():
        for m in pattern.finditer(text):
            behind = re.split(PARTS, text[m.end() : m.end() + BESIDE])[0]
            before = re.split(PARTS, text[max(0, m.start() - BESIDE) : m.start()])[-1]
            content = _content(behind)[:TWO] or _content(before)[-TWO:]  # "the water rate was doubled."
            found.append((m.start(), Amount(ladder, step, m.group(), frozenset(content))))
    return tuple(a for _, a in sorted(found, key=lambda f: (f[0], f[1].ladder)))


def _content(text: str) -> list[str]:
    return [stem(w) for w in re.findall(r"[^\W\d_]{3,}", text) if w.casefold() not in stop()]


PARTS = r"[.;:!?–—]\s|,\s"
BESIDE, TWO = 60, 2  # code points behind a word of amount, and content words there that say of what; own choice


def stepped(a: str, b: str) -> tuple[Amount, Amount] | None:
    """An amount of the same things on another step of one ladder; None where a telling has more than one on the ladder, or both."""
    for x in amounts(a):
        mine = [v for v in amounts(a) if v.ladder == x.ladder]
        theirs = [v for v in amounts(b) if v.ladder == x.ladder]
        if len(mine) == 1 and len(theirs) == 1 and theirs[0].step != x.step and x.of & theirs[0].of:
            return x, theirs[0]
    return None
