"""Publication dates that follow from other pages: a vague "earlier this month" here, the day of the same text there.

Or a dateline without its year ("ORLE, Jan 13 (House) -") in a pile that is of one year; or the day of the last change, where the
page gives no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sayso.link.credits import Mention
from sayso.model import Claim, Document, Published, Span, Unseen, When
from sayso.text import instants
from sayso.text.datelines import after_dateline
from sayso.text.dates import DateExpression, expressions, published_bounds

HEAD = 8
"""Lines at the top in which a dateline is looked for, as where its house is (read/outlet_of_page.py)."""
NEAR = timedelta(days=60)
"""A page without its year is dated only in a pile that has a page at most so far from it (a choice)."""
CHANGED = timedelta(days=7)
"""A page that says only when it was last changed has news of other pages: from the first within so many days (a choice)."""
MOST_TELLERS = 40
"""A claim on more pages than this is the pile's subject and dates none of them."""


def changed(documents: Mapping[str, Document], claims: Sequence[Claim]) -> dict[str, Published]:
    """Windows for pages that give nothing but the day of their last change: not later than that, and not before their news.

    Their news are the claims that they share with pages dated in the week before; the day before the first may be theirs.
    """
    ends = {}
    for d in documents.values():
        last = [day for x in d.dates if x.kind == "updated" and (day := instants.last_day(When(x.start, x.end)))]
        if d.published is None and last:
            ends[d.id] = max(last)
    near: dict[str, list[tuple[date, str]]] = {}
    for claim in claims if ends else ():
        if len(claim.documents) <= MOST_TELLERS:
            dated = [(day, i) for i in claim.documents if (p := documents[i].published) and (day := instants.first_day(p.when))]
            for page in ends.keys() & {*claim.documents}:
                near.setdefault(page, []).extend(x for x in dated if timedelta(0) <= ends[page] - x[0] <= CHANGED)
    out: dict[str, Published] = {}
    for page, found in sorted(near.items()):
        if found:
            first, witness = min(found)
            window = instants.days(first - timedelta(days=1), ends[page] + timedelta(days=1))
            out[page] = Published(window.start, window.end, "sibling", None, witness)
    return out


def datelined(documents: Sequence[Document]) -> dict[str, Published]:
    """Days of datelines whose year the pile gives.

    Agencies leave the year out. The weekday that the text names first must be that of the day or of the day before it, and only one
    year may do.
    """
    dated = sorted((day, d.id) for d in documents if d.published and (day := instants.first_day(d.published.when)))
    out: dict[str, Published] = {}
    for d in documents:
        found = _dateline(d) if d.published is None else None
        if found is None:
            continue
        line, weekday = found
        near = {}
        for year in sorted({day.year + step for day, _ in dated for step in (-1, 0, 1)}):
            when = instants.day(year, line.month or 0, line.day or 0)
            day = instants.first_day(when) if when else None
            if day is None or when is None or (day.weekday() - weekday) % 7 > 1:
                continue
            distance, witness = min((abs(other - day), i) for other, i in dated)
            if distance <= NEAR:
                near[year] = Published(when.start, when.end, "sibling", line.span, witness)
        if len(near) == 1:
            out[d.id] = next(iter(near.values()))
    return out


def _dateline(document: Document) -> tuple[DateExpression, int] | None:
    """The yearless day of the dateline that opens the article, and the first weekday behind it (0 Monday … 6)."""
    at = 0
    for line in document.text.splitlines(keepends=True)[: 2 * HEAD]:
        span = Span(at, at + len(line.rstrip()))
        end = after_dateline(document.text, span)
        at += len(line)
        if end == span.start:
            continue
        days = [x for x in expressions(document.text, span.start, end) if x.form == "day"]
        named = [x.weekday for x in expressions(document.text, end, span.end) if x.form == "weekday" and x.weekday is not None]
        if len(days) == 1 and days[0].kind == "partial" and not days[0].ambiguous and named:
            return days[0], named[0]
    return None


def inferred(nodes: Sequence[tuple[Unseen, Sequence[Mention]]], documents: Mapping[str, Document]) -> dict[str, Published]:
    """Windows for pages without a date, each from the page that dates what they name; contradicting windows give none."""
    windows: dict[str, list[tuple[When, str, Mention]]] = {}
    for node, group in nodes:
        if node.published is None:
            continue
        for mention in group:
            if documents[mention.document].published is not None or mention.vague is None or mention.when is not None:
                continue
            window = published_bounds(mention.vague, node.published.when)
            if window is not None:
                windows.setdefault(mention.document, []).append((window, node.published.from_document or "", mention))
    out: dict[str, Published] = {}
    for document, found in sorted(windows.items()):
        start, end = max(w.start or "" for w, _, _ in found), min(w.end or "9999" for w, _, _ in found)
        if start < end:
            _, source, mention = min(found, key=lambda f: (f[0].start or "", f[1], f[2].name))
            out[document] = Published(start, end, "sibling", mention.vague.span if mention.vague else None, source)
    return out
