"""What the one stretch is in which two sentences differ: its negation, reserve, time, bound, name, cause, place or thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assess.classes import groups
from sayso.assess.findings.slots import known
from sayso.assess.findings.swaps import aliased
from sayso.assess.frames import ANYONE, one_word, past, senses
from sayso.assess.moments import TIMES
from sayso.assess.polarity import sides
from sayso.assess.reserves import UNSURE
from sayso.assess.wording import party_words, stem, stop, subject
from sayso.lexicon import vocabulary
from sayso.lexicon.words import words
from sayso.text.normal import begin_alike, trunk, trunks


@dataclass(frozen=True, slots=True)
class Stretch:
    """What two sentences have where they differ: words in one form, words as written, and the words that both have round it."""

    x: tuple[str, ...]
    y: tuple[str, ...]
    one: str
    two: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    opens: bool


def content(row: Sequence[str]) -> list[str]:
    """Content stems of a stretch, in order."""
    return [stem(w) for w in row if w not in stop() and (len(w) > 2 or w.isdigit())]


NOT = vocabulary.words("moods", "not")
LITTLE = vocabulary.words("light_words", "idle")
SHUNS = vocabulary.pattern("moods", "refusing")
DONE = re.compile(r"^(?:agree\w*|manag\w+|went|decid\w+|chose)$")
AT_PLACE = frozenset(
    "in at near outside inside into on onto behind under over off across around from to beside between within".split()
)
CAUSES = vocabulary.words("causes", "governs a cause")
BLAMED = vocabulary.pattern("causes", "blamed")
DIGITS = re.compile(r"^\d+(?:st|nd|rd|th)?$")
SOFT = vocabulary.words("moods", "soft")  # what answers to a "could" or to "expected"
YEAR = re.compile(r"^(?:1[5-9]|20)\d\ds?$")


def judged(s: Stretch, page_a: str, page_b: str, *, moved: bool = False) -> str | None:
    """The rule that names what differs in a stretch; None where nothing that is known to matter does."""
    turn = turned(s) or side(s) or bounds(s)
    if turn is not None:
        return turn
    if not moved and WISH.search(s.one) and not (WISH.search(s.two) or UNSURE.search(s.two) or (SOFT | MEANT) & {*s.y}):
        return "hedge_lost"
    unsure = [UNSURE.search(" ".join(row)) for row in (s.x, s.y)]
    if bool(unsure[0]) != bool(unsure[1]):
        return reserve(s, unsure[0] or unsure[1], lost=bool(unsure[0]))
    if not s.x or not s.y or told_on(s.x, page_b) or told_on(s.y, page_a):
        return None
    if any(YEAR.match(w) for w in s.x) and any(YEAR.match(w) for w in s.y):
        return "date_changed"
    if all(DIGITS.match(w) for w in (*s.x, *s.y) if w not in stop()) and content(s.x) and content(s.y):
        return "number_changed"  # scores and votes, "3-1" and "12 to 7", which are no figures of anything counted
    if moved:
        return None
    if all(TIMES & {stem(w) for w in row} for row in (s.x, s.y)):
        counts = [{w for w in row if NUMBER.match(w)} for row in (s.x, s.y)]  # "next year", "in ten years"
        return None if one_thing(s) and counts[0] == counts[1] else "date_changed"
    if any(w[0].isdigit() for w in (*s.x, *s.y)) or one_thing(s):
        return None
    return thing(s, page_a, page_b)


def reserve(s: Stretch, word: re.Match[str] | None, *, lost: bool) -> str | None:
    """The rule for a word of reserve that only one stretch has; None where the other, or what both share, answers to it."""
    if word is None or word.group().casefold().startswith(("not", "n'")):
        return None  # "not known" beside "unaware"
    if {*s.x, *s.y} & SOFT or UNSURE.search(" ".join((*s.before, *s.behind))):
        return None
    return "hedge_lost" if lost else "hedge_added"


MEANT = vocabulary.words("moods", "will")  # "plans to close" and "is to close" are one
BOUNDS = vocabulary.words("moods", "but")  # "not only", "not until", "not more than" deny nothing


def turned(s: Stretch) -> str | None:
    """Whether one stretch is the other denied, or has the opposite of a word of it."""
    if {s.x, s.y} == {("for",), ("against",)}:
        return "detail_added" if s.y == ("against",) else "detail_dropped"
    for x, y, rule in ((s.x, s.y, "detail_dropped"), (s.y, s.x, "detail_added")):
        left = [w for w in content(x) if w not in NOT and w not in LITTLE and not SHUNS.match(w)]
        right = [w for w in content(y) if w not in LITTLE and not DONE.match(w)]
        denies = [any(w in NOT or SHUNS.match(w) for w in row) for row in (x, y)]
        same = len(left) == len(right) and all(any(one_word(v, w) or begin_alike(v, w) for w in right) for v in left)
        if denies == [True, False] and same and not BOUNDS & {*x, *y, *s.behind[:1]}:
            return rule
    against, plain = sides()
    for x, y, rule in ((s.x, s.y, "detail_dropped"), (s.y, s.x, "detail_added")):
        kinds = {k for w in x if (k := against.get(w, "")).startswith("pair")} & {plain[w] for w in y if w in plain}
        if kinds and not kinds & {against.get(w) for w in y}:
            return rule
    return None


# Little words that are each other's opposites, with the rule for one in the other's place.
OPPOSED = vocabulary.facing("sides", "facing", "facing alone")
ORDER = vocabulary.words("dimensions", "ordinal", "last")


def side(s: Stretch) -> str | None:
    """Whether each stretch is one little word, and the two are opposites or two places of one order."""
    if len(s.x) != 1 or len(s.y) != 1:
        return None
    if {*s.x, *s.y} <= ORDER - {"last"} or ({*s.x, *s.y} <= ORDER and "final" not in {*s.x, *s.y}):
        return "date_changed" if TIMES & {stem(w) for w in s.behind[:1]} else "category_changed"
    return OPPOSED.get(frozenset({*s.x, *s.y}))


LOWER = re.compile(rf"(?:(?:well |just |slightly )?{vocabulary.bounding('least')}|minimum of)$")
UPPER = re.compile(rf"(?:(?:well |just |slightly )?{vocabulary.bounding('most')}|maximum of|nearly|almost)$")
NUMBER = re.compile(
    rf"\d|(?:{vocabulary.counting(1, 12)}"
    r"|\w+teen|\w+ty|hundred|thousand|million|half|third|quarter|dozen)s?$"
)


def bounds(s: Stretch) -> str | None:
    """Whether a bound before a figure or a length of time has come, gone or turned round."""
    if not s.behind or not (NUMBER.match(s.behind[0]) or stem(s.behind[0]) in TIMES):
        return None
    ends = ["lower" if LOWER.match(t) else "upper" if UPPER.match(t) else "" if not t else None for t in map(" ".join, (s.x, s.y))]
    return "bound_changed" if None not in ends and ends[0] != ends[1] else None


WISH = vocabulary.pattern("moods", "wishes")


def told_on(row: Sequence[str], page: str) -> bool:
    """Whether a page has one of the content words of a stretch."""
    there = trunks(subject(page))
    return any(trunk(w) in there for w in content(row) if not w.isdigit()) or any(
        re.search(rf"\b{re.escape(w)}\b", page) is not None for w in row if w.isdigit()
    )


def one_thing(s: Stretch) -> bool:
    """Whether the two stretches may stand for one thing: forms, senses, groups of a class, a word for anyone, little words."""
    x, y = content(s.x), content(s.y)
    if not x or not y:
        return True
    same = sum(any(one_word(v, w) or begin_alike(v, w) for w in y) for v in x)
    if same == min(len(x), len(y)) or one_word(x[-1], y[-1]) or begin_alike(x[-1], y[-1]) or groups(x[-1]) & groups(y[-1]):
        return True
    return bool({x[-1], y[-1]} & ANYONE)


def thing(s: Stretch, page_a: str, page_b: str) -> str | None:
    """The rule for another name, cause, place or thing."""
    x, y = content(s.x), content(s.y)
    governor = next((w for w in reversed(s.before) if w not in words("en", "determiner")), "")
    named = [[w for w in t.split() if w[0].isupper() and stem(w) not in party_words("role") | TITLES] for t in (s.one, s.two)]
    full = all(named) and all(len(t.split()) > 1 or not s.opens for t in (s.one, s.two))
    spot = places(s, governor) and not (full and governor in ("to", "from", "over"))
    rule = "place_changed" if spot else "actor_changed" if s.opens or governor in CAUSES or full else "category_changed"
    if all(named) and full:
        there = [all(aliased(w, page) or known(w, page) for w in row) for row, page in zip(named, (page_b, page_a), strict=True)]
        return None if any(there) else rule
    if any(named) and not all(named):
        return None  # a name beside a description
    blamed = any(BLAMED.match(w) for w in s.before[-2:])
    if blamed or (governor in CAUSES and governor not in ("for", "from", "by", "as", "through")):
        return "actor_changed"
    if governor == "to" or (governor in words("en", "auxiliary") and not (known_word(x[-1]) and known_word(y[-1]))):
        return None  # a verb, or what somebody is said to be
    if not (nominal(s.x, s.opens) and nominal(s.y, s.opens)):
        return None
    return rule if (known_word(x[-1]) and known_word(y[-1])) or same_shape(s) else None


TITLES = vocabulary.words("people", "titled")


def places(s: Stretch, governor: str) -> bool:
    """Whether both stretches stand behind a word of place, their own or the one before them."""
    own = [row[0] in AT_PLACE for row in (s.x, s.y)]
    return all(own) or (governor in AT_PLACE and not any(own))


def nominal(row: Sequence[str], opens: bool) -> bool:
    """Whether a stretch can be a thing by its form: no verb known as one, no adverb, no clause in it."""
    if any(w in past() or w in VERBAL for w in row):
        return False
    verbal = len(row[-1]) > LEAST_VERB and row[-1].endswith(("ed", "ly", "ing")) and not row[-1].endswith("eed")
    return not verbal and not (opens and len(row) == 1 and row[0].endswith("ing"))


LEAST_VERB = 4  # letters: "bed", "shed" and "ring" are no participles
VERBAL = words("en", "auxiliary") | words("en", "clause") | words("en", "relative") | words("en", "pronoun") | words("en", "past")


def known_word(w: str) -> bool:
    """Whether some list has a word, so that a word for the same would have been found there."""
    return bool(groups(w) or senses().get(w))


def same_shape(s: Stretch) -> bool:
    """Whether the stretches have one preposition, or none, before their nouns and stand at the end of a phrase."""
    little = [[w for w in row if w in words("en", "preposition")] for row in (s.x, s.y)]
    ends = not s.behind or s.behind[0] in words("en", "preposition") | words("en", "clause") | words("en", "auxiliary") or s.opens
    return ends and (little[0] == little[1] or places(s, ""))
