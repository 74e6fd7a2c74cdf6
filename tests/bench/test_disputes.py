"""The invented piles that dispute something: their form. What is told of them is measured by ``bench/quality/disputes.py``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
sys.path.insert(0, str(QUALITY))
import disputes  # noqa: E402
import piles  # noqa: E402

PILE = """@ A pier falls
> d1 | Tarn Gazette | 2036-05-05 | Pier falls

<a|The pier of Orle was never inspected, a diver said on Monday.> It is old.
<b|Fourteen boats sank, the warden said.>

> d2 | Orle Lantern | 2036-05-06 | Guild on pier
<c|The guild denied that the pier was never inspected.> <d|It counted nine sunk boats, 9 of the 18 that lay there, half of them.>
denies c a
figures b d
right d 9 / 18 = 1/2
from a: a diver
from c: the guild
"""


def test_a_pile_is_read_without_its_marks(tmp_path: Path):
    (pile,) = piles.piles(PILE)
    one, two = pile.pages
    assert (one.outlet, one.date) == ("Tarn Gazette", "2036-05-05") and one.text.startswith("Pier falls\n\n\nThe pier of Orle")
    assert one.passages["b"].of(one.text) == "Fourteen boats sank, the warden said."
    assert two.passages["d"].of(two.text).startswith("It counted nine")
    assert pile.says[0] == ("denies", ("c", "a"), "") and pile.says[2] == ("right", ("d",), "9 / 18 = 1/2")
    read = disputes.Read(pile, tmp_path)
    assert disputes.holds(read, "from", ("a",), "a diver") and not disputes.holds(read, "from", ("a",), "the warden")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("what", "no line of a pile"),
        ("@ e\nwhat", "no line of a pile"),
        ("@ e\n> d1 | Tarn Gazette | 2036-05-05", "headline"),
        ("@ e\n> d | o | 2036-05-05 | h\n<a|b> c.\ndenies a x", "not there"),
        ("@ e\n> d | o | 2036-05-05 | h\n<a|b> <a|c>\nnone a", "twice"),
        ("@ e\n> d | o | 2036-05-05 | h\n<a|b> <c|d>\napart a c because", "why"),
        ("@ e\n> d | o | 2036-05-05 | h\n<a|b", "open"),
        ("@ e\n> d | o | 2036-05-05 | h\n<a|b>\nnone a\nMore.", "no line of a pile"),
    ],
)
def test_odd_files_are_refused(lines: str, why: str):
    with pytest.raises(ValueError, match=why):
        piles.piles(lines)


@pytest.mark.parametrize("path", sorted(piles.DISPUTES.glob("*.txt")), ids=lambda p: p.name)
def test_every_file_can_be_read(path: Path):
    found = piles.piles(path.read_text(encoding="utf-8"))
    assert found and all(len(p.pages) > 1 and p.says for p in found)


def test_files_are_seen_or_kept_and_never_both(tmp_path: Path):
    for name in ("dA_01.txt", "dA_02.txt", "dF_01.txt"):
        (tmp_path / name).write_text(PILE, encoding="utf-8")
    named = {wanted: piles.files(tmp_path, piles.KEPT, wanted) for wanted in ("seen", "kept", "dA,dF", "dA", "dB")}
    assert {wanted: (len(paths), open_) for wanted, (paths, open_) in named.items()} == {
        "seen": (2, True),
        "kept": (1, False),
        "dA,dF": (3, False),
        "dA": (2, True),
        "dB": (0, True),
    }


def test_what_the_rules_see_can_be_asked_for_before_it_is_assessed(tmp_path: Path):
    (told,) = piles.piles(PILE)
    pile = piles.indexed(piles.rows(told), tmp_path)
    at = piles.lying(told, pile.documents.values())
    assert len(pile.documents) == 2 and set(at) == {"a", "b", "c", "d"}
    assert any(s.document == at["c"][0] and s.span.overlaps(at["c"][1]) for s in pile.statements.values())


def test_a_page_that_is_read_as_another_text_is_refused(tmp_path: Path):
    (told,) = piles.piles(PILE)
    pile = piles.indexed(piles.rows(told), tmp_path)
    told.pages[0].text += "More."
    with pytest.raises(ValueError, match="another text"):
        piles.lying(told, pile.documents.values())


def test_a_story_is_read_with_its_gold_and_nothing_else_that_is_known():
    found = piles.stories()
    assert {s.name for s in found} == {p.name for p in piles.STORIES.iterdir() if p.is_dir()}
    assert all({"url", "text", "id"} == set(p) for s in found for p in s.pages)
    assert all(set(s.url.values()) == {p["url"] for p in s.pages} and s.gold["claims"] for s in found)
