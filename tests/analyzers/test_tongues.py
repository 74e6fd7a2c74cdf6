"""Who says what on invented pages of nine languages: how many sources are found with their cue, and how many are none."""

import sys
from pathlib import Path

import pytest

from sayso.analyzers.tongues import READ

sys.path.insert(0, str(Path(__file__).parent))
from tongues_score import pages, table

# Recall and precision that each language keeps, a step below what was measured: on dev the rules were written, on kept not.
FLOORS = {"dev_a.txt": (0.94, 0.92), "dev_b.txt": (0.94, 0.92), "kept.txt": (0.75, 0.72)}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_sources(name: str) -> None:
    sums, notes = table(name)
    for language, c in sums.items():
        found = c["source"] + c["extra"]
        shown = "\n".join(n for n in notes if n.startswith(language))
        assert c["source"] / c["expected"] >= FLOORS[name][0], f"recall in {language}\n{shown}"
        assert c["source"] / found >= FLOORS[name][1], f"precision in {language}\n{shown}"


def test_every_page_has_sources_in_a_language_that_is_read() -> None:
    for name in FLOORS:
        for page in pages(name):
            assert page.language in READ and page.rows, page.desk
            assert 30 <= len(page.text.split()) <= 130, (page.language, page.desk)
