"""Folders that commands write: whole or not at all, with a list of sums in them, by which the next run knows what is its own.

A folder is replaced only where every file in it is listed there and unchanged: nothing that somebody put or edited in it is lost,
and nothing of an earlier export stays behind in a later one, which may have names withheld.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sayso.cli.files import file_mask, placed
from sayso.errors import SaysoError

SUMS = "SHA256SUMS"


def check(folder: Path) -> None:
    """Raise SaysoError, before any work is done, when ``write`` would have to refuse."""
    if not folder.parent.is_dir():
        raise SaysoError(f"{folder}: there is no folder {folder.parent}; make it first")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise SaysoError(f"{folder}: is no folder; this form is a folder of files: name one that is empty or not there yet")
    if folder.is_dir() and (strange := _strange(folder)):
        raise SaysoError(
            f"{folder}: {strange} in it was not written by sayso, or was changed since; choose an empty folder, or a new one"
        )
    with placed(folder), tempfile.TemporaryFile(dir=folder.parent):
        pass


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files and their sums into a folder beside it, to the disk, then under its name."""
    check(folder)
    listed = dict(files)
    listed[SUMS] = "".join(f"{hashlib.sha256(files[n]).hexdigest()}  {n}\n" for n in sorted(files)).encode()
    with placed(folder):
        _write(folder, listed)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, data in sorted(files.items()):
            file = new / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        if folder.is_dir():
            shutil.rmtree(folder)  # all of it is ours and unchanged: check has seen to that
        new.chmod(0o777 & ~file_mask())
        os.replace(new, folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _strange(folder: Path) -> str:
    """The first file that is not as the list of sums in the folder has it; empty where there is none."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        lines = []
    except (OSError, UnicodeDecodeError):
        return SUMS
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            return name
        if path.is_file() and name != SUMS and hashlib.sha256(path.read_bytes()).hexdigest() != sums.get(name):
            return name
    return ""
