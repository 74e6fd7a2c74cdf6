"""The coder's sheet: which tellings are one event, and what stands in its cells. All of it is fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.assess.coding import incidents
from sayso.cli.trace import run
from sayso.sheet import NAMES, Incident

MARKET = """Explosion at Velmark market kills 12

3 March 2031

Twelve people were killed and 30 injured in an explosion at the market in Velmark on Monday, police chief Oda Brinkvale said. \
Three of the dead were children, she said.
"""
LATER = """Velmark market explosion: toll rises to 15

5 March 2031

At least 15 people were killed in the explosion at the market in Velmark on Monday, the Velmark hospital said.
"""
STATION = """Bombing at Velmark station

20 March 2031

Twelve people were killed when a bomb exploded at the station in Velmark on Wednesday, police said.
"""
HARVIK = """Shooting in Harvik

3 March 2031

Twelve people were killed in a shooting in Harvik on Monday, the mayor said.
"""
NOBODY = """Velmark council speaks

4 March 2031

Nobody was killed in the explosion at the market in Velmark on Monday, council spokesman Tam Orrin said.
"""
ALMOST = """Flood in Ostrum

4 March 2031

Almost 1,000 people were killed in the flood in Ostrum on Tuesday, mayor Ada Grell said.
"""


@pytest.fixture
def sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAYSO_ANALYZER", "rules")

    def made(*pages: str) -> tuple[Incident, ...]:
        for n, text in enumerate(pages):
            (tmp_path / f"page-{n}.txt").write_text(text, encoding="utf-8")
        return incidents(run([str(tmp_path / f"page-{n}.txt") for n in range(len(pages))]))

    return made


def values(row: Incident, *names: str) -> tuple[object, ...]:
    return tuple(row.cells[n].value for n in names)


def test_a_later_count_is_the_same_event_with_a_range(sheet) -> None:
    (row,) = sheet(MARKET, LATER)
    assert values(row, "best", "low", "high", "fatalities") == (None, 12, 15, 12)
    assert values(row, "number_of_sources", "location", "event_date") == (2, "Velmark", "2031-03-03")
    assert values(row, "origins_low", "origins_high") in ((1, 2), (2, 2))


def test_killed_and_injured_apart_and_a_part_is_not_added_up(sheet) -> None:
    (row,) = sheet(MARKET)
    assert values(row, "best", "low", "high", "injured_best", "injured_low", "injured_high") == (12, 12, 12, 30, 30, 30)
    assert row.cells["parts"].value and "Three" in str(row.cells["parts"].value)
    assert set(row.cells) == set(NAMES)
    assert {p.words for p in row.cells["best"].evidence} == {"12", "Twelve"}


def test_a_denial_is_listed_with_its_event_and_the_denied_is_not(sheet) -> None:
    (row,) = sheet(MARKET, NOBODY)
    (line,) = row.cells["denials"].value  # type: ignore[misc]
    assert "Tam Orrin" in str(line) and "Nobody was killed" in str(line)
    assert values(row, "best", "low") == (12, 12)


def test_another_day_in_the_same_town_is_another_event(sheet) -> None:
    assert [r.cells["event_date"].value for r in sheet(MARKET, STATION)] == ["2031-03-03", "2031-03-19"]


def test_another_place_with_the_same_figure_and_day_is_another_event(sheet) -> None:
    assert {r.cells["location"].value for r in sheet(MARKET, HARVIK)} == {"Velmark", "Harvik"}


def test_a_denial_of_another_event_and_a_page_without_figures_make_no_row(sheet) -> None:
    assert sheet(NOBODY) == ()
    (row,) = sheet(HARVIK, NOBODY)
    assert row.cells["denials"].value is None


def test_almost_is_not_exact(sheet) -> None:
    (row,) = sheet(ALMOST)
    assert values(row, "best", "low", "actors") == (None, 1000, None)
    assert "Almost 1,000" in str(row.cells["killed_told"].value)


def test_numbers_adjectives_and_sources_are_no_actors_and_no_places(sheet) -> None:
    (row,) = sheet(
        "Clash in Ostrum\n\n4 March 2031\n\nTwo Norwegian soldiers and Five French guards were killed in Ostrum on Tuesday"
        " by Norwegian fire, mayor Ada Grell said. Ada Grell has confidence in Grell.\n"
    )
    actors = row.cells["actors"].value or ()
    assert not {"Two Norwegian soldiers", "Two", "Norwegian", "Five French guards"} & set(actors)  # type: ignore[arg-type]
    assert row.cells["location"].value in ("Ostrum", None)
