"""The press: templates are set here, with one style sheet and one script, both named by their digests.

The templates get values of this room only. Autoescape is on for all of them, there is no ``safe`` in them (a test looks), and the
policy allows the style sheet and the script by digest and nothing else, should an escape ever fail. No page needs the script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model import Evidence, Finding
from sayso.show import apparatus, changes, front, glyphs, grounds, margins, sentences, words
from sayso.show.ledger import Ledger
from sayso.show.screens.frame import Frame
from sayso.text.normal import HALVES

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
LINKED = re.compile(r"https?://[^\s\"<>\\^`{|}]+")
CONTEXT = 160
"""Letters shown on each side of a passage that is evidence: a statement, of which 87 on real pages had 164 on average."""


def printed(template: str, book: Ledger, frame: Frame, **values: Any) -> str:
    """Return a template set with these values; half surrogates, which no page can carry, as the sign for them."""
    read = {key: page.document for key, page in book.pages.items()}
    texts = {key: document.text for key, document in read.items()}
    made = environment().get_template(template).render(book=book, frame=frame, texts=texts, documents=read, **values)
    return HALVES.sub("\ufffd", made)


def sheet(title: str, body: str, book: Ledger, frame: Frame, said: str = "") -> str:
    """Return one screen as a page of the app. ``body``: what a screen's ``render`` returned, ``said``: a word to the reader."""
    return printed(
        "sheet.html.j2", book, frame, title=title, body=Markup(body), said=said, style=Markup(style()), script=Markup(script())
    )


def policy(app: bool = True) -> str:
    """Return the content security policy; ``frame-ancestors`` counts in a header only."""
    allowed = f"default-src 'none'; style-src '{digest(style())}'; script-src '{digest(script())}'; base-uri 'none'; "
    return allowed + ("form-action 'self'; frame-ancestors 'none'" if app else "form-action 'none'")


@cache
def style() -> str:
    """Return the style sheet."""
    return files("sayso.show").joinpath("templates/sayso.css").read_text(encoding="utf-8")


@cache
def script() -> str:
    """Return the script: filters in the report, shortcuts."""
    return files("sayso.show").joinpath("templates/sayso.js").read_text(encoding="utf-8")


def digest(text: str) -> str:
    """Return the digest under which a policy allows a text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def environment() -> Environment:
    """The templates and their filters; made once."""
    env = Environment(
        loader=PackageLoader("sayso.show"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    env.filters.update(
        pieces=glyphs.pieces,
        plain=glyphs.plain,
        language=_language,
        linked=_linked,
        date=words.date,
        interval=words.interval,
        shortened=words.shortened,
        figure=apparatus.figure,
        bare=sentences.bare,
        inline=words.inline,
        filename=words.file,
    )
    env.globals.update(
        words=words,
        sentences=sentences,
        opened=front.opened,
        reasons=grounds.folded,
        count=words.count,
        origins=words.origins,
        name=words.name,
        stations=words.inner,
        context=_passage,
        parts=_parts,
        pair=changes.pair,
        forms=changes.forms,
        runs=margins.quotation,
        odds=_odds,
        degrees=_degrees,
    )
    return env


def _language(code: str | None) -> str:
    """A language tag that may stand in the page, else nothing; the page's own needs no saying."""
    return code if code and code != "en" and LANGUAGE.fullmatch(code) else ""


def _linked(url: str | None) -> str:
    """An address that may be a link: of the web, and with nothing in it that could end it."""
    return url if url and LINKED.fullmatch(url) and not glyphs.HIDDEN.search(url) else ""


def _passage(evidence: Evidence, texts: Mapping[str, str]) -> tuple[str, str, str]:
    """A passage with what stands before and after it in its line, cut at words."""
    text, span = texts[evidence.document], evidence.span
    before = text[max(0, span.start - CONTEXT) : span.start].splitlines()[-1:] or [""]
    after = text[span.end : span.end + CONTEXT].splitlines()[:1] or [""]
    if text[max(0, span.start - 1) : span.start] in ("\n", "\r"):
        before = [""]
    head = before[0] if span.start - len(before[0]) <= 0 or len(before[0]) < CONTEXT else "… " + before[0].partition(" ")[2]
    tail = after[0] if len(after[0]) < CONTEXT else after[0].rpartition(" ")[0] + " …"
    return head, span.of(text), tail


def _parts(finding: Finding, passage: str) -> list[tuple[bool, str]]:
    """A passage cut where the words stand that changed."""
    for said in (finding.to, finding.from_):
        if said and said != passage and said in passage:
            at = passage.index(said)
            rows = [(False, passage[:at]), (True, said), (False, passage[at + len(said) :])]
            return [row for row in rows if row[1]]
    return [(False, passage)]


def _odds(weight: float) -> str:
    """Log2 odds in words: "odds of 8 to 1", "odds of 1 to 4", "even odds"."""
    times = round(2 ** min(abs(weight), 40.0))
    return "even odds" if times <= 1 else f"odds of {times:,} to 1" if weight > 0 else f"odds of 1 to {times:,}"


def _degrees(spot: Any) -> str:
    """Coordinates with as many places as the precision bears: a country's middle to a degree, a town's to a hundredth (1 km)."""
    places = {"point": 3, "city": 2, "province": 1, "region": 0, "country": 0}.get(spot.precision, 1)
    lat, lon = (f"{abs(v):.{places}f}° " for v in (spot.lat, spot.lon))
    return f"{lat}{'N' if spot.lat >= 0 else 'S'} {lon}{'E' if spot.lon >= 0 else 'W'}"
