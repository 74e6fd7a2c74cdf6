"""A clause that a colon announces in Romance news ("The minister rejects the criticism: the rules were voted"), without speech.

A colon may lead on anything, so somebody must act before it and a word show that he answers, judges or feels: a verb of telling
that told nothing yet, or a word of attitude.
"""

from __future__ import annotations

from sayso.analyzers.clauses import agent, full_name
from sayso.analyzers.line import Line, Part
from sayso.contracts import Attributed
from sayso.model import PERSONS

FEWEST = 3  # words of the clause; fewer are a thing or a figure
_TELLS = frozenset("clause quote that accuse tag".split())


def announced(line: Line) -> Attributed | None:
    """The clause behind the first colon as told by whoever acts before it; None where nothing shows that he tells."""
    at = next((k for k in range(2, len(line)) if line.words[k].text == ":" and not line.quoted[k]), None)
    if at is None or any(line.quoted) or line.count(at + 1, len(line)) < FEWEST or line.words[at + 1].text.isdigit():
        return None
    shown = next((k for k in range(at) if _shows(line, k)), None)
    doer = agent(line) or full_name(line) or _role(line, at)
    if shown is None or doer is None or doer[1] > at or not any(line.role(k) in PERSONS or line.capital(k) for k in range(*doer)):
        return None
    source, told = line.part(*doer), line.part(at + 1, len(line))
    return Attributed((told,), line.part(shown, shown + 1), source) if source and told else None


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
    if own == first or line.role(own) not in PERSONS:
        return None
    return first, min(own + 1, at)
