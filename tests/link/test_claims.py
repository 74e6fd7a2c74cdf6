from sayso.link.claims import groups
from sayso.link.compare import NEVER, Pair


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
