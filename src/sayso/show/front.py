"""What stands on the front of a report: how much was read, a handful of figures, and what to look at first.

The figures are to be taken in at a glance: how many pages, how many claims that several of them tell, how many of those on one
origin, how many disputed. Under them stands one line a matter, its name first. The summary prints the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.show import sentences, voices, words
from sayso.show.changes import OMITTED
from sayso.show.ledger import Entry, Ledger
from sayso.show.sentences import Foreign, Sentence

FORM = 80
"""Letters of the two forms of a change: both fit two lines."""
ZEROS = re.compile(r"\.0+(?!\d)")
"""What a figure does without: "300.00 percent"."""
DISPUTED = frozenset({"denied", "contested", "retracted"})
Where = Literal["pages", "claims", "voices", "changes", "sums", "chain", "against"]
"""What a figure leads to: a part of the report, or the claims with a mark."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, and where that stands."""

    number: int
    said: str
    where: Where


@dataclass(frozen=True, slots=True)
class Line:
    """One matter: its name, and a sentence about it."""

    name: str
    said: Sentence


def read(book: Ledger) -> Sentence:
    """Return what was read: pages, outlets, dates."""
    documents = [p.document for p in book.pages.values()]
    if not documents:
        return ("No page could be read",)
    total, outlets = len(documents), {d.outlet for d in documents if d.outlet}
    known = sum(1 for d in documents if d.outlet)
    of = "" if known == total else f", {known} of them"
    text = words.count(total, "page") + (
        f"{of} from {words.count(len(outlets), 'known outlet')}" if outlets else " of unknown outlets"
    )
    dates = [d.published for d in documents if d.published]
    days = sorted(day for d in dates for day in [d.start or d.end] if day)
    if not days:
        return (f"{text}; no date of publication is known",)
    when = words.between(days[0], days[-1])
    if len(days) == total:
        return (f"{text}{';' if of and outlets else ','} published {when}",)
    return (f"{text}; {len(days)} of them published {when}, the rest undated",)


def figures(book: Ledger) -> list[Figure]:
    """Return the figures of a report in the order in which they are asked for; what is nought is left out."""
    many, found = book.told_by_many, voices.voices(book)
    one = sum(1 for e in many if e.one_origin)
    rows: list[tuple[int, str, str, Where]] = [
        (len(book.pages), "page", "pages", "pages"),
        (len(found), "source named", "sources named", "voices"),
        (0 if many else len(book.entries), "claim", "claims", "claims"),
        (len(many), "claim told by several pages", "claims told by several pages", "claims"),
        (one, "of those has one origin", "of those have one origin", "chain"),
        (len(_disputed(book)), "claim disputed", "claims disputed", "against"),
        (len(book.findings(words.CHANGES)), "change on the way", "changes on the way", "changes"),
        (len(book.findings(words.SUMS_WRONG)), "sum does not come out", "sums do not come out", "sums"),
    ]
    return [Figure(number, single if number == 1 else plural, where) for number, single, plural, where in rows if number]


def lines(book: Ledger) -> list[Line]:
    """Return all that the front says under its figures, at most nine lines."""
    rows = [*worth_knowing(book), Line("On whose word", on_whose_word(book)), Line("Counted", _counted(book))]
    return [row for row in (*rows, Line("Not known", _open(book)), Line("Not read", _unread(book))) if row.said]


def in_short(book: Ledger) -> list[Sentence]:
    """Return the same as sentences, each line with its name."""
    nothing: list[Sentence] = [] if book.pages else [("No page could be read.",)]
    return [*nothing, *(spelled(line) for line in lines(book))]


def opened(said: Sentence) -> Sentence:
    """Return a sentence with a large letter at its head, unless that is a quotation."""
    first, *rest = said
    if isinstance(first, str):
        return (first[:1].upper() + first[1:], *rest)
    return (first if first.quoted else replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)


def spelled(line: Line) -> Sentence:
    """Return a line as a sentence, its name before a colon."""
    return (f"{line.name}: ", *line.said)


def worth_knowing(book: Ledger) -> list[Line]:
    """Return what a reader should know first: what is told most widely on the narrowest ground, disputes, changes, sums."""
    rows = [
        Line("Many pages, few origins", _most(book)),
        Line("Disputed", disputed(book)),
        Line("Changed on the way", changed(book)),
        Line("Sums", sums(book)),
    ]
    return [row for row in rows if row.said]


def told(book: Ledger) -> list[Sentence]:
    """Return how many statements and claims there are, and how many claims are told by many and known by few."""
    total = sum(len(p.reading.statements) for p in book.pages.values())
    if not total:
        return [("No statement was found in ", "it." if len(book.pages) == 1 else "them.")]
    statements = words.count(total, "statement")
    said = (
        words.count(len(book.pages), "page"),
        f" {'makes' if len(book.pages) == 1 else 'make'} {statements}, which {'comes' if total == 1 else 'come'} to "
        f"{words.count(len(book.entries), 'claim', 'different claims')}.",
    )
    return [said, *([_shared(book)] if len(book.pages) > 1 else [])]


def _counted(book: Ledger) -> Sentence:
    rows = told(book) if book.pages else []
    return tuple(part for n, row in enumerate(rows) for part in ([" "] if n else []) + [*row])


def _shared(book: Ledger) -> Sentence:
    many = book.told_by_many
    if not many:
        return ("No claim is told by more than one of these pages.",)
    one, nobody = sum(1 for e in many if e.one_origin), sum(1 for e in many if e.no_origin)
    said = f"{words.count(len(many), 'claim is', 'claims are')} told by more than one page"
    if one:
        verb, them = ("goes", "it") if one == 1 else ("go", "them")
        said += f"; {_of(one, many)} {verb} back to a single origin, however many pages tell {them}"
    if nobody:
        said += f"; for {_of(nobody, many)} no page names anybody"
    return (f"{said}.",)


