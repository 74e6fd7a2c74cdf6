"""Relative clauses that tell ("S, who says C"; "pesan berantai yang menyebut C"): the pronoun, and whom or what it goes back to."""

from __future__ import annotations

from sayso.analyzers.clauses import adjunct, behind
from sayso.analyzers.line import Line, Part
from sayso.lexicon.words import Cue

TEXTS = frozenset({"document", "social"})  # kinds of sources that are texts
ROMANCE = frozenset("pt es fr it".split())  # there a noun phrase begins with an article, a capital or a role
HEADED = 5  # words of a text's name before its relative clause


def _text(line: Line, relative: int) -> Part | None:
    """The text before "yang", which tells with no comma between: "pesan berantai yang menyebut C"."""
    near = range(max(relative - HEADED, 0), relative)
    return next(((k, relative) for k in near if line.role(k) in TEXTS and not any(map(line.mark, range(k, relative)))), None)


def relative(line: Line, first: int) -> int | None:
    """The relative pronoun of a verb's clause, right before it or before where it was told ("che in una nota parla di")."""
    if line.isa(first - 1, "relative", "that"):
        return None if line.isa(first - 1, "to", "determiner") else first - 1
    for k in range(first - 2, max(first - 8, -1), -1):
        if line.mark(k):
            return None
        if line.relative(k) and line.isa(k + 1, "preposition") and not line.isa(k, "to", "determiner"):
            return k if adjunct(line, k + 1) == first or line.low(k - 1) == "," else None
    return None


def plainly(line: Line, source: Part, cue: Cue, last: int) -> bool:
    """Whether a relative clause about somebody tells without "that": speech follows, or what is denied."""
    k = last
    while line.isa(k, "adverb"):
        k += 1
    named = any(line.role(m) or (line.capital(m) and m) for m in range(*source))
    return named and (line.quoted[k : k + 1] == [True] or (cue.tone == "deny" and cue.frame == "object" and line.nominal(k)))


def antecedent(line: Line, relative: int) -> Part | None:
    """The phrase before ", who": only a relative clause after a comma says something about it besides."""
    relative -= line.language == "el" and line.isa(relative - 1, "determiner")  # "ο οποίος"
    if line.language == "id" and (text := _text(line, relative)) is not None:
        return text
    if relative < 2 or line.words[relative - 1].text != ",":
        return None
    part = line.narrowed(line.back(relative - 1, True), relative - 1)
    part = behind(line, part)  # "ammette S, che però esclude C"
    if part and line.language in ROMANCE:  # "remitió al informe, donde dice C": the report, without the verb before it
        part = next(((k, part[1]) for k in range(*part) if line.nominal(k)), None)
    return part if part and line.somebody(*part) else None
