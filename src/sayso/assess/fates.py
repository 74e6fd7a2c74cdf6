"""What became of the people that a figure counts, by the words next to it, in any language of ``resources/fates.yml``."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.beyond import senses
from sayso.assess.wording import WORD, party_words, stem
from sayso.lexicon.tables import rows
from sayso.model import Span

REACH = 80  # code points on either side of a figure in which its fate may stand; own choice, as in figures.py a little wider
STOP = re.compile(r"[.;:!?\n](?:\s|$)|[.;:!?»”\"](?=\s\S)")
BREAK = re.compile(r"\d|,|;|\s(?:and|or|y|e|et|und|en|dan|ve|и|та|i|og|och|و)\s")
WORKERS = frozenset({"=job", "=worker", "=staffing"})
POSTS = frozenset("position post role cut".split())
# Senses whose words stand for people when something is counted.
PEOPLE = frozenset(
    "=people =man =woman =civilian =soldier =militant =gunman =extremist =guerrilla =worker =child =passenger =driver =resident"
    " =victim =patient =student =police =sailor =tourist =migrant =refugee =survivor =teacher =teenager =fan =supporter =villager"
    " =missing =dead =hurt =person =member".split()
)


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    out = []
    for row in rows("fates"):
        words = sorted((w.strip() for w in str(row["words"]).split(",") if w.strip()), key=lambda w: (-len(w), w))
        out.append((str(row["fate"]), re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)))
    return tuple(out)


@cache
def _by_sense() -> dict[str, str]:
    return {f"={name}": str(row["fate"]) for row in rows("fates") for name in str(row["senses"]).split()}


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
    if behind := places(BREAK.split(after)[0]):
        return behind[0][2]
    if ahead := places(before):
        return ahead[-1][2]
    return ""


def people(unit: str) -> bool:
    """Whether a unit counts people."""
    if not unit:
        return False
    word = unit.split()[-1].casefold()
    known = senses().get(word) or senses().get(stem(word)) or ""
    return known in PEOPLE or stem(word) in party_words("people")


def posts(unit: str) -> bool:
    """Whether a unit counts jobs, or those who have them."""
    word = unit.split()[-1].casefold() if unit else ""
    return (senses().get(word) or senses().get(stem(word))) in WORKERS or stem(word) in POSTS
