"""A report as rows of the book's tables: what people and queries see, and beside it every record whole.

The columns leave out what has no column of its own (a reason's spans, the kind of an origin); ``records`` holds each claim, link
and finding as ``model`` has it, so that one can be read back without the others (store/reports.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from sayso.model import ChainLink, Claim, Finding, Quantity, Reading, Reason, Report, Statement
from sayso.text.normal import HALVES

Cell = str | int | float | None
Row = tuple[Cell, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Names:
    """How the things of one run are called on every screen: claims by number, pages by letter and name, unseen texts by letter.

    ``voices``: for each state, the statements of those who bear its name; it needs the whole pile to say that nobody does.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    sigla: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    voices: dict[str, tuple[str, ...]] = field(default_factory=dict)


def clean(row: Iterable[Cell]) -> Row:
    """A row as UTF-8 can carry it."""
    return tuple(HALVES.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row)


def written(value: object) -> str:
    """Any value of ours as JSON in ASCII, which carries every code point."""
    return json.dumps(msgspec.to_builtins(value))


def listed(value: object) -> str:
    """A list that people see."""
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def rows(report: Report, run: str, names: Names) -> list[tuple[str, list[Row]]]:
    """All rows of a run, table by table, parents first."""
    texts = {r.document.id: r.document.text for r in report.readings}
    told = [(s, texts[s.document]) for r in report.readings for s in r.statements]
    return [
        ("run_documents", [_page(run, r, names) for r in report.readings]),
        (
            "sources",
            [(run, s.id, r.document.id, s.name, s.kind, s.identity, listed(s.aliases)) for r in report.readings for s in r.sources],
        ),
        ("statements", [_statement(run, s, text) for s, text in told]),
        ("chain_links", _numbered(told, lambda s: s.chain, _link, run)),
        ("quantities", _numbered(told, lambda s: s.quantities, _quantity, run)),
        ("claims", [(*_claim(run, c), names.numbers.get(c.id)) for c in report.claims]),
        ("claim_statements", [(run, c.id, s) for c in report.claims for s in c.statements]),
        ("unseen", [(run, u.id, u.name, u.kind, names.letters.get(u.id)) for u in report.unseen]),
        (
            "derivations",
            [
                (run, d.document, d.from_, d.kind, int(d.directed), int(d.declared), d.weight, _why(d.why))
                for d in report.derivations
            ],
        ),
        ("siblings", [(run, listed(s.documents), s.parent, _why(s.why)) for s in report.siblings]),
        ("ties", [(run, t.a, t.b, t.weight, int(t.same), _why(t.why)) for t in report.ties]),
        ("findings", [_finding(run, f) for f in report.findings]),
        (
            "evidence",
            [
                (run, f.id, n, e.document, *e.span, e.span.of(texts[e.document]))
                for f in report.findings
                for n, e in enumerate(f.evidence)
            ],
        ),
        ("rejected", [(run, r.place, r.reason) for r in report.rejected]),
        ("records", [(run, kind, key, written(record)) for kind, key, record, _ in _records(report)]),
        ("voices", [(run, state, n, s) for state, found in sorted(names.voices.items()) for n, s in enumerate(found)]),
        ("record_documents", [(run, d, kind, key) for kind, key, _, documents in _records(report) for d in documents]),
    ]


def _records(report: Report) -> Iterator[tuple[str, str, object, tuple[str, ...]]]:
    """Every record with its kind, a key that is its own in the run, and the documents that it is about."""
    for c in report.claims:
        yield "claim", c.id, c, c.documents
    for u in report.unseen:
        yield "unseen", u.id, u, ()
    for d in report.derivations:
        yield "derivation", f"{d.document} {d.from_} {d.kind}", d, tuple(dict.fromkeys((d.document, d.from_)))
    for n, s in enumerate(report.siblings):
        yield "sibling", f"{n:08}", s, tuple(dict.fromkeys(s.documents))
    for t in report.ties:
        yield "tie", f"{t.a} {t.b} {t.same:d}", t, ()
    for f in report.findings:
        yield "finding", f.id, f, tuple(sorted({*f.documents, *(e.document for e in f.evidence)}))
    for n, seen in enumerate(report.numbers):
        yield "number", f"{n:08}", seen, (seen.document,)


def _page(run: str, reading: Reading, names: Names) -> Row:
    """A page in a run, with the date that only this pile could tell."""
    document = reading.document
    inferred = document.published if document.published and document.published.basis == "sibling" else None
    return (run, document.id, names.sigla.get(document.id), names.pages.get(document.id), written(inferred) if inferred else None)


def _numbered(
    told: Sequence[tuple[Statement, str]], parts: Callable[[Statement], Sequence[T]], row: Callable[[T, str], Row], run: str
) -> list[Row]:
    return [(run, s.id, n, *row(part, text)) for s, text in told for n, part in enumerate(parts(s))]


def _statement(run: str, statement: Statement, text: str) -> Row:
    told = " … ".join(span.of(text) for span in statement.content)
    return (
        run,
        statement.id,
        statement.document,
        statement.attribution,
        *statement.span,
        statement.span.of(text),
        told,
        statement.voice,
        statement.stance,
    )


def _link(link: ChainLink, text: str) -> Row:
    return (link.name, link.kind, link.source, link.span.of(text) if link.span else None)


def _quantity(quantity: Quantity, text: str) -> Row:
    return (quantity.low, quantity.high, quantity.unit, quantity.of, quantity.span.of(text))


def _claim(run: str, claim: Claim) -> Row:
    names = "; ".join(root.name or "nobody named" for root in claim.origins.roots)
    return (
        run,
        claim.id,
        claim.gist,
        claim.origins.low,
        claim.origins.high,
        names,
        "\n".join(claim.origins.why),
        ", ".join(claim.states),
    )


def _finding(run: str, finding: Finding) -> Row:
    return (
        run,
        finding.id,
        finding.rule,
        finding.claim,
        finding.message,
        finding.from_,
        finding.to,
        finding.responsible,
        finding.limits,
    )


def _why(reasons: Sequence[Reason]) -> str:
    """Reasons as lines a reader understands: what, and its weight in bits."""
    return "\n".join(f"{r.feature}: {r.detail}" + (f" ({r.weight:+.3f})" if r.weight else "") for r in reasons)
