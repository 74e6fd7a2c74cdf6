"""Word lists of rules: tables whose rows have a ``kind`` and ``words``, as sets, as one pattern, or as a part of a larger pattern.

In ``words`` a space parts words; "_" is the space inside a phrase, "*" stands for any ending, "?" for one letter.
A row's ``unless`` and ``only`` are patterns of what must not, or must, stand behind one of its words after a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sayso.lexicon.tables import rows

TABLES = ("moods", "tellings", "dimensions", "people", "causes", "sides", "light_words", "happenings", "figures", "times", "stamps")


@cache
def of(table: str, kind: str) -> tuple[Mapping[str, Any], ...]:
    """The rows of one kind."""
    found = tuple(r for r in rows(table) if r["kind"] == kind)
    if not found:
        raise KeyError(f"{table} has no row of the kind {kind}")
    return found


@cache
def listed(table: str, *kinds: str) -> tuple[str, ...]:
    """The words of some kinds, in the order of their rows."""
    return tuple(w.replace("_", " ") for kind in kinds for r in of(table, kind) for w in str(r["words"]).split())


@cache
def kinds(table: str, prefix: str = "") -> tuple[str, ...]:
    """The kinds of a table that begin so, in the order of their rows."""
    return tuple(dict.fromkeys(str(r["kind"]) for r in rows(table) if str(r["kind"]).startswith(prefix)))


@cache
def words(table: str, *kinds: str) -> frozenset[str]:
    """The words of some kinds, as a set."""
    return frozenset(listed(table, *kinds))


def choice(found: Iterable[Mapping[str, Any]]) -> str:
    """The words of rows as alternatives, longest first."""
    parts: dict[str, str] = {}
    for row in found:
        behind = rf"(?!\s(?:{row['unless']})\b)" if "unless" in row else rf"(?=\s(?:{row['only']}))" if "only" in row else ""
        for word in str(row["words"]).split():
            form = re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace("_", r"\s").replace("'", "['’]")
            parts.setdefault(word, form + (r"\b" + behind if behind else ""))
    return "|".join(parts[w] for w in sorted(parts, key=lambda w: (-len(w), w)))


@cache
def one_of(table: str, *kinds: str) -> str:
    """The words of some kinds as one group of a pattern, without its edges."""
    return f"(?:{choice(r for kind in kinds for r in of(table, kind))})"


def whole(found: Iterable[Mapping[str, Any]], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern of the words of rows, whole words only; "n't" ends one."""
    return re.compile(rf"(?:(?<!\w)|(?=n['’]t))(?:{choice(found)})(?!\w)", flags)


@cache
def pattern(table: str, *kinds: str, case: bool = False) -> re.Pattern[str]:
    """A pattern of the words of some kinds, whole words only; ``case``: letters as written."""
    return whole([r for kind in kinds for r in of(table, kind)], 0 if case else re.IGNORECASE)


@cache
def bounds(*kinds: str, language: str | None = "en") -> tuple[str, ...]:
    """Words before a figure that leave it open (``quantities.yml``: least, most, about), longest first.

    Of all three kinds where none is named, of all languages where ``language`` is None.
    """
    found = [r for r in rows("quantities") if r["kind"] in (kinds or ("least", "most", "about")) and language in (r["lang"], None)]
    return tuple(sorted({str(w) for r in found for w in r["words"]}, key=lambda w: (-len(w), w)))


@cache
def bounding(*kinds: str, language: str | None = "en") -> str:
    """The same as one group of a pattern, without its edges."""
    return "(?:" + "|".join(re.escape(w).replace("\\ ", r"\s") for w in bounds(*kinds, language=language)) + ")"


@cache
def numerals(least: int, most: int) -> Mapping[str, int]:
    """English number words (resources/numbers.yml) from one value to another, smallest first."""
    found = {w: int(n) for r in rows("numbers") if r["kind"] == "small" and r["lang"] == "en" for w, n in r["words"].items()}
    return {w: n for w, n in sorted(found.items(), key=lambda f: (f[1], f[0])) if least <= n <= most}


@cache
def counting(least: int, most: int) -> str:
    """The same words as one group of a pattern, without its edges."""
    return f"(?:{'|'.join(numerals(least, most))})"


@cache
def facing(table: str, *kinds: str) -> Mapping[frozenset[str], str]:
    """Pairs of words that face each other, with the rule for one in the other's place."""
    return {frozenset(str(r["words"]).split()): str(r["rule"]) for kind in kinds for r in of(table, kind)}
