"""A report without the names of sources at risk: in texts, passages, titles, reasons, file names, addresses and ids.

Ids are digests of what makes a record, a source's of its name: whoever guesses the name could check the guess. So every id that
hangs on a page with a name in it is made anew from what is left, and so is the page's own digest. Such a page also loses its
address, as that leads to the name. Offsets are those of the new texts. What follows from the names alone is left as it was:
dates, counts, origins. Whoever has the original pages can still tell which they are, by their words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import basename
from typing import TypeVar

from sayso.errors import SaysoError
from sayso.model import (
    ChainLink,
    Claim,
    Derivation,
    Document,
    Evidence,
    Finding,
    NumberSeen,
    Place,
    Published,
    Reading,
    Reason,
    Report,
    Root,
    Sibling,
    Source,
    Span,
    Statement,
    Tie,
    identify,
)
from sayso.show.exports.masks import Cut, Mask
from sayso.show.records import records

NOTE = "names of sources were withheld in this export"
OURS = frozenset(
    "kind voice stance said basis outlet_basis rule responsible states feature language start end gazetteer precision".split()
)
"""Fields whose words are the program's or a calendar's, and no page's: a source called Rule or May is not in them."""
_ID = re.compile(r"(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{20})(?![0-9a-f])")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Redacted:
    """The report without the names, and the new ids and digests for old ones."""

    report: Report
    ids: Mapping[str, str]


def redacted(report: Report, mask: Mask) -> Redacted:
    """The report with every name of ``mask`` withheld; SaysoError where one would be left."""
    work = _Work(report, mask)
    out = replace(
        report,
        run=replace(report.run, settings=identify("settings", "withheld")),
        readings=tuple(
            sorted((work.reading(r) for r in report.readings), key=lambda r: (r.document.place, r.document.id)),
        ),
        claims=_by_id(work.claim(c) for c in report.claims),
        unseen=_by_id(
            replace(u, id=work.id(u.id), name=mask.clean(u.name), published=work.published(u.published)) for u in report.unseen
        ),
        derivations=tuple(sorted(map(work.derivation, report.derivations), key=lambda d: (d.document, d.from_, d.kind))),
        siblings=tuple(sorted(map(work.sibling, report.siblings), key=lambda s: (s.documents, s.parent or ""))),
        ties=tuple(sorted(map(work.tie, report.ties), key=lambda t: (t.a, t.b))),
        findings=_by_id(map(work.finding, report.findings)),
        rejected=tuple(replace(r, place=work.place(r.place), reason=work.words(r.reason)) for r in report.rejected),
        numbers=tuple(sorted(map(work.number, report.numbers), key=lambda n: (n.document, n.span))),
    )
    _see_that_nothing_is_left(out, mask)
    return Redacted(out, work.ids)


def _by_id(records_: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(records_, key=lambda r: str(getattr(r, "id"))))  # noqa: B009 - T has an id, which no bound says yet


