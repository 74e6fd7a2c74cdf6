"""What stands round a verb of telling in the languages of ``tongues``: its subject after it, who was told, and the told words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.analyzers.line import BRACKET, Line, Part
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue
from sayso.model import HOUSES, Span

FEWEST = 2  # words of a told clause without "that" or quotation marks
SETTING = 4  # words before a subject that are still its setting ("On Monday, the mayor"), not a told clause


@dataclass(frozen=True)
class Hit:
    """One telling found: where its clause begins, which word is its cue, and where its source stands."""

    begin: int
    cue: int
    attributed: Attributed
    source: Part | None


@dataclass(frozen=True)
class After:
    """What stands after a verb of telling: its subject, who was told, and where the told words may begin."""

    source: Part | None
    addressee: Span | None
    begin: int


@dataclass(frozen=True)
class Predicate:
    """A verb of telling with its auxiliaries as words [first, last), what stands after it, and the subject before it."""

    cue: Cue
    first: int
    last: int
    after: After
    source: Part | None

    @property
    def head(self) -> int:
        """Where its clause begins: with the subject or the verb."""
        return min(self.source[0], self.first) if self.source else self.first


AHEAD, FULL = 10, 2  # words before the first comma; capitals of a full name


def after(line: Line, last: int, inverted: bool) -> After:
    """Step over adverbs, times, places of telling and who was told; take the subject where the verb comes first."""
    k, source, addressee = last, None, None
    while k < len(line):
        if line.isa(k, "adverb", "time", "inverted") or (line.words[k].text.isdigit() and line.isa(k - 1, "time")):
            k += 1
        elif line.isa(k, "determiner") and line.isa(k + 1, "time"):
            k += 2
        elif line.words[k].text == "(" and (close := line.closing(k)):
            k = close
        elif (size := line.phrase(k, "addressee")) or (line.isa(k, "to", "dative") and hears(line, k)):
            end = line.right(k + (size or 1) + (not size and line.isa(k + 1, "determiner")))
            names = (m for m in range(k + 2, end) if line.capital(m - 1) and not line.capital(m) and line.role(m))
            end = next(names, end)  # "disse à Agência Sul fonte do porto": the subject begins without an article
            addressee = addressee or line.part(k + (size or 1), end)
            k = max(end, k + 1)
        elif line.isa(k, "preposition") and (end := adjunct(line, k)):
            k = end
        elif source is None and inverted and (line.nominal(k) or line.label(k)):
            end = line.right(k)
            if not line.somebody(k, end):
                break
            source = (k, line.apposed(end))
            k = source[1]
        else:
            break
    return After(source, addressee, k)


def hears(line: Line, k: int) -> bool:
    """Whether a "to" (or a dative) leads on somebody who was told, not an object: a house, a name, or who hears."""
    first = k + 1 + line.isa(k + 1, "determiner")
    if line.isa(k, "dative"):
        return line.label(k + 1) > 0 or any(line.role(m) in HOUSES for m in (first, first + 1))
    return line.role(first) is not None or line.capital(first) or line.isa(first, "hearer")


def adjunct(line: Line, k: int) -> int:
    """The end of "on Monday", "in a statement", "during a visit" after the verb; 0 where no such words stand."""
    for m in range(k + 1, min(k + 7, len(line))):
        if line.mark(m) or line.isa(m, "that") or line.infinitive(m):
            return 0
        if line.isa(m, "time", "venue"):
            end = m + 1
            while end < len(line) and (line.isa(end, "time", "adverb") or line.words[end].text.isdigit()):
                end += 1
            house = line.capital(end + 1) or line.role(end + 1) in HOUSES or line.role(end + 2) in HOUSES
            return line.right(end + 1) if line.isa(end, "to", "by", "genitive") and house else end
    return 0


def speech_follows(line: Line, k: int) -> bool:
    """Whether speech opens within a few words after k, with no clause between."""
    for m in range(k, min(k + 8, len(line))):
        if line.quoted[m]:
            return True
        if line.words[m].text in ",;.":
            return False
    return False


def content(line: Line, p: Predicate) -> tuple[tuple[Span, ...], int]:
    """The told words of a verb, and where its clause begins."""
    begin = p.last if p.cue.frame in ("object", "accuse") and p.after.source is None else p.after.begin
    n = next((k for k in range(p.last, len(line)) if line.words[k].text == ";" and not line.quoted[k]), len(line))
    later = tuple(q.inner for q in line.speech if q.span.start >= line.words[p.last - 1].end)[:1]
    that = _that(line, begin)
    rest = line.part(that, n) if that else None
    if rest and p.after.source is None and not any(line.quoted[max(p.head - 1, 0) : p.head]):
        return (rest,), p.head
    if inserted := _inserted(line, p, n):
        return inserted, p.first
    if p.after.source is not None or (p.source is None and line.opened(p.first)):
        fewest = 0 if p.cue.frame == "object" else FEWEST
        told = None if _setting(line, p.first) else _clause_before(line, p.first, fewest)
        if told is not None:
            return (told, *(() if that else later)), p.first
        if later and not that:
            return later, p.first
    if rest:
        return (rest,), p.head
    if (told := _before_subject(line, p, begin, n)) is not None:
        return (told, *later), p.head
    return _following(line, p, begin, n), p.head


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
    led = line.isa(first, "preposition") and not any(line.words[m].text == "," for m in range(first, last))
    return led and last - first <= AHEAD and line.nominal(k)


def _setting(line: Line, first: int) -> bool:
    """Whether the words before a verb only say where or when somebody told ("In a statement", "On Monday")."""
    end = first - (line.low(first - 1) == ",")
    plain = end > 0 and line.isa(0, "preposition") and not any(line.mark(k) for k in range(end))
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
    rest = line.part(begin, n)
    if rest is None:
        return ()
    colon = line.words[begin].text == ":" and any(line.quoted[begin:n])
    if line.quoted[begin] or colon:
        return (rest,)
    strict = p.cue.frame in ("quote", "that") or (p.cue.frame == "tag" and not line.view.title)
    pronoun = p.cue.frame == "object" and line.isa(begin, "preposition") and not line.isa(begin, "determiner", "to")
    pronoun = pronoun and not (
        line.infinitive(begin + 1) or line.isa(begin + 1, "untrue")
    )  # "nega di aver visto S", "calificó de falso"
    if (strict and not speech_follows(line, begin)) or pronoun:  # "lo negó en su cuenta": what is denied is a pronoun
        return ()
    if line.words[begin].text == "," and line.language not in BRACKET:
        return ()
    if p.cue.tone == "doubt" and line.count(begin, n) < FEWEST and line.isa(begin, "pronoun", "clitic"):
        return ()  # "S bezweifelt das": a sentence before
    return (rest,) if line.count(begin, n) >= (1 if p.cue.tone == "deny" else FEWEST) else ()


def _that(line: Line, begin: int) -> int | None:
    """The word after "that", where it opens what is told."""
    for k in range(begin, min(begin + 14, len(line))):
        if line.isa(k, "that"):
            return k + 1
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


def ended(line: Line, span: Span, end: int) -> Span:
    """The span up to ``end``, without the marks before it."""
    if not span.start < end < span.end:
        return span
    return Span(span.start, span.start + len(line.view.text[span.start : end].rstrip(" ,;–—\u00a0")))


def agent(line: Line) -> Part | None:
    """The named person or office that the sentence begins with ("The mayor Ana Roe opened …"), whatever its verb."""
    first = 0
    while line.isa(first, "adverb"):
        first += 1
    if (apposed := _between_commas(line, first)) is not None:
        return apposed
    if not line.nominal(first):
        return None
    end = first
    for k in range(first, min(first + 8, len(line.words))):
        if (
            line.mark(k)
            or line.isa(k, "auxiliary", "that", "time")
            or (k > first and line.language in BRACKET and line.verb_after_noun(k, first))
            or (line.isa(k, "preposition") and not line.isa(k, "determiner", "genitive"))
        ):
            break
        if line.capital(k) and not line.isa(k, "determiner", "quantity"):
            end = k + 1
        elif end > first + 1 and not line.isa(k, "genitive") and not line.role(k):
            break
    titled = any(line.role(k) in ("official", "person") for k in range(first, end))
    names = sum(line.capital(k) for k in range(first, end) if not line.isa(k, "determiner"))
    if not names:
        end = line.right(first)
        shown = any(map(line.role, range(first, end))) and line.isa(end, "auxiliary", "negation")
        return (first, end) if shown and not line.isa(first, "quantity") else None
    return (first, end) if end > first and ((titled and names) or names > 1) and not line.isa(first, "quantity") else None


def _between_commas(line: Line, first: int) -> Part | None:
    """The full name behind the first comma, where a second one follows: "Su vocera, Ana Roe, …", "Hier, Ana Roe, …"."""
    comma = next((k for k in range(first + 1, min(first + AHEAD, len(line.words))) if line.words[k].text == ","), None)
    if comma is None or any(line.cue(k) or line.quoted[k] for k in range(first, comma)):
        return None
    end = next((k for k in range(comma + 1, len(line.words)) if not line.capital(k) and not line.isa(k, "genitive")), comma)
    named = end - comma > FULL and line.words[end].text == "," and not any(map(line.role, range(comma + 1, end)))
    return (comma + 1, end) if named else None


def behind(line: Line, part: Part | None) -> Part | None:
    """A phrase without the verb of telling before it: of "admits Ada Roe" Ada Roe."""
    told = next((k + 1 for k in range(part[1] - 1, part[0] - 1, -1) if line.cue(k) and not line.capital(k)), None) if part else None
    return (told, part[1]) if part and told and line.nominal(told) else part
