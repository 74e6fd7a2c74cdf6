"""Two tellings that say the same but for one thing: the frame that both share, and what stands in the open slot of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.assess.classes import groups, wide
from sayso.assess.wording import KEPT, WORD, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.words import number_words, words
from sayso.text import numbers
from sayso.text.normal import trunk

LONGEST = 4  # content words of a slot; longer stretches are clauses of their own
SHARED = 2  # content words that the frame must have; own choice: "she was arrested at" has one, the whole words decide there
PART = 0.6  # share of all content words that must stand in the frame; own choice, tried on invented pairs
SHORT = 3  # words, of any kind, that a frame of one content word must have
BREAK = re.compile(r"[.;:!?–—()“”\"]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a telling: where it stands, in lower case and as a stem; whether it is content, and written with a capital."""

    at: int
    end: int
    low: str
    stem: str
    content: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """What one telling has in the open slot: the words as written, the stems, the word before, and whether it opens the clause."""

    words: str
    stems: tuple[str, ...]
    before: str
    opens: bool
    proper: bool


LINKS = words("en", "preposition") | words("en", "auxiliary")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    found = list(WORD.finditer(text))
    return tuple(
        Token(
            m.start(),
            m.end(),
            low := m.group().casefold().replace("’", "'"),
            stem(low),
            low not in stop() | LINKS and low[0].isalpha(),
            m.group()[0].isupper(),
        )
        for m in found
    )


@cache
def senses() -> dict[str, frozenset[int]]:
    """For each word the rows of ``senses.yml`` that have it: words of one row may stand for one thing."""
    out: dict[str, set[int]] = {}
    for n, row in enumerate(rows("senses")):
        for w in str(row["words"]).split():
            out.setdefault(stem(w), set()).add(n)
    return {w: frozenset(r) for w, r in out.items()}


@cache
def likes() -> dict[str, frozenset[tuple[int, int]]]:
    """For each noun the groups of ``likes.yml`` that have it."""
    out: dict[str, set[tuple[int, int]]] = {}
    for r, row in enumerate(rows("likes")):
        for n, group in enumerate(str(row["groups"]).split(",")):
            for w in group.split():
                out.setdefault(stem(w), set()).add((r, n))
    return {w: frozenset(g) for w, g in out.items()}


@cache
def verbs() -> dict[str, frozenset[int]]:
    """For each irregular form the verbs that it belongs to (``irregular.yml``)."""
    out: dict[str, set[int]] = {}
    forms = [v.split() for row in rows("irregular") for v in str(row["forms"]).split(",")]
    for n, verb in enumerate(forms):
        for form in verb:
            out.setdefault(form, set()).add(n)
    return {w: frozenset(r) for w, r in out.items()}


@cache
def past() -> frozenset[str]:
    """The irregular forms that are no plain form: "strike" may be a noun, "struck" is none."""
    forms = (v.split() for row in rows("irregular") for v in str(row["forms"]).split(","))
    return frozenset(w for verb in forms for w in verb[1:] if w != verb[0])


@lru_cache(maxsize=16384)
def one_word(x: str, y: str) -> bool:
    """Whether two stems may stand for one thing: forms of one word, or words of one group, sense or verb."""
    if (
        x == y
        or (len(x) > 3 and len(y) > 3 and trunk(x) == trunk(y))
        or (min(len(x), len(y)) > 4 and (x.endswith(y) or y.endswith(x)))
    ):
        return True
    if senses().get(x, frozenset()) & senses().get(y, frozenset()) or verbs().get(x, frozenset()) & verbs().get(y, frozenset()):
        return True
    return bool(likes().get(x, frozenset()) & likes().get(y, frozenset()) or groups(x) & groups(y))


@dataclass(frozen=True, slots=True)
class Relatives:
    """What ``one_word`` asks of the stems of a page, so that a word is looked up among them and not laid beside each of them."""

    trunks: frozenset[str]
    long: frozenset[str]  # of at least ``FINAL`` letters
    endings: frozenset[str]  # of these, whatever they end in
    rows: frozenset[object]


FINAL = 5  # letters of a word that another may end in


@lru_cache(maxsize=1024)
def relatives(stems: frozenset[str]) -> Relatives:
    """The stems of a page as they are looked up."""
    long = frozenset(w for w in stems if len(w) >= FINAL)
    endings = frozenset(w[n:] for w in long for n in range(len(w) - FINAL + 1))
    return Relatives(frozenset(trunk(w) for w in stems if len(w) > 3), long, endings, frozenset().union(*map(rows_of, stems)))


@lru_cache(maxsize=65536)
def rows_of(stem: str) -> frozenset[object]:
    """The senses, irregular verbs, nouns of a kind and classes that a stem belongs to."""
    named = (("sense", senses()), ("verb", verbs()), ("like", likes()))
    return frozenset((name, row) for name, table in named for row in table.get(stem, ())) | groups(stem)


