"""Every screen in a real Chromium: axe finds nothing, nothing spills, keys and plain forms do all."""

from __future__ import annotations

from contextlib import chdir
from typing import Any

import pytest

from sayso import casebook
from sayso.cli.demo import STORIES
from sayso.cli.demo import pages as places
from sayso.settings import Settings
from sayso.show import press
from sayso.show.ledger import Ledger, ledger
from sayso.show.page import page
from sayso.show.screens.frame import Frame
from tests import chromium
from tests.show.fiction import report
from tests.show.test_screens import SCREENS, WRITE, located

HOST = "http://screens.example/"
ALL = [*SCREENS, "report"]
PHONE, DESK = {"width": 390, "height": 900}, {"width": 1280, "height": 900}


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


class Tab(chromium.Tab):
    """A tab that is served these pages under the app's own policy, and keeps what was sent."""

    def __init__(self, browser: Any, pages: dict[str, str], **options: Any) -> None:
        super().__init__(browser, HOST, **options)
        self.sent: list[str] = []
        self.pages = pages
        self.context.route("**/*", self._answer)

    def _answer(self, route: Any) -> None:
        name = route.request.url.removeprefix(HOST)
        if route.request.method == "POST":
            self.sent.append(route.request.post_data or "")
            route.fulfill(body="done", content_type="text/plain")
        elif name in self.pages:
            headers = {"Content-Security-Policy": press.policy(app=name != "report"), "Content-Type": "text/html; charset=utf-8"}
            route.fulfill(body=self.pages[name], headers=headers)
        else:
            route.abort()

    def open(self, name: str) -> Any:
        self.page.goto(f"{HOST}{name}", wait_until="load")
        return self.page


STORY = ("cannery", "convoy", "dam")


@pytest.fixture(scope="module")
def stories() -> dict[str, str]:
    """The same screens of the three stories that come with sayso, and a report of each: axe takes too long for one of all."""
    with chdir(STORIES):
        book = ledger(casebook.trace(places(), Settings(analyzer="rules")))
        each = {n: [place for place in places() if place.startswith(f"{n}/")] for n in STORY}
        reports = {n: page(casebook.trace(found, Settings(analyzer="rules"))) for n, found in each.items()}
    return {name: made(name, book) for name in SCREENS} | reports


@pytest.mark.parametrize("name", ALL)
def test_axe_finds_nothing_in_light_or_dark(browser: Any, pages: dict[str, str], name: str) -> None:
    with Tab(browser, pages, bypass_csp=True, reduced_motion="reduce") as tab:
        tab.open(name)
        assert tab.violations() == []


@pytest.mark.parametrize("name", [*SCREENS, *STORY])
def test_axe_finds_nothing_on_the_stories(browser: Any, stories: dict[str, str], name: str) -> None:
    with Tab(browser, stories, bypass_csp=True, reduced_motion="reduce") as tab:
        tab.open(name)
        assert tab.violations() == []


SMALL = """[...document.querySelectorAll('button, select, input:not([type=hidden]), .button, nav a, summary')]
  .filter(e => e.getClientRects().length).map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect(), e.labels])
  .filter(([, b, labels]) => Math.min(b.width, b.height) < 24 && !(labels && labels.length && b.height >= 18))
  .map(([html, b]) => [html, b.width, b.height])"""


@pytest.mark.parametrize("name", ALL)
def test_it_can_be_pressed_and_fits_and_prints(browser: Any, pages: dict[str, str], name: str) -> None:
    """One load for all three: as it comes on a phone, then unfolded at each width, then on paper."""
    with Tab(browser, pages, viewport=PHONE) as tab:
        opened = tab.open(name)
        assert opened.evaluate(SMALL) == [], "what can be pressed is large enough"
        assert opened.pdf(format="A4").startswith(b"%PDF")
        tab.unfold()
        for width in (320, 390, 768, 1280):
            opened.set_viewport_size({"width": width, "height": 900})
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, width
        assert tab.said == []
        opened.emulate_media(media="print")
        assert opened.locator("form:visible").count() == 0, "nothing on paper waits for an answer"


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
        opened.get_by_text("done", exact=True).wait_for()
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
        opened.keyboard.press("f")
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


