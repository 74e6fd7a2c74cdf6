"""What limits one of two aligned sentences and not the other: degree, part, time, mere company, mere asking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.assess.alignment import align
from sayso.assess.findings.aligned import parted
from sayso.assess.findings.remark import Change, lies_on
from sayso.assess.findings.sentences import side_by_side, told
from sayso.assess.pile import Pile
from sayso.assess.reserves import UNSURE
from sayso.assess.wording import stem
from sayso.lexicon import vocabulary
from sayso.model import Finding
from sayso.text.months import MONTHS, WEEKDAYS

ALIKE = 0.75  # share of the shorter sentence's words that must be told alike; own choice, as for a reserve in aligned.py
LEAST, SHARED = 0.6, 2  # the same where two verbs are compared, which stand for each other in no other way
LIMITING = re.compile(rf"\b(?P<limit>{vocabulary.one_of('moods', 'limiting')})\s(?:to\s)?(?P<noun>\w+)", re.IGNORECASE)
HARDLY = re.compile(rf"\b(?P<limit>{vocabulary.one_of('moods', 'hardly any')})\s(?P<noun>\w+)", re.IGNORECASE)
PART = re.compile(
    rf"\b(?P<limit>{vocabulary.one_of('moods', 'a part of')}\sof)\s(?:the|its|his|her|their|our)\s(?P<noun>\w+)", re.IGNORECASE
)
NO_SUCH = re.compile(
    rf"\b(?:no|not\sany|without(?:\sany)?)\s(?P<limit>{vocabulary.one_of('moods', 'weighty')})\s(?P<noun>\w+)", re.IGNORECASE
)
COMPANY, CAUSING = vocabulary.pattern("moods", "goes with"), vocabulary.pattern("moods", "brings about")
TO = r"\s(?:[\w’'-]+\s){0,3}?to\s(?P<verb>[a-z]+)\b"
ASKED = re.compile(rf"\b{vocabulary.one_of('moods', 'asks to')}{TO}", re.IGNORECASE)
MADE = re.compile(rf"\b{vocabulary.one_of('moods', 'makes do')}{TO}", re.IGNORECASE)
DAY = "|".join((*WEEKDAYS, *MONTHS))
NAMED = rf"(?:\d{{1,2}}\s)?(?-i:{DAY})(?:\s(?:\d{{1,4}}|night|morning|evening|afternoon))?"
WHEN = rf"(?:(?:late|early|mid)[-\s])?(?P<when>{NAMED}|\d{{4}}|noon|midnight)\b(?!['’]s)"
BY = re.compile(rf"\b{vocabulary.one_of('times', 'not later than')}\s(?:the\send\sof\s)?{WHEN}", re.IGNORECASE)
THEN = re.compile(rf"\b{vocabulary.one_of('times', 'then or later')}\s(?:the\send\sof\s)?{WHEN}", re.IGNORECASE)
NONE_OF = frozenset({"no", "any"})
NOT = vocabulary.pattern("moods", "not")


def limits_differ(pile: Pile, made: Sequence[Finding]) -> Iterator[Finding]:
    """What was so in part is so altogether, and what was so by Friday was so on Friday.

    What: a page follows another; three quarters of the words of a sentence stand for words of one there. One of the two has a word
    that limits it ("partly", "some of the", "little", "no serious"), tells that two things go together and not that one is the
    cause, that somebody is asked and not made, or by when and not when; the other has the same without the limit.

    Why it matters: limits are short words, and a retelling that drops them keeps every other word.

    Not when: the other sentence has another word of the same sort or a reserve, or a remark of the same rule is on both.

    Example (fiction): "the guild was partly to blame" becomes "the guild was to blame".
    """
    for pages, a, b in side_by_side(pile, ()):
        change = limited(a.text, b.text)
        on = (f for f in made if change is not None and f.rule == change[0])
        if change is not None and not any(all(lies_on(f, s.document, s.span) for s in (a, b)) for f in on):
            yield told(pile, pages, (a, b), change, "that tell the same else")


def limited(a: str, b: str) -> Change | None:
    """The rule with the words before and after; None where both sentences are limited alike, or tell too much else."""
    one, two = (parted(t.strip(" .“”\"'"))[1] for t in (a, b))
    al = align(one, two)
    if al.share < LEAST or len(al.there) < SHARED:
        return None
    change = (timed(one, two) or in_degree(one, two)) if al.share >= ALIKE else None
    return change or in_company(one, two) or only_asked(one, two)


def timed(a: str, b: str) -> Change | None:
    """One time, by which it was done in one sentence and at which it was done in the other."""
    for one, two, first in ((a, b, True), (b, a, False)):
        for m in BY.finditer(one):
            others = [n for n in THEN.finditer(two) if n["when"] == m["when"]]
            once = one.count(m["when"]) == two.count(m["when"]) == len(others) == 1
            if not once or NOT.search(one) or NOT.search(two):
                continue
            return "date_changed", *((m.group(), others[0].group()) if first else (others[0].group(), m.group()))
    return None


def in_degree(a: str, b: str) -> Change | None:
    """What is so in part, or hardly, in one sentence and without limit in the other."""
    for one, two, up in ((a, b, True), (b, a, False)):
        for pattern in (NO_SUCH, PART, HARDLY, LIMITING):
            m = pattern.search(one)
            if m is None or pattern.search(two) or UNSURE.search(two):
                continue
            words = re.findall(r"[\w’'-]+", two)
            at = next((n for n, w in enumerate(words) if stem(w) == stem(m["noun"])), None)
            if at is None or stem(m["limit"].split()[0]) in map(stem, words):
                continue
            if (pattern is NO_SUCH) != (words[max(0, at - 1)].casefold() in NONE_OF):
                continue
            said = " ".join(words[max(0, at - 1) : at + 1])
            return ("strengthened", m.group(), said) if up else ("weakened", said, m.group())
    return None


def in_company(a: str, b: str) -> Change | None:
    """Two things that go together in one sentence and of which one is the other's cause in the other."""
    for one, two, up in ((a, b, True), (b, a, False)):
        m, n = COMPANY.search(one), CAUSING.search(two)
        if m is None or n is None or COMPANY.search(two) or CAUSING.search(one[: m.start()]) or UNSURE.search(two):
            continue
        return ("strengthened", m.group(), n.group()) if up else ("weakened", n.group(), m.group())
    return None


def only_asked(a: str, b: str) -> Change | None:
    """Somebody who is asked to do a thing in one sentence and made to do it in the other."""
    for one, two, up in ((a, b, True), (b, a, False)):
        m, n = ASKED.search(one), MADE.search(two)
        if m is None or n is None or ASKED.search(two) or stem(m["verb"]) != stem(n["verb"]):
            continue
        return ("strengthened", m.group(), n.group()) if up else ("weakened", n.group(), m.group())
    return None