def related(word: str, there: frozenset[str]) -> bool:
    """Whether a stem and some stem of a page may stand for one thing: any of ``one_word``, asked of all at once.

    >>> related("lorry", frozenset({"bridge", "truck"})), related("lorry", frozenset({"bridge", "ferry"}))
    (True, False)
    """
    if word in there:
        return True
    page = relatives(there)
    if len(word) > 3 and trunk(word) in page.trunks:
        return True
    if word in page.endings or any(word[n:] in page.long for n in range(1, len(word) - FINAL + 1)):
        return True
    return not page.rows.isdisjoint(rows_of(word))


def replaced(a: str, b: str) -> tuple[Slot, Slot] | None:
    """The one slot in which two tellings have other things; None where they differ in more, in less, or in no thing."""
    one, two = tokens(a), tokens(b)
    rest_a, rest_b = unmatched(one, two), unmatched(two, one)
    if not rest_a or not rest_b:
        return None
    x, y = slot(a, one, rest_a), slot(b, two, rest_b)
    if x is None or y is None or not (framed(one, two, rest_a, rest_b) or short_frame(one, two, x, y)):
        return None
    placed = x.opens == y.opens or "by" in (x.before, y.before)
    sure = (known(x) and known(y)) or outside(one, rest_a) == outside(two, rest_b)
    return (x, y) if placed and sure and not alike(x, y) else None


def known(slot: Slot) -> bool:
    """Whether some list has the head of a slot, so that a word for the same would have been found there."""
    head = slot.stems[-1]
    return bool(groups(head) or likes().get(head) or senses().get(head))


def outside(row: tuple[Token, ...], rest: list[int]) -> list[str]:
    """The words outside a slot in their order, articles and auxiliaries left out: two tellings with the same are one sentence."""
    return [t.low for n, t in enumerate(row) if not rest[0] <= n <= rest[-1] and t.low not in ARTICLES | AUXILIARY]


def unmatched(one: tuple[Token, ...], two: tuple[Token, ...]) -> list[int]:
    """The numbers of the content words that the other telling has in no form."""
    there = frozenset(t.stem for t in two if t.content)
    return [n for n, t in enumerate(one) if t.content and not related(t.stem, there)]


def framed(one: tuple[Token, ...], two: tuple[Token, ...], rest_a: list[int], rest_b: list[int]) -> bool:
    """Whether what is left of both is one frame: enough content words, or, where there are few, nearly all the words."""
    content = [sum(t.content for t in row) for row in (one, two)]
    shared = min(content[0] - len(rest_a), content[1] - len(rest_b))
    return shared >= SHARED and shared >= PART * (min(content) - 1)


def short_frame(one: tuple[Token, ...], two: tuple[Token, ...], x: Slot, y: Slot) -> bool:
    """Whether two short tellings have the same words in order up to the slot, a content word with them, and one governor."""
    same = 0
    while same < min(len(one), len(two)) and one[same].low == two[same].low:
        same += 1
    return same >= SHORT and any(t.content for t in one[:same]) and x.before == y.before


def slot(text: str, row: tuple[Token, ...], rest: list[int]) -> Slot | None:
    """The words that the other telling lacks, where they are one noun phrase: side by side, no verb, no adverb."""
    first, last = rest[0], rest[-1]
    inside = row[first : last + 1]
    if (
        len(rest) > LONGEST
        or any(row[n].low in KEPT for n in rest)
        or any(t.content and n not in rest for n, t in enumerate(row) if first <= n <= last)
    ):
        return None
    if numbers.counted(numbers.find(text, inside[0].at, inside[-1].end, number_words("en"))):
        return None  # figures are compared as figures
    if BREAK.search(text[inside[0].at : inside[-1].end]) or any(t.low in CLAUSE or t.low in past() for t in inside):
        return None
    before = row[first - 1].low if first else ""
    gap = text[row[first - 1].end : row[first].at] if first else ""
    after = row[last + 1] if last + 1 < len(row) else None
    opens = not first or BREAK.search(gap) is not None or (before in ARTICLES and (first < 2 or row[first - 2].low == "that"))
    if (
        not noun(row[last])
        or (not opens and before in VERBAL and not groups(row[last].low))
        or (after is not None and after.low in ARTICLES and not_object(text, row, last))
    ):
        return None
    if len(inside) == 1 and first and doing(text, row[first - 1], row[first]):
        return None
    if after is not None and describes(text, row[last], after, opens):
        return None
    governor = row[first - 2].low if before in ARTICLES and first > 1 else before
    proper = all(row[n].capital for n in rest if n) and (first > 0 or len(rest) > 1)
    return Slot(text[inside[0].at : inside[-1].end], tuple(row[n].stem for n in rest), governor, opens, proper)


