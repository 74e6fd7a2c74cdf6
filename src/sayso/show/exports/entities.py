"""A report as FollowTheMoney entities, one JSON object a line: for Aleph, OpenAleph and the tools of OpenSanctions.

Only schemata that the model of Aleph and that of OpenSanctions share are used (the 68 of both): Article, Person, Organization,
PublicBody, LegalEntity, Mention, Note, Documentation, UnknownLink. Ids are digests, so that loading twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from posixpath import basename
from typing import Any

from sayso.model import Claim, Document, Published, Report, SourceKind, Unseen, identify
from sayso.show.exports.cast import Agent, Cast, claim_of, speaks_for, statements
from sayso.show.exports.characters import CONTROL, json_line

SCHEMATA: dict[SourceKind, str] = {
    "person": "Person",
    "official": "Person",
    "government": "PublicBody",
    "organization": "Organization",
    "armed_group": "Organization",
    "agency": "Organization",
    "outlet": "Organization",
    "ngo": "Organization",
}
"""Kinds of sources; all others (anonymous, a group, social media, a document) are a LegalEntity: the model has no vaguer one."""
LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "am=amh ar=ara az=aze be=bel bg=bul bn=ben bs=bos ca=cat cs=ces da=dan de=deu el=ell en=eng es=spa et=est "
        "fa=fas fi=fin fr=fra he=heb hi=hin hr=hrv hu=hun hy=hye id=ind it=ita ja=jpn ka=kat kk=kaz km=khm ko=kor "
        "ku=kur ky=kir lt=lit lv=lav mk=mkd ms=msa my=mya nb=nob ne=nep nl=nld no=nor pl=pol ps=pus pt=por ro=ron "
        "ru=rus sk=slk sl=slv so=som sq=sqi sr=srp sv=swe sw=swa ta=tam tg=tgk th=tha ti=tir tk=tuk tr=tur uk=ukr "
        "ur=urd uz=uzb vi=vie zh=zho"
    ).split()
)
"""ISO 639-1 to 639-3, as the model writes languages; one that is not here is left out."""
Entity = dict[str, Any]


def files(report: Report) -> dict[str, bytes]:
    """The one file, entities by id."""
    found: dict[str, Entity] = {}
    for entity in _entities(report):
        found[entity["id"]] = entity
    return {"entities.ftm.json": b"".join(json_line(found[key]) for key in sorted(found))}


def _entities(report: Report) -> Iterator[Entity]:
    cast = Cast(report)
    for reading in report.readings:
        yield _article(reading.document, report)
    for unseen in report.unseen:
        yield _unseen(unseen)
    for agent in cast.agents.values():
        yield from _agent(agent, cast)
    yield from _mentions(cast)
    for claim in report.claims:
        yield from _claim(claim)
    yield from _sayings(report, cast)
    yield from _derivations(report)
    for finding in report.findings:
        about = [_id("claim", finding.claim)] if finding.claim else []
        yield _entity(
            "Note",
            _id("finding", finding.id),
            name=[finding.rule],
            description=[finding.message],
            notes=[finding.limits],
            entity=[*about, *(_id("document", d) for d in finding.documents)],
        )


def _id(kind: str, key: str) -> str:
    return f"sayso-{kind}-{key}"


def _entity(schema: str, own: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with what is known; values without control characters, each once, in their order."""
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        clean = list(dict.fromkeys(CONTROL.sub("\ufffd", v).strip() for v in values if v))
        if found := [v for v in clean if v]:
            kept[name] = found
    return {"id": own, "schema": schema, "properties": kept}


def _date(published: Published | None) -> str | None:
    """The date as far as it is known, as the model writes dates: a day, a month or a year; None where it is vaguer."""
    if published is None or not published.start or not published.end:
        return None
    try:
        first, end = date.fromisoformat(published.start[:10]), date.fromisoformat(published.end[:10])
    except ValueError:
        return None
    last = max(first, end - timedelta(days=1))
    known = (10 if last == first else 7) if last.isoformat()[:7] == first.isoformat()[:7] else 4 if last.year == first.year else 0
    return first.isoformat()[:known] or None


