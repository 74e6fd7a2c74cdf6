"""What a report comes to, as sentences that can be read aloud. The summary prints them, the page sets them.

A sentence is a run of our words and of words that come from the pages; the latter are kept apart, so that the page can mark their
language and direction, and nothing foreign is taken for ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import ChainLink, Finding, Root
from sayso.show import glyphs, positions, voices, words
from sayso.show.ledger import NAME, Entry, Ledger, Page, Telling

PEOPLE = frozenset({"person", "official", "anonymous", "group"})
SHORT = 180
"""Letters of a claim in the headlines: two lines on a laptop, four on a phone."""

MARKS = frozenset('“”„«»"')

FORM = 80
"""Letters of the two forms of a change there: both fit two lines."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words from a page. ``quoted``: set in quotation marks; ``leads``: the claim or page that they lead to."""

    text: str
    language: str | None = None
    quoted: bool = False
    leads: Entry | Page | None = None


Sentence = tuple[str | Foreign, ...]


def spoken(sentence: Sentence) -> str:
    """Return a sentence as plain text, hidden characters named."""
    return "".join(p if isinstance(p, str) else f"“{glyphs.plain(p.text)}”" if p.quoted else glyphs.plain(p.text) for p in sentence)


def quoted(telling: Telling, limit: int = SHORT) -> Foreign:
    """Return what a telling tells, cut to the limit."""
    return Foreign(words.shortened(bare(telling.words), limit), telling.page.document.language, True)


def gist(entry: Entry, limit: int = SHORT) -> Foreign:
    """Return a claim's gist, cut to the limit, leading to the claim."""
    languages = {t.page.document.language for t in entry.tellings}
    text = words.shortened(bare(entry.claim.gist), limit)
    return Foreign(text, languages.pop() if len(languages) == 1 else None, True, entry)


def bare(text: str) -> str:
    """Return the words without quotation marks around the whole, which the sentence sets itself.

    A mark whose partner stands within the words stays: "“All wells” are dry" begins with a quotation, it is none. One whose partner
    stands before or after what is told goes, but for inches.
    """
    line = text.strip()
    while len(line) > 1 and (line[0] in MARKS or line[-1] in MARKS):
        first, last = line[0] in MARKS, line[-1] in MARKS
        inner = [n for n in range(int(first), len(line) - int(last)) if line[n] in MARKS]
        begin = first and not (inner and not _opens(line, inner[0]))
        end = last and not (inner and _opens(line, inner[-1]))
        if not begin and not end:
            break
        line = line[int(begin) : len(line) - int(end)].strip()
    alone = [n for n, c in enumerate(line) if c in MARKS]
    if len(alone) == 1 and len(line) > 1 and not line[alone[0] - 1].isdigit():
        line = line[: alone[0]] + line[alone[0] + 1 :]
    return line or text.strip()


def _opens(line: str, at: int) -> bool:
    """Whether a quotation mark within a line begins a quotation: by its form, or else by the space before it."""
    return line[at] in "„«" or (line[at] != "»" and (line[at - 1].isspace() or line[at - 1] in "([—–"))


def page_name(page: Page) -> Foreign:
    """Return the name of a page in a sentence."""
    return Foreign(page.name, page.document.language if page.document.outlet else None, False, page)


def listed(items: Sequence[Sentence], last: str = "and") -> Sentence:
    """Return sentence parts as a reader lists them: "a, b and c"."""
    parts: list[str | Foreign] = []
    for n, item in enumerate(items):
        if n:
            mark = last if last in ",;" else f" {last}"
            parts.append(f"{mark} " if n == len(items) - 1 else "; " if last == ";" else ", ")
        parts.extend(item)
    return tuple(parts)


