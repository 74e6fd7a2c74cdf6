"""Every hostile string in every field, on every screen that shows the field, in a real Chromium: nothing runs or is asked for.

Screens are set by the functions that report and app set them with, and laid one behind the other in one tab under the policy of
report or app; tests/review/test_attacks.py goes through the app's own door. What is looked at: what ran, what was asked for, and
that the page has no kind of tag or attribute that harmless words do not give it. The screens are hidden: drawing 75,000 elements
a pile took most of the time. Nothing that mark-up runs or fetches waits for being drawn, but styles, and these are among the
attributes that are looked for.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from sayso.review import pages as own
from sayso.show import press
from sayso.show.records import json_text
from sayso.show.screens.frame import Frame
from tests.attacks.pile import FIELDS, PLACES, SLOTS, STRINGS, Pile, every
from tests.attacks.screens import Screen, app, bare, reports
from tests.chromium import Tab

TOGETHER = 110
"""Screens in one page: one of 430 took four times as long as four of 110."""
PARTS = 4
"""Parts of the set, so that two processors share it."""
HARMLESS = [
    (
        "Words hit({n})",
        "Quoted “words” hit({n})",
        "hidden\u202e\u200b hit({n})",
        "Lеtter hit({n})",
        "https://outlet.example/hit({n})",
    )[n % 5].replace("{n}", str(n))
    for n in range(len(STRINGS))
]
"""Words that bring out every kind of tag and attribute that the templates have: hidden and look-alike letters, a link."""
WITHIN = [("grey heron", "heron")[n % 2] for n in range(len(STRINGS))]
"""Words of which some stand within others: so a change is marked within its passage."""
NUMBERED = re.compile(r"(?:hit(?:\(|%28)|outside\.example(?:/|%2F))\d", re.IGNORECASE)

NOWHERE = set("language link_url time_end alias identity figure_unit derivation_feature sibling_detail number_why".split())
"""Fields that no screen shows; a language stands in an attribute where it is one, and these are none."""
SINGLE = {"here", "version"}
"""Fields of which a screen shows one, the same on all of its kind; another screen shows them all."""
CUT = {"place", "rejected_place", "skipped", "turned_q"}
"""What is not shown as it is: a file without its folders, and what stands in an address."""
CLOSED = set("schema text basis kind name quote voice stance states feature detail rule responsible verdict".split())
"""Keys with words of our own, and with words that are made of fields."""

LOOK = """() => {
  const kinds = new Map(), found = {}, boxes = document.querySelectorAll('[data-screen]');
  for (const e of document.getElementsByTagName('*')) {
    const name = e.localName;
    if (!kinds.has(name)) kinds.set(name, new Set());
    if (e.hasAttributes()) for (const a of e.getAttributeNames()) kinds.get(name).add(a);
  }
  if (document.evaluate('//comment()', document, null, XPathResult.BOOLEAN_TYPE).booleanValue) kinds.set('<!--', new Set());
  for (const box of boxes) {
    const seen = found[box.dataset.screen] ??= new Set();
    for (const m of box.innerHTML.matchAll(/(?:hit(?:\\(|%28)|outside\\.example(?:\\/|%2F))(\\d+)/gi)) seen.add(+m[1]);
  }
  const all = [...kinds].flatMap(([name, own]) => [name, ...[...own].map(a => name + ' ' + a)]);
  return [all.sort(), Object.fromEntries(Object.entries(found).map(([k, v]) => [k, [...v]])), boxes.length];
}"""
"""Texts and values of attributes are searched as the browser writes them out again, all at once: 0.4 seconds a pile instead of 0.9
node by node. What only that would show, names of attributes and comments, are kinds that harmless words do not bring out."""


class Served(BaseHTTPRequestHandler):
    """Answers with one page, whatever is asked for."""

    html, policy = b"", ""
    """Of the class, since the library makes a new one for each request."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if Served.policy:
            self.send_header("Content-Security-Policy", Served.policy)
        self.end_headers()
        self.wfile.write(Served.html)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """The address of it: pages of megabytes go through a socket in a third of the time that Playwright takes to hand them over."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Served)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class Watched(Tab):
    """A tab that is served pages of screens under the policy of report or app, or under none.

    It is small, since what it shows is hidden: at 1280 by 720 a pile took 4.9 CPU seconds of the browser, so it takes 3.8.
    """

    def __init__(self, browser: Any, home: str) -> None:
        super().__init__(browser, home, viewport={"width": 400, "height": 400})

    def look(self, pile: Pile, policy: bool = True) -> Seen:
        """What report and app make of a pile."""
        seen = Seen(set(), {}, set())
        for in_app, screens in ((False, list(reports(pile))), (True, list(app(pile)))):
            Served.policy = (own.policy() if in_app else press.policy(app=False)) if policy else ""
            for start in range(0, len(screens), TOGETHER):
                self._laid(screens[start : start + TOGETHER], in_app, pile, seen)
        return seen

    def show(self, html: str) -> None:
        """Load a page of this content."""
        Served.html = html.encode("utf-8", "replace")
        self.page.goto(self.home, wait_until="load")

    def _laid(self, screens: Sequence[Screen], in_app: bool, pile: Pile, seen: Seen) -> None:
        body = "".join(f'<div hidden data-screen="{screen.name}">{screen.html}</div>' for screen in screens)
        self.show(bare(press.sheet("x", body, own.NOTHING, Frame(app=True)) if in_app else body))
        self.page.mouse.move(200, 300)
        kinds, found, count = self.page.evaluate(LOOK)
        seen.whole &= count == len(screens)
        seen.kinds |= set(kinds)
        seen.ran |= pile.found(self.hits)
        for name, numbers in found.items():
            seen.shown.setdefault(name, set()).update(pile.found(numbers))


@dataclass
class Seen:
    """What a pile came to: kinds of tags and attributes, what stands on each screen, what ran, and whether no screen was lost."""

    kinds: set[str]
    shown: dict[str, set[tuple[str, int]]]
    ran: set[tuple[str, int]]
    whole: bool = True

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """Screens and fields that they show."""
        return {(name, field) for name, found in self.shown.items() for field, _ in found}


@pytest.fixture(scope="module")
def harmless(browser: Any, home: str) -> Seen:
    """What harmless words come to, each of them unlike all others; with the tags that words within others bring out."""
    with Watched(browser, home) as tab:
        seen = tab.look(Pile(0, HARMLESS))
        return replace(seen, kinds=seen.kinds | tab.look(Pile(0, WITHIN)).kinds)


def test_every_field_is_shown_or_known_to_be_shown_nowhere(harmless: Seen) -> None:
    assert {field for field in PLACES if field not in {f for _, f in harmless.pairs}} == NOWHERE
    for name, found in harmless.shown.items():
        count = Counter(field for field, _ in found)
        assert all(number == SLOTS or field in SINGLE for field, number in count.items()), (name, count)


def test_no_field_of_a_report_is_forgotten() -> None:
    pile = Pile(0, HARMLESS)
    words = {pile.word(field, n) for field in FIELDS for n in range(SLOTS)}
    forgotten = set()

    def walk(value: Any, key: str) -> None:
        if isinstance(value, dict):
            for k, v in value.items():
                walk(v, k)
        elif isinstance(value, list):
            for v in value:
                walk(v, key)
        elif isinstance(value, str) and value not in words and not re.fullmatch("[0-9a-f]{20}", value):
            forgotten.add(key)

    walk(json.loads(json_text(pile.report())), "")
    assert forgotten <= CLOSED, forgotten - CLOSED


@pytest.mark.parametrize("part", range(PARTS))
def test_no_string_runs_in_any_field_of_any_screen(browser: Any, home: str, harmless: Seen, part: int) -> None:
    assert len(STRINGS) >= 2_000
    shown, lost = {f for _, f in harmless.pairs}, []
    with Watched(browser, home) as tab:
        for pile in list(every())[part::PARTS]:
            seen = tab.look(pile)
            assert seen.ran == set()
            assert tab.outside == []
            assert seen.whole, "a screen was swallowed"
            assert seen.kinds <= harmless.kinds, seen.kinds - harmless.kinds
            whole = {found for on in seen.shown.values() for found in on}
            lost += [
                (field, pile.word(field, n))
                for field in shown - CUT
                for n in range(SLOTS)
                if (field, n) not in whole and NUMBERED.search(pile.word(field, n))
            ]
    assert lost == [], "a string does not arrive whole"
    print(f"{len(STRINGS)} strings, {len(shown)} fields, {len(harmless.pairs)} fields on screens; part {part + 1} of {PARTS}")


def test_a_field_that_is_not_escaped_would_be_seen(
    browser: Any, home: str, harmless: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without escaping and without a policy a script runs in every field that is shown, be it text or attribute."""
    open_ = press.environment().overlay(autoescape=False)
    monkeypatch.setattr(press, "environment", lambda: open_)
    own._environment.cache_clear()
    try:
        with Watched(browser, home) as tab:
            seen = tab.look(Pile(0, [f'"></title></textarea><script>hit({n})</script>' for n in range(len(STRINGS))]), policy=False)
    finally:
        own._environment.cache_clear()
    assert {field for field, _ in seen.ran} >= {field for _, field in harmless.pairs} - CUT


def test_the_strings_do_run_and_do_ask_where_nothing_hinders_them(browser: Any, home: str) -> None:
    """The other control: what the strings do in a page as they are; some lead away from it, so what ran is told to the console."""
    with Watched(browser, home) as tab:
        Served.policy = ""
        tab.page.add_init_script("window.hit = n => console.info('hit ' + n)")
        for start in range(0, 600, 40):
            Served.html = ("<!DOCTYPE html><body>" + "\n".join(STRINGS[start : start + 40])).encode("utf-8", "replace")
            with suppress(Exception):  # one page after another is left for outside.example, which is not there
                tab.page.goto(home, wait_until="load", timeout=5_000)
            tab.page.wait_for_timeout(100)
        hits, outside = sum(line.startswith("hit ") for line in tab.said), len(tab.outside)
    print(f"control: {hits} scripts ran, {outside} requests went out")
    assert hits > 10
    assert outside > 10
