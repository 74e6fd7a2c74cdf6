"""Bodies under their initials and houses under a shorter name: "the Orle Safety Office", "the OSO"; "Tarn Post", "the Post"."""

from __future__ import annotations

from sayso.text.tokens import Token, tokens


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
