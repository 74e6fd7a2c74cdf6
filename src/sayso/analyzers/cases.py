"""What endings of Polish words say where the rules for all of ``tongues`` cannot know: finite verbs, ends of genitives, "się"."""

from __future__ import annotations

import re

from sayso.analyzers.line import Line, Part
from sayso.contracts import Attributed
from sayso.model import PERSONS

LONGEST_SUBJECT = 7  # words of who acts in the sentence before
FROM = 3  # words of where a subject is from
_FINITE = re.compile(r"\w+(?:[aeiouyąęó]ł[aoy]?|[aeiy]li|szedł|szła|szli|[aeo]no|[iyęu]to|[aeu]je|[aeu]ją|ają|wają|by|łby|łaby)$")
_BE = frozenset("jest są będzie będą ma mają może mogą musi muszą".split())
_ADJECTIVE = ("ego", "ej", "ych", "ich")
_GENITIVE = ("a", "i", "y", "u", "ów")
_NOMINATIVE = ("ca", "sta", "yzna", "owie", "rze", "cy", "dzy", "ści")
"""How persons end who are no genitive: "kierowca", "artysta", "mężczyzna", and plurals of men."""
_WHOLE = ("ego", "ej", "ych", "ich", "ów")
_ATTRIBUTE = ("any", "ana", "ony", "ona", "ący", "ąca", "ęty", "ęta")
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
        if k - 2 >= first and line.capital(k - 1) and line.capital(k - 2) and not line.isa(k, "preposition", "join"):
            return k  # "Zdaniem Anny Kos ustawa wejdzie w życie"
        if line.mark(k) or line.label(k) or line.isa(k, "preposition", "determiner"):
            continue
        if low.endswith(_ADJECTIVE):
            head = head or line.role(k) is not None  # "Zdaniem biegłego przyczyną był …"
            continue
        if head and line.role(k) and _nominative(line, k):
            return k
        if head and not line.role(k):
            verb = any(finite(line, m) or line.isa(m, "negation", "clitic") for m in (k, k + 1))
            if low.endswith(NOT_GENITIVE) or not low.endswith(_GENITIVE) or (verb and k + 1 < len(line)):
                return k
        head = True
    return end


def _nominative(line: Line, k: int) -> bool:
    """Whether a noun with a role begins a phrase of its own behind a genitive ("Zdaniem opozycji ustawa jest zła")."""
    low, acts = line.low(k), _acts(line, k + 1)
    if low.endswith(_NOMINATIVE) or (acts and not low.endswith(_GENITIVE[:4])):
        return True
    thing = line.role(k) not in PERSONS and low.endswith("a") and not low.endswith(("ala", "ika", "ela"))  # no "szpitala"
    return acts and (thing or (line.role(k) == "document" and low.endswith("y")))


def _acts(line: Line, k: int) -> bool:
    """Whether a finite verb stands at k, with "nie" or "się" before it."""
    return finite(line, k) or (line.isa(k, "negation", "clitic", "adverb") and finite(line, k + 1))


def attributed(line: Line, k: int) -> int:
    """Where somebody stands behind his attribute ("71-letnia Ewa Kos", "niezwiązana z badaniem prof. Ewa Kos"); 0: none."""
    if (
        line.words[k].text.isdigit()
        and line.words[k + 1 : k + 2]
        and line.low(k + 1) == "-"
        and line.low(k + 2).startswith("letni")
    ):
        return k + 3 if line.nominal(k + 3) else 0
    led = line.low(k).endswith(_ATTRIBUTE) and not line.capital(k) and line.isa(k + 1, "preposition")
    near = range(k + 3, min(k + 7, len(line)))
    return next(
        (m for m in near if led and (line.role(m) in PERSONS or line.capital(m)) and not any(map(line.mark, range(k, m)))), 0
    )


