"""Words made comparable: folded spelling, light stems, numbers in any script, and the consonant skeleton of names.

Knows no word by heart: lists of aliases and function words are given by the rooms that compare.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from sayso.model import Span

# Longest useful stem. Cutting at 7 letters stands in for a stemmer in every alphabet ("terrorists", "terroristas") and keeps
# "military" and "militants" apart, which cutting at 6 does not.
STEM = 7
# Letters of a trunk. Shorter than STEM: it asks whether a telling has some form or derivation of a word at all, and
# there a missed "inspect" beside "inspection" makes a false remark, a met "preside" beside "president" only a missed one.
TRUNK = 5
# Letters that let two words of one place pass as one, where being wrong costs a remark and no more. Own choice.
ALIKE = 4
# A skeleton of two consonants ("sr") is shared by too many names to say anything.
LEAST_SKELETON = 3

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d{1,3}(?:[.,\u00a0\u202f\u2009٬]\d{3})+(?!\d)|\d+(?:[.,٫]\d+)?"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009٬]\d{3})+\Z")
_DEMONYM = re.compile(r"(?<=...)(?:ian|ean|yan|ia|ea|ya|ese|ish)s?\Z")
_CONSONANTS = (
    ("kh", "k"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "k"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ts", "s"),
    ("dj", "j"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("v", "b"),
    ("p", "b"),
    ("f", "b"),
    ("g", "j"),
)
_ARABIC_LEADS = ("وال", "بال", "فال", "كال", "لل", "ال")
_ARTICLES = frozenset("al el ul il as ash at az ez es er ar an ad ed".split())


# Letters of the Arabic script that one language or keyboard has for another's: "مکتب" and "مكتب", a final "ى" for "ي". After
# Larkey, Ballesteros and Connell, "Improving stemming for Arabic information retrieval" (SIGIR 2002), with Persian and Urdu forms.
_LETTERS = str.maketrans("ىیکہھة", "ييكههه")

HALVES = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which stands for no character and which no encoding can write."""


class Word(NamedTuple):
    """A word or number as it stands in the text."""

    text: str
    span: Span

    @property
    def numeric(self) -> bool:
        """Whether this is a number in figures."""
        return self.text[0].isdecimal()

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()

    @property
    def caseless(self) -> bool:
        """Whether its script has no capitals, so that names can't be told by their form."""
        return self.text[0].isalpha() and self.text[0].upper() == self.text[0].lower()


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Words and figures of ``text[start:end]``, with spans in the whole text."""
    for m in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(m.group(), Span(m.start(), m.end()))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case without accents, vowel signs, dots of abbreviations and the possessive: "U.S." is "us"."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in ".ـ")
    for mark in ("’", "ʼ", "'"):
        head, found, tail = plain.partition(mark)
        if found:
            plain = head if tail == "s" else head + tail
    return plain


@lru_cache(maxsize=32768)
def latin(word: str) -> str:
    """The letters and figures of a word in Latin script, folded."""
    return "".join(c for c in anyascii(fold(word).translate(_LETTERS)).casefold() if c.isalnum())


# What stands before an apostrophe and a word of its own: "l'usine", "dell'impianto", "qu'elle".
_ELIDED = frozenset("l d n s j m t c qu jusqu lorsqu puisqu un all dall dell nell quell quest sull".split())


def unelided(word: str) -> str:
    """A word without what is elided before it: "l'usine" is "usine"."""
    head, mark, tail = word.replace("’", "'").partition("'")
    return tail if mark and len(tail) >= 3 and head.casefold() in _ELIDED else word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word's beginning without English and plural endings, at most ``STEM`` letters."""
    w = fold(unelided(word)).replace("ence", "ense")  # defence and defense
    if "\u0600" <= w[:1] <= "\u06ff":
        w = w.translate(_LETTERS)
        return next((w[len(a) :] for a in _ARABIC_LEADS if w.startswith(a) and len(w) - len(a) >= 3), w)[:STEM]
    for ending, least in (("ings", 4), ("ing", 4), ("ies", 3), ("ied", 3), ("ed", 4), ("es", 4), ("s", 3), ("ly", 4)):
        if w.endswith(ending) and len(w) - len(ending) >= least and not w.endswith("ss"):
            w = w[: -len(ending)]
            break
    w = w.rstrip("aeioy") if len(w) > 3 else w
    return w[:STEM]


