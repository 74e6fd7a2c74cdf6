"""``sayso review``: the book in a browser on this machine, with judgements."""

from __future__ import annotations

import os
import secrets
import socket
import webbrowser
from contextlib import suppress
from pathlib import Path

import click

from sayso.cli import clock
from sayso.cli.files import BookFile
from sayso.cli.words import debug, say
from sayso.errors import SaysoError

SECRET_BYTES = 32


@click.command(short_help="Open a book in a browser on this machine, and judge.")
@click.argument("book", type=BookFile())
@click.option("--port", type=click.IntRange(1, 65535), help="Listen on this port (otherwise a free one is taken).")
@click.option(
    "--by", default="", metavar="NAME", help="Whose judgements these are; it stands in the log. Without it nobody is named there."
)
@click.option("--read-only", is_flag=True, help="Show everything and change nothing.")
@click.option("--no-open", is_flag=True, help="Only print the link; do not open the browser.")
@debug
def review(book: Path, port: int | None, by: str, read_only: bool, no_open: bool) -> int:
    """Show BOOK in a browser on this machine: claims, pages side by side, what is worth a decision; write judgements down.

    It listens on 127.0.0.1 alone. The link that is printed opens it once; the browser that used it keeps the key until it ends.
    Nothing is loaded from anywhere else. Ctrl-C stops it.
    """
    from sayso.review.app import Opened, opened
    from sayso.review.guard import Lock
    from sayso.store import reports
    from sayso.store.book import Book

    with Book(book) as memory:
        reports.made(memory)
    listening = _listening(port)
    number = listening.getsockname()[1]
    lock = Lock(number, secrets.token_urlsafe(SECRET_BYTES), lambda: secrets.token_urlsafe(SECRET_BYTES), _told)
    writable = not read_only and os.access(book, os.W_OK)
    app = opened(Opened(book, lock, clock.now, by, writable, say))
    link = lock.link()
    click.echo(link)
    say("open this link, it works once; Ctrl-C stops" + ("" if writable else "; nothing can be changed"))
    if not no_open:
        webbrowser.open(link)
    _serve(app, listening)
    return 0


def _listening(port: int | None) -> socket.socket:
    """A socket of this machine alone."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port or 0))
        listening.listen(64)  # before the link is told: whoever is quicker than the server waits instead of being refused
    except OSError as error:
        listening.close()
        raise SaysoError(f"--port {port}: cannot be listened to ({error.strerror}); leave --port out, or choose another") from None
    return listening


def _serve(app: object, listening: socket.socket) -> None:
    """Answer until somebody presses Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        http="h11",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    with suppress(KeyboardInterrupt):  # how one stops it; uvicorn has sent the last answers before it lets this through
        uvicorn.Server(config).run(sockets=[listening])


def _told(link: str) -> None:
    say(f"the link was used; another browser may use {link}")
