"""Characters that cannot be seen, or are taken for others, made visible.

Direction marks, zero-width and control characters, half surrogates, and letters of another script that stand in a word because
they look like its own.

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

WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
ALIKE = frozenset("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρaeopcyxijshdqwABEKMHOPCTYXIJSZNvu")
"""Letters of Cyrillic, Greek and Latin that no reader tells apart in print; "α" or "к" are not among them."""

Piece = tuple[str, str]
"""Text to be shown, and "" ; or the short name of a hidden character or a look-alike letter itself, and what it is."""


def pieces(text: str) -> list[Piece]:
    """Return the text cut at its hidden characters, each of these under its name, and at letters that look like others."""
    found: list[Piece] = []
    at = 0
    marks = {m.start(): short(m.group()) for m in HIDDEN.finditer(text) if not (m.group() in JOINERS and _joins(text, m.start()))}
    marks |= {start: text[start] for start in lookalikes(text)}
    for start, shown in sorted(marks.items()):
        if start > at:
            found.append((text[at:start], ""))
        found.append((shown, described(text[start])))
        at = start + 1
    if at < len(text):
        found.append((text[at:], ""))
    return found


def plain(text: str) -> str:
    """Return the text for a terminal or an attribute: one line, every hidden character as its name in brackets."""
    return "".join(_bracketed(shown, what) if what else LINE_ENDS.sub(" ", shown) for shown, what in pieces(text))


def _bracketed(shown: str, what: str) -> str:
    return f"{shown}[{short(shown)}]" if what.startswith("look-alike") else f"[{shown}]"


def lookalikes(text: str) -> list[int]:
    """Return where letters stand that look like letters of the script that the rest of their word is written in.

    A word of one script alone is left as it is, whatever it looks like: nobody can tell "СССР" from a word in Latin letters that
    is none.
    """
    if not OTHER.search(text) or not LATIN.search(text):
        return []
    found = []
    for word in WORD.finditer(text):
        latin = [m.start() for m in LATIN.finditer(text, word.start(), word.end())]
        other = [m.start() for m in OTHER.finditer(text, word.start(), word.end())]
        if latin and other:
            found += [n for n in (other if len(other) <= len(latin) else latin) if text[n] in ALIKE]
    return found


def short(char: str) -> str:
    """Return the short name of a hidden character."""
    return NAMES.get(char, f"U+{ord(char):04X}")


def described(char: str) -> str:
    """Return its code point and its Unicode name, for the reader who hovers or listens."""
    kind = "hidden character" if HIDDEN.fullmatch(char) else "look-alike letter"
    return f"{kind} U+{ord(char):04X} {unicodedata.name(char, 'without a name').lower()}"


def _joins(text: str, at: int) -> bool:
    """Whether a joiner does its work in a script that needs it (Arabic, Indic, emoji) and is therefore nothing hidden."""
    near = (text[at - 1 : at], text[at + 1 : at + 2])
    return all(near) and any(unicodedata.category(c) in ("So", "Sk", "Mn", "Mc", "Lo") for c in near)
