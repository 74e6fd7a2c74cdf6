"""German and Dutch clauses: the word that ends one ("teilte S mit"), the parts of a verb round its object, the mood that tells."""

from __future__ import annotations

import re

from sayso.analyzers.clauses import FEWEST, Hit, after, agent, full_name, hears
from sayso.analyzers.line import BRACKET, Line, Part
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.words import Cue, cues, words
from sayso.model import HOUSES, NAMELESS, PERSONS, Span

STAMP = 6  # words of a time and the dash behind it
PAIR = 2  # words of "Ihr Fazit"
_FINITE = {"de": ("t", "te", "n", "ß"), "nl": ("t", "de", "te", "n", "g", "p", "k", "s", "f")}
MADE = 5  # letters of the shortest participle that is taken for one
_ABOUT = frozenset("über over".split())
_WILL = frozenset("will wollen".split())
_FIRM = tuple("be er ver zer ent emp ont her miss mis voor".split())  # before these no "ge-" stands in a participle
_THAT, _BACK = frozenset("dat dit das dies".split()), frozenset("in terug zurück".split())
LATE = 10  # words between a verb of asking and the clause that says what for
_A = frozenset("ein eine einen een".split())
_LIKE = tuple(
    "lijk ig baar loos vol zaam isch end aal eel ief ant ent recht goed slecht fout abel ibel".split()
)  # adjectives of Dutch
_INFIX = re.compile(r"\w{2,}zu\w+e?n")  # "einzubestellen"


def passive(line: Line, i: int) -> Hit | None:
    """Read "C wurde von S gemeldet", "C werd door S gemeld"."""
    behind = line.right(i + 2) if line.language == "nl" and line.isa(i + 1, "by") else 0  # "werd bevestigd door S"
    if not (line.mark(i + 1) or line.isa(i + 1, "join") or behind):
        return None
    at = next((k for k in range(i - 1, -1, -1) if line.mark(k) or line.isa(k, "passive")), -1)
    if at < 1 or not line.isa(at, "passive"):
        return None
    by = next((k for k in range(at + 1, i) if line.isa(k, "by") and not line.isa(k - 1, "preposition")), None)
    told = line.part(line.back(at, True), at)
    if line.isa(0, "by") and line.right(1) == at and line.somebody(1, at):
        thing = line.part(at + 1, i)  # "Von Anwohnern wird der Mann als ruhig beschrieben"
        return Hit(0, i, Attributed((thing,), line.part(i, i + 1), line.part(1, at)), (1, at)) if thing else None
    if by_as := _judged(line, at, i):
        return by_as
    clause = line.low(at - 1) == "," and line.isa(0, "that")  # "Dat C, werd bevestigd door S"
    told = line.part(1, at) if clause else told
    source = (i + 2, behind) if behind > i + 2 else line.narrowed(by + 1, i) if by is not None else None
    if source is None or told is None or source[1] < i or not line.somebody(*source):
        return None
    return Hit(0, i, Attributed((told,), line.part(i, i + 1), line.part(*source)), source)


def of_piece(line: Line, last: int) -> bool:
    """Whether "that" is taken back, or what stands between the parts of the verb ("trok dat terug", "hat N zurückgezogen")."""
    if line.low(last) in _THAT and (line.isa(last + 1, "time") or line.low(last + 1) in _BACK):
        return True
    first = next((k for k in range(last - 2, 0, -1) if line.mark(k) or line.isa(k, "auxiliary")), last)
    return line.isa(first, "auxiliary") and any(line.isa(k, "piece") for k in range(first, last) if not line.mark(k))


def _judged(line: Line, at: int, i: int) -> Hit | None:
    """Read "N wird von S als ruhig beschrieben"."""
    by = next((k for k in range(at + 1, i) if line.isa(k, "by")), None)
    end = line.right(by + 1) if by is not None else i
    told, what = line.part(line.back(at, True), at), line.part(end, i)
    if by is None or end >= i - 1 or line.low(end) != "als" or told is None or what is None or not line.somebody(by + 1, end):
        return None
    return Hit(0, i, Attributed((told, what), line.part(i, i + 1), line.part(by + 1, end)), (by + 1, end))


