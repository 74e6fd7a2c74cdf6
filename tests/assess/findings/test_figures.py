"""Figures and tolls in conflict: rows where they cannot stand together, and rows where they can. All of it is fiction."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.assess.figures import bounded
from sayso.assess.findings.tolls import tolls_conflict
from sayso.model import Span
from tests.assess.findings.tables import Told, page, pile, spoken, t
from tests.assess.piles import Page

GUILD, MAYOR, CREW = ("the Harbour Guild", "organization"), ("mayor Ada Grell", "person"), ("the lifeboat crew", "organization")
WHERE = "at Tolsund Quay"


def toll(words: str, by: tuple[str, str] | None, figure: tuple[str, float, float | None, str] | None = None, **more: Any) -> Told:
    """A telling of the dead; its content is what stands before the comma."""
    figures = [figure] if figure else []
    name, kind = by or (None, "person")
    return t(words, name, kind, content=words.split(", ")[0], figures=figures, **more)


FORTY = toll(f"40 people were killed {WHERE}, the Harbour Guild said", GUILD, ("40", 40, 40, "person"))
TWELVE = toll(f"12 people were killed {WHERE}, mayor Ada Grell said", MAYOR, ("12", 12, 12, "person"))
NOBODY = toll(f"Nobody was hurt {WHERE}, mayor Ada Grell said", MAYOR)
EARLY, LATE = "2031-05-02", "2031-05-05"

CLASH = [
    [page("a", FORTY), page("b", NOBODY)],
    [page("a", FORTY, NOBODY)],
    [page("a", FORTY, published=EARLY), page("b", TWELVE, published=LATE)],
    [page("a", FORTY), page("b", toll(f"Only trees were hit {WHERE}, mayor Ada Grell said", MAYOR))],
    [page("a", FORTY), page("b", toll(f"The strike did no damage {WHERE}, mayor Ada Grell said", MAYOR))],
    [  # "sources" of one page need not be "her sources" of another
        page("a", toll(f"40 people were killed {WHERE}, sources said", ("sources", "anonymous"), ("40", 40, 40, "person"))),
        page("b", toll(f"12 people were killed {WHERE}, her sources said", ("her sources", "anonymous"), ("12", 12, 12, "person"))),
    ],
    [
        page("a", FORTY),
        page("b", toll(f"90 militants were killed {WHERE}, mayor Ada Grell said", MAYOR, ("90", 90, 90, "militant"))),
    ],
]


@pytest.mark.parametrize("pages", CLASH, ids=[p[-1].text[:50] for p in CLASH])
def test_tolls_that_cannot_stand_together(pages: list[Page]) -> None:
    (f,) = tolls_conflict(pile(*pages))
    assert f.rule == "figures_conflict" and "Tolsund" in f.message and len(f.evidence) == 2


STAND = [
    [page("a", FORTY), page("b", toll("Nobody was hurt at Harvik Lock, mayor Ada Grell said", MAYOR))],
    [page("a", FORTY), page("b", toll(f"Nobody was hurt {WHERE}, the Harbour Guild said", GUILD))],
    [page("a", FORTY, published=LATE), page("b", TWELVE, published=EARLY)],
    [page("a", FORTY), page("b", toll(f"45 people were killed {WHERE}, mayor Ada Grell said", MAYOR, ("45", 45, 45, "person")))],
    [
        page("a", FORTY),
        page("b", toll(f"They meant to kill 90 people {WHERE}, mayor Ada Grell said", MAYOR, ("90", 90, 90, "person"))),
    ],
    [page("a", FORTY), page("b", toll(f"Among them 9 people killed {WHERE}, mayor Ada Grell said", MAYOR, ("9", 9, 9, "person")))],
    [
        page("a", FORTY),
        page("b", toll(f"12 militants were killed {WHERE}, mayor Ada Grell said", MAYOR, ("12", 12, 12, "militant"))),
    ],
    [page("a", FORTY, published="2031-01-02"), page("b", NOBODY, published=LATE)],
]


@pytest.mark.parametrize("pages", STAND, ids=[p[-1].text[:50] for p in STAND])
def test_tolls_that_can_stand_together(pages: list[Page]) -> None:
    assert list(tolls_conflict(pile(*pages))) == []


def test_one_event_is_one_range_with_its_tellers() -> None:
    crew = toll(f"At least 25 people were killed {WHERE}, the lifeboat crew said", CREW, ("25", 25, None, "person"))
    (f,) = tolls_conflict(pile(page("a", FORTY, NOBODY), page("b", crew), page("c", NOBODY)))
    assert f.message.index("Nobody was hurt") < f.message.index("At least 25") < f.message.index("40")
    assert "mayor Ada Grell (Paper a, Paper c)" in f.message and len(f.evidence) == 4


def hurt(figure: str, by: tuple[str, str], what: str = "injured", unit: str = "person", **more: Any) -> Told:
    """A telling of the injured, of one claim."""
    words = f"{figure} people were {what} in the storm, {by[0]} said"
    return t(
        words, *by, claim="storm", content=words.split(", ")[0], figures=[(figure, float(figure), float(figure), unit)], **more
    )


DIFFER = [
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW))],
    [page("a", hurt("12", MAYOR), hurt("19", CREW))],
    [page("a", hurt("300", GUILD), published=EARLY), page("b", hurt("90", CREW), published=EARLY)],
]


@pytest.mark.parametrize("pages", DIFFER, ids=["two pages", "one page", "one day"])
def test_two_sources_count_one_thing_differently(pages: list[Page]) -> None:
    (f,) = [x for x in spoken(pile(*pages)) if x.rule == "figures_conflict"]
    assert f.claim == "storm" and {f.from_, f.to} != {None}


AGREE = [
    [page("a", hurt("12", MAYOR)), page("b", hurt("12", CREW))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", MAYOR))],
    [page("a", hurt("12", MAYOR), published=EARLY), page("b", hurt("19", CREW), published=LATE)],
    [page("a", hurt("12", MAYOR), published=EARLY), page("b", hurt("19", CREW))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW, "detained"))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW, unit="sailor"))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW, "injured so far"))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW, "injured in three storms since spring"))],
    [page("a", hurt("12", MAYOR)), page("b", hurt("19", CREW, "injured in all"))],
]
AGREED = ("equal", "one source", "later", "one date", "other outcome", "a part", "so far", "several storms", "in all")


@pytest.mark.parametrize("pages", AGREE, ids=AGREED)
def test_figures_that_can_both_hold(pages: list[Page]) -> None:
    assert [x.message for x in spoken(pile(*pages)) if x.rule == "figures_conflict"] == []


def test_what_a_page_adds_up_is_no_count_of_all() -> None:
    sum_ = "40 people were killed at Tolsund Quay: 26 in the mill and 14 in the yard, the Harbour Guild said"
    whole = toll(sum_, GUILD, ("40", 40, 40, "person"))
    whole.more["content"] = sum_.partition(", the")[0]
    part = toll(
        f"26 people were killed in the mill and 14 in the yard {WHERE}, mayor Ada Grell said", MAYOR, ("26", 26, 26, "person")
    )
    assert list(tolls_conflict(pile(page("a", whole), page("b", part)))) == []
    lone = toll(f"26 people were killed {WHERE}, mayor Ada Grell said", MAYOR, ("26", 26, 26, "person"))
    assert len(list(tolls_conflict(pile(page("a", whole), page("b", lone))))) == 1


@pytest.mark.parametrize(
    "words",
    [
        f"The toll {WHERE} has risen to 40, the Harbour Guild said",  # it was less before
        f"The guard had planned 40 arrests {WHERE}, the Harbour Guild said",
        f"40 people were killed {WHERE} in January, the Harbour Guild said",  # the page is of May
        f"The barge is licensed to carry 40 people {WHERE}, the Harbour Guild said",
    ],
)
def test_what_grew_was_planned_or_was_then_is_no_rival(words: str) -> None:
    told = toll(words, GUILD, ("40", 40, 40, "person"))
    assert list(tolls_conflict(pile(page("a", told, published="2031-05-02"), page("b", TWELVE, published="2031-05-02")))) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Some 12 or more sheds burnt", "Some 12"),
        ("They lost 12 or more sheds", "12 or more"),
        ("They lost at least 12 sheds", "at least 12"),
        ("They lost 12 sheds or more boats", "12"),
    ],
)
def test_a_figure_is_shown_with_the_words_that_bound_it(text: str, shown: str) -> None:
    at = text.index("12")
    assert bounded(text, Span(at, at + 2)) == shown


def test_a_page_with_both_figures_shows_both() -> None:
    both = page(
        "b", TWELVE, toll(f"40 people were killed {WHERE}, a guard said", ("a guard", "anonymous"), ("40", 40, 40, "person"))
    )
    (f,) = tolls_conflict(pile(page("a", FORTY), both))
    told = [both.text[e.span.start : e.span.end] for e in f.evidence if e.document == both.id]
    assert sorted(w[:2] for w in told) == ["12", "40"]


def test_a_figure_that_is_called_false_is_no_count() -> None:
    a = Page("a", f"Reports that 40 people were killed {WHERE} are false.", "Paper a")
    a.tell(f"Reports that 40 people were killed {WHERE}", figures=[("40", 40, 40, "person")], stance="deny")
    assert list(tolls_conflict(pile(a, page("b", TWELVE)))) == []


def test_every_page_that_gives_one_of_the_figures_is_shown() -> None:
    first = toll(FORTY.words, GUILD, ("40", 40, 40, "person"), claim="k")
    again = toll("40 people were killed, the Harbour Guild said", GUILD, ("40", 40, 40, "person"), claim="k")
    other = toll("30 people were killed, the Harbour Guild said", GUILD, ("30", 30, 30, "person"), claim="k")
    (f,) = tolls_conflict(pile(page("a", first), page("b", TWELVE), page("c", again), page("d", other)))
    assert f.documents == ("doc-a", "doc-b", "doc-c")
