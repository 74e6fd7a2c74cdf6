"""The telephone game and the piles that nobody would make on purpose: floods, spun copies, circles, one page, none."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from bench.telephone import game
from sayso.assess import AssessOptions, assess
from sayso.link import LinkOptions, link
from tests.link.piles import page

FACTS = (
    "The ferry Ostara sank off Velm with 214 passengers aboard.",
    "Divers recovered 31 life jackets near the Kessel lighthouse.",
)


def test_one_seed_gives_one_pile():
    assert game.play(7, 100) == game.play(7, 100)
    assert game.play(7, 100) != game.play(8, 100)


def test_descent_is_recovered():
    pile = game.play(game.SEED, 1000)
    precision, recall, f1 = game.recovered(pile, link(pile.readings, LinkOptions()))
    assert precision > 0.8 and recall > 0.85 and f1 > 0.85


def test_the_order_of_pages_changes_nothing():
    readings = game.play(3, 300).readings
    other = list(readings)
    random.Random(1).shuffle(other)
    first, second = game.concluded(readings), game.concluded(other)
    assert first[0] == second[0] and first[1] == second[1]


def test_a_thousand_spun_copies_are_one_origin():
    # A hundred here; a thousand take 15 s (python bench/telephone/game.py --tellings 100 --copies 1000).
    _, found, *_ = game.concluded(game.spun(game.SEED, 100).readings)
    assert {c.origins.high for c in found.claims} == {1}


def test_a_flood_of_equal_pages_is_one_origin_and_cheap():
    pile = game.flood(game.SEED, 400)
    linking, found, *_ = game.concluded(pile.readings)
    assert {(c.origins.low, c.origins.high, len(c.documents)) for c in found.claims} == {(1, 1, 400)}
    assert len(linking.derivations) < 3 * 400
    assert len(found.findings) < 100


@pytest.mark.parametrize("pages", [(), (page("alone", *FACTS),), (page("alone"),), (page("nothing", ""), page("none", "None."))])
def test_small_piles_come_through(pages):
    linking = link(pages, LinkOptions())
    assess(pages, linking, AssessOptions())
    assert linking.derivations == ()


def test_pages_that_name_each_other_are_a_circle():
    a = page("a", *((f, ("Daily Tolm", "outlet")) for f in FACTS), outlet="Velm Courier")
    b = page("b", *((f, ("Velm Courier", "outlet")) for f in FACTS), outlet="Daily Tolm")
    linking = link((a, b), LinkOptions())
    found = assess((a, b), linking, AssessOptions())
    assert {(d.document, d.from_) for d in linking.derivations if d.declared} == {
        (a.document.id, b.document.id),
        (b.document.id, a.document.id),
    }
    assert all("circular" in c.states for c in found.claims)


def test_a_page_that_names_itself_follows_nobody():
    own = page("own", *((f, ("Velm Courier", "outlet")) for f in FACTS), outlet="Velm Courier")
    linking = link((own,), LinkOptions())
    assert linking.derivations == () and linking.unseen == ()
    assert all(c.origins.high <= 1 for c in assess((own,), linking, AssessOptions()).claims)


def test_dates_that_contradict_each_other_decide_nothing():
    a = page("a", *((f, ("Daily Tolm", "outlet")) for f in FACTS), outlet="Velm Courier", day="2031-05-03")
    b = page("b", *FACTS, outlet="Daily Tolm", day="2031-05-09")
    linking = link((a, b), LinkOptions())
    assert not any((d.document, d.from_) == (a.document.id, b.document.id) for d in linking.derivations)
    undated = replace(a, document=replace(a.document, published=None))
    assert any(d.from_ == b.document.id for d in link((undated, b), LinkOptions()).derivations)
