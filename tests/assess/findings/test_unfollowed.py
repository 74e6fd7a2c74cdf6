"""Two pages that tell one claim in like words, one thing apart, with nothing to show who follows whom. All rows are fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.unfollowed import unfollowed
from tests.assess.findings.pages import pile

TOLD = [
    (
        "Seven rowers were hurt when a ferry struck the Hald weir. => Nine rowers were hurt when a ferry struck the Hald weir.",
        "number_changed",
    ),
    (
        "The old weir at Hald may have cracked in the great frost. => The old weir at Hald has cracked in the great frost.",
        "hedge_lost",
    ),
    (
        "The old weir at Hald has cracked in the great frost. => The old weir at Hald may have cracked in the great frost.",
        "hedge_added",
    ),
    (
        "The guild suspended the licence of the ferry on Monday. => The guild revoked the licence of the ferry on Monday.",
        "strengthened",
    ),
]
SILENT = [
    "Seven rowers were hurt when a ferry struck the Hald weir. => When a ferry struck the Hald weir, seven rowers were hurt.",
    # the first page has both figures
    "Seven rowers were hurt when the ferry struck the weir at Hald. Nine were hurt last year. "
    "=> Nine rowers were hurt when the ferry struck the weir at Hald.",
    "The ferry left Hald for the islands at 06:50 today. => The ferry left Hald for the islands at 13:14 today.",
    "The old weir at Hald cracked in the great frost of 2019. => The old weir at Hald cracked in the great frost of 2016.",
    "More than 270 rowers left the quay of Hald at noon. => 276 rowers left the quay of Hald at noon.",
    # a thing: each page may tell of one
    "The guild sold the old barn by the weir to Ada Strum. => The guild sold the old mill by the weir to Ada Strum.",
    # little in common
    "Seven rowers were hurt when the ferry struck the weir at Hald. => Nine rowers came to the feast of the guild at Hald.",
    "[de] Sieben Ruderer wurden am Wehr in Hald verletzt. => [de] Neun Ruderer wurden am Wehr in Hald verletzt.",
]


@pytest.mark.parametrize(("row", "rule"), TOLD)
def test_two_tellings_that_differ_are_told(row: str, rule: str, tmp_path: Path) -> None:
    assert [f.rule for f in unfollowed(pile(row, tmp_path, apart=True), ())] == [rule]


@pytest.mark.parametrize("row", SILENT)
def test_two_tellings_of_one_thing_or_of_two_are_left_alone(row: str, tmp_path: Path) -> None:
    assert not list(unfollowed(pile(row, tmp_path, apart=True), ()))


def test_what_is_told_already_is_not_told_again(tmp_path: Path) -> None:
    p = pile(TOLD[0][0], tmp_path, apart=True)
    assert not list(unfollowed(p, tuple(unfollowed(p, ()))))


def test_one_change_on_three_pages_is_told_once(tmp_path: Path) -> None:
    first, second = TOLD[0][0].split(" => ")
    found = list(unfollowed(pile(f"{first} => {second} => {second}", tmp_path, apart=True), ()))
    assert len(found) == 1 and len(found[0].documents) == 3
