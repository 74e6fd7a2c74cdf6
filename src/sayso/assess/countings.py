"""What the figures of a telling count: people and what became of them, sums of money, weights, things.

The dead of English tellings are read in ``tolls.py``. A figure that names nothing takes over what the one shortly before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.assess.acts import NOTHING, WRONG, act
from sayso.assess.beyond import INCORRECT, meanings
from sayso.assess.casualties import proper_names
from sayso.assess.fates import ABOARD, BEFALLS, STOP, befallen, fate, fate_in, numbers_of, people, places, posts, sense, who
from sayso.assess.figured import figured
from sayso.assess.figured import unit as unit_name
from sayso.assess.figures import ODD, begun, bounded
from sayso.assess.measures import by_stem
from sayso.assess.pile import Pile, taken_as
from sayso.assess.ties import said
from sayso.assess.tolls import (
    BEFORE,
    CASUALTIES,
    DOUBTED,
    ENDS,
    GIVEN,
    NONE,
    OF_ALL,
    PART,
    ROOM,
    TOLD_BEFORE,
    VAGUE,
    Toll,
    another_time,
    body_count,
    lead,
    names,
    partial,
    toll,
)
from sayso.assess.wording import WORD, capitals, particular, stem
from sayso.lexicon import vocabulary
from sayso.model import Quantity, Span, Statement

SUMS = frozenset(stem(w) for w in vocabulary.words("dimensions", "money", "more money"))
KILOGRAMS = {unit: by_stem()[unit][1] for unit in ("gram", "kilogram", "kilo", "tonne", "ton")}  # "pound" may be money
# Units in which many things are told on one page, so that one of them says nothing of what is counted.
LOOSE = vocabulary.words("dimensions", "counts nothing")
# A share, a rate, one of several or more than were told before.
SUBSET = re.compile(
    r"^\s?(?:\w+\s){0,2}?(?:(?:of|among) (?:them|whom|which|these|those)\b|more\b|others?\b)"
    rf"|^\s?(?:of|among) the\b|^\s?(?:\w+\s){{0,2}}?(?:of|among) the {vocabulary.one_of('people', 'hurt', 'fallen')}\b"
    r"|^\s?(?:de (?:ellos|ellas|los|las)|d['’]entre|von ihnen|di (?:loro|cui)|из них|deles|delas)\b",
    re.IGNORECASE,
)
RATE = re.compile(r"^(?:\s[\w-]+)?\s(?:(?:per|pro|each|every|apiece)\b|an?\s\w+)", re.IGNORECASE)
PER = re.compile(r"^(?:\s[\w-]+)?\s(?:per|pro)\s\w+", re.IGNORECASE)  # where "a" is no article: "21 feriti a Osk"
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
        for t in counts(pile, s):
            if t.thing not in best or t.low > best[t.thing].low:
                best[t.thing] = t
        pile.memory[key] = (*(best[k] for k in sorted(best)), *contested(pile, s))
    found: tuple[Toll, ...] = pile.memory[key]
    return found


def stands_by(pile: Pile, s: Statement) -> bool:
    """Whether a telling tells its figures as its own or another's, and is not the tail of another telling that has them too."""
    if taken_as(s) not in ("assert", "report", "deny") or pile.furniture_holds(s):
        return False
    if s.quantities and any(
        x.id != s.id and x.span.start < s.span.start and x.span.holds(s.span) for x in pile.by_document[s.document]
    ):
        return False
    if INCORRECT.match(pile.documents[s.document].text, s.span.end):
        return False  # "reports that 40 drowned are false"
    done = act(pile, s)
    return done is None or done == "denied"


def counts(pile: Pile, s: Statement) -> Iterator[Toll]:
    """The dead, by the words for them in English, and all other counts; bare figures by what has the same figure elsewhere."""
    if not stands_by(pile, s):
        return
    yield from typed(pile, s)
    for q in s.quantities if len(s.quantities) <= TABLE else ():
        if usable(pile, s, q) and count(pile, s, q) is None:
            found = inherited(pile, s, q) or joined(pile, s, q)
            if found is not None:
                yield found


