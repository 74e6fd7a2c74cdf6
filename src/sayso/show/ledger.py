"""A report in the order in which it is shown: pages with their letters, claims with their numbers, findings by what they are about.

The most telling claims come first: told by many and known by few, disputed, changed on the way. What can be said of a claim by
itself is in ``model``; here is only what belongs together on a page, so that the summary and the report agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from sayso.model import Claim, Derivation, Document, Finding, Reading, Report, Span, Statement, Unseen
from sayso.show import words

NAME = 48
"""Letters of an outlet’s name in a sentence; of the 1,070 in the table of outlets 7 are longer. Its own page shows it whole."""
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
CLAIMED = frozenset({"denied", "contested", "retracted"})
DISPUTE = 1
"""Tellers beyond its origins that a dispute counts for in the order of the claims. With 0, 1, 2 and 1 for a change as well, of the
disputed claims 6, 8, 8 and 6 of 13 stood among the first 12 of ``sayso demo``; with 2 one that one page tells stood before all that
several tell."""
QUIET = frozenset({*words.SOURCING, *words.SUMS_OTHER, *words.DATES})
"""Findings that need no section of their own: the state of the claim says the same, or they are listed elsewhere."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its letter and the name it goes by in a sentence."""

    siglum: str
    name: str
    reading: Reading

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.reading.document

    @property
    def called(self) -> str:
        """What it is known by: its outlet, or where that is not known the name of its file or the host of its address."""
        return self.document.outlet or words.host(self.document.url) or words.file(self.document.place)

    @property
    def brief(self) -> str:
        """The same where room is scarce: a file without its endings."""
        return self.document.outlet or words.host(self.document.url) or words.stem(self.document.place)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement with the page it stands on."""

    page: Page
    statement: Statement

    @property
    def words(self) -> str:
        """What is told, on one line."""
        return words.told(self.statement.content or (self.statement.span,), self.page.document.text)

    @property
    def quote(self) -> str:
        """The whole telling, with source and cue, on one line."""
        return words.told((self.statement.span,), self.page.document.text)

    @property
    def names_nobody(self) -> bool:
        """Whether the text gives nobody for it."""
        return self.statement.chain[-1].kind == "unnamed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its number, its tellings in order and what was found about it. ``large``: it gets a section of its own."""

    number: int
    claim: Claim
    tellings: tuple[Telling, ...]
    findings: tuple[Finding, ...]

    @property
    def pages(self) -> list[Page]:
        """The pages that tell it, each once, in the order of their letters."""
        return list({t.page.siglum: t.page for t in self.tellings}.values())

    @property
    def large(self) -> bool:
        """Whether there is more to it than one page's telling."""
        return len(self.pages) > 1 or bool(CLAIMED & set(self.claim.states)) or any(f.rule not in QUIET for f in self.findings)

    @property
    def told_by_many(self) -> bool:
        """Whether more than one page tells it."""
        return len(self.pages) > 1

    @property
    def one_origin(self) -> bool:
        """Whether one origin is named for it and no other may stand behind it, nor another version's."""
        return "single_source" in self.claim.states

    @property
    def no_origin(self) -> bool:
        """Whether nobody is named for it on any page."""
        return self.claim.origins.low == 0

    def about(self, rules: Sequence[str]) -> list[Finding]:
        """Return its findings of these rules, in the order of the rules."""
        return ordered((f for f in self.findings if f.rule in rules), rules)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole report, indexed."""

    report: Report
    pages: dict[str, Page]
    lost: dict[str, tuple[str, Unseen]]
    entries: tuple[Entry, ...]
    entry_of: dict[str, Entry]
    """The claim of each statement."""
    entry_by_claim: dict[str, Entry]
    names: dict[str, tuple[str, ...]]
    """For each source, all names that it has on any page."""
    behind: dict[str, tuple[Derivation, ...]]
    """For each document, what it has from others."""

    def findings(self, rules: Sequence[str]) -> list[Finding]:
        """Return all findings of these rules, in the order of the rules."""
        return ordered((f for f in self.report.findings if f.rule in rules), rules)

    def telling(self, document: str, place: Span) -> Telling | None:
        """Return the statement of a document that a passage lies in or touches; the narrowest first."""
        page = self.pages[document]
        near = [s for s in page.reading.statements if s.span.overlaps(place)]
        best = min(near, key=lambda s: (not s.span.holds(place), s.span.end - s.span.start, s.span), default=None)
        return Telling(page, best) if best else None

    @property
    def told_by_many(self) -> list[Entry]:
        """The claims that more than one page tells."""
        return [e for e in self.entries if e.told_by_many]


def ledger(report: Report) -> Ledger:
    """Return the report indexed for showing."""
    pages = {p.document.id: p for p in _pages(report)}
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.claim or "", []).append(finding)
    told = {s.id: Telling(p, s) for p in pages.values() for s in p.reading.statements}
    rows = [(claim, _tellings(claim, told), tuple(ordered(found.get(claim.id, ())))) for claim in report.claims]
    rows.sort(key=lambda row: _rank(*row))
    entries = tuple(Entry(n, *row) for n, row in enumerate(rows, 1))
    lost = {u.id: (_greek(n), u) for n, u in enumerate(sorted(report.unseen, key=lambda u: (u.name, u.id)))}
    entry_of = {s: e for e in reversed(entries) for s in e.claim.statements}
    by_claim = {e.claim.id: e for e in entries}
    return Ledger(report, pages, lost, entries, entry_of, by_claim, _names(report), _behind(report))


def ordered(findings: Iterable[Finding], rules: Sequence[str] = tuple(words.RULES)) -> list[Finding]:
    """Return findings in the order of the rules, then of the passages that show them."""
    place = {rule: n for n, rule in enumerate(rules)}
    return sorted(findings, key=lambda f: (place.get(f.rule, len(place)), f.documents, _first(f), f.id))


def _first(finding: Finding) -> Span:
    return finding.evidence[0].span if finding.evidence else Span(0, 0)


def _names(report: Report) -> dict[str, tuple[str, ...]]:
    sources = [s for r in report.readings for s in r.sources]
    together: dict[str, set[str]] = {}
    for s in sources:
        together.setdefault(s.identity or s.id, set()).update(n for n in (s.name, *s.aliases) if n)
    return {s.id: tuple(sorted(together[s.identity or s.id])) for s in sources}


def _behind(report: Report) -> dict[str, tuple[Derivation, ...]]:
    found: dict[str, list[Derivation]] = {}
    for derivation in sorted(report.derivations, key=lambda d: (d.document, d.from_, d.kind)):
        found.setdefault(derivation.document, []).append(derivation)
    return {document: tuple(rows) for document, rows in found.items()}


def _pages(report: Report) -> list[Page]:
    readings = sorted(report.readings, key=lambda r: (r.document.place, r.document.id))
    known = [r.document.outlet for r in readings]
    pages = []
    for number, reading in enumerate(readings):
        siglum, outlet = _letters(number), reading.document.outlet
        several = outlet is not None and known.count(outlet) > 1
        short = words.shortened(outlet or "", NAME)
        pages.append(Page(siglum, f"page {siglum}" if outlet is None else f"{short} ({siglum})" if several else short, reading))
    return pages


def _letters(number: int) -> str:
    """A…Z, AA…AZ, BA…: as the columns of a sheet."""
    text, number = ascii_uppercase[number % 26], number // 26
    while number:
        number -= 1
        text, number = ascii_uppercase[number % 26] + text, number // 26
    return text


def _greek(number: int) -> str:
    """Letters α to ω, then with a number."""
    return GREEK[number % 24] + (str(number // 24 + 1) if number >= 24 else "")


def _tellings(claim: Claim, told: dict[str, Telling]) -> tuple[Telling, ...]:
    rows = [told[s] for s in claim.statements if s in told]
    return tuple(sorted(rows, key=lambda t: (len(t.page.siglum), t.page.siglum, t.statement.span, t.statement.id)))


def _rank(claim: Claim, tellings: Sequence[Telling], findings: Sequence[Finding]) -> tuple[object, ...]:
    """Tellers beyond the origins that may stand behind them, and a dispute; named ones first; what changed; the pile's order."""
    tellers = len({t.page.siglum for t in tellings})
    telling = max(0, tellers - max(claim.origins.high, 1))
    telling += DISPUTE * bool(CLAIMED & set(claim.states))
    weight = sum(1 for f in findings if f.rule not in QUIET) + len(CLAIMED & set(claim.states))
    first = tellings[0] if tellings else None
    place = (len(first.page.siglum), first.page.siglum, first.statement.span) if first else (0, "", Span(0, 0))
    unnamed = claim.origins.low == 0
    return (-telling, unnamed, -tellers, -weight, place, claim.id)
