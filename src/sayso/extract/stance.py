"""What a telling does with what it tells: assert, report, doubt, deny, retract or correct (FORMAT.md, Stance).

Only words within the statement decide; a page that denies elsewhere what it quotes here is a matter for findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.extract.phrasebook import Phrasebook
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.lexicon.words import cues, words
from sayso.model import Span, Stance, Voice
from sayso.text.numerals import Token, stands, tokens

ORDER: tuple[Stance, ...] = ("retract", "correct", "deny", "doubt")
"""Which stands when several are found: taking back presupposes the rest."""


@dataclass(frozen=True, slots=True)
class Denial:
    """The stance that words decide, where they must stand, and what must not follow."""

    kind: Stance
    where: str
    unless: frozenset[str]
    near: frozenset[str]


@cache
def denials(language: str | None) -> Phrasebook[Denial]:
    """The rows of a language; English where it is unknown or has none."""
    table = rows("denials")
    wanted = (language or "en").split("-")[0].lower()
    wanted = wanted if any(row["lang"] == wanted for row in table) else "en"
    return Phrasebook(
        (word, Denial(row["kind"], row["where"], frozenset(row.get("unless", ())), frozenset(row.get("near", ()))))
        for row in table
        if row["lang"] == wanted
        for word in row["words"]
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """Where the words of one statement stand."""

    span: Span
    cue: Span | None
    content: Sequence[Span]
    voice: Voice
    named: bool


def stance(text: str, span: Span, cue: Span | None, content: Sequence[Span], voice: Voice, named: bool) -> Stance:
    """The stance of the telling at ``span``; ``named`` says whether a source other than the page stands behind it."""
    return judge(text, Telling(span, cue, content, voice, named))


def judge(text: str, telling: Telling, language: str | None = None) -> Stance:
    """The stance of ``telling``: the strongest words found, else report for passed-on and assert for own words."""
    known = denials(language)
    found: set[Stance] = set()
    if stands(text, telling.span, known.words):
        row = tokens(text, telling.span.start, telling.span.end)
        found = {denial.kind for i, j, denial in known.matches(row) if _holds(row, i, j, denial, telling)}
    for kind in ORDER:
        if kind in found:
            return kind
    return "report" if telling.named or telling.voice in ("direct", "indirect", "mixed") else "assert"


def opined(text: str, telling: Telling, opinion: Stance, language: str) -> Stance:
    """What an analyzer makes of a whole sentence, where no row of words speaks.

    A neutral verb ("insists", "said") denies nothing unless its words say no: of the denials by the tagger's opinion alone in the
    stories that may be read, six had no such word, and all six were wrong ("the bank insists it is solvent"). Who calls something
    a name denies it where it is a telling ("called the account fiction") and not where it has happened ("called her death a loss").
    """
    if opinion != "deny" or telling.cue is None or language != "en":
        return opinion
    known = cues(language)
    said = [t.word for t in tokens(text, *telling.cue)]
    told = {t.word for c in telling.content for t in tokens(text, *c)}
    nought = told & (words(language, "negation") | words(language, "nought")) or any(w.endswith(("n't", "n’t")) for w in told)
    plain = [known[w].frame for w in said if w in known and known[w].tone == "neutral"]
    neutral = any(frame in ("clause", "that", "quote", "tell") for frame in plain)
    neutral = neutral or ("object" in plain and not _of_telling(text, telling))
    return "report" if not nought and (neutral or not known.keys() & set(said)) else opinion


_TELLING = vocabulary.pattern("tellings", "a telling", "idea", "words", "wrong")


def _of_telling(text: str, telling: Telling) -> bool:
    """Whether what is called something is a telling: "called it a lie", "described the reports as old"."""
    behind = tokens(text, telling.cue.end, telling.span.end)[:1] if telling.cue else []
    pointed = any(t.word in ("it", "that", "this", "them", "these", "those") for t in behind)
    return pointed or any(_TELLING.search(text, *c) for c in telling.content)


def _holds(row: Sequence[Token], i: int, end: int, denial: Denial, telling: Telling) -> bool:
    """Whether the words of ``denial`` at ``i`` to ``end`` stand where they count."""
    if end < len(row) and row[end].word in denial.unless:
        return False
    if denial.near and denial.near.isdisjoint(token.word for token in (*row[max(i - 5, 0) : i], *row[end : end + 5])):
        return False
    here = Span(row[i].start, row[end - 1].end)
    told = any(part.overlaps(here) for part in telling.content) and telling.voice not in ("own", "headline")
    if denial.where == "governs":
        return telling.cue is not None and telling.cue.overlaps(here)
    if denial.where == "cue":
        return telling.cue.overlaps(here) if telling.cue is not None else not told
    return denial.where == "any" or not told
