"""Remarks on two sentences that tell one thing in another order, where one phrase is gone and another stands in its grammatical place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.sentences import Sentence, followed, nearest, of_page, touches
from sayso.assess.findings.slots import known
from sayso.assess.findings.stretches import TIMES
from sayso.assess.findings.swaps import aliased
from sayso.assess.frames import ANYONE, AUXILIARY, one_word, past
from sayso.assess.pile import Pile
from sayso.assess.wording import KEPT, WORD, stem, stop
from sayso.lexicon.words import words
from sayso.model import Finding


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
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty hundred thousand"
    " million dozen".split()
)
BOUNDARY = (
    CLAUSE
    | PREPOSITIONS
    | frozenset(
        "and or but not nor rather instead because so if when while although to adding added according me him them us himself herself"
        " themselves itself there here now then also still only just once again ago out up down away back all both each that no".split()
    )
)
SAYING = frozenset(
    "say said says saying told tell telling added adding add wrote write reported report announced announce testified confirmed"
    " confirm concluded conclude found find finding showed shows show statement interview report according called calling"
    " explained stated noted insisted claimed recalled described speaking asked".split()
)
FRAME, PART = 3, 0.55  # content words that both sentences must share, and their share of the shorter one's; own choice
LONGEST = 5  # words of a phrase


def row_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence."""
    out, last, found = [], 0, list(WORD.finditer(text))
    for n, m in enumerate(found):
        low = m.group().casefold().replace("’", "'")
        gap = text[last : m.start()]
        opens = not out or re.search(r"[.!?“\"]\s*$", gap) is not None
        capital = m.group()[0].isupper() and not (opens and not (n + 1 < len(found) and found[n + 1].group()[0].isupper()))
        out.append(Word(m.start(), m.end(), low, stem(low), capital, bool(re.search(r"[^\s’'-]", gap))))
        last = m.end()
    return tuple(out)


def verbal(w: Word) -> bool:
    """Whether a word is a verb, an adverb or a participle by its form."""
    if w.low in past() or w.stem in SAYING or w.low in SAYING:
        return True
    return not w.capital and len(w.low) > LEAST and w.low.endswith(("ed", "ly", "ing")) and not w.low.endswith(("eed", "ding"))


LEAST = 4  # letters: "bed" and "ring" are no participles


def content(w: Word) -> bool:
    """Whether a word says what is told: no function word."""
    return w.low not in stop() and w.low not in BOUNDARY and len(w.low) > 1 and w.stem not in SAYING


def phrases(text: str, row: Sequence[Word]) -> list[Phrase]:
    """The noun phrases of a sentence: words side by side without verb, preposition, article or mark between them."""
    out, start = [], None
    for n in range(len(row) + 1):
        ends = n == len(row) or row[n].low in BOUNDARY | DETERMINERS or verbal(row[n]) or not content(row[n])
        if start is not None and (ends or row[n].apart):
            out.append(phrase(text, row, start, n))
            start = None
        if not ends and start is None:
            start = n
    return out


def phrase(text: str, row: Sequence[Word], start: int, end: int) -> Phrase:
    """One phrase with its preposition and the content words on either side."""
    n = start
    while n and row[n - 1].low in DETERMINERS and not row[n].apart:
        n -= 1
    before = row[n - 1].low if n and not row[n].apart else ""
    governor = before if before in PREPOSITIONS else ""
    opens = row[start].apart or not n or before in OPENING
    many = end - start == 1 and row[end - 1].low.endswith("s")
    verb = end < len(row) and (verbal(row[end]) or row[end].low in AUXILIARY)
    nominal = (
        n < start
        or (governor != "" and governor not in LOOSE)
        or all(w.capital for w in row[start:end])
        or (opens and (verb or end - start > 1))
        or (many and n > 0 and verbal(row[n - 1]))
    )
    shown = text[row[start].at : row[end - 1].end]
    beside = [w.stem for w in row[:n] if content(w) or verbal(w)][-2:] + [w.stem for w in row[end:] if content(w) or verbal(w)][:2]
    return Phrase(tuple(row[start:end]), shown, governor, roles(row, n, end, governor), tail_of(row, end), frozenset(beside), nominal)


def roles(row: Sequence[Word], start: int, end: int, governor: str) -> frozenset[tuple[str, str]]:
    """What a phrase is to the verbs beside it: it does, or is done to; or which preposition it stands behind."""
    out = set()
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
    return frozenset(out)


def tail_of(row: Sequence[Word], end: int) -> frozenset[str]:
    """The content words of the phrase that hangs on another one by "of"."""
    if end >= len(row) or row[end].low != "of":
        return frozenset()
    out = []
    for w in row[end + 1 :]:
        if out and (w.low in BOUNDARY | DETERMINERS or verbal(w) or w.apart):
            break
        out += [w.stem] if content(w) else []
    return frozenset(out)


