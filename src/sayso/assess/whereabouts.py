"""When and where an event was, and who had a part in it, as its tellings say: the cells of the coder's sheet that place it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.assess.casualties import Casualty, families
from sayso.assess.incidents import IN, days_of, last_day, length
from sayso.assess.pile import Pile
from sayso.assess.wording import WORD, same_name, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.roles import kind_of
from sayso.model import Place, Span
from sayso.sheet import Cell, Passage

# Scales of UCDP GED (where_prec, date_prec) and ACLED (geo_precision, time_precision); what a gazetteer cannot tell apart is left
# out: UCDP's 2 (near a place), 3 (a district) and 7 (international waters), ACLED's 2 (part of a region).
WHERE_PREC = {"city": 1, "point": 1, "province": 4, "region": 5, "country": 6}
GEO_PREC = {"city": 1, "point": 1, "province": 3, "region": 3}
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
TIME_PREC = ((1, 1), (7, 2), (31, 3))
NARROW = ("point", "city", "province", "region", "country")
SPELLED = {"city": "the coordinates of a city", "point": "the coordinates of one spot", "province": "the middle of a province"}
SPELLED |= {"region": "the middle of a region without borders", "country": "the middle of a country"}
MOST = 6  # words for what happened, and other places, that one cell holds
RUN = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:of|the|for|al|ul|and)\s){0,2}[A-Z][\w'’-]*){0,5}(?:\s[a-z]{4,14}s\b)?")
PARTIES = frozenset({"government", "armed_group", "organization", "group"})
FORCES = vocabulary.words("people", "force")

COUNT_WORDS = frozenset(vocabulary.numerals(1, 90)) | frozenset(
    "hundred hundreds thousand thousands dozens scores several some many few".split()
)


def seen(pile: Pile, c: Casualty, span: Span | None = None) -> Passage:
    """A passage of a telling: the figure's own words where no other are given."""
    at = span or c.span
    return Passage(c.statement.document, at, pile.words(c.statement.document, at), c.statement.id)


def told_at(pile: Pile, told: Sequence[Casualty]) -> dict[str, Cell]:
    """The cells of time."""
    intervals: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    loose: list[Passage] = []
    for c in told:
        days = days_of(pile, c)
        spoken = [seen(pile, c, t.span) for t in c.when]
        if days is None:
            loose += spoken
        else:
            intervals[days] += [
                seen(pile, c, t.span) for t in c.when if t.start and t.end and (t.start[:10], last_day(t.end)) == days
            ]
    if not intervals:
        return _untold(pile, told, loose)
    first, last = max(d[0] for d in intervals), min(d[1] for d in intervals)
    evidence = tuple(sorted({p for row in intervals.values() for p in row}))
    if first <= last:
        why = "all days told go together" if len(intervals) > 1 else "as told"
    else:
        first, last = min(d[0] for d in intervals), max(d[1] for d in intervals)
        why = "the pages give different days; the interval holds them all"
    many = length((first, last))
    words = tuple(
        f"{_days(d)}: {', '.join(sorted({f'“{p.words}” ({pile.page(p.document)})' for p in row}))}"
        for d, row in sorted(intervals.items())
    )
    return {
        "event_date": Cell(first if many == 1 else None, why, evidence),
        "time_precision": Cell(_step(TIME_PREC, many), why, evidence),
        "date_start": Cell(first, why, evidence),
        "date_end": Cell(last, why, evidence),
        "date_prec": Cell(_step(DATE_PREC, many), why, evidence),
        "date_words": Cell(words, why, evidence),
    }


def _untold(pile: Pile, told: Sequence[Casualty], loose: Sequence[Passage]) -> dict[str, Cell]:
    """No telling gives a day that can be settled: it was not after the first page that tells it."""
    pages = sorted(
        (last_day(p.end), c.statement.document) for c in told if (p := pile.documents[c.statement.document].published) and p.end
    )
    spoken = tuple(f"“{p.words}” ({pile.page(p.document)})" for p in sorted(set(loose)))
    if not pages:
        return {"date_words": Cell(spoken or ("not told, and no page has a date",), "", tuple(sorted(set(loose))))}
    day, document = pages[0]
    span = getattr(pile.documents[document].published, "span", None)
    shown = (Passage(document, span, pile.words(document, span)),) if span else ()
    why = "no telling gives a day; this is the day of the first page that tells it"
    words = (*spoken, f"not after {day}")
    return {"date_end": Cell(day, why, shown), "date_words": Cell(words, why, (*sorted(set(loose)), *shown))}


