"""A body's own page, as its head and foot may look in thirteen languages, is the text that a page means that cites the body."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from sayso import casebook
from sayso.link.meanings import same_meaning

HERE = Path(__file__).parent
PAGES = {row["lang"]: row for row in yaml.safe_load((HERE / "body_pages.yml").read_text(encoding="utf-8"))}
BODIES = [line.split("\t") for line in (HERE / "bodies.tsv").read_text(encoding="utf-8").splitlines()]
HEADS = {
    "a label alone": "{LABEL}\n\n{town}, {date}\n\n{lead}\n\n{two}",
    "body, label": "{body}\n\n{label}, {date}\n\n{title}\n\n{lead}\n\n{two}",
    "number, body": "{comm}\n\n{body}\n\n{town}, {date}\n\n{lead}\n\n{two}",
    "body, number": "{body}\n\n{comm}\n\n{town}, {date}\n\n{lead}\n\n{two}",
    "office at the foot": "{title}\n\n{date}\n\n{lead}\n\n{two}\n\n{foot}",
    "label and title": "{label}: {title}\n{date}\n\n{lead}\n\n{two}",
    "one line": "{body} | {label} | {date}\n\n{title}\n\n{lead}\n\n{two}",
}
UNTOLD = {("de", "uk"), ("nl", "uk"), ("pl", "uk"), ("id", "uk"), ("ar", "uk")} | {
    ("uk", lang) for lang in ("de", "nl", "pl", "tr", "id", "ar")
}
"""The body's page and the other's, of which nothing else is known to be alike: rows lack the words of the quay in Ukrainian."""


def cites(folder: Path, own: str, cited: Mapping[str, str]) -> bool:
    """Whether the page that cites the body is tied to the body's page by what it says."""
    pile = folder / "pile.jsonl"
    rows = [
        {"url": "https://www.norrinport.example/news/quay-21", "text": own},
        {"url": "https://www.tolmwire.example/2031/05/14/quay", "text": f"{cited['title']}\n\n{cited['cite']}"},
    ]
    pile.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = casebook.trace([str(pile)])
    page = {"norrinport" in (r.document.url or ""): r.document.id for r in report.readings}
    return any((d.document, d.from_) == (page[False], page[True]) and d.declared for d in report.derivations)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("language", PAGES)
def test_a_body_s_page_by_its_head(language: str, head: str, tmp_path: Path) -> None:
    row = PAGES[language]
    assert cites(tmp_path, HEADS[head].format(LABEL=row["label"].upper(), **row), row)


@pytest.mark.parametrize("other", PAGES)
def test_a_body_s_page_cited_abroad(other: str, tmp_path: Path) -> None:
    lost = {
        (language, other)
        for language, row in PAGES.items()
        if language != other and not cites(tmp_path, HEADS["body, label"].format(**row), PAGES[other])
    }
    assert lost <= UNTOLD


def test_what_bodies_are_called_in_other_languages() -> None:
    """Forty-eight kinds of bodies, each in thirteen languages beside its English name."""
    pairs = [(english, other) for _, english, *others in BODIES[1:] for other in others]
    assert sum(same_meaning(a, b) for a, b in pairs) >= 560  # of 576


def test_other_bodies_are_others() -> None:
    english = [row[1] for row in BODIES[1:]]
    alike = {(a, b) for n, a in enumerate(english) for b in english[n + 1 :] if same_meaning(a, b)}
    assert alike == ALIKE


ALIKE: set[tuple[str, str]] = set()
"""Pairs that their nouns alone do not tell apart."""
