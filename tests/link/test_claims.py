from dataclasses import replace

from sayso.link.candidates import information
from sayso.link.claims import groups
from sayso.link.compare import NEVER, Pair, Pile, features
from sayso.link.terms import tellings
from tests.link.piles import page


def pair(a, b, weight):
    return Pair(a, b, weight, 0.0)


def test_one_doubtful_tie_does_not_chain_two_groups():
    ties = [pair("a", "b", 6.0), pair("c", "d", 6.0), pair("b", "c", 0.5)]
    assert groups("abcd", ties) == [["a", "b"], ["c", "d"]]


def test_the_strongest_tie_is_joined_first():
    assert groups("abc", [pair("a", "b", 1.0), pair("b", "c", 5.0), pair("a", "c", -4.0)]) == [["a"], ["b", "c"]]


def test_what_can_never_be_one_claim_stays_apart_through_others():
    ties = [pair("a", "b", 9.0), pair("b", "c", 8.0), pair("a", "c", NEVER)]
    assert groups("abc", ties) == [["a", "b"], ["c"]]


def test_ties_are_all_that_matters():
    ties = [pair("a", "b", 2.0), pair("b", "c", 2.0), pair("a", "c", 2.0)]
    assert groups("cab", ties[::-1]) == groups("abc", ties) == [["a", "b", "c"]]


def test_the_opening_of_alike_pages_speaks_for_one_claim():
    told = "The ferry Ostara sank off Velm on Sunday.", "Near Velm the Ostara was lost."
    facts = ("Divers recovered 31 life jackets near the Kessel lighthouse.", "Oke Brand had been warned of fog at 17 stations.")
    first, second = page("a", told[0], *facts), page("b", told[1], *facts)
    stranger = page("c", told[1], "Bakers in Tolm protest against the flour tax.", "Rye is dear in Merrow.")

    def weight(other, headline=False):
        pages = [replace(r, statements=tuple(replace(s, voice="headline") for s in r.statements)) for r in (first, other)]
        made = tellings(pages if headline else [first, other])
        pile = Pile(information(made), made)
        a, b = (next(t for t in made if t.document == r.document.id and t.order == 0) for r in (first, other))
        return features(a, b, pile)["opening"]

    assert weight(second) == 1.0
    assert weight(stranger) < 0.7
    assert weight(second, headline=True) == 0.0


def compared(one, other):
    """The features of the first tellings of two pages."""
    made = tellings([one, other])
    pile = Pile(information(made), made)
    a, b = (next(t for t in made if t.document == r.document.id and t.order == 0) for r in (one, other))
    return features(a, b, pile)


def test_one_sense_in_two_words_is_akin_and_one_word_is_not():
    one = page("a", "Tolmar is reinforcing the dam at Velm.")
    assert compared(one, page("b", "At Velm the dam is strengthened by Tolmar."))["akin"] == 1.0
    assert "akin" not in compared(one, page("b", "At Velm the dam is reinforced by Tolmar."))
    assert "akin" not in compared(one, page("b", "Merrow has strengthened its cider."))  # nothing else in common


def test_each_of_several_counts_of_one_unit_may_be_the_equal_one():
    one = page(
        "a", {"text": "The fire left 14 people dead and 31 people hurt.", "quantities": ((14, 14, "person"), (31, 31, "person"))}
    )
    other = page("b", {"text": "Of the dead in the fire 14 people were millers.", "quantities": ((14, 14, "person"),)})
    third = page("c", {"text": "Of the dead in the fire 9 people were millers.", "quantities": ((9, 9, "person"),)})
    assert compared(one, other)["other_quantity"] == 0.0
    assert compared(one, other)["same_count"] == 1.0
    assert compared(one, third)["other_quantity"] == 1.0


def test_a_headline_and_a_detail_are_tied_by_what_stands_between_them():
    """Of six tellings the two outermost share nothing; the strongest ties decide."""
    ties = [Pair(a, b, 4.0, 1.0) for a, b in (("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), ("e", "f"), ("d", "f"))]
    ties += [
        Pair(a, b, w, 1.0) for a, b, w in (("a", "d", 3.0), ("b", "e", 3.0), ("c", "e", 2.0), ("b", "d", 2.0), ("a", "e", 1.0))
    ]
    assert groups(list("abcdef"), ties) == [list("abcdef")]


def test_one_tie_does_not_chain_two_groups():
    ties = [Pair(a, b, 4.0, 1.0) for a, b in (("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), ("e", "f"), ("d", "f"), ("c", "d"))]
    assert groups(list("abcdef"), ties) == [list("abc"), list("def")]