def perfect(line: Line, i: int, cue: Cue) -> Hit | None:
    """Read "S hat N zurückgewiesen", "S habe A erzählt, C": the participle ends its clause, the auxiliary is before N."""
    if not (line.mark(i + 1) or line.isa(i + 1, "join")) or line.low(i).endswith(("te", "ten")):
        return None
    if any(line.low(k) in cue.unless for k in range(max(i - 4, 0), i)):
        return None  # "hat zwei Opfer gefordert"
    ends = (k for k in range(i - 1, -1, -1) if line.quoted[k] or line.words[k].text in ",;:–—" or line.isa(k, "auxiliary"))
    at = next(ends, -1)
    if at < 0 or not line.isa(at, "auxiliary") or line.isa(at, "passive") or at + 1 == i:
        return None
    source, held = line.left(at, line.plural(at, at + 1)), at + 1
    if source is None and (line.opened(at) or line.isa(at - 1, "adverb")):  # "Zuvor hatte S berichtet, C"
        source = after(line, at + 1, True).source
        held = source[1] if source else held
    if source is None or not line.somebody(*source) or any(line.isa(k, "negation") for k in range(at, i)):
        return None
    addressee = next((line.part(k, line.right(k + 1)) for k in range(at + 1, i) if line.isa(k, "dative") and hears(line, k)), None)
    if line.opened(at) or line.isa(at - 1, "adverb"):  # "C, heeft S bevestigd", "C, zo heeft S bevestigd"
        first = at - (not line.opened(at))
        said = line.part(0, first) if first > 0 and line.low(first - 1) == "," and line.mark(i + 1) else None
        if said and cue.frame not in ("object", "accuse", "piece") and line.count(0, first) > FEWEST and i + 2 >= len(line):
            return Hit(first, i, Attributed((said,), line.part(i, i + 1), line.part(*source)), source)
    inside = line.part(held, i) if cue.frame in ("object", "accuse") else _after_or_inside(line, held - 1, i)
    if inside is None:
        return None
    made = Attributed((inside,), line.part(i, i + 1), line.part(*source), addressee=addressee)
    return Hit(source[0], i, made, source)


def _relative(line: Line, k: int) -> bool:
    """Whether a relative clause begins at k; a noun behind the word makes it an article (", der Brunnen sei trocken")."""
    return line.relative(k) and not (line.language == "de" and line.capital(k + 1) and line.isa(k, "determiner"))


def _after_or_inside(line: Line, at: int, i: int) -> Span | None:
    """What is told behind the participle; where nothing is, the object between auxiliary and participle ("hat N gemeldet")."""
    first = i + 1 + (line.low(i + 1) in (",", ":"))
    joined = line.isa(first, "join") or (_relative(line, first) and not line.isa(first, "that"))
    if first < len(line) and not joined and line.count(first, len(line)) >= FEWEST:
        return line.part(i + 1, len(line))
    about = (k for k in range(at + 1, i) if line.low(k) in _ABOUT)
    held = next(about, None) or next(
        (k for k in range(at + 1, i) if line.isa(k, "determiner", "quantity") and not line.isa(k - 1, "preposition", "genitive")),
        None,
    )
    return line.part(held, i) if held is not None and line.count(held, i) > 1 else None


def asked(line: Line, begin: int) -> Span | None:
    """The clause behind a comma that says what somebody asks for or feels: in the mood of what is told, or with "zu"."""
    n = len(line)
    comma = next((k for k in range(begin, min(begin + LATE, n)) if line.words[k].text == "," and not line.quoted[k]), None)
    if line.language != "de" or comma is None or line.isa(comma + 1, "join", "clause") or line.cue(comma + 1):
        return None
    end = next((k for k in range(comma + 1, n) if line.words[k].text in ",;:" or line.quoted[k]), n)
    told = any(line.isa(k, "subjunctive", "hearsay") for k in range(comma + 1, n)) and not _relative(line, comma + 1)
    last = next((k for k in range(end - 1, comma, -1) if line.words[k].word), comma)
    to = line.low(last - 1) == "zu" or (not line.capital(last) and _INFIX.fullmatch(line.low(last)) is not None)
    return line.part(comma + 1, n) if told or to else None


