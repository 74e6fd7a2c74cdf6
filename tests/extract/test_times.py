"""Times of statements, resolved against the day of the page."""

from __future__ import annotations

from sayso.extract.times import times
from sayso.model import Span, When

PUBLISHED = When("2019-03-12", "2019-03-13")


def test_a_time_is_resolved_against_the_day_of_the_page() -> None:
    text = "The mill burned yesterday."
    (found,) = times(text, Span(0, len(text)), PUBLISHED)
    assert (found.span.of(text), found.start, found.end) == ("yesterday", "2019-03-11", "2019-03-12")


def test_without_a_day_relative_times_stay_open() -> None:
    text = "The mill burned yesterday."
    (found,) = times(text, Span(0, len(text)), None)
    assert (found.start, found.end) == (None, None)


def test_a_full_date_needs_no_page() -> None:
    text = "The mill burned on 4 May 2018."
    (found,) = times(text, Span(0, len(text)), None)
    assert (found.start, found.end) == ("2018-05-04", "2018-05-05")


def test_foreign_short_months_are_no_months_in_english() -> None:
    text = "They carried out 18 raids and set 12 fires."
    assert times(text, Span(0, len(text)), PUBLISHED) == ()


def test_only_the_span_is_read() -> None:
    text = "It burned on 4 May 2018. The guild rebuilt it."
    assert times(text, Span(25, len(text)), None) == ()
