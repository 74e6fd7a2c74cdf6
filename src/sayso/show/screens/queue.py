"""Screen 5, the review queue: one decision at a time, ordered by how much it is expected to change the number of origins.

A decision's effect is worked out from the report alone, before it is made: which claims it joins or parts, and how many innermost
sources their tellings name. That is a reckoning, for the program would look again; a door that can run again may show the effect as
it is (``exactly``). Expected is the change times the odds that the machine is wrong; questions that no odds are known for
come after those, the widest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.model import Derivation, Origins, Reason, Source, Statement, Tie
from sayso.show import press, words
from sayso.show.ledger import Entry, Ledger, Page, Telling
from sayso.show.screens.frame import Frame

Ask = Literal["same", "from", "person", "source"]
SURE = 8.0
"""Bits from which on a link is not asked about: odds of 256 to 1."""
MOST = 200
"""Decisions that are kept: more than a day's work."""


@dataclass(frozen=True, slots=True)
class State:
    """A claim before or after: how many pages tell it, how many origins it may have."""

    name: str
    pages: int
    low: int
    high: int

    @property
    def said(self) -> str:
        """It in words."""
        return f"{words.count(self.pages, 'page')}, {words.origins(Origins(self.low, self.high, (), ()))}"


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer changes: claims before and after. Both empty: nothing that is counted."""

    before: tuple[State, ...] = ()
    after: tuple[State, ...] = ()
    exact: bool = False

    @property
    def size(self) -> int:
        """By how much it changes the numbers of origins, at most."""
        return abs(sum(s.high for s in self.after) - sum(s.high for s in self.before))


@dataclass(frozen=True, slots=True)
class Decision:
    """A question. ``weight``: the machine's log2 odds for yes, None where none are known; ``yes`` and ``no``: what they change."""

    key: str
    ask: Ask
    a: str
    b: str
    weight: float | None
    why: tuple[Reason, ...]
    yes: Effect
    no: Effect
    tellings: tuple[Telling, ...] = ()
    pages: tuple[Page, ...] = ()
    names: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def expected(self) -> float:
        """The change to be expected: that of the answer the machine does not give, times the odds of its being right."""
        weight = self.weight or 0.0
        other = self.no if weight >= 0 else self.yes
        return other.size / (1 + 2 ** min(abs(weight), 60.0))


@dataclass(frozen=True, slots=True)
class Queue:
    """All decisions in order; ``current`` is the one that is asked, None when all are made or put off."""

    book: Ledger
    decisions: tuple[Decision, ...]
    current: Decision | None
    skipped: tuple[str, ...]


def queue(
    book: Ledger, skip: Sequence[str] = (), judged: Iterable[tuple[str, str]] = (), asked: Sequence[Decision] | None = None
) -> Queue:
    """Return the queue. ``skip``: keys put off; ``judged``: pairs of ids that somebody has decided already.

    ``asked``: the ``decisions`` of this book, where they are at hand.
    """
    done = {frozenset(pair) for pair in judged}
    rows = [d for d in (decisions(book) if asked is None else asked) if frozenset((d.a, d.b)) not in done]
    current = next((d for d in rows if d.key not in skip), None)
    return Queue(book, tuple(rows), current, tuple(skip))


def render(context: Queue, frame: Frame) -> str:
    """Return the queue as HTML."""
    return press.printed("queue.html.j2", context.book, frame, screen=context)


def exactly(decision: Decision, yes: Ledger | None = None, no: Ledger | None = None) -> Decision:
    """Return the decision with the effects as a run with either answer made them."""
    told = {s for e in decision.entries for s in e.claim.statements}

    def effect(after: Ledger | None, otherwise: Effect) -> Effect:
        if after is None:
            return otherwise
        found = [e for e in after.entries if told & set(e.claim.statements)]
        return Effect(tuple(_state(e) for e in decision.entries), tuple(_state(e) for e in found), True)

    return replace(decision, yes=effect(yes, decision.yes), no=effect(no, decision.no))


