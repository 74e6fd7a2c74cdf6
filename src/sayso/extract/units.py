"""What is counted: the head noun after a number, its unit sign, and the categories joined to it. A scan over words, no parser.

After a count above one the head is nearly always the first plural noun ("18 air raids", "40 Takfiri militants killed"), so verbs need
not be known; only where no plural stands is the last word before a closed-class word taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sayso.lexicon.tables import rows
from sayso.model import Span
from sayso.text.numbers import Token

LONGEST = 7   # words from the number to its noun; "250 of the heavily armoured American supply trucks" has six
QUOTES = "\"'“”‘’«»„"
HYPHENS = "-‐‑"


class Unit(NamedTuple):
    """The unit in words, the token after it, and the category ("killed or injured") where the text joins one to it."""

    word: str
    end: int
    of: str | None = None
    noun: bool = True


@dataclass(frozen=True)
class Around:
    """The words that may stand around a number in one language."""

    lists: Mapping[str, frozenset[str]]
    maps: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Bounds and approximators by their last word, longest first."""

    def has(self, kind: str, word: str) -> bool:
        """Whether ``word`` is one of the ``kind``."""
        return word in self.lists.get(kind, ()) or word in self.maps.get(kind, ())

    def get(self, kind: str, word: str) -> str | None:
        """What ``word`` says as a ``kind``."""
        return self.maps.get(kind, {}).get(word)


