"""How a statement is told: in the source's words, in the teller's, in both, or in the page's own voice."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Span, Voice
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import tokens

SPARE = 2  # words outside the marks that leave a quotation direct (a leading "that", an ending "he")


def voice(text: str, content: Sequence[Span], quotes: Sequence[Quotation], title: bool) -> Voice:
    """Direct: all told words in quotation marks; mixed: some; indirect: none. A title's voice is ``headline``."""
    if title:
        return "headline"
    words = [t for c in content for t in tokens(text, c.start, c.end) if t.word]
    inside = 0
    for t in words:
        inside += any(not q.single and not _label(text, q) for q in overlapping(quotes, Span(t.start, t.start + 1)))
    if not inside:
        return "indirect"
    return "direct" if inside >= len(words) - (SPARE if len(words) > 6 else 0) else "mixed"


def _label(text: str, quote: Quotation) -> bool:
    """Marks after "so-called" are the teller's distance, not the source's words."""
    before = text[max(quote.span.start - 12, 0) : quote.span.start].lower().rstrip()
    return before.endswith(("so-called", "so called"))
