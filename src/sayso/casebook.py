"""The whole way, from what the user typed to a report: read -> extract -> link -> assess. The only file that knows all rooms.

Values go in and come out; what is shown and written where is the door's business (``cli``), but for the book, which remembers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from sayso import analyzers, hands, model
from sayso.assess import assess
from sayso.contracts import Analyzer, Judgement
from sayso.extract import extract
from sayso.link import link
from sayso.model import Document, Linking, Reading, Rejected, Report, Run
from sayso.read import marked, named, read
from sayso.settings import Settings
from sayso.show.ledger import ledger
from sayso.show.positions import heard
from sayso.store.book import Book, Kept, run_id
from sayso.store.judgements import corrected, judgements
from sayso.store.maker import made_by, version
from sayso.store.rows import Names

Progress = Callable[[str, int, int | None], None]
"""Told of each step: what is being done, how many are done, of how many (None: not known)."""
T = TypeVar("T")


def _nobody(stage: str, done: int, total: int | None) -> None:
    """Nobody wants to know how far it is."""


def trace(
    places: Sequence[str],
    settings: Settings | None = None,
    book: Path | None = None,
    progress: Progress = _nobody,
    analyzer: Analyzer | None = None,
) -> Report:
    """All that sayso can say about these places; pages that ``book`` holds already are not searched for attributions again.

    ``analyzer``: a guest or crew at hand; otherwise ``settings`` name one. No order of ``places`` and no book changes the report.
    """
    settings = settings or Settings()
    analyzer = analyzer or analyzers.by_name(settings.analyzer)
    if book is None:
        return _conclude(searched(places, settings, progress, analyzer), settings, progress)
    documents, rejected = _read(places, settings, progress)
    with Book(book) as memory:
        maker = made_by(analyzer)
        held = {d.id: reading for d in documents if (reading := _remembered(memory, d, maker))}
        new = _searched([d for d in documents if d.id not in held], progress, analyzer)
        readings = [held.get(d.id) or next(new) for d in documents]
        return into(memory, maker, Found(readings, rejected, model.Analyzer(analyzer.name, analyzer.model)), settings, progress)


class Found(NamedTuple):
    """What reading and extracting gave, and who extracted."""

    readings: list[Reading]
    rejected: list[Rejected]
    analyzer: model.Analyzer


def searched(
    places: Sequence[str], settings: Settings | None = None, progress: Progress = _nobody, analyzer: Analyzer | None = None
) -> Found:
    """The pages of these places, searched for who tells what: the way as far as extract."""
    settings = settings or Settings()
    analyzer = analyzer or analyzers.by_name(settings.analyzer)
    documents, rejected = _read(places, settings, progress)
    return Found(list(_searched(documents, progress, analyzer)), rejected, model.Analyzer(analyzer.name, analyzer.model))


def linked(
    readings: Sequence[Reading], settings: Settings | None = None, progress: Progress = _nobody
) -> tuple[list[Reading], Linking]:
    """What assess begins with: these readings with what only their pile could tell, and what ties them."""
    progress("link", 0, None)
    linking = link(readings, (settings or Settings()).link)
    return [_informed(reading, linking) for reading in readings], linking


def into(memory: Book, maker: str, found: Found, settings: Settings, progress: Progress) -> Report:
    """The report under the book's judgements, kept in the book."""
    held = judgements(memory)
    plain = under(settings, ())
    report = judged(found, held, settings, progress)
    progress("save", 0, None)
    pile = run_id(replace(report, run=replace(report.run, settings=plain.digest)), maker)
    options = msgspec.json.encode(under(settings, held), order="sorted").decode()
    memory.save(report, maker, Kept(tuple(found.readings) if held else (), options, pile, _names(report)))
    return report


def judged(found: Found, held: Sequence[Judgement], settings: Settings, progress: Progress = _nobody) -> Report:
    """The report as it is under these judgements."""
    readings = [corrected(reading, held) for reading in found.readings]
    return _conclude(found._replace(readings=readings), under(settings, held), progress)


def under(settings: Settings, held: Sequence[Judgement]) -> Settings:
    """The settings with these judgements."""
    return replace(settings, link=replace(settings.link, judgements=tuple(held)))


