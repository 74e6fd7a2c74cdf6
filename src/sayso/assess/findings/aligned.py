"""Remarks on two sentences laid side by side word by word: what is another, exchanged, denied, held back, or said by another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.alignment import OPPOSED, Alignment, align, tokens, verbish
from sayso.assess.courses import course, voices
from sayso.assess.findings.attempts import attempted
from sayso.assess.findings.margins import bounded_otherwise
from sayso.assess.findings.remark import Change, reworded
from sayso.assess.findings.replacements import LITERAL, elsewhere, replaced
from sayso.assess.findings.sentences import FIRST, LEAD, SAID, VOICES, side_by_side, told
from sayso.assess.findings.turnabouts import cause, turnabout
from sayso.assess.findings.typed import typed
from sayso.assess.frames import ANYONE, AUXILIARY, one_word
from sayso.assess.pile import Pile
from sayso.assess.reserves import UNSURE
from sayso.assess.seats import one_state
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import kinship
from sayso.model import Finding

LEAST = 0.6  # share of the shorter sentence's words of content that must stand for one of the other's; own choice
PART = 0.4  # share of the longer one's; of two sentences that told a part of one thing each (real pages) 12 of 21 stood below it
MOST = 0.5  # share of the longer one's where what both have is compared: a denial, a role, a reserve, a source; own choice
FEWEST = 2
FAVOUR = re.compile(r"\bin\s(?:favou?r|support)\sof\b")


def aligned_differ(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """Word by word, two sentences tell the same thing but for one.

    What: a page follows another; most words of content of a sentence stand for words of one there (the same, a form of it, one of
    our rows or of the thesaurus). What is left over on both sides and stands in one slot is a replacement; what both have may be
    exchanged, denied, held back or said by somebody else.

    Why it matters: that is what a retelling changed.

    Not when: another remark is on the two sentences, the page has the word elsewhere, or the two words may stand for each other.

    Example (fiction): "on the first Saturday in June the fair opens" becomes "the fair opens on the last Saturday in June".
    """
    for pages, a, b in side_by_side(pile, made):
        texts = pile.documents[pages.parent].text, pile.documents[pages.child].text
        change = differs(a.text, b.text, texts)
        if (
            change is not None
            and not one_state(*change[1:])
            and (not reworded(*change, (a.text, b.text)) or (change[0] == "source_invented" and two_parties(*change[1:], texts)))
        ):
            yield told(pile, pages, (a, b), change, "that tell the same else")


def differs(a: str, b: str, pages: tuple[str, str]) -> Change | None:
    """The one change between two sentences, as a rule with the words before and after."""
    a, b = (FAVOUR.sub("for", t.strip(" .“”\"'")) for t in (a, b))
    (who_a, one), (who_b, two) = parted(a), parted(b)
    al, change = align(one, two), None
    if al.share >= LEAST and al.whole >= PART and len(al.there) >= FEWEST:
        new = replaced(al, one, two)
        if new is not None and new[0] not in FIGURES and (elsewhere(new[1], pages[1]) or elsewhere(new[2], pages[0])):
            new = None
        change = cause(one, two) or new
        if al.whole >= MOST:
            source = another_source(who_a, who_b, (a, b), al.literal)
            change = source or bounded_otherwise(one, two) or turnabout(al, one, two) or change
            change = change or held_back(al, one, two) or member(al) or course(al, one, two, pages) or attempted(a, b)
    return change or typed(align(a, b), a, b, pages)


FIGURES = ("number_changed", "unit_changed")
WHO = r"(?P<who>[^,.;:“”\"]{3,60}(?:,\s[^,.;:“”\"]{3,40})?)"
TOLD = re.compile(
    rf"^(?P<rest>.+),[”\"]?\s(?:(?:according\sto|said)\s{WHO}|(?P<by>[^,.;:“”\"]{{3,60}}(?:,\s[^,.;:“”\"]{{3,40}},)?)\s{SAID}(?:\s[^,.;]{{3,40}})?)$"
)


def parted(text: str) -> tuple[str, str]:
    """The source at the head or the end of a sentence, and what is told."""
    for pattern in (LEAD, FIRST, TOLD):
        m = pattern.match(text)
        who = (m["who"] or m.groupdict().get("by") or "") if m else ""
        if m and who and who.split()[-1].casefold() not in AUXILIARY:
            return who, m["rest"]
    return "", text


NOBODY = VOICES | ANYONE | vocabulary.words("people", "voice of paper")


def another_source(x: str, y: str, texts: tuple[str, str], literal: float) -> Change | None:
    """Two sources that have no word in common, of which the later sentence does not tell either."""
    one, two = ([t for t in tokens(w) if t.content] for w in (x, y))
    if any(verbish(t.word) or t.low in AUXILIARY for w in (x, y) for t in tokens(w)):
        return None  # no name: "the colonel was responding to media"
    if not one or not two or align(x, y).there or {one[-1].word.stem, two[-1].word.stem} & NOBODY:
        return None
    known = kinship(one[-1].low, two[-1].low) in OPPOSED or "name" in one[-1].kinds & two[-1].kinds
    if not known and not two_parties(x, y, texts) and literal < LITERAL + 0.1:
        return None
    if any(one_word(t.word.stem, u.word.stem) for t in one for u in tokens(texts[1])):
        return None
    return "source_invented", x, y


def two_parties(x: str, y: str, texts: tuple[str, str]) -> bool:
    """Whether each of two sources is by its words a party that the other's text has nowhere: the police, a union."""
    one, two = voices(x), voices(y)
    return len(one) == len(two) == 1 and not one & voices(texts[1]) and not two & voices(texts[0])


RESERVE = vocabulary.pattern("moods", "reserve", case=True)
SOFTER = vocabulary.pattern("moods", "softer")
ALIKE = 0.75  # share of the words that must be told alike where a reserve alone is compared; own choice
SHARED = 3


def held_back(al: Alignment, a: str, b: str) -> Change | None:
    """A word of reserve on one side alone, and nothing like one on the other."""
    m, n = RESERVE.search(a), RESERVE.search(b)
    other = b if m else a
    if bool(m) == bool(n) or al.share < ALIKE or len(al.there) < SHARED or SOFTER.search(other) or UNSURE.search(other):
        return None
    return ("hedge_lost", m.group(), b) if m else ("hedge_added", a, n.group() if n else "")


def member(al: Alignment) -> Change | None:
    """One of two things told as the other: "killed or injured" and "killed"."""
    for one, two, met in al.directions:
        for n in range(1, len(one) - 1):
            x, y = one[n - 1], one[n + 1]
            if one[n].low != "or" or not (x.content and y.content) or not x.kinds & y.kinds - {"number"}:
                continue
            if ((n - 1) in met) != ((n + 1) in met) and not any(t.low == "or" for t in two) and y.low not in MEASURES:
                words = f"{x.low} or {y.low}", (x if (n - 1) in met else y).low
                return "category_changed", *(words if one is al.one else words[::-1])
    return None


MEASURES = frozenset("more less fewer so".split())
