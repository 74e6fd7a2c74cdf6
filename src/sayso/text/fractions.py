"""Signs, decimals in words, fractions after a whole number, slashes, powers and scale letters: what stands about numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model import Span
from sayso.text.number_words import HYPHENS, Number, Row
from sayso.text.numerals import numeral

SLASHES = frozenset("/⁄")
CURRENCY = frozenset("$€£¥₹₽₴₺")
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 32, 64, 100})
"""What measures, prices and recipes are divided by."""
# 1e10, 1.3x10^6, 2.5^-1, set without spaces; matched once at the end of a run of digits, so this stays linear.
POWER = re.compile(r"(?:e([+-]?\d{1,2})|[x×*]10\^([+-]?\d{1,2})|\^([+-]?\d{1,2}))(?![\w^]|[.,]\d)")
LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "g": 1e9}


def alone(row: Row, i: int, j: int) -> bool:
    """Nothing but a sign stands about the tokens ``i`` to ``j``: a cell of a table."""
    return j == len(row.row) and (i == 0 or (i == 1 and row.word(0) in "-−"))


def below(row: Row, i: int, j: int, number: Number) -> Number:
    """ "minus five", "-5": the number below zero, where word or sign stands right before it."""
    if i == 0 or number.high != number.low or row.value("or", i - 2) is not None:  # "plus or minus three"
        return number
    if not (_minus(row, i, j) or row.value("minus", i - 1) is not None or _negative(row, i, j)):
        return number
    return replace(number, span=Span(row.row[i - 1].start, number.span.end), low=-number.low, high=-number.low, bare=False)


def _minus(row: Row, i: int, j: int) -> bool:
    """A minus sign: no joint, dash or range; a hyphen at the head of a line sets off an item unless the number stands alone."""
    at, sign = row.row[i - 1].start, row.word(i - 1)
    if sign not in ("-", "−"):
        return False
    if alone(row, i, j):
        return True
    before = row.text[at - 1 : at]
    if row.word(j) in HYPHENS or row.row[i].start != at + 1 or (i > 1 and row.row[i - 2].kind == "digits"):
        return False
    if sign == "−":
        return not before.isalnum()
    return before in (" ", "(", "\u00a0") and bool(row.text[max(at - 2, 0) : at].strip())


def _negative(row: Row, i: int, j: int) -> bool:
    """ "is negative one"; "tested negative two days later" is the result of a test."""
    if row.value("negative", i - 1) is None or row.value("moment", j) is not None:
        return False
    return i == 1 or row.row[i - 2].kind == "mark" or row.value("before_negative", i - 2) is not None


def power(row: Row, i: int) -> tuple[Number, int] | None:
    """A power of ten or of the number itself, written after the digits."""
    m = POWER.match(row.text, row.row[i].end)
    value = numeral(row.row[i].word, row.words.language) if m else None
    if m is None or value is None:
        return None
    try:
        result = value ** int(m.group(3)) if m.group(3) else value * 10.0 ** int(m.group(1) or m.group(2))
    except ArithmeticError:
        return None
    j = i + 1
    while j < len(row.row) and row.row[j].end <= m.end():
        j += 1
    return (row.make(i, j, result), j) if row.row[j - 1].end == m.end() else None


def _pair(row: Row, i: int) -> float | None:
    """The value of 3/4 at ``i``; None for what is a date, a score, a number of a house."""
    if (
        row.word(i + 1) not in SLASHES
        or not row.word(i).isdecimal()
        or not row.word(i + 2).isdecimal()
        or row.word(i + 3) in SLASHES
    ):
        return None
    if row.row[i + 2].end - row.row[i].start != len(row.word(i)) + len(row.word(i + 2)) + 1:
        return None
    above, under = int(row.word(i)), int(row.word(i + 2))
    return above / under if 0 < above < under and under in DENOMINATORS else None


def slashed(row: Row, i: int, value: float) -> tuple[Number | None, int]:
    """1/3 before "of", "a 2/3 majority", 3/4 alone; any other pair about a slash (dates, 9/11, 24/7, scores) is passed over."""
    under = numeral(row.word(i + 2), row.words.language) or 0.0
    if value < under <= 10 and row.row[i + 2].end - row.row[i].start <= 4 and row.value("of", i + 3) is not None:
        return row.make(i, i + 3, value / under, share=True), i + 3
    share = _pair(row, i)
    article = row.value("article", i - 1) is not None and i + 3 < len(row.row) and row.row[i + 3].kind == "word"
    if share is not None and (article or alone(row, i, i + 3)):
        return row.make(i, i + 3, share, share=True), i + 3
    return None, i + 3


def mixed(row: Row, i: int, value: float) -> tuple[Number, int] | None:
    """2 1/4: a whole number and a fraction, parted by spaces."""
    if i + 3 >= len(row.row) or row.row[i + 1].kind != "digits" or not row.word(i).isdecimal() or len(row.word(i)) > 3:
        return None
    share = _pair(row, i + 1)
    if share is None or not row.text[row.row[i].end : row.row[i].end + 3].isascii() or row.row[i + 1].start - row.row[i].end > 2:
        return None
    return row.make(i, i + 4, value + share), i + 4


def lettered(row: Row, i: int, value: float) -> tuple[Number, int] | None:
    """K, M, MM and G after a figure: after money, or where the figure stands alone; an M set directly after digits is a million."""
    scale = LETTERS.get(row.word(i + 1))
    if scale is None:
        return None
    letters = row.text[row.row[i + 1].start : row.row[i + 1].end]
    joined = row.row[i + 1].start == row.row[i].end
    money = row.text[max(row.row[i].start - 2, 0) : row.row[i].start].rstrip()[-1:]
    named = row.value("money", i + 2 + (row.word(i + 2) in HYPHENS)) is not None  # "48m crowns", "a 33m-crown order"
    paid = money in CURRENCY or named
    if joined and (letters == "M" or (letters == "m" and paid)):
        return row.make(i, i + 2, value * scale), i + 2
    told = (paid and letters.isupper()) or (alone(row, i, i + 2) and (letters.isupper() or letters == "k"))
    return (row.make(i, i + 2, value * scale), i + 2) if told else None


def lone_half(row: Row, i: int) -> bool:
    """ "a half" as a share; "in a half" is half a game."""
    if row.word(i + 1) != "half" or row.word(i + 2) in HYPHENS or row.value("join", i - 1) is not None:
        return False  # "a half-measure", "a mile and a half"
    return row.value("in", i - 1) is None


def proper(row: Row, k: int) -> tuple[float, int] | None:
    """A fraction below one at ``k``, after a whole number and "and" ("three quarters", "a half"), and the token after it."""
    article = row.value("article", k) is not None
    above = 1.0 if article else row.value("small", k)
    if not above:
        return None
    m = k + 1
    if above >= 20 and above % 10 == 0 and row.word(m) in HYPHENS:
        unit = row.value("small", m + 1)
        if unit is not None and 0 < unit < 10:
            above, m = above + unit, m + 2
    m += row.word(m) in HYPHENS
    part, end = row.part(m)
    if part is None or above >= part or row.word(end - 1).endswith("s") != (above > 1):
        return None
    if article:
        return (1 / part, end) if part <= 10 or end >= len(row.row) or row.row[end].kind != "word" else None
    return None if row.word(end) == "of" else (above / part, end)


def point(row: Row, i: int, end: int) -> tuple[str, int]:
    """The decimals after "point" at ``end`` and the token after them; none in "at one point five people"."""
    digits, k = "", end + 1
    if end == i + 1 and row.value("small", i) == 1 and row.value("before_point", i - 1) is not None:
        return "", end
    while (small := row.value("small", k)) is not None:
        k += 1
        if small >= 20:
            hyphen = row.word(k) in HYPHENS
            unit = row.value("small", k + hyphen) or 0.0
            small, k = (small + unit, k + hyphen + 1) if 0 < unit < 10 else (small, k)
        digits += str(int(small))
        if small >= 10:
            break
    return (digits, k) if digits else ("", end)