def decisions(book: Ledger) -> list[Decision]:
    """Return all that may be asked, by expected effect."""
    found = [*_ties(book), *_derivations(book), *_persons(book), *_sources(book)]
    found.sort(key=lambda d: (d.weight is None, -d.expected if d.weight is not None else -max(d.yes.size, d.no.size), d.key))
    return found[:MOST]


def _state(entry: Entry) -> State:
    return State(entry.claim.id, len(entry.pages), entry.claim.origins.low, entry.claim.origins.high)


def _ties(book: Ledger) -> Iterable[Decision]:
    """Ties that alone hold a claim together: taken away, it is two."""
    held: dict[str, list[Tie]] = {}
    for tie in book.report.ties:
        entry = book.entry_of.get(tie.a)
        if tie.same and entry is not None and book.entry_of.get(tie.b) is entry:
            held.setdefault(entry.claim.id, []).append(tie)
    for entry in book.entries:
        ties = held.get(entry.claim.id, []) if entry.told_by_many else []
        alone = _bridges(ties)
        for n, tie in enumerate(ties):
            if n in alone and tie.weight < SURE and (parts := _parts(entry, ties, tie)):
                before = (_state(entry),)
                after = tuple(_part(entry, part) for part in parts)
                tellings = tuple(t for s in (tie.a, tie.b) for t in entry.tellings if t.statement.id == s)
                yield Decision(
                    f"same-{tie.a}-{tie.b}", "same", tie.a, tie.b, tie.weight, tie.why, Effect(before, before),
                    Effect(before, after), tellings, tuple(t.page for t in tellings), (), (entry,),
                )  # fmt: skip


def _bridges(ties: Sequence[Tie]) -> set[int]:
    """The ties, by number, that alone hold two parts together, found on one walk over all (Tarjan, IPL 2(6), 1974).

    A claim of 400 tellings has thousands of ties: to look for a way round each of them takes their number squared.
    """
    near: dict[str, list[tuple[str, int]]] = {}
    for n, tie in enumerate(ties):
        near.setdefault(tie.a, []).append((tie.b, n))
        near.setdefault(tie.b, []).append((tie.a, n))
    met: dict[str, int] = {}
    low: dict[str, int] = {}
    found: set[int] = set()
    for start in near:
        if start in met:
            continue
        met[start] = low[start] = len(met)
        walk = [(start, -1, iter(near[start]))]
        while walk:
            here, by, rest = walk[-1]
            step = next(rest, None)
            if step is None:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    low[before] = min(low[before], low[here])
                    found |= {by} if low[here] > met[before] else set()
            elif step[1] != by and step[0] in met:
                low[here] = min(low[here], met[step[0]])
            elif step[0] not in met:
                met[step[0]] = low[step[0]] = len(met)
                walk.append((step[0], step[1], iter(near[step[0]])))
    return found


def _parts(entry: Entry, ties: Sequence[Tie], without: Tie) -> tuple[set[str], ...]:
    """The two parts that a claim falls into without one of its ties, nothing where others hold it together."""
    near: dict[str, list[str]] = {}
    for tie in ties:
        if tie is not without:
            near.setdefault(tie.a, []).append(tie.b)
            near.setdefault(tie.b, []).append(tie.a)
    reached, todo = {without.a}, [without.a]
    while todo:
        for other in near.get(todo.pop(), ()):
            if other not in reached:
                reached.add(other)
                todo.append(other)
    if without.b in reached:
        return ()
    return reached, set(entry.claim.statements) - reached


def _part(entry: Entry, part: set[str]) -> State:
    """A part of a claim: its pages, and as many origins as its tellings name innermost sources, but no more than the whole has.

    What folds the whole folds its parts, but for a page in the middle of a chain that goes to the other part. Told with no source,
    it may have one origin and names none.
    """
    tellings = [t for t in entry.tellings if t.statement.id in part]
    named = {_innermost(t) for t in tellings if len(t.statement.chain) > 1 and not t.names_nobody}
    high = min(max(1, len(named)), max(1, entry.claim.origins.high))
    pages = {t.page.siglum for t in tellings}
    return State(tellings[0].statement.id if tellings else "", len(pages), min(1, len(named)), high)


