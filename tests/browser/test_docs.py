"""The documents' site and what notebooks show, in a real Chromium: axe finds nothing, nothing spills, nothing is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import sayso
from tests.chromium import Tab

build = pytest.importorskip("docs.site.build", reason="markdown-it-py is not installed", exc_type=ImportError)
PAGES = ("index", "commands", "findings/number_changed", "model-card", "screens")
"""One of each kind: written, generated, with pictures, with wide tables and long lines."""


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


def test_pages_can_be_read_by_everybody(browser: Any, site: Path) -> None:
    with Tab(browser, site.as_uri(), bypass_csp=True, viewport={"width": 390, "height": 900}) as tab:
        for name in (*PAGES, "notebook"):
            tab.page.goto((site / f"{name}.html").as_uri())
            assert (name, tab.violations()) == (name, [])
            assert name == "notebook" or tab.page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_nothing_is_asked_for_and_nothing_refused(browser: Any, site: Path) -> None:
    with Tab(browser, site.as_uri()) as tab:
        for name in (*PAGES, "notebook"):
            tab.page.goto((site / f"{name}.html").as_uri(), wait_until="load")
            assert all(tab.page.evaluate("[...document.images].map(i => i.naturalWidth > 0)")), name
        assert tab.outside == []
        assert tab.said == []
