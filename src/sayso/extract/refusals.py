"""Who is silent: "The mill declined to comment", "Die Zunft wollte sich nicht äußern" are tellings of that party.

English ones are read by grammar (analyzers/silences.py). The party is what stands before such words in their clause, else between
their two parts, else behind them. A silence inside what somebody tells is his.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.roles import role_of
from sayso.lexicon.silences import silences
from sayso.lexicon.words import folded, words
from sayso.model import Span
from sayso.text.tokens import Token, tokens


class Party(NamedTuple):
    """Where the words for a party stand, and whether a preposition leads to them ("Over haar bonus wil zij niets kwijt")."""

    span: Span
    led: bool


MOST = 12
"""Words of a party (a choice: more is a clause)."""
ASKED = 6
"""Words behind a verb of asking in which the one asked is led on ("intentó ponerse en contacto con S")."""
DROPPING = frozenset({"it", "pt", "es"})
"""Languages that leave a subject out: "Haverá inquérito, mas não comenta casos" is of whoever the text spoke of."""
_CLAUSE = re.compile(r"[,،;:–—()]|\s-\s")
_ELIDED = re.compile("['’]")
_LEADS = ("preposition", "join", "time", "adverb", "clause", "that", "auxiliary", "negation")
_POLISH_TIES = frozenset("z ze od ds".split())
_ASKED = vocabulary.words("tellings", "asked for")
"""Nouns for what is not answered: "Eine Anfrage blieb unbeantwortet" names no party."""


def refused(text: str, sentences: Sequence[Span], found: Sequence[Attributed], language: str) -> Iterator[Attributed]:
    """The silences of a page that no attribution has yet, each as one of the party that is silent."""
    for sentence in sentences:
        for silence in silences(text, sentence, language):
            if any(a.source is not None and any(c.overlaps(silence.span) for c in a.content) for a in found):
                continue
            party = _before(text, sentence, silence.span.start, language)
            if (party is None or party.led or language == "ar") and (one := _asked(text, sentence, silence.span.start, language)):
                party = one
            if (party is None or party.led) and silence.between is not None:
                party = _phrase(text, silence.between, language) or party
            if party is None and (behind := _behind(text, sentence, silence.span.end, language)) is not None:
                somebody = language not in DROPPING or (not behind.led and _somebody(text, behind.span, language))
                party = behind if somebody else None
            alone = party is None and _alone(text, sentence, silence.span.start, language)
            left_out = party is None and language in DROPPING and (alone or _finite(text, silence.span, language))
            if party is not None or left_out:
                inner = [
                    c.start for a in found for c in (*a.content, *filter(None, (a.source, a.cue))) if c.start > silence.span.end
                ]
                end = min(_end(text, silence.span.end, sentence), *inner, len(text))
                row = [t for t in tokens(text, silence.span.end, end) if t.word]
                while row and folded(row[-1].low, language) in words(language, "preposition"):
                    row = row[:-1]
                told = Span(silence.span.start, row[-1].end if row else silence.span.end)
                whose = party.span if party and not _loose(text, party.span, language) else None
                yield Attributed((told,), silence.span, whose, inherits=whose is None)


def _loose(text: str, span: Span, language: str) -> bool:
    """Whether a party is a pronoun that says no more than that it was spoken of ("wil ze niet zeggen")."""
    small = words(language, "pronoun") - words(language, "he") - words(language, "she")
    return span.of(text).lower() in small


def _alone(text: str, sentence: Span, start: int, language: str) -> bool:
    """Whether nothing but small words stands before the words in their clause ("Luego se negó a contestar")."""
    begin = max((m.end() for m in _CLAUSE.finditer(text, sentence.start, start)), default=sentence.start)
    lesser = frozenset[str]().union(*(words(language, kind) for kind in ("join", "time", "adverb", "clause")))
    return all(folded(t.low, language) in lesser for t in tokens(text, begin, start) if t.word)


def _asked(text: str, sentence: Span, start: int, language: str) -> Party | None:
    """Whom the page has asked before in the sentence: "Contactamos a los vecinos, pero no contestaron"."""
    row = [t for t in tokens(text, sentence.start, start) if t.word]
    known = words(language, "contacts")
    at = next((n for n, t in enumerate(row) if {w := folded(t.low, language), w.lstrip("وف")} & known), None)
    if at is None:
        return None
    leads = words(language, "preposition") | words(language, "to") | words(language, "genitive")
    first = next((n + 1 for n in range(at + 1, min(at + ASKED, len(row))) if folded(row[n].low, language) in leads), at + 1)
    if first >= len(row):
        return None
    m = _CLAUSE.search(text, row[first].start, start)
    stop = m.start() if m else start
    end = next(
        (t.start for t in row[first + 1 :] if folded(t.low, language) in words(language, "clause") | words(language, "join")), stop
    )
    inner = Span(row[first].start, min(stop, end))
    party = _phrase(text, inner, language)
    return Party(party.span, led=False) if party else None


def _somebody(text: str, span: Span, language: str) -> bool:
    """Whether a phrase behind the words is a party, and not what is not spoken of ("não comenta casos concretos")."""
    return any(t.capital or role_of(t, language) for t in tokens(text, span.start, span.end))


def _finite(text: str, span: Span, language: str) -> bool:
    """Whether the words begin with a verb and its negation ("non commenta"): "nessuna replica" leaves out no subject."""
    return folded(_first(text, span), language) in words(language, "negation")


def _end(text: str, start: int, sentence: Span) -> int:
    m = _CLAUSE.search(text, start, sentence.end)
    return m.start() if m else sentence.end


def _before(text: str, sentence: Span, end: int, language: str) -> Party | None:
    """The phrase between the last mark and the words; past an inserted clause ("The guild, which owns it, did not answer")."""
    marks = [m.end() for m in _CLAUSE.finditer(text, sentence.start, end)]
    starts = [sentence.start, *marks]
    if (
        len(starts) > 1
        and (head := _antecedent(text, Span(starts[-2], starts[-1] - 1), Span(starts[-1], end), language)) is not None
    ):
        return head
    if (found := _phrase(text, Span(starts[-1], end), language)) is not None or len(starts) < 3 or text[starts[-1] : end].strip():
        return found
    return _phrase(text, Span(starts[-3], starts[-2] - 1), language)


def _antecedent(text: str, before: Span, clause: Span, language: str) -> Party | None:
    """Read "S, que no quiso hablar": the phrase before the comma that a relative clause says more of, from its article on."""
    inner = [t.low for t in tokens(text, *clause) if t.word]
    if language not in DROPPING or not inner or inner[0] not in words(language, "relative") or len(inner) > 2:
        return None
    row = [t for t in tokens(text, *before) if t.word]
    ties = words(language, "genitive") | words(language, "preposition") | words(language, "join")
    heads = [
        n
        for n, t in enumerate(row)
        if t.low in words(language, "determiner") and t.low not in ties and (n == 0 or row[n - 1].low not in ties)
    ]
    return Party(Span(row[heads[-1]].start, row[-1].end), led=False) if heads else None


def _behind(text: str, sentence: Span, start: int, language: str) -> Party | None:
    m = _CLAUSE.search(text, start, sentence.end)
    return _phrase(text, Span(start, m.start() if m else sentence.end), language)


def _first(text: str, span: Span) -> str:
    low = next((t.low for t in tokens(text, span.start, span.end) if t.word), "")
    return _ELIDED.split(low)[0]  # "sull'ipotesi"


def _own_head(row: Sequence[Token], language: str) -> int:
    """Where a phrase of its own begins behind what is not spoken of ("Sul prezzo la mugnaia glissa"); the end where none does."""
    articles = words(language, "determiner") - words(language, "preposition") - words(language, "genitive")
    ties = words(language, "preposition") | words(language, "genitive") | words(language, "join")
    free = (
        n for n in range(1, len(row)) if folded(row[n].low, language) in articles and folded(row[n - 1].low, language) not in ties
    )
    return next(free, len(row)) if language in DROPPING else len(row)


def _phrase(text: str, span: Span, language: str) -> Party | None:
    """The party that a stretch names, without the words that lead to it; None where it names none."""
    lesser = frozenset[str]().union(*(words(language, kind) for kind in _LEADS))
    row = [t for t in tokens(text, span.start, span.end) if t.word]
    while row and language in DROPPING and folded(row[0].low, language) in words(language, "join") | words(language, "clause"):
        row = row[1:]  # "pero hasta el cierre"
    begin = row[0].start if row else span.start
    led = bool(row) and folded(row[0].low, language) in words(language, "preposition") | words(language, "oblique")  # "Den Namen"
    while row and folded(row[0].low, language) in lesser:
        row = row[1:]
    about = words(language, "about") | words(language, "not told of")
    if folded(_first(text, Span(begin, span.end)), language) in about:  # "O cenie mówić nie zamierza": what is not spoken of
        row = row[_own_head(row, language) :]
    asked = next((n for n, t in enumerate(row) if folded(t.low, language) in _ASKED | about), len(row))
    row = row[:asked] if asked else []  # "Firma na pytania nie odpowiedziała"
    if language == "pl":  # "Firma do czasu publikacji nie odpowiedziała", but "rzecznik z Orla"
        tied = words(language, "preposition") - _POLISH_TIES
        last = max((n for n, t in enumerate(row) if t.capital), default=0)
        row = row[: next((n for n, t in enumerate(row) if n > last and t.low in tied), len(row))]
    lesser |= words(language, "determiner") | (words(language, "pronoun") if len(row) > 1 else frozenset())
    while row and folded(row[-1].low, language) in lesser:
        row = row[:-1]
    if not row or len(row) > MOST:
        return None
    shut = text[row[0].start : row[-1].end].count("«") > text[row[0].start : row[-1].end].count("»")
    return Party(Span(row[0].start, row[-1].end + (shut and text[row[-1].end : row[-1].end + 1] == "»")), led)
