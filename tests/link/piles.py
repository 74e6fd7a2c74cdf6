"""Piles of invented pages, written down in a few words each."""

from __future__ import annotations

import hashlib

from sayso.model import ChainLink, Document, Furniture, Published, Quantity, Reading, Source, Span, Statement, identify


def link(name: str | None, kind: str, page: str) -> ChainLink:
    source = identify("source", page, name) if name else None
    return ChainLink(name, kind, source)


def page(name, *told, outlet=None, day=None, language="en", url=None, furniture=()):
    """A page of one line per telling. A telling is words, or (words, chain of (name, kind)…), or a dict of further fields."""
    lines = [t["text"] if isinstance(t, dict) else t[0] if isinstance(t, tuple) else t for t in told]
    text = "\n".join([*lines, *furniture])
    document = Document(
        identify("document", name),
        name,
        url,
        hashlib.sha256(text.encode()).hexdigest(),
        text,
        language,
        outlet,
        published=Published(day, f"{day}T23:59", "meta") if day else None,
        furniture=tuple(Furniture(Span(text.index(f), text.index(f) + len(f)), "footnote") for f in furniture),
    )
    statements, sources, at = [], {}, 0
    for n, (row, line) in enumerate(zip(told, lines, strict=True)):
        more = dict(row) if isinstance(row, dict) else {"chain": row[1:] if isinstance(row, tuple) else ()}
        more.pop("text", None)
        chain = (link(outlet, "outlet", name), *(link(a, k, name) for a, k in more.pop("chain", ())))
        sources |= {k.source: Source(k.source, k.name, k.kind) for k in chain if k.source}
        span = Span(at, at + len(line))
        told_from = line.index(more["told"]) if "told" in more else 0
        content = Span(at + told_from, at + told_from + len(more.pop("told", line)))
        quantities = tuple(Quantity(Span(at, at), low, high, unit) for low, high, unit in more.pop("quantities", ()))
        to = more.pop("addressee", None)
        statements.append(
            Statement(
                identify("statement", name, n),
                document.id,
                identify("attribution", name, n),
                span,
                (content,),
                more.pop("voice", "indirect" if len(chain) > 1 else "own"),
                None,
                chain,
                more.pop("stance", "report"),
                addressee=link(to, "outlet", name) if to else None,
                quantities=quantities,
                **more,
            )
        )
        at += len(line) + 1
    return Reading(document, tuple(sorted(sources.values(), key=lambda s: s.id)), tuple(statements))


def together(linking, readings, *words):
    """Whether the tellings that hold these words are all in one claim."""
    texts = {r.document.id: r.document.text for r in readings}
    ids = [next(s.id for r in readings for s in r.statements if w in s.span.of(texts[s.document])) for w in words]
    return any(set(ids) <= set(c.statements) for c in linking.claims)
