"""Each rule that lays two tellings beside each other: where it speaks, and as near as possible where it must be silent. Fiction."""

from __future__ import annotations

import pytest

from sayso.model import Finding
from tests.assess.piles import Page, contested, pile, retold, rules, step, two

TARN, LUND = ("harbour master Ivo Tarn", "person"), ("the guild", "organization")
Figures = list[tuple[str, float, float | None, str]]


def followed(one: str, other: str, sources: tuple = (TARN, TARN), figures: tuple[Figures, Figures] = ([], [])) -> list[Finding]:
    """The remarks on a page that follows another, each with one telling."""
    a, b = ({"figures": f} for f in figures)
    return retold(step(*two(one, other, (sources[0],), (sources[1],), a=a, b=b)))


SPEAKS = [
    # thing_changed: another kind of person, place or thing
    ("Weavers broke the lower gate at dawn", "Guards broke the lower gate at dawn", "actor_changed"),
    ("The raid hit a school by the canal", "The raid hit a barracks by the canal", "place_changed"),
    ("The fair lost three ferries in the storm", "The fair lost three tractors in the storm", "category_changed"),
    # name_changed
    ("The mill near Kelm burned for two days", "The mill near Brund burned for two days", "place_changed"),
    ("A mule belonging to Ewa Mund found the spring", "A mule belonging to Karin Bost found the spring", "actor_changed"),
    ("The tolls were raised by Aldo Renn in secret", "The tolls were raised by Peer Holt in secret", "actor_changed"),
    # moment_changed
    ("The lock was opened to all boats on 14 May", "The lock was opened to all boats on 24 May", "date_changed"),
    ("The guild votes on the tolls on Thursday", "The guild votes on the tolls on Tuesday", "date_changed"),
    ("The ban on carts began at midnight", "The ban on carts began at noon", "date_changed"),
    # roles_swapped
    ("The guild sued the mayor over the tolls", "The mayor sued the guild over the tolls", "actor_changed"),
    ("Aldo Renn struck Peer Holt at the lock", "Peer Holt struck Aldo Renn at the lock", "actor_changed"),
    ("The bishop told the governor to leave town", "The governor told the bishop to leave town", "actor_changed"),
    # cause_changed
    ("The lower gate broke because of the frost", "The lower gate broke because of a barge", "actor_changed"),
    ("The riot began over the quality of the soup", "The riot began over the death of an inmate", "actor_changed"),
    ("The tolls rose after the council met in secret", "The tolls rose after the treasurer vanished", "actor_changed"),
    # reversed_sense
    ("The lower gate did not hold in the night", "The lower gate held in the night", "detail_dropped"),
    ("The guild accepted the new tolls", "The guild rejected the new tolls", "detail_added"),
    ("The mill failed to meet the rules on smoke", "The mill did meet the rules on smoke", "detail_dropped"),
    # reserve_lost
    ("The wreck is believed to be the old Halla", "The wreck is the old Halla", "hedge_lost"),
    ("The mule allegedly belonged to the mayor", "The mule belonged to the mayor", "hedge_lost"),
    ("The mule belonged to the mayor", "The mule purportedly belonged to the mayor", "hedge_added"),
    # rate_changed
    ("The pump moves 200 litres a second", "The pump moves 200 litres an hour", "unit_changed"),
    ("The rink costs the town 8 crowns monthly", "The rink costs the town 8 crowns yearly", "unit_changed"),
    ("The herd eats 40 bales per week", "The herd eats 40 bales per day", "unit_changed"),
]
SILENT = [
    ("Fishermen broke the lower gate at dawn", "Anglers broke the lower gate at dawn"),
    ("The raid hit a hospital by the canal", "The raid hit a clinic by the canal"),
    ("Weavers broke the lower gate at dawn", "At dawn people broke the lower gate"),
    ("The mill near Kelm burned for two days", "For two days the mill near Kelm burned"),
    ("The mill near Sorvia burned for two days", "The Sorvian mill burned for two days"),
    ("A mule belonging to Ewa Mund found the spring", "Ewa Mund’s mule found the spring"),
    ("The lock was opened to all boats on 14 May", "On May 14 the lock was opened to all boats"),
    ("The guild votes on the tolls on Thursday", "On Thursday the guild votes on the tolls"),
    ("The ban on carts began at midnight", "The ban on carts began at midnight on Friday"),
    ("The guild sued the mayor over the tolls", "The mayor was sued by the guild over the tolls"),
    ("Aldo Renn struck Peer Holt at the lock", "Peer Holt was struck by Aldo Renn at the lock"),
    ("The bishop told the governor to leave town", "The governor was told by the bishop to leave town"),
    ("The lower gate broke because of the frost", "The frost made the lower gate break"),
    ("The riot began over the quality of the soup", "The riot began because the soup was of poor quality"),
    ("The tolls rose after the council met in secret", "After a secret council the tolls rose"),
    ("The lower gate did not hold in the night", "The lower gate failed to hold in the night"),
    ("Not more than eight boats lay at the lock", "At most eight boats lay at the lock"),
    ("The guild, not the mayor, set the new tolls", "The guild set the new tolls"),
    ("The wreck is believed to be the old Halla", "The wreck is thought to be the old Halla"),
    ("The mule allegedly belonged to the mayor", "The mule is said, reportedly, to belong to the mayor"),
    ("The gates close in May for the whole month", "The gates close for the whole month of May"),
    ("The pump moves 200 litres a second", "The pump moves 200 litres per second"),
    ("The rink costs the town 8 crowns yearly", "Each year the rink costs the town 8 crowns"),
    ("The herd eats 40 bales per week", "The herd eats 40 bales"),
]


