"""Figures of a few sentences laid out in a row: which of them count something, which go together, and how surely ratios meet.

The ground under the rules that only confirm (``findings/balances.py``). Knows no page and makes no remark.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from sayso.assess.passages import Passage, number
from sayso.assess.skeleton import Figure, Skeleton
from sayso.assess.ties import class_of, labels, person, said
from sayso.assess.wording import WORD, stem
from sayso.lexicon import vocabulary
from sayso.lexicon.senses import function_words
from sayso.lexicon.thesaurus import entries, parts
from sayso.model import Span

REACH = 700  # code points from the first figure of a sum to its last sentence; own choice
BACK = 2  # sentences with figures before the one in hand
MOST = 14  # figures of such a stretch; with more of them chance finds something in most
DECADES = math.log(100)  # shares and changes of news lie within a factor of a hundred, evenly by their logarithm
AGE = re.compile(r"[^\W\d_][\w’'.-]*,\s$")
AGED = re.compile(r"\s?[,.;)]")
NOT_COUNTS = re.compile(
    r"(?:\b(?:No|Nr|nr|no(?=\.)|Art|section|page|chapter|Article|Room|Flight|Route|under|U|top|[Cc]omments?|[Pp]hotos?|[Rr]epl(?:y|ies))\.?|[#№/])\s?\(?$"
)
NO = re.compile(r"\bno\s$")  # "doce y no nueve"
OF_WHOLE = re.compile(
    r"\b(?:of|from|out of|de|des|du|di|dei|delle|degli|dos|das|von|der|z|ze|из|от|van)\s(?:[^\W\d_]+\s){0,2}$", re.IGNORECASE
)


OF = re.compile(
    r"\s(?:of|des|der|vom|von|du|de|do|da|dos|das|del|della|delle|dei|degli|z|ze|из|от|van)\s(?P<whole>[^,.;:()\d]{2,60})",
    re.IGNORECASE,
)
RATE = re.compile(
    r"\s?(?:[^\W\d_][\w-]*\s){0,3}?"
    r"(?:each|apiece|(?:per|an?|the|pro|par|por|na|al|je|le|la|el|il|o|za|за)\s(?P<one>[^\W\d_]+))\b"
)
TOTAL = re.compile(r"\b(?:total|whole|lot|all|gesamt\w*|totale|ogółu|общего|totaal)\b", re.IGNORECASE)

Told = tuple[Span, Figure]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with the figures of those before it: text, all counts in their order, and what stands in the sentence itself."""

    text: str
    here: Span
    told: tuple[Told, ...]

    def within(self, f: Figure) -> bool:
        """Whether a figure stands in the sentence in hand."""
        return self.here.holds(f.span)

    def around(self, f: Figure, before: int, after: int) -> str:
        """The words about a figure, within its sentence."""
        s = next(s for s, g in self.told if g is f)
        return self.text[max(s.start, f.span.start - before) : min(s.end, f.span.end + after)]

    def gap(self, a: Figure, b: Figure) -> str:
        """The words between two figures."""
        return self.text[min(a.span.end, b.span.end) : max(a.span.start, b.span.start)]

    def sentences(self, marks: str = "#") -> list[tuple[Span, list[Figure]]]:
        """The counts of each sentence."""
        return [(s, [f for t, f in self.told if t == s and f.mark in marks]) for s in sorted({s for s, _ in self.told})]

    def joined(self, a: Figure, b: Figure) -> bool:
        """Whether two figures stand in one sentence."""
        return any(s.holds(a.span) and s.holds(b.span) for s, _ in self.told)


def stretch(p: Passage, k: Skeleton, told: Sequence[Told]) -> Stretch:
    """The sentence with those before it, without what counts nothing."""
    sentences = sorted({s for s, _ in told if s.end > p.span.start - REACH and s != p.span})[-BACK:]
    row = [(s, f) for s, f in told if s in sentences] + [(p.span, f) for f in k.figures]
    told = [(s, f) for s, f in row if counts(p.text, s, f)]
    ones = [
        (s, f) for s in sorted({s for s, g in told if g.mark == "#"}) for f in singles(p.text, s, {g.span.start for _, g in told})
    ]
    return Stretch(p.text, p.span, tuple(sorted((*told, *ones), key=lambda t: t[1].span) if ones else told))


