"""Where German and Dutch clauses and noun phrases end: "teilte S mit", "wies N als „C“ zurück", "volgens het bedrijf brand"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS
from sayso.text.tokens import Token

if TYPE_CHECKING:
    from sayso.analyzers.line import Line

LEADING = frozenset("an aan auf op in uit ein vor toe mit".split())
"""Words that end a clause, or lead to a noun of their own ("gab das Geld an den Verein")."""
_MADE = ("be", "ge", "ver", "ont")
BETWEEN = 9  # words from an article to the noun behind its attribute (a choice)
_APART = frozenset("na podczas w we po przed do".split())
_LIKE = tuple("e en lijk aal aar eel isch ief ig baar".split())
"""What Dutch adjectives end in behind "de" and "het" ("het Openbaar Ministerie")."""


def particle(lows: Sequence[str], i: int, particles: Sequence[str], within: Callable[[int, bool], bool | None]) -> int:
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


def attribute(line: Line, first: int) -> int:
    """Where the noun stands whose attribute holds a preposition ("drei mit der Sache befasste Personen"); 0 where none does."""
    led = line.isa(first, "quantity", "determiner") and line.isa(first + 1, "preposition") and not line.capital(first + 1)
    if not led or line.isa(first + 1, "determiner", "genitive"):
        return 0
    for k in range(first + 3, first + BETWEEN):
        if line.mark(k) or line.isa(k, "auxiliary", "that", "join") or (line.cue(k) and not line.isa(k, "determiner")):
            return 0
        formed = (
            line.low(k).endswith(("e", "en")) and not line.capital(k) and not line.isa(k, "determiner", "preposition", "genitive")
        )
        many = line.isa(first, "quantity") and line.low(k).startswith(_MADE) and line.low(k + 1).endswith(("en", "s"))
        noun = many if line.language == "nl" else line.capital(k + 1)
        if formed and k > first + 2 and (line.role(k + 1) or noun):
            return k + 1
    return 0


def acronym(found: Sequence[Token], i: int) -> bool:
    """Whether a word among words of small letters is written large ("het OM"): a name, whatever small word it looks like."""
    near = (found[k].text for k in (i - 1, i + 1) if 0 <= k < len(found))
    return 0 <= i < len(found) and len(found[i].text) > 1 and found[i].text.isupper() and not any(t.isupper() for t in near)


def named(line: Line, i: int) -> bool:
    """Whether a word that looks like a small one is a name or a noun here: "het OM", or the east in "en el este de Orle"."""
    east = line.low(i) in words(line.language, "compass") and line.low(i - 1) in words(line.language, "before compass")
    return east or acronym(line.words, i)


def noun_ended(line: Line, i: int, first: int) -> bool:
    """Whether the noun phrase that begins at ``first`` has ended before word i."""
    apart = not (line.isa(i, "genitive") or line.capital(i))  # Dutch "twee bij de zaak betrokken agenten dronken"
    if line.language == "nl" and apart and attribute(line, first) == i - 1 > 0:
        return True
    if line.language == "nl" and line.capital(i - 1) and line.isa(i, "quantity"):
        return True  # "hoorden volgens persbureau Kern drie knallen"
    return _low_after_noun(line, i, first) or verb_after_noun(line, i, first) or _article_noun(line, i, first)


def verb_after_noun(line: Line, i: int, first: int) -> bool:
    """Dutch "Volgens S kost de hal", German "Bauern halfen dem Wirt": a small word between two phrases is a verb."""
    several = i - 1 > first and line.isa(first, "definite") and line.low(i - 1).endswith("en")  # "Volgens de boeren kost de hal"
    ended = i > first and (line.capital(i - 1) or (line.language == "nl" and (several or line.role(i - 1) is not None)))
    small = line.isa(i, "genitive", "preposition", "join") or line.capital(i) or line.role(i) is not None
    return ended and not small and (line.isa(i + 1, "determiner", "pronoun", "quantity") or line.low(i + 1) == "er")


def led(line: Line, first: int, last: int) -> int:
    """Where a Polish subject begins behind "W rozmowie z „Głosem”", "Zapytany o cenę" before its verb; ``first``: neither."""
    size = line.phrase(first, "addressee")
    if size:
        k = line.label(first + size) or first + size
        while k < last and line.capital(k) and not line.role(k):
            k += 1
        return k if first + size < k < last else first
    if not line.isa(first, "questioned"):
        return first
    named = [k for k in range(first + 1, last) if line.role(k) in PERSONS or (line.capital(k) and line.capital(k + 1))]
    return next((k for k in named if not line.isa(k - 1, "preposition")), first)


def set_apart(line: Line, part: tuple[int, int], k: int) -> bool:
    """Whether a place or a time begins at k behind a Polish subject ("Klub w oświadczeniu podał", "Jan Kos na sesji mówił")."""
    first, last = part
    if line.language != "pl" or line.low(k) not in _APART or k == first:
        return False
    named = any(map(line.capital, range(k + 1, last)))  # "Generał w stanie spoczynku Jan Kos"
    return (k - 1 > first and line.capital(k - 1)) or (any(map(line.role, range(first, k))) and not named)


def _low_after_noun(line: Line, i: int, first: int) -> bool:
    """German nouns have capitals: a small word after one goes on only as a genitive; one told a house stands in the dative."""
    told = line.isa(i, "dative", "ours") and not line.isa(i - 1, "piece")  # "ein Bericht der Zeitung S": a genitive
    if told and (line.role(i + 1) in HOUSES or (line.role(i + 2) in HOUSES and not line.capital(i + 1))):
        return True
    return (
        line.language == "de"
        and line.words[i].word
        and not line.capital(i)
        and line.capital(i - 1)
        and not (line.role(i - 1) is None and i - 1 == first)
        and not line.isa(i, "genitive", "join")
    )


def _article_noun(line: Line, i: int, first: int) -> bool:
    """Dutch "volgens het bedrijf brand": behind a definite article adjectives end in -e, so that another word is the noun."""
    if line.language != "nl" or i - 1 <= first or not line.isa(first, "definite"):
        return False
    noun, low = i - 1, line.low(i)
    if any(not line.low(k).endswith("e") or line.capital(k) for k in range(first + 1, noun)) or line.capital(noun):
        return False
    plain = not line.low(noun).endswith(_LIKE) or line.role(noun) is not None
    return plain and not line.capital(i) and low.isalpha() and line.role(i) is None and not line.isa(i, "genitive", "join")
