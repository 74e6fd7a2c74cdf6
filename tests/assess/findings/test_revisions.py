"""A party that gives another figure in the place of its own: pages as they are typed. All of it is fiction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.assess.findings.revisions import revised
from sayso.assess.pile import Pile
from sayso.extract import extract
from sayso.link import link
from sayso.model import Finding
from sayso.read import read
from sayso.settings import Settings
from tests.assess.findings.pages import analyzer

GAVE = "Forty-four people drowned in the Velle, the harbour office said on Monday. The ferry had left at noon."

# a page, words of the figure that is set right
SPOKEN = [
    (f"{GAVE} A day later it corrected that to 40.", "Forty-four"),
    (f"{GAVE} The harbour office corrected it the next day to 40.", "Forty-four"),
    ("The harbour office, which had put the toll at 44, lowered it to 40 on Tuesday.", "44"),
    ("The harbour office on Tuesday revised the toll of the flood from 44 to 40.", "44"),
    ("The toll was later corrected from 44 to 40, the harbour office said.", "44"),
    (
        "The harbour office raised the number of people drowned to 60, saying that the figure of 44 covered only the lower town.",
        "44",
    ),
]
SILENT = [
    f"{GAVE} On Tuesday it raised the toll to 60.",  # a count that goes on
    "The harbour office raised the toll from 44 to 60 on Tuesday.",
    "The harbour office cut its staff from 44 to 40 on Tuesday.",  # a deed, no telling
    f"{GAVE} The guild lowered the flag to the deck at 40 mills.",
    "The harbour office corrected the toll to 40 on Tuesday.",  # what it was is not told
]


def made(folder: Path, *texts: str) -> tuple[Pile, list[Finding]]:
    lines = [
        {
            "url": f"https://tarn{n}.example/a",
            "outlet": f"Tarn Gazette {n}",
            "date": f"2031-05-0{n + 4}",
            "language": "en",
            "text": text,
        }
        for n, text in enumerate(texts)
    ]
    path = folder / "pages.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    found = [extract(d, analyzer()) for d in sorted(read([str(path)], Settings().read), key=lambda d: d.place)]
    p = Pile(found, link(found, Settings().link))
    return p, [f for d in sorted(p.by_document) for f in revised(p, d, ())]


@pytest.mark.parametrize(("text", "old"), SPOKEN, ids=range(len(SPOKEN)))
def test_a_figure_that_is_set_right_is_laid_beside_the_old_one(text: str, old: str, tmp_path: Path) -> None:
    p, (f,) = made(tmp_path, text)
    assert f.rule == "corrected"
    assert any(old in p.words(e.document, e.span) for e in f.evidence) and any(
        "0" in p.words(e.document, e.span) for e in f.evidence
    )
    assert list(revised(p, f.documents[0], [f])) == []  # what is said already is not said twice


@pytest.mark.parametrize("text", SILENT, ids=range(len(SILENT)))
def test_a_count_that_goes_on_and_a_deed_set_nothing_right(text: str, tmp_path: Path) -> None:
    assert made(tmp_path, text)[1] == []


def test_the_first_page_with_the_old_figure_of_that_party_stands_in_the_remark(tmp_path: Path) -> None:
    now = "The Harbour Guild, which had put the toll at 44, lowered it to 40 on Tuesday."
    _, (f,) = made(tmp_path, "At least 44 people drowned in the Velle, the Harbour Guild said.", now)
    assert len(f.documents) == len((now, "and the page before it")) and "44 people drowned" in f.message