def doing(text: str, before: Token, t: Token) -> bool:
    """Whether a word that ends in "s" may be the verb of the noun right before it: "the vaccine appears"."""
    verbal = before.low.endswith(("ed", "ing")) or before.low in past() or before.low.endswith("s")
    return before.content and not verbal and t.low.endswith("s") and text[before.end : t.at].isspace()


def describes(text: str, t: Token, after: Token, opened: bool) -> bool:
    """Whether a word stands right before another noun and describes it; before a verb it does not."""
    if not after.content or not text[t.end : after.at].isspace() or after.capital > t.capital:
        return False
    return not (after.low.endswith(("ed", "ly")) or after.low in past() or (opened and after.low.endswith("s")))


def not_object(text: str, row: tuple[Token, ...], last: int) -> bool:
    """Whether no mark parts a word from the article behind it: then it is a verb or preposition with its object."""
    return not re.search(r"[,;:.–—()]", text[row[last].end : row[last + 1].at])


def noun(t: Token) -> bool:
    """Whether a word can be the head of a thing by its form: no participle, no adverb, no irregular verb."""
    return not t.low.endswith(("ed", "ly")) and t.low not in past() and t.low not in NO_NOUNS


ANYONE = vocabulary.words("people", "anyone")
ARTICLES = words("en", "determiner")
CLAUSE = words("en", "clause") | words("en", "relative") | words("en", "auxiliary")
# After these a verb or an adjective is as likely as a noun.
AUXILIARY = words("en", "auxiliary")
VERBAL = (
    words("en", "auxiliary")
    | words("en", "pronoun")
    | words("en", "negation")
    | frozenset({"to", "not", "more", "most", "very", "too", "so"})
)
NO_NOUNS = vocabulary.words("light_words", "no noun")


def alike(x: Slot, y: Slot) -> bool:
    """Whether the two slots may name one thing: a word for all and any, a name beside a description, a number."""
    one, two = groups(x.words), groups(y.words)
    if one and two and not one & two and {p.kind for p in one} & {p.kind for p in two}:
        return False
    if x.proper or y.proper:
        return True
    if {p.of for p in one if set(y.stems) & wide()[p.of]} or {p.of for p in two if set(x.stems) & wide()[p.of]}:
        return True
    return bool({x.stems[-1], y.stems[-1]} & ANYONE)


def exchanged(a: str, b: str) -> tuple[str, str] | None:
    """The two nouns round a verb of both tellings that have changed sides; None where nothing has, or one telling is passive."""
    if re.search(r"\bby\b", f"{a} {b}", re.IGNORECASE):
        return None
    # amounts are no sides: "more than 90 homes" and "90 homes or more"
    one, two = ([t for t in tokens(x) if t.content and t.low not in KEPT] for x in (a, b))
    if max(len(unmatched(tokens(a), tokens(b))), len(unmatched(tokens(b), tokens(a)))) > 1:
        return None
    for i, v in enumerate(one[1:-1], 1):
        for j, w in enumerate(two[1:-1], 1):
            if v.stem != w.stem or v.stem in BOTH_WAYS or not (acts(a, v) and acts(b, w) and ENDING.search(f"{v.low} {w.low}")):
                continue
            if passive(a, v) != passive(b, w) or leads_off(a, v) != leads_off(b, w):
                continue  # "the guild closed the lock", "the lock was closed"; "the pipe leaked oil", "oil leaked from the pipe"
            before, behind = [t.stem for t in one[:i]], [t.stem for t in one[i + 1 :]]
            there, beyond = [t.stem for t in two[:j]], [t.stem for t in two[j + 1 :]]
            if before[-1] in beyond and there[-1] in behind and before[-1] not in there and there[-1] not in before:
                return a[one[0].at : one[-1].end], b[two[0].at : two[-1].end]
    return None


def passive(text: str, t: Token) -> bool:
    """Whether a form of "be" stands right before a word, an adverb between them or not."""
    return re.search(r"\b(?:is|are|was|were|been|being|be)\s(?:\w+ly\s)?$", text[: t.at], re.IGNORECASE) is not None


def leads_off(text: str, t: Token) -> bool:
    """Whether a preposition stands right behind a word."""
    after = WORD.search(text, t.end)
    return after is not None and after.group().casefold() in words("en", "preposition")


def acts(text: str, t: Token) -> bool:
    """Whether a word may be the verb of its clause: no article stands before it, and no auxiliary behind it."""
    row = tokens(text)
    n = row.index(t)
    before, behind = row[n - 1].low, row[n + 1].low if n + 1 < len(row) else ""
    counted = before.isdigit() or behind == "of"  # "70 pairs of storks"
    return not counted and before not in ARTICLES | words("en", "preposition") and behind not in words("en", "auxiliary")


ENDING = re.compile(r"(?:s|ed|e)\b")
BOTH_WAYS = vocabulary.words("light_words", "both ways")
