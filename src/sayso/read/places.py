"""What the user typed, made into inputs: files, folders (whole, sorted), globs, "-" for standard input, "@list" for a list."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.model import Rejected

ENDINGS = {
    ".txt",
    ".text",
    ".html",
    ".htm",
    ".xhtml",
    ".jsonl",
    ".ndjson",
    ".json",
    ".csv",
    ".tsv",
    ".md",
    ".xml",
    ".rss",
    ".atom",
    "",
}
"""What is taken from a folder; other files there are left alone. A file named on the command line is read whatever it is called."""
DEEPEST_LIST = 3
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.")


@dataclass(frozen=True, slots=True)
class Input:
    """One input: the place as typed, and the file behind it (None is standard input)."""

    place: str
    path: Path | None


def inputs(places: Sequence[str], depth: int = 0) -> Iterator[Input | Rejected]:
    """Every input once, in the order typed, a folder's files by name; a file typed in two spellings has the smaller one."""
    found = list(_all(places, depth))
    smallest: dict[str, Input] = {}
    for source in found:
        if isinstance(source, Input):
            key = _key(source)
            smallest[key] = min(smallest.get(key, source), source, key=lambda s: s.place)
    for source in found:
        if isinstance(source, Rejected):
            yield source
        elif (first := smallest.pop(_key(source), None)) is not None:
            yield first


def _key(source: Input) -> str:
    return os.path.realpath(source.path) if source.path else "-"


def _all(places: Sequence[str], depth: int) -> Iterator[Input | Rejected]:
    for place in places:
        if place == "-":
            yield Input("-", None)
        elif place.startswith("@") and not os.path.lexists(place):
            yield from _list(place, depth)
        elif os.path.isdir(place):
            yield from _folder(place)
        elif os.path.lexists(place):
            yield _file(place)
        elif ADDRESS.match(place):
            yield Rejected(place, "an address; sayso fetches nothing: save the page as HTML and give that file.")
        elif glob.has_magic(place):
            matches = sorted(glob.glob(place, recursive=True))
            if not matches:
                yield Rejected(place, "matches no file; check the pattern.")
            for match in matches:
                yield from _folder(match) if os.path.isdir(match) else [_file(match)]
        else:
            yield Rejected(place, "no such file or folder; check the name.")


def _file(place: str) -> Input | Rejected:
    path = Path(place)
    if not path.exists():
        return Rejected(place, "a link that leads nowhere; correct or delete it.")
    if not path.is_file():
        return Rejected(place, "not a regular file (a pipe or device); give it as - on standard input.")
    return Input(place, path)


def _list(place: str, depth: int) -> Iterator[Input | Rejected]:
    if depth >= DEEPEST_LIST:
        yield Rejected(place, f"lists nested more than {DEEPEST_LIST} deep; name the places directly.")
        return
    try:
        listed = Path(place[1:]).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        yield Rejected(place, f"the list cannot be read ({_why(error)}); check the name after @.")
        return
    wanted = [line.strip() for line in listed if line.strip() and not line.lstrip().startswith("#")]
    if not wanted:
        yield Rejected(place, "the list names no place; write one a line.")
    yield from _all(wanted, depth + 1)


def _folder(place: str) -> Iterator[Input | Rejected]:
    """All files of a folder that may be pages. Links that lead out of it are not followed, and hidden files are left alone."""
    root = os.path.realpath(place)
    found = False
    for folder, below, files in os.walk(place, followlinks=False):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or path.suffix.lower() not in ENDINGS:
                continue
            found = True
            if path.is_symlink() and os.path.commonpath([root, os.path.realpath(path)]) != root:
                yield Rejected(str(path), "a link out of the folder, not followed; name its target directly.")
            else:
                yield _file(str(path))
    if not found:
        yield Rejected(place, "a folder without pages (.txt, .html, .jsonl, .csv …); check the name.")


def _why(error: Exception) -> str:
    return error.strerror or "cannot be opened" if isinstance(error, OSError) else "not UTF-8"
