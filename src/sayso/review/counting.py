"""Counting anew beside the answers: after a judgement, links and origins are worked out again in a thread of their own.

Nobody has to wait for a large pile; until it is done the screens show the counts of before and say so.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from sayso import recount
from sayso.errors import SaysoError
from sayso.store.book import Book


class Counting:
    """At most one recount at a time; one that comes too late for the newest judgement is followed by another."""

    def __init__(self, path: Path, failed: Callable[[str], None]) -> None:
        self.path, self.failed = path, failed
        self.problem = ""
        self._lock = threading.Lock()
        self._running: threading.Thread | None = None

    def begin(self, wait_s: float = 0.0) -> None:
        """See that a recount is on its way, and wait so long for its end."""
        with self._lock:
            if self._running is None or not self._running.is_alive():
                self._running = threading.Thread(target=self._count, name="recount", daemon=True)
                self._running.start()
            running = self._running
        if wait_s:
            running.join(wait_s)

    def _count(self) -> None:
        try:
            with Book(self.path) as book:
                while recount.recount(book) is not None:
                    pass
            self.problem = ""
        except SaysoError as error:
            self.problem = str(error)
            self.failed(self.problem)
