"""Remarks on the dead of one event: tolls that cannot stand together, wherever in the pile they are told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.assess.denials import act
from sayso.assess.figures import ANYBODY, bounded, counted
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.speakers import sentence
from sayso.assess.moments import moments
from sayso.assess.pile import Pile, innermost
from sayso.assess.wording import capitals, particular, proper, stem
from sayso.model import ChainLink, Finding, Statement

NONE = re.compile(
    r"\b(?:no[- ]one|nobody|no (?:people|person)|(?:no|not a single) (?P<who>\w+))\s(?:was|were|had been|has been|have been|got)\s"
    r"(?:killed|harmed|hurt|injured)\b|\b(?:no|zero|without any) (?:casualties|deaths|fatalities|victims)\b"
    r"|\bonly (?:(?!(?:people|civilians?|fighters?|soldiers?|men|women|children|one|two|three)\b)[^\W\d_]+ ){1,3}?"
    r"(?:was|were|had been|has been|have been) (?:hit|struck|damaged|destroyed)\b"
    r"|\b(?:strikes?|attacks?|raids?|bombs?|bombing|shelling|payload|blast)\b[^.;]{0,40}"
    r"\bno (?:significant |serious |major )?damage\b"
    r"|\bno (?:significant |serious |major )?damage (?:from|by|in) (?:the )?(?:\w+ )?"
    r"(?:\w*strikes?|attacks?|raids?|bombs?|shelling)\b",
    re.IGNORECASE,
)
# A part, a further count, an aim or a condition: none of them is the toll.
PART = re.compile(
    r"\b(?:including|among (?:them|the dead|those)|of (?:them|whom|these|those)|another|a further|additional|other|more|each|every)"
    r"\b[^.;]{0,30}$"
    r"|\b(?:attacks?|attackers|bombings?|blasts?|shootings?|crash|raids?|strikes?|floods?|fire) (?:that|which"
    r"|who) (?:had )?(?:killed|left) "
    r"(?:\w+ )?$"
    r"|\bmost (?:of the )?(?:\w+ ){0,2}\(?$"
    r"|\b(?:kill|(?:of|at|about|without|before) killing|to have killed|could|would|might|if|intended|planned|aimed"
    r"|meant)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|at first|until now|we (?:had )?(?:said|gave|spoke of))\b", re.IGNORECASE
)
OF_ALL = re.compile(r"^\W*of (?:the|its|those|these|\d)\b", re.IGNORECASE)  # "Of the 28 missing, three have been found dead"
OF_THEM = re.compile(r"^\s?(?:\w+\s){0,2}(?:of (?:them|whom|the dead|the victims)|among them)\b", re.IGNORECASE)
FIGHTERS = frozenset("militant terrorist fighter jihadist insurgent rebel gunman extremist".split())
FORCES = frozenset("soldier troop serviceman servicemen personnel".split())
DEAD = frozenset("death fatality dead toll body".split())
APART_DAYS = 30  # pages further apart tell of other events or of later counts, unless they share a claim; own choice
MOST = 12  # tolls that one remark shows; own choice


@dataclass(frozen=True, slots=True)
class Toll:
    """How many one telling gives as dead in all, whom it counts, and the names by which the event is known."""

    statement: Statement
    low: float
    high: float
    whom: str  # "" for people at large, else the class that is counted
    names: frozenset[str]
    written: str


def mastheads(pile: Pile) -> frozenset[str]:
    """The words of the names of the pile's outlets, which name no event."""
    return frozenset().union(*(capitals(d.outlet or "") for d in pile.documents.values()))


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


