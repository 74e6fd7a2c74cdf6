import random

from sayso.link.candidates import MOST_PARTNERS, information, pairs
from sayso.link.terms import tellings
from tests.link.piles import page


def generated(pages):
    rng = random.Random(5)
    words = ["".join(rng.choice(("ba", "kor", "ri", "mut", "zel", "nor", "vish", "den")) for _ in range(3)) for _ in range(4000)]
    return [
        page(f"p{n}", *(" ".join(words[min(3999, int(rng.paretovariate(0.4)))] for _ in range(12)) for _ in range(10)))
        for n in range(pages)
    ]


def test_pairs_grow_with_the_pile_not_with_its_square():
    counts = []
    for pages in (30, 120):
        told = tellings(generated(pages))
        counts.append(len(list(pairs(told, information(told)))) / len(told))
    assert counts[1] <= MOST_PARTNERS
    assert counts[1] < 4 * counts[0]  # four times the pile; all with all would be 4 times as many a telling


def test_the_pile_s_subject_carries_less_than_a_rare_name():
    readings = [page(f"p{n}", f"The regatta of Velmora was won by Kastor{'abcdefghij'[n]}n.") for n in range(10)]
    bits = information(tellings(readings))
    assert bits["~blmr"] < bits["~kstrdn"]
    assert bits.get("regatt", 0) <= bits["~kstrdn"]
