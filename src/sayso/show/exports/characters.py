"""Characters that a form cannot carry, made harmless: half surrogates, control characters, formulas, marks of Markdown, file names.

Each replacement is one code point for one where offsets count on it, so that a text written out keeps its offsets.
"""

from __future__ import annotations

import json
import re
import unicodedata

from sayso.text.normal import HALVES

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even as a character reference."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
FORMULA = re.compile("[=+\\-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20\ufffd]")
"""First characters from which a spreadsheet may calculate (OWASP ASVS 1.2.10): also full-width, which some programs fold, and what
stands here for a NUL."""
MARKDOWN = re.compile(
    r"([\\`*_\[\]<>#|~$^=&@%]|:(?=\S)(?!\d)|(?<=www)\.|^[-+]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{3})[.)])", re.IGNORECASE
)
"""What Markdown, its tables, its bare addresses, Obsidian's tags and comments or HTML act on; list marks only at the beginning."""
UNSAFE = re.compile(r'[<>:"/\\|?*#^\[\]%\x00-\x1f\x7f]')
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?\Z", re.IGNORECASE)
NAME_BYTES = 120
"""Longest file name without its id and ending: 255 bytes are allowed on the common file systems."""


def whole(text: str) -> str:
    """Text as UTF-8 can carry it, code point for code point."""
    return HALVES.sub("\ufffd", text)


def xml(text: str) -> str:
    """Text as XML can carry it, code point for code point; not yet escaped."""
    return ILLEGAL.sub("\ufffd", text)


def json_bytes(value: object) -> bytes:
    """JSON as UTF-8, two spaces deep, newline at the end, with no half surrogates in it."""
    return (whole(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)) + "\n").encode()


def json_line(value: object) -> bytes:
    """JSON on one line."""
    return (whole(json.dumps(value, ensure_ascii=False, allow_nan=False)) + "\n").encode()


def cell(text: str) -> str:
    """Text for a cell of a table: control characters replaced, and an apostrophe before what could be calculated."""
    shown = CONTROL.sub("\ufffd", text)
    return "'" + shown if FORMULA.match(text) or FORMULA.match(shown) else shown


def inline(text: str) -> str:
    """Text on one line of Markdown, with nothing in it that Markdown or HTML would act on."""
    plain = " ".join(CONTROL.sub("\ufffd", text).replace("\u2028", " ").replace("\u2029", " ").split())
    return MARKDOWN.sub(r"\\\1", plain)


def file_name(text: str) -> str:
    """A file's name made of ``text``, for every file system; empty where nothing is left of it."""
    safe = UNSAFE.sub(" ", whole(text))
    safe = " ".join("".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in safe).split())
    safe = unicodedata.normalize("NFC", safe)
    while len(safe.encode()) > NAME_BYTES:
        safe = safe[:-1]
    safe = safe.strip(" .-'")
    return f"page {safe}" if DEVICES.match(safe) else safe
