"""What a noun phrase says of a source: anonymous, official, agency … One place decides kinds, by rows of words."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon.tables import rows
from sayso.model import SourceKind
from sayso.text.tokens import Token, tokens

_BEFORE = frozenset("in of from within among at with for on to by inside near close familiar who which that based".split())
_THE = frozenset("the o a os as el la los las le les il lo gli i der die das".split())
_ARTICLES = _THE | frozenset(
    "the a an this that these those its his her their our some several many most other one two three".split()
)
LONGEST_ENDING = 5  # letters: "источник-ами", "министерств-ом", "kaynak-larına"; more joined "влад-" to "Владимировна"
_PROCLITICS = re.compile(r"^[وف]?(?:لل|[بلك]?ال|[بلك](?=\w{3}))")
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u0600-\u06ff]")
_URDU_OF = frozenset("کے کی کا".split())
_HOUSE = re.compile(r"\bnews agency\b|\bnewspaper\b")
_SPEAKS = re.compile(r"\b(?:correspondent|reporter|editor|journalist|source|spokes\w+|chief|director|employee|report|article)s?\b")
MOST_NAMES = 4  # words of a personal name in Arabic script
_PARTICLES = frozenset("al el de la van von der bin ibn ben da dos du ez".split())


@cache
def role_words() -> dict[str, SourceKind]:
    """Role noun, lower case, to kind; the first row that has a word decides."""
    out: dict[str, SourceKind] = {}
    for row in rows("roles"):
        for word in row["words"].split():
            out.setdefault(word, row["kind"])
    return out


@cache
def mastheads() -> frozenset[str]:
    """Last words of newspaper names, lower case."""
    return frozenset(w for r in rows("mastheads") for w in r["words"].split())


@cache
def bodies() -> dict[str, SourceKind]:
    """Names of world-known bodies, lower case, to kind."""
    return {n: r["kind"] for r in rows("bodies") for n in r["names"]}


@cache
def capitals() -> frozenset[str]:
    """Names of capitals and countries in lower case: metonyms of governments."""
    return frozenset(r["name"] for table in ("capitals", "countries") for r in rows(table))


def head(words: list[Token]) -> list[Token]:
    """The part of a noun phrase before its first preposition, relative or comma: its head and what stands before it."""
    for i, t in enumerate(words):
        if i and (t.low in _BEFORE or t.text in ",(–—"):
            return words[:i]
    return words


def role_of(token: Token) -> SourceKind | None:
    """The kind that a noun gives, singular or plural; mastheads ("Courier", "Today") count with a capital only."""
    roles = role_words()
    kind = roles.get(token.low) or (roles.get(token.low[:-1]) if token.low.endswith("s") else None)
    if kind is None and not token.low.isascii():
        kind = _inflected(token.low)
    return kind or ("outlet" if token.capital and token.low in mastheads() else None)


@cache
def _inflected(low: str) -> SourceKind | None:
    """The kind of a word in another form than its row has: a starred stem, an Arabic article or particle, a Turkish case ending."""
    roles, low = role_words(), low.replace("i\u0307", "i")  # what Python makes of a Turkish dotted capital
    for cut in range(len(low), 1, -1):
        if (kind := roles.get(low[:cut] + "*") or (roles.get(low) if cut == len(low) else None)) and len(
            low
        ) - cut <= LONGEST_ENDING:
            return kind
    bare = _PROCLITICS.sub("", low)
    if bare != low:
        return roles.get(bare) or roles.get(bare.removeprefix("ال"))
    before = re.split("['’]", low)[0]
    return (roles.get(before) or _inflected(before)) if len(before) > 2 and before != low else None


def kind_of(name: str, outlet: SourceKind | None, opinion: SourceKind | None = None) -> SourceKind:
    """The kind of a source by its noun phrase; ``outlet`` is what the outlet table says of the name, if it knows it.

    ``opinion`` is a reader's, who has seen the sentence: it stands unless the name itself is known.
    """
    words = [t for t in tokens(name) if t.word or t.text in ",(–—"]
    if not words:
        return "unnamed"
    first = head(words)
    heads = [k for t in first if (k := role_of(t))]
    if "anonymous" in heads or "anonym" in name.lower() or "familiar with" in name.lower():
        return "anonymous"
    plain = " ".join(t.low for t in words).removeprefix("the ")
    if plain in capitals() or plain in bodies():
        return bodies().get(plain, "government")
    if outlet is None and (house := _house(name)):
        return house
    other = _elsewhere(words, first) if _OTHER_SCRIPT.search(name) else None
    if opinion is not None or other is not None:
        return outlet or opinion or other or "group"
    every = [k for t in words if (k := role_of(t))]
    named = _person_at(words)
    if named >= 0 and "official" in every:
        return "official"
    if outlet is not None:
        return outlet
    if named == 1 and words[0].low == "the" and not every:
        return "organization"  # English gives no article to a person's name
    if named >= len(first) or named < 0 or role_of(first[-1]):
        if heads:
            return heads[-1]
        if named < 0 and every:
            return every[0]
    return "person" if named >= 0 else _unknown(first)


def _elsewhere(words: list[Token], first: list[Token]) -> SourceKind:
    """The kind in Cyrillic or Arabic script: the first role noun is the head, in Urdu the last; else a person."""
    kinds = [k for t in first if (k := role_of(t))] or [k for t in words if (k := role_of(t))]
    if kinds and kinds[0] != "official" and (house := next((k for k in kinds if k in ("agency", "ngo")), None)):
        return house  # "خبر رساں ادارے", "سازمان حقوق بشر"
    if kinds:
        return kinds[-1] if any(t.text in _URDU_OF for t in words) else kinds[0]
    names = [t for t in first if t.capital]
    if not any(t.text[0].upper() != t.text[0].lower() for t in first):  # a script without capitals
        return "person" if len(first) <= MOST_NAMES else "group"
    if any(t.text.isupper() and len(t.text) > 1 for t in names):
        return "organization"
    return "person" if names else "group"


def _house(name: str) -> SourceKind | None:
    """What calls itself a news agency or a newspaper ("the radio service of the Orv news agency") is one; its people are not."""
    low = name.lower()
    if not _HOUSE.search(low) or _person_at([t for t in tokens(name) if t.word]) >= 0 or _SPEAKS.search(low):
        return None
    return "agency" if "agency" in low else "outlet"


def _unknown(first: list[Token]) -> SourceKind:
    """The kind of a phrase without a role noun: an acronym or a name with an article is a body, a bare name a person."""
    names = [t for t in first if t.capital and t.low not in _ARTICLES]
    if any(t.text.isupper() and len(t.text) > 1 for t in names) or (names and first[0].low in _THE):
        return "organization"
    return "person" if names else "group"


def _person_at(words: list[Token]) -> int:
    """Index of a personal name, -1 where none: two capitalised words in a row that are no role, or one after a title."""
    run, after_title = 0, False
    for i, t in enumerate([*words, None]):
        if (
            t is not None
            and t.capital
            and not t.text.isupper()
            and t.low not in _ARTICLES
            and role_of(t) is None
            and not t.text.endswith(("'s", "’s"))
        ):
            run += 1
        elif t is None or t.low not in _PARTICLES or not run:
            if run >= 2 or (run == 1 and after_title):
                return i - run
            after_title = t is not None and role_of(t) == "official"
            run = 0
    return -1
