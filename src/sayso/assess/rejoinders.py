"""How one sentence stands to another that it may answer: its manner, what both speak of, who is meant, what is turned round."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.assess.pile import Pile, innermost
from sayso.assess.polarity import reversed_
from sayso.assess.wording import WORD, akin, capitals, common_names, name_words, party_words, stem, stop
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kinship, meanings
from sayso.model import ChainLink, Span, Statement
from sayso.text.sentences import paragraphs, sentences

LEAST = 4  # words of a sentence below which it tells nothing that could be answered
LONGEST = 700  # code points of a sentence beyond which it is a list, or a page that lost its full stops
MOST = 1500  # sentences of a pile that are laid beside each other
PARTNERS = 12  # sentences with the most in common that a sentence is measured against in full
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of a page with what it is compared by."""

    document: str
    number: int
    span: Span
    text: str
    head: bool
    words: frozenset[str]
    forms: Mapping[str, str]
    names: frozenset[str]
    senses: Mapping[int, str]
    above: Mapping[int, str]
    numbers: frozenset[str]
    sources: tuple[ChainLink, ...]
    parties: frozenset[str]
    manners: frozenset[str]


class Pair(NamedTuple):
    """A sentence and one that it may answer, with what is between them."""

    answer: Line
    target: Line
    features: Features


@cache
def manner(kind: str) -> re.Pattern[str]:
    """The words of one kind in ``resources/manners.yml``."""
    parts, unless = [], []
    for row in rows("manners"):
        if row["kind"] == kind:
            parts += [re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for w in row["words"]]
            unless += [re.escape(w) for w in row.get("unless", ())]
    bar = rf"(?!(?:{'|'.join(unless)})\b)" if unless else ""
    return re.compile(rf"(?:\b|(?=n['’]t)){bar}(?:{'|'.join(sorted(parts, key=lambda w: (-len(w), w)))})(?!\w)".replace("n't", "n['’]t"), re.IGNORECASE)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of manner, sorted."""
    return tuple(sorted({str(r["kind"]) for r in rows("manners")}))


@lru_cache(maxsize=8192)
def manners(text: str) -> frozenset[str]:
    """In what manners a sentence is told."""
    return frozenset(k for k in kinds() if manner(k).search(text))


DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


def lines(pile: Pile) -> tuple[Line, ...]:
    """The sentences of all English pages of a pile, furniture left out, in a fixed order."""
    key = ("lines", "")
    if key not in pile.memory:
        pile.memory[key] = tuple(_lines(pile))
    found: tuple[Line, ...] = pile.memory[key]
    return found


def _lines(pile: Pile) -> Iterator[Line]:
    for d in sorted(pile.by_document):
        page = pile.documents[d]
        if page.language not in (None, "en"):
            continue
        dull = [f.span for f in page.furniture]
        said = pile.by_document[d]
        n = 0
        for paragraph in paragraphs(page.text):
            for span in sentences(page.text, paragraph, page.language):
                text = span.of(page.text)
                if not span.end - span.start <= LONGEST or any(f.overlaps(span) for f in dull):
                    continue
                head = page.title_span is not None and page.title_span.overlaps(span)
                line = _line(d, n, span, text, head, [s for s in said if s.span.overlaps(span)])
                if len(line.words) >= LEAST:
                    n += 1
                    yield line


def _line(document: str, n: int, span: Span, text: str, head: bool, said: Sequence[Statement]) -> Line:
    forms: dict[str, str] = {}
    names = set()
    for m in WORD.finditer(text):
        w = m.group()
        if w.casefold() in stop() or len(w) < 3 or w[0].isdigit():
            continue
        if w[0].isupper() and m.start() and text[m.start() - 2 : m.start()] not in (". ", "“", '"'):
            names.add(stem(w))
        forms.setdefault(stem(w), re.sub(r"['’]s?$", "", w.casefold()))
    senses: dict[int, str] = {}
    above: dict[int, str] = {}
    for s, w in sorted(forms.items()):
        if s not in names:
            own, over = meanings(w)
            senses |= dict.fromkeys(own, s)
            above |= dict.fromkeys(over, s)
    links = [k for s in said if (k := innermost(s)) is not None]
    parties = frozenset(w for k in links for w in name_words(k.name or "") if len(w) > 2)
    numbers = frozenset(DIGITS.findall(text))
    return Line(document, n, span, text, head, frozenset(forms), forms, frozenset(names), senses, above, numbers, tuple(links), parties, manners(text))


class Ground:
    """What the sentences of a pile say often and what seldom, and what every page names at its head."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.lines = lines(pile)[:MOST]
        self.of: Counter[str] = Counter(w for x in self.lines for w in x.words)
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.page: dict[str, frozenset[str]] = {}
        self.titles = {d: frozenset(map(stem, WORD.findall(p.title or ""))) - stop() for d, p in pile.documents.items()}
        for n, x in enumerate(self.lines):
            for w in sorted(x.words):
                self.by_word[key(w)].append(n)
            self.page[x.document] = self.page.get(x.document, frozenset()) | x.words

    def rarity(self, word: str) -> float:
        """How much a word tells: 1 where one sentence has it, 0 where all have."""
        total = len(self.lines)
        return math.log((total + 1) / self.of[word]) / math.log(total + 1) if self.of[word] and total > 1 else 1.0


