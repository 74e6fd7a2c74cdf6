"""Characters that cannot be seen, made visible: direction marks, zero-width and control characters, half surrogates.

A page can hide a digit, turn a name round or steer a terminal with them. The stored text keeps them; here each is shown as a mark.
"""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]|\r(?!\n)"
)
"""Default-ignorable code points of Unicode 16 (DerivedCoreProperties), controls but tab and line ends, surrogates."""
LINE_ENDS = re.compile("[\t\n\r\v\f\u2028\u2029]+")
JOINERS = "\u200c\u200d"
NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u2060": "WJ",
    "\ufeff": "BOM",
    "\xad": "SHY",
    "\x00": "NUL",
    "\x1b": "ESC",
    "\x07": "BEL",
    "\x08": "BS",
}

Piece = tuple[str, str]
"""Text to be shown, and "" ; or the short name of a hidden character, and what it is."""


def pieces(text: str) -> list[Piece]:
    """Return the text cut at its hidden characters, each of these under its name."""
    found: list[Piece] = []
    at = 0
    for match in HIDDEN.finditer(text):
        start, char = match.start(), match.group()
        if char in JOINERS and _joins(text, start):
            continue
        if start > at:
            found.append((text[at:start], ""))
        found.append((short(char), described(char)))
        at = match.end()
    if at < len(text):
        found.append((text[at:], ""))
    return found


def plain(text: str) -> str:
    """Return the text for a terminal or an attribute: one line, every hidden character as its name in brackets."""
    return "".join(f"[{shown}]" if what else LINE_ENDS.sub(" ", shown) for shown, what in pieces(text))


def short(char: str) -> str:
    """Return the short name of a hidden character."""
    return NAMES.get(char, f"U+{ord(char):04X}")


def described(char: str) -> str:
    """Return its code point and its Unicode name, for the reader who hovers or listens."""
    return f"hidden character U+{ord(char):04X} {unicodedata.name(char, 'without a name').lower()}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner does its work in a script that needs it (Arabic, Indic, emoji) and is therefore nothing hidden."""
    near = (text[at - 1 : at], text[at + 1 : at + 2])
    return all(near) and any(unicodedata.category(c) in ("So", "Sk", "Mn", "Mc", "Lo") for c in near)