def _days(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _step(scale: Sequence[tuple[int, int]], days: int) -> int | None:
    """The step of a scale that so many days fall under."""
    return next((step for most, step in scale if days <= most), None)


def placed(pile: Pile, told: Sequence[Casualty]) -> dict[str, Cell]:
    """The cells of place: the one that most pages name, the narrower of two."""
    named: dict[str, list[tuple[Place, Passage]]] = defaultdict(list)
    for c in told:
        for p in c.where:
            if no_place(pile, p.name):
                continue
            named[p.gazetteer or p.name].append((p, seen(pile, c, p.span)))
    if not named:
        return _by_name(pile, told)

    def rank(key: str) -> tuple[bool, int, int, str]:
        wide = NARROW.index(named[key][0][0].precision or "country")
        return wide > 2, -len({p.document for _, p in named[key]}), wide, key

    order = sorted(named, key=rank)
    place, evidence = named[order[0]][0][0], tuple(sorted({p for _, p in named[order[0]]}))
    others = tuple(f"also “{named[k][0][0].name}”" for k in order[1:MOST])
    why = f"named by {len({p.document for p in evidence})} of {len({c.statement.document for c in told})} pages"
    return _place_cells(place, why, evidence, others)


def _place_cells(place: Place, why: str, evidence: tuple[Passage, ...], others: tuple[str, ...]) -> dict[str, Cell]:
    exact = place.precision or ""
    known = place.lat is not None
    spelled = SPELLED.get(exact, "named, and which place of that name is meant the page leaves open") if known else "no coordinates"
    values = {
        "location": place.name,
        "where_coordinates": place.name if known else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geonames": place.gazetteer.removeprefix("geonames:") if place.gazetteer else None,
        "where_prec": WHERE_PREC.get(exact),
        "geo_precision": GEO_PREC.get(exact),
        "place_words": (spelled, *others),
    }
    return {name: Cell(value, why, evidence) for name, value in values.items()}


def _by_name(pile: Pile, told: Sequence[Casualty]) -> dict[str, Cell]:
    """The name of the event that stands after "in" or "at" somewhere in the pile; with coordinates where a page settles them."""
    count = Counter(n for _, n in {(c.statement.document, n) for c in told for n in c.names})
    where = _after_prepositions(pile)
    name = next(
        (n for n, _ in sorted(count.items(), key=lambda x: (-x[1], x[0])) if n in where and not no_place(pile, where[n].words)),
        None,
    )
    if name is None:
        return {"place_words": Cell(("not told with the figures",))}
    passage = where[name]
    known = sorted(
        (p for s in pile.statements.values() for p in s.places if stem(p.name) == name and p.lat is not None),
        key=lambda p: p.gazetteer or "",
    )
    place = known[0] if known else Place(passage.words, passage.span)
    return _place_cells(place, "the event goes by this name", (passage,), ())


def no_place(pile: Pile, name: str) -> bool:
    """Whether a name is a party's, an official's, or a part of the name of a person whom a page of the pile has as its source."""
    if kind_of(name, None) in PARTIES | {"official"}:
        return True
    key = ("names of persons", "")
    if key not in pile.memory:
        links = [k for s in pile.statements.values() for k in s.chain if k.name and k.kind in ("person", "official")]
        runs = [NAME.findall(form) for k in links for form in pile.forms(k)]
        pile.memory[key] = frozenset(w for run in runs if len(run) > 1 for w in (run[-1], run[-2]))
    found: frozenset[str] = pile.memory[key]
    return name in found


NAME = re.compile(r"\b[A-Z][\w'’-]+")


def _after_prepositions(pile: Pile) -> dict[str, Passage]:
    """Names that stand after a word of place, by stem, each with its first passage."""
    key = ("after prepositions", "")
    if key not in pile.memory:
        out: dict[str, Passage] = {}
        for d in sorted(pile.documents):
            for m in IN.finditer(pile.documents[d].text):
                out.setdefault(stem(m.group(1)), Passage(d, Span(*m.span(1)), m.group(1)))
        pile.memory[key] = out
    found: dict[str, Passage] = pile.memory[key]
    return found


def happened(pile: Pile, told: Sequence[Casualty]) -> Cell:
    """Words for what happened, the commonest first."""
    found = [(w.casefold(), c) for c in told for w in WORD.findall(pile.told(c.statement))]
    found = [(w, c) for w, c in found if families().get(w, "arrest") != "arrest"]
    count = Counter(w for w, _ in found)
    words = tuple(sorted(count, key=lambda w: (-count[w], w))[:MOST])
    return Cell(words or None, "", tuple(sorted({seen(pile, c, c.statement.span) for w, c in found if w in words[:1]})))


def parties(pile: Pile, told: Sequence[Casualty]) -> Cell:
    """Bodies, states and armed people that the told words name; neither places nor those the words come from."""
    spots = {p.name for s in pile.statements.values() for p in s.places}
    sources = [form for c in told for k in c.statement.chain for form in pile.forms(k)]
    out: dict[str, set[Passage]] = defaultdict(set)
    for c in told:
        text = pile.documents[c.statement.document].text
        for content in c.statement.content or (c.statement.span,):
            for m in RUN.finditer(text, content.start, content.end):
                name = _party(m.group())
                if name and name not in spots and not any(same_name(name, s) for s in sources):
                    out[name].add(seen(pile, c, Span(at := m.start() + m.group().index(name), at + len(name))))
    names = tuple(sorted(out))
    return Cell(names or None, "as named; no sides are assigned", tuple(sorted(p for n in names for p in out[n])))


def _party(run: str) -> str | None:
    """The name of a party in a run of capitalised words, with the force behind it ("Norland jets"); None where there is none."""
    words = run.split()
    force = words[-1] in FORCES
    if not force and words[-1][0].islower():
        words = words[:-1]
    if words and words[0].casefold() in stop():
        words = words[1:]
    while words and words[0].casefold() in COUNT_WORDS:
        words = words[1:]
    name = " ".join(words)
    if not words or not words[0][0].isupper():
        return None
    if force:
        return name
    return name if kind_of(name, None) in PARTIES and not (len(words) == 1 and not words[0].isupper()) else None
