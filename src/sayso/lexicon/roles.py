"""What a noun phrase says of a source: anonymous, official, agency … One place decides kinds, by rows of words."""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon import words as grammar
from sayso.lexicon.tables import rows
from sayso.model import SourceKind
from sayso.text.tokens import Token, tokens

_BEFORE = frozenset("in of from within among at with for on to by inside near close familiar who which that based".split())
_HEAD_FIRST = frozenset("pt es fr it de nl el id pl".split())
_PEOPLE = frozenset({"official", "person", "group", "anonymous"})
_STARRED = frozenset({"pl", "tr"})  # languages written in plain letters too whose rows have stems
_SMALL = frozenset({"nl"})  # compounds are written with a small letter
_THE = frozenset("the o a os as el la los las le les il lo gli i der die das".split())
_ARTICLES = _THE | frozenset(
    "the a an this that these those its his her their our some several many most other one two three".split()
)
LONGEST_ENDING = 5  # letters: "источник-ами", "министерств-ом", "kaynak-larına"; more joined "влад-" to "Владимировна"
_PROCLITICS = re.compile(r"^[وف]?(?:لل|[بلك]?ال|[بلك](?=\w{3}))")
_OTHER_SCRIPT = re.compile("[\u0400-\u052f\u0600-\u06ff]")
_URDU_OF = frozenset("کے کی کا".split())
_HOUSE = re.compile(r"\bnews agency\b|\bnewspaper\b|\bkantor berita\b|\bsurat kabar\b")
_SPEAKS = re.compile(
    r"\b(?:correspondent|reporter|editor|journalist|source|spokes\w+|chief|director|employee|report|article|survey|study|finding|tally)s?\b"
)
_TITLED = re.compile(r"(?:\w{2,4}\s)?[„“«\"‘]\s?\w[^„“«”»\"]{1,40}[“”»\"’]")
_PUBLISHED = frozenset({"social", "document"})
MOST_NAMES = 4  # words of a personal name in Arabic script
_ENGLISH = ("source", "insider", "informant")
_PARTICLES = frozenset("al el de la van von der bin ibn ben da dos du ez".split())


@cache
def role_words(language: str | None = None) -> dict[str, SourceKind]:
    """Role noun, lower case, to kind; the first row that has a word decides. Rows of one language are left out of others."""
    out: dict[str, SourceKind] = {}
    for row in rows("roles"):
        for word in () if row.get("order") or row.get("lang", language) != language else row.get("words", "").split():
            out.setdefault(word, row["kind"])
    return out


@cache
def _first() -> dict[str, SourceKind]:
    """Role nouns of languages in which the head of a noun phrase comes first."""
    out: dict[str, SourceKind] = {}
    for row in rows("roles"):
        for word in row["words"].split() if row.get("order") == "first" else ():
            out.setdefault(word, row["kind"])
    return out


@cache
def _own(language: str | None) -> dict[str, SourceKind]:
    """Role nouns of one language: what its own rows say of a word that others have too ("directeur")."""
    mine = [r for r in rows("roles") if language and r.get("lang") == language and not r.get("order")]
    return {w: r["kind"] for r in reversed(mine) for w in r.get("words", "").split()}


@cache
def _endings(language: str | None) -> tuple[tuple[str, SourceKind], ...]:
    """Role nouns that end a compound, longest first."""
    mine = [r for r in rows("roles") if r.get("lang", language) == language]
    return tuple(sorted(((w, r["kind"]) for r in mine for w in r.get("ends", "").split()), key=lambda p: (-len(p[0]), p)))


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


def role_of(token: Token, language: str | None = None) -> SourceKind | None:
    """The kind that a noun gives, singular or plural; mastheads ("Courier", "Today") count with a capital only.

    In a language whose noun phrases begin with their head, the rows with ``order: first`` count too, and so do compounds.
    """
    roles, low = role_words(language), token.low
    if abroad(language):
        low = _plain(low)
        kind = _own(language).get(low) or _first().get(low) or (_first().get(low[:-1]) if low.endswith("s") else None)
        if kind is None and low not in roles and (token.capital or language in _SMALL) and len(low) > 9:
            kind = next((k for ending, k in _endings(language) if low.endswith(ending)), None)
        if kind is not None:
            return kind
    kind = roles.get(low) or (roles.get(low[:-1]) if low.endswith("s") else None)
    if kind is None and (not low.isascii() or language in _STARRED):
        kind = _inflected(low, language)
    if kind == "anonymous" and token.capital and low.isascii() and language in (None, "en") and not low.startswith(_ENGLISH):
        return None  # "Rui Fontes" on an English page is no anonymous source
    return kind or ("outlet" if token.capital and low in mastheads() else None)


@cache
def _inflected(low: str, language: str | None) -> SourceKind | None:
    """The kind of a word in another form than its row has: a starred stem, an Arabic article or particle, a Turkish case ending."""
    roles, low = role_words(language), low.replace("i\u0307", "i")  # what Python makes of a Turkish dotted capital
    for cut in range(len(low), 1, -1):
        if (kind := roles.get(low[:cut] + "*") or (roles.get(low) if cut == len(low) else None)) and len(
            low
        ) - cut <= LONGEST_ENDING:
            return kind
    bare = _PROCLITICS.sub("", low)
    if bare != low:
        return roles.get(bare) or roles.get(bare.removeprefix("ال"))
    before = re.split("['’]", low)[0]
    return (roles.get(before) or _inflected(before, language)) if len(before) > 2 and before != low else None