def of_oneself(line: Line, begin: int) -> Span | None:
    """Dutch "S verklaarde van niets te weten": what somebody tells of himself stands in the infinitive, without a comma."""
    end = next((k for k in range(begin, len(line)) if line.mark(k) or line.isa(k, "that")), len(line))
    to = next((k for k in range(begin + 1, end - 1) if line.low(k) == "te" and line.low(k + 1).endswith("n")), None)
    return line.part(begin, end) if to is not None and line.language == "nl" and line.low(to - 1) != "om" else None


def goes_after(line: Line, begin: int) -> Span | None:
    """What goes on behind "C, sagte S, D": another clause in the mood of what is told, and no clause about S."""
    n = len(line)
    if line.low(begin) == ":":
        return line.part(begin + 1, n) if line.count(begin + 1, n) >= FEWEST else None
    comma = next((k for k in range(begin, min(begin + 3, n)) if line.words[k].text == ","), None)
    if line.language != "de" or comma is None or line.isa(comma + 1, "clause", "that") or _relative(line, comma + 1):
        return None
    end = next((k for k in range(comma + 1, n) if line.words[k].text in ",;:"), n)
    return line.part(comma + 1, n) if any(line.isa(k, "subjunctive") for k in range(comma + 1, end)) else None


def colon(line: Line) -> Attributed | None:
    """Read "S nahm das Blatt zurück: man sei getäuscht worden", "S gab sich zufrieden: „C“": whoever acts before a colon tells."""
    entry = _stamp(line)
    at = next((k for k in range(entry + 1, len(line)) if line.words[k].text in ":;" and not line.quoted[k]), None)
    if at is None or any(line.quoted[:at]):
        return None
    rest = line.part(at + 1, len(line))
    labelled = entry and line.nominal(entry) and line.right(entry) == at and line.role(at - 1) and line.somebody(entry, at)
    if labelled and rest and line.count(at + 1, len(line)) > FEWEST:  # "09.40 – De gemeente: C"
        return Attributed((rest,), None, line.part(entry, at))
    shown = line.words[at].text == ":"  # behind ";" the mood alone shows it ("S bedauerte den Schritt; er sei nötig")
    if shown and rest and line.count(at + 1, len(line)) > FEWEST and (a := _uttered(line, at, rest)):
        return a
    spoken = at + 1 < len(line) and line.quoted[at + 1] and all(line.quoted[k] or line.mark(k) for k in range(at + 1, len(line)))
    told = line.language == "de" and any(line.isa(k, "subjunctive") for k in range(at + 1, len(line)))
    if rest is None or not ((shown and spoken) or told) or line.count(at + 1, len(line)) <= FEWEST:
        return None
    first = 0
    while line.isa(first, "adverb"):
        first += 1
    first += first > 0 and line.isa(first, "auxiliary")
    doer = agent(line, first) or _head(line, first) or _bare(line, at) or full_name(line)
    source = line.part(*doer) if doer and doer[1] <= at else None
    return Attributed((rest,), None, source) if source else None


def _stamp(line: Line) -> int:
    """Where the words of a live page's entry begin, behind its time and a dash ("09.40 – ", "14:05 uur - "); 0: no time."""
    dash = next((k for k in range(1, min(STAMP, len(line))) if line.words[k].text in "–—-"), 0)
    stamped = dash and line.words[0].text[0].isdigit()
    timed = all(t.text[0].isdigit() or not t.word or t.low in ("uur", "uhr", "u") for t in line.words[:dash])
    return dash + 1 if stamped and timed else 0


def _head(line: Line, first: int) -> Part | None:
    """The noun phrase with a role that a clause begins with: a small letter shows its end in German, its verb in Dutch."""
    end = line.right(first)
    shown = line.nominal(first) and any(map(line.role, range(first, end)))
    return (first, end) if shown and line.somebody(first, end) else None


