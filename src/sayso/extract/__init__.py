"""From a document to its statements: who says what on whose word.

Attributions come from an analyzer; typed rules decide the rest.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.contracts import Analyzer, Partial
from sayso.extract import hearings
from sayso.extract.cast import Cast
from sayso.extract.check import checked
from sayso.extract.colophons import colophon
from sayso.extract.courtesies import courtesy
from sayso.extract.disavowals import weighed
from sayso.extract.factchecks import judged
from sayso.extract.kinds import settled
from sayso.extract.leads import named
from sayso.extract.nested import telling
from sayso.extract.ownpapers import issued
from sayso.extract.refusals import refused
from sayso.extract.statements import Maker
from sayso.extract.turns import Sentence, carried
from sayso.model import Document, Reading, Span
from sayso.text.datelines import after_dateline
from sayso.text.quotations import quotations, singly
from sayso.text.sentences import paragraphs, sentences


def extract(document: Document, analyzer: Analyzer) -> Reading:
    """The whole yield of one document: its sources and statements, sorted by place."""
    listed = _sentences(document)
    found = analyzer.attributions(document, [s.span for s in listed])
    if isinstance(found, Partial):
        document = replace(document, degraded=document.degraded + found.degraded)
    listed_paragraphs = paragraphs(document.text)
    spoken = singly(document.text, listed_paragraphs, document.language)
    quotes = [q for p in listed_paragraphs for q in quotations(document.text, p, spoken)]
    language = (document.language or "en").split("-")[0]
    cast = Cast(document.id, document.outlet, _read(document), language=language)
    found = settled(document.text, found)
    if language == "en":
        found = telling(document.text, found)
    else:
        found = [*found, *refused(document.text, [s.span for s in listed], found, language)]
    statements = Maker(document, cast, quotes).statements(listed, found)
    statements = [s for s in statements if not courtesy(" ".join(c.of(document.text) for c in s.content))]
    own = [s.span for s in listed]
    statements = judged(document, own, [q.inner for q in quotes], weighed(document, own, statements, language), language)
    statements = carried(document, listed, quotes, hearings.told(document, own, statements))
    statements = named(document, listed, cast, statements)
    statements = issued(document, cast, statements)
    unique = {s.id: s for s in statements}
    return checked(Reading(document, cast.sources(), tuple(sorted(unique.values(), key=lambda s: (s.span, s.id)))))


def _sentences(document: Document) -> list[Sentence]:
    """Sentences that are no furniture: at least half of their characters lie outside it."""
    out: list[Sentence] = []
    leads = n = 0
    for paragraph in paragraphs(document.text):
        before = len(out)
        for s in sentences(document.text, paragraph, document.language):
            marked = sum(max(0, min(s.end, f.span.end) - max(s.start, f.span.start)) for f in document.furniture)
            dated = any(
                d.span and d.span.overlaps(s) and (d.span.end - d.span.start) * 10 >= 7 * (s.end - s.start) for d in document.dates
            )
            if marked * 2 <= s.end - s.start and not dated and not colophon(s.of(document.text)):
                title = document.title_span is not None and document.title_span.overlaps(s)
                leads += not title
                s = Span(after_dateline(document.text, s), s.end) if leads in (1, 2) and not title else s
                out += [Sentence(part, n, title) for part in _outside(s, document)]
        n += len(out) > before  # a caption between two paragraphs is none: a speaker goes on across it
    return out


def _read(document: Document) -> str:
    """The text without its furniture, every offset kept: nobody in a caption's credit is meant by "he" below it."""
    parts, end = [], 0
    for f in sorted(document.furniture):
        if f.span.end > end:
            start = max(end, f.span.start)
            parts += [document.text[end:start], " " * (f.span.end - start)]
            end = f.span.end
    return "".join([*parts, document.text[end:]])


def _outside(s: Span, document: Document) -> list[Span]:
    """What is left of a sentence without the furniture glued to it: all of it, or what stands before, between and behind."""
    out, start = [], s.start
    for f in document.furniture:
        if f.span.overlaps(s) and f.span.end > start:
            out.append(Span(start, max(start, f.span.start)))
            start = f.span.end
    out.append(Span(min(start, s.end), s.end))
    return [p for p in out if p.of(document.text).strip()]
