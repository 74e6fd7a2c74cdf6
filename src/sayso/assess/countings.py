"""What the figures of a telling count: people and what became of them, sums of money, weights, things; for tellers to be set side by side.

The dead of English tellings are read in ``tolls.py``. A figure that names nothing takes over what the one shortly before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.assess.acts import act
from sayso.assess.beyond import meanings, senses
from sayso.assess.fates import fate, people, posts
from sayso.assess.figured import unit as unit_name
from sayso.assess.figures import bounded
from sayso.assess.pile import Pile
from sayso.assess.tolls import (
    BEFORE,
    ENDS,
    GIVEN,
    NONE,
    OF_ALL,
    PART,
    TOLD_BEFORE,
    VAGUE,
    Toll,
    another_time,
    body_count,
    names,
    toll,
    whom,
)
from sayso.assess.wording import capitals, stem
from sayso.model import Quantity, Span, Statement

SUMS = frozenset(
    stem(w) for w in "dollar euro pound rouble ruble lira franc peso rupee yuan yen crown real zloty hryvnia dinar rand".split()
)
GRAMS = {"gram": 0.001, "kilogram": 1.0, "kilo": 1.0, "tonne": 1000.0, "ton": 1000.0}
# Units in which many things are told on one page, so that one of them says nothing of what is counted.
LOOSE = frozenset(
    "percent point day week month year decade hour minute second time kilometre metre mile foot centimetre degree fold part step"
    " page question word reason way case side thing kind type member one other half third quarter age old person people".split()
)
# A share, a rate, one of several or more than were told before.
SUBSET = re.compile(
    r"^\s?(?:\w+\s){0,2}?(?:(?:of|among) (?:them|whom|which|these|those|the)\b|more\b|others?\b|each\b|apiece\b|(?:an?|per)\s\w+\b)"
    r"|^\s?(?:de (?:ellos|ellas|los|las)|d['’]entre|von ihnen|di (?:loro|cui)|из них|deles|delas)\b",
    re.IGNORECASE,
)
RATE = re.compile(r"^[^.;,]{0,25}\s(?:an?|per|each|every|pro|por|par|al)\s\w+", re.IGNORECASE)
SUMMED = re.compile(r"\b(?:the sum|the amount|the total|the figure|the number|the aid|the haul|it)\s(?:\w+\s){0,3}$", re.IGNORECASE)
AS_SUM = frozenset({"=sum", "=count", "=figures", "=toll", "=quote"})
AMOUNT = re.compile(
    r"\b(?:puts?|putting)\s(?:the|its|their)\s(?:\w+\s){1,2}at\s(?:\w+\s){0,2}$|ποσό|сумм|importe|Betrag|montante|somme",
    re.IGNORECASE,
)
FEW = 4  # content words below which a telling leans on the one before it; own choice


def countings(pile: Pile, s: Statement) -> tuple[Toll, ...]:
    """The counts of a telling that stands by them, one for each thing."""
    if not s.quantities and not NONE.search(pile.text(s)):
        return ()
    key = ("countings", s.id)
    if key not in pile.memory:
        pile.memory[key] = ()  # what leans on itself says nothing
        best: dict[str, Toll] = {}
        for t in counts(pile, s) if stands_by(pile, s) else ():
            if t.thing not in best or t.low > best[t.thing].low:
                best[t.thing] = t
        pile.memory[key] = tuple(best[k] for k in sorted(best))
    found: tuple[Toll, ...] = pile.memory[key]
    return found


def stands_by(pile: Pile, s: Statement) -> bool:
    """Whether a telling tells its figures as its own or another's, and is not the tail of another telling that has them too."""
    if s.stance not in ("assert", "report", "deny") or pile.furniture_holds(s):
        return False
    if s.quantities and any(
        x.id != s.id and x.span.start < s.span.start and x.span.holds(s.span) for x in pile.by_document[s.document]
    ):
        return False
    return act(pile, s) is None or (s.stance == "report" and NONE.search(pile.text(s)) is not None)


