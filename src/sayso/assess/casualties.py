"""The killed and injured that a telling gives: how many, of whom, in which event, and whether they are a part of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.assess.cuewords import found
from sayso.assess.fates import ANYBODY
from sayso.assess.figured import MEASURES
from sayso.assess.figures import bounded, outcome
from sayso.assess.pile import Pile, taken_as
from sayso.assess.tolls import DEAD, FIGHTERS, NONE, lead
from sayso.assess.tolls import names as event_names
from sayso.assess.wording import WORD, capitals, party_words, stem
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Place, Quantity, Span, Statement, Time

KILLED, INJURED, EITHER, NOBODY = "killed", "injured", "killed or injured", "nobody"
# A figure of some of those that another figure counts, or of more that came after them.
HURT = vocabulary.one_of("people", "hurt", "fallen")
SUBSET = re.compile(
    rf"\b(?:including|includes?|among (?:them|the {HURT}|those)|of (?:them|whom|these|those)"
    r"|another|a further|additional|other|each|every|most (?:of the )?(?:\w+ ){0,2}\(?)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
SUBSET_AFTER = re.compile(
    rf"^\s?(?:\w+\s){{0,3}}?(?:(?:of|among) (?:them|whom|the {HURT}|those)|more\b)",
    re.IGNORECASE,
)
# In front of a figure these make it no exact one, whether or not the reader took them in.
ABOUT = re.compile(rf"\b{vocabulary.bounding('about')}\s$", re.IGNORECASE)
# What was meant, might be or was only prevented.
AIM = re.compile(
    rf"\b(?:to kill|kill|killing|to have killed|{vocabulary.one_of('figures', 'meant')}|threatened|plot to)\b[^.;]{{0,25}}$",
    re.IGNORECASE,
)
# What a clause of time or cause in front of a figure goes back to is another event than the one beside it.
BREAK = re.compile(r"[,;:.!?–—]\s|\s(?P<behind>after|since|following|before|despite)\s|\s(?:when|while|as|but)\s", re.IGNORECASE)
BEFALLEN = re.compile(
    r"[\w-]+\s(?:(?:were|was|are|have|had|has|been|also|reportedly|left|confirmed)\s){0,3}"
    rf"{vocabulary.one_of('people', 'hurt', 'died')}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Casualty:
    """One figure of one telling; ``none`` says that nobody was hurt. ``when`` is empty where the telling names no time of it."""

    statement: Statement
    span: Span
    words: str
    low: float
    high: float | None
    fate: str
    whom: str
    part: bool
    names: frozenset[str]
    own: bool
    kinds: frozenset[str]
    when: tuple[Time, ...] = ()
    where: tuple[Place, ...] = ()
    about: bool = False

    @property
    def interval(self) -> tuple[float, float | None]:
        """What the figure leaves open; "about 40" is a tenth wide on either side, as in ``figured.py``."""
        if not self.about:
            return self.low, self.high
        return self.low * 0.9, None if self.high is None else self.high * 1.1

    @property
    def size(self) -> float:
        """The figure that the words give: "over 40" and "up to 40" give 40."""
        return self.low if self.high is None else self.high


@cache
def families() -> dict[str, str]:
    """Words of an event and the family they belong to."""
    return {w: r["family"] for r in rows("events") for w in f"{r['words']} {r['back']}".split()}


def kinds(text: str) -> frozenset[str]:
    """The families of events whose words stand in a text; who is arrested afterwards is no event of its own here."""
    return frozenset(families()[w] for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()) if w in families()) - {
        "arrest"
    }


def casualties(pile: Pile, s: Statement) -> Iterator[Casualty]:
    """The figures of casualties in a telling that stands by them, and its word that there are none."""
    if pile.furniture_holds(s) or taken_as(s) in ("deny", "retract"):
        return
    told = s.content or (s.span,)
    text = pile.documents[s.document].text
    none = nobody(pile, s)
    if none is not None:
        yield _casualty(pile, s, none, (none.of(text), 0.0, 0.0, NOBODY, "", False))
        return
    for q in s.quantities:
        if not any(c.holds(q.span) for c in told) or q.low == q.high == 0:
            continue
        what, whom = fate(text, s, q), stem((q.unit.split() or [""])[-1])
        before, after = (
            text[max(s.span.start, q.span.start - 60) : q.span.start],
            text[q.span.end : min(s.span.end, q.span.end + 40)],
        )
        if what not in (KILLED, INJURED, EITHER) or AIM.search(before) or not counts_people(q, whom, after):
            continue
        part = SUBSET.search(before) is not None or SUBSET_AFTER.match(after) is not None
        near = ABOUT.search(before)
        words = near.group() + q.span.of(text) if near else bounded(text, q.span)
        made = _casualty(pile, s, q.span, (words, q.low, q.high, what, whom, part))
        yield replace(made, about=near is not None or q.approximate)


def nobody(pile: Pile, s: Statement) -> Span | None:
    """Where a telling says that nobody was hurt; of a part of all ("no children were hurt") it says nothing."""
    zero = next((q for q in s.quantities if q.low == q.high == 0 and stem(q.unit) in DEAD | {"casualty", "victim"}), None)
    if zero is not None:
        return zero.span
    m = NONE.search(pile.text(s))
    if m is None or (m["who"] and stem(m["who"]) not in ANYBODY | FIGHTERS):
        return None
    return Span(s.span.start + m.start(), s.span.start + m.end())


def fate(text: str, s: Statement, q: Quantity) -> str:
    """What became of the counted; "casualties" are killed or injured, and nobody knows which."""
    unit = stem((q.unit.split() or [""])[-1])
    if q.of:
        has = [kind for kind in (KILLED, INJURED) if found(kind, q.of)]
        return EITHER if len(has) == 2 else has[0] if has else ""
    if unit == "casualty":
        return EITHER
    return KILLED if unit in DEAD else outcome(text, s, q.span)


def counts_people(q: Quantity, whom: str, after: str) -> bool:
    """Whether a figure counts people: by its unit, or because what befell it stands behind ("17 law enforcers were killed")."""
    if whom in ANYBODY | FIGHTERS | DEAD | party_words("people") or (q.of and whom not in MEASURES):
        return True
    if whom in MEASURES or not q.unit.split():
        return False
    word = q.unit.split()[-1]
    at = after.casefold().find(word[: max(4, len(word) - 3)].casefold())
    return at >= 0 and BEFALLEN.match(after[at:]) is not None


def clause(text: str, within: Span, at: Span) -> tuple[Span, bool]:
    """The part of a sentence round a figure, and whether it goes back to something before ("12 days after …")."""
    start, behind = within.start, False
    for m in BREAK.finditer(text, within.start, at.start):
        start, behind = m.end(), m["behind"] is not None
    end = BREAK.search(text, at.end, within.end)
    return Span(start, end.start() if end else within.end), behind


def _casualty(pile: Pile, s: Statement, span: Span, figure: tuple[str, float, float | None, str, str, bool]) -> Casualty:
    """A figure with the event it belongs to, as its clause, its telling or its page names it.

    What stands beside another figure of the telling belongs to that one. A part has no event of its own.
    """
    words, low, high, what, whom, part = figure
    text = pile.documents[s.document].text
    near, behind = clause(text, s.span, span)
    told = s.content or (s.span,)
    others = [clause(text, s.span, q.span)[0] for q in s.quantities if not q.span.overlaps(span) and not near.holds(q.span)]
    where = tuple(p for p in s.places if near.holds(p.span) and beside(text, p))
    when = tuple(t for t in s.times if near.holds(t.span) and any(c.holds(t.span) for c in told))
    own = capitals(" " + near.of(text)) & _own(pile, s)
    if not behind:
        where = where or tuple(p for p in s.places if _free(p.span, told, others) and beside(text, p))
        when = when or tuple(t for t in s.times if _free(t.span, told, others))
        own = own or _own(pile, s) - frozenset().union(*(capitals(o.of(text)) for o in others))
    names = own or (frozenset() if behind else lead(pile, s.document)) & proper_names(pile)
    happened = kinds(near.of(text)) or kinds(pile.told(s))
    if part:
        return Casualty(s, span, words, low, high, what, whom, True, frozenset(), False, frozenset())
    return Casualty(s, span, words, low, high, what, whom, False, names, bool(own), happened, when, where)


def _free(at: Span, told: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether words are told and stand beside no other figure."""
    return any(c.holds(at) for c in told) and not any(o.holds(at) for o in others)