TABLE = 40  # figures in one telling from which on it is a table, and none of them leans on what stands elsewhere; own choice


# "Twelve were arrested and not nine": a figure that somebody else has told.
INSTEAD = re.compile(
    r"(?:,|\s(?:and|y|e|et|und|en|а|ve|dan|og|och))\s(?:not|no|não|non|nicht|niet|не|bukan|pas|ikke|inte)\s(?:the\s)?$", re.I
)


NOT = re.compile(r"\b(?:not|no|não|non|nicht|niet|не|bukan|pas|ikke|inte|squares?|tall(?:y|ies)|contradicts?)\b", re.IGNORECASE)


def contested(pile: Pile, s: Statement) -> Iterator[Toll]:
    """Figures of people that a telling says are not the right ones, and the one that it sets in their place."""
    text = pile.documents[s.document].text
    if (
        taken_as(s) not in ("assert", "report")
        or NOT.search(pile.text(s)) is None
        or act(pile, s) is not None
        or pile.furniture_holds(s)
    ):
        return
    row = figured(pile, s)
    for n, f in enumerate(row):
        before = text[max(s.span.start, f.span.start - 60) : f.span.start]
        instead = INSTEAD.search(before)
        became = fate(text, s.span, f.span)
        if not became or f.low < LEAST or not (instead or DOUBTED.search(before)):
            continue
        made = named(pile, s, Toll(s, f.low, f.low, "", frozenset(), f.words, became))
        made = replace(made, names=made.names | head(pile, s.document))
        yield replace(made, contested=True, written=f"not {f.span.of(text)}")
        right = row[n - 1] if instead and n else None
        if right is not None and right.high is not None and not right.measured:
            yield replace(made, low=right.low, high=right.high, written=right.span.of(text))


LEAST = 3  # smaller figures are told of many things; own choice


def typed(pile: Pile, s: Statement) -> tuple[Toll, ...]:
    """The counts of a telling that say themselves what they count."""
    key = ("typed counts", s.id)
    if key not in pile.memory:
        pile.memory[key] = tuple(named(pile, s, t) for t in _typed(pile, s)) if stands_by(pile, s) else ()
    found: tuple[Toll, ...] = pile.memory[key]
    return found


def _typed(pile: Pile, s: Statement) -> Iterator[Toll]:
    flat = act(pile, s) is None or (taken_as(s) == "report" and NONE.search(pile.text(s)) is not None)
    dead = toll(pile, s) if flat else None
    if dead is not None:
        yield dead
    by_toll = pile.documents[s.document].language == "en" and (dead is not None or not flat)
    for q in s.quantities:
        if not usable(pile, s, q) or (found := count(pile, s, q)) is None:
            continue
        hurt_or_dead = stem((q.unit.split() or [""])[-1]) in CASUALTIES
        if found.thing != "killed" or not (by_toll or hurt_or_dead):
            yield found


def named(pile: Pile, s: Statement, t: Toll) -> Toll:
    """With the names of its event that are proper names everywhere in the pile; without one, with those at the head of its page."""
    figures = frozenset(stem(w) for q in s.quantities for w in WORD.findall(q.span.of(pile.documents[s.document].text)))
    own = (names(pile, s) & proper_names(pile)) - figures
    return replace(t, names=own or lead(pile, s.document) & proper_names(pile) or head(pile, s.document))


def head(pile: Pile, document: str) -> frozenset[str]:
    """The proper names at the beginning of a page."""
    key = ("names at the head", document)
    if key not in pile.memory:
        pile.memory[key] = particular(capitals(pile.documents[document].text[:HEAD])) & proper_names(pile)
    found: frozenset[str] = pile.memory[key]
    return found


HEAD = 3000  # code points of a page in which it names its event; as in incidents.py


