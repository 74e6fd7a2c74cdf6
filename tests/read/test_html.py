from __future__ import annotations

from pathlib import Path

import pytest

from .pages import MORE, PROSE, documents, marked, written

LD = (
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Second pier opens in Orle",'
    '"datePublished":"2031-05-07T10:00:00+02:00","dateModified":"2031-05-09","author":{"name":"Mira Voss"},'
    '"publisher":{"name":"Orle Lantern"}}]}</script>'
)
BODY = "".join(
    f"<p>{p}</p>" for p in (PROSE, MORE + ' See <a href="/tide">the tide table</a> of the town.', PROSE.replace("ferry", "boat"))
)


def page(tmp_path: Path, head: str, body: str = BODY):
    title = "<title>Second pier opens in Orle | Lantern</title>"
    html = f'<!DOCTYPE html><html lang="en-GB"><head>{title}{head}</head><body>{body}</body></html>'
    return written(tmp_path, html, "page.html")


def test_body_title_outlet_and_dates(tmp_path: Path):
    found = page(
        tmp_path,
        LD + '<link rel="canonical" href="https://lantern.example/a/b">',
        f"<nav>Home Sport</nav><article><h1>Second pier opens in Orle</h1>{BODY}</article>",
    )
    assert (found.title, found.outlet, found.byline, found.language) == (
        "Second pier opens in Orle",
        "Orle Lantern",
        "Mira Voss",
        "en",
    )
    assert found.published and (found.published.start, found.published.basis) == ("2031-05-07T08:00Z", "json-ld")
    assert ("updated", "2031-05-09") in {(d.kind, d.start) for d in found.dates}
    assert PROSE in found.text and "Home Sport" not in found.text
    assert [(link.url, link.span.of(found.text)) for link in found.hyperlinks if link.span] == [
        ("https://lantern.example/tide", "the tide table")
    ]


def test_meta_and_time_elements(tmp_path: Path):
    meta = page(
        tmp_path, '<meta property="article:published_time" content="2031-05-07"><meta property="og:site_name" content="Lantern">'
    )
    assert meta.published and (meta.published.start, meta.published.basis, meta.outlet) == ("2031-05-07", "meta", "Lantern")
    time = page(tmp_path, "", f'<article><time class="entry-date" datetime="2031-05-07T10:00:00Z">today</time>{BODY}</article>')
    assert time.published and (time.published.start, time.published.basis) == ("2031-05-07T10:00Z", "time-element")
    bare = page(tmp_path, "", f'<article>{BODY}</article><aside><time datetime="2031-05-07">7 May</time></aside>')
    assert bare.published is None


def test_markup_silences_the_date_lines_beside_it(tmp_path: Path):
    found = page(tmp_path, LD, f'<div class="today-date">March 12, 2033</div><article>{BODY}</article>')
    assert found.published and found.published.start == "2031-05-07T08:00Z"


def test_captions_and_credits_are_kept_and_marked(tmp_path: Path):
    figure = "<figure><img src=x><figcaption>The old pier in a picture of 3 May 2019.</figcaption></figure>"
    found = page(tmp_path, "", f"<article>{BODY}{figure}</article>")
    assert "The old pier in a picture of 3 May 2019." in found.text
    assert "The old pier in a picture of 3 May 2019." in marked(found).get("caption", []) + marked(found).get("credit", [])
    assert found.published is None


def test_an_extractor_that_finds_nothing_is_noted(tmp_path: Path):
    found = page(tmp_path, "", "<table><tr><td>Low tide</td></tr></table>")
    assert "Low tide" in found.text


@pytest.mark.parametrize(
    "ld",
    [
        "{",
        "[" * 100_000,
        '{"@type":"NewsArticle","datePublished":7}',
        '{"@type":["NewsArticle",3],"datePublished":"soon","publisher":[]}',
    ],
)
def test_broken_json_ld_is_no_trouble(tmp_path: Path, ld: str):
    found = page(tmp_path, f'<script type="application/ld+json">{ld}</script>', f"<article>{BODY}</article>")
    assert found.published is None and PROSE in found.text


def test_content_decides_and_not_the_name(tmp_path: Path):
    html = f"<html><body><article>{BODY}</article></body></html>"
    assert "<p>" not in written(tmp_path, html, "page.txt").text
    assert written(tmp_path, PROSE, "plain.html").text == PROSE


def test_a_real_page_is_read_alike_every_time(tmp_path: Path):
    (tmp_path / "a.html").write_text(f"<html><body>{LD}<article>{BODY}</article></body></html>")
    assert documents(tmp_path / "a.html") == documents(tmp_path / "a.html")
