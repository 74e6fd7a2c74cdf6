"""Figures that are read although a sentence counts nothing with them, and what a sentence does count with.

Who reads figures alone sees 222 in +1-222-2222, 0.2 in "then a fifth", 0.6 in "three over five". Who reads news sees a telephone, a
place in a row and two results. So a number of which the two think differently says what news tells by it (``Number.told``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model import Span
from sayso.text.fractions import CURRENCY
from sayso.text.number_words import Number, Row, Words
from sayso.text.numerals import numeral

DIGITS, ALL = re.compile(r"\d+"), re.compile(r".+")


def counted(numbers: Iterable[Number]) -> list[Number]:
    """What a sentence counts with: each number, or what is told by it instead."""
    return [told for n in numbers for told in ((n,) if n.told is None else n.told)]


def passed(row: Row, i: int, j: int) -> list[Number]:
    """The figures among the tokens ``i`` to ``j``, which are no number together: of a date, a telephone, a list, a name."""
    out: list[Number] = []
    for k in range(i, j):
        token, value = row.row[k], row.small(k)
        if token.kind == "word" and value is not None and row.inside_name(k):
            out.append(row.make(k, k + 1, value, worded=True, told=()))  # "three-nought-four"
        if token.kind != "digits":
            continue
        runs = DIGITS if numeral(token.word, row.words.language) is None else ALL
        for m in runs.finditer(token.word):
            value = numeral(m.group(), row.words.language)
            if value is not None:
                out.append(Number(Span(token.start + m.start(), token.start + m.end()), value, value, told=()))
    return out


def quotients(text: str, numbers: Sequence[Number], words: Words) -> list[Number]:
    """ "1 over 3" with nothing counted behind it: one number, by which a sentence tells both."""
    out: list[Number] = []
    for b in numbers:
        a = out[-1] if out else None
        if a is not None and divided(text, a, b, words):
            share = a.low / b.low
            out[-1] = Number(Span(a.span.start, b.span.end), share, share, abs(share) < 1, a.worded, told=(a, b))
        else:
            out.append(b)
    return out


def divided(text: str, a: Number, b: Number, words: Words) -> bool:
    """Whether a word of division stands between two exact numbers, and neither money before nor a word behind them."""
    if b.span.start - a.span.end > 8 or a.told is not None or a.low != a.high or b.low != b.high or not b.low:
        return False
    above = words.value("quotient", text[a.span.end : b.span.start].strip().lower())
    before, after = text[max(a.span.start - 2, 0) : a.span.start].strip(), text[b.span.end : b.span.end + 2].strip()
    return above in (0, a.low) and before[-1:] not in CURRENCY and not (after[:1].isalnum() or after[:1] in ("%", "-"))