def usable(pile: Pile, s: Statement, q: Quantity) -> bool:
    """Whether a figure counts a whole of something: no part, share, rate, vague number or aim; and is not itself denied."""
    text = pile.documents[s.document].text
    if q.low == q.high == 0 or not any(c.holds(q.span) for c in s.content or (s.span,)) or VAGUE.match(q.span.of(text)):
        return False
    before, after = text[max(s.span.start, q.span.start - 60) : q.span.start], text[q.span.end : min(s.span.end, q.span.end + 40)]
    whole = text[s.span.start : q.span.start]
    rate = RATE if pile.documents[s.document].language in ("en", None) else PER
    if PART.search(before) or SUBSET.match(after) or rate.match(after) or DOUBTED.search(before) or BEFORE.search(pile.text(s)):
        return False
    if partial(pile, s, q.span):
        return False
    if WHOLE.search(before) or ROOM.search(whole) or AMONG.search(re.split(r"[.;:!?\n]\s", before)[-1]):
        return False
    if MAY_BE.match(after):
        return False
    if PLANNED & meanings(re.split(r"[.,;:!?\n]\s", before)[-1], pile.documents[s.document].language):
        return False  # "had planned 900 arrests"
    return not (OF_ALL.match(pile.text(s)) or (act(pile, s) == "denied" and (NOTHING.search(whole) or WRONG.search(whole))))


# "One in eight of its 20,000 staff": what there is in all.
WHOLE = re.compile(r"\b(?:of|out of|from|among)\s(?:its|the|their|his|her|our|an?|some)\s(?:\w+[\s-]){0,2}?$", re.IGNORECASE)
PLANNED = frozenset({"=plan", "=expect"})
# "Nine weavers could be killed".
MAY_BE = re.compile(rf"(?:\s[\w-]+){{1,3}}?\s{vocabulary.one_of('figures', 'meant')}\s", re.IGNORECASE)
AMONG = said("among")  # in other languages, whose words for it stand before the part
NEVER = re.compile(
    r"\b(?:never|not|no)\b[^.;,]{0,40}\b(?:more|over|greater|higher) than\s$|\bnever\b[^.;,]{0,20}\b(?:exceeded|passed)\s$", re.I
)
SINCE = re.compile(r"\b(?:since|depuis|desde|seit|dal|sinds|с)\s(?:\w+\s)?\d{4}\b", re.IGNORECASE)


def count(pile: Pile, s: Statement, q: Quantity) -> Toll | None:
    """What one figure counts; None where the telling does not say."""
    text, unit = pile.documents[s.document].text, unit_name(q.unit)
    top = float("inf") if q.high is None else q.high
    if NEVER.search(text[max(s.span.start, q.span.start - 60) : q.span.start]):
        made = Toll(s, 0, q.low, "", frozenset(), f"never more than {q.span.of(text)}", never=True)
    else:
        wide = (q.low * (0.9 if q.approximate else 1), top * (1.1 if q.approximate else 1))
        made = Toll(s, *wide, "", frozenset(), bounded(text, q.span))
    own = fate_in(q.unit)
    became = fate_in(q.of or "") or (own if own != ABOARD else "")
    befell, surely = (fate(text, s.span, q.span, of_people=only) for only in (False, True))
    somebody = people(q.unit) or befallen(q.unit, surely, pile.documents[s.document].language or "en")
    if somebody or posts(q.unit) or became or not unit:
        became = became or befell or own
        if (
            not became
            or another_time(pile, s)
            or (became == "laid off" and not posts(q.unit))
            or (posts(q.unit) and became not in BEFALLS | {"laid off"})
        ):
            return None
        if not unit and not q.of and not beside(text, s.span, q.span):
            return None
        whose = who(q.unit) if q.unit and not posts(q.unit) and not own else ""
        return body_count(replace(made, thing=became, whom=whose), q.unit)
    return thing(pile, s, q, made)


CLOSE = 24  # code points beside a bare figure in which the word stands that it counts: "31 were hurt"; own choice
WIDE = 60  # before a figure in which "the number of missing" may stand; own choice


def beside(text: str, within: Span, figure: Span) -> bool:
    """Whether what a bare figure counts stands right beside it, or with "number" or "toll" before it and no figure between."""
    before, after = (
        text[max(within.start, figure.start - WIDE) : figure.start],
        text[figure.end : min(within.end, figure.end + CLOSE)],
    )
    if places(before[-CLOSE:]) or places(STOP.split(after)[0]):
        return True
    clause = re.split(r"\d|[.;:!?\n]\s", before)[-1]
    return bool(places(clause)) and not numbers_of().isdisjoint(w.casefold() for w in WORD.findall(clause))


