"""The documents' site and what notebooks show, in a real Chromium: axe finds nothing, nothing spills, nothing is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sayso
from tests.browser.test_report import CHROMIUM, FLAGS

build = pytest.importorskip("docs.site.build", reason="markdown-it-py is not installed", exc_type=ImportError)
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")

PAGES = ("index", "commands", "findings/number_changed", "model-card", "screens")
"""One of each kind: written, generated, with pictures, with wide tables and long lines."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "docs"
    build.write(out)
    story = Path(sayso.__file__).parent / "cli" / "stories" / "dam"
    pile = sayso.trace(story, sayso.Settings(analyzer="rules"))
    shown = [
        pile,
        pile.claims()[0],
        pile.explain(pile.claims()[0]),
        sayso.attributions("“No,” a guard said.", sayso.Settings(analyzer="rules")),
    ]
    body = "".join(thing._repr_html_() for thing in shown)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A notebook</title>'
    (out / "notebook.html").write_text(f"{head}<main><h1>A notebook</h1>{body}</main>", encoding="utf-8")
    return out


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_can_be_read_by_everybody(browser: Any, site: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 390, "height": 900})
    tab = context.new_page()
    for name in (*PAGES, "notebook") if scheme == "light" else PAGES[:2]:  # the colours of all pages are one style sheet's
        tab.goto((site / f"{name}.html").as_uri())
        found = axe.Axe().run(tab).response["violations"]
        assert [(name, v["id"], [n["html"][:200] for n in v["nodes"]][:5]) for v in found] == []
        assert name == "notebook" or tab.evaluate("document.documentElement.scrollWidth") <= 390, name
    context.close()


def test_nothing_is_asked_for_and_nothing_refused(browser: Any, site: Path) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda line: said.append(line.text))
    for name in (*PAGES, "notebook"):
        tab.goto((site / f"{name}.html").as_uri(), wait_until="load")
        assert all(tab.evaluate("[...document.images].map(i => i.naturalWidth > 0)")), name
    assert [url for url in asked if not url.startswith(site.as_uri())] == []
    assert said == []
    context.close()
