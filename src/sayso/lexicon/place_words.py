"""Words that show that a name is a place's, or somebody's: classes of ``resources/place_words.yml``."""

from __future__ import annotations

from functools import cache

from sayso.lexicon.gazetteer import Precision
from sayso.lexicon.tables import rows
from sayso.lexicon.words import words


@cache
def place_words(kind: str, language: str = "en") -> frozenset[str]:
    """The words of one kind in one language, in lower case."""
    return frozenset(
        w for r in rows("place_words") if r["kind"] == kind and r["lang"] in (language, "*") for w in r["words"].split()
    )


@cache
def types() -> dict[str, Precision]:
    """What kind of place a word of type says: "province", "airport"."""
    return {w: r["precision"] for r in rows("place_words") if r["kind"] == "type" for w in r["words"].split()}


@cache
def short_forms() -> dict[str, tuple[str, str]]:
    """Short forms of divisions behind a town's name, with the country and the full name; the first row that has one decides."""
    out: dict[str, tuple[str, str]] = {}
    for row in rows("place_words"):
        if row["kind"] == "short":
            for pair in row["words"].split():
                short, _, full = pair.partition("=")
                out.setdefault(short, (row["country"], full.replace("_", " ")))
    return out


@cache
def nobody() -> frozenset[str]:
    """Words that are no name however they are written: closed classes of English, days and months."""
    classes = ("that", "auxiliary", "determiner", "pronoun", "preposition", "clause", "time", "relative", "negation", "adverb")
    return frozenset().union(*(words("en", c) for c in classes)) - {"may", "like"} | {"may", "today", "yesterday"}
