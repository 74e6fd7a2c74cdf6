"""Words that say how figures belong together: of a total, of a share, of a change; and which units go together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.thesaurus import kind_of
from sayso.model import Span

LOOK = 28  # code points before a figure in which its bound stands; the longest of the rows has 20


def worded(words: str) -> str:
    """The words of a row as a pattern: "*" at the end stands for any ending."""
    parts = sorted((w.strip() for w in words.split(",")), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for w in parts)


def word(kind: str) -> str:
    """The words of one kind as one group of a pattern, without its edges."""
    return f"(?:{'|'.join(worded(r['words']) for r in rows('reckonings') if r['kind'] == kind)})"


@cache
def said(kind: str) -> re.Pattern[str]:
    """The words of one kind, of every language: they seldom mean another thing beside a figure in another one."""
    return re.compile(rf"(?<!\w){word(kind)}(?!\w)", re.IGNORECASE)


@cache
def before(kind: str) -> re.Pattern[str]:
    """The words of one kind right before a figure; "15 more than the 40" compares and bounds nothing."""
    return re.compile(rf"{said(kind).pattern}\s(?:(?:an?|one)\s)?\Z", re.IGNORECASE)


BOUNDS = ("nearly", "over", "within", "beyond")


def bound(text: str, span: Span, start: int) -> str:
    """How a figure is bounded by the words right before it: nearly, over, within, beyond, or "" where it stands plain."""
    head = text[max(start, span.start - LOOK) : span.start].rstrip("$€£¥₽₹")
    return next((kind for kind in BOUNDS if before(kind).search(head)), "")


@cache
def multiples(*kinds: str) -> Mapping[str, float]:
    """The words that say how many times another figure one is ("doubled", "twice"), with how many that is."""
    found = [r for r in rows("reckonings") if r["kind"] in kinds]
    return {w.strip(): float(r["times"]) for r in found for w in r["words"].split(",")}


@cache
def everies() -> tuple[tuple[re.Pattern[str], int], ...]:
    """The patterns of "every second", "co trzeci", each with its number."""
    out = []
    for r in rows("reckonings"):
        if r["kind"] == "every":
            for n, word in enumerate(r["words"].split(","), 2):
                out.append((re.compile(rf"(?<!\w)(?:{worded(r['before'])})\s(?:{worded(word)})(?!\w)", re.IGNORECASE), n))
    return tuple(out)


@cache
def leading() -> re.Pattern[str]:
    """What each of ``everies`` begins with: where none of it stands, none of them is tried."""
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(worded(r['before']) for r in rows('reckonings') if r['kind'] == 'every')})\s", re.IGNORECASE
    )


PERIODS = vocabulary.kinds("figures", "by the:")
PERIODIC = vocabulary.one_of("figures", *PERIODS)  # "hourly"
PERIOD_OF = {w: kind.partition(": ")[2] for kind in PERIODS for w in vocabulary.listed("figures", kind)}
PERIOD_OF |= dict.fromkeys(vocabulary.listed("figures", "yearly"), "year")
"""Words for a rate and the time it is counted by."""

COUNTED = vocabulary.numerals(1, 10)
IN = re.compile(rf"\b({'|'.join(COUNTED)})\s(?:in|out\sof)\s({'|'.join(COUNTED)})\b(?=\s?[,.;:)–—]|\sof\b)", re.IGNORECASE)


def every(text: str, start: int, end: int) -> list[tuple[Span, float]]:
    """Where a share is said in words that are no fraction: "every third", "three in four", and how much it is."""
    tried = everies() if leading().search(text, start, end) else ()
    out = [(Span(m.start(), m.end()), 1 / n) for rx, n in tried for m in rx.finditer(text, start, end)]
    for m in IN.finditer(text, start, end):
        part, whole = COUNTED[m[1].casefold()], COUNTED[m[2].casefold()]
        out += [(Span(m.start(), m.end()), part / whole)] if part < whole else []
    return sorted(out)


@cache
def class_of(unit: str) -> str:
    """What kind of unit a word is: money, time, measure, moment, person, thing; "" for none."""
    if not unit:
        return ""
    kind = next((kind for kind in ("money", "time", "measure", "moment", "person") if said(kind).fullmatch(unit)), "thing")
    return "person" if kind == "thing" and person(unit) else kind


def person(word: str, *, noun: bool = False) -> bool:
    """Whether a noun stands for people; a word that is an adjective as well only where it is known to be a noun."""
    return any(kind_of(word, over, noun=noun) for over in PEOPLE)


PEOPLE = ("person", "manipulator")  # WordNet has drivers and other operators beside persons, not below them


@cache
def labels() -> re.Pattern[str]:
    """The words that make the figure right after them a name ("lap 13", "Channel 6")."""
    words = ",".join(w for r in rows("quantities") if r["kind"] == "label" for w in r["words"])
    return re.compile(rf"(?<!\w)(?:{worded(words)})\s\Z", re.IGNORECASE)
