"""Looks at foreign bytes before any parser does: what they are, whether they are safe to parse, and which characters they spell.

Everything here is one linear pass without recursion. The caps are those that a measurement of five parsers asked for: 200,000
attributes on one tag hang each of them for more than a minute, 20,000 take a second; 2,000 nested elements make lxml return
nothing at all without a word, and 512 is where the browsers stop (html5ever #788, WebKit #60816).
"""

from __future__ import annotations

import codecs
import re
from typing import Literal

from sayso.read.page import Refusal

Kind = Literal["html", "json_lines", "json", "csv", "feed", "plain"]

MAX_DEPTH = 512
MAX_ATTRIBUTES = 10_000
HEAD = 65_536
"""Bytes from which the kind of an input is told: a page's first tag and a record's first line lie within it."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a SQLite database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"{\\rtf", "an RTF document"),
)
_NEXT = {
    "a PDF file": "export its text first, for example with pdftotext",
    "a zip archive or office document": "unpack it, or save the document as text",
    "a gzip archive": "unpack it first",
}
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_SCRIPTS = {
    "cp1251",
    "cp1253",
    "cp1255",
    "cp1256",
    "iso8859_5",
    "iso8859_6",
    "iso8859_7",
    "iso8859_8",
    "mac_cyrillic",
    "mac_greek",
    "iso8859_11",
    "cp855",
    "cp857",
}
_NEVER = {"utf-7", "unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"}
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,400}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,5000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|section|"
    r"meta|title|span|table)[\s>]",
    re.I | re.S,
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}(?:<\?[^>]{0,300}>\s*){0,3}<(?:rss|feed|rdf:RDF)[\s>]", re.I | re.S
)
_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})")
_VOID = {
    b"area",
    b"base",
    b"br",
    b"col",
    b"embed",
    b"hr",
    b"img",
    b"input",
    b"link",
    b"meta",
    b"param",
    b"source",
    b"track",
    b"wbr",
    b"path",
    b"use",
    b"circle",
    b"rect",
    b"polygon",
    b"line",
    b"li",
    b"p",
    b"td",
    b"tr",
    b"th",
    b"option",
    b"dt",
    b"dd",
}


def binary(head: bytes) -> Refusal | None:
    """A refusal that names what the bytes are, where they are no text; None where they may be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return Refusal(f"{name}, which holds no plain text; {_NEXT.get(name, 'give the text of the page instead')}.")
    if head[4:8] == b"ftyp":
        return Refusal("a film or HEIC image, which holds no plain text; give the text of the page instead.")
    if any(head.startswith(bom) for bom, _ in _BOMS[1:]):
        return None
    controls = len(head) - len(head.translate(None, _CONTROL))
    # 1 in 100: none of 284 texts read (seeds and corpora) holds a single control character, and every tenth byte of noise is one.
    if controls > max(2, len(head) // 100):
        return Refusal("binary data, not text; give the page as HTML, plain text, JSON Lines or CSV.")
    return None


def kind(head: bytes, name: str) -> Kind:
    """What an input is, by its first bytes; its name only decides between CSV and prose, which look alike."""
    text = decode(head, None)[0] or ""
    start = text.lstrip("\ufeff \t\r\n")
    ending = name.lower().rpartition(".")[2]
    if _FEED.match(start):
        return "feed"
    if _HTML.match(start) or (ending in ("html", "htm", "xhtml") and re.search(r"</?[a-zA-Z][^<>]{0,300}>", text)):
        return "html"
    if ending in ("jsonl", "ndjson") or re.match(r'\{\s*"[^"\n]{0,200}"\s*:', start):
        return "json_lines" if ending != "json" else "json"
    if re.match(r"\[\s*\{", start):
        return "json"
    return "csv" if ending in ("csv", "tsv") else "plain"


def too_deep(raw: bytes) -> Refusal | None:
    """A refusal where markup is nested or loaded so that parsers hang on it or lose it; one pass, no parser."""
    depth = deepest = 0
    for m in _TAG.finditer(raw):
        if m[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if m[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        return Refusal(f"markup nested {deepest:,} deep (limit {MAX_DEPTH}); save the page as plain text and give that.")
    worst = max(_attribute_counts(raw), default=0)
    if worst > MAX_ATTRIBUTES:
        return Refusal(f"{worst:,} attributes on one tag (limit {MAX_ATTRIBUTES:,}); save the page as plain text and give that.")
    return None


def _attribute_counts(raw: bytes) -> list[int]:
    """How many "=" or spaced words each very long tag holds; only a tag of 20,000 bytes can hold 10,000 attributes."""
    counts, at = [], 0
    while (start := raw.find(b"<", at)) != -1:
        end = raw.find(b">", start + 1)
        end = len(raw) if end == -1 else end
        if end - start > 2 * MAX_ATTRIBUTES and raw[start + 1 : start + 2].isalpha():
            body = raw[start:end]
            counts.append(max(body.count(b"="), len(body.split()) - 1 if b'"' not in body and b"'" not in body else 0))
        at = end
    return counts


def decode(raw: bytes, declared: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The text the bytes spell and what was given up on the way; None where no encoding fits.

    In order: byte order mark, declared charset, strict UTF-8, UTF-8 with a few broken bytes, a guess by statistics.
    """
    for bom, wide in _BOMS:
        if raw.startswith(bom):
            return _with_marks(raw[len(bom) :], wide)
    if declared and (named := _known(declared)) and named != "utf-8":
        try:
            return raw.decode(named), ()
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3 and len(raw) >= HEAD:  # a head cut in the middle of a character
            return raw[: error.start].decode("utf-8"), ()
    text, notes = _with_marks(raw, "utf-8")
    broken = text.count("\ufffd") if text else 0
    # One broken byte in 20 that are not ASCII: a wrong encoding breaks nearly all of them, a damaged file a few.
    if text is not None and broken * 20 <= sum(b > 127 for b in raw[: HEAD * 16]):
        return text, notes
    return _guessed(raw)


def declared_charset(raw: bytes) -> str | None:
    """The charset that an HTML or XML page names in its first 4,096 bytes, as browsers look for it."""
    m = _XML_ENCODING.search(raw[:400]) or _META_CHARSET.search(raw[:4096])
    return m[1].decode("ascii") if m else None


def _known(label: str) -> str | None:
    try:
        found = codecs.lookup(label)
    except LookupError:
        return None
    if found.name in _NEVER or not getattr(found, "_is_text_encoding", True):
        return None
    # Pages that say Latin-1 or ASCII mean windows-1252 (WHATWG Encoding, "labels").
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _with_marks(raw: bytes, encoding: str) -> tuple[str | None, tuple[str, ...]]:
    text = raw.decode(encoding, errors="replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode(encoding))
    if broken <= 0:
        return text, ()
    return text, (f"{broken} place{'s' if broken > 1 else ''} not valid in {encoding.upper()}; U+FFFD stands there",)


def _guessed(raw: bytes) -> tuple[str | None, tuple[str, ...]]:
    from charset_normalizer import from_bytes  # 0.05 s to import, and one input in a thousand needs it

    best = from_bytes(raw[:HEAD]).best()
    guess = best.encoding if best else "cp1252"
    # Its guesses among the Latin code pages are lots (Spanish came out as cp1250); undeclared ones are windows-1252 nearly always.
    latin = guess.startswith(("cp125", "iso8859", "latin", "mac", "cp437", "cp85", "hp_")) and guess not in _OTHER_SCRIPTS
    for encoding in dict.fromkeys(["cp1252", guess] if latin else [guess, "cp1252"]):
        try:
            return raw.decode(encoding), (f"not UTF-8 and no charset declared; read as {encoding.replace('_', '-')}",)
        except (UnicodeDecodeError, LookupError):
            continue
    return None, ()
