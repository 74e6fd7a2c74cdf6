"""Whether two figures of two pages are rivals: they count one thing at one moment, and cannot both hold.

First what rules it out; then the odds, by what speaks for and against it (``resources/rival_weights.yml``).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from sayso.assess.classes import nearly_one
from sayso.assess.counted_things import CountedThing, counted_things
from sayso.assess.countings import HEAD
from sayso.assess.fates import ANYBODY
from sayso.assess.moments import moments
from sayso.assess.nouns import has
from sayso.assess.pile import Pile, taken_as
from sayso.assess.tolls import DEAD
from sayso.assess.wording import WORD, capitals, name_words, particular, stem, stems, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import ChainLink, Statement

APART_DAYS = 10  # pages further apart tell of other moments; own choice
SHOWN = 40  # pages that may have a word which ties them to each other
MOST = 40  # figures of a page that are compared; with more of them it is a table
GROWING = frozenset("killed injured detained rescued missing".split()) | {"in hospital", "taken ill", "laid off"}
REVISED = frozenset({"missing", "in hospital", "laid off"})  # a later day may make them smaller as well as larger
ILL: tuple[frozenset[str], ...] = tuple(
    frozenset(pair) for pair in (("injured", "in hospital"), ("injured", "taken ill"), ("in hospital", "taken ill"))
)
ROUND = 0.02  # figures that lie closer are one figure, however they are written; own choice
FAR = 12.0  # figures further apart count two things; own choice
MILLION = 1e6  # a bare figure from here on may be money


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two figures, the one of the earlier page first, and the natural log odds that they are rivals."""

    a: CountedThing
    b: CountedThing
    odds: float


def rivalries(pile: Pile) -> Iterator[Rivalry]:
    """The pairs of figures that are likely enough rivals, given how many pairs there are."""
    rivals = list(partners(pile))
    least = LEAST + MORE * math.log(max(1.0, len(rivals) / FEW_PAIRS))
    for a, b in rivals:
        odds = sum(weights().get(k, 0.0) * v for k, v in features(pile, a, b).items())
        if odds > least:
            yield Rivalry(a, b, odds)


# Log odds asked for in a pile of few pairs of figures, and how they grow with the pairs: each further one is a chance to be wrong.
# With 0 and 0.2, as it was, 45 of 146 conflicts in invented piles (2 to 15 pairs) were found beside 9 other pairs, 13 in fourteen
# stories (15 to 95 pairs) beside 18, and 1 pair on 159 pages of news (23 to 206 pairs a pile); so 56 and 15, 14 and 17, 1. With
# -0.9 and 0.6: 62 and 19, 10 and 14, 2.
FEW_PAIRS, LEAST, MORE = 4, -0.6, 0.4


@cache
def weights() -> dict[str, float]:
    """What each sign weighs."""
    return {str(r["sign"]): float(r["weight"]) for r in rows("rival_weights")}


def partners(pile: Pile) -> Iterator[tuple[CountedThing, CountedThing]]:
    """The pairs of figures of two pages, the earlier page first, that nothing rules out."""
    pages = sorted((d for d in pile.by_document if day(pile, d) and counted_things(pile, d)), key=lambda d: (day(pile, d) or "", d))
    words, names = common(pages, {d: content(pile, d) for d in pages}), common(pages, {d: event_names(pile, d) for d in pages})
    pairs = [p for p in words | names if words[p] >= COMMON or names[p] >= NAMES or pile.claimed[min(p), max(p)]]
    pairs = list(combinations(pages, 2)) if len(pages) <= SMALL else pairs
    for x, y in sorted(pairs, key=lambda p: (day(pile, p[0]) or "", p)):
        if days_apart(pile, x, y) <= APART_DAYS:
            for a in counted_things(pile, x)[:MOST]:
                for b in counted_things(pile, y)[:MOST]:
                    if not ruled_out(pile, a, b):
                        yield a, b


def common(pages: Sequence[str], told: Mapping[str, frozenset[str]]) -> Counter[tuple[str, str]]:
    """How many words each two pages have in common, the earlier first, of those that at most ``SHOWN`` pages have."""
    shelf: dict[str, list[str]] = defaultdict(list)
    for d in pages:
        for w in sorted(told[d]):
            shelf[w].append(d)
    return Counter(pair for w in sorted(shelf) if len(shelf[w]) <= SHOWN for pair in combinations(shelf[w], 2))


