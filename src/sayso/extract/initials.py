"""Bodies under their initials and houses under a shorter name: "the Orle Safety Office", "the OSO"; "Tarn Post", "the Post"."""

from __future__ import annotations

from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.text.normal import fold
from sayso.text.tokens import Token, tokens

FEWEST = 3  # letters of a name that may be found in a host
ENDING, ROOT = 3, 4  # letters in which two cases of one name may differ, and those that they must share; own choice
_CASES = frozenset("ru uk be bg pl cs sk sr hr sl lt lv fi et hu".split())  # languages that put endings on names


def capitals(mine: list[Token]) -> str:
    """The capitals that a short mention is ("the OSO"), empty where it is none."""
    return next((t.text for t in mine if t.text.isupper() and len(t.text) > 1), "") if len(mine) <= 2 else ""


def capitals_in(name: str) -> str:
    """The first word in capitals of a name."""
    return next((t.text for t in tokens(name) if t.text.isupper() and len(t.text) > 1), "")


def of_words(mine: list[Token]) -> str:
    """The initials of a name of three words or more, empty below that."""
    caps = [t.text[0] for t in mine if t.capital and t.word and not t.text.isupper()]
    return "".join(caps) if len(caps) > 2 else ""


def of_name(name: str) -> str:
    """The initials of a name as it is written."""
    return of_words(tokens(name))


def same_house(a: set[str], b: set[str]) -> bool:
    """One outlet under a shorter and a longer name, unless the longer one names another service ("… Arabic", "… TV")."""
    small, large = sorted((a, b), key=len)
    extra = large - small
    return (
        bool(small)
        and small <= large
        and not extra & frozenset("arabic english turk mundo brasil brazil africa persian tv radio sport".split())
    )


def own_house(outlet: str, name: str, language: str = "en") -> bool:
    """Whether a name is a page's own: equal, a short form or its initials; a longer one is another service of the house."""
    mine, theirs = (_plain(n, language) for n in (outlet, name))
    short = bool(theirs) and all(any(_same_word(a, b, language) for b in mine) for a in theirs)
    return short or _of_host(outlet, name) or _initials(outlet, name) or _initials(name, outlet)


def _initials(long: str, short: str) -> bool:
    """ "DNS" of "the Delta News Service"."""
    return short.isupper() and short == of_name(long)


def _of_host(outlet: str, name: str) -> bool:
    """Whether a name is in the host's, where a page has no other: "Rope & Mast", "the Mast" on ropeandmast.example."""
    host, dot, _ = outlet.lower().removeprefix("www.").partition(".")
    spelled = "".join(c for t in tokens(name.replace("&", "And")) if t.word and t.capital for c in t.low if c.isalnum())
    if not dot or " " in host:
        return False
    whole = name.isupper() and spelled in host.split("-")  # "LNA" on lna-orvik.example
    return whole or (len(spelled) > FEWEST and (host.endswith(spelled) or host.startswith(spelled)))


def _plain(name: str, language: str) -> set[str]:
    """The words of an outlet's name that are its own: no article, no word for an agency ("la agencia Tarn" is "Tarn")."""
    small = {"the", "news", "agency", "com", "www", "international"} | words(language, "determiner") | words(language, "definite")
    own = [t for t in tokens(name) if t.word and t.low not in small]
    return {fold(t.low) for t in own if role_of(t, language) != "agency"} or {fold(name)}  # with accents or without


def _same_word(a: str, b: str, language: str) -> bool:
    """Whether two words are one, in whichever case."""
    if a == b or language not in _CASES:
        return a == b
    root = max(ROOT, min(len(a), len(b)) - ENDING)
    return max(len(a), len(b)) - min(len(a), len(b)) <= ENDING and a[:root] == b[:root]