def _names(report: Report) -> Names:
    """How the report calls claims, pages and unseen texts: what is read back in parts keeps these names."""
    book = ledger(report)
    return Names(
        {e.claim.id: e.number for e in book.entries},
        {key: page.siglum for key, page in book.pages.items()},
        {key: page.name for key, page in book.pages.items()},
        {key: letter for key, (letter, _) in book.lost.items()},
        {state: tuple(t.statement.id for t in tellings) for state, tellings in heard(book).items()},
    )


def _read(places: Sequence[str], settings: Settings, progress: Progress) -> tuple[list[Document], list[Rejected]]:
    """Documents by id, each once, and what could not be read, by place."""
    documents: dict[str, Document] = {}
    rejected: set[tuple[str, str]] = set()
    progress("read", 0, None)
    for number, found in enumerate(read(places, settings.read), start=1):
        progress("read", number, None)
        if isinstance(found, Rejected):
            rejected.add((found.place, found.reason))
        # The same bytes under the same name, met twice, are one document; it is shown at the place that sorts first.
        elif found.id not in documents or found.place < documents[found.id].place:
            documents[found.id] = found
    return marked(named([documents[key] for key in sorted(documents)])), [Rejected(*row) for row in sorted(rejected)]


def _searched(documents: Sequence[Document], progress: Progress, analyzer: Analyzer) -> Iterator[Reading]:
    crew = analyzer.readings(documents) if isinstance(analyzer, hands.Crew) else (extract(d, analyzer) for d in documents)
    for number, _ in enumerate(documents):
        progress("extract", number, len(documents))
        yield next(crew)


def _remembered(memory: Book, document: Document, maker: str) -> Reading | None:
    """The reading that the book holds, with what its analyzer gave up; what was learned from another pile stays behind."""
    reading = memory.reading(document, maker)
    if reading is None:
        return None
    kept = tuple(note for note in reading.document.degraded if note not in document.degraded)
    return alone(replace(reading, document=replace(document, degraded=document.degraded + kept)))


def alone(reading: Reading) -> Reading:
    """The reading without what only its pile could tell."""
    document = reading.document
    if document.published is not None and document.published.basis == "sibling":
        document = replace(document, published=None)
    return replace(reading, document=document, sources=tuple(replace(source, identity=None) for source in reading.sources))


def _conclude(found: Found, settings: Settings, progress: Progress) -> Report:
    readings, linking = linked(found.readings, settings, progress)
    progress("assess", 0, None)
    assessment = assess(readings, linking, settings.assess)
    return Report(
        run=Run(version(), settings.digest, found.analyzer),
        readings=tuple(readings),
        claims=_by_id(assessment.claims),
        unseen=_by_id(linking.unseen),
        derivations=tuple(sorted(linking.derivations, key=lambda d: (d.document, d.from_, d.kind))),
        siblings=tuple(sorted(linking.siblings, key=lambda s: (s.documents, s.parent or ""))),
        ties=tuple(sorted(linking.ties, key=lambda t: (t.a, t.b))),
        findings=_by_id(assessment.findings),
        rejected=tuple(found.rejected),
        numbers=assessment.numbers,
    )


def _informed(reading: Reading, linking: Linking) -> Reading:
    """The reading with what only the whole pile could tell: a date from a sibling, who is who across pages."""
    document = reading.document
    if document.published is None and document.id in linking.dates:
        document = replace(document, published=linking.dates[document.id])
    sources = tuple(replace(source, identity=linking.identities.get(source.id, source.identity)) for source in reading.sources)
    return replace(reading, document=document, sources=sources)


def _by_id(records: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(records, key=lambda record: str(getattr(record, "id"))))  # noqa: B009 - T has an id, which no bound says yet


def attributions(text: str, settings: Settings | None = None, analyzer: Analyzer | None = None) -> Reading:
    """Who is credited with what in one text that is at hand: sources and statements, without a pile around it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(id=model.identify("document", digest, ""), place="", url=None, sha256=digest, text=text)
    return extract(document, analyzer or analyzers.by_name((settings or Settings()).analyzer))
