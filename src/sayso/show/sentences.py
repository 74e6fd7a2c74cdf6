"""What a report comes to, as sentences that can be read aloud. The summary prints them, the page sets them.

A sentence is a run of our words and of words that come from the pages; the latter are kept apart, so that the page can mark their
language and direction, and nothing foreign is taken for ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model import ChainLink, Finding, Root
from sayso.show import glyphs, positions, voices, words
from sayso.show.ledger import NAME, Entry, Ledger, Page, Telling

PEOPLE = frozenset({"person", "official", "anonymous", "group"})
SHORT = 180
"""Letters of a claim in the headlines: two lines on a laptop, four on a phone."""

RUN = re.compile(r"(?<=[( ])page [A-Z]{1,3}(?:, page [A-Z]{1,3})+(?: and page [A-Z]{1,3}\b|(?=\)|, (?!page [A-Z]{1,3}\b)))")
"""Pages known by a letter alone, one after the other in a remark."""
MARKS = frozenset('“”„«»"')


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
    """Return from whom a page has it, the innermost first: "the Post has it from a guard, by way of Tern Agency".

    Of several pages that have it from the same, in the words of the first.
    """
    rest = words.inner(tellings[0].statement.chain)
    language, one = tellings[0].page.document.language, len(tellings) == 1
    pages = (page_name(tellings[0].page),) if one else some_pages([t.page for t in tellings])
    if not rest:
        return (*pages, " tells it in its own voice" if one else " tell it in their own voice")
    if len(rest) == 1 and rest[0].kind == "unnamed":
        return (*pages, " names nobody" if one else " name nobody")
    *nearer, innermost = rest
    if innermost.kind == "unnamed" and not innermost.name:
        *nearer, innermost = nearer  # whoever is behind it, that station says not who
        end: Sentence = (", who names nobody" if innermost.kind in PEOPLE else ", which names nobody",)
    else:
        end = ()
    way = listed([(station(link, language),) for link in reversed(nearer)])
    from_: Sentence = (" has it from " if one else " have it from ", station(innermost, language), *end)
    return (*pages, *from_, *((", by way of ", *way) if way else ()))


def station(link: ChainLink, language: str | None) -> str | Foreign:
    """Return a station of a chain: its name as the page has it, or that it has none."""
    return Foreign(words.inline(link.name, language), language) if link.name else words.name(link)


def root(found: Root, book: Ledger) -> Sentence:
    """Return an origin in words."""
    page = book.pages.get(found.document or "")
    language = page.document.language if page else None
    name = Foreign(words.inline(found.name or "", language), language)
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
        who = Foreign(words.inline(words.shortened(said.party, 80), language), language)
        where: Sentence = () if telling is None or telling.page.name == said.party else within([telling.page])
        return (who, f" {said.said}", *where, ", others too" if others else "")
    about = entry.about(words.AGAINST)
    if about:
        heading = words.uncapped(words.RULES[about[0].rule])
        return (heading, "," if " " in heading else "", *_shown_by(about, book))
    pages = list({p.telling.page.siglum: p.telling.page for p in against if p.telling}.values())
    return ("denied", *within(pages)) if pages else ()


def within(pages: Sequence[Page], most: int = 6) -> Sentence:
    """Return where something stands: " in the Post", " on page E", " in the Post and pages E and F"."""
    return (" on " if all(p.document.outlet is None for p in pages[:most]) else " in ", *some_pages(pages, most)) if pages else ()


def _shown_by(findings: Sequence[Finding], book: Ledger) -> Sentence:
    """Where the passages stand that show remarks of the first one's rule."""
    rows = [e.document for f in findings if f.rule == findings[0].rule for e in f.evidence]
    pages = [book.pages[d] for d in dict.fromkeys(rows) if d in book.pages]
    return within(pages, 4)


def voice(found: voices.Voice) -> Foreign:
    """Return a source as it is named in a sentence."""
    name = words.inline(words.shortened(found.name, 80), found.language)
    return Foreign(name + (" (not named)" if found.anonymous else ""), found.language)


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
    text = RUN.sub(lambda run: _together(run[0]), text)
    for long in sorted({o for p in book.pages.values() if (o := p.document.outlet) and len(o) > NAME}):
        text = text.replace(long, words.shortened(long, NAME))
    return words.ended(text[:1].upper() + text[1:])


def _together(run: str) -> str:
    """ "page A, page D, page F" as "pages A, D and F"."""
    *most, last = run.replace("page ", "").replace(" and ", ", ").split(", ")
    return f"pages {', '.join(most)} and {last}"


def evidence_names(book: Ledger, documents: Iterable[str]) -> Sentence:
    """Return the pages of a finding as a list."""
    return listed([(page_name(book.pages[d]),) for d in documents if d in book.pages])
