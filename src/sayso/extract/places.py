"""Where a statement's places are: one sense for each name of a document, or none where the page leaves it open.

A name is given to a place by what the whole document says: countries and their peoples, divisions, the place named behind it
("Toledo, Ohio"), and how many people live there. What stays open keeps its words and no coordinates.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.extract.toponyms import BARE, IN, LOOK, OF, SAID, Toponym, Toponyms
from sayso.lexicon.gazetteer import Entry, key, named, peoples, ranked
from sayso.lexicon.place_words import place_words, short_forms, types
from sayso.model import Document, Place, Span

# Weights in powers of ten of population, swept on the development parts of LGL, TR-News and GeoVirus (right of linked: 0.94, 0.94,
# 0.98). Other values tried (9 and 13, 6 and 9, 5 and 8, 1 and 3, 0.5 and 2.5, 0 and 1.4, in this order) move that by half a point
# at most; MARK 5 leaves 13 seas and the like open. One more for a place's own name than for its others lost a point.
STATE = 11.0  # a country before any city
NAMED_TWICE = 7.5  # a country whose name is a division's of another one: only the document tells them apart
MARK = 6.5  # a landmark of our own before a town of its name
COUNTRY = 2.0  # the document names the country, all its countries being this one
DIVISION = 1.5  # the document names the division that the town lies in
ELSEWHERE = 0.7  # the document names divisions of the country, and not this one
MARGIN = 0.8  # less than this between the first and the second: open (0.4: 0.91, 0.94, 0.98, 5 % more linked; 1.2: 4 % fewer)
KNOWN = 100_000  # people; a smaller place counts only where the document names its country (50,000 and 200,000: half a point)
ALONE = 15_000  # people; a smaller place needs a word of place, and its country to be half of what the document says of countries
MILLION = 1_000_000  # people; a larger place is not doubted because another country's name follows in a list
NEAR = 60.0  # km; two places so near are one answer
FAR = 161.0  # km; a town and the division that it lies in: not New York and New York
_BEHIND = re.compile(r"\s?,\s(?:(?:in|of)\s)?(?:(?:north|south|east|west|central)[a-z]*\s)?(?:the\s)?")
_SHORT = re.compile(r"\s?(?:,\s|\s?\()(?P<form>[A-Z][A-Za-z.]{1,6})")


@dataclass
class Context:
    """What a document says about where it is: countries with their weight, divisions by rank."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: Counter[int] = field(default_factory=Counter)
    divided: set[str] = field(default_factory=set)

    def share(self, country: str) -> float:
        """How much of what the document says of countries is this one, from 0 to 1."""
        most = max(self.countries.values(), default=0)
        return self.countries.get(country, 0.0) / most if most else 0.0

    def add(self, entry: Entry, weight: float) -> None:
        """A place is known: so is its country."""
        if entry.country:
            self.countries[entry.country] += weight
        if entry.kind == "province" and entry.rank:
            self.divisions[entry.rank] += 1
            self.divided.add(entry.country)
        elif entry.province:
            self.divisions[entry.province] += 1


class Places:
    """The places of one document, found when first asked for."""

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.language = language
        self._found: list[Place] | None = None

    def within(self, spans: Iterable[Span]) -> tuple[Place, ...]:
        """The places that stand in these spans."""
        if self._found is None:
            self._found = places(self.document.text, self.language)
        out: list[Place] = []
        for s in spans:
            first = bisect_left(self._found, s.start, key=lambda p: p.span.start)
            for p in self._found[first:]:
                if p.span.start >= s.end:
                    break
                out += [p] if p.span.end <= s.end else []
        return tuple(out)


def places(text: str, language: str = "en") -> list[Place]:
    """All places of a text, in its order."""
    toponyms = Toponyms(text, language)
    found = [_written_short(text, t) for t in toponyms.found()]
    context = _said(toponyms, found)
    held = {n: h for n in range(len(found)) if (h := _holder(text, found, n)) is not None}
    senses = _senses(found, held, context)
    for entry in dict.fromkeys(e for e, _ in senses if e is not None and e.kind != "country"):
        context.add(entry, 0.5)
    senses = _senses(found, held, context)
    sure = {_name(t) for t, (entry, strong) in zip(found, senses, strict=True) if strong and entry is not None}
    told = [(t, e) for t, (e, _) in zip(found, senses, strict=True) if _counts(t, e, _name(t) in sure)]
    return [_place(t, e) for t, e in told]