class _Work:
    """One report under the mask: its texts cut, its ids made anew where they hang on a name."""

    def __init__(self, report: Report, mask: Mask) -> None:
        self.mask = mask
        self.ids: dict[str, str] = {}
        self.cuts: dict[str, Cut] = {}
        self.home: dict[str, str] = {}  # the document of each statement
        self.addresses: list[str] = []
        touched = []
        for reading in report.readings:
            document = reading.document
            self.cuts[document.id] = mask.cut(document.text)
            self.home.update({s.id: document.id for s in reading.statements})
            if self._touched(reading):
                touched.append(reading)
                self.addresses += [document.url] if document.url else []
        self._rename(report, touched)

    def _touched(self, reading: Reading) -> bool:
        """Whether a name stands anywhere on a page or in what was found on it."""
        d, mask = reading.document, self.mask
        plain = [d.title, d.byline, d.outlet, *d.degraded, *(n for s in reading.sources for n in (s.name, *s.aliases))]
        plain += [link.name for s in reading.statements for link in (*s.chain, s.addressee) if link]
        addresses = [d.url, d.place, *(h.url for h in d.hyperlinks)]
        return (
            bool(self.cuts[d.id].hits) or any(mask.hits(t) for t in plain if t) or any(mask.in_address(a) for a in addresses if a)
        )

    def _rename(self, report: Report, touched: Sequence[Reading]) -> None:
        """New ids, parents before children, for all that hangs on a page with a name; also for unseen texts with one."""
        name = self._named
        for r in touched:
            self.ids[r.document.sha256] = hashlib.sha256(self.cuts[r.document.id].text.encode("utf-8", "replace")).hexdigest()
        name("document", {r.document.id: (self.ids[r.document.sha256], basename(self.place(r.document.place))) for r in touched})
        name(
            "statement",
            {s.id: (self.ids[s.document], *self.cuts[s.document].moved(s.span)) for r in touched for s in r.statements},
        )
        name(
            "attribution",
            {
                s.attribution: (self.ids[s.document], *self.cuts[s.document].moved(s.span))
                for r in touched
                for s in sorted(r.statements, key=lambda s: s.span, reverse=True)
            },
        )
        mine = {s.id: (self.ids[r.document.id], self.words(s.name), s.kind) for r in touched for s in r.sources}
        name("source", mine)
        name("identity", {s.identity: mine[s.id] for r in touched for s in r.sources if s.identity and s.identity not in self.ids})
        name("unseen", {u.id: (self.words(u.name), u.kind) for u in report.unseen if self.mask.hits(u.name)})
        told = {c.id: [self.id(s) for s in c.statements] for c in report.claims if any(s in self.ids for s in c.statements)}
        name("claim", {key: tuple(sorted(rows)) for key, rows in told.items()})
        name(
            "finding",
            {
                f.id: (f.rule, self.id(f.claim or ""), *(x for e in f.evidence for x in (self.id(e.document), *self._at(e))))
                for f in report.findings
                if f.claim in self.ids or any(d in self.ids for d in f.documents)
            },
        )

    def _named(self, kind: str, rows: Mapping[str, Sequence[object]]) -> None:
        """An id for each row, of what it is made of now; equal ones are told apart by their order."""
        met: dict[tuple[str, ...], int] = {}
        for old in sorted(rows, key=lambda k: (tuple(map(str, rows[k])), k)):
            key = tuple(map(str, rows[old]))
            met[key] = met.get(key, 0) + 1
            self.ids[old] = identify("withheld", kind, *key, met[key])

    def _at(self, evidence: Evidence) -> Span:
        return self.cuts[evidence.document].moved(evidence.span)

    def id(self, old: str) -> str:
        """The id that stands for an old one."""
        return self.ids.get(old, old)

    def known(self, old: str | None) -> str | None:
        """The same, where there may be none."""
        return None if old is None else self.id(old)

    def words(self, text: str | None) -> str:
        """Words of ours or of a page: without names, and without old ids, digests and addresses in them."""
        for address in self.addresses:
            text = (text or "").replace(address, "(address withheld)")
        return _ID.sub(lambda m: self.id(m.group()), self.mask.clean(text or ""))

    def said(self, text: str | None) -> str | None:
        """The same, where there may be none."""
        return None if text is None else self.words(text)

    def place(self, place: str) -> str:
        """Where a page came from: each part of the path by itself."""
        if self.mask.in_address(place) and not self.mask.hits(place, anywhere=True):
            return self.mask.clean("(place withheld)")
        return self.mask.clean(place, anywhere=True)

    def published(self, published: Published | None, document: str | None = None) -> Published | None:
        """A date with its place in the new text."""
        if published is None:
            return None
        span = self.moved(published.span, document) if document else None
        return replace(published, span=span, from_document=self.known(published.from_document))

    def moved(self, span: Span | None, document: str | None) -> Span | None:
        """A span in the new text of a document."""
        return span if span is None or document not in self.cuts else self.cuts[document].moved(span)

    def reading(self, reading: Reading) -> Reading:
        """A page with all that was found on it."""
        return Reading(
            self._document(reading.document),
            _by_id(map(self._source, reading.sources)),
            tuple(sorted(map(self._statement, reading.statements), key=lambda s: (s.span, s.id))),
        )

    def _document(self, d: Document) -> Document:
        cut, hit = self.cuts[d.id], d.id in self.ids
        return replace(
            d,
            id=self.id(d.id),
            place=self.place(d.place),
            url=None if hit else d.url,
            sha256=self.ids[d.sha256] if hit else d.sha256,
            text=cut.text,
            outlet=self.said(d.outlet),
            title=self.said(d.title),
            title_span=self.moved(d.title_span, d.id),
            byline=self.said(d.byline),
            published=self.published(d.published, d.id),
            dates=tuple(replace(x, span=self.moved(x.span, d.id)) for x in d.dates),
            furniture=tuple(sorted(replace(f, span=cut.moved(f.span)) for f in d.furniture)),
            hyperlinks=() if hit else d.hyperlinks,
            degraded=(*map(self.words, d.degraded), *((NOTE,) if hit else ())),
        )

    def _source(self, s: Source) -> Source:
        aliases = tuple(sorted({self.words(a) for a in s.aliases}))
        return replace(s, id=self.id(s.id), name=self.said(s.name), identity=self.known(s.identity), aliases=aliases)

    def _statement(self, s: Statement) -> Statement:
        moved: Callable[[Span], Span] = self.cuts[s.document].moved
        return replace(
            s,
            id=self.id(s.id),
            document=self.id(s.document),
            attribution=self.id(s.attribution),
            span=moved(s.span),
            content=tuple(map(moved, s.content)),
            cue=self.moved(s.cue, s.document),
            chain=tuple(self._link(link, s.document) for link in s.chain),
            addressee=self._link(s.addressee, s.document) if s.addressee else None,
            hedges=tuple(replace(h, word=self.words(h.word), span=moved(h.span)) for h in s.hedges),
            quantities=tuple(replace(q, span=moved(q.span), unit=self.words(q.unit), of=self.said(q.of)) for q in s.quantities),
            places=tuple(self._place(p, moved) for p in s.places),
            times=tuple(replace(t, span=moved(t.span)) for t in s.times),
            verdict=self.moved(s.verdict, s.document),
        )

    def _link(self, link: ChainLink, document: str) -> ChainLink:
        return replace(
            link,
            name=self.said(link.name),
            source=self.known(link.source),
            span=self.moved(link.span, document),
            cue=self.moved(link.cue, document),
        )

    def _place(self, place: Place, moved: Callable[[Span], Span]) -> Place:
        name = self.words(place.name)
        kept = replace(place, name=name, span=moved(place.span))
        return kept if name == place.name else replace(kept, gazetteer=None, lat=None, lon=None, precision=None)

    def _why(self, why: Sequence[Reason], here: str | None, there: str | None) -> tuple[Reason, ...]:
        return tuple(
            replace(r, detail=self.words(r.detail), span=self.moved(r.span, here), from_span=self.moved(r.from_span, there))
            for r in why
        )

    def claim(self, c: Claim) -> Claim:
        """A claim under its new id."""
        roots = tuple(self._root(r) for r in c.origins.roots)
        return replace(
            c,
            id=self.id(c.id),
            gist=self.words(c.gist),
            statements=tuple(sorted(map(self.id, c.statements))),
            documents=tuple(sorted(map(self.id, c.documents))),
            origins=replace(c.origins, roots=roots, why=tuple(map(self.words, c.origins.why))),
            figures=tuple(
                replace(f, unit=self.words(f.unit), documents=tuple(sorted(map(self.id, f.documents)))) for f in c.figures
            ),
        )

    def _root(self, r: Root) -> Root:
        return replace(r, name=self.said(r.name), document=self.known(r.document), unseen=self.known(r.unseen))

    def derivation(self, d: Derivation) -> Derivation:
        """What a page has from another."""
        why = self._why(d.why, d.document, d.from_)
        told = tuple(sorted(map(self.id, d.statements)))
        return replace(d, document=self.id(d.document), from_=self.id(d.from_), why=why, statements=told)

    def sibling(self, s: Sibling) -> Sibling:
        """Pages with a common parent; the spans of the reasons stand in the first and the second."""
        first, second = (*s.documents, None, None)[:2]
        why = self._why(s.why, first, second)
        return replace(s, documents=tuple(sorted(map(self.id, s.documents))), parent=self.known(s.parent), why=why)

    def tie(self, t: Tie) -> Tie:
        """Two statements that tell the same; the lesser id stays the first."""
        why = self._why(t.why, self.home.get(t.a), self.home.get(t.b))
        a, b = self.id(t.a), self.id(t.b)
        if a > b:
            why = tuple(replace(r, span=r.from_span, from_span=r.span) for r in why)
        return replace(t, a=min(a, b), b=max(a, b), why=why)

    def number(self, n: NumberSeen) -> NumberSeen:
        """A number where it stands in the new text."""
        return replace(n, document=self.id(n.document), span=self._at(n), finding=self.known(n.finding))

    def finding(self, f: Finding) -> Finding:
        """A finding with its passages in the new texts."""
        evidence = tuple(replace(e, document=self.id(e.document), span=self._at(e)) for e in f.evidence)
        return replace(
            f,
            id=self.id(f.id),
            claim=self.known(f.claim),
            documents=tuple(sorted(map(self.id, f.documents))),
            message=self.words(f.message),
            evidence=evidence,
            from_=self.said(f.from_),
            to=self.said(f.to),
            limits=self.words(f.limits),
        )


def _see_that_nothing_is_left(report: Report, mask: Mask) -> None:
    """The last wall: look through every word of the report once more. Nothing is written where a name is found."""

    def look(value: object, where: str) -> None:
        if isinstance(value, str):
            if not _ID.fullmatch(value) and mask.hits(value):
                raise SaysoError(
                    f"--redact: a name is left in {where} of the report; nothing was written. Please report this defect"
                )
        elif isinstance(value, Mapping):
            for key, part in value.items():
                if key not in OURS:
                    look(part, f"{where}.{key}")
        elif isinstance(value, list | tuple):
            for part in value:
                look(part, where)

    whole = records(report)
    look({key: whole[key] for key in whole if key not in ("run", "counts", "schema")}, "records")
