"""Words that tell of somebody's silence ("did not answer questions"), in the languages of ``resources/silences.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.lexicon.tables import rows
from sayso.model import Span

_BETWEEN = r"(?P<between>(?:[ \u00a0]+[^\W_][\w’'-]*){0,4})[ \u00a0]+"
"""At most four words of one clause between the two parts of such words (a choice)."""


class Silence(NamedTuple):
    """Words of a silence, what stands between their two parts, and the language they are of."""

    span: Span
    between: Span | None
    language: str


def _either(words: str) -> str:
    listed = sorted({w.strip() for w in words.split(",")}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0]+") for w in listed) + r")(?!\w)"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    english = ",".join(r["word"] for r in rows("remarks") if r["kind"] == "silence" and "only" not in r)
    listed = [("en", _either(english))]
    listed += [(r["lang"], _either(r["words"]) + (_BETWEEN + _either(r["then"]) if "then" in r else "")) for r in rows("silences")]
    joined = {"ar": "[وف]?"}  # "and" and "so" are written to the word
    return tuple((language, re.compile(rf"(?<!\w){joined.get(language, '')}{p}", re.IGNORECASE)) for language, p in listed)


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(p.pattern.replace("(?P<between>", "(?:") for _, p in _patterns()), re.IGNORECASE)


def silent(text: str, span: Span) -> bool:
    """Whether the telling is of somebody's silence: one party's says nothing of another's."""
    return _any().search(text, span.start, span.end) is not None


def silences(text: str, span: Span, language: str) -> Iterator[Silence]:
    """The words of silence of one language in a stretch of a text, the longest where several stand."""
    found: list[Silence] = []
    for of, pattern in _patterns() if silent(text, span) else ():
        for m in pattern.finditer(text, span.start, span.end) if of == language else ():
            between = Span(*m.span("between")) if m.groupdict().get("between") else None
            found.append(Silence(Span(*m.span()), between, language))
    end = -1
    for s in sorted(found, key=lambda s: (s.span.start, -s.span.end, s.between is None)):
        if s.span.start >= end:
            yield s
            end = s.span.end
