"""A report as sayso/1: a dictionary, JSON text, or JSON Lines. The same report gives the same bytes.

The records are ``model`` written out, with what a reader of the JSON alone would miss: a statement's quotation and claim, the
documents of a source, the counts. ``from_records`` is the way back, so that every other form can be made from a stored JSON.

Order: documents by place, statements as they stand in the text, all else by id. Keys stand in the order of ``docs/formats.md``.
A code point that UTF-8 cannot carry (half a surrogate pair from a broken page) is written as its JSON escape and comes back whole.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec

from sayso.model import (
    Claim,
    Derivation,
    Document,
    Figure,
    Finding,
    NumberSeen,
    Quantity,
    Reading,
    Rejected,
    Report,
    Run,
    Sibling,
    Source,
    Statement,
    Tie,
    Unseen,
)
from sayso.text.normal import HALVES

SCHEMA = "sayso/1"
EXACT = 2.0**53
"""From here on not every whole number is a float; larger ones stay as they are."""

Record = dict[str, Any]
T = TypeVar("T")

LINES = {
    "documents": "document",
    "sources": "source",
    "statements": "statement",
    "claims": "claim",
    "unseen": "unseen",
    "derivations": "derivation",
    "siblings": "sibling",
    "ties": "tie",
    "findings": "finding",
    "numbers": "number",
    "rejected": "rejected",
}
"""The lists of a sayso/1 document in order, with the name one record has in JSON Lines."""


def records(report: Report) -> Record:
    """Return the sayso/1 document of a report."""
    readings = sorted(report.readings, key=lambda r: (r.document.place, r.document.id))
    claims = sorted(report.claims, key=lambda c: c.id)
    claim_of = {statement: claim.id for claim in reversed(claims) for statement in claim.statements}
    return {
        "schema": SCHEMA,
        "run": _plain(report.run),
        "documents": [_plain(r.document) for r in readings],
        "sources": _sources(readings),
        "statements": [_statement(s, r.document, claim_of.get(s.id)) for r in readings for s in _in_text_order(r.statements)],
        "claims": [_claim(c) for c in claims],
        "unseen": [_plain(u) for u in sorted(report.unseen, key=lambda u: u.id)],
        "derivations": [_plain(d) for d in sorted(report.derivations, key=lambda d: (d.document, d.from_, d.kind))],
        "siblings": [_plain(s) for s in sorted(report.siblings, key=lambda s: (s.documents, s.parent or ""))],
        "ties": [_plain(t) for t in sorted(report.ties, key=lambda t: (t.a, t.b, t.same))],
        "findings": [_plain(f) for f in sorted(report.findings, key=lambda f: (f.rule, f.id))],
        "numbers": [_plain(n) for n in sorted(report.numbers, key=lambda n: (n.document, n.span))],
        "rejected": [_plain(r) for r in sorted(report.rejected, key=lambda r: (r.place, r.reason))],
        "counts": counts(report),
    }


def counts(report: Report) -> dict[str, int]:
    """Count what a report holds; ``unattributed`` are statements for which the text gives nobody."""
    statements = [s for r in report.readings for s in r.statements]
    return {
        "documents": len(report.readings),
        "statements": len(statements),
        "claims": len(report.claims),
        "unattributed": sum(1 for s in statements if s.chain and s.chain[-1].kind == "unnamed"),
        "findings": len(report.findings),
        "rejected": len(report.rejected),
        "degraded": sum(1 for r in report.readings if r.document.degraded),
    }


def json_text(report: Report) -> str:
    """Write the sayso/1 document as JSON, one record a line so that ``grep`` and ``diff`` are of use, newline at the end."""
    parts = []
    for key, value in records(report).items():
        rows = ",\n".join(map(_dump, value)) if isinstance(value, list) else None
        parts.append(f"{_dump(key)}: " + (_dump(value) if rows is None else f"[\n{rows}\n]" if rows else "[]"))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def json_lines(report: Report) -> Iterator[str]:
    """Write the same records one a line, each with its kind under ``record``; every line ends with a newline."""
    whole = records(report)
    yield _dump({"record": "run", "schema": SCHEMA, **whole["run"]}) + "\n"
    for key, name in LINES.items():
        for row in whole[key]:
            yield _dump({"record": name, **row}) + "\n"
    yield _dump({"record": "counts", **whole["counts"]}) + "\n"


def from_records(document: Mapping[str, Any]) -> Report:
    """Return the report a sayso/1 document was made from; ``msgspec.ValidationError`` names the first field that does not fit."""
    if document.get("schema") != SCHEMA:
        raise msgspec.ValidationError(f"Expected a {SCHEMA} document, got schema {document.get('schema')!r}")
    sources: dict[str, list[Source]] = {}
    for row in document["sources"]:
        for place in row.get("documents", ()):
            sources.setdefault(place, []).append(msgspec.convert(row, Source))
    statements: dict[str, list[Statement]] = {}
    for row in document["statements"]:
        statements.setdefault(row["document"], []).append(msgspec.convert(row, Statement))
    return Report(
        run=msgspec.convert(document["run"], Run),
        readings=tuple(
            Reading(d, tuple(sources.get(d.id, ())), tuple(statements.get(d.id, ()))) for d in _all(document["documents"], Document)
        ),
        claims=_all(document["claims"], Claim),
        unseen=_all(document["unseen"], Unseen),
        derivations=_all(document["derivations"], Derivation),
        siblings=_all(document["siblings"], Sibling),
        ties=_all(document.get("ties", ()), Tie),
        findings=_all(document["findings"], Finding),
        rejected=_all(document["rejected"], Rejected),
        numbers=_all(document.get("numbers", ()), NumberSeen),
    )


def _all(rows: Iterable[Mapping[str, Any]], kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert({"from_" if k == "from" else k: v for k, v in row.items()}, kind) for row in rows)


def _plain(value: object) -> Record:
    """One record with lists for tuples and ``from`` for ``from_``."""
    row = cast("Record", msgspec.to_builtins(value))
    return {"from" if k == "from_" else k: v for k, v in row.items()}


def _in_text_order(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda s: (s.span, s.id))


def _sources(readings: Sequence[Reading]) -> list[Record]:
    """Every source once, with the documents that have words from it and all names it goes by there."""
    rows: dict[str, Record] = {}
    for reading in readings:
        for source in reading.sources:
            row = rows.setdefault(source.id, _plain(source) | {"documents": []})
            row["aliases"] = sorted({*row["aliases"], *source.aliases})
            row["documents"] = sorted({*row["documents"], reading.document.id})
    return [rows[key] for key in sorted(rows)]


def _statement(statement: Statement, document: Document, claim: str | None) -> Record:
    row = _plain(statement)
    row["quantities"] = [_numbered(q) for q in statement.quantities]
    head = {key: row.pop(key) for key in ("id", "document", "attribution", "span")}
    return {**head, "quote": statement.span.of(document.text), **row, "claim": claim}


def _claim(claim: Claim) -> Record:
    return _plain(claim) | {"figures": [_numbered(f) for f in claim.figures]}


def _numbered(value: Quantity | Figure) -> Record:
    return _plain(value) | {"low": _number(value.low), "high": None if value.high is None else _number(value.high)}


def _number(value: float) -> float:
    """Whole numbers without a point; one too large for a float as the largest there is, as JSON has no infinity."""
    if abs(value) < EXACT and value == int(value):
        return int(value)
    return max(-sys.float_info.max, min(value, sys.float_info.max))


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", text)
