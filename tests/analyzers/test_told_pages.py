"""Floors of what is read right in the invented pages; `python -m tests.analyzers.told_pages` prints figures and misses."""

import pytest

from tests.analyzers.told_pages import HERE, pages, shares

LANGUAGES = ("ar", "fa", "ru", "tr", "uk", "ur")
DEV = {"found": 0.95, "source": 0.93, "chain": 0.9, "kind": 0.93, "stance": 0.9, "precision": 0.93}
ASIDE = {"found": 0.88, "source": 0.84, "chain": 0.74, "kind": 0.78, "stance": 0.84, "precision": 0.8}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("part", "floors"), [("dev", DEV), ("aside", ASIDE)])
def test_pages_are_credited_as_a_person_credits_them(language: str, part: str, floors: dict[str, float]) -> None:
    got = shares(language, part)
    assert {f: x for f, x in got.items() if x < floors[f]} == {}


def test_every_language_has_both_files() -> None:
    assert {p.name for p in HERE.iterdir()} == {f"{n}.{part}.txt" for n in LANGUAGES for part in ("dev", "aside")}
    assert all(len(pages(HERE / f"{n}.dev.txt")) == 8 and len(pages(HERE / f"{n}.aside.txt")) == 4 for n in LANGUAGES)
