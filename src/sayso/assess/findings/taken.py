"""Remarks on a figure that a page takes from another and bounds, measures or names otherwise, in whichever sentence it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.assess.classes import table, wide
from sayso.assess.counterparts import Tie, tied, worded
from sayso.assess.fates import ABOARD, fate
from sayso.assess.figured import Figured, difference, on_page, unit, within
from sayso.assess.findings.inherited import joined
from sayso.assess.findings.remark import of, remark
from sayso.assess.findings.slots import ANYHOW
from sayso.assess.frames import one_word, senses
from sayso.assess.pile import PASSED_ON, Pile, taken_as
from sayso.assess.wording import party_words, subject
from sayso.lexicon import vocabulary
from sayso.model import Finding, Span, Statement

LEAST = 3  # smaller numbers stand for many things on one page; own choice
NEAR = 90  # code points on either side of a figure whose words are laid beside those of the other; own choice


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a page with its telling, the marks beside it, and what its unit may be called."""

    statement: Statement
    figure: Figured
    marks: frozenset[str]
    things: frozenset[str]
    text: str
    abroad: bool
    headline: bool
    fate: str

    @property
    def number(self) -> float:
        """The number that is written, whichever end of the interval it is."""
        f = self.figure
        return f.low or f.high or 0.0


def cells(pile: Pile, document: str) -> tuple[Cell, ...]:
    """The figures of a page's article."""
    key = ("cells", document)
    if key not in pile.memory:
        page = pile.documents[document]
        abroad = page.language not in (None, "en")
        out = []
        for s in pile.by_document[document]:
            if taken_as(s) not in PASSED_ON or pile.furniture_holds(s):
                continue
            for f in within(pile, s, (s.span,)):
                at = Span(max(s.span.start, f.span.start - NEAR), min(s.span.end, f.span.end + NEAR))
                near, unit = worded(at.of(page.text), abroad), worded(f.unit, abroad)
                out.append(Cell(s, f, near, unit, pile.text(s), abroad, pile.headline(s), befell(page.text, s, f)))
        pile.memory[key] = tuple(out)
    found: tuple[Cell, ...] = pile.memory[key]
    return found


def figures_taken(pile: Pile, made: Sequence[Finding] = ()) -> Iterator[Finding]:
    """A number of another page counts something else, is measured otherwise, or has gained or lost its bound.

    What: two pages that are tied have a number in common, with words in common beside it; on the one it stands with "more than" and
    on the other without, or counts another thing, or is measured in another unit; neither page has it in the other form as well.

    Why it matters: "seven carts" and "more than seven carts" are two counts, "40 crates" and "40 rifles" two loads.

    Not when: the number is small or round and little else is common, the two words may stand for one thing, another earlier page
    has it as the later one has, or a remark on the later one's figure stands already (``made``).

    Example (fiction): "burned seven carts" becomes "left more than seven carts in flames".
    """
    on: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for f in made:
        if f.rule in RULES:
            for d in f.documents:
                on[f.rule, d].append(f)
    done: set[tuple[str, str, float]] = set()
    one: dict[tuple[object, ...], list[Finding]] = defaultdict(list)  # a change is told once, with all pages that have it
    for tie in tied(pile):
        for x, y, rule in changes(pile, tie):
            key = (tie.later, rule, y.number)
            if key in done or any(told_of(f, y) for f in on[rule, tie.later]) or (tie.kind != "derived" and found_before(pile, y)):
                continue
            done.add(key)
            wx, wy = (shown(c, rule, befell="" not in (x.fate, y.fate) and x.fate != y.fate) for c in (x, y))
            f = remark(
                rule,
                of(pile, x.statement, y.statement),
                f"“{wx}” in {pile.page(tie.earlier)} is “{wy}” in {pile.page(tie.later)} ({tie.words}).",
                claim=pile.claim_of.get(y.statement.id),
                change=(wx, wy),
                limits="Overturned if the later page had a count of its own, or both words stand for the same.",
            )
            one[tie.earlier, rule, x.number, y.figure.low, y.figure.high, y.figure.unit].append(f)
    for row in one.values():
        yield joined(pile, row)


