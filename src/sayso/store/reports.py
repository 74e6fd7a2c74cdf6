"""Reports read back from the book: the last run whole, or only what one claim or one page needs, found by index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sayso.contracts import Judgement
from sayso.errors import StoreError
from sayso.model import (
    Analyzer,
    Claim,
    Derivation,
    Finding,
    NumberSeen,
    Published,
    Reading,
    Rejected,
    Report,
    Run,
    Sibling,
    Tie,
    Unseen,
)
from sayso.store.book import Book
from sayso.store.judgements import corrected
from sayso.store.rows import Names

T = TypeVar("T")
AROUND = 200
"""Pages beyond those that tell a claim which are laid beside it: those they have it from, or that have something from a page."""
MANY = 500
"""Values asked for in one query; SQLite takes 32,766.

All joins here are CROSS JOINs: SQLite then walks the tables in the order written, from the few rows that are asked for to those
that they lead to. Left to choose, it walked a whole run by an index to spare a sort: 33 ms for the pages of one claim on a book of
10,000 statements.
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A run as the book keeps it: who made it and how; ``options`` are its settings as JSON, judgements among them."""

    id: str
    run: Run
    maker: str
    options: str
    pile: str

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that it was linked with."""
        return tuple(Judgement(*row) for row in json.loads(self.options)["link"]["judgements"])


def made(book: Book) -> Made:
    """The last run into this book; StoreError where there is none, or none that can be read back."""
    found = book.rows("SELECT id, version, settings, analyzer, model, maker, options, pile FROM runs ORDER BY rowid DESC LIMIT 1")
    if not found:
        raise StoreError(f"The book {book.path} holds no run yet; trace pages into it first: sayso trace PATHS --book {book.path}")
    run, version, settings, analyzer, model, maker, options, pile = found[0]
    if options is None:
        raise StoreError(
            f"The book {book.path} keeps its last run ({run}) in the form of an older sayso; "
            f"trace its pages into it again: sayso trace PATHS --book {book.path} (judgements are kept)"
        )
    return Made(run, Run(version, settings, Analyzer(analyzer, model)), maker, options, pile)


def last(book: Book) -> Report:
    """The report of the last run into this book, as it was traced."""
    run = made(book)
    pages = [row[0] for row in book.rows("SELECT document FROM run_documents WHERE run = ? ORDER BY document", run.id)]
    return Report(
        run=run.run,
        readings=tuple(readings(book, run, pages)),
        claims=tuple(_all(book, run, "claim", Claim)),
        unseen=tuple(_all(book, run, "unseen", Unseen)),
        derivations=tuple(sorted(_all(book, run, "derivation", Derivation), key=lambda d: (d.document, d.from_, d.kind))),
        siblings=tuple(_all(book, run, "sibling", Sibling)),
        ties=tuple(sorted(_all(book, run, "tie", Tie), key=lambda t: (t.a, t.b))),
        findings=tuple(_all(book, run, "finding", Finding)),
        rejected=tuple(
            Rejected(*row) for row in book.rows("SELECT place, reason FROM rejected WHERE run = ? ORDER BY 1, 2", run.id)
        ),
        numbers=tuple(_all(book, run, "number", NumberSeen)),
    )


