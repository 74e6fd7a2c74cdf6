"""Quotation marks of a paragraph, paired. Unbalanced marks survive: a quotation may lack its opening or its closing mark.

Six styles: “…”, "…", „…“, «…», »…«, and single ‘…’ / '…' where they cannot be apostrophes; „…" where a paragraph has no curly
closing mark, as many Polish and German desks type it. Double marks win over single ones, except on a page that sets speech in
single marks (``singly``): there these are marks like any other, and double ones stand within.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import Span

_OPEN, _CLOSE, _PLAIN = "“„«", "”»", '"'
_DOUBLE, _SINGLE = re.compile(f"[{_OPEN}{_CLOSE}{_PLAIN}]"), re.compile("[‘']")
_UTTERED = ".,!?…"
FEWEST_SPOKEN, FEWEST_WORDS = 2, 3
LONGEST_SINGLE = 300  # a single-quoted passage longer than this was never one in the 250 corpus pages looked at: apostrophes


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage: ``span`` with its marks, ``inner`` without. ``opened``/``closed`` False: that mark is missing."""

    span: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    single: bool = False


def quotations(text: str, paragraph: Span, spoken: bool = False) -> list[Quotation]:
    """The quotations of one paragraph in text order, none overlapping another.

    ``spoken``: the page sets speech in single marks, so that they are marks like double ones and win over these.
    """
    doubles = _doubles(text, paragraph)
    if spoken:
        first = [replace(q, single=False) for q in _singles(text, paragraph, spoken)]
        return sorted(first + [q for q in doubles if not overlapping(first, q.span)], key=lambda q: q.span)
    singles = [q for q in _singles(text, paragraph) if not overlapping(doubles, q.span)]
    return sorted(doubles + singles, key=lambda q: q.span)


def singly(text: str, listed: Sequence[Span], language: str | None = None) -> bool:
    """Whether a page sets speech in single marks: two or more, and more than it has double ones, end like an utterance ("…,'").

    Of 165 pages looked at this holds for 12, all of one house, and for none that has a label or two in such marks. Dutch
    papers have the comma behind the mark ("‘C’, zegt S"): there one passage of some words is enough.
    """
    found = [q for p in listed for q in quotations(text, p)]
    if (language or "").startswith("nl"):
        single = sum(q.single and len(q.inner.of(text).split()) >= FEWEST_WORDS for q in found)
        return single > sum(not q.single for q in found)
    ended = sum(q.single and text[q.inner.end - 1] in _UTTERED for q in found)
    return ended >= FEWEST_SPOKEN and ended > sum(not q.single for q in found)


def overlapping(quotes: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of ``quotes`` (in text order, none overlapping another) that share a character with ``span``."""
    first = bisect_right(quotes, span.start, key=lambda q: q.span.end)
    return quotes[first : bisect_left(quotes, span.end, lo=first, key=lambda q: q.span.start)]


def _doubles(text: str, paragraph: Span) -> list[Quotation]:
    out: list[Quotation] = []
    text = _typed(text, paragraph)
    start, style = -1, ""
    last = text.rfind("«", paragraph.start, paragraph.end)
    typed = not any(c in "“”" for c in paragraph.of(text))
    for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        i, c = m.start(), m.group()
        if start < 0 and _opens(text, i, paragraph, last):
            start, style = i, c
        elif start >= 0 and (_closes(text, i, style) or (typed and style == "„" and _closes(text, i, "“"))):
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


def _singles(text: str, paragraph: Span, spoken: bool = False) -> list[Quotation]:
    out: list[Quotation] = []
    at = paragraph.start
    while (m := _SINGLE.search(text, at, paragraph.end)) is not None:
        i, end = m.start(), -1
        if _opens_single(text, i, paragraph, spoken):
            end = _spoken_end(text, i, paragraph) if spoken else _single_end(text, i, paragraph)
        if end > 0:
            out.append(Quotation(Span(i, end + 1), Span(i + 1, end), single=True))
            i = end
        elif spoken and i == paragraph.start and text[i + 1 : i + 2].isupper() and paragraph.end > i + 1:
            return [Quotation(paragraph, Span(i + 1, paragraph.end), closed=False, single=True)]  # the speech goes on below
        at = i + 1
    return out


def _opens_single(text: str, i: int, paragraph: Span, spoken: bool) -> bool:
    if i + 1 >= paragraph.end:
        return False
    before = text[i - 1] if i > paragraph.start else " "
    after = text[i + 1]
    if after in "stnkm" and text[i + 2 : i + 3].isspace():
        return False  # Dutch "‘s avonds", "'t huis"
    return (before.isspace() or before in '(“"—–-') and (after.isalnum() or (spoken and after in '([“"$£€…'))


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


def _spoken_end(text: str, start: int, paragraph: Span) -> int:
    """Where speech in single marks ends: behind an utterance's end, else at the first mark that is no plural's ("guests' bags")."""
    first = -1
    for j in range(start + 2, paragraph.end):
        if text[j] not in "‘’'":
            continue
        after = text[j + 1] if j + 1 < paragraph.end else " "
        if text[j - 1].isspace():
            if first > 0 and after.isalnum():
                break  # another one opens
        elif not after.isalnum() and text[j] != "‘":
            if text[j - 1] in _UTTERED or not (text[j - 1] == "s" and text[j + 1 : j + 3].strip().islower()):
                return j if first < 0 or text[j - 1] in _UTTERED else first
            first = j if first < 0 else first
    return first