def manner(line: Line, k: int) -> int:
    """The end of "drżącym głosem", "łamiącym się głosem" from k on: how somebody speaks, in the instrumental; 0: none."""
    noun = k + 1 + (line.low(k + 1) == "się")
    how = line.low(k).endswith(("ym", "im")) and not line.capital(k) and not line.isa(k, "determiner", "preposition", "pronoun")
    return noun + 1 if how and line.low(noun).endswith("em") and not line.capital(noun) and not line.role(noun) else 0


def hearer(line: Line, first: int, end: int) -> int:
    """The end of whom somebody spoke with, from ``first`` on: "w rozmowie z naszą reporterką ratownik", "z Radiem Tor rolnik"."""
    if line.language != "pl":
        return end
    if line.low(first) in ("naszą", "naszym", "naszymi"):
        return min(first + 2, end)
    named = (k for k in range(first + 2, end) if line.capital(k - 1) and not line.capital(k))
    return next((k for k in named if line.role(k) in PERSONS and not line.low(k).endswith(("em", "ą"))), end)


def shown(line: Line, source: Part) -> bool:
    """Whether a phrase before its verb names somebody: a role, a name, a mark of a title."""
    names = (line.capital(k) for k in range(source[0] + (source[0] == 0), source[1]))
    return (
        any(map(line.role, range(*source))) or any(names) or line.opening(source[1]) is not None or line.isa(source[0], "pronoun")
    )


def actor(line: Line, source: Part) -> Part:
    """Of "Doniesienia „Głosu” prezes nazwał kłamstwem" the person right before the verb: the object stands first."""
    first, last = source
    at = next((k for k in range(last - 1, first, -1) if line.role(k) in PERSONS), None)
    thing = line.isa(first, "piece") and at is not None and not line.isa(at - 1, "preposition")
    return (at, last) if thing and at is not None and not line.low(at).endswith(_WHOLE + _GENITIVE[:4]) else source


def tied_again(line: Line, k: int) -> bool:
    """Whether a second preposition stands at k: in "przyznała się do błędu w komunikacie" the first is no place of telling."""
    return line.language == "pl" and line.isa(k, "preposition")


def judged(line: Line, i: int) -> bool:
    """Whether "nazwał" at i says what somebody holds: "nazwała decyzję pozą", "nazwał to „bublem”", and gives no name."""
    stop = next((k for k in range(i + 1, len(line)) if line.words[k].text in ",;:."), len(line))
    last = stop - 1
    marked = any(line.words[k].text in '„“”«»"' for k in range(i + 1, stop))
    small = line.words[last].word and not line.capital(last) and line.low(last).endswith(("ą", "em", "ami"))
    return stop - i > 2 and (marked or small)


def opening(line: Line) -> Part:
    """The noun phrase that opens a Polish sentence, up to its verb or the next small word; empty where no verb follows it there."""
    n = len(line)
    small = ("preposition", "negation", "clitic", "auxiliary", "naught")
    at = next((k for k in range(n) if line.mark(k) or finite(line, k) or line.isa(k, *small) or line.cue(k)), n)
    shown = at < n and not line.mark(at) and not line.isa(0, "time", "adverb", "determiner", "pronoun") and at <= LONGEST_SUBJECT
    return (0, at) if shown else (0, 0)


def acting(line: Line, verb: str) -> Part | None:
    """Who acts in a Polish sentence, for the next one that leaves its subject out ("Hotelarze są wściekli. Uważają, że C").

    A role or a name opens it before its verb, or stands behind "innego zdania jest"; ``verb`` and it are one or many.
    """
    first, end = opening(line)
    if line.low(1) in ("zdania", "opinii") and line.low(2) in _BE:
        first, end = 3, line.right(3)
    if not any(map(line.role, range(first, end))) and 0 < end < 3:  # "Sprawę opisał portal S"
        first, end = end + 1, line.right(end + 1)
    known = [line.role(k) for k in range(first, end) if line.role(k)]
    if not known or known[0] in ("document", "social"):
        return None
    many = known[0] == "group" or line.low(first).endswith(("owie", "rze", "cy", "dzy", "yści", "iści", "ni", "wi"))
    return (first, end) if many == verb.endswith(("ą", "li", "ły")) else None


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
