"""Figures of statements; all places and events are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.hedges import hedges
from sayso.extract.quantities import quantities
from sayso.extract.stance import stance
from sayso.model import Quantity, Span


def found(text: str, language: str | None = None) -> list[Quantity]:
    return list(quantities(text, [Span(0, len(text))], language))


def one(text: str, language: str | None = None) -> Quantity:
    (quantity,) = found(text, language)
    return quantity


@pytest.mark.parametrize(
    "text,low,high,unit",
    [
        ("The guild sent 250 carts with grain.", 250, 250, "cart"),
        ("Up to 22 weavers left Oru.", 0, 22, "weaver"),
        ("The hall holds over 2,000 of the guild's books.", 2000, None, "book"),
        ("At least 10 weavers left.", 10, None, "weaver"),
        ("No fewer than three mills burned.", 3, None, "mill"),
        ("Fewer than 40 mills remain.", 0, 40, "mill"),
        ("Dozens of sheep drowned.", 24, None, "sheep"),
        ("They spent hundreds of millions of crowns.", 2e8, None, "crown"),
        ("A rise of 304 percent was measured.", 304, 304, "percent"),
        ("It rained for three weeks in Oru.", 3, 3, "week"),
        ("They drove for over three hours.", 3, None, "hour"),
        ("Over three hours the mill burned.", 3, 3, "hour"),
        ("The seven-year feud ended.", 7, 7, "year"),
        ("A 250-cart train left Oru.", 250, 250, "cart"),
        ("The guild paid $5 million for it.", 5e6, 5e6, "dollar"),
        ("The guild paid €3,000 for it.", 3000, 3000, "euro"),
        ("Some 40 rowers rested.", 40, 40, "rower"),
        ("Five 4x4 wagons were lost.", 5, 5, "wagon"),
        ("They lost four of the northern headquarters.", 4, 4, "headquarters"),
        ("Three US army bases lie in Oru.", 3, 3, "base"),
        ("Four plain-clothes harbour guards came.", 4, 4, "guard"),
        ("They closed 18 coal- and gas-fired power plants.", 18, 18, "plant"),
        ("Between 40 and 50 rowers came.", 40, 50, "rower"),
        ("They want 15-20% of the catch.", 15, 20, "percent"),
        ("More than 200 men came.", 200, None, "man"),
        ("40 or more rowers came.", 40, None, "rower"),
        ("Ninety-plus minutes passed.", 90, None, "minute"),
        ("One miller was hurt.", 1, 1, "miller"),
        ("The guild spoke of no casualties.", 0, 0, "casualty"),
        ("The death toll rose to 164.", 164, 164, "person"),
        ("A two hour work stoppage followed.", 2, 2, "hour"),
        ("They laid 29km of track.", 29, 29, "kilometre"),
        ("In May 20 rowers drowned.", 20, 20, "rower"),
        ("The guards saw six burnt-out barges.", 6, 6, "barge"),
        ("The mill stood still for about an hour.", 1, 1, "hour"),
        ("It burned for more than a week.", 1, None, "week"),
        ("They found the bodies of nine others.", 9, 9, "body"),
        ("Nine others were hurt.", 9, 9, "person"),
        ("The blast killed 3 in Oru.", 3, 3, "person"),
        ("They fell by 12 per cent.", 12, 12, "percent"),
    ],
)
def test_low_high_and_unit(text: str, low: float, high: float | None, unit: str) -> None:
    q = one(text)
    assert (q.low, q.high, q.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text,unit,of",
    [
        ("The storm left 40 killed or injured.", "person", "killed or injured"),
        ("The storm left 40 rowers killed or injured.", "rower", "killed or injured"),
        ("At least 30 were reported dead.", "person", "dead"),
        ("It caused the deaths and injuries of 40 young rowers.", "rower", "deaths and injuries"),
        ("The storm killed or wounded 40 rowers.", "rower", "killed or wounded"),
        ("The storm killed 40 rowers.", "rower", None),
    ],
)
def test_joined_categories_are_one_quantity(text: str, unit: str, of: str | None) -> None:
    q = one(text)
    assert (q.unit, q.of) == (unit, of)


def test_separate_categories_are_two() -> None:
    two = found("The storm left 12 dead and 9 missing.")
    assert [(q.low, q.unit, q.of) for q in two] == [(12, "person", "dead"), (9, "person", "missing")]


def test_a_figure_takes_the_noun_of_the_one_before() -> None:
    three = found("It drowned 103 people in Oru, 21 in Teme and 10 in Vash.")
    assert [(q.low, q.unit) for q in three] == [(103, "person"), (21, "person"), (10, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 the mill burned.",
        "It lasted until at least 2014.",
        "On 17 June they left.",
        "On June 17, 2018, they left.",
        "They left on Sept. 11.",
        "They met at 10 a.m. in Oru.",
        "It opened at 22:39.",
        "The 15th mill burned.",
        "1. The mill burned",
        "Ada Fenn, 59, of Oru came.",
        "Article 51 was quoted.",
        "It stands in room 12.",
        "One of them fled.",
        "No one came.",
        "One day it burned.",
        "The two met.",
        "They flew a T-4 and an F-16.",
        "They saw the Falke 900 in Oru.",
        "By a 2-to-1 vote it fell.",
        "It is the 1980s again.",
        "They met in May 2020.",
        "The team won 3-1.",
        "In Round Two he lost.",
        "The court ruled 5 to 4.",
        "No. 7 burned.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text,approximate",
    [
        ("About 90 percent fled.", True),
        ("Nearly 300 rowers fled.", True),
        ("Some 40 rowers fled.", True),
        ("Exactly 40 rowers fled.", False),
        ("The guild deleted a post about 164 rowers.", False),
        ("They said about 164 rowers fled.", True),
        ("Dozens of rowers fled.", True),
    ],
)
def test_approximate(text: str, approximate: bool) -> None:
    assert one(text).approximate is approximate


def test_offsets_are_absolute_and_only_the_spans_are_read() -> None:
    text = "Oru has 12 mills. Teme has 30\u00a0000 mills. Vash has 7 mills."
    (q,) = quantities(text, [Span(18, 43)])
    assert (q.span.of(text), q.low) == ("30\u00a0000", 30_000)
    assert len(quantities(text, [Span(0, 17), Span(44, len(text))])) == 2


@pytest.mark.parametrize(
    "language,text,low,high,unit",
    [
        ("pt", "Mais de 4.800 caminhões chegaram a Oru.", 4800, None, "caminhão"),
        ("pt", "Há três bases militares em Oru.", 3, 3, "base"),
        ("pt", "O incêndio causou pelo menos três mortos.", 3, None, "morto"),
        ("pt", "Até 17 feridos foram tratados.", 0, 17, "ferido"),
        ("pt", "Ficou parado mais de dois anos.", 2, None, "ano"),
        ("pt", "Recolheram 48 mil latas.", 48_000, 48_000, "lata"),
        ("pt", "Caíram 12 por cento.", 12, 12, "percent"),
        ("es", "Hubo al menos tres muertos.", 3, None, "muerto"),
        ("es", "Llegaron unas 40 barcas a Oru.", 40, 40, "barca"),
        ("fr", "Plus de 40 bateaux sont arrivés.", 40, None, "bateau"),
        ("ru", "Погибли 164 человека.", 164, 164, "человек"),
        ("ru", "Около 300 мирных жителей ушли.", 300, 300, "жителей"),
        ("ar", "وصل أكثر من 40 قاربا", 40, None, "قاربا"),
        ("id", "Sekitar 40 perahu tiba.", 40, 40, "perahu"),
        ("sq", "Arritën 40 varka në Oru.", 40, 40, "varka"),
    ],
)
def test_other_languages(language: str, text: str, low: float, high: float | None, unit: str) -> None:
    q = one(text, language)
    assert (q.low, q.high, q.unit) == (low, high, unit)


def test_some_of_those_counted_before() -> None:
    for language, text, units in (
        ("en", "They lost 40 barges, of which 36 sank.", ["barge", "barge"]),
        ("en", "They lost 40 barges, two of which sank.", ["barge", "barge"]),
        ("en", "Salt fell from 25 to 22 crowns.", ["crown", "crown"]),
        ("pt", "Há 14 feridos, dois dos quais em Oru. Outros três foram a casa.", ["ferido"] * 3),
    ):
        assert [q.unit for q in quantities(text, [Span(0, len(text))], language)] == units, text


def test_days_of_months_are_no_figures_in_any_sentence() -> None:
    for text in ("The guild wrote on 18 June. Nobody came.", "On June 18 nobody came.", "A barge left an hour later."):
        assert quantities(text, [Span(0, len(text))]) == (), text


WORDS = st.sampled_from(
    [
        "no",
        "casualties",
        "40",
        "2018",
        "May",
        "-",
        "–",
        "to",
        "or",
        "and",
        "one",
        "a",
        "dozen",
        "of",
        "the",
        "killed",
        "or more",
        "%",
        "$",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "“",
        "half",
        "third",
        "dozens",
        "about",
        "over",
        "at least",
        "more",
        "than",
        "weavers",
        "US",
        "km",
        "toll",
        "'s",
        "+",
        "x",
        "were",
        "may",
        "said",
        "is",
        "denied",
        "never",
        "No",
        "Oru",
        "4x4",
        "1/3",
        "3.5",
        "million",
        "in",
        "1,000",
        "th",
        "people",
        "two",
        "out of",
        "hundred",
        "deaths",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", ""])), max_size=14))
def test_no_order_of_words_breaks_a_span(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in parts)
    for q in found(text):
        assert 0 <= q.span.start < q.span.end <= len(text) and (q.high is None or q.low <= q.high)
    assert all(h.span.of(text) == h.word for h in hedges(text, [Span(0, len(text))]))
    assert stance(text, Span(0, len(text)), None, (), "own", False) in ("assert", "deny", "doubt", "retract", "correct")


@pytest.mark.parametrize(
    ("text", "language", "low", "about"),
    [
        ("Une vingtaine de bateaux ont coulé à Oru.", "fr", 20, True),
        ("Une douzaine de bateaux ont coulé à Oru.", "fr", 12, False),
        ("Près d'une centaine de bateaux ont coulé à Oru.", "fr", 100, True),
        ("Plus d’une vingtaine de bateaux ont coulé à Oru.", "fr", 20, False),
        ("Più d'un centinaio di barche è affondato a Oru.", "it", 100, False),
        ("Dua puluh perahu tenggelam di Oru.", "id", 20, False),
        ("Ils sont entrés d'environ 800 mètres dans le port.", "fr", 800, True),
        ("Quatre-vingt-dix-neuf bateaux ont coulé à Oru.", "fr", 99, False),
        ("Soixante et onze bateaux ont coulé à Oru.", "fr", 71, False),
        ("Una veintena de barcas se hundió en Oru.", "es", 20, True),
        ("Un centinaio di barche è affondato a Oru.", "it", 100, True),
        ("Dua puluh lima perahu tenggelam di Oru.", "id", 25, False),
        ("Sembilan belas perahu tenggelam di Oru.", "id", 19, False),
        ("Dwudziestu pięciu rybaków wróciło do Oru.", "pl", 25, False),
        ("Żniwa dały 48 mln ton zboża.", "pl", 48e6, False),
        ("Tjugofem båtar sjönk i Oru.", "sv", 25, False),
        ("Femogtyve både sank i Oru.", "da", 25, False),
        ("Dvacet pět lodí se potopilo v Oru.", "cs", 25, False),
        ("Douăzeci și cinci de bărci s-au scufundat la Oru.", "ro", 25, False),
        ("Dvadeset pet brodova potonulo je u Oru.", "hr", 25, False),
        ("Huszonöt hajó süllyedt el Oruban.", "hu", 25, False),
    ],
)
def test_figures_in_words_of_other_languages(text: str, language: str, low: float, about: bool) -> None:
    (quantity,) = [q for q in found(text, language) if q.low == low]
    assert quantity.approximate is about
