"""A report as one HTML file: no script, nothing from outside, every word from the pages escaped and set in its own direction.

The templates get values of this room only. Autoescape is on for all of them, there is no ``safe`` in them (a test looks), and the
policy in the head allows one style sheet by its digest and nothing else, should an escape ever fail.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model import Evidence, Finding, Report
from sayso.show import apparatus, drawing, glyphs, margins, sentences, stemma, words
from sayso.show.ledger import Entry, Ledger, ledger
from sayso.show.records import HALVES, counts

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
LINKED = re.compile(r"https?://[^\s\"<>\\^`{|}]+")
FULL = 180
"""Claims that get a section of their own; one takes 10 kB, and a report of 100 pages is to stay below 5 MB."""
CONTEXT = 160
"""Letters shown on each side of a passage that is evidence: a statement, of which 87 on real pages had 164 on average."""


def page(report: Report) -> str:
    """Return the report as the text of one HTML file, newline at its end."""
    book = ledger(report)
    style = _style()
    text = (
        _environment()
        .get_template("report.html.j2")
        .render(style=Markup(style), digest=_digest(style), counts=counts(report), **_context(book))
    )
    return HALVES.sub("\ufffd", text)


def _context(book: Ledger) -> dict[str, Any]:
    """What the templates are given, by name."""
    large = [e for e in book.entries if e.large][:FULL]
    full = {e.number for e in large}
    pile = stemma.stemma_of_pile(book)
    return {
        "book": book,
        "report": book.report,
        "texts": {key: p.document.text for key, p in book.pages.items()},
        "large": large,
        "small": [e for e in book.entries if e.number not in full],
        "claims": {e.number: _claim(e, book) for e in large},
        "number_of": {e.claim.id: e.number for e in book.entries},
        "pile": pile,
        "pile_drawing": drawing.drawing(pile),
        "pile_branches": stemma.branches(pile),
        "articles": [margins.article(p, book) for p in book.pages.values()],
        "sums_wrong": book.findings(words.SUMS_WRONG),
        "sums_other": book.findings(words.SUMS_OTHER),
        "dates": book.findings(words.DATES),
        "changes": book.findings(words.CHANGES),
        "unattributed": [t for e in book.entries for t in e.tellings if t.names_nobody],
        "in_short": sentences.in_short(book),
        "read": sentences.read(book),
    }


def _claim(entry: Entry, book: Ledger) -> dict[str, Any]:
    """What a claim's section shows."""
    graph = stemma.stemma_of(entry, book)
    return {
        "drawing": drawing.drawing(graph),
        "branches": stemma.branches(graph),
        "apparatus": apparatus.apparatus(entry),
        "roots": sentences.roots(entry, book),
        "against": entry.about(words.AGAINST),
        "changes": entry.about(words.CHANGES),
        "sums": entry.about((*words.SUMS_WRONG, *words.SUMS_OTHER)),
        "sourcing": entry.about(words.SOURCING),
    }


@cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("sayso.show"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    env.filters.update(
        pieces=glyphs.pieces,
        plain=glyphs.plain,
        language=_language,
        linked=_linked,
        date=words.date,
        interval=words.interval,
        shortened=words.shortened,
        figure=apparatus.figure,
        bare=sentences.bare,
        inline=words.inline,
        reason=words.reason,
    )
    env.globals.update(
        words=words,
        sentences=sentences,
        count=words.count,
        origins=words.origins,
        name=words.name,
        stations=words.inner,
        context=_passage,
        parts=_parts,
        runs=margins.quotation,
    )
    return env


@cache
def _style() -> str:
    return files("sayso.show").joinpath("templates/report.css").read_text(encoding="utf-8")


def _digest(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def _language(code: str | None) -> str:
    """A language tag that may stand in the page, else nothing; the page's own needs no saying."""
    return code if code and code != "en" and LANGUAGE.fullmatch(code) else ""


def _linked(url: str | None) -> str:
    """An address that may be a link: of the web, and with nothing in it that could end it."""
    return url if url and LINKED.fullmatch(url) and not glyphs.HIDDEN.search(url) else ""


def _passage(evidence: Evidence, texts: Mapping[str, str]) -> tuple[str, str, str]:
    """A passage with what stands before and after it in its line, cut at words."""
    text, span = texts[evidence.document], evidence.span
    before = text[max(0, span.start - CONTEXT) : span.start].splitlines()[-1:] or [""]
    after = text[span.end : span.end + CONTEXT].splitlines()[:1] or [""]
    if text[max(0, span.start - 1) : span.start] in ("\n", "\r"):
        before = [""]
    head = before[0] if span.start - len(before[0]) <= 0 or len(before[0]) < CONTEXT else "… " + before[0].partition(" ")[2]
    tail = after[0] if len(after[0]) < CONTEXT else after[0].rpartition(" ")[0] + " …"
    return head, span.of(text), tail


def _parts(finding: Finding, passage: str) -> list[tuple[bool, str]]:
    """A passage cut where the words stand that changed."""
    for said in (finding.to, finding.from_):
        if said and said != passage and said in passage:
            at = passage.index(said)
            rows = [(False, passage[:at]), (True, said), (False, passage[at + len(said) :])]
            return [row for row in rows if row[1]]
    return [(False, passage)]
