"""What an HTML page says of itself: JSON-LD, meta elements, time elements. Values only; ``dates_of_page`` weighs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.read.page import Declared
from sayso.text import dates, instants

_ARTICLE = re.compile(r"(?:article|posting|report|newsarticle|webpage|liveblog|videoobject)$", re.I)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "article.published",
    "rnews:datepublished",
    "originalpublicationdate",
    "release_date",
    "bt:pubdate",
    "published_at",
    "article_date_original",
    "displaydate",
    "created",
    "doc_date",
    "creation_date",
    "dc.created",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article:modified",
    "revised",
    "updated_time",
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TIME_CLASS = re.compile(r"publi|entry-date|posted|post-date|dtpub|article.?date|date.?time", re.I)
MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Markup:
    """The page about itself."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_basis: str | None = None
    author: str | None = None
    language: str | None = None
    published: tuple[Declared, ...] = ()
    updated: tuple[Declared, ...] = ()


def of(tree: Any) -> Markup:
    """Everything the markup of this tree says."""
    metas = _metas(tree)
    nodes = list(_articles(tree))
    main = nodes[0] if nodes else {}
    outlet, basis = _outlet(metas, main)
    published = [
        *_dated("json-ld", [n.get("datePublished") for n in nodes[:1]]),
        *_dated("meta", [metas.get(k) for k in _PUBLISHED]),
        *_times(tree),
    ]
    updated = [*_dated("json-ld", [n.get("dateModified") for n in nodes[:1]]), *_dated("meta", [metas.get(k) for k in _UPDATED])]
    return Markup(
        _url(tree, metas),
        _title(tree, metas, main),
        outlet,
        basis,
        _author(metas, main),
        tree.get("lang") or metas.get("og:locale"),
        tuple(published),
        tuple(updated),
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = _flat(meta.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (meta.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _flat(text: str | None) -> str:
    return _SPACE.sub(" ", text or "").strip()


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects that describe an article, those before a page object first."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found += [node for node in _nodes(data) if _is_article(node)]
    yield from sorted(found, key=lambda n: _type(n).lower().endswith(("webpage", "videoobject")))


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < MOST_NODES:
        seen += 1
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting += [
                node[k]
                for k in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                if isinstance(node.get(k), dict | list)
            ]
        elif isinstance(node, list):
            waiting += node[:200]


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(k for k in kind if isinstance(k, str)) if isinstance(kind, list) else kind if isinstance(kind, str) else ""


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.search(k) for k in _type(node).split()) and ("datePublished" in node or "headline" in node)


def _dated(basis: str, values: list[Any]) -> list[Declared]:
    """Those values that say one instant, each day once."""
    found: list[Declared] = []
    for value in values:
        when = _when(value)
        if when and not any(d.when == when for d in found):
            found.append(Declared(basis, when))
    return found


def _when(value: Any) -> Any:
    if not isinstance(value, str) or not 6 <= len(value.strip()) <= 60:
        return None
    text = re.sub(r"(?<=\d)\s?(?:Z|UTC|GMT)$", "Z", value.strip())
    text = re.sub(r"(T\d\d:\d\d(?::\d\d)?)\.\d{1,9}", r"\1", text)
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text)
    found = instants.from_iso(text)
    if found:
        return found
    spelled = dates.expressions(text, 0, len(text))
    when = dates.resolve(spelled[0], None) if len(spelled) == 1 and spelled[0].form == "day" else None
    return when if when and when.start else None


def _times(tree: Any) -> list[Declared]:
    """The first time element that is marked as the publication's. Unmarked ones date comments, teasers and the day itself."""
    marked: list[str] = []
    for element in tree.iter("time"):
        value = element.get("datetime") or _flat(element.text_content())[:60]
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if element.get("pubdate") is not None or "datepublished" in names.lower() or _TIME_CLASS.search(names):
            marked.append(value)
    return _dated("time-element", marked[:1])


def _url(tree: Any, metas: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href")).strip()
    url = metas.get("og:url", "")
    return url if url.startswith("http") else None


def _title(tree: Any, metas: dict[str, str], main: dict[str, Any]) -> str | None:
    heads = [_flat(h.text_content()) for h in tree.iter("h1")]
    heads = [h for h in heads if 3 <= len(h) <= 300]
    given = [
        t
        for t in (
            _flat(main.get("headline")) if isinstance(main.get("headline"), str) else "",
            metas.get("og:title", ""),
            next((_flat(t.text_content()) for t in tree.iter("title")), ""),
        )
        if t
    ]
    for head in heads:
        if any(_bare(head) and _bare(head) in _bare(g) for g in given):
            return head
    return given[0][:500] if given else heads[0] if len(heads) == 1 else None


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _outlet(metas: dict[str, str], main: dict[str, Any]) -> tuple[str | None, str | None]:
    publisher = main.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    for value, basis in (
        (metas.get("og:site_name"), "og:site_name in its markup"),
        (name, "publisher in its JSON-LD"),
        (metas.get("application-name"), "application-name in its markup"),
    ):
        if isinstance(value, str) and 2 <= len(_flat(value)) <= 80:
            return _flat(value), basis
    return None, None


def _author(metas: dict[str, str], main: dict[str, Any]) -> str | None:
    author = main.get("author")
    authors = author if isinstance(author, list) else [author]
    names = [a.get("name") if isinstance(a, dict) else a for a in authors]
    named = [_flat(n) for n in names if isinstance(n, str) and 2 < len(n) < 100]
    given = ", ".join(dict.fromkeys(named)) or metas.get("author", "")
    return given if given and not given.startswith("http") and len(given) < 200 else None
