"""A party that does not share what another has told right before: rows where the rule speaks and where it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.contested import contested, opposed, outdone
from sayso.model import Finding
from tests.assess.findings import tables
from tests.assess.findings.pages import pile
from tests.assess.findings.tables import page, spoken, t
from tests.assess.piles import Page

# a page, and words of both sides
SPOKEN = [
    (
        "The barge sank at noon, miller Ada Grell said. The guild gave a different account. "
        "It was towed to Velle in the morning, its master Olo Brand said.",
        ("The barge sank at noon", "It was towed to Velle in the morning"),
    ),
    (
        "Ash from the mill has reached the Velle, angler Ida Sorn said. "
        "Warden Ede Folk disputed the claim as “a tale for children”.",
        ("Ash from the mill has reached the Velle", "a tale for children"),
    ),
    (
        "A dry week || The weir was opened too late, farmers in Hald said.\n\nThe river board rejected that version. "
        "“We opened it at dawn,” board chairman Tam Rook said.",
        ("The weir was opened too late", "We opened it at dawn"),
    ),
]
# nobody is answered; a plan; one party; the account of a thing; neither yes nor no; nobody is given for what stands before
SILENT = [
    "Rain fell all day. The guild gave a different account. It was towed to Velle, its master Olo Brand said.",
    "The weir will be closed, miller Ada Grell said. The board rejected the plan. “We need the weir,” chairman Tam Rook said.",
    "The barge sank at noon, miller Ada Grell said. Ada Grell disputed the claim. She had seen it at dusk, Ada Grell said.",
    "The barge sank at noon, miller Ada Grell said. The board rejected the account of the bank. It is old, chairman Tam Rook said.",
    "Ash has reached the Velle, angler Ida Sorn said. Warden Ede Folk would neither confirm nor deny the claim, he said.",
]


def made(row: str, folder: Path, *told: Finding) -> list[tuple[Finding, str]]:
    p = pile(row, folder, single=True)
    found = [f for d in sorted(p.by_document) for f in contested(p, d, told)]
    return [(f, " ".join(p.words(e.document, e.span) for e in f.evidence)) for f in found]


@pytest.mark.parametrize(("row", "sides"), SPOKEN, ids=range(len(SPOKEN)))
def test_the_two_are_laid_side_by_side(row: str, sides: tuple[str, str], tmp_path: Path) -> None:
    ((f, told),) = made(row, tmp_path)
    assert f.rule == "accounts_conflict" and all(side in told for side in sides)
    assert made(row, tmp_path, f) == []  # what is said already is not said twice


@pytest.mark.parametrize("row", SILENT, ids=range(len(SILENT)))
def test_nobody_else_is_contradicted(row: str, tmp_path: Path) -> None:
    assert made(row, tmp_path) == []


# one sentence, or "by contrast", in which the second party tells that it is not so
OPPOSED = [
    (
        "The weir may have been opened too late, a farmer said, although the board said that nothing at the gates had been amiss.",
        ("opened too late", "nothing at the gates"),
    ),
    (
        "Ash from the mill has reached the Velle, angler Ida Sorn said, but the owner of the mill says no ash has left the yard.",
        ("has reached the Velle", "no ash has left the yard"),
    ),
    (
        "[es] El molino vertió ceniza al río, dijo un pescador. La guardia, en cambio, sostiene que no hay ceniza en el agua.",
        ("vertió ceniza al río", "no hay ceniza"),
    ),
]
# both tell that it is so; one party; a silence; nobody is given; no word that sets the two apart
ALIKE = [
    "The weir may have been opened too late, a farmer said, while the board said that two gates were stuck.",
    "The weir was opened too late, Ada Grell said, although Ada Grell also said that nothing was lost.",
    "The weir was opened too late, a farmer said, although the board did not comment.",
    "The weir was opened too late, although the board said that nothing was amiss.",
    "The weir was opened too late, a farmer said. The board said that no fish had died.",
]


@pytest.mark.parametrize(("row", "sides"), OPPOSED, ids=range(len(OPPOSED)))
def test_two_who_are_told_together_are_laid_side_by_side(row: str, sides: tuple[str, str], tmp_path: Path) -> None:
    p = pile(f"Rain in Hald || {row}" if row[0] != "[" else row[:5] + "Lluvia || " + row[5:], tmp_path, single=True)
    (f,) = [f for d in p.by_document for f in opposed(p, d, ())]
    told = " ".join(p.words(e.document, e.span) for e in f.evidence)
    assert f.rule == "accounts_conflict" and all(side in told for side in sides)


@pytest.mark.parametrize("row", ALIKE, ids=range(len(ALIKE)))
def test_two_who_can_both_be_right_are_not(row: str, tmp_path: Path) -> None:
    p = pile(f"Rain in Hald || {row}", tmp_path, single=True)
    assert [f for d in p.by_document for f in opposed(p, d, ())] == []


GUARD = t(
    "The boat was set alight by Tam Rook, a guard said", "a guard", "anonymous", content="The boat was set alight by Tam Rook"
)


def quoted(words: str, by: str) -> list[str]:
    """What a quotation after the guard's words is shown to deny."""
    reply = t(f"“{words},” {by} said", by, "person", content=words, voice="direct", cue="said")
    return [f.from_ or "" for f in conflicts_of(page("p", t("Rain fell on the quay all day long"), GUARD, reply))]


