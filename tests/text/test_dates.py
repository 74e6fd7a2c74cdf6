from __future__ import annotations

import pytest
from py3langid.langid import rank

from sayso.model import Span, When
from sayso.text import instants, months
from sayso.text.dates import ANY, alternative, expressions, published_bounds, resolve, surely_before

BASE = When("2031-06-17T22:39", "2031-06-17T22:40")  # a Tuesday


def one(text: str):
    found = expressions(text, 0, len(text))
    assert len(found) == 1, [x.span.of(text) for x in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("The ferry sank on 10 April near Orle.", "10 April", "2031-04-10", "2031-04-11"),
        ("April 24, 2030 was dry.", "April 24, 2030", "2030-04-24", "2030-04-25"),
        ("Photo, 24.04.2030", "24.04.2030", "2030-04-24", "2030-04-25"),
        ("Log 2030-06-17 kept.", "2030-06-17", "2030-06-17", "2030-06-18"),
        ("17 Jun, 2030 22:39", "17 Jun, 2030 22:39", "2030-06-17T22:39", "2030-06-17T22:40"),
        ("Published January 10, 2030 | 01:29 PM", "January 10, 2030 | 01:29 PM", "2030-01-10T13:29", "2030-01-10T13:30"),
        ("It closed in May 2029.", "May 2029", "2029-05-01", "2029-06-01"),
        ("In\u00a0May, the harbour reopened.", "In\u00a0May", "2031-05-01", "2031-06-01"),
        ("Since 2014 nobody fishes.", "Since 2014", "2014-01-01", "2031-06-17T22:40"),
        ("Last week it rained.", "Last week", "2031-06-09", "2031-06-16"),
        ("Earlier this month it rained.", "Earlier this month", "2031-06-01", "2031-06-18"),
        ("It rained on Monday.", "on Monday", "2031-06-16", "2031-06-17"),
        ("It rained yesterday.", "yesterday", "2031-06-16", "2031-06-17"),
        ("Over the past four days it rained.", "Over the past four days", "2031-06-13", "2031-06-18"),
        ("It rained for three weeks in a row.", "for three weeks in a row", "2031-05-27", "2031-06-18"),
        ("A storm came three years ago.", "three years ago", "2028-01-01", "2029-01-01"),
        ("Foi a 20 de maio de 2029.", "20 de maio de 2029", "2029-05-20", "2029-05-21"),
        ("Это было 10 апреля 2029 года.", "10 апреля 2029", "2029-04-10", "2029-04-11"),
        ("في 12 كانون الثاني 2029", "12 كانون الثاني 2029", "2029-01-12", "2029-01-13"),
        ("On May 6: the harbour reopened.", "May 6", "2031-05-06", "2031-05-07"),
        ("Sunday, 8 June was calm.", "Sunday, 8 June", "2031-06-08", "2031-06-09"),
        ("den 1. srpnja 2030. u 8:20", "1. srpnja 2030. u 8:20", "2030-07-01T08:20", "2030-07-01T08:21"),
        ("2030. március 9., kedd", "2030. március 9", "2030-03-09", "2030-03-10"),
        ("ngày 12 tháng 5 năm 2030", "12 tháng 5 năm 2030", "2030-05-12", "2030-05-13"),
        ("小镇2030年5月12日", "2030年5月12日", "2030-05-12", "2030-05-13"),
        ("平成22年6月18日", "平成22年6月18日", "2010-06-18", "2010-06-19"),
        ("۲۳ اردیبهشت ۱۳۹۵", "۲۳ اردیبهشت ۱۳۹۵", "2016-05-12", "2016-05-13"),
        ("Янв 21, 2030 11:48 pm", "Янв 21, 2030 11:48 pm", "2030-01-21T23:48", "2030-01-21T23:49"),
        ("Volk17.05.2030Aktualisiert", "17.05.2030", "2030-05-17", "2030-05-18"),
        ("2. 8. 2030, 10:17", "2. 8. 2030, 10:17", "2030-08-02T10:17", "2030-08-02T10:18"),
        ("The 09:12 GMT25 November 2030 bulletin", "25 November 2030", "2030-11-25", "2030-11-26"),
    ],
)
def test_expression_is_found_and_resolved(text: str, words: str, start: str, end: str):
    x = one(text)
    assert x.span.of(text) == words
    assert resolve(x, BASE) == When(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "He may win in march or so.",
        "They carry out 18 raids with 225 trucks.",
        "Part 1.2.3 of version 10.4",
        "She told 12 sailors.",
        "The 30 February meeting",
        "may 10 boats leave",
        "It rained until May 10:30 came.",
    ],
)
def test_no_date_is_found(text: str):
    assert expressions(text, 0, len(text)) == []


