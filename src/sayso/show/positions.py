"""What those spoken of say themselves: whether a state that a claim names is heard in the pile, and who denies the claim.

A state is named by words for its people and by its names where they are no place ("Lendish jets", "Lendland denies"). It is heard
where somebody credited with words bears its name, or another name of theirs does (the table of aliases). Where nobody does, that is
said, with what was looked for: it is no proof of silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.gazetteer import key, peoples
from sayso.lexicon.tables import rows
from sayso.model import Finding, Span
from sayso.show import words
from sayso.show.ledger import Entry, Ledger, Telling

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w’'-]*")
LONGEST = 4
"""Words of the longest name of a state in the table but a handful ("Bosnia and Herzegovina" has three)."""
MOST = 6
"""Parties shown for one claim."""
SPEAKS_AGAINST = frozenset({"deny", "retract", "correct"})

Heard = Mapping[str, Sequence[Telling]]
"""For each state (ISO 3166), the statements of the pile whose sources bear its name."""


@dataclass(frozen=True, slots=True)
class Position:
    """A party and what it says of the claim. ``telling``: its words, where there are any; ``note``: what was looked for."""

    party: str
    said: str
    telling: Telling | None = None
    note: str = ""
    against: bool = False


def heard(book: Ledger) -> Heard:
    """Return who is heard in the pile, by state."""
    found: dict[str, list[Telling]] = {}
    for page in book.pages.values():
        for statement in page.reading.statements:
            telling = Telling(page, statement)
            named = {
                state for link in words.inner(statement.chain) for n in _names(link.name, link.source, book) for state in states(n)
            }
            for state in sorted(named):
                found.setdefault(state, []).append(telling)
    return found


def positions(entry: Entry, book: Ledger, voices: Heard) -> tuple[Position, ...]:
    """Return the positions of those whom a claim names, and of those who deny it; denials first."""
    denying = against(entry, book)
    seen = {state for p in denying for state in states(p.party)}
    own = {
        state
        for t in entry.tellings
        for link in words.inner(t.statement.chain)
        for n in _names(link.name, link.source, book)
        for state in states(n)
    }
    rest = [_position(state, entry, book, voices) for state in _named(entry) if state not in seen and state not in own]
    return (*denying, *rest)[:MOST]


@lru_cache(maxsize=4096)
def states(text: str) -> list[str]:
    """Return the states that a text names, in order, by their codes; lower-case words name none."""
    found: dict[str, None] = {}
    for _, state in _mentions(text):
        found.setdefault(state)
    return list(found)


def _mentions(text: str) -> list[tuple[Span, str]]:
    """Where a text names a state, the longest name first at each place."""
    table, words_ = peoples(), list(WORD.finditer(text))
    found, n = [], 0
    while n < len(words_):
        step = 1
        for length in range(min(LONGEST, len(words_) - n), 0, -1):
            run = text[words_[n].start() : words_[n + length - 1].end()]
            state = table.get(key(run)) or table.get(run.casefold())
            if state and run[0].isupper() and (len(run) > 2 or run.isupper()):
                found.append((Span(words_[n].start(), words_[n + length - 1].end()), state))
                step = length
                break
        n += step
    return found


def _named(entry: Entry) -> list[str]:
    """The states that the tellings of a claim name otherwise than as a place."""
    found: dict[str, None] = {}
    for telling in entry.tellings:
        text = telling.page.document.text
        for content in telling.statement.content:
            for span, state in _mentions(content.of(text)):
                where = Span(content.start + span.start, content.start + span.end)
                if not any(place.span.overlaps(where) for place in telling.statement.places):
                    found.setdefault(state)
    return list(found)


def against(entry: Entry, book: Ledger) -> list[Position]:
    """Return who denies, takes back, puts right or keeps silent, by the findings and by the tellings themselves."""
    found: dict[str, Position] = {}
    for finding in (*entry.about(("denied", "retracted", "corrected")), *entry.about(("silent_party",))):
        position = _of_finding(finding, book)
        if position:
            found.setdefault(position.party + position.said, position)
    for telling in entry.tellings:
        if telling.statement.stance in SPEAKS_AGAINST:
            position = Position(_who(telling), words.STANCES[telling.statement.stance], telling, against=True)
            found.setdefault(position.party + position.said, position)
    return list(found.values())


def _of_finding(finding: Finding, book: Ledger) -> Position | None:
    tellings = [t for e in finding.evidence if (t := book.telling(e.document, e.span))]
    telling = next((t for t in tellings if t.statement.stance in SPEAKS_AGAINST), tellings[0] if tellings else None)
    if telling is None:
        return None
    if finding.rule == "silent_party":
        return Position(words.shortened(telling.words, 140), "no comment, a page says", telling)
    said = {"denied": "denies it", "retracted": "takes it back", "corrected": "puts it right"}[finding.rule]
    if finding.rule == "denied" and "in general" in finding.message:
        said = "denies such claims in general"
    return Position(_who(telling), said, telling, against=True)


def _who(telling: Telling) -> str:
    link = telling.statement.chain[0 if telling.statement.verdict else -1]  # what the page judges its sources only told
    return link.name or telling.page.name


def _position(state: str, entry: Entry, book: Ledger, voices: Heard) -> Position:
    said = voices.get(state, ())
    party, pages = _called(state), words.count(len(book.pages), "page")
    if not said:
        return Position(
            party, "no statement in the pile", None, f"looked for in {pages}: nobody credited with words bears its name"
        )
    own = set(entry.claim.statements)
    here = next((t for t in said if t.statement.id in own), None)
    if here:
        return Position(party, "is heard on it", here)
    beside = [t for t in said if any(t.page is page for page in entry.pages)]
    denial = next((t for t in beside if t.statement.stance in SPEAKS_AGAINST and t.statement.verdict is None), None)
    if denial:
        return Position(party, "denies something on a page that tells it", denial, against=True)
    where = (
        f"{words.count(len(beside), 'statement')} on the same pages"
        if beside
        else f"{words.count(len(said), 'statement')} on other pages"
    )
    return Position(party, "is heard, but nothing it says was tied to this claim", (beside or list(said))[0], where)


def _names(name: str | None, source: str | None, book: Ledger) -> list[str]:
    """All names of a station: its own, those it has on other pages, and what they are called elsewhere."""
    known = [n for n in (name, *book.names.get(source or "", ())) if n]
    return [*known, *(other for n in known for other in _also(n))]


@lru_cache(maxsize=4096)
def _also(name: str) -> list[str]:
    """The full names of known bodies that a name holds: "the Pentagon" is a department of the United States."""
    return [full for form, full in _forms().items() if form in name and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name)]


@cache
def _forms() -> dict[str, str]:
    return {form: row["name"] for row in rows("aliases") for form in row["forms"]}


@cache
def _called_by_code() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("countries") if "id" in row and "iso" in row}


def _called(state: str) -> str:
    """A state's name as it is written."""
    small = ("and", "of", "the")
    return " ".join(w if w in small else w[:1].upper() + w[1:] for w in _called_by_code().get(state, state).split())