def whom(unit: str) -> str:
    """Whom a unit counts: "" for people at large and civilians, one word for all fighters, one for all soldiers, else its own."""
    if unit in ANYBODY | DEAD | {"civilian"}:
        return ""
    return next((sorted(group)[0] for group in (FIGHTERS, FORCES) if unit in group), unit)


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
        killed = c.key == "people killed" or unit in DEAD or (c.quantity.of or "") in ("dead", "killed", "died")
        killed = killed or (c.key == "people" and WHO_DIED.match(text, span.end) is not None)
        before, after = text[max(s.span.start, span.start - 60) : span.start], text[span.end : min(s.span.end, span.end + 40)]
        known = unit in ANYBODY | FIGHTERS | FORCES | DEAD | {"civilian"}
        if not killed or PART.search(before) or OF_THEM.search(after) or not known:
            continue
        low, high = c.ends
        low = low or min(1.0, high)  # "up to 40 were killed" says that some were
        found = Toll(s, low, high, whom(unit), names(pile, s), bounded(text, span))
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
    r"\b(?:claim(?:s|ed)?|sa(?:y|ys|id)|gave|gives?|figures? of|tolls? of|number (?:of|at)"
    r"|(?:toll|number|figure|count|it) (?:was |is )?(?:at|stands? at|stood at))\s(?:(?:at least|at most|up to|some|about|around"
    r"|only|just|more than|over|nearly|almost)\s)?$",
    re.IGNORECASE,
)
# "The number of deaths stands at 14"
NUMBER = re.compile(
    r"\b(?:number|toll|count) of (?:the |people |those )?(?:deaths?|dead|killed|fatalities)\b[^.;,\d]{0,60}"
    r"\b(?:at|to|was|is|reached)\s$",
    re.IGNORECASE,
)
ENDS = re.compile(r"\W*(?:$|\bbut\b|\band\b|\bwhile\b|on \w+day\b)", re.IGNORECASE)


def bare(pile: Pile, s: Statement) -> Toll | None:
    """The toll of a telling that gives a figure and not what it counts, next to one that does: "four died; the rebels claim 22"."""
    text = pile.documents[s.document].text
    for q in s.quantities:
        shown = bounded(text, q.span)
        at, top = q.span.end - len(shown), float("inf") if q.high is None else q.high
        if q.unit:
            continue
        if NUMBER.search(text[max(s.span.start, at - 100) : at]):
            return Toll(s, q.low, top, "", names(pile, s), shown)
        if not (GIVEN.search(text[max(0, at - 40) : at]) and ENDS.match(text[q.span.end : s.span.end + 1].split("\n")[0])):
            continue
        before = [x for x in pile.by_document[s.document] if x.span.start < s.span.start and not pile.furniture_holds(x)][
            -TOLD_BEFORE:
        ]
        tolls = [t for x in reversed(before) if x.quantities and not NONE.search(pile.text(x)) and (t := toll(pile, x)) is not None]
        if tolls:
            return Toll(s, q.low, top, tolls[0].whom, tolls[0].names, shown)
    return None


TOLD_BEFORE = 4  # tellings before a bare figure in which what it counts may stand; own choice


AGO = re.compile(
    r"\b(?:months?|years?|decades?) (?:ago|earlier|before)\b|\b(?:in|by) (?:stark |sharp )?contrast\b|\bthat year\b"
    r"|\blast (?:year|month|spring|summer|autumn|winter)\b"
    r"|\bsince (?:(?:the|its|their|an?) [^,.;]{0,40})?(?:\d{4}|beg[au]n|start(?:ed)?|insurgency|war|outbreak|uprising)\b",
    re.IGNORECASE,
)


THAT = re.compile(r"\b(?:in|during|by) that (?:\w+ )?\w+\b", re.IGNORECASE)


def another_time(pile: Pile, s: Statement) -> bool:
    """Whether a sentence puts its dead into another year than its page's, "years ago", adds up years, or sets it against others."""
    published = pile.documents[s.document].published
    text = sentence(pile, s)
    if THAT.search(text):
        said = [x for x in pile.by_document[s.document] if x.span.end <= s.span.start and not pile.headline(x)]
        text = (sentence(pile, said[-1]) if said else "") + " " + text  # "in that accident": which, the sentence before says
    years = moments(text).get("year", {})
    other = bool(years) and published is not None and published.start is not None and published.start[:4] not in years
    return other or AGO.search(text) is not None


