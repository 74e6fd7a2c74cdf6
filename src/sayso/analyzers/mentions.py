"""Sources named beside what is told, in the languages of ``tongues``: "according to S", "as S reported", "citing S"."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.analyzers import cases
from sayso.analyzers.clauses import FEWEST, After, Hit, after, agent, alone, behind, published
from sayso.analyzers.line import APPOSED, BRACKET, Line, Part
from sayso.analyzers.offices import BODIES
from sayso.contracts import Attributed
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS, Span

_LINKED = re.compile(r"(?:ung|schaft|heit|keit|ion|tät|en|icht)s$")  # the "s" that joins a German compound


def according(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "according to S, C", "C, according to S", "S zufolge", and where it ends."""
    if ending := line.phrase(i, "postposition"):
        return _postposed(line, i, i + ending)
    if own := line.phrase(i, "own word"):
        return _own(line, i, i + own), i + own
    size = _leads(line, i)
    strict = bool(line.phrase(i, "strict"))
    if not size or (strict and not _in_view(line, i, i + size)):
        return None, i
    first = i + size
    if (i and line.isa(i - 1, "mine")) or line.phrase(i, "again") == size:  # "jego zdaniem", "w jego ocenie": whoever spoke before
        return _whole(line, (i - line.isa(i - 1, "mine"), first), (i, first), None), first
    if line.isa(first, "ours") and line.isa(first + 1, "piece"):
        return _nobodys(_whole(line, (i, first + 2), (i, first + 2), None)), first + 2
    if what := line.phrase(first, "what"):
        return _what(line, i, first, first + what)
    if line.isa(first, "pronoun") and (not line.nominal(first) or alone(line, first)):
        return _whole(line, (i, first + 1), (i, first), None), first + 1
    which = first + line.isa(first, "determiner")
    article = which > first and line.isa(which, "determiner")  # "nach Angaben eines der Fahrer"
    if line.isa(which, "relative") and not line.capital(which) and not article:
        return _which(line, i, which)
    if not (line.nominal(first) or line.label(first)) and (
        line.mark(first) or line.isa(first, "auxiliary", "that", "clitic") or (line.language in BRACKET and line.isa(first, "join"))
    ):
        return None, i
    end = published(line, first, line.right(first))
    end = cases.governed(line, first, end)
    first = _issuer(line, first, end)
    stop = line.apposed(end)
    if line.count(stop, len(line)) + line.count(0, i) < FEWEST:
        stop = end  # what looked like an apposition is what is told
    if end <= first or (strict and not _closed(line, first, stop)):
        return None, i
    hit = _whole(line, (i, stop), (i, first), (first, stop))
    return (_printed(hit) if hit and first > i + size else hit), stop


def _in_view(line: Line, i: int, first: int) -> bool:
    """Whether "para", "pour", "per" says in whose view something is: it opens the sentence, or "who" stands behind it."""
    whose = line.low(i - 1) == "," and line.isa(first, "relative") and not line.isa(first, "that")
    return whose or (line.opened(i) and line.capital(i))


def _postposed(line: Line, i: int, end: int) -> tuple[Hit | None, int]:
    """Read "S zufolge" up to ``end``."""
    part = _governed(line, i)
    if part is None:
        return None, i
    whose = _issuer(line, *part)
    hit = _whole(line, (part[0], end), (i, end), (whose, i))
    return (_printed(hit) if hit and whose > part[0] else hit), end


def _leads(line: Line, i: int) -> int:
    """How many words at i lead to a source beside what is told ("according to", "nach" before "Polizeiangaben")."""
    piecewise = line.phrase(i, "piecewise")
    size = max(line.phrase(i, "according"), line.phrase(i, "again")) or int(piecewise > 0 and line.isa(i + piecewise, "piece"))
    if not size and piecewise and line.language == "de":  # "gemäß der kantonalen Jagdverwaltung", no "gemäß dem Gesetz"
        noun = next((k for k in range(i + piecewise, min(i + piecewise + 3, len(line))) if line.capital(k) or line.mark(k)), i)
        size = int(line.role(noun) in BODIES | PERSONS and line.low(i).startswith("gem"))
    return size or int(line.isa(i, "after") and line.capital(i + 1) and _bearer(line, i + 1) is not None)


def _printed(hit: Hit) -> Hit:
    """The telling as an outlet's."""
    return replace(hit, attributed=replace(hit.attributed, kind=hit.attributed.kind or "outlet"))


