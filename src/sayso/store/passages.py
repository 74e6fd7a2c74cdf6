"""The words of all passages, for a search that starts from a sentence: statements, and the lines of the pages around them.

What is searched are stems, figures by their value ("250", "two hundred and fifty", "٢٥٠") and the consonants of names, so that the
wording need not be the same. All words of the question are optional; rare ones weigh more (BM25, as SQLite's FTS5 computes it).
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sayso.lexicon.words import number_words
from sayso.model import Reading, Span
from sayso.text.normal import LEAST_SKELETON, skeleton, stem, words
from sayso.text.numbers import find

WEIGHTS = (1.0, 5.0, 0.2)
"""Of words, figures, consonants of names in the rank. 140 tellings of 27 pages (the seeds and the bundled stories, two languages)
were asked for by their own words, their own page left out: the claim that they tell came first for 72 of 100 and among the first
five for 83. Figures at 1, 3, 5 with names at 0.6: first for 68, 69, 70; names at 0.01, 0.2, 0.6, 1.5 with figures at 3: 71, 71, 69,
67. A name is in its stem already.
"""
LINE = 2_000
"""Code points of a line that are searched as one passage; longer ones are cut."""
TERMS = 60
"""Words of a question that are looked for."""
HITS = 400
"""Passages that are looked at for one question, the best first."""
MANY, FEW = 30_000, 3_000
"""Passages that are ranked at most for a question, and for claims of like words: the commonest words are left out until there are
no more, the rarest is always looked for. Ranking takes some 10 µs for each on one slow core."""


COLUMNS = ("words", "figures", "names")


class Asked(Protocol):
    """What answers queries: the book."""

    def rows(self, query: str, *values: str | int | float | None) -> list[tuple[Any, ...]]:
        """What a query gives."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with words of the question. ``statement`` is empty for a line of a page; of two scores the greater is better."""

    document: str
    statement: str
    span: Span
    score: float


def index(connection: sqlite3.Connection, readings: Sequence[Reading]) -> None:
    """Take up the passages of these readings; those of a page whose passages are already known stay."""
    for reading in readings:
        document = reading.document
        known = connection.execute(
            'SELECT number, statement, start, "end" FROM passages WHERE document = ? ORDER BY number', (document.id,)
        ).fetchall()
        wanted = [*((s.id, *s.span) for s in reading.statements), *(("", *line) for line in lines(document.text))]
        if [tuple(row[1:]) for row in known] == wanted:
            continue
        for number, *_ in known:
            connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM passages WHERE document = ?", (document.id,))
        terms = Terms(document.text, document.language)
        for statement, start, end in wanted:
            added = connection.execute(
                'INSERT INTO passages (document, statement, start, "end") VALUES (?, ?, ?, ?)', (document.id, statement, start, end)
            ).lastrowid
            connection.execute(
                "INSERT INTO search (rowid, words, figures, names) VALUES (?, ?, ?, ?)",
                (added, *terms.within(Span(start, end))),
            )


def lines(text: str) -> list[Span]:
    """The lines of a text that have words."""
    out, start = [], 0
    while start < len(text):
        end = text.find("\n", start, start + LINE)
        end = min(len(text), start + LINE) if end < 0 else end
        if text[start:end].strip():
            out.append(Span(start, end))
        start = end + (text[end : end + 1] == "\n") if end > start else start + 1
    return out


class Terms:
    """What of a text is searched: stems, figures, consonants of names; found once for all passages of the text."""

    def __init__(self, text: str, language: str | None) -> None:
        found = list(words(text))
        self._starts = [w.span.start for w in found]
        self._stems = ["" if w.numeric else stem(w.text) for w in found]
        self._names = [name if w.capital and len(name := skeleton(w.text)) >= LEAST_SKELETON else "" for w in found]
        self._numbers = sorted(find(text, 0, len(text), number_words(language)), key=lambda n: n.span)
        self._places = [n.span.start for n in self._numbers]

    def within(self, span: Span) -> tuple[str, str, str]:
        """The columns of one passage."""
        first, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        numbers = self._numbers[bisect_left(self._places, span.start) : bisect_left(self._places, span.end)]
        figures = {_figure(value) for n in numbers for value in (n.low, n.high) if value}
        return (
            " ".join(filter(None, self._stems[first:end])),
            " ".join(sorted(figures)),
            " ".join(sorted({*self._names[first:end]} - {""})),
        )


def question(book: Asked, sentence: str, most: int = MANY) -> str:
    """A sentence as a query of FTS5: any of its words, figures and names, the commonest left out. Empty where none is known."""
    parts = zip(COLUMNS, Terms(sentence, None).within(Span(0, len(sentence))), strict=True)
    terms = [(column, term) for column, row in parts for term in dict.fromkeys(row.replace('"', "").split())][:TERMS]
    book.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, col)")
    known = []
    for column, term in terms:
        found = book.rows("SELECT doc FROM temp.vocabulary WHERE term = ? AND col = ?", term, column)
        known += [(doc, column, term) for (doc,) in found]
    chosen: list[str] = []
    ranked = 0
    for doc, column, term in sorted(known):
        ranked += doc
        if chosen and ranked > most:
            break
        chosen.append(f'{column}:"{term}"')
    return " OR ".join(chosen)


def search(book: Asked, sentence: str, most: int = MANY) -> list[Hit]:
    """The passages that have words of the sentence, the best first."""
    query = question(book, sentence, most)
    if not query:
        return []
    found = book.rows(
        'SELECT p.document, p.statement, p.start, p."end", bm25(search, ?, ?, ?) AS rank FROM search JOIN passages p '
        "ON p.number = search.rowid WHERE search MATCH ? ORDER BY rank, p.document, p.start, p.statement LIMIT ?",
        *WEIGHTS,
        query,
        HITS,
    )
    return [Hit(document, statement, Span(start, end), round(-rank, 6)) for document, statement, start, end, rank in found]


def _figure(value: float) -> str:
    return f"n{int(value)}" if value == int(value) else f"n{value}".replace(".", "p")
