"""A report as CSV tables with a ``datapackage.json`` (Frictionless Data Package): for spreadsheets, pandas and R.

Each cell of words that a spreadsheet could take for a formula gets an apostrophe before it; numbers stay numbers. Texts of pages
are not in the tables: offsets count in ``texts/ID.txt`` beside them. What is lost (reasons' spans, hyperlinks) is in sayso/1.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Reading, Reason, Report, Span
from sayso.show.exports.cast import claim_of
from sayso.show.exports.characters import cell, json_bytes, whole
from sayso.show.words import file

Cell = str | int | float | bool | None
Row = Sequence[Cell]
TYPES = {"s": "string", "i": "integer", "n": "number", "b": "boolean"}


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns as ``name:type``, its key, the columns that name rows of other tables, and its rows."""

    name: str
    about: str
    columns: str
    key: str
    foreign: dict[str, str]
    rows: Callable[[Report], Iterable[Row]]

    @property
    def fields(self) -> list[tuple[str, str]]:
        """Names and types of the columns."""
        return [(name, TYPES[kind]) for name, _, kind in (column.partition(":") for column in self.columns.split())]


def files(report: Report) -> dict[str, bytes]:
    """All tables, the texts of the pages and the descriptor."""
    out = {f"{table.name}.csv": _csv(table, report) for table in TABLES}
    texts = {f"texts/{r.document.id}.txt": whole(r.document.text).encode() for r in report.readings}
    return dict(sorted({**out, **texts, "datapackage.json": json_bytes(_descriptor(out, report))}.items()))


def _csv(table: Table, report: Report) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name for name, _ in table.fields])
    writer.writerows(sorted(([_cell(c) for c in row] for row in table.rows(report)), key=lambda row: [str(c) for c in row]))
    return text.getvalue().encode()


def _cell(value: Cell) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):  # whole numbers without a point, and none that CSV readers do not know
        value = max(-sys.float_info.max, min(value, sys.float_info.max))
        return int(value) if abs(value) < 2**53 and value == int(value) else value
    return "" if value is None else cell(value) if isinstance(value, str) else value


def _descriptor(out: dict[str, bytes], report: Report) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "sayso-export",
        "title": "Who tells a claim, from whom, and how many independent origins are left",
        "description": (
            "Offsets are code points of texts/<document>.txt, end exclusive. Empty cells are not known. An apostrophe before "
            "= + - @ or a control character keeps spreadsheets from calculating; it is not part of the value."
        ),
        "sayso": {"version": report.run.version, "settings": report.run.settings, "analyzer": report.run.analyzer.name},
        "resources": [_resource(table, out[f"{table.name}.csv"]) for table in TABLES],
    }


def _resource(table: Table, data: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": name, "type": kind} for name, kind in table.fields],
        "missingValues": [""],
        "primaryKey": table.key.split(),
    }
    if table.foreign:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": ["id"]}} for column, other in table.foreign.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "description": table.about,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def _said(report: Report) -> Iterator[tuple[Reading, Any]]:
    for reading in report.readings:
        for statement in reading.statements:
            yield reading, statement


def _words(span: Span | None, text: str) -> Row:
    return (None, None, None) if span is None else (*span, span.of(text))


def _documents(report: Report) -> Iterator[Row]:
    for d in (r.document for r in report.readings):
        p = d.published
        dated = (p.start, p.end, p.basis) if p else (None, None, None)
        head = (d.id, d.place, d.url, d.sha256, d.outlet, d.title, d.byline, d.language)
        yield (*head, *dated, len(d.text), _joined(d.degraded))


def _sources(report: Report) -> Iterator[Row]:
    rows: dict[tuple[str, str], Row] = {}
    for reading in report.readings:
        for s in reading.sources:
            rows[s.id, reading.document.id] = (s.id, reading.document.id, s.name, s.kind, s.identity, _joined(s.aliases))
    yield from rows.values()


def _statements(report: Report) -> Iterator[Row]:
    claims = claim_of(report)
    for reading, s in _said(report):
        text = reading.document.text
        told = " … ".join(span.of(text) for span in s.content)
        hedges = _joined(h.word for h in s.hedges)
        cut = (*s.span, s.span.of(text), told)
        whose = (reading.document.outlet, s.chain[-1].name if len(s.chain) > 1 else None)
        yield (s.id, s.document, s.attribution, claims.get(s.id), *cut, s.voice, s.stance, hedges, *whose)


def _links(report: Report) -> Iterator[Row]:
    for reading, s in _said(report):
        for n, link in enumerate(s.chain):
            yield (s.id, n, link.name, link.kind, link.source, *_words(link.span, reading.document.text))


def _quantities(report: Report) -> Iterator[Row]:
    for reading, s in _said(report):
        for n, q in enumerate(s.quantities):
            yield (s.id, n, q.low, q.high, q.unit, q.of, q.approximate, *_words(q.span, reading.document.text))


def _places(report: Report) -> Iterator[Row]:
    for _, s in _said(report):
        for n, p in enumerate(s.places):
            yield (s.id, n, p.name, *p.span, p.gazetteer, p.lat, p.lon, p.precision)


def _claims(report: Report) -> Iterator[Row]:
    pages = _outlets(report)
    for c in report.claims:
        o = c.origins
        named = _joined(dict.fromkeys(r.name for r in o.roots if r.name))
        counted = (c.id, c.gist, len(c.documents), o.low, o.high, _joined(c.states), "\n".join(o.why))
        yield (*counted, _houses(c.documents, pages), named)


