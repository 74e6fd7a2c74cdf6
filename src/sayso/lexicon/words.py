"""Verbs and nouns of telling, and the closed word classes, by language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from sayso.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of telling: ``frame`` says what it governs, ``tone`` how far the teller keeps away (resources/cues.yml).

    ``particles``: it tells only with one of these words beside it ("fait savoir", "teilte … mit").
    """

    lemma: str
    frame: str
    tone: str
    particles: tuple[str, ...] = ()


@cache
def cues(language: str) -> dict[str, Cue]:
    """Verb forms of telling in lower case; English where a language has no rows of its own."""
    own = [r for r in rows("cues") if r["lang"] == language] or [r for r in rows("cues") if r["lang"] == "en"]
    out: dict[str, Cue] = {}
    for r in own:
        for form in r["forms"].split():
            known = out.get(form)
            more = tuple(r.get("with", "").split())
            if known is None or not more:  # a row without particles has the last word on a form
                known = Cue(r["forms"].split()[0], r["frame"], r["tone"], more)
            elif known.particles:
                known = replace(known, particles=known.particles + more)
            out[form] = known
    return out


@cache
def phrases(language: str, kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Fixed expressions of one kind ("according", "citing", …) as word tuples by first word, longest first; "da|dal" is either."""
    mine = [r["phrase"].split() for r in rows("phrases") if r["lang"] == language and r["kind"] == kind]
    own = [form for phrase in mine for form in product(*(word.split("|") for word in phrase))]
    return {p[0]: tuple(sorted((q for q in own if q[0] == p[0]), key=lambda q: (-len(q), q))) for p in own}


@cache
def words(language: str, name: str) -> frozenset[str]:
    """A closed word class ("that", "auxiliary", "preposition", …); empty where the language has none."""
    return frozenset(w for r in rows("grammar") if r["lang"] == language and r["class"] == name for w in r["words"].split())
