"""Hostile words through the app's own door, from books full of them: nothing runs, nothing outside is asked for.

tests/attacks takes every string through every field of every screen; here are fewer, over a real socket, addresses and forms too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from sayso.contracts import Judgement
from sayso.model import Report
from sayso.settings import Settings
from sayso.show.ledger import ledger
from sayso.show.positions import heard
from sayso.store import judgements
from sayso.store.book import Book, Kept
from sayso.store.judgements import Signature
from sayso.store.rows import Names
from tests.attacks.pile import STRINGS, Pile, every
from tests.review.served import Tab, served

SIZE = 40
"""Strings that go into addresses and forms of one book."""


def book_of(path: Path, hostile: Pile) -> Report:
    """A book full of them: report, settings, names, log."""
    made = hostile.report()
    index = ledger(made)
    names = Names(
        {e.claim.id: e.number for e in index.entries},
        {k: p.siglum for k, p in index.pages.items()},
        {k: p.name for k, p in index.pages.items()},
        {k: letter for k, (letter, _) in index.lost.items()},
        {state: tuple(t.statement.id for t in told) for state, told in heard(index).items()},
    )
    options = msgspec.to_builtins(Settings())
    options["read"]["mapping"] = {hostile.word("setting_name"): hostile.word("setting_value")}
    options["analyzer"] = hostile.word("analyzer")
    with Book(path) as book:
        book.save(made, hostile.word("settings"), Kept((), json.dumps(options, default=list), "pile", names))
        for n, claim in enumerate(made.claims):
            words = [hostile.word(field, n) for field in ("log_by", "log_at", "log_note")]
            judgements.judge(book, Judgement("note", claim.statements[0], hostile.word("log_words", n)), Signature(*words))
        judgements.judge(book, Judgement("source", made.claims[0].statements[0], hostile.word("source")))
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
    shown, piles = 0, list(every())[::15]
    for number, hostile in enumerate(piles):
        batch = STRINGS[hostile.start : hostile.start + SIZE]
        path = tmp_path / f"{number} <img src=x onerror=hit(0)>.book"
        made = book_of(path, hostile)
        with served(path, by=batch[0]) as lock, Tab(browser, lock, viewport={"width": 1280, "height": 900}) as tab:
            for address in screens(made, batch):
                status = tab.open(address)
                assert status in (200, 404), (status, address)
                tab.page.mouse.move(300, 300 + number)
                assert tab.hits == [], address
                assert tab.page.locator("iframe, img, object, embed, form[action*='outside'], base, link").count() == 0, address
                shown += 1
            fields = {"token": lock.form, "version": "0-x", "act": "note", "a": batch[1], "note": " ".join(batch)[:3000]}
            origin = {"origin": tab.home.rstrip("/"), "sec-fetch-site": "same-origin"}
            stale = tab.page.request.post(f"{tab.home}judge", form={**fields, "next": batch[2]}, headers=origin)
            assert stale.status in (409, 422)
            tab.page.route("**/stale", lambda route, request, stale=stale: route.fulfill(response=stale))
            tab.open("/stale")
            assert tab.hits == []
            assert tab.outside == []
    print(f"{len(piles)} books, {shown} screens: 0 scripts, 0 requests")
