"""Why the pile has a claim, a tie or a derivation: the records that say so, each feature with its value and weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.api import notebook
from sayso.errors import UsageError
from sayso.model import Claim, Derivation, Reason, Tie
from sayso.show import glyphs, sentences, words
from sayso.show.ledger import Ledger

Wanted = Callable[[str, str], bool]
"""Whether two ids are those that were asked for."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What ties two things, in words; ``weight`` in log2 odds is the sum over ``why``."""

    said: str
    weight: float
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was asked about, in words; for a claim ``origins``, the reasons for the number of its origins; and what ties what."""

    about: str
    origins: tuple[str, ...]
    grounds: tuple[Ground, ...]

    def __str__(self) -> str:
        lines = [self.about, *(f"  {line}" for line in self.origins)]
        for ground in self.grounds:
            lines.append(f"{ground.said}, {ground.weight:+.3f} bits")
            lines += [f"  {_reason(why)}" for why in ground.why]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Explanation: {glyphs.plain(words.shortened(self.about, 80))}; {words.count(len(self.grounds), 'tie')}>"

    def _repr_html_(self) -> str:
        rows = [
            f"<p>{notebook.foreign(ground.said)}, {ground.weight:+.3f} bits</p>"
            + notebook.table(
                ("feature", "value", "bits"),
                [
                    (notebook.foreign(w.feature), notebook.foreign(w.detail), f"{w.weight:+.3f}" if w.weight else "")
                    for w in ground.why
                ],
            )
            for ground in self.grounds
        ]
        return notebook.box(
            f"<p><b>{notebook.foreign(self.about)}</b></p>", notebook.items(map(notebook.foreign, self.origins)), *rows
        )


def explain(book: Ledger, one: str, other: str | None = None) -> Explanation:
    """What the report says about a claim, statement, page or unseen text, or about what ties two of them."""
    if other is not None:
        found = [*_ties(book, lambda a, b: {a, b} == {one, other}), *_steps(book, lambda a, b: {a, b} == {one, other})]
        said = f"{_name(book, one)} and {_name(book, other)}"
        return Explanation(said if found else f"{said}: nothing was found to tie them", (), tuple(found))
    entry = book.entry_by_claim.get(one)
    if entry is not None:
        claim = entry.claim
        inside = set(claim.statements)
        why = tuple(sentences.message(line, book) for line in claim.origins.why)
        grounds = tuple(_ties(book, lambda a, b: {a, b} <= inside))
        return Explanation(f"{_name(book, one)}: {words.origins(claim.origins)}", why, grounds)
    return Explanation(_name(book, one), (), (*_ties(book, lambda a, b: one in (a, b)), *_steps(book, lambda a, b: one in (a, b))))


def known(book: Ledger, start: str) -> str:
    """The one id of the report that begins so, of a claim, statement, page or unseen text."""
    ids: tuple[Iterable[str], ...] = (book.entry_by_claim, book.entry_of, book.pages, book.lost)
    found = {key for kind in ids for key in kind if key.startswith(start)} if start else set()
    if len(found) != 1:
        what = "nothing" if not found else "more than one thing"
        raise UsageError(
            f"{start}: {what} in this pile has an id that begins so; hand in a claim, a telling, a page, or more of the id"
        )
    return found.pop()


def _ties(book: Ledger, wanted: Wanted) -> Iterator[Ground]:
    ties: list[Tie] = [t for t in book.report.ties if wanted(t.a, t.b)]
    for tie in sorted(ties, key=lambda t: (-t.weight, t.a, t.b)):
        said = "tell the same" if tie.same else "do not tell the same"
        yield Ground(f"{_name(book, tie.a)} and {_name(book, tie.b)} {said}", tie.weight, tie.why)


def _steps(book: Ledger, wanted: Wanted) -> Iterator[Ground]:
    steps: list[Derivation] = [d for d in book.report.derivations if wanted(d.document, d.from_)]
    for step in steps:
        verb = words.EDGES[step.kind] if step.directed else "is tied, in no known order, to"
        yield Ground(f"{_name(book, step.document)} {verb} {_name(book, step.from_)}", step.weight, step.why)


def _name(book: Ledger, key: str) -> str:
    """What people call a claim, a telling, a page or an unseen text."""
    if key in book.pages:
        return book.pages[key].name
    if key in book.lost:
        return f"{book.lost[key][1].name}, not in the pile"
    if key in book.entry_by_claim:
        claim: Claim = book.entry_by_claim[key].claim
        return f"claim {book.entry_by_claim[key].number}, “{words.shortened(claim.gist, 120)}”"
    telling = next(t for t in book.entry_of[key].tellings if t.statement.id == key)
    return f"“{words.shortened(telling.words, 80)}” ({telling.page.name})"


def _reason(why: Reason) -> str:
    return f"{why.feature}: {why.detail}" + (f" ({why.weight:+.3f})" if why.weight else "")
