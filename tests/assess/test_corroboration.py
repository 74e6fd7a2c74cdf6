"""Which sources of a claim bear each other out: versions, outlets of the pile, services, bodies. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.assess.states import states
from sayso.model import NAMELESS, ChainLink, Origins, Tie
from tests.assess.piles import Page, pile, rules, sourced

ALL = frozenset(RULES)
Figures = tuple[tuple[str, float, float | None, str], ...]
TARN, GUILD = (("Ivo Tarn", "person"),), (("the Ostmar Fishing Guild", "organization"),)


def page(n: int, text: str, sources: tuple[tuple[str, str], ...] = (), figures: Figures = (), language: str = "en") -> Page:
    p = Page(f"p{n}", text, f"Paper {n}", language=language)
    p.tell(text, *sources, claim="boats", figures=figures)
    return p


def counted(p: Pile, rules: frozenset[str] = ALL) -> Origins:
    return origins(p, p.claim_by_id["boats"], rules)


def ends(found: Origins) -> tuple[int, int]:
    return found.low, found.high


@pytest.mark.parametrize(
    ("one", "other", "low"),
    [
        # other figures of the same thing, of things of another kind, with another fate
        (("40 boats sank", ("40", 40, 40, "boat")), ("55 boats sank", ("55", 55, 55, "boat")), 1),
        (("The pier was shut for 3 weeks", ("3", 3, 3, "week")), ("3 people left the pier", ("3", 3, 3, "person")), 1),
        (("12 people were missing", ("12", 12, 12, "person")), ("12 people were injured", ("12", 12, 12, "person")), 1),
        (("up to 40 boats sank", ("40", 0, 40, "boat")), ("over 30 boats sank", ("30", 30, None, "boat")), 1),
        # the same figure, in other units, within "about", beside another; none on one side; "one" counts nothing
        (("40 boats sank", ("40", 40, 40, "boat")), ("40 vessels sank", ("40", 40, 40, "vessel")), 2),
        (("2 tonnes of cod spoilt", ("2", 2, 2, "tonne")), ("2000 kilos of cod spoilt", ("2000", 2000, 2000, "kilo")), 2),
        (("up to 40 boats sank", ("40", 0, 40, "boat")), ("over 40 boats sank", ("40", 40, None, "boat")), 2),
        (("40 boats sank", ("40", 40, 40, "boat")), ("The boats sank", None), 2),
        (("1 of the boats sank", ("1", 1, 1, "boat")), ("40 boats sank", ("40", 40, 40, "boat")), 2),
    ],
)
def test_other_figures_bear_nothing_out(one, other, low: int) -> None:
    pages = [page(n, t, s, (f,) if f else ()) for n, ((t, f), s) in enumerate(((one, TARN), (other, GUILD)))]
    for p in (pile(*pages), pile(*pages[::-1])):
        found = counted(p)
        assert ends(found) == (low, low), found.why
        assert any("gives other figures than" in w for w in found.why) == (low == 1)
        assert ends(counted(p, ALL - {"version"})) == (2, 2)


def test_the_version_of_most_sources_counts() -> None:
    rows = (TARN, "40"), (GUILD, "55"), ((("Ada Grell", "person"),), "55")
    p = pile(*(page(n, f"{f} boats sank", s, ((f, float(f), float(f), "boat"),)) for n, (s, f) in enumerate(rows)))
    found = counted(p)
    assert ends(found) == (2, 2)
    assert len(found.roots) == 3  # all who are named for it, of whatever version
    assert "corroborated" in states(p, p.claim_by_id["boats"], found, ())


def test_two_sources_of_two_figures_are_no_circle() -> None:
    told = [
        page(n, f"{f} boats sank off Ostmar", s, ((f, float(f), float(f), "boat"),))
        for n, (s, f) in enumerate(((TARN, "40"), (GUILD, "55")))
    ]
    assert "circular" not in rules(sourced(pile(*told)))
    again = [page(n, "40 boats sank off Ostmar", TARN, (("40", 40, 40, "boat"),)) for n in range(2)]
    assert "circular" in rules(sourced(pile(*again)))


def test_what_only_the_claim_links_bears_nothing_out() -> None:
    a, b = page(0, "The boats left the harbour before dawn", TARN), page(1, "Nobody saw the fleet come home", GUILD)

    def tied(weight: float) -> Origins:
        p = pile(a, b)
        tie = Tie(*sorted((a.said[0][0].id, b.said[0][0].id)), weight, True, ())
        return counted(Pile([a.reading(), b.reading()], replace(p.linking, ties=(tie,))))

    assert ends(tied(0.5)) == (1, 1)
    assert "little in common" in " ".join(tied(0.5).why)
    assert ends(tied(5.0)) == (2, 2)
    assert ends(counted(pile(a, b))) == (2, 2)  # nothing was weighed


def test_an_outlet_of_the_pile_is_its_page() -> None:
    retold = page(0, "The boats left before dawn", (("Paper 1", "outlet"),))
    own, spoken = page(1, "The boats left before dawn"), page(2, "The boats left before dawn", TARN)
    found = counted(pile(retold, own, spoken))
    assert ends(found) == (1, 1)
    assert "“Paper 1” (Paper 0) is the page of Paper 1, which names no source [station]" in found.why
    assert ends(counted(pile(retold, own, spoken), ALL - {"station"})) == (1, 2)
    assert ends(counted(pile(retold, spoken))) == (1, 2)  # its page is not in the pile
    assert ends(counted(pile(retold, own))) == (1, 1)  # nobody else is named
    other = page(1, "The boats left before dawn", GUILD)
    assert ends(counted(pile(page(0, "The boats left before dawn", (("Paper 3", "outlet"),)), other, spoken))) == (2, 3)


def test_what_was_had_from_a_page_is_that_page_s_source() -> None:
    first = page(0, "The boats left before dawn", TARN)
    through = page(1, "The boats left before dawn", (("Paper 0", "outlet"), *GUILD))
    found = counted(pile(first, through))
    assert ends(found) == (1, 1)
    assert "reached the page through Paper 0, which has it from “Ivo Tarn” (Paper 0)" in found.why[0]
    assert ends(counted(pile(first, page(1, "The boats left before dawn", (("Paper 7", "outlet"), *GUILD))))) == (2, 2)
    assert ends(counted(pile(first, page(1, "The boats left before dawn", GUILD)))) == (2, 2)
    both = Page("p0", "The boats left before dawn. They did, said Ada Grell.", "Paper 0")
    both.tell("The boats left before dawn", *TARN, claim="boats")
    both.tell("They did", ("Ada Grell", "person"), claim="boats")
    assert ends(counted(pile(both, through))) == (3, 3)  # which of the two it was, the page does not say


@pytest.mark.parametrize(
    ("one", "other", "language", "high"),
    [
        (("Lendish police", "government"), ("La Policía", "government"), "es", 1),
        (("Ivo Tarn of the harbour hospital", "person"), ("el hospital del puerto", "organization"), "es", 1),
        (("the hospital", "organization"), ("Ada Grell, directora del hospital", "official"), "es", 1),
        # two services, two countries, one language, a body with a name of its own, an outlet
        (("Lendish police", "government"), ("el hospital", "organization"), "es", 2),
        (("Greek police", "government"), ("la Policía de España", "government"), "es", 2),
        (("Tarn of the guild", "person"), ("Ada Grell, directora del hospital", "official"), "es", 2),
        (("the Ostmar Hospital", "organization"), ("Hospital de Westmar", "organization"), "es", 2),
    ],
)
def test_one_service_in_two_languages(one: tuple[str, str], other: tuple[str, str], language: str, high: int) -> None:
    told = [page(0, "Nineteen boats left", (one,)), page(1, "Nineteen boats left", (other,), language=language)]
    assert counted(pile(*told)).high == high


@pytest.mark.parametrize(
    ("one", "other", "high"),
    [
        (("figures from insurer Ostlife", "document"), ("la mutuelle Ostlife", "organization"), 1),
        (("the ferry firm Nordlink", "organization"), ("shipowner Nordlink", "organization"), 1),
        (("a bulletin of carrier Nordlink", "document"), ("operator Nordlink", "organization"), 1),
        # a place after "of", two names, a person
        (("traders of Ostmar", "group"), ("the mayor of Ostmar", "official"), 2),
        (("insurer Ostlife", "organization"), ("insurer Westlife", "organization"), 2),
        (("harbour pilot Tarn", "person"), ("shipowner Tarn", "organization"), 2),
    ],
)
def test_a_name_after_what_it_is(one: tuple[str, str], other: tuple[str, str], high: int) -> None:
    assert counted(pile(*(page(n, "Nineteen boats left", (s,)) for n, s in enumerate((one, other))))).high == high


def test_its_director_speaks_for_the_body_named_before() -> None:
    def told(*order: tuple[str, str]) -> int:
        text = ". ".join(f"{name} said that boats left" for name, _ in order) + "."
        p = Page("p0", text, "Paper 0")
        for name, kind in order:
            p.tell(f"{name} said that boats left", (name, kind), claim="boats")
        p.said = [
            (replace(s, chain=(s.chain[0], ChainLink(s.chain[1].name, s.chain[1].kind, None, p.span(s.chain[1].name or "")))), c)
            for s, c in p.said
        ]
        return counted(pile(p)).high

    body, director = ("The Ostmar Sea Watch", "ngo"), ("its director, Ada Grell", "person")
    assert told(body, director) == 1
    assert told(body, ("Ada Grell", "person")) == 2
    assert told(body, ("The Ostmar Guild", "organization"), director) == 2
    assert told(director, body) == 2


def test_an_earlier_page_without_a_source_must_tell_the_same() -> None:
    def told(figure: str) -> bool:
        early, late = (
            page(0, f"{figure} boats sank", (), ((figure, float(figure), float(figure), "boat"),)),
            page(1, "40 boats sank", TARN, (("40", 40, 40, "boat"),)),
        )
        early.published, late.published = "2031-03-04", "2031-03-06"
        return any("before any page" in w for w in counted(pile(early, late)).why)

    assert told("40")
    assert not told("55")


def test_nameless_sources_of_two_figures_are_no_single_source() -> None:
    told = [
        page(0, "40 boats sank", (("a dock hand", "anonymous"),), (("40", 40, 40, "boat"),)),
        page(1, "55 boats sank", (("a fisher", "anonymous"),), (("55", 55, 55, "boat"),)),
    ]
    p = pile(*told)
    found = counted(p)
    assert all(r.kind in NAMELESS for r in found.roots)
    assert set(states(p, p.claim_by_id["boats"], found, ())) == {"anonymous_only"}


def test_a_page_after_the_one_that_is_cited_was_not_the_first() -> None:
    told = "The boats left before dawn"

    def first(day: str) -> bool:
        cited, free, late = page(0, told), page(1, told), page(2, told, (("Paper 0", "outlet"),))
        cited.published, free.published, late.published = "2031-03-04", day, "2031-03-08"
        return any("before any page" in w for w in counted(pile(cited, free, late)).why)

    assert not first("2031-03-05")
    assert first("2031-03-02")