def tolls_conflict(pile: Pile, taken: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Sources give tolls for one event that cannot both hold.

    What: tellings by different sources, on one page or several, speak of the dead of an event with the same name of a place or
    thing in all of them, and no number fits each two of them; a telling that nobody died, that only things were hit or that a
    strike did no damage counts as a toll of none. Of several figures in one telling the largest is its toll. Told once for each
    event, as the range with its tellers.

    Why it matters: such figures stand in different claims, and each page alone looks settled.

    Not when: the page itself denies or takes back the figure (``taken``), the later page has the larger figure (a later count), the
    larger is at most a fifth above the other (a count that goes on), the two come from one source or one text, one figure is a
    part ("including", "most of"), fighters are fewer than the people of the other count, or the pages lie more than a month apart.

    Example (fiction): "40 people died at Tarn Quay, the guild said." Another page: "Nobody was hurt at Tarn Quay, the mayor said."
    """
    by_name: dict[str, list[Toll]] = defaultdict(list)
    every = [
        t
        for d in sorted(pile.by_document)
        for s in pile.by_document[d]
        if s.id not in taken and (t := asserted(pile, s)) is not None
    ]
    houses = mastheads(pile)
    for t in every:
        for name in sorted(t.names - houses or t.names):
            by_name[name].append(t)
    done: set[str] = set()
    shown: list[frozenset[tuple[float, float]]] = []  # one event has several names
    for name in sorted(by_name, key=lambda n: (-len(by_name[n]), n)):
        row = [t for t in by_name[name] if t.statement.id not in done]
        row = sorted(row, key=lambda t: (undated(pile, t), t.statement.document, t.statement.span))[:SHOWN]
        for group in parties(pile, [(a, b) for n, a in enumerate(row) for b in row[n + 1 :] if clash(pile, a, b)]):
            done |= {t.statement.id for t in group}
            told = frozenset((t.low, t.high) for t in group)
            if not any(told <= x for x in shown):
                shown.append(told)
                yield finding(pile, group, name)


def parties(pile: Pile, pairs: Sequence[tuple[Toll, Toll]]) -> Iterator[list[Toll]]:
    """Groups of tolls each of which cannot hold beside another, the pairs nearest to each other first; by the figure then.

    What one party says first and later is in no group of one: "four", "nine" of the army and "22" of its foes are two remarks.
    """
    left = sorted(pairs, key=lambda p: closeness(pile, *p))
    while left:
        out: list[Toll] = []
        for pair in left:
            new = [t for t in pair if t not in out]
            if not any(heard(pile, t, x) and known([t]) != known([x]) for t in new for x in out):
                out += [t for t in new if not any(one_teller(pile, t, x) and beside(t, x) for x in out)][: MOST - len(out)]
        yield sorted(out, key=size)
        left = [p for p in left if not known(p) <= known(out) and not all(any(heard(pile, t, x) for x in out) for t in p)]


def known(tolls: Sequence[Toll]) -> set[tuple[float, float]]:
    """The figures of some tolls."""
    return {(t.low, t.high) for t in tolls}


def beside(a: Toll, b: Toll) -> bool:
    """Whether two tolls stand on one page."""
    return a.statement.document == b.statement.document


def heard(pile: Pile, t: Toll, x: Toll) -> bool:
    """Whether two tolls are had from one party."""
    one, two = parties_of(t.statement), parties_of(x.statement)
    return bool(one and two) and pile.same_party(one[0], two[0])


def again(pile: Pile, t: Toll, out: Sequence[Toll], against: frozenset[frozenset[str]]) -> bool:
    """Whether a toll is one of the group told again: the same figure by the same party, against some other of it."""
    told = any((t.low, t.high) == (x.low, x.high) and (heard(pile, t, x) or pile.headline(t.statement)) for x in out)
    return told and any(frozenset((t.statement.id, x.statement.id)) in against for x in out)


def one_teller(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether two tellings have one figure by one named source, or by the page itself."""
    if (a.low, a.high) != (b.low, b.high):
        return False
    x, y = innermost(a.statement), innermost(b.statement)
    if x is None or y is None or not x.name or not y.name:
        return teller(pile, a.statement) == teller(pile, b.statement)
    return pile.same_party(x, y)


def size(t: Toll) -> tuple[float, float, str]:
    """Tolls by what they allow: "up to 170" stands by its 170, "over 40" by its 40."""
    return t.low if t.high == float("inf") else t.high, t.low, t.statement.id


def closeness(pile: Pile, a: Toll, b: Toll) -> tuple[bool, bool, int, bool, int, str, str]:
    """Which pair of tolls to show first: side by side on one page, people before mere damage, both dated, near in time."""
    x, y = a.statement.document, b.statement.document
    damage = "damage" in a.written + b.written
    heads = pile.headline(a.statement) + pile.headline(b.statement)
    return x != y, damage, heads, undated(pile, a) or undated(pile, b), days_apart(pile, x, y), a.statement.id, b.statement.id


SHOWN = 60  # tolls under one name that are compared with each other


def finding(pile: Pile, group: Sequence[Toll], name: str) -> Finding:
    """The remark on the tolls of one event, lowest first."""
    rows: list[list[Toll]] = []
    for t in group:
        row = next((r for r in rows if one_teller(pile, r[0], t)), None)
        rows.append([t]) if row is None else row.append(t)
    pages = [", ".join(dict.fromkeys(pile.page(t.statement.document) for t in r)) for r in rows]
    said = "; ".join(f"{teller(pile, r[0].statement)} ({p}) “{r[0].written}”" for r, p in zip(rows, pages, strict=True))
    first, last = group[0], group[-1]
    shared = sorted(frozenset.intersection(*(t.names for t in group)) - {name})[:2]
    return remark(
        "figures_conflict",
        of(pile, *(t.statement for t in group)),
        f"As the dead of one event ({', '.join([name, *shared])}): {said}.",
        claim=pile.claim_of.get(first.statement.id),
        change=(pile.told(first.statement), pile.told(last.statement)),
        limits="Overturned if one figure is a later count, a part of another, or of another event.",
    )


def teller(pile: Pile, s: Statement) -> str:
    """The one who gives a figure, or the outlet."""
    link = innermost(s)
    return (link.name if link is not None and link.name else None) or pile.outlet(s.document)


def undated(pile: Pile, t: Toll) -> bool:
    """Whether the page of a toll has no date."""
    return pile.documents[t.statement.document].published is None


def asserted(pile: Pile, s: Statement) -> Toll | None:
    """The toll of a telling that stands by it."""
    if s.stance not in ("assert", "report") or pile.furniture_holds(s) or (not s.quantities and not NONE.search(pile.text(s))):
        return None
    if s.quantities and any(
        x.id != s.id and x.span.start < s.span.start and x.span.holds(s.span) for x in pile.by_document[s.document]
    ):
        return None  # the tail of another telling, which has the figure too
    none = NONE.search(pile.text(s)) is not None
    return toll(pile, s) if none or act(pile, s) is None else None


# Counts of one day that lie closer are stages of one count: 77, 80 and 84 dead were told of one attack within ten hours.
GROWTH = 1.2


def clash(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether no number fits both tolls, and nothing explains that."""
    if not (a.high < b.low or b.high < a.low):
        return False
    more, less = (a, b) if a.low > b.low else (b, a)
    if more.low <= GROWTH * less.high:
        return False
    if less.whom and less.whom != more.whom:
        return False  # fighters are a part of all the dead
    if elsewhere(pile, a.statement, b.statement):
        return False
    da, db = more.statement.document, less.statement.document
    if da != db and undated(pile, more) != undated(pile, less):
        return False  # a page without a date may be the later count
    if pile.later(da, db) or (da != db and pile.relation(more.statement, less.statement) is not None):
        return False
    one, two = (parties_of(s) for s in (more.statement, less.statement))
    if any(pile.same_party(k, j) for k in one for j in two) or (not one and not two and da == db):
        return False
    return days_apart(pile, da, db) <= APART_DAYS or pile.claim_of.get(more.statement.id) == pile.claim_of.get(less.statement.id)


def parties_of(s: Statement) -> list[ChainLink]:
    """Who gives a figure; with a house that has it from nobody by name, the house."""
    named = [k for k in s.chain[1:] if k.name]
    return named[-1:]


PLACED = re.compile(r"\b(?:in|at|near|outside) (?:the |an? )?((?:[\w’'-]+ ){0,2}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def elsewhere(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of one page name two places, or two years or months, for what happened: two events."""
    if a.document != b.document:
        return False
    one, two = (particular(capitals(" ".join(PLACED.findall(pile.told(s))))) for s in (a, b))
    x, y = (moments(sentence(pile, s)) for s in (a, b))
    apart = any(set(x.get(k, {})) and set(y.get(k, {})) and not set(x[k]) & set(y[k]) for k in ("year", "month"))
    return apart or bool(one and two and not one & two)


def days_apart(pile: Pile, a: str, b: str) -> int:
    """Days between two pages; 0 where one has no date."""
    days = [str(p.start)[:10] for d in (a, b) if (p := pile.documents[d].published) is not None and p.start]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if len(days) == 2 else 0
