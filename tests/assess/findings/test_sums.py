"""Every rule on sums by itself: rows that come out, rows that do not, and rows on which it must say nothing. Fiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sayso.assess.findings import counts, days, reckoned, totals
from sayso.assess.findings import sums as percent
from sayso.assess.passages import Passage, Sum, passages
from sayso.assess.pile import Pile
from sayso.assess.skeleton import Skeleton, skeleton
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
        ("9 goats and about 4 pigs were stolen, 15 animals in all.", None),
        ("50 animals (including 9 goats and 4 pigs) were stolen.", None),
        ("The new ship carries up to 840 people (550 for an Ostmar 747).", None),
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


def rows(table: dict) -> list:  # type: ignore[type-arg]
    """One parameter for each row of each rule."""
    return [pytest.param(rule, text, want, id=f"{rule.__name__}: {text[:40]}") for rule, row in table.items() for text, want in row]


@pytest.mark.parametrize(("rule", "text", "want"), rows(SENTENCES))
def test_a_rule_on_sentences(rule: Callable[[Passage], Iterator[Sum]], text: str, want: str | None) -> None:
    language = "pt" if "quatro" in text else "en"
    found = [s for p in passages(Page("p", text, "Paper", language=language).reading().document) for s in rule(p)]
    assert said(found) == ([want] if want else []), [s.message for s in found]


@pytest.mark.parametrize(("rule", "text", "want"), rows(SKELETONS))
def test_a_rule_on_the_skeleton_of_a_sentence(rule: Callable[[Skeleton], Iterator[Sum]], text: str, want: str | None) -> None:
    found = [s for p in passages(Page("p", text, "Paper").reading().document) for s in rule(skeleton(p))]
    assert said(found) == ([want] if want else []), [s.message for s in found]


@pytest.mark.parametrize(("text", "want"), EVENTS, ids=[e[0][:60] for e in EVENTS])
def test_days_between_two_events(text: str, want: str | None) -> None:
    p: Pile = pile(Page("p", text, "Paper"))
    found = [s for r in p.readings for x in passages(r.document) for s in days.days_between(p, x)]
    assert said(found) == ([want] if want else [])


def test_each_rule_has_three_rows_of_either_kind() -> None:
    for table in (SENTENCES, SKELETONS):
        for rule, row in table.items():
            assert sum(w is not None for _, w in row) >= 3 and sum(w is None for _, w in row) >= 3, rule
    assert set(SKELETONS) == set(reckoned.RULES)
