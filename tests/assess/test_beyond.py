"""What ties tellings of two pages without a step: a quotation, a translation, a denial. All of it is fiction."""

from __future__ import annotations

from sayso.assess.denials import replies
from sayso.assess.findings.tolls import tolls_conflict
from sayso.assess.findings.tongues import reserve_untranslated, source_raised
from sayso.assess.findings.wordings import quotes_differ
from sayso.assess.steps import Step
from tests.assess.piles import Page, pile

MASON = ("the mason Ada Grell", "person")


def quote(name: str, words: str, source: tuple[str, str] = MASON) -> Page:
    p = Page(name, f'"{words}," {source[0]} said.', f"Paper {name}")
    p.tell(p.text[:-1], source, content=words, voice="direct")
    return p


def test_one_speaker_in_two_wordings() -> None:
    pages = [quote("a", "The north wall was cracked from the start"), quote("b", "The south wall was cracked from the start")]
    (f,) = quotes_differ(pile(*pages), frozenset())
    assert f.rule == "quote_altered" and "both quote the mason Ada Grell" in f.message


def test_two_speakers_a_part_and_another_order_are_no_alteration() -> None:
    first = quote("a", "The north wall was cracked from the start")
    for other in (
        quote("b", "The south wall was cracked from the start", ("the carter Ivo Tarn", "person")),
        quote("b", "wall was cracked from the start"),
        quote("b", "From the start it cracked, the north wall"),
    ):
        assert list(quotes_differ(pile(first, other), frozenset())) == []


def test_a_quotation_that_begins_behind_its_reserve() -> None:
    (f,) = quotes_differ(
        pile(quote("a", "We think the north wall was cracked"), quote("b", "The north wall was cracked")), frozenset()
    )
    assert (f.rule, f.from_, f.to) == ("hedge_lost", "We think", "The north wall was cracked")


def test_a_full_stop_where_the_speaker_went_on() -> None:
    whole = quote("a", "Not every lock can be mended each week in winter")
    (f,) = quotes_differ(pile(whole, quote("b", "Not every lock can be mended.")), frozenset())
    assert (f.rule, f.to) == ("quote_altered", "Not every lock can be mended.")
    for part in ("Not every lock can be mended", "Not every lock can be mended each week in winter."):
        assert list(quotes_differ(pile(whole, quote("b", part)), frozenset())) == []


def translation(hedge: tuple[str, ...], official: str) -> tuple[Page, Page]:
    a = Page("a", "12 boats may have sunk, a dock hand said.", "Tarn Wire")
    a.tell(a.text[:-1], ("a dock hand", "anonymous"), claim="c", hedges=hedge, figures=[("12", 12, 12, "boat")])
    b = Page("b", f"12 Boote sind gesunken, teilte {official} mit.", "Harvik Bote", language="de")
    b.tell(b.text[:-1], (official, "government"), claim="c", figures=[("12", 12, 12, "Boote")])
    return a, b


def test_reserve_and_source_in_translation() -> None:
    a, b = translation(("may have",), "das Hafenamt")
    p = pile(a, b, steps=[(b, a)])
    step = Step(p.claims[0], a.said[0][0], b.said[0][0], "derived", "Harvik Bote follows Tarn Wire")
    assert [f.from_ for f in reserve_untranslated(p, step)] == ["may have"]
    assert [(f.from_, f.to) for f in source_raised(p, step)] == [("a dock hand", "das Hafenamt")]
    a, b = translation((), "das Hafenamt")
    assert list(reserve_untranslated(pile(a, b), Step(p.claims[0], a.said[0][0], b.said[0][0], "derived", ""))) == []


def test_reports_called_incorrect_behind_them() -> None:
    a = Page("a", "Press reports that the Ostmar line will close are incorrect.", "Ostmar Rail")
    a.tell("Press reports that the Ostmar line will close", ("Press", "outlet"), claim="c", content="the Ostmar line will close")
    b = Page("b", "The Ostmar line will close, a driver said.", "Paper b")
    b.tell(b.text[:-1], ("a driver", "anonymous"), claim="c", content="The Ostmar line will close")
    (r,) = replies(pile(a, b), "doc-a")
    assert r.act == "denied" and [s.document for s in r.about] == ["doc-a", "doc-b"] and len(r.statement.chain) == 1


def test_a_denial_reaches_another_page_by_name_and_thing() -> None:
    a = Page("a", "Mayor Ada Grell was neither fined nor suspended, the Harbour Guild said.", "Paper a")
    a.tell(a.text[:-1], ("the Harbour Guild", "organization"), content="Mayor Ada Grell was neither fined nor suspended")
    b = Page("b", "Ada Grell was fined and suspended, a clerk said.", "Paper b")
    b.tell(b.text[:-1], ("a clerk", "anonymous"), content="Ada Grell was fined and suspended")
    (r,) = replies(pile(a, b), "doc-a")
    assert [s.document for s in r.about] == ["doc-b"]
    other = Page("b", "The Tarn mill was fined and suspended, a clerk said.", "Paper b")
    other.tell(other.text[:-1], ("a clerk", "anonymous"), content="The Tarn mill was fined and suspended")
    assert [r.about for r in replies(pile(a, other), "doc-a")] == [()]


def test_a_bare_figure_has_its_thing_from_the_one_before() -> None:
    p = Page("a", "Four guards were killed at Tolsund, the garrison said. The rebels have claimed 22.", "Paper a")
    p.tell(
        "Four guards were killed at Tolsund, the garrison said",
        ("the garrison", "government"),
        content="Four guards were killed at Tolsund",
        figures=[("Four", 4, 4, "person")],
    )
    p.tell("The rebels have claimed 22", ("The rebels", "armed_group"), figures=[("22", 22, 22, "")])
    (f,) = tolls_conflict(pile(p))
    assert "“Four”" in f.message and "“22”" in f.message
