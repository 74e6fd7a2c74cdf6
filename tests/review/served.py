"""The app on a real socket, for a real browser."""

from __future__ import annotations

import itertools
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from sayso.review.app import Opened, opened
from sayso.review.guard import Lock
from tests import chromium


@contextmanager
def served(book: Path, by: str = "AB") -> Iterator[Lock]:
    """The lock of an app that answers on 127.0.0.1 until the block ends."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    numbers = itertools.count(1)
    lock = Lock(listening.getsockname()[1], "session-secret", lambda: f"token-{next(numbers)}")
    app = opened(Opened(book, lock, lambda: "2041-06-01T10:00:00Z", by))
    server = uvicorn.Server(uvicorn.Config(app, http="h11", ws="none", lifespan="off", log_level="error", date_header=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield lock
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


class Tab(chromium.Tab):
    """A tab that the app has let in."""

    def __init__(self, browser: Any, lock: Lock, **options: Any) -> None:
        super().__init__(browser, f"http://127.0.0.1:{lock.port}/", **options)
        self.page.goto(lock.link())

    def open(self, path: str) -> int:
        answer = self.page.goto(self.home + path.removeprefix("/"))
        return answer.status if answer else 0

    def tab_to(self, test: str, most: int = 250) -> None:
        """Press Tab until the focused element fits, as somebody without a mouse does."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"(() => {{ const e = document.activeElement; return Boolean({test}); }})()"):
                return
        raise AssertionError(f"no Tab leads to {test}")
