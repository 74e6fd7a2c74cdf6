"""A claim or a page laid out from what the book holds of it is shown as it is in the whole report."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso import casebook
from sayso.cli.demo import STORIES, pages
from sayso.review.desk import Desk, Gone, Shelf
from sayso.settings import Settings
from sayso.show.ledger import ledger
from sayso.show.positions import heard
from sayso.show.records import json_text
from sayso.show.screens import article, claim
from sayso.store import reports
from sayso.store.book import Book, Kept
from sayso.store.rows import Names
from tests.show.fiction import report

WHOLE = {"book", "near", "others"}
"""What a screen holds of all else: the pile itself, claims of like words, pages that could be added."""


def fiction(folder: Path) -> Path:
    whole, path = report(), folder / "fiction.book"
    index = ledger(whole)
    names = Names(
        {e.claim.id: e.number for e in index.entries},
        {k: p.siglum for k, p in index.pages.items()},
        {k: p.name for k, p in index.pages.items()},
        {k: letter for k, (letter, _) in index.lost.items()},
        {state: tuple(t.statement.id for t in told) for state, told in heard(index).items()},
    )
    with Book(path) as book:
        book.save(whole, "rules", Kept((), msgspec.json.encode(Settings(), order="sorted").decode(), "pile", names))
    return path


def stories(folder: Path) -> Path:
    path = folder / "stories.book"
    casebook.trace([str(STORIES / page) for page in pages()], Settings(analyzer="rules"), path)
    return path


@pytest.fixture(scope="module", params=[fiction, stories], ids=["fiction", "stories"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = request.param(tmp_path_factory.mktemp("excerpts"))
    return made


def parts(screen: Any) -> Any:
    """All that a screen shows of its own."""
    if dataclasses.is_dataclass(screen) and {f.name for f in dataclasses.fields(screen)} & WHOLE:
        return {f.name: parts(getattr(screen, f.name)) for f in dataclasses.fields(screen) if f.name not in WHOLE}
    return [parts(item) for item in screen] if isinstance(screen, tuple) else screen


def test_every_claim_is_as_in_the_whole(path: Path) -> None:
    with Book(path) as book:
        desk = Desk(book, Shelf())
        assert desk.whole.entries
        for entry in desk.whole.entries:
            assert parts(desk.laid(entry.claim.id[:12])) == parts(claim.claim(desk.whole, entry)), entry.number


def test_every_page_is_as_in_the_whole(path: Path) -> None:
    with Book(path) as book:
        desk = Desk(book, Shelf())
        for key, page in desk.whole.pages.items():
            part, own = desk.article(key)
            assert parts(article.article(part, own)) == parts(article.article(desk.whole, page)), page.siglum


def test_the_whole_is_what_was_saved(tmp_path: Path) -> None:
    with Book(fiction(tmp_path)) as book:
        assert json_text(reports.last(book)) == json_text(report())
        assert json.loads(reports.made(book).options)["analyzer"] == "model"


def test_an_excerpt_reads_only_its_own_pages(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    remembered = reports.remembered
    monkeypatch.setattr(reports, "remembered", lambda book, run, pages: asked.append(len(pages)) or remembered(book, run, pages))
    with Book(path) as book:
        desk = Desk(book, Shelf())
        alone = next(c for c in reports.last(book).claims if len(c.documents) == 1)
        total = asked.pop()
        desk.claim(alone.id)
        assert asked.pop() <= total / 2


@pytest.mark.parametrize("start", ["", "abc", "zzzzzz", "0" * 20, "é" * 8, "' OR 1"])
def test_what_is_not_there_is_said(path: Path, start: str) -> None:
    with Book(path) as book, pytest.raises(Gone, match="no claim has an id that begins with"):
        Desk(book, Shelf()).claim(start)
