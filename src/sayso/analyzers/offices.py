"""Who tells without a verb of his own: bodies, texts, papers that show, whom it was learned from, and rumours.

"Desde el ayuntamiento señalan que C", "beim Amt heißt es, C", "uit S blijkt dat C", "el análisis arroja C", "apprend-on de S".
"""

from __future__ import annotations

from sayso.analyzers.clauses import FEWEST, Hit, after
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.contracts import Attributed
from sayso.lexicon.gazetteer import named
from sayso.lexicon.words import Cue

BODIES = frozenset({"government", "organization", "outlet", "agency", "ngo", "armed_group", "anonymous", "group"})
FIGURE = 6  # words behind a verb of counting in which stands its figure
WHERE = 9  # words between "se dice" and "que": where it is said, an aside
AWAY = 8  # words between a text and the "waarin" that takes it up
MARGIN = 4  # words that may stand between "heißt es" and what is told ("auf Anfrage", "am Freitag")


def seated(line: Line, first: int, last: int) -> Part | None:
    """The body before a verb that has no other subject: several of it speak ("dizem"), or one does ("à la mairie, on indique")."""
    one = line.isa(first - 1, "nobody")
    begin, end = line.back(first - one, True), first - one
    if one and end > 0 and line.words[end - 1].text == ",":
        begin, end = line.back(end - 1, True), end - 1
    if not one and not line.plural(first, last):
        return None
    size = line.phrase(begin, "seat") or int(line.isa(begin, "seat"))
    return _body(line, begin + size, end) if size and line.opened(begin) else None


def seated_behind(line: Line, first: int, last: int) -> Part | None:
    """The body behind a verb in the plural that closes a told clause ("C, fanno sapere dal comune")."""
    if line.low(first - 1) != "," or not line.isa(last, "seat") or line.language in BRACKET or not line.plural(first, last):
        return None
    end = line.right(last + 1)
    return _body(line, last + 1, end) if line.mark(end) else None


def _body(line: Line, first: int, end: int) -> Part | None:
    """The noun phrase [first, end) where it is all there is and names a body."""
    while end > first and line.isa(end - 1, "adverb", "time"):
        end -= 1
    stop = line.right(first) if first < end else first
    own = first + line.isa(first, "determiner")
    if stop < end or own >= end or any(line.isa(own, kind) for kind in ("venue", "piece", "time")):
        return None
    role = line.role(own)
    known = role in BODIES or (line.capital(own) and role is None and not named(line.words[own].text))
    return (first, end) if known else None


def impersonal(line: Line, i: int, cue: Cue) -> Hit | None:
    """Read "beim Amt heißt es auf Anfrage, C", "in einer Mitteilung der Polizei heißt es: C", "C, heißt es aus dem Rathaus"."""
    pronoun = next((k for k in (i + 1, i - 1) if line.low(k) in cue.particles), None)
    if pronoun is None or line.isa(pronoun + 1, "utterance") or line.isa(min(i, pronoun) - 1, "negation", "question"):
        return None
    first, last = min(i, pronoun), max(i, pronoun) + 1
    begin = line.back(first, True)
    if begin < first:
        seat, opens = begin, last
        while opens < len(line) and opens - last < MARGIN and line.words[opens].text not in ",:" and not line.isa(opens, "that"):
            opens += 1
        told = line.part(opens + 1, len(line)) if opens < len(line) and opens - last < MARGIN else None
        telling = line.isa(seat, "seat", "adverb", "preposition")
    else:
        seat, told, telling = last, line.part(0, first), True
        while line.isa(seat, "adverb", "time"):
            seat += 1
        first = line.right(seat + 1) if line.isa(seat, "seat") else seat
    if told is None or not telling or line.count(0, len(line)) < FEWEST:
        return None
    source = _of_text(line, seat + 1, first) if line.isa(seat, "seat") and first > seat + 1 else None
    net = any(line.isa(k, "net") for k in range(len(line)))  # "Im Netz heißt es, C": nobody
    source = None if net else source
    goes_on = source is None and not net and begin < min(i, pronoun)  # "Weiter heißt es: C" goes on; "C, heißt es" names nobody
    made = Attributed((told,), line.part(i, i + 1), line.part(*source) if source else None, inherits=goes_on)
    return Hit(begin if begin < i else i, i, made, source)


