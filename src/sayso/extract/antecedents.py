"""Whom "he" and "she" may mean: persons named in the words before, sources or not.

A pronoun in the cast means whoever spoke last; but "Ida Volk left the hall. She said C" brings on somebody who has not spoken yet.
"""

from __future__ import annotations

from collections.abc import Mapping

from sayso.extract.persons import FIRST, first_name
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.text.tokens import Token, tokens

REACH = 400  # code points before a pronoun that are looked at
ABBREVIATION = 5  # letters: "Gov." and "Sgt." are shorter
SENTENCES = 2  # its own and the one before


def person_before(text: str, at: int, wanted: str, known: Mapping[str, str | None]) -> list[Token]:
    """The name that a pronoun at ``at`` may well mean: the first of its sentence, else the first of the one before.

    ``known`` are surnames of persons in the cast with their gender; others need a first name that tells it. Empty: nobody fits.
    """
    listed = tokens(text, max(0, at - REACH), at)
    for sentence in _sentences(listed)[:SENTENCES]:
        for run in _names(sentence):
            if _gender(run, known) in (wanted, "any"):
                return [t for t in run if "honorific" not in classes(t)]
    return []


def _gender(run: list[Token], known: Mapping[str, str | None]) -> str | None:
    """What a run of capitalised words says: he, she, "any" for somebody known without a gender, None for no person we can tell."""
    name = [t for t in run if "honorific" not in classes(t)]
    if not name:
        return None
    own = first_name(run[0].low) if len(run) > 1 else None
    if name[-1].low in known:
        return own or known[name[-1].low] or "any"
    return own if len(name) > 1 else None


def _sentences(listed: list[Token]) -> list[list[Token]]:
    """Sentences, last one first: it is empty where the pronoun begins one; a stop after a title or a letter ends none."""
    out: list[list[Token]] = [[]]
    for before, t in zip([None, *listed], listed, strict=False):
        if t.text not in ".!?":
            out[-1].append(t)
        elif before is not None and len(before.text) > 1 and not _abbreviated(before):
            out.append([])
    return out[::-1]


def _abbreviated(t: Token) -> bool:
    return "honorific" in classes(t) or ("office" in classes(t) and len(t.text) < ABBREVIATION)


def _names(sentence: list[Token]) -> list[list[Token]]:
    """Runs of capitalised words that may be persons; what owns something ("Rask's plan") comes after what does not."""
    runs: list[list[Token]] = [[]]
    for t in sentence:
        honorific = "honorific" in classes(t)
        if t.word and t.capital and t.low not in FIRST and (honorific or not (classes(t) or role_of(t))):
            runs[-1].append(t)
        elif t.text == "." and runs[-1]:
            continue
        elif runs[-1]:
            runs.append([])
    listed = [r for r in runs if r]
    return [r for r in listed if not r[-1].text.endswith(("'s", "’s"))] + [r for r in listed if r[-1].text.endswith(("'s", "’s"))]