def test_only_the_asked_stretch_is_read():
    text = "On 3 May and on 9 May."
    assert [x.span.of(text) for x in expressions(text, 10, len(text))] == ["9 May"]


def test_ambiguous_numeric_date_stays_open_and_has_two_readings():
    x = one("Issue of 11/06/2030.")
    assert x.ambiguous and resolve(x, BASE) == When(None, None)
    other = alternative(x)
    assert other is not None and (x.day, x.month, other.day, other.month) == (11, 6, 6, 11)
    assert not one("Issue of 25/06/2030.").ambiguous
    assert alternative(one("Issue of 25/06/2030.")) is None


def test_without_the_pages_date_nothing_relative_is_resolved():
    for text in ("on 10 April", "last week", "yesterday", "in May"):
        assert resolve(one(text), None) == When(None, None)


def test_a_day_just_ahead_is_no_past_day():
    assert resolve(one("on 20 June"), BASE) == When(None, None)
    assert resolve(one("on 20 December"), BASE) == When("2030-12-20", "2030-12-21")


def test_a_wide_base_gives_a_day_only_where_it_is_one_day():
    year = When("2031-01-01", "2032-01-01")
    assert resolve(one("on 10 April"), year) == When(None, None)
    assert resolve(one("on 10 April"), When("2031-05-01", "2031-06-01")) == When("2031-04-10", "2031-04-11")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Earlier this month", ("2031-04-11", "2031-05-01")),
        ("this month", ("2031-04-01", "2031-05-01")),
        ("last month", ("2031-05-01", "2031-06-01")),
        ("yesterday", ("2031-04-11", "2031-04-12")),
        ("last week", ("2031-04-14", "2031-04-21")),
        ("on Thursday", ("2031-04-10", "2031-04-17")),
        ("on 10 April", ("2031-04-10", "2032-04-10")),
        ("in the past three weeks", ("2031-04-10", "2031-05-02")),
    ],
)
def test_published_bounds(text: str, bounds: tuple[str, str]):
    assert published_bounds(one(text), When("2031-04-10", "2031-04-11")) == When(*bounds)  # a Thursday


def test_published_bounds_of_what_does_not_fit():
    event = When("2031-04-10", "2031-04-11")
    for text in ("on Friday", "on 11 April", "on 10 April 2031"):
        assert published_bounds(one(text), event) is None
    assert published_bounds(one("yesterday"), When(None, None)) is None


def test_published_bounds_hold_the_date_they_came_from():
    for text in ("Earlier this month", "last week", "yesterday", "on Monday", "three days ago", "over the past four days"):
        x = one(text)
        told = resolve(x, BASE)
        bounds = published_bounds(x, When(told.start, told.end))
        assert bounds and bounds.start and bounds.end and bounds.start <= "2031-06-17" < bounds.end, text


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        (When("2031-06-01", "2031-06-02"), When("2031-06-02", "2031-06-03"), True),
        (When("2031-06-01", "2031-06-03"), When("2031-06-02", "2031-06-03"), False),
        (When("2031-06-01T08:00", "2031-06-01T08:01"), When("2031-06-01T20:00", "2031-06-01T20:01"), False),
        (When("2031-06-01T08:00Z", "2031-06-01T08:01Z"), When("2031-06-01T20:00Z", "2031-06-01T20:01Z"), True),
        (When("2031-06-01T23:00Z", "2031-06-01T23:01Z"), When("2031-06-02", "2031-06-03"), False),
        (When("2031-06-01T01:00Z", "2031-06-01T01:01Z"), When("2031-06-03", "2031-06-04"), True),
        (When("2031-06-01", None), When("2032-01-01", None), False),
    ],
)
def test_surely_before(a: When, b: When, before: bool):
    assert surely_before(a, b) is before
    assert not (surely_before(a, b) and surely_before(b, a))


def test_iso_strings_with_a_zone_are_written_in_utc():
    assert instants.from_iso("2031-06-05T14:46:12+02:00") == When("2031-06-05T12:46Z", "2031-06-05T12:47Z")
    assert instants.from_iso("2031-06") == When("2031-06-01", "2031-07-01")
    for nonsense in ("2031-06-05T24", "2031-06-05T24:00", "2031-06-05 24:00", "", "2031-13-01", "soon", "0001-01-01", "99999"):
        assert instants.from_iso(nonsense) is None


