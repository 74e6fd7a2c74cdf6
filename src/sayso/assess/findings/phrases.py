"""Remarks on two sentences told in another order, where one phrase is gone and another stands in its grammatical place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.alignment import align
from sayso.assess.classes import wide
from sayso.assess.findings.exchanges import exchange
from sayso.assess.findings.remark import reworded
from sayso.assess.findings.sentences import Sentence, matched, side_by_side, told
from sayso.assess.findings.slots import known
from sayso.assess.findings.stretches import known_word
from sayso.assess.findings.swaps import aliased
from sayso.assess.frames import ANYONE, one_word
from sayso.assess.moments import TIMES
from sayso.assess.nouns import SAYING, Phrase, Word, content, has, phrases, row_of, stems_of, verbal
from sayso.assess.pile import Pile
from sayso.assess.seats import one_state
from sayso.assess.wording import KEPT, stop
from sayso.model import Finding

# Share of the longer sentence's words that must be told in the same words. On 1,645 changed and 1,045 faithful invented retellings
# (bench/quality/tellings) remarks of this rule below it were made on 8 changed and 8 faithful ones, from it on on 50 and 7.
LITERAL = 0.6
FRAME, PART = 3, 0.55  # content words that both sentences must share, and their share of the shorter one's; own choice
LONGEST = 5  # words of a phrase


def gone(row: Sequence[Phrase], page: str, there: frozenset[str]) -> list[Phrase]:
    """The phrases whose head, and every word of weight with it, the other page has in no form."""
    out = []
    for p in row:
        fresh = [
            w for w in p.row if not has(w.stem, there) and not (w.capital and (aliased(p.shown, page) or named_there(w, page)))
        ]
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
    for pages, a, b in side_by_side(pile, made):
        change = replaced(a, b, pile.documents[pages.parent].text, pile.documents[pages.child].text)
        if change is None or reworded(*change, (a.text, b.text)) or one_state(*change[1:]):
            continue
        if align(a.text, b.text).literal >= LITERAL:
            yield told(pile, pages, (a, b), change, "that tell the same else")


def replaced(a: Sentence, b: Sentence, page_a: str, page_b: str) -> tuple[str, str, str] | None:
    """The rule with the phrase before and after; None where none or more than one differs."""
    one, two = row_of(a.text), row_of(b.text)
    there = [stems_of(page_a), stems_of(page_b)]
    words_a, words_b = ({w.stem for w in row if content(w) and not verbal(w)} for row in (one, two))
    shared = sum(has(w, frozenset(words_b)) for w in words_a)
    if (shared < FRAME or shared < PART * min(len(words_a), len(words_b))) and not few_words(one, two):
        return None
    turn = exchange(a.text, b.text, page_a, page_b)
    if turn is not None:
        return turn
    old, new = gone(phrases(a.text, one), page_b, there[1]), gone(phrases(b.text, two), page_a, there[0])
    found = [(x, y) for x in old for y in new if one_place(x, y) and not may_be_one(x, y)]
    if not found and len(old) == len(new) == 1 and shared >= MOST * max(len(words_a), len(words_b)) and one_kind(old[0], new[0]):
        found = [] if may_be_one(old[0], new[0]) else [(old[0], new[0])]
    if not found:
        found = modifiers(phrases(a.text, one), phrases(b.text, two), there)
    if not found:
        return None
    x, y = found[0]
    return rule_for(x, y), x.shown, y.shown


def why(v: str, w: str) -> bool:
    """Whether of two prepositions one gives a cause and the other may."""
    return "because" in (v, w) and {v, w} <= {"because", "over", "after", "following", "for", "from", "through", "by", "amid"}


def few_words(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Whether two short sentences share enough where their verbs are counted too."""
    a, b = ({w.stem for w in row if w.low not in stop() and w.stem not in SAYING and len(w.low) > 1} for row in (one, two))
    shared = sum(has(w, frozenset(b)) for w in a)
    return shared >= FRAME and shared >= MOST * max(len(a), len(b))


MOST = 0.6  # share of the longer one's words that must be common where one phrase is gone and one new, and no verb ties them


def one_kind(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases do something both, or suffer it both, or stand behind one preposition or two of place."""
    kinds = [{k if k != "behind" else "at" if w in AT else w for k, w in p.roles} for p in (x, y)]
    return bool(kinds[0] & kinds[1])


AT = frozenset("in at near on outside inside off behind under".split())


def modifiers(one: Sequence[Phrase], two: Sequence[Phrase], there: Sequence[frozenset[str]]) -> list[tuple[Phrase, Phrase]]:
    """Phrases of one head where what describes it is on neither other page: "early rust", "advanced rust"."""
    out = []
    for x in one:
        for y in two:
            if x.head.stem != y.head.stem or min(len(x.row), len(y.row)) < 2 or x.head.capital:
                continue
            gone_ = [w for w in x.row[:-1] if not has(w.stem, there[1])]
            new = [w for w in y.row[:-1] if not has(w.stem, there[0])]
            if not all(known_word(w.stem) for w in (*gone_, *new)):
                continue  # a word for the same may be in no list: "thick", "dense"
            if gone_ and new and x.row[0] in gone_ and y.row[0] in new and {w.low for w in x.row} & {w.low for w in y.row}:
                out.append((x, y))
    return out


def one_place(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases stand in one place: one role beside one verb, or one preposition beside a word that both have."""
    for kind, v in sorted(x.roles):
        for other, w in sorted(y.roles):
            if kind != other or not (v == w or (one_word(v, w) if kind != "behind" else why(v, w))):
                continue
            if (
                kind != "behind"
                or v == w == "because"
                or all(t.capital for t in (*x.row, *y.row))
                or matched(x.beside - SAYING, y.beside - SAYING)
            ):
                return True
    return False


def may_be_one(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases may stand for one thing."""
    names = [all(w.capital for w in p.row) for p in (x, y)]
    if not all(names) and (met(x, y) and not owned(x, y)):
        return True  # "timber shipment", "load of timber"; of names "Cape" alone is no thing
    if names[0] != names[1]:
        return True  # a name beside a description
    if {x.head.stem, y.head.stem} & frozenset().union(*wide().values()):
        return True  # "area", "people": a word for any of its class
    if {x.head.stem, y.head.stem} & ANYONE or any(w.stem in TIMES or w.low[0].isdigit() for w in (*x.row, *y.row)):
        return True
    return len(x.row) > LONGEST or len(y.row) > LONGEST


def met(x: Phrase, y: Phrase) -> bool:
    """Whether a word of one phrase is in the other, or hangs on it by "of"; what hangs on both makes them parts of one thing."""
    return any(one_word(w.stem, v) for p, q in ((x, y), (y, x)) for w in p.row for v in own(q))


def owned(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases are different parts of one thing: "the dam's spillway", "the dam's foundations"."""
    owner = {p.row[0].stem for p in (x, y) if len(p.row) > 1 and re.match(r"[\w-]+['’]s?\s", p.shown)}
    apart = not any(one_word(p.head.stem, w) for p, q in ((x, y), (y, x)) for w in own(q))
    return apart and len(owner) == 1 and x.row[0].stem == y.row[0].stem


def own(p: Phrase) -> frozenset[str]:
    """The words of a phrase and of what hangs on it by "of"."""
    return frozenset(w.stem for w in p.row) | p.tail


def rule_for(x: Phrase, y: Phrase) -> str:
    """The rule that names the change."""
    places = frozenset("in at near outside inside into on onto behind under over off".split())
    if {x.governor, y.governor} <= places:
        return "place_changed"
    return "category_changed"
