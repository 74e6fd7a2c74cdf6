"""A remark on two sources says so. All rows are fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.retelling import retellings
from sayso.assess.findings.voices import standing
from tests.assess.findings.pages import pile
from tests.assess.piles import answers

SOURCES = [
    "A harbour pilot said the lock was left open for hours. => A harbour clerk said the lock was left open for hours.",
    "The ambassador of Tarn said the old boats were sold. => The consul of Tarn said the old boats were sold.",
    "The mother of Grell said the gate had been shut at noon. => The lawyer of Grell said the gate had been shut at noon.",
]
THINGS = [
    "The keeper said nine lamps were broken in the storm. => The keeper said nine windows were broken in the storm.",
    "The clerk said the boats were sold to a farmer in the autumn. => The clerk said the boats were sold to a baker in the autumn.",
    "The mill was painted by a farmer in the spring. => The mill was painted by a baker in the spring.",
]


def rules(row: str, folder: Path) -> set[str]:
    p = pile(row, folder)
    return {f.rule for f in retellings(p, answers(p))}


@pytest.mark.parametrize("row", SOURCES)
def test_two_sources_are_no_two_things(row: str, tmp_path: Path) -> None:
    found = rules(row, tmp_path)
    assert found & {"source_invented", "source_promoted"} and "category_changed" not in found, found


@pytest.mark.parametrize("row", THINGS)
def test_what_is_told_is_no_source(row: str, tmp_path: Path) -> None:
    found = rules(row, tmp_path)
    assert not found & {"source_invented", "source_promoted"}, found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("the baker's lawyer", "counsel"),
        ("relatives of the police chief", "kin"),
        ("the coast guard", "state"),
        ("a porter at the hospital", "bystander"),
    ],
)
def test_the_word_of_a_source(name: str, wanted: str) -> None:
    assert standing(name)[1] == {wanted}
