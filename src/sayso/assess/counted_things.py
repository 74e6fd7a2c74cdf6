"""What each figure of a telling counts: its kind, its noun, what befell it, whether it is a whole.

Knows no other page and makes no remark; ``rivalry.py`` lays two of them side by side. English tellings only: what makes a figure a
part, a rate or a plan is said by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.assess.arithmetic import PERCENT, rounding
from sayso.assess.fates import fate, fate_in, people, posts
from sayso.assess.figured import Figured, figured
from sayso.assess.measures import by_stem
from sayso.assess.moments import moments
from sayso.assess.pile import Pile, sentence
from sayso.assess.ties import PERIODIC, class_of, labels
from sayso.assess.tolls import DEAD, DOUBTED, ROOM, another_time
from sayso.assess.wording import WORD, capitals, stem, stop
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import parts
from sayso.lexicon.vocabulary import one_of
from sayso.model import Span, Statement


@dataclass(frozen=True, slots=True)
class CountedThing:
    """One figure of one telling: the interval that it leaves open (measures in one unit), what it counts, the words around it."""

    statement: Statement
    span: Span
    written: str
    low: float
    high: float
    kind: str  # people, money, share, a measure, or thing
    head: str  # stem of the noun that is counted, or of the unit
    nouns: frozenset[str]
    fate: str
    about: frozenset[str]  # content stems of the telling, without its figures
    marks: frozenset[str]  # why it is no whole of one moment: part, whole, rate, plan, change, before, doubted, basis, reach
    precise: float  # half of the last written place: "96,000" is 96,000 give or take 500

    @property
    def size(self) -> float:
        """The figure that the words give."""
        return self.low if self.high == float("inf") else self.high if self.low == 0 else (self.low + self.high) / 2


NUMBER = rf"(?:\d[\d,.]*|{vocabulary.counting(1, 12)}|cent|half|third|quarter|fifth|most|some|none|many|few|several)"
# A figure of some of those that another figure counts, or of more that came to them.
PART = re.compile(
    r"\b(?:including|included?|among (?:them|those|the)|of (?:them|whom|these|those|which))\b[^.;,]{0,30}$"
    r"|\b(?:another|a further|additional|other|the rest|more(?! than)|each|every|all but|besides|plus|average)\s(?:\w+\s){0,2}$"
    r"|\bthe (?:first|second|third|last|other|remaining)\s$",
    re.IGNORECASE,
)
PART_BEHIND = re.compile(
    r"^\s(?:of|among) (?:them|whom|which|these|those|the)\b"
    r"|^(?:\s[\w-]+){1,3}?\s(?:(?:is|are|was|were)\s)?(?:also\s)?among\s(?:the\b|those\b|at\b|\d)"
    r"|^\W?(?:[\w-]+\s){0,2}?(?:of (?:them|whom)|among them|others?|more|each|too|as well)\b",
    re.IGNORECASE,
)
WHOLE_BEFORE = re.compile(
    rf"(?:\bout of|\bfrom among|\b{NUMBER}\sof)\s(?:(?:the|its|their|his|her|our|all|some|about)\s){{0,2}}$"
    r"|\bof\s(?:its|their|his|her|our)\s$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?:at|until|till|after|since|by|from|before|around|about|past)\s(?:\w+\s)?$", re.IGNORECASE)
RATE = re.compile(
    r"^(?:[\s-][\w-]+){0,3}?\s(?:(?:per|each|every|apiece)\b"
    rf"|(?<!\bof\s)(?<!\bin\s)(?<!\bon\s)(?<!\bfor\s)an?\s"
    rf"{one_of('figures', 'per time', 'per night', 'per head', 'per thing', 'per shift')}\b|{PERIODIC}\b)|^\s?/",
    re.IGNORECASE,
)
# What is meant to be, may be, or is allowed.
PLAN = re.compile(rf"\b{one_of('figures', 'plan')}\b[^.;,]{{0,40}}$", re.IGNORECASE)
CHANGE = re.compile(
    rf"\b{one_of('figures', 'changed by')}\s(?:[\w-]+\s){{0,2}}?(?:by|of)\s(?:\w+\s)?$"
    rf"|\b{one_of('figures', 'stretched')}\s(?:[\w-]+\s){{0,6}}?(?:for|by)?\s?(?:\w+\s)?$",
    re.IGNORECASE,
)
CHANGE_BEHIND = re.compile(
    rf"^(?:\s?%|\sper ?cent)?\s{one_of('figures', 'a change')}\b"
    rf"|^(?:\s[\w-]+){{0,2}}?\s(?:{one_of('figures', 'compared', 'in height', 'in age')}|longer|old|ago)\b"
    r"|^\s\w+\s(?:later|earlier|before|after|off|away)\b|^-(?:year|month|week|day|hour)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"\b{one_of('figures', 'earlier', 'in the past')}\b[^,;.]{{0,30}}$"
    r"|\b(?:from|against|(?<!more )(?<!fewer )(?<!less )than)\s(?:the\s)?[$€£]?$",
    re.IGNORECASE,
)
OF_AGE = re.compile(r"\b(?:aged?|ages)(?: between| from| of)?\s\Z", re.IGNORECASE)  # "ages 16 to 18", with no name before
AGE = re.compile(r"[^\W\d_][\w’'.-]*,\s$|\baged\s$|\bage of\s$", re.IGNORECASE)
AGED = re.compile(r"^\s?(?:[,.;)]|$)")


def counted_things(pile: Pile, document: str) -> tuple[CountedThing, ...]:
    """What the figures of a page count, in text order; a page in another language than English has none."""
    if pile.documents[document].language != "en":
        return ()
    key = ("counted things", document)
    if key not in pile.memory:
        rows_ = [t for s in pile.by_document[document] if _tells(pile, s) for t in _of(pile, s)]
        seen: dict[Span, CountedThing] = {}
        for t in sorted(rows_, key=lambda t: (t.span, t.statement.span.end - t.statement.span.start, t.statement.id)):
            seen.setdefault(t.span, t)
        pile.memory[key] = tuple(seen[s] for s in sorted(seen))
    found: tuple[CountedThing, ...] = pile.memory[key]
    return found


def _tells(pile: Pile, s: Statement) -> bool:
    """Whether a telling is one of the text: a headline only sums up, a correction speaks of what was told before."""
    return not (pile.furniture_holds(s) or pile.headline(s) or CORRECTION.search(sentence(pile, s)))


CORRECTION = re.compile(
    rf"\b(?:earlier {one_of('tellings', 'of before')}|should (?:have )?(?:read|been)|{one_of('tellings', 'puts right')})\b",
    re.IGNORECASE,
)


def _of(pile: Pile, s: Statement) -> Iterator[CountedThing]:
    row = figured(pile, s)
    for f in row:
        if (made := counted_thing(pile, s, f)) is not None:
            yield made


def counted_thing(pile: Pile, s: Statement, f: Figured) -> CountedThing | None:
    """What one figure counts; None where that is an age, a name or a clock."""
    text = pile.documents[s.document].text
    end = pile_end(text, s)
    before, after = text[max(s.span.start, f.span.start - LOOK) : f.span.start], text[f.span.end : min(end, f.span.end + LOOK)]
    if (
        labels().search(before)
        or OF_AGE.search(before)
        or (AGE.search(before) and AGED.match(after) and f.low == f.high and 10 < f.low < 110)
    ):
        return None
    phrase, kind, each = of_what(s, f, after)
    if kind == "moment":
        return None
    behind = before_words(text[s.span.start : f.span.start]) if not phrase or kind not in ("people", "thing") else frozenset()
    nouns = frozenset(phrase) or behind
    head = phrase[-1] if phrase else ""
    if kind == "thing" and not phrase:
        if US.match(after):
            kind = "people"
        elif (f.low <= CLOCK_FACE and not f.low % 1 and CLOCK.search(before)) or f.low == 1:
            return None
    befell = fate_in(" ".join(phrase)) or fate(text, s.span, f.span)
    if kind == "thing" and not phrase and befell:
        kind = "people"
    if kind == "people" and not befell and head in DEAD:
        befell = "killed"  # "31 bodies"
    if befell == "laid off" and not posts(head):
        befell = ""  # "the road cuts through 34 graves"
    low, high = f.ends
    if low == 0 and AS_MANY.search(before):
        low = high  # who writes "as many as 14" has counted 14
    slack = rounding(f.span.of(text), f.low if f.high is None else f.high, freely=True)
    return CountedThing(
        s,
        f.span,
        f.words,
        low * each,
        high * each,
        kind,
        head,
        nouns,
        befell if kind in ("people", "thing") else "",
        about(pile, s),
        frozenset(marks(before, after, text[s.span.start : f.span.start], kind == "share"))
        | ({"before"} if (another_year(pile, s, befell) if kind in ("people", "thing") else years_ago(pile, s)) else set()),
        slack * each,
    )


CLOCK_FACE = 24
AS_MANY = re.compile(r"\bas (?:many|much) as\s(?:\w+\s)?$", re.IGNORECASE)
LOOK = 60  # code points on either side of a figure in which its words stand; as in tolls.py


def pile_end(text: str, s: Statement) -> int:
    """Where the sentence of a telling ends."""
    m = re.compile(r"[.!?][\s”\"’]|\n").search(text, max(s.span.end - 1, s.span.start))
    return m.start() + 1 if m else len(text)


def of_what(s: Statement, f: Figured, after: str) -> tuple[list[str], str, float]:
    """The stems of what a figure counts, its kind, and the factor to the basic unit of a measure."""
    if PERCENT.match(after) or f.unit == "percent":
        return ["percent"], "share", 1.0
    if f.unit == "point":
        return ["point"], "points", 1.0
    if f.words[:1] in SIGNS:
        return [f.unit], "money", 1.0  # "£18m" weighs nothing
    known = by_stem().get(f.unit)
    if known is not None and (squared := re.match(r"[\s-](?P<by>square|cubic)\b", after)):
        return [f.unit], f"{squared['by']} {known[0]}", known[1] ** (2 if squared["by"] == "square" else 3)
    if known is not None:
        return [f.unit], known[0], known[1]
    if class_of(f.unit) == "money":
        return [f.unit], "money", 1.0
    if class_of(f.unit) == "moment":
        return [], "moment", 1.0
    quantity = next((q for q in s.quantities if q.span.overlaps(f.span)), None)
    if quantity is not None and quantity.unit:
        last = quantity.unit.split()[-1].casefold()
        if parts(last) and "n" not in parts(last):
            return [], "thing", 1.0  # "more than 200 needed help"
        phrase = [stem(w) for w in quantity.unit.split()]
        return phrase, "people" if people(last) or class_of(last) == "person" or quantity.of in BEFELL else "thing", 1.0
    owned = OWNED.match(after)
    if owned is not None:
        last = owned["noun"].casefold()
        return [stem(last)], "people" if people(last) or class_of(stem(last)) == "person" else "thing", 1.0
    return [], "thing", 1.0


SIGNS = frozenset("$€£¥₹₽₺")
OWNED = re.compile(r"\sof\s(?:its|their|his|her|our|my)\s(?P<noun>[^\W\d_]+)")
US = re.compile(r"\sof\s(?:us|you)\b")
BEFELL = frozenset("killed injured wounded dead missing hurt detained arrested rescued".split())


def before_words(before: str) -> frozenset[str]:
    """The content words before a figure that names nothing itself: "the number of dead stands at 14"; the last of the sentence."""
    row = [w for w in WORD.findall(before) if w.casefold() not in stop() and len(w) > 2 and not w[0].isdigit()]
    return frozenset(map(stem, row[-NEAR_WORDS:]))


NEAR_WORDS = 4


def about(pile: Pile, s: Statement) -> frozenset[str]:
    """The content stems of what is told, without figures, days and sources."""
    told = pile.told(s)
    source = frozenset(w for k in s.chain[1:] for form in pile.forms(k) for w in (stem(x) for x in WORD.findall(form)))
    days = frozenset(stem(w) for k, v in moments(told).items() for x in v.values() for w in WORD.findall(x))
    return (
        frozenset(stem(w) for w in WORD.findall(told) if w.casefold() not in stop() and len(w) > 2 and not w[0].isdigit())
        - days
        - SCALES
        - (source - capitals(told))
    )


SCALES = frozenset("hundred thousand million billion trillion lakh crore dozen per cent percent square cubic figure number".split())


def marks(before: str, after: str, whole: str, share: bool) -> Iterator[str]:
    """Why a figure is no whole that stands for itself; a share is always "of the" something."""
    clause = re.split(r"[;:!?]\s|,\s(?=and|but|while|which|who)", before)[-1]
    if PART.search(clause) or (PART_BEHIND.match(after) and not share) or re.match(r"\W*[Oo]f (?:the|its|those|these|\d)\b", whole):
        yield "part"
    if TOOK_IN.search(clause) and not NO_OTHERS.search(after):
        yield "part"
    if WHOLE_BEFORE.search(before):
        yield "whole"
    if RATE.match(after):
        yield "rate"
    if PLAN.search(clause):
        yield "plan"
    if CHANGE.search(clause) or CHANGE_BEHIND.match(after):
        yield "change"
    if BEFORE.search(before):
        yield "before"
    if DOUBTED.search(before) or re.search(r"\bnot (?:the )?$", before):
        yield "doubted"
    if LESS.search(whole + after):
        yield "part"
    if WITHIN.search(before) or LIMIT.match(after) or LIMITED.search(clause) or room(clause):
        yield "reach"
    if BASIS.search(whole + after):
        yield "basis"


def room(clause: str) -> bool:
    """Whether right before a figure stands that so many have room or leave: "licensed to carry 90"."""
    return any(m["next"] is not None for m in ROOM.finditer(clause))


NO_OTHERS = re.compile(rf"\b{one_of('figures', 'no others')}\b", re.IGNORECASE)
TOOK_IN = re.compile(rf"\b{one_of('figures', 'took in')}\s(?:another\s|some\s|at\sleast\s|about\s)?\Z", re.IGNORECASE)
# How far something reaches or may go, and no count of what was: "none came within 16 miles", "the 12-mile limit", "a limit of 9",
# "licensed to carry 90".
WITHIN = re.compile(r"\bwithin\s(?:\w+\s)?\Z", re.IGNORECASE)
LIMIT = re.compile(rf"[\s-][\w-]+[\s-]{one_of('figures', 'bound')}\b", re.IGNORECASE)
LIMITED = re.compile(
    rf"\b{one_of('figures', 'bound')}\s(?:of|to|at|is|was|from|stands?\sat|stood\sat)\s(?:\w+\s)?\Z", re.IGNORECASE
)
BASIS = re.compile(r"\b(?:included|alone)\b", re.IGNORECASE)
LESS = re.compile(
    r"\b(?:without|excluding|not (?:counting|including)|leaving out|net|gross|apart from|except(?:ing)?)\b", re.IGNORECASE
)


YEAR = re.compile(r"\b(?:in|of|on \d\d?) (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
BACK = 2  # tellings before a figure in which its year may stand; own choice


def years_ago(pile: Pile, s: Statement) -> bool:
    """Whether a telling says of itself that it is of a year before that of the page: "was fined in 2024 for 900 litres"."""
    published = pile.documents[s.document].published
    told = pile.told(s)
    if published is None or not published.start or {"weekday", "day", "near"} & set(moments(told)):
        return False
    years = YEAR.findall(told)
    return bool(years) and all(year < published.start[:4] for year in years)


def another_year(pile: Pile, s: Statement, befell: str) -> bool:
    """Whether a figure is told of another year: by its telling, where it says what befell somebody, or by those before it."""
    if befell and another_time(pile, s):
        return True
    published = pile.documents[s.document].published
    said = [x for x in pile.by_document[s.document] if x.span.end <= s.span.start and not pile.headline(x)][-BACK:]
    now = moments(pile.text(s))
    if published is None or not published.start or {"weekday", "day", "near"} & set(now):
        return False
    return any(year < published.start[:4] for x in said for year in YEAR.findall(sentence(pile, x)))
