"""Which names are places, and which place: invented pages, real geography."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract import extract
from sayso.extract.places import Places, places
from sayso.model import Document, Place, Span


def found(text: str, language: str = "en") -> dict[str, Place]:
    return {p.name: p for p in places(text, language)}


def numbers(text: str, language: str = "en") -> dict[str, str | None]:
    return {p.name: p.gazetteer for p in places(text, language)}


ROSARIO, MARSEILLE, HAMBURG = "geonames:3838583", "geonames:2995469", "geonames:2911298"


@pytest.mark.parametrize(
    "text,wanted",
    [
        ("A fire broke out in Rosario.", {"Rosario": ROSARIO}),
        ("Lorries left Marseille for Hamburg.", {"Marseille": MARSEILLE, "Hamburg": HAMBURG}),
        ("She lives in Toledo, Ohio.", {"Toledo": "geonames:5174035", "Ohio": "geonames:5165418"}),
        ("They closed the Spanish city of Toledo.", {"Toledo": "geonames:2510409"}),
        ("He is from Atlanta, Georgia.", {"Atlanta": "geonames:4180439", "Georgia": "geonames:4197000"}),
        ("The Georgian envoy left Tbilisi; Georgia waits.", {"Tbilisi": "geonames:611717", "Georgia": "geonames:614540"}),
        ("The buses stopped in Springfield, Ill.", {"Springfield": "geonames:4250542"}),
        ("Hamburg-based traders and Marseille residents agreed.", {"Hamburg": HAMBURG, "Marseille": MARSEILLE}),
        ("It rained in Marseille, Hamburg and Rosario.", {"Marseille": MARSEILLE, "Hamburg": HAMBURG, "Rosario": ROSARIO}),
        ("HAMBURG (Ulver Press) – Ferries stopped on Monday.", {"HAMBURG": HAMBURG}),
    ],
)
def test_a_name_is_a_place(text: str, wanted: dict[str, str]) -> None:
    assert numbers(text).items() >= wanted.items()


@pytest.mark.parametrize(
    "text",
    [
        "Washington said nothing. Ankara has denied it.",  # governments that speak
        "Paris Harcourt sang, and nobody asked Harcourt why.",
        "We met Sydney Oakes; later Sydney wept.",
        "She reads the Chicago Tribune and studied at Oxford University.",
        "The Bank of England and the University of Toledo closed.",
        "In March, Mr Hamburg wrote to the board.",
        "US forces moved. US$100 was paid.",
        "West Nile virus and Marburg fever spread.",
        "He voted for St. Mary's.",
        "The French minister thanked German voters.",
    ],
)
def test_a_name_is_none(text: str) -> None:
    assert numbers(text) == {}


def test_what_is_open_stays_open() -> None:
    """Toledo, without a word of its country, is Spain's as well as Ohio's: the name stands, the place does not."""
    assert found("They met in Toledo.")["Toledo"] == Place("Toledo", Span(12, 18))
    assert found("Snow fell on the village of Ulverholm.")["Ulverholm"].lat is None
    assert numbers("He flew to New York.").get("New York") is None  # the town or the state


def test_the_page_decides() -> None:
    assert numbers("Police in Spain closed a road. They met in Toledo.")["Toledo"] == "geonames:2510409"
    assert numbers("Indiana voted, and so did Ohio. They met in Toledo.")["Toledo"] == "geonames:5174035"
    ghana = numbers("Ghana and Ghanaian traders wait. A lorry burned in Kumasi, then in Kumassi.")
    assert ghana["Kumasi"] == "geonames:2298890"


def test_a_spelling_counts_only_where_its_country_is_named() -> None:
    assert numbers("Trucks were seen near Hassakeh.") == {}
    assert numbers("Syria is quiet. Trucks were seen near Hassakeh.")["Hassakeh"] == "geonames:173811"


def test_words_of_type_say_how_large_it_is() -> None:
    told = found("Afghanistan: Kandahar province is quiet, the city of Kandahar is not.")
    assert told["Afghanistan"].precision == "country"
    assert [p.precision for p in places("Afghanistan: Kandahar province is quiet, the city of Kandahar is not.")] == [
        "country",
        "province",
        "city",
    ]
    assert found("Ships waited in the Strait of Hormuz.")["Strait of Hormuz"].precision == "region"
    base = found("Planes left Ramstein Air Base.")["Ramstein Air Base"]
    assert (base.precision, base.gazetteer, base.lat) == ("point", None, 49.44)


@pytest.mark.parametrize(
    "language,text,number",
    [
        ("ru", "Поезд стоит в Харькове.", "geonames:706483"),
        ("ar", "وصلت السفينة إلى الإسكندرية.", "geonames:361058"),
        ("pt", "O navio parou em Santos.", "geonames:3449433"),
        ("fr", "Le bateau est à Marseille.", MARSEILLE),
    ],
)
def test_other_languages(language: str, text: str, number: str) -> None:
    assert number in numbers(text, language).values()


class Nobody:
    """An analyzer that finds no attribution."""

    name = "nobody"
    model = None

    def attributions(self, document: Document, sentences: object) -> list[object]:
        return []


def page(text: str) -> Document:
    return Document("d", "p.txt", None, "0", text, "en")


def test_statements_have_their_places() -> None:
    read = extract(page("Germany is wet. A ferry sank off Hamburg on Monday. Nobody in Marseille knew."), Nobody())  # type: ignore[arg-type]
    assert [[p.name for p in s.places] for s in read.statements] == [["Germany"], ["Hamburg"], ["Marseille"]]


def test_places_within_spans() -> None:
    text = "A ferry sank off Hamburg. Nobody in Marseille knew."
    all_ = Places(page(text), "en")
    assert [p.name for p in all_.within([Span(0, 25)])] == ["Hamburg"]
    assert [p.name for p in all_.within([Span(26, len(text))])] == ["Marseille"]
    assert all_.within([Span(18, 40)]) == ()


WORDS = (
    "in|the|of|Hamburg|Paris|Toledo,|Ohio.|Mr|U.S.|St.|al-Raqqa|Lake|Chad's|said|and|\n|“|(|😀|في|حلب|Москве|de|la|province|County|Ann"
).split("|")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200), st.sampled_from(["en", "ar", "ru", "fr"])
)
def test_spans_lie_in_the_text_and_are_the_names(text: str, language: str) -> None:
    told = places(text, language)
    for p in told:
        assert 0 <= p.span.start < p.span.end <= len(text)
        assert " ".join(p.span.of(text).split()) == p.name
        assert (p.lat is None) == (p.lon is None) == (p.precision is None)
        assert p.gazetteer is None or p.lat is not None
    assert told == places(text, language)
    assert [p.span for p in told] == sorted({p.span for p in told})
    assert all(a.span.end <= b.span.start for a, b in pairwise(told))


@pytest.mark.parametrize("piece", ["Paris ", "in Paris, ", "Xy Zq ", "Ab of ", "St. ", "al-", "\U0001f600 Paris", "A"])
def test_a_long_row_takes_no_square_of_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert all(p.span.end <= len(text) for p in places(text))  # a minute where it was square (measured at 1 MB: 440 s)
