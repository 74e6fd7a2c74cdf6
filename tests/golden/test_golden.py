"""The golden stories: every check of ``expected.json`` is a test; what does not hold yet stands in ``known_misses.txt``.

A known miss is expected to fail, strictly: one that holds fails the run until its line is taken out, so that a gain is recorded.
"""

from __future__ import annotations

import pytest

from tests.golden import checks, listing
from tests.golden import story as stories

STORIES = stories.names()


MISSES = stories.known_misses()


def _known(ident: str, *values: object) -> object:
    """The case, marked where its check is known not to hold; a crash is never a known miss."""
    known = pytest.mark.xfail(strict=True, raises=AssertionError, reason=MISSES.get(ident, ""))
    return pytest.param(*(values or [ident]), id=ident, marks=[known] if ident in MISSES else [])


def _cases() -> list[object]:
    return [
        _known(f"{name}/{ident}", name, line, aspect)
        for name in STORIES
        for check in stories.expected(name)
        for ident, line, aspect in checks.split(check)
    ]


@pytest.mark.parametrize(("name", "check", "aspect"), _cases())
def test_check(name: str, check: stories.Record, aspect: str) -> None:
    checks.hold(stories.traced(name), check, aspect)


@pytest.mark.parametrize("name", STORIES)
def test_snapshot(name: str) -> None:
    """What sayso finds, whole; ``make golden`` writes it anew, ``git diff`` shows what changed."""
    file = stories.GOLDEN / name / "reading.txt"
    assert file.is_file(), "run `make golden` and commit what it writes"
    assert listing.listing(name).splitlines() == file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", STORIES)
def test_every_page_is_read(name: str) -> None:
    report = stories.traced(name)
    assert report["rejected"] == []
    pages = {page for check in stories.expected(name) for page in _pages(check)}
    assert pages == {d["page"] for d in report["documents"]}, "each page has a check, each check a page"


@pytest.mark.parametrize("name", STORIES)
def test_quotes_stand_in_their_pages(name: str) -> None:
    """The gold is checked against the page as written, not against sayso's reading of it; a passage stands there once."""
    wrong = []
    for check in stories.expected(name):
        for page, quote in _quotes(check):
            text = " ".join(stories.raw(name, page).split())
            if text.count(" ".join(quote.split())) != 1:
                wrong.append((check["id"], page, quote, text.count(quote)))
    assert wrong == []


def test_stories_are_ours_to_give() -> None:
    assert [stories.facts(name)["licence"] for name in STORIES] == ["CC0-1.0"] * len(STORIES)
    assert any(len(stories.facts(name)["languages"]) > 1 for name in STORIES)
    assert sorted(p.name for p in stories.PAGES.iterdir() if p.is_dir()) == STORIES


def test_known_misses_are_known() -> None:
    """No line outlives its check, and each says why."""
    idents = {f"{name}/{ident}" for name in STORIES for check in stories.expected(name) for ident, _, _ in checks.split(check)}
    assert sorted(set(MISSES) - idents - {checks.APART}) == []
    assert [ident for ident, reason in MISSES.items() if not reason] == []


def _quotes(check: stories.Record) -> list[list[str]]:
    pairs = [*check.get("members", []), *([check["claim_of"]] if "claim_of" in check else [])]
    return [*pairs, *([[check["page"], check["quote"]]] if "quote" in check else [])]


def _pages(check: stories.Record) -> set[str]:
    named = {check[key] for key in ("page", "child", "parent") if key in check}
    return named | set(check.get("pages", [])) | {page for page, _ in _quotes(check)}


@pytest.mark.parametrize("ident", [_known(checks.APART)])
def test_stories_stay_apart(ident: str) -> None:
    """The stories in one pile share no person, place or event: no claim and no edge may join two of them."""
    report = stories.traced("")
    assert sorted({d["page"].split("/")[0] for d in report["documents"]}) == STORIES
    assert checks.joined(report) == []


@pytest.mark.parametrize("name", STORIES)
def test_no_change_is_from_a_thing_to_itself(name: str) -> None:
    changed = [f for f in stories.traced(name)["findings"] if f["from"] and f["to"]]
    assert changed
    assert [(f["rule"], f["message"]) for f in changed if f["from"] == f["to"]] == []
