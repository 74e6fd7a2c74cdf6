"""What one telling puts in another's place: places, days, names of the counted, labels, lists, strength. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.lists import enumeration
from sayso.assess.findings.strength import modals
from sayso.model import Finding
from tests.assess.piles import Page, pile, retold, rules, step, two

TARN = ("harbour master Ivo Tarn", "person")
HAND = ("a dock hand", "anonymous")


def followed(one: str, other: str, **more: dict) -> list[Finding]:
    """The remarks on a page that follows another, each with one telling by the same source."""
    return retold(step(*two(one, other, (TARN,), (TARN,), **more)))


# earlier, later, rule, from, to
CHANGES = [
    ("The grain boats lay in eastern Ostmar all winter", "The grain boats lay east of Ostmar all winter", "place_changed",
     "eastern Ostmar", "east of Ostmar"),
    ("The grain boats were moored near Tolsund all winter", "The grain boats were moored near Harvik all winter", "place_changed",
     "Tolsund", "Harvik"),
    ("The guild’s fighters held the old lock overnight", "The guild’s terrorists held the old lock overnight", "relabelled",
     "fighters", "terrorists"),
    ("The guild killed ten sheep near the old lock", "The guild murdered ten sheep near the old lock", "relabelled",
     "killed", "murdered"),
    ("The owners were flooding the lower meadow near the lock", "The lower meadow near the lock was being flooded", "agent_deleted",
     "The owners were flooding", "being flooded"),
    ("They grow oats, rye and barley on the island", "They grow oats, rye, barley and hops on the island", "detail_added",
     "grow oats, rye, barley", "grow oats, rye, barley, hops"),
    ("They grow oats, rye, barley and hops on the island", "They grow oats, rye and barley on the island", "detail_dropped",
     "grow oats, rye, barley, hops", "grow oats, rye, barley"),
    ("The guild sent logistics and ropes help to the island crew", "The guild sent logistics and rifles support to the island crew",
     "category_changed", "logistics and ropes help", "logistics and rifles support"),
    ("Moss tea may help prevent winter colds", "Moss tea prevents winter colds", "hedge_lost",
     "may", "Moss tea prevents winter colds"),
    ("Moss tea helps prevent winter colds", "Moss tea prevents winter colds", "strengthened",
     "Moss tea helps prevent winter colds", "Moss tea prevents winter colds"),
    ("Moss tea may help against winter colds", "Moss tea may not help against winter colds", "detail_added",
     "Moss tea may help against winter colds", "Moss tea may not help against winter colds"),
    ("The grain boats came in May to the lock", "The grain boats came in June to the lock", "date_changed", "May", "June"),
    ("Moss tea prevents winter colds", "Moss tea may prevent winter colds", "weakened",
     "Moss tea prevents winter colds", "Moss tea may prevent winter colds"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "rule", "before", "after"), CHANGES, ids=[c[2] + " " + c[0][:24] for c in CHANGES])
def test_change(one: str, other: str, rule: str, before: str, after: str | None) -> None:
    (f,) = [f for f in followed(one, other) if f.rule == rule]
    assert (f.from_, f.to) == (before, after)
    assert f.documents == ("doc-a", "doc-b") and f.limits


SAME = [
    ("The grain boats were moored near Tolsund all winter", "The grain boats were moored near Tollsund all winter"),
    ("The grain boats came on Monday in May to the lock", "The grain boats came in May to the lock"),
    ("The guild’s terrorists held the old lock overnight", "The guild’s terrorists held the old lock"),
    ("The meadow was flooded by the owners of the lock", "The meadow was flooded overnight, near the lock"),
    ("They grow oats, rye and barley on the island", "They grow barley, oats and rye on the island"),
    ("Moss tea prevents winter colds", "Moss tea prevents colds in winter"),
    ("Moss tea may help against winter colds", "Moss tea might help against winter colds"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[c[0][:30] for c in SAME])
def test_no_change(one: str, other: str) -> None:
    assert [f.message for f in followed(one, other)] == []


def test_a_vouching_verb_makes_it_stronger_and_a_hedge_lost_is_told_once() -> None:
    one, other = "Ivo Tarn said the old harbour wall holds", "Ivo Tarn confirmed the old harbour wall holds"
    said, confirmed = ({"cue": cue, "content": "the old harbour wall holds"} for cue in ("said", "confirmed"))
    assert rules(followed(one, other, a=said, b=confirmed)) == ["strengthened"]
    one, other = "The old harbour wall may hold in winter", "The old harbour wall holds in winter"
    assert rules(followed(one, other, a={"hedges": ["may"]})) == ["hedge_lost"]


def test_killed_or_injured_becomes_killed() -> None:
    found_ = followed(
        "As many as 14 people were killed or injured at the lock",
        "At the lock 14 people were killed",
        a={"figures": [("14", 0, 14, "person")]},
        b={"figures": [("14", 14, 14, "person")]},
    )
    (f,) = [f for f in found_ if f.rule == "category_changed"]
    assert (f.from_, f.to) == ("14 killed or injured", "14 killed")


def test_one_figure_counts_other_things() -> None:
    figures = {"a": {"figures": [("four", 4, 4, "shed")]}, "b": {"figures": [("four", 4, 4, "house")]}}
    (f,) = followed("The fire burned down four sheds by the lock", "The fire burned down four houses by the lock", **figures)
    assert (f.rule, f.from_, f.to) == ("category_changed", "four shed", "four house")
    assert f.message.startswith("“four” (shed) in ") and "“four” (house)" in f.message  # in marks stand the page's own words alone
    figures = {"a": {"figures": [("18", 18, 18, "raid")]}, "b": {"figures": [("18", 18, 18, "airstrike")]}}
    assert followed("They flew 18 raids by the old lock", "They flew 18 airstrikes by the old lock", **figures) == []


def test_people_under_two_names_are_compared_and_blurred() -> None:
    one, other = "It has trained 10 guards on the old quay", "It has trained at least 10 workers on the old quay"
    figures = {"a": {"figures": [("10", 10, 10, "guard")]}, "b": {"figures": [("10", 10, None, "worker")]}}
    assert "bound_changed" in rules(followed(one, other, **figures))
    other = "It has trained a number of guards on the old quay"
    assert "number_dropped" in rules(followed(one, other, a=figures["a"]))


def test_another_year_is_told_against_most_pages() -> None:
    pages = [
        Page(n, f"The flood of 14 May {year} took the quay.", f"Paper {n}")
        for n, year in zip("abc", (2031, 2031, 2029), strict=True)
    ]
    for p, source in zip(pages, ((), (TARN,), ()), strict=True):
        p.tell(p.text.rstrip("."), *source, claim="flood")
    (f,) = [f for f in retold(pile(*pages)) if f.rule == "date_changed"]
    assert (f.from_, f.to) == ("14 May 2031", "14 May 2029") and f.documents == ("doc-a", "doc-c")
    assert "date_changed" not in rules(retold(pile(*pages[1:])))


def test_a_page_promotes_its_own_nameless_sources() -> None:
    one, two = "Boats leak oil into the harbour, a dock hand said", "The oil comes from the harbour lock, a dock hand said"
    end = "It is the second time that the authorities have told media about oil in the harbour"
    page = Page("p", f"{one}. {two}. {end}.", "Ostmar Herald")
    page.tell(one, HAND, claim="x")
    page.tell(two, HAND, claim="y")
    page.tell(end, ("the authorities", "government"), claim="z")
    (f,) = [f for f in retold(pile(page)) if f.rule == "source_promoted"]
    assert f.to == "the authorities" and f.from_ == "a dock hand"
    page.tell(end, ("the authorities", "government"), claim="z")
    quiet = Page("q", f"{one}. {end}.", "Ostmar Herald")
    quiet.tell(one, ("Ivo Tarn", "person"), claim="x")
    quiet.tell(end, ("the authorities", "government"), claim="z")
    assert retold(pile(quiet)) == []


def test_a_headline_with_its_source_in_short_has_not_lost_it() -> None:
    for line in ("Old harbour wall will hold through winter, guild says", "Guild: Old harbour wall will hold through winter"):
        body = "The old harbour wall will hold through the winter, harbour master Ivo Tarn said"
        page = Page("p", f"{line}\n{body}.", "Herald", title=line)
        page.tell(line, claim="c", voice="headline")
        page.tell(body, TARN, claim="c", content="The old harbour wall will hold through the winter")
        assert "attribution_lost" not in rules(retold(pile(page)))


def test_enumerations() -> None:
    assert enumeration("They sell oats, rye, barley and hops at the quay") == ("sell oats", "rye", "barley", "hops")
    assert len(enumeration("He came, saw that it burned, and left the old town at once for good")) < 3
    assert enumeration("x" * 50_000) == ()


def test_modals() -> None:
    assert modals("It may help prevent colds and can cure warts") == {"prevent": (0.5, "may help prevent"), "cur": (2, "can cure")}
