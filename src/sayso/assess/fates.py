"""What became of the people that a figure counts, by the words next to it, in any language of ``resources/fates.yml``."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.beyond import senses
from sayso.assess.classes import table
from sayso.assess.figures import ANYBODY
from sayso.assess.wording import WORD, party_words, stem
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Span

REACH = 80  # code points on either side of a figure in which its fate may stand; own choice, as in figures.py a little wider
STOP = re.compile(r"[.;:!?\n](?:\s|$)|[.!?][»”\"’]")
BREAK = re.compile(r"\d|,|;|\s(?:and|or|y|e|et|und|en|dan|ve|и|та|i|og|och|و)\s")
WORKERS = frozenset({"=job", "=worker", "=staffing"})
POSTS = frozenset("position post role cut".split())
# Senses whose words stand for people when something is counted.
PEOPLE = frozenset(f"={w}" for w in vocabulary.words("people", "counted", "counted too"))


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    out = []
    for row in (r for r in rows("fates") if "fate" in r):
        words = sorted((w.strip() for w in str(row["words"]).split(",") if w.strip()), key=lambda w: (-len(w), w))
        any_of = "|".join(re.escape(w).replace(r"\ \*\ ", r"\s(?:\w+\s){0,2}?") for w in words)
        out.append((str(row["fate"]), re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)))
    return tuple(out)


@cache
def _by_sense() -> dict[str, str]:
    return {f"={name}": str(row["fate"]) for row in rows("fates") for name in str(row.get("senses", "")).split()}


def places(text: str) -> list[tuple[int, int, str]]:
    """Where words of fates stand in a passage, first to last."""
    found = [(*m.span(), fate) for fate, pattern in _phrases() for m in pattern.finditer(text)]
    for m in WORD.finditer(text):
        low = m.group().casefold()
        if (fate := _by_sense().get(senses().get(low, ""))) is not None:
            found.append((*m.span(), fate))
    return sorted(found)


def fate(text: str, within: Span, figure: Span) -> str:
    """What became of the counted: by the first word behind the figure in its part of the sentence, else the last before it."""
    before = STOP.split(text[max(within.start, figure.start - REACH) : figure.start])[-1]
    after = STOP.split(text[figure.end : min(within.end, figure.end + REACH)])[0]
    behind, ahead = places(BREAK.split(after)[0]), places(before)
    told = [kind for *_, kind in behind if kind != ABOARD] or [kind for *_, kind in behind] or [kind for *_, kind in ahead[::-1]]
    return told[0] if told else ""  # "two passengers were arrested": who they are stands nearer than what became of them


ABOARD = "aboard"


def fate_in(words: str) -> str:
    """What a unit itself says: "deaths", "the missing", "passengers"."""
    found = places(words)
    return found[-1][2] if found else ""


@cache
def _people() -> frozenset[str]:
    """Words of other languages than English for people."""
    return frozenset(w for row in rows("fates") for w in str(row.get("people", "")).split())


def sense(unit: str) -> str:
    """The sense of a unit's last word, singular or plural; empty where it has none."""
    word = unit.split()[-1].casefold() if unit.split() else ""
    return next((found for w in (word, f"{word}s", stem(word)) if (found := senses().get(w))), "")


def people(unit: str) -> bool:
    """Whether a unit counts people."""
    word = unit.split()[-1].casefold() if unit.split() else ""
    who = any(p.kind == "who" for p in table().get(word, table().get(stem(word), ())))
    return bool(word) and (who or sense(unit) in PEOPLE or stem(word) in party_words("people") or word in _people())


FIGHTING = {**{f"={w}": "extremist" for w in vocabulary.listed("people", "irregular")}, "=soldier": "personnel"}
ANY = frozenset(f"={w}" for w in vocabulary.words("people", "anybody counted"))


def who(unit: str) -> str:
    """Whom a unit counts: "" for people at large, one word for all fighters and one for all soldiers, else the first like it."""
    word = unit.split()[-1].casefold()
    if sense(unit) in ANY or word in _people() or stem(word) in ANYBODY:
        return ""
    places_ = table().get(word, table().get(stem(word), ()))
    return FIGHTING.get(sense(unit)) or (f"{places_[0].of} {places_[0].group}" if places_ else sense(unit) or stem(word))


def posts(unit: str) -> bool:
    """Whether a unit counts jobs, or those who have them."""
    return bool(unit) and (sense(unit) in WORKERS or stem(unit.split()[-1]) in POSTS)