@cache
def around(language: str | None) -> Around:
    """The rows for ``language``, English where it is unknown or has none."""
    table = rows("quantities")
    wanted = (language or "en").split("-")[0].lower()
    wanted = wanted if any(row["lang"] == wanted for row in table) else "en"
    lists: dict[str, set[str]] = {}
    maps: dict[str, dict[str, str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in table:
        if row["lang"] not in ("*", wanted):
            continue
        words: Any = row["words"]
        if isinstance(words, dict):
            maps.setdefault(row["kind"], {}).update(words)
        else:
            lists.setdefault(row["kind"], set()).update(words)
        if row["kind"] in ("least", "most", "about"):
            for phrase in words:
                parts = tuple(phrase.split())
                phrases.setdefault(parts[-1], []).append((parts, row["kind"]))
    ordered = {last: tuple(sorted(found, key=lambda p: (-len(p[0]), p))) for last, found in phrases.items()}
    return Around({k: frozenset(v) for k, v in lists.items()}, maps, ordered)


def follows(row: Sequence[Token], j: int, phrase: str) -> bool:
    """Whether the words (and signs) of ``phrase`` stand at ``j``."""
    parts = phrase.split()
    return len(row) >= j + len(parts) and all(row[j + n].word == part for n, part in enumerate(parts))


def singular(word: str, known: Around) -> str:
    """The singular of a noun: irregular rows first, then endings."""
    irregular = known.get("plural", word)
    if irregular is not None:
        return irregular
    endings = known.maps.get("ending")
    if endings:
        ending = next((e for e in sorted(endings, key=lambda e: (-len(e), e)) if word.endswith(e) and len(word) > len(e) + 1), None)
        return word if ending is None else word[:-len(ending)] + endings[ending]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def plural(word: str, known: Around) -> bool:
    """Whether a word looks like a plural noun."""
    return known.has("plural", word) or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s")) and len(word) > 3) \
        or (word.endswith("men") and len(word) > 4)


def unit_after(text: str, row: Sequence[Token], j: int, known: Around, many: bool) -> Unit:
    """What is counted by the number that ends before token ``j``; an empty word where the text does not say."""
    if j >= len(row):
        return Unit("", j, noun=False)
    percent = next((p for p in sorted(known.lists.get("percent", ()), key=lambda p: (-len(p), p)) if follows(row, j, p.lower())), None)
    if percent is not None:
        return Unit("percent", j + len(percent.split()), noun=False)
    adjacent = row[j].start == row[j - 1].end
    sign = known.get("unit", row[j].word)
    if sign and (adjacent or len(row[j].word) > 1):
        return Unit(sign, j + 1, noun=False)
    if adjacent and row[j].word in HYPHENS and j + 1 < len(row) and row[j + 1].kind == "word" and row[j + 1].start == row[j].end:
        sign = known.get("unit", row[j + 1].word)
        return Unit(sign or singular(row[j + 1].word, known), j + 2)
    return _noun(text, row, j, known, many)


def _noun(text: str, row: Sequence[Token], j: int, known: Around, many: bool) -> Unit:
    """The head of the noun phrase from ``j`` on, with the categories set beside it."""
    k = _skipped(row, j, known)
    head: int | None = None
    last: int | None = None
    for n in range(k, min(k + LONGEST, len(row))):
        token = row[n]
        if token.kind != "word":
            if token.word in QUOTES or (token.word in HYPHENS and row[n - 1].end == token.start):
                continue
            if token.word in "[(" and head is None and last is None:
                break
            if _measure(row, n):
                continue
            break
        if known.has("category", token.word) and (n + 1 >= len(row) or head is not None or not plural(row[n + 1].word, known)):
            break
        if _ends(text, row, n, last, known):
            break
        if head is not None and not plural(token.word, known):
            break
        if not token.word.endswith(("'s", "’s")) and not _compound(row, n):
            last = n
            head = n if plural(token.word, known) and many else head
    found = head if head is not None else last
    if found is None:
        return _ellipsis(text, row, k, known)
    if head is None and row[found].word.endswith(("ly", "ed")):
        return Unit("", j, noun=False)
    return Unit(singular(row[found].word, known), found + 1, _category(text, row, found + 1, known))


def _ends(text: str, row: Sequence[Token], n: int, last: int | None, known: Around) -> bool:
    """A closed-class word (but not "US", "WHO"), or a verb in -ing once there is a noun, ends the phrase."""
    token = row[n]
    capital = token.end - token.start > 1 and text[token.start:token.end].isupper()
    return (known.has("stop", token.word) and not capital) or (last is not None and token.word.endswith("ing") and row[n - 1].kind == "word"
                                                             and text[row[last].start].isupper())


def _skipped(row: Sequence[Token], j: int, known: Around) -> int:
    """Past "more", "of the", "out of 40" and the like."""
    k = j
    while k < len(row) and k < j + 4 and (known.has("skip", row[k].word) or row[k].word in QUOTES
                                          or (row[k].kind == "digits" and row[k - 1].word == "of")):
        k += 1
    return k


def _measure(row: Sequence[Token], n: int) -> bool:
    """Digits inside a noun phrase that belong to a name ("five 4x4 vehicles", "two Su-24 jets")."""
    token = row[n]
    return token.kind == "digits" and ((n + 1 < len(row) and row[n + 1].start == token.end and row[n + 1].kind == "word")
                                       or row[n - 1].end == token.start)


def _compound(row: Sequence[Token], n: int) -> bool:
    """The left part of a hyphenated word ("rocket-propelled")."""
    return n + 1 < len(row) and row[n + 1].word in HYPHENS and row[n + 1].start == row[n].end


def _ellipsis(text: str, row: Sequence[Token], k: int, known: Around) -> Unit:
    """No noun: "40 killed or injured" counts people, and says of what kind."""
    if k < len(row) and known.has("category", row[k].word):
        end = _joined(row, k, known)
        return Unit(known.get("category", row[k].word) or "", end, text[row[k].start:row[end - 1].end])
    return Unit("", k, noun=False)


def _joined(row: Sequence[Token], k: int, known: Around) -> int:
    """Past categories joined by "and" or "or" without a figure of their own."""
    end = k + 1
    while end + 1 < len(row) and row[end].word in ("and", "or", "и", "или") and known.has("category", row[end + 1].word):
        end += 2
    return end


def _category(text: str, row: Sequence[Token], k: int, known: Around) -> str | None:
    """Two or more categories that follow the noun: "40 militants [were] killed or injured"."""
    n = k
    while n < len(row) and n < k + 3 and row[n].word in ("were", "was", "are", "have", "had", "been", "being", "reportedly", "either"):
        n += 1
    if n >= len(row) or not known.has("category", row[n].word):
        return None
    end = _joined(row, n, known)
    return text[row[n].start:row[end - 1].end] if end > n + 1 else None


def category_before(text: str, row: Sequence[Token], i: int, known: Around) -> str | None:
    """"the deaths and injuries of 40 …", "killed or wounded 40 …": categories joined before the figure."""
    kind = "harm" if i > 0 and row[i - 1].word == "of" else "verb"
    k = i - 1 if kind == "harm" else i
    if k >= 3 and known.has(kind, row[k - 1].word) and row[k - 2].word in ("and", "or") and known.has(kind, row[k - 3].word):
        return text[row[k - 3].start:row[k - 1].end]
    return None


def toll_before(row: Sequence[Token], i: int, known: Around) -> str | None:
    """The noun that a figure without one belongs to: "The death toll rose to 164"."""
    for n in range(i - 1, max(i - 9, -1), -1):
        if row[n].word in ".;:":
            return None
        found = known.get("toll", row[n].word)
        if found is not None:
            return found
        if row[n].word == "of" and n > 0 and row[n - 1].word == "number" and n + 1 < i:
            end = next((k for k in range(n + 1, i) if plural(row[k].word, known)), None)
            return None if end is None else singular(row[end].word, known)
    return None


def slice_of(row: Sequence[Token], i: int, j: int) -> Span:
    """The span of the tokens ``i`` to ``j``."""
    return Span(row[i].start, row[j - 1].end)
