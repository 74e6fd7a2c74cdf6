"""The language of a page: from its markup, else from its script and its commonest words, else from letters that stand together.

None where that is not clear. Words go first: they tell the languages that sayso reads best without loading anything; py3langid
(Lui & Baldwin, ACL 2012; 4.6 MB, 0.8 s to load) is asked where they do not, of short pages and of further languages. Of 396 dated
pages in 32 languages (``bench/quality/dates``) words alone tell 364 and one wrongly, with them 392 and one wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.lexicon.tables import rows as table
from sayso.read.lines import words
from sayso.read.scripts import counts

ENOUGH = 12
"""Function words that must be found before one language is named; shorter pages get None rather than a guess."""
AHEAD = 1.35
"""How much more the best language must have than the second best (a choice, so that Portuguese is not taken for Spanish)."""
SURE = 5
"""Letters that only the best language has, and the second best has none of its own: then it need not be ahead (a choice; short
Russian pages share their little words with Bulgarian)."""
SAMPLE = 20_000
MARGIN = 25.0
"""Nats by which letters must speak more for one language than for the next: names without a sentence have at most 10, the 31 short
pages that words left open 28 to 493, but for a Serbian one that looks Bosnian (8.5)."""


@cache
def _tables() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple((r["language"], r["script"], frozenset(r["words"])) for r in table("languages"))


@cache
def _letters() -> tuple[tuple[str, str, str], ...]:
    return tuple((r["language"], r["script"], r.get("letters", "")) for r in table("languages"))


def of_markup(tag: str | None) -> str | None:
    """The primary BCP 47 subtag, lower case ("en-GB" and "en_US" give "en")."""
    if not tag:
        return None
    primary = tag.replace("_", "-").split("-")[0].strip().lower()
    return primary if 2 <= len(primary) <= 3 and primary.isascii() and primary.isalpha() and primary != "und" else None


def detect(parts: Iterable[str]) -> str | None:
    """The language of the article's text, given in parts without its furniture."""
    text = "\n".join(parts)[:SAMPLE]
    letters = counts(text)
    if sum(letters.values()) < 40:
        return None
    script = max(sorted(letters), key=lambda name: letters[name])
    if script == "Kana" or (letters.get("Kana", 0) * 10 > sum(letters.values())):
        return "ja"
    alone = {
        "Hani": "zh",
        "Hang": "ko",
        "Thai": "th",
        "Hebr": "he",
        "Geor": "ka",
        "Armn": "hy",
        "Grek": "el",
        "Beng": "bn",
        "Taml": "ta",
    }
    if script in alone:
        return alone[script]
    return _by_words(text, script) or _by_pieces(text)


@cache
def _known() -> frozenset[str]:
    """The languages with a two-letter code that py3langid tells, without those that are hardly written in news or are built."""
    from py3langid.langid import rank

    return frozenset(name for name, _ in rank("a") if len(name) == 2) - frozenset("eo vo la br oc an wa se gd fo lb ht".split())


def _by_pieces(text: str) -> str | None:
    from py3langid.langid import rank  # 0.8 s: most pages need it not

    (first, most), (_, next_most), *_ = [found for found in rank(text) if found[0] in _known()]
    return first if most - next_most >= MARGIN else None


def _by_words(text: str, script: str) -> str | None:
    found = words(text)
    scores: list[tuple[float, str]] = []
    proper: dict[str, int] = {}
    for language, its_script, common in _tables():
        if its_script == script:
            hits = sum(w in common for w in found)
            own = next((letters for name, _, letters in _letters() if name == language), "")
            marks = sum(text.count(c) for c in own)
            scores.append((hits + 0.5 * marks, language))
            proper[language] = marks
    scores.sort(key=lambda s: (-s[0], s[1]))
    if not scores or scores[0][0] < min(ENOUGH, max(4, len(found) // 8)):
        return None
    first, second = scores[0], scores[1] if len(scores) > 1 else (0.0, "")
    shown = proper[first[1]] >= SURE and not proper.get(second[1])
    if first[0] < AHEAD * second[0] and not shown:
        return None
    return scores[0][1]
