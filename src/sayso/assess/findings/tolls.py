"""Remarks on figures of one thing that cannot stand together, wherever in the pile they are told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from sayso.assess.countings import countings, head
from sayso.assess.findings.bystanders import counted_too
from sayso.assess.findings.portions import is_part
from sayso.assess.findings.remark import of, remark
from sayso.assess.folding import STATE
from sayso.assess.moments import moments
from sayso.assess.pile import Pile, innermost, nameless, sentence
from sayso.assess.tolls import APART_DAYS, TOLD_BEFORE, Toll
from sayso.assess.wording import capitals, particular, stems
from sayso.lexicon import vocabulary
from sayso.model import ChainLink, Finding, Statement

MOST = 16  # tolls that one remark shows; own choice


def tolls_conflict(pile: Pile, taken: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Sources give figures for one thing that cannot all hold.

    What: tellings by different sources, on one page or several, count the same: the dead, injured, detained, missing, rescued,
    those aboard, in hospital or taken ill, jobs that go, a sum of money, a weight, a number of things; they have a name of the
    event in common, stand in one claim or next to each other, and no number fits each two of them. Sums, weights and
    things are laid side by side where one telling only gives a figure for what the other, shortly before it, tells of ("the company
    puts the aid at 24 million"). A telling that nobody died, that only things were
    hit or that a strike did no damage counts as a toll of none; bodies that were seen are no more than "at least". Of several
    figures for one thing in one telling the largest counts; one that names nothing ("the mayor says 22") counts what the figure
    before it does. Told once for each event, as the range with its tellers.

    Why it matters: such figures stand in different claims, and each page alone looks settled.

    Not when: the page itself denies or takes back the figure (``taken``), the later page has the larger figure (a later count) or,
    for those who are missing or in hospital, any other, the larger is at most a fifth above the other (a count that goes on), the
    two come from one source or one text, one figure is a part ("including", "most of"), fighters are fewer than the people of the
    other count, or the pages lie more than a month apart.

    Example (fiction): "40 people died at Tarn Quay, the guild said." Another page: "Nobody was hurt at Tarn Quay, the mayor said."
    """
    shelf: dict[tuple[str, str, str], list[Toll]] = defaultdict(list)
    for t in (t for d in sorted(pile.by_document) for t in of_page(pile, d, taken)):
        for name in sorted(t.names):
            shelf[t.thing, "name", name].append(t)
        if (claim := pile.claim_of.get(t.statement.id)) is not None:
            shelf[t.thing, "claim", claim].append(t)
        shelf[t.thing, "page", t.statement.document].append(t)
    checked: set[tuple[str, str, str]] = set()
    against: dict[str, list[tuple[Toll, Toll]]] = defaultdict(list)
    for key in sorted(k for k in shelf if len(shelf[k]) > 1):
        row = sorted(shelf[key], key=lambda t: (undated(pile, t), t.statement.document, t.statement.span))[:SHOWN]
        for a, b in combinations(row, 2):
            if key[1] == "page" and not near(pile, a.statement, b.statement):
                continue
            if (both := (key[0], f"{a.statement.id} {a.written}", f"{b.statement.id} {b.written}")) not in checked:
                checked.add(both)
                against[key[0]] += [(a, b)] if clash(pile, a, b) else []
    for thing in sorted(against):
        yield from (finding(pile, group) for group in parties(pile, against[thing]))


