"""Word pieces of sentences, and the windows in which the tagger sees them.

A window holds a sentence with its neighbours, so that a source one sentence back or a quotation one sentence on is in view. In the
first pass nothing is marked; in the second the words of one cue are, by their segment number, as predicates are in semantic role
labelling (Shi & Lin 2019, arXiv:1904.05255).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from sayso.model import Span
from sayso.text.normal import HALVES

CLS, SEP = 101, 102  # of the uncased BERT vocabulary
LONGEST = 160  # word pieces of one sentence in a window; longer ones are cut into such parts (0.4 % of the labelled sentences)
NEAR = 40  # word pieces taken from a neighbour: the end of the one before, the head of the one after
SHORT = 8  # words of a sentence that may lean on the one before it ("So he said.")
_THIS = re.compile(r"[“\"]?(?:This|That|The (?:claim|statement|comments?|remarks?|report)) (?:was|is|has been) ")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one sentence: vocabulary numbers, and where each stands in the text."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...]

    @property
    def extent(self) -> Span:
        """From the first piece to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Window:
    """What the tagger sees at once; ``spans`` is None where a piece is no word of the text."""

    ids: tuple[int, ...]
    kinds: tuple[int, ...]
    spans: tuple[Span | None, ...]


def pieces(tokenizer: Tokenizer, text: str, sentences: Sequence[Span]) -> list[Pieces]:
    """Each sentence in word pieces, in parts of at most ``LONGEST``; one row a part."""
    out: list[Pieces] = []
    # A lone surrogate has no UTF-8; one letter stands in for it, so that every offset is kept.
    safe = [HALVES.sub("?", s.of(text)) for s in sentences]
    for s, encoded in zip(sentences, tokenizer.encode_batch(safe, add_special_tokens=False), strict=True):
        spans = tuple(Span(s.start + a, s.start + b) for a, b in encoded.offsets)
        for first in range(0, len(spans), LONGEST) or (0,):
            out.append(Pieces(tuple(encoded.ids[first : first + LONGEST]), spans[first : first + LONGEST]))
    return out


def alone(rows: Sequence[Pieces], n: int) -> Window:
    """A sentence by itself, nothing marked: the first pass."""
    return Window((CLS, *rows[n].ids, SEP), (0,) * (len(rows[n].ids) + 2), (None, *rows[n].spans, None))


def around(text: str, rows: Sequence[Pieces], n: int, cue: Span) -> Window:
    """A sentence with one cue marked: the second pass. Neighbours come in where the sentence does not stand for itself.

    89 % of PolNeAR's attributions lie within one sentence; ``_leans_back`` and ``_goes_on`` say when one of the others may be
    at hand. A paragraph's end is a separator.
    """
    ids: list[int] = [CLS]
    spans: list[Span | None] = [None]

    def add(part: Pieces, first: int, last: int) -> None:
        if len(ids) > 1 and spans[-1] is not None and "\n" in text[spans[-1].end : part.spans[0].start]:
            ids.append(SEP)
            spans.append(None)
        ids.extend(part.ids[first:last])
        spans.extend(part.spans[first:last])

    if n and _leans_back(text, rows[n - 1], rows[n]):
        add(rows[n - 1], max(0, len(rows[n - 1].ids) - NEAR), len(rows[n - 1].ids))
    add(rows[n], 0, len(rows[n].ids))
    if n + 1 < len(rows) and _goes_on(text, rows[n]):
        add(rows[n + 1], 0, NEAR)
    ids.append(SEP)
    spans.append(None)
    return Window(tuple(ids), tuple(int(s is not None and s.overlaps(cue)) for s in spans), tuple(spans))


def _leans_back(text: str, before: Pieces, row: Pieces) -> bool:
    """A short sentence, one in lower case, and one inside a quotation opened before may have source or cue there."""
    here = row.extent.of(text)
    first = re.search(r"\w", here)
    lower = first is not None and first.group().islower()
    return lower or len(here.split()) <= SHORT or _open_mark(before.extent.of(text)) or _THIS.match(here) is not None


def _goes_on(text: str, row: Pieces) -> bool:
    """A colon, or a quotation that is still open, leads on to the next sentence."""
    here = row.extent.of(text)
    return here.endswith(":") or _open_mark(here)


def _open_mark(words: str) -> bool:
    return words.count("“") > words.count("”") or words.count("«") > words.count("»") or words.count('"') % 2 == 1


def batches(windows: Sequence[Window], size: int) -> Iterator[list[int]]:
    """Numbers of windows, similar lengths together, ``size`` at a time."""
    order = sorted(range(len(windows)), key=lambda n: (len(windows[n].ids), n))
    for first in range(0, len(order), size):
        yield order[first : first + size]
