"""What is counted: the head noun after a number, its unit sign, and the categories joined to it. A scan over words, no parser.

After an English count above one the head is nearly always the first plural noun ("18 air raids", "40 young weavers killed"), so
verbs need not be known; only where no plural stands is the last word before a closed-class word taken. In the other languages read
here the noun comes first, after adjectives in Russian alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sayso.lexicon.tables import rows
from sayso.lexicon.words import words as closed
from sayso.text.number_words import HYPHENS
from sayso.text.numerals import Token

ADJECTIVES = ("ых", "их", "ые", "ие")  # Russian adjectives in the plural, which alone stand before the noun
LONGEST = 12  # tokens looked at for the noun; a name with two hyphens and a bracketed short form before it takes eleven
ENDINGS = (
    ("men", 2, "an"),
    ("ies", 3, "y"),
    ("sses", 2, ""),
    ("shes", 2, ""),
    ("ches", 2, ""),
    ("xes", 2, ""),
    ("zzes", 2, ""),
    ("oes", 2, ""),
    ("ss", 0, ""),
    ("us", 0, ""),
    ("is", 0, ""),
    ("s", 1, ""),
)
"""English plurals: ending, how much of it goes, what comes instead. Irregular ones are rows."""
ENDS = ("auxiliary", "preposition")  # closed classes (resources/grammar.yml) that are no counted noun
FAR = 14  # tokens before a figure in which "toll" may stand: "the toll of the blast at the port of Osk at 12"; own choice
QUOTES = "\"'“”‘’«»„"


class Unit(NamedTuple):
    """The unit in words, the token after it, and the category ("killed or injured") where the text joins one to it."""

    word: str
    end: int
    of: str | None = None
    noun: bool = True
    sure: bool = False
    """Whether the noun is a plural, a period or written with a hyphen, so that it is surely counted."""


@dataclass(frozen=True)
class Around:
    """The words that may stand around a number in one language."""

    lists: Mapping[str, frozenset[str]]
    maps: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Bounds and approximators by their last word, longest first."""
    language: str
    percents: Mapping[str, tuple[tuple[str, ...], ...]]
    """Ways to write percent by their first word, longest first."""
    limits: frozenset[str] = frozenset()
    """The last words of bounds and approximators."""

    def has(self, kind: str, word: str) -> bool:
        """Whether ``word`` is one of the ``kind``."""
        return word in self.lists.get(kind, ()) or word in self.maps.get(kind, ())

    def get(self, kind: str, word: str) -> str | None:
        """What ``word`` says as a ``kind``."""
        return self.maps.get(kind, {}).get(word)


@cache
def around(language: str | None) -> Around:
    """The rows for ``language`` (English where it is not known), and those for every language."""
    table = rows("quantities")
    wanted = (language or "en").split("-")[0].lower()
    wanted = wanted if any(row["lang"] == wanted for row in table) else "*"
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
    if wanted not in ("en", "*"):
        lists.setdefault("stop", set()).update(*(closed(wanted, kind) for kind in ENDS))
    ordered = {last: tuple(sorted(found, key=lambda p: (-len(p[0]), p))) for last, found in phrases.items()}
    percents: dict[str, list[tuple[str, ...]]] = {}
    for parts in sorted((tuple(p.lower().split()) for p in lists.get("percent", ())), key=lambda p: (-len(p), p)):
        percents.setdefault(parts[0], []).append(parts)
    return Around(
        {k: frozenset(v) for k, v in lists.items()},
        maps,
        ordered,
        wanted,
        {k: tuple(v) for k, v in percents.items()},
        frozenset(ordered),
    )


def follows(row: Sequence[Token], j: int, parts: Sequence[str]) -> bool:
    """Whether the words (and signs) of a phrase stand at ``j``."""
    return len(row) >= j + len(parts) and all(row[j + n].word == part for n, part in enumerate(parts))


def singular(word: str, known: Around) -> str:
    """The singular of a noun: irregular rows first, then endings."""
    irregular = known.get("plural", word)
    if irregular is not None:
        return irregular
    endings = known.maps.get("ending")
    if endings:
        ending = next((e for e in sorted(endings, key=lambda e: (-len(e), e)) if word.endswith(e) and len(word) > len(e) + 1), None)
        return word if ending is None else word[: -len(ending)] + endings[ending]
    if known.language != "en":
        return word
    for ending, cut, new in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - cut] + new
    return word


