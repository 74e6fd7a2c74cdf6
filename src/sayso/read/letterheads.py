"""Letterheads: the body that speaks for itself on a page, as the first lines of its paper name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon.notices import any_of, calls_paper
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.read.lines import Line
from sayso.read.names_of_hosts import SMALL, cased
from sayso.text.tokens import Token, tokens

HEAD, BELOW = 2, 2
"""A body's name is one of the first lines, and what it puts out is called so in one of those below it (choices)."""
MOST_NAME = 9
"""Words of a body's name (a choice)."""
_BODIES = frozenset({"government", "organization", "ngo", "armed_group"})
_POSTS = frozenset({"public", "private", "body"})
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff]")
_NO_NAME = re.compile(r"[:?!;/\"«“]|\d|[.,]$")


def house(rows: Sequence[Line]) -> tuple[str, str] | None:
    """The body and, in words, what says so: "Statement by BODY", or its name alone above "Press release" or its press office."""
    issued = next((m for row in rows[:HEAD] if (m := _issued().match(row.text)) and _body(m["house"])), None)
    if issued:
        return cased(issued["house"].strip()), f'head of its paper "{issued.group().strip()}"'
    head = sorted(lines(rows))
    name = rows[head[0]].text.strip() if head else ""
    return (cased(name), f'head of its paper "{name}", above "{rows[head[-1]].text.strip()}"') if head else None


def lines(rows: Sequence[Line]) -> frozenset[int]:
    """The lines of a letterhead, by number: the body's name and, below it, what its paper is called."""
    for n, row in enumerate(rows[:HEAD]):
        labels = [k for k in range(n + 1, min(n + 1 + BELOW, len(rows))) if calls_paper(rows[k].text)]
        if labels and _body(row.text) and not row.prose:
            return frozenset({n, *labels})
    return frozenset()


def _body(name: str) -> bool:
    """Whether a line is the name of a body: few words, a noun of bodies among them, and no more than a name.

    In Latin letters it ends in that noun, with capitals throughout, or a little word follows the noun ("Ministère de la défense").
    """
    found = [t for t in tokens(name) if t.word]
    if not 1 < len(found) <= MOST_NAME or _NO_NAME.search(name.strip()) or not any(map(_noun, found)):
        return False
    if _OTHER_SCRIPT.search(name):
        return not found[0].text.islower()
    of_something = any(_noun(a) and b.low in SMALL for a, b in pairwise(found))
    capital = all(t.capital or t.low in SMALL for t in found)
    return found[0].capital and ((capital and (of_something or _noun(found[-1]))) or (_noun(found[0]) and found[1].low in SMALL))


def _noun(token: Token) -> bool:
    """A noun of bodies, in any language that has rows of such: the page's own is not known yet."""
    return role_of(token) in _BODIES or role_of(token, "es") in _BODIES or not classes(token).isdisjoint(_POSTS)


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{any_of('issued')})[ \u00a0](?:the[ \u00a0])?(?P<house>[^\n]{{3,80}})$")