def _issuer(line: Line, first: int, end: int) -> int:
    """Where the outlet begins in "an article of S", "einem Bericht der Zeitung S": what a paper prints is its own word."""
    at = next((k for k in range(first, end - 1) if line.isa(k, "piece") and line.isa(k + 1, "genitive")), None)
    if at is None or line.capital(at + 1):
        return first
    own = at + 1 if line.language in ("de", "el") and line.isa(at + 1, "determiner") else at + 2  # "der Zeitung S", "del diario S"
    begin = own + (own == at + 1)
    named = line.part(own, end)
    house = any(line.role(k) in HOUSES for k in range(begin, min(begin + 2, end))) or line.label(begin) == end
    house = house or (named is not None and outlet_kind(named.of(line.view.text)) is not None)
    return own if house or (line.isa(at, "article") and all(line.capital(k) for k in range(begin, end))) else first


def _closed(line: Line, first: int, stop: int) -> bool:
    """Whether a comma closes a phrase of somebody: "Para la molinera, C"."""
    if not line.somebody(first, stop) or stop >= len(line):
        return False
    held = line.isa(stop, "auxiliary") and any(line.quoted[stop : stop + 4])  # "Per il sindacato è «C»"
    return line.words[stop].text == "," or held


def _what(line: Line, i: int, first: int, k: int) -> tuple[Hit | None, int]:
    """Read "according to what S posted, C": any verb, and its subject after it."""
    while line.isa(k, "auxiliary", "clitic", "adverb"):
        k += 1
    found = after(line, k + 1, True)
    if found.source is None and line.isa(k, "learn") and (size := line.phrase(found.begin, "learned from")):
        begin = found.begin + size  # "secondo quanto risulta alla nostra redazione da S"
        end = line.right(begin)
        found = replace(found, source=(begin, end) if line.somebody(begin, end) or line.role(begin) else None, begin=end)
    return _heard(line, (i, found), (i, first))


def _heard(line: Line, what: tuple[int, After], cue: Part) -> tuple[Hit | None, int]:
    i, found = what
    source = found.source
    if source is None:
        return None, i
    end = max(source[1], found.begin)
    if line.count(end, len(line)) + line.count(0, i) < FEWEST:
        source = (source[0], line.right(source[0]))
        end = source[1]
    hit = _whole(line, (i, end), cue, source)
    return (replace(hit, attributed=replace(hit.attributed, addressee=found.addressee)), end) if hit else (None, i)


def _which(line: Line, i: int, which: int) -> tuple[Hit | None, int]:
    """Read "the statement of S, according to which C": the phrase before it is the source, and only what follows is told."""
    last = i - 1 if line.low(i - 1) == "," else i
    heads = [
        k
        for k in range(line.back(last, True), last)
        if line.isa(k, "determiner") and not line.isa(k - 1, "genitive", "preposition")
    ]
    if heads and (outer := line.cue(heads[-1] - 1)) and outer.frame in ("object", "piece", "accuse"):
        return None, i  # "S ha smentito le voci secondo cui C": S denies C
    named = behind(line, line.narrowed(line.back(last, True), last)) if not heads else (heads[-1], last)
    words, source = line.part(which + 1, len(line)), line.part(*named) if named and line.somebody(*named) else None
    if words is None or source is None:
        return None, i
    return Hit(i, i, Attributed((words,), line.part(i, which), source), named), which + 1


def _governed(line: Line, i: int) -> Part | None:
    """The phrase before "zufolge": from its article on, or the bare nouns."""
    first = line.back(i, True)
    articles = [k for k in range(first, i) if line.isa(k, "determiner", "quantity")]
    whole = line.isa(first, "determiner") and line.right(first) == i  # "Einer Studie der Universität zufolge"
    if first < i and (line.isa(first, "oblique") or whole):
        return first, i  # "Einem Bericht der Zeitung S zufolge": the genitive belongs to it
    if articles:
        return articles[-1], i
    while i - first > 1 and not line.capital(first):
        first += 1
    return (first, i) if first < i else None


