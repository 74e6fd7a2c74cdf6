"""Shared wording between pages: passages of one inside another, furniture, quotations and stock phrases taken out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Document, Span
from sayso.text.align import shared_runs
from sayso.text.normal import fold, words
from sayso.text.shingles import LENGTH, fingerprints, ngrams

# A fingerprint in more pages than this is a stock phrase or an agency text that everybody has; it opens no pair.
# df <= 50 with a verifying step: recall .976, precision .952 at 10,000 documents (PERFORMANCE.md §2).
MOST_PAGES = 50
# Pages with fewer fingerprints in common are not aligned.
LEAST_HITS = 2
# A shared passage counts from this many equal words on: two sentences of two authors share 7 or 8 by idiom and names alone.
LEAST_RUN = 8
# Words in shared passages, quotations aside, from which on one page has wording of the other. >= 16 words verified: precision .978,
# recall .953 at 50,000 documents (PERFORMANCE.md §2).
LEAST_WORDS = 16
# From this share of the shorter page on the page as a whole is the same text.
WHOLE_PAGE = 0.8
# A run of words within so many words of the ends of so many pages of one outlet is a notice of that outlet.
END, STOCK_PAGES = 80, 3
_OPENING, _CLOSING = '“«„"', '”»“"'
_MARKS = re.compile(f"[\n{_OPENING}{_CLOSING}]")


@dataclass(frozen=True, slots=True)
class PageWords:
    """The folded words of one page without furniture, where each stands, and whether it stands in quotation marks."""

    document: Document
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: bytes


@dataclass(frozen=True, slots=True)
class Reuse:
    """Wording that two pages share: equal words outside quotations, their share of the shorter page, and the longest passage."""

    a: str
    b: str
    words: int
    share: float
    a_span: Span
    b_span: Span
    detail: str


def page_words(document: Document) -> PageWords:
    """A page made ready for comparison."""
    text = document.text
    marked = sorted(f.span for f in document.furniture)
    tokens, spans, quoted = [], [], bytearray()
    inside = _quoted(text)
    k = 0
    for word in words(text):
        while k < len(marked) and marked[k].end <= word.span.start:
            k += 1
        if k < len(marked) and marked[k].overlaps(word.span):
            continue
        tokens.append(fold(word.text))
        spans.append(word.span)
        quoted.append(inside[word.span.start])
    return PageWords(document, tuple(tokens), tuple(spans), bytes(quoted))


def _quoted(text: str) -> bytearray:
    """1 for every code point between quotation marks of one paragraph; an unclosed mark ends with its paragraph."""
    out, start = bytearray(len(text)), -1
    for m in _MARKS.finditer(text):
        i, c = m.start(), m.group()
        if c == "\n":
            start = -1
        elif start < 0 and c in _OPENING:
            start = i
        elif start >= 0 and c in _CLOSING:
            out[start : i + 1] = b"\1" * (i + 1 - start)
            start = -1
    return out


def stock(pages: Sequence[PageWords]) -> frozenset[int]:
    """Hashes of word runs that are an outlet's own phrases: in some page's furniture, or at the ends of many of its pages."""
    out: set[int] = set()
    ends: dict[str, Counter[int]] = defaultdict(Counter)
    for page in pages:
        for f in page.document.furniture:
            out.update(ngrams([fold(w.text) for w in words(page.document.text, f.span.start, f.span.end)]))
        if page.document.outlet and len(page.tokens) > 2 * END:
            ends[page.document.outlet].update({*ngrams(page.tokens[:END]), *ngrams(page.tokens[-END:])})
    return frozenset(out | {h for _, found in sorted(ends.items()) for h, n in found.items() if n >= STOCK_PAGES})


def spoken(pages: Sequence[PageWords]) -> frozenset[int]:
    """Hashes of word runs that some page gives in quotation marks: on a page that gives them without, they are a quotation too."""
    out: set[int] = set()
    for page in pages:
        if any(page.quoted):
            grams = ngrams(page.tokens)
            out.update(h for i, h in enumerate(grams) if all(page.quoted[i : i + LENGTH]))
    return frozenset(out)


def candidates(pages: Sequence[PageWords], stocked: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Index pairs of pages that share enough fingerprints; linear for a bounded number of pages per fingerprint."""
    postings: dict[int, list[int]] = defaultdict(list)
    for i, page in enumerate(pages):
        for value in sorted({h for h, _ in fingerprints(page.tokens)} - stocked):
            postings[value].append(i)
    hits: Counter[tuple[int, int]] = Counter()
    for _, places in sorted(postings.items()):
        if len(places) <= MOST_PAGES:
            hits.update((i, j) for n, i in enumerate(places) for j in places[n + 1 :])
    yield from sorted(pair for pair, n in hits.items() if n >= LEAST_HITS)


def _quoted_words(page: PageWords, start: int, end: int, said: frozenset[int], grams: Sequence[int]) -> int:
    """How many words of a run are a quotation, here or on another page."""
    marked = bytearray(page.quoted[start:end])
    for i, value in enumerate(grams):
        if value in said:
            marked[i : i + LENGTH] = b"\1" * len(marked[i : i + LENGTH])
    return sum(marked)


def reuse(a: PageWords, b: PageWords, stocked: frozenset[int], said: frozenset[int] = frozenset()) -> Reuse | None:
    """The wording that two pages share, quotations (``said``) taken out; None where it is too little to say anything."""
    runs = []
    for run in shared_runs(a.tokens, b.tokens, LENGTH):
        grams = ngrams(a.tokens[run.a_start : run.a_end])
        known = sum(h in stocked for h in grams)
        free = run.equal - _quoted_words(a, run.a_start, run.a_end, said, grams) if known * 2 <= run.equal else 0
        if run.equal >= LEAST_RUN and free > 0:
            runs.append((free, run))
    total = sum(free for free, _ in runs)
    if total < LEAST_WORDS:
        return None
    _, best = max(runs, key=lambda r: (r[0], -r[1].a_start))
    shorter = min(len(a.tokens), len(b.tokens))
    share = min(1.0, sum(run.equal for _, run in runs) / shorter)
    a_span = Span(a.spans[best.a_start].start, a.spans[best.a_end - 1].end)
    b_span = Span(b.spans[best.b_start].start, b.spans[best.b_end - 1].end)
    words_found = " ".join(a_span.of(a.document.text).split())
    return Reuse(
        a.document.id,
        b.document.id,
        total,
        share,
        a_span,
        b_span,
        f"{total} words in shared passages, {share:.0%} of the shorter page; the longest: "
        + (words_found if len(words_found) <= 120 else words_found[:119] + "…"),
    )


def reuses(pages: Sequence[PageWords]) -> list[Reuse]:
    """Shared wording in the whole pile, pairs in order; ``pages`` in the order of their documents' ids."""
    stocked, said = stock(pages), spoken(pages)
    return [r for i, j in candidates(pages, stocked) if (r := reuse(pages[i], pages[j], stocked, said))]