def _uttered(line: Line, at: int, rest: Span) -> Attributed | None:
    """Read "Der Vorwurf der Opposition: C", "Ihr Fazit: C", "Kritik kommt von S: C"."""
    comes = next((k for k in range(1, at) if line.isa(k, "comes")), None)
    by = next((k for k in range(comes + 1, at) if line.isa(k, "by", "assumed")), None) if comes else None
    if by is not None:
        end = line.apposed(line.right(by + 1))
        return Attributed((rest,), None, line.part(by + 1, end)) if end > by + 1 and line.somebody(by + 1, end) else None
    if not (line.isa(0, "determiner") and line.isa(1, "utterance")):
        return None
    if at == PAIR:
        return Attributed((rest,), line.part(0, at), None, inherits=True) if line.isa(0, "possessive") else None
    whose = PAIR + (line.isa(PAIR, "genitive") and not line.isa(PAIR, "determiner"))
    shown = line.isa(PAIR, "genitive") and line.right(whose) == at and line.somebody(whose, at)
    return Attributed((rest,), line.part(0, PAIR), line.part(whose, at)) if shown else None


def any_verb(line: Line) -> Attributed | None:
    """Read "C, donnerte S" with any verb: behind speech or a clause in the mood of what is told, a verb and somebody stand."""
    for k in range(1, len(line) - 2):
        if line.words[k].text != "," or line.quoted[k] or line.capital(k + 1) or line.mark(k + 1):
            continue
        if (said := _worded(line, k)) is not None:
            return said
        spoken = line.quoted[k - 1]
        told = line.language == "de" and any(line.isa(m, "subjunctive") for m in range(k))
        small = ("preposition", "that", "clause", "relative", "join", "auxiliary", "determiner", "pronoun", "negation", "adverb")
        if not (spoken or told) or line.isa(k + 1, *small) or not line.low(k + 1).endswith(_FINITE[line.language]):
            continue
        first = k + 2 + (line.low(k + 2) in ("sich", "zich"))
        words = line.part(0, k)
        if words and line.isa(first, "pronoun") and not line.isa(first, "nobody") and line.mark(first + 1):
            return Attributed((words,), line.part(k + 1, k + 2), None, inherits=True)
        end = line.right(first) if line.nominal(first) else first
        who = any(line.role(m) in PERSONS or (line.capital(m) and not line.isa(m, "determiner")) for m in range(first, end))
        if words and who and line.somebody(first, end):
            end = line.apposed(end)
            later = tuple(q.inner for q in line.speech if q.span.start >= line.words[end - 1].end)[:1]
            return Attributed((words, *later), line.part(k + 1, k + 2), line.part(first, end))
    return None


def _worded(line: Line, k: int) -> Attributed | None:
    """Read "C, luidt de reactie van S", "„C“, war das Urteil der Kritiker": what a noun of telling is, whose it is."""
    named = (
        line.isa(k + 1, "worded") and line.isa(k + 2, "determiner") and line.isa(k + 3, "utterance") and line.isa(k + 4, "genitive")
    )
    whose = k + 4 + (not line.isa(k + 4, "determiner"))
    end = line.right(whose) if named else whose
    words = line.part(0, k)
    if words is None or end <= whose or not line.somebody(whose, end) or line.count(0, k) <= FEWEST:
        return None
    return Attributed((words,), line.part(k + 3, k + 4), line.part(whose, end))


def _bare(line: Line, at: int) -> Part | None:
    """Read "Ein Augenzeuge: „C“": nothing but somebody stands before the colon."""
    shown = any(line.role(k) in PERSONS | NAMELESS for k in range(at)) and line.nominal(0) and line.right(0) == at
    return (0, at) if shown and line.somebody(0, at) else None


def fronted(line: Line, last: int, source: Part, until: int) -> bool:
    """Whether "Die Vorwürfe wies der Minister zurück" has its subject behind the verb: there somebody stands, and not before it."""
    head = next((k for k in range(source[0] + 1, source[1]) if line.isa(k, "genitive", "preposition")), source[1])
    if any((kind := line.role(k)) and kind != "document" for k in range(source[0], head)) or line.isa(source[0], "pronoun"):
        return False
    names = sum(line.capital(k) and not line.isa(k, "determiner", "piece") for k in range(source[0], head))
    behind = after(line, last, True, until).source
    shown = behind is not None and any((kind := line.role(k)) and kind != "document" for k in range(*behind))
    return shown and (names < 1 + (line.language == "de"))


