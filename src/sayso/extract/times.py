"""Times that a statement names, resolved against the day of its page."""

from __future__ import annotations

from sayso.model import Span, Time, When
from sayso.text import dates


def dated(text: str, span: Span, language: str | None = None) -> list[dates.DateExpression]:
    """The date expressions within ``span``.

    English writes its months with a capital, so "march 2014" is left out on an English page.
    """
    english = (language or "en").startswith("en")
    found = dates.expressions(text, span.start, span.end, language or "en")
    return [x for x in found if not (english and x.kind != "relative" and x.month is not None and _lower(x.span.of(text)))]


def _lower(words: str) -> bool:
    return any(c.isalpha() for c in words) and words == words.lower()


def times(text: str, span: Span, published: When | None, language: str | None = None) -> tuple[Time, ...]:
    """The times named within ``span``; both ends None where the page's day is not known or does not settle them."""
    found = []
    for x in dated(text, span, language):
        when = dates.resolve(x, published)
        found.append(Time(x.span, when.start, when.end))
    return tuple(found)