def emerges(line: Line, i: int) -> Hit | None:
    """Read "uit het rapport blijkt dat C", "il ressort de la note que C", "C, si legge su Facebook": a text in which it stands."""
    first = i
    while first > 0 and line.isa(first - 1, "auxiliary", "clitic", "adverb", "pronoun", "nobody") and not line.mark(first - 1):
        first -= 1
    last = i + 1 + line.isa(i + 1, "inverted", "nobody") + line.isa(i + 1, "adverb")
    begin, stop = line.back(first, True), first
    if (
        line.language in BRACKET and begin == first > 2 and line.low(first - 1) == ","
    ):  # "Uit de studie, die gisteren verscheen, blijkt"
        commas = (k for k in range(first - 2, 0, -1) if line.words[k].text == ",")
        loose = (
            k for k in range(2, first - 1) if line.isa(k, "relative") and line.isa(0, "seat")
        )  # "Uit stukken die S zag, blijkt"
        stop = next(commas, next(loose, first))
        begin = line.back(stop, True)
    if begin + 1 < stop and line.isa(begin, "seat", "genitive") and line.opened(begin):
        text, opens = (begin + 1, stop), last
    elif line.isa(first - 1, "wherein") and (paper := _paper(line, first - 1)):
        text, opens = paper, last
    elif line.opened(first) and (line.isa(last, "preposition") or line.phrase(last, "seat")):
        text = (last + 1, line.right(last + 1))
        opens = text[1]
    else:
        return None
    while opens < len(line) and line.language != "id" and not (line.mark(opens) or line.isa(opens, "that")):
        opens += 1
    that = opens + (line.low(opens) == "," and line.isa(opens + 1, "that"))
    after = line.part(that + 1, len(line)) if line.isa(that, "that") or line.low(opens) == ":" else None
    after = line.part(last, len(line)) if line.isa(last, "about") else after  # "W liście mowa o C"
    if after is None and begin < first and line.language in BRACKET and line.isa(i, "stands"):
        after = line.part(i, len(line))  # "In het rapport staan vijf namen"
    parts = (after,) if after else (line.part(0, begin if text[1] <= first else first), line.part(opens, len(line)))
    told = tuple(s for s in parts if s)
    stands = line.isa(i, "stands") and not written(line, *text)  # "in dem Garten steht", "in het rapport staat"
    shown = line.somebody(*text) or line.isa(text[0], "piece")
    if stands or not told or not shown or any(line.isa(k, "negation") for k in range(first, i)):
        return None
    if line.isa(text[0], "mine") and line.isa(text[1] - 1, "finding"):  # "Z jego ustaleń wynika, że C": whoever spoke before
        return Hit(first, i, Attributed(told, line.part(i, i + 1), None, inherits=True), None)
    source = line.part(*text)
    return Hit(min(begin, first) if text[1] <= first else first, i, Attributed(told, line.part(i, i + 1), source), text)


def _paper(line: Line, last: int) -> Part | None:
    """The text before "waarin staat dat C" ("Op het web gaat een bericht rond waarin staat dat C")."""
    near = range(last - 1, max(last - AWAY, 0), -1)
    at = next((k for k in near if line.role(k) in ("document", "social") or line.isa(k, "piece")), None)
    if at is None or any(map(line.mark, range(at, last - 1))):
        return None
    first = next((k for k in range(at, max(at - MARGIN, -1), -1) if line.isa(k, "determiner")), at)
    return first, at + 1


def written(line: Line, first: int, last: int) -> bool:
    """Whether a noun phrase is a text: a study, a report, a letter."""
    head = next((k for k in range(first + 1, last) if line.isa(k, "genitive", "preposition")), last)
    return any(line.role(k) == "document" or line.isa(k, "piece") for k in range(first, head))


def _of_text(line: Line, first: int, end: int) -> Part | None:
    """A body, or whose text it is ("einer Mitteilung der Polizei"); nobody where the text alone is named."""
    while end > first and line.isa(end - 1, "adverb", "time", "preposition"):
        end -= 1
    at = next((k for k in range(first, end) if line.isa(k, "piece", "venue")), None)
    if at is None:
        place = named(line.words[end - 1].text) if end > first else None
        return (first, end) if first < end and line.somebody(first, end) and not (place and end - first == 1) else None
    whose = at + 1 + (not line.isa(at + 1, "determiner"))
    return (whose, end) if line.isa(at + 1, "genitive") and whose < end else None


