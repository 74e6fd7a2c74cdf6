"""What endings of Polish words say where the rules for all of ``tongues`` cannot know: finite verbs, ends of genitives, "się"."""

from __future__ import annotations

import re

from sayso.analyzers.line import Line, Part
from sayso.contracts import Attributed

FROM = 3  # words of where a subject is from
_FINITE = re.compile(r"\w+(?:[aeiouyąęó]ł[aoy]?|[aeiy]li|szedł|szła|szli|[aeu]je|[aeu]ją|ają|wają|by|łby|łaby)$")
_BE = frozenset("jest są będzie będą ma mają może mogą musi muszą".split())
_ADJECTIVE = ("ego", "ej", "ych", "ich")
_GENITIVE = ("a", "i", "y", "u", "ów")
NOT_SUBJECT = ("om", "owi", "ami", "ach")
NOT_GENITIVE = ("ą", "ę", "em", "om", "ami", "ach", "ć")


def finite(line: Line, k: int) -> bool:
    """Whether a word looks like a finite verb, as far as its ending tells."""
    if line.mark(k) or line.capital(k) or line.isa(k, "time", "adverb", "preposition"):
        return False
    return (
        line.isa(k, "auxiliary")
        or line.low(k) in _BE
        or (len(line.low(k)) > 2 and _FINITE.match(line.low(k)) is not None and not line.role(k))
    )


def governed(line: Line, first: int, end: int) -> int:
    """The end of a genitive that begins at ``first``, for no comma need close it ("Według rzecznika policji przyczyną był …")."""
    if line.language != "pl":
        return end
    end = line.right(end + 1) if line.low(end) in ("z", "ze") else end
    head = False
    for k in range(first, end):
        low = line.low(k)
        if line.capital(k):
            head = True
            continue
        if line.mark(k) or line.label(k) or low.endswith(_ADJECTIVE) or line.isa(k, "preposition", "determiner"):
            continue
        if head and not line.role(k):
            verb = any(finite(line, m) or line.isa(m, "negation", "clitic") for m in (k, k + 1))
            if low.endswith(NOT_GENITIVE) or not low.endswith(_GENITIVE) or (verb and k + 1 < len(line)):
                return k
        head = True
    return end


def seat(line: Line, first: int, end: int) -> int:
    """The end of a subject with where it is from ("mówi osoba z portu", "ekspert z instytutu"), not of an adverbial ("z kolei")."""
    if (
        line.language != "pl"
        or line.low(end) not in ("z", "ze")
        or line.role(first) not in ("anonymous", "group", "person", "official")
    ):
        return end
    stop = line.right(end + 1)
    return stop if 0 < stop - end - 1 <= FROM and not line.isa(end + 1, "aside", "time") else end


def reflexive(line: Line, i: int) -> Attributed | None:
    """A verb with "się" that is none of somebody's: "mówi się, że C" is nobody's telling, "tłumaczy się" none (no content).

    None where "się" is missing or the verb tells with it ("skarży się, że").
    """
    if line.language != "pl" or line.isa(i, "itself") or "się" not in (line.low(i - 1), line.low(i + 1)):
        return None
    return (unnamed(line, i, i + 1) if line.isa(i, "heard") else None) or Attributed(())


def inserted(line: Line, first: int, end: int) -> tuple[Part, Part] | None:
    """Both sides of an insertion [first, end), where the clause is not whole before it: "Najgorsza, wyznaje S, była cisza"."""
    n = len(line)
    if not (first > 0 and end < n and line.low(first - 1) == "," and line.words[end].text == ",") or any(line.quoted[:first]):
        return None
    begin = end + 1
    goes_on = any(finite(line, k) for k in range(begin, min(begin + 4, n))) or line.low(begin).endswith("ć")
    whole = any(finite(line, k) for k in range(first - 1)) and not line.low(begin).endswith("ć")
    if whole or not goes_on or line.isa(begin, "relative", "that", "clause", "join"):
        return None
    return (0, first - 1), (begin, n)


def unnamed(line: Line, first: int, last: int) -> Attributed | None:
    """The telling of nobody named: "mówi się, że C", "Poinformowano, że C"."""
    that = next((k for k in range(last, min(last + 6, len(line))) if line.isa(k, "that") or line.words[k].text == ":"), None)
    told = line.part(that + 1, len(line)) if that is not None else None
    return Attributed((told,), line.part(first, last)) if told else None
