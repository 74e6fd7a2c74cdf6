"""The summary on the terminal: sentences that can be read aloud, the most surprising first, no ids and no colour.

It is short on purpose: what is cut is counted, and the last line says where all of it is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from sayso.model import Finding, Report
from sayso.show import front, glyphs, grounds, sentences, voices, words
from sayso.show.ledger import Entry, Ledger, Telling, ledger
from sayso.show.sentences import Foreign, Sentence

CLAIMS, CHANGES, OTHERS, CHAINS = 8, 6, 6, 4
"""How many claims, changes, other remarks, and chains of one claim are told: the whole fits three screens of 40 lines."""
TEXTS = frozenset({"article", "interview", "release", "broadcast", "document", "post"})
"""Kinds of what is not in the pile that are one text; of a "statement" the pages may mean two."""
LETTERED = 12
"""How many pages are told apart by where they are."""
REASONS = 240
"""Letters of the reasons for a count of origins: three lines."""
NARROWEST, WIDEST = 40, 100


def summary(report: Report, width: int = 80) -> str:
    """Return the summary of a report, wrapped to the width, newline at its end."""
    book = ledger(report)
    width = max(NARROWEST, min(width, WIDEST))
    parts = _read, _first, _which, _voices, _parents, _claims, _sums, _changes, _dates, _nobody, _last
    blocks = [part(book) for part in parts]
    return "\n\n".join(_set(block, width) for block in blocks if block) + "\n"


Block = list[tuple[int, str]]
"""Paragraphs with their indent; one that is less than 0 sets in the lines that follow the first."""
HANGING = -2


def _set(block: Block, width: int) -> str:
    lines = []
    for indent, text in block:
        first, rest = " " * indent, " " * abs(indent)
        number, dot, _ = text.partition(". ")
        if dot and number.isdigit():
            rest += " " * (len(number) + 2)
        lines.append(
            textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=True, break_on_hyphens=False)
            if text
            else ""
        )
    return "\n".join(lines)


def _sentence(*parts: str | Foreign) -> str:
    text = sentences.spoken(parts)
    return text[:1].upper() + text[1:]


def _read(book: Ledger) -> Block:
    said = f"sayso read {sentences.spoken(front.read(book))}." if book.pages else "No page could be read."
    block = [(0, said)]
    for rejected in book.report.rejected[:OTHERS]:
        block.append((2, f"Not read: {glyphs.plain(rejected.place)}: {glyphs.plain(rejected.reason)}"))
    block += _more(len(book.report.rejected), OTHERS, "input could not be read", "inputs could not be read", 2)
    partly = [p for p in book.pages.values() if p.document.degraded]
    for page in partly[:OTHERS]:
        block.append((2, f"Read in part: {glyphs.plain(page.document.place)}: {glyphs.plain('; '.join(page.document.degraded))}"))
    block += _more(len(partly), OTHERS, "page was read in part", "pages were read in part", 2)
    if book.pages:
        block += [(0, ""), (0, " ".join(_sentence(*s) for s in front.told(book)))]
    return block


def _first(book: Ledger) -> Block:
    """What is worth knowing before anything else; whose word it is has a part of its own."""
    rows = [_sentence(*front.spelled(line)) for line in front.worth_knowing(book)]
    return _listed("WORTH KNOWING FIRST", rows)


def _voices(book: Ledger) -> Block:
    """On whose word the pile stands: its sources, those first that most pages have."""
    found = voices.voices(book)
    rows = [
        _sentence(
            sentences.voice(v),
            f": {words.count(v.statements, 'statement')}",
            *((", told by ", *sentences.some_pages(v.pages, 4)) if len(book.pages) > 1 else ()),
            ".",
        )
        for v in found[:OTHERS]
    ]
    rows += [text for _, text in _more(len(found), OTHERS, "source", "sources", 0)]
    return _listed("ON WHOSE WORD", [*rows, *_without_source(book)])


def _without_source(book: Ledger) -> list[str]:
    own, nobody = voices.own_voice(book), voices.nobody(book)
    said = [words.count(own, "statement stands", "statements stand") + " in the pages’ own voice."] if own else []
    return [
        *said,
        *([words.count(nobody, "statement says", "statements say") + " that somebody said it, but not who."] if nobody else []),
    ]


def _listed(heading: str, rows: Sequence[str]) -> Block:
    """A heading and what stands under it, one paragraph each, the lines that follow set in."""
    return [(0, heading), (0, ""), *((HANGING, row) for row in rows)] if rows else []


def _parents(book: Ledger) -> Block:
    """Which texts several pages name or appear to follow, the most followed first; lost texts of one name together."""
    lost = {u.id: u.name for u in book.report.unseen if u.kind in TEXTS}
    named: dict[str, set[str]] = {}
    followed: dict[str, set[str]] = {}
    texts: dict[str, set[str]] = {}
    for step in book.report.derivations:
        if step.directed and step.from_ in {*book.pages, *lost}:
            parent = lost.get(step.from_, step.from_)
            (named if step.declared else followed).setdefault(parent, set()).add(step.document)
            texts.setdefault(parent, set()).add(step.from_)
    rows = []
    for parent in sorted({*named, *followed}):
        by, after = named.get(parent, set()), followed.get(parent, set()) - named.get(parent, set())
        if len(by | after) < 2:
            continue
        parts = [
            (*_pages_named(ids, book), f" {one if len(ids) == 1 else many} {'it' if len(texts[parent]) == 1 else 'them'}")
            for ids, one, many in ((by, "names", "name"), (after, "appears to follow", "appear to follow"))
            if ids
        ]
        who: Sentence = (
            (sentences.page_name(book.pages[parent]),)
            if parent in book.pages
            else (Foreign(words.inline(parent)), ", not in the pile" if len(texts[parent]) == 1 else ", texts not in the pile")
        )
        rows.append((-len(by | after), parent, _sentence(*who, ": ", *sentences.listed(parts, ";"), ".")))
    block: Block = [(0, row[-1]) for row in sorted(rows)[:OTHERS]]
    return [(0, "WHICH TEXT THEY HAVE IT FROM"), (0, ""), *block, *_more(len(rows), OTHERS, "text", "texts", 0)] if rows else []


def _pages_named(ids: set[str], book: Ledger) -> Sentence:
    return sentences.some_pages([p for p in book.pages.values() if p.document.id in ids])


def _claims(book: Ledger) -> Block:
    entries = [e for e in book.entries if e.large]
    if not entries:
        return _alone(book)
    block: Block = []
    for entry in entries[:CLAIMS]:
        block += [(0, ""), *_claim(entry, book)] if block else _claim(entry, book)
    if len(entries) > CLAIMS:
        block += [
            (0, ""),
            *_more(
                len(entries),
                CLAIMS,
                "claim is told by several pages or disputed",
                "claims are told by several pages or disputed",
                0,
            ),
        ]
    return [(0, "WHO TELLS WHAT, AND FROM WHOM"), (0, ""), *block] if block else []


def _alone(book: Ledger) -> Block:
    """What single pages tell, where nothing more is to be said of any claim: those with a source first, one of each source."""
    first: dict[str, Entry] = {}
    for entry in book.entries:
        chain = entry.tellings[0].statement.chain if entry.tellings else ()
        if len(chain) > 1 and chain[-1].name:
            first.setdefault(chain[-1].source or chain[-1].name, entry)
    rows = [
        sentences.spoken((*sentences.chain(e.tellings[0]), ": ", sentences.gist(e, 200))) for e in list(first.values())[:CLAIMS]
    ]
    return _listed("WHO TELLS WHAT, AND FROM WHOM", [row[:1].upper() + row[1:] for row in rows])


def _claim(entry: Entry, book: Ledger) -> Block:
    claim = entry.claim
    block: Block = [(0, f"{entry.number}. " + sentences.spoken((sentences.gist(entry, 200),)))]
    indent = len(str(entry.number)) + 2
    origin = sentences.roots(entry, book)
    stands: Sentence = (
        f"{words.count(len(entry.pages), 'page')}, {words.origins(claim.origins)}",
        *((": ", *origin) if origin else ()),
        ".",
    )
    block.append((indent, sentences.spoken(stands)))
    if claim.origins.why and entry.told_by_many:
        block.append((indent, f"Why {words.origins(claim.origins)}: {_why(claim.origins.why, book)}"))
    block.append((indent, " ".join(_sentence(*c, ".") for c in _chains(entry))))
    against = list(dict.fromkeys(_headed(finding, book) for finding in entry.about(words.AGAINST)))
    block += [(indent, row) for row in against[:3]]
    return block + _more(len(against), 3, "remark against it", "remarks against it", indent)


def _headed(finding: Finding, book: Ledger) -> str:
    """A remark under its heading, which is not said twice."""
    heading, said = words.RULES[finding.rule], _message(finding, book)
    return said if said.startswith(heading) else f"{heading}: {said}"


def _chains(entry: Entry) -> list[Sentence]:
    """From whom each page has it, once a page, its body before its headline; pages that have it from the same are told together.

    Every page is named here, those that are cut as well: nothing else says who tells the claim.
    """
    best: dict[str, Telling] = {}
    for telling in sorted(entry.tellings, key=lambda t: (t.statement.voice == "headline", -len(t.statement.chain))):
        best.setdefault(telling.page.siglum, telling)
    alike: dict[str, list[Telling]] = {}
    for telling in (best[p.siglum] for p in entry.pages if p.siglum in best):
        said = [words.name(link).casefold() for link in words.inner(telling.statement.chain)]
        alike.setdefault(" ".join(said), []).append(telling)
    own = alike.pop("", [])
    rows = list(alike.values())
    rest = [telling.page for row in rows[CHAINS:] for telling in row]
    more: Sentence = (
        (*sentences.some_pages(rest, 12), f" {'has' if len(rest) == 1 else 'have'} it from further sources") if rest else ()
    )
    return [c for c in (*[sentences.chain(*row) for row in rows[:CHAINS]], more, sentences.chain(*own) if own else ()) if c]


def _sums(book: Ledger) -> Block:
    wrong = book.findings(words.SUMS_WRONG)
    if not wrong:
        return []
    block: Block = [(0, "SUMS THAT DO NOT COME OUT"), (0, "")]
    for finding in wrong[:OTHERS]:
        block.append((HANGING, f"{_where(finding, book)}: {_message(finding, book)}"))
    return block + _more(len(wrong), OTHERS, "sum", "sums", 0)


def _changes(book: Ledger) -> Block:
    found = book.findings(words.CHANGES)
    if not found:
        return []
    # One of each kind before a second of any: a reader is better served by eight kinds than by eight numbers.
    seen: dict[str, int] = {}
    turns: list[tuple[int, int, Finding]] = []
    for finding in found:
        turns.append((seen.get(finding.rule, 0), len(turns), finding))
        seen[finding.rule] = seen.get(finding.rule, 0) + 1
    block: Block = [(0, "WHAT CHANGED ON THE WAY"), (0, "")]
    for _, _, finding in sorted(turns, key=lambda t: t[:2])[:CHANGES]:
        block.append((HANGING, f"{_headed(finding, book)}{_numbered(finding, book)}"))
    return block + _more(len(found), CHANGES, "change", "changes", 0)


def _numbered(finding: Finding, book: Ledger) -> str:
    entry = book.entry_by_claim.get(finding.claim or "")
    return f" (claim {entry.number})" if entry else ""


def _dates(book: Ledger) -> Block:
    block: Block = []
    undated = [p for p in book.pages.values() if p.document.published is None]
    if undated:
        block.append((HANGING, _sentence(*sentences.date_not_known(undated), ", so what came first stays partly open.")))
    inferred = [p for p in book.pages.values() if p.document.published and p.document.published.basis == "sibling"]
    for page in inferred[:OTHERS]:
        block.append(
            (
                HANGING,
                _sentence(
                    sentences.page_name(page),
                    f" was published {words.date(page.document.published)}, as worked out from another page.",
                ),
            )
        )
    for finding in [f for f in book.findings(words.DATES) if f.rule != "date_unknown"][:OTHERS]:
        block.append((HANGING, _sentence(f"{_where(finding, book)}: {_message(finding, book)}")))
    return [(0, "DATES"), (0, ""), *block] if block else []


def _nobody(book: Ledger) -> Block:
    found = [(e, t) for e in book.entries for t in e.tellings if t.names_nobody]
    if not found:
        return []
    block: Block = [(0, "NOBODY NAMED"), (0, "")]
    for entry, telling in found[:OTHERS]:
        whole = Foreign(sentences.bare(words.shortened(telling.quote, 200)), telling.page.document.language, True)
        block.append((HANGING, _sentence(sentences.page_name(telling.page), ": ", whole, f" (claim {entry.number})")))
    return block + _more(len(found), OTHERS, "statement", "statements", 0)


def _which(book: Ledger) -> Block:
    """Which file or address a page with a letter is; outlets that stand alone need none."""
    lettered = [p for p in book.pages.values() if p.name != p.document.outlet]
    rows: list[str] = []
    for page in lettered[:LETTERED]:
        title = sentences.bare(words.shortened(page.document.title or "", 60))
        told = page.name.startswith(page.called)  # "The Post (B): The Post" tells nobody which page it is
        known: list[Sentence] = [] if told and title else [(Foreign(words.file(page.document.place) if told else page.called),)]
        known += [(Foreign(title, None, True),)] if title else []
        rows.append(_sentence(sentences.page_name(page), ": ", *sentences.listed(known, ",")))
    rows += [text for _, text in _more(len(lettered), LETTERED, "page", "pages", 0)]
    return _listed("WHICH PAGE IS WHICH", rows)


def _last(book: Ledger) -> Block:
    if not book.pages:
        return []
    return [
        (
            0,
            "Nothing here says what is true; it says on whose word it stands. All claims with their passages: "
            "--report FILE (a page to read and print) or --json.",
        )
    ]


def _where(finding: Finding, book: Ledger) -> str:
    return sentences.spoken(sentences.evidence_names(book, finding.documents))


def _message(finding: Finding, book: Ledger) -> str:
    return glyphs.plain(words.shortened(sentences.message(finding.message, book), 400))


def _why(why: Sequence[str], book: Ledger) -> str:
    """The first reason, and more while they are short enough to be listened to."""
    told = ""
    for reason in grounds.folded(why, rules=False):
        text = sentences.message(reason, book)
        if told and len(told) + len(text) > REASONS:
            return glyphs.plain(told + " …")
        told = f"{told} {text}".strip()
    return glyphs.plain(told)


def _more(total: int, shown: int, one: str, many: str, indent: int) -> Block:
    """What was cut, counted."""
    rest = total - shown
    return [(indent, f"{rest:,} more {one if rest == 1 else many}.")] if rest > 0 else []
