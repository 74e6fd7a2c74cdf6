"""Sentences that say who told what stands in the sentence before: "Lo afirma S.", "È stato S a riferirlo.", "L'alerte vient de S.".

Each form needs its pointing word: "this", an object pronoun, or the noun of a telling with an article.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers import brackets
from sayso.analyzers.clauses import PARTICIPLES, After, after, agent, pronoun
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.analyzers.mentions import citing
from sayso.analyzers.offices import written
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue, cues
from sayso.model import Span

HOLDERS = frozenset({"official", "person"})
MANNER = 4  # words behind "lo niega" that say how or when; with more it denies what follows
BETWEEN = 8  # words between "a darne notizia" and its "è stato"


def back(line: Line, before: Span, told: bool) -> Attributed | None:
    """Whose words the sentence before is, where this one says so; ``told``: it tells something of somebody already."""
    if (made := _tells_it(line, before, told)) is not None:
        return made
    return next((made for read in (_comes_from, _cleft, _fronted, _it) if (made := read(line, before))), None)


def _tells_it(line: Line, before: Span, told: bool) -> Attributed | None:
    """Read "Das berichtet S.", "Lo riferisce S.", "Das geht aus S hervor": what is told stands in the sentence before."""
    k = line.phrase(0, "back")
    if not k:
        return _verb_first(line, before) if line.language == "pl" else None
    if line.low(0) in ("zo", "so") and any(line.isa(m, "that") for m in range(k + 1, len(line))):
        return None  # "Zo wijst S erop dat C"
    if line.language == "pl" and line.low(k) == "o":  # "Jako pierwszy o sprawie napisał S"
        k = next((m for m in range(k + 1, min(k + 5, len(line))) if line.cue(m)), k)
    while line.isa(k, "auxiliary", "adverb", "clitic"):
        k += 1
    if line.language in BRACKET and (late := brackets.told_back(line, k)):
        return Attributed((before,), late[1], line.part(*late[0]))
    cue = line.cue(k)
    last = k + 1 if line.isa(k, "saying") else 0  # "Begitu kesimpulan S"
    if cue:  # "Hal itu disampaikan S", without "oleh"
        last = k + 1 if line.isa(k, "comes") else line.particle(k, cue) or (k + 1 if cue.frame == "tag" else 0)
    if not last:
        return None
    if line.language in BRACKET and cue and (text := _from_text(line, k, cue)):
        return Attributed((before,), line.part(k, k + 1), line.part(*text))
    if line.language in BRACKET and pronoun(line, k + 1) and not line.isa(k + 1, "nobody"):
        acting = None if told else agent(Line(View(line.view.text, before, line.language, line.view.quotes)))
        source = Line(View(line.view.text, before, line.language, line.view.quotes)).part(*acting) if acting else None
        return Attributed((before,), line.part(k, k + 1), source, inherits=source is None)
    stands = cue is not None and cue.frame == "emerge" and line.isa(last, "preposition")  # "È quanto emerge da S"
    found = after(line, last + (stands or line.isa(last, "by")), True, line.bracketed(k, cue) if cue else 0)
    found = _nominative(line, last, found)
    if found.source is None and line.language == "pl" and line.isa(last, "preposition"):  # "Taki warunek postawił w liście S"
        end = next((m for m in range(last, len(line)) if line.mark(m)), len(line))
        at = next((m for m in range(last + 2, end) if line.role(m) in HOLDERS), end)
        found = replace(found, source=(at, line.right(at))) if at < end else found
    if found.source is None or (cue and cue.frame == "shows" and not written(line, *found.source)):
        return None
    via, via_cue = citing(line)
    by = next((m for m in range(found.source[1], len(line)) if line.phrase(m, "according")), None)
    house = line.part(by + line.phrase(by, "according"), line.right(by + line.phrase(by, "according"))) if by is not None else None
    made = Attributed((before,), line.part(k, k + 1), line.part(*found.source), via, via_cue, found.addressee or house)
    return (
        replace(made, stance="deny") if cue and cue.tone == "deny" else made
    )  # "Lo desmiente S.": no word of the one before says so


def _nominative(line: Line, last: int, found: After) -> After:
    """Read "Das meldete der Sender S" with its subject, where "der" may be a dative and nobody else tells it."""
    end = line.right(last)
    if found.source is not None or line.language != "de" or not line.isa(last, "determiner") or not line.somebody(last, end):
        return found
    return replace(found, source=(last, end), addressee=None)


def _verb_first(line: Line, before: Span) -> Attributed | None:
    """Read Polish "Potwierdził to S", "Zapewniła o tym w piątek S", "Potwierdza to raport S"."""
    cue = line.cue(0)
    k = 1
    while line.isa(k, "adverb", "time"):
        k += 1
    last = k + 1 if line.low(k) in ("to", "temu") else k + 2 if line.low(k) == "o" and line.low(k + 1) == "tym" else 0
    if cue is None or not last or any(line.isa(m, "that") or line.words[m].text == ":" for m in range(last, len(line))):
        return None
    found = after(line, last, True)
    if found.source is None or not line.somebody(*found.source):
        return None
    via, via_cue = citing(line)
    comma = found.source[1]
    more = (
        line.part(comma + 1, len(line)) if line.low(comma) == "," and line.low(comma + 1) in ("w", "z") else None
    )  # "w którym mowa o C"
    told = (before, *([more] if more else []))
    return Attributed(told, line.part(0, 1), line.part(*found.source), via, via_cue, found.addressee)


def _from_text(line: Line, k: int, cue: Cue) -> Part | None:
    """Read "Das geht aus S hervor", "Dat blijkt uit S", "So steht es in S"."""
    seat = next((m for m in range(k + 1, min(k + 4, len(line))) if line.isa(m, "seat")), None)
    if cue.frame != "emerge" or seat is None or any(line.mark(m) for m in range(k, seat)):
        return None
    end = line.right(seat + 1)
    end = end - (line.bracketed(k, cue) == end - 1 > seat + 1)
    return (seat + 1, end) if end > seat + 1 and line.somebody(seat + 1, end) else None


def _comes_from(line: Line, before: Span) -> Attributed | None:
    """Read "Es la conclusión de S.", "L'allarme arriva da S: D": a noun for the telling, and whose it is."""
    first = line.phrase(0, "back of")
    if not first or not (line.nominal(first) or line.role(first)):
        return None
    end = line.right(first)
    return _made(line, before, (0, first), (first, line.apposed(end))) if line.somebody(first, end) or line.role(first) else None


def _cleft(line: Line, before: Span) -> Attributed | None:
    """Read "Fue S quien lo dijo", "C'est S qui l'a annoncé", "È stato S a riferirlo"."""
    first = line.phrase(0, "cleft")
    if not first or not line.nominal(first):
        return None
    end = line.apposed(line.right(first))
    k = end + (end < len(line) and line.words[end].text == ",")
    if not line.somebody(first, end):
        return None
    if line.isa(k, "relative"):
        it, k = line.isa(k + 1, "it"), k + 1
        while line.isa(k, "clitic", "auxiliary", "adverb"):
            k += 1
        told = it and (cue := line.cue(k)) is not None and cue.frame != "accuse"
        return _made(line, before, (k, k + 1), (first, end), rest=False) if told else None
    if line.isa(k, "to") and _infinitive(line, k + 1):
        return _made(line, before, (k + 1, k + 2), (first, end), rest=False)
    return None


def _fronted(line: Line, before: Span) -> Attributed | None:
    """Read "A riferirlo, in mattinata, è stato S": an infinitive with its pronoun, before who told it."""
    if line.language != "it" or not line.isa(0, "to"):
        return None
    at = next((k for k in range(2, min(2 + BETWEEN, len(line))) if line.phrase(k, "cleft")), None)
    if at is None or not (_infinitive(line, 1) or (line.low(1).endswith("re") and _thing_told(line, 2, at))):
        return None
    if any(line.quoted[:at]):
        return None
    first = at + line.phrase(at, "cleft")
    end = line.right(first)
    named = line.nominal(first) and line.somebody(first, end)
    return _made(line, before, (1, 2), (first, line.apposed(end)), rest=False) if named else None


def _thing_told(line: Line, first: int, last: int) -> bool:
    """Whether the object of the infinitive is something told ("A lanciare l'allarme è S", "A diffondere la notizia è stato S")."""
    return any(line.isa(k, "notice", "piece", "raised") and line.isa(k - 1, "determiner") for k in range(first, last))


def _infinitive(line: Line, k: int) -> bool:
    """Whether "riferirlo", "darne notizia", "renderlo noto" stands at k: an infinitive of telling with its object pronoun."""
    low = line.low(k)
    if line.language != "it" or low[-2:] not in ("lo", "la", "ne"):
        return False
    cue = cues(line.language).get(low[:-2] + "e")
    return (cue is not None and cue.frame == "infinitive") or (
        line.isa(k, "gives it") and any(line.isa(m, "notice") for m in (k + 1, k + 2))
    )


def _it(line: Line, before: Span) -> Attributed | None:
    """Read "L'azienda lo ha comunicato lunedì": an object pronoun, and nothing else told."""
    k = next((k for k in range(len(line)) if line.quoted[k] or line.cue(k) or line.words[k].text in ",:;"), None)
    if k is None or (cue := line.cue(k)) is None or cue.particles:
        return None
    denied = cue.tone == "deny" and cue.frame == "object"  # "La empresa lo niega": its own words besides
    if cue.frame != "clause" and not denied:
        return None
    first = k
    while line.isa(first - 1, "auxiliary", "adverb", "clitic") and not line.isa(first, "it"):
        first -= 1
    joined = line.language == "pt" and line.low(k).endswith(("-o", "-a"))  # "A empresa nega-o"
    it = joined or (line.isa(first, "it") and not line.isa(first - 1, "preposition", "genitive"))
    bare = line.low(k).endswith(PARTICIPLES.get(line.language, ("\0",))) and not any(
        line.isa(m, "auxiliary") for m in range(first, k)
    )
    if not it or bare or line.isa(k, "somebody told"):
        return None
    source = line.left(first, line.plural(first, k + 1))
    if source is None or source[0] or not line.somebody(*source):
        return None
    stop = next((m for m in range(k + 1, len(line)) if line.words[m].text in ",;"), len(line))
    more = any(line.quoted[m] or line.isa(m, "that") or line.words[m].text == ":" for m in range(k + 1, stop))
    if more or (denied and line.count(k + 1, len(line)) > MANNER):
        return None
    made = _made(line, before, (k, k + 1), source, rest=False)
    own = line.part(first, stop)
    return replace(made, content=(own,)) if denied and own else made


def _made(line: Line, before: Span, cue: Part, source: Part, *, rest: bool = True) -> Attributed:
    """The telling of the sentence before, and of what follows a colon here."""
    via, via_cue = citing(line)
    colon = next((k for k in range(source[1], len(line)) if line.words[k].text == ":"), None) if rest else None
    more = line.part(colon + 1, len(line)) if colon is not None else None
    return Attributed((before, *([more] if more else [])), line.part(*cue), line.part(*source), via, via_cue)
