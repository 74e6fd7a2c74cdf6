"""How many a telling gives as dead in all, whom it counts, and the names by which the event is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.assess.fates import ANYBODY, BREAK, STOP, fate, places
from sayso.assess.figured import VAGUE
from sayso.assess.figures import begun, bounded, counted, outcome
from sayso.assess.moments import moments
from sayso.assess.pile import Pile, sentence
from sayso.assess.wording import capitals, particular, proper, stem
from sayso.lexicon import vocabulary
from sayso.lexicon.vocabulary import one_of
from sayso.model import Span, Statement

NONE = re.compile(
    r"\b(?:no[- ]one|nobody|no (?:people|person)|(?:no|not a single) (?P<who>\w+))\s"
    r"(?:(?:has |had )?died|(?:was|were|had been|has been|have been|got)\s"
    rf"{one_of('people', 'harmed')})\b|\b(?:no|zero|without any) {one_of('people', 'victims')}\b"
    rf"|\bonly (?:(?!{one_of('people', 'not everybody')}\b)[^\W\d_]+ ){{1,3}}?"
    r"(?:was|were|had been|has been|have been) (?:hit|struck|damaged|destroyed)\b"
    rf"|\b{one_of('happenings', 'strike', 'blow')}\b[^.;]{{0,40}}\bno (?:significant |serious |major )?damage\b"
    r"|\bno (?:significant |serious |major )?damage (?:from|by|in) (?:the )?(?:\w+ )?"
    rf"\w*{one_of('happenings', 'strike')}\b",
    re.IGNORECASE,
)
# A part, a further count, an aim or a condition: none of them is the toll.
PART = re.compile(
    r"\b(?:including|among (?:them|the dead|those)|of (?:them|whom|these|those)|another|a further|additional|other"
    r"|more(?! than)|each|every)"
    r"\b[^.;]{0,30}$"
    rf"|\b{one_of('happenings', 'kills')} (?:that|which|who) (?:had )?(?:killed|left) (?:\w+ )?$"
    r"|\b(?:days?|weeks?|months?|years?) (?:after|before|following) [^.;]*$"
    r"|\bmost (?:of the )?(?:\w+ ){0,2}\(?$"
    rf"|\b(?:kill|(?:of|at|about|without|before) killing|to have killed|{one_of('figures', 'meant')})\b[^.;]{{0,25}}$",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"\b(?:{one_of('figures', 'earlier')}|we (?:had )?(?:said|gave|spoke of)"
    r"|first (?:said|announced|reported|gave|put))\b",
    re.IGNORECASE,
)
# "We have found no support for reports of 30 dead": a figure that somebody else has told.
DOUBTED = re.compile(
    rf"\b(?:no {one_of('moods', 'ground')} (?:for|of|that)|squares? with|tall(?:y|ies) with|contradicts?)"
    rf"\s(?:(?:any|the|these|those|of|that|{one_of('tellings', 'told figure')})\s){{0,4}}$",
    re.IGNORECASE,
)
# "Licensed for 160": how many there may be.
ROOM = re.compile(
    rf"\b{one_of('figures', 'for so many')}\s(?:\w+\s){{0,3}}?(?:for|of|to)\s(?P<next>(?:\w+\s){{0,2}}$)?", re.IGNORECASE
)
OF_ALL = re.compile(r"^\W*of (?:the|its|those|these|\d)\b", re.IGNORECASE)  # "Of the 28 missing, three have been found dead"
OF_THEM = re.compile(r"^\s?(?:\w+\s){0,2}(?:of (?:them|whom|the dead|the victims)|among them)\b", re.IGNORECASE)
# "Six of the dead", "sei dei morti": before a word for those to whom it happened the figure is a part of them.
OF_THE = re.compile(rf"\s{one_of('figures', 'of those')}\s(?P<who>[\w’'-]+)", re.IGNORECASE)
FIGHTERS = vocabulary.words("people", "fighter")
FORCES, DEAD = vocabulary.words("people", "soldier"), vocabulary.words("people", "the dead")
CASUALTIES = vocabulary.words("people", "dead or injured")
APART_DAYS = 30  # pages further apart tell of other events or of later counts, unless they share a claim; own choice


@dataclass(frozen=True, slots=True)
class Toll:
    """How many one telling gives in all, of what, whom it counts, and the names by which the event is known."""

    statement: Statement
    low: float
    high: float
    whom: str  # "" for people at large, else the class that is counted
    names: frozenset[str]
    written: str
    thing: str = "killed"  # what became of the people, or the unit of what is counted
    people: bool = True  # people are counted; else a sum, a weight or things
    leans: str = ""  # the telling that says what is counted, where this one only gives a figure
    never: bool = False  # at no time more
    contested: bool = False  # the telling says that it is not this figure


def lead(pile: Pile, document: str) -> frozenset[str]:
    """The names at the head of a page: in the title and the first two tellings."""
    said = [s for s in pile.by_document[document] if not pile.furniture_holds(s) and not pile.headline(s)][:2]
    title = pile.documents[document].title or ""
    return particular(frozenset().union(capitals(title), *(capitals(pile.text(s)) for s in said)))


IN = re.compile(r"\s(?:in|at|near|from)\s")  # "her source in Tarn" is no other party for the sake of Tarn


def names(pile: Pile, s: Statement) -> frozenset[str]:
    """The names of the event a telling speaks of: its own, without its sources; else those at the head of the page."""
    sources = frozenset(w for k in s.chain if proper(k.name or "") for form in pile.forms(k) for w in capitals(IN.split(form)[0]))
    start = capitals(pile.text(s)[:1] + " ".join(pile.text(s).split()[:1])[1:])
    own = particular(capitals(pile.told(s))) - sources - (start - lead(pile, s.document))
    tails = frozenset(w for k in s.chain[1:] for form in pile.forms(k) for w in capitals(form))
    return own if own - tails else own | (lead(pile, s.document) - sources)  # where a source sits is not where it happened


def partial(pile: Pile, s: Statement, figure: Span) -> bool:
    """Whether a figure counts some of the dead, or goes on with others that do: "52 of the dead were in Osk, 17 in Tarn"."""
    text = pile.documents[s.document].text
    near = (q.span for q in s.quantities if figure.start - LISTED <= q.span.start <= figure.start)
    for span in sorted(near, key=lambda x: -x.start):
        after = text[span.end : min(s.span.end, span.end + LISTED)]
        if STOP.search(text[span.end : figure.start]) is not None:
            return False
        if (m := OF_THE.match(after)) is not None and places(m["who"]):
            return True
        if own_fate(after):
            return False
    return False


def own_fate(after: str) -> bool:
    """Whether a figure says itself what became of those whom it counts."""
    return bool(places(BREAK.split(STOP.split(after)[0])[0]))


LISTED = 120  # code points in which the parts of a total stand; own choice


def whom(unit: str) -> str:
    """Whom a unit counts: "" for people at large and civilians, one word for all fighters, one for all soldiers, else its own."""
    if unit in ANYBODY | DEAD | {"civilian"}:
        return ""
    return next((sorted(group)[0] for group in (FIGHTERS, FORCES) if unit in group), unit)


def body_count(t: Toll, unit: str) -> Toll:
    """Bodies that somebody saw, received or counted are some of the dead: no fewer died."""
    return replace(t, high=float("inf")) if stem(unit) == "body" else t


def toll(pile: Pile, s: Statement) -> Toll | None:
    """The dead a telling gives in all; None where it gives none, or only a part."""
    text = pile.documents[s.document].text
    none = NONE.search(pile.text(s))
    if none is not None:
        unit = stem(none["who"] or "person")
        if unit not in ANYBODY | FIGHTERS:
            return None  # no children, no guards: a part of all
        return Toll(s, 0, 0, whom(unit), names(pile, s), none.group())
    if BEFORE.search(pile.text(s)) or OF_ALL.match(pile.text(s)) or another_time(pile, s):
        return None
    best: Toll | None = None
    for c in counted(pile, s):
        unit = stem((c.quantity.unit.split() or [""])[-1])
        span = c.quantity.span
        became = c.quantity.of or (outcome(text, s, span) or fate(text, s.span, span))
        killed = unit in DEAD or became in ("dead", "killed", "died") or (not became and WHO_DIED.match(text, span.end) is not None)
        before, after = text[max(s.span.start, span.start - 60) : span.start], text[span.end : min(s.span.end, span.end + 40)]
        known = unit in ANYBODY | FIGHTERS | FORCES | DEAD | {"civilian"}
        if (
            not killed
            or unit in CASUALTIES
            or PART.search(before)
            or DOUBTED.search(before)
            or OF_THEM.search(after)
            or not known
            or partial(pile, s, span)
        ):
            continue
        low, high = c.ends
        low = low or min(1.0, high)  # "up to 40 were killed" says that some were
        found = body_count(Toll(s, low, high, whom(unit), names(pile, s), bounded(text, span)), unit)
        if best is None or found.low > best.low:
            best = found
    return best or (bare(pile, s) if s.quantities else None)


# "13 soldiers it says were killed": who the counted are, directly after them.
WHO_DIED = re.compile(
    r"\s(?:\w+\s){0,2}?(?:who|that|it|he|she|they|which)\s(?:\w+\s){0,3}?(?:was|were|had been|have been)\s(?:\w+\s)?"
    r"(?:killed|dead|slain)\b|\s(?:who|that)\s(?:had |have )?(?:died|perished)\b"
)
# "The rebels have claimed 22", "stood by the figure of 22", "puts the toll at 14", "we said at least 11".
GIVEN = re.compile(
    rf"\b(?:{one_of('figures', 'gives')}|{one_of('figures', 'toll')} (?:was |is )?(?:at|stands? at|stood at))\s"
    rf"(?:(?:{vocabulary.bounding()}|only|just)\s)?$",
    re.IGNORECASE,
)
# "The number of deaths stands at 14"
NUMBER = re.compile(
    r"\b(?:number|toll|count) of (?:the )?(?:(?P<who>[\w-]+) )?(?:deaths?|dead|killed|fatalities)\b[^.;,\d]{0,60}"
    r"\b(?:at|to|was|is|reached)\s$",
    re.IGNORECASE,
)
ENDS = re.compile(r"\W*(?:$|\bbut\b|\band\b|\bwhile\b|on \w+day\b)", re.IGNORECASE)


def bare(pile: Pile, s: Statement) -> Toll | None:
    """The toll of a telling that gives a figure and not what it counts, next to one that does: "four died; the rebels claim 22".

    The last figures before it are what it goes on about: behind "46 passengers were on board" it counts none of the dead.
    """
    text = pile.documents[s.document].text
    for q in s.quantities:
        shown = bounded(text, q.span)
        at, top = begun(text, q.span), float("inf") if q.high is None else q.high
        if q.unit and not (q.unit == "person" and q.span.of(text)[-1:].isalnum() and len(q.span.of(text).split()) == 1):
            continue  # a noun of its own
        if (hit := NUMBER.search(text[max(s.span.start, at - 100) : at])) is not None:
            unit = stem(hit["who"] or "")
            return Toll(s, q.low, top, whom(unit) if unit in FIGHTERS | FORCES else "", names(pile, s), shown)
        if not (GIVEN.search(text[max(0, at - 40) : at]) and ENDS.match(text[q.span.end : s.span.end + 1].split("\n")[0])):
            continue
        before = [x for x in pile.by_document[s.document] if x.span.start < s.span.start and not pile.furniture_holds(x)][
            -TOLD_BEFORE:
        ]
        last = next((x for x in reversed(before) if x.quantities and not NONE.search(pile.text(x))), None)
        if last is not None and (t := toll(pile, last)) is not None:
            return Toll(s, q.low, top, t.whom, t.names, shown)
    return None


TOLD_BEFORE = 4  # tellings before a bare figure in which what it counts may stand; own choice


AGO = re.compile(
    r"\b(?:months?|years?|decades?) (?:ago|earlier|before)\b|\b(?:in|by) (?:stark |sharp )?contrast\b|\bthat year\b"
    r"|\b(?:in|over|during|for) the (?:past|last|previous) (?:\w+ )?(?:years?|months|decades?)\b"
    rf"|\blast {one_of('times', 'season')}\b"
    rf"|\bsince (?:(?:the|its|their|an?) [^,.;]{{0,40}})?(?:\d{{4}}|{one_of('times', 'ever since')})\b",
    re.IGNORECASE,
)


THAT = re.compile(r"\b(?:in|during|by) that (?:\w+ )?\w+\b", re.IGNORECASE)


def another_time(pile: Pile, s: Statement) -> bool:
    """Whether a sentence puts its dead into another year or month than its page's, "years ago", adds up years, or compares."""
    published = pile.documents[s.document].published
    text = sentence(pile, s)
    if THAT.search(text):
        said = [x for x in pile.by_document[s.document] if x.span.end <= s.span.start and not pile.headline(x)]
        text = (sentence(pile, said[-1]) if said else "") + " " + text  # "in that accident": which, the sentence before says
    if published is None or not published.start:
        return AGO.search(text) is not None
    when = moments(text)
    years, months = when.get("year", {}), when.get("month", {})
    other = bool(years) and published.start[:4] not in years
    day = re.match(r"\d{4}-(\d\d)", published.start)  # a book from elsewhere may have anything there
    if day and months and "day" not in when:
        page = int(day[1])
        other |= not set(months) & {str(page), str((page - 2) % 12 + 1)}
    return other or AGO.search(text) is not None


__all__ = ["VAGUE", "Toll"]