def told_first(line: Line, first: int) -> Span | None:
    """Whoever was told, where the sentence begins with it: "Tegen het persbureau zei ze, C", "Gegenüber der Zeitung sagte S, C"."""
    if line.language not in BRACKET or not line.isa(0, "to") or not hears(line, 0):
        return None
    end = line.right(1)
    return line.part(1, min(end, first)) if end > 1 else None


def called(line: Line, i: int) -> bool:
    """Whether "nannte", "noemde" at i says what somebody holds of a thing ("nannte den Plan unbezahlbar"), and gives no name."""
    n = len(line)
    end = next((k for k in range(i + 1, n) if line.words[k].text in ".,;:" or line.quoted[k]), n)
    held = next((k for k in range(i + 1, min(i + 4, end)) if line.isa(k, "definite", "determiner")), None)
    last = end - 1
    if line.language not in BRACKET or held is None or last - held < 2 or (end < n and line.quoted[end]):
        return False
    if not line.words[last].word:  # "noemt het plan ‘absurd’": marks round one word
        return line.words[last].text in "’”“'\"»«"
    thing = any(line.low(k) in _A and not line.isa(k - 1, "preposition", "genitive") for k in range(held + 1, last))
    small = not line.capital(last) and not line.isa(last, "preposition", "determiner", "pronoun", "adverb", "negation")
    like = line.language == "de" or line.low(last).endswith(_LIKE)
    return thing or (small and (like or line.isa(last, "judging")) and not line.isa(last - 1, "determiner"))


def tied(line: Line, i: int, cue: Cue) -> Span | None:
    """Read "sprach S von N": what a preposition ties to a verb of telling."""
    at = line.bracketed(i, cue)
    if not at or not line.isa(at, "preposition") or line.mark(at + 1) or line.isa(at + 1, "that"):
        return None
    end = next((k for k in range(at, len(line)) if line.words[k].text in ";:" or line.quoted[k]), len(line))
    return line.part(at, end if end > at + 1 and not line.quoted[end : end + 1] else len(line))


def nobodys(line: Line) -> Attributed | None:
    """Read "In den Netzen kursiert das Gerücht, C", "Er wordt beweerd dat C": told, and nobody is named."""
    n = len(line)
    for k in range(1, n):
        passive = line.isa(k, "said") and any(line.isa(m, "passive") for m in range(k)) and not line.isa(k - 1, "negation")
        if line.quoted[k] or not (passive or line.isa(k, "rumour noun")) or any(line.isa(m, "by") for m in range(k)):
            continue
        first = k + 1 + (line.low(k + 1) == "rond")
        first += line.low(first) == ","
        that = line.isa(first, "that")
        about = next((m for m in range(k) if line.low(m) in _ABOUT), None)
        if passive and about is not None and (thing := line.part(about, k)):  # "über einen Wechsel wurde spekuliert"
            return Attributed((thing,), line.part(k, k + 1))
        told = that or (first > k + 1 and line.language == "de" and any(line.isa(m, "subjunctive") for m in range(first, n)))
        end = next((m for m in range(first + FEWEST, n) if line.words[m].text == ","), n)  # "die Behauptung, C, ist falsch"
        words = line.part(first + that, end)
        if told and words and line.count(first, n) > FEWEST:
            return Attributed((words,), line.part(k, k + 1))
    return None


def relies(line: Line, before: Span) -> Attributed | None:
    """Read "Die Zeitung beruft sich auf S": it has from S what the sentence before tells."""
    at = next((k for k in range(1, len(line)) if line.isa(k, "relies") and not line.quoted[k]), None)
    on = next((k for k in range((at or 0) + 1, min((at or 0) + 4, len(line))) if line.low(k) in ("auf", "op")), None)
    if at is None or on is None or not any(line.low(k) in ("sich", "zich") for k in range(at + 1, on)):
        return None
    source, whom = line.left(at, True), line.part(on + 1, line.right(on + 1))
    house = source is not None and (any(line.role(k) in HOUSES for k in range(*source)) or line.opening(source[1]) is not None)
    if source is None or not house or whom is None:
        return None
    return Attributed((before,), line.part(at, at + 1), line.part(*source), (whom,), line.part(at, on + 1))


