"""What one of two aligned sentences has in the place of what the other has: a thing, its description, a deed, a figure, a unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sayso.assess.alignment import OPPOSED, Alignment, Run, Token, idle, runs, same_slot, shown, tokens, verbish
from sayso.assess.amounts import stepped
from sayso.assess.findings.remark import Change
from sayso.assess.findings.stretches import AT_PLACE, YEAR
from sayso.assess.frames import ANYONE, AUXILIARY, one_word, past
from sayso.assess.moments import TIMES
from sayso.assess.moods import NOT, denied
from sayso.assess.nouns import BE, DETERMINERS, PREPOSITIONS, phrases
from sayso.assess.wording import stem
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import kinship
from sayso.lexicon.words import number_words
from sayso.text import numbers
from sayso.text.number_words import Number

FEW = 2  # runs left over on a side where one thing alone is told otherwise; own choice
# Share of the longer sentence that must be told in the same words where nothing is known of two words that differ. Own choice.
LITERAL = 0.5
LONGEST = 4  # words of what is gone or new
MATCHED = 4  # words that must be told alike where the place in the sentence does not decide
# After a verb these make it another one ("stepped down"), so that what the verb alone means decides nothing.
PARTICLES = vocabulary.words("light_words", "particle")


def replaced(al: Alignment, a: str, b: str) -> Change | None:
    """The rule with the words before and after; None where nothing has been replaced."""
    return figure(al, a, b) or unit(al) or amount(a, b) or single(al, a, b) or residue(al, a, b) or stretch(al, a, b) or deed(al)


def single(al: Alignment, a: str, b: str) -> Change | None:
    """One word in one slot: opposites wherever they stand alike, kinds of one thing, and whatever is framed on both sides."""
    gone, new = runs(al.one, al.gone), runs(al.two, al.new)
    few = max(len(gone), len(new)) <= FEW
    lone = len(gone) == len(new) == 1
    sure = al.literal >= LITERAL
    for x in gone:
        for y in new:
            if denied(al.one, x[0]) != denied(al.two, y[0]) or barred(al, x, y):
                continue
            p, q = al.one[x[-1]], al.two[y[-1]]
            slot, how = same_slot(al, x, y), kinship(p.low, q.low)
            things = thing(al.one, x) and thing(al.two, y) and not (p.kinds ^ q.kinds) & {"name"}
            turned = how == "opposite" and slot
            kin = how == "kin" and slot and (things or "modifier" in slot) and not moved(al, x, y)
            framed = sure and few and things and {"left", "right"} <= slot and not moved(al, x, y)
            other = sure and few and "modifier" in slot and describes(al.one, x) and describes(al.two, y)
            behind = sure and lone and things and "behind" in slot
            if turned or kin or framed or other or behind:
                return rule(al, x, y), shown(a, al.one, x), shown(b, al.two, y)
    return None


def barred(al: Alignment, x: Run, y: Run) -> bool:
    """Whether two runs are compared elsewhere: figures, what is counted, words for anybody."""
    p, q = al.one[x[-1]], al.two[y[-1]]
    counted = any(r[0] > 0 and "number" in row[r[0] - 1].kinds for row, r in ((al.one, x), (al.two, y)))
    nobody = {p.word.stem, q.word.stem} & (ANYONE | LENGTHS | {"human", "bit", "little", "lot"})
    short = min(len(p.low), len(q.low)) <= 2  # "L.A."
    return "number" in p.kinds | q.kinds or counted or short or bool(nobody)


LENGTHS = vocabulary.words("dimensions", "time", "century", "night", "fortnight", "while")


def moved(al: Alignment, x: Run, y: Run) -> bool:
    """Whether a particle stands behind one of two words alone: "resigned", "stepped down"."""
    return particle(al.one, x[-1]) != particle(al.two, y[-1])


def particle(row: Sequence[Token], n: int) -> bool:
    """Whether a particle stands right behind a word."""
    return n + 1 < len(row) and row[n + 1].low in PARTICLES and not row[n + 1].word.apart


def thing(row: Sequence[Token], run: Run) -> bool:
    """Whether a run is a thing: a name, or a noun that no article is needed for, or one behind an article or preposition."""
    t = row[run[-1]]
    if "name" in t.kinds:
        return True
    if "n" not in t.kinds or t.low in past() or (t.low.endswith(("ed", "ing")) and len(t.low) > LONGEST):
        return False
    n = run[0]
    before = row[n - 1].low if n else ""
    governed = not n or ((before in DETERMINERS or before in PREPOSITIONS) and before not in ("to", "than", "as"))
    return not t.kinds & {"a", "s", "v"} or governed or (before in BE and t.low.endswith("s"))


def describes(row: Sequence[Token], run: Run) -> bool:
    """Whether a run describes the noun behind it."""
    t, after, n = row[run[-1]], row[run[-1] + 1], run[0]
    verb = t.kinds == {"v"} or (n > 0 and row[n - 1].low in AUXILIARY | {"to"})
    adjective = bool(t.kinds & {"a", "s", "n"}) and len(t.low) > LONGEST - 1
    return not verb and adjective and "n" in after.kinds


def rule(al: Alignment, x: Run, y: Run) -> str:
    """The rule that names what is another."""
    p, q = al.one[x[-1]], al.two[y[-1]]
    if p.word.stem in TIMES and q.word.stem in TIMES:
        return "date_changed"
    if x[-1] + 1 < len(al.one) and al.one[x[-1] + 1].word.stem in TIMES and not al.one[x[-1] + 1].word.apart:
        return "date_changed"  # "the first Saturday in June"
    before = al.one[x[0] - 1].low if x[0] else ""
    before = al.one[x[0] - 2].low if before in DETERMINERS and x[0] > 1 else before
    if before in AT_PLACE:
        return "place_changed"
    deeds = [t.low in past() or t.low.endswith("ed") or t.kinds <= {"a", "s", "v"} for t in (p, q)]
    if all(deeds) and kinship(p.low, q.low) == "opposite":
        return "relabelled"
    return "actor_changed" if p.kinds & q.kinds & {"name"} or not x[0] else "category_changed"


def residue(al: Alignment, a: str, b: str) -> Change | None:
    """One thing is gone and one is new, in one role or behind one preposition, and all else is told alike in whatever order."""
    rows = [runs(row, [n for n in left if not idle(row[n])], bridged=True) for row, left in ((al.one, al.gone), (al.two, al.new))]
    if al.literal < LITERAL or [len(r) for r in rows] != [1, 1] or max(len(r[0]) for r in rows) > LONGEST:
        return None
    x, y = (runs(row, r[0])[0] for row, r in ((al.one, rows[0]), (al.two, rows[1])))
    if len(al.there) < max(MATCHED, 2 * max(len(r[0]) for r in rows)) or barred(al, x, y):
        return None
    if not thing(al.one, x) or not thing(al.two, y) or not one_role(al, x, y, (a, b)):
        return None
    return rule(al, x, y), shown(a, al.one, rows[0][0]), shown(b, al.two, rows[1][0])


def one_role(al: Alignment, x: Run, y: Run, texts: tuple[str, str]) -> bool:
    """Whether two things do or suffer something alike, stand behind one preposition, or are names."""
    if all("name" in row[r[-1]].kinds for row, r in ((al.one, x), (al.two, y))):
        return True
    found = []
    for text, row, run in ((texts[0], al.one, x), (texts[1], al.two, y)):
        p = next((p for p in phrases(text, [t.word for t in row]) if p.head.at == row[run[-1]].word.at), None)
        found.append(None if p is None else {p.governor} - {""} or {k for k, _ in p.roles})
    one, two = found
    if one is None or two is None:
        return "modifier" in same_slot(al, x, y)
    return not one or not two or bool(one & two)


def stretch(al: Alignment, a: str, b: str) -> Change | None:
    """Some words are others, between the same neighbours, and none of the ones stands for any of the others."""
    if al.literal < LITERAL:
        return None
    for x in runs(al.one, al.gone, bridged=True):
        for y in runs(al.two, al.new, bridged=True):
            slot = same_slot(al, x, y)
            long = min(len(x), len(y)) > 1 or (len(x) + len(y) > FEW and ("behind" in slot or x[0] == 0))
            inside = (*al.one[x[0] : x[-1] + 1], *al.two[y[0] : y[-1] + 1])
            if (
                {"left", "right"} <= slot
                and long
                and not any(verbish(t.word) for t in inside)
                and not any("number" in t.kinds or t.low in NOT for t in inside)
            ):
                return rule(al, x, y), shown(a, al.one, x), shown(b, al.two, y)
    return None


def deed(al: Alignment) -> Change | None:
    """One deed is gone and one is new, and all else is told alike."""
    gone, new = ([n for n in left if not idle(row[n])] for row, left in ((al.one, al.gone), (al.two, al.new)))
    if len(gone) != 1 or len(new) != 1 or len(al.there) <= MATCHED:
        return None
    p, q = al.one[gone[0]], al.two[new[0]]
    plain = [
        ("v" in t.kinds and (t.low in past() or t.low.endswith("ed")) and not particle(row, n))
        for t, row, n in ((p, al.one, gone[0]), (q, al.two, new[0]))
    ]
    if not all(plain) or kinship(p.low, q.low) not in OPPOSED or denied(al.one, gone[0]) != denied(al.two, new[0]):
        return None
    return "relabelled" if kinship(p.low, q.low) == "opposite" else "category_changed", p.low, q.low


# Lengths of time in words, and in the figure that other tellings have for them.
PLAIN = (
    (re.compile(r"\b(?:half\sa|a\shalf)\syear\b|\bsix\smonths\b", re.IGNORECASE), "6 months"),
    (re.compile(r"\bhalf\san\shour\b", re.IGNORECASE), "30 minutes"),
    (re.compile(r"\ba\sfortnight\b", re.IGNORECASE), "2 weeks"),
    (re.compile(r"\b(?:a|one|the\slast|the\spast)\sdecade\b", re.IGNORECASE), "10 years"),
    (re.compile(r"\ban\shour\sand\sa\shalf\b", re.IGNORECASE), "90 minutes"),
)
# Hours of the clock and lengths in two units, which are compared as times.
CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b[ap]\.?m\b|\bnoon\b|\bmidnight\b|o['’]clock|\b(?:hours?|minutes?)\s(?:and|to|past)\b", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def figures_of(text: str) -> tuple[str, tuple[Number, ...]]:
    """A sentence with its lengths of time in figures, and its figures."""
    for pattern, plain in PLAIN:
        text = pattern.sub(plain, text)
    return text, tuple(n for n in numbers.find(text, 0, len(text), number_words("en")) if n.told is None)


def figure(al: Alignment, a: str, b: str) -> Change | None:
    """One figure is gone and one is new, of the same thing, in sentences that are more alike than not."""
    (one, mine), (two, theirs) = figures_of(a), figures_of(b)
    if CLOCK.search(a) or CLOCK.search(b) or any(n.vague or n.share for n in (*mine, *theirs)):
        return None
    counts = [Counter((n.low, n.high) for n in row) for row in (mine, theirs)]
    gone, new = counts[0] - counts[1], counts[1] - counts[0]
    if sum(gone.values()) != 1 or sum(new.values()) != 1 or len(al.gone) + len(al.new) > len(al.there):
        return None
    x, y = (next(n for n in row if (n.low, n.high) in left) for row, left in ((mine, gone), (theirs, new)))
    if sum(YEAR.match(n.span.of(text)) is not None for text, n in ((one, x), (two, y))) == 1:
        return None  # "42 years ago" and "in 1975"
    of = [counted(text, n.span.end) for text, n in ((one, x), (two, y))]
    if all(of) and not any(one_word(v, w) for v in of[0] for w in of[1]):
        return None
    return "number_changed", x.span.of(one), y.span.of(two)


def counted(text: str, at: int) -> list[str]:
    """The stems of the two words behind a figure."""
    return [stem(w) for w in re.findall(r"[^\W\d_]{3,}", re.split(r"[,;.]", text[at : at + 30])[0])[:2]]


def unit(al: Alignment) -> Change | None:
    """The same figure counts another thing of one kind: seconds, minutes; basis points, percentage points."""
    for n, m in sorted(al.there.items()):
        if "number" not in al.one[n].kinds or n + 1 >= len(al.one) or m + 1 >= len(al.two):
            continue
        x, y = al.one[n + 1], al.two[m + 1]
        if x.word.apart or y.word.apart or x.word.stem == y.word.stem or not (x.content and y.content):
            continue
        lone = n + 1 not in al.there and m + 1 not in al.back
        described = lone and al.there.get(n + 2) == m + 2 and "n" in x.kinds and "n" in al.one[n + 2].kinds
        times = {x.word.stem, y.word.stem} <= TIMES | {"second"}
        kin = (lone or al.there.get(n + 1) == m + 1) and kinship(x.low, y.low) in OPPOSED and "n" in x.kinds & y.kinds
        if described or times or kin:
            return "unit_changed", f"{al.one[n].low} {x.low}", f"{al.two[m].low} {y.low}"
    return None


def amount(a: str, b: str) -> Change | None:
    """A word of amount stands on another step: "double", "three times"."""
    step = stepped(a, b)
    return None if step is None else ("number_changed", step[0].words, step[1].words)


def elsewhere(words: str, page: str) -> bool:
    """Whether a page has what it is said to lack: the last word of it, or any of a longer stretch."""
    said = [t for t in tokens(words) if t.content]
    there = {t.word.stem for t in tokens(page)}
    return any(t.word.stem in there for t in (said if len(said) > FEW else said[-1:]))
