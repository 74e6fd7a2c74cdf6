"""Denials and withdrawals that no like words tie: by who is accused, by an outlet, by what is next to them. It is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.denials import replies
from sayso.assess.pile import Pile
from tests.assess.findings.tables import page, pile, t


def about(p: Pile, document: str) -> list[str]:
    """The words of what the last reply of a page speaks of."""
    return [p.text(x) for x in replies(p, document)[-1].about]


def test_the_one_who_is_accused_denies() -> None:
    charge = page(
        "a",
        t(
            "The barge came from the Brund side, the guild said",
            "the guild",
            "organization",
            content="The barge came from the Brund side",
        ),
    )
    words = "an accusation that one of its barges had rammed the weir"
    denial = t(f"Brund rejected {words}", "Brund", "government", stance="deny", content=words, cue="rejected")
    assert about(pile(charge, page("b", denial)), "doc-b") == ["The barge came from the Brund side, the guild said"]
    role = t(
        "Brund denied any role in the ramming of the weir",
        "Brund",
        "government",
        stance="deny",
        content="any role in the ramming of the weir",
        cue="denied",
    )
    rammed = page(
        "a", t("A barge has rammed the weir, the guild said", "the guild", "organization", content="A barge has rammed the weir")
    )
    assert about(pile(rammed, page("b", role)), "doc-b") == []


def test_an_outlet_that_is_named() -> None:
    story = page(
        "a",
        t(
            "The miller has been taken to the tower and will be sent abroad, a porter said",
            "a porter",
            "anonymous",
            content="The miller has been taken to the tower and will be sent abroad",
        ),
        outlet="Tarn Express",
    )
    words = 'a report on the site Tarn Express as "made up"'
    denial = t(f"The bailiff dismissed {words}", "The bailiff", "official", stance="deny", content=words, cue="dismissed")
    assert about(pile(story, page("b", denial)), "doc-b") == [story.said[0][0].span.of(story.text)]


def test_a_rumour_that_is_denied() -> None:
    rumour = page("a", t("The lock keeper was quietly removed on Tuesday"))
    words = "the rumours that the lock keeper had been dismissed"
    denial = t(
        f"The guild called {words} entirely false",
        "The guild",
        "organization",
        stance="deny",
        content=f"{words} entirely false",
        cue="called",
    )
    assert about(pile(rumour, page("b", denial)), "doc-b") == ["The lock keeper was quietly removed on Tuesday"]


def test_two_things_that_have_nothing_to_do_with_each_other_deny_nothing() -> None:
    cuts = page("a", t("The cuts at Brund concern forty weavers"))
    answer = t(
        'The cuts "have nothing to do with Brund", the director said',
        "the director",
        "official",
        stance="deny",
        content='The cuts "have nothing to do with Brund',
        voice="direct",
    )
    assert replies(pile(cuts, page("b", answer)), "doc-b") == ()


def test_a_house_puts_its_own_figure_right() -> None:
    early = page(
        "a",
        t(
            "Seven people died at the quay, the guild said",
            "the guild",
            "organization",
            content="Seven people died at the quay",
            figures=[("Seven", 7, 7, "person")],
        ),
        outlet="Tarn Post",
        published="2031-05-01",
    )
    other = page("c", t("Seven people died at the quay", figures=[("Seven", 7, 7, "person")]), published="2031-05-01")
    late = page("b", t("Fourteen people died at the quay"), outlet="Tarn Post", published="2031-05-04")
    late.text += "\n\nCorrection: Tarn Post reported seven deaths on 1 May."
    late.tell("Tarn Post reported seven deaths on 1 May", stance="correct", figures=[("seven", 7, 7, "death")])
    p = pile(early, other, late)
    assert about(p, "doc-b") == ["Seven people died at the quay, the guild said"] and replies(p, "doc-b")[-1].act == "corrected"


def test_a_party_gives_up_its_figure_and_an_outlet_its_story() -> None:
    claim = page(
        "a",
        t(
            "Seventy children fell ill, the parents said",
            "the parents",
            "group",
            content="Seventy children fell ill",
            figures=[("Seventy", 70, 70, "child")],
        ),
        outlet="Tarn Blare",
    )
    back = t(
        "The parents withdrew the claim that 70 children fell ill",
        "The parents",
        "group",
        stance="retract",
        content="70 children fell ill",
        cue="withdrew",
        figures=[("70", 70, 70, "child")],
    )
    assert about(pile(claim, page("b", back)), "doc-b") == ["Seventy children fell ill, the parents said"]
    amended = t("The Tarn Blare amended its story on Monday", stance="correct")
    assert about(pile(claim, page("b", t("Few children fell ill"), amended)), "doc-b") == [
        "Seventy children fell ill, the parents said"
    ]


@pytest.mark.parametrize(
    ("first", "of_it"),
    [
        ("Nothing was stopped, Ida Volk said", False),
        ("No barge was stopped, Ida Volk said", False),
        ("The barges never stopped, Ida Volk said", False),
        ("The barges came late, Ida Volk said", True),
        ("The barges were empty, Ida Volk said", True),
        ("The barges were ours, Ida Volk said", True),
    ],
)
def test_who_has_just_said_no_speaks_of_what_she_answered(first: str, of_it: bool) -> None:
    charge = t("Nine barges had sunk in May, the harbour office said", "the harbour office", "organization")
    said = t(first, "Ida Volk", content=first.partition(",")[0])
    verdict = t("That is pure invention", "Ida Volk", stance="deny", voice="direct")
    assert bool(about(pile(page("a", charge, said, verdict)), "doc-a")) is of_it
