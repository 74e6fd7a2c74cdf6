"""The whole way, from what the user typed to a report: read -> extract -> link -> assess. The only file that knows all rooms.

Values go in and come out. What is shown and written where is the door's business (``cli``), but for the book, which remembers
readings between runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from sayso import analyzers, model
from sayso.assess import assess
from sayso.contracts import Analyzer, Judgement
from sayso.extract import extract
from sayso.lexicon.roles import kind_of
from sayso.link import link
from sayso.model import ChainLink, Document, Linking, Reading, Rejected, Report, Run
from sayso.read import named, read
from sayso.settings import Settings
from sayso.store.book import Book
from sayso.store.judgements import judgements

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

    ``analyzer`` is a guest that is at hand; otherwise ``settings`` name one. Neither the order of ``places`` nor what the book
    remembers changes the report.
    """
    settings = settings or Settings()
    analyzer = analyzer or analyzers.by_name(settings.analyzer)
    documents, rejected = _read(places, settings, progress)
    if book is None:
        readings = [extract(document, analyzer) for document in _each(documents, progress)]
        return _conclude(readings, rejected, analyzer, settings, progress)
    with Book(book) as memory:
        maker = made_by(analyzer)
        readings = [_remembered(memory, document, maker) or extract(document, analyzer) for document in _each(documents, progress)]
        judged = judgements(memory)
        corrected = [_corrected(reading, judged) for reading in readings]
        settings = replace(settings, link=replace(settings.link, judgements=tuple(judged)))
        report = _conclude(corrected, rejected, analyzer, settings, progress)
        progress("save", 0, None)
        memory.save(report, maker, *([readings] if judged else []))
    return report


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
    return named([documents[key] for key in sorted(documents)]), [Rejected(*row) for row in sorted(rejected)]


def _each(documents: Sequence[Document], progress: Progress) -> Iterator[Document]:
    for number, document in enumerate(documents):
        progress("extract", number, len(documents))
        yield document


def _remembered(memory: Book, document: Document, maker: str) -> Reading | None:
    """The reading that the book holds, with what its analyzer gave up; what was learned from another pile stays behind."""
    reading = memory.reading(document, maker)
    if reading is None:
        return None
    kept = tuple(note for note in reading.document.degraded if note not in document.degraded)
    document = replace(document, degraded=document.degraded + kept)
    return replace(reading, document=document, sources=tuple(replace(source, identity=None) for source in reading.sources))


def _corrected(reading: Reading, judgements: Sequence[Judgement]) -> Reading:
    """The reading with the innermost sources that somebody judged."""
    names = {j.a: j.b for j in judgements if j.verdict == "source"}
    if not names.keys() & {s.id for s in reading.statements}:
        return reading
    statements = tuple(replace(s, chain=_from(s.chain, names[s.id])) if s.id in names else s for s in reading.statements)
    return replace(reading, statements=statements)


def _from(chain: tuple[ChainLink, ...], name: str) -> tuple[ChainLink, ...]:
    """A chain that ends in the source of this name."""
    return (*(chain[:-1] if len(chain) > 1 else chain), ChainLink(name, kind_of(name, None)))


def _conclude(
    readings: Sequence[Reading],
    rejected: Sequence[Rejected],
    analyzer: Analyzer,
    settings: Settings,
    progress: Progress,
) -> Report:
    progress("link", 0, None)
    linking = link(readings, settings.link)
    readings = [_informed(reading, linking) for reading in readings]
    progress("assess", 0, None)
    assessment = assess(readings, linking, settings.assess)
    return Report(
        run=Run(version(), settings.digest, model.Analyzer(analyzer.name, analyzer.model)),
        readings=tuple(readings),
        claims=_by_id(assessment.claims),
        unseen=_by_id(linking.unseen),
        derivations=tuple(sorted(linking.derivations, key=lambda d: (d.document, d.from_, d.kind))),
        siblings=tuple(sorted(linking.siblings, key=lambda s: (s.documents, s.parent or ""))),
        ties=tuple(sorted(linking.ties, key=lambda t: (t.a, t.b))),
        findings=_by_id(assessment.findings),
        rejected=tuple(rejected),
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


def version() -> str:
    """The installed version of sayso."""
    return metadata.version("sayso")


def made_by(analyzer: Analyzer) -> str:
    """Who makes readings: a digest of the analyzer and of this program's own code and tables.

    A version number alone would hand out readings of yesterday's rules while somebody works on today's.
    """
    digest = hashlib.sha256(f"{version()}\x1f{analyzer.name}\x1f{analyzer.model}".encode())
    for name, data in _files(resources.files("sayso")):
        if name.endswith((".py", ".json")):
            digest.update(f"\x1f{name}\x1f".encode() + data)
    return digest.hexdigest()[:20]


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        elif entry.is_file():
            yield f"{path}{entry.name}", entry.read_bytes()


def attributions(text: str, settings: Settings | None = None, analyzer: Analyzer | None = None) -> Reading:
    """Who is credited with what in one text that is at hand: sources and statements, without a pile around it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(id=model.identify("document", digest, ""), place="", url=None, sha256=digest, text=text)
    return extract(document, analyzer or analyzers.by_name((settings or Settings()).analyzer))
