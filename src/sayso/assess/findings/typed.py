"""Two sentences in other words throughout: the one name, hour, month, figure or side that each has and the other lacks."""

from __future__ import annotations

import re

from sayso.assess.alignment import Alignment
from sayso.assess.findings.remark import Change
from sayso.assess.findings.replacements import counted, elsewhere, figures_of
from sayso.assess.findings.slots import known
from sayso.assess.findings.stretches import YEAR
from sayso.assess.findings.swaps import aliased
from sayso.assess.frames import one_word
from sayso.lexicon import vocabulary
from sayso.lexicon.thesaurus import kinship
from sayso.text.months import MONTHS, WEEKDAYS
from sayso.text.normal import onset

# Shares, told at all and in the same words, from which a lone name on each side stands in the other's place. Own choice: on 150
# real pages, 0.45 of the one alone made two names of "Formula One" and "the Finn".
NAMED, SAME = 0.6, 0.4
LEAST, SHARE = 4, 0.3  # words, and the share of the longer sentence, that must stand for one another; own choice
CALENDAR = tuple(frozenset(w.casefold() for w in row) - {"may"} for row in (MONTHS, WEEKDAYS))  # "may" is a verb as a rule
HOUR = re.compile(r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?P<clock>\so['’]clock)?", re.IGNORECASE)
SIDES = vocabulary.words("sides", "side")


def typed(al: Alignment, a: str, b: str, pages: tuple[str, str]) -> Change | None:
    """The rule with the words before and after; None where no type has one of its own on each side."""
    if len(al.there) < LEAST or al.whole < SHARE:
        return None
    return hour(a, b) or lone_name(al, pages) or calendar(al, pages) or lone_figure(a, b, pages) or opposed(al, pages)


def hours(text: str) -> dict[int, str]:
    """The hours of the clock in a sentence, in minutes from midnight."""
    out = {}
    for m in HOUR.finditer(text):
        if (
            not (m["half"] or m["m"] or m["clock"])
            or int(m["h"]) >= DAY
            or (m["m"] and text[m.start("m") - 1] == "." and not m["half"])
        ):
            continue
        late = bool(m["half"]) and m["half"].casefold() == "p" and int(m["h"]) < NOON
        out[(int(m["h"]) + NOON * late) * 60 + int(m["m"] or 0)] = m.group().strip()
    return out


DAY, NOON = 24, 12


def hour(a: str, b: str) -> Change | None:
    """One hour of the clock on each side, and they differ by more than a turn of twelve hours."""
    (one, two) = hours(a), hours(b)
    if len(one) != 1 or len(two) != 1 or (min(one) - min(two)) % (NOON * 60) == 0:
        return None
    return "date_changed", one[min(one)], two[min(two)]


def lone_name(al: Alignment, pages: tuple[str, str]) -> Change | None:
    """One name on each side that is nowhere on the other page, in no form."""
    if al.whole < NAMED or al.literal < SAME:
        return None
    found = []
    for row, page in ((al.one, pages[1]), (al.two, pages[0])):
        names: list[list[str]] = []
        for n, t in enumerate(row):
            if "name" not in t.kinds or any(t.low in kind for kind in CALENDAR):
                continue
            word = t.low.capitalize()
            # "Ostmark", "the Mark"; of the last four letters "Egyptians" has those of "Syrians".
            end = t.low[-max(LEAST, len(t.low) - 2) :]
            if len(t.low) < LEAST or re.search(rf"{re.escape(end)}|\b{re.escape(t.low[:LEAST])}", page, re.IGNORECASE):
                continue
            if n and "name" in row[n - 1].kinds and not t.word.apart and names and names[-1][-1] == row[n - 1].low.capitalize():
                names[-1].append(word)
            else:
                names.append([word])
        found.append([w for w in names if not any(aliased(v, page) or known(v, page) or onset(v) in page for v in w)])
    if [len(f) for f in found] != [1, 1]:
        return None
    one, two = (" ".join(f[0]) for f in found)
    return "actor_changed", one, two


def calendar(al: Alignment, pages: tuple[str, str]) -> Change | None:
    """One month, or one day of the week, on each side that the other page lacks."""
    for kind in CALENDAR:
        one, two = ({t.low for t in row if t.low in kind} for row in (al.one, al.two))
        if len(one) == len(two) == 1 and one != two and not elsewhere(min(one), pages[1]) and not elsewhere(min(two), pages[0]):
            return "date_changed", min(one).capitalize(), min(two).capitalize()
    return None


def lone_figure(a: str, b: str, pages: tuple[str, str]) -> Change | None:
    """One exact figure on each side that is nowhere on the other page; no length of time, no year."""
    if hours(a) or hours(b):
        return None
    rows = [figures_of(t) for t in (a, b)]
    there = [{(n.low, n.high) for n in figures_of(p)[1]} for p in pages]
    exact = [[n for n in row if n.low == n.high and not n.vague and not n.share] for _, row in rows]
    gone = [n for n in exact[0] if (n.low, n.high) not in there[1]]
    new = [n for n in exact[1] if (n.low, n.high) not in there[0]]
    if len(gone) != 1 or len(new) != 1 or len(exact[0]) != len(exact[1]) or any(LENGTH.search(t) for t, _ in rows):
        return None
    of = [counted(text, n.span.end) for (text, _), n in zip(rows, (gone[0], new[0]), strict=True)]
    if not any(one_word(v, w) for v in of[0] for w in of[1]):
        return None
    x, y = gone[0].span.of(rows[0][0]), new[0].span.of(rows[1][0])
    return None if YEAR.match(x) or YEAR.match(y) else ("number_changed", x, y)


# Measures that may be told in another unit, and lengths of time.
LENGTH = re.compile(rf"\b{vocabulary.one_of('dimensions', 'size')}\b|[%€$£]", re.IGNORECASE)


def opposed(al: Alignment, pages: tuple[str, str]) -> Change | None:
    """A side or a part on each side of which the other page has the opposite alone."""
    for n in al.gone:
        for m in al.new:
            x, y = al.one[n], al.two[m]
            if not {x.low, y.low} <= SIDES or kinship(x.low, y.low) not in ("opposite", "kin"):
                continue
            if not elsewhere(x.low, pages[1]) and not elsewhere(y.low, pages[0]):
                return "place_changed", x.low, y.low
    return None
