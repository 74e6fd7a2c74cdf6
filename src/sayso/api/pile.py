"""A pile of pages that has been traced: its claims, what was found about them, why, and what people judge."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sayso import casebook
from sayso.api import notebook, reasons
from sayso.api.reasons import Explanation
from sayso.cli import clock
from sayso.contracts import Analyzer, Judgement, Verdict
from sayso.errors import StoreError, UsageError
from sayso.model import Claim, Derivation, Document, Finding, Origins, Report, Source, State, Statement, Tie, Unseen
from sayso.recount import recount
from sayso.settings import Settings
from sayso.show import front, glyphs, grounds, sentences, words
from sayso.show.ledger import Entry, Ledger, Page, Telling, ledger
from sayso.store import judgements, reports
from sayso.store.answers import answers
from sayso.store.book import Book

SHOWN = 30
"""Rows of a table in a notebook: one screen; what is cut is counted."""
ROLES = frozenset({"same", "not-same", "source"})
"""Verdicts about tellings: a claim that is handed in stands for all of its own."""


@dataclass(frozen=True, slots=True, repr=False)
class TracedClaim:
    """A claim with its number in the report, its tellings in order, and what was found about it."""

    entry: Entry
    book: Ledger

    @property
    def id(self) -> str:
        """The id of the claim in sayso/1."""
        return self.entry.claim.id

    @property
    def number(self) -> int:
        """Its number in the summary and the report."""
        return self.entry.number

    @property
    def gist(self) -> str:
        """What is told, in the words of one telling."""
        return self.entry.claim.gist

    @property
    def origins(self) -> Origins:
        """How many independent origins are left: ``low``, ``high``, ``roots`` and ``why``."""
        return self.entry.claim.origins

    @property
    def states(self) -> tuple[State, ...]:
        """Denied, contested, single_source and the like."""
        return self.entry.claim.states

    @property
    def pages(self) -> list[Page]:
        """The pages that tell it, each once."""
        return self.entry.pages

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """Each telling: ``page``, ``statement``, ``words``."""
        return self.entry.tellings

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found about it."""
        return self.entry.findings

    @property
    def claim(self) -> Claim:
        """The record itself."""
        return self.entry.claim

    def __repr__(self) -> str:
        gist = glyphs.plain(words.shortened(self.gist, 60))
        return f"<Claim {self.number}: “{gist}”, {words.count(len(self.pages), 'page')}, {words.origins(self.origins)}>"

    def _repr_html_(self) -> str:
        roots = sentences.roots(self.entry, self.book)
        tells = "page tells" if len(self.pages) == 1 else "pages tell"
        stands = (
            *(f"{len(self.pages)} {tells} this: ", *sentences.tellers(self.entry), ". "),
            *(words.origins(self.origins).capitalize(), *((": ", *roots) if roots else ()), "."),
        )
        return notebook.box(
            f"<p><b>{self.number}. {notebook.sentence((sentences.gist(self.entry),))}</b></p>",
            f"<p>{notebook.sentence(stands)}</p>",
            notebook.items(_said(self.book, why) for why in grounds.folded(self.origins.why)),
            notebook.table(("has it from", "told"), [_row(t) for t in self.tellings[:SHOWN]]),
            _cut(len(self.tellings), "telling"),
            notebook.items(f"{words.RULES[f.rule]}: {_said(self.book, f.message)}" for f in self.findings[:SHOWN]),
            _cut(len(self.findings), "remark"),
        )