def _article(d: Document, report: Report) -> Entity:
    return _entity(
        "Article",
        _id("document", d.id),
        fileName=[basename(d.place.replace("\\", "/")) or d.id],
        title=[d.title],
        author=[d.byline],
        publisher=[d.outlet],
        publishedAt=[_date(d.published)],
        sourceUrl=[d.url],
        language=[LANGUAGES.get((d.language or "").partition("-")[0])],
        bodyText=[d.text],
        mimeType=["text/plain"],
        notes=[f"sha256:{d.sha256}", *d.degraded],
        processingAgent=[f"sayso {report.run.version}"],
    )


def _unseen(unseen: Unseen) -> Entity:
    return _entity(
        "Article",
        _id("unseen", unseen.id),
        fileName=[unseen.name],
        title=[unseen.name],
        publishedAt=[_date(unseen.published)],
        notes=[f"Cited, and not in the pile: {unseen.kind}"],
    )


def _agent(agent: Agent, cast: Cast) -> Iterator[Entity]:
    own = _id("source", agent.id)
    others = [n for n in agent.names if n != agent.name]
    schema = SCHEMATA.get(agent.kind, "LegalEntity")
    position = {"position": [agent.name if speaks_for(agent.name) else None]} if schema == "Person" else {}
    yield _entity(schema, own, name=[agent.name], alias=others, summary=[f"kind of source: {agent.kind}"], **position)
    if body := speaks_for(agent.name):
        known = cast.named(body)
        there = _id("source", known.id if known else identify("body", body))
        if known is None:
            yield _entity("Organization", there, name=[body], summary=["named as the body that a spokesman speaks for"])
        yield _link(own, there, "speaks for", [agent.name])


def _mentions(cast: Cast) -> Iterator[Entity]:
    """Each source on each page, once."""
    for agent in cast.agents.values():
        for document in agent.documents:
            yield _entity(
                "Mention",
                _id("mention", identify("mention", agent.id, document)),
                document=[_id("document", document)],
                name=[agent.name],
                resolved=[_id("source", agent.id)],
                detectedSchema=[SCHEMATA.get(agent.kind, "LegalEntity")],
            )


def _claim(claim: Claim) -> Iterator[Entity]:
    o = claim.origins
    number = f"{o.low}" if o.low == o.high else f"{o.low} to {o.high}"
    own = _id("claim", claim.id)
    yield _entity(
        "Note",
        own,
        name=[claim.gist],
        description=[f"independent origins: {number}", *o.why],
        keywords=claim.states,
    )
    for document in claim.documents:
        key = _id("telling", identify("telling", claim.id, document))
        yield _entity("Documentation", key, document=[_id("document", document)], entity=[own], role=["tells this claim"])


def _sayings(report: Report, cast: Cast) -> Iterator[Entity]:
    """Who tells which claim in the last instance, with the pages on which that stands and their words."""
    claims, told = claim_of(report), statements(report)
    texts = {r.document.id: r.document.text for r in report.readings}
    found: dict[tuple[str, str], tuple[set[str], list[str]]] = {}
    for key in sorted(told, key=lambda k: (told[k].document, told[k].span)):
        s = told[key]
        agent = cast.of(s.chain[-1]) if s.chain else None
        if agent and key in claims:
            pages, quotes = found.setdefault((agent.id, claims[key]), (set(), []))
            pages.add(s.document)
            quotes.append(s.span.of(texts[s.document]))
    for (agent_id, claim), (pages, quotes) in sorted(found.items()):
        subject = _id("source", agent_id)
        yield _link(subject, _id("claim", claim), "is named as the source", quotes, [_id("document", p) for p in sorted(pages)])


def _derivations(report: Report) -> Iterator[Entity]:
    lost = {u.id for u in report.unseen}
    for d in report.derivations:
        there = _id("unseen" if d.from_ in lost else "document", d.from_)
        how = f"appears to follow ({d.kind})" if d.directed else f"is tied, in no known order ({d.kind})"
        why = [f"{r.feature}: {r.detail}" for r in d.why]
        yield _link(_id("document", d.document), there, how, why)


def _link(subject: str, object_: str, role: str, summary: Iterable[str], proof: Iterable[str] = ()) -> Entity:
    key = _id("link", identify("link", subject, object_, role))
    return _entity("UnknownLink", key, subject=[subject], object=[object_], role=[role], summary=summary, proof=proof)
