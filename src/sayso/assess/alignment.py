"""Two sentences that tell one thing, word by word: which word of the one stands for which of the other, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.assess.frames import AUXILIARY, one_word, past, senses
from sayso.assess.nouns import BOUNDARY, DETERMINERS, PREPOSITIONS, SAYING, Word, row_of
from sayso.assess.wording import stop
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import entries, kinship, parts
from sayso.lexicon.words import number_words
from sayso.text import numbers
from sayso.text.normal import begin_alike

# Little words that set one thing apart from another all the same.
ORDER = vocabulary.words("dimensions", "ordinal", "last", "next")
OPPOSED = ("opposite", "kin")
FARTHEST = 9  # likeness of two words that stand for nothing common
NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence, whether it says what is told, and what it may be: a part of speech, "name" or "number"."""

    word: Word
    content: bool
    kinds: frozenset[str]

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.word.low


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a sentence."""
    return tuple(Token(w, says(w), kinds(w)) for w in row_of(text))


def says(w: Word) -> bool:
    """Whether a word says what is told."""
    if w.low[0].isdigit() or w.low in ORDER or (w.capital and w.low not in stop()):
        return True
    little = w.low in stop() or w.low in DETERMINERS or w.low in BOUNDARY or w.low in PREPOSITIONS
    return not little and len(w.low) > 1 and w.low not in SAYING


# What may be left over in any retelling: light verbs, words for anybody, measures and order.
LIGHT = vocabulary.words("light_words", "light")


def idle(t: Token) -> bool:
    """Whether a word may be left over in any retelling."""
    adverb = t.kinds == {"r"} or (t.low.endswith("ly") and "n" not in t.kinds)
    return adverb or t.word.stem in SAYING or t.low in SAYING or t.low in LIGHT


@lru_cache(maxsize=1 << 14)
def numeral(low: str) -> bool:
    """Whether a word is a figure or the word for one."""
    if low[0].isdigit():
        return True
    counted = f"two {low}"  # "dozen" counts, "minutes" is counted
    found = numbers.find(counted, 0, len(counted), number_words("en"))
    return bool(found) and (found[-1].span.end == len(counted))


def kinds(w: Word) -> frozenset[str]:
    """What a word may be."""
    if numeral(w.low) and w.low not in ORDER:
        return frozenset({"number"})
    return frozenset({"name"}) if w.capital else parts(w.low)


def verbish(w: Word) -> bool:
    """Whether a word may be what somebody did: a past form, a participle, or a form in "es"."""
    if w.capital or w.low in AUXILIARY:
        return False
    return w.low in past() or w.low.endswith(("ed", "ing", "es")) or irregular(w.low)


@lru_cache(maxsize=1 << 14)
def irregular(low: str) -> bool:
    """Whether a word is a form of a verb and no ending shows it: "rung"."""
    return "v" in parts(low) and not low.endswith(("s", "er", "est")) and any(e.form != low for e in entries(low))


@lru_cache(maxsize=1 << 16)
def likeness(x: Token, y: Token) -> int:
    """How surely two words stand for one thing: 0 the same, 4 where one is wider, ``FARTHEST`` where nothing says so.

    A class of our rows that has both ("rifles", "pistols") counts for less than the thesaurus, which knows them for two kinds.
    """
    a, b = x.word, y.word
    if a.low == b.low or "number" in x.kinds | y.kinds or {a.low, b.low} <= ORDER:
        return 0 if a.low == b.low else FARTHEST
    if a.stem == b.stem:
        return 1
    how = kinship(a.low, b.low)
    if how == "opposite" or (a.capital != b.capital and how is None and not one_word(a.stem, b.stem)):
        return FARTHEST
    if one_word(a.stem, b.stem) and not (how == "kin" and not one_sense(a.stem, b.stem)):
        return 2
    return {"same": 3, "near": 3, "wider": 4}.get(how or "", FARTHEST)


def one_sense(x: str, y: str) -> bool:
    """Whether two stems begin alike or are in one row of ``senses.yml``."""
    return begin_alike(x, y) or bool(senses().get(x, NOTHING) & senses().get(y, NOTHING))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences laid side by side: their words, and which of the one stands for which of the other, and back."""

    one: tuple[Token, ...]
    two: tuple[Token, ...]
    there: dict[int, int]
    back: dict[int, int]

    @property
    def gone(self) -> list[int]:
        """The words of the first sentence that say something and stand for nothing in the second."""
        return [n for n, t in enumerate(self.one) if t.content and n not in self.there]

    @property
    def new(self) -> list[int]:
        """The words of the second sentence that say something and stand for nothing in the first."""
        return [n for n, t in enumerate(self.two) if t.content and n not in self.back]

    @property
    def share(self) -> float:
        """The share of the shorter sentence's words of content that stand for one of the other's."""
        return len(self.there) / max(1, min(sum(t.content for t in row) for row in (self.one, self.two)))

    @property
    def whole(self) -> float:
        """The same share of the longer sentence's words: low where the one tells a part of the other, or another thing."""
        return len(self.there) / max(1, max(sum(t.content for t in row) for row in (self.one, self.two)))

    @property
    def literal(self) -> float:
        """The share of the longer sentence that is told in the same words, whatever their forms."""
        same = sum(likeness(self.one[n], self.two[m]) <= 1 for n, m in self.there.items())
        return same / max(1, max(sum(t.content for t in row) for row in (self.one, self.two)))

    @property
    def directions(self) -> tuple[tuple[Sequence[Token], Sequence[Token], dict[int, int]], ...]:
        """Each sentence with the other and what of it stands where in that."""
        return (self.one, self.two, self.there), (self.two, self.one, self.back)


