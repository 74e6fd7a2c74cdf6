"""Which statements deny, are silent, take back or put right, and which tellings they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sayso.assess.cuewords import has
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import akin, capitals, stem, subject
from sayso.model import Statement

Act = Literal["denied", "retracted", "corrected", "silent"]
# "Not a drill," / "No, it was not us": a quotation that begins with the negation is a denial by its form.
NOT_FIRST = re.compile(
    r"^[“„«\"‘'\s]*(?:not|no|never)\b(?!\s+(?:only|just|long|far|since|sooner|less|more|one|every|all|many|surprising))",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:any|all|the|these|those|such) (?:\w+ )?(?:involvement|allegations?|accusations?|claims?|reports?|charges?|responsibility|role"
    r"|wrongdoing|suggestions?|rumou?rs?|story|stories)\b|\bit\b|\bthis\b|\bthat\b",
    re.IGNORECASE,
)
# How many statements back a denial without subject words of its own can point: news pages set reply next to charge (own choice).
BACK = 6
# Words that say nothing about what is denied.
FORMAL = frozenset(
    stem(w)
    for w in ["denied", "denies", "deny", "denial", "involvement", "allegation", "allegations", "accusation", "accusations", "claim", "claims", "report", "reports", "reported", "said", "says", "told", "added", "however", "comment", "commentary", "official", "statement", "matter", "never", "data", "such", "figure", "number", "information", "news", "media", "true", "false", "spokesman", "spokeswoman", "typically", "repeatedly", "refuses"]
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that denies, is silent, retracts or corrects, with the tellings of its own page it speaks of."""

    statement: Statement
    act: Act
    generic: bool
    about: tuple[Statement, ...]


def act(pile: Pile, s: Statement) -> Act | None:
    """What the statement does, by its stance or its words."""
    text = pile.text(s)
    if s.stance in ("retract", "correct"):
        return "retracted" if s.stance == "retract" else "corrected"
    if has("silence", text):
        return "silent"
    if has("retraction", text):
        return "retracted"
    if has("correction", text):
        return "corrected"
    if s.stance == "deny" or has("denial", text):
        return "denied"
    quoted = s.voice == "direct" and innermost(s) is not None and len(pile.told(s)) <= 200
    return "denied" if quoted and NOT_FIRST.match(pile.told(s)) else None


@lru_cache(maxsize=16384)
def matter(text: str) -> frozenset[str]:
    """Subject words without those that belong to denying and reporting."""
    return subject(text) - FORMAL


def replies(pile: Pile, document: str) -> tuple[Reply, ...]:
    """All replies of one page in text order."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s)]
    acts = {s.id: act(pile, s) for s in said}
    out = []
    for n, s in enumerate(said):
        kind = acts[s.id]
        if kind is not None:
            earlier = [x for x in said[:n] if acts[x.id] is None and x.attribution != s.attribution]
            about = spoken_of(pile, s, kind, earlier, [x for x in said[n + 1 :] if acts[x.id] is None])
            out.append(Reply(s, kind, has("generic", pile.text(s)), about))
    return tuple(out)


def spoken_of(pile: Pile, s: Statement, kind: Act, earlier: list[Statement], later: list[Statement]) -> tuple[Statement, ...]:
    """The tellings a reply speaks of: those that share its subject words, else the nearest one before it by another source."""
    others = [x for x in earlier if not same_source(pile, x, s)]
    if kind == "silent":
        party = party_words(pile, s)
        near = [x for x in reversed(others) if akin(party, capitals(pile.text(x)))]
        return tuple(near[:2])
    own = matter(pile.told(s)) - party_words(pile, s)
    pairs = [(len(own & matter(pile.text(x))), -n, x) for n, x in enumerate(reversed(others))]
    best = max(pairs, key=lambda t: t[:2], default=None)
    picked: list[Statement] = [best[2]] if best is not None and best[0] >= min(2, max(1, len(own))) else []
    vague = VAGUE.search(pile.told(s)) or len(own) <= 3 or kind in ("retracted", "corrected")
    if (not picked or len(own) <= 1) and others and vague:
        picked.append(others[-1])
    if not picked and not others and later and kind != "denied":
        picked.append(later[0])
    return tuple(dict.fromkeys(picked))


def same_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both statements come from one party."""
    x, y = innermost(a), innermost(b)
    return x is not None and y is not None and pile.same_party(x, y)


def party_words(pile: Pile, s: Statement) -> frozenset[str]:
    """Stems of the name of the one who replies: the source, or the capitalised words before a silence."""
    link = innermost(s)
    if link is not None and link.name:
        return capitals(link.name)
    return capitals(pile.text(s)[:80])
