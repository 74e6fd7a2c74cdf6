"""Quotation marks of a paragraph, paired. Unbalanced marks survive: a quotation may lack its opening or its closing mark.

Six styles: “…”, "…", „…“, «…», »…«, and single ‘…’ / '…' where they cannot be apostrophes. Double marks win over single ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Span

_OPEN, _CLOSE, _PLAIN = "“„«", "”»", '"'
LONGEST_SINGLE = 300  # a single-quoted passage longer than this was never one in the 250 corpus pages looked at: apostrophes


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage: ``span`` with its marks, ``inner`` without. ``opened``/``closed`` False: that mark is missing."""

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    single: bool = False


def quotations(text: str, paragraph: Span) -> list[Quotation]:
    """The quotations of one paragraph in text order, none overlapping another."""
    doubles = _doubles(text, paragraph)
    singles = [q for q in _singles(text, paragraph) if not overlapping(doubles, q.span)]
    return sorted(doubles + singles, key=lambda q: q.span)


def overlapping(quotes: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of ``quotes`` (in text order, none overlapping another) that share a character with ``span``."""
    first = bisect_right(quotes, span.start, key=lambda q: q.span.end)
    return quotes[first : bisect_left(quotes, span.end, lo=first, key=lambda q: q.span.start)]


def _doubles(text: str, paragraph: Span) -> list[Quotation]:
    out: list[Quotation] = []
    text = _typed(text, paragraph)
    start, style = -1, ""
    last = text.rfind("«", paragraph.start, paragraph.end)
    for i in range(paragraph.start, paragraph.end):
        c = text[i]
        if c not in _OPEN + _CLOSE + _PLAIN:
            continue
        if start < 0 and _opens(text, i, paragraph, last):
            start, style = i, c
        elif start >= 0 and _closes(text, i, style):
            out.append(Quotation(Span(start, i + 1), Span(start + 1, i)))
            start = -1
        elif start < 0:
            begin = _left_edge(text, out, paragraph)
            if i > begin:
                out.append(Quotation(Span(begin, i + 1), Span(begin, i), opened=False))
    if start >= 0 and paragraph.end > start + 1:
        out.append(Quotation(Span(start, paragraph.end), Span(start + 1, paragraph.end), closed=False))
    return out


def _typed(text: str, paragraph: Span) -> str:
    """The text with marks of two characters (''…'' and ``…'') as one mark, every offset kept."""
    part = paragraph.of(text)
    if "''" not in part and "``" not in part:
        return text
    part = re.sub(r"(?<!\S)''(?!\s)|``", ' "', part)
    return text[: paragraph.start] + part.replace("''", '" ') + text[paragraph.end :]


def _opens(text: str, i: int, paragraph: Span, last: int) -> bool:
    c = text[i]
    before = text[i - 1] if i > paragraph.start else " "
    after = text[i + 1] if i + 1 < paragraph.end else " "
    free = (not before.isalnum() and before not in ".,!?") or (after.isalnum() and _written_on(text, i, paragraph))
    if c == "»":  # »…« opens with the mark that «…» closes with
        return free and after.isalnum() and last > i
    return c in _OPEN or (c in _PLAIN and free and not after.isspace())


def _written_on(text: str, i: int, paragraph: Span) -> bool:
    """Whether only an Arabic particle of one letter, with or without a stroke, stands before the mark."""
    k = i - 1 if text[i - 1] == "ـ" else i
    return k > paragraph.start and text[k - 1] in "لبوكف" and (k - 1 == paragraph.start or text[k - 2].isspace())


def _closes(text: str, i: int, style: str) -> bool:
    c = text[i]
    if style == "»":
        return c == "«"
    if style == "„":
        return c in "“”"
    if style == "«":
        return c == "»"
    if style in _PLAIN:
        return c in _PLAIN + "”"
    return c in '”"' and not (c == '"' and text[i - 1].isspace())


def _left_edge(text: str, done: list[Quotation], paragraph: Span) -> int:
    """Where a quotation that lost its opening mark begins: after the quotation before it, or with the paragraph."""
    begin = done[-1].span.end if done else paragraph.start
    while begin < paragraph.end and (text[begin].isspace() or text[begin] in ".,;"):
        begin += 1
    return begin


def _singles(text: str, paragraph: Span) -> list[Quotation]:
    out: list[Quotation] = []
    i = paragraph.start
    while i < paragraph.end:
        before = text[i - 1] if i > paragraph.start else " "
        opens = text[i] in "‘'" and (before.isspace() or before in '(“"—–-') and i + 1 < paragraph.end and text[i + 1].isalnum()
        end = _single_end(text, i, paragraph) if opens else -1
        if end > 0:
            out.append(Quotation(Span(i, end + 1), Span(i + 1, end), single=True))
            i = end
        i += 1
    return out


def _single_end(text: str, start: int, paragraph: Span) -> int:
    for j in range(start + 2, min(start + LONGEST_SINGLE, paragraph.end)):
        if text[j] in "’'" and not text[j - 1].isspace():
            after = text[j + 1] if j + 1 < paragraph.end else " "
            plural = (
                text[j - 1] == "s"
                and after == " "
                and any(c in "’'" for c in text[j + 1 : start + LONGEST_SINGLE].split(" ", 1)[0])
            )
            if not after.isalnum() and not plural:
                return j
        if text[j] == "\n":
            break
    return -1
