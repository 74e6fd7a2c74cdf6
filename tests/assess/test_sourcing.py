from __future__ import annotations

from sayso.assess.denials import replies
from sayso.assess.findings.one_origin import one_origin
from sayso.assess.findings.sourcing import bare_total, sourcing
from sayso.assess.origins import RULES, origins
from sayso.assess.pile import Pile
from sayso.model import Finding
from tests.assess.piles import Page, pile, rules

GUARD = "Nineteen boats left the harbour of Ostmar before dawn"


def found(p: Pile) -> list[Finding]:
    ranges = {c.id: origins(p, c, frozenset(RULES)) for c in p.claims}
    answers = tuple(r for d in sorted(p.by_document) for r in replies(p, d))
    return [*sourcing(p, ranges, answers), *(f for f, _ in one_origin(p, ranges, answers))]


def told(*sources: tuple[tuple[str, str], ...], figure: bool = False) -> list[Page]:
    out = []
    for n, chain in enumerate(sources):
        page = Page(f"p{n}", GUARD, f"Paper {n}")
        page.tell(GUARD, *chain, claim="boats", figures=[("Nineteen", 19, 19, "boat")] if figure else [])
        out.append(page)
    return out


def test_two_pages_one_named_origin() -> None:
    (f,) = found(pile(*told((("Ivo Tarn", "person"),), (("Ivo Tarn", "person"),))))
    assert f.rule == "circular" and "Paper 0, Paper 1" in f.message and "Ivo Tarn" in f.message
    assert len(f.evidence) == 2 and "one source" in f.limits


def test_two_pages_one_nameless_origin() -> None:
    assert rules(found(pile(*told((("a guild source", "anonymous"),), (("a guild source", "anonymous"),))))) == [
        "anonymous_only",
        "circular",
    ]


def test_two_origins_are_not_circular() -> None:
    assert found(pile(*told((("Ivo Tarn", "person"),), (("the Ostmar Guild", "organization"),)))) == []


def test_a_page_that_names_nobody_and_follows_nobody_makes_no_circle() -> None:
    assert "circular" not in rules(found(pile(*told((("Ivo Tarn", "person"),), ()))))


def test_nobody_is_named_for_a_figure() -> None:
    assert rules(found(pile(*told((), (), figure=True)))) == ["unattributed"]
    assert found(pile(*told((), ()))) == []
    assert found(pile(*told((), figure=True))) == []


def test_a_page_on_one_nameless_voice() -> None:
    page = Page("p", "Rain fell on the quay. A storm broke the mast. Frost killed the barley.", "Paper")
    for n, words in enumerate(("Rain fell on the quay", "A storm broke the mast", "Frost killed the barley")):
        page.tell(words, ("a dock hand", "anonymous"), claim=f"c{n}")
    (f,) = found(pile(page))
    assert f.rule == "anonymous_only" and f.message.startswith("3 statements of Paper")


def silence(second: str) -> Page:
    first = "Ostmar Mill boats dumped ash at night, a guard said"
    page = Page("p", f"{first}. {second}.", "Paper")
    page.tell(first, ("a guard", "anonymous"), claim="ash")
    page.tell(second, claim="silence")
    return page


def test_a_silent_party_is_tied_to_what_is_told_of_it() -> None:
    page = silence("The Ostmar Mill has not provided any official comment")
    (f,) = found(pile(page))
    assert f.rule == "silent_party" and f.claim == "ash" and f.to is None


def test_a_silence_of_somebody_else_is_not_tied() -> None:
    assert found(pile(silence("The Westbridge Council did not respond"))) == []


def test_a_total_without_a_source_on_a_page_that_names_sources() -> None:
    said = ["The quay is gone, Ivo Tarn said", "The boats are gone, Ivo Tarn said", "The nets are gone, Ivo Tarn said"]
    total = "So far 900 boats have been lost"
    page = Page("p", ". ".join([*said, total]) + ".", "Ostmar Herald")
    for n, s in enumerate(said):
        page.tell(s, ("Ivo Tarn", "person"), claim=str(n))
    page.tell(total, claim="total", figures=[("900", 900, 900, "boat")])
    p = pile(page)
    (f,) = bare_total(p, page.id)
    assert f.rule == "unattributed" and "900" in f.message
    other = Page("q", total + ", the guild said.", "Westmar Post")
    other.tell(total + ", the guild said", ("the guild", "organization"), claim="total", figures=[("900", 900, 900, "boat")])
    assert list(bare_total(pile(page, other), page.id)) == []
    bare = Page("r", total + ".", "Paper")
    bare.tell(total, claim="total", figures=[("900", 900, 900, "boat")])
    assert list(bare_total(pile(bare), bare.id)) == []
