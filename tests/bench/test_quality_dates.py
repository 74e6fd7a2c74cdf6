"""The invented dated pages: their form, and what counts as right. What sayso makes of them ``bench/quality/dates.py`` measures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sayso.model import Published

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
sys.path.insert(0, str(QUALITY))
import dates  # noqa: E402

PAGES = """== en | https://mill.example/a | 2031-05-17
The mill is open

Posted: 17 May 2031

The mill of Orle opened its doors on Friday, its owner told the council, and the whole town came.

== de | - | -
Die Mühle ist offen

Die Mühle von Orle hat am Freitag wieder aufgemacht, sagte ihr Besitzer, und die ganze Stadt war da.
"""


def test_pages_are_read_and_judged(tmp_path: Path):
    (tmp_path / "xx_1.txt").write_text(PAGES, encoding="utf-8")
    told = dates.dated(tmp_path / "xx_1.txt")
    assert [(p.name, p.language, p.address, p.gold) for p in told] == [
        ("xx_1/1", "en", "https://mill.example/a", "2031-05-17"),
        ("xx_1/2", "de", "", "-"),
    ]
    assert [dates.judge(document.published, page.gold) for page, document in dates.read_pages(told, tmp_path)] == ["right", "right"]


@pytest.mark.parametrize(
    ("start", "end", "gold", "said"),
    [
        ("2031-05-17", "2031-05-18", "2031-05-17", "right"),
        ("2031-05-17", "2031-05-18", "2031-05", "right"),
        ("2031-05-17", "2031-05-18", "2031-05-18", "wrong"),
        ("2031-05-17", "2031-05-18", "-", "wrong"),
        ("2031-05-01", "2031-06-01", "2031-05-17", "unknown"),
        ("2031-05-01", "2031-06-01", "2031-05", "right"),
        ("2031-05-01", "2031-06-01", "2031-07-17", "wrong"),
        (None, None, "2031-05-17", "unknown"),
        (None, None, "-", "right"),
    ],
)
def test_what_is_right(start: str | None, end: str | None, gold: str, said: str):
    assert dates.judge(Published(start, end, "masthead") if start else None, gold) == said


def test_a_head_that_is_none_is_refused(tmp_path: Path):
    (tmp_path / "xx_1.txt").write_text("== en | - | May 2031\nThe mill\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no date and no hyphen"):
        dates.dated(tmp_path / "xx_1.txt")


def test_every_file_is_in_form():
    files = sorted(dates.FOLDER.glob("*.txt"))
    assert {*dates.KEPT} < {p.stem for p in files}
    for path in files:
        assert len(dates.dated(path)) == 36, path.name
