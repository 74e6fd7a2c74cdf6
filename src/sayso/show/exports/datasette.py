"""What Datasette shows beside the book: titles, descriptions, columns to sort and facet by; and views with names instead of ids."""

from __future__ import annotations

from typing import Any

from sayso.model import Report
from sayso.show.exports.characters import json_bytes
from sayso.show.records import counts

NAME = "sayso"
"""Of the database: the file is NAME.sqlite."""
PAGE = "coalesce({0}.outlet, {0}.title, {0}.place)"
VIEWS = {
    "v_derivations": f"""
  SELECT x.run, {PAGE.format("d")} AS page, x.kind,
    CASE x.directed WHEN 1 THEN 'appears to follow' ELSE 'is tied, in no known order, to' END AS how,
    coalesce({PAGE.format("f")}, u.name || ' (not in the pile)') AS other, x.declared, x.weight, x.why, x.document, x."from"
  FROM derivations x JOIN documents d ON d.id = x.document LEFT JOIN documents f ON f.id = x."from"
  LEFT JOIN unseen u ON u.run = x.run AND u.id = x."from" """,
    "v_sources": """
  SELECT s.run, s.name, s.kind, count(DISTINCT s.document) AS pages, count(DISTINCT l.statement) AS tellings,
    count(DISTINCT m.claim) AS claims, coalesce(s.identity, s.id) AS identity
  FROM sources s LEFT JOIN chain_links l ON l.run = s.run AND l.source = s.id
  LEFT JOIN claim_statements m ON m.run = l.run AND m.statement = l.statement
  GROUP BY s.run, coalesce(s.identity, s.id) ORDER BY claims DESC, pages DESC, s.name""",
    "v_evidence": f"""
  SELECT e.run, f.rule, {PAGE.format("d")} AS page, e.quote, f.message, f.claim, e.finding, e.document, e.start, e."end"
  FROM evidence e JOIN findings f ON f.run = e.run AND f.id = e.finding JOIN documents d ON d.id = e.document
  ORDER BY f.rule, e.finding, e.position""",
}
_TABLES: dict[str, dict[str, Any]] = {
    "v_claims": {
        "description": "What is told: by how many pages, from how many independent origins. Many tellers and few origins first.",
        "sort_desc": "tellers",
        "facets": ["origins_high", "states"],
    },
    "v_statements": {"description": "Each telling with the chain it names.", "facets": ["outlet", "voice", "stance"]},
    "v_findings": {"description": "What rules remark, and what would overturn it.", "facets": ["rule", "responsible"]},
    "v_derivations": {"description": "Which page appears to follow which; weight in log2 odds.", "facets": ["kind", "how"]},
    "v_sources": {"description": "Whom the pile has words from.", "facets": ["kind"]},
    "v_evidence": {"description": "The passages behind findings.", "facets": ["rule", "page"]},
    "documents": {
        "description": "Pages as they were read. Offsets everywhere are code points of text, end exclusive.",
        "label_column": "title",
        "facets": ["outlet", "language"],
    },
    "statements": {"description": "Tellings: quote is the whole telling, told the words that are told.", "label_column": "told"},
    "claims": {"description": "Statements that tell the same; v_claims counts them.", "label_column": "gist"},
    "findings": {"description": "Remarks of rules; v_findings has them with their claims.", "label_column": "message"},
    "sources": {"description": "Whom a page has words from.", "label_column": "name", "facets": ["kind"]},
    "unseen": {"description": "Texts and interviews that are cited and not in the pile.", "label_column": "name"},
    "judgements": {"description": "What people judged; rows are added, never changed."},
    "rejected": {"description": "What could not be read, and why."},
}
_HIDDEN = ("readings", "records", "record_documents", "passages", "search", "run_documents", "voices")
"""Tables that are for sayso itself."""


def metadata(report: Report) -> bytes:
    """The file for ``datasette --metadata``."""
    found = counts(report)
    tables = _TABLES | {name: {"hidden": True} for name in _HIDDEN}
    said = f"{found['documents']} pages, {found['statements']} tellings, {found['claims']} claims, {found['rejected']} not read"
    return json_bytes(
        {
            "title": "On whose say-so?",
            "description": "Who tells a claim, from whom each teller has it, and how many independent origins are left. "
            "Nothing here says what is true.",
            "databases": {NAME: {"description": f"{said}; made by sayso {report.run.version}.", "tables": tables}},
        }
    )
