"""The fullest form in which a page names somebody, whether he speaks there or not, and what it says of him beside it.

"Rask sagte" is told by the researcher Ola Rask where the page says so two paragraphs before, or after. Outside English; there the
cast and extract/kinds.py do the same with the model's help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sayso.lexicon.callings import called
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import cues, folded, words
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import Token, tokens

SHORTEST = 3  # letters of a name that is looked up
LONGEST = 4  # capitalised words of a name with its title
ENDING, ROOT = 3, 4  # letters in which two cases of a name may differ, and those that they must share
FRONT = 2  # words of an apposition in which stands what somebody is
SAID = 60  # code points behind a name in which stands what he is
_CASES = frozenset("ru uk pl tr de".split())  # languages that put endings on names
_SMALL = (
    "determiner",
    "definite",
    "preposition",
    "clause",
    "pronoun",
    "join",
    "auxiliary",
    "negation",
    "time",
    "adverb",
    "that",
    "piece",
    "word of",
)
_NOUN = re.compile(r"([^\W\d_][\w’'-]*)\s[«“„\"‘']?\Z")
LONGEST_NOUN = 40  # code points before a name in which its noun stands
_JOINED = frozenset("de da do dos das del della di du van von der den el al bin ibn ag".split())


def fullest(text: str, name: Sequence[Token], language: str) -> tuple[str, str]:
    """The fullest form of a name and the words behind it (an apposition); the name alone where the page has no other, or two."""
    own = [t for t in name if t.word and t.capital and role_of(t, language) is None]
    if not own or len(own[-1].text) < SHORTEST or len(own) > LONGEST:
        return "", ""
    found = _mentions(text, own, language)
    last = {_root(r[-1].low, language) for r in found if len(r) > 1}
    firsts = {_root(r[-2].low, language) for r in found if len(r) > 1 and role_of(r[-2], language) is None}
    if not found or len(last) > 1 or len(firsts) > 1:
        return "", ""
    best = max(found, key=lambda r: (sum(role_of(t, language) is None for t in r), len(r), -r[0].start))
    said = next((s for r in found if (s := _behind(text, r[-1].end, language))), "")
    return " ".join(text[best[0].start : best[-1].end].split()), said


def _mentions(text: str, own: Sequence[Token], language: str) -> list[list[Token]]:
    """Every run of names of a page that ends in this one, or begins with it where it stands alone; a title before it is kept."""
    out = []
    key = own[-1].low
    listed, places = _capitals(text)
    for n in places.get(_beginning(key), ()):
        t = listed[n]
        if not _same(t.low, key, language):
            continue
        begin = end = n
        while begin and _name(listed[begin - 1], listed[begin], language) and end - begin < LONGEST:
            begin -= 1
        begin = _noble(listed, begin, n) if language == "de" else begin
        while begin == n and len(own) == 1 and end + 1 < len(listed) and end - n < LONGEST:
            after = listed[end + 1]
            if not (after.capital and role_of(after, language) is None and _name(after, listed[end], language)):
                break
            end += 1
        while begin < n and not listed[begin].capital:
            begin += 1
        if begin and role_of(listed[begin - 1], language) and _beside(listed[begin - 1], listed[begin]):
            begin -= 1
        while "\n" in text[listed[begin].start : t.start]:
            begin += 1  # a headline's last word is no part of a name below it
        while "\n" in text[t.start : listed[end].end]:
            end -= 1
        out.append(listed[begin : end + 1])
    return out


@lru_cache(maxsize=2)  # the page at hand is asked for each of its persons
def _capitals(text: str) -> tuple[list[Token], Mapping[str, list[int]]]:
    """The words and marks of a page, and where its capitalised words stand, by their beginning."""
    listed, places = tokens(text), dict[str, list[int]]()
    for n, t in enumerate(listed):
        if t.capital:
            places.setdefault(_beginning(t.low), []).append(n)
    return listed, places


def _beginning(low: str) -> str:
    """What two cases of one name share at least."""
    return re.split("['’]", low)[0][:SHORTEST]


def _noble(listed: Sequence[Token], begin: int, n: int) -> int:
    """Where a German name begins: nouns have capitals too, so that "von" may be a preposition ("das Haus von Volk")."""
    articles = words("de", "determiner")
    begin += begin < n and listed[begin].low in articles  # "Das Haus von Volk"
    small = [k for k in range(begin, n) if listed[k].low in _JOINED and not listed[k].capital]
    if not small:
        return begin
    led = begin > 0 and listed[begin - 1].low in articles and small[0] - begin == 1
    thing = led and role_of(listed[begin], "de") not in PERSONS
    return small[-1] + 1 if thing or n - small[-1] > 1 else begin


def _name(t: Token, other: Token, language: str) -> bool:
    """Whether a token is part of a name beside another."""
    if not t.word or not (t.capital or t.low in _JOINED) or t.text.isupper() or not _beside(t, other):
        return False
    low = folded(t.text, language)
    return t.low in _JOINED or not (low in cues(language) or any(low in words(language, kind) for kind in _SMALL))


def _beside(a: Token, b: Token) -> bool:
    return b.start - a.end == 1 or a.start - b.end == 1


def _behind(text: str, end: int, language: str) -> str:
    """The apposition behind a name, up to the next mark: what he is stands among its first words, and no verb of telling."""
    hit = re.match(rf",\s([^,.;:()«»\"“”\n]{{3,{SAID}}})[,.]", text[end : end + SAID + 4])
    listed = [t for t in tokens(hit[1]) if t.word] if hit else []
    known = cues(language)
    if any(folded(t.text, language) in known for t in listed):
        return ""
    return hit[1] if hit and any(role_of(t, language) or called(t.low) for t in listed[:FRONT]) else ""


def apposed(text: str, name: str, language: str) -> str:
    """The apposition that a page puts behind a name somewhere ("Tarn Nord, maker of pumps"); empty where there is none."""
    return next((s for at in _standing(text, name) if (s := _behind(text, at + len(name), language))), "")


def house(text: str, name: str, language: str) -> tuple[str, SourceKind | None]:
    """What a page calls a name that stands alone, where that is a body: "la société Tarn", "газета «Тарн»"; empty: nothing."""
    found: dict[SourceKind, str] = {}
    if not name[:1].isupper() and language != "ar":
        return "", None
    for at in _standing(text, name):
        m = _NOUN.search(text, max(0, at - LONGEST_NOUN), at)
        kind = role_of(tokens(m[1])[-1], language) if m else None
        if m and kind is not None:
            found[kind] = text[m.start() : at + len(name)]
    return (
        next(((form, kind) for kind, form in found.items()), ("", None))
        if len(found) == 1 and not PERSONS & found.keys()
        else ("", None)
    )


def _standing(text: str, name: str) -> Iterator[int]:
    """Where a name stands, and no longer word that begins with it."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            yield at
        at = text.find(name, at + 1)