class Claims(tuple[TracedClaim, ...]):
    """Claims, in the order of the report: told by many and known by few first."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Claims: {len(self)}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                str(c.number),
                notebook.sentence((sentences.gist(c.entry),)),
                str(len(c.pages)),
                words.number_of_origins(c.origins),
                ", ".join(words.STATES[s][0] for s in words.shown_states(c.states)),
            )
            for c in self[:SHOWN]
        ]
        return notebook.box(notebook.table(("no.", "claim", "told by", "origins", "state"), rows), _cut(len(self), "claim"))


Named = TracedClaim | Telling | Statement | Page | Document | Unseen | Source | str
"""What can be explained or judged: a thing of the pile, or its id, of which the first letters will do."""


class Pile:
    """A traced pile, with a book or without. What it says is ``report``, of which all else is a view."""

    def __init__(self, book: Path | None = None) -> None:
        self.book = book
        self._report: Report | None = None
        self._ledger: Ledger | None = None

    def trace(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        settings: Settings | None = None,
        analyzer: Analyzer | None = None,
    ) -> Self:
        """Trace these files, folders and quoted globs; a book remembers pages, and judgements hold. Returns this pile."""
        places = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        return self._now(casebook.trace([os.fspath(p) for p in places], settings, self.book, analyzer=analyzer))

    @property
    def report(self) -> Report:
        """All that is known of the pile (docs/formats.md): what sayso/1, the summary and the HTML report are made from."""
        if self._report is None:
            with self._memory() as memory:
                self._now(recount(memory) or reports.last(memory))
        assert self._report is not None
        return self._report

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that could be read; ``report.rejected`` has the others."""
        return tuple(self._indexed.pages.values())

    def claims(self, sentence: str | None = None) -> Claims:
        """All claims, told by many and known by few first; with a sentence, those in the book that tell it, the nearest first."""
        index = self._indexed
        if sentence is None:
            return Claims(TracedClaim(entry, index) for entry in index.entries)
        with self._memory() as memory:
            found = answers(memory, reports.made(memory), sentence).claims
        return Claims(TracedClaim(index.entry_by_claim[a.claim], index) for a in found)

    def findings(self, rule: str | None = None) -> list[Finding]:
        """What was found, in the order of the report; of one rule, if one is named (docs/formats.md has the names)."""
        if rule is not None and rule not in words.RULES:
            raise UsageError(f"there is no finding called {rule!r}; known are {', '.join(words.RULES)}")
        return self._indexed.findings(tuple(words.RULES) if rule is None else (rule,))

    def explain(self, link: Named | Tie | Derivation, other: Named | None = None) -> Explanation:
        """Why: of a claim its origins and ties, of a telling its ties, of a page its derivations, or what ties two of them."""
        if isinstance(link, Tie | Derivation):
            return reasons.explain(self._indexed, *_ends(link))
        one, *more = (reasons.known(self._indexed, _id(thing)) for thing in (link, other) if thing is not None)
        return reasons.explain(self._indexed, one, *more)

    def judge(
        self,
        verdict: Verdict,
        one: Named | Iterable[Named] | Tie | Derivation,
        other: Named | Iterable[Named] | None = None,
        *,
        by: str = "",
        note: str = "",
    ) -> int:
        """Write a judgement into the book and count anew; its number in the log. It outranks the program until it is undone.

        Verdicts are those of ``sayso judge``: same, not-same, from, not-from, source, person, not-person, note. A claim stands for
        all its tellings. A source and a note are words in ``other``.
        """
        if isinstance(one, Tie | Derivation):
            one, other = _ends(one)
        if other is None:
            raise UsageError(f"“{verdict}” is about two things; name both")
        words_ = verdict in ("source", "note") and isinstance(other, str)
        judgement = Judgement(verdict, _ids(verdict, one), str(other) if words_ else _ids(verdict, other))
        with self._memory() as memory:
            number = judgements.judge(memory, judgement, judgements.Signature(by, clock.now(), note))
            self._now(recount(memory) or reports.last(memory))
        return number

    def undo(self, number: int | None = None, *, by: str = "", note: str = "") -> int:
        """Undo a judgement, the last one that holds if no number is given, and count anew; the number of the undone one."""
        with self._memory() as memory:
            undone = judgements.undo(memory, number, judgements.Signature(by, clock.now(), note))
            self._now(recount(memory) or reports.last(memory))
        return undone

    def __repr__(self) -> str:
        where = f"; {self.book}" if self.book else ""
        if self._report is None:
            return f"<Pile{where}>"
        index = self._indexed
        statements = sum(len(page.reading.statements) for page in index.pages.values())
        claims = f"{words.count(statements, 'statement')}, {words.count(len(index.entries), 'claim')}"
        return f"<Pile: {words.count(len(index.pages), 'page')}, {claims}{where}>"

    def _repr_html_(self) -> str:
        short = notebook.items(notebook.sentence(s) for s in front.in_short(self._indexed))
        return notebook.box(short) + self.claims()._repr_html_()

    @property
    def _indexed(self) -> Ledger:
        if self._ledger is None:
            self._ledger = ledger(self.report)
        return self._ledger

    def _now(self, report: Report) -> Self:
        self._report, self._ledger = report, None
        return self

    def _memory(self) -> Book:
        if self.book is None:
            raise UsageError('this needs a book to stand in: sayso.open("pile.sqlite").trace(paths)')
        if not self.book.exists():
            raise StoreError(f"{self.book}: there is no such book; trace pages into it first, or name another")
        return Book(self.book)


def _id(thing: Named) -> str:
    if isinstance(thing, str):
        return thing
    if isinstance(thing, Telling):
        return thing.statement.id
    return thing.document.id if isinstance(thing, Page) else thing.id


def _ids(verdict: str, things: Named | Iterable[Named]) -> str:
    """The ids of one side of a judgement, joined by blanks."""
    if isinstance(things, TracedClaim):
        return " ".join(things.claim.statements) if verdict in ROLES else things.id
    return _id(things) if isinstance(things, Named) else " ".join(_ids(verdict, thing) for thing in things)


def _ends(link: Tie | Derivation) -> tuple[str, str]:
    return (link.a, link.b) if isinstance(link, Tie) else (link.document, link.from_)


def _row(telling: Telling) -> tuple[str, str]:
    language = telling.page.document.language
    return notebook.sentence(sentences.chain(telling)), notebook.foreign(words.shortened(telling.words, 400), language)


def _said(book: Ledger, message: str) -> str:
    return notebook.foreign(sentences.message(message, book))


def _cut(total: int, noun: str) -> str:
    return f"<p>{words.count(total - SHOWN, f'more {noun}')}.</p>" if total > SHOWN else ""
