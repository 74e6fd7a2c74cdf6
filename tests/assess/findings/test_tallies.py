"""Every number of a page with its verdict, or the reason why there is none. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.sums import worked
from sayso.assess.tallies import ALONE, INPUT, LABEL, PERCENTAGE, TRIED, UNTIED, VAGUE, tallies
from tests.assess.piles import Page, pile

RIGHT, WRONG = "sum_right", "percentage_wrong"
# text, (number as written, verdict or reason) of each of its numbers
ROWS = [
    ("30 of the 120 boats, or 25 percent, came back.", [("30", RIGHT), ("120", RIGHT), ("25", RIGHT)]),
    ("30 of the 120 boats, or 40 percent, came back.", [("30", INPUT), ("120", INPUT), ("40", WRONG)]),
    ("Dozens of boats came.", [("Dozens", VAGUE)]),
    ("About 90 percent of the quay is dry.", [("90", PERCENTAGE)]),
    ("She lives at Tolsund 500, near the lock.", [("500", LABEL)]),
    ("He sold 40 boats and one cart.", [("40", ALONE), ("one", ALONE)]),
    ("He sold 40 boats in spring. She bought 12 boats at the fair.", [("40", UNTIED), ("12", UNTIED)]),
    ("It burned in 1904 and on 3 May 2031.", []),
    ("He has 200 to 300 boats.", [("200 to 300", VAGUE)]),
]


@pytest.mark.parametrize(("text", "want"), ROWS, ids=[r[0][:40] for r in ROWS])
def test_each_number_has_a_verdict_or_a_reason(text: str, want: list[tuple[str, str]]) -> None:
    p = pile(Page("p", text, "Paper"))
    found = tallies(p, tuple(worked(p)))
    assert [(n.span.of(text), n.why or n.verdict) for n in found] == want
    assert all((n.finding is not None) == (n.verdict != "not_checkable" or n.why == INPUT) for n in found)


def test_furniture_holds_no_numbers() -> None:
    text = "40 boats were lost. 12 likes."
    p = pile(Page("p", text, "Paper", furniture={"12 likes": "counter"}))
    assert [n.span.of(text) for n in tallies(p, tuple(worked(p)))] == ["40"]


def test_what_was_tried_and_left_open_says_so() -> None:
    text = "The line ran 60 trips by day and 45 trips by night, a 200 percent increase over the 20 trips in April."
    p = pile(Page("p", text, "Paper"))
    whys = {n.span.of(text): n.why for n in tallies(p, tuple(worked(p)))}
    assert whys["200"] in (TRIED, PERCENTAGE) and whys["20"] == UNTIED
