"""One number told on two pages of one story, and denials beside tellings that nothing is so."""

import pytest

from sayso.link import LinkOptions, link
from sayso.link.candidates import information, pairs
from sayso.link.compare import Pile, features
from sayso.link.terms import tellings
from tests.link.piles import page, together

MILL = (
    "The Tolmar mill in Velm burned on the eve of the herring fair.",
    "Sparks from the drying loft set the Tolmar mill alight, its foreman says.",
    "The guild of Velm will rebuild the Tolmar mill before the frost.",
)
FAIR = (
    "Kastor Drumm sang at the opening of the Ostrin lantern fair.",
    "Merrow sends its glass harps to the Ostrin fair again.",
    "Tickets for the lantern fair in Ostrin sell for a crown.",
)


def counted(text, low, high, unit="people"):
    return {"text": text, "quantities": ((low, high, unit),)}


def number(one, other, story=MILL):
    """How much the number of two tellings, on the mill's page and on another, speaks for one claim."""
    told = tellings((page("a", *MILL, one), page("b", *story, other)))
    pile = Pile(information(told), told)
    a, b = (t for t in told if t.counts or t.statement.quantities)
    return features(a, b, pile).get("same_number", 0.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counted("Some 46 lost their lodgings.", 46, 46), counted("Forty-six were put up in a barn.", 46, 46)),
        (counted("Up to 640 sacks of rye.", 0, 640, "sacks"), counted("The owner speaks of 640 bags.", 640, 640, "bags")),
        (counted("Over 230 came to look.", 230, None), counted("A crowd of 230 in Velm.", 230, 230)),
    ],
)
def test_a_number_speaks_for_one_claim_on_pages_of_one_story(one, other):
    assert number(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counted("Some 3 lost their lodgings.", 3, 3), counted("Three were put up in a barn.", 3, 3)),
        (counted("The loft dates from 1912.", 1912, 1912, ""), counted("A storm of 1912 felled a tower.", 1912, 1912, "")),
        (counted("Between 40 and 60 saw it.", 40, 60), counted("Sixty were put up in a barn.", 60, 60)),
        (counted("Some 46 may lose their lodgings.", 46, 46), counted("Forty-six were put up in a barn.", 46, 46)),
        (counted("Some 46 have to leave.", 46, 46), counted("Forty-six were put up in a barn.", 46, 46)),
        (counted("It took the guild 46 weeks.", 46, 46, "week"), counted("A man of 46 years saw it.", 46, 46, "year")),
        (counted("Its foreman, 46 years old, wept.", 46, 46, "year"), counted("Forty-six were put up in a barn.", 46, 46)),
        (counted("Some 46 lost their lodgings.", 46, 46), counted("It burned for 46 hours.", 46, 46, "hour")),
        (counted("At Ostrin 46 lost their lodgings.", 46, 46), counted("In Merrow 46 were put up in a barn.", 46, 46)),
    ],
)
def test_a_small_number_a_year_a_span_of_time_a_range_one_of_two_names_and_one_to_come_say_nothing(one, other):
    assert number(one, other) == 0.0


def test_a_number_says_little_on_pages_of_two_stories():
    assert number(counted("Some 46 lost their lodgings.", 46, 46), counted("Forty-six sang along.", 46, 46), FAIR) < 0.5


def test_a_number_alone_makes_a_pair_worth_comparing():
    told = tellings(
        (page("a", *MILL, counted("Some 7 lost it all.", 7, 7)), page("b", *MILL, counted("Sept.", 7, 7), language="fr"))
    )
    both = {frozenset((told[i].id, told[j].id)) for i, j in pairs(told, information(told))}
    assert frozenset(t.id for t in told if t.counts) in both


DENIAL = {"text": "The warden of Velm ruled out that the boiler was tampered with.", "chain": (("warden of Velm", "official"),)}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("There is no sign that the boiler was tampered with.", True),
        ("Nobody had tampered with the boiler.", True),
        ("The boiler was tampered with.", False),
        ("The boiler was tampered with at dusk.", False),
    ],
)
def test_a_denial_is_one_claim_with_what_says_that_nothing_is_so_and_never_with_what_it_denies(other, same):
    readings = (page("a", *MILL, {**DENIAL, "stance": "deny"}), page("b", *MILL, other))
    assert together(link(readings, LinkOptions()), readings, "ruled out", other) == same