def rumour(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "se dice que C", "corre voce che C": told, and by nobody."""
    size = line.phrase(i, "rumour")
    if not size or not (line.opened(i) or line.isa(i - 1, "join", "clause", "adverb")):
        return None, i
    that = i + size
    while line.isa(that, "adverb", "also") or line.low(that) in ("de", "por", "aí", "ahí"):
        that += 1
    far = (k for k in range(that, min(that + WHERE, len(line))) if line.isa(k, "that"))
    if line.isa(that, "preposition") and (late := next(far, None)) and not any(line.cue(k) for k in range(that, late)):
        that = late  # "Comenta-se nos corredores, porém, que C"
    told = line.part(that + 1, len(line)) if line.isa(that, "that") else None
    return (Hit(i, i, Attributed((told,), line.part(i, i + size)), None), that + 1) if told else (None, i)


def learned(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "C, apprend-on de S", "C, apurou o jornal com S", "S' ha appreso da S che C": from whom somebody has it tells it."""
    if not line.isa(i, "learn"):
        return None, i
    found = after(line, i + 1, True)
    size = line.phrase(found.begin, "learned from")
    first = found.begin + size
    end = line.right(first) if size else first
    if not size or end <= first or not (line.somebody(first, end) or line.role(first)):
        return None, i
    begin = i
    while line.isa(begin - 1, "auxiliary", "clitic", "adverb", "nobody", "inverted", "pronoun") and not line.mark(begin - 1):
        begin -= 1
    that = end + (line.low(end) == ",")
    if line.isa(that, "that"):
        told, start = line.part(that + 1, len(line)), begin
    elif begin and line.words[begin - 1].text in (",", "–", "—"):
        told, start = line.part(0, begin - 1), begin
    else:
        return None, i
    if told is None:
        return None, i
    made = Attributed((told,), line.part(i, i + 1), line.part(first, end))
    return Hit(start, i, made, (first, end)), end


def counts(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "La ONG Tarn contabiliza 14.000 barcas", "El perito situó en un 98% el riesgo": who counts tells the figure."""
    if not line.isa(i, "counts") or line.view.title:
        return None, i
    first = i
    while line.isa(first - 1, "auxiliary", "adverb") and not line.mark(first - 1):
        first -= 1
    if line.isa(first - 1, "negation", "clitic", "relative", "that", "reflexive", "nobody"):
        return None, i
    subject = line.left(first, line.plural(first, i + 1))
    near = range(i + 1, min(i + FIGURE, len(line)))
    if subject is None or not any(line.words[k].text[:1].isdigit() or line.isa(k, "quantity") for k in near if not line.mark(k)):
        return None, i
    noun = subject[0] + line.isa(subject[0], "determiner", "quantity")
    role = line.role(noun)
    named = role in (*BODIES, "official", "person") or sum(line.capital(k) for k in range(noun, subject[1])) > 1
    told = line.part(i + 1, len(line))
    if not named or role == "document" or told is None or not line.opened(subject[0]):
        return None, i
    return Hit(subject[0], i, Attributed((told,), line.part(i, i + 1), line.part(*subject)), subject), i + 1


def paper(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "Los análisis del laboratorio arrojan C", "O laudo identificou C": what a paper shows is told by it."""
    if not line.isa(i, "shows"):
        return None, i
    first = i
    while line.isa(first - 1, "auxiliary", "adverb") and not line.mark(first - 1):
        first -= 1
    subject = line.left(first, line.plural(first, i + 1))
    behind = after(line, i + 1, True).source if line.language in BRACKET and first == i else None
    if behind and written(line, *behind) and i > 1 and not any(map(line.mark, range(i))):  # "9300 Fälle zählt der Bericht"
        thing = line.part(0, len(line))
        made = Attributed((thing,), line.part(i, i + 1), line.part(*behind), kind="document") if thing else None
        return (Hit(0, i, made, behind), behind[1]) if made else (None, i)
    if subject is None or line.isa(first - 1, "negation", "clitic", "relative", "that"):
        return None, i
    noun = subject[0] + line.isa(subject[0], "determiner", "quantity")
    if (line.role(noun) != "document" and not line.isa(noun, "paper")) or not line.opened(subject[0]):
        return None, i
    told = line.part(i + 1 + line.isa(i + 1, "that"), len(line))
    if told is None or line.count(i + 1, len(line)) < FEWEST or line.mark(i + 1):
        return None, i
    made = Attributed((told,), line.part(i, i + 1), line.part(*subject), kind="document")
    return Hit(subject[0], i, made, subject), i + 1
