"""Sums whose figures stand apart, and stretches of time beside a date. Fiction."""

from __future__ import annotations

import pytest

from sayso.assess.figure_rows import stretches
from sayso.assess.findings import elapsed, hours, pieced
from sayso.assess.findings import sums as every
from sayso.assess.passages import passages
from sayso.assess.skeleton import skeleton
from tests.assess.findings.tables import rows
from tests.assess.piles import Page, pile

APART = {
    pieced.partition: [
        ("Six of the 11 mills stay open, three go to the guild and two are sold.", "6 + 3 + 2 = 11"),
        ("Three of the seven clerks are at home, one is in Ostmar and three are at sea.", "3 + 1 + 3 = 7"),
        ("Of the 14 carts six were burned, three taken and five came home.", "6 + 3 + 5 = 14"),
        ("Six of the 11 mills stay open, three go to the guild and three are sold.", None),
        ("11 mills stay open, six go to the guild, three are sold and two burned.", None),
        ("Six of the 11 mills stay open for three hours and two metres of rope.", None),
    ],
    pieced.that_makes: [
        ("The guild counted 13 nets and 12 sails. Two oars came later. That makes 27.", "13 + 12 + 2 = 27"),
        ("He lost 13 nets. She lost 12. That makes 25.", "13 + 12 = 25"),
        ("It had 22 hands aboard. That makes 13 rowers, six cooks and three clerks.", "13 + 6 + 3 = 22"),
        ("The guild counted 13 nets and 12 sails. That makes 27.", None),
        ("The guild counted 13 nets and 12 sails. There were 25 on the quay.", None),
        ("It had 22 hands aboard. That makes 13 rowers and six cooks.", None),
    ],
    pieced.rest_of: [
        ("Two boats sank. Of the 19 in the harbour the remaining 17 are dry.", "19 - 2 = 17"),
        ("The guild sold five nets. Of the 12 it had, seven are left.", "12 - 5 = 7"),
        ("Four clerks fled. Of the nine clerks five remain.", "9 - 4 = 5"),
        ("Three boats sank. Of the 19 in the harbour the remaining 17 are dry.", None),
        ("Two boats sank. Of the 19 in the harbour 17 are painted.", None),
        ("Two boats sank. Nineteen lay there and the remaining 17 metres of quay.", None),
    ],
    pieced.bare_parts: [
        ("Nine pots were taken, five of metal and four of clay.", "5 + 4 = 9"),
        ("Twenty-two millers, seven of them women, have come: 16 on the first day and six later.", "16 + 6 = 22"),
        ("Nine guards stood there, four on the wall and five at the gate.", "4 + 5 = 9"),
        ("Five ships carried three cranes and two lorries.", None),
        ("Nine pots were taken, five of metal and three of clay.", None),
        ("Three pots were taken, two of metal and one of clay.", None),
    ],
    pieced.told_of_people: [
        ("Two boats sank, and nine other people were hurt. Four women and five men are in hospital.", "4 + 5 = 9"),
        ("The guild named 12 people. Seven women and five men are on its list.", "7 + 5 = 12"),
        ("It holds 40 workers. There are 31 men and nine women.", "31 + 9 = 40"),
        ("Nine boats came. Four women and five men were on them.", None),
        ("Nine people were hurt. Four women and three men are in hospital.", None),
        ("Nine people were hurt. Four nets and five oars are lost.", None),
    ],
    pieced.leaves: [
        ("Nineteen came. Two of the men were guards; this leaves 17 guests.", "19 - 2 = 17"),
        ("The guild had 40 mills. It sold 12, leaving 28.", "40 - 12 = 28"),
        ("Nine boats came. Three sank, which leaves six boats.", "9 - 3 = 6"),
        ("Nineteen came. Two of the men were guards; this leaves 16 guests.", None),
        ("Nineteen came. Two of the men were guards and 17 were guests.", None),
        ("Nineteen came. Two stayed, three slept; this leaves 17.", None),
    ],
    pieced.came_to: [
        ("It now lists eight boats, against 14 on Tuesday, after six were found.", "14 - 6 = 8"),
        ("The guild has 20 mills, up from 17 in May, after three were built.", "17 + 3 = 20"),
        ("Five clerks are ill, down from nine, since four came back.", "9 - 4 = 5"),
        ("It now lists eight boats, against 14 on Tuesday, after five were found.", None),
        ("It now lists eight boats, 14 nets and, after six, the tea.", None),
        ("It now lists eight boats, against 14 on Tuesday, and six nets.", None),
    ],
    pieced.nth: [
        ("It was the fourth loss in a row, after those of 27 March, 3 April and 10 April.", "1 + 1 + 1 + 1 = 4"),
        ("He is the fourth miller of the winter, after a Westmarer and two Ostmarers, she said.", "1 + 2 + 1 = 4"),
        ("Another five clerks are held, making the mayor the sixth.", "5 + 1 = 6"),
        ("It was the fifth loss in a row, after those of 27 March, 3 April and 10 April.", None),
        ("He is the fourth miller of the winter, after many clerks and two Ostmarers.", None),
        ("Another five clerks are held, making the mayor the seventh.", None),
    ],
    pieced.one_to: [
        ("There were nine guards for 298 sheep, or one to 33.", "298 / 9 = 33"),
        ("The guild has 12 boats and 60 rowers, one to 5.", "60 / 12 = 5"),
        ("It pays 20 clerks for 200 mills, that is one to 10.", "200 / 20 = 10"),
        ("There were nine guards for 298 sheep, or one to 30.", None),
        ("There were nine guards for 298 sheep and 4 dogs, or one to 33.", None),
        ("There were nine guards for 298 sheep, about 33.", None),
    ],
    pieced.fold_of_shares: [
        ("The fee is 1.2 percent, up from 0.6 percent on Friday, twice as much.", "1.2 / 0.6 = 2"),
        ("It was halved from 8 percent to 4 percent.", "8 / 4 = 2"),
        ("The tax doubled from 3 percent to 6 percent.", "6 / 3 = 2"),
        ("The fee is 1.3 percent, up from 0.6 percent on Friday, twice as much.", None),
        ("The fee is 1.2 percent, up from 0.6 percent on Friday.", None),
        ("The fee is 1.2 percent of twice the 40 crowns, up from 0.6 percent.", None),
    ],
    pieced.share_of_before: [
        ("Some 212,000 fish died. The pens held 1.06 million, so one in five died.", "212,000 of 1.06 million is 20 percent"),
        ("In all 30 boats sank. The harbour held 120, so a quarter was lost.", "30 of 120 is 25 percent"),
        ("He paid 45 crowns. The mill costs 90 crowns, that is half.", "45 of 90 is 50 percent"),
        ("Some 212,000 fish died. The pens held 1.06 million, so one in three died.", None),
        ("In all 30 boats sank. The harbour held 120 and a quarter of the guild came.", None),
        ("In all 30 boats sank. The harbour was full, so a quarter was lost.", None),
    ],
}
RATES = [
    ("They cleared 3.6 kilometres of road in 90 minutes, or 40 metres a minute.", "3.6 kilometres in 90 minutes is 40 per minute"),
    ("The cart took 18 minutes for 1.5 kilometres, five kilometres an hour.", "1.5 kilometres in 18 minutes is 5 per hour"),
    ("Last week 1,260 people came to the mill, 180 a day.", "1,260 in 7 days is 180 per day"),
    ("Each grinds 180 sacks in nine hours, one every three minutes.", "9 hours for 180 is one every 3 minutes"),
    ("They cleared 3.6 kilometres of road in 90 minutes, or 50 metres a minute.", None),
    ("They cleared 3.6 kilometres of road in 90 minutes with 40 shovels.", None),
    ("In May 1,260 people came to the mill, 180 a day.", None),
    ("Each grinds 180 sacks in nine hours, one every four minutes.", None),
]
STRETCHES = [
    ("He was taken in March 2029, two years and nine months ago, and bakes.", True),
    ("They have had no pay since June 15, that is six months.", True),
    ("The judge gave the guild 60 days, until 13 February, to pay.", True),
    ("A truce had held for 23 days since November 22.", True),
    ("Her term has three years to run, until 2034.", True),
    ("Miller Ada Grell, born in March 2002, is 29.", True),
    ("He was taken in March 2029, one year and nine months ago, and bakes.", False),
    ("They have had no pay since June 15, that is four months.", False),
    ("The judge gave the guild 60 days, until 20 March, to pay.", False),
    ("A truce was made on November 22; the mill has 23 days of flour.", False),
    ("Her term has three years to run, until 2036.", False),
    ("Miller Ada Grell, born in March 2002, has 29 sheep.", False),
]
TODAY = "2031-12-15"
CLOCKS = [
    ("The sheet has the five free at 18.31, after an alarm at 17.56, 35 minutes in all.", "sum_right"),
    ("He was free for 46 hours, from 5pm on Friday to 3pm on Sunday.", "sum_right"),
    ("The mill stood still for 14 seconds, from 7:51:20 to 7:51:34 a.m.", "sum_right"),
    ("Her second round, 1:05:10, was 80 seconds quicker than the first, 1:06:30.", "sum_right"),
    ("The sluice was open from 5pm to 3pm, 20 hours.", "sum_wrong"),
    ("The sheet has the five free at 18.31, after an alarm at 17.56, 40 minutes in all.", None),
    ("He was free for about 60 hours, at 5pm on Friday and at 4pm on Sunday.", None),
    ("The mill stood still for 14 seconds at 7:51:20 and at 7:52:34 a.m.", None),
]


