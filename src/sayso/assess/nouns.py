"""The noun phrases of a sentence: what each is to the verbs beside it, without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assess.frames import AUXILIARY, past, related
from sayso.assess.wording import WORD, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.gazetteer import peoples
from sayso.lexicon.words import words


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands, in lower case, as a stem, with a capital or not, and what stands before it."""

    at: int
    end: int
    low: str
    stem: str
    capital: bool
    apart: bool  # a mark stands between it and the word before


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of nouns and what describes them: its words, the preposition before it, and the words that tie it to the sentence."""

    row: tuple[Word, ...]
    shown: str
    governor: str
    roles: frozenset[tuple[str, str]]  # what it is to which verb, or behind which preposition
    tail: frozenset[str]  # the words behind "of" that belong to it
    beside: frozenset[str]  # the words next to it, two on either side
    nominal: bool  # an article, a preposition, a capital or its place at the head of a clause shows that it is a thing

    @property
    def head(self) -> Word:
        """The last word: the thing itself."""
        return self.row[-1]


PREPOSITIONS = words("en", "preposition") | frozenset(
    "off onto upon across behind beneath below above outside inside like as than despite towards toward along around beyond".split()
)
CLAUSE = words("en", "clause") | words("en", "relative") | AUXILIARY | words("en", "pronoun") | words("en", "past")
DETERMINERS = words("en", "determiner") | frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty hundred"
    " thousand million dozen last next".split()
)
BOUNDARY = (
    CLAUSE
    | PREPOSITIONS
    | frozenset(
        "and or but not nor rather instead because so if when while although to adding added according me him them us himself"
        " herself themselves itself there here now then also still only just once again ago out up down away back all both each"
        " that no".split()
    )
)
SAYING = vocabulary.words("tellings", "saying")


def row_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence."""
    out: list[Word] = []
    last, found = 0, list(WORD.finditer(text))
    for n, m in enumerate(found):
        low = m.group().casefold().replace("’", "'")
        gap = text[last : m.start()]
        opens = not out or re.search(r"[.!?“\"]\s*$", gap) is not None
        capital = m.group()[0].isupper() and (not opens or opens_with_name(low, found[n + 1].group() if n + 1 < len(found) else ""))
        out.append(Word(m.start(), m.end(), low, stem(low), capital, bool(re.search(r"[^\s’'-]", gap))))
        last = m.end()
    return tuple(out)


def opens_with_name(low: str, after: str) -> bool:
    """Whether the first word of a sentence is a name: the next has a capital, too, or it is known for a country or a people."""
    return low not in stop() and (after[:1].isupper() or low.removesuffix("'s") in peoples())


def verbal(w: Word) -> bool:
    """Whether a word is a verb, an adverb or a participle by its form."""
    if w.low in past() or w.stem in SAYING or w.low in SAYING:
        return True
    return (
        not w.capital
        and len(w.low) > (LEAST - w.low.endswith("ed"))
        and w.low not in THINGS
        and w.low.endswith(("ed", "ly", "ing"))
        and not w.low.endswith(("eed", "ding"))
    )


THINGS = vocabulary.words("light_words", "ending alike")
LEAST = 4  # letters: "bed" and "ring" are no participles


def content(w: Word) -> bool:
    """Whether a word says what is told: no function word."""
    return w.low not in stop() and w.low not in BOUNDARY and len(w.low) > 1 and w.stem not in SAYING


def phrases(text: str, row: Sequence[Word]) -> list[Phrase]:
    """The noun phrases of a sentence: words side by side without verb, preposition, article or mark between them."""
    out: list[Phrase] = []
    start: int | None = None
    for n in range(len(row) + 1):
        ends = (
            n == len(row)
            or row[n].low in BOUNDARY | DETERMINERS
            or not content(row[n])
            or (verbal(row[n]) and not describing(row, n))
        )
        if start is not None and (ends or row[n].apart):
            out.append(phrase(text, row, start, n))
            start = None
        if not ends and start is None:
            start = n
    return out


def describing(row: Sequence[Word], n: int) -> bool:
    """Whether a participle stands between a preposition or an article and a noun: "with advanced rust"."""
    if n and row[n].low.endswith("ing") and row[n - 1].low in PREPOSITIONS - {"by"} and not row[n].apart:
        return n == len(row) - 1 or row[n + 1].apart  # "down to smoking."
    if not 0 < n < len(row) - 1 or not row[n].low.endswith("ed") or row[n + 1].apart:
        return False
    after = row[n + 1]
    return row[n - 1].low in PREPOSITIONS | DETERMINERS and content(after) and not verbal(after)


