from dataclasses import replace

import pytest

from sayso.link import LinkOptions, link
from sayso.link.houses import Houses, bare_name, forms, host_labels
from sayso.model import ChainLink
from tests.link.piles import page

WELL = "The well of Ostrin held 4,800 litres of vinegar."


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("the news agency Norrin Press", "Norrin Press"),
        ("the Velm Courier", "Velm Courier"),
        ("o jornal Tolm Diário", "Tolm Diário"),
        ("News agency NPA and many mainstream outlets", "NPA"),
        ("Ruritania’s state agency RTA", "RTA"),
        ("Velm News Agency", "Velm News Agency"),
        ("THE COURIER", "THE COURIER"),
        ("a clerk", "clerk"),
    ],
)
def test_bare_name(name, bare):
    assert bare_name(name) == bare


def test_what_stands_in_quotation_marks_or_parentheses_is_a_name_too():
    assert forms("Kantor berita Norrin (NPA)")[-1] == "NPA"
    assert forms('وكالة "نورين" المحلية')[-1] == "نورين"


def test_a_broken_address_has_no_host():
    assert host_labels(replace(page("a", WELL).document, url="http://[broken")) == frozenset()


def test_a_page_is_known_by_outlet_host_and_short_form():
    courier = page("courier", WELL, outlet="Velm Courier")
    mill = page("mill", WELL, outlet="themill.example", url="https://www.themill.example/1")
    post = page("post", WELL, outlet="norrin-post.example", url="https://news.norrin-post.example/1")
    houses = Houses([courier, mill, post])
    assert houses.pages("the newspaper Velm Courier") == houses.pages("the Courier") == (courier.document.id,)
    assert houses.pages("the trade blog The Mill") == (mill.document.id,)
    assert houses.pages("Norrin Post") == (post.document.id,)
    assert houses.pages("Tolm Post") == ()
    assert houses.own(courier.document.id, "the Courier") and not houses.own(mill.document.id, "the Courier")


def test_a_short_form_that_fits_two_houses_names_neither():
    houses = Houses([page("a", WELL, outlet="Velm Courier"), page("b", WELL, outlet="Tolm Courier")])
    assert houses.pages("the Courier") == ()


def test_an_outlet_taken_for_a_person_is_one_where_the_pile_has_its_page():
    houses = Houses([page("a", WELL, outlet="Velm Courier")])
    assert houses.publishes(ChainLink("Velm Courier", "person")) and not houses.publishes(ChainLink("Aldo Renn", "person"))
    assert not houses.publishes(ChainLink("Velm Courier", "official"))


def parents(child, *others):
    found = link([child, *others], LinkOptions())
    return [e.from_ for e in found.derivations if e.document == child.document.id and e.declared], [u.name for u in found.unseen]


def test_the_page_of_a_cited_house_is_the_parent_and_its_own_house_is_no_witness():
    origin = page("origin", WELL, outlet="velmcourier.example", url="https://velmcourier.example/1", day="2031-05-01")
    told = (WELL, ("the Velm Courier", "person")), ("Vinegar is dear.", ("the Tolm Echo", "outlet"))
    child = page("child", *told, outlet="Tolm Echo", day="2031-05-02")
    assert parents(child, origin) == ([origin.document.id], [])


def test_a_page_in_another_language_must_be_surely_earlier():
    child = page("child", (WELL, ("Velm Courier", "outlet")), outlet="Tolm Echo", day="2031-05-02")
    told, origin = "O poço de Ostrin tinha 4.800 litros de vinagre.", {"outlet": "Velm Courier", "language": "pt"}
    undated, dated = page("origin", told, **origin), page("origin", told, day="2031-05-01", **origin)
    assert parents(child, undated) == (parents(child)[0], ["Velm Courier"])
    assert parents(child, dated) == ([dated.document.id], [])


def test_a_page_of_the_house_that_tells_of_other_things_is_not_the_parent():
    other = page("other", "Flour tax rises to 12 crowns in Anselm.", outlet="Velm Courier", day="2031-05-01")
    child = page("child", (WELL, ("Velm Courier", "outlet")), outlet="Tolm Echo", day="2031-05-02")
    assert parents(child, other)[1] == ["Velm Courier"]


def test_a_day_named_before_the_page_was_published_means_another_text():
    told = {"text": f"On 10 April, the Velm Courier wrote: {WELL}", "told": WELL, "chain": (("Velm Courier", "outlet"),)}
    child = page("child", told, outlet="Tolm Echo", day="2031-05-02")
    later = page("later", WELL, outlet="Velm Courier", day="2031-04-30")
    assert parents(child, later)[1] == ["Velm Courier"]


@pytest.mark.parametrize(
    ("name", "found"), [("Copper Bell", 1), ("the Copper Bell", 1), ("Copper", 0), ("Copper Lamp", 0), ("Bell da Serra", 0)]
)
def test_a_house_is_known_by_the_beginning_of_its_name_where_one_alone_begins_so(name, found):
    bell = page("bell", WELL, outlet="Cópper Bell da Serra")
    assert len(Houses([bell]).pages(name)) == found
    assert not Houses([bell, page("other", WELL, outlet="Copper Bell Ostrin")]).pages("Copper Bell")
