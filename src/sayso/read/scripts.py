"""The script a stretch of text is written in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

# First code point of each block and its script (Unicode 16 Blocks.txt, the ones that newspapers use); None: shared or not letters.
_BLOCKS: tuple[tuple[int, str | None], ...] = (
    (0x41, "Latn"),
    (0x5B, None),
    (0x61, "Latn"),
    (0x7B, None),
    (0xC0, "Latn"),
    (0x250, None),
    (0x370, "Grek"),
    (0x400, "Cyrl"),
    (0x530, "Armn"),
    (0x590, "Hebr"),
    (0x600, "Arab"),
    (0x700, None),
    (0x750, "Arab"),
    (0x780, None),
    (0x8A0, "Arab"),
    (0x900, "Deva"),
    (0x980, "Beng"),
    (0xA00, "Guru"),
    (0xA80, "Gujr"),
    (0xB00, "Orya"),
    (0xB80, "Taml"),
    (0xC00, "Telu"),
    (0xC80, "Knda"),
    (0xD00, "Mlym"),
    (0xD80, "Sinh"),
    (0xE00, "Thai"),
    (0xE80, "Laoo"),
    (0xF00, None),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, None),
    (0x1780, "Khmr"),
    (0x1800, None),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, None),
    (0x3040, "Kana"),
    (0x3100, None),
    (0x3400, "Hani"),
    (0xA000, None),
    (0xAC00, "Hang"),
    (0xD7B0, None),
    (0xF900, "Hani"),
    (0xFB50, "Arab"),
    (0xFE00, None),
    (0xFE70, "Arab"),
    (0xFF00, None),
)
_STARTS = tuple(start for start, _ in _BLOCKS)


SAMPLE = 4_000
"""From so many letters at the head of a text its scripts are counted: one page in two scripts that has more of the second only
after 4,000 characters is not told apart, and nobody asks."""


@cache
def _of(character: str) -> str | None:
    number = ord(character)
    return _BLOCKS[bisect_right(_STARTS, number) - 1][1] if number >= 0x41 and character.isalpha() else None


def counts(text: str) -> dict[str, int]:
    """Letters of each script, in the first 4,000 characters."""
    found: dict[str, int] = {}
    for character, number in Counter(text[:SAMPLE]).items():
        name = _of(character)
        if name:
            found[name] = found.get(name, 0) + number
    return dict(sorted(found.items()))


def script(text: str) -> str | None:
    """The script of most of its letters, where that is clear: two thirds of them."""
    found = counts(text)
    if not found:
        return None
    name, most = max(sorted(found.items()), key=lambda item: item[1])
    return name if most * 3 >= sum(found.values()) * 2 else None
