from __future__ import annotations

import pytest

from sayso.assess.findings.sums import sums
from tests.assess.piles import Page, pile

# text, the rule of its one finding, what the message must hold
CASES = [
    (
        "The ferry made 60 trips in May. “This is a 300 percent increase over the 20 trips in April,” the line said.",
        "ratio_called_increase",
        "200.00 percent",
    ),
    ("The ferry made 60 trips in May, a 300% rise from the 20 trips made in April.", "ratio_called_increase", "200.00 percent"),
    ("The ferry made 60 trips in May, a 200 percent increase over the 20 trips in April.", "sum_right", "agrees"),
    ("Catches rose from 40 tonnes to 50 tonnes, an increase of 25 percent.", "sum_right", "agrees"),
    ("Catches rose from 40 tonnes to 50 tonnes, an increase of 35 percent.", "percentage_wrong", "25.00 percent"),
    ("Catches rose 25 percent to 50 tonnes from 40 tonnes.", "sum_right", "agrees"),
    ("Catches fell by 20 percent, from 50 tonnes to 40 tonnes.", "sum_right", "agrees"),
    ("Catches fell by 50 percent, from 50 tonnes to 40 tonnes.", "percentage_wrong", "20.00 percent"),
    ("Sales grew 33 percent from 3 million crowns to 4 million crowns.", "sum_right", "agrees"),
    ("The guild says catches rose by 12 percent.", "not_checkable", "does not give both figures"),
    ("Thirty boats came. A 300 percent increase over the 20 carts of April was noted.", "not_checkable", "is not on the page"),
    (
        "The line ran 60 trips by day and 45 trips by night, a 200 percent increase over the 20 trips in April.",
        "not_checkable",
        "does not decide",
    ),
    ("30 of the 120 boats, or 25 percent, came back.", "sum_right", "agrees"),
    ("30 of the 120 boats, or 40 percent, came back.", "percentage_wrong", "25.00 percent"),
    ("Catches tripled from 20 tonnes to 60 tonnes.", "sum_right", "agrees"),
    ("Catches tripled from 20 tonnes to 45 tonnes.", "sum_wrong", "2.25 times"),
    ("40 people were on board: 25 islanders and 15 guests.", "sum_right", "25 + 15 = 40"),
    ("40 people were on board: 25 men and 19 women.", "total_below_part", "25 + 19 = 44"),
    ("It took in fewer than 50 people – 26 guards and 18 soldiers.", "sum_right", "26 + 18 = 44"),
    ("10 people were hurt, including 12 children.", "total_below_part", "12"),
    ("25 men and 15 women, a total of 40 people, were on board.", "sum_right", "25 + 15 = 40"),
    ("25 men and 15 women, a total of 45 people, were on board.", "sum_wrong", "25 + 15 = 40"),
    (
        "In May 90 boats came in, up from 30 in April. “That is a 300 percent increase,” the line said.",
        "ratio_called_increase",
        "200.00",
    ),
    ("In May 39 boats came in, against 30 in April. This is 30 per cent more, the line said.", "sum_right", "from 30 to 39"),
    ("In May 39 boats came in, against 30 in April. This is 50 percent more.", "percentage_wrong", "30.00 percent"),
    ("The yard has 120 hands, which is 50 percent more than the 80 it had in spring.", "sum_right", "from 80 to 120"),
    ("It packed 60 million tins, 20 per cent more than the 50 million of the year before.", "sum_right", "agrees"),
    ("The yard has 120 hands, which is 90 percent more than the 80 it had in spring.", "percentage_wrong", "50 percent"),
    ("Rates rose by 2 percentage points, from 3 percent to 5 percent.", "sum_right", "agree"),
    ("It raised the flow fourfold, to 80 tonnes from 20 tonnes.", "sum_right", "4 times 20"),
    ("The flow more than doubled from 20 tonnes to 55 tonnes.", "sum_right", "2.75 times"),
    ("48 sacks were lost. The guild says 36 of the sacks were insured, 75 percent of the total.", "sum_right", "36 of 48"),
    ("30 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", "sum_right", "5 are not in it"),
    ("25 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", "sum_right", "agrees with the total"),
    ("45 people fell ill, more than previously announced.\n\nThe previous figure was 30.", "sum_right", "50 percent more than 30"),
    (
        "On 26 May 2031 the quay gave way, 12 days after the Tolsund flood.\n\nThe Tolsund flood of 14 May took it.",
        "sum_right",
        "14 May",
    ),
]


