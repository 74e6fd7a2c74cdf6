"""A bundle checked: container, sums, passages, judgements, and that every form in it follows from its records.

A fault says what is wrong, where, and why. The container is checked last and whole: it is made anew from its members and compared
byte by byte, so that no byte in it can change unseen. All that is read is foreign input: sizes are bounded, nothing is unpacked
to a disk.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sayso.model import ChainLink, Report, Span, Statement
from sayso.show.exports.bundle import CASE, JUDGEMENTS, SUMS, made_from, zipped
from sayso.show.exports.characters import whole
from sayso.show.records import from_records

LARGEST = 4_000_000_000
"""Bytes of all members together."""
MEMBERS = 1_000_000
BEGINNING = "0" * 64
"""What the first judgement holds for the row before it."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_SUM = re.compile(r"([0-9a-f]{64})  (\S+)")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    KeyError,
    OverflowError,
)
"""What zipfile raises on damaged files."""


@dataclass(slots=True)
class Checked:
    """What a check found: faults as (where, what and why); ``counted`` what was looked at; ``notes`` what could not be checked."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    digest: str = ""

    def fault(self, where: str, why: str) -> None:
        """Write one down."""
        self.faults.append((where, why))

    def count(self, what: str, number: int = 1) -> None:
        """Say how much was looked at."""
        self.counted[what] = self.counted.get(what, 0) + number


def check(data: bytes, version: str, digest: Callable[[Sequence[Any]], str]) -> Checked:
    """Everything that can be said of a bundle; ``version`` is this program's, ``digest`` that of a row of judgements."""
    out = Checked()
    members = _members(data, out)
    if members is None:
        return out
    _sums(members, out)
    report, rows = _report(members, out)
    if report is not None:
        _texts(report, members, out)
        _spans(report, rows, out)
        _annotations(report, members, out)
        _raw(report, members, out)
    _judgements(members, digest, out)
    if report is not None and not out.faults:
        _made_again(report, members, version, out)
    if not out.faults:
        _container(data, members, out)
    return out


def _members(data: bytes, out: Checked) -> dict[str, bytes] | None:
    """The members by name; None where there is nothing to go on with."""
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MEMBERS or sum(i.file_size for i in infos) > LARGEST:
                out.fault("the file", f"has more than {MEMBERS:,} members or {LARGEST:,} bytes in them; it is no bundle of sayso")
                return None
            for info in infos:
                if not _NAME.fullmatch(info.filename) or info.filename in found or info.flag_bits & 1:
                    out.fault(repr(info.filename)[:200], "is a name that no bundle has, stands in it twice, or is encrypted")
                    return None
                found[info.filename] = archive.read(info)
    except BROKEN as error:
        out.fault("the file", f"is no ZIP file, or a damaged one ({str(error) or type(error).__name__})")
        return None
    if SUMS not in found or CASE not in found:
        out.fault("the file", f"has no {SUMS if SUMS not in found else CASE} in it; it is no bundle of sayso, or a part is missing")
        return None
    out.digest = hashlib.sha256(found[SUMS]).hexdigest()
    return found


def _sums(members: Mapping[str, bytes], out: Checked) -> None:
    listed: dict[str, str] = {}
    for number, line in enumerate(members[SUMS].decode("utf-8", "replace").splitlines(), 1):
        if m := _SUM.fullmatch(line):
            listed[m[2]] = m[1]
        else:
            out.fault(SUMS, f"line {number} is not a digest and a name")
    for name in sorted(listed.keys() | members.keys() - {SUMS}):
        if name not in members:
            out.fault(name, f"is listed in {SUMS} and missing")
        elif name not in listed:
            out.fault(name, f"is not listed in {SUMS}: it was added")
        elif hashlib.sha256(members[name]).hexdigest() != listed[name]:
            out.fault(name, f"was changed: its digest is not the one in {SUMS}")
        out.count("members")


def _report(members: Mapping[str, bytes], out: Checked) -> tuple[Report | None, dict[str, Any]]:
    try:
        rows = json.loads(members[CASE])
        return from_records(rows), rows
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, msgspec.ValidationError) as error:
        out.fault(CASE, f"is no sayso/1 document ({str(error)[:200] or type(error).__name__})")
        return None, {}


def _texts(report: Report, members: Mapping[str, bytes], out: Checked) -> None:
    for d in (r.document for r in report.readings):
        name = f"texts/{d.id}.txt"
        stored = members.get(name)
        if stored is None:
            out.fault(name, f"is missing: the text of {d.place}")
        elif stored != whole(d.text).encode():
            out.fault(name, f"is not the text that {CASE} has for {d.place}")
        out.count("texts")


def _spans(report: Report, rows: Mapping[str, Any], out: Checked) -> None:
    """Every place lies in its text, and every quotation is what stands there."""
    texts = {r.document.id: r.document.text for r in report.readings}
    for row in rows["statements"]:
        text = texts.get(row["document"], "")
        start, end = row["span"]
        if text[start:end] != row.get("quote"):
            out.fault(f"statement {row['id']}", f"does not quote what stands at {start}–{end} of document {row['document']}")
    for where, document, span in _places(report):
        out.count("passages")
        if document not in texts:
            out.fault(where, f"stands in document {document}, which is not in the bundle")
        elif not 0 <= span.start <= span.end <= len(texts[document]):
            out.fault(where, f"{span.start}–{span.end} is not a place in document {document}, which has {len(texts[document])}")


