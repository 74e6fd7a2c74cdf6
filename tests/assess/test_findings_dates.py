from __future__ import annotations

from dataclasses import replace

from sayso.assess.findings.dates import dates
from sayso.assess.pile import Pile
from sayso.model import DateSeen, Linking
from tests.assess.piles import Page, pile


def test_a_page_clock_is_warned_about() -> None:
    page = Page("p", "08:01 GMT 3 March 2021\nThe harvest was good.", "Paper", clock="08:01 GMT 3 March 2021")
    (f,) = dates(pile(page))
    assert f.rule == "page_clock" and f.evidence[0].span == page.span("08:01 GMT 3 March 2021")
    assert "undated" in f.message
    page.published = "2018-09-01"
    assert "dated 2018-09-01" in next(iter(dates(pile(page)))).message


def seen(kind: str, start: str, end: str, words: str, page: Page) -> DateSeen:
    return DateSeen(kind, start, end, page.span(words))  # type: ignore[arg-type]


def dated(*pairs: tuple[str, str, str, str]) -> list[str]:
    page = Page("p", "4 May 2020 … 9 May 2020 … 05/04", "Paper")
    reading = page.reading()
    marked = tuple(seen(*pair, page) for pair in pairs)
    return [f.rule for f in dates(Pile([replace(reading, document=replace(reading.document, dates=marked))], Linking(())))]


def test_two_dates_of_publication() -> None:
    first, second = ("published", "2020-05-04", "2020-05-05", "4 May 2020"), ("published", "2020-05-09", "2020-05-10", "9 May 2020")
    assert dated(first, second) == ["date_conflict"]
    assert dated(first, ("updated", *second[1:])) == []
    assert dated(first, ("published", "2020-05-04", "2020-05-05", "05/04")) == []


def test_a_swapped_date() -> None:
    assert dated(("swapped", "2020-04-05", "2020-04-06", "05/04")) == ["date_swapped"]
