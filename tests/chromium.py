"""A real Chromium for tests: the system's own, and tabs that note what runs in them, what they ask for and what a policy stops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import axe

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 90_000
"""A machine that others use may be slow; nothing here waits for it to be quick."""
SCHEMES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block", "target-size"],
}
"""What axe is asked for: all in light; in dark the rules that look at colours, since nothing else differs between the two."""


@contextmanager
def started() -> Iterator[Any]:
    """The browser; the test that asks for it is skipped by name where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS, timeout=120_000)
        yield running
        running.close()


class Tab:
    """A tab in a context of its own. ``home``: what every address begins with that is not outside."""

    def __init__(self, browser: Any, home: str = "file:", **options: Any) -> None:
        self.home = home
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(PATIENCE_MS)
        self.page = self.context.new_page()
        self.page.add_init_script("window.hits = []; window.hit = n => window.hits.push(n);")
        self.asked: list[str] = []
        self.said: list[str] = []
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda line: self.said.append(line.text))
        self.page.on("dialog", lambda dialog: dialog.dismiss())

    @property
    def hits(self) -> list[int]:
        """What ran since the page was loaded."""
        return list(self.page.evaluate("window.hits"))

    @property
    def outside(self) -> list[str]:
        """What was asked for elsewhere."""
        return [url for url in self.asked if not url.startswith(self.home)]

    def unfold(self) -> None:
        """Open all that is folded, and set what a report leaves unset while it is off the screen: its size is a guess till then."""
        self.page.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
        self.page.evaluate("for (const e of document.querySelectorAll('article')) e.style.contentVisibility = 'visible'")

    def violations(self, within: str | None = None) -> list[tuple[str, str, list[str]]]:
        """What axe finds, all unfolded, in light and dark; the tab must bypass the policy, since axe is put into the page."""
        axe.put_into(self.page)
        self.unfold()
        wrong = []
        for scheme, rules in SCHEMES.items():
            self.page.emulate_media(color_scheme=scheme)
            wrong += [(scheme, v["id"], [n["html"][:200] for n in v["nodes"]][:5]) for v in axe.found(self.page, rules, within)]
        return wrong

    def __enter__(self) -> Tab:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()