def told_back(line: Line, k: int) -> tuple[Part, Span | None] | None:
    """Read "Das hat S bestätigt", "Das will S erfahren haben" from k on, where S begins: S, and the word that tells."""
    inner = {m for b in range(k, len(line)) if line.words[b].text == "(" for m in range(b, line.closing(b))}
    end = next((m for m in range(k, len(line)) if line.mark(m) and m not in inner), len(line))
    at = end - 1 - (line.language == "de" and line.low(end - 1) == "haben")
    telling = line.cue(at) or line.isa(at, "learn") or line.low(at - 1) + line.low(at) in cues(line.language)  # "bekannt gegeben"
    by = line.isa(k - 1, "passive") and line.isa(k, "by")  # "Das wurde von S gemeldet"
    if at <= k or (line.isa(k - 1, "passive") and not by) or not (line.isa(k - 1, "auxiliary") and telling):
        return None
    k += by
    source = after(line, k, True).source
    source = (source[0], min(source[1], at)) if source else None
    return (source, line.part(at, at + 1)) if source and line.somebody(*source) else None


def seen(line: Line) -> Attributed | None:
    """Read "Zeugen wollen einen Knall gehört haben": German says so of what somebody claims to have seen or done."""
    at = next((k for k in range(len(line)) if line.low(k) in _WILL and not line.quoted[k]), None)
    end = _perfect_end(line, at) if line.language == "de" and at is not None else None
    if at is None or end is None or any(line.low(k) == "bis" for k in range(at, end)):  # "bis Mai": a plan
        return None
    source = line.left(at, line.low(at).endswith("n"))
    begin = at + 1
    if source is None and line.opened(at):
        return None
    if source is not None and line.isa(source[0], "oblique", "preposition"):
        return None
    spoken = line.low(end + 1) == "," and line.quoted[end + 2 : end + 3] == [True]  # "will N gesehen haben, „C“"
    that = end + 2 if line.isa(end + 2, "that") else 0  # "will erfahren haben, dass C"
    told = line.part(that + 1, len(line)) if that else line.part(begin, len(line) if spoken else end + 1)
    shown = source is not None and line.somebody(*source) and told is not None
    return Attributed((told,), line.part(at, at + 1), line.part(*source)) if shown and source and told else None


def rumoured(line: Line) -> Attributed | None:
    """Read "S soll geflohen sein", "S zou zijn gevlucht": told on somebody's word, and the text gives nobody."""
    at = next((k for k in range(len(line)) if line.isa(k, "rumour") and not line.quoted[k]), None)
    if at is None or any(line.isa(k, "condition", "question") for k in range(len(line))) or any(line.quoted):
        return None
    if _perfect_end(line, at) is None or any(line.isa(k, "without") for k in range(at)):
        return None
    told = line.part(0, len(line))
    return Attributed((told,), line.part(at, at + 1)) if told else None


def heard(view: View, rumour: Attributed) -> bool:
    """Whether a rumour's verb says that others tell it, behind a telling its teller ("zou"); "soll" is nobody's there, too."""
    return rumour.cue is not None and rumour.cue.of(view.text).lower() in words(view.language, "hearsay")


def _perfect_end(line: Line, at: int) -> int | None:
    """Where an infinitive of the past ends its clause behind a modal verb ("gehört haben", "zijn gevlucht", "gevlucht zijn")."""
    end = next((k for k in range(at + 1, len(line)) if line.mark(k) or line.isa(k, "join")), len(line))
    for k in range(at + 1, end):
        if not line.isa(k, "having"):
            continue
        if line.language == "de" and k == end - 1 and _participle(line, k - 1):
            return k
        if line.language == "nl" and (_participle(line, k - 1) or any(_participle(line, m) for m in (k + 1, k + 2))):
            return k
    return None


def _participle(line: Line, k: int) -> bool:
    low = line.low(k)
    if line.capital(k) or len(low) < MADE or line.isa(k, "preposition", "adverb", "determiner"):
        return False
    if line.language == "de":
        return low == "worden" or (low.endswith(("t", "en")) and ("ge" in low or low.startswith(_FIRM) or low.endswith("iert")))
    return low.endswith(("d", "t", "en")) and ("ge" in low or low.startswith(_FIRM))
