"""Sums that words announce, over one sentence or two: what comes out, what does not, and what is left alone. Fiction."""

from __future__ import annotations

import pytest

from sayso.assess.figure_rows import stretches
from sayso.assess.findings import announced, announced_shares, sums
from sayso.assess.operands import operands
from sayso.assess.passages import passages
from sayso.assess.skeleton import skeleton
from tests.assess.piles import Page, pile

R, L, P = "sum_right", "sum_wrong", "percentage_wrong"
ROWS = {
    announced.added: [
        ("The lock held 40 boats on Friday and 31 on Sunday, a loss of eight.", L),
        ("Nine were bandaged on the quay. Thirteen were taken to Ostmar, bringing the number of injured to 24.", L),
        ("It took in 14, 11, 9 and 12 crates, 48 in four days.", L),
        ("The two ponds hold 30 and 45 million litres, together 85 million.", L),
        ("The convoy of 36 carts lost nine and arrived with 29.", L),
        ("Of the 64 rowers 41 were asked, leaving 25 for Monday.", L),
        ("The lock sank from 6.40 metres to 5.90 metres, a drop of 60 centimetres.", L),
        ("The barge takes 1,100 sacks; with 1,350 on board it was 350 over its limit.", L),
        ("The lock held 40 boats on Friday and 31 on Sunday, a loss of nine.", R),
        ("Nine were bandaged on the quay. Thirteen were taken to Ostmar, bringing the number of injured to 22.", R),
        ("The lock sank from 6.40 metres to 5.90 metres, a drop of 50 centimetres.", R),
        ("The lock held 40 boats on Friday and about 31 on Sunday, a loss of eight.", None),
        ("The lock held 40 boats on Friday, 12 carts and 31 boats on Sunday, a loss of eight.", None),
        ("Of the 64 rowers one drowned and 41 were asked, leaving 23 and several guests.", None),
        ("The guild holds a majority of 160 in the 300-seat chamber and needs 151.", None),
        ("Nine counters, among them four of the town. They have 3 more days.", None),
        ("The lock held 400 boats on Friday and 31 sacks on Sunday, a loss of eight.", None),
    ],
    announced.listed: [
        ("The crew took 9 cups out of 14 races: 2 gold, 3 silver and 5 bronze.", L),
        ("Thirty berths are let: 12 to trawlers, 11 to yachts and 9 to the guild.", L),
        ("It bought 20 carts: 14 new and 8 old.", L),
        ("The crew took 10 cups out of 14 races: 2 gold, 3 silver and 5 bronze.", None),
        ("Thirty berths are let: 12 to trawlers and 11 to yachts.", None),
        ("It bought 20 carts: 14 tonnes of oats and 800 crowns were paid.", None),
    ],
    announced.rated: [
        ("The five carts with 20 tonnes each brought 120 tonnes.", L),
        ("He paid 40 crowns a day for 15 days, 500 crowns altogether.", L),
        ("The pier is 3.2 kilometres long, made of 400 sections of ten metres.", L),
        ("It took 30 clerks nine hours, that is 240 working hours.", L),
        ("The inn has 14 rooms with four beds, enough for 64.", L),
        ("The guild bought nine pumps for 45,000 crowns, or 6,000 apiece.", L),
        ("The five carts with 20 tonnes each brought 100 tonnes.", R),
        ("The bill came to 900 crowns. Split among six, it was 150 crowns each.", R),
        ("Two envoys from each of the nine towns, plus four clerks, came.", None),
        ("He paid 40 crowns a day for 15 carts, 500 crowns altogether.", None),
        ("He was fined 6 crowns; his 2 brothers got 4 crowns each.", None),
        ("Some five carts with 20 tonnes each brought several hundred, 120 in all.", None),
    ],
    announced.by_the_year: [
        ("A clerk earns 900 crowns a month, 11,800 a year.", L),
        ("It costs 200 crowns monthly, or 3,000 crowns a year.", L),
        ("The rent is 50 crowns a week, 3,000 crowns a year.", L),
        ("A clerk earns 900 crowns a month, 10,800 a year.", R),
        ("A clerk earns 30 crowns a day, 150 a week.", None),
        ("A clerk earns 900 crowns a month, 20 years a day late.", None),
        ("A clerk earns 900 crowns a month and pays 1,000 crowns a year in dues.", None),
    ],
    announced_shares.shared: [
        ("It took 84 crowns against a target of 80 crowns, beating it by 10.5 percent.", P),
        ("It sold 90 nets, compared with 60 nets in May, up by 30 percent.", P),
        ("It caught 44 tonnes against 40 tonnes, more by 15 percent.", P),
        ("It took 84 crowns against a target of 80 crowns, beating it by 5 percent.", R),
        ("It took some 84 crowns against a target of 80 crowns, beating it by 10.5 percent.", None),
        ("It took 84 crowns against 80 boats, beating it by 10.5 percent.", None),
        ("Eleven of the forty-four boats, a third of the fleet, are laid up.", P),
        ("The levy of 5 percent on sales of 80,000 crowns brings 6,000 crowns.", P),
        ("The mill has 1,200 hands. A quarter of them, 400, are to go.", P),
        ("Rye rose from 2 to 3 crowns, by a third.", P),
        ("A sack costs 8 crowns, up from 5 crowns, an increase of 80 percent.", P),
        ("Two thirds of the 90 members, that is 65, must agree.", P),
        ("Eleven of the forty-four boats, a quarter of the fleet, are laid up.", R),
        ("The mill has 1,200 hands. A quarter of them, 300, are to go.", R),
        ("About half the size of Ostmar, it sends 11 of the 15 envoys.", None),
        ("Half of the rowers or less came in three of the nine races.", None),
        ("Nearly a third of the 90 members, 35, must agree.", None),
        ("Eleven of the forty-four boats and a third of the 20 carts are laid up.", None),
    ],
    announced_shares.folded: [
        ("It sold 45 nets compared with 15 nets in May, a fourfold increase.", L),
        ("It paved 320 km as against 80 km in eight years, a fivefold increase.", L),
        ("It paid 90 crowns against the 20 crowns of May, a threefold rise.", L),
        ("It paid 60 crowns against the 20 crowns of May, a threefold rise.", None),
        ("It paid some 90 crowns against the 20 crowns of May, a threefold rise.", None),
        ("In May it had 45,000 guests, in June 90,000: the number has tripled.", L),
        ("The fine was raised fivefold, from 200 to 1,200 crowns.", L),
        ("It holds 18 million crowns, which is double the 8 million of May.", L),
        ("In May it had 45,000 guests, in June 90,000: the number has doubled.", None),
        ("It holds 18 million crowns, more than double the 8 million of May.", None),
        ("In May it had 45,000 guests and 90,000 sacks, and has tripled its boats.", None),
    ],
    announced_shares.apart_in_points: [
        ("Turnout was 62 percent, eight points up on the 56 percent of May.", L),
        ("The rate stands at 9.1 percent, down 1.4 points from 10.9.", L),
        ("In May he had 31 percent. In June he got 52 percent, 23 points more.", L),
        ("Turnout was 62 percent, six points up on the 56 percent of May.", R),
        ("It leads by a three-point margin, 45.4 percent to 42 percent.", None),
        ("It fell from 71 percent to 55 percent, outside a 10-point margin of error.", None),
        ("He is four points higher on average, at 56 percent beside 55 percent.", None),
    ],
}


