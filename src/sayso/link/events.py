"""Which tellings of one page speak of one event: "a strike …" brings it on, "the strike …" goes back to it.

A telling that goes back is an account of the same event, so a variant of the same claim, whatever platform or target it names.
One that gives figures of its own is left to the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Span, Statement
from sayso.text.normal import fold, words

_DEFINITE = frozenset("the this that".split())
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LABELS = frozenset("reported alleged same latest deadly".split())


@cache
def _families() -> tuple[dict[str, str], dict[str, str]]:
    """Word that introduces an event to its family, and noun that refers back to it."""
    table = rows("events")
    return ({w: r["family"] for r in table for w in r["words"].split()}, {w: r["family"] for r in table for w in r["back"].split()})


@cache
def _habits() -> frozenset[str]:
    return frozenset(w for r in rows("habits") for w in r["words"].split())


def _low(text: str, span: Span) -> list[str]:
    return _WORD.findall(text[span.start : span.end].lower())


def habitual(text: str, span: Span) -> bool:
    """Whether the telling is of a custom ("has repeatedly accused"), not of one event."""
    return not _habits().isdisjoint(_low(text, span))


@cache
def _negations(language: str) -> frozenset[str]:
    own = [str(r["words"]) for r in rows("grammar") if r["lang"] == language and r["class"] == "negation"]
    own += [r["against"] for r in rows("opposites") if r["kind"] == "negation" and language == "en"]
    return frozenset(fold(w) for line in own for w in line.split())


def negative(text: str, content: Iterable[Span], language: str | None) -> bool:
    """Whether what is told holds a negation: it may be told that nothing is so by one and denied by another that anything is."""
    known = _negations((language or "en").split("-")[0])
    return any(fold(w.text) in known for span in content for w in words(text, span.start, span.end))


AHEAD = vocabulary.pattern("moods", "level:may", "to come")


def ahead(text: str, content: Iterable[Span]) -> bool:
    """Whether what is told may be, must be or is to be ("might have to leave"): no more than that, and not that it was."""
    return any(AHEAD.search(text, span.start, span.end) is not None for span in content)


def events(text: str, statements: list[Statement]) -> dict[str, str]:
    """Statement id to the event it speaks of, over one page's statements in text order; only events that are gone back to."""
    introduced: dict[str, str] = {}
    first: dict[str, str] = {}
    headed: list[tuple[str, list[str]]] = []
    out: dict[str, str] = {}
    for s in statements:
        low = [w for c in s.content for w in _low(text, c)]
        back = _back(low)
        if back in introduced and not s.quantities:
            out[s.id] = out[introduced[back]] = f"{introduced[back]} {back}"
        families = [f for f in sorted({_families()[0][w] for w in low if w in _families()[0]}) if f != back]
        if s.voice == "headline":
            headed += [(s.id, families)] if not s.quantities else []
            continue
        for family in families:
            introduced[family] = s.id
            first.setdefault(family, s.id)
    for headline, families in headed:
        brought = {out[first[f]] for f in families if f in first and first[f] in out}
        if len(brought) == 1:
            out[headline] = brought.pop()
    return out


def _back(low: list[str]) -> str | None:
    """The family that a definite event noun of the telling goes back to."""
    for i, word in enumerate(low[:-1]):
        if word in _DEFINITE:
            noun = low[i + 2] if low[i + 1] in _LABELS and i + 2 < len(low) else low[i + 1]
            if noun in _families()[1]:
                return _families()[1][noun]
    return None
