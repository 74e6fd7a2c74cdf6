"""The told words of a verb of telling in the languages of ``tongues``: before it, behind it, or round its subject."""

from __future__ import annotations

from sayso.analyzers import brackets, cases
from sayso.analyzers.clauses import AHEAD, FEWEST, Predicate, adjunct, pronoun, speech_follows
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.model import Span

ASIDE = 6  # words of an aside behind a verb
HEAD = 3  # words of a phrase in which stands what somebody is
SETTING = 4  # words before a subject that are still its setting ("On Monday, the mayor"), not a told clause


def content(line: Line, p: Predicate) -> tuple[tuple[Span, ...], int]:
    """The told words of a verb, and where its clause begins."""
    if line.language in BRACKET and p.after.source and (thing := brackets.tied(line, p.last - 1, p.cue)):
        return (thing,), p.first
    begin = p.last if p.cue.frame in ("object", "accuse") and p.after.source is None else p.after.begin
    n = next((k for k in range(p.last, len(line)) if line.words[k].text == ";" and not line.quoted[k]), len(line))
    later = tuple(q.inner for q in line.speech if q.span.start >= line.words[p.last - 1].end)[:1]
    that = _that(line, begin)
    rest = line.part(that, n) if that else None
    if rest and p.after.source is None and not any(line.quoted[max(p.head - 1, 0) : p.head]):
        return (rest,), p.head
    if both := _round(line, p, n):
        return both, p.first
    if line.isa(begin, "about") and not any(line.quoted[max(p.head - 2, 0) : p.head]) and (thing := line.part(begin, n)):
        return (thing,), p.head
    if rest and line.language in BRACKET and not any(line.mark(k) for k in range(p.first)):
        return (rest,), p.head  # "In die brief waarschuwt S dat C": one phrase stands before the verb, and tells nothing
    denied = line.language in BRACKET and p.cue.frame == "object" and p.first > 0 and pronoun(line, p.last)
    if p.after.source is not None or (p.source is None and (line.opened(p.first) or denied)):
        fewest = 0 if p.cue.frame == "object" else FEWEST
        setting = not (line.language in BRACKET and p.cue.frame in ("object", "accuse")) and _setting(line, p.first)
        told = None if setting else _clause_before(line, p.first, fewest)
        if told is not None:
            more = brackets.goes_after(line, begin) if (p.after.source or pronoun(line, p.last)) and not later else None
            return (told, *(() if that else later), *([more] if more else [])), p.first
        if later and not that:
            return later, p.first
    if rest:
        return (rest,), p.head
    if (told := _before_subject(line, p, begin, n)) is not None:
        return (told, *later), p.head
    return _following(line, p, begin, n), p.head


def _round(line: Line, p: Predicate, n: int) -> tuple[Span, ...]:
    """What is told on both sides of the verb and its subject, or behind a colon there."""
    if line.language == "pl" and (both := _around(line, p)):
        return both
    return _inserted(line, p, n) or _behind_colon(line, p, n)


def _behind_colon(line: Line, p: Predicate, n: int) -> tuple[Span, ...]:
    """Read "Warns S: C", "Nonsense, answers S: C"; () where no colon stands behind S, or speech before the verb."""
    k = p.after.begin
    if p.after.source is None or k >= n or line.words[k].text != ":" or line.language in BRACKET or any(line.quoted[: p.first]):
        return ()
    rest = line.part(k + 1, n)
    told = None if _setting(line, p.first) else _clause_before(line, p.first, 0)
    return tuple(s for s in (told, rest) if s) if rest and line.count(k + 1, n) >= FEWEST else ()