def test_hour_twenty_four_is_no_time():
    for text in ("2031-06-05T24:00", "5 June 2031 24:00", "05.06.2031 29:30 pm"):
        assert resolve(one(text), BASE) == When("2031-06-05", "2031-06-06")


def test_short_foreign_months_need_their_language():
    text = "It was carried out 2014 or so, on 18 out of 20 days."
    assert expressions(text, 0, len(text), "en") == []
    assert [x.span.of(text) for x in expressions(text, 0, len(text), "pt")] == ["out 2014", "18 out"]


def test_asking_line_by_line_gives_what_a_line_alone_gives():
    text = "It closed in May\n2031 boats came on 4 June\n2030. Then last\nweek it rained, three years ago on Monday."
    at = 0
    for line in text.split("\n"):
        alone = [(x.span.of(line), x.kind, x.form) for x in expressions(line, 0, len(line))]
        assert [(x.span.of(text), x.kind, x.form) for x in expressions(text, at, at + len(line))] == alone
        at += len(line) + 1


def test_a_form_that_is_two_months_is_read_in_its_language():
    assert sorted(months.MEANINGS_OF) == ["lip", "lis", "listopad", "listopada", "srp"]
    for language, month in (("hr", 10), ("pl", 11)):
        (x,) = expressions("5. listopada 2031.", 0, 18, language)
        assert (x.month, x.day, x.year) == (month, 5, 2031)
    for language in (None, ANY, "bs", "en"):
        assert expressions("5. listopada 2031.", 0, 18, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("17. okt", "no", True),
        ("17. avg", "sr", True),
        ("iPhone 15 Pro 2023", "en", False),
        ("Windows 11 X 2024", "en", False),
        ("21 noi. 2031", "ro", True),
        ("1345/2/10", "fa", True),
        ("1345/2/10", ANY, False),
    ],
)
def test_short_forms_are_dates_in_their_language(text: str, language: str, found: bool):
    assert bool(expressions(text, 0, len(text), language)) is found


def test_every_language_of_the_months_can_be_that_of_a_page():
    codes = {name.split("-")[0] for name in months._MONTHS}
    assert codes <= {label for label, _ in rank("a")} and "nb" not in codes


def test_no_day_of_the_week_has_a_name_that_is_another_elsewhere():
    seen: dict[str, set[int]] = {}
    for table in (months._WEEKDAYS, months._WEEKDAYS_IN_LINES):
        for line in table.values():
            for number, forms in enumerate(line.split()):
                for form in forms.split("/"):
                    seen.setdefault(form.casefold(), set()).add(number)
    assert [form for form, numbers in seen.items() if len(numbers) > 1] == []


def test_hostile_text_takes_linear_time():
    for piece in ("1 ", "January ", "the past ", "in May ", " ", "2031-"):
        text = piece * 2_000
        assert len(expressions(text, 0, len(text))) <= 2_000


def test_what_is_no_instant_is_no_day_and_before_nothing():
    broken, day = When("<b>", "<i>"), When("2031-05-01", "2031-05-02")
    assert instants.first_day(broken) is None and instants.last_day(broken) is None
    assert not instants.surely_before(broken, day) and not instants.surely_before(day, broken)


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("nl", "Het gebeurde gisteren in Orle.", "2031-06-16"),
        ("pl", "Stało się to 3 dni temu w Orle.", "2031-06-14"),
        ("uk", "Це сталося вчора в Орле.", "2031-06-16"),
        ("tr", "Orle'de geçen ay oldu.", "2031-05-01"),
        ("sv", "Det hände i går i Orle.", "2031-06-16"),
        ("cs", "Stalo se to včera v Orle.", "2031-06-16"),
        ("fa", "دیروز در اورله رخ داد", "2031-06-16"),
        ("ro", "S-a întâmplat ieri la Orle.", "2031-06-16"),
    ],
)
def test_yesterday_in_other_languages(language: str, text: str, start: str):
    (x,) = expressions(text, 0, len(text), language)
    assert resolve(x, BASE).start == start
    assert expressions(text, 0, len(text), "en") == []


def test_arabic_may_give_a_month_both_its_names():
    for text, day in (("17 آذار/مارس 2031", (3, 17)), ("17 مارس (آذار) 2031", (3, 17)), ("1 تشرين الأول/أكتوبر 2031", (10, 1))):
        (x,) = expressions(text, 0, len(text))
        assert (x.month, x.day, x.year, x.span) == (*day, 2031, Span(0, len(text)))
    (x,) = expressions("3 كانون الثاني (رصد) - ارتفعت", 0, 28)
    assert (x.month, x.day, x.year) == (1, 3, None)
