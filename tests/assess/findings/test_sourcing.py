"""Whom a claim rests on: rows where a rule speaks and rows, as near as possible, where it is silent. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assess.findings.sourcing import bare_total, nameless_page
from sayso.assess.findings.tellers import meet
from tests.assess.findings.tables import Told, page, pile, rules, spoken, t
from tests.assess.piles import Page

LOST = "Nineteen boats were lost at the western quay"
CLERK, SOURCE = ("clerk Ivo Tarn", "person"), ("a guild source", "anonymous")


def lost(by: tuple[str, str] | None, words: str = LOST, **more: object) -> Told:
    """A telling of the lost boats."""
    name, kind = by or (None, "person")
    whole = f"{words}, {name} said" if name else words
    return t(whole, name, kind, claim="boats", content=words, **more)


def three(*by: tuple[str, str] | None, words: str = LOST, outlets: tuple[str, ...] = ()) -> list[Page]:
    """Pages that tell of the lost boats, the first in the words of ``LOST``."""
    names = outlets or tuple(f"Paper {n}" for n in range(len(by)))
    return [page(f"p{n}", lost(x, LOST if n == 0 else words), outlet=names[n]) for n, x in enumerate(by)]


CIRCULAR = [
    (three(CLERK, CLERK), (), 1),
    (three(CLERK, CLERK, CLERK), (), 1),
    (three(CLERK, None), ((1, 0),), 1),
    (three(CLERK, CLERK, words="At the western quay nineteen boats were lost in the storm"), (), 1),
    (three(CLERK, ("the Ostmar Guild", "organization")), (), 0),
    (three(("Lendish President Ada Grell", "official"), ("the Lendish government", "government")), ((1, 0),), 0),
    (three(("several media", "group"), ("several media", "group")), ((1, 0),), 0),
    (three(CLERK, None), (), 0),
    (three(CLERK, CLERK, words="The harvest was poor in the hills this year"), (), 0),
    (three(CLERK, CLERK, outlets=("Paper", "Paper")), (), 0),
    (three(CLERK), (), 0),
    (
        [
            page(n, t("Clerk Ivo Tarn signed a decree on the nineteen lost boats", "Clerk Ivo Tarn", claim="boats", cue="signed"))
            for n in "ab"
        ],
        (),
        0,
    ),
    (
        [
            page(
                n,
                t(
                    "An adult found guilty of the theft may be fined nine crowns",
                    "An adult",
                    "anonymous",
                    claim="fine",
                    cue="found",
                ),
            )
            for n in "ab"
        ],
        (),
        0,
    ),
    (
        [
            page(n, t(f"It was falsely claimed by clerk Ivo Tarn that {LOST}", "clerk Ivo Tarn", claim="boats", cue="claimed"))
            for n in "ab"
        ],
        (),
        0,
    ),
]


@pytest.mark.parametrize(("pages", "steps", "count"), CIRCULAR, ids=[str(n) for n in range(len(CIRCULAR))])
def test_several_pages_one_origin(pages: list[Page], steps: tuple[tuple[int, int], ...], count: int) -> None:
    assert len(rules(pile(*pages, steps=steps), "circular")) == count


NAMELESS = [
    (three(SOURCE, SOURCE), ((1, 0),), 1),
    (three(SOURCE, SOURCE, SOURCE), ((1, 0), (2, 0)), 1),
    (three(SOURCE, None), ((1, 0),), 0),
    (three(SOURCE, CLERK), ((1, 0),), 0),
    (three(("the Ostmar Agency", "agency"), SOURCE), ((1, 0),), 0),
    (three(SOURCE, None), (), 0),
    (three(SOURCE, SOURCE, words="The harvest was poor in the hills this year"), ((1, 0),), 0),
    (three(None, None), ((1, 0),), 0),
]


@pytest.mark.parametrize(("pages", "steps", "count"), NAMELESS, ids=[str(n) for n in range(len(NAMELESS))])
def test_every_station_leads_to_somebody_without_a_name(pages: list[Page], steps: tuple[tuple[int, int], ...], count: int) -> None:
    assert len(rules(pile(*pages, steps=steps), "anonymous_only")) == count


WEATHER = ("Rain fell on the quay", "A storm broke the mast", "Frost killed the barley", "Hail hit the glass roof")
PAGES = [
    ([t(w, "a dock hand", "anonymous") for w in WEATHER[:3]], 1),
    ([t(w, "a dock hand", "anonymous") for w in WEATHER], 1),
    (
        [
            *(t(w, "a dock hand", "anonymous") for w in WEATHER[:3]),
            *(t(f"Clerk Tarn saw {n} carts pass", "Clerk Tarn") for n in range(4)),
        ],
        1,
    ),
    ([t(w, "a dock hand", "anonymous") for w in WEATHER[:2]], 0),
    ([t(w, "some", "group") for w in WEATHER], 0),
    ([t(w, "Clerk Tarn") for w in WEATHER], 0),
    ([t(w, "Lendish drivers", "group") for w in WEATHER], 0),
    ([t(w, "local sources", "group") for w in WEATHER], 1),
    (
        [
            *(t(w, "a dock hand", "anonymous") for w in WEATHER[:3]),
            *(t(f"Clerk Tarn saw {n} carts pass", "Clerk Tarn") for n in range(14)),
        ],
        0,
    ),
]


@pytest.mark.parametrize(("told", "count"), PAGES, ids=[str(n) for n in range(len(PAGES))])
def test_a_page_that_rests_on_somebody_without_a_name(told: list[Told], count: int) -> None:
    p = page("p", *told)
    assert len(list(nameless_page(pile(p), p.id))) == count


def figured(words: str, figure: str, value: float, unit: str = "boat", by: str | None = None) -> Told:
    """A telling with a figure, of one claim."""
    return t(words, by, "person", claim="boats", figures=[(figure, value, value, unit)])


NINETY = figured("So far 90 boats were lost at the quay", "90", 90)
BARE = [
    ([page("a", NINETY), page("b", NINETY)], 1),
    ([page("a", NINETY), page("b", figured("At the quay 90 boats were lost in spring", "90", 90))], 1),
    ([page("a", NINETY), page("b", NINETY), page("c", NINETY)], 1),
    (
        [page("a", NINETY), page("b", figured("90 boats were lost at the quay, Ivo Tarn told the paper", "90", 90, by="Ivo Tarn"))],
        0,
    ),
    ([page("a", NINETY)], 0),
    ([page("a", NINETY), page("b", figured("So far 40 boats were lost at the quay", "40", 40))], 0),
    (
        [
            page("a", figured("The quay was shut for 90 days in spring", "90", 90, "day")),
            page("b", figured("The quay was shut for 90 days in spring", "90", 90, "day")),
        ],
        0,
    ),
    ([page("a", NINETY), page("b", figured("According to the census 90 boats were lost at the quay", "90", 90))], 0),
]


@pytest.mark.parametrize(("pages", "count"), BARE, ids=[str(n) for n in range(len(BARE))])
def test_one_figure_for_which_nobody_is_named(pages: list[Page], count: int) -> None:
    assert len(rules(pile(*pages), "unattributed")) == count


SAID = [t(f"The {thing} are gone, Ivo Tarn said", "Ivo Tarn") for thing in ("quays", "boats", "nets")]
TOTALS = [
    (t("So far 900 boats have been lost", figures=[("900", 900, 900, "boat")]), 1),
    (t("In all 1,200 carts came", figures=[("1,200", 1200, 1200, "cart")]), 1),
    (t("More than 900 boats have been lost", figures=[("More than 900", 900, None, "boat")]), 1),
    (t("So far 9 boats have been lost", figures=[("9", 9, 9, "boat")]), 0),
    (t("So far thousands of boats have been lost", figures=[("thousands", 2000, None, "boat")]), 0),
    (t("So far it ran for 900 days", figures=[("900", 900, 900, "day")]), 0),
    (t("So far 900 boats have been lost, the guild said", "the guild", "organization", figures=[("900", 900, 900, "boat")]), 0),
    (t("It is not a place of more than 900 boats", figures=[("more than 900", 900, None, "boat")]), 0),
]


@pytest.mark.parametrize(("told", "count"), TOTALS, ids=[x[0].words[:40] for x in TOTALS])
def test_a_total_without_a_source_on_a_page_that_names_sources(told: Told, count: int) -> None:
    p = page("p", *SAID, told)
    assert len(list(bare_total(pile(p), p.id))) == count
    alone = page("q", told)
    assert list(bare_total(pile(alone), alone.id)) == []


def test_an_origin_has_the_name_that_stands_in_the_telling() -> None:
    pages = [
        page(n, t(f"{LOST}, {who} said", who, claim="boats", content=LOST)) for n, who in (("a", "Tarn"), ("b", "clerk Ivo Tarn"))
    ]
    (f,) = [f for f in spoken(pile(*pages)) if f.rule == "circular"]
    assert "one origin: clerk Ivo Tarn" in f.message


def test_one_sentence_read_twice_counts_once() -> None:
    p = page("p", *[t(w, "a dock hand", "anonymous") for w in WEATHER[:2]])
    p.tell(WEATHER[0][5:], ("a dock hand", "anonymous"))
    assert list(nameless_page(pile(p), p.id)) == []


SECOND = "I think that second place was open to us"
RACE = "I think that we can race in the rain"


@pytest.mark.parametrize(
    ("one", "other", "count"), [(SECOND, SECOND, 1), (SECOND, RACE, 0), ("No fight", "No fight", 1), (LOST, SECOND, 0)]
)
def test_two_tellings_of_one_rower_are_one_in_their_words(one: str, other: str, count: int) -> None:
    pages = [page(n, lost(CLERK, words)) for n, words in (("a", one), ("b", other))]
    assert len(rules(pile(*pages), "circular")) == count


def test_all_pages_are_held_against_one_telling() -> None:
    """Each of these is like the one before it, and the last is not like the first."""
    chain = (
        "Nineteen boats were lost at the western quay in the storm",
        "Nineteen boats were lost in the storm, and the guild sent pilots",
        "The guild sent pilots and barges of grain to the hills",
        "Barges of grain went to the hills and fed the mills",
    )
    (f,) = [x for x in spoken(pile(*(page(f"p{n}", lost(CLERK, w)) for n, w in enumerate(chain)))) if x.rule == "circular"]
    assert len(f.documents) < len(chain)


NEXT = [
    ("Ivo Tarn, head of the harbour guard, said that the toll would rise", 0),
    ("Ivo Tarn was not there", 1),
    ("The toll would rise, Ivo Tarn said", 1),
]


@pytest.mark.parametrize(("after", "count"), NEXT, ids=[a for a, _ in NEXT])
def test_an_official_who_is_named_in_the_next_sentence_has_a_name(after: str, count: int) -> None:
    pages = []
    for n in "ab":
        p = page(n, t(f"A top guild official said that {LOST}", "A top guild official", "anonymous", claim="boats", content=LOST))
        p.text += f" {after}."
        s = p.tell(after, ("Ivo Tarn", "person"), claim="toll")
        link = replace(s.chain[-1], span=p.span("Ivo Tarn"))
        p.said[-1] = (replace(s, chain=(*s.chain[:-1], link)), "toll")
        pages.append(p)
    assert len(rules(pile(*pages, steps=((1, 0),)), "anonymous_only")) == count


def test_a_page_that_calls_it_unsaid_is_no_teller() -> None:
    says = t(f"{LOST}, clerk Ivo Tarn said", "clerk Ivo Tarn", claim="boats", content=LOST)
    pages = [page(n, says) for n in "ab"]
    pages.append(
        page(
            "c",
            t(f"{LOST}: why clerk Ivo Tarn did not and would not say such a thing", "clerk Ivo Tarn", claim="boats", content=LOST),
        )
    )
    (f,) = [x for x in spoken(pile(*pages)) if x.rule == "circular"]
    assert f.documents == ("doc-a", "doc-b")


def test_of_two_names_the_one_of_one_person_is_the_origin() -> None:
    pages = [
        page("a", lost(("Ada Grell and Ivo Tarn", "person"))),
        page("b", lost(("Ivo Tarn", "person"))),
    ]
    assert all("origin: Ada Grell and" not in f.message for f in spoken(pile(*pages)) if f.rule == "circular")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The road runs from Ostmar by the Semel post to Brund", "A estrada vai de Ostmar pelo posto de Semel até Brund", True),
        ("The road runs from Ostmar by the Semel post to Brund", "O senado de Kelm ampliou a guarda em Brund e em Tarrow", False),
        ("The road runs to the coast", "O senado de Kelm ampliou a guarda em Brund", True),
    ],
)
def test_words_of_two_languages_share_their_names(one: str, other: str, same: bool) -> None:
    assert meet(one, other) is same


def test_a_page_in_another_language_that_names_nobody_is_no_teller_of_the_clerk() -> None:
    a, b = page("a", lost(CLERK)), page("b", lost(None, "Perderam-se barcos no cais"), language="pt")
    assert rules(pile(a, b), "circular") == [] and rules(pile(a, b, steps=((1, 0),)), "circular") == ["circular"]


def test_a_page_that_is_named_is_the_source() -> None:
    a, b = page("a", lost(None), outlet="Ostmar Herald"), page("b", lost(("the Ostmar Herald", "outlet")))
    assert rules(pile(a, b), "circular") == ["circular"]
    a, b = page("a", lost(None), outlet="Westmar Post"), page("b", lost(("the Ostmar Herald", "outlet")))
    assert rules(pile(a, b), "circular") == []


def test_who_is_still_to_say_it_is_no_origin() -> None:
    words = "Envoy Ada Grell is set to ask the guild for “nineteen boats at the western quay”"
    told = t(words, "Envoy Ada Grell", claim="boats", cue="ask", voice="mixed")
    assert rules(pile(page("a", told), page("b", told)), "circular") == []


def test_a_named_official_who_passes_it_on_is_a_name() -> None:
    told = t(f"Some hands told the guard that {LOST}", "Some hands", "anonymous", claim="boats", content=LOST)
    chief = Told(told.words, (("Guard chief Ivo Tarn", "official"), ("Some hands", "anonymous")), "boats", {"content": LOST})
    assert rules(pile(page("a", chief), page("b", chief), steps=((1, 0),)), "anonymous_only") == []


def test_two_persons_of_one_body_are_two() -> None:
    names = ("Captain Ada Grell of the Ostmar navy", "the Ostmar navy", "Captain Ivo Tarn")
    pages = [page(n, lost((name, "organization" if n == "b" else "official"))) for n, name in zip("abc", names, strict=True)]
    for f in spoken(pile(*pages)):
        assert f.rule != "circular" or not {"doc-a", "doc-c"} <= set(f.documents)