def _inserted(line: Line, p: Predicate, n: int) -> tuple[Span, ...]:
    """Read "C, said S, C", "C, he adds, C": a telling put into the clause that it tells; () where something else follows it."""
    opens, close = p.first - 1, p.after.begin
    if opens < 1 or close + FEWEST >= n or p.cue.frame in ("object", "accuse") or (p.source and p.after.source is None):
        return ()
    mark = line.words[opens].text
    if mark not in ",–—" or line.words[close].text != mark or line.quoted[opens - 1] or line.quoted[close + 1]:
        return ()
    begin = next((k + 1 for k in range(opens - 1, -1, -1) if line.words[k].text in ";:"), 0)
    before, rest = line.part(begin, opens), line.part(close + 1, n)
    if before is None or rest is None or not _goes_on(line, p, (begin, opens), close + 1):
        return ()
    return before, rest


def _goes_on(line: Line, p: Predicate, before: Part, k: int) -> bool:
    """Whether what stands from k on belongs to the clause that a telling interrupts."""
    if line.relative(k) and p.after.source:  # "C, said S, who lives there, C"
        k = next((m + 1 for m in range(k, len(line)) if line.words[m].text == ","), k)
    if line.isa(k, "relative", "join", "clause") or any(
        line.phrase(k, kind) for kind in ("carrier", "citing", "anonymity", "according")
    ):
        return False
    if line.isa(k, "auxiliary", "clitic", "reflexive", "negation") and not line.isa(k, "determiner", "preposition"):
        return True
    if p.after.source is None:  # "C, he adds, C"
        return not adjunct(line, k)
    first, last = before
    loose = line.isa(k, "preposition", "adverb", "time", "that", "determiner", "to") or line.mark(k) or line.capital(k)
    if line.language in ("pt", "es", "fr", "it") and not loose and line.nominal(first) and line.right(first) == last:
        return True  # "I servizi, rileva S, sapevano C": a bare noun phrase before it has its verb behind
    led = line.isa(first, "preposition") and not any(line.words[m].text == "," for m in range(first, last))
    return led and last - first <= AHEAD and line.nominal(k)


def _around(line: Line, p: Predicate) -> tuple[Span, ...]:
    parts = cases.inserted(line, p.first, p.after.source[1] if p.after.source else p.last)
    return tuple(s for a, b in parts or () if (s := line.part(a, b)))


def _setting(line: Line, first: int) -> bool:
    """Whether the words before a verb only say where or when somebody told ("In a statement", "On Monday")."""
    if line.language in BRACKET:  # one phrase stands before the verb; what is told has a comma or a mark of speech behind it
        return first > 0 and not any(line.quoted[k] or line.words[k].text in ",;:–—" for k in range(first))
    end = first - (line.low(first - 1) == ",")
    plain = end > 0 and line.isa(0, "preposition") and not any(line.mark(k) for k in range(end))
    plain = plain and not line.isa(1, "at least") and not line.isa(2, "at least")  # "Al menos seis barcas se hundieron el lunes"
    return plain and any(line.isa(k, "venue", "time") for k in range(first))


def _before_subject(line: Line, p: Predicate, begin: int, n: int) -> Span | None:
    """Read "C, S said": the clause before a subject that stands before its verb."""
    head = p.head
    if p.source is None or p.source[1] > p.first or head <= 0 or (p.source[1] < p.first and line.relative(p.source[1] + 1)):
        return None
    comma = line.words[head - 1].text == ","
    spoken = line.quoted[head - 1] or (head > 1 and comma and line.quoted[head - 2])
    if not (spoken or (comma and line.count(0, head) > SETTING and (begin >= n or line.mark(begin)))):
        return None
    return _clause_before(line, head)


