"""Remarks on the one behind "by" who is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.assess.findings.numbers import foreign
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import known
from sayso.assess.findings.swaps import aliased, matched
from sayso.assess.pile import Pile
from sayso.assess.steps import Step, where
from sayso.assess.wording import stem, stop, subject
from sayso.model import Finding

BY = re.compile(
    r"\b(?P<verb>[a-z]{4,}(?:ed|en|n|t))\s(?:\w+ly\s)?by\s(?:(?:the|an?|some|its|their)\s)?(?P<doer>[\w’'.-]+(?:\s[\w’'.-]+){0,3})"
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
    page = pile.documents[a.document].text
    for m in BY.finditer(told_a):
        for n in BY.finditer(told_b):
            x, y = (ENDS.sub("", k["doer"]).strip(" .'’") for k in (m, n))
            if m["verb"][:5] != n["verb"][:5] or not x or not y:
                continue
            head_x, head_y = (stem(w.split()[-1].split("-")[-1]) for w in (x, y))
            if head_x[:4] == head_y[:4] or {head_x, head_y} & (stop() | WAYS) or min(len(head_x), len(head_y)) < 2:
                continue
            if (in_words(head_x, told_b) and not x.split()[-1].isupper()) or in_words(head_y, page) or in_words(head_y, told_a):
                continue
            if aliased(y, told_a) or aliased(x, told_b) or (y[0].isupper() and " " not in y and known(y, page)):
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


SHARED = 3  # words in common, the participle among them; own choice
WAYS = frozenset(
    "noon night day week month year end hand accident chance law force means way vote mistake least far then now".split()
)


def in_words(word: str, text: str) -> bool:
    """Whether a word that begins so stands in a text."""
    return re.search(rf"(?<!\w){re.escape(word[:5])}", text, re.IGNORECASE) is not None