@lru_cache(maxsize=4096)
def align(a: str, b: str) -> Alignment:
    """Every word of one sentence with the likest one of the other, the surest first, and of these the one in the likest place."""
    one, two = tokens(a), tokens(b)
    pairs = []
    for n, x in enumerate(one):
        for m, y in enumerate(two):
            if x.content and y.content and (how := likeness(x, y)) < FARTHEST:
                pairs.append((how, -beside(one, two, n, m), abs(n / len(one) - m / len(two)), n, m))
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for _, _, _, n, m in sorted(pairs):
        if n not in there and m not in back:
            there[n], back[m] = m, n
    return Alignment(one, two, there, back)


def beside(one: Sequence[Token], two: Sequence[Token], n: int, m: int) -> int:
    """How many words next to two words are the same."""
    near = [{t.word.stem for t in row[max(0, k - 2) : k + 3] if t is not row[k]} for row, k in ((one, n), (two, m))]
    return len(near[0] & near[1])


Run = tuple[int, ...]


def runs(row: Sequence[Token], left: Sequence[int], *, bridged: bool = False) -> list[Run]:
    """Words side by side; ``bridged`` where little words may stand between them."""
    out: list[list[int]] = []
    for n in left:
        joined = bool(out) and out[-1][-1] == n - 1 and not row[n].word.apart
        if joined or (out and bridged and not any(t.content for t in row[out[-1][-1] + 1 : n])):
            out[-1].append(n)
        else:
            out.append([n])
    return [tuple(c) for c in out]


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side of a word: prepositions, the next word of content (-1: none), and whether it is beside it."""

    little: tuple[str, ...]
    at: int
    next: bool


def side(row: Sequence[Token], n: int, step: int) -> Side:
    """What stands before (``step`` -1) or behind a word."""
    little: list[str] = []
    k, gap = n + step, False
    while 0 <= k < len(row):
        gap = gap or row[k if step > 0 else k + 1].word.apart
        if row[k].content:
            return Side(tuple(little), k, not gap and abs(n - k) == 1)
        if row[k].low in PREPOSITIONS or row[k].low in ("and", "or"):
            little.append(row[k].low)
        k += step
    return Side(tuple(little), -1, False)


def same_slot(al: Alignment, x: Run, y: Run) -> frozenset[str]:
    """In what ways two left-over runs stand in one place: what is before them, what is behind, whether they describe one noun."""
    before, behind = ((side(al.one, x[k], d), side(al.two, y[k], d)) for k, d in ((0, -1), (-1, 1)))
    out = set()
    if meet(al, *before):
        out.add("left")
        if before[0].little and before[0].little == before[1].little:
            out.add("behind")
    if meet(al, *behind) and behind[0].little == behind[1].little:
        out.add("right")
        if behind[0].next and behind[1].next:
            out.add("modifier")
    return frozenset(out)


def meet(al: Alignment, x: Side, y: Side) -> bool:
    """Whether two sides end at one word, or at the end of both sentences."""
    return x.at == y.at == -1 or (x.at >= 0 and al.there.get(x.at) == y.at)


def shown(text: str, row: Sequence[Token], run: Run) -> str:
    """A run as it is written."""
    return text[row[run[0]].word.at : row[run[-1]].word.end]