def _root(low: str, language: str) -> str:
    return low[: max(ROOT, len(low) - ENDING)] if language in _CASES else low


def _same(a: str, b: str, language: str) -> bool:
    if a == b or language not in _CASES:
        return a == b
    if language == "de":
        return a.removesuffix("s") == b.removesuffix("s")
    if language == "tr":
        return re.split("['’]", a)[0] == re.split("['’]", b)[0]
    root = max(ROOT, min(len(a), len(b)) - ENDING)
    return abs(len(a) - len(b)) <= ENDING and a[:root] == b[:root]


_PLACED = r"(?:\s(?:of|at|from)\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+){0,5})?"
_BESIDE = rf"(?P<beside>,\s(?:an?|the|who|whose|[a-z]+)\s[^,.;:()\"“”\n]{{3,{SAID}}}(?=[,.]))?"
_TITLES = re.compile(r"(?:[A-Z][\w’'-]*\.?[^\S\n]){1,5}\Z")


def presented(text: str, name: str) -> str:
    """A name in the words with which an English page brings on who bears it: "Dr Ida Volk of the Orvik School, a geologist".

    Titles stand before it, whose he is or what he is behind. Empty: the page has no more than the name.
    """
    best = name
    for m in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w’'-]){_PLACED}{_BESIDE}", text):
        beside = m["beside"] or ""
        end = m.end() if _says_who([t for t in tokens(beside) if t.word]) else m.end() - len(beside)
        form = " ".join((_titles(text, m.start()) + text[m.start() : end]).split())
        best = form if len(form) > len(best) else best
    return best if best != name else ""


def _titles(text: str, at: int) -> str:
    """The titles that stand before a name: "Prof. ", "Fire Chief "."""
    run = _TITLES.search(text, max(0, at - SAID), at)
    known = [t for t in tokens(text, *run.span()) if role_of(t) or classes(t) - {"ended"}] if run else []
    return text[known[0].start : at] if known else ""


def _says_who(beside: Sequence[Token]) -> bool:
    """Whether the words behind a name say who bears it: a clause with "who", or somebody's noun among the first; no telling."""
    if not beside or any(t.low in cues("en") for t in beside[:2]):
        return False
    first = beside[: 2 + FRONT]
    return beside[0].low in ("who", "whose") or any(role_of(t) or called(t.low) or classes(t) for t in first)
