"""Hostile words in every field, on every screen, in a real Chromium: nothing runs, nothing outside is asked for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from sayso.contracts import Judgement
from sayso.model import Report
from sayso.settings import Settings
from sayso.show.ledger import ledger
from sayso.show.positions import heard
from sayso.show.records import from_records, json_text
from sayso.store import judgements
from sayso.store.book import Book, Kept
from sayso.store.judgements import Signature
from sayso.store.rows import Names
from tests.browser.test_report import FREE
from tests.review.grammar import attacks
from tests.show.fiction import report

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from tests.review.served import CHROMIUM, FLAGS, Tab, served  # noqa: E402 - needs nothing that may be missing

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
SIZE = 440
FIELD = 24
"""Strings in one field of a record; what is cut short on a screen shows the first of them, and each field begins with another."""
SINGLE = {"url", "language", "start", "end", "sha256"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS, timeout=120_000)
        yield running
        running.close()


def poisoned(value: Any, batch: list[str], turn: Iterator[int], key: str = "") -> Any:
    """The records with the batch in every free field, in each begun at another place: what is cut short differs."""
    if isinstance(value, dict):
        return {k: poisoned(v, batch, turn, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, batch, turn, key) for v in value]
    if not isinstance(value, str) or key not in FREE:
        return value
    at = next(turn) % len(batch)
    if key in SINGLE:
        return batch[at]
    words = " ".join([*batch[at:], *batch[:at]][: FIELD if key != "text" else None])
    return words + value if key == "text" else words


def book_of(path: Path, batch: list[str], number: int) -> Report:
    """A book full of them: report, settings, names, log."""
    whole = poisoned(json.loads(json_text(report())), batch, itertools.count(number * 37, 17))
    made = from_records(whole)
    index = ledger(made)
    names = Names(
        {e.claim.id: e.number for e in index.entries},
        {k: p.siglum for k, p in index.pages.items()},
        {k: p.name for k, p in index.pages.items()},
        {k: letter for k, (letter, _) in index.lost.items()},
        {state: tuple(t.statement.id for t in told) for state, told in heard(index).items()},
    )
    options = msgspec.to_builtins(Settings())
    options["read"]["mapping"] = {batch[0]: batch[1]}
    options["analyzer"] = batch[2]
    with Book(path) as book:
        book.save(made, batch[3], Kept((), json.dumps(options, default=list), "pile", names))
        told = made.claims[0].statements[0]
        for n in range(0, len(batch), FIELD):
            words = " ".join(batch[n : n + FIELD])[:4000]
            judgements.judge(book, Judgement("note", told, words), Signature(batch[n], batch[n][:40], words))
        judgements.judge(book, Judgement("source", told, batch[4]))
    return made


def screens(made: Report, batch: list[str]) -> list[str]:
    """All addresses that show anything, with hostile parts where an address has parts of its own."""
    claim = max(made.claims, key=lambda c: len(c.documents))
    word = quote(" ".join(batch[:6])[:1500])
    return [
        "/",
        f"/?q={word}&source={word}&order={word}",
        f"/claim/{claim.id}",
        f"/claim/{claim.id}/box.html",
        f"/claim/{quote(batch[0], safe='')}",
        f"/article/{claim.documents[0]}",
        f"/compare?w={claim.documents[0]}&w={claim.documents[1]}",
        f"/timeline/{claim.id}",
        f"/queue?skip={word}",
        f"/map?claim={claim.id}",
        "/pages",
        "/method",
        f"/find?q={word}",
    ]


def test_no_script_runs_and_nothing_outside_is_asked_for(browser: Any, tmp_path: Path) -> None:
    every = attacks()
    assert len(every) >= 2_000
    shown = 0
    for number, start in enumerate(range(0, len(every), SIZE)):
        batch = every[start : start + SIZE]
        path = tmp_path / f"{number} <img src=x onerror=hit(0)>.book"
        made = book_of(path, batch, number)
        with served(path, by=batch[0]) as lock:
            tab = Tab(browser, lock, viewport={"width": 1280, "height": 900})
            for address in screens(made, batch):
                status = tab.open(address)
                assert status in (200, 404), (status, address)
                tab.page.mouse.move(300, 300 + number)
                assert tab.hits == [], address
                assert tab.page.locator("iframe, img, object, embed, form[action*='outside'], base, link").count() == 0, address
                shown += 1
            stale = tab.page.request.post(
                f"{tab.home}/judge",
                form={
                    "token": lock.form,
                    "version": "0-x",
                    "act": "note",
                    "a": batch[1],
                    "note": " ".join(batch)[:3000],
                    "next": batch[2],
                },
                headers={"origin": tab.home, "sec-fetch-site": "same-origin"},
            )
            assert stale.status in (409, 422)
            tab.page.route("**/stale", lambda route, request, stale=stale: route.fulfill(response=stale))
            tab.open("/stale")
            assert tab.hits == []
            assert tab.outside == []
            tab.context.close()
    print(f"{len(every)} strings in every field, {shown} screens: 0 scripts, 0 requests")


def test_the_tab_sees_a_script_and_a_request(browser: Any, tmp_path: Path) -> None:
    """The control: the same strings unescaped and without a policy do run and do ask."""
    made = book_of(tmp_path / "a.book", attacks()[:SIZE], 0)
    assert made.claims
    hits = outside = 0
    with served(tmp_path / "a.book") as lock:
        tab = Tab(browser, lock)
        for n in range(0, 400, 40):
            body = "<!DOCTYPE html><body>" + "\n".join(attacks()[n : n + 40])
            tab.page.route("**/raw", lambda route, request, body=body: route.fulfill(body=body, content_type="text/html"))
            tab.page.goto(tab.home + "/raw", wait_until="commit")
            tab.page.wait_for_timeout(50)
            hits += len(tab.hits)
            tab.page.unroute("**/raw")
        outside = len(tab.outside)
        tab.context.close()
    print(f"control: {hits} scripts ran, {outside} requests went out")
    assert hits > 10
    assert outside > 10