def _following(line: Line, p: Predicate, begin: int, n: int) -> tuple[Span, ...]:
    """The told words after a verb without "that": speech, a clause, an object."""
    if begin < n and line.words[begin].text == "," and _acts(line, p):  # "Recomienda, con todo, C"
        begin = next((k + 1 for k in range(begin + 1, min(begin + ASIDE, n)) if line.words[k].text == ","), begin)
    rest = line.part(begin, n)
    if rest is None:
        return ()
    colon = line.words[begin].text == ":" and (line.language == "pl" or any(line.quoted[begin:n]))  # "S uspokaja: C"
    if line.quoted[begin] or colon:
        return (rest,)
    at = next((k for k in range(begin, min(begin + 4, n)) if line.words[k].text in ",:"), begin)
    held = p.cue.frame == "object" and p.after.source is None  # "noemt het plan zwak: C"
    if line.language in BRACKET and begin < at and line.low(at) == ":" and not held and (late := line.part(at + 1, n)):
        return (late,)  # "äußerte sich skeptisch: C"
    colon_at = next((k for k in range(begin, min(begin + ASIDE, n)) if line.words[k].text in ":,;"), begin)
    if line.language not in BRACKET and line.words[colon_at].text == ":" and line.quoted[colon_at + 1 : colon_at + 2] == [True]:
        return (line.part(colon_at + 1, n) or rest,)  # "lo desmintió de plano: «C»"
    strict = p.cue.frame in ("quote", "that") or (p.cue.frame == "tag" and not line.view.title)
    strict = strict and not _acts(line, p)
    pronoun = p.cue.frame == "object" and line.isa(begin, "preposition") and not line.isa(begin, "determiner", "to")
    pronoun = pronoun and not (
        line.infinitive(begin + 1) or line.isa(begin + 1, "untrue")
    )  # "nega di aver visto S", "calificó de falso"
    clause = brackets.of_oneself(line, begin) if p.cue.frame == "that" else None
    if strict and (clause := clause or brackets.asked(line, begin)):
        return (clause,)
    if (strict and not speech_follows(line, begin)) or pronoun:  # "lo negó en su cuenta": what is denied is a pronoun
        return ()
    if line.words[begin].text == "," and line.language not in BRACKET and not (line.language == "id" and p.cue.frame == "clause"):
        return ()  # Indonesian alone has a comma here: "Ia menambahkan, C"
    if p.cue.tone == "doubt" and line.count(begin, n) < FEWEST and line.isa(begin, "pronoun", "clitic"):
        return ()  # "S bezweifelt das": a sentence before
    asked = line.isa(p.first, "demand") and not line.isa(begin, "determiner", "pronoun", "adverb")  # "S eist excuses"
    return (rest,) if line.count(begin, n) >= (1 if p.cue.tone == "deny" or asked else FEWEST) else ()


def _acts(line: Line, p: Predicate) -> bool:
    """Read "La alcaldesa pidió calma", "También lamenta los retrasos": an act done by words, of somebody named or left out."""
    if not line.isa(p.last - 1, "act") or line.view.title or any(line.quoted):
        return False
    if any(line.isa(k, "that") and not line.isa(k, "clitic") for k in range(p.head)):
        return False  # "S contó que el jefe había pedido silencio": S tells that
    source = p.after.source or p.source
    if source is None:
        return line.opened(p.first)
    first, last = source
    named = sum(line.capital(k) for k in range(first, last) if not line.isa(k, "determiner")) > 1
    return named or any(line.role(k) for k in range(first, min(first + HEAD, last)))


def _that(line: Line, begin: int) -> int | None:
    """The word after "that", where it opens what is told."""
    for k in range(begin, min(begin + 14, len(line))):
        if line.isa(k, "that"):
            return k + 1
        if k == begin and line.low(k) == "," and line.isa(k + 1, "how"):
            return k + 1  # "opisuje, jak C"
        if line.quoted[k] or line.words[k].text in ":;" or (line.words[k].text == "," and not line.isa(k + 1, "that")):
            return None
        if k > begin + 1 and line.cue(k):
            return None
    return None


def _clause_before(line: Line, first: int, fewest: int = FEWEST) -> Span | None:
    """The told clause that ends before ``first``: speech, or more words than an adverbial has."""
    if first <= 0:
        return None
    last = first - 1 if not line.words[first - 1].word and not line.quoted[first - 1] else first
    begin = next((k + 1 for k in range(last - 1, -1, -1) if line.words[k].text == ";" and not line.quoted[k]), 0)
    part = line.part(begin, last)
    return part if part and (any(line.quoted[begin:last]) or line.count(begin, last) > fewest) else None