def phrase(text: str, row: Sequence[Word], start: int, end: int) -> Phrase:
    """One phrase with its preposition and the content words on either side."""
    n = start
    if n > 1 and row[n - 1].low.endswith(("ed", "en")) and row[n - 2].low in DETERMINERS:
        n -= 1  # "a broken pump"
    while n and row[n - 1].low in DETERMINERS and not row[n].apart:
        n -= 1
    before = row[n - 1].low if n and not row[n].apart else ""
    governor = before if before in PREPOSITIONS else ""
    if n > 1 and (row[n - 2].low, before) in WHY:
        governor = "because"
    opens = row[start].apart or not n or before in OPENING
    many = end - start == 1 and row[end - 1].low.endswith("s")
    verb = end < len(row) and (verbal(row[end]) or row[end].low in AUXILIARY)
    nominal = (
        n < start
        or (governor != "" and governor not in LOOSE)
        or all(w.capital for w in row[start:end])
        or (opens and (verb or many or end - start > 1))
        or (many and n > 0 and verbal(row[n - 1]))
    )
    shown = text[row[start].at : row[end - 1].end]
    beside = [w.stem for w in row[:n] if content(w) or verbal(w)][-2:] + [w.stem for w in row[end:] if content(w) or verbal(w)][:2]
    return Phrase(
        tuple(row[start:end]), shown, governor, roles(row, n, end, governor), tail_of(row, end), frozenset(beside), nominal
    )


def roles(row: Sequence[Word], start: int, end: int, governor: str) -> frozenset[tuple[str, str]]:
    """What a phrase is to the verbs beside it: it does, or is done to; or which preposition it stands behind."""
    out: set[tuple[str, str]] = set()
    before = next((w for w in reversed(row[:start]) if not w.low.endswith("ly")), None)
    if governor == "by":
        verb = next((w for w in reversed(row[max(0, start - NEAR_VERB) : start - 1]) if doing(w)), None)
        out |= {("does", verb.stem)} if verb else set()
    if governor:
        return frozenset(out | {("behind", governor)})
    if before is not None and not row[start].apart and doing(before):
        out.add(("suffers", before.stem))
    n = end
    while n < min(len(row), end + NEAR_VERB):
        w = row[n]
        passive = w.low in BE
        if w.low in AUXILIARY:
            while n < len(row) and (row[n].low in AUXILIARY or row[n].low.endswith("ly")):
                passive = passive or row[n].low in BE
                n += 1
            if n < len(row):
                out.add(("suffers" if passive else "does", row[n].stem))
            break
        if doing(w) and not w.low.endswith("ing"):
            out.add(("does", w.stem))
            break
        n += 1
    if any(k == "does" and w in CAUSING for k, w in out):
        out.add(("behind", "because"))
    return frozenset(out)


def tail_of(row: Sequence[Word], end: int) -> frozenset[str]:
    """The content words of the phrase that hangs on another one by "of"."""
    if end >= len(row) or row[end].low != "of":
        return frozenset()
    out: list[str] = []
    for w in row[end + 1 :]:
        if out and (w.low in BOUNDARY | DETERMINERS or verbal(w) or w.apart):
            break
        out += [w.stem] if content(w) else []
    return frozenset(out)


CAUSING = vocabulary.words("causes", "makes")
BE = frozenset("is are was were be been being".split())
NEAR_VERB = 8  # words from a noun to its verb


def doing(w: Word) -> bool:
    """Whether a word may be a verb that somebody does, none of saying."""
    return (w.low in past() or w.low.endswith(("ed", "ing", "es"))) and w.low not in SAYING and w.stem not in SAYING


WHY = frozenset(tuple(w.split()) for w in vocabulary.words("causes", "two words"))
OPENING = frozenset("that and but because while when if".split())
LOOSE = frozenset("to as than like".split())  # a verb or a describing word may follow


def has(word: str, there: frozenset[str]) -> bool:
    """Whether a stem, or another word for it, is among those of a page."""
    return related(word, there)


def stems_of(text: str) -> frozenset[str]:
    """The stems of a page."""
    return frozenset(w.stem for w in row_of(text) if content(w))
