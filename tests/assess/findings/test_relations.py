"""Sums that a word announces, times and units beside each other, and alarms where one reading is left. Fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings import conversions, hours, misreckoned, relations
from sayso.assess.findings import sums as every
from sayso.assess.passages import passages
from sayso.assess.skeleton import skeleton
from tests.assess.findings.tables import rows
from tests.assess.piles import Page, pile

R, L = "sum_right", "sum_wrong"
ANNOUNCED = {
    relations.in_all: [
        ("They sank 3 boats in May and 5 in June, 8 in all.", "3 + 5 = 8"),
        ("Nine nets, seven sails and four oars, twenty altogether, were lost.", "9 + 7 + 4 = 20"),
        ("It took 14 minutes to launch and 22 to row, 36 together.", "14 + 22 = 36"),
        ("They sank 3 boats in May and 5 in June, 9 in all.", None),
        ("They sank 3 boats in May and 5 in June, and 8 in July.", None),
        ("They sailed 3 hours and 5 miles, 8 in all.", None),
    ],
    relations.whole_first: [
        ("Nine envoys came, four of them from Ostmar and five from Westmar.", "4 + 5 = 9"),
        ("Complaints numbered 38, of which 21 were from Ostmar and 17 from elsewhere.", "21 + 17 = 38"),
        ("It has 30 berths: 12 for trawlers, 10 for yachts and 8 for the guild.", "12 + 10 + 8 = 30"),
        ("Nine envoys came, four of them from Ostmar and six from Westmar.", None),
        ("Nine envoys came with 4 guards and 5 hours of delay on 3 ships.", None),
        ("Nine envoys came, four of them from Ostmar.", None),
    ],
    relations.whole_between: [
        ("Fourteen of the guild's 17 stood by her and three stayed away.", "17 - 14 = 3"),
        ("12 of the 20 nets were dry, 8 were wet.", "20 - 12 = 8"),
        ("Six of 10 voted yes, four no.", "10 - 6 = 4"),
        ("Fourteen of the guild's 17 stood by her and two stayed away.", None),
        ("14 boats, 17 carts and 3 mules came.", None),
        ("Fourteen of the 17 hours went by and 3 metres of rope.", None),
    ],
    relations.left_over: [
        ("Of eight boats six were sunk, leaving two.", "8 - 6 = 2"),
        ("The border is 970 kilometres long, 664 are agreed and 306 remain.", "970 - 664 = 306"),
        ("It opened five files and closed two, so that three are pending.", "5 - 2 = 3"),
        ("Of eight boats six were sunk, leaving three.", None),
        ("Eight boats met six others and two whales.", None),
        ("Eight hours passed, six boats sank, leaving two metres of pier.", None),
    ],
    relations.points: [
        ("The rate rose to 84%, six percentage points above June's 78%.", "84 - 78 = 6"),
        ("Support fell by 3 percentage points to 41 percent from 44 percent.", "44 - 41 = 3"),
        ("Turnout was 61.5%, 2.5 percentage points below the 64% of May.", "64 - 61.5 = 2.5"),
        ("The rate rose to 84%, seven percentage points above June's 78%.", None),
        ("The rate rose to 84% from 78%.", None),
        ("The rate rose six percentage points to 84%.", None),
    ],
    relations.by_how_much: [
        ("A bag goes for 900 crowns, up from 750 in May, or 20 per cent more.", "from 750 to 900 is 20 percent"),
        ("The mast cost 300 crowns, 25 per cent under the plan of 400.", "from 400 to 300 is 25 percent"),
        ("They ask 3,600 crowns against the present 3,000, which is a fifth more.", "from 3,000 to 3,600 is 0.2"),
        ("Sales were 80 in spring and 100 in summer, 20 percent more.", None),
        ("A bag goes for 900 crowns, up from 750 in May, or 30 per cent more.", None),
        ("A bag of 900 grams and one of 750 crowns: 20 per cent water.", None),
    ],
    relations.part_of: [
        ("Of 2,400 nets 600, a quarter, were torn.", "600 of 2,400 beside 0.25"),
        ("The camp was built for 600 and holds 1,100, or 183 per cent of its capacity.", "1,100 of 600 beside 183 percent"),
        ("Of 500 seats sold 400 were used, so every fifth stayed empty.", "400 of 500 beside 0.2"),
        ("Of 2,400 nets 600, a third, were torn.", None),
        ("600 nets and 2,400 sails came, a quarter dry.", None),
        ("Of 2,400 nets a quarter were torn.", None),
    ],
    relations.times: [
        ("The jail was built for 300 and holds 750, two and a half times its capacity.", "750 / 300 = 2.5"),
        ("There were 3 grams where 0.1 is allowed, 30 times more.", "3 / 0.1 = 30"),
        ("The guild lost by 212 votes. In May it lost by 1,060, five times as many.", "1,060 / 212 = 5"),
        ("The jail was built for 300 and holds 750, three times its capacity.", None),
        ("It was hit three times, 300 were hurt and 100 fled.", "300 / 100 = 3"),
        ("It was hit three times and 300 fled.", None),
        ("It was hit two times, 300 were hurt and 100 fled.", None),
    ],
    relations.product: [
        ("He earned 1,450 crowns a month and so 17,400 a year.", "1,450 x 12 = 17,400"),
        ("A night costs 3,200 crowns, so that 19 nights make 60,800.", "3,200 x 19 = 60,800"),
        ("At 25 kilos a sack, the 8,000 sacks weighed 200 tonnes.", "25 x 8,000 x 0.001 = 200"),
        ("A night costs 3,200 crowns, so that 19 nights make 61,800.", None),
        ("The 12 boats and 30 carts met 360 mules.", None),
        ("He earned 1,450 crowns a month.", None),
    ],
    relations.average: [
        ("The girls were 9, 11 and 13, on average 11.", "(9 + 11 + 13) / 3 = 11"),
        ("It sold 30, 50 and 70 nets, an average of 50.", "(30 + 50 + 70) / 3 = 50"),
        ("They took 4 and 5 days, 4.5 on average.", "(4 + 5) / 2 = 4.5"),
        ("The girls were 9, 11 and 13, on average 12.", None),
        ("The girls were 9, 11 and 13, the aunt 11.", None),
        ("The girls were on average 11.", None),
    ],
    relations.hundred: [
        ("Strand won 50.8 per cent of the vote, Renko got 49.2 of it.", "50.8 + 49.2 = 100"),
        ("57 per cent believe her, 34 do not, and 9 have no opinion.", "57 + 34 + 9 = 100"),
        ("Some 54 per cent want it and 46 per cent do not.", "54 + 46 = 100"),
        ("Strand won 50.8 per cent of the vote, Renko got 48.2 of it.", None),
        ("Strand won 54 votes and Renko 46.", None),
        ("Strand won 54 per cent.", None),
    ],
    relations.ordinal: [
        ("It was the sixth fire this year, after two in spring and three in summer.", "2 + 3 + 1 = 6"),
        ("It was the fourth loss in a row, following 2 in May and 1 in June.", "2 + 1 + 1 = 4"),
        ("It was their third loss, after those of 3 April 2031 and 10 April 2031.", "2 days are listed before the third"),
        ("It was the sixth fire this year, after two in spring and two in summer.", None),
        ("It was the sixth fire, two in spring and three in summer.", None),
        ("It came third, after a storm.", None),
    ],
}
STATED = [
    ("The clerk counted 17 cases, 10 by air and 8 by sea.", L),
    ("The guild took 14 crowns by fees and 26 by fines, making 44 for the chest.", L),
    ("Of those 41, 33 were rescued, five were found and four are still sought.", L),
    ("The clerk counted 18 cases, 10 by air and 8 by sea.", None),
    ("The clerk counted 17 cases, 10 by air and 3 by sea.", None),
    ("Of those 42, 33 were rescued, five were found and four are still sought.", None),
]
CLOCKS = [
    ("The sluice stood open from 8.15 to 9.45, an hour and a half.", R),
    ("They were told at 23:10 and sailed at 01:40, two and a half hours later.", R),
    ("From 6:00 to 7:30 and from 19:00 to 22:00 there was light, 4.5 hours in sum.", R),
    ("Two clerks served from 6 a.m. to 8 p.m., fourteen hours.", R),
    ("The sluice stood open from 8.15 to 9.45, two hours.", L),
    ("They were told at 23:10 and sailed at 01:40, three hours later.", L),
    ("They were told at 9.10 and sailed at 9.32, ten minutes later.", L),
    ("The bell rang at 14.10. The first boat came at 14.35, 25 minutes later.", R),
    ("The bell rang at 14.10. The first boat came at 14.35, 15 minutes later.", L),
    ("The bell rang at 9.10 and they came at 9.32. Twelve minutes is long.", L),
    ("Cooking began at 22.00 and eating at 10.00, thus the food stood ten hours.", L),
    ("It took the crew 35 minutes, from 3.20 to 4.05, to land.", L),
    ("The bell rang at 14.10. The first boat took 15 minutes.", None),
    ("The bell rang at 14.10 and 14.20. At 14.35 it rang again, 15 minutes later.", None),
    ("The sluice stood open from 8.15 to 9.45, about two hours.", None),
    ("It cost 8.15 crowns and then 9.45 for two hours.", None),
    ("They met at 8:15 and at 9:45 and spoke for two hours.", None),
]
SINCE = [
    ("The ferry, built in 2011, is 20 years old.", R),
    ("She has sat in the guild since 2007, thus 24 years.", R),
    ("He served 31 years, having enlisted in 2000.", R),
    ("The ferry, built in 2011, is 21 years old.", None),
    ("The ferry of 2011 carried 20 crates.", None),
    ("The ferry was built in 2011 for 20 passengers.", None),
]
UNITS = [
    ("The 48-metre mast, or 157 feet, fell.", R),
    ("It weighs 210 tonnes, or 463,000 pounds.", R),
    ("It went at 30.6 metres per second, about 110 km/h, at the bend.", R),
    ("The mast is 48 metres (175 feet) high.", L),
    ("It weighs 210 tonnes, or 400,000 pounds.", L),
    ("The pier is 3 miles (3 km) long.", L),
    ("The wreck lies at 40 metres, 3 miles off the coast.", None),
    ("The mast is about 48 metres (175 feet) high.", None),
    ("It is 48 metres long and weighs 175 pounds.", None),
]


@pytest.mark.parametrize(("rule", "text", "want"), rows(ANNOUNCED))
def test_a_sum_that_a_word_announces(rule, text: str, want: str | None) -> None:  # type: ignore[no-untyped-def]
    found = []
    for p in passages(Page("p", text, "Paper").reading().document):
        k = skeleton(p)
        row = [f for f in k.figures if f.mark in "#%/^" and f.value > 0]
        found += rule(p, k, row, p.text[p.span.start : p.span.end])
    assert [s.message for s in found] == ([f"The figures agree: {want}."] if want else [])


@pytest.mark.parametrize(("text", "want"), STATED)
def test_parts_that_do_not_make_their_whole(text: str, want: str | None) -> None:
    assert verdicts(lambda _, k: misreckoned.misreckoned(k), text) == ([want] if want else [])


@pytest.mark.parametrize(("text", "want"), CLOCKS)
def test_times_of_day(text: str, want: str | None) -> None:
    assert verdicts(lambda p, k: hours.between_clocks(p), text) == ([want] if want else [])


@pytest.mark.parametrize(("text", "want"), SINCE)
def test_years_since(text: str, want: str | None) -> None:
    assert verdicts(lambda p, k: hours.since_year(p), text, "2031-05-05") == ([want] if want else [])


@pytest.mark.parametrize(("text", "want"), UNITS)
def test_two_units(text: str, want: str | None) -> None:
    assert verdicts(conversions.converted, text) == ([want] if want else [])


def verdicts(rule, text: str, day: str | None = None) -> list[str]:  # type: ignore[no-untyped-def]
    """The verdicts of a rule on each sentence of a page."""
    document = Page("p", text, "Paper", **({"published": day} if day else {})).reading().document
    return [s.rule for p in passages(document) for s in rule(p, skeleton(p))]


def test_no_alarm_where_another_reading_comes_out() -> None:
    text = "Two ships of the guild, with 180 and 140 sailors, 320 in all, lie at anchor."
    assert [w.sum.rule for w in every.worked(pile(Page("p", text, "Paper")))] == [R]


def test_each_rule_has_three_rows_of_either_kind() -> None:
    for row in (*ANNOUNCED.values(), STATED, CLOCKS, SINCE, UNITS):
        assert sum(w is not None for _, w in row) >= 3 and sum(w is None for _, w in row) >= 3, row
    assert set(ANNOUNCED) == set(relations.FAMILIES)