ARTICLE = r"(?:an?|one|un[ae]?|eine?n?|uma?|een|ett?|en)"
AND = r"(?:and|und|et|y|e|i|en|og|och)"
SINGLE = re.compile(rf"(?<=\s){AND}\s{ARTICLE}\s(?P<last>[^\W\d_]{{3,30}})\b")


def singles(text: str, sentence: Span, starts: Container[int]) -> list[Figure]:
    """The person that an article counts behind a list of counts, or before a count: "three guards and a cook"."""
    out = []
    for m in SINGLE.finditer(text, sentence.start, sentence.end):
        noun, head = m["last"], text[max(sentence.start, m.start() - 40) : m.start()]
        if noun.islower() and class_of(stem(noun)) == "person" and LISTED_BEFORE.search(head):
            out.append(Figure("a", 1.0, 0.0, stem(noun), Span(m.start("last"), m.end("last")), units=(stem(noun),)))
    for m in FIRST.finditer(text, sentence.start, sentence.end):
        if m.end() in starts and person(m["noun"]) and entries(m["noun"])[0].form == m["noun"]:
            out.append(Figure("a", 1.0, 0.0, stem(m["noun"]), Span(m.start("noun"), m.end("noun")), units=(stem(m["noun"]),)))
    return out


FIRST = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s(?P<noun>[a-z]{3,30})\sand\s")
LISTED_BEFORE = re.compile(rf"(?:\d|\b{vocabulary.counting(2, 12)})\s[^,.;:()\d]{{2,30}},?\s?$", re.IGNORECASE)


def stretches(page: Sequence[tuple[Passage, Skeleton]]) -> Iterator[tuple[Passage, Skeleton, Stretch]]:
    """The sentences of a page, each with those before it."""
    told: list[Told] = []
    for p, k in page:
        yield p, k, stretch(p, k, told)
        told += [(p.span, f) for f in k.figures]


OLD = re.compile(r"[\s-]?(?:year|month|week|day)s?[\s-]old\b")  # behind an age


O_CLOCK = re.compile(r"\b(?:às|a\slas|alle\sore|saat|pukul)\s(?:[^\W\d_]+\s[ey]\s)?$", re.IGNORECASE)


def counts(text: str, sentence: Span, f: Figure) -> bool:
    """Whether a figure counts something: no age, no clock, no number of a house or an act."""
    head, tail = text[max(sentence.start, f.span.start - 30) : f.span.start], text[f.span.end : sentence.end]
    if f.mark in "%/":
        return True
    written = f.span.of(text)
    denied = NO.search(head) is not None
    if (
        f.mark != "#"
        or f.value <= 0
        or (written.isalpha() and f.value == 1)
        or counted_as(f) == "moment"
        or (NOT_COUNTS.search(head) and not denied)
    ):
        return False
    if (
        (labels().search(head) and not denied)
        or re.search(r"\b(?:those|these)\s$", head)
        or (written[0].isupper() and head.strip())
        or re.match(r"-[A-Z]", tail)
    ):
        return False  # "Channel Six", "UPDATE 2-Tarn"
    if re.match(r"\s(?:minutes\s)?past\b", tail) or re.search(r"\b(?:past|half)\s$", head) or O_CLOCK.search(head):
        return False  # "ten past seven", "às sete e dez"
    if OLD.match(tail) or re.match(r"\s?[-–:/]\d", tail) or re.search(r"\d(?:\s?[-–/]\s?|:)$", head):
        return False
    name = AGE.search(head)
    return not (10 < f.value < 110 and not f.value % 1 and name is not None and name[0][0].isupper() and AGED.match(tail))


def grain(*figures: Figure) -> float:
    """The round step that all figures are written in: 10 for 730 and 2,150, 25,000 for 50,000 and 75,000."""
    return next((g for g in STEPS if all(f.value >= g and abs(f.value / g - round(f.value / g)) < 1e-6 for f in figures)), 0.01)


STEPS = tuple(m * 10.0**n for n in range(9, -2, -1) for m in (5, 2.5, 1))


def fits_together(*figures: Figure) -> bool:
    """Whether figures may be counted together: units of one kind, or left out; time and measures in the same unit."""
    kinds = [(f, counted_as(f)) for f in figures]
    classes = {"thing" if c == "person" else c for _, c in kinds if c}
    return len(classes) <= 1 and len({f.unit for f, c in kinds if c in ("time", "measure")}) <= 1


