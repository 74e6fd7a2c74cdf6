"""Every rule on sums by itself: rows that come out, rows that do not, and rows on which it must say nothing. Fiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sayso.assess.figure_rows import Stretch, stretches
from sayso.assess.findings import balances, conclusions, counts, days, reckoned, totals
from sayso.assess.findings import sums as percent
from sayso.assess.passages import Passage, Sum, passages
from sayso.assess.pile import Pile
from sayso.assess.skeleton import Skeleton, skeleton
from tests.assess.findings.tables import rows
from tests.assess.piles import Page, pile

R, W, L = "sum_right", "percentage_wrong", "sum_wrong"

# rule -> (text, verdict; None where the rule must be silent or leave it open)
SENTENCES: dict[Callable[[Passage], Iterator[Sum]], list[tuple[str, str | None]]] = {
    percent.percentage_of_change: [
        ("The ferry made 60 trips in May, a 200 percent increase over the 20 trips in April.", R),
        ("The ferry made 60 trips in May, a 300% rise from the 20 trips made in April.", "ratio_called_increase"),
        ("Catches fell by 50 percent, from 50 tonnes to 40 tonnes.", W),
        ("The ferry made 60 trips by day and 45 trips by night, a 200 percent increase over the 20 trips in April.", None),
        ("Rates rose by 2 percentage points, from 3 percent to 5 percent.", None),
        ("The guild says that catches rose by 12 percent over the 20 years before.", None),
    ],
    percent.share: [
        ("30 of the 120 boats, or 25 percent, came back.", R),
        ("12 of 48 sacks (25 percent) were wet.", R),
        ("30 of the 120 boats, or 40 percent, came back.", W),
        ("About 30 of the 120 boats, or 40 percent, came back.", None),
        ("30 of the 120 boats came back, and 40 percent of the nets.", None),
        ("30 of the 120 boats and 5 of the 9 carts, or 40 percent, came back.", None),
    ],
    percent.multiple: [
        ("Catches tripled from 20 tonnes to 60 tonnes.", R),
        ("The flow more than doubled from 20 tonnes to 55 tonnes.", R),
        ("Catches tripled from 20 tonnes to 45 tonnes.", L),
        ("Catches nearly tripled from 20 tonnes to 45 tonnes.", None),
        ("Catches tripled to 60 tonnes.", None),
        ("The guild doubled its guard from May to June.", None),
    ],
    totals.parts: [
        ("40 people were on board: 25 islanders and 15 guests.", R),
        ("40 people were on board: 25 men and 19 women.", "total_below_part"),
        ("25 men and 15 women, a total of 45 people, were on board.", L),
        ("40 people were on board: 25 islanders.", None),
        ("40 people came, among them 35 children.", None),
        ("60 people were on board: 36 were rescued, nine bodies were found and 14 people are still missing.", L),
        ("60 people were on board: 36 were rescued, nine bodies were found and 15 people are still missing.", R),
        ("60 people were on board: 36 were rowers and 14 people were guests.", None),
        ("40 carts came: 25 with hay, of which 12 were wet, and 15 with oats.", None),
    ],
    counts.listing: [
        ("30 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", R),
        ("25 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", R),
        ("40 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4; Sudmar – 15.", R),
        ("9 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", None),
        ("90 people fell ill.\n\nOstmar – 12; Westmar – 9; Nordmar – 4.", None),
        ("30 people fell ill.\n\nOstmar – 12 boats; Westmar – 9 boats; Nordmar – 4 boats.", None),
    ],
    counts.previous: [
        ("45 people fell ill, more than previously announced.\n\nThe previous figure was 30.", R),
        ("20 people fell ill, fewer than previously announced.\n\nThe previous figure was 30.", R),
        ("60 people died, far higher than the earlier count.\n\nThe previous toll was 45.", R),
        ("45 people fell ill, fewer than previously announced.\n\nThe previous figure was 30.", None),
        ("45 people fell ill.\n\nThe previous figure was 30.", None),
        ("45 people fell ill, more than previously announced.\n\nThe previous price was 30 crowns.", None),
    ],
}

SKELETONS: dict[Callable[[Skeleton], Iterator[Sum]], list[tuple[str, str | None]]] = {
    reckoned.changed: [
        ("The mill sold 60 sacks in May and 75 in June, an increase of 25 percent.", R),
        ("Membership shrank by a third, from 90 to 60.", R),
        ("The mill sold 60 sacks in May and 75 in June, an increase of 35 percent.", W),
        ("The mill sold about 60 sacks in May and 75 in June, an increase of 35 percent.", None),
        ("The mill sold 60 sacks in May and 75 in June.", None),
        ("The mill sold 75 sacks in May and 60 in June, an increase of 25 percent.", None),
    ],
    reckoned.moved_by: [
        ("Shares of the mill fell 24 cents (3%) to $7.76 in Ostmar.", R),
        ("The guild's stock rose 30 crowns, or 5 percent, to 630 crowns.", R),
        ("The guild's stock rose 30 crowns, or 7 percent, to 630 crowns.", W),
        ("Shares of the mill fell about 24 cents (4%) to $7.76 in Ostmar.", None),
        ("The mill lost 40 litres (10%) to 400 leaks.", None),
        ("Shares of the mill fell 24 cents to $7.76, and 2 percent of the guild left.", None),
    ],
    reckoned.shared: [
        ("Of the 40 boats, 10 were lost, or 25 percent.", R),
        ("A quarter of the 200 workers, or 50, stayed at home.", R),
        ("A quarter of the 200 workers, or 60, stayed at home.", W),
        ("Of the 40 boats, 10 were lost.", None),
        ("Of about 40 boats, 10 were lost, or 30 percent.", None),
        ("Of the 10 boats, 40 sails were lost, or 25 percent.", None),
    ],
    reckoned.totalled: [
        ("9 goats and 4 pigs were stolen, 13 animals in all.", R),
        ("Of the 50 prisoners, 20 were freed and 30 stayed.", R),
        ("9 goats and 4 pigs were stolen, 15 animals in all.", L),
        ("The storm sank 38 boats in 11 ports: 17 in Ostmar, 12 in Brund and 9 in Semel.", R),
        ("The storm sank at least 38 boats in 11 ports: 17 in Ostmar, 12 in Brund and 9 in Semel.", None),
        ("The storm sank boats in 11 ports: 17 in Ostmar, 12 in Brund and 9 in Semel.", None),
        ("9 goats and about 4 pigs were stolen, 15 animals in all.", None),
        ("50 animals (including 9 goats and 4 pigs) were stolen.", None),
        ("The new ship carries up to 840 people (550 for an Ostmar 747).", None),
        ("21 rowers were treated: 12 at the quay and nine in the ward, of these seven guests and two of the crew.", R),
    ],
    reckoned.rated: [
        ("The 8 villages got 96 tents, 12 tents each.", R),
        ("They ate 40 loaves a day, or 280 a week.", R),
        ("The 8 villages got 96 tents, 14 tents each.", L),
        ("The 8 villages got about 96 tents, 14 tents each.", None),
        ("The 8 villages got 96 tents.", None),
        ("The 8 villages got 96 tents, 14 sheep and 30 goats each.", None),
    ],
    reckoned.differing: [
        ("She won by 540 votes to 500, a margin of 40 votes.", R),
        ("The toll rose by 5 to 17 from 12.", R),
        ("She won by 540 votes to 500, a margin of 60 votes.", L),
        ("She won by about 540 votes to 500, a margin of 60 votes.", None),
        ("She won by 540 votes to 500.", None),
        ("The quay has 540 votes, 500 boats and 30 more carts.", None),
    ],
    reckoned.multiplies: [
        ("Wool prices halved from 12 to 6 florins a kilo.", R),
        ("It holds 900 people, three times as many as the 300 on the old one.", R),
        ("It holds 900 people, four times as many as the 300 on the old one.", L),
        ("It holds about 900 people, four times as many as the 300 on the old one.", None),
        ("It holds 900 people, and 300 on the old one.", None),
        ("It holds four times as many people.", None),
    ],
    reckoned.dated: [
        ("He was born in 1950 and died in 2010 at the age of 60.", R),
        ("He was born in 1950 and died in 2010 at the age of 59.", R),
        ("He was born in 1950 and died in 2010 at the age of 70.", L),
        ("He was born in 1950 and died at the age of 70.", None),
        ("He was born in 1950, wed in 1970 and died in 2010 at the age of 70.", None),
        ("He was born in 1950 and died in 2010.", None),
    ],
}

TRIES: dict[Callable[[Stretch], Iterator[balances.Try]], list[tuple[str, bool]]] = {
    balances.added: [
        ("The yard lost 820 beams in all, said Oru. Ostmar lost 450 of them, Westmar 260 and Nordmar 110.", True),
        ("The guild will let 1,930 rowers go: Ostmar (830), Westmar (640), Sudmar (380) and other quays (80).", True),
        ("The gate was 4,130, of whom 310 came by ferry, which leaves 3,820 from the town.", True),
        ("es:De los 48 heridos, 30 siguen ingresados y 18 han recibido el alta.", True),
        ("de:In den Mühlen arbeiten 40 Leute, 33 davon in Ostmar und sieben in Hald.", True),
        ("The mill drained 290 cubic feet of oil. Of it 160 cubic feet were caught, 70 sank and 60 are lost.", True),
        ("The rope is 1,150 metres long, 760 outer and 390 inner.", True),
        ("The pond stood at 2.2 m at dawn. At noon it was 3.9 m, a rise of 1.7 m.", True),
        ("The firm calls back 72,500 of its night lamps. Ostmar had 51,000, Hald 16,500 and Velle 5,000.", True),
        ("36 people were rescued and nine bodies found.\n\nAbout 60 people were aboard, Oru said.\n\nSo 15 are missing.", True),
        (
            "The guild asked for 900 beds. A paper of two pages has the hall (500), the loft (250), the mill (150).",
            True,
        ),
        ("The toll has risen to 19 after two bodies were found near Hald. It stood at 17 on Monday.", True),
        ("It brought nine tonnes of meal and oats, six tonnes of meal and three tonnes of oats.", True),
        ("The toll has risen to 19 near Hald, where two halls stand. Seventeen boats came on Monday.", False),
        ("es:De las 8.300 quedaban 1.900 en el molino. Es decir, unas 6.400 ya se vendieron.", True),
        ("The pond stood at 2.2 m at dawn. At noon it was 3.9 m, a rise of 1.2 m.", False),
        ("pt:O fogo feriu 17 pessoas. O moinho ardeu às sete e dez, disse o guarda.", False),
        ("The ferry has 22 cabins. Oru, 9, and Ola, 13, slept in the hold.", False),
        ("Ostmar has 20 boats. Westmar has 30 carts and 50 mules.", False),
        ("7 of 16 nets were torn, and 23 sails were lost.", False),
    ],
    balances.shared: [
        ("The guild will let 240 rowers go, or about 12% of its 2,000-strong crew.", True),
        ("Of its 1,412 members only 388, just over a quarter, came.", True),
        ("pl:Stocznia zatrudnia 1480 osób, z których 730 odejdzie, niemal co drugi.", True),
        ("The guild will let 240 rowers go, or about 31% of its 2,000-strong crew.", False),
        ("Of its 1,412 members only 288, just over a quarter, came.", False),
        ("Less than half of 1 percent: 212,205 to 210,424 votes.", False),
    ],
    balances.changed: [
        ("Wool ended the week 6.2 percent lower at 26.64 crowns, against 28.40 crowns the week before.", True),
        ("Last year the ward saw 412 cases, this year 618: a rise of 50 percent.", True),
        ("The town cut its fund from £48m to £36m, a quarter less.", True),
        ("pt:O turno passou de cinco para três pessoas, ou seja, menos 40 por cento.", True),
        ("Wool ended the week 9.2 percent lower at 26.64 crowns, against 28.40 crowns the week before.", False),
        ("Last year the ward saw 618 cases, this year 412: a rise of 40 percent.", False),
        ("The town cut its fund from £48m to £36m, a tenth less.", False),
    ],
    balances.multiplied: [
        ("The 2,150 ferrymen get 150 million crowns, or roughly 70,000 crowns each.", True),
        ("He paid 60 euros for 4 kilos, or 15 euros a kilo.", True),
        ("18 wards with 24 beds each make 432 beds.", True),
        ("Some 31,000 tonnes of rye wait at the lock. The guild counted 24 barges with an average load of 1,300 tonnes.", True),
        ("Some 31,000 tonnes of rye wait at the lock. The guild counted 24 barges with a highest load of 1,300 tonnes.", False),
        ("The mill must pay £91,000. It is shared by 14 rowers, who will each get £6,500.", True),
        ("tr:Müdür kaybın günde 3,2 milyon lira olduğunu söyledi. Buna göre yedi günün faturası 22,4 milyon lirayı buluyor.", True),
        ("The mill must pay £91,000. It is shared by 14 rowers, who will each get £7,500.", False),
        ("The 2,150 ferrymen get 150 million crowns, or roughly 90,000 crowns each.", False),
        ("He was sentenced to 6 years; his 2 brothers got 3 years each.", False),
        ("They ate 40 loaves a day.", False),
    ],
    balances.folded: [
        ("The sledge went 13.5 miles an hour, more than twice the six that the guild allows.", True),
        ("Police counted 3,000 marchers, the guild 9,000, three times as many.", True),
        ("The dam let out 800 tonnes, double the usual 400.", True),
        ("The sledge went 23.5 miles an hour, just over twice the six that the guild allows.", False),
        ("Oru did it eight times, Ola took on four, and Ira did it twice.", False),
        ("The dam let out 800 tonnes, double what is usual.", False),
    ],
    balances.corrected: [
        ("The guild will sell 1,790 barrels, not the 2,150 it gave. Ostmar should have read 370 instead of 730.", True),
        ("It cuts 412 posts, not 442. The figure for Westmar was 61 rather than 91.", True),
        ("de:Es sind 412 Stellen statt 442. In Westmar sind es 61 statt 91.", True),
        ("The guild will sell 1,790 barrels, not the 2,150 it gave. Ostmar should have read 470 instead of 730.", False),
        ("The guild will sell 1,790 barrels, not the 2,150 it gave.", False),
        ("The guild will sell 1,790 barrels. Ostmar should have read 370 instead of 730.", False),
    ],
}

ALARMS: dict[Callable[[Stretch], Iterator[Sum]], list[tuple[str, str | None]]] = {
    conclusions.concluded: [
        ("Eleven carts in the yard, nine on the road: that's 21.", L),
        ("The board has counted 14 dead goats. Add the nine lame ones and you get 24 goats.", L),
        ("Twelve in the boat, eight on the quay, that makes 22.", L),
        ("Eleven carts in the yard, nine on the road: that's 20.", None),
        ("About eleven carts in the yard, nine on the road: that's 21.", None),
        ("Two more died, bringing the toll to 21.", None),
    ],
    conclusions.stated_share: [
        ("The guild lets 240 rowers go, more than one in eight of its 2,000 rowers.", W),
        ("The mill will cut 300 of its 1,250 jobs, more than a quarter.", W),
        ("The fine, $2.4m, is 12% of the $30m contract.", W),
        ("The guild lets 260 rowers go, more than one in eight of its 2,000 rowers.", "sum_right"),
        ("The mill will cut 300 of its 1,250 jobs, and a quarter of the sails.", None),
        ("The fine, $2.4m, is 8% of the $30m contract.", "sum_right"),
        ("Out of 2,400 voters, 300 is one in every 80.", W),
        ("The guild let about 240 rowers go, and a tenth of the 40 boats.", None),
        ("The guild has 240 rowers, 2,000 barrels and 12 boats.", None),
    ],
    conclusions.equated: [
        ("The guild let 240 rowers go on Monday. That is one in four of its 2,000 rowers.", W),
        ("The fever reached 52 rowers. With 312 rowers on the roll, that means 24 per cent of the guild.", W),
        ("The ministry counted 46 cases among 23,000 children. That is two in every 10,000.", W),
        ("The guild let 240 rowers go on Monday. That is 12 percent of its 2,000 rowers.", "sum_right"),
        ("The guild let 240 rowers go on Monday. A third of its 2,000 rowers are from Ostmar.", None),
        ("The guild let 240 rowers and 30 smiths go on Monday. That is half of its 2,000 rowers.", None),
        ("The guild let about 240 rowers go on Monday. That is one in four of its 2,000 rowers.", None),
    ],
}

WHOLES = [
    ("The mill has 1,960 workers.\n\nSpring came.\n\nThe 180 who go are some 9% of its staff.", R),
    ("48 sacks were lost. The guild says 36 of the sacks were insured, 75 percent of the total.", R),
    ("The yard holds 3,200 barrels.\n\nOru took 640, one in five of the barrels.", R),
    ("The mill has 1,960 workers.\n\nSpring came.\n\nThe 180 who go are some 19% of its staff.", None),
    ("48 sacks were lost. The guild says 36 of the sacks were insured, 60 percent of the total.", None),
    ("The mill has 1,960 spindles.\n\nSpring came.\n\nThe 180 who go are some 9% of its staff.", None),
]

TWICE = [
    ("It sells 2,150 barrels on top of 640 in Westmar and 300 in Nordmar, 3,090 in all.", L),
    ("It sells 2,150 barrels, as well as 640 in Westmar and 300 in Nordmar, 3,090 in all.", L),
    ("It sells 2,150 barrels in addition to 640 in Westmar and 300 in Nordmar, in total 3,090.", L),
    ("It sells 2,150 barrels on top of 650 in Westmar and 310 in Nordmar, 3,110 in all.", R),
    ("It sells 2,150 barrels, 640 crates and 300 sacks, 3,090 in all.", R),
    ("It sells 1,210 barrels on top of 640 in Westmar and 300 in Nordmar, 2,150 in all.", R),
]

EVENTS = [
    ("On 26 May 2031 the quay gave way, 12 days after the Tolsund flood.\n\nThe Tolsund flood of 14 May took it.", R),
    ("On 28 May 2031 the quay gave way, two weeks after the Tolsund flood.\n\nThe Tolsund flood of 14 May took it.", R),
    ("On 14 May 2031 the mast broke, 12 days before the Tolsund flood.\n\nThe Tolsund flood of 26 May took it.", R),
    ("On 26 May 2031 the quay gave way, 11 days after the Tolsund flood.\n\nThe Tolsund flood of 14 May took it.", None),
    ("On 26 May 2031 the quay gave way, 12 days after the Tolsund flood.", None),
    ("On 26 May 2031 the quay gave way, 12 days after the rain.\n\nThe Tolsund flood of 14 May took it.", None),
]


def said(found: list[Sum]) -> list[str]:
    """The verdicts, without what was left open."""
    return [s.rule for s in found if s.rule != "not_checkable"]


@pytest.mark.parametrize(("rule", "text", "want"), rows(SENTENCES))
def test_a_rule_on_sentences(rule: Callable[[Passage], Iterator[Sum]], text: str, want: str | None) -> None:
    language = "pt" if "quatro" in text else "en"
    found = [s for p in passages(Page("p", text, "Paper", language=language).reading().document) for s in rule(p)]
    assert said(found) == ([want] if want else []), [s.message for s in found]


@pytest.mark.parametrize(("rule", "text", "want"), rows(SKELETONS))
def test_a_rule_on_the_skeleton_of_a_sentence(rule: Callable[[Skeleton], Iterator[Sum]], text: str, want: str | None) -> None:
    found = [s for p in passages(Page("p", text, "Paper").reading().document) for s in rule(skeleton(p))]
    assert said(found) == ([want] if want else []), [s.message for s in found]


def laid_out(text: str) -> list[Stretch]:
    language, text = (text[:2], text[3:]) if text[2] == ":" else ("en", text)
    document = Page("p", text, "Paper", language=language).reading().document
    return [x for _, _, x in stretches([(p, skeleton(p)) for p in passages(document)])]


@pytest.mark.parametrize(("rule", "text", "want"), rows(TRIES))
def test_figures_that_meet_beyond_chance(rule: Callable[[Stretch], Iterator[balances.Try]], text: str, want: bool) -> None:
    found = [t for x in laid_out(text) for t in rule(x)]
    assert any(balances.let(t) <= 1 for t in found) is want, found


@pytest.mark.parametrize(("rule", "text", "want"), rows(ALARMS))
def test_a_rule_on_what_is_said_to_come_of_figures(rule: Callable[[Stretch], Iterator[Sum]], text: str, want: str | None) -> None:
    found = [s for x in laid_out(text) for s in rule(x)]
    assert said(found) == ([want] if want else []), [s.message for s in found]


@pytest.mark.parametrize(("text", "want"), WHOLES, ids=[w[0][:60] for w in WHOLES])
def test_a_whole_that_stands_further_up(text: str, want: str | None) -> None:
    found = [w.sum for w in percent.worked(pile(Page("p", text, "Paper")))]
    assert said(found) == ([want] if want else [])


@pytest.mark.parametrize(("text", "want"), TWICE, ids=[w[0][:60] for w in TWICE])
def test_parts_that_are_added_to_what_holds_them(text: str, want: str) -> None:
    first = "The guild sells 2,150 barrels: 1,210 in Ostmar, 640 in Westmar and 300 in Nordmar."
    found = [
        w.sum
        for w in percent.worked(pile(Page("a", first, "Paper"), Page("b", text, "Paper")))
        if "2,150" in w.passage.span.of(w.passage.text)
    ]
    assert want in said([s for s in found if s.stated.span.of(text)[:1].isdigit()])
    assert (L in said(found)) is (want == L), [s.message for s in found]


@pytest.mark.parametrize(("text", "want"), EVENTS, ids=[e[0][:60] for e in EVENTS])
def test_days_between_two_events(text: str, want: str | None) -> None:
    p: Pile = pile(Page("p", text, "Paper"))
    found = [s for r in p.readings for x in passages(r.document) for s in days.days_between(p, x)]
    assert said(found) == ([want] if want else [])


def test_each_rule_has_three_rows_of_either_kind() -> None:
    for table in (SENTENCES, SKELETONS):
        for rule, row in table.items():
            assert sum(w is not None for _, w in row) >= 3 and sum(w is None for _, w in row) >= 3, rule
    for tries in TRIES.values():
        assert sum(w for _, w in tries) >= 3 and sum(not w for _, w in tries) >= 3
    for alarms in ALARMS.values():
        assert sum(w is not None for _, w in alarms) >= 3 and sum(w is None for _, w in alarms) >= 3
    assert set(SKELETONS) == set(reckoned.RULES) and set(TRIES) == set(balances.RULES) and set(ALARMS) == set(conclusions.RULES)