def chain(*tellings: Telling) -> Sentence:
    """Return from whom a page has it: "the Post has it from Tern Agency, which has it from a guard".

    Of several pages that have it from the same, in the words of the first.
    """
    rest = words.inner(tellings[0].statement.chain)
    language, one = tellings[0].page.document.language, len(tellings) == 1
    pages = (page_name(tellings[0].page),) if one else some_pages([t.page for t in tellings])
    if not rest:
        return (*pages, " tells it in its own voice" if one else " tell it in their own voice")
    if len(rest) == 1 and rest[0].kind == "unnamed":
        return (*pages, " names nobody" if one else " name nobody")
    parts: list[str | Foreign] = [*pages, " has it from " if one else " have it from ", station(rest[0], language)]
    for before, link in pairwise(rest):
        parts += [", who has it from " if before.kind in PEOPLE else ", which has it from ", station(link, language)]
    return tuple(parts)


def station(link: ChainLink, language: str | None) -> str | Foreign:
    """Return a station of a chain: its name as the page has it, or that it has none."""
    return Foreign(words.inline(link.name), language) if link.name else words.name(link)


def root(found: Root, book: Ledger) -> Sentence:
    """Return an origin in words."""
    page = book.pages.get(found.document or "")
    name = Foreign(words.inline(found.name or ""), page.document.language if page else None)
    return (name, " (not named)") if found.kind == "anonymous" else (name,)


def roots(entry: Entry, book: Ledger, most: int = 1000) -> Sentence:
    """Return the origins of a claim as a list, at most so many, empty where the report gives none."""
    rows = [root(r, book) for r in entry.claim.origins.roots if r.name and r.kind != "unnamed"]
    return listed([*rows[:most], (f"{len(rows) - most} more",)] if len(rows) > most else rows)


def tellers(entry: Entry) -> Sentence:
    """Return who tells a claim."""
    return some_pages(entry.pages, 12)


def some_pages(pages: Sequence[Page], most: int = 6) -> Sentence:
    """Return pages as a list, those known by a letter alone together: "the Post and pages B and C"; what is cut is counted."""
    shown = pages[:most]
    named = [(page_name(p),) for p in shown if p.document.outlet is not None]
    bare = [(Foreign(p.siglum, None, False, p),) for p in shown if p.document.outlet is None]
    rest = len(pages) - len(shown)
    letters = listed(bare, "," if rest > 0 else "and")
    rows: list[Sentence] = [*named, *([("page " if len(bare) == 1 else "pages ", *letters)] if bare else [])]
    return (*listed(rows, ","), f" and {rest} more") if rest > 0 else listed(rows)


def in_short(book: Ledger) -> list[Sentence]:
    """Return the most important sentences of a report, at most eight: how much it is, then what is worth knowing first."""
    rejected = len(book.report.rejected)
    missing: Sentence = (f"{words.count(rejected, 'input')} could not be read and left no trace here.",) if rejected else ()
    first, *more = told(book) if book.pages else [("No page could be read.",)]
    said = (*first, *(part for row in more for part in (" ", *row)))
    rows = [said, *worth_knowing(book), on_whose_word(book), _open(book), missing]
    return [row for row in rows if row]


def worth_knowing(book: Ledger) -> list[Sentence]:
    """Return what a reader should know first: what is told most widely on the narrowest ground, disputes, sums, changes."""
    return [row for row in (_most(book), disputed(book), sums(book), changed(book)) if row]


def read(book: Ledger) -> Sentence:
    """Return what was read: pages, outlets, dates."""
    documents = [p.document for p in book.pages.values()]
    outlets = {d.outlet for d in documents if d.outlet}
    unknown = sum(1 for d in documents if not d.outlet)
    text = words.count(len(documents), "page")
    if outlets:
        text += f" from {words.count(len(outlets), 'known outlet')}"
    if unknown:
        text += f" ({words.count(unknown, 'page')} without a known outlet)" if outlets else " without a known outlet"
    days = sorted(day for d in documents if d.published for day in [d.published.start or d.published.end] if day)
    if not days:
        return (f"{text}; no date of publication is known",)
    first, last = (words.interval(t, None).removeprefix("not before ") for t in (days[0], days[-1]))
    text += f", published on {first}" if first == last else f", published between {first} and {last}"
    undated = len(documents) - len(days)
    return (f"{text}; {words.count(undated, 'page')} without a known date" if undated else text,)


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
    origin = roots(entry, book)
    names = (": ", *origin) if origin else ()
    return (
        "Told by the most pages on the fewest origins: ",
        gist(entry),
        " – ",
        words.count(len(entry.pages), "page"),
        " (",
        *tellers(entry),
        "), ",
        words.origins(entry.claim.origins),
        *names,
        ".",
    )


