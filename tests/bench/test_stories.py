"""The invented stories of ``bench/quality``: gold speaks of pages that are there, in words that stand on them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

QUALITY = Path(__file__).parents[2] / "bench" / "quality"
STORIES = sorted(f for folder in ("stories", "desks") for f in (QUALITY / folder).glob("*/*/gold.json"))


@pytest.mark.parametrize("file", STORIES, ids=lambda f: f.parent.name)
def test_gold_speaks_of_its_pages(file: Path) -> None:
    gold = json.loads(file.read_text(encoding="utf-8"))
    pages = {d["id"]: d for d in json.loads((file.parent / "meta.json").read_text(encoding="utf-8"))["documents"]}
    texts = {name: (file.parent / page["file"]).read_text(encoding="utf-8") for name, page in pages.items()}
    claims = {c["id"] for c in gold["claims"]}
    assert {d["id"] for d in gold["documents"]} == set(pages)
    for row in gold["attributions"]:
        assert row["claim"] in claims
        for part in re.split(r"[;,]|\.\.\.|…", row["cue"] or ""):
            assert part.strip() in texts[row["doc"]]
    assert {row["claim"] for row in gold["mutations"] + gold["origins"]} <= claims
    assert {row["doc"] for row in gold["derivations"] + gold["mutations"]} <= set(pages)
    assert {d for c in gold["claims"] for d in c["documents"]} <= set(pages)


def test_both_kinds_of_stories_are_there() -> None:
    assert {f.parents[1].name for f in STORIES} == {"read", "kept"}
