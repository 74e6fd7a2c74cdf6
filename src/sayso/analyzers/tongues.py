"""Who says what in the languages that no model was trained on: Romance, German, Dutch, Greek, Indonesian, Polish news prose.

The configurations: S V that C · C, V S · C, V (whoever spoke last) · S V C and V C · C, as V S · according to S, C · S V N (denials) ·
S A … V (the German bracket) · C, so S. Words stand in resources (cues, phrases, grammar); what is told on whose word is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.analyzers import headlines
from sayso.analyzers.line import HOUSES, Line
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue
from sayso.model import Span

READ = frozenset("pt es fr it de nl el id pl".split())
BRACKET = frozenset({"de", "nl"})  # languages in which the participle stands at the end of its clause
FEWEST = 2  # words of a told clause without "that" or quotation marks
_PARTICIPLES = {
    "fr": ("é", "u", "is", "ait"), "it": ("to", "so"), "es": ("ado", "ido", "cho", "to"), "pt": ("ado", "ido", "to"),
}  # fmt: skip
_FINITE = frozenset("dit écrit fait disait avait soutient dis".split())


@dataclass(frozen=True)
class Hit:
    """One telling found: where its clause begins, and whether it goes on with the subject before."""

    begin: int
    cue: int
    attributed: Attributed
    source: tuple[int, int] | None


def read(view: View, before: Span | None, told: bool = True) -> list[Attributed]:
    """The attributions of one sentence; ``before`` is the sentence before it, which "this was reported by S" tells.

    ``told``: it tells something of somebody. Where it does not, who acts in it is the likeliest speaker of a quotation
    whose cue has no subject ("The mayor Ana Roe opened the pier. “A great day,” she said").
    """
    line = Line(view)
    if before is not None and (back := _back(line, before)) is not None:
        return [back]
    hits: list[Hit] = []
    taken = 0
    subject: tuple[int, int] | None = None
    for i in range(len(line)):
        if i < taken or line.quoted[i]:
            continue
        hit, end = _as(line, i)
        if hit is None and (cue := line.cue(i)):
            hit, subject = _verb(line, i, cue, subject, hits[-1].attributed.content if hits else ())
            end = i + 1
        if hit is None:
            hit, end = _according(line, i)
        if hit is not None:
            hits.append(hit)
            taken = end
    found = _carried(line, _cut(line, hits))
    if before is not None and not told and any(a.inherits for a in found):
        acting = Line(View(view.text, before, view.language, view.quotes))
        if (agent := acting.agent()) and (source := acting.part(*agent)):
            found = [replace(a, source=source, inherits=False) if a.inherits and a.source is None else a for a in found]
    if view.title and not found and (named := headlines.headline(view)):
        found.append(named)
    if not found and not view.title:
        found += _hearsay(line)
    return found


# Verbs


def _verb(
    line: Line, i: int, cue: Cue, subject: tuple[int, int] | None, told: tuple[Span, ...]
) -> tuple[Hit | None, tuple[int, int] | None]:
    """The telling at the verb i, and the subject that an elided one after it in the sentence goes back to.

    ``told``: what the telling before it in the sentence tells, which a denial without an object denies.
    """
    group = _group(line, i, cue)
    if group is None:
        return None, subject
    first, last = group
    elided = _suffixed(line, i) or any(line.isa(k, "inverted") for k in (*range(first, i), last)) or line.isa(last, "pronoun")
    spoken = False  # a pronoun is the subject
    if elided and any(line.isa(k, "nobody") for k in range(first, last + 1)):
        return None, subject
    passive = _passive(line, first, last)
    if passive is not None:
        return passive, subject
    relative = line.isa(first - 1, "relative", "that") and not line.isa(first - 1, "to", "determiner")
    at = first - 1 if relative else first
    source = None if elided else line.left(at, line.plural(first, last)) if not relative else _antecedent(line, at)
    if relative and source is None:
        return None, subject
    if relative and not line.isa(last, "that"):
        return None, subject
    if line.language in BRACKET and (bracket := _bracket(line, i, cue)):
        return bracket, bracket.source or subject
    fronted = source is not None and line.isa(source[0], "oblique")  # "Den Vorwurf bestritt S": the object came first
    source = None if fronted else source
    after = _after(line, last, source is None and not elided and (fronted or _open(line, first)))
    if after.source is not None:
        source = after.source
    elif source is not None and not _somebody(line, source):
        pronoun = line.isa(source[1] - 1, "pronoun")
        if not pronoun:
            return None, subject
        source, elided, spoken = None, True, True
    if cue.frame == "tag" and not (after.source or elided or line.view.title):
        return None, subject
    elided = elided or source is None
    joined = elided and (line.isa(first - 1, "join") or line.low(i).endswith(_GERUNDS.get(line.language, ("\0",))))
    spoken = spoken or (elided and not relative and line.isa(line.back(first, True), "preposition", "adverb", "time"))
    if elided and not joined and not (spoken or _open(line, first) or line.isa(last, "that") or _speech_after(line, last)):
        return None, subject
    if joined:
        source = subject or _head(line)
    content, begin = _content(line, (first, last), after, cue, None if joined else source)
    remembered = source or subject
    if cue.frame == "object" and not after.source and (not content or content[0].start < line.words[first].start):
        content = tuple(_ended(line, c, line.words[begin].start) for c in told if c.start < line.words[begin].start)
    if not content:
        return None, remembered
    via, via_cue = _citing(line, i)
    named = line.part(*source) if source else None
    kind = "anonymous" if source and line.anonymous(source[0], min(source[1] + 14, len(line))) and source[1] <= last + 14 else None
    made = Attributed(
        content, line.part(i, last), named, tuple(v for v in via if not named or not named.overlaps(v)), via_cue,
        after.addressee, inherits=named is None, kind=kind,
    )  # fmt: skip
    return Hit(begin, i, made, source), remembered


def _bracket(line: Line, i: int, cue: Cue) -> Hit | None:
    """Read "S hat N zurückgewiesen", "S habe A erzählt, C": the participle at the end of its clause, its auxiliary before the object."""
    if not (line.mark(i + 1) or line.isa(i + 1, "join")) or line.low(i).endswith(("te", "ten")):
        return None
    at = next((k for k in range(i - 1, -1, -1) if line.mark(k) and not line.label(k) or line.isa(k, "auxiliary")), None)
    if at is None or not line.isa(at, "auxiliary") or line.isa(at, "passive") or at + 1 == i:
        return None
    source = line.left(at, line.plural(at, at + 1))
    if source is None or not _somebody(line, source) or any(line.isa(k, "negation") for k in range(at, i)):
        return None
    addressee = next((line.part(k, line.right(k + 1)) for k in range(at + 1, i) if line.isa(k, "dative") and _told(line, k)), None)
    inside = line.part(at + 1, i) if cue.frame in ("object", "accuse") else line.part(i + 1, len(line))
    if inside is None:
        return None
    made = Attributed((inside,), line.part(i, i + 1), line.part(*source), addressee=addressee)
    return Hit(source[0], i, made, source)


def _head(line: Line) -> tuple[int, int] | None:
    """The noun phrase that a sentence begins with, where an auxiliary or a comma shows its end."""
    end = line.right(0)
    closed = end < len(line) and (line.isa(end, "auxiliary") or line.words[end].text == ",")
    return (0, end) if closed and line.nominal(0) and _somebody(line, (0, end)) else None


_GERUNDS = {"pt": ("ndo",), "es": ("ndo", "ndose"), "fr": ("ant",), "it": ("ndo",), "el": ("ντας",), "de": ("end",), "pl": ("ąc",)}


def _suffixed(line: Line, i: int) -> bool:
    """Indonesian "katanya": the teller is a suffix of the word."""
    return line.language == "id" and line.low(i).endswith("nya")


def _group(line: Line, i: int, cue: Cue) -> tuple[int, int] | None:
    """The verb with its auxiliaries as [first, last); None where the form tells nothing here (denied act, participle, noun)."""
    first, last = i, i + 1
    if cue.particles and not (last := _particle(line, i, cue)):
        return None
    while (
        first > 0
        and line.isa(first - 1, "auxiliary", "adverb", "clitic", "negation", *_turned(line, first))
        and not line.mark(first - 1)
    ):
        if line.isa(first - 1, "determiner") and line.isa(first - 2, "preposition", "genitive"):
            break
        if line.isa(first - 1, "adverb", "clitic") and first - 1 == 0 and line.isa(0, "determiner"):
            break
        first -= 1
    within = range(first, i)
    if any(line.isa(k, "negation") for k in within) or any(line.isa(k, "negation") for k in range(last, last + 1)):
        return None
    have = any(line.isa(k, "auxiliary") for k in within)
    low = line.low(i)
    participle = low.endswith(_PARTICIPLES.get(line.language, ("\0",))) and low not in _FINITE
    if participle and not have:
        return None
    clitic = (
        line.isa(i - 1, "clitic") and not line.cue(i - 2) and (cue.frame == "accuse" or not line.isa(last, "genitive"))
    )  # "le chiffre de", "avance le chiffre"
    noun = line.isa(i - 1, "determiner") and not clitic and not have
    if noun or (line.isa(i - 1, "preposition", "genitive") and not have and not clitic):
        return None
    if line.capital(i) and i and not line.mark(i - 1):
        return None
    return first, last


def _turned(line: Line, first: int) -> tuple[str, ...]:
    """French "a-t-il dit": the pronoun between auxiliary and participle."""
    return ("inverted",) if line.isa(first - 2, "auxiliary") else ()


def _particle(line: Line, i: int, cue: Cue) -> int:
    """Where the verb ends that needs another word ("fait savoir", "teilte … mit"); the end of its own form in a bracket, 0 for none."""
    if line.language not in BRACKET:
        k = i + 1 + line.isa(i + 1, "adverb")
        return k + 1 if line.low(k) in cue.particles else 0
    for k in range(i + 1, len(line)):
        if line.words[k].text in ",;:" or line.quoted[k]:
            break
        if line.low(k) in cue.particles:
            return i + 1
    return i + 1 if line.low(i + 1) in cue.particles else 0


def _passive(line: Line, first: int, last: int) -> Hit | None:
    """Read "C was reported by S"; without "by" nobody tells, and the empty telling is dropped by the caller."""
    if not any(line.isa(k, "passive") for k in range(first, last)) or any(line.isa(k, "reflexive") for k in range(first, last)):
        return None
    k = last
    if not line.isa(k, "by"):
        return None
    end = line.right(k + 1)
    source, words = line.part(k + 1, end), line.part(0, first)
    if source is None or words is None:
        return None
    return Hit(0, last - 1, Attributed((words,), line.part(last - 1, last), source), (k + 1, end))


def _open(line: Line, first: int) -> bool:
    """Whether nothing stands before the verb in its clause: the head of the sentence, a comma, the end of speech."""
    return first == 0 or line.quoted[first - 1] or line.words[first - 1].text in ',–—-:;!?»”"…('


def _somebody(line: Line, part: tuple[int, int]) -> bool:
    """Whether a phrase can be a teller: a name, a role or an article stands in it, and it is no pronoun of things."""
    first, last = part
    if (last - first == 1 and line.isa(first, "pronoun", "clitic", "determiner")) or line.isa(first, "question"):
        return False
    return any(line.capital(k) or line.role(k) or line.isa(k, "determiner", "quantity") for k in range(first, last)) and not (
        line.isa(first, "auxiliary", "preposition", "negation") and not line.isa(first, "determiner")
    )


def _antecedent(line: Line, relative: int) -> tuple[int, int] | None:
    """The phrase before ", who": only a relative clause after a comma says something about it besides."""
    if relative < 2 or line.words[relative - 1].text != ",":
        return None
    part = line.narrowed(line.back(relative - 1, True), relative - 1)
    return part if part and _somebody(line, part) else None


@dataclass(frozen=True)
class After:
    """What stands after a verb of telling: its subject, who was told, and where the told words may begin."""

    source: tuple[int, int] | None
    addressee: Span | None
    begin: int


def _after(line: Line, last: int, inverted: bool) -> After:
    """Step over adverbs, times, places of telling and who was told; take the subject where the verb comes first."""
    k, source, addressee = last, None, None
    while k < len(line):
        if line.isa(k, "adverb", "time", "inverted") or (line.words[k].text.isdigit() and line.isa(k - 1, "time")):
            k += 1
        elif line.words[k].text == "(" and (close := line.closing(k)):
            k = close
        elif (size := line.phrase(k, "addressee")) or (line.isa(k, "to", "dative") and _told(line, k)):
            end = line.right(k + (size or 1) + (not size and line.isa(k + 1, "determiner")))
            addressee = addressee or line.part(k + (size or 1), end)
            k = max(end, k + 1)
        elif line.isa(k, "preposition") and (end := _adjunct(line, k)):
            k = end
        elif source is None and inverted and (line.nominal(k) or line.label(k)):
            end = line.right(k)
            if not _somebody(line, (k, end)):
                break
            source = (k, line.apposed(end))
            k = source[1]
        else:
            break
    return After(source, addressee, k)


def _told(line: Line, k: int) -> bool:
    """Whether a "to" (or a dative) leads on somebody who was told, not an object: a house, a name, or who hears."""
    first = k + 1 + line.isa(k + 1, "determiner")
    if line.isa(k, "dative"):
        return any(line.role(m) in HOUSES for m in (first, first + 1))
    return line.role(first) is not None or line.capital(first) or line.isa(first, "hearer")


def _adjunct(line: Line, k: int) -> int | None:
    """The end of "on Monday", "in a statement", "during a visit" after the verb."""
    for m in range(k + 1, min(k + 7, len(line))):
        if line.mark(m) or line.isa(m, "that"):
            return None
        if line.isa(m, "time", "venue"):
            end = m + 1
            while end < len(line) and (line.isa(end, "time", "adverb") or line.words[end].text.isdigit()):
                end += 1
            house = line.capital(end + 1) or line.role(end + 1) in HOUSES or line.role(end + 2) in HOUSES
            if line.isa(end, "to", "by", "genitive") and house:
                end = line.right(end + 1)
            return end
    return None


def _speech_after(line: Line, k: int) -> bool:
    """Whether speech opens within a few words after k, with no clause between."""
    for m in range(k, min(k + 8, len(line))):
        if line.quoted[m]:
            return True
        if line.words[m].text in ",;.":
            return False
    return False


def _content(
    line: Line, group: tuple[int, int], after: After, cue: Cue, source: tuple[int, int] | None
) -> tuple[tuple[Span, ...], int]:
    """The told words of a verb, and where its clause begins."""
    first, last = group
    begin = last if cue.frame in ("object", "accuse") and after.source is None else after.begin
    n = next((k for k in range(last, len(line)) if line.words[k].text == ";" and not line.quoted[k]), len(line))
    head = min(source[0], first) if source else first
    later = tuple(q.inner for q in line.speech if q.span.start >= line.words[last - 1].end)
    that = _that(line, begin)
    if that and after.source is None and not line.quoted[head - 1 : head] and (rest := line.part(that, n)):
        return (rest,), head
    if after.source is not None or (source is None and _open(line, first)):
        told = _before(line, first)
        if told is not None:
            return (told, *later[:1]) if later and not that else (told,), first
        if later and not that:
            return later[:1], first
    if that and (rest := line.part(that, n)):
        return (rest,), head
    quoted_before = head > 0 and line.quoted[head - 1] or (head > 1 and line.words[head - 1].text == "," and line.quoted[head - 2])
    if (
        source
        and source[1] <= first
        and head > 0
        and (quoted_before or line.words[head - 1].text == "," and line.count(0, head) > 4)
    ):
        told = _before(line, head)
        if told is not None and (begin >= n or line.mark(begin) or quoted_before):
            return (told, *later[:1]), head
    if begin < n and (line.quoted[begin] or (line.words[begin].text == ":" and later)):
        return (line.part(begin, n),) if line.part(begin, n) else (), head  # type: ignore[return-value]
    strict = cue.frame in ("quote", "that") or (cue.frame == "tag" and not line.view.title)
    if strict and not _speech_after(line, begin):
        return (), head
    if cue.frame == "object" and line.isa(begin, "preposition") and not line.isa(begin, "determiner", "to"):
        return (), head  # "lo negó en su cuenta": the object is a pronoun
    if begin < n and line.words[begin].text == "," and line.language not in BRACKET:
        return (), head
    rest = line.part(begin, n)
    return ((rest,) if rest and line.count(begin, n) >= (1 if cue.tone == "deny" else FEWEST) else ()), head


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


def _before(line: Line, first: int) -> Span | None:
    """The told clause that ends before ``first``: speech, or more words than an adverbial has."""
    if first <= 0:
        return None
    last = first - 1 if not line.words[first - 1].word and not line.quoted[first - 1] else first
    begin = last
    while begin > 0 and not (line.words[begin - 1].text in ";" and not line.quoted[begin - 1]):
        begin -= 1
    part = line.part(begin, last)
    spoken = any(line.quoted[begin:last])
    return part if part and (spoken or line.count(begin, last) > FEWEST) else None


# Prepositions and "as"


def _according(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "according to S, C", "C, according to S", and "S zufolge"."""
    size = line.phrase(i, "according")
    ending = line.phrase(i, "postposition")
    if ending:
        part = _governed(line, i)
        return (_whole(line, part[0], i + ending, (i, i + ending), part), i + ending) if part else (None, i)
    if not size or (line.phrase(i, "strict") and not (_open(line, i) and line.capital(i))):
        return None, i
    first = i + size
    if what := line.phrase(first, "what"):  # "according to what S posted"
        first += what
        while line.isa(first, "auxiliary", "clitic", "adverb"):
            first += 1
        after = _after(line, first + 1, True)
        hit = _whole(line, i, after.source[1], (i, i + size), after.source) if after.source else None
        return (
            (replace(hit, attributed=replace(hit.attributed, addressee=after.addressee)), after.source[1])
            if hit and after.source
            else (None, i)
        )
    if line.isa(first, "pronoun") and not line.nominal(first):
        hit = _whole(line, i, first + 1, (i, first), None)
        return hit, first + 1
    if not (line.nominal(first) or line.role(first)) and not (
        line.isa(first, "quantity") or line.quoted[first : first + 1] == [True]
    ):
        if line.mark(first) or line.isa(first, "auxiliary", "that", "clitic"):
            return None, i
    end = line.right(first)
    if end <= first:
        return None, i
    stop = line.apposed(end)
    if line.count(stop, len(line)) + line.count(0, i) < FEWEST:
        stop = end
    if line.phrase(i, "strict") and (stop >= len(line) or line.words[stop].text != "," or not _somebody(line, (first, stop))):
        return None, i
    return _whole(line, i, stop, (i, first), (first, stop)), stop


