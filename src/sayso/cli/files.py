"""Files that commands write: whole or not at all, and never over something that sayso did not write itself."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from sayso.errors import SaysoError

OURS = b'name="generator" content="sayso'
"""Stands in the head of every report (show/templates); what carries it may be replaced by a newer one."""
HEAD = 4096


def check(file: Path, force: bool = False) -> None:
    """Raise SaysoError, before any work is done, when ``write`` would have to refuse."""
    if file.is_dir():
        raise SaysoError(f"{file}: is a folder; name the file to write")
    if not file.parent.is_dir():
        raise SaysoError(f"{file}: there is no folder {file.parent}; make it first")
    if file.exists() and not force and not _ours(file):
        raise SaysoError(f"{file}: exists and is no report of sayso; choose another name, or say --force to replace it")


def write(file: Path, text: str, force: bool = False) -> None:
    """Write ``text``: into a temporary file beside it, to the disk, then under its name. A reader never sees half a report."""
    check(file, force)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode("utf-8", "replace"))
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o666 & ~_mask())
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _ours(file: Path) -> bool:
    with file.open("rb") as start:
        head = start.read(HEAD)
    return OURS in head or not head


def _mask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
