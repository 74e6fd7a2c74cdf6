"""What a telling says about when: weekdays, months, days, years, seasons, parts of the day, spans back and forth."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.text.months import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, LONG_MONTHS, MONTH_OF, WEEKDAYS_BY_LANGUAGE

MONTH = re.compile(rf"\b({'|'.join(sorted(ENGLISH_MONTHS & set(LONG_MONTHS)))})\b")
BESIDE = "|".join(sorted(ENGLISH_MONTHS))  # beside a figure short forms are months too
DAY = re.compile(
    r"\b(\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:st|nd|rd|th)?\s(?:of\s)?"
    rf"(?:{BESIDE})\b|\b(?:{BESIDE})\s(\d{{1,2}})(?!\d)"
)
ORDINALS = {w: n for n, w in enumerate(vocabulary.listed("dimensions", "ordinal"), 1)}
WEEKDAY = re.compile(rf"\b({'|'.join(d.capitalize() for d in ENGLISH_WEEKDAYS if d.endswith('day'))})s?\b")
YEAR = re.compile(r"(?<![\d.,-])(1[5-9]\d\d|20\d\d)(?![\d.,]\d|\d|-)(?!\s(?:people|men|tonnes|km|homes))")
SEASON = re.compile(r"\b(spring|summer|autumn|winter)s?\b", re.IGNORECASE)
PART = re.compile(r"\b(morning|dawn|early hours|noon|midday|afternoon|evening|midnight|night)\b", re.IGNORECASE)
QUARTER = re.compile(r"\b(first|second|third|fourth|last)\s(?:quarter|half)\b", re.IGNORECASE)
BACK = re.compile(
    r"\b(?P<which>last|next|this|previous|past|coming)\s(?P<unit>hour|day|week|weekend|fortnight|month|quarter|year|decade|century)\b"
    r"|\b(?:an?|one)\s(?P<ago>day|week|month|year|decade|century)\s(?:ago|earlier|later|before)\b",
    re.IGNORECASE,
)
EVE = re.compile(r"\b(New Year|Christmas|Easter|Ramadan|Eid|Diwali)\b")
DEICTIC = re.compile(r"\b(yesterday|today|tomorrow|tonight)\b", re.IGNORECASE)
HOUR = re.compile(
    rf"\bat\s(\d{{1,2}}|{vocabulary.counting(1, 12)})\s(?:o['’]clock|a\.?m|p\.?m|in\sthe\s)",
    re.IGNORECASE,
)
# Names of one moment: "before dawn" and "in the early hours", "midnight" and "night".
LIKE = {"early hours": "dawn", "morning": "dawn", "midday": "noon", "night": "evening"}
CLOSE = {frozenset({"dawn", "morning"}), frozenset({"evening", "midnight"}), frozenset({"afternoon", "evening"})}
# Stems of the words that say when, how long or how long ago.
DAYS = frozenset(w for days in WEEKDAYS_BY_LANGUAGE.values() for w in days)  # of the week, in other languages
TIMES = words("en", "time") | vocabulary.words("dimensions", "when")
NUMBERS = vocabulary.numerals(1, 12)


@lru_cache(maxsize=8192)
def moments(text: str) -> dict[str, dict[str, str]]:
    """For each way of saying when: the moments a text gives, in a common form, with the words."""
    out: dict[str, dict[str, str]] = {}

    def put(kind: str, key: str, words: str) -> None:
        out.setdefault(kind, {}).setdefault(key, words)

    for m in DAY.finditer(text):
        put("day", str(ORDINALS.get(m.group(1) or "", m.group(1) or m.group(2))), m.group())
    for kind, pattern in (("month", MONTH), ("weekday", WEEKDAY), ("year", YEAR), ("feast", EVE)):
        for m in pattern.finditer(text):
            if kind == "month" and m.group() == "May" and re.match(r"\s(?:have|be|not|also|well)\b", text[m.end() :]):
                continue
            put(kind, str(MONTH_OF[m.group(1).casefold()]) if kind == "month" else m.group(1), m.group())
    for kind, pattern in (("season", SEASON), ("part", PART), ("quarter", QUARTER), ("near", DEICTIC)):
        for m in pattern.finditer(text):
            key = m.group(1).casefold()
            put(kind, LIKE.get(key, key), m.group())
    for m in BACK.finditer(text):
        put("span", (m["unit"] or m["ago"]).casefold(), m.group())
    for m in HOUR.finditer(text):
        put("hour", str(NUMBERS.get(m.group(1).casefold(), m.group(1))), m.group())
    return out


def moved(a: str, b: str, page_a: str, page_b: str) -> tuple[str, str] | None:
    """A moment of each telling that the other page has nowhere, said the same way (a weekday for a weekday)."""
    one, two, all_a, all_b = moments(a), moments(b), moments(page_a), moments(page_b)
    for kind in sorted(one):
        x = [w for k, w in sorted(one[kind].items()) if k not in all_b.get(kind, {})]
        y = [w for k, w in sorted(two.get(kind, {}).items()) if k not in all_a.get(kind, {})]
        if x and y and (kind != "part" or frozenset({x[0], y[0]}) not in CLOSE):
            return x[0], y[0]
    return None
