"""Clean the noun phrase that stands for a source: relative clauses and anonymity formulas go, title and affiliation stay."""

from __future__ import annotations

import re

from sayso.lexicon import vocabulary
from sayso.lexicon.place_words import types
from sayso.lexicon.thesaurus import parts
from sayso.model import Span
from sayso.text.months import ENGLISH_MONTHS

_TAIL = re.compile(
    r"[\s,–—-]+(?:who|which|whose|whom|speaking|citing|quoting|cited|asking|requesting|wishing|on condition|under condition|"
    r"in an? (?:interview|statement|briefing|press|video|tweet|post|letter|note|message|communiqu[eé])|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*$",
    re.DOTALL,
)
_FRONT = re.compile(r"(?:(?:This|That|It|He|She) (?:is|was) (?=(?:the|an?|[A-Z])\b)|[A-Z][\w’'-]*-based (?=[A-Z]))")
"""What is no part of a name before it: "It was [Ida Volk]", "Orle-based [Tarn Logs]"."""
_DOING = re.compile(r"[A-Z][a-z]{2,12}ing, (?=[A-Z\d])")  # "Prosecuting, Ida Volk"
_SIGNED = re.compile(r",\s+(?:signed|dated|written|sent|issued|obtained|posted|leaked)\b.*$", re.DOTALL)  # "the letter, signed by"
_DAY = re.compile(r"\s(?:on|of|du|del|do|van|vom|от|від)\s\d{1,2}\.?\Z")  # "the Orle Post of 6" May, "son rapport du 6" mai
_DATED = re.compile(
    rf"\s(?:on\s(?:\d{{1,2}}\s)?|in\s)(?:{'|'.join(sorted(ENGLISH_MONTHS))})\.?(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?\Z|\sin\s(?:19|20)\d\d\Z"
)
"""When somebody told it, at the end of a name: "Tarn Wire on 6 May", "an audit in 2031"."""
_CUT = re.compile(r",\s[a-z]+ed\Z")  # "The mayor, elected" in May
_LEAD = re.compile(
    r"^(?:(?:and|but|while|as|when|then|so|however|meanwhile|also|that|by|from|to|for|of|the fact|"
    r"itself|himself|herself|themselves|в|на|від|у)\s+)+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[A-Z][\w’'-]*\s){0,3}(?P<type>[A-Z][a-z]+),\s(?=(?:an?|one|two|three|several)\s[a-z])")
"""The end of where something was, before who tells it: "at Orvik, Tarn Province, [an official said]"."""
_PAGE = re.compile(r"(?:pages?\s)?\d{1,4} of (?=[\w«“\"])")
_LEAF = re.compile(r"\b(?:pages?|pp?\.)\s")
"""What counts leaves: "on page 14 of [the Orle Post]"."""
_ADVERB = re.compile(r"(?:\s(?:[a-z]+ly|also|juga|também|también|today|once|himself|herself|itself|themselves))+$")
_CARRIED = re.compile(r"(?:aired|broadcast|carried|published|printed|posted|shown|quoted|cited|obtained|seen) by\s+(?=\w)")
_NAMED = re.compile(r"^\w[\w ]{2,40} who [^,]{3,80}, ((?:[A-Z][\w.’'-]+ ?){2,4})$")  # "a driver who got away, Ann Roe"
_ALIAS = re.compile(
    r",?\s(?:who|and)\s(?:only\s)?"
    + vocabulary.one_of("tellings", "calls himself")
    + r"\s(?P<name>[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*\.?){0,2})"
)  # "the driver, who asked to be called Otto, said"
LONGEST = 200  # code points; names longer than this are not noun phrases but misread sentences (longest gold name: 98)


def cleaned(text: str, span: Span) -> Span:
    """The part of ``span`` that is the name."""
    words = span.of(text)
    lead = _LEAD.match(words)
    start = span.start + (lead.end() if lead and lead.end() < len(words) else 0)
    if carried := _CARRIED.match(text, start, span.end):
        start = carried.end()  # "an account aired by Radio Ness"
    if front := _FRONT.match(text, start, span.end):
        start = front.end()
    if doing := _DOING.match(text, start, span.end):
        start = doing.end()
    if (place := _PLACE.match(text, start, span.end)) and types().get(place["type"].lower()) == "province":
        start = place.end()
    if (page := _PAGE.match(text, start, span.end)) and _LEAF.search(text, max(0, start - 8), page.end()):
        start = page.end()
    words = text[start : span.end]
    named = _NAMED.search(words)
    if named:
        return Span(start + named.start(1), start + named.end(1))
    tail = _TAIL.search(words)
    if tail and tail.start() > 0:
        words = words[: tail.start()]
    words = _DATED.sub("", _DAY.sub("", _CUT.sub("", _SIGNED.sub("", words))))
    words = _ADVERB.sub(_kept_noun, words[:LONGEST]).rstrip(' ,;:–—-\u00a0"“”')
    while words and words[0] in ' ,;:\u00a0"“”–—-':
        words, start = words[1:], start + 1
    if words.count('"') % 2 and text[start + len(words) : start + len(words) + 1] == '"':
        words += '"'  # the mark that was taken off closes one inside the name
    words = _paired(words, text[start + len(words) : start + len(words) + 1])
    return Span(start, start + len(words))


def _paired(words: str, after: str) -> str:
    """A name with its brackets in pairs: "the Rivers Union (RU" takes the one behind it in, "Ida Volk)" goes without."""
    for opener, closer in ("()", "[]"):
        if words.endswith(closer) and words.count(opener) < words.count(closer):
            words = words[:-1].rstrip()
        elif words.count(opener) > words.count(closer) and after == closer:
            words += closer
    return words


def _kept_noun(m: re.Match[str]) -> str:
    """What stays of words like adverbs at the end: those up to a noun in -ly ("her family", "the assembly")."""
    kept, words = 0, list(re.finditer(r"\S+", m.group()))
    for word in words:
        if word.group().endswith("ly") and "n" in (known := parts(word.group())) and "r" not in known:
            kept = word.end()
    return m.group()[:kept]


def alias(text: str, end: int) -> str:
    """The name by which somebody is to be called whose phrase ends here; empty where no clause gives one."""
    hit = _ALIAS.match(text, end)
    return hit["name"] if hit else ""


def spelled(text: str, span: Span) -> str:
    """The name as it is shown: its words with single plain spaces."""
    return " ".join(span.of(text).split())
