from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from sayso.model import Document, Span, identify
from sayso.read import ReadOptions, read

from .pages import MORE, PROSE, documents, rejected, written


def test_text_is_the_decoded_input_unchanged(tmp_path: Path):
    text = f"A\u00a0title of the page\r\n\r\n{PROSE}\u2003\r\n\r\n  {MORE}\n"
    page = written(tmp_path, text)
    assert page.text == text
    assert page.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in page.furniture)


def test_id_hangs_on_bytes_and_base_name_and_not_on_the_folder(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, two = written(tmp_path / "a", PROSE), written(tmp_path / "b", PROSE)
    other = written(tmp_path / "b", PROSE, "other.txt")
    assert one.id == two.id == identify("document", one.sha256, "page.txt")
    assert other.id != one.id and other.sha256 == one.sha256


def test_same_path_twice_is_one_document(tmp_path: Path):
    written(tmp_path, PROSE)
    assert len(documents(tmp_path / "page.txt", tmp_path, tmp_path / "*.txt")) == 1


def test_records(tmp_path: Path):
    rows = [
        {"url": "https://gazette.example/2031/05/07/pier", "title": "Pier closed", "text": PROSE, "id": 7, "odd": [1]},
        {"text": MORE, "date": "2031-05-09T10:00:00+02:00", "outlet": "The Orle Lantern", "lang": "en", "author": "Mira Voss"},
    ]
    path = tmp_path / "pile.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows) + "\n\n", encoding="utf-8")
    one, two = documents(path)
    assert (one.place, two.place) == (f"{path}#1", f"{path}#2")
    assert one.text == f"Pier closed\n\n{PROSE}" and one.sha256 == hashlib.sha256(one.text.encode()).hexdigest()
    assert one.published and (one.published.start, one.published.basis) == ("2031-05-07", "url")
    assert one.title == "Pier closed" and one.title_span == Span(0, 11)
    assert two.published and (two.published.start, two.published.basis) == ("2031-05-09T08:00Z", "feed")
    assert (two.outlet, two.byline, two.language) == ("The Orle Lantern", "Mira Voss", "en")


@pytest.mark.parametrize("head", ["Pier closed\n\n", "PIER CLOSED\n", "Tarn Gazette\nPier closed\n\n", "Pier closed. "])
def test_a_title_that_stands_in_the_text_is_not_put_before_it(tmp_path: Path, head: str):
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Pier closed", "text": head + PROSE}), encoding="utf-8")
    (page,) = documents(tmp_path / "a.jsonl")
    assert page.text == head + PROSE and page.title == "Pier closed"


def test_half_characters_of_a_title_never_reach_the_text(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"title": "A \\ud800 pier", "text": ' + json.dumps(PROSE) + "}", encoding="utf-8")
    (page,) = documents(tmp_path / "a.jsonl")
    assert page.text == f"A \ufffd pier\n\n{PROSE}" and page.degraded


def test_order_of_records_changes_no_id(tmp_path: Path):
    rows = [json.dumps({"text": t}) for t in (PROSE, MORE, PROSE)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    first = {d.id for d in documents(tmp_path / "a.jsonl")}
    (tmp_path / "a.jsonl").write_text("\n".join(reversed(rows)), encoding="utf-8")
    assert {d.id for d in documents(tmp_path / "a.jsonl")} == first and len(first) == 3


def test_map_names_the_fields(tmp_path: Path):
    (tmp_path / "t.csv").write_text(f'nr,body,link\n1,"{PROSE}",https://lantern.example/x\n', encoding="utf-8")
    (page,) = documents(tmp_path / "t.csv", mapping={"text": "body", "url": "link"})
    assert page.text == PROSE and page.url == "https://lantern.example/x" and page.place.endswith("t.csv#2")
    (no,) = rejected(tmp_path / "t.csv")
    assert "--map text=COLUMN" in no.reason


def test_a_bad_line_is_refused_and_the_rest_goes_on(tmp_path: Path):
    path = tmp_path / "pile.jsonl"
    path.write_text(
        json.dumps({"text": PROSE}) + '\n{"text": oops\n[1]\n{"title": "x"}\n{"text": " "}\n' + json.dumps({"text": MORE})
    )
    assert [d.place for d in documents(path)] == [f"{path}#1", f"{path}#6"]
    no = rejected(path)
    assert [r.place for r in no] == [f"{path}#{n}" for n in (2, 3, 4, 5)]
    assert all(r.reason.endswith(".") and "\n" not in r.reason for r in no)


def test_lone_surrogates_are_replaced_one_by_one_and_told(tmp_path: Path):
    path = tmp_path / "p.jsonl"
    path.write_text('{"text": "a \\ud800 b and so on"}\n')
    (page,) = documents(path)
    assert page.text == "a \ufffd b and so on" and page.degraded


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("b.txt", b" \n\t\n", "empty"),
        ("c.txt", b"%PDF-1.7 ...", "a PDF file"),
        ("d.txt", b"\x89PNG\r\n\x1a\n0000", "a PNG image"),
        ("e.txt", b"PK\x03\x04aaaa", "a zip archive"),
        ("f.txt", bytes(range(256)) * 20, "binary data"),
        ("g.html", b"<html><body><p " + b" ".join(b'a%d="1"' % n for n in range(10_400)) + b">x</p>", "attributes on one tag"),
        ("h.html", b"<html><body>" + b"<div>" * 2_000 + b"text", "nested 2,002 deep"),
        ("i.html", b"<html><body><script>var a = 1;</script></body></html>", "without any text"),
        ("j.xml", b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "without entries"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, words: str):
    (tmp_path / name).write_bytes(data)
    (no,) = rejected(tmp_path / name)
    assert words in no.reason and no.reason.endswith(".") and no.place.endswith(name)
    assert documents(tmp_path / name) == []


def test_too_large_a_page_is_refused_and_one_just_under_is_read(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"a word and " * 1_000)
    assert "larger than 10,000 bytes" in rejected(tmp_path / "a.txt", max_bytes=10_000)[0].reason
    (page,) = documents(tmp_path / "a.txt", max_bytes=11_000)
    assert len(page.text) == 11_000
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "x " * 9_000}) + "\n" + json.dumps({"text": PROSE}) + "\n")
    assert [d.place[-2:] for d in documents(tmp_path / "b.jsonl", max_bytes=9_000)] == ["#2"]
    assert "a line of more than 9,000 bytes" in rejected(tmp_path / "b.jsonl", max_bytes=9_000)[0].reason


