"""The words of ``resources/notices.yml`` by their kind, and what a name looks like in a pattern."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows
from sayso.text.months import MONTH_OF, WEEKDAY_OF

CAP = f"[A-ZÀ-ÖØ-ÞΑ-ΩЀ-ЯҐ{''.join(c for c in map(chr, range(0x100, 0x180)) if c.isupper())}]"
NAME = rf"{CAP}[\w&’'-]*(?:\.[\w-]+)?(?:[ \u00a0](?:of[ ]|de[ ]|al[ ])?{CAP}[\w&’'-]*){{0,4}}"


SHORT = 3
"""Words of a date at most, and letters of the shortest word that stands for itself ("10. Mai 2031 г.", "de")."""


@cache
def words_of(kind: str) -> tuple[str, ...]:
    """The words of one kind."""
    return tuple(w.strip() for r in rows("notices") if r["kind"] == kind for w in r["words"].split(","))


@cache
def any_of(kind: str) -> str:
    """A part of a pattern that is one of the words of a kind, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words_of(kind), key=lambda w: (-len(w), w))) + ")"


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?i){any_of('release')}(?!\w)")


def heads_paper(line: str) -> bool:
    """Whether a line begins as a body heads what it says for itself ("Statement on the pier"), whatever stands behind."""
    return _heading().match(line) is not None


_WORD = re.compile(r"[^\W\d_]+")
_YEAR = frozenset("года року roku год рік rok".split())
"""What some languages write behind a year: "14 мая 2031 года"."""
_TOWN = re.compile(
    rf"(?:[ ](?:[^\W\d]{{1,3}}\.?[ ])?\d{{1,5}}(?:/\d{{2,4}})?)?"
    rf",[ \u00a0]{CAP}[\w’'-]+(?:[ \u00a0]{CAP}[\w’'-]+)?,(?=[ \u00a0][^\n]*\d{{4}})"
)
"""Where a paper was put out, before its day: "Press release No. 4, Orle, 3 May 2031"."""


def names_office(line: str) -> bool:
    """Whether a line is the name of an office that speaks for a body ("Press Office")."""
    return calls_paper(line) and _office().match(line) is not None


def offices_body(line: str) -> str | None:
    """Whose press office a short line names: "Norrin Harbour Board, Press Office", "Ufficio stampa, Comune di Orle"."""
    if m := _office().match(line):
        rest = _BEHIND_OFFICE.match(line, m.end())
        return line[rest.end() :].strip(" .") or None if rest else None
    m = _office_last().search(line)
    return line[: m.start()].strip(" ,–—-|·") or None if m else None


_BEHIND_OFFICE = re.compile(
    r"(?i)(?:[ \u00a0]?[,–—|·-])?[ \u00a0](?:(?:of|do|da|de|del|della|des|der|du)[ \u00a0](?:(?:the|la|le|l[’'])[ \u00a0]?)?)?"
)


@cache
def _office_last() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:[ \u00a0]?[,–—|·-])?[ \u00a0]{any_of('office')}\.?$")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"(?i){any_of('office')}(?!\w)")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:{any_of('release')}|{any_of('letterhead')}|{any_of('office')})(?!\w)")


def calls_paper(line: str) -> bool:
    """Whether a line says what a body's paper is, or which office put it out, and nothing else but a number, a town and a date."""
    m = _paper().match(line)
    if m is None:
        return False
    town = _TOWN.match(line, m.end())
    rest = _WORD.findall(line, town.end() if town else m.end())
    of_days = (w.casefold() in MONTH_OF or w.casefold() in WEEKDAY_OF or w.casefold() in _YEAR or len(w) < SHORT for w in rest)
    return len(rest) <= SHORT and all(of_days)
