"""The script a stretch of text is written in."""

from __future__ import annotations

from bisect import bisect_right

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


def counts(text: str) -> dict[str, int]:
    """Letters of each script."""
    found: dict[str, int] = {}
    for character in text:
        number = ord(character)
        name = _BLOCKS[bisect_right(_STARTS, number) - 1][1] if number >= 0x41 else None
        if name and character.isalpha():
            found[name] = found.get(name, 0) + 1
    return found


def script(text: str) -> str | None:
    """The script of most of its letters, where that is clear: two thirds of them."""
    found = counts(text)
    if not found:
        return None
    name, most = max(sorted(found.items()), key=lambda item: item[1])
    return name if most * 3 >= sum(found.values()) * 2 else None
