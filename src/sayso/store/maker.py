"""Who makes readings: what a reading in the book must have been made by to be handed out again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from sayso.contracts import Analyzer


@cache
def version() -> str:
    """The installed version of sayso; looked up on the disk once: it took a fiftieth of a run over two short pages."""
    return metadata.version("sayso")


def made_by(analyzer: Analyzer) -> str:
    """Who makes readings: a digest of the analyzer and of this program's own code and tables.

    A version number alone would hand out readings of yesterday's rules while somebody works on today's.
    """
    digest = hashlib.sha256(f"{version()}\x1f{analyzer.name}\x1f{analyzer.model}".encode())
    for name, data in _files(resources.files("sayso")):
        if name.endswith((".py", ".json")):
            digest.update(f"\x1f{name}\x1f".encode() + data)
    return digest.hexdigest()[:20]


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry, f"{path}{entry.name}/")
        elif entry.is_file():
            yield f"{path}{entry.name}", entry.read_bytes()