def _of(some: int, many: Sequence[Entry]) -> str:
    """So many of the claims: "it", "all of them", "3 of them"."""
    return "it" if some == len(many) == 1 else "all of them" if some == len(many) else f"{some} of them"


def _most(book: Ledger) -> Sentence:
    few = [e for e in book.told_by_many if len(e.pages) > e.claim.origins.high]
    if not few:
        return ()
    entry = min(few, key=lambda e: (max(e.claim.origins.high, 1) - len(e.pages), e.no_origin, -len(e.pages), e.number))
    origin = sentences.roots(entry, book, 3)
    tally = f"{words.count(len(entry.pages), 'page')}, {words.origins(entry.claim.origins)}"
    return (sentences.gist(entry), " – ", tally, *((": ", *origin) if origin else ()), ".")


def _disputed(book: Ledger) -> list[Entry]:
    """The claims that the ledger marks as disputed."""
    return [e for e in book.entries if DISPUTED & set(e.claim.states) or e.about(words.AGAINST)]


def disputed(book: Ledger) -> Sentence:
    """Return which claims are denied, contested or taken back, and by whom."""
    found = _disputed(book)
    if not found:
        return ()
    rows = [(sentences.gist(e, 90), *((" – ", *how) if (how := sentences.dispute(e, book)) else ())) for e in found[:2]]
    return (*sentences.listed(rows, ";"), _rest(len(found), 2), ".")


def changed(book: Ledger) -> Sentence:
    """Return the weightiest change, its two forms each with its page, and how many more there are."""
    found = book.findings(words.CHANGES)
    if not found:
        return ()
    first = found[0]
    leads = book.entry_by_claim.get(first.claim or "")
    said: Sentence = (
        Foreign(words.shortened(sentences.message(first.message, book), sentences.SHORT).rstrip("."), None, False, leads),
    )
    pages = [book.pages[d] for d in dict.fromkeys(e.document for e in first.evidence) if d in book.pages]
    if first.from_ and first.to and len(pages) in (1, 2) and first.rule not in OMITTED:
        before, after = (words.shortened(sentences.bare(text), FORM) for text in (first.from_, first.to))
        said = (Foreign(before, None, True, leads), *sentences.within(pages[:1]), ", ", Foreign(after, None, True))
        said = (*said, *(sentences.within(pages[1:]) or (" in another place there",)))
    head = words.uncapped(words.RULES[first.rule]).removesuffix(" on the way").removesuffix(" changed")
    return (f"{head}: ", *said, _rest(len(found), 1, "change"), ".")


def sums(book: Ledger) -> Sentence:
    """Return which sums do not come out."""
    wrong = book.findings(words.SUMS_WRONG)
    rows: list[Sentence] = []
    for finding in wrong[:2]:
        page = book.pages.get(finding.documents[0]) if finding.documents else None
        where = (sentences.page_name(page), ": ") if page else ()
        said: Sentence = (Foreign(sentences.message(finding.message, book).rstrip(".")),)
        if finding.from_ and finding.to:
            language = page.document.language if page else None
            said = (
                Foreign(finding.from_, language, True),
                " does not come out; worked out again it is ",
                Foreign(ZEROS.sub("", finding.to)),
            )
        rows.append((*where, *said))
    return (*sentences.listed(rows, ";"), _rest(len(wrong), 2), ".") if rows else ()


def _rest(total: int, shown: int, noun: str = "") -> str:
    """How many more there are, at the end of a list."""
    left = total - shown
    return "" if left <= 0 else f"; and {words.count(left, f'more {noun}') if noun else f'{left:,} more'}"


def on_whose_word(book: Ledger, most: int = 3) -> Sentence:
    """Return the sources behind most of what is told, and how much the pages tell in their own voice."""
    named, own = voices.voices(book), voices.own_voice(book)
    total, several = sum(len(p.reading.statements) for p in book.pages.values()), len(book.pages) > 1
    rows: list[Sentence] = []
    for v in named[:most]:
        on = f" on {words.count(len(v.pages), 'page')}" if several else ""
        rows.append((sentences.voice(v), f", {words.count(v.statements, 'statement')}{on}"))
    whose = "pages’" if several else "page’s"
    told = f"{own:,} of {words.count(total, 'statement')} {'stands' if own == 1 else 'stand'} in the {whose} own voice."
    if not rows:
        return ("no page names a source; ", told) if own else ()
    head = "" if len(named) <= most else f"{words.count(len(named), 'source')}, first "
    return (head, *sentences.listed(rows, ";"), f". {told}" if own else ".")


def _open(book: Ledger) -> Sentence:
    undated = [p for p in book.pages.values() if p.document.published is None]
    nobody = sum(1 for p in book.pages.values() for s in p.reading.statements if s.chain[-1].kind == "unnamed")
    parts: list[Sentence] = []
    if nobody:
        parts.append((f"who said {nobody:,} of the statements",))
    if undated:
        parts.append((f"the {'date' if len(undated) == 1 else 'dates'} of ", *sentences.some_pages(undated, 4)))
    return (*sentences.listed(parts, ";"), ".") if parts else ()


def _unread(book: Ledger) -> Sentence:
    """The one input that could not be read, with its reason; how many, where there are several: the method lists them all."""
    rejected = book.report.rejected
    if len(rejected) != 1:
        return (f"{words.count(len(rejected), 'input')}; the method says which, and why.",) if rejected else ()
    return (Foreign(words.file(rejected[0].place), None, True), ": ", Foreign(rejected[0].reason.rstrip(".")), ".")
