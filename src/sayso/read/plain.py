"""Plain text: the decoded input itself, unchanged."""

from __future__ import annotations

import hashlib

from sayso.read import scan
from sayso.read.page import Page, Refusal


def page(raw: bytes) -> Page | Refusal:
    """The page a plain-text file is."""
    text, degraded = scan.decode(raw, None)
    if text is None:
        return Refusal("no encoding fits its bytes; save it as UTF-8 and run again.")
    if not text.strip():
        return Refusal("empty; nothing to read.")
    return Page(text, hashlib.sha256(raw).hexdigest(), degraded=degraded)
