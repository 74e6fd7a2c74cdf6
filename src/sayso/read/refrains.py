"""Refrains: lines that a house sets over or under page after page, whatever the page tells. The pile shows which they are.

Only at the ends of pages: a paragraph of background that a house repeats in the middle of its reports is told each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Document, Furniture, Span
from sayso.read.lines import FAR, Line, lines

LEAST = 3
"""Pages of one house that must have the line; two may be one text and its update."""
HEAD, TAIL = 3, 4
"""Lines at the head and the end of a page, furniture aside, among which a refrain is looked for; own choice."""
SHORTEST = 4
"""Words of a refrain at least."""


def marked(documents: Sequence[Document]) -> list[Document]:
    """The documents with their houses' refrains marked as furniture. Their order stays, and so does every text."""
    houses: dict[str, list[Document]] = defaultdict(list)
    for d in sorted(documents, key=lambda d: d.id):
        if d.outlet:
            houses[d.outlet].append(d)
    found: dict[str, list[Span]] = {}
    for _, pages in sorted(houses.items()):
        if len(pages) >= LEAST:
            found |= _of_house(pages)
    return [_with(d, found[d.id]) if found.get(d.id) else d for d in documents]


def _of_house(pages: Sequence[Document]) -> dict[str, list[Span]]:
    rows = {d.id: [row for row in lines(d.text[:FAR]) if row.span != d.title_span] for d in pages}
    all_of = {key: frozenset(_words(row) for row in mine) for key, mine in rows.items()}
    at: dict[str, dict[str, Span]] = defaultdict(dict)
    for d in pages:
        known = {f.span for f in d.furniture}
        free = [row for row in rows[d.id] if row.span not in known]
        for row in (*free[:HEAD], *free[HEAD:][-TAIL:]):
            if row.words >= SHORTEST:
                at[_words(row)][d.id] = row.span
    out: dict[str, list[Span]] = defaultdict(list)
    for _, where in sorted(at.items()):
        if len(where) >= LEAST and _different([all_of[key] for key in sorted(where)]) >= LEAST:
            for key, span in where.items():
                out[key].append(span)
    return out


def _words(row: Line) -> str:
    return " ".join(row.text.split())


def _different(pages: Sequence[frozenset[str]]) -> int:
    """How many of the pages are texts of their own: they share less than half of the shorter one's lines with those before."""
    kept: list[frozenset[str]] = []
    for page in pages:
        if all(2 * len(page & other) < min(len(page), len(other)) for other in kept):
            kept.append(page)
    return len(kept)


def _with(document: Document, spans: Sequence[Span]) -> Document:
    return replace(document, furniture=tuple(sorted((*document.furniture, *(Furniture(s, "template") for s in spans)))))
