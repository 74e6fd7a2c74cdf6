"""How one sentence stands to another that it may answer: what both speak of, who is meant, what is turned round, in what manner.

Each is a feature with a number; what a feature weighs stands in ``resources/answer_weights.yml``.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from sayso.assess.lines import MARKS, Line, kinds, lines
from sayso.assess.pile import Pile
from sayso.assess.polarity import reversed_
from sayso.assess.wording import WORD, akin, capitals, name_words, plain, quoted, stem, stems, stop
from sayso.lexicon import vocabulary
from sayso.model import ChainLink
from sayso.text.normal import trunk, trunks

PARTNERS = 24  # sentences with the most in common, then the first of their pages, that a sentence is measured against; own choice
MOST_POSTINGS = 200  # a word in more sentences is what the pile is about; keeps the work in proportion to the sentences; own choice
RETOLD = 0.25  # weighted Dice of two sentences from which the one may be the other, told again; own choice
QUOTED_WORDS = 4  # words in marks that both have, from which the one has them from the other; own choice
LONG = 20  # content words from which a sentence is long; own choice
FIRM = frozenset("denies untrue negation emphatic took_back".split())
ANSWERING = FIRM | frozenset("whole instead insists asked".split())
LED = ("cover", "names", "accused")
# What a word counts that has another's sense, stands right above or below it, or beside it under one roof; own choice.
SAME, WIDER, KIN = 0.7, 0.5, 0.25


class Pair(NamedTuple):
    """A sentence and one that it may answer, with what is between them."""

    answer: Line
    target: Line
    features: dict[str, float]


class Ground:
    """What the sentences of a pile say often and what seldom."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.lines = tuple(lines(pile))
        self.of: Counter[str] = Counter(w for x in self.lines for w in sorted(x.words))
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for n, x in enumerate(self.lines):
            for w in sorted(x.words):
                self.by_word[trunk(w)].append(n)
        self.order = sorted(range(len(self.lines)), key=lambda n: (self.lines[n].number, n))  # the first of every page first
        total = len(self.lines) + 1
        self.rare = {w: math.log(total / n) / math.log(total) for w, n in self.of.items()}
        self.whole = {x: self.weigh(x.words) for x in self.lines}
        self.own = {x: self.weigh(x.words - x.parties) for x in self.lines}
        self.trunks = {x: trunks(w for w in x.words if len(w) > 4) for x in self.lines}

    def rarity(self, word: str) -> float:
        """How much a word tells: 1 where one sentence has it, 0 where all have."""
        return self.rare.get(word, 1.0)

    def weigh(self, words: frozenset[str]) -> float:
        """How much some words tell together."""
        return sum(self.rarity(w) for w in sorted(words))


def pairs(ground: Ground) -> list[Pair]:
    """For each sentence that may be an answer the sentences it may answer, with their features."""
    out = list(near_pairs(ground.pile, ground))
    peaks: dict[frozenset[str], list[float]] = defaultdict(list)
    for p in out:
        peaks[frozenset((p.answer.document, p.target.document))].append(weight_of(p))
    for p in out:
        row = sorted(peaks[frozenset((p.answer.document, p.target.document))])[-2:]
        rest = row[0] if weight_of(p) == row[-1] else row[-1]
        p.features["peak"] = max(-0.5, min(0.5, weight_of(p) - (rest if len(row) > 1 else 0.0)))
    return out


def weight_of(p: Pair) -> float:
    """How much the two have in common, what is denied twice."""
    return p.features["exact"] + p.features["denied_words"]


