"""Two pages that nothing ties but a number: how each gives it is compared, and nothing else. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.findings.numbers import number_changed
from sayso.assess.findings.retelling import by_telling
from sayso.assess.steps import steps
from tests.assess.findings.pages import pile

SPEAKS = [
    ("The flood killed at least 41 people at Hald, a clerk said. => The flood killed 41 people at Hald.", "bound_changed"),
    ("The flood killed 41 people at Hald. => The flood killed up to 41 people at Hald, a pilot said.", "bound_changed"),
    ("Porters injured 14 guards at the lock, a clerk said. => Porters injured 14 people at the lock.", "category_changed"),
    ("A clerk said the guild held 31 people overnight. => The guild held 31 smugglers overnight.", "category_changed"),
]
SILENT = [
    "The flood killed at least 41 people at Hald. => The flood killed 41 people at Hald.",  # nobody says who counted
    "The flood killed at least 4 people at Hald, a clerk said. => The flood killed 4 people at Hald.",
    "The flood killed 41 people at Hald, a clerk said. => The flood killed 41 people at Hald.",
    "The flood killed at least 41 people at Hald, a clerk said. => 41 people dead || Hald has closed the lock.",
    "Porters injured 14 guards at the lock, a clerk said. => Porters injured 14 people at the lock. The guards had a doctor.",
]


@pytest.mark.parametrize(("row", "rule"), SPEAKS)
def test_how_one_number_is_given(row: str, rule: str, tmp_path: Path) -> None:
    p = pile(row, tmp_path, apart=True)
    assert {s.kind for c in p.claims for s in steps(p, c)} == {"figure"}
    assert [f.rule for f in by_telling(p, ())] == [rule]


@pytest.mark.parametrize("row", SILENT)
def test_one_number_given_alike(row: str, tmp_path: Path) -> None:
    p = pile(row, tmp_path, apart=True)
    alike = [s for c in p.claims for s in steps(p, c) if s.kind == "figure"]
    assert [f.rule for s in alike for f in number_changed(p, s)] == []


def test_a_bound_that_three_pages_drop_is_one_change(tmp_path: Path) -> None:
    row = "At least 41 people died at Hald, a clerk said. => 41 people died at Hald. => Forty-one people died at Hald."
    (f,) = by_telling(pile(row, tmp_path, apart=True), ())
    assert len(f.documents) == 3 and "So too in" in f.message
