"""Several processes that search pages at once: the same readings in the same order, sooner by the clock.

A reading depends on its page and the analyzer alone, so nobody can tell afterwards who made it. Processes are started anew
(``spawn``) everywhere, since a copy of this one (``fork``) may hang where it has threads; each then imports sayso, loads the
model and fills its tables, which takes it three seconds and 0.2 GB. What several cannot do, this process does alone.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from sayso import analyzers
from sayso.contracts import Analyzer, Attributed
from sayso.extract import extract
from sayso.model import Document, Reading, Span

WORTH = 200_000
"""Code points of text for each process: as much work (fifty news pages, ten seconds) as thrice what it takes to start."""
CHUNK = 4
"""Pages handed over at once: a second's work."""
AHEAD = 2
"""Chunks that wait for each process: enough that none is idle, few enough that a large pile is not held twice."""
_mine: list[Analyzer] = []


class Crew:
    """An analyzer with other processes at hand: ``analyzer``, which settings call ``name``, in at most so many of them."""

    def __init__(self, analyzer: Analyzer, name: str, most: int) -> None:
        self.analyzer, self.called, self.most = analyzer, name, most
        self.name, self.model = analyzer.name, analyzer.model

    def attributions(self, document: Document, sentences: Sequence[Span]) -> Sequence[Attributed]:
        """As the analyzer finds them."""
        return self.analyzer.attributions(document, sentences)

    def readings(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """The yield of each document, in their order."""
        done, hands = 0, min(self.most, sum(len(d.text) for d in documents) // WORTH)
        if hands > 1 and analyzers.repeatable(self.analyzer, self.called):
            # Whatever goes wrong there (no further process allowed, one ended for want of memory, a defect) is tried again here.
            with suppress(Exception):
                for reading in _shared(documents, self.called, self.model, hands):
                    yield reading
                    done += 1
        for document in documents[done:]:
            yield extract(document, self.analyzer)


def _shared(documents: Sequence[Document], name: str, model: str | None, hands: int) -> Iterator[Reading]:
    from concurrent.futures import Future, ProcessPoolExecutor  # takes as long as ``sayso --help``, and few piles are large
    from multiprocessing import get_context

    chunks = (list(documents[n : n + CHUNK]) for n in range(0, len(documents), CHUNK))
    pool = ProcessPoolExecutor(hands, get_context("spawn"), _begin, (name, model))
    try:
        waiting: deque[Future[list[Reading]]] = deque(pool.submit(_extract, c) for c in islice(chunks, hands * AHEAD))
        while waiting:
            found = waiting.popleft().result()
            waiting.extend(pool.submit(_extract, c) for c in islice(chunks, 1))
            yield from found
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(name: str, model: str | None) -> None:
    """In a new process: get the analyzer; an interrupt is the first process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    analyzer = analyzers.by_name(name)
    if analyzer.model != model:
        raise ValueError("another model stands at this place by now")
    _mine[:] = [analyzer]


def _extract(documents: Sequence[Document]) -> list[Reading]:
    return [extract(document, _mine[0]) for document in documents]
