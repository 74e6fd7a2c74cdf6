"""What sayso knows, in the forms of other programs. What each form keeps and loses is in docs/exports.md.

Every module has ``files(report)``: names of files to their bytes, the same bytes for the same report. Nothing is read or written
here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sayso.model import Report
from sayso.show.exports import entities, graph, lines, notes, provenance, tables, web_annotations
from sayso.show.page import page


def report_page(report: Report) -> dict[str, bytes]:
    """The report as people read it: one HTML file with all of it, nothing from outside."""
    return {"report.html": page(report).encode("utf-8", "replace")}


MAKERS: Mapping[str, Callable[[Report], dict[str, bytes]]] = {
    "html": report_page,
    "csv": tables.files,
    "jsonl": lines.files,
    "wadm": web_annotations.files,
    "ftm": entities.files,
    "gexf": graph.files,
    "prov": provenance.files,
    "markdown": notes.files,
}
"""Forms that need nothing but the report; the book (``sqlite``) and the bundle (``case.zip``) need more."""
