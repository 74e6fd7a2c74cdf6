"""German, Dutch, Polish sentences without a verb of telling: what somebody wants, takes for granted or does not vouch for.

"Die Polizei geht von Brandstiftung aus", "S kon dat niet bevestigen", "Kamerlid S wil een debat": what somebody wants nobody knows
but from him.
"""

from __future__ import annotations

from sayso.analyzers import cases
from sayso.analyzers.clauses import FEWEST, after
from sayso.analyzers.line import Line
from sayso.contracts import Attributed
from sayso.lexicon.silences import silent
from sayso.model import PERSONS

WITHIN = 4  # words from a word of attitude to its "dat"
_OUT = frozenset("aus uit ervan".split())


def unsure(line: Line) -> Attributed | None:
    """Read "S konnte das nicht bestätigen", "S kon dat niet bevestigen": S does not vouch for it."""
    end = next((k for k in range(2, len(line)) if line.isa(k, "vouch") and line.mark(k + 1) and not line.quoted[k]), None)
    at = next((k for k in range(end or 0) if line.isa(k, "able")), None)
    if end is None or at is None or not line.isa(end - 1, "negation") or any(line.words[k].text == "," for k in range(at, end)):
        return None
    source = line.left(at, line.plural(at, at + 1))
    told = line.part(at + 1, end - 1)
    if source is None or told is None or not line.somebody(*source) or line.isa(source[0], "oblique", "pronoun"):
        return None
    return Attributed((told,), line.part(end, end + 1), line.part(*source))


def assumed(line: Line) -> Attributed | None:
    """Read "Die Polizei geht von Brandstiftung aus", "De politie gaat uit van brandstichting"."""
    at = next((k for k in range(len(line)) if line.isa(k, "assume") and not line.quoted[k]), None)
    if at is None:
        return None
    of = next((k for k in range(at + 1, len(line)) if line.isa(k, "assumed") and not line.mark(k + 1)), None)
    out = next((k for k in range(at + 1, len(line)) if line.low(k) in _OUT), None)
    if of is None or out is None or any(line.mark(k) or line.isa(k, "negation") for k in range(at, max(of, out))):
        return None
    if (line.language == "de" and not (of < out and line.mark(out + 1))) or (line.language == "nl" and out + 1 != of):
        return None
    source = line.left(at, line.plural(at, at + 1)) or after(line, at + 1, True).source
    told = line.part(of, out if of < out else len(line))
    named = source is not None and line.somebody(*source) and any(map(line.role, range(*source)))
    return Attributed((told,), line.part(at, at + 1), line.part(*source)) if source and named and told else None


def wishes(line: Line) -> Attributed | None:
    """Read "Kamerlid Ana Roe wil een debat", "Zij overweegt te verhuizen": what a person wants or considers, by his own account.

    A body's plans are told by pages themselves, and so is what was wanted in the past ("wilde vluchten").
    """
    at = next((k for k in range(1, len(line)) if line.isa(k, "wish verb") and not line.quoted[k]), None)
    if at is None or any(line.quoted) or any(map(line.mark, range(at))) or silent(line.view.text, line.view.span):
        return None
    if line.isa(0, "pronoun") and at == 1 and not line.isa(0, "nobody"):
        source = None
    else:
        who = line.left(at, line.plural(at, at + 1))
        if who is None or who[0] or not _person(line, *who) or (source := line.part(*who)) is None:
            return None
    told = line.part(at, len(line))
    bare = line.count(at + 1, len(line)) < FEWEST or line.isa(at + 1, "negation")
    return None if told is None or bare else Attributed((told,), line.part(at, at + 1), source, inherits=source is None)


def holds(line: Line) -> Attributed | None:
    """Read "S is overtuigd dat C", "S ist skeptisch, dass C", "S maakt zich zorgen over N": a word says what somebody holds.

    The verb is one of being, having or making; without "dat" a person or a body must stand before it, and a preposition behind.
    """
    at = next((k for k in range(1, len(line)) if line.isa(k, "holding verb") and not line.quoted[k]), None)
    if at is None or any(line.quoted) or any(line.mark(k) and line.words[k].text != "," for k in range(at)):
        return None
    stop = next((k for k in range(at + 1, len(line)) if line.mark(k)), len(line))
    word = next((k for k in range(at + 1, stop) if line.isa(k, "attitude")), None)
    if word is None:
        return None
    spoken = at == 1 and line.isa(0, "pronoun") and not line.isa(0, "nobody")
    source = None if spoken else line.left(at, line.plural(at, at + 1)) or after(line, at + 1, True).source
    if source is not None and source[0] > 0 and any(map(line.mark, range(at))):
        return None
    if not spoken and (source is None or not line.somebody(*source) or source[0] > word or not any(map(line.role, range(*source)))):
        return None
    that = next((k for k in range(word + 1, min(word + WITHIN, len(line))) if line.isa(k, "that")), None)
    tied = line.isa(word + 1, "preposition") or (line.language == "pl" and any(line.isa(k, "preposition") for k in range(at, word)))
    told = line.part(that + 1, len(line)) if that is not None else line.part(at, len(line)) if tied else None
    named = line.part(*source) if source else None
    return Attributed((told,), line.part(word, word + 1), named, inherits=spoken) if told else None


def declines(line: Line) -> Attributed | None:
    """Read Polish "S w duchy nie wierzy", "Oskarżony nie przyznał się do winy": who does not believe or own up to it, says so."""
    at = next((k for k in range(2, len(line)) if line.isa(k, "disbelief") and not line.quoted[k]), None)
    if at is None or not any(line.isa(k, "negation") for k in (at - 1, at - 2)) or any(line.quoted):
        return None
    first, end = cases.opening(line)
    named = sum(line.capital(k) for k in range(first, end)) > 1 or any(map(line.role, range(first, end)))
    stop = next((k for k in range(end, len(line)) if line.words[k].text in ",:;"), len(line))
    if end <= first or end > at or stop < at or not named or line.count(end, stop) < FEWEST:
        return None
    told, source = line.part(end, stop), line.part(first, end)
    return Attributed((told,), line.part(at, at + 1), source) if told and source else None


def _person(line: Line, first: int, last: int) -> bool:
    """Whether a phrase names a person in full, or by what he is and a name."""
    names = sum(line.capital(k) and not line.isa(k, "determiner") and line.role(k) is None for k in range(first, last))
    kinds = {line.role(k) for k in range(first, last)} - {None}
    return names > 0 and bool(kinds & PERSONS) and kinds <= PERSONS
