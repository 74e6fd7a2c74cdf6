"""Finds the words of ``resources/remarks.yml`` in a passage: denials, silences, distance, what was counted."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model import Span


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """One pattern for all rows of a kind; ``unless`` and ``only`` look at what follows the word."""
    parts = []
    for row in sorted(rows("remarks"), key=lambda r: (-len(r["word"]), r["word"])):
        if row["kind"] == kind:
            word = re.escape(row["word"]).replace(r"\ ", r"\s+")
            follow = rf"(?!\s+(?:{row['unless']})\b)" if "unless" in row else rf"(?=\s+(?:{row['only']}))" if "only" in row else ""
            parts.append(word + r"(?!\w)" + follow)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")", re.IGNORECASE)


def found(kind: str, text: str, start: int = 0) -> tuple[Span, ...]:
    """Where words of this kind stand; ``start`` is added to every offset."""
    return tuple(Span(m.start() + start, m.end() + start) for m in pattern(kind).finditer(text))


def has(kind: str, text: str) -> bool:
    """Whether a word of this kind stands in the passage."""
    return pattern(kind).search(text) is not None


@cache
def kinds(prefix: str) -> tuple[str, ...]:
    """The kinds that begin so, sorted."""
    return tuple(sorted({str(r["kind"]) for r in rows("remarks") if str(r["kind"]).startswith(prefix)}))


def means(text: str) -> frozenset[str]:
    """The means of an attack that the passage names."""
    return frozenset(k.removeprefix("means:") for k in kinds("means:") if has(k, text))
