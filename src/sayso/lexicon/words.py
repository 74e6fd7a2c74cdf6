"""Verbs and nouns of telling, and the closed word classes, by language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from sayso.lexicon.tables import rows
from sayso.text.number_words import Words


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of telling: ``frame`` says what it governs, ``tone`` how far the teller keeps away (resources/cues.yml).

    ``particles``: it tells only with one of these words beside it ("fait savoir", "teilte … mit").
    """

    lemma: str
    frame: str
    tone: str
    particles: tuple[str, ...] = ()
    others: tuple[Cue, ...] = ()
    """The same form with other particles, which governs another way ("wies … zurück", "klaagt: “C”", "klaagt over N")."""
    unless: tuple[str, ...] = ()
    """It tells nothing with one of these words in its clause ("vindt plaats")."""


# One spelling for lookups: vowel signs and joiners go, the letters that two keyboards of one language write differently are one.
_DROPPED = dict.fromkeys([*range(0x64B, 0x660), 0x670, 0x640, 0x200C])
_FOLDS: dict[str, dict[int, int | None]] = {
    "ar": {**str.maketrans("أإآٱ", "اااا"), **_DROPPED},
    "fa": {**str.maketrans("يىكأإۀ", "ییکااه"), **_DROPPED},
    "ur": {**str.maketrans("يىكهأ", "ییکہا"), **_DROPPED},
    "ru": {**str.maketrans("ё", "е")},
    "uk": {**str.maketrans("’ʼ", "''")},
}


def folded(word: str, language: str) -> str:
    """A word in lower case and in the one spelling in which rows and pages of its language are compared."""
    if language == "tr":
        return word.replace("İ", "i").replace("I", "ı").lower().replace("’", "'")
    table = _FOLDS.get(language)
    return word.lower().translate(table) if table else word.lower()


@cache
def cues(language: str) -> dict[str, Cue]:
    """Verb forms of telling in lower case; English where a language has no rows of its own."""
    own = [r for r in rows("cues") if r["lang"] == language] or [r for r in rows("cues") if r["lang"] == "en"]
    out: dict[str, Cue] = {}
    for r in own:
        for form in folded(r["forms"], language).split():
            known = out.get(form)
            more = tuple(r.get("with", "").split())
            if known is None or not more:  # a row without particles has the last word on a form
                known = Cue(r["forms"].split()[0], r["frame"], r["tone"], more, unless=tuple(r.get("unless", "").split()))
            elif known.particles and (known.frame, known.tone) == (r["frame"], r["tone"]):
                known = replace(known, particles=known.particles + more)
            else:
                known = replace(known, others=(*known.others, Cue(known.lemma, r["frame"], r["tone"], more)))
            out[form] = known
    return out


@cache
def phrases(language: str, kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Fixed expressions of one kind ("according", "citing", …) as word tuples by first word, longest first; "da|dal" is either."""
    mine = [folded(r["phrase"], language).split() for r in rows("phrases") if r["lang"] == language and r["kind"] == kind]
    own = [form for phrase in mine for form in product(*(word.split("|") for word in phrase))]
    return {p[0]: tuple(sorted((q for q in own if q[0] == p[0]), key=lambda q: (-len(q), q))) for p in own}


@cache
def words(language: str, name: str) -> frozenset[str]:
    """A closed word class ("that", "auxiliary", "preposition", …); empty where the language has none."""
    return frozenset(
        folded(w, language) for r in rows("grammar") if r["lang"] == language and r["class"] == name for w in r["words"].split()
    )


@cache
def number_words(language: str | None) -> Words:
    """The number words of a language (resources/numbers.yml)."""
    return Words.of(rows("numbers"), language)