@pytest.mark.parametrize(("one", "other", "rule"), SPEAKS, ids=[f"{c[2]} {c[0][:30]}" for c in SPEAKS])
def test_a_change_is_told_once(one: str, other: str, rule: str) -> None:
    found = followed(one, other)
    assert [f.rule for f in found].count(rule) == 1, [f.message for f in found]
    f = next(f for f in found if f.rule == rule)
    assert f.documents == ("doc-a", "doc-b") and f.limits and f.from_ and f.to and len(f.evidence) == 2


@pytest.mark.parametrize(("one", "other"), SILENT, ids=[c[1][:40] for c in SILENT])
def test_the_same_in_other_words_is_no_change(one: str, other: str) -> None:
    assert [f.message for f in followed(one, other)] == []


FIGURES = [
    ("12 boats sank near the lock", "21 boats sank near the lock", [("12", 12, 12, "boat")], [("21", 21, 21, "boat")],
     "number_changed"),
    ("Up to 20 boats sank near the lock", "20 boats sank near the lock", [("20", 0, 20, "boat")], [("20", 20, 20, "boat")],
     "bound_changed"),
    ("The barge lost 30 tonnes of rye", "The barge lost 30 barrels of rye", [("30", 30, 30, "tonne")], [("30", 30, 30, "barrel")],
     "unit_changed"),
    ("Four barns burned near the lock", "Four mills burned near the lock", [("Four", 4, 4, "barn")], [("Four", 4, 4, "mill")],
     "category_changed"),
    ("12 boats sank near the lock", "Near the lock 12 boats sank", [("12", 12, 12, "boat")], [("12", 12, 12, "boat")], ""),
    ("12 boats sank near the lock", "Twelve boats sank near the lock", [("12", 12, 12, "boat")], [("Twelve", 12, 12, "boat")], ""),
    ("12 people sank near the lock", "12 guards sank near the lock", [("12", 12, 12, "person")], [("12", 12, 12, "guard")],
     "category_changed"),
    ("12 people sank near the lock", "12 bodies sank near the lock", [("12", 12, 12, "person")], [("12", 12, 12, "body")], ""),
    ("More than 12 boats sank near the lock", "14 boats sank near the lock", [("12", 12, None, "boat")],
     [("14", 14, 14, "boat")], ""),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "a", "b", "rule"), FIGURES, ids=[c[4] + " " + c[1][:24] for c in FIGURES])
def test_figures(one: str, other: str, a: Figures, b: Figures, rule: str) -> None:
    assert [f.rule for f in followed(one, other, figures=(a, b))] == ([rule] if rule else [])


SOURCES = [
    (("a lodger", "person"), ("the housing office", "government"), "source_promoted"),
    (("farmer Hedda Lunn", "person"), ("the water ministry", "government"), "source_promoted"),
    (("Bo Lind", "person"), ("Carl Moss", "person"), "source_invented"),
    (("Bo Lind", "person"), ("witness Bo Lind", "person"), ""),
    (("officers", "official"), ("police", "official"), ""),
    (("the guild", "organization"), ("a speaker of the guild", "person"), ""),
]


@pytest.mark.parametrize(("a", "b", "rule"), SOURCES, ids=[f"{c[0][0]}-{c[1][0]}" for c in SOURCES])
def test_the_same_words_by_another_source(a: tuple[str, str], b: tuple[str, str], rule: str) -> None:
    found = followed("The roof of the old mill leaked for years", "The roof of the old mill leaked for years", (a, b))
    assert [f.rule for f in found] == ([rule] if rule else [])


