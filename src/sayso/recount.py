"""A run worked out anew from the book, under the judgements that hold now: nothing is read again."""

from __future__ import annotations

import msgspec

from sayso.casebook import Found, Progress, alone, into, judged
from sayso.contracts import Judgement
from sayso.model import Rejected, Report
from sayso.settings import Settings
from sayso.store import reports
from sayso.store.book import Book
from sayso.store.judgements import judgements


def _nobody(stage: str, done: int, total: int | None) -> None:
    """Nobody wants to know how far it is."""


def due(memory: Book) -> bool:
    """Whether the last run was made with other judgements than those that hold now."""
    return reports.made(memory).judgements != tuple(judgements(memory))


def recount(memory: Book, progress: Progress = _nobody) -> Report | None:
    """The last run with links and counts worked out anew and kept; None where that is not due."""
    if not due(memory):
        return None
    run = reports.made(memory)
    return into(memory, run.maker, found(memory, run), msgspec.json.decode(run.options, type=Settings), progress)


def supposed(memory: Book, judgement: Judgement) -> Report:
    """What ``recount`` would make of one judgement more; nothing is kept."""
    run = reports.made(memory)
    held = (*judgements(memory), judgement)
    return judged(found(memory, run), held, msgspec.json.decode(run.options, type=Settings))


def found(memory: Book, run: reports.Made) -> Found:
    """What a run was made from, as the book holds it."""
    pages = [row[0] for row in memory.rows("SELECT document FROM run_documents WHERE run = ?", run.id)]
    rejected = [Rejected(*row) for row in memory.rows("SELECT place, reason FROM rejected WHERE run = ? ORDER BY 1, 2", run.id)]
    return Found([alone(reading) for reading in reports.remembered(memory, run, pages)], rejected, run.run.analyzer)