def plural(word: str, known: Around) -> bool:
    """Whether a word looks like a plural noun."""
    if known.has("plural", word):
        return True
    return len(word) > 3 and word.endswith(("s", "men")) and not word.endswith(("ss", "us", "is", "'s", "’s"))


NOBODY = Around({}, {}, {}, "en", {})
"""No words known: then a plural is told by its ending alone."""


def unit_after(text: str, row: Sequence[Token], j: int, known: Around, many: bool) -> Unit:
    """What is counted by the number that ends before token ``j``; an empty word where the text does not say."""
    if j >= len(row):
        return Unit("", j, noun=False)
    percent = next((p for p in known.percents.get(row[j].word, ()) if follows(row, j, p)), None)
    if percent is not None:
        return Unit("percent", j + len(percent), noun=False)
    adjacent = row[j].start == row[j - 1].end
    sign = known.get("unit", row[j].word)
    if sign and (adjacent or len(row[j].word) > 1):
        return Unit(sign, j + 1, noun=False)
    if adjacent and row[j].word in HYPHENS and j + 1 < len(row) and row[j + 1].kind == "word" and row[j + 1].start == row[j].end:
        sign = known.get("unit", row[j + 1].word)
        return Unit(sign or singular(row[j + 1].word, known), j + 2, sure=True)
    return _noun(text, row, j, known, many)


def _noun(text: str, row: Sequence[Token], j: int, known: Around, many: bool) -> Unit:
    """The head of the noun phrase from ``j`` on, with the categories set beside it."""
    k = _skipped(row, j, known)
    if k < len(row) and known.has("period", row[k].word):  # "two hour work stoppage"
        return Unit(row[k].word, k + 1, sure=True)
    head, last = _heads(text, row, k, known, many)
    found = head if head is not None else last
    if found is None and k > j and known.has("classifier", row[k - 1].word):
        return Unit(row[k - 1].word, k, sure=True)
    if found is None:
        return _ellipsis(text, row, k, known)
    word = row[found].word
    if head is None and (word.endswith(("ly", "ed", "ing")) or known.has("skip", word) or known.has("period", word)):
        return Unit("", j, noun=False)
    return Unit(singular(word, known), found + 1, _category(text, row, found + 1, known), sure=head is not None)


def _heads(text: str, row: Sequence[Token], k: int, known: Around, many: bool) -> tuple[int | None, int | None]:
    """The last of the first plural nouns, and the last word, of the phrase from ``k`` on."""
    head: int | None = None
    last: int | None = None
    for n in range(k, min(k + LONGEST, len(row))):
        token = row[n]
        if "\n" in text[row[n - 1].end : token.start]:
            break
        if token.kind != "word":
            if head is None and (token.word in QUOTES or _inner(row, n, known)):
                continue
            break
        if _suspended(row, n) or (row[n - 1].word == "(" and n + 1 < len(row) and row[n + 1].word == ")"):
            continue
        if _compounded(row, n):
            continue
        if _ends(text, row, n, last, known, many) or (head is not None and not plural(token.word, known)):
            break
        if known.has("category", token.word) and (head is not None or not _noun_ahead(row, n + 1, known)):
            break
        if len(token.word) > 1 and not token.word.endswith(("'s", "’s")) and not _compound(row, n) and not _modifies(row, n, known):
            last = n
            head = n if plural(token.word, known) and many else head
            if known.language != "en" and not token.word.endswith(ADJECTIVES):
                return n, n
    return head, last


def _inner(row: Sequence[Token], n: int, known: Around) -> bool:
    """A mark or figure that does not end the phrase: a hyphen, a bracketed short form, digits of a name."""
    if row[n].word in HYPHENS:
        return row[n - 1].end == row[n].start
    if row[n].word == "(":
        return n + 2 < len(row) and row[n + 2].word == ")" and row[n + 1].kind == "word"
    if row[n].word == ")":
        return row[n - 2].word == "("
    return _measure(row, n, known)


def _noun_ahead(row: Sequence[Token], k: int, known: Around) -> bool:
    """Whether a plural noun comes before the phrase ends: "a dozen captured weavers"."""
    for token in row[k : k + 5]:
        if token.kind != "word" or known.has("stop", token.word):
            return False
        if plural(token.word, known):
            return True
    return False


def _suspended(row: Sequence[Token], n: int) -> bool:
    """The "and" of "coal- and gas-fired plants"."""
    return row[n].word in ("and", "or") and row[n - 1].word in HYPHENS and row[n - 1].end < row[n].start