def trunk(word: str) -> str:
    """The first letters of a word or stem: shared by its forms and derivations ("inspect", "inspection"; "Kenya", "Kenyan")."""
    return word[:TRUNK]


def onset(word: str) -> str:
    """The first ``ALIKE`` letters of a word, all of a shorter one."""
    return word[:ALIKE]


def begin_alike(x: str, y: str) -> bool:
    """Whether two words of at least ``ALIKE`` letters begin with the same ("declare", "declined")."""
    return min(len(x), len(y)) >= ALIKE and onset(x) == onset(y)


def trunks(words: Iterable[str]) -> frozenset[str]:
    """The trunks of some words."""
    return frozenset(w[:TRUNK] for w in words)


def number(word: str) -> str:
    """The value of a number in figures of any script, written plainly: "4,800", "4.800" and "٤٨٠٠" are "4800"."""
    grouped = _GROUPED.match(word) is not None
    digits = "".join(str(unicodedata.digit(c)) if c.isdigit() else "" if grouped else "." for c in word)
    value = float(digits)
    return str(int(value)) if value == int(value) else str(value)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str, *, whole: bool = False) -> str:
    """The consonants of a name in Latin letters, near sounds folded: what transliterations of one name have in common.

    ``whole``: with what may be the ending of a word for people ("Meridian").
    """
    caseless = word[:1].isalpha() and word[:1].upper() == word[:1].lower()
    latin = "".join(c for c in anyascii(fold(word)).casefold() if c.isalpha())
    if caseless:
        latin = latin[1:] if latin.startswith("l") and len(latin) > 3 and "\u0600" <= word[0] <= "\u06ff" else latin
    else:
        latin = latin if whole else _DEMONYM.sub("", latin)
        latin = "".join(c for i, c in enumerate(latin) if i == 0 or c != latin[i - 1])
    for sound, plain in _CONSONANTS:
        latin = latin.replace(sound, plain)
    return "".join(c for c in latin if c not in "aeiouyw").rstrip("h") or latin[:1]


@lru_cache(maxsize=1 << 14)
def bones(name: str, *, articles: bool = False, whole: bool = False) -> str:
    """The consonants of a name of several words: what its spellings in two scripts have in common, and its letters in a host.

    An h is left out, which Arabic writes and Latin letters double up with others; ``articles``: with those of Arabic; ``whole``:
    as ``skeleton`` has it.
    """
    own = [w.text for w in words(name) if articles or not article(w.text)]
    lead = ["l" if articles and w.startswith("ال") and len(w) > 4 else "" for w in own]
    joined = "".join(a + skeleton(w, whole=whole) for a, w in zip(lead, own, strict=True)).replace("h", "")
    return "".join(c for i, c in enumerate(joined) if i == 0 or c != joined[i - 1])


@lru_cache(maxsize=1 << 16)
def name_key(word: str) -> str | None:
    """What two spellings of a one-word name share: its skeleton, or its first four letters where that is too short."""
    bare = fold(word)
    for article in ("al-", "el-"):
        bare = bare.removeprefix(article)
    bones = skeleton(word)
    if len(bones) >= LEAST_SKELETON:
        return bones
    latin = anyascii(bare).casefold()
    if len(latin) < 4 or word[:1].upper() == word[:1].lower():
        return None
    short = _DEMONYM.sub("", latin).replace("y", "i").replace("q", "k").replace("c", "k").rstrip("h")
    return "".join(c for i, c in enumerate(short) if i == 0 or c != short[i - 1])[:4]


@lru_cache(maxsize=1 << 16)
def article(word: str) -> bool:
    """Whether this may be the article inside a transliterated name ("Nar ez-Zel")."""
    return fold(word) in _ARTICLES


@lru_cache(maxsize=1 << 16)
def jumbled(word: str) -> str:
    """Equal for two words that differ by letters changing places after the first: "Nimrud" and "Nirmud"."""
    w = fold(word)
    return w[:1] + "".join(sorted(w[1:]))
