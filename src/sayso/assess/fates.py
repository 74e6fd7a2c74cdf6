"""What became of the people that a figure counts, by the words next to it, in any language of ``resources/fates.yml``."""

from __future__ import annotations

import re
from functools import cache

from sayso.assess.beyond import senses
from sayso.assess.classes import table
from sayso.assess.wording import WORD, party_words, stem
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kind_of
from sayso.lexicon.words import words
from sayso.model import Span

REACH = 80  # code points on either side of a figure in which its fate may stand; own choice, as in figures.py a little wider
STOP = re.compile(r"[.;:!?\n](?:\s|$)|[.!?][»”\"’]")
BREAK = re.compile(r"\d|,|;|\s(?:and|or|y|e|et|und|en|dan|ve|и|та|i|og|och|و)\s|\sو(?=\w)")
WORKERS = frozenset({"=job", "=worker", "=staffing"})
POSTS = frozenset("position post role cut".split())
# Units that say only that people are counted; any other unit of people is a part of them.
ANYBODY = vocabulary.words("people", "anybody") | {""}
# Senses whose words stand for people when something is counted.
PEOPLE = frozenset(f"={w}" for w in vocabulary.words("people", "counted", "counted too"))


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Each fate with its words, and whether things meet it as well ("eliminated")."""
    out = []
    for row in (r for r in rows("fates") if "fate" in r):
        listed = sorted((w.strip() for w in str(row["words"]).split(",") if w.strip()), key=lambda w: (-len(w), w))
        any_of = "|".join(re.escape(w).replace(r"\ \*\ ", r"\s(?:\w+\s){0,2}?") for w in listed)
        out.append((str(row["fate"]), re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE), bool(row.get("things"))))
    return tuple(out)


@cache
def _by_sense() -> dict[str, str]:
    return {f"={name}": str(row["fate"]) for row in rows("fates") for name in str(row.get("senses", "")).split()}


def places(text: str, of_people: bool = False) -> list[tuple[int, int, str]]:
    """Where words of fates stand in a passage, first to last; ``of_people``: only those that things do not meet as well."""
    rows_ = ((fate, pattern) for fate, pattern, things in _phrases() if not (things and of_people))
    found = [(*m.span(), fate) for fate, pattern in rows_ for m in pattern.finditer(text)]
    for m in WORD.finditer(text):
        low = m.group().casefold()
        if (fate := _by_sense().get(senses().get(low, ""))) is not None:
            found.append((*m.span(), fate))
    return sorted(found)


# What stands between commas: "14 millers, three of them women, were shot".
INSERTED = re.compile(r"^[^,]{0,50},\s[^,]{1,50},(?=\s)")


def fate(text: str, within: Span, figure: Span, of_people: bool = False) -> str:
    """What became of the counted: by the first word behind the figure in its part of the sentence, else the last before it."""
    before = STOP.split(text[max(within.start, figure.start - REACH) : figure.start])[-1]
    after = STOP.split(text[figure.end : min(within.end, figure.end + REACH)])[0]
    behind, ahead = places(BREAK.split(after)[0], of_people), places(before, of_people)
    if not behind and (inserted := INSERTED.match(after)) is not None:
        behind = [p for p in places(BREAK.split(after[inserted.end() :])[0], of_people) if p[0] <= NEAR]
    if not behind and ahead and not goes_on(before[ahead[-1][1] :], after):
        return ""
    told = [kind for *_, kind in behind if kind != ABOARD] or [kind for *_, kind in behind] or [kind for *_, kind in ahead[::-1]]
    return told[0] if told else ""  # "two passengers were arrested": who they are stands nearer than what became of them


def goes_on(between: str, after: str) -> bool:
    """Whether a figure shares a fate told of another one: "nine died in Osk and 21 in Tarn", not "nine died and 21 are trapped".

    ``between`` lies between the fate and the figure. An auxiliary behind the figure and its noun begins what is told of it.
    """
    if BREAK.search(between) is None:
        return True
    said = (m.group().casefold() for m in WORD.finditer(CLAUSE.split(after)[0]))
    return next((w for w in said if not (w in others_of() or people(w))), "") not in _auxiliaries()


CLAUSE = re.compile(r"[,;:.!?)»”\"]")


@cache
def _auxiliaries() -> frozenset[str]:
    """The auxiliaries of all languages."""
    return frozenset(w for lang in sorted({str(r["lang"]) for r in rows("grammar")}) for w in words(lang, "auxiliary"))


@cache
def others_of() -> frozenset[str]:
    """Words of all languages for others of those who were counted before."""
    return frozenset(w for row in rows("fates") for w in str(row.get("rest", "")).split())


ABOARD = "aboard"
NEAR = 20  # code points behind inserted words in which the fate must begin; own choice
# Fates that only people, or beasts, meet: whatever noun is counted.
BEFALLS = frozenset("killed injured missing detained evacuated displaced abducted captured freed infected".split()) | {
    "in hospital",
    "taken ill",
    "trapped",
}


def befallen(unit: str, became: str, language: str | None) -> bool:
    """Whether a noun that no row has for people counts them all the same, by what became of them: "nine weavers were killed"."""
    if became not in BEFALLS or not unit.split():
        return False
    return not sense(unit) if language != "en" else kind_of(unit.split()[-1].casefold(), "person", noun=True)


def fate_in(words: str) -> str:
    """What a unit itself says: "deaths", "the missing", "passengers"."""
    found = places(words)
    return found[-1][2] if found else ""


@cache
def numbers_of() -> frozenset[str]:
    """Words of all languages for how many there are: "the number of dead"."""
    return frozenset(w for row in rows("fates") for w in str(row.get("number", "")).split())


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