def _outlets(report: Report) -> dict[str, str]:
    """What each page is known by: its outlet, or where that is not known the name of its file."""
    return {d.id: d.outlet or file(d.place) for d in (r.document for r in report.readings)}


def _houses(documents: Iterable[str], pages: Mapping[str, str]) -> str:
    """The outlets of these pages, each once, in the order of the alphabet."""
    return _joined(sorted({pages[d] for d in documents if d in pages}))


def _origins(report: Report) -> Iterator[Row]:
    for c in report.claims:
        for n, root in enumerate(c.origins.roots):
            yield (c.id, n, root.name, root.kind, root.document, root.unseen)


def _why(reasons: Sequence[Reason]) -> str:
    return "\n".join(f"{r.feature}: {r.detail}" + (f" ({r.weight:+.3f})" if r.weight else "") for r in reasons)


def _findings(report: Report) -> Iterator[Row]:
    pages = _outlets(report)
    for f in report.findings:
        said = (f.id, f.rule, f.claim, f.message, f.from_, f.to, f.responsible, f.limits)
        yield (*said, _houses(f.documents, pages))


def _evidence(report: Report) -> Iterator[Row]:
    read = {r.document.id: r.document for r in report.readings}
    for f in report.findings:
        for n, e in enumerate(f.evidence):
            page = read[e.document]
            yield (f.id, n, e.document, *e.span, e.span.of(page.text), page.outlet)


DOCUMENT, STATEMENT, CLAIM = {"document": "documents"}, {"statement": "statements"}, {"claim": "claims"}
TABLES = (
    Table(
        "documents",
        "Pages as they were read; characters is the length of the text.",
        "id:s place:s url:s sha256:s outlet:s title:s byline:s language:s published_start:s published_end:s published_basis:s"
        " characters:i degraded:s",
        "id",
        {},
        _documents,
    ),
    Table(
        "sources",
        "Whom a page has words from; the same identity on several pages is the same source.",
        "id:s document:s name:s kind:s identity:s aliases:s",
        "id document",
        DOCUMENT,
        _sources,
    ),
    Table(
        "statements",
        "Tellings: quote is the whole telling, told the words that are told.",
        "id:s document:s attribution:s claim:s start:i end:i quote:s told:s voice:s stance:s hedges:s outlet:s source:s",
        "id",
        DOCUMENT | CLAIM,
        _statements,
    ),
    Table(
        "chain_links",
        "From whom a telling has it: position 0 is the reteller, the last the innermost source.",
        "statement:s position:i name:s kind:s source:s start:i end:i words:s",
        "statement position",
        STATEMENT,
        _links,
    ),
    Table(
        "quantities",
        "Figures in tellings; an empty high is open ended.",
        "statement:s position:i low:n high:n unit:s of:s approximate:b start:i end:i words:s",
        "statement position",
        STATEMENT,
        _quantities,
    ),
    Table(
        "places",
        "Places named in tellings; coordinates are empty where the page leaves open which place is meant.",
        "statement:s position:i name:s start:i end:i gazetteer:s lat:n lon:n precision:s",
        "statement position",
        STATEMENT,
        _places,
    ),
    Table(
        "claims",
        "What is told: on how many pages, and by how many independent origins, with the reasons.",
        "id:s gist:s documents:i origins_low:i origins_high:i states:s why:s outlets:s origins:s",
        "id",
        {},
        _claims,
    ),
    Table(
        "origins",
        "Where a claim enters: the innermost sources that have it from nobody else in view.",
        "claim:s position:i name:s kind:s document:s unseen:s",
        "claim position",
        CLAIM | DOCUMENT | {"unseen": "unseen"},
        _origins,
    ),
    Table(
        "unseen",
        "Texts and interviews that are cited and not in the pile.",
        "id:s name:s kind:s",
        "id",
        {},
        lambda report: ((u.id, u.name, u.kind) for u in report.unseen),
    ),
    Table(
        "derivations",
        "What a page appears to have from another page or an unseen text; weight in log2 odds.",
        "document:s from:s kind:s directed:b declared:b weight:n why:s",
        "document from kind",
        DOCUMENT,
        lambda report: ((d.document, d.from_, d.kind, d.directed, d.declared, d.weight, _why(d.why)) for d in report.derivations),
    ),
    Table(
        "siblings",
        "Pages with a common parent, which may be unseen or not known.",
        "documents:s parent:s why:s",
        "documents parent",
        {},
        lambda report: ((_joined(s.documents), s.parent, _why(s.why)) for s in report.siblings),
    ),
    Table(
        "ties",
        "Two statements that tell the same (or, same false, do not), and why; weight in log2 odds.",
        "a:s b:s weight:n same:b why:s",
        "a b same",
        {"a": "statements", "b": "statements"},
        lambda report: ((t.a, t.b, t.weight, t.same, _why(t.why)) for t in report.ties),
    ),
    Table(
        "findings",
        "What a rule remarks, and what would overturn it.",
        "id:s rule:s claim:s message:s from:s to:s responsible:s limits:s outlets:s",
        "id",
        CLAIM,
        _findings,
    ),
    Table(
        "evidence",
        "The passages that show a finding.",
        "finding:s position:i document:s start:i end:i quote:s outlet:s",
        "finding position",
        {"finding": "findings"} | DOCUMENT,
        _evidence,
    ),
    Table(
        "rejected",
        "What could not be read, and why.",
        "place:s reason:s",
        "place reason",
        {},
        lambda report: ((r.place, r.reason) for r in report.rejected),
    ),
)
