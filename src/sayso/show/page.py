"""A report as one HTML file: every screen, one below the other, read-only, nothing from outside."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from sayso.model import Report
from sayso.show import front, positions, press
from sayso.show.ledger import Ledger, ledger
from sayso.show.records import counts
from sayso.show.screens import article, atlas, claim, claims, method, pile, queue
from sayso.show.screens.frame import Frame

WHOLE = 4_700_000
"""Bytes that a report is to stay below, with some to spare for what is not counted here: 5 MB for 100 pages."""
ROOM = range(300_000, 1_400_000)
"""Bytes that claims with a section of their own take at least and at most: 12 kB each on the stories of ``sayso demo``. The first
ones have a section; the others stand in the ledger. 100 pages of the length of real ones, 1,300 claims: 4.6 MB in all."""
LINE = 1_000
"""Bytes of a row of the ledger, of which there are at most 1,000 of claims that one page tells."""


def page(report: Report) -> str:
    """Return the report as the text of one HTML file, newline at its end."""
    book = ledger(report)
    frame = Frame(level=2)
    inner = replace(frame, level=3)
    articles = [article.render(article.article(book, p), inner) for p in book.pages.values()]
    between, places, asked = pile.pile(book), atlas.atlas(book), queue.queue(book)
    others = [pile.render(between, frame)]
    others += [atlas.render(places, frame)] if places.spots else []
    others += [queue.render(asked, frame)] if asked.decisions else []
    left = WHOLE - LINE * len(book.entries) - sum(_bytes(text) for text in (*articles, *others))
    shown = _sections(book, inner, min(max(left, ROOM.start), ROOM.stop))
    first = replace(claims.claims(book), sections=frozenset(shown))
    sections = [claims.render(first, frame), *shown.values(), *others] if book.pages else []
    return (
        press.printed(
            "report.html.j2",
            book,
            frame,
            counts=counts(report),
            read=front.read(book),
            claims=first,
            pile=between,
            atlas=places,
            queue=asked,
            sections=[Markup(text) for text in sections],
            articles=[Markup(text) for text in articles],
            method=Markup(method.render(method.method(book), frame)),
            policy=press.policy(app=False),
            style=Markup(press.style()),
            script=Markup(press.script()),
        )
        + "\n"
    )


def _sections(book: Ledger, frame: Frame, room: int) -> dict[int, str]:
    """The sections of the claims that there is more to than one page's telling, by number, as many as there is room for."""
    voices, made, taken = positions.heard(book), {}, 0
    for entry in book.entries:
        if entry.large and taken < room:
            made[entry.number] = claim.render(claim.claim(book, entry, voices), frame)
            taken += _bytes(made[entry.number])
    return made


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