def _written_short(text: str, t: Toponym) -> Toponym:
    """A name that is the short form of a division ("Kansas City, Kan.")."""
    form = text[t.span.start : t.span.end + 1] if text[t.span.end : t.span.end + 1] == "." else t.name
    if text[max(0, t.span.start - 2) : t.span.start] == ", " and (division := _short(form)) is not None:
        return Toponym(t.span, t.name, IN, (division,))
    return t


def _name(t: Toponym) -> tuple[str, bool]:
    return key(t.name), t.kind == "province"


def _said(toponyms: Toponyms, found: Sequence[Toponym]) -> Context:
    """Countries, peoples and divisions that the text names."""
    context, text = Context(), toponyms.text
    for w in toponyms.words:
        country = peoples().get(w.low)
        if country and not (len(w.text) <= 3 and not w.text.isupper()) and not _shared(w.text):
            context.countries[country] += 1
        if text[w.start - 2 : w.start] in (", ", " (") and (division := _short(w.text)) is not None:
            context.add(division, 0.5)
    for t in found:
        states = [e for e in t.found if e.kind == "country"]
        if states and " " in t.name:
            context.countries[states[0].country] += 1
        if t.found and not t.spoken and t.found[0].kind == "province" and not any(_rivals(t.found[0], e) for e in t.found[1:]):
            context.add(t.found[0], 0.5)
    return context


def _rivals(division: Entry, e: Entry) -> bool:
    """Whether a place of the same name is large enough to be meant instead: Washington and Washington."""
    return e.population >= KNOWN and (e.province != division.rank or _km(e, division) > FAR)


def _shared(word: str) -> bool:
    """Whether a country's name is as much that of a division of another one ("Georgia")."""
    here = [e for e in named(word) if e.kind in ("country", "province")]
    return len({e.country for e in here}) > 1


def _short(form: str) -> Entry | None:
    """The division that a short form behind a town's name means."""
    country, name = short_forms().get(form) or short_forms().get(form + ".") or short_forms().get(form.rstrip(".")) or ("", "")
    return next((e for e in named(name) if e.kind == "province" and e.country == country), None) if name else None


def _holder(text: str, found: Sequence[Toponym], n: int) -> Entry | None:
    """The division or country that is named right behind or before a name as what it lies in."""
    t = found[n]
    short = _SHORT.match(text, t.span.end, t.span.end + 12)
    if short and (division := _short(short["form"])):
        return division
    if n + 1 < len(found):
        behind = _BEHIND.fullmatch(text, t.span.end, found[n + 1].span.start)
        larger = [e for e in found[n + 1].found if e.kind in ("country", "province")] if behind else []
        holding = next((e for e in larger if any(_inside(x, e) for x in t.found)), larger[0] if larger else None)
        town = any(e.kind == "city" and e.population >= KNOWN for e in found[n + 1].found)
        if holding is not None and t.found and _apposed(t.found, holding, town):
            return holding
    who = _whose(text, t.span.start)
    if who and any(e.country == who and e.kind != "country" for e in t.found):
        return Entry(0, who, "country", 0.0, 0.0)
    return None


def _whose(text: str, start: int) -> str | None:
    """The country whose place a name is said to be: "the Spanish city of Toledo", "northern Spain's Toledo"."""
    others = 0
    for word in reversed(text[max(0, start - LOOK) : start].rpartition("\n")[2].split()[-6:]):
        low = word.lower()
        country = peoples().get(low.removesuffix("'s").removesuffix("’s"))
        if country is not None:
            return country
        if low not in ("the", "of") and low not in types() and low not in place_words("side"):
            others += 1
            if others > 2 or not word.isalpha():
                return None
    return None


def _apposed(entries: Sequence[Entry], larger: Entry, town: bool) -> bool:
    """Whether what follows is where a name lies, not the next in a list: "Norfolk, England", but "Oregon, California".

    ``town``: what follows is a large town's name as well as a division's ("Marseille, Hamburg and Rosario").
    """
    if any(e.kind == "country" or (e.kind == "province" and e.country == larger.country) for e in entries):
        return False
    return any(_inside(e, larger) for e in entries) or (entries[0].kind == "city" and entries[0].population < MILLION and not town)


def _inside(e: Entry, holder: Entry) -> bool:
    if e.kind == "country" or e == holder:
        return False
    return e.country == holder.country and (holder.kind == "country" or e.province == holder.rank)


