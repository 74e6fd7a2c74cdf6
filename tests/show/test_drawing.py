from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.show.drawing import ALL, LETTERS, MOST, PAPER, WIDE, Box, Drawing, drawing
from sayso.show.ledger import ledger
from sayso.show.stemma import Node, Stemma, stemma_of
from tests.show.fiction import report


def graph(edges: list[tuple[int, int]], nodes: int) -> Stemma:
    stemma = Stemma()
    for n in range(nodes):
        stemma.add(Node(f"n{n:02d}", "page", str(n), f"Outlet number {n} of the whole valley"))
    for parent, child in edges:
        stemma.hang(f"n{child:02d}", f"n{parent:02d}", "names")
    return stemma


def apart(a: Box, b: Box) -> bool:
    return a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y


def drawn(stemma: Stemma) -> Drawing:
    picture = drawing(stemma)
    assert picture is not None
    return picture


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_no_box_lies_on_another_and_all_lie_inside(edges: list[tuple[int, int]]) -> None:
    picture = drawn(graph(edges, 12))
    for n, a in enumerate(picture.boxes):
        assert a.x >= 0
        assert a.y >= 0
        assert a.x + a.width <= picture.width
        assert a.y + a.height <= picture.height
        assert all(apart(a, b) for b in picture.boxes[n + 1 :])
    at = {b.node.key: b for b in picture.boxes}
    assert all(at[line.edge.parent].y < at[line.edge.child].y for line in picture.lines)


def test_a_line_passes_beside_the_boxes_between_its_ends() -> None:
    picture = drawn(graph([(0, 1), (1, 2), (0, 2)], 3))
    long = next(line for line in picture.lines if (line.edge.parent, line.edge.child) == ("n00", "n02"))
    middle = next(b for b in picture.boxes if b.node.key == "n01")
    passes = int(re.findall(r" (\d+) \d+V", long.path)[0])
    assert not middle.x <= passes <= middle.x + middle.width


@pytest.mark.parametrize("edges", [[(3, 0), (1, 0), (3, 1), (3, 2)], [(0, 1), (1, 2), (0, 2)], [(0, 1), (0, 2), (1, 3), (2, 3)]])
def test_a_line_that_passes_boxes_on_their_right_lies_in_the_picture(edges: list[tuple[int, int]]) -> None:
    picture = drawn(graph(edges, 4))
    for line in picture.lines:
        across = [int(x) for x in re.findall(r"\d+", re.sub(r"V\d+", "", line.path))[::2]]
        assert all(0 < x < picture.width for x in across)


def test_a_chain_is_straight() -> None:
    picture = drawn(graph([(0, 1), (1, 2), (2, 3)], 4))
    assert len({b.x for b in picture.boxes}) == 1
    assert picture.width <= WIDE + 4


def test_crossings_that_can_be_avoided_are() -> None:
    picture = drawn(graph([(0, 3), (1, 2)], 4))
    at = {b.node.key: b.x for b in picture.boxes}
    assert (at["n00"] < at["n01"]) == (at["n03"] < at["n02"])


def test_the_same_graph_gives_the_same_picture() -> None:
    edges = [(random.Random(3).randrange(10), random.Random(n).randrange(10)) for n in range(20)]
    assert drawing(graph(edges, 10)) == drawing(graph(edges[::-1], 10))
    book = ledger(report())
    assert drawn(stemma_of(book.entries[0], book)) == drawn(stemma_of(book.entries[0], book))


def test_nothing_is_drawn_of_one_box_or_of_too_many() -> None:
    assert drawing(graph([], 1)) is None
    assert drawing(graph([(0, n) for n in range(1, MOST + 1)], MOST + 1)) is None
    assert drawing(graph([], ALL + 1)) is None


def test_a_long_name_is_broken_and_cut() -> None:
    stemma = graph([(0, 1)], 2)
    stemma.nodes["n00"] = Node("n00", "lost", "α", "The " + "very long name of an agency " * 20, None, "not in the pile")
    box = drawn(stemma).boxes[0]
    assert len(box.lines) == 4
    assert box.lines[2].endswith("…")
    assert box.lines[3] == "not in the pile"


def test_parts_stand_beside_each_other_and_then_below() -> None:
    pairs = [(2 * n, 2 * n + 1) for n in range(20)]
    found = drawing(graph(pairs, 40))
    assert found is not None
    assert found.width <= PAPER
    assert all(apart(a, b) for n, a in enumerate(found.boxes) for b in found.boxes[n + 1 :])
    assert len({b.y for b in found.boxes}) > 2
    assert all(b.x + b.width <= found.width and b.y + b.height <= found.height for b in found.boxes)


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("A", "The Quell Valley Times"),
        ("θ2", "Министерство здравоохранения"),
        ("J", "10_morningbellpost"),
        ("β", "Moscow-Kazan Herald"),
    ],
)
def test_a_letter_takes_its_room_and_no_word_is_broken_that_fits(letter: str, name: str) -> None:
    stemma = Stemma()
    for node in (Node("a", "page", letter, name), Node("b", "page", "Z", "Zeal")):
        stemma.add(node)
    stemma.hang("b", "a", "names")
    picture = drawing(stemma)
    assert picture is not None
    first, *rest = picture.boxes[0].lines
    assert len(f"{letter} {first}") <= LETTERS
    assert "".join("".join((first, *rest)).split()) == "".join(name.split())
    whole = {*name.split(), *name.replace("-", "- ").split()}
    assert all(word in whole for line in (first, *rest) for word in line.split())