def _governed(line: Line, i: int) -> tuple[int, int] | None:
    """The phrase before "zufolge": from its article on, or the bare nouns."""
    first = line.back(i, True)
    articles = [k for k in range(first, i) if line.isa(k, "determiner", "quantity")]
    if articles:
        return articles[-1], i
    while i - first > 1 and not line.capital(first):
        first += 1
    return (first, i) if first < i else None


def _whole(line: Line, first: int, last: int, cue: tuple[int, int], source: tuple[int, int] | None) -> Hit | None:
    """An attribution of the whole sentence but for the words [first, last) that make it."""
    n = len(line)
    stop = last
    while stop < n and (line.phrase(stop, "anonymity") or line.isa(stop, "relative") or line.phrase(stop, "carrier")):
        stop = next((k for k in range(stop + 1, n) if line.words[k].text in ",;"), n)
    begin = next((k + 1 for k in range(first - 1, -1, -1) if line.words[k].text == ";" and not line.quoted[k]), 0)
    end = next((k for k in range(stop, n) if line.words[k].text == ";" and not line.quoted[k]), n)
    before = line.part(begin, first) if line.count(begin, first) > 1 else None
    after = line.part(stop, end) if line.count(stop, end) > 1 else None
    content = tuple(s for s in (before, after) if s)
    if not content:
        return None
    named = line.part(*source) if source else None
    via, via_cue = _citing(line, first)
    via = tuple(v for v in via if named and v.start >= named.end)
    kind = "anonymous" if source and line.anonymous(source[0], min(stop + 1, n)) else None
    made = Attributed(content, line.part(*cue), named, via, via_cue if via else None, inherits=named is None, kind=kind)
    return Hit(first if before else last, cue[0], made, source)


