"""RSS and Atom feeds: one page an entry. Entities are not expanded and nothing outside the file is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree, html

from sayso.model import When
from sayso.read import headline
from sayso.read.page import Declared, Page, Refusal
from sayso.text import instants


def pages(raw: bytes) -> Iterator[Page | Refusal]:
    """The entries of a feed, each with its title, address and date."""
    try:
        root = etree.fromstring(raw, parser=etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        yield Refusal("a feed that no XML parser can read; save it again.")
        return
    outlet = next((_text(e) for e in root.iter() if _name(e) == "title" and _name(e.getparent()) in ("channel", "feed")), None)
    entries = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not entries:
        yield Refusal("a feed without entries; nothing to read.")
    for number, entry in enumerate(entries, 1):
        yield _page(entry, number, outlet)


def _name(element: Any) -> str:
    tag = element.tag if element is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any) -> str | None:
    return "".join(element.itertext()).strip() or None


def _page(entry: Any, number: int, outlet: str | None) -> Page | Refusal:
    got: dict[str, Any] = {}
    for child in entry:
        got.setdefault(_name(child), child)
    body = next((_text(got[k]) for k in ("encoded", "content", "description", "summary") if k in got and _text(got[k])), None)
    if body is None:
        return Refusal("an entry without text; nothing to read.", number)
    notes: tuple[str, ...] = ()
    if "<" in body and ">" in body:
        body, notes = _without_markup(body)
    if not body.strip():
        return Refusal("an entry without text; nothing to read.", number)
    title = _text(got["title"]) if "title" in got else None
    body = headline.over(title, body)
    link = got.get("link")
    url = (link.get("href") or _text(link)) if link is not None else None
    when = next((w for k in ("pubDate", "published", "date", "issued") if k in got and (w := _when(_text(got[k])))), None)
    updated = _when(_text(got["updated"])) if "updated" in got else None
    return Page(
        body,
        hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
        number,
        url,
        title,
        outlet,
        "title of the feed" if outlet else None,
        declared=(Declared("feed", when),) if when else (),
        updated=(Declared("feed", updated),) if updated else (),
        degraded=notes,
    )


def _without_markup(body: str) -> tuple[str, tuple[str, ...]]:
    try:
        tree = html.fragment_fromstring(body, create_parent="div")
    except (etree.LxmlError, ValueError):
        return body, ("markup inside the entry could not be parsed and stands in the text",)
    for element in tree.iter("p", "br", "div", "li"):
        element.tail = "\n" + (element.tail or "")
    return "\n".join(line.strip() for line in str(tree.text_content()).split("\n")).strip(), ()


def _when(value: str | None) -> When | None:
    if not value:
        return None
    found = instants.from_iso(value)
    if found:
        return found
    try:
        moment: datetime = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return instants.from_iso(moment.isoformat())
