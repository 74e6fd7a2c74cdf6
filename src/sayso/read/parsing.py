"""The one function behind which foreign bytes are parsed: a path in, plain values out, so that it can run in a killable child."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copyfileobj
from typing import IO, cast

from sayso.read import plain, records, scan
from sayso.read.page import Page, Refusal

_OWN = re.compile(rb"<meta\s+name=[\"']generator[\"']\s+content=[\"']sayso[\"'\s/]", re.IGNORECASE)


def pages(path: Path | None, mapping: Mapping[str, str], max_bytes: int) -> Iterator[Page | Refusal]:
    """The pages of one file (None: standard input), and a refusal for whatever could not be read."""
    try:
        with _opened(path) as stream:
            yield from _pages(stream, path.name if path else "-", mapping, max_bytes)
    except OSError as error:
        yield Refusal(f"cannot be read ({(error.strerror or 'input error').lower()}); check its permissions and run again.")


def _opened(path: Path | None) -> IO[bytes]:
    if path is not None:
        return path.open("rb")
    kept = cast(IO[bytes], tempfile.SpooledTemporaryFile(max_size=64_000_000))  # noqa: SIM115  (closed by the caller's with)
    copyfileobj(sys.stdin.buffer, kept)
    kept.seek(0)
    return kept


def _pages(stream: IO[bytes], name: str, mapping: Mapping[str, str], max_bytes: int) -> Iterator[Page | Refusal]:
    head = stream.read(scan.HEAD)
    stream.seek(0)
    if not head.strip():
        yield Refusal("empty; nothing to read.")
        return
    refused = scan.binary(head)
    if refused:
        yield refused
        return
    kind = scan.kind(head, name)
    if kind == "json_lines":
        yield from _lined(stream, mapping, max_bytes)
        return
    if kind == "csv":
        yield from records.table(stream.read(), mapping, name)
        return
    raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        yield Refusal(
            f"larger than {max_bytes:,} bytes, the most one page may have; split it, or write one record a line (.jsonl)."
        )
    elif kind == "json":
        yield from records.json_array(raw, mapping)
    elif kind in ("html", "feed"):
        yield from _marked_up(raw, kind)
    else:
        yield plain.page(raw)


def _marked_up(raw: bytes, kind: str) -> Iterator[Page | Refusal]:
    from sayso.read import feed, html  # trafilatura takes 0.9 s to import; plain text needs none of it

    refused = scan.too_deep(raw)
    if refused:
        yield refused
    elif _OWN.search(raw, 0, scan.HEAD):
        yield Refusal("sayso's own report and no page; keep reports out of the folder, or name the pages directly.")
    elif kind == "feed":
        yield from feed.pages(raw)
    else:
        yield html.page(raw)


def _lined(stream: IO[bytes], mapping: Mapping[str, str], max_bytes: int) -> Iterator[Page | Refusal]:
    """Records line by line; a line over the limit is refused by its number and skipped unread."""
    for number, raw in enumerate(_cut(stream, max_bytes), 1):
        if raw is None:
            yield Refusal(f"a line of more than {max_bytes:,} bytes, the most one page may have; cut the record.", number)
        elif raw.strip():
            yield records.json_line(raw, number, mapping)


def _cut(stream: IO[bytes], max_bytes: int) -> Iterator[bytes | None]:
    while raw := stream.readline(max_bytes + 1):
        if len(raw) <= max_bytes or raw.endswith(b"\n"):
            yield raw
            continue
        while (more := stream.readline(max_bytes)) and not more.endswith(b"\n"):
            pass
        yield None
