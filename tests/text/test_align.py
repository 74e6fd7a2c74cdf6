from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.align import shared_runs


def test_small_differences_are_bridged():
    a = "far away the mill on the river was bought by two sisters last week and nobody knew why they did it".split()
    b = "it is said the mill on the river was sold to two sisters last week and nobody else knew".split()
    (run,) = shared_runs(a, b, 4)
    assert a[run.a_start : run.a_end][0] == "the" and b[run.b_end - 1] == "nobody"
    assert run.equal == 12


def test_different_texts_share_nothing():
    assert shared_runs(list("abcdefgh"), list("ijklmnop"), 2) == []


def test_a_refrain_does_not_make_it_quadratic():
    assert sum(r.equal for r in shared_runs(["la"] * 3000, ["la"] * 3000, 5)) == 3000


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_runs_lie_in_both_texts_and_never_overlap(a, b):
    runs = shared_runs(a, b, 3)
    for r in runs:
        assert 3 <= r.equal <= min(r.a_end - r.a_start, r.b_end - r.b_start)
        assert r.a_end <= len(a) and r.b_end <= len(b)
    for one, two in pairwise(runs):
        assert one.a_end <= two.a_start
