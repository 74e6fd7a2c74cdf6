"""The language of a page: from its markup, else from its letters. None where that is not clear.

English is told by its little words, without loading anything. Of everything else py3langid is asked (naive Bayes over pieces of up
to four bytes, Lui & Baldwin, ACL 2012; 4.6 MB, 0.8 s to load). Of 432 dated pages in 32 languages (``bench/quality/dates``) 429 are
told so and none wrongly; lists of commonest words, which stood here before, told 398, and Croatian was Czech to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.read.lines import words
from sayso.read.scripts import counts

LEAST = 40
"""Letters below which no language is named."""
ENGLISH = frozenset("the of and to in that was for with has said is from".split())
SURE, LEAST_SURE = frozenset("the and with".split()), 3
"""Those that Dutch has not, too, and how many of them there must be."""
ENOUGH, KINDS, SHARE = 12, 4, 0.15
"""Little words of English, different ones, and their share of all words, from which on a page is surely English (choices)."""
MARGIN = 25.0
"""Nats by which letters must speak more for one language than for the next: names without a sentence have at most 10, dated pages
28 at least, but for a Serbian one that looks Bosnian (8.5)."""
SAMPLE = 20_000
_ONE: Mapping[str, str] = {"ms": "id", "nb": "no", "nn": "no", "arz": "ar", "ary": "ar", "yue": "zh", "wuu": "zh"}
"""Languages read by the rules of another, and kinds of one: Malay by those of Indonesian."""
_LEFT_OUT = frozenset("eo vo la br oc an wa se gd fo lb ht zxx hbo grc sa ext lij vec fuv bcl gcf gcr guw gug ltg".split())
"""What py3langid tells and hardly any news is written in: it would be told of names and lists."""


def of_markup(tag: str | None) -> str | None:
    """The primary BCP 47 subtag, lower case ("en-GB" and "en_US" give "en")."""
    if not tag:
        return None
    primary = tag.replace("_", "-").split("-")[0].strip().lower()
    return primary if 2 <= len(primary) <= 3 and primary.isascii() and primary.isalpha() and primary != "und" else None


def detect(parts: Iterable[str]) -> str | None:
    """The language of the article's text, given in parts without its furniture."""
    text = "\n".join(parts)[:SAMPLE]
    if sum(counts(text).values()) < LEAST:
        return None
    return "en" if _english(words(text)) else _by_pieces(text)


def _english(found: list[str]) -> bool:
    little = [w for w in found if w in ENGLISH]
    sure = sum(w in SURE for w in little)
    return sure >= LEAST_SURE and len(little) >= max(ENOUGH, SHARE * len(found)) and len({*little}) >= KINDS


def _by_pieces(text: str) -> str | None:
    from py3langid.langid import rank  # English pages need it not

    weights: dict[str, float] = {}
    for name, weight in rank(text):
        one = _ONE.get(name, name)
        if name not in _LEFT_OUT:
            weights[one] = max(weight, weights.get(one, weight))
    first, second = sorted(weights, key=lambda name: (-weights[name], name))[:2]
    return first if weights[first] - weights[second] >= MARGIN else None
