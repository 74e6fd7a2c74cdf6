"""Without a mouse: merge, split, fix a source, note, undo; by Tab where scripting is off, by letters where it is on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso import casebook
from sayso.settings import Settings
from sayso.store import judgements, reports
from sayso.store.book import Book
from tests.review.desk import made, pile
from tests.review.served import Tab, served
from tests.review.test_judging import Look


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return made(tmp_path)


def field(act: str, rest: str) -> str:
    """A test in JavaScript for an element of the form that holds this act."""
    return f"e.form && [...e.form.elements].some(x => x.name === 'act' && x.value === '{act}') && {rest}"


def log(path: Path) -> list[str]:
    with Book(path) as book:
        return [e.verdict for e in judgements.log(book)]


def test_everything_is_decided_by_tab_and_enter_without_a_script(browser: Any, book: Path) -> None:
    look = Look(book)
    ferry, rye = look.claim("ferry Calla sank"), look.claim("lower flour tax")
    with served(book) as lock:
        tab = Tab(browser, lock, java_script_enabled=False)
        keys = tab.page.keyboard
        tab.open(f"/claim/{ferry}")

        tab.tab_to(field("merge", "e.name === 'claim' && e.type === 'text'"))
        keys.type(rye[:12])
        tab.tab_to(field("merge", "e.tagName === 'BUTTON'"))
        keys.press("Enter")
        tab.page.wait_for_url("**done=1")
        one = Look(book)
        assert one.claim("ferry Calla sank") == one.claim("lower flour tax")
        assert "Written down as 1" in tab.page.locator("[role=status]").first.text_content()

        tab.tab_to("e.name === 'statement' && e.type === 'checkbox'")
        keys.press("Space")
        tab.tab_to(field("split", "e.tagName === 'BUTTON'"))
        keys.press("Enter")
        tab.page.wait_for_url("**done=2")
        assert log(book) == ["same", "not-same"]

        tab.tab_to(field("source", "e.name === 'name'"))
        keys.type("the harbour clerk")
        keys.press("Enter")
        tab.page.wait_for_url("**done=3")
        assert log(book)[-1] == "source"

        tab.tab_to(field("note", "e.tagName === 'TEXTAREA'"))
        keys.type("ask again")
        tab.tab_to(field("note", "e.tagName === 'BUTTON'"))
        keys.press("Enter")
        tab.page.wait_for_url("**done=4")
        assert "ask again" in tab.page.content()

        for number in (5, 6, 7, 8):
            tab.tab_to("e.form && e.form.getAttribute('action') === '/undo' && e.tagName === 'BUTTON'")
            keys.press("Enter")
            tab.page.wait_for_url(f"**done={number}")
        with Book(book) as memory:
            assert judgements.holding(judgements.log(memory)) == []
            assert reports.last(memory) == look.report
        tab.context.close()


def test_single_letters_lead_to_the_forms_and_can_be_switched_off(browser: Any, book: Path) -> None:
    look = Look(book)
    ferry = look.claim("ferry Calla sank")
    with served(book) as lock:
        tab = Tab(browser, lock)
        keys = tab.page.keyboard
        tab.open("/")
        keys.press("j")
        keys.press("Enter")
        tab.page.wait_for_url("**/claim/*")
        tab.open(f"/claim/{ferry}")
        keys.press("o")
        tab.tab_to(field("source", "e.name === 'name'"))
        keys.type("the harbour clerk: jkmsu")
        keys.press("Enter")
        tab.page.wait_for_url("**done=1")
        keys.press("n")
        keys.type("a remark")
        tab.tab_to(field("note", "e.tagName === 'BUTTON'"))
        keys.press("Enter")
        tab.page.wait_for_url("**done=2")
        keys.press("u")
        tab.page.wait_for_url("**done=3")
        assert log(book) == ["source", "note", "undo"]
        keys.press("?")
        tab.page.locator("#keys-on").focus()
        keys.press("Space")
        tab.page.evaluate("document.activeElement.blur()")
        keys.press("u")
        keys.press("g")
        keys.press("r")
        tab.page.wait_for_timeout(200)
        assert "done=3" in tab.page.url
        tab.open("/")
        keys.press("g")
        keys.press("r")
        tab.page.wait_for_timeout(200)
        assert tab.page.url == f"{tab.home}", "it stays switched off"
        assert log(book) == ["source", "note", "undo"]
        tab.context.close()


def test_the_queue_is_answered_by_letters(browser: Any, tmp_path: Path) -> None:
    pages = {
        "a.html": ("Morning Sheet", "2041-01-01", "Mill", "The mill of Tolm burned down on Monday, fire chief Anke Rull said."),
        "b.html": ("River Note", "2041-01-02", "Mill", "The mill of Tolm burned down on Monday, villager Odo Rull said."),
    }
    book = tmp_path / "mill.book"
    casebook.trace(pile(tmp_path, pages), Settings(analyzer="rules"), book)
    with served(book) as lock:
        tab = Tab(browser, lock)
        tab.open("/queue")
        assert tab.page.locator("form.answer").count() == 1, "two sources of one family name are asked about"
        assert tab.page.locator("dl.effect dd").count() == 2
        tab.page.keyboard.press("x")
        tab.page.wait_for_url("**done=1")
        assert log(book) == ["not-person"]
        tab.context.close()


def test_one_button_copies_the_box_as_text_and_html(browser: Any, book: Path) -> None:
    claim = Look(book).claim("ferry Calla sank")
    with served(book) as lock:
        tab = Tab(browser, lock)
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=tab.home.rstrip("/"))
        tab.open(f"/claim/{claim}")
        tab.page.locator("button[data-copy]").press("Enter")
        tab.page.locator("#box-said", has_text="copied").wait_for()
        kinds = tab.page.evaluate(
            "navigator.clipboard.read().then(async ([item]) => "
            "Promise.all(item.types.map(async kind => [kind, await (await item.getType(kind)).text()])))"
        )
        held = dict(kinds)
        assert "Told by 2 pages of the pile" in held["text/plain"] and "characters" in held["text/plain"]
        assert "<blockquote>" in held["text/html"]
        assert tab.page.request.get(f"{tab.home}claim/{claim}/box.txt").text() == held["text/plain"]
        assert tab.outside == []
        tab.context.close()


def test_a_link_outside_takes_no_referrer_along(browser: Any, book: Path) -> None:
    """What another address on this machine is told, when a reader goes there from a claim."""
    with served(book) as lock, served(book) as other:
        tab = Tab(browser, lock)
        tab.open("/pages")
        goal = f"http://127.0.0.1:{other.port}/outside"
        with tab.page.expect_request(goal) as asked:
            tab.page.evaluate(f"location.href = '{goal}'")
        assert "referer" not in asked.value.all_headers()
        tab.context.close()


def test_a_page_elsewhere_can_neither_write_nor_read(browser: Any, book: Path) -> None:
    """A page of another port of this machine (same site, another origin), in the browser that was let in."""
    told = Look(book).statement("ferry Calla sank")
    with served(book) as lock, served(book) as other:
        tab = Tab(browser, lock)
        evil = f"http://localhost:{other.port}/evil"
        form = (
            f"<form method=post action='{tab.home}judge'><input name=token value='{lock.form}'><input name=version value='0-x'>"
            f"<input name=act value=note><input name=a value={told}><input name=note value=n></form>"
            f"<iframe src='{tab.home}'></iframe><img src='{tab.home}'>"
            f"<script>fetch('{tab.home}',{{credentials:'include'}})"
            ".then(r=>r.text()).then(t=>window.got=t,"
            "e=>window.got='refused')</script>"
        )
        tab.page.route("**/evil", lambda route: route.fulfill(body=f"<!doctype html>{form}", content_type="text/html"))
        tab.page.goto(evil)
        tab.page.wait_for_function("window.got")
        assert tab.page.evaluate("window.got") == "refused"
        assert "Calla" not in (tab.page.frames[-1].content())
        with tab.page.expect_navigation():
            tab.page.evaluate("document.forms[0].submit()")
        assert "does not come from a page of sayso review" in tab.page.content()
        assert log(book) == []
        tab.context.close()