def counts(pile: Pile, s: Statement) -> Iterator[Toll]:
    """The dead, by the words for them in English, and all other counts."""
    if (dead := toll(pile, s)) is not None:
        yield dead
    if BEFORE.search(pile.text(s)) or OF_ALL.match(pile.text(s)) or another_time(pile, s):
        return
    english = pile.documents[s.document].language == "en"
    for q in s.quantities:
        if usable(pile, s, q) and (found := count(pile, s, q)) is not None and not (english and found.thing == "killed"):
            yield found


def usable(pile: Pile, s: Statement, q: Quantity) -> bool:
    """Whether a figure counts a whole of something: no part, share, rate, vague number or aim."""
    text = pile.documents[s.document].text
    if q.low == q.high == 0 or not any(c.holds(q.span) for c in s.content or (s.span,)) or VAGUE.match(q.span.of(text)):
        return False
    before, after = text[max(s.span.start, q.span.start - 60) : q.span.start], text[q.span.end : min(s.span.end, q.span.end + 40)]
    return not (PART.search(before) or SUBSET.match(after) or RATE.match(after))


def count(pile: Pile, s: Statement, q: Quantity) -> Toll | None:
    """What one figure counts; None where the telling does not say, and nothing before it does."""
    text, unit = pile.documents[s.document].text, unit_name(q.unit)
    top = float("inf") if q.high is None else q.high
    made = Toll(
        s, q.low * (0.9 if q.approximate else 1), top * (1.1 if q.approximate else 1), "", frozenset(), bounded(text, q.span)
    )
    became = fate(q.of, Span(0, len(q.of)), Span(0, 0)) if q.of else ""
    if people(q.unit) or posts(q.unit):
        became = became or fate(text, s.span, q.span) or fate(q.unit, Span(0, len(q.unit)), Span(0, 0))
        if became == "laid off" and not posts(q.unit):
            became = ""
        if not became:
            return inherited(pile, s, q, made)
        return body_count(replace(made, thing=became, whom=whom(stem(q.unit.split()[-1])), names=names(pile, s)), q.unit)
    if became:
        return replace(made, thing=became, names=names(pile, s))
    if not unit:
        return inherited(pile, s, q, made)
    if unit in LOOSE or len(unit) < 3:
        return None
    if unit in GRAMS:
        made, unit = replace(made, low=made.low * GRAMS[unit], high=made.high * GRAMS[unit]), "kilogram"
    known = senses().get(q.unit.split()[-1].casefold()) or senses().get(unit)
    made = replace(made, thing=known or unit, names=names(pile, s), frame=frame(pile, s))
    if len(made.frame) < FEW or AMOUNT.search(text, max(s.span.start, q.span.start - 60), q.span.start):
        return inherited(pile, s, q, made) or made
    return made


def frame(pile: Pile, s: Statement) -> frozenset[str]:
    """The meanings of what is told, without names; of a telling of few words with those of the one before it."""
    language = pile.documents[s.document].language
    told = pile.told(s)
    own = meanings(told, language) - capitals(told) - {"=million", "=billion"}
    return frozenset(w for w in own if not w[:1].isdigit())


def inherited(pile: Pile, s: Statement, q: Quantity, made: Toll) -> Toll | None:
    """A figure that counts what the last one before it on its page does: "the guild puts it at 22", "the mayor says 142"."""
    text = pile.documents[s.document].text
    at = q.span.end - len(made.written)
    given = GIVEN.search(text[max(0, at - 40) : at]) and ENDS.match(text[q.span.end : s.span.end + 1].split("\n")[0])
    amount = AMOUNT.search(text, max(s.span.start, q.span.start - 60), q.span.start)
    told = pile.told(s).replace(q.span.of(text), " ")
    if not (given or amount or not meanings(told, pile.documents[s.document].language) - AS_SUM):
        return None
    said = [x for x in pile.by_document[s.document] if x.span.start < s.span.start and not pile.furniture_holds(x)][-TOLD_BEFORE:]
    for x in reversed(said):
        for t in countings(pile, x):
            if t.low and (not q.unit or made.thing == t.thing or (people(q.unit) and not t.frame)):
                return replace(made, thing=t.thing, whom=t.whom, names=t.names, frame=t.frame | made.frame)
    return None