def befell(text: str, s: Statement, f: Figured) -> str:
    """What became of the counted ("killed", "missing"), in any language; who they were is no fate."""
    told = next((c for c in s.content if c.holds(f.span)), s.span)  # "rescuers said" tells of nobody's rescue
    found = fate(text, told, f.span)
    return "" if found == ABOARD else found


def shown(c: Cell, rule: str, *, befell: bool) -> str:
    """A figure as it is shown: with its unit, or what befell the counted, where that is what differs."""
    if rule in ("bound_changed", "number_changed"):
        return c.figure.words
    return f"{c.figure.words} {c.fate or c.figure.unit}" if befell else f"{c.figure.words}{counted(c)}"


def counted(c: Cell) -> str:
    """The words behind a figure up to its unit; the unit alone where it stands elsewhere, nothing where it stands in the figure."""
    at = c.text.find(c.figure.words.split()[-1])
    row = c.text[at + len(c.figure.words.split()[-1]) :].split()[:REST] if at >= 0 else []
    for n, w in enumerate(row, 1):
        if unit(w.strip(",.;:)”\"'").rpartition("-")[2]) == c.figure.unit:
            return " " + " ".join(row[:n]).strip(",.;:)”\"'")
    return "" if SIGN.match(c.figure.words) else f" {c.figure.unit}"


REST = 4  # words behind a figure among which its unit stands
SIGN = re.compile(r"\D*[$€£¥₽]")


def lone(pile: Pile, tie: Tie) -> Iterator[tuple[Cell, Cell]]:
    """The one count of a thing that each of two pages has and the other has not, or one with other noughts, in like words."""
    one, two = ([c for c in cells(pile, d) if c.number >= LEAST and not c.headline] for d in tie[:2])
    there = [on_page(pile, d) for d in tie[:2]]
    left = [x for x in one if (x.figure.low, x.figure.high) not in there[1]]
    right = [y for y in two if (y.figure.low, y.figure.high) not in there[0]]
    for x in left:
        mine = [y for y in right if like(x, y)]
        alone = len({y.number for y in mine}) == 1 and len({c.number for c in left if like(c, mine[0])}) == 1
        mine = mine if alone else [y for y in mine if exact(x.number) and noughts(x.number, y.number)]
        if not mine:
            continue
        y = max(mine, key=lambda c: (len(c.marks & x.marks), -c.statement.span.start))
        common = (x.marks & y.marks) - x.things - y.things
        sure = tie.kind == "derived" or noughts(x.number, y.number)
        if sure and len(common) >= (TWO if tie.kind == "derived" else TWO + 1) and slip(x.number, y.number):
            yield x, y


TWO = 2


def noughts(x: float, y: float) -> bool:
    """Whether two numbers differ by noughts at their end alone."""
    return x != y and f"{int(x)}".rstrip("0") == f"{int(y)}".rstrip("0")


def slip(x: float, y: float) -> bool:
    """Whether one number may be the other misread: noughts, one digit more, two changed about, "forty" and "fourteen"."""
    a, b = sorted((f"{int(x)}", f"{int(y)}"), key=lambda n: (len(n), n))
    if noughts(x, y) or {x, y} in [{n, 10.0 * (n - 10)} for n in range(13, 20)]:
        return True
    if len(b) == len(a) + 1:
        return any(b[:n] + b[n + 1 :] == a for n in range(len(b)))
    return len(a) == len(b) and a != b and sorted(a) == sorted(b) and sum(p != q for p, q in zip(a, b, strict=True)) == TWO


def like(x: Cell, y: Cell) -> bool:
    """Whether two figures count or measure one thing, and the same befell the counted."""
    if x.fate and y.fate and x.fate != y.fate:
        return False
    return (x.figure.measured and x.figure.unit == y.figure.unit) or (bool(x.figure.unit and y.figure.unit) and counts_one(x, y))