def _ends(text: str, row: Sequence[Token], n: int, last: int | None, known: Around, many: bool) -> bool:
    """A closed-class word (but not "US", "WHO"), a verb in -ing once there is a noun, or after one a name, ends the phrase."""
    token = row[n]
    capital = text[token.start : token.end].isupper() and (token.end - token.start > 1 or text[token.end : token.end + 1].isdigit())
    named = last is not None and text[token.start].isupper() and text[row[last].start].islower()
    if not many and last is not None and (named or token.word.endswith("ed")):
        return True
    if known.has("stop", token.word):
        return not capital
    return last is not None and token.word.endswith("ing") and row[n - 1].kind == "word" and text[row[last].start].isupper()


def _skipped(row: Sequence[Token], j: int, known: Around) -> int:
    """Past "more", "of the", "out of 40" and the like."""
    k = j
    while (
        k < len(row)
        and k < j + 6
        and (known.has("skip", row[k].word) or row[k].word in QUOTES or (row[k].kind == "digits" and row[k - 1].word == "of"))
    ):
        k += 1
    return k


def _measure(row: Sequence[Token], n: int, known: Around) -> bool:
    """Digits inside a noun phrase that belong to a name ("five 4x4 vehicles", "two Kite 40 gliders")."""
    token = row[n]
    return token.kind == "digits" and (
        row[n - 1].end == token.start
        or (n + 1 < len(row) and row[n + 1].kind == "word" and (row[n + 1].start == token.end or plural(row[n + 1].word, known)))
    )


def _compounded(row: Sequence[Token], n: int) -> bool:
    """The "out" of "burnt-out lorries": set between a hyphen and another word."""
    return (
        n > 1
        and n + 1 < len(row)
        and row[n - 1].word in HYPHENS
        and row[n - 2].end == row[n - 1].start
        and row[n - 1].end == row[n].start
        and row[n + 1].kind == "word"
        and plural(row[n + 1].word, NOBODY)
    )


def _modifies(row: Sequence[Token], n: int, known: Around) -> bool:
    """The right part of a hyphenated word before another word ("plain-clothes officers")."""
    if n == 0 or n + 1 >= len(row) or row[n - 1].word not in HYPHENS or row[n - 1].end != row[n].start:
        return False
    after = row[n + 1]
    return after.kind == "word" and not known.has("stop", after.word) and not known.has("category", after.word)


def _compound(row: Sequence[Token], n: int) -> bool:
    """The left part of a hyphenated word ("rocket-propelled")."""
    return n + 1 < len(row) and row[n + 1].word in HYPHENS and row[n + 1].start == row[n].end


def _ellipsis(text: str, row: Sequence[Token], k: int, known: Around) -> Unit:
    """No noun: "40 killed or injured", "40 were reported dead" count people, and say of what kind."""
    n = k
    while n < len(row) and n < k + 4 and known.has("auxiliary", row[n].word):
        n += 1
    if n < len(row) and known.has("category", row[n].word):
        end = _joined(row, n, known)
        return Unit(known.get("category", row[n].word) or "", end, text[row[n].start : row[end - 1].end])
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
    while n < len(row) and n < k + 3 and known.has("auxiliary", row[n].word):
        n += 1
    if n >= len(row) or not known.has("category", row[n].word):
        return None
    end = _joined(row, n, known)
    return text[row[n].start : row[end - 1].end] if end > n + 1 else None


def category_before(text: str, row: Sequence[Token], i: int, known: Around) -> str | None:
    """ "the deaths and injuries of 40 …", "killed or wounded 40 …": categories joined before the figure."""
    kind = "harm" if i > 0 and row[i - 1].word == "of" else "verb"
    k = i - 1 if kind == "harm" else i
    if k >= 3 and known.has(kind, row[k - 1].word) and row[k - 2].word in ("and", "or") and known.has(kind, row[k - 3].word):
        return text[row[k - 3].start : row[k - 1].end]
    return None


def toll_before(row: Sequence[Token], i: int, known: Around) -> str | None:
    """The noun that a figure without one belongs to: "The death toll rose to 164"."""
    for n in range(i - 1, max(i - FAR, -1), -1):
        if row[n].word in ".;:":
            return None
        found = known.get("toll", row[n].word)
        if found is not None:
            return found
        if row[n].word == "of" and n > 0 and row[n - 1].word == "number" and n + 1 < i:
            end = next((k for k in range(n + 1, i) if plural(row[k].word, known)), None)
            return None if end is None else singular(row[end].word, known)
    return None