def on_a_page(text: str, *said: tuple[str, tuple[str, str], dict]) -> list[str]:
    """The conflict remarks on one page with these tellings."""
    page = Page("a", text, "Ostmar Herald")
    for words, source, more in said:
        page.tell(words, source, **more)
    return [f.rule for f in contested(pile(page))]


SOUND, LEAKED = "The dam was sound, the guild said", "the mill's claims that the dam had leaked for years"


@pytest.mark.parametrize("lead", ["in response to", "in reply to", "responding to"])
def test_an_answer_stands_against_what_it_answers(lead: str) -> None:
    text = f"{SOUND}, {lead} {LEAKED}."
    assert on_a_page(text, (SOUND, LUND, {}), (LEAKED, ("the mill", "organization"), {"cue": "claims"})) == ["accounts_conflict"]


@pytest.mark.parametrize("lead", ["and so did", "on the day of", "long before"])
def test_words_beside_words_are_no_answer(lead: str) -> None:
    text = f"{SOUND}, {lead} {LEAKED}."
    assert on_a_page(text, (SOUND, LUND, {}), (LEAKED, ("the mill", "organization"), {"cue": "claims"})) == []


MOORINGS = "The guild will keep its moorings below the lock"


@pytest.mark.parametrize("verb", ["does not recognise any moorings", "disputes the moorings", "contests these moorings"])
def test_what_one_builds_on_is_disputed(verb: str) -> None:
    other = f"The council, however, {verb} there"
    found = on_a_page(f"{MOORINGS}. {other}.", (MOORINGS, LUND, {}), (other, ("the council", "government"), {}))
    assert found == ["accounts_conflict"]


@pytest.mark.parametrize("verb", ["knows the moorings", "disputes the bill", "does not recognise her brother"])
def test_another_matter_is_not_disputed(verb: str) -> None:
    other = f"The council, however, {verb} there"
    assert on_a_page(f"{MOORINGS}. {other}.", (MOORINGS, LUND, {}), (other, ("the council", "government"), {})) == []


NESTED = [
    (
        "They will be moved to the fells of Kelm and of Brund soon",
        "They will be moved soon to Brund in neighbouring Kelm province",
        True,
    ),
    ("The boats go to Tarn, Ostmar and Wrae in summer", "The boats go in summer to Tarn in Ostmar county", True),
    ("Tents were sent to Nim and Tolk after the flood", "Tents were sent after the flood to Nim, in the Tolk district", True),
    ("They will be moved to Brund in Kelm province soon", "They will be moved soon to Brund in neighbouring Kelm province", False),
    ("They will be moved to the fells of Kelm and of Brund soon", "They will be moved soon to Brund and Kelm province", False),
    ("Tents were sent to Nim after the flood", "Tents were sent after the flood to Nim, in the Tolk district", False),
]


@pytest.mark.parametrize(("one", "other", "speaks"), NESTED, ids=[c[1][:40] for c in NESTED])
def test_places_side_by_side_and_inside(one: str, other: str, speaks: bool) -> None:
    assert any(f.rule == "place_changed" for f in followed(one, other)) is speaks


BLURS = [
    ("a number of guards", "10", True),
    ("several guards", "10", True),
    ("some guards", "10", True),
    ("10 guards", "10", False),
    ("a number of guards, 10 in all,", "10", False),
    ("a number of boats", "10", False),
]


@pytest.mark.parametrize(("words", "figure", "speaks"), BLURS, ids=[c[0] for c in BLURS])
def test_a_figure_of_the_page_is_blurred(words: str, figure: str, speaks: bool) -> None:
    first = Page("a", f"Guards learn to row at the old quay. The guild has trained {figure} guards.", "Ostmar Herald")
    first.tell("Guards learn to row at the old quay", LUND, claim="c")
    first.tell(f"The guild has trained {figure} guards", LUND, claim="d", figures=[(figure, 10, 10, "guard")])
    second = Page("b", f"At the old quay {words} learn to row. The guild trains them.", "Westmar Post")
    second.tell(f"At the old quay {words} learn to row", LUND, claim="c")
    second.tell("The guild trains them", LUND, claim="d")
    assert ("number_dropped" in rules(retold(step(first, second)))) is speaks


QUIET, HERALD = ("dock hands", "anonymous"), ("Ostmar Herald", "outlet")


