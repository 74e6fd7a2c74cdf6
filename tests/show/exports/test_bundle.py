"""A bundle that was changed anywhere is found to be, with where and why."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable

import pytest

from sayso.show.exports import bundle
from sayso.show.exports.checking import BEGINNING, Checked, check
from sayso.store.schema import digest
from tests.show.exports import piles
from tests.show.fiction import report

VERSION = report().run.version
Members = dict[str, bytes]


def log(rows: int = 3) -> list[dict[str, object]]:
    out, before = [], BEGINNING
    for number in range(1, rows + 1):
        row: dict[str, object] = {"number": number, "verdict": "same", "a": f"a{number}", "b": "b", "undoes": None}
        row |= {"note": "", "by": "Ada", "at": "", "before": before}
        out.append(row)
        before = digest(list(row.values()))
    return out


@pytest.fixture(scope="module")
def members() -> Members:
    whole = report()
    first = whole.readings[0]
    data = first.document.text.encode()
    document = dataclasses.replace(first.document, sha256=hashlib.sha256(data).hexdigest())
    whole = dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:]))
    return bundle.files(whole, {document.sha256: data}, log())


def checked(members: Members, version: str = VERSION) -> Checked:
    return check(bundle.zipped(members), version, digest)


def changed(members: Members, name: str, how: Callable[[bytes], bytes], summed: bool = True) -> Members:
    """The members with one changed; ``summed``: whoever did it has also put the sums right."""
    out = {**members, name: how(members[name])}
    if summed:
        out[bundle.SUMS] = bundle.sums(out)
    return out


def test_a_whole_bundle_is_whole(members: Members):
    found = checked(members)
    assert found.faults == []
    assert found.counted["judgements"] == 3 and found.counted["pages with their bytes"] == 1
    assert found.counted["passages"] > 60 and found.counted["files made again"] == len(members) - 3
    assert found.notes == ["4 of 5 pages are here as text only: their bytes were not at hand"]
    assert found.digest == hashlib.sha256(members[bundle.SUMS]).hexdigest()


@pytest.mark.parametrize("pile", [piles.hostile, piles.empty, piles.nothing, piles.rootless], ids=lambda p: p.__name__)
def test_a_bundle_of_anything_is_whole(pile):
    assert checked(bundle.files(pile(), {}, ())).faults == []


def test_one_changed_byte_anywhere_is_found(members: Members):
    whole = bundle.zipped(members)
    dice = random.Random(7)
    places = [*range(0, 60), *range(len(whole) - 60, len(whole)), *(dice.randrange(len(whole)) for _ in range(880))]
    missed = []
    for at in places:
        data = bytearray(whole)
        data[at] ^= 1 << dice.randrange(8)
        if not check(bytes(data), VERSION, digest).faults:
            missed.append(at)
    assert len(places) == 1000 and missed == []


@pytest.mark.parametrize("cut", [0, 1, 21, 22, 1000, -1, -22, -1000])
def test_a_cut_file_is_found(members: Members, cut: int):
    found = check(bundle.zipped(members)[:cut], VERSION, digest)
    assert len(found.faults) == 1 and found.faults[0][0] == "the file"


def test_bytes_before_or_after_are_found(members: Members):
    whole = bundle.zipped(members)
    assert [w for w, _ in check(b"x" + whole, VERSION, digest).faults] == ["the container"]
    assert check(whole + b"x", VERSION, digest).faults


def test_a_bundle_packed_again_is_told_from_one_whose_contents_changed(members: Members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    ((where, why),) = check(out.getvalue(), VERSION, digest).faults
    assert where == "the container" and "all members are whole" in why


def test_a_changed_member_is_named(members: Members):
    name = next(n for n in members if n.startswith("texts/"))
    found = checked(changed(members, name, lambda data: data + b"!", summed=False))
    assert (name, "was changed: its digest is not the one in SHA256SUMS") in found.faults


@pytest.mark.parametrize("name", ["report.html", "tables/claims.csv", "graph.gexf", "ABOUT.txt"])
def test_a_forged_form_with_right_sums_is_found(members: Members, name: str):
    found = checked(changed(members, name, lambda data: data.replace(b"40", b"41").replace(b"form 1", b"form 2")))
    assert found.faults == [(name, "is missing, or not what case.json gives when it is made again")]


def test_a_forged_form_is_not_found_by_another_version_and_that_is_said(members: Members):
    found = checked(changed(members, "report.html", lambda data: data.replace(b"40", b"41")), "9.9.9")
    assert found.faults == []
    assert any("were not made again" in note for note in found.notes)


def test_a_forged_text_with_right_sums_is_found(members: Members):
    name = next(n for n in members if n.startswith("texts/") and b"at least 40" in members[n])
    found = checked(changed(members, name, lambda data: data.replace(b"at least 40", b"at least 14")))
    assert found.faults[0][0] == name and "not the text" in found.faults[0][1]


def test_a_forged_quotation_is_found_with_its_place(members: Members):
    found = checked(changed(members, "case.json", lambda data: data.replace(b'"quote": "No house', b'"quote": "No mouse')))
    where, why = found.faults[0]
    assert where.startswith("statement ") and "does not quote what stands at" in why


def test_a_forged_place_is_found(members: Members):
    def moved(data: bytes) -> bytes:
        rows = json.loads(data)
        rows["findings"][0]["evidence"][0]["span"] = [0, 10**6]
        return json.dumps(rows).encode()

    found = checked(changed(members, "case.json", moved))
    assert any("is not a place in document" in why for _, why in found.faults)


def test_a_forged_annotation_is_found(members: Members):
    found = checked(
        changed(members, "annotations.jsonld", lambda data: data.replace(b'"exact": "No house', b'"exact": "No mouse')), "9"
    )
    assert len(found.faults) == 1 and found.faults[0][0].startswith("annotations.jsonld: urn:sayso:statement:")


@pytest.mark.parametrize(
    ("how", "why"),
    [
        (lambda rows: rows[1:], "has number 2"),
        (lambda rows: [rows[0], rows[2]], "has number 3"),
        (lambda rows: [rows[0], {**rows[1], "verdict": "not-same"}, rows[2]], "does not follow"),
        (lambda rows: [{**rows[0], "by": "Eve"}, *rows[1:]], "does not follow"),
        (lambda rows: [rows[0], [], rows[2]], "is no judgement"),
        (lambda rows: [rows[0], {"number": 2}, rows[2]], "is no judgement"),
    ],
)
def test_a_changed_log_is_found(members: Members, how: Callable[[list], list], why: str):
    rows = how(log())
    data = b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
    found = checked(changed(members, bundle.JUDGEMENTS, lambda _: data))
    assert why in found.faults[0][1]


def test_members_that_were_added_or_taken_are_named(members: Members):
    added = changed(members, "case.json", lambda d: d) | {"raw/x": b"1", "more.txt": b"2"}
    assert {w for w, why in checked(added).faults if "it was added" in why} == {"raw/x", "more.txt"}
    added[bundle.SUMS] = bundle.sums(added)
    assert ("raw/x", "is named by another digest than its own") in checked(added).faults
    del added["raw/x"]
    added[bundle.SUMS] = bundle.sums(added)
    assert checked(added).faults == [("more.txt", "does not belong into a bundle")]
    taken = {n: d for n, d in members.items() if n != "graph.gexf"}
    assert ("graph.gexf", "is listed in SHA256SUMS and missing") in checked(taken).faults


def zip_of(*rows: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in rows:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        b"PK\x05\x06" + b"\x00" * 18,
        zip_of(("other.txt", b"")),
        zip_of(("../case.json", b""), ("SHA256SUMS", b"")),
        zip_of(("/case.json", b"")),
        zip_of(("a\\b", b"")),
        zip_of(("C:case.json", b"")),
        zip_of(("case.json", b"")),
        zip_of(("SHA256SUMS", b"")),
        zip_of(("case.json", b"{"), ("SHA256SUMS", b"\xff\n")),
        zip_of(("case.json", b"[" * 100_000), ("SHA256SUMS", b"")),
        zip_of(("case.json", b'{"schema": "sayso/1"}'), ("SHA256SUMS", b"")),
        zip_of(("case.json", b"1"), ("case.jsom", b"2")).replace(b"case.jsom", b"case.json"),
    ],
)
def test_what_is_no_bundle_is_refused(data: bytes):
    found = check(data, VERSION, digest)
    assert found.faults and all(where and why for where, why in found.faults)


def test_a_member_that_claims_to_be_vast_is_not_read():
    data = bytearray(zip_of(("case.json", b"{}"), ("SHA256SUMS", b"")))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2**32 - 2).to_bytes(4, "little")
    found = check(bytes(data), VERSION, digest)
    assert "it is no bundle" in found.faults[0][1]
