"""Remarks on the dates of a page: a clock taken for a date, a swapped day and month, dates that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.assess.findings.remark import of, remark
from sayso.assess.pile import Pile
from sayso.model import DateSeen, Document, Finding


def page_clock(pile: Pile, document: Document) -> Iterator[Finding]:
    """A clock of the site that looks like the date of the article.

    What: a date and time on the page was found to be the site's clock when the page was saved, not the date of publication.

    Why it matters: a wrong date turns every "who had it first" round.

    Not when: a dateline, markup or caption gives the same day.

    Example (fiction): "08:01 GMT 3 March 2021" in the first line of a page that tells of a harvest in 2018.
    """
    for seen in document.dates:
        if seen.kind == "page_clock" and seen.span is not None:
            words = pile.words(document.id, seen.span)
            date = f"dated {day(document.published.start)}" if document.published and document.published.start else "undated"
            yield remark(
                "page_clock",
                of(pile, (document.id, seen.span)),
                f"“{' '.join(words.split())}” appears to be the clock of the site when the page was "
                f"saved; the page is left {date}.",
                change=(words, None),
                limits="Overturned by another copy of the page that gives this as its date.",
            )


def swapped(pile: Pile, document: Document) -> Iterator[Finding]:
    """Day and month change places.

    What: a date on the page fits the others only when its day and month are swapped.

    Why it matters: 11/06 and 06/11 are five months apart.

    Not when: both readings are possible and nothing on the page decides.

    Example (fiction): the dateline says 6 November, the footer 11/06.
    """
    for seen in document.dates:
        if seen.kind == "swapped" and seen.span is not None:
            yield remark(
                "date_swapped",
                of(pile, (document.id, seen.span)),
                f"“{pile.words(document.id, seen.span)}” fits the other dates only with day and month swapped.",
                change=(pile.words(document.id, seen.span), None),
                limits="Overturned if the page has two dates.",
            )


def date_conflict(pile: Pile, document: Document) -> Iterator[Finding]:
    """Two publication dates that exclude each other.

    What: the page gives two dates of publication, and no day fits both.

    Why it matters: which page was first then depends on which date is believed.

    Not when: one of them is an update, a clock, a caption or an archive date.

    Example (fiction): the masthead says 4 May, the line under the title 9 May.
    """
    given = [d for d in document.dates if d.kind == "published" and d.span is not None and d.start and d.end]
    for a in given:
        for b in given:
            if a.span and b.span and a.span < b.span and apart(a, b):
                wa, wb = pile.words(document.id, a.span), pile.words(document.id, b.span)
                yield remark(
                    "date_conflict",
                    of(pile, (document.id, a.span), (document.id, b.span)),
                    f"Two dates of publication: “{wa}” and “{wb}”.",
                    change=(wa, wb),
                    limits="Overturned if one of them is the date of an update.",
                )
                return


def apart(a: DateSeen, b: DateSeen) -> bool:
    """Whether two intervals of days share none."""
    return bool(
        a.start
        and b.start
        and a.end
        and b.end
        and (a.end[:10] <= b.start[:10] or b.end[:10] <= a.start[:10])
        and a.start[:10] != b.start[:10]
    )


def day(instant: str | None) -> str:
    """The day of an instant."""
    return (instant or "")[:10]


def dates(pile: Pile) -> Iterator[Finding]:
    """All remarks of this family."""
    for reading in pile.readings:
        for rule in (page_clock, swapped, date_conflict):
            yield from rule(pile, reading.document)
