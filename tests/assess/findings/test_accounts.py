"""Two accounts of one act, answers and disputes: rows where they stand against each other and rows where not. Fiction."""

from __future__ import annotations

import pytest

from tests.assess.findings.tables import Told, page, pile, spoken, t

FARMER = t("Aircraft bombed the old barn, a farmer told Nordpress", "a farmer", "anonymous", via="Nordpress")
GUILD = t("The Harbour Guild blamed Ostmar Mill for the fire", "The Harbour Guild", "organization")

AGAINST = [
    ([FARMER, t("The strike was carried out by a drone, a warden said", "a warden", "anonymous")], "the means"),
    ([FARMER, t("The attack targeted grain carts on the road, a warden said", "a warden", "anonymous")], "what was hit"),
    (
        [
            t("Rebels shelled the depot, a farmer said", "a farmer", "anonymous"),
            t("The raid struck two empty boats, a warden said", "a warden", "anonymous"),
        ],
        "what was hit",
    ),
    ([GUILD, t("The fire was started by the Tolsund Crew, a warden said", "a warden", "anonymous")], "the doer"),
    (
        [
            t("The attack was launched by Harvik men, a clerk said", "a clerk", "official"),
            t("The raid was carried out by the Ostmar Guard, a warden said", "a warden", "anonymous"),
        ],
        "the doer",
    ),
]


@pytest.mark.parametrize(("told", "kind"), AGAINST, ids=[x[0][-1].words[:45] for x in AGAINST])
def test_two_sources_tell_one_act_differently(told: list[Told], kind: str) -> None:
    found = [f for f in spoken(pile(page("p", *told))) if f.rule == "accounts_conflict"]
    assert any(kind in f.message for f in found)


BESIDE = [
    [FARMER, t("The strike by aircraft came at noon, a warden said", "a warden", "anonymous")],
    [FARMER, t("A drone was seen over the hill, a warden said", "a warden", "anonymous")],
    [FARMER, t("The attack targeted the old barn, a warden said", "a warden", "anonymous")],
    [FARMER, t("The attack targeted the old barn as well as two carts, a warden said", "a warden", "anonymous")],
    [FARMER, t("The strike was carried out by a drone, the farmer added", "a farmer", "anonymous")],
    [GUILD, t("The fire was started by workers of Ostmar Mill, a warden said", "a warden", "anonymous")],
    [FARMER, t("The strike was carried out by a drone", None)],
]


@pytest.mark.parametrize("told", BESIDE, ids=[x[-1].words[:45] for x in BESIDE])
def test_accounts_that_do_not_stand_against_each_other(told: list[Told]) -> None:
    assert [f.message for f in spoken(pile(page("p", *told))) if f.rule in ("accounts_conflict", "places_conflict")] == []


HARRA = t("The strike targeted a store in Harvik, a farmer said", "a farmer", "anonymous")
PLACES = [
    ([HARRA, t("The attack targeted a store near Tolsund, a warden said", "a warden", "anonymous")], 1),
    ([HARRA, t("The attack hit a shed near Lower Ostmar, a warden said", "a warden", "anonymous")], 1),
    (
        [
            t("Rebels struck a yard in Merrow, a clerk said", "a clerk", "official"),
            t("The raid hit a yard near Qelby, a warden said", "a warden", "anonymous"),
        ],
        1,
    ),
    ([HARRA, t("The attack targeted a store in Harvik, a warden said", "a warden", "anonymous")], 0),
    ([HARRA, t("The attack targeted a store between Harvik and Tolsund, a warden said", "a warden", "anonymous")], 0),
    ([HARRA, t("A store near Tolsund burned in spring, a warden said", "a warden", "anonymous")], 0),
]


@pytest.mark.parametrize(("told", "count"), PLACES, ids=[x[0][-1].words[:45] for x in PLACES])
def test_two_places_for_one_strike(told: list[Told], count: int) -> None:
    assert len([f for f in spoken(pile(page("p", *told))) if f.rule == "places_conflict"]) == count


BUILD = t(
    "The guild will keep the moorings of the upper harbour, its clerk said",
    "its clerk",
    "official",
    content="The guild will keep the moorings of the upper harbour",
)
DISPUTED = [
    ([BUILD, t("The council, however, does not recognise any moorings beyond the lock")], 1),
    ([BUILD, t("The fishers disagree with that view")], 1),
    ([BUILD, t("The council objects to moorings of any kind", "The council", "organization")], 1),
    ([BUILD, t("The council does not recognise the new coins")], 0),
    ([t("The moorings of the upper harbour are old"), t("The council does not recognise any moorings beyond the lock")], 0),
    ([BUILD, t("The clerk does not recognise moorings beyond the lock", "its clerk", "official")], 0),
    ([BUILD, t("The council likes the moorings beyond the lock", "The council", "organization")], 0),
]


@pytest.mark.parametrize(("told", "count"), DISPUTED, ids=[x[0][-1].words[:45] for x in DISPUTED])
def test_a_party_does_not_accept_what_another_builds_on(told: list[Told], count: int) -> None:
    assert len([f for f in spoken(pile(page("p", *told))) if f.rule == "accounts_conflict"]) == count


def answer(lead: str, claims: str = "claims", by: str = "the mill", first: str = "The guild said the dam was sound") -> int:
    """How often one party's words are told as the answer to another's."""
    text = f"{first}, {lead} the mill's {claims} that it had leaked for years"
    one = t(f"{first}", "The guild", "organization", content=first.split(" said ")[-1])
    p = page("p", one)
    p.text = text + "."
    p.tell(f"the mill's {claims} that it had leaked for years", (by, "organization"), content="it had leaked for years", cue=claims)
    return len([f for f in spoken(pile(p)) if f.rule == "accounts_conflict"])


def test_one_party_answers_another() -> None:
    assert answer("in response to") == 1
    assert answer("answering") == 1
    assert answer("commenting on") == 1
    assert answer("long before") == 0
    assert answer("in response to", claims="questions") == 0
    assert answer("in response to", by="the guild") == 0


def test_places_are_given_with_what_says_how_they_lie() -> None:
    told = (HARRA, t("The attack targeted a store between Tolsund and Lower Ostmar, a warden said", "a warden", "anonymous"))
    (f,) = [f for f in spoken(pile(page("p", *told))) if f.rule == "places_conflict"]
    assert "“in Harvik”" in f.message and "“between Tolsund and Lower Ostmar”" in f.message


def test_an_answer_in_the_same_sentence_is_shown_once() -> None:
    words = "The guild said the dam was sound, answering mayor Ada Grell's claims that it had leaked"
    p = page("p", t(words, "The guild", "organization", content="the dam was sound"))
    p.tell("mayor Ada Grell's claims that it had leaked", ("mayor Ada", "person"), content="it had leaked", cue="claims")
    (f,) = [f for f in spoken(pile(p)) if f.rule == "accounts_conflict"]
    assert len(f.evidence) == 2 and not f.evidence[0].span.overlaps(f.evidence[1].span)
