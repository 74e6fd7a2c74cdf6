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


def test_relative_words_count_on_pages_of_their_language() -> None:
    for language, text, words, start in (
        ("pt", "O moinho ardeu na semana passada.", "semana passada", "2019-03-04"),
        ("pt", "O moinho ardeu ontem.", "ontem", "2019-03-11"),
        ("pt", "O moinho ardeu há três dias.", "há três dias", "2019-03-09"),
        ("es", "El molino ardió ayer.", "ayer", "2019-03-11"),
        ("fr", "Le moulin a brûlé hier.", "hier", "2019-03-11"),
        ("ru", "Мельница сгорела вчера.", "вчера", "2019-03-11"),
        ("ru", "Мельница сгорела 3 марта.", "3 марта", "2019-03-03"),
        ("pt", "O moinho ardeu a 3 de março.", "3 de março", "2019-03-03"),
        ("pt", "O moinho ardeu na segunda-feira.", "na segunda-feira", "2019-03-11"),
    ):
        (found,) = times(text, Span(0, len(text)), PUBLISHED, language)
        assert (found.span.of(text), found.start) == (words, start)
    german = "Das Boot liegt hier."
    assert times(german, Span(0, len(german)), PUBLISHED, "de") == ()


def test_a_statement_within_a_longer_date_gets_its_own_part() -> None:
    text = "It burned on 4 May 2018 in Oru."
    (found,) = times(text, Span(0, 18), PUBLISHED)
    assert found.span.of(text) == "4 May"