@pytest.mark.parametrize(("rule", "text", "want"), [(rule, text, want) for rule, row in ROWS.items() for text, want in row])
def test_what_is_announced(rule, text: str, want: str | None) -> None:  # type: ignore[no-untyped-def]
    page = [(p, skeleton(p)) for p in passages(Page("p", text, "Paper").reading().document)]
    found = [s.rule for p, k, x in stretches(page) for s in rule(operands(p, k, x), x)]
    assert found == ([want] if want else [])


def test_each_rule_has_three_rows_of_either_kind() -> None:
    assert set(ROWS) == set(announced.RULES)
    for row in ROWS.values():
        assert sum(w in (L, P) for _, w in row) >= 3 and sum(w is None for _, w in row) >= 3, row


def test_sizes_of_one_kind_are_compared_in_one_unit() -> None:
    text = "It rose 40 centimetres, from 5.20 to 5.60 metres, on 3 May."
    (p,) = passages(Page("p", text, "Paper").reading().document)
    ((_, k, x),) = stretches([(p, skeleton(p))])
    assert [(f.told, round(f.value, 2), f.unit) for f in operands(p, k, x).here] == [
        ("40 centimetres", 0.4, "length"),
        ("5.2", 5.2, "length"),
        ("5.6 metres", 5.6, "length"),
    ]


