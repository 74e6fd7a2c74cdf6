"""Two pages taken whole, and a few rules that look past the claim. All of it is fiction."""

from __future__ import annotations

from sayso.model import Finding
from tests.assess.piles import Page, pile, retold, rules, step, two

HAND = ("a dock hand", "anonymous")
MAYOR = ("mayor Ada Strum", "official")


def trained(first: str, later: str, one: tuple[float, float | None], other: tuple[float, float | None]) -> list[Finding]:
    a, b = two(
        f"{first} rowers were trained at the lock in spring",
        f"{later} captured rowers were among the trainees of the lock",
        (HAND,),
        (HAND,),
        a={"figures": [(first, *one, "rower")]},
        b={"figures": [(later, *other, "rower")]},
    )
    return [f for f in retold(step(a, b)) if f.rule in ("number_changed", "bound_changed")]


def test_a_figure_that_two_pages_have_alone_is_rounded() -> None:
    assert rules(trained("Ten", "Twelve", (10, 10), (12, 12))) == ["number_changed"]
    assert rules(trained("Ten", "At least 10", (10, 10), (10, None))) == ["bound_changed"]
    assert trained("Ten", "10", (10, 10), (10, 10)) == []


WITHDRAWN = "A toll of 31 that stood on the guild's board was withdrawn"


def forgotten(said: str, more: str = "", day: str | None = None) -> list[str]:
    a = Page("a", WITHDRAWN + ".", "Ostmar Herald", "2031-05-04")
    b = Page("b", f"{said}. {more}", "Westmar Post", day)
    a.tell(WITHDRAWN, claim="c", stance="retract", figures=[("31", 31, 31, "person")])
    b.tell(said, claim="c", figures=[("31", 31, 31, "person")])
    if more:
        b.tell(more.strip("."), claim="d", stance="retract")
    return [f.rule for f in retold(pile(a, b)) if f.rule == "denial_omitted"]


def test_a_withdrawn_figure_is_told_again() -> None:
    assert forgotten("The previous toll was 31") == ["denial_omitted"]
    assert forgotten("The toll was 31 people", day="2031-05-11") == ["denial_omitted"]
    assert forgotten("The toll was 31 people") == []
    assert forgotten("The previous toll was 31", "The guild withdrew it.") == []


def test_one_list_told_in_two_ways_without_a_step() -> None:
    a = Page("a", "Moss tea helps against gout, colds, warts and cramps, healers said.", "Ostmar Herald")
    b = Page("b", "Moss tea helps against fever, gout, colds and warts, healers said.", "Westmar Post")
    a.tell(a.text.split(", healers")[0], ("healers", "group"), claim="c")
    b.tell(b.text.split(", healers")[0], ("healers", "group"), claim="c")
    assert "detail_added" in rules(retold(pile(a, b)))
    b.text += " Cramps it does not cure."
    a.text += " Fever is another matter."
    assert "detail_added" not in rules(retold(pile(a, b)))


def quoted(words: str) -> list[Finding]:
    wall = "“Mending the old harbour wall is my first duty”"
    pages = [Page(n, f"{w}, mayor Ada Strum said.", o) for n, w, o in (("a", wall, "A"), ("b", wall, "B"), ("c", words, "C"))]
    for p in pages:
        p.tell(p.text[:-1], MAYOR, claim="c", voice="direct", content=p.text.split(", mayor")[0])
    return [f for f in retold(pile(*pages)) if f.rule == "quote_altered"]


def test_words_in_marks_that_most_pages_have_otherwise() -> None:
    assert len(quoted("“Mending the harbour wall is my second duty”")) == 1
    assert quoted("“mending the old harbour wall”") == []
    assert quoted("“Nobody asked me about the price of herring”") == []


def swept(said: str, more: str = "") -> list[str]:
    a = Page("a", "Only a few stubborn leaks remain in the Tarn lock, mayor Ada Strum said.", "Ostmar Herald")
    b = Page("b", f"{said}.{more}", "Westmar Post")
    a.tell(a.text[:-1], MAYOR, claim="c", content="Only a few stubborn leaks remain in the Tarn lock")
    b.tell(said, claim="d")
    if more:
        b.tell(more.strip(" ."), MAYOR, claim="e")
    return [f.rule for f in retold(pile(a, b))]


def test_a_sweeping_claim_without_its_voice() -> None:
    assert swept("The only stubborn leaks that remain are found along the Tarn") == ["attribution_lost"]
    assert swept("Some stubborn leaks that remain are found along the Tarn") == []
    assert swept("The only stubborn leaks that remain are found along the Tarn", " Mayor Ada Strum spoke at noon.") == []


def test_people_injured_are_not_lorries_destroyed() -> None:
    hit = "Rebels of Kelm hit the flour column of Brund"
    pages = two(f"{hit} and ten drivers were injured", f"{hit}, six lorries were destroyed", (HAND,), (HAND,))
    assert "category_changed" not in rules(retold(step(*pages)))