def on_claims(book: Book, run: Made, claims: Sequence[str], more: Sequence[str] = (), beside: Sequence[str] = ()) -> Report:
    """The report as far as it is about these claims: their pages (and ``more``), and all that was found about both.

    Claims ``beside`` them stand there without their tellings.
    """
    chosen = _named(book, run, "claim", Claim, claims)
    told = {s for c in chosen for s in c.statements}
    pages = {*more, *(d for c in chosen for d in c.documents)}
    behind = [d for d in _about(book, run, "derivation", Derivation, sorted(pages)) if d.document in pages or d.from_ in more]
    origins = {d.from_ for d in behind if told & set(d.statements)} | {d.document for d in behind if d.from_ in more}
    findings = {f.id: f for f in (*_on(book, run, claims), *_about(book, run, "finding", Finding, more))}
    findings = {key: f for key, f in findings.items() if f.claim in claims or f.claim is None}
    pages |= _pages_among(book, run, sorted(origins)[:AROUND]) | {e.document for f in findings.values() for e in f.evidence}
    elsewhere = _pages_among(book, run, sorted({d.from_ for d in behind} - pages))
    behind = [d for d in behind if d.document in pages and d.from_ not in elsewhere]
    siblings = _about(book, run, "sibling", Sibling, sorted(pages))
    siblings = [replace(s, documents=tuple(d for d in s.documents if d in pages)) for s in siblings]
    wanted = {d.from_ for d in behind} | {s.parent for s in siblings if s.parent}
    wanted |= {r.unseen for c in chosen for r in c.origins.roots if r.unseen}
    others = [replace(c, statements=(), documents=()) for c in _named(book, run, "claim", Claim, beside) if c.id not in claims]
    return Report(
        run=run.run,
        readings=tuple(readings(book, run, sorted(pages))),
        claims=tuple(sorted((*chosen, *others), key=lambda c: c.id)),
        unseen=tuple(_named(book, run, "unseen", Unseen, sorted(wanted))),
        derivations=tuple(sorted(behind, key=lambda d: (d.document, d.from_, d.kind))),
        siblings=tuple(s for s in siblings if len(s.documents) > 1),
        ties=tuple(_ties(book, run, sorted(told))),
        findings=tuple(findings[key] for key in sorted(findings)),
        rejected=(),
    )


def on_page(book: Book, run: Made, document: str) -> Report:
    """The report as far as it is about one page: every claim that it tells, with the other pages that tell them."""
    query = "SELECT DISTINCT c.claim FROM statements s CROSS JOIN claim_statements c ON c.run = s.run AND c.statement = s.id"
    claims = [row[0] for row in book.rows(f"{query} WHERE s.run = ? AND s.document = ? ORDER BY 1", run.id, document)]
    return on_claims(book, run, claims, [document])


def between(book: Book, run: Made, pages: Sequence[str]) -> Report:
    """The report as far as it is about what at least two of these pages tell."""
    query = (
        "SELECT DISTINCT c.claim, s.document FROM statements s "
        "CROSS JOIN claim_statements c ON c.run = s.run AND c.statement = s.id"
    )
    told: dict[str, int] = {}
    for part in _parts(pages):
        for claim, _ in book.rows(f"{query} WHERE s.run = ? AND s.document IN {_in(part)}", run.id, *part):
            told[claim] = told.get(claim, 0) + 1
    return on_claims(book, run, sorted(claim for claim, number in told.items() if number > 1), pages)


def names(book: Book, run: Made, report: Report) -> Names:
    """How the things of an excerpt are called on every screen."""
    pages, claims, unseen = [r.document.id for r in report.readings], [c.id for c in report.claims], [u.id for u in report.unseen]
    return Names(
        numbers=dict(_pairs(book, "SELECT id, number FROM claims WHERE run = ? AND id IN", run, claims)),
        sigla=dict(_pairs(book, "SELECT document, siglum FROM run_documents WHERE run = ? AND document IN", run, pages)),
        pages=dict(_pairs(book, "SELECT document, name FROM run_documents WHERE run = ? AND document IN", run, pages)),
        letters=dict(_pairs(book, "SELECT id, letter FROM unseen WHERE run = ? AND id IN", run, unseen)),
    )


def voices(book: Book, run: Made, states: Sequence[str]) -> dict[str, list[str]]:
    """For each of these states, the statements of those in the pile who bear its name, in order."""
    found: dict[str, list[str]] = {}
    for part in _parts(states):
        query = f"SELECT state, statement FROM voices WHERE run = ? AND state IN {_in(part)} ORDER BY state, position"
        for state, statement in book.rows(query, run.id, *part):
            found.setdefault(state, []).append(statement)
    return found


