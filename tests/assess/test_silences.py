"""What a second look has taught rules to pass over. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.assess.denials import NOT_A, spoken_before
from sayso.assess.findings.accounts import party, spot
from sayso.assess.findings.conflict import DISOWNS, MARKED
from sayso.assess.findings.credit import COUNSEL
from sayso.assess.findings.omissions import denial_below
from sayso.assess.findings.promotions import source_promoted
from sayso.assess.findings.remains import spelt
from sayso.assess.findings.remark import one_spelling, reworded
from sayso.assess.findings.reversals import headed
from sayso.assess.findings.speakers import held_false
from sayso.assess.findings.tolls import of_page, teller
from sayso.assess.findings.wordings import Said, compared, within_marks
from sayso.assess.steps import one_speaker, steps
from sayso.assess.wording import one_bearer, plain
from sayso.casebook import trace
from sayso.model import ChainLink
from tests.assess.piles import Page, answers, contested, pile, retold, rules, sourced, step, two


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
        ("The mill stands,' the pilot said, 'as it did", "The mill stands,"),
        ("They called it 'old,' a word that", "They called it 'old,' a word that"),
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


def test_who_says_that_an_almanac_does_not_say_it() -> None:
    def told(text: str, source: str) -> str:
        page = Page("p", text + ".", "Paper")
        s = page.tell(text, (source, "document"), stance="deny")
        (s,) = (replace(s, chain=(s.chain[0], ChainLink(source, "document", span=page.span(source)))),)
        return party(pile(page), s)

    assert told("The almanac itself does not claim that anywhere", "The almanac") == "Paper"
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
    assert reworded("actor_changed", "United", "Odra", (one, two_))
    assert not reworded("actor_changed", "Dorn", "Odra", (one, two_))


def test_a_denial_of_reports_below_another_headline() -> None:
    def page(title: str, denied: str) -> Page:
        text = f"{title}. Boats took oil to the island, a paper said. {denied}."
        p = Page("p", text, "Paper", title=title)
        p.tell(title, claim="c", voice="headline")
        p.tell(
            "Boats took oil to the island, a paper said", ("a paper", "outlet"), claim="c", content="Boats took oil to the island"
        )
        p.tell(
            denied,
            ("the guild", "organization"),
            claim="d",
            stance="deny",
            content=denied,
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
        ("The first well is to be dug in 2030 and the last two years later.", False),
        ("With the 31 rowers came a 30-week-old foal that one of them had reared.", False),
        ("Of the 31 rowers, 30 were women and one was a man.", True),
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
    for told_last, about in ((named, ()), (s, page.said[:1])):
        page.said[-1] = (told_last, "d")
        assert [r.about for r in answers(pile(page)) if r.statement.id == s.id] == [tuple(x for x, _ in about)]


def test_two_profits_are_not_one_telling() -> None:
    def page(name: str, words: str, figure: float) -> Page:
        p = Page(name, words + ".", f"Paper {name}")
        p.tell(words, ("Halm Works", "organization"), claim="c", figures=[(f"{figure:.0f}", figure, figure, "crown")])
        return p

    one = page("a", "Halm Works said it made a profit of 512 crowns in spring", 512)
    other = page("b", "Halm Works said it made a profit of 640 crowns in autumn", 640)
    same = page("b", "Halm Works said it made a profit of 512 crowns in spring", 512)
    assert "circular" not in rules(sourced(pile(one, other))) and "circular" in rules(sourced(pile(one, same)))


def test_a_headline_that_a_feed_has_cut_has_lost_no_source() -> None:
    words = "The old mill on the weir leaks oil into the river"
    first = Page("a", f"{words}, Ada Grell said.", "Ostmar Herald")
    first.tell(f"{words}, Ada Grell said", ("Ada Grell", "person"), claim="c", content=words, cue="said")
    for end, rule in ((".", ["attribution_lost"]), ("...", [])):
        other = Page("b", words + end, "Westmar Post")
        other.tell(words, claim="c")
        assert rules(retold(step(first, other))) == rule


def test_papers_that_stand_for_a_paper_are_no_promotion_of_its_source() -> None:
    words = "Boats took oil to the island at night"
    for house, kind, rule in (("outlets in Ostmar", "outlet", False), ("the Ostmar guild", "organization", True)):
        one, two_ = f"The Tarn Daily wrote that {words}, a dock hand said", f"{words}, {house} said"
        a, b = Page("a", one + ".", "Herald"), Page("b", two_ + ".", "Post")
        a.tell(one, ("The Tarn Daily", "outlet"), ("a dock hand", "anonymous"), claim="c", content=words, cue="said")
        b.tell(two_, (house, kind), claim="c", content=words, cue="said")
        p = step(a, b)
        assert bool([f for c in p.claims for walked in steps(p, c) for f in source_promoted(p, walked)]) is rule


def test_two_wordings_are_told_once_whichever_came_first() -> None:
    one, two_ = "We will mend the old wall by May", "We will rebuild the old wall by May"
    a, b = two(one, two_, (("Ada Grell", "person"),), (("Ada Grell", "person"),), a={"voice": "direct"}, b={"voice": "direct"})
    said = Said(a.said[0][0], one), Said(b.said[0][0], two_)
    assert compared(pile(a, b), *said, frozenset()) is not None
    assert compared(pile(a, b), *said, frozenset({(plain(two_), plain(one))})) is None


def test_a_denial_in_another_language_goes_with_its_figure() -> None:
    page = Page(
        "p",
        "Погибли 164 рыбака, сообщил канал. Больше всего в Тарне – 103. В совете опровергли сообщение о 164.",
        "Пост",
        language="ru",
    )
    first = page.tell("Погибли 164 рыбака, сообщил канал", ("канал", "outlet"), claim="c", figures=[("164", 164, 164, "рыбак")])
    page.tell("Больше всего в Тарне – 103", claim="d", figures=[("103", 103, 103, "рыбак")])
    last = "В совете опровергли сообщение о 164"
    page.tell(last, ("совет", "government"), claim="e", stance="deny", figures=[("сообщение о 164", 164, 164, "рыбак")])
    assert [r.about for r in answers(pile(page))] == [(first,)]


def test_it_at_all_says_no_more_than_it() -> None:
    told = "Ash from the mill has reached the river, a guard said"
    for words, shown in (("it at all", False), ("the ash in the river", True)):
        reply = f"The mill denied {words}"
        page = Page("p", f"{told}. {reply}.", "Herald")
        page.tell(told, ("a guard", "anonymous"), claim="ash", content="Ash from the mill has reached the river")
        page.tell(reply, ("The mill", "organization"), claim="reply", content=words, stance="deny")
        (f,) = contested(pile(page))
        assert (f"“{words}”" in f.message) is shown


def test_leftovers_that_are_one_name() -> None:
    assert spelt("Zormark", "zor-Mark") and spelt("Tarn", "Halm") and not spelt("wall", "weir")


def test_whose_words_both_tell() -> None:
    words = "The wall by the old weir is sound"
    for other, tie in (
        ("The Tarn Guild", "and of The Tarn Guild"),
        ("Grell", "both tell it as the words of Tarn Guild Master Ada Grell"),
    ):
        kind = "person" if other == "Grell" else "organization"
        a, b = two(words, words, (("Tarn Guild Master Ada Grell", "person"),), ((other, kind),))
        assert tie in (one_speaker(pile(a, b), a.said[0][0], b.said[0][0]) or "")


def test_a_lost_reserve_is_told_with_the_headline_that_keeps_it() -> None:
    a, b = two("The fumes could help the old heart", "The fumes help the old heart", a={"hedges": ["could"]})
    for title, kept in (("Fumes May Help the Old Heart", True), ("Fumes Help the Old Heart", False)):
        p = step(a, b)
        p.documents[b.id] = replace(p.documents[b.id], title=title)
        (f,) = [f for f in retold(p) if f.rule == "hedge_lost"]
        assert ("but not in its headline" in f.message) is kept


def test_a_headline_above_a_figure_that_is_taken_back() -> None:
    title, body = "164 people died at Tarn Quay", "At Tarn Quay 164 people died, the guild said"
    page = Page("p", f"{title}. {body}.", "Herald", title=title)
    page.tell(title, claim="c", voice="headline", figures=[("164 people", 164, 164, "people")])
    s = page.tell(body, ("the guild", "organization"), claim="c", figures=[("164 people died,", 164, 164, "people")])
    p = pile(page)
    assert [t.statement.id for t in of_page(p, page.id, frozenset())] == [s.id]
    assert of_page(p, page.id, frozenset({s.id})) == []
