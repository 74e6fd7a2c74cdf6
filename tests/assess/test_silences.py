"""What a second look has taught rules to pass over. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.assess.alignment import align
from sayso.assess.denials import NOT_A, spoken_before
from sayso.assess.findings.accounts import party, spot
from sayso.assess.findings.aligned import differs
from sayso.assess.findings.conflict import DISOWNS, MARKED
from sayso.assess.findings.credit import COUNSEL
from sayso.assess.findings.omissions import denial_below
from sayso.assess.findings.remark import one_spelling, reworded
from sayso.assess.findings.reversals import headed
from sayso.assess.findings.speakers import held_false
from sayso.assess.findings.tolls import teller
from sayso.assess.findings.wordings import within_marks
from sayso.assess.wording import one_bearer
from sayso.casebook import trace
from sayso.model import ChainLink
from tests.assess.piles import Page, answers, pile, rules, sourced, step, two


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ostmarn", "Ost-Marn", True),
        ("Deir-Halm", "Deir Halm", True),
        ("el-Tor", "El Tor", True),
        ("United Lakes", "U.L.", True),
        ("United Lakes", "US", False),
        ("Ostmarn", "Westmarn", False),
        ("Halm", "Halma", False),
        ("Tor", "Tarn", False),
    ],
)
def test_one_name_in_two_spellings(one: str, two: str, same: bool) -> None:
    assert one_spelling(one, two) is same


def test_a_figure_has_no_spelling() -> None:
    assert not reworded("number_changed", "1,0", "10", ("It cost 1,0 crowns", "It cost 10 crowns"))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ('The wall was sound" when it fell', "The wall was sound"),
        ("Three mills” stand there and are mended", "Three mills"),
        ('No boat left," the pilot', "No boat left,"),
        ('The "old" wall was sound', 'The "old" wall was sound'),
        ("They called it “a weir” again", "They called it “a weir” again"),
        ("The wall was sound", "The wall was sound"),
    ],
)
def test_a_quotation_ends_where_its_marks_close(words: str, kept: str) -> None:
    assert within_marks(words) == kept


@pytest.mark.parametrize(
    ("headline", "no"),
    [
        ("What the papers got wrong: the mayor sells the mill", True),
        ("“I sell the mill”: why the mayor didn't say it", True),
        ("Mayor misquoted on the mill", True),
        ("“I do not sell” the mill, says mayor", False),
        ("Mayor sells the mill", False),
        ("The wrong mill is sold", False),
    ],
)
def test_a_headline_that_says_no_itself(headline: str, no: bool) -> None:
    assert (DISOWNS.search(MARKED.sub(" ", headline)) is not None) is no


def test_counsel_and_what_a_thing_was_not() -> None:
    assert COUNSEL.search("Guild and mill should meet") and not COUNSEL.search("Guild and mill meet")
    assert NOT_A.search('the sale was "not a gift."')["what"] == "gift"  # type: ignore[index]
    assert NOT_A.search("it was not a gift that anybody wanted") is None


@pytest.mark.parametrize(
    ("full", "name", "one"),
    [
        ("the clerk, Ada Grell", "Grell", True),
        ("Guild President Ada Grell", "Mr. Grell", True),
        ("Ada Grell, head of the guild", "Ada Grell", True),
        ("Grell’s lodger", "Grell", False),
        ("a columnist in the Marnish paper Halm", "The Marnish army", False),
        ("guild officials", "Guild", False),
    ],
)
def test_whose_name_it_is(full: str, name: str, one: bool) -> None:
    assert one_bearer(full, name) is one


@pytest.mark.parametrize(
    ("beside", "false"),
    [
        ("She passed on the fake quote", True),
        ("The clip was doctored", True),
        ("The paper was misreported, and the report is false", True),
        ("The fake gems were found", False),
        ("The report came late", False),
        ("It rained on the quay", False),
    ],
)
def test_a_page_that_calls_it_false_beside_it(beside: str, false: bool) -> None:
    page = Page("p", f"The mayor sold the mill, Ada Grell said. {beside}.", "Paper")
    s = page.tell("The mayor sold the mill, Ada Grell said", ("Ada Grell", "person"))
    assert held_false(pile(page), s) is false


def test_a_page_that_calls_it_false_is_no_second_page() -> None:
    def page(name: str, more: str) -> Page:
        p = Page(name, f"The mayor sold the old mill on the weir, Ada Grell said. {more}.", f"Paper {name}")
        p.tell("The mayor sold the old mill on the weir, Ada Grell said", ("Ada Grell", "person"), claim="mill")
        return p

    assert "circular" in rules(sourced(pile(page("a", "It rained"), page("b", "The sun shone"))))
    assert "circular" not in rules(sourced(pile(page("a", "It rained"), page("b", "The quote is fake"))))


def test_who_a_figure_is_from() -> None:
    text = "It belies the Guild's claim that nobody drowned, the report said"
    page = Page("p", text + ".", "Paper")
    s = page.tell(text, ("the report", "document"))
    assert teller(pile(page), s, "nobody drowned") == "Guild"
    assert teller(pile(page), s, "It belies") == "the report"
    plain = Page("q", "Nobody drowned, the report said.", "Paper")
    assert (
        teller(pile(plain), plain.tell("Nobody drowned, the report said", ("the report", "document")), "Nobody drowned")
        == "the report"
    )


def test_who_says_that_a_study_does_not_say_it() -> None:
    def told(text: str, source: str) -> str:
        page = Page("p", text + ".", "Paper")
        s = page.tell(text, (source, "document"), stance="deny")
        (s,) = (replace(s, chain=(s.chain[0], ChainLink(source, "document", span=page.span(source)))),)
        return party(pile(page), s)

    assert told("The study itself does not say this at any point", "The study") == "Paper"
    assert told("The guild did not say so", "The guild") == "Paper"
    assert told("The guild says that the weir is sound", "The guild") == "The guild"
    assert told("The guild said it did not say so", "The guild") == "The guild"


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("in Halm, southeast of Tarn", "Halm", "in Halm, southeast of Tarn"),
        ("near Halm, south of Tarn", "Halm", "near Halm, south of Tarn"),
        ("in Halm, southern farmers said", "Halm", "in Halm"),
    ],
)
def test_a_place_is_shown_with_whole_words(text: str, name: str, shown: str) -> None:
    assert spot(text, name) == shown


def test_a_headline_that_keeps_the_reserve() -> None:
    a, b = two("Fumes could help the heart", "Fumes help the heart")
    for title, kept in (
        ("Fumes May Help the Heart", True),
        ("Fumes Help the Heart", False),
        ("Heart Day in May Draws Crowds", False),
    ):
        p = step(a, b)
        p.documents[b.id] = replace(p.documents[b.id], title=title)
        assert bool(headed(p, b.said[0][0])) is kept


def test_a_part_of_a_name_is_no_other_name() -> None:
    one = "The envoy said Dorn forces were held in camps run by the United Lakes, answering the claim of Ada Grell on the weir"
    two_ = one.replace("Dorn", "Odra").replace("United Lakes", "UL")
    change = differs(one, two_, (one, two_))
    assert align(one, two_).there
    assert change is None or reworded(*change, (one, two_))
    other = one.replace("Ada Grell", "Ada Tarn")
    assert differs(one, other, (one, other)) is not None


def test_a_denial_of_reports_below_another_headline() -> None:
    def page(title: str, denied: str) -> Page:
        text = f"{title}. Boats took oil to the island, a paper said. {denied}."
        p = Page("p", text, "Paper", title=title)
        p.tell(title, claim="c" if "oil" in title else "other", voice="headline")
        p.tell(
            "Boats took oil to the island, a paper said", ("a paper", "outlet"), claim="c", content="Boats took oil to the island"
        )
        p.tell(
            denied,
            ("the guild", "organization"),
            claim="d",
            stance="deny",
            content="any of it" if "any of it" in denied else denied,
        )
        return p

    def shown(page: Page) -> list[str]:
        p = pile(page)
        return rules(list(denial_below(p, answers(p))))

    assert shown(page("Boats took oil to the island", "The guild denied it")) == ["denial_omitted"]
    assert shown(page("Coast guard holds a ship", "The guild disputed the reports")) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The first ferry, ordered in 2003, is now 25 years old.", True),
        ("The ferries are to come since 2031 and end two years later.", False),
        ("In addition to the 21 girls, a 20-month-old boy born to one of them was freed.", False),
        ("Of the 21 freed, 20 were girls and one was a boy.", True),
    ],
)
def test_years_to_come_and_ages_are_no_sums(tmp_path: Path, text: str, right: bool) -> None:
    page = tmp_path / "a.html"
    date = '<meta property="article:published_time" content="2028-03-02">'
    page.write_text(f"<html><head>{date}</head><body><article><p>{text}</p></article></body>")
    assert ("sum_right" in rules(trace([str(page)]).findings)) is right


def test_what_it_is_within_the_sentence_of_a_denial() -> None:
    told = "The guild is looking at the related trade, it told the paper"
    page = Page("p", f"{told}. Ada Grell called the date of the wall notice a chance and denied it was related to trade.", "Paper")
    page.tell(told, ("the guild", "organization"), claim="c", content="The guild is looking at the related trade")
    words = "Ada Grell called the date of the wall notice a chance and denied it was related to trade"
    s = page.tell(words, ("Ada Grell", "person"), claim="d", content="it was related to trade", stance="deny")
    tied = pile(page)
    named = replace(s, chain=(s.chain[0], ChainLink("Ada Grell", "person", span=page.span("Ada Grell"))))
    assert spoken_before(tied, named) >= {"date", "wall", "chance"}
    bare = replace(named, span=page.span("denied it was related to trade"), chain=s.chain)
    assert spoken_before(tied, bare) == frozenset()


def test_two_profits_are_not_one_telling() -> None:
    def page(name: str, words: str, figure: float) -> Page:
        p = Page(name, words + ".", f"Paper {name}")
        p.tell(words, ("Halm Works", "organization"), claim="c", figures=[(f"{figure:.0f}", figure, figure, "crown")])
        return p

    one = page("a", "Halm Works said it made a profit of 868 crowns in spring", 868)
    other = page("b", "Halm Works said it made a profit of 997 crowns in autumn", 997)
    same = page("b", "Halm Works said it made a profit of 868 crowns in spring", 868)
    assert "circular" not in rules(sourced(pile(one, other))) and "circular" in rules(sourced(pile(one, same)))
