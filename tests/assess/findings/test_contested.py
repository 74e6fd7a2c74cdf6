"""A party that does not share what another has told right before: rows where the rule speaks and where it is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.contested import contested
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
        "A dry week\n\nThe weir was opened too late, farmers in Hald said.\n\nThe river board rejected that version. "
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


def made(page: str, folder: Path, *told: Finding) -> list[Finding]:
    p = pile(page, folder, single=True)
    return [f for d in sorted(p.by_document) for f in contested(p, d, told)]


@pytest.mark.parametrize(("page", "sides"), SPOKEN, ids=range(len(SPOKEN)))
def test_the_two_are_laid_side_by_side(page: str, sides: tuple[str, str], tmp_path: Path) -> None:
    (f,) = made(page, tmp_path)
    told = " ".join(e.span.of(page) for e in f.evidence)
    assert f.rule == "accounts_conflict" and all(side in told for side in sides)
    assert made(page, tmp_path, f) == []  # what is said already is not said twice


@pytest.mark.parametrize("page", SILENT, ids=range(len(SILENT)))
def test_nobody_else_is_contradicted(page: str, tmp_path: Path) -> None:
    assert made(page, tmp_path) == []
