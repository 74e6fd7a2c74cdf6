"""What a second look has taught rules to pass over. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.denials import NOT_A
from sayso.assess.findings.conflict import DISOWNS, MARKED
from sayso.assess.findings.credit import COUNSEL
from sayso.assess.findings.remark import one_spelling, reworded
from sayso.assess.findings.wordings import within_marks


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ostmarn", "Ost-Marn", True),
        ("Deir-Halm", "Deir Halm", True),
        ("el-Tor", "El Tor", True),
        ("Ostmarn", "Westmarn", False),
        ("Halm", "Halma", False),
        ("Tor", "Tarn", False),
    ],
)
def test_one_name_in_two_spellings(one: str, two: str, same: bool) -> None:
    assert one_spelling(one, two) is same


def test_a_figure_has_no_spelling() -> None:
    assert not reworded("number_changed", "1,0", "10", ("It cost 1,0 crowns", "It cost 10 crowns"))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ('The wall was sound" when it fell', "The wall was sound"),
        ("Three mills” stand there and are mended", "Three mills"),
        ('No boat left," the pilot', "No boat left,"),
        ('The "old" wall was sound', 'The "old" wall was sound'),
        ("They called it “a weir” again", "They called it “a weir” again"),
        ("The wall was sound", "The wall was sound"),
    ],
)
def test_a_quotation_ends_where_its_marks_close(words: str, kept: str) -> None:
    assert within_marks(words) == kept


@pytest.mark.parametrize(
    ("headline", "no"),
    [
        ("What the papers got wrong: the mayor sells the mill", True),
        ("“I sell the mill”: why the mayor didn't say it", True),
        ("Mayor misquoted on the mill", True),
        ("“I do not sell” the mill, says mayor", False),
        ("Mayor sells the mill", False),
        ("The wrong mill is sold", False),
    ],
)
def test_a_headline_that_says_no_itself(headline: str, no: bool) -> None:
    assert (DISOWNS.search(MARKED.sub(" ", headline)) is not None) is no


def test_counsel_and_what_a_thing_was_not() -> None:
    assert COUNSEL.search("Guild and mill should meet") and not COUNSEL.search("Guild and mill meet")
    assert NOT_A.search('the sale was "not a gift."')["what"] == "gift"  # type: ignore[index]
    assert NOT_A.search("it was not a gift that anybody wanted") is None
