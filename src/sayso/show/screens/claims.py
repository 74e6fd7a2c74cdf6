"""Screen 1, the claims: who tells each, how many origins are left, what is disputed; the most telling first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from sayso.model import Finding, Span
from sayso.show import front, press, sentences, words
from sayso.show.ledger import Entry, Ledger
from sayso.show.screens.frame import Frame

Mark = Literal["chain", "against", "sum", "changed", "undated"]
MARKS: dict[Mark, tuple[str, str]] = {
    "against": ("≠", "disputed"),
    "sum": ("Σ", "a sum that does not come out"),
    "chain": ("↺", "many pages, one origin"),
    "changed": ("≈", "changed on the way"),
    "undated": ("?", "date not known"),
}
"""A sign in the ledger, with the words that are read for it."""
KINDS = {"figure": "with a figure", "quote": "quoted", "headline": "in a headline", "denial": "told in order to deny it"}
SOURCES = 60
"""Sources that are offered in the filter, those behind the most claims first: a list that a keyboard can still walk."""
ROOTS = 3
"""Origins that a row names; the claim itself names all."""
DISPUTED = frozenset({"denied", "contested", "retracted"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; empty is everything. Each field is a field of the form and of the address."""

    q: str = ""
    origins: str = ""
    told: str = ""
    state: str = ""
    mark: str = ""
    kind: str = ""
    source: str = ""
    page: str = ""
    order: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is left out."""
        return any((self.q, self.origins, self.told, self.state, self.mark, self.kind, self.source, self.page))


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as the ledger shows it; ``kinds``, ``sources`` and ``range`` are what the filters ask for."""

    entry: Entry
    marks: tuple[Mark, ...]
    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    range: tuple[str, ...]
    tellers: int
    told: str
    roots: sentences.Sentence
    dispute: sentences.Sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter: its value, its words, how many claims it would leave."""

    value: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Claims:
    """The ledger: the rows that were asked for, in order, of ``total``.

    ``sections``: numbers of the claims that have a section of their own in the report; None where each has a page.
    """

    book: Ledger
    filters: Filters
    rows: tuple[Row, ...]
    total: int
    choices: dict[str, tuple[Choice, ...]]
    figures: tuple[front.Figure, ...]
    short: tuple[front.Line, ...]
    sums: tuple[Finding, ...]
    sections: frozenset[int] | None = None

    def alone(self, row: Row) -> bool:
        """Whether the row is all that is shown of its claim."""
        return self.sections is not None and row.entry.number not in self.sections

    def numbered(self, row: Row) -> list[int]:
        """The row's sources as their numbers in the filter, which are shorter than their names."""
        place = {choice.value: n for n, choice in enumerate(self.choices["source"], 1)}
        return [place[s] for s in row.sources if s in place]

    @property
    def large(self) -> list[Row]:
        """Rows of claims that more than one page tells, or about which something was found."""
        return [r for r in self.rows if r.entry.large]

    @property
    def small(self) -> list[Row]:
        """The other rows: told by one page, nothing more to say."""
        return [r for r in self.rows if not r.entry.large]


def claims(book: Ledger, filters: Filters | None = None) -> Claims:
    """Return the ledger as asked for."""
    filters = filters or Filters()
    every = [_row(entry, book) for entry in book.entries]
    rows = [row for row in every if _asked(row, filters)]
    if filters.order == "pile":
        rows.sort(key=lambda r: _place(r.entry))
    elif filters.order == "tellers":
        rows.sort(key=lambda r: (-r.tellers, r.entry.number))
    return Claims(
        book,
        filters,
        tuple(rows),
        len(every),
        _choices(book, every),
        tuple(front.figures(book)),
        tuple(front.lines(book)),
        tuple(book.findings(words.SUMS_WRONG)),
    )


def render(context: Claims, frame: Frame) -> str:
    """Return the ledger as HTML."""
    return press.printed("claims.html.j2", context.book, frame, screen=context, marks_of=MARKS)


