"""The words of ``resources/notices.yml`` by their kind, and what a name looks like in a pattern."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows
from sayso.text.months import MONTH_OF, WEEKDAY_OF

CAP = f"[A-ZÀ-ÖØ-ÞΑ-ΩЀ-ЯҐ{''.join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())}]"
NAME = rf"{CAP}[\w&’'-]*(?:\.[\w-]+)?(?:[ \u00a0](?:of[ ]|de[ ]|al[ ])?{CAP}[\w&’'-]*){{0,4}}"


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The words of one kind."""
    return tuple(w.strip() for r in rows("notices") if r["kind"] == kind for w in r["words"].split(","))


@cache
def any_of(kind: str) -> str:
    """A part of a pattern that is one of the words of a kind, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words_of(kind), key=lambda w: (-len(w), w))) + ")"


_NUMBER_SIGNS = frozenset({"n", "no", "nr", "nº", "№"})
_LETTERS = re.compile(r"[^\W\d_]+|№")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{any_of('release')}|{any_of('letterhead')}|{any_of('office')})(?!\w)")


def calls_paper(line: str) -> bool:
    """Whether a line says what a body's paper is, or which office put it out, and nothing else but a number and a day."""
    m = _paper().match(line)
    if m is None:
        return False
    rest = [w.casefold() for w in _LETTERS.findall(line, m.end())]
    return all(w in _NUMBER_SIGNS or w in MONTH_OF or w in WEEKDAY_OF for w in rest)