def _as(line: Line, i: int) -> tuple[Hit | None, int]:
    """Read "as S reported, C", "C, as S reports", "segundo informou S": a verb of telling after a word that means "as"."""
    size = line.phrase(i, "as")
    if not size:
        return None, i
    first = i + size
    stop = next((k for k in range(first, min(first + 20, len(line))) if line.words[k].text in ",;:" or line.quoted[k]), len(line))
    for k in range(first, stop):
        cue = line.cue(k)
        if cue is None or line.isa(k, "determiner"):
            continue
        if any(line.isa(m, "that") and not line.isa(m, "clitic") or line.relative(m) for m in range(first, k)):
            return None, i
        if all(line.isa(m, "auxiliary", "adverb", "clitic", "that") for m in range(first, k)):
            after = _after(line, k + 1, True)
            by = k + 1 if line.isa(k + 1, "by") else None
            source = (by + 1, line.right(by + 1)) if by else after.source
            if source is None or source[1] <= source[0]:
                return None, i
            if line.count(source[1], len(line)) + line.count(0, i) < FEWEST:
                source = (source[0], line.right(source[0]))  # what looked like an apposition is what is told
            end = source[1] if source[1] < (after.source or source)[1] else max(source[1], after.begin)
            hit = _whole(line, i, end, (k, k + 1), source)
            return (replace(hit, attributed=replace(hit.attributed, addressee=after.addressee)), end) if hit else (None, i)
        end = line.right(first)
        source = line.narrowed(first, min(end, k))
        if source is None or not _somebody(line, source):
            return None, i
        hit = _whole(line, i, stop, (k, k + 1), source)
        via, via_cue = _citing(line, i)
        if hit and via:
            hit = replace(hit, attributed=replace(hit.attributed, via=via, via_cue=via_cue))
        return (hit, stop) if hit else (None, i)
    return None, i


