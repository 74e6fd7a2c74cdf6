"""Words of one sense in all languages (resources/senses.yml), and words that say nothing about what is told."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.tables import rows
from sayso.text.normal import fold, stem


@cache
def function_words() -> frozenset[str]:
    """Folded words of all languages that say nothing about what is told."""
    return frozenset(fold(w) for row in rows("function_words") for w in str(row["words"]).split())


@cache
def senses(abroad: bool = False) -> Mapping[str, str]:
    """Stems of words of one sense, in any language, with the sense; of several the first row's.

    ``abroad``: on a page that is not in English, where "arts" is a doctor and no English word is meant.
    """
    out: dict[str, str] = {}
    for column in ("abroad", "words") if abroad else ("words",):
        for row in rows("senses"):
            for word in str(row.get(column, "")).split():
                out.setdefault(stem(word), row["sense"])
    return out