def _places(report: Report) -> Iterator[tuple[str, str, Span]]:
    """Every span of a report, with what it belongs to and the document it lies in."""
    for reading in report.readings:
        d = reading.document
        own = [d.title_span, d.published.span if d.published else None, *(x.span for x in d.dates), *(x.span for x in d.furniture)]
        for span in [*own, *(link.span for link in d.hyperlinks)]:
            if span:
                yield f"document {d.id}", d.id, span
        for s in reading.statements:
            for span in _of_statement(s):
                yield f"statement {s.id}", s.document, span
    for f in report.findings:
        for e in f.evidence:
            yield f"finding {f.id}", e.document, e.span
    for x in report.numbers:
        yield f"number of {x.document}", x.document, x.span
    pages = {r.document.id for r in report.readings}
    for derived in report.derivations:
        for r in derived.why:
            yield from (
                (f"derivation of {derived.document}", p, s)
                for p, s in ((derived.document, r.span), (derived.from_, r.from_span))
                if s and p in pages
            )


def _of_statement(s: Statement) -> Iterator[Span]:
    links: list[ChainLink] = [*s.chain, *([s.addressee] if s.addressee else [])]
    parts = [s.span, *s.content, s.cue, *(x for link in links for x in (link.span, link.cue))]
    for found in (s.hedges, s.quantities, s.places, s.times):
        parts += [part.span for part in found]
    yield from (span for span in parts if span)


def _annotations(report: Report, members: Mapping[str, bytes], out: Checked) -> None:
    texts = {f"urn:sayso:text:{r.document.id}": whole(r.document.text) for r in report.readings}
    name = "annotations.jsonld"
    try:
        for item in json.loads(members.get(name, b""))["first"]["items"]:
            for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
                place, quote = target["selector"]
                text = texts[target["source"]["id"]]
                if text[place["start"] : place["end"]] != quote["exact"]:
                    out.fault(f"{name}: {item['id']}", f"does not quote what stands at {place['start']}–{place['end']}")
                out.count("annotated passages")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        out.fault(name, f"cannot be read ({type(error).__name__}: {str(error)[:100]})")


def _raw(report: Report, members: Mapping[str, bytes], out: Checked) -> None:
    held = {name.removeprefix("raw/"): data for name, data in members.items() if name.startswith("raw/")}
    for name, data in sorted(held.items()):
        if hashlib.sha256(data).hexdigest() != name:
            out.fault(f"raw/{name}", "is named by another digest than its own")
    digests = [r.document.sha256 for r in report.readings]
    for name in sorted(held.keys() - set(digests)):
        out.fault(f"raw/{name}", f"belongs to no document of {CASE}")
    out.count("pages with their bytes", sum(1 for d in digests if d in held))
    if missing := sum(1 for d in digests if d not in held):
        out.notes.append(f"{missing} of {len(digests)} pages are here as text only: their bytes were not at hand")


def _judgements(members: Mapping[str, bytes], digest: Callable[[Sequence[Any]], str], out: Checked) -> None:
    """The chain of the log: each row holds the digest of the row before it."""
    before = BEGINNING
    for number, line in enumerate(members.get(JUDGEMENTS, b"").splitlines(), 1):
        where = f"{JUDGEMENTS}: row {number}"
        try:
            row = json.loads(line)
            held, place, own = row["before"], row["number"], digest(list(row.values()))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            out.fault(where, f"is no judgement ({type(error).__name__}: {str(error)[:100]})")
            return
        if place != number:
            out.fault(where, f"has number {place}: a row is missing or out of place")
            return
        if held != before:
            out.fault(where, "does not follow from the row before it: one of the two was changed")
            return
        before = own
        out.count("judgements")


def _made_again(report: Report, members: Mapping[str, bytes], version: str, out: Checked) -> None:
    if report.run.version != version:
        out.notes.append(
            f"made by sayso {report.run.version}, this is {version}: the report and tables were not made again to compare"
        )
        return
    made = made_from(report)
    for name, data in made.items():
        if members.get(name) != data:
            out.fault(name, f"is missing, or not what {CASE} gives when it is made again")
        out.count("files made again")
    expected = {*made, SUMS, JUDGEMENTS}
    for name in sorted(members.keys() - expected):
        if not name.startswith("raw/"):
            out.fault(name, "does not belong into a bundle")


def _container(data: bytes, members: Mapping[str, bytes], out: Checked) -> None:
    again = zipped(members)
    if again != data:
        size = min(len(again), len(data))
        at = next((n for n in range(0, size, 4096) if again[n : n + 4096] != data[n : n + 4096]), size)
        at = next((n for n in range(at, min(at + 4096, size)) if again[n] != data[n]), size)
        out.fault(
            "the container", f"is not as sayso writes it, from byte {at} on; all members are whole, it was packed again or changed"
        )