def test_a_figure_of_the_front_leaves_the_claims_that_it_counts(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("report")
        for mark in ("against", "chain"):
            figure = opened.locator(f".figures a[data-mark={mark}]")
            figure.click()
            number = int(figure.locator("b").inner_text())
            assert opened.locator(".found").inner_text().startswith(f"{number} of "), mark
            assert opened.evaluate("location.hash") == "#claims"


def test_the_report_filters_by_keyboard_alone(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("report")
        opened.locator("#f-mark-0").focus()
        seen = []
        for _ in range(opened.locator(".chip").count() - 1):
            opened.keyboard.press("ArrowRight")
            chosen = opened.evaluate("document.activeElement.value")
            number = int(opened.locator(".chip input:checked + label b").inner_text())
            assert (
                opened.locator(".claimrow:visible").count() == number == opened.locator(f".claimrow[data-mark~={chosen}]").count()
            )
            seen.append(chosen)
        assert seen and "against" in seen
        opened.keyboard.press("/")
        opened.keyboard.type("no such words anywhere")
        assert opened.locator(".found").inner_text().startswith("0 of")
        opened.locator("#f-mark-0").check()
        opened.keyboard.press("/")
        opened.keyboard.press("ControlOrMeta+a")
        opened.keyboard.type("people")
        opened.keyboard.press("Enter")
        assert opened.evaluate("document.activeElement.matches('.claimrow:not([hidden]) a.open')")


def test_a_choice_that_is_pressed_is_asked_for_at_once(browser: Any, pages: dict[str, str]) -> None:
    with Tab(browser, pages) as tab:
        opened = tab.open("claims")
        opened.locator("#f-mark-0").focus()
        opened.keyboard.press("ArrowRight")
        assert not any("mark=" in url for url in tab.asked), "who walks the choices is not carried off"
        with opened.expect_request("**/*mark=against*"):
            opened.locator(".chip input[value=against]").click()


def test_a_picture_fits_its_column_and_is_a_tree_on_a_phone(browser: Any, stories: dict[str, str]) -> None:
    with Tab(browser, stories, viewport=DESK) as tab:
        opened = tab.open("convoy")
        sizes = """[...document.querySelectorAll('.stemma > svg')]
            .map(s => [s.getBoundingClientRect().width, s.parentElement.clientWidth])"""
        assert all(0 < width <= column + 1 for width, column in opened.evaluate(sizes))
        figure = opened.locator(".stemma.wide").first
        goal = figure.locator(".box[data-to]").first
        goal.click()
        assert opened.evaluate("location.hash") == goal.get_attribute("data-to") != ""
        tree, box = figure.locator(".branches"), figure.get_by_label("The same as a list")
        assert not tree.is_visible()
        box.check()
        assert tree.is_visible() and figure.locator("svg").is_visible()
        box.uncheck()
        opened.set_viewport_size(PHONE)
        assert tree.is_visible() and not figure.locator("svg").is_visible() and not box.is_visible()
        letters = "e => e.querySelectorAll('a.siglum').length"
        assert tree.evaluate(letters) > 1, "what the picture only shows, the tree leads to"
        assert opened.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_link_leads_to_what_was_off_the_screen(browser: Any, stories: dict[str, str]) -> None:
    with Tab(browser, stories, viewport=DESK, reduced_motion="reduce") as tab:
        opened = tab.open("convoy")
        links = opened.locator("table.ledger a.open")
        for n in (links.count() - 1, 0, links.count() // 2):
            opened.evaluate("scrollTo(0, 0)")
            goal = links.nth(n).get_attribute("href")
            links.nth(n).click()
            opened.wait_for_timeout(300)
            top = opened.locator(f"{goal} header").evaluate("e => e.getBoundingClientRect().top")
            assert -1 <= top < DESK["height"], goal


def test_a_change_stands_side_by_side_and_on_a_phone_one_below_the_other(browser: Any, stories: dict[str, str]) -> None:
    with Tab(browser, stories, viewport=DESK) as tab:
        opened = tab.open("convoy")
        pair = opened.locator(".turn:has(ins):has(del)").first
        assert all(pair.locator(mark).first.text_content() for mark in ("del", "ins"))
        tops = "e => [...e.querySelectorAll('blockquote')].map(b => b.getBoundingClientRect().top)"
        tab.unfold()
        one, other = pair.evaluate(tops)
        assert one == other
        opened.set_viewport_size(PHONE)
        one, other = pair.evaluate(tops)
        assert one < other
