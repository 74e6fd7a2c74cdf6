"""Names that must not leave the machine: where they stand in a text, in any spelling, and what stands there instead.

A name is found whole, by its parts and inside longer words; in any case, with accents, zero-width or control characters in it,
spaced out or broken at a line's end; in other scripts and spellings by the keys with which pages are compared (text/normal.py).
Rather too much is withheld than too little: a word that a key takes for the name goes too. What was withheld is counted, form by
form, so that whoever exports can see it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from sayso.errors import UsageError
from sayso.lexicon.roles import role_words
from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows
from sayso.model import Span
from sayso.text.normal import article, fold, latin, name_key, skeleton, words

INSIDE = 4
"""Letters from which on a part of a name is looked for inside longer words; a shorter one only as a word of its own."""
ENDINGS = 2
"""Consonants that a form in another script may have more at its end: case endings ("Толлом")."""
LEADS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ف", "ك", "ل")
"""What Arabic writes in one word with the name after it."""
PLACEHOLDER = "[withheld {}]"
OWN = re.compile(r"\[?withheld \d+\]?")
_RUN = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
"""Scripts without blanks between words, or with whole syllables for letters: a word there has no ends to widen a hit to."""
_GAP = re.compile(r"[\s\-‐‑.,'’_]{0,3}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BETWEEN = r"[\W_]*"
_VOWELS = str.maketrans({"w": "u", "y": "i", "e": "i", "o": "u"})


class Hit(NamedTuple):
    """A name in a text: where it stands, and which of the given ones it is."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without the names, and how places in the old text are found in the new one."""

    text: str
    hits: tuple[Hit, ...]

    def moved(self, span: Span) -> Span:
        """The span in the new text; one that begins or ends inside a name takes in all that stands for it."""
        return Span(self._at(span.start, False), self._at(span.end, True))

    def _at(self, place: int, is_end: bool) -> int:
        shift = 0
        for hit in self.hits:
            size = len(PLACEHOLDER.format(hit.number))
            if place <= hit.start:
                break
            if place < hit.end:
                return hit.start + shift + (size if is_end else 0)
            shift += size - (hit.end - hit.start)
        return place + shift