def conflicts_of(*pages: Page) -> list[Finding]:
    return [f for f in spoken(tables.pile(*pages)) if f.rule == "denied"]


def test_that_is_not_me_denies_what_names_the_speaker() -> None:
    told = ["The boat was set alight by Tam Rook"]
    assert quoted("That was not me. I was in Velle", "Tam Rook") == told
    assert quoted("It wasn’t me", "Tam Rook") == told
    assert quoted("This is no boat", "Ada Grell") == told
    assert quoted("That was not me", "Ada Grell") == []  # nobody has named her
    assert quoted("That is not easy", "Tam Rook") == []
    assert quoted("This is no harbour", "Ada Grell") == []  # nobody spoke of one


def within(words: str, content: str, **more: str) -> list[Finding]:
    """What a denial alone on its page is shown to deny."""
    return conflicts_of(page("p", t(words, "The guild", "organization", stance="deny", content=content, **more)))


def test_a_denial_that_names_whose_word_it_denies_needs_no_other_telling() -> None:
    for what in (
        "a suggestion by the warden that the gate was open",
        "the miller’s claim that ash was tipped",
        "rumours from Velle",
    ):
        (f,) = within(f"The guild denied {what}", what, cue="denied")
        assert what in f.message and f.rule == "denied"
    assert within("The guild denied that ash was tipped", "ash was tipped", cue="denied") == []  # nobody is said to have told it
    assert within("The guild denied reporters entry to the mill’s yard", "reporters entry to the mill’s yard", cue="denied") == []
    assert within("The guild did not open a claim by Ida Sorn", "open a claim by Ida Sorn", cue="claim") == []


def test_across_languages_one_word_ties_a_denial_to_its_claim() -> None:
    told = t(
        "Doce soldados murieron en el cuartel, dijo el portavoz",
        "el portavoz",
        "official",
        claim="dead",
        content="Doce soldados murieron en el cuartel",
    )
    other = page("a", told, language="es")
    words = "any soldier was lost at the barracks"
    denial = t(
        f"The army denied that {words}", "The army", "organization", claim="dead", stance="deny", content=words, cue="denied"
    )
    assert [f.documents for f in conflicts_of(other, page("b", denial))] == [("doc-a", "doc-b")]
    apart = t(f"The army denied that {words}", "The army", "organization", claim="b", stance="deny", content=words, cue="denied")
    assert [f.documents for f in conflicts_of(other, page("b", apart))] == [("doc-b",)]  # it says itself what it denies


# a telling that says itself that it is set against another party's
SET_AGAINST = [
    "The weir was opened at two in the night, two hours earlier than the guild says, a rower told the Herald.",
    "The mill lost 900 sacks, three times what the mill admits, angler Ida Sorn said.",
]
# no party, a wish, nothing that anybody says
NO_PARTY = [
    "Rye is twice as likely to report a loss, angler Ida Sorn said.",
    "The weir was opened at two, rather than at four, angler Ida Sorn said.",
    "The weir was opened earlier than the mill, angler Ida Sorn said.",
]


def against(row: str, folder: Path) -> list[Finding]:
    p = pile(row, folder, single=True)
    return [f for d in sorted(p.by_document) for f in outdone(p, d, ())]


@pytest.mark.parametrize("row", SET_AGAINST)
def test_a_telling_that_is_set_against_another_by_its_own_words(row: str, tmp_path: Path) -> None:
    (f,) = against(row, tmp_path)
    assert f.rule == "accounts_conflict" and "This is set against what the" in f.message


@pytest.mark.parametrize("row", NO_PARTY)
def test_a_comparison_with_nobody(row: str, tmp_path: Path) -> None:
    assert against(row, tmp_path) == []
