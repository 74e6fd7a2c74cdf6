"""The front of a report: figures at a glance, and one line a matter."""

from __future__ import annotations

import dataclasses

import pytest

from sayso.model import Evidence, Published, Rejected, Report, Span
from sayso.show import front, words
from sayso.show.ledger import Ledger, ledger
from sayso.show.sentences import Foreign, Sentence, spoken
from tests.show.fiction import report


def dated(*days: str | None, outlets: tuple[str | None, ...] = ()) -> Ledger:
    """The pile with as many of its pages as there are days, published then, of these outlets."""
    whole = report()
    readings = []
    for n, (reading, day) in enumerate(zip(whole.readings, days, strict=False)):
        published = Published(day, None, "masthead") if day else None
        outlet = outlets[n] if n < len(outlets) else None
        readings.append(
            dataclasses.replace(reading, document=dataclasses.replace(reading.document, published=published, outlet=outlet))
        )
    return ledger(
        dataclasses.replace(whole, readings=tuple(readings), claims=(), findings=(), derivations=(), siblings=(), ties=())
    )


@pytest.mark.parametrize(
    ("days", "outlets", "said"),
    [
        (("2040-03-04", "2040-03-09"), ("Bell", "Post"), "2 pages from 2 known outlets, published between 4 and 9 March 2040"),
        (("2040-03-04", "2040-05-09"), ("Bell", "Bell"), "2 pages from 1 known outlet, published between 4 March and 9 May 2040"),
        (("2040-12-30", "2041-01-02"), (), "2 pages of unknown outlets, published between 30 December 2040 and 2 January 2041"),
        (("2040-03-04",), ("Bell",), "1 page from 1 known outlet, published on 4 March 2040"),
        (("2040-03-04", "2040-03-04T10:00"), ("Bell",), "2 pages, 1 of them from 1 known outlet; published on 4 March 2040"),
        (("2040-03-04", None, None), (), "3 pages of unknown outlets; 1 of them published on 4 March 2040, the rest undated"),
        ((None, None), ("Bell", "Post"), "2 pages from 2 known outlets; no date of publication is known"),
        ((), (), "No page could be read"),
    ],
)
def test_what_was_read_is_said_of_the_pages_of_which_it_is_known(
    days: tuple[str | None, ...], outlets: tuple[str | None, ...], said: str
) -> None:
    assert spoken(front.read(dated(*days, outlets=outlets))) == said


def test_the_figures_count_what_they_lead_to() -> None:
    book = ledger(report())
    rows = {f.said: (f.number, f.where) for f in front.figures(book)}
    assert rows["pages"] == (len(book.pages), "pages")
    assert rows["claims told by several pages"] == (len(book.told_by_many), "claims")
    assert rows["of those have one origin"] == (sum(e.one_origin for e in book.told_by_many), "chain")
    assert rows["claim disputed"] == (1, "against")


def test_a_figure_of_nought_is_left_out_and_a_pile_of_one_page_counts_its_claims() -> None:
    whole = report()
    quiet = dataclasses.replace(whole, findings=(), claims=tuple(dataclasses.replace(c, states=()) for c in whole.claims))
    assert not [f for f in front.figures(ledger(quiet)) if f.where in ("against", "changes", "sums", "chain")]
    one = dataclasses.replace(quiet, readings=quiet.readings[:1])
    assert [f.where for f in front.figures(ledger(one))][:3] == ["pages", "voices", "claims"]
    nothing = Report(whole.run, (), (), (), (), (), (), (), ())
    assert front.figures(ledger(nothing)) == [] and front.lines(ledger(nothing)) == []


def test_a_change_that_two_passages_of_one_page_show_is_told_with_both_pages() -> None:
    whole = report()
    first = next(f for f in whole.findings if f.rule in words.CHANGES and f.from_ and f.to and len(f.evidence) > 1)
    a, *_, b = first.evidence
    twice = (a, Evidence(a.document, Span(0, 4)), b)
    book = ledger(dataclasses.replace(whole, findings=(dataclasses.replace(first, evidence=twice),)))
    said = spoken(front.changed(book))
    one, other = (book.pages[e.document].name.removeprefix("page ") for e in (a, b))
    assert one in said and other in said and "another place" not in said and said.endswith(".")


@pytest.mark.parametrize(
    ("rejected", "said"),
    [
        ((), ""),
        ((Rejected("pile/a.jpg", "This is a picture."),), "“a.jpg”: This is a picture."),
        ((Rejected("pile/a.jpg", "This is a picture."), Rejected("b", "empty")), "2 inputs; the method says which, and why."),
    ],
)
def test_what_was_not_read_is_said_with_its_reason_and_without_its_folder(rejected: tuple[Rejected, ...], said: str) -> None:
    book = ledger(dataclasses.replace(report(), rejected=rejected))
    lines = {line.name: spoken(line.said) for line in front.lines(book)}
    assert lines.get("Not read", "") == said


@pytest.mark.parametrize(
    ("said", "opened"),
    [
        (("a number: ", Foreign("forty", None, True)), "A number: “forty”"),
        ((Foreign("the council"), " denies it"), "The council denies it"),
        ((Foreign("forty died", None, True), " – 2 pages"), "“forty died” – 2 pages"),
        (("6 sources",), "6 sources"),
    ],
)
def test_a_line_begins_large_and_a_quotation_stays_as_it_is(said: Sentence, opened: str) -> None:
    assert spoken(front.opened(said)) == opened