def _back(line: Line, before: Span) -> Attributed | None:
    """Read "Das berichtet S.", "Lo riferisce S.": what is told stands in the sentence before."""
    size = line.phrase(0, "back")
    if not size:
        return None
    k = size
    while line.isa(k, "auxiliary", "adverb", "clitic"):
        k += 1
    cue = line.cue(k)
    last = _particle(line, k, cue) if cue and cue.particles else k + 1
    if cue is None or not last:
        return None
    by = line.isa(last, "by")
    after = _after(line, last + by, True)
    if after.source is None or not _somebody(line, after.source):
        return None
    via, via_cue = _citing(line, k)
    return Attributed((before,), line.part(k, k + 1), line.part(*after.source), via, via_cue, after.addressee)


# What is added


def _citing(line: Line, i: int) -> tuple[tuple[Span, ...], Span | None]:
    """Sources that the sentence says its teller cites."""
    for k in range(len(line)):
        size = 0 if line.quoted[k] else line.phrase(k, "citing")
        if size:
            end = line.right(k + size)
            source = line.part(k + size, line.apposed(end))
            if source:
                return (source,), line.part(k, k + size)
    return (), None


def _carried(line: Line, found: list[Attributed]) -> list[Attributed]:
    """Read "…, cited by the agency X", "in an interview with X": through whom the words came."""
    for k in range(len(line)):
        for kind in ("carrier", "addressee"):
            size = 0 if line.quoted[k] else line.phrase(k, kind)
            if size and (house := line.part(k + size, line.right(k + size))):
                found = [replace(a, addressee=house) if a.addressee is None and a.source != house else a for a in found]
    return found