def _whole(line: Line, made_by: Part, cue: Part, source: Part | None) -> Hit | None:
    """An attribution of the whole sentence but for the words ``made_by`` that make it."""
    first, last = made_by
    n = len(line)
    stop = last
    who = line.relative if line.language == "de" else lambda k: line.isa(k, "relative")  # "S zufolge die Preise": an article
    while stop < n and (line.phrase(stop, "anonymity") or who(stop) or line.phrase(stop, "carrier")):
        stop = next((k for k in range(stop + 1, n) if line.words[k].text in ",;"), n)
    if line.language in BRACKET and line.words[min(stop, n - 1)].text == "," and line.relative(stop + 1):
        stop = next((k for k in range(stop + 1, n) if line.words[k].text in ",;"), stop)  # "Laut S, der …, C"
    begin = next((k + 1 for k in range(first - 1, -1, -1) if line.words[k].text == ";" and not line.quoted[k]), 0)
    end = next((k for k in range(stop, n) if line.words[k].text == ";" and not line.quoted[k]), n)
    before = line.part(begin, first) if line.count(begin, first) > 1 else None
    rest = line.part(stop, end) if line.count(stop, end) > 1 else None
    content = tuple(s for s in (before, rest) if s)
    if not content:
        return None
    named = line.part(*source) if source else None
    if source and source[1] - source[0] == 1:
        named = _bearer(line, source[0]) or named
    via, via_cue = citing(line)
    via = tuple(v for v in via if named and v.start >= named.end)
    hidden = source is not None and line.anonymous(source[0], stop + 1)
    if source and any(line.isa(k, "rumour noun") for k in range(source[0], min(source[0] + 3, source[1]))):
        return Hit(first if before else last, cue[0], Attributed(content, line.part(*cue)), None)  # "Gerüchten zufolge"
    made = Attributed(
        content,
        line.part(*cue),
        named,
        via,
        via_cue if via else None,
        inherits=named is None,
        kind="anonymous" if hidden else None,
    )
    return Hit(first if before else last, cue[0], made, source)


def _bearer(line: Line, i: int) -> Span | None:
    """Whose word it is in a compound: "Polizeiangaben", "Behördenangaben", "Medienberichten"."""
    t = line.words[i] if i < len(line) else None
    ending = next((e for e in sorted(words(line.language, "word of")) if t and t.low.endswith(e) and len(t.low) > len(e) + 3), None)
    if t is None or ending is None:
        return None
    end = t.end - len(ending)
    return Span(t.start, end - bool(_LINKED.search(line.view.text[t.start : end])))


def _own(line: Line, i: int, end: int) -> Hit | None:
    """Read "S geht nach eigenen Angaben von C aus": whoever the sentence is about tells it."""
    small = line.isa(0, "time", "adverb", "preposition", "clause", "that", "pronoun")
    head = (
        (0, line.right(0)) if line.language in BRACKET and line.nominal(0) and not small else None
    )  # a verb or small letter ends it
    doer = agent(line) or (head if head and line.somebody(*head) else None)
    if i == 0:  # "Nach eigenen Angaben besitzt S C"
        doer = after(line, end + 1, True).source
    return _whole(line, (i, end), (i, end), doer if doer and (doer[1] <= i or i == 0) else None)


def _nobodys(hit: Hit | None) -> Hit | None:
    """The telling as that of somebody whom the page leaves unnamed ("as this paper learned")."""
    return replace(hit, attributed=replace(hit.attributed, source=None, inherits=False)) if hit else None


def _ours(line: Line, part: Part) -> bool:
    """Whether a phrase is the page's own house ("este diario")."""
    return line.isa(part[0], "ours") and line.role(part[0] + 1) in HOUSES


