"""The report in a real Chromium: nothing spills, links lead somewhere, it prints (what hostile pages say: tests/attacks)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.model import Report
from sayso.show.page import page
from tests.chromium import Tab
from tests.show.fiction import report


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    whole: Report = report()
    file.write_text(page(whole), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_spills_over_the_side(browser: Any, shown: Path, width: int) -> None:
    watch = Tab(browser, viewport={"width": width, "height": 900})
    watch.page.goto(shown.as_uri())
    assert watch.page.evaluate("document.documentElement.scrollWidth") <= width
    watch.context.close()


def test_every_link_inside_leads_somewhere_and_ids_are_single(browser: Any, shown: Path) -> None:
    watch = Tab(browser)
    watch.page.goto(shown.as_uri())
    ids = watch.page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    targets = watch.page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(e => e.getAttribute('href').slice(1))")
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    assert len(targets) > 30
    watch.context.close()


def test_the_style_sheet_is_the_one_that_the_policy_allows(browser: Any, shown: Path) -> None:
    watch = Tab(browser)
    watch.page.goto(shown.as_uri())
    assert watch.page.evaluate("getComputedStyle(document.querySelector('.told')).backgroundColor") == "rgb(251, 238, 189)"
    watch.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_have_contrast_enough(browser: Any, shown: Path, scheme: str) -> None:
    watch = Tab(browser, color_scheme=scheme)
    watch.page.goto(shown.as_uri())
    poor = watch.page.evaluate(CONTRAST)
    assert poor == []
    watch.context.close()


def test_a_keyboard_reaches_the_claims(browser: Any, shown: Path) -> None:
    watch = Tab(browser)
    watch.page.goto(shown.as_uri())
    watch.page.keyboard.press("Tab")
    assert watch.page.evaluate("document.activeElement.textContent") == "Skip to the claims"
    watch.page.keyboard.press("Enter")
    assert watch.page.evaluate("location.hash") == "#claims"
    watch.context.close()


def test_it_prints(browser: Any, shown: Path) -> None:
    watch = Tab(browser)
    watch.page.goto(shown.as_uri())
    for size in ("A4", "Letter"):
        assert watch.page.pdf(format=size).startswith(b"%PDF")
    watch.page.emulate_media(media="print")
    closed = watch.page.locator("details:not([open])").first
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
