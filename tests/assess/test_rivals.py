"""Figures of two pages that count one thing. All of it is fiction."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.assess.counted_things import CountedThing, counted_things
from sayso.assess.findings.rivals import countered, rivals_conflict, slipped
from sayso.assess.measures import by_stem
from sayso.assess.rivalry import fits, one_kind
from tests.assess.piles import Page, pile

CREW, MAYOR = ("the lifeboat crew", "organization"), ("mayor Ada Grell", "person")
HEAD = "The grain store at Tolsund Quay burnt in the Harvik district."
Figure = tuple[str, float, float | None, str]


def page(name: str, told: str, figure: Figure, source: tuple[str, str] | None, day: str = "2031-05-02", **more: Any) -> Page:
    p = Page(name, f"{HEAD} {told}. The fire brigade of Harvik came late.", f"Paper {name}", published=day, **more)
    p.tell(HEAD)
    p.tell(told, *([source] if source else []), figures=[figure])
    return p


def between(a: Page, b: Page) -> list[str]:
    return [f.message for f in rivals_conflict(pile(a, b))]


def mayor(told: str, figure: Figure, **more: Any) -> Page:
    return page("a", told, figure, MAYOR, **more)


def crew(told: str, figure: Figure, **more: Any) -> Page:
    return page("b", told, figure, CREW, **{"day": "2031-05-03", **more})


SIXTY: tuple[str, Figure] = ("Mayor Ada Grell put the grain at 60,000 tonnes", ("60,000", 60000, 60000, "tonne"))


def test_a_weight_by_two_tellers() -> None:
    (said,) = between(
        mayor(*SIXTY), crew("The lifeboat crew weighed only 19,000 tonnes of grain", ("19,000", 19000, 19000, "tonne"))
    )
    assert "mayor Ada Grell (Paper a) “60,000 tonnes”" in said and "the lifeboat crew (Paper b) “19,000 tonnes”" in said


def test_dead_by_two_tellers_on_one_day() -> None:
    many = ("Mayor Ada Grell counted 31 dead people on Monday", ("31", 31, 31, "person"))
    few = ("The lifeboat crew put the number of dead people on Monday at 17", ("17", 17, 17, "person"))
    assert len(between(mayor(*many), crew(*few))) == 1


def test_things_by_two_tellers() -> None:
    many = ("Mayor Ada Grell counted 27 wagons on the quay", ("27", 27, 27, "wagon"))
    few = ("The lifeboat crew counted only 14 wagons on the quay", ("14", 14, 14, "wagon"))
    assert len(between(mayor(*many), crew(*few))) == 1


def test_a_load_is_no_rival_of_its_limit_and_a_part_none_of_the_whole() -> None:
    load = ("Mayor Ada Grell put the load of the wagon at 58 tonnes", ("58", 58, 58, "tonne"))
    assert (
        len(between(mayor(*load), crew("The lifeboat crew put the load of the wagon at 28 tonnes", ("28", 28, 28, "tonne")))) == 1
    )
    assert between(mayor(*load), crew("The lifeboat crew said the wagon had a limit of 30 tonnes", ("30", 30, 30, "tonne"))) == []
    dead = ("Mayor Ada Grell counted 31 dead people on Monday", ("31", 31, 31, "person"))
    some = ("The lifeboat crew said two people from Orle were among the dead on Monday", ("two", 2, 2, "person"))
    assert between(mayor(*dead), crew(*some)) == []


def test_wrecked_wagons_are_some_of_all() -> None:
    many = ("Mayor Ada Grell counted 27 wagons on the quay", ("27", 27, 27, "wagon"))
    few = ("The lifeboat crew counted only 14 wrecked wagons on the quay", ("14", 14, 14, "wagon"))
    assert between(mayor(*many), crew(*few)) == []
    wrecked = ("Mayor Ada Grell counted 27 wrecked wagons on the quay", ("27", 27, 27, "wagon"))
    assert len(between(mayor(*wrecked), crew(*few))) == 1


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The lifeboat crew counted 19 bodies, more than the 12 given by the mayor", 1),
        ("The lifeboat crew counted 19 bodies, up from the 12 the mayor had announced", 1),
        ("The lifeboat crew counted 19 bodies, more than the 12 given by the lifeboat crew", 0),
        ("The lifeboat crew counted 19 bodies in the 12 wagons given by the mayor", 0),
    ],
)
def test_a_figure_that_is_set_against_one_that_another_gave(told: str, count: int) -> None:
    made = pile(page("b", told, ("19", 19, 19, "body"), CREW))
    assert len([f for d in made.by_document for f in countered(made, d, [])]) == count


def test_what_another_remark_lays_side_by_side_is_not_said_again() -> None:
    a = mayor(*SIXTY)
    b = crew("The lifeboat crew weighed only 19,000 tonnes of grain", ("19,000", 19000, 19000, "tonne"))
    (once,) = rivals_conflict(pile(a, b))
    assert list(rivals_conflict(pile(a, b), [once])) == []


@pytest.mark.parametrize(
    ("told", "low"),
    [
        ("The lifeboat crew counted only 14 wagons of a night train on the quay", 14),  # no rate
        ("The lifeboat crew counted as many as 14 wagons on the quay", 0),  # who writes so has counted 14
        ("The lifeboat crew counted only 14 wagons on the quay in a week", 14),  # no rate
    ],
)
def test_what_is_a_count_all_the_same(told: str, low: float) -> None:
    many = ("Mayor Ada Grell counted 27 wagons on the quay", ("27", 27, 27, "wagon"))
    assert len(between(mayor(*many), crew(told, ("14", low, 14, "wagon")))) == 1


@pytest.mark.parametrize(
    ("told", "figure", "more"),
    [
        ("The lifeboat crew weighed 59,700 tonnes of grain", ("59,700", 59700, 59700, "tonne"), {}),  # rounded
        (
            "The lifeboat crew weighed only 19,000 tonnes of it in each store",
            ("19,000", 19000, 19000, "tonne"),
            {"day": "2032-05-03"},
        ),
        ("The lifeboat crew loads 19,000 tonnes of grain a day", ("19,000", 19000, 19000, "tonne"), {}),  # a rate
        ("Among them were 19,000 tonnes of wet grain", ("19,000", 19000, 19000, "tonne"), {}),  # a part
        ("The lifeboat crew counted only 19,000 sacks of grain", ("19,000", 19000, 19000, "sack"), {}),  # another thing
        ("The lifeboat crew crossed about 19,000 times", ("19,000", 19000, 19000, "time"), {}),  # how often
        ("An earlier report gave only 19,000 tonnes of grain", ("19,000", 19000, 19000, "tonne"), {}),  # what was told before
    ],
)
def test_what_is_no_conflict(told: str, figure: Figure, more: dict[str, Any]) -> None:
    assert between(mayor(*SIXTY), crew(told, figure, **more)) == []


def test_one_source_is_no_conflict() -> None:
    other = page("b", "Only 19,000 tonnes of grain burnt, Ada Grell counted", ("19,000", 19000, 19000, "tonne"), MAYOR)
    assert between(mayor(*SIXTY), other) == []


def test_a_toll_that_grew_is_no_conflict() -> None:
    few = ("Mayor Ada Grell counted 17 dead people", ("17", 17, 17, "person"))
    many = ("The lifeboat crew put the number of dead people at 31", ("31", 31, 31, "person"))
    assert between(mayor(*few), crew(*many)) == []
    assert len(between(mayor(*many), page("b", *few, CREW, day="2031-05-03"))) <= 1


@pytest.mark.parametrize(("whole", "count"), [(25, 0), (19, 1)])
def test_two_parts_that_make_the_other_figure_are_no_conflict(whole: int, count: int) -> None:
    told = f"Mayor Ada Grell counted {whole} wagons on the quay"
    a = mayor(told, (str(whole), whole, whole, "wagon"))
    b = Page("b", f"{HEAD} The lifeboat crew counted 14 wagons and 11 carts.", "Paper b", published="2031-05-03")
    b.tell(HEAD)
    carts, wagons = ("11", 11, 11, "cart"), ("14", 14, 14, "wagon")
    b.tell("The lifeboat crew counted 14 wagons and 11 carts", CREW, figures=[wagons, carts])
    assert len(between(a, b)) == count


def test_a_conflict_that_is_told_is_not_told_again() -> None:
    known = pile(mayor(*SIXTY), crew("The lifeboat crew weighed only 19,000 tonnes of grain", ("19,000", 19000, 19000, "tonne")))
    told = list(rivals_conflict(known))
    assert told and list(rivals_conflict(known, told)) == []


def of(told: str, *figures: Figure) -> tuple[CountedThing, ...]:
    p = Page("a", f"{told}.", "Paper a", published="2031-05-02")
    p.tell(told, figures=list(figures))
    return counted_things(pile(p), p.id)


@pytest.mark.parametrize(
    ("told", "mark"),
    [
        ("12 of them were millers", "part"),
        ("another 12 millers came", "part"),
        ("the mill grinds 12 tonnes a day", "rate"),
        ("the mill could grind 12 sacks", "plan"),
        ("the price rose by 12 crowns", "change"),
        ("previously there were 12 millers", "before"),
        ("no miller came within 12 tonnes of it", "reach"),
        ("the barge broke the 12-tonne limit", "reach"),
        ("carters keep within about 12 tonnes", "reach"),
    ],
)
def test_marks(told: str, mark: str) -> None:
    unit = next(w for w in ("tonne", "sack", "crown", "miller") if w in told)
    (t,) = of(told, ("12", 12, 12, unit))
    assert mark in t.marks, t


def test_measures_stand_in_one_unit() -> None:
    (mile,) = of("the quay is 2 miles long", ("2", 2, 2, "mile"))
    (metres,) = of("the quay is 3,200 metres long", ("3,200", 3200, 3200, "metre"))
    assert mile.kind == metres.kind == "length" and fits(mile, metres)
    assert by_stem()["tonne"] == ("weight", 1000.0)


def test_ages_count_nobody() -> None:
    assert not of("among the girls, ages 16 to 18, are sisters", ("16 to 18", 16, 18, ""))
    assert not of("the millers, aged 16, were freed", ("16", 16, 16, ""))


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("the barge lay 12 miles off the pier", "mile"),
        ("within the port 12 millers stood", "miller"),
        ("the limit did not stop 12 millers", "miller"),
    ],
)
def test_what_reaches_no_further_is_counted(told: str, unit: str) -> None:
    (t,) = of(told, ("12", 12, 12, unit))
    assert "reach" not in t.marks


@pytest.mark.parametrize(
    ("told", "figure", "kind", "fate"),
    [
        ("12 bodies were brought to the chapel", ("12", 12, 12, "body"), "people", "killed"),
        ("12 women were brought to the chapel", ("12", 12, 12, "woman"), "people", ""),
        ("the bridge cost £18m", ("£18m", 18e6, 18e6, "pound"), "money", ""),
        ("the bell weighs 18 pounds", ("18", 18, 18, "pound"), "weight", ""),
        ("withdrawals came to 31 million dollars", ("31 million", 31e6, 31e6, "dollar"), "money", ""),
    ],
)
def test_what_a_figure_counts(told: str, figure: Figure, kind: str, fate: str) -> None:
    (t,) = of(told, figure)
    assert (t.kind, t.fate) == (kind, fate)


@pytest.mark.parametrize(
    "told",
    ["We withdrew our report of 12 millers", "The Courier withdrew its report of 12 millers", "It was 12 millers by mistake"],
)
def test_a_figure_taken_back_is_none(told: str) -> None:
    assert not of(told, ("12", 12, 12, "miller"))


@pytest.mark.parametrize(("one", "other", "same"), [("time", "wagon", False), ("time", "time", True), ("wagon", "wagon", True)])
def test_how_often_is_no_number_of_things(one: str, other: str, same: bool) -> None:
    (a,), (b,) = (of(f"the crew counted 12 {w}s on the quay", ("12", 12, 12, w)) for w in (one, other))
    assert one_kind(a, b) is same and one_kind(b, a) is same


@pytest.mark.parametrize(
    ("told", "before"),
    [
        ("the mill was fined in 2028 for 12 tonnes", True),
        ("the mill of Tolsund lost 12 tonnes in August 2029", True),
        ("in 2030 the store held 12 tonnes", True),
        ("in 2031 the store held 12 tonnes", False),
        ("the store burnt on Monday and held 12 tonnes", False),
        ("the store, built in 1970 and mended in 2031, held 12 tonnes", False),
    ],
)
def test_what_was_years_ago(told: str, before: bool) -> None:
    (t,) = (t for t in of(told, ("12", 12, 12, "tonne")) if t.written == "12")
    assert ("before" in t.marks) is before


GUILD, OWNER = ("the millers' guild", "organization"), ("the mill's owner", "organization")


def side_by_side(*told: tuple[str, tuple[str, str] | None, list[Figure]], language: str = "en") -> list[str]:
    p = Page("a", " ".join(f"{words}." for words, _, _ in told), "Paper a", published="2031-05-02", language=language)
    for words, source, figures in told:
        p.tell(words, *([source] if source else []), figures=figures)
    made = pile(p)
    return [f.message for d in made.by_document for f in countered(made, d, [])]


HOME: tuple[str, tuple[str, str], list[Figure]] = (
    "The millers' guild says 3,200 of the 4,100 millers stayed at home",
    GUILD,
    [("3,200", 3200, 3200, "miller")],
)


def test_a_bare_figure_counters_the_one_before() -> None:
    (said,) = side_by_side(HOME, ("The mill's owner puts the number at 640", OWNER, [("640", 640, 640, "")]))
    assert "“3,200”" in said and "“640”" in said


def test_a_bare_figure_of_the_same_party_or_of_the_same_size_counters_nothing() -> None:
    assert side_by_side(HOME, ("The millers' guild puts the number at 640", GUILD, [("640", 640, 640, "")])) == []
    assert side_by_side(HOME, ("The mill's owner puts the number at 3,190", OWNER, [("3,190", 3190, 3190, "")])) == []
    assert side_by_side(HOME, ("The mill's owner puts the loss of rye at 90 sacks", OWNER, [("90", 90, 90, "sack")])) == []


def test_two_figures_of_one_sentence_with_whom_they_are_from() -> None:
    words = "Some 3,000 people came to the weir according to the guild, 800 according to the guard"
    figures: list[Figure] = [("3,000", 3000, 3000, "person"), ("800", 800, 800, "")]
    assert len(side_by_side((words, GUILD, figures))) == 1
    german = "Die Gilde spricht von 200 Fässern, der Müller selbst von 40"
    assert side_by_side((german, GUILD, [("200", 200, 200, "fass"), ("40", 40, 40, "")]), language="de") == []  # no cue there


def test_two_prices_are_for_two_groups() -> None:
    words = "Der Eintritt kostet 30 Kronen für Große, 10 für Kleine"
    assert side_by_side((words, GUILD, [("30", 30, 30, "krone"), ("10", 10, 10, "")]), language="de") == []


def slip(first: tuple[str, Figure], second: tuple[str, Figure]) -> list[str]:
    a, b = mayor(*first), crew(*second)
    made = pile(a, b, steps=[(b, a)])
    return [f.message for f in slipped(made, [])]


def test_a_nought_too_many() -> None:
    lamps = ("The mill calls back 48,000 lamps", ("48,000", 48000, 48000, "lamp"))
    many = ("In all 480,000 lamps of the mill are called back", ("480,000", 480000, 480000, "lamp"))
    (said,) = slip(lamps, many)
    assert "“48,000”" in said and "“480,000”" in said
    assert slip(lamps, ("In all 490,000 lamps of the mill are called back", ("490,000", 490000, 490000, "lamp"))) == []
    assert slip(lamps, ("The mill has 480,000 sacks", ("480,000", 480000, 480000, "sack"))) == []


def test_one_digit_may_be_two_counts() -> None:
    few = ("The mill calls back 20 lamps", ("20", 20, 20, "lamp"))
    assert slip(few, ("The mill calls back 200 lamps", ("200", 200, 200, "lamp"))) == []