def key(word: str) -> str:
    """A stem by its first letters: "deny" and "denied" meet, "mill" and "miller"."""
    return word[:5]


def pairs(pile: Pile) -> Iterator[Pair]:
    """For each sentence that may be an answer the sentences it may answer, with their features."""
    ground = Ground(pile)
    for b in ground.lines:
        near: Counter[int] = Counter()
        for w in sorted(b.words):
            row = ground.by_word[key(w)]
            for n in row:
                near[n] += 1000 / len(row)  # type: ignore[assignment]
        others = [n for n, x in enumerate(ground.lines) if may_answer(pile, b, x)]
        best = sorted(others, key=lambda n: (-near[n], n))[:PARTNERS]
        row = [(ground.lines[n], features(ground, b, ground.lines[n])) for n in best]
        for f in ranked([f for _, f in row]):
            pass
        yield from (Pair(b, x, f) for x, f in row)


def may_answer(pile: Pile, b: Line, a: Line) -> bool:
    """Whether a sentence can answer another at all: another one, and of no later page."""
    return a is not b and not a.head and not b.head and "silent" not in b.manners | a.manners and not pile.later(a.document, b.document)


def ranked(row: Sequence[dict[str, float]]) -> Sequence[dict[str, float]]:
    """Add to each what it has beyond the best of the others that the same sentence may answer."""
    for name in ("cover", "names", "accused"):
        values = [f[name] for f in row]
        for n, f in enumerate(row):
            rest = max((v for m, v in enumerate(values) if m != n), default=0.0)
            f[f"{name}_lead"] = max(-0.5, min(0.5, f[name] - rest))
    return row


