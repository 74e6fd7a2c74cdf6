"""Several pages with one origin: what the same pages share is one remark. All of it is fiction."""

from __future__ import annotations

import pytest

from sayso.assess import AssessOptions, assess
from sayso.model import Finding
from tests.assess.findings.tables import Told, page, pile, spoken, t
from tests.assess.piles import Page, linking

LOST = "Nineteen boats were lost at the western quay"
BROKEN = "The storm broke the long mole of Ostmar in two places"
CLOSED = "The fish market will stay closed until the autumn fair"
CLERK, PILOT = "clerk Ivo Tarn", "pilot Ada Grell"


def told(words: str, by: str, claim: str) -> Told:
    """A telling with the name of who says it behind it."""
    return t(f"{words}, {by} said", by, claim=claim, content=words)


BOATS, MOLE, MARKET = told(LOST, CLERK, "boats"), told(BROKEN, CLERK, "mole"), told(CLOSED, PILOT, "market")


def remarks(*pages: Page) -> list[Finding]:
    """The remarks of the rule."""
    return [f for f in spoken(pile(*pages)) if f.rule == "circular"]


FOLDED = [
    ([page("a", BOATS, MOLE), page("b", BOATS, MOLE)], [2]),
    ([page("a", BOATS, MOLE, MARKET), page("b", BOATS, MOLE, MARKET)], [3]),
    ([page("a", BOATS, MOLE), page("b", BOATS, MOLE), page("c", BOATS)], [2]),
    ([page("a", BOATS), page("b", BOATS)], [1]),
    ([page("a", BOATS, MOLE), page("b", BOATS), page("c", MOLE)], [1, 1]),
    ([page("a", BOATS), page("b", BOATS), page("c", MARKET), page("d", MARKET)], [1, 1]),
]


@pytest.mark.parametrize(("pages", "counts"), FOLDED, ids=[str(n) for n in range(len(FOLDED))])
def test_what_the_same_pages_share_is_one_remark(pages: list[Page], counts: list[int]) -> None:
    found = remarks(*pages)
    said = sorted(int(f.message.split()[0]) if f.claim is None else 1 for f in found)
    assert said == counts
    assert all((f.claim is None) == (n > 1) for f, n in zip(found, said, strict=True))


def test_the_remark_names_its_origins_and_shows_every_passage() -> None:
    (f,) = remarks(page("a", BOATS, MOLE, MARKET), page("b", BOATS, MOLE, MARKET))
    assert f.message == (
        "3 statements are told by 2 pages (Paper a, Paper b); each leads to one origin: clerk Ivo Tarn (2); pilot Ada Grell."
    )
    assert len(f.evidence) == 6
    (f,) = remarks(page("a", BOATS, MOLE), page("b", BOATS, MOLE), page("c", MOLE))
    assert "told by several of 3 pages" in f.message and len(f.evidence) == 5


def test_each_claim_of_a_remark_has_the_state() -> None:
    pages = [page("a", BOATS, MOLE), page("b", BOATS, MOLE), page("c", MARKET)]
    done = assess([p.reading() for p in pages], linking(pages), AssessOptions())
    assert {c.id: "circular" in c.states for c in done.claims} == {"boats": True, "mole": True, "market": False}
