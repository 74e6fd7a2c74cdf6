"""A report as W3C Web Annotations (JSON-LD): each telling and each passage that is evidence, pinned to the text it stands in.

The target is the stored text of a page (``urn:sayso:text:ID``, with its SHA-256), not the page in a browser: only there do the
offsets hold. ``via`` gives the page's address. The standard asks for code points, start included, end excluded, and so they are
here; programs that count UTF-16 units must convert where a text has characters beyond U+FFFF, or go by the quotation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sayso.model import Document, Finding, Report, Span, Statement
from sayso.show.exports.cast import claim_of
from sayso.show.exports.characters import json_bytes, whole

CONTEXT = 32
"""Code points of prefix and suffix: what makes a quotation unique in its text."""
Item = dict[str, Any]


def files(report: Report) -> dict[str, bytes]:
    """The one file: a collection with all annotations on its first page."""
    documents = {r.document.id: r.document for r in report.readings}
    targets = {key: _text(d) for key, d in documents.items()}
    claims = claim_of(report)
    gists = {c.id: c.gist for c in report.claims}
    items = [_telling(s, documents, targets, claims, gists) for r in report.readings for s in r.statements]
    items += [_remark(f, documents, targets) for f in report.findings]
    items.sort(key=lambda item: str(item["id"]))
    return {
        "annotations.jsonld": json_bytes(
            {
                "@context": ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:term:"}],
                "id": f"urn:sayso:annotations:{report.run.settings}",
                "type": "AnnotationCollection",
                "label": "Who tells what, on whose word (sayso)",
                "generator": _generator(report),
                "sayso:offsets": "Unicode code points of the stored text, start included, end excluded",
                "total": len(items),
                "first": {
                    "id": f"urn:sayso:annotations:{report.run.settings}:1",
                    "type": "AnnotationPage",
                    "startIndex": 0,
                    "items": items,
                },
            }
        )
    }


def selectors(span: Span, text: str) -> list[Item]:
    """Where a passage stands, by position and by its words with what is around them."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
    ]


def _generator(report: Report) -> Item:
    return {"id": "urn:sayso:program", "type": "Software", "name": f"sayso {report.run.version}"}


def _text(document: Document) -> Item:
    source: Item = {
        "id": f"urn:sayso:text:{document.id}",
        "type": "Text",
        "format": "text/plain",
        "sayso:sha256": hashlib.sha256(whole(document.text).encode()).hexdigest(),
    }
    if document.language:
        source["language"] = document.language
    if document.url:
        source["via"] = document.url
    return source


def _target(document: str, span: Span, documents: dict[str, Document], targets: dict[str, Item]) -> Item:
    return {"type": "SpecificResource", "source": targets[document], "selector": selectors(span, documents[document].text)}


def _telling(
    statement: Statement, documents: dict[str, Document], targets: dict[str, Item], claims: dict[str, str], gists: dict[str, str]
) -> Item:
    """One telling: whose words they are (identifying), and which claim it is of (linking)."""
    bodies = [_body(" ← ".join(_names(statement)), "identifying")]
    claim = claims.get(statement.id)
    if claim:
        bodies.append({"type": "SpecificResource", "source": f"urn:sayso:claim:{claim}", "purpose": "linking"})
        bodies.append(_body(gists[claim], "describing"))
    bodies += [_body(tag, "tagging") for tag in (f"stance: {statement.stance}", f"voice: {statement.voice}")]
    return {
        "id": f"urn:sayso:statement:{statement.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": _target(statement.document, statement.span, documents, targets),
    }


def _remark(finding: Finding, documents: dict[str, Document], targets: dict[str, Item]) -> Item:
    """A finding: its passages are the targets, its message and limits the bodies."""
    bodies = [_body(finding.message, "assessing"), _body(finding.rule, "tagging")]
    if finding.limits:
        bodies.append(_body(f"What would overturn this: {finding.limits}", "commenting"))
    return {
        "id": f"urn:sayso:finding:{finding.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": bodies,
        "target": [_target(e.document, e.span, documents, targets) for e in finding.evidence],
    }


def _body(value: str, purpose: str) -> Item:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _names(statement: Statement) -> Iterator[str]:
    for link in statement.chain:
        yield link.name or f"({link.kind} not named)"
