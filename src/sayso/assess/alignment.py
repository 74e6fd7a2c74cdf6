"""Two sentences that tell one thing, word by word: which word of the one stands for which of the other, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.assess.frames import AUXILIARY, one_word, senses
from sayso.assess.nouns import BOUNDARY, DETERMINERS, PREPOSITIONS, SAYING, Word, row_of
from sayso.assess.wording import stop
from sayso.lexicon.thesaurus import entries, kinship
from sayso.lexicon.words import words

# Little words that say something all the same: they are laid side by side like words of content.
WEIGHTY = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next previous final".split()
)
DIRECT = words("en", "determiner") - {"no", "every", "each", "few", "many", "several", "some"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence, whether it says what is told, and what it may be: noun, verb, adjective, adverb, name or number."""

    word: Word
    content: bool
    kinds: frozenset[str]


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a sentence."""
    return tuple(Token(w, says(w), kinds(w)) for w in row_of(text))


NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    " thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half".split()
)


def says(w: Word) -> bool:
    """Whether a word says what is told."""
    if w.low[0].isdigit() or (w.capital and w.low not in stop()):
        return True
    if w.low in WEIGHTY:
        return True
    little = w.low in stop() | DETERMINERS | PREPOSITIONS | AUXILIARY or w.low in BOUNDARY
    return not little and len(w.low) > 1 and w.low not in SAYING


@lru_cache(maxsize=1 << 15)
def parts(low: str) -> frozenset[str]:
    """The parts of speech that a word may be by the thesaurus."""
    from sayso.lexicon.thesaurus import _sense  # noqa: PLC2701

    return frozenset(_sense(s)[0] for e in entries(low) for s in e.senses)


def kinds(w: Word) -> frozenset[str]:
    """What a word may be."""
    if w.low[0].isdigit() or w.low in NUMBERS:
        return frozenset({"number"})
    if w.capital:
        return frozenset({"name"})
    return parts(w.low)


NONE: frozenset[int] = frozenset()


def related(x: str, y: str) -> bool:
    """Whether two stems begin alike."""
    return len(x) > 3 and len(y) > 3 and x[:4] == y[:4]


# How two words may be matched, best first.
def likeness(x: Token, y: Token) -> int:
    """How surely two words stand for one thing: 0 the same, 4 one wider than the other; 9 not at all."""
    a, b = x.word, y.word
    if a.low == b.low:
        return 0
    if "number" in x.kinds or "number" in y.kinds:
        return 9
    if a.stem == b.stem:
        return 1
    how = kinship(a.low, b.low)
    if how == "opposite":
        return 9
    if one_word(a.stem, b.stem) and not (how == "kin" and not senses().get(a.stem, NONE) & senses().get(b.stem, NONE) and not related(a.stem, b.stem)):
        return 2
    if a.capital != b.capital and how is None:
        return 9
    return {"same": 3, "near": 3, "wider": 4}.get(how or "", 9)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two sentences laid side by side: their words, and for each word of the one the word of the other that stands for it."""

    one: tuple[Token, ...]
    two: tuple[Token, ...]
    there: dict[int, int]
    back: dict[int, int]

    def left_over(self, second: bool = False) -> list[int]:
        """The words that say something and stand for nothing on the other side."""
        row, met = (self.two, self.back) if second else (self.one, self.there)
        return [n for n, t in enumerate(row) if t.content and n not in met]


@lru_cache(maxsize=4096)
def align(a: str, b: str) -> Alignment:
    """Every word of one sentence with the likest one of the other, the surest first, and of these the one in the likest place."""
    one, two = tokens(a), tokens(b)
    pairs = []
    for n, x in enumerate(one):
        for m, y in enumerate(two):
            if x.content and y.content and (how := likeness(x, y)) < 9:
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