def readings(book: Book, run: Made, pages: Sequence[str]) -> list[Reading]:
    """The readings of these pages as the run has them: with dates and identities that only its pile could tell."""
    found = remembered(book, run, pages)
    dates = dict(_pairs(book, "SELECT document, published FROM run_documents WHERE run = ? AND document IN", run, pages))
    known: dict[tuple[str, str], str | None] = {}
    for part in _parts(pages):
        query = f"SELECT document, id, identity FROM sources WHERE run = ? AND document IN {_in(part)}"
        known.update({(d, s): identity for d, s, identity in book.rows(query, run.id, *part)})
    judged, out = run.judgements, []
    for reading in found:
        document = reading.document
        if document.published is None or document.published.basis == "sibling":
            date = dates.get(document.id)
            document = replace(document, published=book.value(date, Published) if date else None)
        sources = tuple(replace(s, identity=known.get((document.id, s.id), s.identity)) for s in reading.sources)
        out.append(corrected(replace(reading, document=document, sources=sources), judged))
    return out


def remembered(book: Book, run: Made, pages: Sequence[str]) -> list[Reading]:
    """The readings of these pages as their maker left them, by document."""
    out: list[Reading] = []
    for part in _parts(sorted(pages)):
        query = f"SELECT payload FROM readings WHERE maker = ? AND document IN {_in(part)} ORDER BY document"
        out += [book.value(payload, Reading) for (payload,) in book.rows(query, run.maker, *part)]
    return out


def _pages_among(book: Book, run: Made, texts: Sequence[str]) -> set[str]:
    """Those of these texts that are pages of the run; the others are unseen."""
    found: set[str] = set()
    for part in _parts(texts):
        query = f"SELECT document FROM run_documents WHERE run = ? AND document IN {_in(part)}"
        found |= {document for (document,) in book.rows(query, run.id, *part)}
    return found


def _ties(book: Book, run: Made, statements: Sequence[str]) -> list[Tie]:
    """The ties between these statements, found from the first of each pair."""
    inside, keys = set(statements), []
    for part in _parts(statements):
        found = book.rows(f"SELECT a, b, same FROM ties WHERE run = ? AND a IN {_in(part)} ORDER BY a, b", run.id, *part)
        keys += [f"{a} {b} {same:d}" for a, b, same in found if b in inside]
    return _named(book, run, "tie", Tie, keys)


def _on(book: Book, run: Made, claims: Sequence[str]) -> list[Finding]:
    """The findings about these claims."""
    out: list[Finding] = []
    for part in _parts(claims):
        query = (
            "SELECT r.payload FROM findings f CROSS JOIN records r ON r.run = f.run AND r.kind = 'finding' AND r.id = f.id "
            f"WHERE f.run = ? AND f.claim IN {_in(part)}"
        )
        out += [book.value(payload, Finding) for (payload,) in book.rows(query, run.id, *part)]
    return out


def _about(book: Book, run: Made, kind: str, form: type[T], pages: Sequence[str]) -> list[T]:
    """The records of a kind about any of these pages, by key."""
    found: dict[str, str] = {}
    for part in _parts(pages):
        query = (
            "SELECT r.id, r.payload FROM record_documents d "
            "CROSS JOIN records r ON r.run = d.run AND r.kind = d.kind AND r.id = d.id "
            f"WHERE d.run = ? AND d.kind = ? AND d.document IN {_in(part)}"
        )
        found.update(dict(book.rows(query, run.id, kind, *part)))
    return [book.value(found[key], form) for key in sorted(found)]


def _named(book: Book, run: Made, kind: str, form: type[T], keys: Sequence[str]) -> list[T]:
    found: dict[str, str] = {}
    for part in _parts(keys):
        found.update(
            dict(
                book.rows(f"SELECT id, payload FROM records WHERE run = ? AND kind = ? AND id IN {_in(part)}", run.id, kind, *part)
            )
        )
    return [book.value(found[key], form) for key in sorted(found)]


def _all(book: Book, run: Made, kind: str, form: type[T]) -> list[T]:
    found = book.rows("SELECT payload FROM records WHERE run = ? AND kind = ? ORDER BY id", run.id, kind)
    return [book.value(payload, form) for (payload,) in found]


def _pairs(book: Book, query: str, run: Made, keys: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    """Rows of two columns; those without a second value are left out."""
    for part in _parts(keys):
        yield from (row for row in book.rows(f"{query} {_in(part)}", run.id, *part) if row[1] is not None)


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[n : n + MANY] for n in range(0, len(values), MANY))


def _in(values: Sequence[str]) -> str:
    return f"({', '.join('?' * len(values))})"
