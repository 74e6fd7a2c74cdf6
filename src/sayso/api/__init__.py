"""The door for programs: a pile of pages as one value that can be asked, looked at in a notebook, and judged.

Everything here is the casebook's, the book's or the report's; nothing is worked out a second time. Unlike the command line it reads
neither ``sayso.toml`` nor the environment: what steers a run is what is handed in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from sayso import casebook
from sayso.api.pile import Claims, Pile, TracedClaim
from sayso.api.reasons import Explanation
from sayso.api.told import Attributions
from sayso.contracts import Analyzer
from sayso.settings import Settings

__all__ = ["Attributions", "Claims", "Explanation", "Pile", "TracedClaim", "attributions", "open", "trace"]


def trace(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    settings: Settings | None = None,
    book: str | os.PathLike[str] | None = None,
    analyzer: Analyzer | None = None,
) -> Pile:
    """Trace the claims of these files, folders and quoted globs. With ``book``, the pages and judgements stay in that SQLite file.

    ``analyzer`` is one of your own (docs/analyzers.md); otherwise ``settings`` name one.
    """
    return Pile(None if book is None else Path(book)).trace(paths, settings, analyzer)


def open(book: str | os.PathLike[str]) -> Pile:
    """The pile that a book holds, as its last run left it and under the judgements that hold now.

    A file that does not exist yet is made by the first ``trace``.
    """
    return Pile(Path(book))


def attributions(text: str, settings: Settings | None = None, analyzer: Analyzer | None = None) -> Attributions:
    """Who is credited with what in one text that is at hand: sources and statements, without a pile around it."""
    reading = casebook.attributions(text, settings, analyzer)
    return Attributions(reading.document, reading.sources, reading.statements)
