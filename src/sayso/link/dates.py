"""Publication dates that follow from other pages: a vague "earlier this month" here, the day of the same text there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.link.credits import Mention
from sayso.model import Document, Published, Unseen, When
from sayso.text.dates import published_bounds


def inferred(nodes: Sequence[tuple[Unseen, Sequence[Mention]]], documents: Mapping[str, Document]) -> dict[str, Published]:
    """Windows for pages without a date, each from the page that dates what they name; contradicting windows give none."""
    windows: dict[str, list[tuple[When, str, Mention]]] = {}
    for node, group in nodes:
        if node.published is None:
            continue
        for mention in group:
            if documents[mention.document].published is not None or mention.vague is None or mention.when is not None:
                continue
            window = published_bounds(mention.vague, node.published.when)
            if window is not None:
                windows.setdefault(mention.document, []).append((window, node.published.from_document or "", mention))
    out: dict[str, Published] = {}
    for document, found in sorted(windows.items()):
        start, end = max(w.start or "" for w, _, _ in found), min(w.end or "9999" for w, _, _ in found)
        if start < end:
            _, source, mention = min(found, key=lambda f: (f[0].start or "", f[1], f[2].name))
            out[document] = Published(start, end, "sibling", mention.vague.span if mention.vague else None, source)
    return out
