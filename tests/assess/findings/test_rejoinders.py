"""Sentences that answer another in whatever words, and near misses. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.rejoinders import rejoinders
from sayso.model import Finding
from tests.assess.piles import Page, pile

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
