"""HTML: the article's body by trafilatura, and around it what carries evidence (date lines, captions, credits), kept and marked.

The bytes have been scanned before. An empty answer of a parser is noted, and the next one tried.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser as TextParser
from typing import Any
from urllib.parse import urljoin

import trafilatura
from lxml import html as lxml_html
from lxml.etree import LxmlError, ParserError

from sayso.model import Furniture, FurnitureKind, Hyperlink, Span
from sayso.read import markup, scan
from sayso.read.page import Page, Refusal
from sayso.text import dates

SHORT, CAPTION = 120, 400
"""A date line has at most 120 characters, a caption or credit at most 400: longer ones are the article's own paragraphs."""
MOST_LINKS = 500
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DATED = re.compile(r"date|time|publi|posted|stamp|byline", re.I)
_CAPTIONED = re.compile(r"caption|credit|copyright", re.I)


def page(raw: bytes) -> Page | Refusal:
    """The page an HTML file is."""
    source, degraded = scan.decode(raw, scan.declared_charset(raw))
    if source is None:
        return Refusal("no encoding fits its bytes; save it as UTF-8 and run again.")
    tree = _tree(source)
    said = markup.of(tree) if tree is not None else markup.Markup()
    body, notes = _body(source, tree)
    if not body:
        return Refusal("markup without any text; save the page again from a browser, after it has loaded.")
    head, around = _evidence(tree, said.title, body) if tree is not None else ([], [])
    text, furniture = _together(said.title, head, body, around)
    base = said.url or ""
    return Page(
        text,
        hashlib.sha256(raw).hexdigest(),
        url=said.url,
        title=said.title,
        outlet=said.outlet,
        outlet_basis=said.outlet_basis,
        byline=said.author,
        language=said.language,
        declared=said.published,
        updated=said.updated,
        headings=_headings(tree),
        furniture=furniture,
        hyperlinks=tuple(_links(tree, base, text)) if tree is not None else (),
        degraded=degraded + notes,
    )


def _tree(source: str) -> Any:
    """The element tree, or None where lxml makes nothing of the page."""
    clean = source.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        return lxml_html.document_fromstring(clean, parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (LxmlError, ParserError, ValueError):
        return None


def _body(source: str, tree: Any) -> tuple[list[str], tuple[str, ...]]:
    """The paragraphs of the article, and what was given up to get them."""
    try:
        found = trafilatura.bare_extraction(source, fast=True, include_comments=False, with_metadata=False)
    except Exception as error:  # a parser of foreign bytes may raise anything; it is noted and the next one tried
        return _rest(source, tree, f"the extractor failed ({type(error).__name__})")
    text = found.text if found is not None and not isinstance(found, dict) else None
    if text and text.strip():
        return [p.strip() for p in text.split("\n") if p.strip()], ()
    return _rest(source, tree, "no article body found")


def _rest(source: str, tree: Any, why: str) -> tuple[list[str], tuple[str, ...]]:
    """All visible text, paragraph by paragraph: first from the tree, then by the standard library's parser."""
    if tree is not None:
        found = [_clean(e.text_content()) for e in tree.iter("p", "h1", "h2", "h3", "li", "blockquote", "pre", "td")]
        if any(found):
            return [p for p in found if p], (f"{why}; all paragraphs of the page taken",)
    parser = _Dump()
    parser.feed(source)
    found = [p for p in (_clean(p) for p in "".join(parser.parts).split("\n")) if p]
    return found, (f"{why}; all text of the page taken",)


class _Dump(TextParser):
    """Every character outside script and style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden = tag in ("script", "style", "noscript", "template")
        if tag in ("p", "div", "br", "li", "h1", "h2", "h3", "tr"):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def _clean(text: str | None) -> str:
    """White space of the markup as one blank; U+00A0 and other odd spaces stay."""
    return _SPACE.sub(" ", text or "").strip(" ")


def _evidence(tree: Any, title: str | None, body: list[str]) -> tuple[list[str], list[tuple[str, FurnitureKind]]]:
    """Date lines near the head, and captions and credits, that the body does not hold."""
    have = "\n".join(body)
    head: list[str] = []
    around: list[tuple[str, FurnitureKind]] = []
    for element in tree.iter("time", "span", "div", "p", "figcaption", "li", "address", "small"):
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        is_caption = element.tag == "figcaption" or bool(_CAPTIONED.search(names))
        is_date = element.tag == "time" or bool(_DATED.search(names))
        if not (is_caption or is_date) or len(element) > 12:
            continue
        text = _clean(element.text_content())
        if not text or len(text) > CAPTION or text in have or text == title:
            continue
        if is_caption and len(around) < 40 and text not in [a for a, _ in around]:
            around.append((text, "credit" if text.startswith("©") else "caption"))
        elif is_date and len(head) < 2 and len(text) <= SHORT and text not in head and _has_day(text):
            head.append(text)
    return head, around


def _has_day(text: str) -> bool:
    return any(x.form == "day" for x in dates.expressions(text, 0, len(text)))


def _headings(tree: Any) -> frozenset[str]:
    """The words of the page's headings that are no links: the article's own."""
    if tree is None:
        return frozenset()
    return frozenset(_clean(h.text_content()) for h in tree.iter("h2", "h3", "h4") if h.find(".//a") is None and len(h) < 50)


def _together(
    title: str | None, head: list[str], body: list[str], around: list[tuple[str, FurnitureKind]]
) -> tuple[str, tuple[Furniture, ...]]:
    """One text, paragraphs apart by a blank line, with the marks of what is no article."""
    rows: list[tuple[str, FurnitureKind | None]] = [(title, None)] if title and _clean(title) != _clean(body[0]) else []
    rows += [(h, "navigation") for h in head]
    rows += [(p, None) for p in body]
    rows += [(a, kind) for a, kind in around]
    parts: list[str] = []
    marks: list[Furniture] = []
    at = 0
    for words, kind in rows:
        if kind:
            marks.append(Furniture(Span(at, at + len(words)), kind))
        parts.append(words)
        at += len(words) + 2
    return "\n\n".join(parts), tuple(marks)


def _links(tree: Any, base: str, text: str) -> Iterator[Hyperlink]:
    """Links whose words stand in the text, once or in page order, to other pages."""
    at = 0
    seen: set[tuple[str, str]] = set()
    for element in _most(tree.iter("a"), 4 * MOST_LINKS):
        words, href = _clean(element.text_content()), (element.get("href") or "").strip()
        if not 2 <= len(words) <= CAPTION or not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
            continue
        try:
            url = urljoin(base, href)
        except ValueError:
            continue
        start = text.find(words, at)
        if not url.startswith(("http://", "https://")) or start < 0 or (words, url) in seen:
            continue
        seen.add((words, url))
        at = start + len(words)
        yield Hyperlink(Span(start, at), url)
        if len(seen) >= MOST_LINKS:
            return


def _most(elements: Iterable[Any], limit: int) -> Iterator[Any]:
    for number, element in enumerate(elements):
        if number >= limit:
            return
        yield element
