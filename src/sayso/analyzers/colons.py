"""A clause that a colon announces in Romance, Polish, Dutch news ("The minister rejects it: the rules were voted"), no speech.

A colon may lead on anything, so somebody must act before it and a word show that he answers, judges or feels: a verb of telling
that told nothing yet, or a word of attitude.
"""

from __future__ import annotations

from sayso.analyzers.clauses import after, agent, full_name
from sayso.analyzers.line import Line, Part
from sayso.contracts import Attributed
from sayso.model import PERSONS

ACT = 3  # words of a verb that has no object ("salió al paso"): "opened the bridge: C" tells nothing
CLAUSE = 8  # words at the head of a clause in which its verb shows
FEWEST = 3  # words of the clause; fewer are a thing or a figure
_OPENS, _CLOSES = frozenset('"“„«‘'), frozenset('"”“»’')
_TELLS = frozenset("clause quote that accuse tag".split())


def announced(line: Line) -> Attributed | None:
    """The clause behind the first colon as told by whoever acts before it; None where nothing shows that he tells."""
    at = next((k for k in range(2, len(line)) if line.words[k].text == ":" and not line.quoted[k]), None)
    if at is None or any(line.quoted) or line.count(at + 1, len(line)) < FEWEST or line.words[at + 1].text.isdigit():
        return None
    shown = next((k for k in range(at) if _shows(line, k)), None)
    mouth = _mouth(line, at)
    doer = mouth or agent(line) or full_name(line) or _role(line, at)
    if doer is None or doer[1] > at or not (mouth or _person(line, *doer)):
        return None
    act = range(doer[1], at)
    if shown is None and not (_clausal(line, at + 1) and 0 < len(act) <= ACT and not any(line.isa(k, "determiner") for k in act)):
        return None
    shown = at - 1 if shown is None else shown
    source, told = line.part(*doer), line.part(at + 1, len(line))
    return Attributed((told,), line.part(shown, shown + 1), source) if source and told else None


def _clausal(line: Line, first: int) -> bool:
    """Whether a whole clause stands behind the colon, and no list: a negation, a pronoun or an auxiliary shows it."""
    row = range(first, min(first + CLAUSE, len(line)))
    plain = not line.words[first].text[:1].isdigit() and not line.isa(first, "quantity", "preposition", "relative")
    verbal = any(
        line.isa(k, "negation", "auxiliary", "pronoun") or (line.isa(k, "clitic") and not line.isa(k, "determiner")) for k in row
    )
    return plain and verbal and not any(line.words[k].text == ";" for k in row)


def _person(line: Line, first: int, last: int) -> bool:
    """Whether a name or a person's role begins the phrase: in "O erro partiu do Correio" a verb stands before the name."""
    for k in range(first, last):
        if line.role(k) is not None or (line.capital(k) and not line.isa(k, "determiner")):
            return True
        if line.isa(k, "genitive"):
            return False
    return False


def _mouth(line: Line, at: int) -> Part | None:
    """Who speaks for a body ("La guilda, per bocca di Ana Roe, …")."""
    k = next((k for k in range(at) if line.phrase(k, "mouth")), None)
    first = k + line.phrase(k, "mouth") if k is not None else at
    end = min(line.right(first), at)
    return (first, end) if first < end and line.somebody(first - line.isa(first, "determiner"), end) else None


def spoken_of(line: Line) -> Attributed | None:
    """Read "Di “C” parla il sindaco": what is spoken of stands first, in its marks."""
    if not line.isa(0, "genitive") or len(line) < FEWEST or line.words[1].text not in _OPENS:
        return None
    close = next((k for k in range(2, len(line)) if line.words[k].text in _CLOSES), None)
    if close is None:
        return None
    k = close + 1
    while line.isa(k, "auxiliary", "adverb", "clitic"):
        k += 1
    cue = line.cue(k)
    of = [c for c in (cue, *cue.others) if set(c.particles) & {line.low(0)}] if cue else []
    found = after(line, k + 1, True) if of else None
    told = line.part(2, close)
    if found is None or found.source is None or told is None:
        return None
    return Attributed((told,), line.part(k, k + 1), line.part(*found.source))


def _shows(line: Line, k: int) -> bool:
    """Whether a word says that somebody answers, judges or feels."""
    cue = line.cue(k)
    return line.isa(k, "attitude") or (cue is not None and cue.frame in _TELLS and not line.isa(k - 1, "determiner", "genitive"))


def _role(line: Line, at: int) -> Part | None:
    """The person that the sentence begins with by his role alone ("Le dirigeant nuance : C")."""
    first = 0
    while line.isa(first, "adverb") or line.low(first) == ",":
        first += 1
    own = first + line.isa(first, "determiner")
    if own == first and line.language == "pl" and line.role(own) in PERSONS | {"group"}:
        return first, line.right(first) if line.right(first) < at and line.capital(line.right(first) - 1) else first + 1
    if own == first or line.role(own) not in PERSONS:
        return None
    return first, min(own + 1, at)