def features(ground: Ground, b: Line, a: Line) -> dict[str, float]:
    """What speaks for and against ``b`` answering ``a``."""
    pile, out = ground.pile, {"bias": 1.0}
    weight = {w: ground.rarity(w) for w in b.words | a.words}
    mine = b.words - b.parties
    theirs = a.words
    prefixes = {key(w): w for w in sorted(theirs)}
    got: dict[str, float] = {}
    opposite = 0
    for w in sorted(mine):
        if w in theirs or (len(w) > 4 and key(w) in prefixes and len(prefixes[key(w)]) > 4):
            got[w] = 1.0
    left = mine - set(got)
    for s, w in b.senses.items():
        if w in left:
            if s in a.senses:
                got[w] = max(got.get(w, 0), 0.7)
            elif s in a.above:
                got[w] = max(got.get(w, 0), 0.5)
    for s, w in b.above.items():
        if w in left and s in a.senses:
            got[w] = max(got.get(w, 0), 0.5)
        elif w in left and s in a.above:
            got[w] = max(got.get(w, 0), 0.25)
    shared = sum(v * weight[w] for w, v in got.items())
    exact = sum(weight[w] for w, v in got.items() if v == 1.0)
    names = sum(weight[w] for w in got if w in b.names and w in a.words)
    total = sum(weight[w] for w in mine) or 1.0
    small = min(total, sum(weight[w] for w in theirs) or 1.0)
    out["cover"] = min(1.0, shared / total)
    out["dice"] = min(1.0, shared / small)
    out["exact"] = min(3.0, exact) / 3
    out["senses"] = min(3.0, shared - exact) / 3
    out["names"] = min(2.0, names) / 2
    out["accused"] = 1.0 if akin(b.parties, a.words) or b.parties & a.words else 0.0
    outlet = frozenset(name_words(pile.documents[b.document].outlet or ""))
    out["house_named"] = float(bool(outlet & a.words))
    other = frozenset(name_words(pile.documents[a.document].outlet or ""))
    out["names_outlet"] = float(bool(other & (b.words | b.parties)))
    out["teller_named"] = float(bool(a.parties & (b.words - b.parties)))
    out["numbers"] = float(bool(a.numbers & b.numbers))
    out["other_numbers"] = float(bool(a.numbers - b.numbers) and bool(b.numbers - a.numbers) and not a.numbers & b.numbers)
    out["same_page"] = float(a.document == b.document)
    out["next"] = float(a.document == b.document and abs(a.number - b.number) == 1)
    out["before"] = float(a.document == b.document and a.number < b.number)
    out["later"] = float(pile.later(b.document, a.document))
    out["same_outlet"] = float(a.document != b.document and pile.documents[a.document].outlet == pile.documents[b.document].outlet)
    out["one_source"] = float(any(pile.same_party(x, y) for x in a.sources for y in b.sources))
    out["no_source"] = float(not b.sources)
    out["sourced"] = float(bool(a.sources))
    turned = reversed_(b.text, a.text) is not None
    out["turned"] = float(turned)
    out["turned_cover"] = out["cover"] * turned
    for k in kinds():
        if k in b.manners:
            out[f"b:{k}"] = 1.0
            out[f"b:{k}*cover"] = out["cover"]
        if k in a.manners:
            out[f"a:{k}"] = 1.0
    if "negation" in b.manners and "negation" not in a.manners:
        out["negated"] = 1.0
        out["negated_exact"] = out["exact"]
    ruled = negated(b.text)
    out["denied_words"] = min(2.0, sum(v * weight[w] for w, v in got.items() if w in ruled)) / 2
    one, two = counted(b.text), counted(a.text)
    both = set(one) & set(two)
    out["other_count"] = float(any(not one[w] & two[w] for w in both))
    out["same_count"] = float(any(one[w] & two[w] for w in both))
    title = ground.titles.get(b.document, frozenset())
    out["title"] = min(2.0, sum(ground.rarity(w) for w in title & a.words)) / 2
    over = manners(pile.documents[b.document].title or "")
    for k in ("denies", "untrue", "negation", "insists", "took_back", "charge"):
        if k in over:
            out[f"title:{k}"] = 1.0
    half = frozenset(stem(w) for w in WORD.findall(a.text[: len(a.text) // 2]))
    out["accused_first"] = float(akin(b.parties, half & a.words))
    out["accused_page"] = float(not out["accused"] and bool(b.parties & ground.page[a.document]))
    out["quote"] = float(b.text[:1] in "\"“„«'‘")
    for side, x in (("a", a), ("b", b)):
        for link in x.sources[-1:]:
            out[f"{side}_kind:{link.kind}"] = 1.0
    out["b_place"] = 1 / (1 + b.number)
    out["opposites"] = min(2.0, opposites(b, a)) / 2
    out["place"] = 1 / (1 + a.number)
    return out


NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|nowhere|cannot)\b|n['’]t\b", re.IGNORECASE)
REACH = 60  # code points behind a negation in which its words stand


@lru_cache(maxsize=8192)
def negated(text: str) -> frozenset[str]:
    """The stems that stand right behind a negation."""
    return frozenset(stem(w) for m in NEGATION.finditer(text) for w in WORD.findall(re.split(r"[,;.:]", text[m.end() : m.end() + REACH])[0]))


COUNTED = re.compile(r"\b(?P<number>\d[\d.,:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)(?:\s(?:million|billion|thousand|hundred))?\s(?P<of>[a-z][\w-]+(?:\s[a-z][\w-]+)?)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def counted(text: str) -> Mapping[str, frozenset[str]]:
    """The figures of a sentence by the words right behind them."""
    out: dict[str, frozenset[str]] = {}
    for m in COUNTED.finditer(text):
        for w in m["of"].split():
            if w not in stop():
                out[stem(w)] = out.get(stem(w), frozenset()) | {m["number"].casefold().rstrip(".,:")}
    return out


@lru_cache(maxsize=65536)
def _opposite(x: str, y: str) -> bool:
    return kinship(x, y) == "opposite"


def opposites(b: Line, a: Line) -> float:
    """How many pairs of words say the opposite."""
    return float(sum(_opposite(x, y) for x in sorted(b.forms[w] for w in b.words - b.names - a.words) for y in sorted(a.forms[w] for w in a.words - a.names - b.words)))
