"""Two pages taken whole: rows where a rule speaks and rows where it is silent. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess.findings.pages import lists_differ, words_differ
from sayso.assess.findings.retelling import retellings
from tests.assess.findings.tables import page, pile, t

HAND, MAYOR = ("a dock hand", "anonymous"), ("mayor Ada Strum", "official")
Figure = tuple[str, float, float | None]

FIGURES: list[tuple[Figure, Figure, str | None]] = [
    (("Ten", 10, 10), ("Twelve", 12, 12), "number_changed"),
    (("Ten", 10, 10), ("At least 10", 10, None), "bound_changed"),
    (("Up to 20", 0, 20), ("20", 20, 20), "bound_changed"),
    (("Ten", 10, 10), ("10", 10, 10), None),
    (("At least 20", 20, None), ("At least 20", 20, None), None),
]


@pytest.mark.parametrize(("one", "two", "rule"), FIGURES, ids=[f"{a[0]} {b[0]}" for a, b, _ in FIGURES])
def test_a_figure_that_two_pages_have_alone_is_rounded(one: Figure, two: Figure, rule: str | None) -> None:
    a = page("a", t(f"{one[0]} rowers were trained at the lock in spring", *HAND, claim="c", figures=[(*one, "rower")]))
    b = page("b", t(f"{two[0]} captured rowers were among the trainees of the lock", *HAND, claim="c", figures=[(*two, "rower")]))
    p = pile(a, b, steps=[(1, 0)])
    found = [f.rule for f in retellings(p, ()) if f.rule in ("number_changed", "bound_changed")]
    assert found == ([rule] if rule else [])


def test_pages_that_do_not_follow_each_other_round_nothing() -> None:
    a = page("a", t("Ten rowers were trained at the lock", *HAND, claim="c", figures=[("Ten", 10, 10, "rower")]))
    b = page("b", t("Twelve rowers were trained at the lock", *MAYOR, claim="c", figures=[("Twelve", 12, 12, "rower")]))
    assert [f.rule for f in retellings(pile(a, b), ()) if f.rule == "number_changed"] == []


TEA = "gout, colds, warts and cramps"
LISTS = [
    ((TEA, "fever, gout, colds and warts"), "", 1),
    ((TEA, "gout, colds, warts, cramps and hiccups"), "", 1),
    ((TEA, "gout, colds, warts and worms", "gout, colds, warts and worms"), "", 1),
    ((TEA, TEA), "", 0),
    ((TEA, "fever, gout, colds, warts and cramps"), " Fever is another matter.", 0),
    ((TEA, "rust, moths and mould"), "", 0),
]


@pytest.mark.parametrize(("lists", "more", "count"), LISTS, ids=[" / ".join(x[0])[:60] for x in LISTS])
def test_one_list_told_in_two_ways(lists: tuple[str, ...], more: str, count: int) -> None:
    pages = [page(f"p{n}", t(f"Moss tea helps against {x}", "healers", "group", claim="c")) for n, x in enumerate(lists)]
    pages[0].text += more
    p = pile(*pages)
    assert len(list(lists_differ(p, p.claims[0], []))) == count


WALL = "“Mending the old harbour wall is my first duty”"
WORDS = [
    ("“Mending the harbour wall is my second duty”", MAYOR, 1),
    ("“Mending the old harbour wall is the duty of others”", MAYOR, 1),
    ("“My first duty is mending the harbour gate and wall”", MAYOR, 1),
    ("“mending the old harbour wall”", MAYOR, 0),
    ("“Nobody asked me about the price of herring”", MAYOR, 0),
    ("“Mending the harbour wall is my second duty”", ("clerk Ivo Tarn", "official"), 0),
]


@pytest.mark.parametrize(("words", "by", "count"), WORDS, ids=[w[0][:45] + w[1][0] for w in WORDS])
def test_words_in_marks_that_most_pages_have_otherwise(words: str, by: tuple[str, str], count: int) -> None:
    said = [(WALL, MAYOR), (WALL, MAYOR), (words, by)]
    pages = [page(f"p{n}", t(f"{w}, {x[0]} said", *x, claim="c", voice="direct", content=w)) for n, (w, x) in enumerate(said)]
    p = pile(*pages)
    assert len(list(words_differ(p, p.claims[0], set()))) == count
