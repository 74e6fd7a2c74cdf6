"""Who bears a claim out: sources that tell the same, and not merely of the same thing.

A claim unites its tellings whatever figure they give. A source that gives another figure speaks for another version and bears
nothing out; nor does one whose telling has little in common with the others but the claim that link put it into. So origins are
counted by version, and the version with most of them is the claim's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.assess.figures import outcome
from sayso.assess.folding import Folding, Telling
from sayso.assess.measures import by_stem
from sayso.assess.pile import EQUAL, Pile
from sayso.assess.ties import class_of
from sayso.assess.wording import likeness, stem
from sayso.lexicon.senses import senses
from sayso.model import Quantity, Statement
from sayso.text.normal import stem as root

Group = Sequence[Telling]
# Ties in bits from which tellings in one language, and in two, bear each other out. Of 38 pairs of sources in one claim of sixteen
# labelled stories, 7 of 11 below 3 bits tell two claims and 6 of 27 from there on; 2 bits did half a range of 107 worse.
STRONG, ABROAD = 3.0, 0.0
WORDINGS = 60  # as many as origins.py counts anew
ABOUT = 0.1  # share by which an approximate figure may be off either way, as in figures.py


class Sized(NamedTuple):
    """A figure: from and to as told, how many basic units its unit is, the unit's kind, what became of those counted."""

    low: float
    high: float
    factor: float
    kind: str
    fate: str


def versions(folding: Folding, groups: Sequence[Group]) -> tuple[list[list[Group]], list[str]]:
    """Groups of tellings by what they tell, the version with most of them first; and in words, what sets the others apart."""
    if "version" not in folding.active or len(groups) < 2:
        return [list(groups)], []
    out: list[list[Group]] = []
    for group in groups:
        near = [v for v in out if any(agree(folding.pile, group, g) for g in v)]
        out = [v for v in out if v not in near] + [[g for v in near for g in v] + [group]]
    out.sort(key=lambda v: (-len(v), -sum(map(len, v)), v[0][0].statement.id))
    why = [words(folding, out[0], group) for version in out[1:] for group in version]
    return out, why


def words(folding: Folding, version: Sequence[Group], group: Group) -> str:
    """Why a source is none of a version, in words."""
    first, other = folding.name(version[0][0]), folding.name(group[0])
    pile = folding.pile
    if all(differ(pile, x, y) for g in version for x in worded(pile, g) for y in worded(pile, group)):
        return f"{other} gives other figures than {first}, so neither bears the other out [version]"
    return f"{other} and {first} have little in common that they tell, so neither bears the other out [version]"


def agree(pile: Pile, a: Group, b: Group) -> bool:
    """Whether the tellings of two sources may be the same: they have a figure in common, or one of the two gives none."""
    return any(same_matter(pile, x, y) for x in worded(pile, a) for y in worded(pile, b))


def worded(pile: Pile, group: Group) -> list[Statement]:
    """One telling for each wording, at most ``WORDINGS``: a thousand copies are looked at once, and pairs do not cost a square."""
    return list({pile.told(t.statement): t.statement for t in reversed(group)}.values())[: -WORDINGS - 1 : -1]


def same_matter(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether two tellings may be one: their figures agree, and what links them is more than the claim between them."""
    if differ(pile, a, b):
        return False
    if not pile.tied or likeness(pile.told(a), pile.told(b)) >= EQUAL:
        return True
    alike = pile.documents[a.document].language == pile.documents[b.document].language
    return pile.tied.get((min(a.id, b.id), max(a.id, b.id)), -1.0) >= (STRONG if alike else ABROAD)


def differ(pile: Pile, a: Statement, b: Statement) -> bool:
    """Whether both tellings give figures and have none in common."""
    x, y = sized(pile, a), sized(pile, b)
    return bool(x and y) and not any(common(p, q) for p in x for q in y)


def common(x: Sized, y: Sized) -> bool:
    """Whether two figures may be one: in the numbers as they stand or in basic units, of one kind, and with one fate."""
    kinds = {x.kind, y.kind}
    if (len(kinds) == 2 and "" not in kinds and kinds != {"person", "thing"}) or (x.fate and y.fate and x.fate != y.fate):
        return False
    return any(x.low * f <= y.high * g and y.low * g <= x.high * f for f, g in ((1.0, 1.0), (x.factor, y.factor)))


def sized(pile: Pile, s: Statement) -> tuple[Sized, ...]:
    """The figures of a telling; "one" counts nothing ("one of the banks"), and of "up to 40" and "over 40" the 40 is compared."""
    key = ("sized", s.id)
    if key not in pile.memory:
        pile.memory[key] = tuple(_sized(pile, s, q) for q in s.quantities if (q.low, q.high) != (1, 1))
    found: tuple[Sized, ...] = pile.memory[key]
    return found


def _sized(pile: Pile, s: Statement, q: Quantity) -> Sized:
    last = q.unit.casefold().split()[-1] if q.unit.split() else ""
    word = next((w for w in (last, senses(True).get(root(last), "")) if class_of(w) not in ("", "thing")), last)
    kind = class_of(word)
    _, factor = by_stem().get(stem(word), ("", 1.0))
    high = q.low if q.high is None else q.high
    low, off = q.low or high, ABOUT if q.approximate else 0.0
    page = pile.documents[s.document]
    if kind == "thing" and page.language != "en":
        kind = ""  # a word of another language that no list knows may be people as well
    fate = outcome(page.text, s, q.span) if kind == "person" else ""
    return Sized(low * (1 - off), high * (1 + off), factor, kind, fate)
