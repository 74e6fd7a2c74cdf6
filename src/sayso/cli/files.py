"""Files that commands write: whole or not at all, and never over something that sayso did not write itself."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sayso.errors import SaysoError

OURS = (
    b'name="generator" content="sayso',
    b'"schema": "sayso/1"',
    b'"urn:sayso:',
    b"<creator>sayso ",
    b'{"id": "sayso-',
    b"sayso case bundle, form ",
)
"""One of these stands in the head of what sayso writes (show/templates, show/exports); a newer one may replace such a file."""
HEAD = 4096


class BookFile(click.Path):
    """A book that is there; for one that is not, the message says how a book is made."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of a file that exists."""
        if Path(value).is_dir():
            self.fail(f"{value} is a folder; make a book of its pages first: sayso trace {value} --book pile.sqlite", param, ctx)
        if not Path(value).exists():
            typed = ctx.params.get("sentence") if ctx else None
            if typed and Path(typed).is_file():
                self.fail(f"the sentence comes first, then the book: sayso find '{value}' {typed}", param, ctx)
            self.fail(f"there is no file {value}; sayso trace FOLDER --book {value} makes that book", param, ctx)
        return super().convert(value, param, ctx)


def check(file: Path, force: bool = False) -> None:
    """Raise SaysoError, before any work is done, when ``write`` would have to refuse."""
    if file.is_dir():
        raise SaysoError(f"{file}: is a folder; name the file to write")
    if not file.parent.is_dir():
        raise SaysoError(f"{file}: there is no folder {file.parent}; make it first")
    if file.exists() and not force and not _ours(file):
        raise SaysoError(f"{file}: exists and was not written by sayso; choose another name, or say --force to replace it")
    with placed(file), tempfile.TemporaryFile(dir=file.parent):  # what is found after minutes of work is found too late
        pass


def write(file: Path, text: str | bytes, force: bool = False) -> None:
    """Write ``text``: into a temporary file beside it, to the disk, then under its name. A reader never sees half a report."""
    check(file, force)
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    with placed(file):
        _write(file, data)


@contextlib.contextmanager
def placed(place: Path) -> Iterator[None]:
    """Say where nothing can be written: the place as typed, not the temporary file beside it, which nobody knows."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(place)) from error


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o666 & ~file_mask())
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _ours(file: Path) -> bool:
    with file.open("rb") as start:
        head = start.read(HEAD)
    return any(mark in head for mark in OURS) or not head


def file_mask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
