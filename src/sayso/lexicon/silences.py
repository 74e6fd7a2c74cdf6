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
_WORD = re.compile(r"(?<!\w)\w+")
_JOINED = {"ar": ("", "و", "ف")}  # "and" and "so" are written to the word


class Silence(NamedTuple):
    """Words of a silence, what stands between their two parts, and the language they are of."""

    span: Span
    between: Span | None
    language: str


def _either(words: str) -> str:
    listed = sorted({w.strip() for w in words.split(",")}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0]+") for w in listed) + r")(?!\w)"


@cache
def _patterns() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The languages and patterns of words of silence, by the words with which these begin: few words of a page are one of them."""
    english = ",".join(r["word"] for r in rows("remarks") if r["kind"] == "silence" and "only" not in r)
    listed = [("en", english, _either(english))]
    listed += [
        (r["lang"], r["words"], _either(r["words"]) + (_BETWEEN + _either(r["then"]) if "then" in r else ""))
        for r in rows("silences")
    ]
    out: dict[str, dict[str, tuple[str, re.Pattern[str]]]] = {}
    for language, words, pattern in listed:
        joined = _JOINED.get(language, ("",))
        made = (language, re.compile(f"(?:{'|'.join(joined)}){pattern}", re.IGNORECASE))
        for m in filter(None, (_WORD.match(w.strip()) for w in words.split(","))):
            for before in joined:
                out.setdefault(before + m.group().lower(), {})[pattern] = made
    return {first: tuple(made.values()) for first, made in out.items()}


def _said(text: str, span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    for m in _WORD.finditer(text, span.start, span.end):
        for language, pattern in _patterns().get(m.group().lower(), ()):
            if hit := pattern.match(text, m.start(), span.end):
                yield language, hit


def silent(text: str, span: Span) -> bool:
    """Whether the telling is of somebody's silence: one party's says nothing of another's."""
    return next(_said(text, span), None) is not None


def silences(text: str, span: Span, language: str) -> Iterator[Silence]:
    """The words of silence of one language in a stretch of a text, the longest where several stand."""
    found: list[Silence] = []
    for of, m in _said(text, span):
        if of == language:
            between = Span(*m.span("between")) if m.groupdict().get("between") else None
            found.append(Silence(Span(*m.span()), between, language))
    end = -1
    for s in sorted(found, key=lambda s: (s.span.start, -s.span.end, s.between is None)):
        if s.span.start >= end:
            yield s
            end = s.span.end