RULES = ("bound_changed", "unit_changed", "category_changed", "number_changed")


def changes(pile: Pile, tie: Tie) -> Iterator[tuple[Cell, Cell, str]]:
    """What differs between the figures of two pages."""
    here = by_number(cells(pile, tie.later))
    for number, row in sorted(by_number(cells(pile, tie.earlier)).items()):
        yield from turned(pile, row, here.get(number, ()), tie)
    for x, y in lone(pile, tie):
        yield x, y, "number_changed"


def told_of(f: Finding, y: Cell) -> bool:
    """Whether a remark is on a figure."""
    words = y.figure.words.casefold()
    return (
        any(e.document == y.statement.document and e.span.overlaps(y.statement.span) for e in f.evidence)
        and words in f"{f.from_} {f.to}".casefold()
    )


def found_before(pile: Pile, y: Cell, *, befell: bool = False) -> bool:
    """Whether a page that is not surely later has a figure in the form that it has here.

    ``befell``: and of people whom no other thing befell.
    """
    document = y.statement.document
    pages = {d for c in pile.claims_on.get(document, ()) for d in c.documents} - {document}
    pages |= {d.from_ for d in pile.parents.get(document, ()) if d.from_ in pile.documents}
    return any(
        c.number == y.number
        and difference(c.figure, y.figure) is None
        and fits(c, y)
        and not (befell and c.fate and y.fate and c.fate != y.fate)
        for d in sorted(pages)
        if not pile.later(d, document)
        for c in cells(pile, d)
    )


def by_number(row: Sequence[Cell]) -> dict[float, list[Cell]]:
    """The figures of a page by the number that is written."""
    out: dict[float, list[Cell]] = defaultdict(list)
    for c in row:
        if c.number >= LEAST:
            out[c.number].append(c)
    return out


def turned(pile: Pile, one: Sequence[Cell], two: Sequence[Cell], tie: Tie) -> Iterator[tuple[Cell, Cell, str]]:
    """The pairs of one number that differ, the most alike first, where no pair of it on the two pages agrees."""
    pairs = list(product(one, two))
    for x, y in pairs:
        if part(pile, x, y) and not any(one_word(c.figure.unit, y.figure.unit) for c in one):
            yield x, y, "category_changed"
            return
    if any(agree(x, y) for x, y in pairs):
        return
    ranked = sorted(pairs, key=lambda p: (-len(p[0].marks & p[1].marks), p[0].statement.span, p[1].statement.span))
    for x, y in ranked:
        common = {m for m in (x.marks & y.marks) - x.things - y.things if m[0] != "~"}
        least = 1 if exact(x.number) else 2
        if difference(x.figure, y.figure) == "bound_changed" and (
            counts_one(x, y) or (tie.kind == "derived" and measures_one(x, y))
        ):
            if len(common) >= (0 if tie.kind == "derived" else least):
                yield x, y, "bound_changed"
        elif tie.kind == "derived" and befell_other(x, y, pairs):
            yield x, y, "category_changed"
        elif len(common) >= least and not any(fits(x, y) for x, y in pairs) and (rule := apart(x, y, tie)):
            yield x, y, rule


OF_THEM = r"\b(?:many|most|some|several|half|nearly all|part)\sof\s(?:them|whom|these|those)\W+(?:[\w-]+\W+){0,3}?"


def part(pile: Pile, x: Cell, y: Cell) -> bool:
    """Whether the later figure counts what is a part in the earlier telling: "52 people, 46 of them pupils", "52 pupils"."""
    unit = y.figure.unit
    if x.abroad or y.abroad or not unit or not x.figure.unit or one_word(x.figure.unit, unit) or x.figure.measured or y.headline:
        return False
    if re.search(rf"{OF_THEM}{re.escape(unit)}", x.text, re.IGNORECASE):
        return True
    beside = [c for c in cells(pile, x.statement.document) if c.statement.id == x.statement.id and c.number < x.number]
    held = any(one_word(c.figure.unit, unit) for c in beside)
    return held and people(x) and people(y) and len(beside) > 1 and sum(c.number for c in beside) == x.number