def test_a_long_single_line_is_read_in_time(tmp_path: Path):
    page = written(tmp_path, "a word in May and on 3 June " * 40_000)
    assert len(page.text) == 1_120_000 and "300,000" in page.degraded[0]


def test_encodings(tmp_path: Path):
    text = "El señor Ibáñez vivió en la ciudad de Orle, según dijo su hermana en la mañana del jueves. " * 3
    assert written(tmp_path, text.encode("utf-16"), "u16.txt").text == text
    assert written(tmp_path, b"\xef\xbb\xbf" + text.encode(), "bom.txt").text == text
    old = written(tmp_path, text.encode("cp1252"), "old.txt")
    assert old.text == text and "cp1252" in old.degraded[0]
    broken = written(tmp_path, text.encode() + b"\xff fin", "broken.txt")
    assert broken.text == text + "\ufffd fin" and "1 place not valid" in broken.degraded[0]
    head = '<html><head><meta charset="windows-1251"></head>'
    declared = f"{head}<body><article><p>{'Порт закрыт до утра, сообщил капитан. ' * 9}</p></article></body></html>"
    assert "Порт закрыт" in written(tmp_path, declared.encode("cp1251"), "cyr.html").text


def test_utf7_is_never_decoded(tmp_path: Path):
    page = written(
        tmp_path,
        b'<html><head><meta charset="utf-7"></head><body><p>+ADw-b+AD4- ' + PROSE.encode() + b"</p></body></html>",
        "x.html",
    )
    assert "+ADw-b+AD4-" in page.text


def test_places(tmp_path: Path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "out.txt").write_text(PROSE)
    for name in ("b.txt", "a.htm", "deep/c.jsonl", "skip.png", ".hidden.txt"):
        (tmp_path / "in" / name).write_text(json.dumps({"text": MORE + name}) if name.endswith("jsonl") else MORE + name)
    os.symlink(tmp_path / "out.txt", tmp_path / "in" / "link.txt")
    assert [Path(d.place).name for d in documents(tmp_path / "in")] == ["a.htm", "b.txt", "c.jsonl#1"]
    (no,) = rejected(tmp_path / "in")
    assert no.place.endswith("link.txt") and "not followed" in no.reason
    (tmp_path / "list").write_text(f"# mine\n{tmp_path}/in/b.txt\n\n{tmp_path}/gone.txt\n")
    found = list(read([f"@{tmp_path}/list"], ReadOptions()))
    assert isinstance(found[0], Document) and not isinstance(found[1], Document)
    (tmp_path / "void").mkdir()
    for place, words in (
        ("gone.txt", "no such file"),
        ("void", "without pages"),
        ("*.odd", "matches no file"),
        ("@gone", "cannot be read"),
        ("https://post.example/a?id=1", "an address; sayso fetches nothing"),
    ):
        typed = place if "://" in place else f"@{tmp_path}/gone" if place == "@gone" else str(tmp_path / place)
        assert words in rejected(typed)[0].reason


def test_two_spellings_of_a_path_are_one_page_at_the_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text(PROSE)
    monkeypatch.chdir(tmp_path)
    for typed in (["a.txt", "./a.txt"], ["./a.txt", "a.txt"]):
        assert [d.place for d in documents(*typed)] == ["./a.txt"]


def test_a_report_of_sayso_is_no_page(tmp_path: Path):
    (tmp_path / "report.html").write_text(f'<html><head><meta name="generator" content="sayso 0.1"></head><p>{PROSE}</p></html>')
    (tmp_path / "a.txt").write_text(PROSE)
    assert len(documents(tmp_path)) == 1
    (no,) = rejected(tmp_path)
    assert no.place.endswith("report.html") and "own report" in no.reason


def test_order_of_places_changes_no_document(tmp_path: Path):
    for name, text in (("a.txt", PROSE), ("b.txt", MORE)):
        (tmp_path / name).write_text(text)
    there = documents(tmp_path / "a.txt", tmp_path / "b.txt")
    back = documents(tmp_path / "b.txt", tmp_path / "a.txt")
    assert there == back[::-1]


def test_feed(tmp_path: Path):
    (tmp_path / "f.xml").write_text(
        '<?xml version="1.0"?><rss><channel><title>Orle Lantern</title><item><title>Pier shut</title><link>https://lantern.example/7</link>'
        f"<pubDate>Wed, 07 May 2031 10:00:00 +0200</pubDate><description>{PROSE}</description></item>"
        "<item><title>empty</title></item></channel></rss>",
        encoding="utf-8",
    )
    (page,) = documents(tmp_path / "f.xml")
    assert (page.text, page.title, page.outlet, page.url) == (
        f"Pier shut\n\n{PROSE}",
        "Pier shut",
        "Orle Lantern",
        "https://lantern.example/7",
    )
    assert page.published and page.published.start == "2031-05-07T08:00Z"
    assert len(rejected(tmp_path / "f.xml")) == 1
