"""The room that reads: what the user typed -> documents, each with its text unchanged and what is known of the page.

The way: ``places`` makes inputs of what was typed, ``scan`` looks at their bytes, ``parsing`` makes pages of them (the one function
behind which foreign bytes are parsed), ``document`` says of each page its title, outlet, dates, furniture and language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Document, Rejected
from sayso.read.document import document
from sayso.read.names_of_hosts import named
from sayso.read.page import Refusal
from sayso.read.parsing import pages
from sayso.read.places import Input, inputs
from sayso.read.refrains import marked

__all__ = ["ReadOptions", "marked", "named", "read"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. ``mapping`` names the fields of records (ours -> theirs); ``max_bytes`` is the most one page may have."""

    mapping: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 20_000_000


def read(places: Sequence[str], options: ReadOptions) -> Iterator[Document | Rejected]:
    """Every page of the places in the order typed, and for everything that could not be read where and why.

    A file comes once, under the smallest of its spellings. Two files of one name and the same bytes are one document: it comes at
    each of its places, and who gathers documents by id keeps the smallest.
    """
    for source in inputs(places):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from _documents(source, options)


def _documents(source: Input, options: ReadOptions) -> Iterator[Document | Rejected]:
    base = source.path.name if source.path else "-"
    times: dict[str, int] = {}
    for page in pages(source.path, options.mapping, options.max_bytes):
        place = source.place if page.record is None else f"{source.place}#{page.record}"
        if isinstance(page, Refusal):
            yield Rejected(place, page.reason)
            continue
        name = base
        if page.record is not None and page.url is None:
            times[page.raw_sha256] = times.get(page.raw_sha256, 0) + 1
            name = base if times[page.raw_sha256] == 1 else f"{base}#{times[page.raw_sha256]}"
        yield document(page, place, name)
