"""Screen 3, an article with its margin: the whole text, each sentence's chain beside it, and how much of it rests on whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Derivation, Finding, Span, Statement
from sayso.show import glyphs, margins, press
from sayso.show.ledger import Ledger, Page
from sayso.show.screens.frame import Frame
from sayso.show.screens.method import Entered


@dataclass(frozen=True, slots=True)
class Share:
    """Part of an article's letters, in whole percent."""

    name: str
    label: str
    percent: int


@dataclass(frozen=True, slots=True)
class Article:
    """A page in full. ``shares``: of its letters outside furniture. ``behind``: what it has from others, ``ahead``: who has it.

    ``hidden`` and ``alike`` count characters that cannot be seen and letters that look like others.
    """

    book: Ledger
    page: Page
    set: margins.Article
    shares: tuple[Share, ...]
    behind: tuple[Derivation, ...]
    ahead: tuple[Derivation, ...]
    findings: tuple[Finding, ...]
    hidden: int
    alike: int
    entered: tuple[Entered, ...] = ()


def article(book: Ledger, page: Page, entered: Sequence[Entered] = ()) -> Article:
    """Return a page as it is shown."""
    own = page.document.id
    ahead = [d for p in book.pages for d in book.behind.get(p, ()) if d.from_ == own]
    about = {own, *(s.id for s in page.reading.statements)}
    marks = [what for _, what in glyphs.pieces(page.document.text) if what]
    alike = sum(1 for what in marks if what.startswith("look-alike"))
    return Article(
        book,
        page,
        margins.article(page, book),
        shares(page),
        book.behind.get(own, ()),
        tuple(ahead),
        tuple(f for f in book.report.findings if f.claim is None and own in f.documents),
        len(marks) - alike,
        alike,
        tuple(e for e in entered if about & set(e.about)),
    )


def render(context: Article, frame: Frame) -> str:
    """Return the article as HTML."""
    return press.printed("article.html.j2", context.book, frame, screen=context)


def shares(page: Page) -> tuple[Share, ...]:
    """How many of an article's letters are told from somebody, in its own voice, from nobody named, or by no statement at all.

    Letters and digits count, furniture does not; where statements overlap, a named source decides before none.
    """
    document = page.document
    letters = bytearray(c.isalnum() for c in document.text)
    for piece in document.furniture:
        letters[piece.span.start : piece.span.end] = bytes(len(range(piece.span.start, piece.span.end)))
    kinds = {"sourced": "from a source", "own": "in its own voice", "nobody": "nobody named"}
    total = sum(letters)
    counted: dict[str, int] = {}
    order = list(kinds)
    for kind, spans in sorted(_spans(page.reading.statements).items(), key=lambda row: order.index(row[0])):
        counted[kind] = 0
        for span in spans:
            counted[kind] += sum(letters[span.start : span.end])
            letters[span.start : span.end] = bytes(span.end - span.start)
    counted["rest"] = sum(letters)
    kinds["rest"] = "in no statement"
    found = _percent([counted.get(k, 0) for k in kinds], total)
    return tuple(Share(k, label, p) for (k, label), p in zip(kinds.items(), found, strict=True) if total)


def _spans(statements: Sequence[Statement]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for s in statements:
        kind = "own" if len(s.chain) < 2 else "nobody" if s.chain[-1].kind == "unnamed" else "sourced"
        found.setdefault(kind, []).append(s.span)
    return found


def _percent(parts: Sequence[int], total: int) -> list[int]:
    """Whole percents that come to a hundred: the largest remainders are rounded up."""
    if not total:
        return [0 for _ in parts]
    floors = [p * 100 // total for p in parts]
    order = sorted(range(len(parts)), key=lambda n: (-(parts[n] * 100 % total), n))
    for n in order[: 100 - sum(floors)]:
        floors[n] += 1
    return floors
