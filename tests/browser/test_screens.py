"""Every screen in a real Chromium: axe finds nothing, nothing spills, keys and plain forms do all, no word from a page runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.show import press
from sayso.show.ledger import Ledger, ledger
from sayso.show.page import page
from sayso.show.records import from_records, json_text
from sayso.show.screens.frame import Frame
from tests.browser.test_report import CHROMIUM, FLAGS, batches, poisoned
from tests.show.fiction import report
from tests.show.test_screens import SCREENS, WRITE, located

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")

HOST = "http://screens.example"
ALL = [*SCREENS, "report"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


def made(name: str, book: Ledger, frame: Frame = WRITE) -> str:
    """A screen as the app serves it, or the report."""
    if name == "report":
        return page(book.report)
    make, render = SCREENS[name]
    return press.sheet(name, render(make(book), frame), book, frame)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    book = ledger(located(report()))
    return {name: made(name, book) for name in ALL}


class Tab:
    """A tab that is served these pages under the app's own policy, and keeps what else was asked for and what ran."""

    def __init__(self, browser: Any, pages: dict[str, str], **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.tab = self.context.new_page()
        self.tab.add_init_script("window.hits = []; window.hit = n => window.hits.push(n);")
        self.outside: list[str] = []
        self.sent: list[str] = []
        self.refused: list[str] = []
        self.tab.on("console", lambda line: self.refused.append(line.text))
        self.tab.on("dialog", lambda dialog: dialog.dismiss())
        self.pages = pages
        self.context.route("**/*", self._answer)

    def _answer(self, route: Any) -> None:
        name = route.request.url.removeprefix(HOST + "/")
        if route.request.method == "POST":
            self.sent.append(route.request.post_data or "")
            route.fulfill(body="done", content_type="text/plain")
        elif name in self.pages:
            headers = {"Content-Security-Policy": press.policy(app=name != "report"), "Content-Type": "text/html; charset=utf-8"}
            route.fulfill(body=self.pages[name], headers=headers)
        else:
            self.outside.append(route.request.url)
            route.abort()

    def open(self, name: str) -> Any:
        self.tab.goto(f"{HOST}/{name}", wait_until="load")
        return self.tab

    def __enter__(self) -> Tab:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("name", ALL)
def test_axe_finds_nothing_in_light_or_dark(browser: Any, pages: dict[str, str], name: str) -> None:
    with Tab(browser, pages, bypass_csp=True, reduced_motion="reduce") as tab:
        opened = tab.open(name)
        opened.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
        for scheme in ("light", "dark"):
            opened.emulate_media(color_scheme=scheme)
            found = axe.Axe().run(opened, options=RULES).response["violations"]
            assert [(scheme, v["id"], [n["html"][:200] for n in v["nodes"]][:5]) for v in found] == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_spills_over_the_side(browser: Any, pages: dict[str, str], name: str) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open(name)
        opened.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
        for width in (320, 390, 768, 1280):
            opened.set_viewport_size({"width": width, "height": 900})
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, width
        assert tab.refused == []


@pytest.mark.parametrize("name", ALL)
def test_what_can_be_pressed_is_large_enough(browser: Any, pages: dict[str, str], name: str) -> None:
    with Tab(browser, pages, viewport={"width": 390, "height": 900}) as tab:
        small = tab.open(name).evaluate(
            """[...document.querySelectorAll('button, select, input:not([type=hidden]), .button, nav a, summary')]
            .filter(e => e.getClientRects().length).map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect(), e.labels])
            .filter(([, b, labels]) => Math.min(b.width, b.height) < 24 && !(labels && labels.length && b.height >= 18))
            .map(([html, b]) => [html, b.width, b.height])"""
        )
        assert small == []


def test_no_word_from_a_page_runs_on_any_screen(browser: Any) -> None:
    whole = json.loads(json_text(located(report())))
    for number, batch in enumerate(batches()):
        attacked = from_records(poisoned(whole, " ".join(batch), batch[number]))
        book = ledger(attacked)
        with Tab(browser, {name: made(name, book) for name in SCREENS}) as tab:
            for name in SCREENS:
                opened = tab.open(name)
                opened.mouse.move(200, 300)
                assert opened.evaluate("window.hits") == [], name
                assert opened.locator("iframe, img, object, base, link").count() == 0, name
                assert opened.locator("script").count() == 1, name
            assert tab.outside == []


MARKED = "rgb(220, 235, 247)"


def shown(opened: Any) -> str:
    """How words that differ stand out."""
    return str(opened.locator(".side ins").first.evaluate("e => getComputedStyle(e).backgroundColor"))


def test_keys_move_and_press_and_can_be_switched_off(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("claim")
        words = opened.locator(".sw-words")
        opened.keyboard.press("w")
        assert words.is_checked()
        assert shown(opened) == MARKED
        opened.keyboard.press("?")
        switch = opened.locator("#keys-on")
        assert switch.is_visible()
        switch.focus()
        opened.keyboard.press("Space")
        opened.keyboard.press("w")
        assert words.is_checked()
        opened = tab.open("claim")
        opened.keyboard.press("w")
        assert not words.is_checked()


def test_keys_do_nothing_while_somebody_writes(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("claim")
        opened.keyboard.press("n")
        assert opened.evaluate("document.activeElement.name") == "note"
        opened.keyboard.type("ww?jk")
        assert opened.evaluate("document.activeElement.value") == "ww?jk"
        assert not opened.locator(".sw-words").is_checked()


def test_j_and_k_walk_the_ledger(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("claims")
        links = opened.locator("a.open").evaluate_all("all => all.map(a => a.getAttribute('href'))")
        seen = []
        for key in "jjk":
            opened.keyboard.press(key)
            seen.append(opened.evaluate("document.activeElement.getAttribute('href')"))
        assert seen == [links[0], links[1], links[0]]


@pytest.mark.parametrize(
    ("name", "keys", "fields"),
    [
        ("claims", ["Space@.pick input >> nth=0", "Space@.pick input >> nth=1", "m"], ["act=merge", "claim="]),
        ("claim", ["Space@.telling input >> nth=0", "s"], ["act=split", "statement=", "claim="]),
        ("claim", ["o", "Tab", "text:a guard", "Enter"], ["act=source", "a=", "name=a+guard"]),
        ("claim", ["n", "text:look again", "Tab", "Enter"], ["act=note", "note=look+again"]),
        ("claim", ["d", "Tab", "Tab", "Tab", "Tab", "Enter"], ["act=not-from", "a=", "b="]),
        ("queue", ["y"], ["act=", "a="]),
        ("queue", ["x"], ["act=not-"]),
        ("method", ["u"], ["version=7"]),
    ],
)  # fmt: skip
def test_all_is_decided_by_keyboard_alone(
    browser: Any, pages: dict[str, str], name: str, keys: list[str], fields: list[str]
) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open(name)
        for key in keys:
            if key.startswith("text:"):
                opened.keyboard.type(key.removeprefix("text:"))
            elif "@" in key:
                press_key, place = key.split("@")
                opened.locator(place).focus()
                opened.keyboard.press(press_key)
            else:
                opened.keyboard.press(key)
        opened.wait_for_timeout(100)
        assert len(tab.sent) == 1
        for field in [*fields, "token=t0ken", "version=7", "next="]:
            assert field in tab.sent[0], tab.sent


def test_it_works_with_scripting_off(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages, java_script_enabled=False) as tab:
        opened = tab.open("claim")
        assert shown(opened) != MARKED
        opened.locator(".sw-words").check()
        assert shown(opened) == MARKED
        opened.locator(".telling input").first.check()
        opened.get_by_role("button", name="The marked tell something else").click()
        assert "act=split" in tab.sent[0] and "statement=" in tab.sent[0]
        opened = tab.open("report")
        assert not opened.locator("form.filters").is_visible()
        assert opened.locator(".claimrow").first.is_visible()


def test_the_report_filters_by_its_script(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("report")
        opened.locator("#f-told").select_option("one")
        assert opened.locator(".found").inner_text() == "2 of 5 claims"
        assert opened.locator(".claimrow:visible").count() == 2
        opened.locator("#f-q").fill("repairs")
        assert opened.locator(".claimrow:visible").count() == 1
        opened.get_by_role("button", name="All claims").click()
        opened.wait_for_timeout(100)
        assert opened.locator(".found").inner_text() == "5 of 5 claims"
        opened.locator("#f-order").select_option("pile")
        assert opened.locator("table.ledger .claimrow").first.get_attribute("data-rank") == "1"
        source = opened.locator("#f-source option").nth(1).get_attribute("value")
        opened.locator("#f-source").select_option(source)
        number = int(opened.locator("#f-source option").nth(1).inner_text().rsplit("(", 1)[1].rstrip(")"))
        assert opened.locator(".claimrow:visible").count() == number


@pytest.mark.parametrize("name", ALL)
def test_it_prints(browser: Any, pages: dict[str, str], name: str) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open(name)
        assert opened.pdf(format="A4").startswith(b"%PDF")
        opened.emulate_media(media="print")
        assert opened.locator("form:visible").count() == 0
