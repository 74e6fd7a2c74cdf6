"""Remarks on the one behind "by" who is another one, and on what was ruled out and is told as so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import known
from sayso.assess.findings.swaps import aliased, comparable, matched
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding
from sayso.text.normal import onset, trunk

BY = re.compile(
    r"\b(?P<verb>[a-z]{2,}(?:ed|en|n|t))\s(?:\w+ly\s)?by\s(?:(?:the|an?|some|its|their)\s)?(?P<doer>[\w’'.-]+(?:\s[\w’'.-]+){0,3})"
)
ENDS = re.compile(
    r"\s(?:in|on|at|to|from|for|of|and|or|with|after|before|during|who|which|that|has|have|was|were|is|are|as|when)\b.*$"
)


def doer_changed(pile: Pile, step: Step) -> Iterator[Finding]:
    """Another one stands behind "by".

    What: both tellings have the same participle with "by" ("controlled by", "paid by"), and the last word of what stands behind it
    differs; neither telling has the other's word, and the earlier page has not the later one's.

    Why it matters: who controls, pays or did it is the claim.

    Not when: one name is a form of the other, the later word stands on the earlier page, or a time or a way follows ("by noon",
    "by hand").

    Example (fiction): "a mill owned by the guild" becomes "a mill owned by the bishop's bank".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or matched(subject(pile.told(a)), subject(pile.told(b))) < SHARED or foreign(pile, step):
        return
    told_a, told_b = pile.told(a), pile.told(b)
    page = pile.documents[a.document].text if a.document != b.document else told_a
    for m in BY.finditer(pile.quoted(a)):  # as it stands: where a word is left out, what is behind it is no part of a name
        for n in BY.finditer(pile.quoted(b)):
            x, y = without_ending(*(ENDS.sub("", k["doer"]).strip(" .'’") for k in (m, n)))
            if trunk(m["verb"]) != trunk(n["verb"]) or not x or not y:
                continue
            head_x, head_y = (stem(w.split()[-1].split("-")[-1]) for w in (x, y))
            if onset(head_x) == onset(head_y) or {head_x, head_y} & (stop() | WAYS) or min(len(head_x), len(head_y)) < 2:
                continue
            if (in_words(head_x, told_b) and not x.split()[-1].isupper()) or in_words(head_y, page) or in_words(head_y, told_a):
                continue
            if (
                aliased(last(y), alone(told_a))
                or aliased(last(x), alone(told_b))
                or (y[0].isupper() and " " not in y and known(y, page))
            ):
                continue
            yield remark(
                "actor_changed",
                of(pile, a, b),
                f"“{m['verb']} by {x}” in {where(pile, a)} is “{n['verb']} by {y}” in {where(pile, b)} ({step.tie}).",
                claim=step.claim.id,
                change=(f"{m['verb']} by {x}", f"{n['verb']} by {y}"),
                limits="Overturned if both names stand for the same party.",
            )
            return


def last(name: str) -> str:
    """A name as a whole, or the word that a description ends with: a "Lendish-led league" is not Lendia."""
    words = name.split()
    return name if words[-1][0].isupper() else words[-1]


def alone(told: str) -> str:
    """A telling without names that only describe another ("Lendish-led")."""
    return re.sub(r"\b[\w’'.]+-(?:led|backed|allied|supported|funded|trained)\b", " ", told)


SHARED = 2  # words in common, the participle among them; own choice


def without_ending(x: str, y: str) -> tuple[str, str]:
    """Two passages without the words that both end with: those belong to the rest of the sentence."""
    one, two = x.split(), y.split()
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return " ".join(one), " ".join(two)


CONTRASTS = (
    re.compile(r"\b(?P<so>[\w’'-]{3,})\s[\w’'-]+,\s(?:and\s)?not\s(?:\w{2,5}\s)?(?:the\s|an?\s)?(?P<not>[\w’'-]{3,})\sones?\b"),
    re.compile(r"\bnot\s(?:an?\s|the\s)?(?P<not>[\w’'-]{3,})\sbut\s(?:an?\s|the\s)?(?P<so>[\w’'-]{3,})"),
    re.compile(r"\b(?P<so>[\w’'-]{3,})(?:,\s(?:and\s)?not|\srather than|\sinstead of)\s(?:an?\s|the\s)?(?P<not>[\w’'-]{3,})\b"),
)


def contrast_turned(pile: Pile, step: Step) -> Iterator[Finding]:
    """What was ruled out is told as so.

    What: the earlier telling sets two things against each other ("frost, not a barge", "not a barge but frost"); the later one has
    the one that was ruled out, without "not", and not the other.

    Why it matters: half of a contrast is its opposite.

    Not when: the later telling has both, or a negation of its own.

    Example (fiction): "frost, not a barge, broke the lock" becomes "a barge broke the lock".
    """
    a, b = step.before, step.after
    if step.kind == "headline" or not comparable(pile, step):
        return
    told = pile.told(b)
    for m in (m for contrast in CONTRASTS for m in contrast.finditer(pile.told(a))):
        so, ruled_out = m["so"], m["not"]
        if {so.casefold(), ruled_out.casefold()} & stop() or NEGATED.search(told):
            continue
        if in_words(stem(ruled_out), told) and not in_words(stem(so), told):
            yield remark(
                "actor_changed",
                of(pile, a, b),
                f"“{m.group()}” in {where(pile, a)} is “{ruled_out}” in {where(pile, b)} ({step.tie}).",
                claim=step.claim.id,
                change=(m.group(), told),
                limits="Overturned if the later telling speaks of another matter.",
            )
            return


NEGATED = re.compile(r"\b(?:not|no|never|rather than|instead of)\b|n['’]t\b", re.IGNORECASE)
WAYS = vocabulary.words("light_words", "way")


def in_words(word: str, text: str) -> bool:
    """Whether a word that begins so stands in a text."""
    return re.search(rf"(?<!\w){re.escape(trunk(word))}", text, re.IGNORECASE) is not None
