"""What a body's name says of it in any language: "Velm health ministry" and "وزارة الصحة في فيلم" say health and ministry."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sayso.lexicon.senses import function_words
from sayso.lexicon.tables import rows
from sayso.link.terms import senses
from sayso.text.normal import Word, article, fold, name_key, skeleton, stem, words

# Consonants of a person's first and last name together that spellings in two scripts have in common.
LEAST_PERSON = 4
# Letters of each part of a compound ("Wasser-ministerium"), of one that says enough alone ("Hafenarbeiter-gewerkschaft"), and what
# may stand between the parts.
LEAST_PART, LONG_PART = 4, 7
# Letters of a compound at most: a hostile name has more.
MOST_LETTERS = 60
_JOINTS = ("", "s", "es", "n", "en")
_SPEAKING = frozenset({"+spokesman", "+statement", "+announce", "+leader"})
_CODE = re.compile(r"\s*\([^()]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _senses() -> dict[str, frozenset[str]]:
    """Stems of the words of which bodies' names are made, in any language, with what they say."""
    out = {k: frozenset({v}) for k, v in senses(abroad=True).items()}
    for row in rows("meanings"):
        out |= {stem(w): frozenset("+" + s for s in row["sense"].split()) for w in row["words"].split()}
    return out


@cache
def _whole() -> dict[str, frozenset[str]]:
    """The words of rows as they stand there: a part of a compound is no beginning of a word."""
    out = {w: frozenset({"+" + row["sense"]}) for row in rows("senses") for w in row["words"].split()}
    for row in rows("meanings"):
        out |= {w: frozenset("+" + s for s in row["sense"].split()) for w in row["words"].split()}
    return out


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Names of kinds of bodies of several words, folded, by their first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for row in rows("meanings"):
        for phrase in row.get("phrases", "").split(","):
            if found := tuple(map(fold, _LETTERS.findall(phrase))):
                out.setdefault(found[0], []).append((found, frozenset("+" + s for s in row["sense"].split())))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in out.items()}


@lru_cache(maxsize=1 << 14)
def _read(name: str) -> tuple[tuple[Word, frozenset[str]], ...]:
    """The words of a name with what each says, empty where it says nothing of what the body is."""
    found, out, n = list(words(name)), [], 0
    parts = [tuple(map(fold, _LETTERS.findall(w.text))) for w in found]
    while n < len(found):
        size, said = _phrase(parts, n)
        said = said if size else _word(found[n].text)
        out += [(w, said) for w in found[n : n + max(size, 1)]]
        n += max(size, 1)
    return tuple(out)


def _phrase(parts: list[tuple[str, ...]], n: int) -> tuple[int, frozenset[str]]:
    """How many words from the n-th on are a phrase ("Estado-Maior" is one word of two parts), and what it says."""
    for phrase, said in _phrases().get(parts[n][0], ()) if parts[n] else ():
        got: tuple[str, ...] = ()
        for size, part in enumerate(parts[n:], 1):
            got += part
            if got == phrase:
                return size, said
            if len(got) >= len(phrase):
                break
    return 0, frozenset()


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> frozenset[str]:
    """What a word says; a compound by both parts, if both are known ("Wasser-ministerium"), or by a long last one."""
    if (said := _senses().get(stem(word))) is not None:
        return said
    known, low, last = _whole(), word.lower(), frozenset[str]()
    compound = word[:1].isupper() and len(low) <= MOST_LETTERS and low.isalpha()
    for cut in range(LEAST_PART, len(low) - LEAST_PART + 1) if compound else ():
        if tail := known.get(low[cut:]):
            heads = (known.get(low[: cut - len(j)]) for j in _JOINTS if low[:cut].endswith(j))
            if head := next((h for h in heads if h), None):
                return head | tail
            last = last or (tail if len(low) - cut >= LONG_PART else last)
    return last


@lru_cache(maxsize=1 << 14)
def meaning(name: str) -> frozenset[str]:
    """What a body's name says in any language, capitals aside: "Velm health ministry" says health and ministry.

    Who speaks for it is left out.
    """
    return frozenset(k for w, said in _read(name) if fold(w.text) not in function_words() for k in said) - _SPEAKING


def same_meaning(a: str, b: str) -> bool:
    """Whether two names, in two languages maybe, say the same of a body: all that one says, the other says too, or two things."""
    left, right = meaning(a), meaning(b)
    return bool(left and right) and (left <= right or right <= left or len(left & right) > 1)


@lru_cache(maxsize=1 << 14)
def proper_keys(name: str) -> tuple[str, ...]:
    """The keys of the capitalised words of a name that say nothing of what the body is."""
    kept = (w for w, said in _read(name) if w.capital and not said and not w.numeric and not article(w.text))
    return tuple("~" + key for w in kept if fold(w.text) not in function_words() and (key := name_key(w.text)))


@lru_cache(maxsize=1 << 14)
def body_key(name: str) -> str | None:
    """What a body's name has in common with its translations: what it says the body is, and the names that it holds.

    Two senses, or a sense and a name: "Velm Health Ministry" and "وزارة الصحة في فيلم". None where it says less.
    """
    plain = _CODE.sub("", name)
    own = sorted(meaning(plain))
    named = sorted(k for w in _unsaid(plain) if (k := name_key(w)))
    return " ".join((*own, *named)) if own and len(own) + len(named) > 1 else None


@lru_cache(maxsize=1 << 14)
def person_keys(name: str) -> frozenset[str]:
    """The consonants of each two words of a name that stand side by side, titles aside: "Dr Ada Grell" is "d grl"."""
    found = _unsaid(_CODE.sub("", name))
    keys = [(skeleton(a, whole=True), skeleton(b, whole=True)) for a, b in pairwise(found)]
    return frozenset(f"{a} {b}" for a, b in keys if len(a + b) >= LEAST_PERSON and len(b) > 1)


def _unsaid(name: str) -> list[str]:
    """The words of a name that are neither little ones nor say what it is."""
    kept = ((w, said) for w, said in _read(name) if (w.capital or w.caseless) and not w.numeric and not article(w.text))
    return [w.text for w, said in kept if fold(w.text) not in function_words() and not said]