def _own(pile: Pile, s: Statement) -> frozenset[str]:
    """The names that a telling has itself, without those of its sources."""
    return event_names(pile, s) & capitals(pile.told(s)) & proper_names(pile)


def proper_names(pile: Pile) -> frozenset[str]:
    """Stems of the words that are written with a capital everywhere in the pile: "Attack" in a headline is no name."""
    key = ("proper names", "")
    if key not in pile.memory:
        texts = [(d.text, d.title_span or Span(0, 0)) for d in pile.documents.values()]
        capital: set[str] = set()
        low: set[str] = set()
        for text, title in texts:
            head = title.of(text)
            words = WORD.findall(text[: title.start] + text[title.end :]) + ([] if title_case(head) else WORD.findall(head))
            capital.update(w for w in words if w[0].isupper())
            low.update(w for w in words if w[0].islower())
        houses = frozenset().union(*(capitals(d.outlet or "") for d in pile.documents.values()))
        pile.memory[key] = frozenset(map(stem, capital)) - frozenset(map(stem, low)) - houses
    found_: frozenset[str] = pile.memory[key]
    return found_


def title_case(head: str) -> bool:
    """Whether a headline writes most of its words with a capital, so that a capital says nothing there."""
    words = [w for w in WORD.findall(head) if len(w) > 3]
    return bool(sum(w[0].isupper() for w in words) * 3 > len(words) * 2)


PLACED = re.compile(r"\b(?:in|at|near|across|off|inside|outside)\s(?:\w+\s){0,2}$")


def beside(text: str, p: Place) -> bool:
    """Whether a place is one where something was, and no country that does something ("Norland said")."""
    return p.precision != "country" or PLACED.search(text[max(0, p.span.start - 30) : p.span.start]) is not None
