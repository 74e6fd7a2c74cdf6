"""Pictures of all screens for README and docs: ``make pictures`` writes docs/pictures/*.png from the stories of sayso demo.

The screens are set as the app sets them, in Debian's Chromium. A picture that would be larger than 150 kB is cut lower.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from sayso.cli.demo import pages, traced
from sayso.show import press
from sayso.show.ledger import Entry, Ledger, ledger
from sayso.show.page import page
from sayso.show.screens import article, atlas, claim, claims, compare, method, pile, queue, timeline
from sayso.show.screens.frame import Frame

OUT = Path(__file__).parents[1] / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"
LARGEST = 150_000
HEIGHTS = (1400, 1200, 1000, 900, 800, 700, 600)
SCALE = 0.8
"""Of a picture on a laptop: README and docs show it at 800 to 1000 pixels anyway, and a third more of the page fits."""
LAPTOP, PHONE = 1280, 390
SHOTS = (
    ("claims", LAPTOP, "light"),
    ("claims", PHONE, "dark"),
    ("claim", LAPTOP, "light"),
    ("claim", LAPTOP, "dark"),
    ("claim", PHONE, "light"),
    ("article", LAPTOP, "light"),
    ("compare", LAPTOP, "light"),
    ("queue", LAPTOP, "light"),
    ("queue", PHONE, "dark"),
    ("timeline", LAPTOP, "light"),
    ("map", LAPTOP, "light"),
    ("pages", LAPTOP, "light"),
    ("method", LAPTOP, "light"),
    ("report", LAPTOP, "light"),
)


HEADING = 150
"""Pixels above it that belong to it: its heading and what introduces it."""
BEGINS = {"pages": ".stemma"}
"""What a picture begins with, where that is not the top: the stemma of the whole pile."""


def main() -> int:
    """Write all pictures; say how large they are."""
    book = ledger(traced(pages()))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = {}
        for name, html in screens(book):
            files[name] = Path(folder) / f"{name}.html"
            files[name].write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, width, scheme in SHOTS:
            options: dict[str, Any] = {"viewport": {"width": width, "height": HEIGHTS[0]}, "color_scheme": scheme}
            options["device_scale_factor"] = SCALE if width == LAPTOP else 1
            tab = browser.new_page(**options)
            tab.goto(files[name].as_uri())
            kind = "".join((f"-{scheme}" if scheme == "dark" else "", "-phone" if width == PHONE else ""))
            data = picture(tab, width, BEGINS.get(name, "body"))
            (OUT / f"{name}{kind}.png").write_bytes(data)
            print(f"{name}{kind}.png: {len(data):,} bytes")
            tab.close()
        browser.close()
    return 0


def picture(tab: Page, width: int, first: str) -> bytes:
    """A page from its first element of this name on, as much of it as fits."""
    whole = int(tab.evaluate("document.body.getBoundingClientRect().bottom"))
    top = max(0, int(tab.evaluate("name => document.querySelector(name).getBoundingClientRect().top", first)) - HEADING)
    for height in HEIGHTS:
        clip: Any = {"x": 0, "y": top, "width": width, "height": min(height, whole - top)}
        data = tab.screenshot(clip=clip, full_page=True)
        if len(data) <= LARGEST:
            return data
    raise SystemExit(f"{tab.url}: no picture of it is below {LARGEST:,} bytes")


def screens(book: Ledger) -> Iterator[tuple[str, str]]:
    """Each screen's name and page."""
    most = max(book.entries, key=lambda e: (len(e.pages), -e.number))
    yield "report", page(book.report)
    for name, title, body in bodies(book, most):
        frame = Frame(app=True, writable=True, here={"claims": "/", "queue": "/queue"}.get(name, f"/{name}"), book="demo")
        yield name, press.sheet(title, body(frame), book, frame)


def bodies(book: Ledger, most: Entry) -> Iterator[tuple[str, str, Any]]:
    """Each screen's name, title and what sets it in a frame."""
    dispute = book.entries[0]
    yield "claims", "Claims", lambda f: claims.render(claims.claims(book), f)
    yield "claim", "Claim", lambda f: claim.render(claim.claim(book, dispute), f)
    yield "article", "Article", lambda f: article.render(article.article(book, dispute.pages[-1]), f)
    yield "compare", "Side by side", lambda f: compare.render(compare.compare(book, most.pages[:4], most), f)
    yield "queue", "Review", lambda f: queue.render(queue.queue(book), f)
    yield "timeline", "Timeline", lambda f: timeline.render(timeline.timeline(book, most), f)
    yield "map", "Map", lambda f: atlas.render(atlas.atlas(book), f)
    yield "pages", "Pages", lambda f: pile.render(pile.pile(book), f)
    yield "method", "Method", lambda f: method.render(method.method(book), f)


if __name__ == "__main__":
    sys.exit(main())
