"""A report as W3C PROV (PROV-JSON, which the ``prov`` library turns into PROV-O, PROV-N and RDF).

Pages, unseen texts, tellings and claims are entities; outlets, sources and the program are agents; the run is an activity.
``actedOnBehalfOf`` ties a spokesman to the body that his name says he speaks for. No times are given but those that pages state,
as the run has none: the same pile gives the same bytes.
"""

from __future__ import annotations

from typing import Any

from sayso.model import PERSONS, Derivation, Document, Report, SourceKind, Statement, identify
from sayso.show.exports.cast import Agent, Cast, claim_of, speaks_for, statements
from sayso.show.exports.characters import CONTROL, json_bytes

PREFIX = {"sayso": "urn:sayso:", "term": "urn:sayso:term:"}
BODIES: frozenset[SourceKind] = frozenset({"government", "organization", "armed_group", "agency", "outlet", "ngo"})
DERIVED = {"copy": "prov:Quotation", "update": "prov:Revision", "citation": "prov:PrimarySource"}
"""Kinds of derivation that PROV has a word for; the others are plain derivations with their kind as an attribute."""
Record = dict[str, Any]


class _Book:
    """The document under way: kinds of records, each by its name."""

    def __init__(self) -> None:
        self.parts: dict[str, dict[str, Record]] = {}

    def put(self, part: str, key: str, record: Record) -> str:
        """Add a record where there is none of this name; its name."""
        self.parts.setdefault(part, {}).setdefault(key, record)
        return key

    def relate(self, part: str, record: Record) -> None:
        """Add a relation, named by what it says."""
        key = identify(part, *(f"{k}={record[k]}" for k in sorted(record) if k.startswith("prov:") or k == "term:relation"))
        self.put(part, f"_:{key}", record)


def files(report: Report) -> dict[str, bytes]:
    """The one file."""
    book, cast = _Book(), Cast(report)
    run = _run(book, report)
    for agent in cast.agents.values():
        _agent(book, agent)
    for agent in cast.agents.values():
        _behalf(book, agent, cast)
    for unseen in report.unseen:
        book.put(
            "entity",
            f"sayso:unseen-{unseen.id}",
            {"prov:label": _text(unseen.name), "prov:type": _name("term:UnseenText"), "term:kind": unseen.kind},
        )
    for reading in report.readings:
        _document(book, reading.document, cast)
        book.relate("used", {"prov:activity": run, "prov:entity": f"sayso:document-{reading.document.id}"})
    _claims(book, report, run)
    for reading in report.readings:
        for statement in reading.statements:
            _telling(book, statement, reading.document, cast)
    for derivation in report.derivations:
        _derivation(book, derivation, {u.id for u in report.unseen})
    parts = {part: dict(sorted(book.parts[part].items())) for part in sorted(book.parts)}
    return {"provenance.prov.json": json_bytes({"prefix": PREFIX, **parts})}


def _text(value: str) -> str:
    return CONTROL.sub("\ufffd", value)


def _name(value: str) -> Record:
    """A qualified name as a value."""
    return {"$": value, "type": "prov:QUALIFIED_NAME"}


def _run(book: _Book, report: Report) -> str:
    made = report.run
    program = book.put(
        "agent",
        "sayso:program",
        {"prov:type": _name("prov:SoftwareAgent"), "prov:label": f"sayso {made.version}", "term:analyzer": made.analyzer.name},
    )
    run = book.put("activity", f"sayso:run-{made.settings}", {"prov:label": "tracing of claims", "term:settings": made.settings})
    book.relate("wasAssociatedWith", {"prov:activity": run, "prov:agent": program})
    return run


def _agent(book: _Book, agent: Agent) -> str:
    record: Record = {"prov:label": _text(agent.name), "term:kind": agent.kind}
    if agent.kind in PERSONS:
        record["prov:type"] = _name("prov:Person")
    elif agent.kind in BODIES:
        record["prov:type"] = _name("prov:Organization")
    return book.put("agent", _of(agent), record)


def _of(agent: Agent) -> str:
    return f"sayso:source-{agent.id}"