@pytest.mark.parametrize(("text", "rule", "words"), CASES, ids=[c[0][:50] for c in CASES])
def test_sum(text: str, rule: str, words: str) -> None:
    found = list(sums(pile(Page("p", text, "Paper"))))
    assert [f.rule for f in found] == [rule], [f.message for f in found]
    assert words in found[0].message


SILENT = [
    "The guild cut its loans and would lend no more unless 90 percent of the millers agreed.",
    "While the harvest rose, the council burned barns in the valley, the more than 60 percent of the land that it holds.",
    "The odds of the crew were as little as three percent, but since the storm fell all of them are well.",
    "About 90 percent of the quay is dry.",
    "In 2018 the town had 40 boats, in 2019 it had 45.",
    "Ostmar – 103; Westmar – 21; Nordmar – 10.",
    "164 people fell ill, most of them (103) in Ostmar.",
    "40 people were on board: 25 islanders.",
    "10 families came, including 35 children.",
    "The line ran 225 trips with 280 stops in May.",
    "9 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.",
    "90 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.",
    "45 people fell ill, fewer than previously announced.\n\nThe previous figure was 30.",
    "On 26 May 2031 the quay gave way, 11 days after the Tolsund flood.\n\nThe Tolsund flood of 14 May took it.",
    "Call 555 123 or come to Quay 4 at 10:30.",
    "Over the last four days the guild has sent 250 carts; to date it has sent 4,800 carts.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_remark_where_there_is_no_sum(text: str) -> None:
    assert [f.message for f in sums(pile(Page("p", text, "Paper")))] == []


def test_the_quoted_source_made_the_error_and_the_outlet_repeats_it() -> None:
    words = "“This is a 300 percent increase over the 20 trips in April,” the line said"
    page = Page("p", f"The ferry made 60 trips in May. {words}.", "Ostmar Herald")
    page.tell(
        words, ("the line", "organization"), content="This is a 300 percent increase over the 20 trips in April", voice="direct"
    )
    (found,) = sums(pile(page))
    assert found.responsible == "quoted_source"
    assert "(the line); Ostmar Herald repeats it" in found.message
    assert (found.from_, found.to) == ("300 percent", "200.00 percent")
    assert [e.span.of(page.text) for e in found.evidence] == [f"{words}.", "The ferry made 60 trips in May."]


def test_the_outlet_made_the_error_when_nobody_is_quoted() -> None:
    page = Page("p", "The ferry made 60 trips in May, a 300 percent increase over the 20 trips in April.", "Ostmar Herald")
    page.tell(page.text, claim="x")
    (found,) = sums(pile(page))
    assert found.responsible == "outlet"


def test_indirect_speech_leaves_open_who_erred() -> None:
    page = Page("p", "The ferry made 60 trips in May, a 300 percent increase over the 20 trips in April, the line said.", "Herald")
    page.tell(page.text, ("the line", "organization"), claim="x")
    (found,) = sums(pile(page))
    assert found.responsible is None


def test_furniture_holds_no_sums() -> None:
    text = "Trips rose 300 percent from 20 trips to 60 trips."
    assert list(sums(pile(Page("p", text, "Paper", furniture={text: "related_link"})))) == []


def test_a_long_sentence_gives_evidence_of_its_sum_only() -> None:
    text = "The line, " + "which has been through much, " * 20 + "made 60 trips, a 300 percent increase over the 20 trips in April."
    (found,) = sums(pile(Page("p", text, "Paper")))
    assert all(0 < e.span.end - e.span.start <= 400 for e in found.evidence)
    assert "300 percent" in found.evidence[0].span.of(text)