def disputed(book: Ledger) -> Sentence:
    """Return which claims are denied, contested or taken back, and by whom."""
    found = [e for e in book.entries if {"denied", "contested", "retracted"} & set(e.claim.states)]
    if not found:
        return ()
    return (
        words.count(len(found), "claim is", "claims are"),
        " denied, contested or taken back in these pages: ",
        *listed([(gist(e, 90), *((" – ", *how) if (how := dispute(e, book)) else ())) for e in found[:2]], ";"),
        f"; and {len(found) - 2} more" if len(found) > 2 else "",
        ".",
    )


def dispute(entry: Entry, book: Ledger) -> Sentence:
    """Return who denies a claim and on which page, or else what does not fit together and where; nothing where nobody disputes."""
    against = [p for p in positions.against(entry, book) if p.against]
    gist_ = entry.claim.gist.casefold()
    named = [p for p in against if p.party.casefold() not in gist_]  # "the board denied it": it denies it
    if named:
        named.sort(key=lambda p: p.telling is not None and p.telling.page.document.language not in (None, "en"))  # readable first
        said, telling = named[0], named[0].telling
        language = telling.page.document.language if telling else None
        others = any(p.party.casefold() != said.party.casefold() for p in named)  # not counted: two names may be one party
        who = Foreign(words.inline(words.shortened(said.party, 80)), language)
        where: Sentence = () if telling is None or telling.page.name == said.party else (" (", page_name(telling.page), ")")
        return (who, f" {said.said}", *where, ", others too" if others else "")
    about = entry.about(words.AGAINST)
    if about:
        return (words.uncapped(words.RULES[about[0].rule]), *_shown_by(about, book))
    pages = list({p.telling.page.siglum: p.telling.page for p in against if p.telling}.values())
    return ("denied in ", *some_pages(pages)) if pages else ()


def _shown_by(findings: Sequence[Finding], book: Ledger) -> Sentence:
    """The pages whose passages show remarks of the first one's rule, in brackets."""
    rows = [e.document for f in findings if f.rule == findings[0].rule for e in f.evidence]
    pages = [book.pages[d] for d in dict.fromkeys(rows) if d in book.pages]
    return (" (", *some_pages(pages, 4), ")") if pages else ()


def changed(book: Ledger) -> Sentence:
    """Return how much changed from page to page, and the weightiest change in its own words."""
    found = book.findings(words.CHANGES)
    if not found:
        return ()
    first = found[0]
    leads = book.entry_by_claim.get(first.claim or "")
    said: Sentence = (Foreign(words.shortened(message(first.message, book), SHORT), None, False, leads),)
    if first.from_ and first.to:
        before, after = (words.shortened(bare(text), FORM) for text in (first.from_, first.to))
        pages = [book.pages[d] for d in dict.fromkeys(e.document for e in first.evidence) if d in book.pages]
        said = (Foreign(before, None, True, leads), " against ", Foreign(after, None, True), " (", *some_pages(pages), ").")
    lead = f"{words.count(len(found), 'thing')} changed on the way" + (", first: " if len(found) > 1 else ": ")
    return (lead, words.uncapped(words.RULES[first.rule]).removesuffix(" on the way"), ": ", *said)