def _behalf(book: _Book, agent: Agent, cast: Cast) -> None:
    body = speaks_for(agent.name)
    if not body:
        return
    known = cast.named(body)
    there = (
        _of(known)
        if known
        else book.put(
            "agent",
            f"sayso:source-{identify('body', body)}",
            {"prov:label": _text(body), "prov:type": _name("prov:Organization"), "term:kind": "organization"},
        )
    )
    book.relate("actedOnBehalfOf", {"prov:delegate": _of(agent), "prov:responsible": there, "term:words": _text(agent.name)})


def _document(book: _Book, d: Document, cast: Cast) -> None:
    record: Record = {
        "prov:label": _text(d.title or d.place),
        "prov:type": _name("term:Document"),
        "term:sha256": d.sha256,
        "term:place": _text(d.place),
    }
    for key, value in (("url", d.url), ("language", d.language), ("byline", d.byline)):
        if value:
            record[f"term:{key}"] = _text(value)
    if d.published:
        record |= {"term:published_basis": d.published.basis}
        record |= {f"term:published_{k}": v for k, v in (("start", d.published.start), ("end", d.published.end)) if v}
    own = book.put("entity", f"sayso:document-{d.id}", record)
    if outlet := cast.outlet(d.outlet):
        book.relate("wasAttributedTo", {"prov:entity": own, "prov:agent": _of(outlet)})


def _claims(book: _Book, report: Report, run: str) -> None:
    for c in report.claims:
        own = book.put(
            "entity",
            f"sayso:claim-{c.id}",
            {
                "prov:label": _text(c.gist),
                "prov:type": _name("term:Claim"),
                "term:origins_low": c.origins.low,
                "term:origins_high": c.origins.high,
                **({"term:state": list(c.states)} if c.states else {}),
            },
        )
        book.relate("wasGeneratedBy", {"prov:entity": own, "prov:activity": run})
    claims = claim_of(report)
    for key in sorted(claims.keys() & statements(report).keys()):
        record = {"prov:specificEntity": f"sayso:statement-{key}", "prov:generalEntity": f"sayso:claim-{claims[key]}"}
        book.relate("specializationOf", record)


def _telling(book: _Book, s: Statement, d: Document, cast: Cast) -> None:
    own = book.put(
        "entity",
        f"sayso:statement-{s.id}",
        {
            "prov:label": _text(s.span.of(d.text)),
            "prov:type": _name("term:Statement"),
            "term:start": s.span.start,
            "term:end": s.span.end,
            "term:stance": s.stance,
            "term:voice": s.voice,
        },
    )
    book.relate(
        "wasDerivedFrom",
        {"prov:generatedEntity": own, "prov:usedEntity": f"sayso:document-{d.id}", "prov:type": _name("prov:Quotation")},
    )
    stations = [agent for agent in map(cast.of, s.chain) if agent]
    innermost = cast.of(s.chain[-1]) if s.chain else None
    if innermost:
        book.relate("wasAttributedTo", {"prov:entity": own, "prov:agent": _of(innermost), "term:relation": "innermost source"})
    for agent in stations:
        if agent is not innermost:
            book.relate("wasAttributedTo", {"prov:entity": own, "prov:agent": _of(agent), "term:relation": "passes it on"})


def _derivation(book: _Book, d: Derivation, lost: set[str]) -> None:
    """A page from a page or unseen text. Without a known direction PROV has no word but influence."""
    here = f"sayso:document-{d.document}"
    there = f"sayso:{'unseen' if d.from_ in lost else 'document'}-{d.from_}"
    how: Record = {"term:kind": d.kind, "term:declared": d.declared, "term:bits": d.weight}
    if not d.directed:
        book.relate("wasInfluencedBy", {"prov:influencee": here, "prov:influencer": there, "term:relation": "no known order"} | how)
        return
    if d.kind in DERIVED:
        how["prov:type"] = _name(DERIVED[d.kind])
    book.relate("wasDerivedFrom", {"prov:generatedEntity": here, "prov:usedEntity": there} | how)
