"""How far a thing has gone, or which way: "questioned" or "charged", "postponed" or "cancelled". Steps stand in ``courses.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.assess.alignment import Alignment
from sayso.assess.moods import denied
from sayso.lexicon.tables import rows

NEAR = 4  # words of content on either side of a step, of which one must stand for one beside the other; own choice


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a course as it is written: its number, the words, and where they stand."""

    number: int
    words: str
    start: int
    end: int


@cache
def courses() -> tuple[tuple[str, str, tuple[re.Pattern[str], ...]], ...]:
    """Each course: its name, its kind, and a pattern for each of its steps."""
    out = []
    for n, row in enumerate(rows("courses")):
        steps = []
        for group in str(row["steps"]).split(","):
            words = "|".join(re.escape(w).replace("_", r"\s") for w in sorted(group.split(), key=lambda w: (-len(w), w)))
            steps.append(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
        out.append((f"{row['kind']} {n}", str(row["kind"]), tuple(steps)))
    return tuple(out)


RUN = re.compile(r"\w+")
ODD = re.compile("[İıſ\u212a]")  # the letters that a pattern takes for an i, s or k: such a text is searched for every course


@cache
def first_words() -> dict[str, frozenset[str]]:
    """The courses that a word may belong to: their patterns need not be tried on a text that has none of their words."""
    out: dict[str, set[str]] = {}
    for n, row in enumerate(rows("courses")):
        for w in str(row["steps"]).replace(",", " ").split():
            out.setdefault(RUN.findall(w.replace("_", " ").casefold())[0], set()).add(f"{row['kind']} {n}")
    return {w: frozenset(names) for w, names in out.items()}


@lru_cache(maxsize=8192)
def stages(text: str) -> dict[str, tuple[Step, ...]]:
    """The steps that a text has, by course, in order."""
    out = {}
    wanted = None if ODD.search(text) else {n for w in set(RUN.findall(text.casefold())) for n in first_words().get(w, ())}
    for name, _, patterns in courses():
        if wanted is not None and name not in wanted:
            continue
        found = [Step(n, m.group(), m.start(), m.end()) for n, p in enumerate(patterns) for m in p.finditer(text)]
        if found:
            out[name] = tuple(sorted(found, key=lambda s: (s.start, s.number)))
    return out


def course(al: Alignment, a: str, b: str, pages: tuple[str, str]) -> tuple[str, str, str] | None:
    """The rule with the words before and after, where each sentence has one step of its own that the other's page has nowhere."""
    one, two = stages(a), stages(b)
    there = [stages(p) for p in pages]
    for name, kind, _ in courses():
        if kind == VOICE:
            continue
        mine, theirs = one.get(name, ()), two.get(name, ())
        if len({s.number for s in mine}) != 1 or len({s.number for s in theirs}) != 1 or mine[0].number == theirs[0].number:
            continue
        x, y = mine[0], theirs[0]
        if any(s.number == y.number for s in there[0].get(name, ())) or any(s.number == x.number for s in there[1].get(name, ())):
            continue
        at = [next((n for n, t in enumerate(row) if s.start <= t.word.at < s.end), -1) for row, s in ((al.one, x), (al.two, y))]
        if min(at) < 0 or denied(al.one, at[0]) != denied(al.two, at[1]) or not beside(al, at[0], at[1]):
            continue
        rule = "relabelled" if kind == "fork" else "strengthened" if y.number > x.number else "weakened"
        return rule, x.words, y.words
    return None


VOICE = "voice"


def voices(text: str) -> frozenset[int]:
    """What parties the words for a source name, by the numbers of their steps."""
    return frozenset(s.number for name, row in stages(text).items() if name.startswith(VOICE) for s in row)


def beside(al: Alignment, n: int, m: int) -> bool:
    """Whether a word of content near one step stands for one near the other."""
    around = []
    for row, at in ((al.one, n), (al.two, m)):
        left = [k for k in range(at - 1, -1, -1) if row[k].content][:NEAR]
        right = [k for k in range(at + 1, len(row)) if row[k].content][:NEAR]
        around.append({*left, *right})
    return any(al.there.get(k) in around[1] for k in around[0])