STATED = [
    ("Of the 30 nets 12 were torn, the remaining 20 hang in the loft.", L),
    ("The hall cost 8,000 crowns, of which the town gives 5,500 and the guild the remaining 3,500.", L),
    ("Of twelve guns the patrol found nine; four were missing.", L),
    ("Of the 30 nets 12 were torn, the remaining 18 hang in the loft.", None),
    ("Of about 30 nets 12 were torn, the remaining 20 hang in the loft.", None),
    ("Of the 30 nets 12 were torn and 3 lost, the remaining 20 hang in the loft.", None),
    ("In all 48 carts bring 960 tonnes of flour on Sunday, 25 tonnes each.", L),
    ("The 6 guards drank 30 pints that night, 6 pints each.", L),
    ("The 4 owners pay 24 crowns in full, 8 crowns apiece.", L),
    ("In all 48 carts bring 960 tonnes of flour on Sunday, 20 tonnes each.", None),
    ("More than 48 carts bring 960 tonnes of flour on Sunday, 25 tonnes each.", None),
    ("In all 48 carts bring 960 tonnes of flour on Sunday, 25 sacks each.", None),
    ("The mill has 96 hands and 24 of them, a third, are new.", L),
    ("Of the crew 9 in 12 are divers, two thirds, its roster says.", L),
    ("It lost 2 of the 4 boats, a quarter, on Sunday.", L),
    ("The mill has 96 hands and 24 of them, a quarter, are new.", None),
    ("The mill has about 96 hands and 24 of them, a third, are new.", None),
    ("The mill has 96 hands and a third of them are new.", None),
    ("Divers get 5 percent of a value of 26,000 crowns, or 1,700.", L),
    ("She keeps 20 percent of the 900 crowns, or 90, as a fee.", L),
    ("It is 40 percent of the 500 nets, or 250.", L),
    ("She keeps 20 percent of the 900 crowns, or 180, as a fee.", None),
    ("She keeps 20 percent of about 900 crowns, or 90, as a fee.", None),
    ("She keeps 20 percent of the 900 crowns and 90 nets.", None),
    ("The guild has 18 boats, which is double the 8 of last year.", L),
    ("It has 18 boats, double the 8 of the guild and the 9 of the town.", None),
]


@pytest.mark.parametrize(("text", "want"), STATED)
def test_a_sum_stated_whole_is_an_alarm_only_where_it_does_not_come_out(text: str, want: str | None) -> None:
    found = [w.sum.rule for w in sums.worked(pile(Page("p", text, "Paper")))]
    assert bool({L, P} & set(found)) == (want is not None), found


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It spent N480 million on 12 trips, or N40 million per trip.", [R]),
        ("It took P84.2 billion against a target of P80 billion, beating it by 10.5 percent.", [P]),
        ("It spent N48,000 on 12 trips, or N5,000 per trip.", [L]),
        ("An A380 of the guild took 12 crates on B52 days.", []),
        ("They left by 54 to 46 per cent.", [R]),
        ("The vote was 54 to 37, a majority of 19.", [L]),
        ("The vote was 54 to 37, a majority of 17.", [R]),
        ("It takes 5 to 8 days, a margin of 3.", []),
        ("She leads the mayor by six votes (46 to 40) and the clerk by three votes (45 to 42) there.", [R, R]),
    ],
)
def test_letters_of_a_currency_and_votes_that_are_no_range(text: str, want: list[str]) -> None:
    assert [w.sum.rule for w in sums.worked(pile(Page("p", text, "Paper"))) if w.sum.rule != "not_checkable"] == want
