"""Who speaks in a telling: names that the reader cut short, sources that do and do not say. All of it is fiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assess.findings.speakers import fuller, held_false, informant, shown_name, speaks, whole, wording_of
from sayso.assess.pile import Pile, innermost
from sayso.model import ChainLink, Span, Statement
from tests.assess.findings.tables import pile
from tests.assess.piles import Page


def one(text: str, name: str, kind: str = "person", cue: str | None = None) -> tuple[Pile, Statement]:
    """A page of one sentence, with the name where it stands."""
    p = Page("p", text)
    more = {"cue": cue} if cue else {}
    s = p.tell(text, (name, kind), **more)
    at = text.find(name)
    link = replace(s.chain[-1], span=Span(at, at + len(name))) if at >= 0 else s.chain[-1]
    return pile(p), replace(s, chain=(*s.chain[:-1], link))


def last(s: Statement) -> ChainLink:
    link = innermost(s)
    assert link is not None
    return link


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Harbour Secretary Ada Grell's claim was read out", "Harbour Secretary Ada", "Harbour Secretary Ada Grell"),
        ("Maj. Gen. Ivo Tarn spoke of leaks", "Maj. Gen. Ivo", "Maj. Gen. Ivo Tarn"),
        ("Citing Lendish officials, it spoke of leaks", "Citing Lendish officials", "Lendish officials"),
        ("Ada Grell Monday spoke of leaks", "Ada Grell", "Ada Grell"),
        ("The guild Hall burned", "The guild", "The guild"),
        ("The (HFG) source spoke", "(HFG", "HFG"),
        ("The Harbour Guild (HFG) spoke", "The Harbour Guild (HFG)", "The Harbour Guild (HFG)"),
    ],
)
def test_a_name_is_shown_whole(text: str, name: str, full: str) -> None:
    p, s = one(text, name)
    assert whole(p, s, last(s)) == full


def test_a_pronoun_names_nobody() -> None:
    p, s = one("She spoke of leaks", "She")
    assert shown_name(p, s) is None
    p, s = one("Ada Grell, 33, spoke of leaks", "Ada Grell, 33")
    assert shown_name(p, replace(s, chain=(*s.chain[:-1], replace(last(s), name="Grell")))) == "Ada Grell"


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("The clerk said the dam leaks", "said", True),
        ("The clerk, according to whom the dam leaks", "according to", True),
        ("The chart shows that the dam leaks", "shows", True),
        ("The clerk signed a decree on the dam", "signed", False),
        ("Fishers have hailed the clerk of the dam", "have hailed", False),
        ("An adult found guilty of theft is fined", "found", False),
        ("The crew found the dam in pieces", "found", True),
        ("The crew said nothing of the dam", "said", False),
        ("The crew called 911 from the dam", "called", False),
        ("The crew called the dam unsafe", "called", True),
        ("The clerk is set to ask for a new dam", "ask", False),
        ("The clerk ordered them to leave the dam", "ordered", False),
    ],
)
def test_who_does_a_thing_says_nothing(text: str, cue: str, said: bool) -> None:
    p, s = one(text, " ".join(text.split()[:2]), cue=cue)
    assert speaks(p, replace(s, voice="indirect")) is said


@pytest.mark.parametrize(
    ("name", "kind", "asked"),
    [
        ("local sources", "group", True),
        ("two residents", "group", True),
        ("a clerk", "anonymous", True),
        ("Lendish drivers", "group", False),
        ("hundreds of women", "group", False),
        ("Ada Grell", "person", False),
    ],
)
def test_a_crowd_is_no_informant(name: str, kind: str, asked: bool) -> None:
    p, s = one(f"{name} said the dam leaks", name, kind)
    assert informant(p, s) is asked


def test_a_fuller_name_holds_the_given_one() -> None:
    p, s = one("Grell said so", "Grell")
    link = replace(last(s), name="harbour clerk Ada Grell")
    assert fuller(p, link, "Grell") == "harbour clerk Ada Grell"
    assert fuller(p, replace(link, name="Ada Grell and Ivo Tarn"), "Grell") == "Grell"
    assert fuller(p, replace(link, name="Ivo Tarn of the guild"), "Grell") == "Grell"


def test_a_source_without_a_name_is_called_by_words() -> None:
    p, s = one("A source of the guild spoke", "A source of the guild", "anonymous")
    assert wording_of(p, s) == "A source of the guild"
    p, s = one("(HFG spoke", "(HFG", "anonymous")
    assert wording_of(p, s) is None


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("It was falsely claimed that the dam leaks", True),
        ("The clip was doctored, the dam holds", True),
        ("The quote was called out by a weekly", True),
        ("It was claimed that the dam leaks", False),
        ("The dam leaks, the clerk said", False),
        ("The guild called the dam sound", False),
    ],
)
def test_what_is_called_false_in_its_own_sentence(text: str, false: bool) -> None:
    p, s = one(text, "nobody")
    assert held_false(p, s) is false