def _innermost(telling: Telling) -> str:
    link = telling.statement.chain[-1]
    source = next((s for s in telling.page.reading.sources if s.id == link.source), None)
    return (source.identity if source else None) or (link.name or telling.page.siglum).casefold()


def _derivations(book: Ledger) -> Iterable[Decision]:
    """Whether a page has it from another: without that, the claims they share may have one origin more."""
    told: dict[int, set[int]] = {}  # the claims of each page, by their places in the book
    for n, entry in enumerate(book.entries):
        for page in entry.pages:
            told.setdefault(id(page), set()).add(n)
    for d in book.report.derivations:
        if d.from_ not in book.pages or d.document not in book.pages or d.weight >= SURE or d.kind == "same_page":
            continue
        pages = (book.pages[d.document], book.pages[d.from_])
        both = told.get(id(pages[0]), set()) & told.get(id(pages[1]), set())
        shared = [e for e in (book.entries[n] for n in sorted(both)) if _concerned(e, d)]
        folded = [e for e in shared if e.claim.origins.high < len(e.pages)]
        before = tuple(_state(e) for e in folded)
        after = tuple(replace(s, high=s.high + 1) for s in before)
        yield Decision(
            f"from-{d.document}-{d.from_}", "from", d.document, d.from_, d.weight, d.why, Effect(before, before),
            Effect(before, after), (), pages, (), tuple(folded),
        )  # fmt: skip


def _concerned(entry: Entry, derivation: Derivation) -> bool:
    return not derivation.statements or bool(set(derivation.statements) & set(entry.claim.statements))


def _persons(book: Ledger) -> Iterable[Decision]:
    """Two sources whose names end alike and who are taken for two: as one, they are one origin less.

    Of many with one family name each is asked about with the next: what is said of them all follows from that.
    """
    families: dict[str, dict[str, tuple[Source, Page]]] = {}
    for page in book.pages.values():
        for source in page.reading.sources:
            last = (source.name or "").split()[-1:] or [""]
            if source.kind in ("person", "official") and last[0][:1].isupper() and len(last[0]) > 2:
                families.setdefault(last[0].casefold(), {}).setdefault(source.identity or source.id, (source, page))
    behind: dict[str | None, set[int]] = {}
    for entry in book.entries:
        for telling in entry.tellings:
            behind.setdefault(telling.statement.chain[-1].source, set()).add(entry.number)
    for family in sorted(families):
        for one, two in pairwise(families[family].values()):
            if one[1] is not two[1]:
                numbers = behind.get(one[0].id, set()) & behind.get(two[0].id, set())
                yield _person(one, two, [book.entries[n - 1] for n in sorted(numbers)])


def _person(one: tuple[Source, Page], two: tuple[Source, Page], both: Sequence[Entry]) -> Decision:
    a, b = one[0], two[0]
    before = tuple(_state(e) for e in both)
    after = tuple(replace(s, low=min(s.low, max(1, s.high - 1)), high=max(1, s.high - 1)) for s in before)
    return Decision(
        f"person-{a.id}-{b.id}", "person", a.id, b.id, None, (), Effect(before, after), Effect(before, before), (),
        (one[1], two[1]), (a.name or "", b.name or ""), tuple(both),
    )  # fmt: skip


def _sources(book: Ledger) -> Iterable[Decision]:
    """Tellings that many pages repeat and that name nobody: a name would make an origin of them."""
    for entry in book.entries:
        if entry.claim.origins.low or not entry.told_by_many:
            continue
        telling = next((t for t in entry.tellings if t.names_nobody), None)
        if telling is not None:
            state = _state(entry)
            yes = Effect((state,), (replace(state, low=1, high=max(1, state.high)),))
            statement: Statement = telling.statement
            yield Decision(
                f"source-{statement.id}", "source", statement.id, "", None, (), yes, Effect((state,), (state,)), (telling,),
                (telling.page,), (), (entry,),
            )  # fmt: skip
