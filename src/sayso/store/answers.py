"""Answers to a sentence: the claims of the last run that tell it, who tells them, and where the words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Span
from sayso.store import passages
from sayso.store.book import Book
from sayso.store.passages import Hit
from sayso.store.reports import Made

CLAIMS = 20
"""Claims that are shown for one sentence."""
LINES = 20
"""Lines of pages that no statement covers, shown after the claims."""
SHARE = 0.3
"""Of the best score: what is below shares a word or two by chance. Asked as in ``passages.WEIGHTS``, 0, 0.2, 0.3, 0.4 and 0.5 show
82, 17, 10, 6 and 4 claims for a question, and of 100 claims that are asked for 4, 5, 8, 12 and 13 not at all."""


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a claim, with the place of its words. ``chain`` is said from the outlet to the innermost source."""

    statement: str
    document: str
    page: str
    outlet: str | None
    url: str | None
    place: str
    sha256: str
    published: str | None
    span: Span
    quote: str
    chain: str
    matches: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that tells what was asked for."""

    claim: str
    number: int | None
    gist: str
    score: float
    origins_low: int
    origins_high: int
    origins: str
    why: tuple[str, ...]
    states: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with words of the question that no statement covers."""

    document: str
    page: str
    outlet: str | None
    span: Span
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What a sentence led to, the best first. ``more``: claims beyond those shown."""

    claims: tuple[Answer, ...]
    lines: tuple[Line, ...]
    more: int = 0


def answers(book: Book, run: Made, sentence: str) -> Answers:
    """The claims and lines that have words of a sentence; all words are optional, figures weigh more."""
    hits = passages.search(book, sentence)
    best = hits[0].score if hits else 0.0
    hits = [h for h in hits if h.score >= SHARE * best]
    scores = _scores(book, run, hits)
    ranked = sorted(scores, key=lambda claim: (-scores[claim], claim))
    matching = {h.statement for h in hits}
    found = tuple(_answer(book, run, claim, scores[claim], matching) for claim in ranked[:CLAIMS])
    return Answers(found, tuple(_lines(book, run, hits))[:LINES], max(0, len(ranked) - CLAIMS))


def claims_like(book: Book, run: Made, sentence: str) -> list[str]:
    """The claims that have its rarest words, the best first."""
    scores = _scores(book, run, passages.search(book, sentence, passages.FEW))
    return sorted(scores, key=lambda claim: (-scores[claim], claim))


def _scores(book: Book, run: Made, hits: Sequence[Hit]) -> dict[str, float]:
    """Claims with the score of their best telling."""
    of = {hit.statement: hit.score for hit in hits if hit.statement}
    scores: dict[str, float] = {}
    query = f"SELECT statement, claim FROM claim_statements WHERE run = ? AND statement IN ({', '.join('?' * len(of))})"
    for statement, claim in book.rows(query, run.id, *of) if of else ():
        scores[claim] = max(of[statement], scores.get(claim, 0.0))
    return scores


def _answer(book: Book, run: Made, claim: str, score: float, matching: set[str]) -> Answer:
    row = book.rows(
        "SELECT number, gist, origins_low, origins_high, origins, why, states FROM claims WHERE run = ? AND id = ?", run.id, claim
    )[0]
    number, gist, low, high, origins, why, states = row
    told = book.rows(
        "SELECT s.id, s.document, p.siglum, d.outlet, d.url, d.place, d.sha256, d.published_start, "
        's.start, s."end", s.quote, s.chain '
        "FROM claim_statements c CROSS JOIN v_statements s ON s.run = c.run AND s.id = c.statement "
        "CROSS JOIN documents d ON d.id = s.document "
        "JOIN run_documents p ON p.run = c.run AND p.document = s.document WHERE c.run = ? AND c.claim = ? "
        "ORDER BY p.siglum, s.start, s.id",
        *(run.id, claim),
    )
    rows = tuple(_told(t, t[0] in matching) for t in told)
    return Answer(claim, number, gist, score, low, high, origins, tuple(line for line in why.split("\n") if line), states, rows)


def _told(row: Sequence[Any], matches: bool) -> Told:
    statement, document, page, outlet, url, place, sha256, published, start, end, quote, chain = row
    return Told(
        statement, document, page or "", outlet, url, place, sha256, published, Span(start, end), quote, chain or "", matches
    )


def _lines(book: Book, run: Made, hits: Sequence[Hit]) -> list[Line]:
    """Lines that no statement of the run touches: what one does is told by its claim."""
    out = []
    for hit in hits:
        if hit.statement:
            continue
        covered = book.rows(
            'SELECT 1 FROM statements WHERE run = ? AND document = ? AND start < ? AND "end" > ? LIMIT 1',
            *(run.id, hit.document, hit.span.end, hit.span.start),
        )
        page = book.rows(
            "SELECT p.siglum, d.outlet, substr(d.text, ?, ?) FROM run_documents p CROSS JOIN documents d ON d.id = p.document "
            "WHERE p.run = ? AND p.document = ?",
            *(hit.span.start + 1, hit.span.end - hit.span.start, run.id, hit.document),
        )
        if page and not covered:
            siglum, outlet, text = page[0]
            out.append(Line(hit.document, siglum or "", outlet, hit.span, text, hit.score))
    return out
