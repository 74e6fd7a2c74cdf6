"""What nouns say of the post that somebody holds, and of the body it is held in (resources/posts.yml)."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.tables import rows
from sayso.text.tokens import Token


@cache
def _classes() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in rows("posts"):
        for word in row["words"].split():
            out.setdefault(word, set()).add(row["class"])
    return {w: frozenset(c) for w, c in out.items()}


_NONE: frozenset[str] = frozenset()


def classes(token: Token) -> frozenset[str]:
    """The classes of a word, singular or plural; of a joined word ("ex-mayor", "council-run") those of its parts."""
    known, low = _classes(), token.low
    found = known.get(low)
    if found is None and low.endswith("men"):
        found = known.get(low[:-3] + "man")
    if found is None and low.endswith("s"):
        found = known.get(low[:-1]) or (known.get(low[:-3] + "y") if low.endswith("ies") else None)
    if found is None and "-" in low:
        found = frozenset().union(*(known.get(p, _NONE) for p in low.split("-")))
    return found or _NONE


def plural(token: Token) -> bool:
    """Whether the word is a plural of a noun of ours."""
    known, low = _classes(), token.low
    return low not in known and low.endswith(("s", "men")) and bool(classes(token))
