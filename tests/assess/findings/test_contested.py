"""A party that does not share what another has told right before: rows where the rule speaks and where it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.contested import contested, opposed
from sayso.model import Finding
from tests.assess.findings.pages import pile

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


def made(page: str, folder: Path, *told: Finding) -> list[tuple[Finding, str]]:
    p = pile(page, folder, single=True)
    found = [f for d in sorted(p.by_document) for f in contested(p, d, told)]
    return [(f, " ".join(p.words(e.document, e.span) for e in f.evidence)) for f in found]


@pytest.mark.parametrize(("page", "sides"), SPOKEN, ids=range(len(SPOKEN)))
def test_the_two_are_laid_side_by_side(page: str, sides: tuple[str, str], tmp_path: Path) -> None:
    ((f, told),) = made(page, tmp_path)
    assert f.rule == "accounts_conflict" and all(side in told for side in sides)
    assert made(page, tmp_path, f) == []  # what is said already is not said twice


@pytest.mark.parametrize("page", SILENT, ids=range(len(SILENT)))
def test_nobody_else_is_contradicted(page: str, tmp_path: Path) -> None:
    assert made(page, tmp_path) == []


# one sentence, or "by contrast", in which the second party tells that it is not so
OPPOSED = [
    (
        "The weir may have been opened too late, a farmer said, although the board said that nothing was amiss.",
        ("opened too late", "nothing was amiss"),
    ),
    (
        "Ash from the mill has reached the Velle, anglers say, but the mill's owner says no ash has left the yard.",
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


@pytest.mark.parametrize(("page", "sides"), OPPOSED, ids=range(len(OPPOSED)))
def test_two_who_are_told_together_are_laid_side_by_side(page: str, sides: tuple[str, str], tmp_path: Path) -> None:
    p = pile(f"Rain in Hald || {page}" if page[0] != "[" else page[:5] + "Lluvia || " + page[5:], tmp_path, single=True)
    (f,) = [f for d in p.by_document for f in opposed(p, d, ())]
    told = " ".join(p.words(e.document, e.span) for e in f.evidence)
    assert f.rule == "accounts_conflict" and all(side in told for side in sides)


@pytest.mark.parametrize("page", ALIKE, ids=range(len(ALIKE)))
def test_two_who_can_both_be_right_are_not(page: str, tmp_path: Path) -> None:
    p = pile(f"Rain in Hald || {page}", tmp_path, single=True)
    assert [f for d in p.by_document for f in opposed(p, d, ())] == []