def _cut(line: Line, hits: list[Hit]) -> list[Attributed]:
    """End what is told where the clause of the next telling begins."""
    out: list[Attributed] = []
    for n, hit in enumerate(hits):
        content = hit.attributed.content
        for later in hits[n + 1 :]:
            at = later.begin
            while at > 0 and (line.isa(at - 1, "join", "adverb", "clause") or line.words[at - 1].text == ","):
                at -= 1
            free = at < later.begin or line.mark(at - 1)
            cut = line.words[at].start
            if free and any(c.start < cut < c.end for c in content) and later.cue > hit.cue:
                content = tuple(_ended(line, c, cut) for c in content if c.start < cut)
        content = tuple(c for c in content if c.end - c.start > 1)
        if content:
            out.append(replace(hit.attributed, content=content))
    return out


def _ended(line: Line, span: Span, end: int) -> Span:
    if not span.start < end < span.end:
        return span
    words = line.view.text[span.start : end].rstrip(" ,;–—\u00a0")
    return Span(span.start, span.start + len(words))


def _hearsay(line: Line) -> list[Attributed]:
    """Read "C, they say": told on somebody's word, and the text gives nobody."""
    for i in range(len(line)):
        size = 0 if line.quoted[i] else line.phrase(i, "hearsay")
        if size:
            content = tuple(s for s in (line.part(0, i), line.part(i + size, len(line))) if s)
            return [Attributed(content, line.part(i, i + size))] if content else []
    return []
