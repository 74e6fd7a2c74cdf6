"""Abbreviations spelled out by the English names of their letters, as other scripts have them: "بي بي سي", "Си-эн-эн".

Letter names are numerals of writing rather than words with a meaning, so they stand here and not in the lexicon, as months do.
"""

from __future__ import annotations

import re
from itertools import product

# The names of A to Z in order, "/" parts spellings; one spelling may be the name of several letters.
_NAMES = {
    "ar": "إيه/ايه/أيه/اي بي سي دي إي/اي إف/اف جي/جيه إتش/اتش/إيتش آي/أي/اي جيه/جي كيه/كي/كاي إل/ال/أل إم/ام/أم إن/ان/أن أو/او بي "
    "كيو آر/ار إس/اس/أس تي يو في/ڤي دبليو/دابليو إكس/اكس واي زد/زي",
    "ru": "эй би/бэ си/эс ди/дэ и/е эф джи/жи эйч/аш ай джей/жи кей/ка эл/эль эм эн о пи/пэ кью ар/эр эс ти/тэ ю/у ви/вэ дабл-ю "
    "икс/экс уай/игрек зет/зед/зи",
}
LEAST, MOST = 2, 6
"""Letters that such an abbreviation has (a choice)."""
_PARTS = re.compile(r"[^\W\d_]+")


def _letters() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in _NAMES.values():
        for letter, forms in zip("abcdefghijklmnopqrstuvwxyz", line.split(), strict=True):
            for form in forms.split("/"):
                out[form] = out.get(form, "") + letter
    return out


LETTERS_OF = _letters()
"""Lower-case letter name -> the letters that it can be."""


def spelled_out(name: str) -> frozenset[str]:
    """The abbreviations that a name can be, in lower case, where it is made of letter names alone."""
    parts = [LETTERS_OF.get(p, "") for p in _PARTS.findall(name.lower())]
    return frozenset(map("".join, product(*parts))) if LEAST <= len(parts) <= MOST and all(parts) else frozenset()
