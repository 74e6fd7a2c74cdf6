"""Which attribution inside another names a deed alone; all of it is invented."""

import pytest

from sayso.contracts import Attributed
from sayso.extract.nested import telling
from sayso.model import SourceKind, Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "teller", "inner", "kind", "stays"),
    [
        ("A corporal rowed over and applied for shelter", "the minister", ("A corporal", "applied", "for shelter"), None, False),
        ("The guild called for a new pier", "the warden", ("The guild", "called", "for a new pier"), None, False),
        ("The guild ordered the crews to sail on", "Ida Volk", ("The guild", "ordered", "the crews to sail on"), None, True),
        ("Logs show that the gate fell at noon", "the warden", ("Logs", "show", "the gate fell at noon"), "document", False),
        ("The aunt had sewn it up for him", "the warden", ("The aunt", "had", "sewn it up for him"), None, False),
        ("The miller complained of fleas", "the warden", ("The miller", "complained", "of fleas"), None, True),
        ("The guild said that the dam holds", "the warden", ("The guild", "said", "the dam holds"), None, True),
        ("The guild asked whether the dam holds", "the warden", ("The guild", "asked", "whether the dam holds"), None, True),
        ("The guild claimed so", "the warden", ("The guild", "claimed", "so"), None, True),
        ("The guild ordered “all hands to the pumps”", "the warden", ("The guild", "ordered", "all hands"), None, True),
        ("The school has put the number ill at 46", "the Post", ("The school", "put", "the number ill at 46"), None, True),
        ("Soon she will tell us that it leaks", "the warden", ("she", "will tell", "it leaks"), None, False),
        ("The guild will tell us that it leaks", "the warden", ("The guild", "will tell", "it leaks"), None, True),
        ("I asked the bank for a new pier", "the warden", ("I", "asked", "for a new pier"), None, True),
        ("The plea calls for a new pier", "the Post", ("The plea", "calls", "for a new pier"), "document", True),
    ],
)
def test_what_somebody_tells_of_another(
    text: str, teller: str, inner: tuple[str, str, str], kind: SourceKind | None, stays: bool
) -> None:
    text, end = f"{text}, {teller} said", len(text)
    outer = Attributed((Span(0, end),), Span(len(text) - 4, len(text)), Span(end + 2, end + 2 + len(teller)))
    source, verb, told = (at(text, words) for words in inner)
    found = [outer, Attributed((told,), verb, source, kind=kind)]
    assert telling(text, found) == (found if stays else [outer])


def test_a_deed_that_nobody_tells_of_stays() -> None:
    text = "A corporal asked for shelter."
    alone = [Attributed((at(text, "for shelter"),), at(text, "asked"), at(text, "A corporal"))]
    assert telling(text, alone) == alone
