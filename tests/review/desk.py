"""A book of a small invented pile, and somebody who sends requests to the app without a socket."""

from __future__ import annotations

import asyncio
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sayso import casebook
from sayso.review.app import Opened, opened
from sayso.review.guard import Lock
from sayso.settings import Settings

PORT = 53817
HOST = f"127.0.0.1:{PORT}"
PAGES = {
    "calla.html": (
        "Port Herald",
        "2041-05-02",
        "Ferry Calla sinks off Port Sellow with 214 aboard",
        "The ferry Calla sank off Port Sellow on Friday with 214 passengers, the harbour office said.\n"
        "“Nobody told us that the bow door was open,” said harbour master Ivo Tarn.\n"
        "The shipping company denied that the door was open.",
    ),
    "evening.html": (
        "Evening Post",
        "2041-05-03",
        "Calla: 214 passengers",
        "With 214 passengers aboard the ferry Calla has sunk off Port Sellow, said the harbour office, according to the "
        "Port Herald.\n"
        "Tarn said that nobody had told them that the bow door was open.",
    ),
    "rye.html": (
        "Valley Wire",
        "2041-05-03",
        "Bakers of Tolm want a lower flour tax",
        "The bakers of Tolm want a lower flour tax, guild master Oda Brinkvale said.\n"
        "The tax rose from 40 crowns to 60 crowns in March, Brinkvale said.",
    ),
}


def pile(folder: Path, pages: dict[str, tuple[str, str, str, str]] | None = None) -> list[str]:
    """The pages as files."""
    out = []
    for name, (outlet, day, title, text) in (pages or PAGES).items():
        body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
        made_on = f'<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="{outlet}">'
        head = f"<title>{title}</title>{made_on}"
        (folder / name).write_text(
            f"<!doctype html><html lang=en><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>",
            "utf-8",
        )
        out.append(str(folder / name))
    return out


def made(folder: Path) -> Path:
    """A book of the pile."""
    book = folder / "pile.book"
    casebook.trace(pile(folder), Settings(analyzer="rules"), book)
    return book


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    def header(self, name: str) -> str:
        return next((v for k, v in self.headers if k == name), "")


@dataclass
class Reader:
    """A browser that has been let in, reduced to what it sends."""

    book: Path
    writable: bool = True
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = itertools.count(1)
        self.lock = Lock(PORT, "session-secret", lambda: f"token-{next(numbers)}", self.links.append)
        self.app = opened(Opened(self.book, self.lock, lambda: "2041-06-01T10:00:00Z", "AB", self.writable))

    @property
    def cookie(self) -> tuple[str, str]:
        return "cookie", f"sayso-{PORT}=session-secret"

    def send(self, method: str, path: str, headers: list[tuple[str, str]], body: bytes = b"") -> Answer:
        """One request with exactly these headers."""
        target, _, query = path.partition("?")
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": target,
            "raw_path": target.encode(),
            "query_string": query.encode(),
            "headers": [(k.encode("latin-1"), v.encode("latin-1")) for k, v in headers],
            "client": ("127.0.0.1", 40000),
            "server": ("127.0.0.1", PORT),
        }
        got: list[dict[str, Any]] = []
        sent = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(sent, {"type": "http.disconnect"})

        async def send(message: Any) -> None:
            got.append(message)

        asyncio.run(self.app(scope, receive, send))
        head = got[0]
        return Answer(
            head["status"],
            [(k.decode("latin-1").lower(), v.decode("latin-1")) for k, v in head["headers"]],
            b"".join(m.get("body", b"") for m in got[1:]),
        )

    def get(self, path: str) -> Answer:
        return self.send("GET", path, [("host", HOST), self.cookie, ("sec-fetch-site", "same-origin")])

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        headers = [
            ("host", HOST),
            self.cookie,
            ("sec-fetch-site", "same-origin"),
            ("origin", "null"),
            ("content-type", "application/x-www-form-urlencoded"),
        ]
        return self.send("POST", path, headers, urlencode(fields).encode())

    @property
    def version(self) -> str:
        found = re.search(r'name="version" value="([^"]+)"', self.get("/").text)
        assert found
        return found[1]

    def act(self, act: str, *fields: tuple[str, str], goal: str = "/", version: str = "") -> Answer:
        """Send a form as the page holds it."""
        path = "/undo" if act == "undo" else "/judge"
        base = [("token", self.lock.form), ("version", version or self.version), ("next", goal), ("act", act)]
        return self.post(path, [*base, *fields])
