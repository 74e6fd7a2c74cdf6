"""From a page as read to a Document: title, outlet, dates, furniture and language, each with what says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sayso.model import Document, FurnitureKind, Span, identify
from sayso.read import dates_of_page, furniture, headline, language, letterheads, mastheads, outlet_of_page
from sayso.read.addresses import domain_of
from sayso.read.date_readings import two_figured
from sayso.read.dates_of_line import House, date_line
from sayso.read.lines import FAR, Line, lines
from sayso.read.page import Page
from sayso.text import dates


def document(page: Page, place: str, name: str) -> Document:
    """Everything known of the page. ``name`` is the base name that stands in its id where it has no address."""
    rows = lines(page.text)
    marked = {f.span: f.kind for f in page.furniture}
    frame: dict[int, FurnitureKind] = {n: marked[row.span] for n, row in enumerate(rows) if row.span in marked}
    house = House(domain_of(page.url), rows)
    early = language.of_markup(page.language) or language.detect(row.text[:4000] for row in rows[:200] if row.prose)
    frame |= _head(rows, frame, partial(_dated, page.text, house=house, language=early))
    if not page.title:
        plates = mastheads.plates(rows, page.url, frame) | letterheads.lines(rows)
        frame |= dict.fromkeys(plates - frame.keys(), "navigation")
    title, title_span = headline.find(rows, page.title, frozenset(frame))
    author, at = headline.byline(rows, title_span, house.leads)
    if at is not None and at not in frame and rows[at].span != title_span:
        frame[at] = "navigation"
    found = furniture.mark(page.text, rows, title_span, frame, page.headings)
    degraded = page.degraded
    if len(page.text) > FAR:
        degraded += (f"longer than {FAR:,} characters; dates and outlet looked for in those",)
    tongue = language.of_markup(page.language) or language.detect(_article(rows, {f.span for f in found}))
    published, seen = dates_of_page.of_page(page, rows, found, tongue)
    outlet, basis = outlet_of_page.of_page(page, rows, found, page.title or title)
    return Document(
        id=identify("document", page.raw_sha256, page.url or name),
        place=place,
        url=page.url,
        sha256=page.raw_sha256,
        text=page.text,
        language=tongue,
        outlet=outlet,
        outlet_basis=basis,
        title=title,
        title_span=title_span,
        byline=page.byline or author,
        published=published,
        dates=seen,
        furniture=found,
        hyperlinks=page.hyperlinks,
        degraded=degraded,
    )


def _head(
    rows: Sequence[Line], frame: dict[int, FurnitureKind], dated: Callable[[Line], FurnitureKind | None]
) -> dict[int, FurnitureKind]:
    """Rows at the top that are no title: a clock, a dump of names, counts, a line that holds a date."""
    found: dict[int, FurnitureKind] = {}
    for n, row in enumerate(rows[: dates_of_page.MASTHEAD]):
        if n in frame:
            continue
        if n < 3 and furniture.clock(row):
            found[n] = "page_clock"
        elif furniture.dump(row):
            found[n] = "icons"
        elif furniture.counter(row):
            found[n] = "counter"
        elif row.words <= 16 and len(row.text) < 400 and (kind := dated(row)):
            found[n] = kind
        elif row.prose and row.words >= 12:
            break
    return found


def _dated(text: str, row: Line, house: House, language: str | None) -> FurnitureKind | None:
    """What a line with a date is: today's date is a clock, a line that holds little else a date line."""
    days = dates.expressions(text, row.span.start, row.span.end, language or dates.ANY)
    if not row.prose and furniture.today(row) and any(x.form == "day" and x.kind == "absolute" for x in days):
        return "page_clock"
    return "navigation" if date_line(row, days, house, short=two_figured(language)) else None


def _article(rows: Sequence[Line], furnished: set[Span]) -> list[str]:
    return [row.text[:4000] for row in rows if row.span not in furnished][:200]
