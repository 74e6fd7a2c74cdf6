"""Fiction for the tests of the reading room, and a shortcut to read it."""

from __future__ import annotations

from pathlib import Path

from sayso.model import Document, Rejected
from sayso.read import ReadOptions, read

PROSE = "The harbour master of Orle said that the last ferry had left before the storm reached the outer pier."
MORE = "Two sailors were treated in the small hospital of the town, according to a nurse who works there."


def documents(*places: Path | str, **options: object) -> list[Document]:
    found = [x for x in read([str(p) for p in places], ReadOptions(**options)) if isinstance(x, Document)]  # type: ignore[arg-type]
    return found


def rejected(*places: Path | str, **options: object) -> list[Rejected]:
    return [x for x in read([str(p) for p in places], ReadOptions(**options)) if isinstance(x, Rejected)]  # type: ignore[arg-type]


def written(folder: Path, text: str | bytes, name: str = "page.txt") -> Document:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    found = documents(path)
    assert len(found) == 1
    return found[0]


def marked(document: Document) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for f in document.furniture:
        out.setdefault(f.kind, []).append(f.span.of(document.text))
    return out
