"""A telling that holds another: what it adds is its own; where it adds nothing, both are compared as one."""

from dataclasses import replace

from sayso.link import LinkOptions, link
from sayso.link.nested import unfolded
from sayso.link.terms import distinct, tellings
from sayso.model import Span
from tests.link.piles import link as chain_link
from tests.link.piles import page

INNER = "the well of Ostrin held 4,800 litres of vinegar"


def nested(line, stance="report"):
    """A page with the outer telling of the whole line, from the Gazette, and the inner one, from the mayor."""
    reading = page("p", (line, ("The Gazette", "outlet")), "Nobody in Velm knew who had filled it at night.")
    outer, other = reading.statements
    at = line.index(INNER)
    within = replace(
        outer,
        id="inner",
        span=Span(at, at + len(INNER)),
        content=(Span(at, at + len(INNER)),),
        chain=(*outer.chain, chain_link("the mayor", "official", "p")),
        stance=stance,
    )
    return replace(reading, statements=(outer, within, other)), outer.id


def test_an_outer_telling_without_words_of_its_own_is_compared_as_the_inner_one():
    reading, outer = nested(f"it said that {INNER}")
    told, equals = distinct(unfolded([reading], tellings([reading])))
    assert sorted(equals["inner"]) == sorted([outer, "inner"])
    assert outer not in {t.id for t in told}
    assert any({outer, "inner"} <= set(c.statements) for c in link([reading], LinkOptions()).claims)


def test_an_outer_telling_keeps_the_words_that_it_adds():
    reading, outer = nested(f"three bakers were arrested at dawn because {INNER}")
    by_id = {t.id: t for t in unfolded([reading], tellings([reading]))}
    assert by_id[outer].inner is None
    assert "#4800" not in by_id[outer].figures and "#4800" in by_id["inner"].figures
    assert by_id[outer].words and not by_id[outer].words & by_id["inner"].words


def test_a_denial_within_is_never_the_telling_around_it():
    reading, outer = nested(f"it said that {INNER}", stance="deny")
    assert {t.inner for t in unfolded([reading], tellings([reading]))} == {None}
    assert not any({outer, "inner"} <= set(c.statements) for c in link([reading], LinkOptions()).claims)


def test_two_tellings_of_the_same_words_end_at_the_longer_chain_in_any_order():
    reading, outer = nested(INNER)
    for statements in (reading.statements, reading.statements[::-1]):
        told = unfolded([replace(reading, statements=statements)], tellings([replace(reading, statements=statements)]))
        assert {t.id: t.inner for t in told}[outer] == "inner"
