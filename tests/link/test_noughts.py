from sayso.link import LinkOptions, link
from sayso.link.noughts import noughts
from sayso.link.terms import senses
from sayso.model import Span
from tests.link.piles import page, together


def nought(text, language="en"):
    return noughts(text, Span(0, len(text)), language, senses())


def test_nobody_is_a_figure():
    assert nought("Nobody was killed at the mill.") == nought("The mill had zero casualties.") == {"#0+dead"}
    assert nought("Not a single miller has been reported hurt.") == {"#0+hurt"}


def test_what_only_looks_like_nobody_is_none():
    assert nought("No fewer than nine were killed.") == set()
    assert nought("No, nine were killed.") == set()
    assert nought("One of nine was killed, none of it is new.") == set()
    assert nought("O fogo no moinho fez mortos.", "pt") == set()


def test_counts_of_nobody_are_one_claim_and_somebody_is_another():
    readings = (
        page("a", "The guild of Velm says no one was killed in the fire at the Tolmar mill.", "Rye is dear in Merrow."),
        page("b", "Not a single miller died in the Tolmar fire, the guild of Velm says.", "Ostrin mends its bridge."),
        page("c", "Nine millers died in the Tolmar fire, the guild of Velm says.", "Kessel rings its bells."),
    )
    found = link(readings, LinkOptions())
    assert together(found, readings, "no one was killed", "Not a single")
    assert not together(found, readings, "Not a single", "Nine millers")
