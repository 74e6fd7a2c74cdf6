"""The whole case in one ZIP file that is the same, byte for byte, whenever it is made of the same report.

Members are sorted, stored without compression (its output differs from one zlib to another) and dated 1980. ``SHA256SUMS`` has the
form of ``sha256sum``, so that the contents can be checked without sayso.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import Report
from sayso.show.exports import entities, graph, provenance, tables, web_annotations
from sayso.show.exports.characters import json_line, whole
from sayso.show.page import page
from sayso.show.records import from_records, json_text, records

SUMS = "SHA256SUMS"
JUDGEMENTS = "judgements.jsonl"
CASE = "case.json"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name."""
ABOUT = """sayso case bundle, form 1

Made by sayso {version}. It says on whose word something stands, never what is true.

case.json              all records as sayso/1; the other forms are made from it
report.html            the report: open it in a browser, it asks for nothing from outside
texts/ID.txt           the text of each page as it was read; offsets count code points of it
raw/SHA256             the bytes of a page as they were given, where they were at hand
judgements.jsonl       what people judged, each row with the digest of the row before it
tables/                CSV with a datapackage.json (apostrophes before formulas; see there)
annotations.jsonld     W3C Web Annotations
entities.ftm.json      FollowTheMoney
graph.gexf             for Gephi and others
provenance.prov.json   W3C PROV
SHA256SUMS             digests of all the others: sha256sum -c SHA256SUMS

sayso verify FILE checks sums, passages, the chain of judgements, and that all forms follow from case.json.
A sum shows a change only against a sum kept elsewhere: write down the one that sayso verify prints.
"""


def files(report: Report, raw: Mapping[str, bytes], log: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
    """All members; ``raw`` are bytes of pages by their SHA-256, ``log`` the rows of the log of judgements."""
    members = made_from(report)
    members |= {f"raw/{digest}": data for digest, data in raw.items()}
    members[JUDGEMENTS] = b"".join(json_line(dict(row)) for row in log)
    members[SUMS] = sums(members)
    return dict(sorted(members.items()))


def made_from(report: Report) -> dict[str, bytes]:
    """The members that follow from the report alone, and so from its records: sayso verify makes them again from these."""
    report = from_records(records(report))
    members = {
        "ABOUT.txt": ABOUT.format(version=report.run.version).encode(),
        CASE: json_text(report).encode(),
        "report.html": whole(page(report)).encode(),
    }
    members |= {f"texts/{r.document.id}.txt": whole(r.document.text).encode() for r in report.readings}
    members |= {f"tables/{name}": data for name, data in tables.files(report).items() if not name.startswith("texts/")}
    for form in (web_annotations, entities, graph, provenance):
        members |= form.files(report)
    return members


def sums(members: Mapping[str, bytes]) -> bytes:
    """The digests of all members but this one."""
    rows = (f"{hashlib.sha256(members[name]).hexdigest()}  {name}\n" for name in sorted(members) if name != SUMS)
    return "".join(rows).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The ZIP file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, FIRST_DAY)
            info.create_system = 3  # Unix, wherever it is made
            info.external_attr = 0o644 << 16
            archive.writestr(info, members[name])
    return out.getvalue()
