"""A report as one HTML file: every screen, one below the other, read-only, nothing from outside."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from sayso.model import Report
from sayso.show import positions, press, sentences
from sayso.show.ledger import ledger
from sayso.show.records import counts
from sayso.show.screens import article, atlas, claim, claims, method, pile, queue
from sayso.show.screens.frame import Frame

FULL = 180
"""Claims that get a section of their own; one takes 10 to 15 kB, and a report of 100 pages is to stay below 5 MB."""


def page(report: Report) -> str:
    """Return the report as the text of one HTML file, newline at its end."""
    book = ledger(report)
    frame = Frame(level=2)
    inner = replace(frame, level=3)
    first = claims.claims(book)
    voices = positions.heard(book)
    shown = [entry for entry in book.entries if entry.large][:FULL]
    between, places, asked = pile.pile(book), atlas.atlas(book), queue.queue(book)
    sections = [claims.render(first, frame)]
    sections += [claim.render(claim.claim(book, entry, voices), inner) for entry in shown]
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
