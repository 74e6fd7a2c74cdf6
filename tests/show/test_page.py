from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.model import Report, identify
from sayso.show import press
from sayso.show.page import page
from sayso.show.records import from_records, json_text
from tests.show.fiction import report

ROOT = Path(__file__).parents[2]
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Shape(HTMLParser):
    """Tags in order, open ones on a stack, text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)


def shape(text: str) -> Shape:
    parser = Shape()
    parser.feed(text)
    parser.close()
    return parser


@pytest.fixture(scope="module")
def html() -> str:
    return page(report())


@pytest.fixture(scope="module")
def words(html: str) -> str:
    return " ".join("".join(shape(html).words).split())


def test_every_tag_is_closed(html: str) -> None:
    found = shape(html)
    assert found.wrong == []
    assert found.open == []


def test_the_policy_allows_the_style_sheet_and_the_script_and_nothing_else(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    style, script = press.digest(press.style()), press.digest(press.script())
    allowed = f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    assert unescape(policy[1]) == allowed
    assert re.findall(r"<script>(.*?)</script>", html, re.S) == [press.script()]
    assert re.search(r"<style>(.*?)</style>", html, re.S)[1] == press.style()  # type: ignore[index]


def test_no_foreign_script_no_resource_no_style_attribute(html: str) -> None:
    found = shape(html).tags
    assert [tag for tag, _ in found].count("script") == 1
    assert [a["class"] for tag, a in found if tag == "form"] == ["filters"]
    assert not {"img", "iframe", "link", "object", "base"} & {tag for tag, _ in found}
    assert not [a for _, a in found if "style" in a or "src" in a or any(k.startswith("on") for k in a)]
    assert "url(" not in press.style().replace("url(#", "")
    assert "@import" not in press.style()


def test_nothing_is_marked_safe_in_the_templates() -> None:
    for entry in files("sayso.show").joinpath("templates").iterdir():
        text = entry.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", text), entry.name


def test_it_says_first_what_matters(words: str) -> None:
    start = words.index("In short")
    short = words[start : words.index("Which page is which")]
    assert short.startswith(
        "In short 5 pages 6 sources named 3 claims told by several pages 2 of those have one origin 1 claim disputed"
    )
    assert "Many pages, few origins “at least 40 people were killed or injured when the wall gave way” – 4 pages" in short
    assert "Disputed “The water took 12 houses in the first hour” – the valley council denies it in Lake Courier." in short
    assert "Sums Valley Post: “240 percent increase” does not come out; worked out again it is 140 percent." in short
    assert "Not read “photo.jpg”: This is a picture" in short


def test_a_claim_has_its_chains_denials_and_wordings(words: str) -> None:
    claim = words[words.index("Claim 2 denied") : words.index("Claim 3 ")]
    assert "2 pages C D ← going back to 1 origin: a night guard at the Orm dam (not named)" in claim
    assert "Denied: the valley council denies it in Lake Courier." in claim and "Back to the claims" in claim
    assert claim.index("What is said against it") < claim.index("Who tells it, and from whom")
    assert "Valley Post in its own voice" in claim
    assert "Told on without saying who says it" in claim


def test_foreign_words_are_set_in_their_own_direction(html: str) -> None:
    assert '<bdi dir="auto" lang="ar">مرصد البحيرة</bdi>' in html
    assert '<bdi dir="auto" lang="ru">Лейк Курьер</bdi>' in html


def test_a_picture_is_named_and_told_as_a_list(html: str) -> None:
    found = shape(html).tags
    pictures = [a for tag, a in found if tag == "svg" and a.get("aria-hidden") != "true"]
    ids = {a["id"] for _, a in found if "id" in a}
    assert len(pictures) >= 3
    for a in pictures:
        assert a["role"] == "img"
        assert a["aria-labelledby"] in ids
        assert a["aria-describedby"] in ids


def test_the_whole_text_of_every_page_is_there(words: str) -> None:
    for reading in report().readings:
        for line in reading.document.text.splitlines():
            for word in line.split():
                assert word in words


def test_hidden_characters_are_shown() -> None:
    whole = report()
    first = whole.readings[0]
    document = dataclasses.replace(first.document, title="4\u202e0 \ud83d dead\x00")
    html = page(dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:])))
    assert 'title="hidden character U+202E right-to-left override">RLO</span>' in html
    assert "\u202e" not in html
    assert "\x00" not in html
    html.encode("utf-8")


def test_folders_of_the_reader_stay_private() -> None:
    whole = report()
    first = whole.readings[0]
    document = dataclasses.replace(first.document, place="/home/ida.vell/secret/ar.txt")
    html = page(dataclasses.replace(whole, readings=(dataclasses.replace(first, document=document), *whole.readings[1:])))
    assert "ida.vell" not in html
    assert "ar.txt" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", 'http://a.example/"x', "ftp://a.example/"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    whole = report()
    first = whole.readings[0]
    html = page(
        dataclasses.replace(
            whole, readings=(dataclasses.replace(first, document=dataclasses.replace(first.document, url=url)), *whole.readings[1:])
        )
    )
    assert not [a for tag, a in shape(html).tags if tag == "a" and not (a.get("href") or "").startswith("#")]


def test_empty_and_single_piles_are_set() -> None:
    whole = report()
    nothing = Report(whole.run, (), (), (), (), (), (), (), whole.rejected)
    assert "No page could be read." in page(nothing)
    single = dataclasses.replace(whole, readings=whole.readings[:1], claims=(), derivations=(), siblings=(), ties=(), findings=())
    assert "No claim is told by more than one of these pages" in page(single)


def test_the_order_of_the_report_and_the_hash_seed_make_no_difference(html: str) -> None:
    whole = report()
    turned = dataclasses.replace(whole, readings=whole.readings[::-1], claims=whole.claims[::-1], findings=whole.findings[::-1])
    assert page(turned) == html
    code = (
        "import hashlib, sys; from sayso.show.page import page; from tests.show.fiction import report; "
        "sys.stdout.write(hashlib.sha256(page(report()).encode()).hexdigest())"
    )
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    made = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True, env={**env, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_it_is_small(html: str) -> None:
    assert len(html.encode("utf-8")) < 130_000


def test_a_hundred_pages_stay_below_five_megabytes() -> None:
    made: dict[str, list[object]] = {}
    whole = json_text(report())
    for copy in range(20):
        text = re.sub(r'"([0-9a-f]{20})"', lambda m: f'"{identify("copy", copy, m[1])}"', whole)  # noqa: B023 - used at once
        for key, rows in json.loads(text).items():
            made.setdefault(key, []).extend(rows) if isinstance(rows, list) else made.setdefault(key, rows)
    for number, document in enumerate(made["documents"]):
        document |= {"place": f"{number}.txt", "text": document["text"] + "Ворота шлюза держат воду. " * 200}  # type: ignore[operator]
    html = page(from_records(made))
    assert len(made["documents"]) == 100
    assert 1_000_000 < len(html.encode("utf-8")) < 5_000_000
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids
