"""Words of two passages laid side by side: content stems, quoted parts, names. No meaning is looked up here."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.text.months import MONTHS, WEEKDAYS
from sayso.text.normal import begin_alike, onset, trunk, trunks, unelided

WORD = re.compile(r"\w+(?:['’]\w+)?")
# Words of amount carry the claim ("only", "all"), whatever the list of function words says.
KEPT = vocabulary.words("light_words", "kept")


@cache
def party_words(kind: str) -> frozenset[str]:
    """Stems of the words of one kind in ``resources/parties.yml``."""
    return frozenset(f for row in rows("parties") if row["kind"] == kind for w in str(row["words"]).split() for f in (w, stem(w)))


@cache
def stop() -> frozenset[str]:
    """Function words of English and of other scripts; those of other Latin languages would swallow English words ("war", "die")."""
    words = {w for row in rows("function_words") for w in str(row["words"]).split() if row["language"] == "en" or not w.isascii()}
    return frozenset(words - KEPT - party_words("role") | {"s", "t", "re", "ve", "ll", "m", "d"})


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without case, possessive and plural ending."""
    low = re.sub(r"['’]s?$", "", word.casefold())
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


@lru_cache(maxsize=16384)
def stems(text: str) -> tuple[str, ...]:
    """Content stems in the order of the text."""
    return tuple(stem(w) for w in WORD.findall(text) if w.casefold() not in stop())


@lru_cache(maxsize=16384)
def subject(text: str) -> frozenset[str]:
    """The set of content stems of at least three letters, without bare numbers."""
    return frozenset(s for s in stems(text) if len(s) > 2 and not s.isdigit())


def likeness(a: str, b: str) -> float:
    """Share of the content stems that two passages have in common (Dice), 0 where one has none."""
    x, y = frozenset(stems(a)), frozenset(stems(b))
    return 2 * len(x & y) / (len(x) + len(y)) if x and y else 0.0


@lru_cache(maxsize=16384)
def name_words(name: str) -> frozenset[str]:
    """What tells one party from another: the stems of a name without words of office and rank."""
    return frozenset(s for s in stems(name) if s not in party_words("role"))


def capitals(text: str) -> frozenset[str]:
    """Stems of the capitalised words, sentence starts included."""
    found = (unelided(w) for w in WORD.findall(text))
    return frozenset(stem(w) for w in found if w[0].isupper() and w.casefold() not in stop())


def akin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of name stems share one of at least four letters, up to its ending (a country and its adjective)."""
    first = {onset(x) for x in a}
    near = [y for y in b if onset(y) in first]  # few are left of a whole sentence
    return any(begin_alike(x, y) and (x.startswith(y[:-2]) or y.startswith(x[:-2])) for x in a for y in near)


def initials(name: str) -> str:
    """First letters of the capitalised words, in lower case."""
    return "".join(w[0] for w in WORD.findall(name) if w[0].isupper()).casefold()


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Two spellings of one party: equal but for office words, one inside the other, or an abbreviation of it."""
    x, y = name_words(a), name_words(b)
    if not x or not y:
        return stems(a) == stems(b)
    if x <= y or y <= x:
        return True
    return any(len(s) > 1 and s.isupper() and s.casefold() == initials(full) for s, full in ((a, b), (b, a)))


def one_bearer(full: str, name: str) -> bool:
    """Whether the longer name says whose the shorter one is: "the clerk, Ada Grell" and "Mr. Grell", but no "Grell's lodger"."""
    full, name = full.casefold(), name.casefold()
    x, y = untitled(full), untitled(name)
    return x[-len(y) :] == y or (x[: len(y)] == y and full[full.find(y[-1]) + len(y[-1]) :].startswith((",", " (")))


def untitled(name: str) -> tuple[str, ...]:
    """The words of a name without the article and the titles before it, all of them where nothing else is in it."""
    words = tuple(w.strip(".,()") for w in name.split() if w.strip(".,()"))
    first = next((n for n, w in enumerate(words) if w.casefold() not in ARTICLES | party_words("role")), 0)
    return words[first:]


ARTICLES = frozenset({"the", "a", "an"})


def short_name(name: str) -> bool:
    """Whether a name is made of capitals ("TWG-run"): it may stand for any name that is written out."""
    return name.split("-")[0].isupper()


def proper(name: str) -> bool:
    """Whether a name is a proper one: no "a" before it and a capital at its last word."""
    words = name.split()
    return bool(words) and words[0].casefold() not in ("a", "an", "some", "several", "one") and words[-1][0].isupper()


QUOTED = re.compile(
    r"[“„«\"]([^“”„«»\"]{3,800})[”»\"]|(?<!\w)[‘']([^‘’'\"“”]{3,200}(?:[’'](?=\w)[^‘’'\"“”]{1,200}){0,4})[’'](?!\w)"
)


def quoted(text: str) -> tuple[str, ...]:
    """The parts of a passage that stand in quotation marks, marks off."""
    return tuple(next(g for g in m.groups() if g) for m in QUOTED.finditer(text))


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Lower case, plain marks and spaces, nothing but words: two quotations that differ only in type look alike."""
    return " ".join(w.replace("’", "'") for w in WORD.findall(text.casefold().replace("&", "and")))


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Stems of words that name no event: countries and their people, days, months."""
    words = [str(v) for r in rows("countries") for v in r.values() if isinstance(v, str)]
    words += [str(x) for r in rows("countries") for v in r.values() if isinstance(v, list) for x in v]
    days = [*MONTHS, *WEEKDAYS, "today", "yesterday"]
    return frozenset(stem(w) for phrase in [*words, *days] for w in re.findall(r"[^\W\d_]+", phrase))


@lru_cache(maxsize=1)
def national() -> frozenset[str]:
    """Trunks of the countries: their people and adjectives begin alike."""
    return trunks(w for w in common_names() if len(w) > 5)


def particular(words: frozenset[str]) -> frozenset[str]:
    """The words that can name an event: neither countries nor their adjectives, days or months."""
    return frozenset(w for w in words - common_names() if trunk(w) not in national() and len(w) > 2)
