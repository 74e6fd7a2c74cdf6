"""Word tables: the generated form of ``resources/*.yml``. Truth, reasons and examples stand there; ``make tables`` writes these."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def rows(table: str) -> tuple[dict[str, Any], ...]:
    """All rows of one table, in the order of its YAML file."""
    text = resources.files("sayso.lexicon").joinpath("data", f"{table}.json").read_text(encoding="utf-8")
    return tuple(json.loads(text))
