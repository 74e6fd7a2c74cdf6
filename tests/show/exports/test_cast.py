"""Who is one agent, and whom a spokesman speaks for."""

from __future__ import annotations

import pytest

from sayso.show.exports.cast import Cast, speaks_for, statements
from tests.show.fiction import report


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Harbour Ministry spokesman Ivo Tarn", "Harbour Ministry"),
        ("Runa Tholl, the valley council’s spokeswoman", "valley council"),
        ("the valley council's spokeswoman Runa Tholl", "valley council"),
        ("spokeswoman for the harbour guild, Ida Vell", "harbour guild"),
        ("a spokesman of the Orv Rangers", "Orv Rangers"),
        ("the ministry’s official spokesperson Ada Grell", "ministry"),
        ("Chief Rangers spokesman Tal Or", "Rangers"),
        ("porte-parole du port", "port"),
        ("the spokesman", None),
        ("a spokeswoman", None),
        ("former guild spokesman Ivo Tarn", None),
        ("Ivo Tarn", None),
        ("", None),
    ],
)
def test_a_spokesman_speaks_for_the_body_that_his_name_names(name: str, body: str | None):
    assert speaks_for(name) == body


def test_an_outlet_is_one_with_the_outlet_that_another_page_names():
    cast = Cast(report())
    courier = cast.outlet("Lake Courier")
    assert courier is not None and courier.names == ("Lake Courier", "the Lake Courier") and len(courier.documents) == 2
    assert courier.name == "Lake Courier"
    assert cast.outlet(None) is None and cast.outlet("Nobody's Post") is None


def test_two_sources_of_one_name_stay_two_where_the_pile_does_not_say_they_are_one():
    cast = Cast(report())
    assert [a.name for a in cast.agents.values()].count("the valley council") == 2
    assert cast.named("the valley council") is None
    assert cast.named("Valley Post") is cast.outlet("Valley Post")


def test_the_root_of_a_claim_is_the_innermost_source_of_its_statements():
    whole = report()
    cast, told = Cast(whole), statements(whole)
    found = {c.gist: [cast.root(r, c, told) for r in c.origins.roots] for c in whole.claims}
    assert [a.name for a in found["no house was lost"] if a] == ["the valley council"]
    assert found["The wall was probably last inspected nine years ago"] == [None]
