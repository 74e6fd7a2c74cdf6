"""The title of a page: the line that is repeated, or that stands alone before the article; and the byline under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.model import Span
from sayso.read.lines import Line, lines, words

HEAD = 12
"""A title is looked for among the first 12 lines (a choice; in the seeds and cases it stands among the first four)."""

MOST_WORDS = 40
BY_ABROAD = "von|por|par|di|door|przez|от|автор"
"""Words of other languages before the name of who wrote."""
_BY = re.compile(rf"(?:[^\n]{{8,40}}\d{{4}},?\s)?(?:(?:by|{BY_ABROAD})\s+)(?=[A-ZÀ-ÞА-Я])(?P<name>[^\d,|·•]{{4,60}})", re.I)
_NAME_BAR = re.compile(r"(?P<name>(?:[A-ZÀ-Þ][\w.'’-]{0,20}\s){1,3}[A-ZÀ-Þ][\w'’-]{1,20})\s?[|·•–-]\s")


def find(rows: Sequence[Line], given: str | None, taken: frozenset[int]) -> tuple[str | None, Span | None]:
    """Title and where it stands. ``taken`` are rows that are something else (a clock, a date line, a dump of icon names)."""
    if given:
        wanted = words(given)
        for row in rows[:HEAD]:
            if wanted and words(row.text[:600]) == wanted:
                return given, row.span
        for row in rows[:HEAD]:
            have = words(row.text[:600])
            if len(have) >= 4 and have == wanted[: len(have)]:
                return given, row.span
        return given, None
    head = [(n, row) for n, row in enumerate(rows[:HEAD]) if n not in taken]
    first = next(((n, row) for n, row in head if row.words >= 4), None)
    if first and first[1].words <= MOST_WORDS and any(words(first[1].text) == words(r.text[:600]) for m, r in head if m > first[0]):
        return first[1].text, first[1].span
    return _alone(rows, head)


def over(title: str | None, text: str) -> str:
    """The text of a record under its title, where the title does not stand in it: a headline is a telling, too."""
    wanted = words(title or "")
    if not wanted or words(text[: 2 * len(title or "")])[: len(wanted)] == wanted or find(lines(text), title, frozenset())[1]:
        return text
    return f"{' '.join((title or '').split())}\n\n{text}"


def _alone(rows: Sequence[Line], head: list[tuple[int, Line]]) -> tuple[str | None, Span | None]:
    """The first line of at least four words, where it is not itself a sentence of the article and prose follows."""
    for place, (n, row) in enumerate(head):
        rest = rows[n + 1 :]
        if row.words < 4 or not any(r.prose and r.words >= 8 for r in rest[:6]):
            if row.prose and row.words >= 8:
                return None, None
            continue
        if _label(row.text):
            return None, None
        if not row.closed and row.words <= MOST_WORDS:
            return row.text, row.span
        # A headline may end in "?", "!", a quotation mark or even a full stop: then it must be short, alone and first.
        alone = row.words <= 25 and len(row.text) <= 160 and place <= 1 and rest[0].paragraph
        if alone and (row.text.endswith(("...", *"?!\"”’'»)…")) or (row.words <= 12 and rest[0].words > row.words)):
            return row.text, row.span
        return None, None
    return None, None


def _label(text: str) -> bool:
    """Whether a first line is a picture's caption in brackets or a credit rather than a title."""
    return text.startswith(("(", "©", "[", "*"))


def byline(rows: Sequence[Line], title: Span | None, own: Callable[[str], bool]) -> tuple[str | None, int | None]:
    """The author that a short line near the title names, and the number of that line; ``own``: whether a name is the house's.

    Behind the house's name and the date the author stands last: "Velm Watch | 10 March 2031 | Ida Volk".
    """
    for n, row in enumerate(rows[:HEAD]):
        if row.words > 14 or row.span == title or row.prose:
            continue
        m = _BY.match(row.text) or _NAME_BAR.match(row.text)
        if m and own(m["name"]):
            last = re.search(r"\d[^|·•\n]*[|·•]\s?(?:by\s)?(?P<name>[^\d|·•\n]{4,60})$", row.text, re.I)
            named = last and all(w[0].isupper() for w in last["name"].split())
            return (last["name"].strip() if last and named and 2 <= len(last["name"].split()) <= 4 else None), n
        if m and 2 <= len(m["name"].split()) <= 6:
            return m["name"].strip(" ,|-–"), n
    return None, None
