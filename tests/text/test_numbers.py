"""Numbers in running text; all sentences are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon.tables import rows
from sayso.text.numbers import Words, counted, find, read
from sayso.text.numerals import numeral, tokens


def values(text: str, language: str = "en") -> list[tuple[str, float, float | None]]:
    found = counted(find(text, 0, len(text), Words.of(rows("numbers"), language)))
    return [(n.span.of(text), round(n.low, 4), n.high if n.high is None else round(n.high, 4)) for n in found]


@pytest.mark.parametrize(
    "text,value",
    [
        ("4,800", 4800),
        ("1,234,567", 1_234_567),
        ("12,34,567", 1_234_567),
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("0,250", 0.25),
        ("40 000", 40_000),
        ("40\u00a0000", 40_000),
        ("1\u202f234\u202f567", 1_234_567),
        ("1'200'000", 1_200_000),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("٣٤٥", 345),
        ("٤٬٨٠٠", 4800),
        ("٢٫٥", 2.5),
        (".25", 0.25),
    ],
)
def test_numerals(text: str, value: float) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize("text", ["24.04.2022", "192.168.1.2", "22,24,26,31", "6'3", "1234567890123456", "1.2.3"])
def test_dates_lists_versions_and_identifiers_are_no_numerals(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize("text", ["L'A321 de Hald", "d'A380"])
def test_a_type_behind_an_apostrophe_is_no_sum_of_money(text: str) -> None:
    assert values(text, "fr") == []


@pytest.mark.parametrize("language,value", [("en", 4.8), ("pt", 4800), ("es", 4800), ("id", 4800), ("ru", 4800)])
def test_the_point_depends_on_the_language(language: str, value: float) -> None:
    assert numeral("4.800", language) == value


@pytest.mark.parametrize(
    "text,want",
    [
        ("twenty-five kites", ("twenty-five", 25, 25)),
        ("one hundred and three kites", ("one hundred and three", 103, 103)),
        ("two hundred and six thousand kites", ("two hundred and six thousand", 206_000, 206_000)),
        ("a dozen kites", ("a dozen", 12, 12)),
        ("three dozens of kites", ("three dozens", 36, 36)),
        ("half a million kites", ("half a million", 500_000, 500_000)),
        ("two and a half million kites", ("two and a half million", 2_500_000, 2_500_000)),
        ("3 million and a half", ("3 million and a half", 3_500_000, 3_500_000)),
        ("1.2 billion crowns", ("1.2 billion", 1.2e9, 1.2e9)),
        ("$5m for kites", ("5m", 5_000_000, 5_000_000)),
        ("10k kites", ("10k", 10_000, 10_000)),
        ("dozens of kites", ("dozens", 24, None)),
        ("tens of thousands of kites", ("tens of thousands", 20_000, None)),
        ("hundreds of millions of crowns", ("hundreds of millions", 2e8, None)),
        ("several hundred kites", ("several hundred", 200, None)),
        ("a couple of thousand kites", ("couple of thousand", 2000, None)),
        ("1/3 of the valley", ("1/3", 0.3333, 0.3333)),
        ("two-thirds of the valley", ("two-thirds", 0.6667, 0.6667)),
        ("half of the valley", ("half", 0.5, 0.5)),
        ("one in five kites", ("one in five", 0.2, 0.2)),
        ("nine out of 10 kites", ("nine out of 10", 0.9, 0.9)),
        ("⅔ of the valley", ("⅔", 0.6667, 0.6667)),
        ("40-50 kites", ("40-50", 40, 50)),
        ("between 40 and 50 kites", ("40 and 50", 40, 50)),
        ("35 to 40 kites", ("35 to 40", 35, 40)),
        ("2 to 3 million kites", ("2 to 3 million", 2e6, 3e6)),
        ("two or three kites", ("two or three", 2, 3)),
        ("five point five kites", ("five point five", 5.5, 5.5)),
        ("two hundred point zero three", ("two hundred point zero three", 200.03, 200.03)),
        ("six point two million crowns", ("six point two million", 6_200_000, 6_200_000)),
        ("nought point seventy-one", ("nought point seventy-one", 0.71, 0.71)),
        ("it is negative four here", ("negative four", -4, -4)),
        ("a rating of -11 points", ("-11", -11, -11)),
        ("a cold of −5 degrees", ("−5", -5, -5)),
        ("-4/5", ("-4/5", -0.8, -0.8)),
        ("A hundredth, no more", ("A hundredth", 0.01, 0.01)),
        ("two twenty-firsts of the valley", ("two twenty-firsts", 0.0952, 0.0952)),
        ("one hundred thirty-fifths", ("one hundred thirty-fifths", 2.8571, 2.8571)),
        ("a quarter million kites", ("a quarter million", 250_000, 250_000)),
        ("quarter-million kites", ("quarter-million", 250_000, 250_000)),
        ("a half-million kites", ("a half-million", 500_000, 500_000)),
        ("a half-dozen kites", ("a half-dozen", 6, 6)),
        ("She wanted a half, no more", ("a half", 0.5, 0.5)),
        ("two million and three fifths", ("two million and three fifths", 2_600_000, 2_600_000)),
        ("one hundred and three quarters", ("one hundred and three quarters", 100.75, 100.75)),
        ("one billion and a half million crowns", ("one billion and a half million", 1_000_500_000, 1_000_500_000)),
        ("a 2/3 majority", ("2/3", 0.6667, 0.6667)),
        ("a 2 1/4 inch nail", ("2 1/4", 2.25, 2.25)),
        ("1e10 grains", ("1e10", 1e10, 1e10)),
        ("1.3x10^6 grains", ("1.3x10^6", 1_300_000, 1_300_000)),
        ("2.5^-1", ("2.5^-1", 0.4, 0.4)),
        ("US$ 1MM for kites", ("1MM", 1_000_000, 1_000_000)),
        ("$2.5 K for kites", ("2.5 K", 2500, 2500)),
        ("10 tln crowns", ("10 tln", 1e13, 1e13)),
        ("five dozs kites", ("five dozs", 60, 60)),
        ("three lakh crore", ("three lakh crore", 3e12, 3e12)),
        ("two thousand million crowns", ("two thousand million", 2e9, 2e9)),
        ("two out of five hundred kites", ("two out of five hundred", 0.004, 0.004)),
        ("hundred thousand crowns", ("hundred thousand", 100_000, 100_000)),
        ("several hundred thousand kites", ("several hundred thousand", 200_000, None)),
        ("4 thousand 3 hundred and 21 kites", ("4 thousand 3 hundred and 21", 4321, 4321)),
        ("two hundred and three dozen kites", ("two hundred and three dozen", 236, 236)),
        ("thirty and two and a half", ("thirty and two and a half", 32.5, 32.5)),
        ("two hundred forty fifths", ("two hundred forty fifths", 4.4444, 4.4444)),
        ("two hundred and forty fifths", ("two hundred and forty fifths", 48, 48)),
        ("forty-two hundred-sevenths", ("forty-two hundred-sevenths", 600, 600)),
        ("one two hundred and ninth", ("one two hundred and ninth", 0.0048, 0.0048)),
        ("two thousand twenty first-graders", ("two thousand twenty", 2020, 2020)),
    ],
)
def test_english(text: str, want: tuple[str, float, float | None]) -> None:
    assert values(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "the T-4 field",
        "an F-16",
        "the Su-24s",
        "a G20 day",
        "at 22:39",
        "on 11/06/2018",
        "9/11",
        "the 007 file",
        "call 555-123-4567",
        "won 3-1",
        "a 4x4 race",
        "see https://example.org/40?x=12",
        "the scores were low",
        "a second hand",
        "a third suspect",
        "millionth",
        "file_40",
        "#40",
        "the twenty-first century",
        "the fifty-ninth session",
        "on 3/4 they met",
        "won 4/5",
        "a week and a half later",
        "goals in a half",
        "the third quarter of it",
        "it was all for naught",
        "a half-measure",
        "192.168.1.2",
        "5/17/2031",
        "22,24,26,31",
        "the one hundred-first session",
        "forty - two",
        "then a fifth",
        "the vat was half empty",
        "the Tern-two glider",
    ],
)
def test_no_number(text: str) -> None:
    assert [v for v in values(text) if v[0] not in ("4",)] == []


@pytest.mark.parametrize(
    "text,want,told",
    [
        ("10.20.30.4", [10, 20, 30, 4], []),
        ("on 5/17/2031", [5, 17, 2031], []),
        ("the T-4 field", [4], []),
        ("550 0007", [550, 7], [550]),
        ("two-nought-six", [2, 0, 6], [2]),
        ("1234567890123456", [], []),
        ("forty - two", [42], []),
        ("forty - two hundred fifths", [840], []),
        ("then a fifth", [0.2], []),
        ("the vat was half empty", [0.5], []),
        ("1 over 8", [0.125], [1, 8]),
        ("minus one over 8", [-0.125], [-1, 8]),
        ("40 over 16.", [2.5], [40, 16]),
        ("1 in 23", [1 / 23], [1, 23]),
        ("8 in 5", [8, 5], [8, 5]),
        ("40 over 3 years", [40, 3], [40, 3]),
        ("$40 over 3", [40, 3], [40, 3]),
        ("5 over 0", [5, 0], [5, 0]),
    ],
)
def test_what_is_read_and_what_a_sentence_counts_with(text: str, want: list[float], told: list[float]) -> None:
    found = find(text, 0, len(text), Words.of(rows("numbers"), "en"))
    assert [n.low for n in found] == pytest.approx(want)
    assert [n.low for n in counted(found)] == told


@pytest.mark.parametrize(
    "language,text,want",
    [
        ("pt", "vinte e cinco barcos", 25),
        ("pt", "2 milhões de barcos", 2e6),
        ("es", "cuarenta y dos barcas", 42),
        ("fr", "deux cents bateaux", 200),
        ("it", "trecento barche", 300),
        ("ru", "двадцать пять лодок", 25),
        ("ru", "5 тысяч лодок", 5000),
        ("ar", "ثلاثة قوارب", 3),
        ("id", "dua ratus perahu", 200),
        ("xx", "40 boats", 40),
        ("tr", "4 bin 100 işçi", 4100),
        ("tr", "4 bin 50 işçi", 4050),
        ("es", "3 mil 200 barcas", 3200),
        ("id", "4 ribu 100 perahu", 4100),
    ],
)
def test_other_languages(language: str, text: str, want: float) -> None:
    assert [v[1] for v in values(text, language)] == [want]


def test_a_change_is_two_numbers() -> None:
    assert [v[1] for v in values("The toll rose from 12 to 19.")] == [12, 19]
    assert values("from 12 to 19 kites") == [("12 to 19", 12, 19)]


@given(st.text(alphabet="0123456789 .,-/:'’½aon½dtwenyhurd\u00a0٣", max_size=60), st.integers(0, 10))
def test_spans_lie_in_the_text_and_in_order(text: str, start: int) -> None:
    found = find(text, min(start, len(text)), len(text), Words.of(rows("numbers"), "en"))
    ends = [min(start, len(text))]
    for n in found:
        assert ends[-1] <= n.span.start < n.span.end <= len(text)
        assert n.high is None or n.low <= n.high
        ends.append(n.span.end)


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "1,",
        "1-",
        "1:",
        "hundred and ",
        "a ",
        "one ",
        "'1",
        "½",
        "1/2 ",
        "- ",
        "1e1",
        "1^1",
        "point one ",
        "and three quarters ",
        "twenty-first ",
        "1 hundred and ",
        "one hundred one thousand ",
        "1 over ",
        "forty - two ",
        "1.2.3/4-",
        "twenty and three and ",
    ],
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    """Read anew each time: ``find`` remembers what it was asked, so that the least of three took no time at all, whatever the text.

    Sixteen times the text takes 16 times as long where linear, 256 where quadratic. The longer one is read again only where it took
    too long, as a machine may do something else meanwhile.
    """
    words = Words.of(rows("numbers"), "en")

    def seconds(n: int) -> float:
        text, began = unit * n, time.process_time()
        read(text, tokens(text, 0, len(text)), words)
        return time.process_time() - began

    seconds(100)
    most = 40 * max(min(seconds(300) for _ in range(3)), 0.002)
    assert any(seconds(4_800) < most for _ in range(3))


def test_tokens_keep_their_places() -> None:
    text = "Oru’s 40\u00a0000 kites"
    found = [(t.kind, text[t.start : t.end]) for t in tokens(text, 0, len(text))]
    assert found == [("word", "Oru’s"), ("digits", "40\u00a0000"), ("word", "kites")]


def test_minus_before_a_number_and_in_a_subtraction() -> None:
    assert values("growth of minus five percent") == [("minus five", -5, -5)]
    assert values("it was minus 12 degrees") == [("minus 12", -12, -12)]
    assert values("ten minus three") == [("ten", 10, 10), ("three", 3, 3)]
    assert values("plus or minus three points") == [("three", 3, 3)]


@pytest.mark.parametrize(
    "text,want",
    [
        ("-12 kites lost", [12]),  # an item of a list
        ("kites -12-F lost", [12]),
        ("10 -20", [10, 20]),
        ("She tested negative two days later", [2]),
        ("The test is negative two days later", [2]),
        ("At one point five kites fell", [1, 5]),
        ("five points", [5]),
        ("a 5 G mast", [5]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("2 million and 21 kites", [2_000_000, 21]),
        ("ten kites and one third of the nets", [10, 0.3333]),
        ("eight quarters of growth", [8]),
        ("1 over three", [1, 3]),
        ("9^99", [9.0**99]),
        ("0^-1", [0, 1]),
    ],
)
def test_what_looks_like_a_sign_or_a_part_is_none(text: str, want: list[float]) -> None:
    found = values(text)
    assert [v for _, low, high in found for v in sorted({low, high or low})] == pytest.approx(want)
