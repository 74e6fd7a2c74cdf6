"""Words by which a teller keeps a distance: "reportedly", "may have", "suspected", "about" before a figure (FORMAT.md, Hedges).

The words stand in ``resources/hedges.yml``; what must or must not stand beside them is said there too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.extract.phrasebook import Phrasebook
from sayso.extract.quantities import approximators
from sayso.lexicon.tables import rows
from sayso.model import Hedge, Span
from sayso.text.numerals import Token, stands, tokens

DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "any",
        "of",
        "some",
        "no",
        "such",
        "other",
        "several",
        "many",
        "for",
        "about",
        "with",
        "by",
        "in",
        "over",
        "on",
        "to",
        "and",
    }
)
NOT_BEFORE_MODAL = DETERMINERS - {"that", "this", "some", "no", "other", "several", "many", "and"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What must or must not stand beside the words of one hedge."""

    kind: str
    after: frozenset[str]
    before: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    attributive: bool


@cache
def rules(language: str | None) -> Phrasebook[Rule]:
    """The hedges of a language; English where it is unknown or has none."""
    table = rows("hedges")
    wanted = (language or "en").split("-")[0].lower()
    wanted = wanted if any(row["lang"] == wanted for row in table) else "en"
    return Phrasebook(
        (
            word,
            Rule(
                row["kind"],
                frozenset(row.get("after", ())),
                frozenset(row.get("before", ())),
                _for(row, "never_after", word),
                _for(row, "never_before", word),
                bool(row.get("attributive")),
            ),
        )
        for row in table
        if row["lang"] == wanted
        for word in row["words"]
    )


def _for(row: Mapping[str, Any], key: str, word: str) -> frozenset[str]:
    """A row's list for one of its words: one list for all, or one by word."""
    value = row.get(key, ())
    return frozenset(value.get(word, ()) if isinstance(value, dict) else value)


def hedges(text: str, spans: Sequence[Span], language: str | None = None) -> tuple[Hedge, ...]:
    """The hedges within ``spans``, in text order. A plain reporting cue is none, one that accuses or suspects is."""
    found: set[Span] = set()
    known = rules(language)
    for span in spans:
        if stands(text, span, known.words):
            row = tokens(text, span.start, span.end)
            last = 0
            for i, j, rule in sorted(known.matches(row), key=lambda m: (m[0], -m[1])):
                if i >= last and _fits(text, row, i, j, rule):
                    last = j + (rule.kind in ("modal", "could") and j < len(row) and row[j].word == "have")
                    found.add(Span(row[i].start, row[last - 1].end))
        found.update(approximators(text, span, language))
    return tuple(Hedge(span.of(text), span) for span in sorted(found))


def _fits(text: str, row: Sequence[Token], i: int, j: int, rule: Rule) -> bool:
    """Whether what stands beside the word lets it be a hedge."""
    before = row[i - 1].word if i else ""
    two = f"{row[i - 2].word} {before}" if i > 1 else before
    after = row[j].word if j < len(row) else ""
    if before in rule.never_before or two in rule.never_before or after in rule.never_after:
        return False
    if (rule.after and after not in rule.after) or (rule.before and before not in rule.before):
        return False
    if rule.kind == "could" and any(t.word == "so" for t in row[max(i - 3, 0) : i]):
        return False  # a purpose: "so that they could leave"
    if rule.kind == "modal":
        return _modal(text, row, i, j, before)
    if rule.attributive:
        return _before_noun(row, i, j)
    return True


def _modal(text: str, row: Sequence[Token], i: int, j: int, before: str) -> bool:
    """ "may" and "might" as verbs: not the month, not the noun."""
    capital = text[row[i].start].isupper()
    if j >= len(row) or row[j].kind != "word" or before in NOT_BEFORE_MODAL:
        return False
    return not capital or (i == 0 and row[i].word == "might")


def _before_noun(row: Sequence[Token], i: int, j: int) -> bool:
    """A participle that describes the noun after it: a determiner or the head of the statement before it, a word after it."""
    if j >= len(row) or row[j].kind != "word":
        return False
    if row[j].word in DETERMINERS or row[j].word in ("it", "he", "she", "they", "from", "at", "as", "earlier", "last", "yesterday"):
        return False
    return i > 0 and (row[i - 1].word in DETERMINERS or (row[i - 1].word in ("first", "latest", "recent", "second", "new")))
