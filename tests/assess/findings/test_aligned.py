"""Two sentences laid side by side word by word. All rows are fiction."""

from __future__ import annotations

import pytest

from sayso.assess.alignment import align
from sayso.assess.findings.aligned import differs

CHANGED = [
    ("The guild sued the mill over tolls, papers show.", "Papers show the mill sued the guild over tolls.", "actor_changed"),
    (
        "The fair opens on the first Saturday in June, the clerk said.",
        "The clerk said that on the last Saturday in June the fair opens.",
        "date_changed",
    ),
    (
        "Of the 30 seals on the sandbank, 12 were pups, warden Ida Holm said.",
        "Warden Ida Holm said that of the 30 seals on the sandbank 12 were adults.",
        "category_changed",
    ),
    (
        "The rower finished 13 seconds behind the record at Hald.",
        "At Hald the rower finished 13 minutes behind the record.",
        "unit_changed",
    ),
    (
        "The loan of the guild costs 20 basis points more than the crown's.",
        "The guild's loan costs 20 percentage points more than the crown's.",
        "unit_changed",
    ),
    (
        "The colony on the rock shrank from 900 breeding pairs to 250, the keeper wrote.",
        "The keeper wrote that the colony on the rock shrank from 900 breeding pairs to 520.",
        "number_changed",
    ),
    (
        "The gate in the east of the harbour is shut, but the gate in the west is open.",
        "The gate in the west of the harbour is shut, but the gate in the east is open.",
        "place_changed",
    ),
    (
        "The navy of Tarn boarded an Ostmar barge off the cape at dawn.",
        "At dawn the navy of Ostmar boarded a barge from Tarn off the cape.",
        "actor_changed",
    ),
    (
        "The flood at the mill was set off by a burst weir, the wardens found.",
        "Heavy snow set off the flood at the mill, the wardens found.",
        "actor_changed",
    ),
    (
        "The rowers voted against a new boathouse on Sunday.",
        "On Sunday the rowers voted in favour of a new boathouse.",
        "detail_added",
    ),
    (
        "The salve gave no protection to the oldest weavers, the surgeon found.",
        "The surgeon found that the oldest weavers were given protection by the salve.",
        "detail_dropped",
    ),
    ("Rain, not frost, cracked the wall of the old mill.", "Frost cracked the wall of the old mill.", "actor_changed"),
    (
        "A miller in Hald said the weir had burst in the night.",
        "The harbour council said the weir had burst in the night.",
        "source_invented",
    ),
    ("Nine rowers were drowned or injured at the Hald weir.", "Nine rowers were injured at the Hald weir.", "category_changed"),
    (
        "The chest from the wreck is perhaps the queen's own, the keeper wrote.",
        "The keeper wrote that the chest from the wreck is the queen's own.",
        "hedge_lost",
    ),
    (
        "Wardens charged a miller of 41 with setting fire to the barn.",
        "A miller of 41 was convicted of setting fire to the barn, wardens said.",
        "strengthened",
    ),
    (
        "The inspector ordered a new wall for the lock at Hald.",
        "A new wall for the Hald lock was recommended by the inspector.",
        "weakened",
    ),
    ("Nine chests from the wreck were sealed in May.", "In May nine chests from the wreck were opened.", "relabelled"),
    ("More than 300 rowers crossed the bay at Hald.", "Nearly 300 rowers crossed the bay at Hald.", "bound_changed"),
    (
        "The weir at Hald took in around 90,000 crowns last year.",
        "Last year the Hald weir took in up to 90,000 crowns.",
        "bound_changed",
    ),
    (
        "The guild has not apologised, but wrote that the bill was not in doubt.",
        "The guild has apologised, and wrote that the bill was not in doubt.",
        "detail_dropped",
    ),
    (
        "Three Norwegians were fined by the bench in Hald on Monday for rowing at night.",
        "For rowing at night the Hald bench fined three Danes on Monday.",
        "actor_changed",
    ),
    (
        "The ferry struck the pier twice in the fog, police said.",
        "In fog the ferry twice ran into the pier, the union said.",
        "source_invented",
    ),
    (
        "The rowers tried to board the barge off the cape at dawn.",
        "At dawn the rowers boarded the barge off the cape.",
        "strengthened",
    ),
    (
        "The miller burned the old mill after the flood of May.",
        "After the flood of May the miller threatened to burn the old mill.",
        "weakened",
    ),
    ("The clerk of Hald signed the lease on Monday.", "On Monday the clerk of Hald refused to sign the lease.", "detail_added"),
    ("At least 9 rowers crossed the bay at Hald.", "At most 9 rowers crossed the bay at Hald.", "bound_changed"),
]
SILENT = [
    ("Wardens arrested a miller of 41 over the fire in the barn.", "A miller of 41 was detained by wardens over the barn fire."),
    ("The inspector advised a new wall for the lock at Hald.", "A new wall for the Hald lock was recommended by the inspector."),
    ("The fair was postponed, and the market cancelled.", "The market was cancelled and the fair put off."),
    ("Nearly 300 rowers crossed the bay at Hald.", "Up to 300 rowers crossed the bay at Hald."),
    ("More than 300 rowers crossed the bay at Hald.", "The bay at Hald was crossed by over 300 rowers."),
    ("At most 15 carts may use the ford at Hald.", "No more than 15 carts may use the ford at Hald."),
    ("The pier bore just under 90 carts a day.", "The pier bore slightly less than 90 carts a day."),
    ("The rowers fell out over a 30-crown fine at Hald.", "At Hald the rowers fell out about a 30-crown fine."),
    ("The pier bore about 5 carts a day.", "The pier bore up to 5 carts a day."),
    ("The rowers tried to board the barge off the cape.", "The rowers would have boarded the barge off the cape."),
    ("The rowers planned to board the barge, and boarded it at dawn.", "The rowers boarded the barge at dawn."),
    ("The miller threatened to burn the old mill.", "In a threat the miller said that the old mill burned well."),
    (
        "The guild has not apologised and wrote that the bill was not in doubt.",
        "The guild wrote that the bill was not in doubt; it has not apologised.",
    ),
    ("The ferry struck the pier twice in the fog, police said.", "In fog the ferry twice ran into the pier, two constables said."),
    ("The ferry struck the pier twice in the fog, police said.", "In fog the ferry twice ran into the pier, officers said."),
    ("The lock at Hald was shut by the guild on Monday.", "On Monday the guild closed the lock at Hald."),
    ("The hold of the barge was empty, the diver said.", "The diver said that there was nothing in the hold of the barge."),
    ("The boats did not pass the test at the yard.", "The boats failed the test at the yard."),
    ("The talks lasted six months, the mediator said.", "The mediator said that the talks went on for half a year."),
    ("The shelling lasted 70 minutes, a miller said.", "A miller said the shelling had lasted an hour and ten minutes."),
    ("The mayor resigned on Friday after the vote.", "The mayor stepped down on Friday after the vote."),
    ("The hermit of the rock was found dead in the hut.", "The recluse of the rock was found dead in the hut."),
    ("The rowers will sail from Tarn to Ostmar.", "It is from Tarn to Ostmar that the rowers will sail."),
    ("The fair opens at 5 pm on Friday at the quay.", "On Friday the fair at the quay opens at 17:00."),
    ("Chinese ships gave oil to Korean vessels at sea.", "Chinese vessels gave oil to Korean ships at sea."),
]


@pytest.mark.parametrize(("a", "b", "rule"), CHANGED)
def test_one_thing_told_otherwise_is_named(a: str, b: str, rule: str) -> None:
    change = differs(a, b, (a, b))
    assert change is not None
    assert change[0] == rule


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_the_same_in_other_words_is_left_alone(a: str, b: str) -> None:
    assert differs(a, b, (a, b)) is None


def test_each_word_stands_for_one() -> None:
    al = align("The barge rammed the old lock", "The lock, an old one, was hit by a barge")
    met = {al.one[n].low: al.two[m].low for n, m in al.there.items()}
    assert met["barge"] == "barge"
    assert met["lock"] == "lock"
    assert sorted(al.there) == sorted(al.back.values())


def test_in_a_swap_of_roles_whoever_does_it_stands_first() -> None:
    one, two = "The guild sued the mill over tolls, papers show.", "Papers show the mill sued the guild over tolls."
    for a, b in ((one, two), ("The guild sued the mill over tolls.", "The guild was sued by the mill over tolls.")):
        assert differs(a, b, (a, b)) == ("actor_changed", "guild … mill", "mill … guild")
