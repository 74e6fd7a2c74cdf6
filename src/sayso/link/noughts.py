"""What a telling says befell nobody: "no one was killed" and "zero casualties" count nought of one thing, "nine died" does not.

A nought is a figure like another: two tellings may share it, and one that has it is no variant of one that counts somebody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon.tables import rows
from sayso.model import Span
from sayso.text.normal import Word, fold, stem, words

# Words from the nought to what it counts, at most: "no one has been reported killed".
REACH = 5
# What befalls people and things, so that news counts it (resources/senses.yml).
BEFALLS = frozenset("+dead +hurt +damage +missing +arrest +hostage +victim +survivor".split())
_ENDS = frozenset(".,;:!?\n")


@cache
def _noughts(language: str) -> dict[tuple[str, ...], frozenset[str]]:
    """Folded words of each nought of a language, with the words behind it that take it back: "no" is another word in Portuguese."""
    return {
        tuple(fold(w) for w in form.split()): frozenset(fold(w) for w in row["but"].split())
        for row in rows("noughts")
        if row["lang"] == language
        for form in row["words"].split(",")
    }


def noughts(text: str, span: Span, language: str | None, senses: Mapping[str, str]) -> frozenset[str]:
    """The figure ``#0`` of each sense that the telling counts nobody of; ``senses`` of words by their stems."""
    table = _noughts(language or "en")
    found = list(words(text, span.start, span.end))
    low = tuple(fold(w.text) for w in found)
    out: set[str] = set()
    for i in range(len(found)):
        for size in (1, 2, 3):
            but = table.get(low[i : i + size])
            if but is not None:
                out |= _counted(text, found[i + size - 1 : i + size + REACH], but, senses)
    return frozenset(out)


def _counted(text: str, found: Sequence[Word], but: frozenset[str], senses: Mapping[str, str]) -> set[str]:
    """What the words behind a nought, which is the first of them, say that it counts."""
    out = set()
    for before, word in pairwise(found):
        if fold(word.text) in but or _ENDS & set(text[before.span.end : word.span.start]):
            break
        sense = senses.get(stem(word.text))
        if sense in BEFALLS:
            out.add(f"#0{sense}")
    return out
