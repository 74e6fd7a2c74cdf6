"""Russian and Ukrainian sentences that hark back: who told the sentence before, and who acts in it and tells the next one.

"Об этом сообщил S", "Подтвердил это S", "Это следует из S"; "Жители возмущены. Утверждают, что C".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.analyzers import speakers
from sayso.analyzers.speakers import IN, PLURAL
from sayso.analyzers.stretches import inherited, made
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.model import Span

Part = tuple[int, int]
OUT = frozenset("из із зі з со".split())
ABOUT = frozenset("о об про".split())
THIS = frozenset("это об этом про це".split())
_MANY = ("ы", "и", "і", "ї", "не")  # how a noun ends that is several people ("жители", "водії", "горожане")
_PEOPLE = frozenset("говорят поговаривают кажуть подейкують мовляв".split())  # "people say"
LONGEST = 7  # words of who acts in the sentence before
_LESSER = ("preposition", "negation", "that", "time", "adverb")


def back(view: View, i: int, before: Span | None) -> Attributed | None:
    """Read "Об этом сообщил S": what is told stands in the sentence before."""
    phrase = view.phrase(0, "back")
    if phrase is None and before is not None and i == 0:
        return _verb_first(view, before)
    if phrase is None or before is None or i < len(phrase) or i > len(phrase) + 4:
        return None
    who = speakers.subject(view, i, len(view.tokens))
    if who.source is None:
        who = speakers.left(view, (len(phrase), i), i)
    if who.source is not None:
        who = replace(who, source=unnoun(view, who.source))
    if who.source is None or inherited(view, who.source):
        return None
    a = made(view, [(0, len(view.tokens))], (i, i + 1), who.source, who.via, who.addressee)
    return replace(a, content=(before,)) if a else None


def emerges(view: View, i: int, before: Span) -> Attributed | None:
    """Read "Это следует из S": what a text tells stands in the sentence before."""
    cue = view.cue(i)
    if not (i and i <= 3 and view.low(0) in THIS and cue and cue.frame == "impersonal" and view.low(i + 1) in OUT | IN):
        return None
    n = len(view.tokens)
    a = made(view, [(0, n)], (i, i + 1), unnoun(view, (i + 2, speakers.right(view, i + 2, n))))
    return replace(a, content=(before,)) if a else None


def _verb_first(view: View, before: Span) -> Attributed | None:
    """Read "Подтвердил это S", "Сообщила об этом в пятницу S": the verb stands first, what it points to behind it."""
    k = 1
    while view.isa(k, "adverb") or view.isa(k, "time"):
        k += 1
    last = k + 1 if view.low(k) in ("это", "це") else k + 2 if view.low(k) in ABOUT and view.low(k + 1) in ("этом", "це") else 0
    if not last or any(view.isa(m, "that") or view.tokens[m].text == ":" for m in range(last, len(view.tokens))):
        return None
    who = speakers.subject(view, last - 1, len(view.tokens))
    if who.source is None or inherited(view, who.source):
        return None
    a = made(view, [(0, len(view.tokens))], (0, 1), unnoun(view, who.source), who.via, who.addressee)
    return replace(a, content=(before,)) if a else None


def acted(view: View, before: Span, found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions with a subject left out given who acts in the sentence before, which tells nothing itself."""
    there = View(view.text, before, view.language, view.quotes)
    out = []
    for a in found:
        said = a.cue.of(view.text).lower() if a.cue else ""
        first = a.cue is not None and a.cue.start - view.span.start <= len("они совсем ")
        loose = a.source is None and first and said not in _PEOPLE  # "Утверждают, что C", but "Говорят, что C"
        who = _opening(there, said.endswith(PLURAL)) if loose else None
        span = there.part(*who) if who else None
        out.append(replace(a, source=span, inherits=False) if span else a)
    return out


def _opening(view: View, many: bool) -> Part | None:
    """The people that a sentence begins with, where they are one or several as the verb says."""
    n = len(view.tokens)
    end = next(
        (k for k in range(n) if view.mark(k) or view.quoted[k] or speakers.finite(view, k) or any(view.isa(k, c) for c in _LESSER)),
        n,
    )
    at = next(
        (k for k in range(min(end, LONGEST)) if role_of(view.tokens[k]) in ("person", "official", "group", "organization")), None
    )
    if at is None:
        return None
    while at + 1 < end and (
        view.tokens[at + 1].capital or role_of(view.tokens[at + 1]) or view.low(at + 1).endswith(("ого", "ой", "ых"))
    ):
        at += 1
    several = role_of(view.tokens[0]) == "group" or (view.low(0).endswith(_MANY) and not view.tokens[0].text.isupper())
    return (0, at + 1) if several == many else None


def unnoun(view: View, part: Part) -> Part:
    """Read "заявлении ведомства" as the body that speaks in it."""
    first, last = part
    return (first + 1, last) if view.isa(first, "statement") and view.count(first + 1, last) else part