def befell_other(x: Cell, y: Cell, pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether another thing befell the counted, and no two tellings of the number agree on what did."""
    if x.number <= RARE or not all(c.fate and (people(c) or not c.figure.unit) for c in (x, y)):
        return False
    return all(p.fate != q.fate for p, q in pairs if p.fate or q.fate)


RARE = 12  # a number up to here may stand for two things on two pages by chance; own choice


def agree(x: Cell, y: Cell) -> bool:
    """Whether two figures may be one and the same."""
    other = x.fate and y.fate and x.fate != y.fate and x.number > RARE
    return fits(x, y) and difference(x.figure, y.figure) is None and not other


def exact(number: float) -> bool:
    """Whether a number has so many digits besides noughts that two pages seldom share it by chance."""
    return len(f"{number:g}".split("e")[0].replace(".", "").strip("0")) >= DIGITS


DIGITS = 3


def fits(x: Cell, y: Cell) -> bool:
    """Whether two units may stand for one thing; one that is missing may stand for any."""
    p, q = x.figure.unit, y.figure.unit
    if not p or not q or one_word(p, q) or x.things & y.things or p in stems(y) or q in stems(x):
        return True
    if x.figure.measured or y.figure.measured:
        return False
    return {p, q} <= party_words("people") or bool({p, q} & ANYHOW) or not (known(x) and known(y))


def stems(c: Cell) -> frozenset[str]:
    """The words of the telling that a figure stands in."""
    return subject(c.text)


def counts_one(x: Cell, y: Cell) -> bool:
    """Whether two figures surely count one thing: one unit by word or sense, or people on both sides; "18" may be an age."""
    p, q = x.figure, y.figure
    if p.measured or q.measured or x.headline or y.headline:
        return False
    if not p.unit or not q.unit:
        return exact(x.number)
    return one_word(p.unit, q.unit) or bool(x.things & y.things) or (people(x) and people(y))


def measures_one(x: Cell, y: Cell) -> bool:
    """Whether two figures below a headline, no small ones, are measured in one unit."""
    measured = x.figure.measured and x.figure.unit == y.figure.unit and x.number > RARE
    return measured and not (x.headline or y.headline)


def people(c: Cell) -> bool:
    """Whether a unit is people, in any language."""
    who = any(p.kind == "who" for p in table().get(c.figure.unit, ()))
    return who or c.figure.unit in party_words("people") or bool({m[1:] for m in c.things} & PEOPLE)


PEOPLE = vocabulary.words("people", "counted", "counted too")


def known(c: Cell) -> bool:
    """Whether some list has the unit, so that a word for the same would have been found there."""
    return (
        bool(table().get(c.figure.unit) or senses().get(c.figure.unit) or any(m[0] == "+" for m in c.things)) or c.figure.measured
    )


def apart(x: Cell, y: Cell, tie: Tie) -> str | None:
    """The rule for units that are surely other things: measures of one kind, or known words for no class and no people."""
    p, q = x.figure, y.figure
    if p.measured or q.measured:
        kinds = [dimension(f.unit) for f in (p, q)]
        return "unit_changed" if kinds[0] and kinds[0] == kinds[1] else None
    general = frozenset().union(*wide().values())
    if tie.kind == "told" or {p.unit, q.unit} & (general | party_words("people")) or x.abroad or y.abroad:
        return None
    return "category_changed"


DIMENSIONS = tuple(
    vocabulary.words("dimensions", *kinds)
    for kinds in (("weight",), ("money", "old money"), ("length",), ("time", "century"), ("volume",), ("power",), ("area",))
)


def dimension(unit: str) -> int:
    """What a unit measures, 0 for none."""
    return next((n for n, row in enumerate(DIMENSIONS, 1) if unit in row), 0)