def _row(entry: Entry, book: Ledger) -> Row:
    claim = entry.claim
    statements = [t.statement for t in entry.tellings]
    marks: list[Mark] = []
    if DISPUTED & set(claim.states) or entry.about(words.AGAINST):
        marks.append("against")
    if entry.about(words.SUMS_WRONG):
        marks.append("sum")
    if entry.told_by_many and entry.one_origin:
        marks.append("chain")
    if entry.about(words.CHANGES):
        marks.append("changed")
    if entry.pages and all(p.document.published is None for p in entry.pages):
        marks.append("undated")
    kinds = {
        "figure": any(s.quantities for s in statements),
        "quote": any(s.voice in ("direct", "mixed") for s in statements),
        "headline": any(s.voice == "headline" for s in statements),
        "denial": any(s.stance in ("deny", "retract") for s in statements),
    }
    named = sorted({link.name for s in statements for link in words.inner(s.chain) if link.name})
    low, high = claim.origins.low, claim.origins.high
    counts = tuple(dict.fromkeys(str(min(n, 3)) for n in range(low, high + 1))) if high < 1000 else (str(min(low, 3)), "3")
    tellers = len(entry.pages)
    return Row(
        entry,
        tuple(marks),
        tuple(k for k, holds in kinds.items() if holds),
        tuple(named),
        counts,
        tellers,
        "many" if tellers > 1 else "one",
        sentences.roots(entry, book, ROOTS),
        sentences.dispute(entry, book) if "against" in marks else (),
    )


def _asked(row: Row, f: Filters) -> bool:
    entry = row.entry
    tests = (
        not f.origins or f.origins in row.range,
        not f.told or f.told == row.told,
        not f.state or f.state in entry.claim.states,
        not f.mark or f.mark in row.marks,
        not f.kind or f.kind in row.kinds,
        not f.source or f.source in row.sources,
        not f.page or any(f.page in (p.siglum, p.document.id) for p in entry.pages),
        not f.q or all(word in searched(row) for word in f.q.casefold().split()),
    )
    return all(tests)


def searched(row: Row) -> str:
    """Return the words in which a search looks: the gist and the names of those who are behind it."""
    return " ".join((row.entry.claim.gist, *row.sources)).casefold()


def _place(entry: Entry) -> tuple[int, str, Span, int]:
    first = entry.tellings[0] if entry.tellings else None
    return (len(first.page.siglum), first.page.siglum, first.statement.span, entry.number) if first else (0, "", Span(0, 0), 0)


def _choices(book: Ledger, rows: list[Row]) -> dict[str, tuple[Choice, ...]]:
    """What each filter offers, with how many claims it leaves; what would leave none is not offered."""
    found: dict[str, Counter[str]] = {
        "origins": Counter(n for r in rows for n in r.range),
        "told": Counter(r.told for r in rows),
        "state": Counter(s for r in rows for s in r.entry.claim.states),
        "mark": Counter(m for r in rows for m in r.marks),
        "kind": Counter(k for r in rows for k in r.kinds),
        "source": Counter(s for r in rows for s in r.sources),
        "page": Counter(p.siglum for r in rows for p in r.entry.pages),
    }
    said: dict[str, dict[str, str]] = {
        "origins": {"0": "none named", "1": "1 origin", "2": "2 origins", "3": "3 or more"},
        "told": {"many": "by more than one page", "one": "by one page"},
        "state": {str(state): label for state, (label, _) in words.STATES.items()},
        "mark": {mark: f"{sign} {label}" for mark, (sign, label) in MARKS.items()},
        "kind": KINDS,
        "source": {s: words.shortened(s, 60) for s, _ in sorted(found["source"].items(), key=lambda x: (-x[1], x[0]))[:SOURCES]},
        "page": {p.siglum: f"{p.siglum} · {words.shortened(p.called, 40)}" for p in book.pages.values()},
    }
    return {
        field: tuple(Choice(value, label, found[field][value]) for value, label in labels.items() if found[field][value])
        for field, labels in said.items()
    }
