"""The word that ends a German or Dutch clause and makes a verb one of telling: "teilte S mit", "wies N als „C“ zurück"."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def ending(lows: Sequence[str], i: int, particles: Sequence[str], within: Callable[[int, bool], bool | None]) -> int:
    """Where one of ``particles`` ends the clause of the verb at i; 0 where none does.

    ``within``: whether a word still belongs to the clause, None for words of speech. Behind an apposition ("teilte S, head of
    the guild, mit") a particle counts only where a comma closes it and the clause ends with the particle.
    """
    behind, n = False, len(lows)
    for k in range(i + 1, n):
        inside = within(k, behind)
        if inside is None:
            continue
        if lows[k] in (";", ":") or (not inside and k > i + 1):
            return 0
        behind = behind or lows[k] == ","
        ends = k + 1 >= n or not lows[k + 1][0].isalnum()
        if lows[k] in particles and (not behind or (ends and lows[k - 1] == ",")):
            return k
    return 0