@dataclass(slots=True)
class Mask:
    """The names to withhold, ready to be looked for; ``forms`` counts what was found."""

    names: tuple[tuple[str, ...], ...]
    forms: Counter[str] = field(default_factory=Counter)
    _patterns: list[tuple[re.Pattern[str], int]] = field(default_factory=list)
    _short: dict[str, int] = field(default_factory=dict)
    _parts: list[tuple[str, int]] = field(default_factory=list)
    _words: dict[tuple[str, bool], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, forms in enumerate(self.names, start=1):
            for form in forms:
                self._add(form, number)

    def _add(self, form: str, number: int) -> None:
        """One form of a name: itself as a whole, and its parts."""
        found = _RUN.findall(_seen(form)[0])
        if not found:
            raise UsageError(f"--redact: there is no letter or figure in “{form}”; give a name")
        letters = sum(map(len, found))
        wall = "" if letters >= INSIDE else r"(?<![^\W_])"
        tail = "" if letters >= INSIDE else r"(?![^\W_])"
        self._patterns.append((re.compile(wall + _BETWEEN.join(map(re.escape, found)) + tail), number))
        for part in _parts(form):
            runs = _RUN.findall(_seen(part)[0])
            plain = "".join(runs)
            if len(plain) < INSIDE and not _dense(plain):
                self._short.setdefault(plain, number)
            else:
                self._patterns.append((re.compile(_BETWEEN.join(map(re.escape, runs))), number))
                self._patterns.append((_spaced(plain), number))
            self._parts.append((part, number))

    def cut(self, text: str, anywhere: bool = False) -> Cut:
        """The text without the names. ``anywhere``: also lower-case words may be a name in another spelling (file names)."""
        hits = self.hits(text, anywhere)
        out, at = [], 0
        for hit in hits:
            out += [text[at : hit.start], PLACEHOLDER.format(hit.number)]
            self.forms[text[hit.start : hit.end]] += 1
            at = hit.end
        return Cut("".join([*out, text[at:]]), tuple(hits))

    def clean(self, text: str, anywhere: bool = False) -> str:
        """The text alone."""
        return self.cut(text, anywhere).text

    def in_address(self, address: str) -> bool:
        """Whether an address has a name in it, also written in its own way."""
        return any(self.hits(form, anywhere=True) for form in (address, unquote(address), _punycode(address)))

    def hits(self, text: str, anywhere: bool = False) -> list[Hit]:
        """All names in the text, in order and apart from each other."""
        seen, places = _seen(text)
        found = [
            Hit(places[m.start()], places[m.end() - 1] + 1, number)
            for pattern, number in self._patterns
            for m in pattern.finditer(seen)
            if m.end() > m.start()
        ]
        for m in _RUN.finditer(seen):
            word = text[places[m.start()] : places[m.end() - 1] + 1]
            number = self._words.get((word, anywhere))
            if number is None:
                number = self._words[word, anywhere] = self._word(m.group(), word, anywhere)
            if number:
                found.append(Hit(places[m.start()], places[m.end() - 1] + 1, number))
        own = [Span(m.start(), m.end()) for m in OWN.finditer(text)]
        kept = [h for h in found if not any(s.holds(Span(h.start, h.end)) for s in own)]
        return _joined(text, [_widened(text, h) for h in kept])

    def _word(self, seen: str, text: str, anywhere: bool) -> int:
        """Which name a word is, 0 for none."""
        number = self._short.get(seen, 0)
        capital, caseless = text[:1] != text[:1].lower(), text[:1].upper() == text[:1].lower()
        if number and (capital or caseless or anywhere or seen not in _everyday()):
            return number
        letters = latin(seen)
        for part, number in self._parts:
            if _dense(part) and _dense(seen):
                continue  # found as it stands; its sounds in Latin letters are those of many words
            own = latin(part)
            if len(own) >= INSIDE and own in letters:
                return number
            if (capital or caseless or anywhere) and _alike(part, text if caseless or capital else text.capitalize()):
                return number
        return 0


def mask(names: Iterable[str]) -> Mask:
    """A mask from what was typed: one name each; forms of one name joined by ``=``."""
    given = [tuple(f for form in name.split("=") if (f := form.strip())) for name in names if name.strip(" =\t\r\n")]
    if not given:
        raise UsageError("--redact: no name is given; write names joined by commas, or a file with one name a line")
    return Mask(tuple(given))


def _parts(form: str) -> list[str]:
    """The words of a name that stand for it alone: no titles, articles or function words; the capital ones where there are any."""
    found = [w.text for w in words(form)] + [t for t in re.findall(r"\w*\d\w*", form) if not t.isdigit()]
    own = [w for w in found if len(fold(w)) > 1 and fold(w) not in role_words() and not article(w)]
    own = [w for w in own if w[:1] != w[:1].lower() or fold(w) not in function_words()]
    named = [w for w in own if w[:1] != w[:1].lower() or w[:1].upper() == w[:1].lower()]
    return list(dict.fromkeys(named or own))


def _spaced(plain: str) -> re.Pattern[str]:
    """A word with the same few marks between all its letters ("T h o l l"), or broken once at a line's end ("Tho-", "ll")."""
    first, *rest = map(re.escape, plain)
    spaced = rf"(?<![^\W_]){first}(?P<mark>[ .\-_*·]{{1,2}})" + "(?P=mark)".join(rest) + r"(?![^\W_])"
    broken = [re.escape(plain[:n]) + r"[-‐]?\s*\n\s*" + re.escape(plain[n:]) for n in range(2, len(plain) - 1)]
    return re.compile("|".join([spaced, *broken]))


def _seen(text: str) -> tuple[str, Sequence[int]]:
    """The text folded as names are compared, without what cannot be seen; and where each character of it stands in the text."""
    if text.isascii() and not _CONTROL.search(text):
        return text.lower(), range(len(text))
    out: list[str] = []
    places: list[int] = []
    for at, c in enumerate(text):
        if c.isascii():
            plain = c.lower() if c.isprintable() or c in "\t\n\r" else ""
        else:
            plain = "".join(
                p
                for p in unicodedata.normalize("NFKD", c).casefold()
                if p != "ـ" and unicodedata.category(p) not in {"Mn", "Me", "Cf", "Cc", "Cs", "Co"}
            )
        out.append(plain)
        places += [at] * len(plain)
    return "".join(out), places


def _dense(plain: str) -> bool:
    """Whether two or three characters are a name's worth: scripts that write a word with one or two."""
    return bool(_UNSPACED.search(plain))


@cache
def _alike(part: str, word: str) -> bool:
    """Whether a word may be a part of a name in another spelling or script."""
    key = name_key(part)
    if key and key == name_key(word):
        return True
    if part[:1].isascii() == word[:1].isascii():
        return False
    bones, heard = skeleton(part), _sound(part)
    for form in {word, *(word[len(lead) :] for lead in LEADS if word.startswith(lead) and len(word) - len(lead) >= 2)}:
        other, like = skeleton(form), _sound(form)
        if len(bones) >= 3 and other.startswith(bones) and len(other) - len(bones) <= ENDINGS:
            return True
        if len(heard) >= 3 and like.startswith(heard) and len(like) - len(heard) <= ENDINGS + 1:
            return True
        hard, soft = _consonants(heard), _consonants(like)
        if len(hard) == 2 and hard == soft and heard[:1] == like[:1]:
            return True
    return False


def _sound(word: str) -> str:
    """The letters in Latin script, near vowels folded: tells "Runa" from "Iran", which have the same consonants."""
    return re.sub(r"(.)\1", r"\1", latin(word).replace("th", "t").replace("kh", "k").translate(_VOWELS))


def _consonants(sound: str) -> str:
    return "".join(c for c in sound if c not in "aiu")


@cache
def _everyday() -> frozenset[str]:
    """Words of two or three letters that are no name where they are written small ("may", "low")."""
    return function_words() | frozenset(w for row in rows("common_words") for w in str(row["stems"]).split())


def _punycode(address: str) -> str:
    def plain(label: re.Match[str]) -> str:
        try:
            return label.group().encode("ascii").decode("idna")
        except UnicodeError:
            return label.group()

    return re.sub(r"xn--[a-z0-9-]+", plain, address.lower())


def _widened(text: str, hit: Hit) -> Hit:
    """The whole words that a hit touches: nothing is left of a name with an ending, or inside a longer word."""
    start, end = hit.start, hit.end
    while start > 0 and _inner(text[start - 1]):
        start -= 1
    while end < len(text) and _inner(text[end]):
        end += 1
    return Hit(start, end, hit.number)


def _inner(c: str) -> bool:
    return not _UNSPACED.match(c) and (c.isalnum() or unicodedata.category(c) in {"Mn", "Me", "Cf"})


def _joined(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Hits that overlap, or have only a blank or hyphen between them, as one: how many parts a name has is not told."""
    out: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.number)):
        if out and (hit.start < out[-1].end or (hit.number == out[-1].number and _GAP.fullmatch(text, out[-1].end, hit.start))):
            out[-1] = Hit(out[-1].start, max(out[-1].end, hit.end), min(hit.number, out[-1].number))
        else:
            out.append(hit)
    return out