def beside(lead: str, source: tuple[str, str], *through: tuple[str, str]) -> list[str]:
    """The remarks on a page that has words from another, and once more from a nameless source."""
    first = Page("a", "Dock hands told the Ostmar Herald that the lock leaks.", "Ostmar Herald")
    first.tell("Dock hands told the Ostmar Herald that the lock leaks", QUIET, claim="c")
    again = f"{lead} {source[0]} reported that the lock leaks"
    second = Page("b", f"The lock leaks, says the paper. {again}.", "Westmar Post")
    second.tell("The lock leaks, says the paper", *(through or (HERALD,)), claim="c")
    second.tell(again, source, claim="d")
    return rules(retold(step(first, second)))


@pytest.mark.parametrize("lead", ["Meanwhile,", "Separately,", "In addition,"])
def test_one_source_becomes_two(lead: str) -> None:
    assert "source_invented" in beside(lead, QUIET)


def test_one_source_stays_one() -> None:
    assert "source_invented" not in beside("On Monday,", QUIET)  # no "also"
    assert "source_invented" not in beside("Meanwhile,", ("two lodgers", "anonymous"))  # other people
    assert "source_invented" not in beside("Meanwhile,", QUIET, ("Aldo Renn", "person"))  # the outlet is not given for it


SURVEYORS, CLERK = ("two surveyors of Kelm", "group"), ("Aldo Renn", "person")


@pytest.mark.parametrize("inner", [SURVEYORS, ("the seed bank", "organization"), ("Ewa Mund", "person")])
def test_the_inner_source_is_gone(inner: tuple[str, str]) -> None:
    pages = two("The old lock leaks at night", "At night the old lock leaks", (CLERK, inner), (CLERK,))
    assert "attribution_lost" in rules(retold(step(*pages)))


THERE = [
    "At night, say two surveyors of Kelm, the old lock leaks",
    "At night, surveyors found, the old lock leaks",
    "The surveyors of Kelm know that at night the old lock leaks",
]


@pytest.mark.parametrize("later", THERE)
def test_the_inner_source_is_there(later: str) -> None:
    pages = two("The old lock leaks at night", later, (CLERK, SURVEYORS), (CLERK,))
    assert "attribution_lost" not in rules(retold(step(*pages)))


RANKS = [
    ("Dr Ada Strum", "Dr Ada Strum, a professor", True),
    ("Dr Ada Strum", "Ada Strum, a lead researcher", True),
    ("guild clerk Aldo Renn", "guild president Aldo Renn", True),
    ("Aldo Renn", "guild president Aldo Renn", False),
    ("professor Ada Strum", "Ada Strum, a professor", False),
    ("Ada Strum", "Ada Strum of the seed bank", False),
    ("Ada Strum", "professor Bo Lind", False),
]


@pytest.mark.parametrize(("one", "other", "speaks"), RANKS, ids=[c[1] for c in RANKS])
def test_a_title_is_gained(one: str, other: str, speaks: bool) -> None:
    words = "The old seeds sprout after ninety years"
    content = {"content": words}
    by = [((name, "person"),) for name in (one, other)]
    pages = two(f"{words}, {one} said", f"{words}, {other} said", *by, a=content, b=content)
    assert ("source_promoted" in rules(retold(step(*pages)))) is speaks


HEADS = [
    ("Leak at mill lasts days", "The owners denied the leak", True),
    ("Leak at old mill for days", "The mill’s owners denied the leak", True),
    ("Leak in Kelm mill goes on", "A speaker for the owners denied the leak", True),
    ("Old mill leaked for days, owners deny it", "The owners denied any leak", False),
    ("Did the old mill leak for days?", "The owners denied any leak", False),
    ("Old mill leaked for days", "The owners spoke of the leak", False),
]


@pytest.mark.parametrize(("head", "reply", "speaks"), HEADS, ids=[c[0] + c[1][-8:] for c in HEADS])
def test_a_headline_over_a_denial(head: str, reply: str, speaks: bool) -> None:
    page = Page("a", f"{head}\n\nThe old mill leaked for days, a dock hand said. {reply}.", "Ostmar Herald", title=head)
    page.tell(head, voice="headline", claim="c")
    page.tell("The old mill leaked for days, a dock hand said", ("a dock hand", "anonymous"), claim="c")
    page.tell(reply, ("the owners", "organization"), claim="d", content=" ".join(reply.split()[-2:]))
    assert any(f.rule == "denial_omitted" for f in retold(pile(page))) is speaks
