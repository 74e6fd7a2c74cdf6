"""Verbs of telling in the languages of ``tongues``: which form tells, who its subject is, and the telling that it makes."""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers import brackets, cases, relatives
from sayso.analyzers.clauses import (
    FEWEST,
    PARTICIPLES,
    After,
    Hit,
    Predicate,
    after,
    ended,
    follows_verb,
    late,
    of_itself,
    pronoun,
    speech_follows,
)
from sayso.analyzers.contents import content
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.analyzers.mentions import citing
from sayso.analyzers.offices import emerges, impersonal, seated, seated_behind, written
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue, words
from sayso.model import PERSONS, Span

FORMULA = 14  # words after a source in which a formula of anonymity still is its own
_FINITE = frozenset("dit écrit fait disait avait soutient dis".split())
_GERUNDS = {"pt": ("ndo",), "es": ("ndo", "ndose"), "fr": ("ant",), "it": ("ndo",), "el": ("ντας",), "de": ("end",), "pl": ("ąc",)}
_INFINITIVES = frozenset("avoir être n'avoir n’avoir aver avere essere haber ter".split())
_NEVER = ("\0",)


def verb(line: Line, i: int, cue: Cue, subject: Part | None, told: tuple[Span, ...]) -> tuple[Hit | None, Part | None]:
    """The telling at the verb i, and the subject that an elided one after it in the sentence goes back to.

    ``subject`` is the one before it in the sentence; ``told`` what the telling before it tells, which a denial without an
    object denies.
    """
    if cue.frame in ("impersonal", "emerge") or cases.reflexive(line, i):
        return _seated(line, i, cue, subject)
    if cue.frame == "shows":
        frame = "clause" if line.language == "id" else "that"  # Indonesian texts show and order without "bahwa"
        return _shown(line, verb(line, i, replace(cue, frame=frame), None, told)[0]), subject
    if cue.frame == "that" and line.language == "id" and not any(line.isa(k, "that") for k in range(i, len(line))):
        return _shown(line, verb(line, i, replace(cue, frame="clause"), None, told)[0]), subject
    cue = _judging(line, i, cue) if cue.frame == "verdict" else cue
    return _governed(line, i, cue, subject, told)


def _shown(line: Line, hit: Hit | None) -> Hit | None:
    """What a text shows, not what a case or a look does."""
    return hit if hit and hit.source and written(line, *hit.source) else None


def _governed(line: Line, i: int, cue: Cue, subject: Part | None, told: tuple[Span, ...]) -> tuple[Hit | None, Part | None]:
    """The telling of a verb with a subject of its own, or with none."""
    group = _obliged(line, i) if cue.frame == "infinitive" else _group(line, i, cue)
    if group is None or (cue.frame == "piece" and not _piece(line, group[1])):
        return None, subject
    loose = cue.frame == "piece" or cue.tone == "doubt"  # "zweifelt an N", "se desdijo de N": a preposition ties N to it
    cue = replace(cue, frame="object") if cue.frame == "piece" else cue
    first, last = group
    if line.language in BRACKET and (told_by := brackets.passive(line, i)):
        return told_by, told_by.source
    passive = any(line.isa(k, "passive") for k in range(first, i)) and not any(line.isa(k, "reflexive") for k in range(first, i))
    if passive or cue.frame == "passive":
        return (_passive(line, first, last, bare=not passive) if passive or not words(line.language, "passive") else None), subject
    if cue.frame == "tag" and line.isa(last - 1, "by") and line.count(0, first) > FEWEST and not line.mark(first - 1):
        return _passive(line, first, last - 1), subject  # "C dilaporkan oleh S"
    if line.language in BRACKET and (bracket := brackets.perfect(line, i, cue)):
        return bracket, bracket.source or subject
    p, elided = _predicate(line, cue, first, last)
    if p is None or (cue.frame == "tag" and not (p.after.source or elided or line.view.title)):
        return None, subject
    joined = p.source is None and (line.isa(first - 1, "join") or line.low(i).endswith(_GERUNDS.get(line.language, _NEVER)))
    if p.source is None and not joined and not (elided or _free(line, first, last)):
        return None, subject
    source = (subject or _head(line)) if joined else p.source
    told_now, begin = content(line, p)
    if p.source and p.source[1] < p.first:
        told_now = _in_relative(line, p, told_now)
    turned = line.language in BRACKET and pronoun(line, p.last)  # "Die Vorwürfe weist er zurück"
    if (
        cue.frame == "object"
        and not p.after.source
        and not turned
        and (not told_now or told_now[0].start < line.words[first].start)
    ):
        told_now = tuple(ended(line, c, line.words[begin].start) for c in told if c.start < line.words[begin].start)
    if (
        not told_now
        and loose
        and source
        and cue.frame == "object"
        and line.isa(last, "preposition")
        and (rest := line.part(last, len(line)))
    ):
        told_now = (rest,)
    return (_made(line, p, source, told_now, begin) if told_now else None), source or subject


