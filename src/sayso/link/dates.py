"""Publication dates that follow from other pages: a vague "earlier this month" here, the day of the same text there.

Or a dateline or a date line without its year ("ORLE, Jan 13 (House) -", "Orle Post | 13 Jan") in a pile that is of one year; or the
day of the last change, where the page gives no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sayso.link.credits import Mention
from sayso.model import Claim, Document, Published, Span, Unseen, When
from sayso.text import instants
from sayso.text.datelines import after_dateline
from sayso.text.dates import ANY, DateExpression, expressions, published_bounds

HEAD = 8
"""Lines at the top in which a dateline is looked for, as where its house is (read/outlet_of_page.py)."""
NEAR = timedelta(days=60)
"""A page without its year is dated only in a pile that has a page at most so far from it (a choice)."""
BEHIND = 400
"""Code points behind the day in which a weekday is looked for: the lead (a choice)."""
CHANGED = timedelta(days=7)
"""A page that says only when it was last changed has news of other pages: from the first within so many days (a choice)."""
LEAST_DATED = 3
"""Dated pages, all that near, that give a year where no weekday is named beside the day (a choice)."""
MOST_WORDS, LONGEST = 14, 160
"""Words and code points of a date line (choices)."""
MOST_TELLERS = 40
"""A claim on more pages than this is the pile's subject and dates none of them."""
_BAR = re.compile(r"[|·•]|\s[–—-]\s")
_CLOCK = re.compile(r"(?:,?\s?(?:\w{1,3}\s)?\d{1,2}[:.h]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:\w{1,5}))?)?[.,]?")


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
    """Days of datelines and date lines whose year the pile gives.

    Agencies leave the year out. The weekday that the text names first must be that of the day or of the day before it, and only one
    year may do; or all pages that are dated came out near that day.
    """
    dated = sorted((day, d.id) for d in documents if d.published and (day := instants.first_day(d.published.when)))
    out: dict[str, Published] = {}
    for d in documents:
        found = _day_above(d) if d.published is None and dated else None
        if found is None:
            continue
        line, weekday = found
        near: dict[int, Published] = {}
        for year in sorted({day.year + step for day, _ in dated for step in (-1, 0, 1)}):
            when = instants.day(year, line.month or 0, line.day or 0)
            day = instants.first_day(when) if when else None
            if day is None or when is None:
                continue
            (distance, witness), farthest = min((abs(other - day), i) for other, i in dated), max(abs(x - day) for x, _ in dated)
            fitting = weekday is not None and (day.weekday() - weekday) % 7 <= 1
            if distance <= NEAR and (fitting or (farthest <= NEAR and len(dated) >= LEAST_DATED)):
                near[year] = Published(when.start, when.end, "sibling", line.span, witness)
        if len(near) == 1:
            out[d.id] = next(iter(near.values()))
    return out


def _day_above(document: Document) -> tuple[DateExpression, int | None] | None:
    """The yearless day of the dateline or the date line above the article, and the first weekday behind it (0 Monday … 6).

    Of date lines there must be one alone: a diary has more.
    """
    text, language, at = document.text, document.language or ANY, 0
    lined: list[DateExpression] = []
    for line in text.splitlines(keepends=True)[: 2 * HEAD]:
        span = Span(at, at + len(line.rstrip()))
        end = after_dateline(text, span)
        at += len(line)
        if end == span.start and span.end - span.start > LONGEST:
            continue
        found = expressions(text, span.start, span.end if end == span.start else end, language)
        lined += [x for x in found if end == span.start and _alone(text, span, x)]
        days = [x for x in found if end > span.start and x.form == "day"]
        if len(days) == 1:
            return _yearless(text, days, language)
    return _yearless(text, lined, language)


def _yearless(text: str, days: Sequence[DateExpression], language: str) -> tuple[DateExpression, int | None] | None:
    """The one day of these, where it has no year, with the weekday behind it."""
    if len(days) != 1 or days[0].kind != "partial" or days[0].ambiguous:
        return None
    behind = expressions(text, days[0].span.end, min(len(text), days[0].span.end + BEHIND), language)
    return days[0], next((x.weekday for x in behind if x.form == "weekday" and x.weekday is not None), None)


def _alone(text: str, line: Span, x: DateExpression) -> bool:
    """Whether a day stands alone in its line, or between the bars of it, a clock behind it: "Orle Post | 13 Jan, 10:40 | World".

    A town or an office may stand before it: "Desk and agencies, Orle, Jan 13".
    """
    before, after = _BAR.split(text[line.start : x.span.start])[-1], _BAR.split(text[x.span.end : line.end])[0]
    whole = len(text[line.start : line.end].split()) <= MOST_WORDS and _CLOCK.fullmatch(after.strip())
    return x.form == "day" and bool(whole) and before.strip()[-1:] in ("", ",")


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