def abroad(language: str | None) -> bool:
    """Whether a language has role nouns of its own that stand first in their phrase."""
    return (language or "en").split("-")[0] in _HEAD_FIRST


def _plain(low: str) -> str:
    """A word without an elided article ("l'agence") or an Indonesian possessive ("pengacaranya")."""
    head, mark, rest = low.replace("’", "'").partition("'")
    if mark and len(head) < 6 and rest:
        return rest
    return low[:-3] if low.endswith("nya") and len(low) > 6 else low


def kind_of(name: str, outlet: SourceKind | None, opinion: SourceKind | None = None, language: str | None = None) -> SourceKind:
    """The kind of a source by its noun phrase; ``outlet`` is what the outlet table says of the name, if it knows it.

    ``opinion`` is a reader's, who has seen the sentence: it stands unless the name itself is known.
    """
    words = [t for t in tokens(name) if t.word or t.text in ",(–—"]
    if not words:
        return "unnamed"
    first, own = head(words), None if abroad(language) else language
    heads = [k for t in first if (k := role_of(t, own))]
    nameless = "anonym" in name.lower() and opinion not in _PUBLISHED  # "an anonymous account", "an anonymous letter"
    if "anonymous" in heads or nameless or "familiar with" in name.lower():
        return "anonymous"
    plain = " ".join(t.low for t in words).removeprefix("the ")
    if plain in capitals() or plain in bodies():
        return bodies().get(plain, "government")
    if outlet is None and (house := _house(name)):
        return house
    if abroad(language) and _TITLED.fullmatch(name):
        return "outlet"  # "die „Talpost“", "Le « Quai »": nothing but a title in marks
    other = _elsewhere(words, first) if _OTHER_SCRIPT.search(name) and not abroad(language) else None
    if opinion is not None or other is not None:
        return outlet or opinion or other or "group"
    return _abroad(words, language) or _by_heads(words, first, heads, outlet, own)


def _abroad(words: list[Token], language: str | None) -> SourceKind | None:
    """The first role noun, in languages whose phrases begin with their head."""
    if not abroad(language):
        return None
    lang = language or "en"
    owned = next((i for i, t in enumerate(words) if i and t.low in grammar.words(lang, "genitive")), len(words))
    small = grammar.words(lang, "determiner")  # "son rapport" is no son's
    found = [
        (i, k) for i, t in enumerate(words) if (k := role_of(t, language)) and t.low not in small and not _surname(words, i, k)
    ]
    # "Linhas do Canal" is no channel: what a body is called after does not say what it is
    kinds = [k for i, k in found if i < owned or not words[i].capital or k not in ("outlet", "agency")]
    kind = next(iter(kinds), None)
    if kind == "organization" and any(k == "ngo" and i < owned for i, k in found):
        return "ngo"  # "a organização humanitária"
    return kind


def _surname(words: list[Token], i: int, kind: SourceKind) -> bool:
    """Whether a word of anonymity is a name ("Rui Fontes"): a capital behind a capital, in a language that has no such nouns."""
    return kind == "anonymous" and i > 0 and words[i].capital and words[i - 1].capital and not words[i].low.startswith(_ENGLISH)


def _by_heads(
    words: list[Token], first: list[Token], heads: list[SourceKind], outlet: SourceKind | None, language: str | None
) -> SourceKind:
    """The kind by English order: the last noun before a preposition is the head."""
    every = [k for t in words if (k := role_of(t, language))]
    named = _person_at(words, language)
    if named >= 0 and "official" in every:
        return "official"
    if outlet is not None:
        return outlet
    if named == 1 and words[0].low == "the" and not every:
        return "organization"  # English gives no article to a person's name
    if named >= len(first) or named < 0 or role_of(first[-1], language):
        if heads:
            return heads[-1]
        if named < 0 and every:
            return every[0]
    return "person" if named >= 0 else _unknown(first)


def _elsewhere(words: list[Token], first: list[Token]) -> SourceKind:
    """The kind in Cyrillic or Arabic script: the first role noun is the head, in Urdu the last; else a person."""
    kinds = [k for t in first if (k := role_of(t))] or [k for t in words if (k := role_of(t))]
    if kinds and kinds[0] not in _PEOPLE and (house := next((k for k in kinds if k in ("agency", "ngo")), None)):
        return house  # "خبر رساں ادارے", "سازمان حقوق بشر"
    if kinds[:1] == ["government"] and "armed_group" in kinds:
        return "armed_group"  # "Командование повстанцев"
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
    return "agency" if "agency" in low or "kantor berita" in low else "outlet"


def _unknown(first: list[Token]) -> SourceKind:
    """The kind of a phrase without a role noun: an acronym or a name with an article is a body, a bare name a person."""
    names = [t for t in first if t.capital and t.low not in _ARTICLES]
    if any(t.text.isupper() and len(t.text) > 1 for t in names) or (names and first[0].low in _THE):
        return "organization"
    return "person" if names else "group"


def _person_at(words: list[Token], language: str | None = None) -> int:
    """Index of a personal name, -1 where none: two capitalised words in a row that are no role, or one after a title."""
    run, after_title = 0, False
    for i, t in enumerate([*words, None]):
        if (
            t is not None
            and t.capital
            and not t.text.isupper()
            and t.low not in _ARTICLES
            and role_of(t, language) is None
            and not t.text.endswith(("'s", "’s"))
        ):
            run += 1
        elif t is None or t.low not in _PARTICLES or not run:
            if run >= 2 or (run == 1 and after_title):
                return i - run
            after_title = t is not None and role_of(t, language) == "official"
            run = 0
    return -1
