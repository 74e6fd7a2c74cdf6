"""The way a claim took, in one sentence that agrees with its graph."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sayso.show.ledger import ledger
from sayso.show.stemma import APART, Node, Stemma, folded, whole
from sayso.show.ways import way
from tests.show.fiction import report


def graph(pages: dict[str, list[str]], notes: dict[str, str] | None = None) -> tuple[Any, Stemma]:
    """A claim of these pages, each with what it hangs on: "p…" pages, "l…" texts not in the pile, "s…" sources, "-…" beside."""
    stemma = Stemma()
    kinds = {"p": "page", "l": "lost", "s": "source"}
    for key in pages:
        stemma.add(Node(key, "page", key[1:].upper(), key, key, (notes or {}).get(key, "")))
    for key, parents in pages.items():
        for parent in parents:
            stemma.add(Node(parent.strip("-"), kinds[parent.strip("-")[0]], "", parent))  # type: ignore[arg-type]
            stemma.hang(key, parent.strip("-"), "sibling" if parent.startswith("-") else "names")
    return SimpleNamespace(pages=[SimpleNamespace(document=SimpleNamespace(id=key)) for key in pages]), stemma


OWN = "in its own voice"


@pytest.mark.parametrize(
    ("pages", "notes", "said"),
    [
        ({"pa": ["s1"], "pb": ["pa"], "pc": ["pb"]}, {},
         "Of the 3 pages, 2 have it from another of these pages and 1 from a source of its own"),
        ({"pa": ["l1"], "pb": ["l1", "s1"]}, {}, "Both have it from a text or statement that is not in the pile"),
        ({"pa": ["s1"], "pb": ["s2"], "pc": ["s1"]}, {}, "All 3 have it from a source of their own"),
        ({"pa": [], "pb": ["s1"], "pc": []}, {"pa": OWN},
         "Of the 3 pages, 1 has it from a source of its own, 1 names nobody and 1 tells it in its own voice"),
        ({"pa": [], "pb": ["-pa"]}, {"pa": OWN, "pb": OWN}, "Both share it with others (which was first is not known)"),
        ({"pa": ["s1"]}, {}, ""),
    ],
)  # fmt: skip
def test_it_is_said_whence_each_page_has_it(pages: dict[str, list[str]], notes: dict[str, str], said: str) -> None:
    assert way(*graph(pages, notes)) == said


def test_every_page_is_counted_once() -> None:
    book = ledger(report())
    for entry in book.entries:
        said = way(entry, whole(entry, book))
        numbers = [int(word) for word in said.replace(",", "").split() if word.isdigit()]
        assert not said.startswith("Of the ") or numbers[0] == sum(numbers[1:]) == len(entry.pages)


def test_pages_apart_that_do_alike_are_one_box_with_all_their_letters() -> None:
    alone = {f"p{c}": list[str]() for c in "abcd"}
    _, stemma = graph({**alone, "pe": ["s1"]}, dict.fromkeys(alone, OWN))
    box = folded(stemma).nodes["pa"]
    assert (box.name, box.pages, box.note) == ("4 pages: A B C D", tuple(alone), OWN)
    few = {key: alone[key] for key in list(alone)[: APART - 1]}
    assert len(folded(graph({**few, "pe": ["s1"]}, {})[1]).nodes) == APART + 1
    assert len(folded(graph(alone, {})[1]).nodes) == 4, "a picture of one box says nothing"