def near(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings of a page stand so close that one event is spoken of without its name."""
    said = [s.id for s in pile.by_document[a.document]]
    return abs(said.index(a.id) - said.index(b.id)) <= TOLD_BEFORE


def of_page(pile: Pile, document: str, taken: frozenset[str]) -> list[Toll]:
    """The counts of a page that are not ``taken`` back and no parts; a headline that has a figure of the text only repeats it."""
    told = [t for s in pile.by_document[document] for t in countings(pile, s)]
    below = {(t.thing, t.low, t.high) for t in told if not pile.headline(t.statement)}
    standing = (t for t in told if t.statement.id not in taken and not is_part(pile, t, countings(pile, t.statement)))
    return [t for t in standing if not (pile.headline(t.statement) and (t.thing, t.low, t.high) in below)]


def heads(pile: Pile, group: Sequence[Toll]) -> list[Statement]:
    """The headlines that repeat a figure of a group."""
    above = [(s, t) for t in group for s in pile.by_document[t.statement.document] if pile.headline(s)]
    return [s for s, t in above if any((t.thing, t.low, t.high) == (h.thing, h.low, h.high) for h in countings(pile, s))]


def again(pile: Pile, group: Sequence[Toll]) -> list[Statement]:
    """The other tellings that have one of a group's figures: on its pages, and in its claims the first of each other page."""
    pages = sorted({t.statement.document for t in group})
    rows = [
        t.statement
        for d in pages
        for t in of_page(pile, d, frozenset())
        if t.thing == group[0].thing and known([t]) <= known(group)
    ]
    rows += counted_too(pile, group)
    return [s for s in dict.fromkeys(rows) if not pile.headline(s)][:MOST]


def parties(pile: Pile, pairs: Sequence[tuple[Toll, Toll]]) -> Iterator[list[Toll]]:
    """Groups of tolls each of which cannot hold beside another, the pairs nearest to each other first; by the figure then.

    What one party says first and later is in no group of one: "four", "nine" of the army and "22" of its foes are two remarks.
    """
    left = sorted(pairs, key=lambda p: closeness(pile, *p))
    while left:
        out: list[Toll] = []
        for pair in (p for p in left if not out or tied(pile, p, out)):
            new = [t for t in pair if t not in out]
            if not any(heard(pile, t, x) and known([t]) != known([x]) for t in new for x in out):
                out += [t for t in new if not any(one_teller(pile, t, x) and beside(t, x) for x in out)][: MOST - len(out)]
        yield sorted(out, key=size)
        left = [p for p in left if not (tied(pile, p, out) and told(pile, p, out))]


def told(pile: Pile, pair: tuple[Toll, Toll], out: Sequence[Toll]) -> bool:
    """Whether a group has said what a pair says: its figures, or, of two pages, both its tellers."""
    return known(pair) <= known(out) or (not beside(*pair) and all(any(heard(pile, t, x) for x in out) for t in pair))


def tied(pile: Pile, pair: tuple[Toll, Toll], out: Sequence[Toll]) -> bool:
    """Whether a pair is of the event of a group: by one of its tellings, by a name or by a claim."""
    return any(t is x or t.names & x.names or same_claim(pile, t, x) for t in pair for x in out)


def known(tolls: Iterable[Toll]) -> set[tuple[float, float]]:
    """The figures of some tolls."""
    return {(t.low, t.high) for t in tolls}


def beside(a: Toll, b: Toll) -> bool:
    """Whether two tolls stand on one page."""
    return a.statement.document == b.statement.document


def heard(pile: Pile, t: Toll, x: Toll) -> bool:
    """Whether two tolls are had from one party."""
    one, two = parties_of(t.statement), parties_of(x.statement)
    return bool(one and two) and one_party(pile, (t.statement, one[0]), (x.statement, two[0]))


def one_teller(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether two tellings have one figure by one named source, or by the page itself."""
    if (a.low, a.high) != (b.low, b.high):
        return False
    x, y = innermost(a.statement), innermost(b.statement)
    if x is None or y is None or not x.name or not y.name:
        return teller(pile, a.statement, a.written) == teller(pile, b.statement, b.written)
    return pile.same_party(x, y)


def size(t: Toll) -> tuple[float, float, str]:
    """Tolls by what they allow: "up to 170" stands by its 170, "over 40" by its 40."""
    return t.low if t.high == float("inf") else t.high, t.low, t.statement.id


def closeness(pile: Pile, a: Toll, b: Toll) -> tuple[bool, bool, bool, int, bool, int, str, str]:
    """Which pair of tolls to show first: side by side on one page, people before mere damage, both dated, near in time."""
    x, y = a.statement.document, b.statement.document
    damage = "damage" in a.written + b.written
    heads = pile.headline(a.statement) + pile.headline(b.statement)
    return (
        a.contested or b.contested,
        x != y,
        damage,
        heads,
        undated(pile, a) or undated(pile, b),
        days_apart(pile, x, y),
        a.statement.id,
        b.statement.id,
    )


SHOWN = 60  # tolls under one name that are compared with each other


def finding(pile: Pile, group: Sequence[Toll]) -> Finding:
    """The remark on the tolls of one event, lowest first."""
    rows: list[list[Toll]] = []
    for t in group:
        row = next((r for r in rows if one_teller(pile, r[0], t)), None)
        rows.append([t]) if row is None else row.append(t)
    pages = [", ".join(dict.fromkeys(pile.page(t.statement.document) for t in r)) for r in rows]
    said = "; ".join(
        f"{teller(pile, r[0].statement, r[0].written)} ({p}) “{r[0].written}”" for r, p in zip(rows, pages, strict=True)
    )
    first, last = group[0], group[-1]
    every = [t.names for t in group]
    common = frozenset.intersection(*every)
    shared = sorted(common or frozenset().union(*every), key=lambda w: (-spread(pile, w), w))[: 3 if common else 1]
    event = f" ({', '.join(w.title() for w in shared)})" if shared else ""
    return remark(
        "figures_conflict",
        of(pile, *(t.statement for t in group), *again(pile, group), *heads(pile, group)),
        f"{counted_as(first)}{event}: {said}.",
        claim=pile.claim_of.get(first.statement.id),
        change=(pile.told(first.statement), pile.told(last.statement)),
        limits="Overturned if one figure is a later count, a part of another, or of another event.",
    )


def spread(pile: Pile, name: str) -> int:
    """On how many pages a name stands at the head: the event's own name on most."""
    return sum(name in head(pile, d) for d in pile.documents)


AS = {"killed": "dead", "laid off": "jobs go"}


def counted_as(t: Toll) -> str:
    """What a group of figures counts, in words."""
    if not t.people:
        return f"Of one thing told of ({t.thing.lstrip('=')})"
    return f"How many {AS.get(t.thing, t.thing)}, in what seems one event"


def teller(pile: Pile, s: Statement, written: str) -> str:
    """The one who gives a figure, or the outlet; "it belies the Guild's claim that nobody drowned" has the Guild's figure."""
    text, link = pile.text(s), innermost(s)
    owner = next((m["whose"] for m in OWNED.finditer(text) if written in text[m.end() :]), None)
    return owner or (link.name if link is not None and link.name else None) or pile.outlet(s.document)


OWNED = re.compile(
    r"(?P<whose>(?:[A-ZÀ-Þ][\w-]*(?:[’']s)?\s){0,3}[A-ZÀ-Þ][\w-]*(?:[’']s\s[a-z]+(?=,))?)"
    rf"(?:(?:[’']s|s[’'])\s{vocabulary.one_of('tellings', 'their words', 'allegation')}\sthat\b"
    r"|,\s(?:who|which)\s(?:\w+ly\s|has\s|had\s)?(?:claim(?:s|ed)?|sa(?:ys|id)|insist(?:s|ed)?|maintain(?:s|ed)?)\b)"
)


def undated(pile: Pile, t: Toll) -> bool:
    """Whether the page of a toll has no date."""
    return pile.documents[t.statement.document].published is None


def loosely(pile: Pile, *tolls: Toll) -> bool:
    """Whether the page of one of these may have come out within a week or more ("updated 18 March"): its count may be the later."""
    when = (p for t in tolls if (p := pile.documents[t.statement.document].published) is not None and p.start and p.end)
    return any((date.fromisoformat(p.end[:10]) - date.fromisoformat(p.start[:10])).days >= WEEK for p in when if p.start and p.end)


WEEK = 7


# Counts of one day that lie closer are stages of one count: 77, 80 and 84 dead were told of one attack within ten hours.
GROWTH = 1.2


SUM = re.compile(
    rf"\b(?:so far|to date|in (?:all|total)|a total of|altogether|(?:{vocabulary.counting(2, 10)}|\d+) "
    r"(?:\w+ )?(?:operations|raids|attacks|strikes|incidents|months|years|weeks)|since)\b",
    re.IGNORECASE,
)
FALLING = frozenset({"missing", "in hospital", "trapped"})  # counts that a later day may make smaller
BY_SITE = frozenset({"laid off"})  # told for one plant here and for all of them there
FIXED = frozenset({"aboard"})  # counts that no later day changes


def clash(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether no number fits both figures, and nothing explains that."""
    if a.contested or b.contested:
        return a.contested != b.contested and disputed(pile, a, b)
    if not (a.high < b.low or b.high < a.low) or not one_thing(a, b):
        return False
    more, less = (a, b) if a.low > b.low else (b, a)
    if more.low <= GROWTH * less.high:
        return False
    if a.thing in BY_SITE and not same_claim(pile, a, b):
        return False
    if (less.whom and less.whom != more.whom) or (a.people and a.thing != "killed" and summed(pile, a, b)):
        return False  # fighters are a part of all the dead
    if elsewhere(pile, a, b):
        return False
    da, db = more.statement.document, less.statement.document
    if da != db and a.thing not in FIXED and (undated(pile, more) != undated(pile, less) or loosely(pile, more, less)):
        return False  # a page without a date may be the later count
    if a.thing not in FIXED and not less.never and (pile.later(da, db) or (a.thing in FALLING and pile.later(db, da))):
        return False
    if one_office(pile, more, less) or (a.thing not in FIXED and not less.never and risen(pile, more) and not pile.later(db, da)):
        return False
    one, two = (parties_of(s) for s in (more.statement, less.statement))
    if met(pile, more.statement, less.statement) or (not one and not two and da == db):
        return False
    if da != db and not (one and two) and pile.relation(more.statement, less.statement) is not None:
        return False  # one text told twice; two names for it are two tellers
    return days_apart(pile, da, db) <= APART_DAYS or same_claim(pile, a, b)


# "The toll has risen to 23": the words say themselves that it was less before.
RISEN = re.compile(rf"\b{vocabulary.one_of('figures', 'goes up')}\sto\s(?:(?:{vocabulary.bounding()})\s)?$", re.IGNORECASE)


def risen(pile: Pile, t: Toll) -> bool:
    """Whether a telling says of its figure that it has grown to that."""
    text = pile.text(t.statement)
    return any(RISEN.search(text[: m.start()]) for m in re.finditer(re.escape(t.written), text))


def met(pile: Pile, x: Statement, y: Statement) -> bool:
    """Whether two tellings come through one party."""
    return any(one_party(pile, (x, k), (y, j)) for k in parties_of(x) for j in parties_of(y))


def one_party(pile: Pile, a: tuple[Statement, ChainLink], b: tuple[Statement, ChainLink]) -> bool:
    """Whether two tellings name one party: "sources" here and "her sources" on a page that has nothing from here need not be."""
    (x, k), (y, j) = a, b
    bare = nameless(k) and nameless(j) and min(len(stems(k.name or "")), len(stems(j.name or ""))) < 2
    return pile.same_party(k, j) and (not bare or x.document == y.document or pile.relation(x, y) is not None)


HAD = re.compile(r"\bhad\s(?:\w+\s)?(?:set|put|given|announced|said|reported|stated|spoken)\b", re.IGNORECASE)


def one_office(pile: Pile, more: Toll, less: Toll) -> bool:
    """Whether two offices of a state may tell of one count that went on: no date, or the smaller one "had" been given."""
    one, two = (parties_of(t.statement) for t in (more, less))
    offices = bool(one and two) and {one[0].kind, two[0].kind} <= STATE
    return offices and (undated(pile, more) or undated(pile, less) or HAD.search(sentence(pile, less.statement)) is not None)


def disputed(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether one telling says that it is not the figure that another party gives."""
    if {a.low, a.high} & {b.low, b.high} - {0.0, float("inf")} == set() or met(pile, a.statement, b.statement):
        return False
    near = days_apart(pile, a.statement.document, b.statement.document) <= APART_DAYS
    return near and not elsewhere(pile, a, b)


def same_claim(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether link has put two figures into one claim."""
    return pile.claim_of.get(a.statement.id, a) == pile.claim_of.get(b.statement.id, b)


def summed(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether one figure sums up several days or acts, or counts other people than the other."""
    one, two = (SUM.search(pile.text(t.statement)) is not None for t in (a, b))
    return a.whom != b.whom or one != two


def one_thing(a: Toll, b: Toll) -> bool:
    """Whether sums and things are the same ones: one telling only gives a figure for what the other tells of."""
    return a.people or a.leans == b.statement.id or b.leans == a.statement.id


def parties_of(s: Statement) -> list[ChainLink]:
    """Who gives a figure; with a house that has it from nobody by name, the house."""
    named = [k for k in s.chain[1:] if k.name]
    return named[-1:]


PLACED = re.compile(r"\b(?:in|at|near|outside) (?:the |an? )?((?:[\w’'-]+ ){0,2}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def elsewhere(pile: Pile, a: Toll, b: Toll) -> bool:
    """Whether two tellings speak of two events.

    On one page they name two places, or two years or months; of two pages one puts it at a place that the other does not name.
    """
    one, two = (particular(capitals(" ".join(PLACED.findall(pile.told(t.statement))))) & t.names for t in (a, b))
    if not beside(a, b):
        return not same_claim(pile, a, b) and any(spots and not spots & t.names for spots, t in ((one, b), (two, a)))
    x, y = (moments(sentence(pile, t.statement)) for t in (a, b))
    apart = any(set(x.get(k, {})) and set(y.get(k, {})) and not set(x[k]) & set(y[k]) for k in ("year", "month"))
    return apart or bool(one and two and not one & two)


def days_apart(pile: Pile, a: str, b: str) -> int:
    """Days between two pages; 0 where one has no date."""
    days = [str(p.start)[:10] for d in (a, b) if (p := pile.documents[d].published) is not None and p.start]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if len(days) == 2 else 0
