"""Marks that end no noun phrase: the stop of an abbreviation, the brackets of initials."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.text.tokens import Token

TITLE = 5  # letters of an abbreviated title ("Prof.", "Drs.")
ABBREVIATED = frozenset(
    "prof gen płk ppłk mjr kpt por asp podkom nadkom kom insp mec inż dr hab ks bp abp red mgr lek sierż bryg mr ir ing drs".split()
)
"""Titles before a name that Polish and Dutch pages write small and short."""
NAME = 9  # words from inside a name to its initials in brackets


def numbered(words: Sequence[Token], i: int) -> bool:
    """The stop in "bulletin n. 3", "boletín n.º 3" is no mark, nor that of a title before a name ("Prof. Ana Roe")."""
    if not 0 < i < len(words) - 1 or words[i].text not in (".", "°", "º"):
        return False
    before, behind = words[i - 1], words[i + 1]
    if words[i].text != ".":
        return before.low == "n" and behind.text[0].isdigit()  # "communiqué n° 3"
    if before.capital and behind.capital and len(before.text) <= TITLE:
        return True
    if before.low in ABBREVIATED and behind.capital:
        return True
    if before.capital and len(before.text) == 1 and i > 1 and words[i - 2].capital:
        return True  # "Ana R. denies it": a surname that the page leaves out
    return (behind.text[0].isdigit() or behind.text in "ºª°") and before.text.lower() in ("n", "nr", "núm", "num")


def abbreviated(words: Sequence[Token], i: int) -> bool:
    """Whether a name goes on over word i to its initials in brackets ("le Mouvement pour le renouveau (MPR)")."""
    at = next((k for k in range(i + 1, min(i + NAME, len(words) - 2)) if not words[k].word), None)
    if at is None or words[at].text != "(" or words[at + 2].text != ")":
        return False
    short = words[at + 1].text
    return len(short) > 1 and short.isupper() and any(t.capital for t in words[max(i - 4, 0) : i])
