"""What the command line says on standard error, and how: one line at a time, safe to print."""

from __future__ import annotations

import sys
import threading
import unicodedata
from collections.abc import Callable
from types import TracebackType
from typing import Any, TextIO, TypeVar

import click

PATIENCE = 1.0
"""Seconds before progress is shown at all: what is done sooner needs no bar."""
LIVE, PLAIN = 0.2, 5.0
"""Seconds between two updates: a line that rewrites itself on a terminal, new lines in a log."""
STILL = 60.0
"""Seconds after which a log is told the same once more: a page of a megabyte is looked at for minutes, and no line says less."""
DOING = {
    "read": "reading",
    "extract": "finding who says what",
    "link": "comparing statements",
    "assess": "counting origins",
    "save": "saving",
}

F = TypeVar("F", bound=Callable[..., Any])


def debug(command: F) -> F:
    """Give a command the option ``--debug``; ``main`` looks for the word itself, as an error may come before options are parsed."""
    return click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback when something fails.")(command)


def printable(text: str) -> str:
    """The text on one line, without control characters: a file's name or a page's words must not move the cursor."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in text)


def say(message: str) -> None:
    """One line to the user on standard error."""
    click.echo(f"sayso: {printable(message)}", err=True)


class Progress:
    """Shows how far it is, once it has taken longer than a second; a thread does so, whatever the work is busy with."""

    def __init__(self, stream: TextIO | None = None, patience: float = PATIENCE, every: float | None = None) -> None:
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()
        self.patience = patience
        self.every = every if every is not None else (LIVE if self.live else PLAIN)
        self.now: tuple[str, int, int | None] = ("read", 0, None)
        self.width = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._show, name="progress", daemon=True)

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """What ``casebook.trace`` calls."""
        self.now = (stage, done, total)

    def __enter__(self) -> Progress:
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.over.set()
        self.thread.join()
        if self.live and self.width:
            self.stream.write("\r" + " " * self.width + "\r")
            self.stream.flush()

    def _show(self) -> None:
        wait, last, since = self.patience, "", 0.0
        while not self.over.wait(wait):
            wait = self.every
            line = _line(*self.now)
            since += wait
            if self.live:
                self.stream.write("\r" + line.ljust(self.width))
            elif line != last or since >= STILL:
                self.stream.write(line + "\n")
                last, since = line, 0.0
            self.width = len(line)
            self.stream.flush()


def _line(stage: str, done: int, total: int | None) -> str:
    far = f" {done}/{total}" if total is not None else f" {done}" if done else ""
    return f"sayso: {DOING.get(stage, stage)}{far} …"
