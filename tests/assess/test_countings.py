"""What figures count, and which of them cannot stand together, besides the dead. All of it is fiction."""

from __future__ import annotations

from sayso.assess.countings import countings
from sayso.assess.findings.tolls import tolls_conflict
from tests.assess.findings.tables import Told, page, pile, t

GUILD, MAYOR = "the Harbour Guild", "mayor Ada Grell"


def said(words: str, by: str, figure: str, low: float, unit: str = "person", **more: object) -> Told:
    high = more.pop("high", low)
    return t(f"{words}, {by} said", by, "organization", content=words, figures=[(figure, low, high, unit)], **more)  # type: ignore[arg-type]


def messages(*pages: object) -> list[str]:
    return [f.message for f in tolls_conflict(pile(*pages))]  # type: ignore[arg-type]


def test_each_fate_is_counted_apart() -> None:
    a = page("a", said("12 people were arrested at Tolsund Quay", GUILD, "12", 12))
    (one,) = messages(a, page("b", said("30 people were detained at Tolsund Quay", MAYOR, "30", 30)))
    assert one.startswith("How many detained, in what seems one event (Quay, Tolsund)")
    assert messages(a, page("b", said("30 people are missing at Tolsund Quay", MAYOR, "30", 30))) == []
    for text in ("142 people were on board the Tolsund ferry", "142 passengers travelled on the Tolsund ferry"):
        unit = text.split()[1].rstrip("s").replace("people", "person")
        both = (
            page("a", said(text, GUILD, "142", 142, unit)),
            page("b", said("200 people were aboard the Tolsund ferry", MAYOR, "200", 200)),
        )
        assert len(messages(*both)) == 1, text


def test_a_later_count_of_the_missing_may_be_any_other() -> None:
    early = page("a", said("30 people are missing at Tolsund Quay", GUILD, "30", 30), published="2031-05-01")
    for n in (12, 60):
        late = page("b", said(f"{n} people are missing at Tolsund Quay", MAYOR, str(n), n), published="2031-05-03")
        assert messages(early, late) == []
    same = page("b", said("12 people are missing at Tolsund Quay", MAYOR, "12", 12), published="2031-05-01")
    assert len(messages(early, same)) == 1


def test_at_no_time_more() -> None:
    rumour = t(
        "The Courier wrote that 60 children were in hospital",
        "The Courier",
        "outlet",
        content="60 children were in hospital",
        figures=[("60", 60, 60, "child")],
    )
    answer = said("We never admitted more than 38 children", GUILD, "38", 38, "child", high=None)
    (one,) = messages(page("a", rumour, answer))
    assert "“never more than 38”" in one


def test_a_figure_that_names_nothing_counts_what_the_one_before_it_does() -> None:
    first = said("The mill has had 38 million crowns of public money", MAYOR, "38 million", 38e6, "crown")
    second = t(
        "The mill puts the aid at 24 million crowns",
        "The mill",
        "organization",
        content="puts the aid at 24 million crowns",
        figures=[("24 million", 24e6, 24e6, "crown")],
    )
    (one,) = messages(page("a", first, second))
    assert "The mill" in one and "“24 million”" in one and "“38 million”" in one
    other = said("The weir will cost 24 million crowns", GUILD, "24 million", 24e6, "crown")
    assert messages(page("a", first, other)) == []


def test_what_there_is_room_for_is_not_aboard() -> None:
    p = page("a", said("The ferry is certified for 160 passengers", GUILD, "160", 160, "passenger"))
    assert countings(pile(p), p.said[0][0]) == ()


def test_a_figure_that_is_disputed_by_name() -> None:
    told = page("a", said("40 people were killed at Tolsund Quay", GUILD, "40", 40), published="2031-05-01")
    doubt = t("We found no support for reports of 40 dead", figures=[("40", 40, 40, "person")])
    (one,) = messages(told, page("b", t("The wall at Tolsund Quay fell"), doubt, published="2031-05-02"))
    assert "“not 40”" in one


def test_bodies_are_no_fewer_than_the_dead() -> None:
    seen = page("a", said("Six bodies were brought from Tolsund Quay", MAYOR, "Six", 6, "body"))
    assert messages(seen, page("b", said("40 people were killed at Tolsund Quay", GUILD, "40", 40))) == []


def test_two_offices_of_a_state_may_go_on_counting() -> None:
    def told(by: str, n: int, name: str, day: str | None) -> object:
        words = f"{n} people were killed at Tolsund Quay"
        return page(
            name, t(f"{words}, {by} said", by, "official", content=words, figures=[(str(n), n, n, "person")]), published=day
        )

    assert messages(told("the harbour master", 12, "a", None), told("the ministry", 40, "b", None)) == []
    assert len(messages(told("the harbour master", 12, "a", "2031-05-01"), told("the ministry", 40, "b", "2031-05-01"))) == 1


def test_killed_and_hurt_are_parts_of_all_victims_and_not_of_each_other() -> None:
    both = "Nine people were killed and 21 hurt at Tolsund Quay, 30 victims in all"
    a = page(
        "a",
        t(
            f"{both}, {GUILD} said",
            GUILD,
            "organization",
            content=both,
            figures=[("Nine", 9, 9, "person"), ("21", 21, 21, "person")],
        ),
    )
    (one,) = messages(a, page("b", said("14 people were killed at Tolsund Quay", MAYOR, "14", 14)))
    assert "“Nine”" in one and "“14”" in one