def content(pile: Pile, document: str) -> frozenset[str]:
    """The content stems at the head of a page that few pages of the pile have."""
    key = ("pages with a word", "")
    if key not in pile.memory:
        pile.memory[key] = Counter(w for d in sorted(pile.documents) for w in subject(pile.documents[d].text[:HEAD]))
    on: Counter[str] = pile.memory[key]
    few = max(FEW, len(pile.documents) // 3)
    return frozenset(w for w in subject(pile.documents[document].text[:HEAD]) if on[w] <= few and len(w) > 3)


def event_names(pile: Pile, document: str) -> frozenset[str]:
    """The names at the head of a page: words with a capital that no page of the pile writes without one."""
    key = ("small words", "")
    if key not in pile.memory:
        pile.memory[key] = frozenset(stem(w) for d in pile.documents.values() for w in WORD.findall(d.text) if w[0].islower())
    small: frozenset[str] = pile.memory[key]
    return particular(capitals(pile.documents[document].text[:HEAD])) - small


COMMON, NAMES, FEW = 2, 1, 4
SMALL = 4  # pages of a pile up to which all are compared; own choice


def day(pile: Pile, document: str) -> str | None:
    """The day of a page."""
    published = pile.documents[document].published
    return str(published.start)[:10] if published is not None and published.start else None


def days_apart(pile: Pile, x: str, y: str) -> int:
    """Days from one page to another."""
    return (date.fromisoformat(day(pile, y) or "") - date.fromisoformat(day(pile, x) or "")).days


def ruled_out(pile: Pile, a: CountedThing, b: CountedThing) -> str:
    """Why two figures are no rivals, in a word; "" where nothing says so."""
    if not one_kind(a, b):
        return "kind"
    if (a.marks | b.marks) & {"part", "whole", "doubted", "change", "before", "reach"}:
        return "part"
    if ("rate" in a.marks) != ("rate" in b.marks):
        return "rate"
    if fits(a, b) or other_stuff(pile, a, b):
        return "agree"
    if a.fate and b.fate and a.fate != b.fate and {a.fate, b.fate} not in ILL:
        return "fate"
    if min(a.size, b.size) <= 0 or max(a.size, b.size) > FAR * min(a.size, b.size):
        return "far"
    if {taken_as(a.statement), taken_as(b.statement)} - STANDS:
        return "stance"
    if adds_up(pile, a, b) or adds_up(pile, b, a) or some_of_all(pile, a, b):
        return "sum"
    if other_moment(pile, a, b):
        return "moment"
    if later_count(pile, a, b):
        return "later"
    if len(strange_places(pile, a, b)) > 1:
        return "place"
    return "source" if one_source(pile, a.statement, b.statement) else ""


NARROWED = re.compile(r"(?:\s[\w-]+){0,2}?\s[a-z]+ed\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z]+)")


def some_of_all(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether the smaller figure alone says which of the things it counts."""
    less, more = sorted((a, b), key=lambda t: t.size)
    return a.head == b.head and narrowed(pile, less) and not narrowed(pile, more)


def narrowed(pile: Pile, t: CountedThing) -> bool:
    """Whether a participle stands before the noun that is counted: "13 wrecked barges" are some of all."""
    return any(stem(m["noun"]) == t.head for m in [NARROWED.match(pile.documents[t.statement.document].text, t.span.end)] if m)


STANDS = frozenset("assert report correct".split())


def one_kind(a: CountedThing, b: CountedThing) -> bool:
    """Whether two figures are of one kind; one that names nothing may count people, things or money, "times" are no things."""
    if a.kind == b.kind:
        return (a.head == OFTEN) == (b.head == OFTEN)
    bare, other = (a, b) if not a.head else (b, a)
    return bare.kind == "thing" and not bare.head and (other.kind == "people" or (other.kind == "money" and bare.size >= MILLION))


OFTEN = "time"  # "some 30 times" counts no ships
OF_WHAT = re.compile(r"[\s-]?[^\W\d_]+\sof\s(?P<stuff>(?:[\w-]+\s?){1,2})")


def measured_of(pile: Pile, t: CountedThing) -> frozenset[str]:
    """The words for what a measure is a measure of: "tonnes of rye"; none where the page does not say."""
    if t.kind in ("people", "thing", "share", "points"):
        return frozenset()
    m = OF_WHAT.match(pile.documents[t.statement.document].text, t.span.end)
    return frozenset(stems(m["stuff"])) if m is not None else frozenset()


def other_stuff(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether two measures are said to be of two things: "tonnes of rye", "tonnes of coal"."""
    x, y = measured_of(pile, a), measured_of(pile, b)
    return bool(x) and bool(y) and not x & y


def fits(a: CountedThing, b: CountedThing) -> bool:
    """Whether some number fits both figures, or one is the other rounded."""
    gap = max(a.low - b.high, b.low - a.high)
    return gap <= 1.01 * max(a.precise, b.precise, ROUND * min(a.size, b.size))


def adds_up(pile: Pile, part: CountedThing, whole: CountedThing) -> bool:
    """Whether a figure and another one of its telling make the other figure: "12 from Ostmar and 11 from Brund" are the 23."""
    row = counted_things(pile, part.statement.document)
    beside_ = [c.size for c in row if c.span != part.span and c.statement.span.overlaps(part.statement.span)]
    return any(abs(part.size + size - whole.size) < HALF for size in beside_)


HALF = 0.5


def given_by(s: Statement) -> ChainLink | None:
    """Who gives a figure, by name; None for the page itself and for those without a name."""
    return next((k for k in reversed(s.chain[1:]) if k.name), None)


def one_source(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings are had from one party or by one text, so that a second figure is a change and no conflict."""
    x, y = given_by(a), given_by(b)
    if x is not None and y is not None:
        one, two = (frozenset(w for form in pile.forms(k) for w in name_words(form)) - PLAIN for k in (x, y))
        if not one or not two:  # "the ministry" may be the defence ministry
            one, two = (frozenset(w for form in pile.forms(k) for w in stems(form)) - PLAIN for k in (x, y))
        return pile.same_party(x, y) or bool(one & two)
    if x is None and y is None:
        house = pile.documents[a.document].outlet == pile.documents[b.document].outlet
        return house or len(a.chain) > 1 or len(b.chain) > 1  # two without a name may be one
    return pile.relation(a, b) is not None


PLAIN = vocabulary.words("people", "shared")  # words that many parties have in common


def other_moment(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether two tellings name two moments of one sort: two years, months, days."""
    x, y = (moments(pile.text(t.statement)) for t in (a, b))
    return any(set(x.get(k, {})) and set(y.get(k, {})) and not set(x[k]) & set(y[k]) for k in ("year", "month", "weekday", "day"))


def same_moment(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether two tellings name one day."""
    x, y = (moments(pile.text(t.statement)) for t in (a, b))
    return any(set(x.get(k, {})) & set(y.get(k, {})) for k in ("weekday", "day"))


PLACED = re.compile(r"\b(?:in|at|near|outside|off|on) (?:the |an? )?((?:[\w’'-]+ ){0,2}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def strange_places(pile: Pile, a: CountedThing, b: CountedThing) -> list[CountedThing]:
    """Those of two figures that are put at a place which the other page does not name."""
    out = []
    for t, other in ((a, b), (b, a)):
        spots = particular(capitals(" ".join(PLACED.findall(pile.told(t.statement)))))
        out += [t] if spots and not spots & named_on(pile, other.statement.document) else []
    return out


def named_on(pile: Pile, document: str) -> frozenset[str]:
    """The words with a capital on a page."""
    key = ("capitals on page", document)
    if key not in pile.memory:
        pile.memory[key] = capitals(pile.documents[document].text)
    found: frozenset[str] = pile.memory[key]
    return found


GOES_ON = re.compile(
    rf"\b(?:{vocabulary.one_of('times', 'later count')}"
    rf"|(?:by|until|till|up to) (?:\w+ ){{0,2}}{vocabulary.one_of('times', 'part of day')})\b",
    re.IGNORECASE,
)


def later_count(pile: Pile, a: CountedThing, b: CountedThing) -> bool:
    """Whether the later page may give a later count of what goes on: a toll that grows, missing that are found."""
    if days_apart(pile, a.statement.document, b.statement.document) < 1 or same_moment(pile, a, b):
        return False
    if a.kind == "points":
        return True  # the lead in a table moves with every match
    befell, on = a.fate or b.fate, GOES_ON.search(pile.text(b.statement)) is not None
    if befell in REVISED or (befell and befell not in GROWING and on):
        return True
    return b.size > a.size and (befell in GROWING or on)


COUNTING = vocabulary.pattern("figures", "counting")
AGAINST = vocabulary.pattern("moods", "only")
ELSEWHERE = vocabulary.pattern("sides", "elsewhere")


def features(pile: Pile, a: CountedThing, b: CountedThing) -> dict[str, float]:
    """The signs for and against: each with how much there is of it."""
    x, y = a.statement, b.statement
    one, two = pile.text(x), pile.text(y)
    apart = days_apart(pile, x.document, y.document)
    kind = a.kind if a.kind in ("time", "share", "money", "people", "thing", "points") else "measure"
    out: dict[str, float] = {
        "bias": 1,
        f"kind_{kind}": 1,
        **things(a, b),
        "matter": min(2, matter(a, b)) if kind in UNITS else 0,
        "lone_unit": min(2, (others(pile, a) == 0) + (others(pile, b) == 0)) if kind in UNITS else 0,
        "small": min(a.size, b.size) < 4 and a.kind in ("people", "thing"),
        "ratio": abs(math.log(a.size / b.size)),
        "bigger_later": apart > 0 and b.size > a.size,
        "smaller_later": apart > 0 and b.size < a.size,
        "goes_on": apart > 0 and GOES_ON.search(two) is not None,
        "same_moment": same_moment(pile, a, b),
        "counting": (COUNTING.search(one) is not None) + (COUNTING.search(two) is not None),
        "against": AGAINST.search(two) is not None,
        "elsewhere": ELSEWHERE.search(one) is not None or ELSEWHERE.search(two) is not None,
        "names": min(2, len(capitals(one) & capitals(two) & a.about & b.about)),
        "around": min(6, has_around(pile, a, b) + has_around(pile, b, a)),
        "alone": (others(pile, a) == 0) + (others(pile, b) == 0),
        "in_telling": beside(pile, a) + beside(pile, b),
        "own_voice": (len(x.chain) < 2) + (len(y.chain) < 2),
        "same_outlet": pile.documents[x.document].outlet == pile.documents[y.document].outlet,
    }
    return {k: float(v) for k, v in out.items() if v}


UNITS = frozenset("time share money measure points".split())  # kinds whose noun is a unit and says nothing of the matter


def matter(a: CountedThing, b: CountedThing) -> int:
    """How many words of one telling, or others for them, the other has, but for the unit."""
    return sum(has(w, b.about - {b.head}) for w in sorted(a.about - {a.head}))


def things(a: CountedThing, b: CountedThing) -> dict[str, float]:
    """The signs of what is counted: one noun or two, one fate, on one basis."""
    heads = {a.head, b.head}
    both = a.head and b.head
    same = bool(both) and len(heads) == 1
    anybody = a.kind == b.kind == "people" and not same and bool(heads & (ANYBODY | DEAD))
    return {
        "same_head": same,
        "other_head": bool(both) and not same and not nearly_one(a.head, b.head),
        "anybody": anybody,
        "one_bare": a.kind != b.kind,
        "nouns": min(2, sum(has(w, b.nouns) for w in sorted(a.nouns))),
        "same_fate": bool(a.fate) and a.fate == b.fate,
        "basis": ("basis" in a.marks) != ("basis" in b.marks),
        "plan_one": ("plan" in a.marks) != ("plan" in b.marks),
        "plan_both": "plan" in a.marks and "plan" in b.marks,
    }


def beside(pile: Pile, t: CountedThing) -> int:
    """How many other figures stand in a figure's telling."""
    return sum(c.statement.span.overlaps(t.statement.span) for c in counted_things(pile, t.statement.document)) - 1


def others(pile: Pile, t: CountedThing) -> int:
    """How many other figures of its page count what a figure may count."""
    row = counted_things(pile, t.statement.document)
    return sum(c.kind == t.kind and c.span != t.span and (c.kind != "thing" or c.head in ("", t.head)) for c in row)


def has_around(pile: Pile, a: CountedThing, b: CountedThing) -> int:
    """How many words of a telling, or others for them, stand in or next to the telling of the other figure."""
    there = around(pile, b)
    return sum(has(w, there) for w in sorted(a.about))


def around(pile: Pile, t: CountedThing) -> frozenset[str]:
    """The content stems of a telling, of those next to it, and of the page's first."""
    key = ("around", t.statement.id)
    if key not in pile.memory:
        said = [s for s in pile.by_document[t.statement.document] if not pile.furniture_holds(s)]
        n = next((i for i, s in enumerate(said) if s.id == t.statement.id), 0)
        row = said[max(0, n - 1) : n + 2] + said[:1]
        pile.memory[key] = frozenset(stem(w) for s in row for w in re.findall(r"[^\W\d_]{4,}", pile.told(s)))
    found: frozenset[str] = pile.memory[key]
    return found
