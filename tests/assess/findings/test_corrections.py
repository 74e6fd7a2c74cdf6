"""Notices in which a house withdraws or puts right its own earlier page: rows where the rule speaks and where it is silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.assess.findings.corrections import put_right
from sayso.assess.pile import Pile
from sayso.extract import extract
from sayso.link import link
from sayso.read import read
from sayso.settings import Settings
from tests.assess.findings.pages import analyzer

FIRST = (
    "Nine mills burn in Ostmar\n\nNine mills burnt down in Ostmar on Tuesday night, the warden said. "
    "Flour worth 300 crowns was lost. Nobody had checked the chimneys for a year, millers said."
)
COUNTED = "Toll of the flood\n\nAt least 17 people drowned in the Velle on Monday. The bridge is gone."

# the notice of the same house, the rule, words of what it takes back, what stands in its place (None: nothing is shown)
SPOKEN = [
    (
        FIRST,
        "Corrections and clarifications\n\nAn article on 3 May (“Nine mills burn in Ostmar”) said that nine mills had burnt down. "
        "Two had, the warden tells us.",
        ("corrected", "Nine mills burnt down", "Two had, the warden tells us."),
    ),
    (
        FIRST,
        "Mill guild meets\n\nThe guild met on Friday.\n\nCORRECTION: On 3 May we reported that nine mills had burnt. It was two.",
        ("corrected", "Nine mills burnt down", "It was two."),
    ),
    (
        FIRST,
        "Retraction: the Ostmar mills\n\nWe withdraw the article in full. It rested on a letter that nobody had signed.",
        ("retracted", "Nine mills burn in Ostmar", None),
    ),
    (
        FIRST,
        "Ostmar mills: an apology\n\nWe wrote that flour worth 300 crowns was lost. It was worth 30.",
        ("corrected", "Flour worth 300 crowns", "It was worth 30."),
    ),
    (
        COUNTED,
        "Flood update\n\nThe Velle fell on Thursday. "
        "Our first count of 17 had one man twice. It should have been 16. We regret the slip.",
        ("corrected", "At least 17 people drowned", "It should have been 16. We regret the slip."),
    ),
    (
        FIRST,
        "Clarification\n\nOur report of 3 May also said that nobody had checked the chimneys. A sweep had been there in April.",
        ("corrected", "Nobody had checked the chimneys", "A sweep had been there in April."),
    ),
]
# no notice; somebody else's words; nothing of it told; another's report; no page of the house
SILENT = [
    (FIRST, "Rain in Ostmar\n\nWe said that nine mills had burnt down. Rain has come since."),
    (FIRST, "Corrections\n\n“We said that nine mills had burnt down,” the warden told a hearing. It rained."),
    (FIRST, "Corrections\n\nAn article on 3 May said that the mayor plays the flute. He plays the drum."),
    (FIRST, "Corrections\n\nA report by the board said that nine mills had burnt down. It has 80 pages."),
    (FIRST, "Corrections\n\nThe Velle Herald report said that nine mills had burnt down. Two had."),
    (FIRST, "Corrections\n\nAn article on 3 May said that Ostmar lies on the Velle. It lies on the Tarn."),
    (FIRST, "The flood\n\nThe warden regrets that nine mills burnt down. We regret nothing, a miller said."),
]


def pages(first: str, notice: str, folder: Path, *outlets: str) -> Pile:
    rows = [
        {"url": f"https://tarn.example/{n}", "outlet": outlet, "date": f"2031-05-0{n + 4}", "language": "en", "text": text}
        | {"title": text.split("\n")[0]}
        for n, (outlet, text) in enumerate(zip(outlets, (first, notice), strict=True))
    ]
    path = folder / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    found = [extract(d, analyzer()) for d in sorted(read([str(path)], Settings().read), key=lambda d: d.place)]
    return Pile(found, link(found, Settings().link))


@pytest.mark.parametrize(("first", "notice", "wanted"), SPOKEN, ids=range(len(SPOKEN)))
def test_a_notice_is_laid_beside_what_it_puts_right(
    first: str, notice: str, wanted: tuple[str, str, str | None], tmp_path: Path
) -> None:
    p = pages(first, notice, tmp_path, "Tarn Gazette", "Tarn Gazette")
    made = list(put_right(p, ()))
    (rule, old, instead) = wanted
    assert [f.rule for f in made] == [rule]
    told = [p.words(e.document, e.span) for e in made[0].evidence]
    assert any(words.startswith(old) for words in told)
    assert instead is None or instead in told
    assert list(put_right(p, made)) == []  # what is said already is not said twice


@pytest.mark.parametrize(("first", "notice"), SILENT, ids=range(len(SILENT)))
def test_nothing_else_puts_a_page_right(first: str, notice: str, tmp_path: Path) -> None:
    assert list(put_right(pages(first, notice, tmp_path, "Tarn Gazette", "Tarn Gazette"), ())) == []


def test_a_notice_speaks_of_its_own_house_alone(tmp_path: Path) -> None:
    for first, notice, _ in SPOKEN:
        assert list(put_right(pages(first, notice, tmp_path, "Velle Herald", "Tarn Gazette"), ())) == []