def counted_as(f: Figure) -> str:
    """The class of a unit; none where the word may be no noun ("1,100 metres, 700 inner"); "night lights" are things."""
    kind = class_of(f.unit)
    if f.unit in ("night", "day") and len(f.units) > 1 and "n" in parts(f.units[1]) and class_of(f.units[1]) == "thing":
        return "thing"
    word = parts(f.unit)
    no_noun = f.unit in function_words() or word & {"a", "s"} or (word and "n" not in word)
    return "" if kind == "thing" and no_noun else kind


def agree(a: Figure, b: Figure) -> bool | None:
    """Whether two figures count the same: a common word, people both, money both; None where one of them names nothing known."""
    if not a.unit or not b.unit:
        return None
    kinds = [{class_of(u) for u in (f.unit, *f.units)} | people(f) for f in (a, b)]
    if {a.unit, *a.units} & {b.unit, *b.units} or kinds[0] & kinds[1] & {"person", "money"}:
        return True
    return None if any(counted_as(f) == "" or not parts(f.unit) for f in (a, b)) else False


def people(f: Figure) -> set[str]:
    """ "person" where the last word behind a figure stands for people: "12 Somali and …", "bodies", not "two Iranian ships"."""
    return {"person"} if (f.units and person(f.units[-1], noun=True)) or f.unit in DEAD else set()


DEAD = vocabulary.words("people", "the dead")


def same_word(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same by a common word."""
    return bool({a.unit, *a.units} & {b.unit, *b.units} - {""})


def share_range(share: Figure) -> tuple[float, float]:
    """From where to where the value of a share, a percentage or a multiple may lie, by its rounding and its bound."""
    low, high = share.value - share.slack, share.value + share.slack
    if share.mark == "/" or not share.slack:
        low, high = low * 0.985, high * 1.015
    return {
        "nearly": (low * 0.9, high),
        "over": (low, high * 1.12),
        "beyond": (low, high * 1.2),
        "within": (low * 0.8, high),
    }.get(share.bound, (low * 0.95, high * 1.05) if share.loose else (low, high))


def breadth(share: Figure) -> float:
    """How likely the ratio of two figures lies where the share allows it."""
    low, high = share_range(share)
    return math.log(high / low) / DECADES if low > 0 else 1.0


def in_reach(ratio: float, share: Figure) -> bool:
    """Whether a ratio is the share, within its rounding and bound."""
    low, high = share_range(share)
    return low - 1e-9 <= ratio <= high + 1e-9


def named(f: Figure, whole: str, part: Figure) -> bool:
    """Whether a figure counts what the words name: by the same word, as staff, or as the total of what the part counts."""
    if TOTAL.search(whole) and agree(f, part):
        return True
    units = {f.unit, *f.units}
    if units & {stem(w) for w in WORD.findall(whole)}:
        return True
    return said("staff").search(whole) is not None and any(class_of(u) == "person" for u in units)


@dataclass(frozen=True, slots=True)
class Try:
    """Figures that meet: the one that is checked, the others, in words; how likely one of so many meets by chance; its ties."""

    stated: Figure
    others: tuple[Figure, ...]
    words: str
    chance: float
    ties: int


# How much chance is let pass by the number of ties: words and signs that say the figures belong together. Set by reading what
# passes on 249 corpus pages beside sums that miss by one step (`balances`); with .6 for three ties "14 + 69 = 83" of a match
# report passed.
LET_PASS = (0.02, 0.06, 0.18, 0.4, 0.5)


def let(t: Try) -> float:
    """The chance of a try beside what its ties let pass: above one it is left alone."""
    return t.chance / LET_PASS[max(0, min(t.ties, len(LET_PASS) - 1))]


def told_share(part: Figure, whole: Figure, places: int = 1) -> str:
    """A share in words: in percent, and a small one in so many of 100,000 and as one in so many."""
    share, of = part.value / whole.value, f"{number(part.value)} of {number(whole.value)}"
    if share >= 0.01:
        return f"{of} is {number(round(100 * share, places))} percent"
    return f"{of} is {number(round(1e5 * share, 2))} in 100,000, or one in {number(round(1 / share))}"


def added_up(parts: Sequence[Figure], total: Figure) -> str:
    """A sum in words: "41 + 67 = 108 million" where all are of one scale."""
    told = [number(f.value) for f in (*parts, total)]
    scale = told[0].partition(" ")[2]
    if scale and all(t.endswith(scale) for t in told):
        told[:-1] = [t.removesuffix(scale).rstrip() for t in told[:-1]]
    return " + ".join(told[:-1]) + f" = {told[-1]}"