def near_pairs(pile: Pile, ground: Ground) -> Iterator[Pair]:
    """For each sentence that may be an answer those with the most in common."""
    for b in ground.lines:
        if b.head or "silent" in b.manners:
            continue
        near: Counter[int] = Counter()
        for w in sorted(b.words):
            row = ground.by_word[trunk(w)]
            if len(row) <= MOST_POSTINGS:
                near.update(dict.fromkeys(row, 1000 // len(row)))
        first = sorted(near, key=lambda n: (-near[n], ground.lines[n].number, n))
        order = chain(first, (n for n in ground.order if n not in near))
        others = islice((x for x in map(ground.lines.__getitem__, order) if may_answer(pile, b, x)), PARTNERS)
        rows = [(x, features(ground.pile, b, x, matter(ground, b, x))) for x in others]
        lead([f for _, f in rows])
        yield from (Pair(b, x, f) for x, f in rows)


def may_answer(pile: Pile, b: Line, a: Line) -> bool:
    """Whether a sentence can answer another at all: no headline, no silence, no later page, and nobody but to take back a word."""
    if a is b or a.head or "silent" in a.manners or pile.later(a.document, b.document):
        return False
    if "negation" in a.manners & b.manners and not b.manners & {"denies", "untrue", "took_back"} and not reversed_(b.text, a.text):
        return False  # both deny
    if "took_back" in b.manners and "asked" not in b.manners:  # who is asked whether it was a mistake takes nothing back
        return True
    return not (any(pile.same_party(x, y) for x in a.sources for y in b.sources) or one_bearer(a.sources, b.sources))


def one_bearer(row: Sequence[ChainLink], other: Sequence[ChainLink]) -> bool:
    """Whether the proper names of two sources are one, whatever stands around them: "the warden, Ada Grell", "Warden Ada Grell"."""
    one, two = ([capitals(k.name or "") & name_words(k.name or "") for k in links] for links in (row, other))
    return any(len(x & y) > 1 and (x <= y or y <= x) for x in one for y in two)


def lead(row: Sequence[dict[str, float]]) -> None:
    """Add to each what it has beyond the best of the others that the same sentence may answer."""
    for name in LED:
        values = [f[name] for f in row]
        for n, f in enumerate(row):
            rest = max((v for m, v in enumerate(values) if m != n), default=0.0)
            f[f"{name}_lead"] = max(-0.5, min(0.5, f[name] - rest))


def features(pile: Pile, b: Line, a: Line, told: Mapping[str, float]) -> dict[str, float]:
    """What speaks for and against ``b`` answering ``a``, beside the ``matter`` that both tell."""
    out = {"bias": 1.0, **told, **persons(pile, b, a), **places(pile, b, a)}
    out |= {f"b:{k}": 1.0 for k in kinds() if k in b.manners} | {f"a:{k}": 1.0 for k in kinds() if k in a.manners}
    out["dull"] = float(not b.manners & ANSWERING)
    if "negation" in a.manners - b.manners:
        out |= {"unsaid": 1.0, "unsaid_exact": out["exact"]}
    if "negation" in b.manners - a.manners:
        out |= {"negated": 1.0, "negated_exact": out["exact"]}
    out["accused_firm"] = bool(b.manners & FIRM) * max(out["accused"], SAME * out["role_named"], SAME * out["house_named"])
    return out


def matter(ground: Ground, b: Line, a: Line) -> dict[str, float]:
    """What the two speak of together, seldom words more than common ones; which of it is denied; what they count."""
    got = common(b, a, ground.trunks[a])
    exact = ground.weigh(frozenset(w for w, v in got.items() if v == 1.0))
    shared = sum(v * ground.rarity(w) for w, v in sorted(got.items()))
    ruled = negated(b.text)
    one, two = counted(b.text), counted(a.text)
    both = one.keys() & two.keys()
    whole = ground.whole[b] + ground.whole[a]
    return {
        "cover": min(1.0, shared / (ground.own[b] or 1.0)),
        "exact": min(3.0, exact) / 3,
        "nothing": float(exact == 0),
        "soft": min(3.0, shared - exact) / 3,
        "names": min(2.0, ground.weigh(frozenset(w for w in got if w in b.names and w in a.forms))) / 2,
        "denied_words": min(2.0, sum(v * ground.rarity(w) for w, v in sorted(got.items()) if w in ruled)) / 2,
        "retold": max(0.0, 2 * exact / (whole or 1.0) - RETOLD),
        "long": min(1.0, len(b.words) / LONG),
        "target_long": min(1.0, len(a.words) / LONG),
        "numbers": float(bool(a.numbers & b.numbers)),
        "other_numbers": float(bool(a.numbers) and bool(b.numbers) and not a.numbers & b.numbers),
        "other_count": float(any(not one[w] & two[w] for w in both)),
        "same_count": float(any(one[w] & two[w] for w in both)),
    }


def common(b: Line, a: Line, first: frozenset[str]) -> dict[str, float]:
    """The words of one sentence, the name of its source left out, that the other has: 1, or less where they are but akin.

    ``first``: how the longer words of the other begin.
    """
    mine = b.words - b.parties
    got = {w: 1.0 for w in sorted(mine) if w in a.forms or (len(w) > 4 and trunk(w) in first)}
    left = mine - got.keys()
    for mine_at, theirs, worth in (
        (b.senses, a.senses, SAME),
        (b.senses, a.above, WIDER),
        (b.above, a.senses, WIDER),
        (b.above, a.above, KIN),
    ):
        for w in {mine_at[s] for s in mine_at.keys() & theirs.keys()} & left:
            got[w] = max(got.get(w, 0.0), worth)
    return got


def persons(pile: Pile, b: Line, a: Line) -> dict[str, float]:
    """Whether the one who answers is named in the other sentence, or its outlet, or the other's teller in the answer."""
    roles = frozenset(w for k in b.sources[-1:] for w in stems(k.name or "") if len(w) > 3)
    half = first_half(a.text)
    return {
        "accused": float(akin(b.parties, a.words) or bool(b.parties & a.words)),
        "accused_first": float(akin(b.parties, half & a.words)),
        "role_named": float(bool(roles & a.words)),
        "house_named": float(bool(name_words(pile.documents[b.document].outlet or "") & a.words)),
        "teller_named": float(bool(a.parties & (b.words - b.parties))),
        "no_source": float(not b.sources),
        "sourced": float(bool(a.sources)),
    }


def retells(p: Pair) -> bool:
    """Whether a sentence that may be an answer only tells again what the other tells.

    It has in marks what the other has, or gives the same count of the same things in no manner of an answer.
    """
    there = f" {plain(p.target.text)} "
    marked = any(len(words.split()) >= QUOTED_WORDS and f" {words} " in there for words in map(plain, quoted(p.answer.text)))
    return marked or (not p.answer.manners & ANSWERING and p.features["same_count"] > 0)


def recounts(p: Pair) -> bool:
    """Whether the one only counts the same things differently and denies nothing: ``rivalry.py`` knows more of figures."""
    return p.features["other_count"] > 0 and not p.answer.manners & FIRM


@lru_cache(maxsize=8192)
def first_half(text: str) -> frozenset[str]:
    """The stems of the first half of a sentence."""
    return frozenset(stem(w) for w in WORD.findall(text[: len(text) // 2]))


def places(pile: Pile, b: Line, a: Line) -> dict[str, float]:
    """Where the two stand: on what pages, how high up, in marks."""
    one = a.document == b.document
    return {
        "same_page": float(one),
        "next": float(one and abs(a.number - b.number) == 1),
        "later": float(pile.later(b.document, a.document)),
        "same_outlet": float(not one and pile.documents[a.document].outlet == pile.documents[b.document].outlet),
        "tied": float(pile.related(a.document, b.document)),
        "place": 1 / (1 + a.number),
        "b_place": 1 / (1 + b.number),
        "quote": float(b.text[0] in MARKS),
    }


NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|nowhere|cannot)\b|n['’]t\b", re.IGNORECASE)
REACH = 60  # code points behind a negation in which what it denies stands; own choice


@lru_cache(maxsize=8192)
def negated(text: str) -> frozenset[str]:
    """The stems that stand right behind a negation."""
    behind = (re.split(r"[,;.:]", text[m.end() : m.end() + REACH])[0] for m in NEGATION.finditer(text))
    return frozenset(stem(w) for part in behind for w in WORD.findall(part))


COUNTED = re.compile(
    rf"\b(?P<number>\d[\d.,:]*|{vocabulary.counting(1, 12)}|\w{{3,6}}teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)(?:\s(?:million|billion|thousand|hundred))?"
    r"\s(?P<of>[a-z][\w-]+(?:\s[a-z][\w-]+)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def counted(text: str) -> Mapping[str, frozenset[str]]:
    """The figures of a sentence by the words right behind them."""
    out: dict[str, frozenset[str]] = {}
    for m in COUNTED.finditer(text):
        for w in m["of"].split():
            if w not in stop():
                out[stem(w)] = out.get(stem(w), frozenset()) | {m["number"].casefold().rstrip(".,:")}
    return out
