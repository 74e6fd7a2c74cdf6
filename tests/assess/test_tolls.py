"""Tolls of one event told by different sources. All of it is fiction."""

from __future__ import annotations

from typing import Any

from sayso.assess.findings.tolls import tolls_conflict
from tests.assess.piles import Page, pile

GUILD, MAYOR = ("the Harbour Guild", "organization"), ("mayor Ada Grell", "person")
FORTY = "40 people were killed at Tolsund Quay, the Harbour Guild said"
NONE = "Nobody was hurt at Tolsund Quay, mayor Ada Grell said"


def page(name: str, text: str, *source: tuple[str, str], **more: Any) -> Page:
    p = Page(name, text + ".", f"Paper {name}", published=more.pop("published", None))
    p.tell(text, *source, claim=more.pop("claim", None), content=text.split(", ")[0], **more)
    return p


def forty(**more: Any) -> Page:
    return page("a", FORTY, GUILD, figures=[("40", 40, 40, "person")], **more)


def test_a_toll_and_none_on_two_pages() -> None:
    (f,) = tolls_conflict(pile(forty(), page("b", NONE, MAYOR)))
    assert f.rule == "figures_conflict" and f.documents == ("doc-a", "doc-b")
    assert "“40”" in f.message and "“Nobody was hurt”" in f.message and "Tolsund" in f.message


def test_another_place_is_another_event() -> None:
    assert list(tolls_conflict(pile(forty(), page("b", NONE.replace("Tolsund Quay", "Harvik Lock"), MAYOR)))) == []


def test_one_source_a_later_larger_count_and_a_far_page_are_no_conflict() -> None:
    assert list(tolls_conflict(pile(forty(), page("b", NONE, GUILD)))) == []
    few = "12 people were killed at Tolsund Quay, mayor Ada Grell said"
    early = page("b", few, MAYOR, figures=[("12", 12, 12, "person")], published="2031-05-01")
    assert list(tolls_conflict(pile(forty(published="2031-05-03"), early))) == []
    assert list(tolls_conflict(pile(forty(published="2031-09-03"), page("b", NONE, MAYOR, published="2031-05-01")))) == []
    late = page("b", few, MAYOR, figures=[("12", 12, 12, "person")], published="2031-05-05")
    assert len(list(tolls_conflict(pile(forty(published="2031-05-03"), late)))) == 1


def test_parts_aims_and_earlier_counts_are_no_tolls() -> None:
    for text in (
        "They meant to kill 90 people at Tolsund Quay, mayor Ada Grell said",
        "Among them 90 people killed at Tolsund Quay, mayor Ada Grell said",
        "Previously 90 people were killed at Tolsund Quay, mayor Ada Grell said",
    ):
        assert list(tolls_conflict(pile(forty(), page("b", text, MAYOR, figures=[("90", 90, 90, "person")])))) == [], text


def test_fighters_are_a_part_of_the_dead_but_cannot_outnumber_them() -> None:
    text = "{} militants were killed at Tolsund Quay, mayor Ada Grell said"
    fewer = page("b", text.format(12), MAYOR, figures=[("12", 12, 12, "militant")])
    assert list(tolls_conflict(pile(forty(), fewer))) == []
    more = page("b", text.format(90), MAYOR, figures=[("90", 90, 90, "militant")])
    assert len(list(tolls_conflict(pile(forty(), more)))) == 1


def test_two_places_two_years_and_a_war_are_other_events() -> None:
    def both(second: str) -> int:
        p = Page("a", f"{FORTY}. {second}.", "Paper a")
        p.tell(FORTY, GUILD, content=FORTY.split(", ")[0], figures=[("40", 40, 40, "person")])
        p.tell(second, MAYOR, content=second, figures=[("90", 90, 90, "person")])
        return len(list(tolls_conflict(pile(p))))

    assert both("Raiders killed 90 people at Tolsund Quay") == 1
    assert both("Raiders from Tolsund killed 90 people at Harvik Lock") == 0
    assert both("The Tolsund raiders killed 90 people since the war began") == 0
    assert both("That year raiders killed 90 people at Tolsund Quay") == 0


def test_casualties_are_no_dead_and_a_bare_figure_goes_on_about_the_last() -> None:
    hurt = page("b", "90 casualties at Tolsund Quay, mayor Ada Grell said", MAYOR, figures=[("90", 90, 90, "casualty")])
    assert list(tolls_conflict(pile(forty(), hurt))) == []

    def two(first: str) -> Page:
        p = Page("b", f"{first}, mayor Ada Grell said. The lifeboat crew put the figure at 90.", "Paper b")
        p.tell(f"{first}, mayor Ada Grell said", MAYOR, figures=[("12", 12, 12, "person")], content=first)
        p.tell("The lifeboat crew put the figure at 90", ("the lifeboat crew", "organization"), figures=[("90", 90, 90, "")])
        return p

    assert any("“90”" in f.message for f in tolls_conflict(pile(two("12 people were killed at Tolsund Quay"))))
    aboard = list(tolls_conflict(pile(forty(), two("12 people were aboard at Tolsund Quay"))))
    assert not any("“90”" in f.message and "“40”" in f.message for f in aboard)
