"""Sentences that answer another in whatever words, and near misses. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.addressees import answered
from sayso.assess.findings.rejoinders import rejoinders
from sayso.assess.rejoinders import Ground, Pair, one_bearer, pairs, recounts, retells
from sayso.model import ChainLink, Finding
from tests.assess.piles import Page, pile


def laid(charge: str, answer: str) -> Pair:
    """The pair of two sentences of two pages."""
    one = Page("a", f"{charge}{OTHER}", "Tarn Post", "2031-05-02")
    one.tell(charge[:-1], ("an angler", "unnamed"))
    two = Page("b", answer, "Weir Gazette", "2031-05-04")
    two.tell(answer[:-1], ("the manager of the Grell mill", "official"))
    (p,) = (p for p in pairs(Ground(pile(one, two))) if p.answer.text == answer and p.target.text == charge)
    return p


CHARGE = "Lorries of the Grell mill tip hot ash into the Tarn at night, an angler told the Post."
OTHER = " The market opens at eight on Fridays. Cheese was cheap this week, and the fair drew many carters."


def told(charge: str, answer: str, dates: tuple[str, str] = ("2031-05-02", "2031-05-04")) -> list[Finding]:
    one = Page("a", f"{charge}{OTHER}", "Tarn Post", dates[0])
    one.tell(charge[:-1], ("an angler", "unnamed"))
    two = Page(
        "b", f"{answer} The bridge over the weir gets a new rail in autumn. Swans nest below the church.", "Weir Gazette", dates[1]
    )
    two.tell(answer[:-1], ("the manager of the Grell mill", "official"))
    return list(rejoinders(pile(one, two), ()))


@pytest.mark.parametrize(
    "answer",
    [
        "No lorry of ours has ever tipped ash into the Tarn, the manager of the Grell mill said.",
        "The tale of ash in the Tarn is a fairy tale, and no lorry leaves the yard at night, the manager of the Grell mill said.",
        "Every lorry stands locked in the yard at night and not one tips ash into a river, the manager of the Grell mill insisted.",
    ],
)
def test_an_answer_in_other_words(answer: str) -> None:
    (f,) = told(CHARGE, answer)
    assert f.rule == "accounts_conflict" and len(f.evidence) == 2
    assert "tip hot ash" in f.message and "the manager of the Grell mill" in f.message


@pytest.mark.parametrize(
    "answer",
    [
        "The manager of the Grell mill declined to comment on lorries that tip ash into the Tarn at night.",
        "The Grell mill would neither confirm nor deny that lorries tip ash into the Tarn, its manager said.",
        "Rye went up by two groats at the corn hall, the manager of the Grell mill said.",
    ],
)
def test_silence_and_other_matters_are_no_answer(answer: str) -> None:
    assert told(CHARGE, answer) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the warden, Ada Grell", "Warden Ada Grell of the weir", True),
        ("Ada Grell, who keeps the weir", "keeper Ada Grell", True),
        ("Ada Maria Grell", "the keeper of the weir, Ada Grell", True),
        ("the warden, Ada Grell", "her brother Otto Grell", False),
        ("the warden of the weir", "the warden of the mill", False),
        ("Grell", "the Grell mill", False),
    ],
)
def test_one_bearer_of_two_titles(one: str, other: str, same: bool) -> None:
    assert one_bearer([ChainLink(one, "person")], [ChainLink(other, "person")]) is same


@pytest.mark.parametrize(
    ("answer", "again"),
    [
        ("Some 12 lorries of the mill tip ash into the Tarn, the Gazette learned.", True),
        ("A bargeman said that 12 lorries were seen by the Tarn.", True),
        ("It was an angler who said “they tip hot ash into the Tarn” that week.", True),
        ("Not one of the 12 lorries has been near the Tarn, the manager said.", False),
        ("Only seven lorries were seen by the Tarn, the manager said.", False),
        ("“We tip nothing into the Tarn” is all that the manager would say.", False),
    ],
)
def test_what_is_only_told_again_is_no_answer(answer: str, again: bool) -> None:
    charge = "The 12 lorries are the mill's, they tip hot ash into the Tarn, an angler told the Post."
    assert retells(laid(charge, answer)) is again


@pytest.mark.parametrize(
    ("answer", "only"),
    [
        ("Some 19 lorries stood by the Tarn, the manager said.", True),
        ("He put it at seven lorries by the Tarn.", True),
        ("By Tuesday 40 lorries had been seen, the manager added.", True),
        ("It is untrue that 12 lorries were seen, there were 19 lorries, the manager said.", False),
        ("Not 12 but seven lorries have been near the Tarn, the manager said.", False),
        ("The lorries carry 19 sacks of flour each, the manager said.", False),
    ],
)
def test_what_only_counts_differently_is_no_answer(answer: str, only: bool) -> None:
    charge = "The 12 lorries are the mill's, they tip hot ash into the Tarn, an angler told the Post."
    assert recounts(laid(charge, answer)) is only


def test_who_speaks_answers_not_himself() -> None:
    charge = "Lorries of the Grell mill tip hot ash into the Tarn at night, the warden, Ada Grell, told the Post."
    answer = "No lorry tips ash into the Tarn at night, keeper Ada Grell said."
    for teller, count in (("keeper Ada Grell", 0), ("keeper Otto Brund", 1)):
        one = Page("a", f"{charge}{OTHER}", "Tarn Post", "2031-05-02")
        one.tell(charge[:-1], ("the warden, Ada Grell", "person"))
        said = answer.replace("keeper Ada Grell", teller)
        two = Page("b", f"{said} Swans nest below the church.", "Weir Gazette", "2031-05-04")
        two.tell(said[:-1], (teller, "person"))
        assert sum("tip hot ash" in f.message for f in rejoinders(pile(one, two), ())) == count


def test_of_two_that_may_be_meant_each_has_its_share() -> None:
    def surest(*charges: str) -> float:
        one = Page("a", " ".join(charges), "Tarn Post", "2031-05-02")
        for c in charges:
            one.tell(c[:-1], ("an angler", "unnamed"))
        said = "No lorry of ours has ever tipped ash into the Tarn, the manager of the Grell mill said."
        two = Page("b", said, "Weir Gazette", "2031-05-04")
        two.tell(said[:-1], ("the manager of the Grell mill", "official"))
        return max(odds for odds, p in answered(Ground(pile(one, two))) if p.answer.text == said)

    other = CHARGE.replace("at night", "by day")
    assert surest(CHARGE) > surest(CHARGE, other)


def test_an_answer_stands_against_what_is_told_before_it() -> None:
    answer = "No lorry of ours has ever tipped ash into the Tarn, the manager of the Grell mill said."
    for f in told(CHARGE, answer, ("2031-05-09", "2031-05-04")):
        assert f.from_ is not None and f.from_.startswith("No lorry")


def test_what_another_remark_lays_side_by_side_is_not_told_twice() -> None:
    answer = "No lorry of ours has ever tipped ash into the Tarn, the manager of the Grell mill said."
    (f,) = told(CHARGE, answer)
    one = Page("a", f"{CHARGE}{OTHER}", "Tarn Post", "2031-05-02")
    one.tell(CHARGE[:-1], ("an angler", "unnamed"))
    two = Page(
        "b",
        f"{answer} The bridge over the weir gets a new rail in autumn. Swans nest below the church.",
        "Weir Gazette",
        "2031-05-04",
    )
    two.tell(answer[:-1], ("the manager of the Grell mill", "official"))
    assert list(rejoinders(pile(one, two), [f])) == []


def long(answer: str, more: int) -> list[Finding]:
    one = Page("a", f"{CHARGE}{OTHER}", "Tarn Post", "2031-05-02")
    one.tell(CHARGE[:-1], ("an angler", "unnamed"))
    two = Page("b", answer, "Weir Gazette", "2031-05-04")
    two.tell(answer[:-1], ("the manager of the Grell mill", "official"))
    towns = [
        f"{a}{b}"
        for a in "Ost Nor Hal Ver Lin Bren Gol Tor Wen Asp Kel Rav".split()
        for b in "mar vik dun sted brook ham tal".split()
    ]
    rest = " ".join(
        f"The choir of {t} sang under old lime trees by the church of {t}. Two boats of {t} lay at the pier with torn sails."
        for t in towns[:more]
    )
    return list(rejoinders(pile(one, two, Page("c", rest, "Hill Echo", "2031-05-03")), ()))


WEAK = "Hot ash goes to brickyards, the manager of the Grell mill said."


@pytest.mark.parametrize(("more", "count"), [(2, 1), (10, 1), (84, 0)])
def test_the_more_sentences_the_surer_must_an_answer_be(more: int, count: int) -> None:
    assert len(long(WEAK, more)) == count
