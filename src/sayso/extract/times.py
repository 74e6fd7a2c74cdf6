"""Times that a statement names, resolved against the day of its page."""

from __future__ import annotations

import re

from sayso.model import Span, Time, When
from sayso.text import dates
from sayso.text.months import MONTH_OF, WEEKDAY_OF
from sayso.text.numerals import vocabulary

NUMERIC = re.compile(r"\d{4}|\d[./-]\d")
RELATIVE = frozenset({"today", "tonight", "tomorrow", "yesterday", "ago", "last", "past", "this", "next", "previous", "preceding",
                      "row", "running", "now"})
NAMES = frozenset(word for name in (*MONTH_OF, *WEEKDAY_OF) for word in name.split())


def dated(text: str, span: Span, language: str | None = None) -> list[dates.DateExpression]:
    """The date expressions within ``span``.

    English writes its months with a capital, so "out 18" on an English page is no 18 October (Portuguese "out").
    """
    words = vocabulary(text, span)
    if words.isdisjoint(NAMES) and words.isdisjoint(RELATIVE) and not NUMERIC.search(text, span.start, span.end):
        return []   # most statements name no time, and the patterns of dates are dear
    found = dates.expressions(text, span.start, span.end)
    english = (language or "en").startswith("en")
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
