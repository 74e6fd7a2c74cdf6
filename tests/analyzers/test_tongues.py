"""Who says what on invented pages of nine languages: how many sources are found with their cue, and how many are none."""

import sys
from pathlib import Path

import pytest

from sayso.analyzers.tongues import READ

sys.path.insert(0, str(Path(__file__).parent))
from tongues_score import pages, table

# Recall and precision as measured on 2026-11-28, cut to hundredths; by the dev pages the rules were written, by kept ones not.
FLOORS = {
    "dev_a.txt": {"pt": (1.00, 1.00), "es": (1.00, 0.97), "fr": (0.97, 0.97), "it": (1.00, 0.93)},
    # es, de: "according to what this paper learned" and "C, hieß es" are tellings of nobody named, which the files do not list
    "dev_b.txt": {"de": (0.97, 0.93), "el": (1.00, 0.97), "id": (1.00, 1.00)},
    "dev_c.txt": {"nl": (1.00, 1.00), "pl": (0.91, 1.00)},
    "kept.txt": {
        "pt": (0.85, 0.80),
        "es": (1.00, 0.95),
        "fr": (0.84, 0.80),
        "it": (1.00, 0.95),
        "de": (0.95, 0.91),
        "el": (1.00, 0.95),
        # "that news was first printed by S", a telling of the sentence before, is none of the file's
        "id": (0.84, 0.76),
    },
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_sources(name: str) -> None:
    sums, notes = table(name)
    for language, c in sums.items():
        found = c["source"] + c["extra"]
        shown = "\n".join(n for n in notes if n.startswith(language))
        recall, precision = FLOORS[name][language]
        assert c["source"] / c["expected"] >= recall, f"recall in {language}\n{shown}"
        assert c["source"] / found >= precision, f"precision in {language}\n{shown}"


def test_every_page_has_sources_in_a_language_that_is_read() -> None:
    for name in FLOORS:
        for page in pages(name):
            assert page.language in READ and page.rows, page.desk
            assert 30 <= len(page.text.split()) <= 130, (page.language, page.desk)