def on_whose_word(book: Ledger, most: int = 3) -> Sentence:
    """Return the sources behind most of what is told, and how much the pages tell in their own voice."""
    named, own = voices.voices(book), voices.own_voice(book)
    total = sum(len(p.reading.statements) for p in book.pages.values())
    rows = [(voice(v), f", {words.count(v.statements, 'statement')}", *_on(v, book)) for v in named[:most]]
    told = f"{own:,} of {words.count(total, 'statement')} {'stands' if own == 1 else 'stand'} in the pages’ own voice."
    if not rows:
        return ("No page names a source: ", told) if own else ()
    head = "On whose word: " if len(named) <= most else f"On whose word: {words.count(len(named), 'source')}, first "
    return (head, *listed(rows, ";"), f". {told}" if own else ".")


def voice(found: voices.Voice) -> Foreign:
    """Return a source as it is named in a sentence."""
    return Foreign(words.inline(words.shortened(found.name, 80)) + (" (not named)" if found.anonymous else ""), found.language)


def _on(found: voices.Voice, book: Ledger) -> Sentence:
    return (f" on {words.count(len(found.pages), 'page')}",) if len(book.pages) > 1 else ()


def sums(book: Ledger) -> Sentence:
    """Return which sums do not come out."""
    wrong = book.findings(words.SUMS_WRONG)
    if not wrong:
        return ()
    head = f"{words.count(len(wrong), 'sum does', 'sums do')} not come out: "
    parts: list[Sentence] = []
    for finding in wrong[:2]:
        language = book.pages[finding.documents[0]].document.language if finding.documents else None
        parts.append(
            (Foreign(finding.from_, language, True), " would be ", Foreign(finding.to))
            if finding.from_ and finding.to
            else (Foreign(message(finding.message, book).rstrip(".")),)
        )
    more = f"; and {len(wrong) - 2} more" if len(wrong) > 2 else ""
    return (head, *listed(parts, ";"), more, ".")


def _open(book: Ledger) -> Sentence:
    undated = [p for p in book.pages.values() if p.document.published is None]
    nobody = sum(1 for p in book.pages.values() for s in p.reading.statements if s.chain[-1].kind == "unnamed")
    parts: list[Sentence] = []
    if nobody:
        parts.append((f"{words.count(nobody, 'statement says', 'statements say')} that somebody said it, but not who",))
    if undated:
        parts.append(date_not_known(undated, 4))
    return ("Open: ", *listed(parts, ";"), ".") if parts else ()


def date_not_known(pages: Sequence[Page], most: int = 6) -> Sentence:
    """Return that the dates of these pages are not known."""
    one = len(pages) == 1
    return ("the date of " if one else "the dates of ", *some_pages(pages, most), " is not known" if one else " are not known")


def message(text: str, book: Ledger) -> str:
    """Return a remark as the reader knows the pages: by outlet and letter, not by the name of a file."""
    files = [words.file(p.document.place) for p in book.pages.values()]
    pages = [(file, page) for file, page in zip(files, book.pages.values(), strict=True) if files.count(file) == 1]
    for file, page in sorted(pages, key=lambda row: -len(row[0])):  # "11.txt" before "1.txt", which ends it
        if file not in text:
            continue
        if page.document.outlet is not None:
            text = text.replace(f"{page.document.outlet} ({file})", page.name)
        elif len(file) > 3:
            text = page.name.join(re.split(rf"(?<![\w.-]){re.escape(file)}(?![\w-])", text))
            text = text.replace(f"{page.name} ({page.name})", page.name)  # a page that speaks for itself
    for long in sorted({o for p in book.pages.values() if (o := p.document.outlet) and len(o) > NAME}):
        text = text.replace(long, words.shortened(long, NAME))
    return words.ended(text[:1].upper() + text[1:])


def evidence_names(book: Ledger, documents: Iterable[str]) -> Sentence:
    """Return the pages of a finding as a list."""
    return listed([(page_name(book.pages[d]),) for d in documents if d in book.pages])
