"""Every screen of report and app, set from a hostile pile, as HTML that is laid one behind the other in one tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.model import Analyzer, Report, Run, Span
from sayso.review import pages as own
from sayso.show import positions, press
from sayso.show.ledger import Ledger, Page, ledger
from sayso.show.page import page
from sayso.show.screens import article, atlas, claim, claims, compare, method, pile, queue, timeline
from sayso.show.screens.frame import Frame
from sayso.store.answers import Answer, Answers, Line, Told
from tests.attacks.pile import SLOTS, Pile

ASKED = 8
"""Decisions that a report shows at most; more are set anew."""


class Screen(NamedTuple):
    """A screen of this name, as HTML."""

    name: str
    html: str


def bare(html: str) -> str:
    """A page without our own style sheet and script, which a hundred pages in one tab need not hold a hundred times."""
    for part in (f"<style>{press.style()}</style>", f"<script>{press.script()}</script>", f"<script>{own.copy()}</script>"):
        html = html.replace(part, "")
    return html


def small(n: int, hostile: Pile) -> Report:
    """A report of no page: what made it is all it says."""
    run = Run(
        hostile.word("version", n), hostile.word("settings", n), Analyzer(hostile.word("analyzer", n), hostile.word("model", n))
    )
    return Report(run, (), (), (), (), (), (), (), ())


def reports(hostile: Pile) -> Iterator[Screen]:
    """The report of the pile; then all questions, of which it shows the first, and reports that were made otherwise."""
    whole = hostile.report()
    yield Screen("report", page(whole))
    book = ledger(whole)
    asked = queue.queue(book)
    for n in range(ASKED, len(asked.decisions), ASKED):
        yield Screen("report", queue.render(replace(asked, decisions=asked.decisions[n : n + ASKED]), Frame(level=2)))
    for n in range(1, SLOTS):
        yield Screen("report", bare(page(small(n, hostile))))


def app(hostile: Pile) -> Iterator[Screen]:
    """All screens of the app."""
    book = ledger(hostile.report())
    frame = Frame(True, 1, True, "7-x", "t0ken", hostile.word("here"), hostile.word("book"))
    entered = [_entered(hostile, book, n) for n in range(SLOTS)]
    settings = [(hostile.word("setting_name", n), hostile.word("setting_value", n)) for n in range(SLOTS)]
    yield Screen("claims", claims.render(claims.claims(book), frame))
    yield Screen("pages", pile.render(pile.pile(book), frame))
    yield Screen("map", atlas.render(atlas.atlas(book), frame))
    yield Screen("method", method.render(method.method(book, entered, settings), frame))
    asked = queue.queue(book)
    for n, decision in enumerate(asked.decisions):
        skipped = (hostile.word("skipped", n),)
        yield Screen("queue", queue.render(replace(asked, current=decision, skipped=skipped), frame))
    voices = positions.heard(book)
    for entry in book.entries:
        near = _near(book, entry.pages)
        shown = claim.render(claim.claim(near, entry, voices, entered), frame) + bare(own.boxed(frame, near, entry, 1))
        yield Screen("claim", shown)
        yield Screen("timeline", timeline.render(timeline.timeline(book, entry), frame))
        yield Screen("map", atlas.render(atlas.atlas(book, entry), frame))
        yield Screen("compare", compare.render(compare.compare(book, entry.pages, entry), frame))
    every = list(book.pages.values())
    for n, each in enumerate(every):
        yield Screen("article", article.render(article.article(_near(book, [each]), each, entered), frame))
        if n % compare.MOST == 0:
            yield Screen("compare", compare.render(compare.compare(book, every[n : n + compare.MOST]), frame))
    none = claims.claims(own.NOTHING)
    for n in range(SLOTS):
        yield from _own(hostile, n, frame)
        asking = replace(none, filters=claims.Filters(q=hostile.word("filter_q", n)), total=1)
        yield Screen("claims", claims.render(asking, frame))
        yield Screen("method", method.render(method.method(ledger(small(n, hostile))), frame))


def _near(book: Ledger, pages: Sequence[Page]) -> Ledger:
    """What the app lays a claim or a page out from: what is near it, and not the whole pile."""
    around = {d.from_ for page in pages for d in book.behind[page.document.id]} | {page.document.id for page in pages}
    entries = tuple(e for e in book.entries if any(page in pages for page in e.pages))
    return replace(
        book,
        pages={key: page for key, page in book.pages.items() if key in around},
        lost={key: lost for key, lost in book.lost.items() if key in around},
        entries=entries,
    )


def _own(hostile: Pile, n: int, frame: Frame) -> Iterator[Screen]:
    """The app's own pages, and the sheet around all."""
    word = lambda field: hostile.word(field, n)  # noqa: E731 - short for what is asked twenty times
    told = Told(
        "s", "d", word("answer_page"), None, None, "", "", None, Span(0, 1), word("answer_quote"), word("answer_chain"), True
    )
    answer = Answer("c", 1, word("answer_gist"), 1.0, 1, 2, word("answer_origins"), (), "denied", (told,))
    lines = (Line("d", word("answer_page"), None, Span(0, 1), word("line"), 1.0),)
    yield Screen("found", own.found(frame, word("asked"), Answers((answer,), lines, 1)))
    yield Screen("found", own.turned(frame, 500, 500, 2000, {"q": word("turned_q")}))
    changed = (method.Entered(1, "note", word("log_words"), (), word("log_by"), word("log_at"), word("log_note")),)
    sent = [(word("sent_name"), word("sent_value")), ("note", word("sent_note")), ("name", word("sent_note"))]
    said = [("Decision", word("sent_words"))]
    values = {"changed": changed, "sent": sent, "told": said, "action": "/judge", "back": "/"}
    yield Screen("refused", own.refused(frame, "Refused", word("refused_why"), **values))
    here = replace(frame, book=word("book"), here=word("here"))
    yield Screen("sheet", bare(press.sheet(word("sheet_title"), "", own.NOTHING, here, word("said"))))


def _entered(hostile: Pile, book: Ledger, n: int) -> method.Entered:
    """A row of the log about the n-th claim and the n-th page."""
    about = (book.entries[n].claim.id, list(book.pages)[n])
    words = [hostile.word(field, n) for field in ("log_words", "log_by", "log_at", "log_note")]
    return method.Entered(n + 1, "note", words[0], about, *words[1:], digest="ab" * 32)