def _senses(found: Sequence[Toponym], held: dict[int, Entry], context: Context) -> list[tuple[Entry | None, bool]]:
    """For each name its place or None, and whether something stronger than population says that it is a place.

    A name has one sense in a document, unless it stands beside what it lies in; a division beside a town that it holds is that one.
    """
    holding = {
        _name(found[n + 1]): h
        for n, h in held.items()
        if n + 1 < len(found) and h in found[n + 1].found and any(_inside(e, h) for e in found[n].found)
    }
    first: dict[tuple[str, bool], int] = {}
    best: dict[tuple[str, bool], Toponym] = {}
    for n, t in enumerate(found):
        if n in held:
            first.setdefault(_name(t), n)
        if _name(t) not in best or t.evidence > best[_name(t)].evidence:
            best[_name(t)] = t
    whole = {
        name: holding.get(name) or _sense(t, held[first[name]] if name in first else None, context) for name, t in best.items()
    }
    return [
        (_sense(t, held[n], context) if n in held else whole[_name(t)], best[_name(t)].evidence >= IN or _name(t) in first)
        for n, t in enumerate(found)
    ]


def _sense(t: Toponym, holder: Entry | None, context: Context) -> Entry | None:
    """The one place that a name can mean here."""
    wanted = [e for e in t.found if _fits(e, t)] or list(t.found)
    if holder is not None:
        wanted = [e for e in wanted if _inside(e, holder)]
    if t.spoken and t.name.isascii():
        wanted = [e for e in wanted if context.share(e.country) >= 0.25 or holder]
    ranked_ = sorted(((_weight(e, t, context), -n, e) for n, e in enumerate(wanted)), key=lambda w: w[:2], reverse=True)
    if not ranked_:
        return None
    best = ranked_[0][2]
    rival = next((w for w, _, e in ranked_[1:] if not _one(best, e)), None)
    if rival is not None and ranked_[0][0] - rival < MARGIN:
        return None
    if best.kind == "city" and holder is None and not _likely(best, t, context):
        return None
    if best.kind == "province" and t.kind is None:
        seat = next((e for e in wanted if e.province == best.rank and e.namesake and e.population * 10 > best.population), None)
        return best if seat is None else seat if _one(best, seat) else None
    if t.kind == "province" and best.kind == "city":
        return ranked(best.province) if best.namesake else None
    return best


def _fits(e: Entry, t: Toponym) -> bool:
    """Whether a word of type allows this kind of place."""
    if t.kind == "province":
        return e.kind in ("province", "region") or (e.kind == "city" and e.namesake)
    if t.kind == "city":
        return e.kind == "city"
    return True


def _likely(e: Entry, t: Toponym, context: Context) -> bool:
    """Whether a town may stand for its name without being named with its division."""
    share = context.share(e.country)
    if share > 0:
        return e.population >= ALONE or (t.evidence >= IN and share >= 0.5)
    return e.population >= KNOWN and (e.proper or t.evidence >= IN)


def _one(a: Entry, b: Entry) -> bool:
    """Whether two entries are one answer: a town and the division that it gives its name to, or lies amid."""
    if a.country == b.country and "country" in (a.kind, b.kind):
        return True
    return a.country == b.country and _km(a, b) < (FAR if a.province == b.rank != 0 or b.province == a.rank != 0 else NEAR)


def _km(a: Entry, b: Entry) -> float:
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(x, math.radians(b.lat - a.lat))


def _weight(e: Entry, t: Toponym, context: Context) -> float:
    if e.kind == "country":
        return (
            NAMED_TWICE if any(x.kind == "province" and x.country != e.country for x in t.found) else STATE
        ) + COUNTRY * context.share(e.country)
    size = MARK if e.id == 0 else math.log10(e.population + 10)
    if e.kind == "province":
        size += 3.0 if t.kind == "province" else -0.5
    here = COUNTRY * context.share(e.country)
    if context.divisions[e.province or e.rank]:
        here += DIVISION
    elif e.country in context.divided and e.kind == "city":
        here -= ELSEWHERE
    return size + here


def _counts(t: Toponym, entry: Entry | None, sure: bool) -> bool:
    """Whether a name is told as a place."""
    if entry is None:
        large = any(e.population >= ALONE or e.kind != "city" for e in t.found)
        return t.evidence == SAID or (t.evidence == IN and large and not t.spoken and t.name.lower() not in place_words("small"))
    if t.evidence >= IN or sure:
        return True
    if t.evidence < OF and t.name.lower() in place_words("small"):
        return False
    opens = t.opens and t.evidence == BARE and " " not in t.name
    return entry.kind != "city" or (entry.population >= KNOWN and not opens)


def _place(t: Toponym, e: Entry | None) -> Place:
    name = " ".join(t.name.split())
    if e is None:
        return Place(name, t.span)
    return Place(name, t.span, f"geonames:{e.id}" if e.id else None, e.lat, e.lon, e.kind)