BE = frozenset("is are was were be been being".split())
NEAR_VERB = 8  # words from a noun to its verb


def doing(w: Word) -> bool:
    """Whether a word may be a verb that somebody does, none of saying."""
    return (w.low in past() or w.low.endswith(("ed", "ing", "es"))) and w.low not in SAYING and w.stem not in SAYING


OPENING = frozenset("that and but because while when if".split())
LOOSE = frozenset("to as than like".split())  # a verb or a describing word may follow


def has(word: str, there: frozenset[str]) -> bool:
    """Whether a stem, or another word for it, is among those of a page."""
    return word in there or any(one_word(word, w) for w in there)


def gone(row: Sequence[Phrase], page: str, there: frozenset[str]) -> list[Phrase]:
    """The phrases whose head, and every word of weight with it, the other page has in no form."""
    out = []
    for p in row:
        fresh = [w for w in p.row if not has(w.stem, there) and not (w.capital and (aliased(p.shown, page) or named_there(w, page)))]
        if fresh and fresh[-1] is p.head and p.nominal and p.head.low not in KEPT:
            out.append(p)
    return out


def named_there(w: Word, page: str) -> bool:
    """Whether a page has a name in another spelling."""
    return known(w.low.capitalize(), page)


def phrases_differ(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """One phrase of a sentence is another, in whatever order the rest is told.

    What: a page follows another; a sentence of it shares most content words with one there; one noun phrase of the earlier sentence
    has its head nowhere on the later page, one of the later sentence has its head nowhere on the earlier page, and the two stand
    in one place of the sentence: behind one preposition, or beside one verb or noun that both have.

    Why it matters: who did it, where, to what and why are the claim, whatever order they are told in.

    Not when: another remark is on the two sentences, the two phrases may stand for one thing, or more than one phrase is new.

    Example (fiction): "a barge rammed the lock, the guild said" becomes "the guild said the lock had been rammed by a ferry".
    """
    on: dict[str, list[Finding]] = {}
    for f in made:
        for d in f.documents:
            on.setdefault(d, []).append(f)
    for parent, child, tie in followed(pile):
        if pile.documents[parent].language != "en" or pile.documents[child].language != "en":
            continue
        there = of_page(pile, parent)
        for b in of_page(pile, child):
            a = nearest(b, there)
            if a is None or a.text == b.text or any(touches(f, a) and touches(f, b) for f in on.get(child, ())):
                continue
            change = replaced(a, b, pile.documents[parent].text, pile.documents[child].text)
            if change is None:
                continue
            rule, x, y = change
            claim = next((c for s in pile.by_document[child] if s.span.overlaps(b.span) and (c := pile.claim_of.get(s.id))), None)
            yield remark(
                rule,
                of(pile, (parent, a.span), (child, b.span)),
                f"“{x}” in {pile.page(parent)} is “{y}” in {pile.page(child)}, in sentences that tell the same else ({tie}).",
                claim=claim,
                change=(x, y),
                limits="Overturned if both words stand for the same, or the later page had it from elsewhere.",
            )


def stems_of(text: str) -> frozenset[str]:
    """The stems of a page."""
    return frozenset(w.stem for w in row_of(text) if content(w))


def replaced(a: Sentence, b: Sentence, page_a: str, page_b: str) -> tuple[str, str, str] | None:
    """The rule with the phrase before and after; None where none or more than one differs."""
    one, two = row_of(a.text), row_of(b.text)
    there = [stems_of(page_a), stems_of(page_b)]
    words_a, words_b = ({w.stem for w in row if content(w) and not verbal(w)} for row in (one, two))
    shared = sum(has(w, frozenset(words_b)) for w in words_a)
    if shared < FRAME or shared < PART * min(len(words_a), len(words_b)):
        return None
    role = another_role(a.text, b.text, page_a, page_b)
    if role is not None:
        return role
    turn = contrast(a.text, b.text) or bound_exchanged(one, two)
    if turn is not None:
        return turn
    old, new = gone(phrases(a.text, one), page_b, there[1]), gone(phrases(b.text, two), page_a, there[0])
    found = [(x, y) for x in old for y in new if one_place(x, y) and not may_be_one(x, y)]
    if not found:
        return None
    x, y = found[0]
    return rule_for(x, y), x.shown, y.shown

NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+"
ROLE = r"(?:[a-z][\w’'-]*\s){0,3}[a-z][\w’'-]*"
BEFORE = re.compile(rf"(?:(?<=\b[Tt]he\s)|(?<=\ba\s)|(?<=\ban\s)|(?<=,\s)|(?<=\bsaid\s)|(?<=\bby\s)|(?<=\bto\s))(?P<role>{ROLE}),?\s(?P<name>{NAME})")
BEHIND = re.compile(rf"(?P<name>{NAME}),\s(?:an?\s|the\s)(?P<role>{ROLE})(?=[,.]|\s(?:of|at|in|for|who|from)\b)")


def held(text: str) -> dict[str, frozenset[str]]:
    """For each name of two words and more the words that say who it is."""
    out: dict[str, frozenset[str]] = {}
    for pattern in (BEFORE, BEHIND):
        for m in pattern.finditer(text):
            role = frozenset(w.stem for w in row_of(m["role"]) if content(w) and not verbal(w))
            if role:
                out[m["name"]] = out.get(m["name"], frozenset()) | role
    return out


def another_role(a: str, b: str, page_a: str, page_b: str) -> tuple[str, str, str] | None:
    """A name that is somebody else on each page: what it is called on the one is in no form on the other."""
    one, two = held(a), held(b)
    for name in sorted(set(one) & set(two)):
        there = stems_of(page_a), stems_of(page_b)
        if not any(has(w, there[1]) for w in one[name]) and not any(has(w, there[0]) for w in two[name]):
            return "source_promoted", f"{' '.join(sorted(one[name]))} {name}", f"{' '.join(sorted(two[name]))} {name}"
    return None


AGAINST = re.compile(
    rf"(?P<front>[^,.;“”\"]{{3,80}}?),?\s(?:and\s)?(?:not|rather\sthan|instead\sof)\s(?:because\sof\s|by\s|to\s|from\s)?"
    r"(?P<other>[^,.;“”\"]{3,60})"
)


def contrast(a: str, b: str) -> tuple[str, str, str] | None:
    """What was ruled out and what was not have changed places: "frost, not a barge", "a barge and not frost"."""
    for m in AGAINST.finditer(a):
        for n in AGAINST.finditer(b):
            so, ruled_out = ({w.stem for w in row_of(g) if content(w) and not verbal(w)} for g in (m["front"], n["front"]))
            x, y = (next((w.stem for w in row_of(g["other"]) if content(w) and not verbal(w)), "") for g in (m, n))
            if x and y and not one_word(x, y) and has(x, frozenset(ruled_out)) and has(y, frozenset(so)):
                if not has(x, frozenset(so)) and not has(y, frozenset(ruled_out)):
                    return "actor_changed", m.group(), n.group()
    return None


TURNS = {"under": "over", "below": "above", "fewer": "more", "less": "more", "most": "least"}


def bound_exchanged(one: Sequence[Word], two: Sequence[Word]) -> tuple[str, str, str] | None:
    """A bound right before one figure that points the other way: "just under 90", "just over 90"."""
    sides = [
        {row[n + 1].low: w.low for n, w in enumerate(row[:-1]) if row[n + 1].low[0].isdigit() and w.low in BOUNDS} for row in (one, two)
    ]
    for figure in sorted(set(sides[0]) & set(sides[1])):
        x, y = sides[0][figure], sides[1][figure]
        if TURNS.get(x) == y or TURNS.get(y) == x:
            return "bound_changed", f"{x} {figure}", f"{y} {figure}"
    return None


BOUNDS = frozenset("under over below above most least".split())


def one_place(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases stand in one place: one role beside one verb, or one preposition beside a word that both have."""
    for kind, v in sorted(x.roles):
        for other, w in sorted(y.roles):
            if kind != other or not (v == w or (kind != "behind" and one_word(v, w))):
                continue
            if kind != "behind" or all(t.capital for t in (*x.row, *y.row)) or meet(x.beside - SAYING, y.beside - SAYING):
                return True
    return False


def meet(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether two sets have a word in common, in some form."""
    return any(one_word(v, w) for v in x for w in y)


def may_be_one(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases may stand for one thing."""
    names = [all(w.capital for w in p.row) for p in (x, y)]
    if not all(names) and any(one_word(v, w) for v in own(x) for w in own(y)):
        return True  # "timber shipment", "load of timber"; of names "Cape" alone is no thing
    if names[0] != names[1]:
        return True  # a name beside a description
    if {x.head.stem, y.head.stem} & ANYONE or any(w.low in TIMES or w.low[0].isdigit() for w in (*x.row, *y.row)):
        return True
    return len(x.row) > LONGEST or len(y.row) > LONGEST


def own(p: Phrase) -> frozenset[str]:
    """The words of a phrase and of what hangs on it by "of"."""
    return frozenset(w.stem for w in p.row) | p.tail


def rule_for(x: Phrase, y: Phrase) -> str:
    """The rule that names the change."""
    places = frozenset("in at near outside inside into on onto behind under over off".split())
    if {x.governor, y.governor} <= places:
        return "place_changed"
    return "category_changed"