def _in_relative(line: Line, p: Predicate, told: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is told in a relative clause ends with it: with its speech, or before the next comma."""
    relative = p.source is not None and line.isa(p.source[1] + 1, "relative")
    if relative and line.quoted[p.last : p.last + 1] == [True]:
        return tuple(q.inner for q in line.speech if q.span.end > line.words[p.last].start)[:1]
    infinitive = _infinitive(line, p.last) and line.isa(p.first - 1, "relative")
    return _to_comma(line, told, p.last) if infinitive or (relative and p.cue.tone == "deny") else told


def _seated(line: Line, i: int, cue: Cue, subject: Part | None) -> tuple[Hit | None, Part | None]:
    """The telling of a body or a text that is named by where it stands."""
    if cue.frame not in ("impersonal", "emerge"):
        heard = cases.reflexive(line, i)
        return (Hit(i, i, heard, None) if heard and heard.content else None), subject
    stands = cue.frame == "emerge" and line.particle(i, cue)
    said = impersonal(line, i, cue) if cue.frame == "impersonal" else emerges(line, i) if stands else None
    if said is None and cue.tone == "nobody" and (heard := cases.unnamed(line, i, i + 1)):
        return Hit(i, i, heard, None), subject
    return said, said.source if said and said.source else subject


def _judging(line: Line, i: int, cue: Cue) -> Cue:
    """What "calls" and "holds" govern: what is told where they say that it is untrue, speech else."""
    untrue = any(line.isa(k, "untrue") for k in range(i + 1, len(line)) if not line.quoted[k])
    return replace(
        cue, frame="object" if untrue or (cases.judged if line.language == "pl" else brackets.called)(line, i) else "quote"
    )


def _obliged(line: Line, i: int) -> Part | None:
    """The verb with "tuvo que", "a tenu à" before the infinitive at i: somebody did tell; None where it is denied or missing."""
    first = next((k for k in range(max(i - 4, 0), i) if line.phrase(k, "obliged") == i - k), None)
    if first is None:
        return None
    while line.isa(first - 1, "auxiliary", "adverb", "clitic"):
        first -= 1
    return None if line.isa(first - 1, "negation") else (first, i + 1)


def _made(line: Line, p: Predicate, source: Part | None, words: tuple[Span, ...], begin: int) -> Hit:
    via, via_cue = citing(line)
    named = line.part(*source) if source else None
    hidden = source is not None and source[1] <= p.last + FORMULA and line.anonymous(source[0], source[1] + FORMULA)
    made = Attributed(
        words,
        line.part(_cue(line, p), p.last),
        named,
        tuple(v for v in via if not named or not named.overlaps(v)),
        via_cue,
        p.after.addressee or brackets.told_first(line, p.first),
        inherits=named is None,
        kind="anonymous" if hidden else None,
    )
    return Hit(begin, _cue(line, p), made, source)


def _cue(line: Line, p: Predicate) -> int:
    """The word of the group that tells."""
    return next(k for k in range(p.last - 1, p.first - 1, -1) if (found := line.cue(k)) and found.lemma == p.cue.lemma)


def _predicate(line: Line, cue: Cue, first: int, last: int) -> tuple[Predicate | None, bool]:
    """The verb with its subject and what follows; the second value says that a pronoun is its subject."""
    until = line.bracketed(last - 1, cue) if line.language in BRACKET else 0
    if (of_body := _of_body(line, cue, first, last)) is not None:
        return of_body, False
    if line.isa(last, "that") and _everybody(line, first, last):
        return None, False
    if _suffixed(line, last - 1) or any(line.isa(k, "inverted") for k in range(first, last + 1)) or pronoun(line, last):
        nobody = any(line.isa(k, "nobody") for k in range(first, last + 1))
        return (None, False) if nobody else (Predicate(cue, first, last, after(line, last, False), None), True)
    if (relative := relatives.relative(line, first)) is not None:
        source = relatives.antecedent(line, relative)
        that = last + (line.low(last) == "," and line.language in ("pl", "de"))
        text = source is not None and line.words[source[1]].text != ","
        opens = line.isa(that, "that") or _infinitive(line, last) or (text and line.count(last, len(line)) > FEWEST)
        opens = opens or (source is not None and relatives.plainly(line, source, cue, last))
        return (Predicate(cue, first, last, After(None, None, last), source) if source and opens else None), False
    spoken = cue.frame != "quote" or (first > 1 and line.quoted[first - 2])
    if cue.frame not in ("object", "accuse") and spoken and line.low(first - 1) == "," and (closing := late(line, last, until)):
        return Predicate(cue, first, last, closing, closing.source), False
    source = None if _closing(line, first, last) else line.left(first, line.plural(first, last))
    fronted = source is not None and line.isa(source[0], "oblique")  # "Den Vorwurf bestritt S": the object came first
    if line.language == "pl" and cue.frame == "object" and source and line.isa(source[0], "piece"):
        fronted = after(line, last, True).source is not None  # "Informacje zdementowało S"
    acting = _acting(line, source, last) if source and line.language == "pl" else source
    freed, source = source is not None and acting is None, acting  # "Wynik skomentował trener": an object stood there
    if source and line.language in BRACKET and cue.frame in ("object", "accuse"):
        fronted = fronted or brackets.fronted(line, last, source, until)
    if fronted and cue.frame not in ("object", "accuse"):
        return None, False
    fronted = fronted or (source is not None and _in_fronted_phrase(line, source, first, last))
    source = None if fronted else _before_auxiliary(line, source)
    if source is not None and not any(map(line.mark, range(*source))):
        place = next((k for k in range(source[0] + 1, source[1]) if line.isa(k, "setting")), source[1])
        source = (source[0], place)  # "S kepada polisi mengaku C", "S dalam keterangannya menyebut C"
    follows = follows_verb(line, last, source is None and (fronted or freed or line.opened(first) or _set(line, first)), until)
    if follows.source is not None:
        return Predicate(cue, first, last, follows, follows.source), False
    bare = source is not None and line.language in ("pl", "id") and line.isa(source[0] - 1, "that") and source[1] - source[0] < 3
    if source is not None and not line.somebody(*source) and not bare:
        shown = line.isa(source[1] - 1, "pronoun")
        joined = line.isa(first - 1, "join") and line.language not in BRACKET  # "S no lo vio y habla de C"
        return (Predicate(cue, first, last, follows, None) if shown or joined else None), shown
    return Predicate(cue, first, last, follows, source), False


def _acting(line: Line, source: Part, last: int) -> Part | None:
    """The Polish subject before its verb, without an object before it; None where somebody behind the verb acts."""
    source = cases.actor(line, source)
    other = None if cases.shown(line, source) else after(line, last, True).source
    return None if other and any(line.role(k) in PERSONS for k in range(*other)) else source


def _of_body(line: Line, cue: Cue, first: int, last: int) -> Predicate | None:
    """The verb with a body that is named by where it sits, before it or behind it."""
    if body := seated(line, first, last):
        return Predicate(cue, first, last, after(line, last, False), body)
    if body := seated_behind(line, first, last):
        return Predicate(cue, first, last, After(body, None, body[1]), body)
    return None


def _everybody(line: Line, first: int, last: int) -> bool:
    """Read "se teme que C", "si ritiene che C": the pronoun of a verb that nobody is the subject of."""
    return any(line.isa(k, "nobody") for k in range(first, last)) and not any(line.isa(k, "of itself") for k in range(first, last))


def _closing(line: Line, first: int, last: int) -> bool:
    """Read "C, V." and "D: C, V.": a verb that ends its sentence, behind a clause whose verb comes first, has no subject here.

    Nor has one behind an apposition that ends what is told: "Trabajan en la mina, un pozo viejo de Orle, añadió."
    """
    if (
        first == 0
        or line.words[first - 1].text != ","
        or speech_follows(line, last)
        or not all(line.mark(k) or line.isa(k, "adverb", "time") for k in range(last, len(line)))
    ):
        return False
    begin = line.back(first - 1, True)
    clause = begin < first - 1 and line.isa(begin, "auxiliary", "clitic", "negation") and not line.isa(begin, "determiner")
    named = None if clause or line.language in BRACKET | {"pl"} else line.left(first, line.plural(first, last))
    return clause or (named is not None and line.words[named[0] - 1].text == "," and line.count(0, named[0]) > FEWEST)


def _before_auxiliary(line: Line, source: Part | None) -> Part | None:
    """Read "S habe N gesagt: C": the object between the two parts of a verb is not the subject's."""
    if source is None or line.language not in BRACKET:
        return source
    return next(((source[0], k) for k in range(source[0] + 1, source[1]) if line.isa(k, "auxiliary")), source)


def _free(line: Line, first: int, last: int) -> bool:
    """Whether a verb without a subject may go on with whoever spoke last: only adverbials before it, or what is told is plain."""
    setting = line.isa(line.back(first, True), "preposition", "adverb", "time")
    return setting or _closing(line, first, last) or line.opened(first) or line.isa(last, "that") or speech_follows(line, last)


def _set(line: Line, first: int) -> bool:
    """Read "Am Montag sagte S", "In einer Mitteilung versicherte S": a preposition before the verb puts its subject after it."""
    begin = line.back(first, True)
    if line.language in BRACKET and 0 <= begin < first and line.opened(begin) and line.narrowed(begin, first) is None:
        return True  # "Vergangene Woche sagte S"
    fronted = begin < first and line.isa(begin, "preposition") and line.opened(begin)
    return fronted and (line.language in BRACKET or line.language == "pl")


def _in_fronted_phrase(line: Line, source: Part, first: int, last: int) -> bool:
    """Read "Zu Berichten über einen Brand oder eine Flut stellt S fest": one phrase alone stands before a German or Dutch verb."""
    if line.language not in BRACKET or not line.isa(0, "preposition") or not line.isa(source[0] - 1, "join"):
        return False
    verbs = (k for k in range(1, first) if line.cue(k) and not line.words[k].capital)
    plain = next(verbs, None) is None and not any(line.mark(k) or line.isa(k, "auxiliary", "pronoun") for k in range(first))
    return plain and line.nominal(last)


def _piece(line: Line, last: int) -> bool:
    """Whether what a verb takes back or puts right is something told ("withdrew the report"), not a thing ("withdrew the cars")."""
    if line.language == "pl" and line.low(last) == ":":
        return True  # "S prostuje: C"
    near = any(line.isa(k, "piece") for k in range(last, min(last + 5, len(line))) if not line.mark(k))
    return near or (line.language in BRACKET and brackets.of_piece(line, last))


def _infinitive(line: Line, k: int) -> bool:
    """Whether an infinitive follows a verb of telling: "S, que disse ter ouvido C", "S, che dice di aver sentito C"."""
    k += line.language == "it" and line.isa(k, "genitive")
    return line.low(k) in _INFINITIVES


def _to_comma(line: Line, parts: tuple[Span, ...], last: int) -> tuple[Span, ...]:
    """What is told in a relative clause ends with it."""
    comma = next((line.words[k].start for k in range(last, len(line)) if line.words[k].text == ","), None)
    return tuple(ended(line, c, comma) for c in parts) if comma is not None else parts


def _head(line: Line) -> Part | None:
    """The noun phrase that a sentence begins with, where an auxiliary or a comma shows its end."""
    end = line.right(0)
    closed = end < len(line) and (line.isa(end, "auxiliary") or line.words[end].text == ",")
    return (0, end) if closed and line.nominal(0) and line.somebody(0, end) else None


def _suffixed(line: Line, i: int) -> bool:
    """Indonesian "katanya": the teller is a suffix of the word."""
    return line.language == "id" and line.low(i).endswith("nya")


def _group(line: Line, i: int, cue: Cue) -> Part | None:
    """The verb with its auxiliaries as [first, last); None where the form tells nothing here (denied act, participle, noun)."""
    last = line.particle(i, cue)
    if last and cue.particles and (act := line.cue(last)) and act.frame == "infinitive":
        last += 1  # "se limitó a decir"
    if line.isa(i, "counts on") and line.isa(last, "with"):
        return None  # "cuenta con tres puentes"
    if not last or (line.capital(i) and i and not line.mark(i - 1)):
        return None
    first = _auxiliaries(line, i)
    refused = cue.frame == "object" and line.isa(last, "refuse")  # "se negó a comentar": no denial
    opens = cue.tone == "think" and line.language in BRACKET  # "glaubt nicht, dass C": doubts C
    opens = opens or (line.language == "fr" and line.low(last).startswith("n"))  # "affirme ne pas avoir": what is told is negated
    opens = opens or line.isa(i, "unruled")  # "nie wykluczył, że C"
    opens = opens or (line.language == "id" and cue.frame == "clause")  # "mengaku tidak tahu"
    opens = opens or brackets.of_oneself(line, last) is not None  # "verklaarde niets te weten"
    denied = any(line.isa(k, "negation") for k in (*range(first, i), *([] if opens else [last])))
    if refused or (denied and not line.isa(i, "unruled")):
        return None
    if cue.frame in ("clause", "quote", "that") and of_itself(line, first, i, last):
        return None
    if any(line.low(k) in _INFINITIVES for k in range(max(first - 1, 0), i)):
        return None  # "dit avoir prévenu": whoever says it has warned, and does not warn now
    if any(line.isa(k, "auxiliary") for k in range(first, i)):
        return first, last
    low = line.low(i)
    if low.endswith(PARTICIPLES.get(line.language, _NEVER)) and low not in _FINITE:
        return None
    # "avance le chiffre de": an article, "l'accuse de": a pronoun
    clitic = (
        line.isa(i - 1, "clitic")
        and not line.cue(i - 2)
        and (cue.frame == "accuse" or cue.tone == "deny" or not line.isa(last, "genitive"))
    )
    return None if line.isa(i - 1, "determiner", "preposition", "genitive") and not clitic else (first, last)


def _auxiliaries(line: Line, i: int) -> int:
    """The first of the small words that belong to the verb at i."""
    first = i
    while first > 0 and not line.mark(first - 1):
        turned = ("inverted",) if line.isa(first - 2, "auxiliary") else ()  # French "a-t-il dit"
        if not line.isa(first - 1, "auxiliary", "adverb", "clitic", "negation", *turned):
            break
        if line.isa(first - 1, "determiner") and (line.isa(first - 2, "preposition", "genitive") or first == 1):
            break
        first -= 1
    return first


def _passive(line: Line, first: int, last: int, bare: bool = False) -> Hit | None:
    """Read "C was reported by S"; without "by" nobody tells, but where the agent stands ``bare`` (Indonesian "C dilaporkan S")."""
    begin = last + line.isa(last, "by")
    if bare and line.isa(first - 1, "relative"):
        return None  # "riset yang dikutip S": who carried it
    if begin == last and not (
        bare
        and ((line.role(last) and not line.isa(last, "piece")) or (line.capital(last) and not line.isa(last, "time", "adverb")))
    ):
        return None
    end = line.apposed(line.right(begin))
    source, passed = line.part(begin, end), line.part(0, first)
    if source is None or passed is None:
        return None
    rest = line.part(end, len(line)) if begin == last and not line.mark(end) and line.count(end, len(line)) >= FEWEST else None
    if begin == last and rest is None and line.count(0, first) <= FEWEST and line.isa(first - 1, "definite"):
        return None  # "foto itu dimuat S": what is meant stands before
    told = (passed, rest) if rest else (passed,)
    return Hit(0, last - 1, Attributed(told, line.part(last - 1, last), source), (begin, end))
