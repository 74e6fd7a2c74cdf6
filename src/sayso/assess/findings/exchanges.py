"""What two sentences told in another order have exchanged: who somebody is, who did it to whom, what was ruled out or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assess.findings.remark import Change
from sayso.assess.frames import ANYONE, one_word
from sayso.assess.nouns import Phrase, Word, content, has, phrases, row_of, stems_of, verbal
from sayso.lexicon import vocabulary


def exchange(a: str, b: str, page_a: str, page_b: str) -> Change | None:
    """What has been exchanged between two sentences, as a rule with the words before and after."""
    one, two = row_of(a), row_of(b)
    told = phrases(a, one), phrases(b, two)
    return another_role(a, b, page_a, page_b) or contrast(a, b) or bound_exchanged(one, two) or members(told[0], told[1], one, two)


GROUPED = vocabulary.words("people", "in a group")


def members(one: Sequence[Phrase], two: Sequence[Phrase], row_a: Sequence[Word], row_b: Sequence[Word]) -> Change | None:
    """The same number counts groups on one side and people on the other, or things and the people who work with them."""
    first, second = counted(one, row_a), counted(two, row_b)
    for figure in sorted(set(first) & set(second)):
        x, y = first[figure], second[figure]
        for p, q in ((x, y), (y, x)):
            if p.head.stem in GROUPED and q.head.stem in ANYONE and len(p.row) == len(q.row) == 1:
                return "category_changed", f"{figure} {x.shown}", f"{figure} {y.shown}"
            if p.head.stem in {w.stem for w in q.row[:-1]} and q.head.low.endswith(("ers", "ors", "ists", "men", "crews")):
                return "category_changed", f"{figure} {x.shown}", f"{figure} {y.shown}"
    return None


def counted(told: Sequence[Phrase], row: Sequence[Word]) -> dict[str, Phrase]:
    """The phrases that a number, "each" or "every" stands right before, by it; what is counted twice left out."""
    out: dict[str, Phrase] = {}
    for p in told:
        first = p.row[0]
        if first.low[0].isdigit() and len(p.row) > 1:
            out[first.low] = Phrase(p.row[1:], p.shown, p.governor, p.roles, p.tail, p.beside, nominal=True)
            continue
        n = row.index(first)
        if n and not first.apart:
            out["each" if row[n - 1].low in ("each", "every") else row[n - 1].low] = p
    return {k: p for k, p in out.items() if k == "each" or k[0].isdigit() or k in NUMBERS}


NUMBERS = frozenset(vocabulary.numerals(2, 90)) | {"hundred"}


NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+"
ROLE = r"(?:[a-z][\w’'-]*\s){0,3}[a-z][\w’'-]*"
BEFORE = re.compile(
    rf"(?:(?<=\b[Tt]he\s)|(?<=\b[Aa]\s)|(?<=\b[Aa]n\s)|(?<=,\s)|(?<=\bsaid\s)|(?<=\bby\s)|(?<=\bto\s))(?P<role>{ROLE}),?\s(?P<name>{NAME})"
)
START = re.compile(rf"^[“\"]?(?P<role>[A-Z][a-z]+(?:-[a-z]+)?(?:\s[a-z][\w-]+){{0,3}})\s(?P<name>{NAME})")
BEHIND = re.compile(rf"(?P<name>{NAME}),\s(?:an?\s|the\s)(?P<role>{ROLE})(?=[,.]|\s(?:of|at|in|for|who|from)\b)")


def held(text: str) -> dict[str, frozenset[str]]:
    """For each name of two words and more the words that say who it is."""
    out: dict[str, frozenset[str]] = {}
    for pattern in (START, BEFORE, BEHIND):
        for m in pattern.finditer(text):
            role = frozenset(w.stem for w in row_of(m["role"]) if content(w) and not verbal(w))
            if role:
                out[m["name"]] = out.get(m["name"], frozenset()) | role
    return out


def another_role(a: str, b: str, page_a: str, page_b: str) -> tuple[str, str, str] | None:
    """A name that is somebody else on each page: what it is called on the one is in no form on the other."""
    one, two = held(a), held(b)
    for name in sorted(set(one) & set(two)):
        there = stems_of(page_a), stems_of(page_b)
        if not any(has(w, there[1]) for w in one[name]) and not any(has(w, there[0]) for w in two[name]):
            return "source_promoted", f"{' '.join(sorted(one[name]))} {name}", f"{' '.join(sorted(two[name]))} {name}"
    return None


AGAINST = re.compile(
    r"(?P<front>[^,.;“”\"]{3,80}?),?\s(?:and\s)?(?:not|rather\sthan|instead\sof)\s(?:because\sof\s|by\s|to\s|from\s)?"
    r"(?P<other>[^,.;“”\"]{3,60})"
)


def contrast(a: str, b: str) -> tuple[str, str, str] | None:
    """What was ruled out and what was not have changed places: "frost, not a barge", "a barge and not frost"."""
    for m in AGAINST.finditer(a):
        for n in AGAINST.finditer(b):
            so, ruled_out = ({w.stem for w in row_of(g) if content(w) and not verbal(w)} for g in (m["front"], n["front"]))
            x, y = (next((w.stem for w in row_of(g["other"]) if content(w) and not verbal(w)), "") for g in (m, n))
            if not x or not y or one_word(x, y) or not has(x, frozenset(ruled_out)) or not has(y, frozenset(so)):
                continue
            if not has(x, frozenset(so)) and not has(y, frozenset(ruled_out)):
                return "actor_changed", m.group(), n.group()
    return None


TURNS = {"under": "over", "below": "above", "fewer": "more", "less": "more", "most": "least"}


def bound_exchanged(one: Sequence[Word], two: Sequence[Word]) -> tuple[str, str, str] | None:
    """A bound right before one figure that points the other way: "just under 90", "just over 90"."""
    sides = [
        {row[n + 1].low: w.low for n, w in enumerate(row[:-1]) if row[n + 1].low[0].isdigit() and w.low in BOUNDS}
        for row in (one, two)
    ]
    for figure in sorted(set(sides[0]) & set(sides[1])):
        x, y = sides[0][figure], sides[1][figure]
        if TURNS.get(x) == y or TURNS.get(y) == x:
            return "bound_changed", f"{x} {figure}", f"{y} {figure}"
    return None


BOUNDS = frozenset("under over below above most least".split())
