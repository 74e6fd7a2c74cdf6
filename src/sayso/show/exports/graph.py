"""A report as GEXF 1.2draft, for Gephi and networkx: pages, sources, claims and unseen texts, and what ties them.

Edges run from who tells to what is told, from a page to what it has it from, from a claim to its roots, from a spokesman to the
body he speaks for. A tie without a known direction has ``directed`` false: a GEXF file of mixed edges is refused by networkx, so
that all are written as directed.
"""

from __future__ import annotations

import xml.sax.saxutils as sax
from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Report, Statement, identify
from sayso.show.exports.cast import Cast, claim_of, speaks_for, statements
from sayso.show.exports.characters import xml

NODE = (
    ("kind", "string"),
    ("detail", "string"),
    ("date", "string"),
    ("origins_low", "integer"),
    ("origins_high", "integer"),
    ("states", "string"),
)
EDGE = (("relation", "string"), ("detail", "string"), ("directed", "boolean"), ("declared", "boolean"), ("bits", "double"))
Values = Mapping[str, str | int | float | bool | None]
Edge = tuple[str, str, str, Values]


def files(report: Report) -> dict[str, bytes]:
    """The one file."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        f"  <meta><creator>sayso {_text(report.run.version)}</creator>"
        "<description>Who tells a claim, and from whom</description></meta>",
        '  <graph defaultedgetype="directed" mode="static">',
        *_attributes("node", NODE),
        *_attributes("edge", EDGE),
        "    <nodes>",
    ]
    cast = Cast(report)
    nodes = {key: (label, values) for key, label, values in [*_nodes(report, cast), *_bodies(cast)]}
    for key, (label, values) in sorted(nodes.items()):
        lines.append(f'      <node id="{key}" label={_quoted(_short(label))}>{_values(values, NODE)}</node>')
    lines += ["    </nodes>", "    <edges>"]
    edges = {key: (source, target, said) for key, source, target, said in _numbered(_edges(report, cast), nodes)}
    for key, (source, target, said) in sorted(edges.items()):
        lines.append(f'      <edge id="{key}" source="{source}" target="{target}">{_values(said, EDGE)}</edge>')
    lines += ["    </edges>", "  </graph>", "</gexf>", ""]
    return {"graph.gexf": "\n".join(lines).encode()}


def _nodes(report: Report, cast: Cast) -> Iterator[tuple[str, str, Values]]:
    for d in (r.document for r in report.readings):
        date = d.published.start if d.published else None
        yield f"d-{d.id}", d.title or d.place, {"kind": "document", "detail": d.outlet, "date": date}
    for u in report.unseen:
        date = u.published.start if u.published else None
        yield f"u-{u.id}", u.name, {"kind": "unseen", "detail": u.kind, "date": date}
    for agent in cast.agents.values():
        yield f"s-{agent.id}", agent.name, {"kind": "source", "detail": agent.kind}
    for c in report.claims:
        low, high = c.origins.low, c.origins.high
        yield (
            f"c-{c.id}",
            c.gist,
            {"kind": "claim", "detail": c.gist, "origins_low": low, "origins_high": high, "states": ", ".join(c.states)},
        )


def _bodies(cast: Cast) -> Iterator[tuple[str, str, Values]]:
    """Bodies that only a spokesman's name names."""
    for agent in cast.agents.values():
        body = speaks_for(agent.name)
        if body and not cast.named(body):
            yield f"s-{identify('body', body)}", body, {"kind": "source", "detail": "organization"}


def _edges(report: Report, cast: Cast) -> Iterator[Edge]:
    """All edges; some name ends that are not there."""
    claims, told = claim_of(report), statements(report)
    for d in (r.document for r in report.readings):
        if outlet := cast.outlet(d.outlet):
            yield f"d-{d.id}", f"s-{outlet.id}", "published_by", {}
    for s in told.values():
        yield from _of_telling(s, claims.get(s.id), cast)
    for c in report.claims:
        for root in c.origins.roots:
            at = cast.root(root, c, told)
            there = f"s-{at.id}" if at else f"u-{root.unseen}" if root.unseen else f"d-{root.document}"
            yield f"c-{c.id}", there, "enters_with", {}
    lost = {u.id for u in report.unseen}
    for x in report.derivations:
        there = f"{'u' if x.from_ in lost else 'd'}-{x.from_}"
        values: Values = {"detail": x.kind, "directed": x.directed, "declared": x.declared, "bits": x.weight}
        yield f"d-{x.document}", there, "appears_to_follow" if x.directed else "is_tied_to", values
    for agent in cast.agents.values():
        if body := speaks_for(agent.name):
            known = cast.named(body)
            yield f"s-{agent.id}", f"s-{known.id if known else identify('body', body)}", "speaks_for", {}


def _of_telling(s: Statement, claim: str | None, cast: Cast) -> Iterator[Edge]:
    """Who tells it, who is named for it, and the stations between."""
    agent = cast.of(s.chain[-1]) if s.chain else None
    if claim:
        yield f"d-{s.document}", f"c-{claim}", "tells", {"detail": s.stance}
        if agent:
            yield f"s-{agent.id}", f"c-{claim}", "is_named_for", {}
    for reteller, source in zip(s.chain, s.chain[1:], strict=False):
        a, b = cast.of(reteller), cast.of(source)
        if a and b and a is not b:
            yield f"s-{a.id}", f"s-{b.id}", "has_it_from", {}


def _numbered(edges: Iterable[Edge], nodes: Iterable[str]) -> Iterator[tuple[str, str, str, Values]]:
    """Each edge once, with an id of what it says, where both its ends are there."""
    known = set(nodes)
    for source, target, relation, values in edges:
        if source in known and target in known:
            key = identify("edge", source, target, relation, values.get("detail", ""))
            yield key, source, target, {"relation": relation, "directed": True, **values}


def _attributes(kind: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">'
    for n, (name, type_) in enumerate(rows):
        yield f'      <attribute id="{kind[0]}{n}" title="{name}" type="{type_}"/>'
    yield "    </attributes>"


def _values(values: Values, rows: tuple[tuple[str, str], ...]) -> str:
    kind = "n" if rows is NODE else "e"
    found = [(n, values[name]) for n, (name, _) in enumerate(rows) if values.get(name) not in (None, "")]
    return "<attvalues>" + "".join(f'<attvalue for="{kind}{n}" value={_quoted(_written(v))}/>' for n, v in found) + "</attvalues>"


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(text: str) -> str:
    """A label on one line."""
    return " ".join(xml(text).split())[:200] or "(no name)"


def _quoted(text: str) -> str:
    """An attribute's value; line breaks and tabs as references, which a parser would else turn to spaces."""
    return sax.quoteattr(xml(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _text(text: str) -> str:
    return sax.escape(xml(text))