def as_told(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "as S reported, C", "C, as S reports", "segundo informou S": a verb of telling after a word that means "as"."""
    size = line.phrase(i, "as")
    if not size:
        return None, i
    first = i + size
    stop = next((k for k in range(first, min(first + 20, len(line))) if line.words[k].text in ",;:" or line.quoted[k]), len(line))
    k = next((k for k in range(first, stop) if (line.cue(k) or line.isa(k, "learn")) and not line.isa(k, "determiner")), None)
    if k is not None and line.isa(k, "learn"):
        return _learned(line, (i, first), k, stop)
    if k is None or any((line.isa(m, "that") and not line.isa(m, "clitic")) or line.relative(m) for m in range(first, k)):
        return None, i
    if all(line.isa(m, "auxiliary", "adverb", "clitic", "that") for m in range(first, k)):
        if line.isa(k + 1, "by"):
            return _heard(line, (i, After((k + 2, line.right(k + 2)), None, 0)), (k, k + 1)) if k + 2 < len(line) else (None, i)
        found = after(line, k + 1, True)
        if found.source is None and line.language == "pl" and stop < len(line):  # "C, jak napisali w raporcie, C": whoever spoke
            return _whole(line, (i, stop + 1), (k, k + 1), None), stop
        return _heard(line, (i, found), (k, k + 1))
    text = line.isa(first, "seat") and (cue := line.cue(k)) is not None and cue.frame == "emerge"  # "wie aus S hervorgeht"
    source = (first + 1, k) if text else line.narrowed(first, min(line.right(first), k))
    if source is None or not line.somebody(*source):
        return None, i
    hit = _whole(line, (i, stop), (k, k + 1), source)
    via, via_cue = citing(line)
    if hit and via:
        hit = replace(hit, attributed=replace(hit.attributed, via=via, via_cue=via_cue))
    return (hit, stop) if hit else (None, i)


def _learned(line: Line, cue: Part, k: int, stop: int) -> tuple[Hit | None, int]:
    """Read "as this paper learned, C": nobody is named; where another house learned it, it is that one's."""
    named = (k + 1, k + 3) if line.isa(k + 1, "ours") else after(line, k + 1, True).source
    source = named or line.narrowed(cue[1], min(line.right(cue[1]), k))
    seat = next((m for m in (source[1], k + 1) if line.phrase(m, "learned from")), None) if source else None
    if source and seat is not None and line.somebody(*source):  # "según supo este diario de S", "ao que o jornal apurou junto de S"
        first = seat + line.phrase(seat, "learned from")
        end = line.right(first)
        return (_whole(line, (cue[0], max(stop, end)), cue, (first, end)) if line.somebody(first, end) else None), max(stop, end)
    if source is None or not (_ours(line, source) or line.somebody(*source)):
        return None, cue[0]
    hit = _whole(line, (cue[0], max(stop, source[1])), cue, None if _ours(line, source) else source)
    return (_nobodys(hit) if _ours(line, source) else hit), stop


def citing(line: Line) -> tuple[tuple[Span, ...], Span | None]:
    """Sources that the sentence says its teller cites, and those that they cite in their turn."""
    found: list[Span] = []
    cue: Span | None = None
    end = 0
    for k in range(len(line)):
        size = 0 if line.quoted[k] or k < end or not _cites(line, k) else line.phrase(k, "citing")
        if size and (not found or line.isa(k, "relative") or line.isa(k - 1, "relative")):
            end = line.apposed(_placed(line, line.right(k + size)))
            if source := line.part(k + size, end):
                found.append(source)
                cue = cue or line.part(k, k + size)
    return tuple(found), cue


def _cites(line: Line, k: int) -> bool:
    """Whether words of citing at k belong to a telling: a preposition ("on the strength of") does behind a mark or a verb of it."""
    free = line.language in BRACKET or not line.isa(k, "preposition")
    return free or line.mark(k - 1) or any(line.cue(m) for m in range(max(k - 3, 0), k))


def _placed(line: Line, end: int) -> int:
    """Take in where cited people sit ("sources in the fire service"), not where they spoke or when."""
    if line.mark(end) or not line.isa(end, "preposition") or line.isa(end, "time"):
        return end
    stop = line.right(end + 1)
    return end if any(line.isa(k, "venue", "time") for k in range(end + 1, stop)) or stop - end > APPOSED else max(stop, end)


def carried(line: Line, found: list[Attributed]) -> list[Attributed]:
    """Read "…, cited by the agency X", "in an interview with X": through whom the words came."""
    for k in range(len(line)):
        for kind in ("carrier", "addressee"):
            size = 0 if line.quoted[k] else line.phrase(k, kind)
            size = 0 if size and kind == "carrier" and line.isa(k + size, "venue") else size  # "joint par téléphone"
            if size and (house := line.part(k + size, cases.hearer(line, k + size, line.right(k + size)))):
                found = [replace(a, addressee=house) if a.addressee is None and a.source != house else a for a in found]
    return found


def spoken(line: Line) -> list[Attributed]:
    """Read "“C”, V S" with any verb ("s'emporte le maire"): whoever closes a sentence behind speech and one word, speaks."""
    quote = next((q for q in line.speech), None)
    closed = next((k for k in range(1, len(line)) if line.quoted[k - 1] and not line.quoted[k]), None)
    if quote is None or closed is None or line.count(0, closed) < FEWEST + 1 or not line.quoted[0]:
        return []
    k = closed + (line.words[closed].text in ",–—")
    while line.isa(k, "clitic"):
        k += 1
    tied = line.isa(k, "preposition", "that", "clause", "relative", "join", "auxiliary", "determiner", "pronoun", "negation")
    if tied or line.mark(k) or line.capital(k):
        return []
    begin = k + 1 + (line.language == "de" and line.low(k + 1) == "sich")
    end = line.apposed(line.right(begin)) if line.nominal(begin) else begin
    who = any(line.role(m) in PERSONS or (line.capital(m) and not line.isa(m, "determiner")) for m in range(begin, end))
    if not who or not line.somebody(begin, end) or end < len(line) - 1:
        return []
    return [Attributed((quote.inner,), line.part(k, k + 1), line.part(begin, end))]


def hearsay(line: Line) -> list[Attributed]:
    """Read "C, they say": told on somebody's word, and the text gives nobody."""
    for i in range(len(line)):
        size = 0 if line.quoted[i] else line.phrase(i, "hearsay")
        if size:
            content = tuple(s for s in (line.part(0, i), line.part(i + size, len(line))) if s)
            return [Attributed(content, line.part(i, i + size))] if content else []
    return []
