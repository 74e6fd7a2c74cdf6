"""Rewrites without a credit: wording that one earlier page alone has."""

import pytest

from sayso.link import LinkOptions, link
from tests.link.piles import page

FACTS = {
    "first": (
        "The dam at Ostrin will hold until the first of June",
        "Some 4,800 litres of vinegar ran into the Anselm well",
        "Quill has closed 12 mills on the Tolmin canal",
    ),
    "second": (
        "Until June the Ostrin dam can hold",
        "The Anselm well took in 4,800 litres of vinegar",
        "On the Tolmin canal 12 mills are closed",
    ),
    "child": (
        "Ostrin keeps its dam, which holds into June",
        "Into the well at Anselm went vinegar, 4,800 litres in all",
        "Closed are 12 mills at the canal of Tolmin",
    ),
}
OWN = "Millers in rubber boots stood knee deep in the sour water behind the chapel, waiting for their carts to come back from Velm."
AGAIN = (
    "Knee deep in the sour water, millers in rubber boots were waiting; behind the chapel, carts had yet to come back from Velm."
)
OTHER = "Two bakers from Brund, who had heard it on the radio, brought bread and cheese to everybody who stood on the bridge."


def told(name, outlet, day, *more):
    return page(name, *((f, ("Berta Quill", "person")) for f in FACTS[name]), *more, outlet=outlet, day=day)


def rewrite(child, *others):
    found = link([child, *others], LinkOptions())
    return [
        e for e in found.derivations if e.document == child.document.id and e.kind == "rewrite" and e.from_ != child.document.id
    ]


def test_the_page_that_alone_has_the_wording_is_the_parent_and_shows_it():
    first, second = told("first", "Velm Courier", "2031-05-01", OWN), told("second", "Tolm Echo", "2031-05-01", OTHER)
    child = told("child", "Norrin Post", "2031-05-03", AGAIN)
    (edge,) = rewrite(child, first, second)
    assert edge.from_ == first.document.id and edge.directed and not edge.declared
    shown = next(r for r in edge.why if r.feature == "same wording")
    assert shown.span.of(child.document.text).lower() == shown.from_span.of(first.document.text) == "knee deep in"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2031-05-01", AGAIN),  # of one day: nothing decides who was first
        ("2031-05-03", OTHER),  # two pages have it
        ("2031-05-03", f"\u201c{AGAIN}\u201d"),  # a quotation
        ("2031-05-03", "Millers stood behind the chapel."),  # too little
    ],
)
def test_nothing_is_said_where_wording_or_order_say_nothing(day, words):
    first = told("first", "Velm Courier", "2031-05-01", OWN, OTHER)
    second = told("second", "Tolm Echo", "2031-05-01", OTHER)
    assert not [e for e in rewrite(told("child", "Norrin Post", day, words), first, second) if e.directed]
