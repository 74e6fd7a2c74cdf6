"""States by their seats: "Nepal's lower house" and "the lower house in Kathmandu" are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lexicon.gazetteer import key, named, peoples
from sayso.lexicon.tables import rows


@cache
def capitals() -> frozenset[str]:
    """The names of capitals, folded."""
    return frozenset(key(r["name"]) for r in rows("capitals"))


@lru_cache(maxsize=1 << 12)
def state(name: str) -> str:
    """The code of the state that a name, its people or its capital stands for; "" where it is none."""
    bare = key(re.sub(r"['’]s?$", "", name.strip()))
    if bare in peoples():
        return peoples()[bare]
    return next((e.country for e in named(bare)), "") if bare in capitals() else ""


def one_state(x: str, y: str) -> bool:
    """Whether two names, adjectives or capitals stand for one state, and are two words for it."""
    one, two = ({s for w in words(t) if (s := state(w))} for t in (x, y))
    return bool(one & two)


def words(text: str) -> list[str]:
    """The capitalised words of a phrase, and two that stand side by side."""
    row = [w for w in re.findall(r"[^\W\d_]+(?:['’]s)?", text) if w[0].isupper()]
    return [*row, *(f"{a} {b}" for a, b in pairwise(row))]