def thing(pile: Pile, s: Statement, q: Quantity, made: Toll) -> Toll | None:
    """A sum of money, a weight or a number of things, with what is told of them; None where its unit says too little."""
    unit, known = unit_name(q.unit), sense(q.unit)
    if unit in LOOSE or known.lstrip("=") in LOOSE or len(unit) < 3:
        return None
    if not known and unit not in SUMS and unit not in KILOGRAMS and pile.documents[s.document].language != "en":
        return None
    if another_time(pile, s) and not SINCE.search(pile.text(s)):
        return None
    if unit in KILOGRAMS:
        made, known = replace(made, low=made.low * KILOGRAMS[unit], high=made.high * KILOGRAMS[unit]), "kilogram"
    text = pile.documents[s.document].text
    if AMOUNT.search(text, max(s.span.start, q.span.start - 60), q.span.start):
        return None  # "puts the aid at": the aid that was told of
    return replace(made, thing=known or unit, people=False)


def only_given(pile: Pile, s: Statement, q: Quantity) -> bool:
    """Whether a telling gives a figure and not what it counts: "says 142", "puts the aid at 24 million"."""
    text = pile.documents[s.document].text
    at = begun(text, q.span)
    given = GIVEN.search(text[max(0, at - 40) : at]) and ENDS.match(text[q.span.end : s.span.end + 1].split("\n")[0])
    if given or AMOUNT.search(text, max(s.span.start, q.span.start - 60), q.span.start):
        return True
    told = pile.told(s).replace(q.span.of(text), " ")
    return not meanings(told, pile.documents[s.document].language) - AS_SUM


def inherited(pile: Pile, s: Statement, q: Quantity) -> Toll | None:
    """A figure that counts what the last one before it on its page does: "the guild puts it at 22", "the mayor says 142"."""
    if not only_given(pile, s, q):
        return None
    shown = bounded(pile.documents[s.document].text, q.span)
    said = [x for x in pile.by_document[s.document] if x.span.start < s.span.start and not pile.furniture_holds(x)][-TOLD_BEFORE:]
    top = float("inf") if q.high is None else q.high
    for x in reversed(said):
        for t in countings(pile, x):
            if t.low and (not q.unit or unit_of(q) == t.thing or (people(q.unit) and t.people)):
                return replace(t, statement=s, low=q.low, high=top, written=shown, leans=x.id)
    return None


def unit_of(q: Quantity) -> str:
    """The unit of a figure as things are named by it."""
    return "kilogram" if unit_name(q.unit) in KILOGRAMS else sense(q.unit) or unit_name(q.unit)


def joined(pile: Pile, s: Statement, q: Quantity) -> Toll | None:
    """A figure that counts what the same figure counts elsewhere in the pile, of an event with a name in common."""
    if not (people(q.unit) if q.unit else only_given(pile, s, q)):
        return None  # an age, a year, a number on a door
    size = q.low if q.high is None else q.high
    if size < ODD or size % 10 == 0:
        return None
    head = (names(pile, s) | lead(pile, s.document)) & proper_names(pile)
    for t in by_figure(pile).get(size, ()):
        if t.names & head and t.statement.id != s.id:
            return replace(
                t,
                statement=s,
                low=q.low,
                high=size if q.high is not None else float("inf"),
                written=bounded(pile.documents[s.document].text, q.span),
            )
    return None


def by_figure(pile: Pile) -> dict[float, list[Toll]]:
    """The counts of people that say what they count, by their figure."""
    key = ("counts by figure", "")
    if key not in pile.memory:
        out: dict[float, list[Toll]] = {}
        for d in sorted(pile.by_document):
            for t in (t for s in pile.by_document[d] if s.quantities for t in typed(pile, s)):
                if t.people and t.low == t.high:
                    out.setdefault(t.low, []).append(t)
        pile.memory[key] = out
    found: dict[float, list[Toll]] = pile.memory[key]
    return found
