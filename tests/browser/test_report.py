"""The report in a real Chromium: nothing runs, nothing is asked for, nothing spills, whatever the pages say."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Report
from sayso.show.page import page
from sayso.show.records import from_records, json_text
from tests.show.fiction import report

CHROMIUM = Path("/usr/bin/chromium")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TAGS = ["script", "img", "svg", "iframe", "a", "input", "video", "body", "style", "object", "math", "details", "template", "form"]
ATTRIBUTES = [
    "onerror=hit({n})",
    "onload=hit({n})",
    "onfocus=hit({n}) autofocus tabindex=1",
    "ontoggle=hit({n}) open",
    "onmouseover=hit({n})",
    "style=background:url(http://outside.example/{n})",
    "href=javascript:hit({n})",
]
SOURCES = [
    "src=http://outside.example/{n}",
    "src=x",
    "srcdoc='<script>parent.hit({n})</script>'",
    "data=http://outside.example/{n}",
]
CONTEXTS = [
    "{0}",
    '">{0}',
    "'>{0}",
    "--></title></style></script></textarea>{0}",
    "]]>{0}",
    "{{{{ {0} }}}}",
    "\u202e{0}\u2066",
    "&lt;{0}&gt;",
]
LOOSE = [
    "javascript:hit({n})",
    "JaVaScRiPt:hit({n})",
    "data:text/html,<script>hit({n})</script>",
    "</style><script>hit({n})</script>",
    "{{ cycler.__init__.__globals__ }}",
    "{% raw %}<script>hit({n})</script>",
    "</svg><script>hit({n})</script>",
    "<svg><script>hit({n})</script></svg>",
    "<meta http-equiv=refresh content='0;url=http://outside.example/{n}'>",
    "<link rel=stylesheet href=http://outside.example/{n}>",
    "<base href=http://outside.example/>",
    "url(http://outside.example/{n})",
    "@import 'http://outside.example/{n}';",
    "<x/onclick=hit({n})>",
    "\x00<script>hit({n})</script>",
    'http://x.example/"onmouseover=hit({n})',
    "<!--",
    "-->",
    "<![CDATA[",
    "<plaintext>",
    "<noscript><p title='</noscript><img src=x>'>",
]
FREE = {
    "place",
    "url",
    "outlet",
    "outlet_basis",
    "title",
    "byline",
    "language",
    "text",
    "name",
    "aliases",
    "gist",
    "why",
    "message",
    "from",
    "to",
    "limits",
    "reason",
    "degraded",
    "detail",
    "feature",
    "word",
    "unit",
    "of",
    "version",
    "settings",
    "model",
    "start",
    "end",
    "sha256",
    "gazetteer",
    "precision",
}
"""Keys of sayso/1 whose strings come from pages, users or guests."""


def attacks() -> list[str]:
    """Tags with attributes in contexts, from a small grammar of our own."""
    made = []
    for tag, attribute, source in itertools.product(TAGS, ATTRIBUTES, SOURCES):
        made.append(f"<{tag} {source} {attribute}>hit({{n}})</{tag}>")
    texts = [
        CONTEXTS[n % len(CONTEXTS)].replace("{0}", text).replace("{{{{", "{{").replace("}}}}", "}}") for n, text in enumerate(made)
    ]
    return [text.replace("{n}", str(n)) for n, text in enumerate([*texts, *LOOSE])]


def poisoned(value: Any, payload: str, single: str, key: str = "") -> Any:
    """The records with a payload in every free field; ``text`` keeps its length, so that spans still hold."""
    if isinstance(value, dict):
        return {k: poisoned(v, payload, single, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(v, payload, single, key) for v in value]
    if not isinstance(value, str) or key not in FREE:
        return value
    if key == "text":
        return payload + value
    return single if key in ("url", "language", "start", "end") else payload


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


class Watch:
    """A tab that counts what ran and what was asked for."""

    def __init__(self, browser: Any, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.tab = self.context.new_page()
        self.tab.add_init_script("window.hits = []; window.hit = n => window.hits.push(n);")
        self.asked: list[str] = []
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.on("dialog", lambda dialog: dialog.dismiss())

    def open(self, file: Path) -> None:
        self.tab.goto(file.as_uri(), wait_until="load")

    @property
    def hits(self) -> list[int]:
        return list(self.tab.evaluate("window.hits"))

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith("file:")]


def batches(size: int = 110) -> list[list[str]]:
    made = attacks()
    return [made[n : n + size] for n in range(0, len(made), size)]


def test_no_script_runs_and_nothing_is_asked_for(browser: Any, tmp_path: Path) -> None:
    whole = json.loads(json_text(report()))
    assert len(attacks()) > 400
    for number, batch in enumerate(batches()):
        for single in (batch[number], batch[-1 - number]):
            attacked = from_records(poisoned(whole, " ".join(batch), single))
            file = tmp_path / f"{number}.html"
            file.write_text(page(attacked), encoding="utf-8")
            watch = Watch(browser)
            watch.open(file)
            watch.tab.mouse.move(200, 300)
            assert watch.hits == [], batch
            assert watch.outside == [], batch
            assert watch.tab.locator("iframe, img, object, base, link").count() == 0
            assert [watch.tab.locator(tag).count() for tag in ("style", "script", "form")] == [1, 1, 1]
            watch.context.close()


def test_the_watch_sees_a_script_and_a_request(browser: Any, tmp_path: Path) -> None:
    hits, outside = 0, 0
    for number, batch in enumerate(batches()[:2]):
        file = tmp_path / f"control{number}.html"
        file.write_text("<!DOCTYPE html><body>" + "\n".join(batch), encoding="utf-8")
        watch = Watch(browser)
        watch.open(file)
        hits += len(watch.hits)
        outside += len(watch.outside)
        watch.context.close()
    assert hits > 0
    assert outside > 0


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    whole: Report = report()
    file.write_text(page(whole), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_spills_over_the_side(browser: Any, shown: Path, width: int) -> None:
    watch = Watch(browser, viewport={"width": width, "height": 900})
    watch.open(shown)
    assert watch.tab.evaluate("document.documentElement.scrollWidth") <= width
    watch.context.close()


def test_every_link_inside_leads_somewhere_and_ids_are_single(browser: Any, shown: Path) -> None:
    watch = Watch(browser)
    watch.open(shown)
    ids = watch.tab.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    targets = watch.tab.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(e => e.getAttribute('href').slice(1))")
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert len(targets) > 30
    watch.context.close()


def test_the_style_sheet_is_the_one_that_the_policy_allows(browser: Any, shown: Path) -> None:
    watch = Watch(browser)
    watch.open(shown)
    assert watch.tab.evaluate("getComputedStyle(document.querySelector('.told')).backgroundColor") == "rgb(251, 238, 189)"
    watch.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_have_contrast_enough(browser: Any, shown: Path, scheme: str) -> None:
    watch = Watch(browser, color_scheme=scheme)
    watch.open(shown)
    poor = watch.tab.evaluate(CONTRAST)
    assert poor == []
    watch.context.close()


def test_a_keyboard_reaches_the_claims(browser: Any, shown: Path) -> None:
    watch = Watch(browser)
    watch.open(shown)
    watch.tab.keyboard.press("Tab")
    assert watch.tab.evaluate("document.activeElement.textContent") == "Skip to the claims"
    watch.tab.keyboard.press("Enter")
    assert watch.tab.evaluate("location.hash") == "#claims"
    watch.context.close()


def test_it_prints(browser: Any, shown: Path) -> None:
    watch = Watch(browser)
    watch.open(shown)
    for size in ("A4", "Letter"):
        assert watch.tab.pdf(format=size).startswith(b"%PDF")
    watch.tab.emulate_media(media="print")
    closed = watch.tab.locator("details:not([open])").first
    assert closed.evaluate("e => getComputedStyle(e, '::details-content').contentVisibility") == "visible"
    watch.context.close()


CONTRAST = """() => {
  const light = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const parse = s => (s.match(/[\\d.]+/g) || []).map(Number);
  const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg, .vh, .skip')) continue;
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own) continue;
    const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) poor.push([e.className, e.textContent.trim().slice(0, 30), Math.round(ratio * 100) / 100]);
  }
  return poor;
}"""
