"""Which pages are laid side by side, and what two passages share in whatever languages: names, figures, senses, words.

A claim unites what link has found to be one telling; what a retelling has changed most falls out of the claim. Tied pages are read
in full, and what is compared is found by its place: a figure by its number or its unit, a day by its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from sayso.assess.pile import Pile
from sayso.lexicon import vocabulary
from sayso.lexicon.senses import function_words, senses
from sayso.model import Statement
from sayso.text.months import MONTHS, WEEKDAYS
from sayso.text.normal import article, fold, name_key, stem, words

# Marks of days and parts of days are no common matter.
TIMES = frozenset(w.casefold() for w in (*WEEKDAYS, *MONTHS)) | (
    vocabulary.words("dimensions", "time", "time of day") - {"second", "decade"}
)


@lru_cache(maxsize=32768)
def worded(text: str, abroad: bool) -> frozenset[str]:
    """The marks of a passage: "~" a name by its consonants, "+" a sense, "=" any other word."""
    out = set()
    for w in words(text):
        low = fold(w.text)
        if w.numeric or low in function_words() or article(w.text) or (len(w.text) < 3 and not w.caseless):
            continue
        key = stem(w.text)
        sense = senses(abroad).get(key)
        name = name_key(w.text) if w.capital or w.caseless else None
        out.add(f"+{sense}" if sense else f"~{name}" if name and w.capital else f"={key}")
        if name and w.caseless and not sense:
            out.add(f"~{name}")
    return frozenset(out)


def marks(pile: Pile, s: Statement) -> frozenset[str]:
    """The marks of a telling with its figures ("#")."""
    figures = {f"#{n:g}" for q in s.quantities for n in (q.low, q.high) if n is not None and n > 1}
    return worded(pile.text(s), pile.documents[s.document].language not in (None, "en")) | figures


def common_marks(pile: Pile, a: Statement, b: Statement) -> int:
    """How many names, figures, senses and words two tellings share, whatever their languages."""
    return len(marks(pile, a) & marks(pile, b))


class Tie(NamedTuple):
    """Two pages, the earlier first; how they are tied, and that in words."""

    earlier: str
    later: str
    kind: Literal["derived", "sibling", "told"]
    words: str


def tied(pile: Pile) -> tuple[Tie, ...]:
    """The pairs of pages that a step or a common text ties, or that share a claim and a known order; the surest first."""
    if ("tied", "") not in pile.memory:
        pile.memory["tied", ""] = tuple(ties(pile))
    found: tuple[Tie, ...] = pile.memory["tied", ""]
    return found


def ties(pile: Pile) -> Iterator[Tie]:
    """The pairs of pages that are tied."""
    for (child, parent), step in sorted(pile.steps.items()):
        if step.directed:
            verb = "follows" if step.declared else "appears to follow"
            yield Tie(parent, child, "derived", f"{pile.page(child)} {verb} {pile.page(parent)}")
    for a, b in sorted(pile.sibling_pairs):
        if (a, b) not in pile.steps and (b, a) not in pile.steps:
            first, second = (b, a) if pile.later(a, b) else (a, b)
            yield Tie(first, second, "sibling", f"{pile.page(a)} and {pile.page(b)} have it from a common text")
    for a, b in sorted(pile.claimed):
        if not pile.related(a, b) and (pile.later(a, b) or pile.later(b, a)):
            first, second = (b, a) if pile.later(a, b) else (a, b)
            yield Tie(first, second, "told", f"both tell one claim, {pile.page(second)} later")
