"""A report as one HTML file: every screen, one below the other, read-only, nothing from outside."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from sayso.model import Report
from sayso.show import positions, press, sentences
from sayso.show.ledger import Ledger, ledger
from sayso.show.records import counts
from sayso.show.screens import article, atlas, claim, claims, method, pile, queue
from sayso.show.screens.frame import Frame

ROOM = 1_400_000
"""Letters that claims with a section of their own may take, the first ones first: 12 kB each on the stories of ``sayso demo``. With
1,000 rows of the ledger (0.8 MB), 100 articles (2 MB) and 0.5 MB for the rest, a report of 100 pages stays below 5 MB."""


def page(report: Report) -> str:
    """Return the report as the text of one HTML file, newline at its end."""
    book = ledger(report)
    frame = Frame(level=2)
    inner = replace(frame, level=3)
    shown = _sections(book, inner)
    first = replace(claims.claims(book), sections=frozenset(shown))
    between, places, asked = pile.pile(book), atlas.atlas(book), queue.queue(book)
    sections = [claims.render(first, frame)]
    sections += shown.values()
    sections.append(pile.render(between, frame))
    sections += [atlas.render(places, frame)] if places.spots else []
    sections += [queue.render(asked, frame)] if asked.decisions else []
    return (
        press.printed(
            "report.html.j2",
            book,
            frame,
            counts=counts(report),
            read=sentences.read(book),
            in_short=first.short,
            claims=first,
            pile=between,
            atlas=places,
            queue=asked,
            sections=[Markup(text) for text in sections],
            articles=[Markup(article.render(article.article(book, p), inner)) for p in book.pages.values()],
            method=Markup(method.render(method.method(book), frame)),
            policy=press.policy(app=False),
            style=Markup(press.style()),
            script=Markup(press.script()),
        )
        + "\n"
    )


def _sections(book: Ledger, frame: Frame) -> dict[int, str]:
    """The sections of the claims that there is more to than one page's telling, by number, as many as there is room for."""
    voices, made, taken = positions.heard(book), {}, 0
    for entry in book.entries:
        if entry.large and taken < ROOM:
            made[entry.number] = claim.render(claim.claim(book, entry, voices), frame)
            taken += len(made[entry.number])
    return made
