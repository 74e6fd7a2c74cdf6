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

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


class Tab:
    """A tab that counts what ran, what was asked for outside, and what a policy stopped."""

    def __init__(self, browser: Any, lock: Lock, **options: Any) -> None:
        self.home = f"http://127.0.0.1:{lock.port}"
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(90_000)  # a machine that others use may be slow; nothing here waits for it to be quick
        self.page = self.context.new_page()
        self.page.add_init_script("window.hits = []; window.hit = n => window.hits.push(n);")
        self.asked: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self.page.goto(lock.link())

    def open(self, path: str) -> int:
        answer = self.page.goto(self.home + path)
        return answer.status if answer else 0

    @property
    def hits(self) -> list[int]:
        return list(self.page.evaluate("window.hits"))

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(self.home + "/")]

    def tab_to(self, test: str, most: int = 250) -> None:
        """Press Tab until the focused element fits, as somebody without a mouse does."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"(() => {{ const e = document.activeElement; return Boolean({test}); }})()"):
                return
        raise AssertionError(f"no Tab leads to {test}")