def messages(rule, text, day=None):  # type: ignore[no-untyped-def]
    document = pile(Page("p", text, published=day)).readings[0].document
    found = stretches([(p, skeleton(p)) for p in passages(document)])
    return [s.message for p, k, x in found for s in rule(p, k, x)]


def plain(rule):  # type: ignore[no-untyped-def]
    return lambda p, k, x: rule(p, k, [f for f in k.figures if f.mark == "#" and f.value > 0])


@pytest.mark.parametrize(("rule", "text", "want"), rows(APART))
def test_figures_that_stand_apart(rule, text: str, want: str | None) -> None:  # type: ignore[no-untyped-def]
    assert messages(plain(rule), text) == ([f"The figures agree: {want}."] if want else [])


@pytest.mark.parametrize(("text", "want"), RATES)
def test_so_much_in_so_long(text: str, want: str | None) -> None:
    assert messages(pieced.pieced, text) == ([f"The figures agree: {want}."] if want else [])


@pytest.mark.parametrize(("text", "want"), STRETCHES)
def test_stretches_beside_the_day_of_the_page(text: str, want: bool) -> None:
    assert bool(messages(lambda p, k, x: elapsed.since_and_until(p), text, TODAY)) == want
    assert not messages(lambda p, k, x: elapsed.since_and_until(p), text)


@pytest.mark.parametrize(("text", "want"), CLOCKS)
def test_times_of_day(text: str, want: str | None) -> None:
    document = pile(Page("p", text)).readings[0].document
    assert [s.rule for p in passages(document) for s in hours.between_clocks(p)] == ([want] if want else [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A loaf costs 200 pips, and with a miller's six a day that makes 1.2 crowns.", None),
        ("Its sales have dropped from 900 to 720 tonnes a week, minus 20 percent.", "sum_right"),
        ("Its sales have dropped from 900 to 720 tonnes a week, minus 30 percent.", "percentage_wrong"),
        ("Ostmar have 51 points from 30 matches, 1.9 a match.", "sum_wrong"),
        ("On Monday 460 tonnes were milled against 400 on Sunday, growth of 12 percent.", "percentage_wrong"),
        ("Shares of 45, 30 and 25 percent went to three guilds.", "sum_right"),
    ],
)
def test_alarms_and_none(text: str, rule: str | None) -> None:
    found = [w.sum.rule for w in every.worked(pile(Page("p", text))) if w.sum.rule != "not_checkable"]
    assert found == ([rule] if rule else [])
