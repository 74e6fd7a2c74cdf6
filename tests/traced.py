"""A few invented pages traced in one call, as a user's file of them would be, by the rules alone."""

from __future__ import annotations

import json
from pathlib import Path

from sayso import casebook
from sayso.model import Report
from sayso.settings import Settings


def page(host: str, text: str, day: int, language: str = "en") -> dict[str, str]:
    """A page of a host, put out on a day of May 2031."""
    return {"url": f"https://{host}.example/a", "text": text, "published": f"2031-05-{day:02}", "language": language}


def traced(folder: Path, *pages: dict[str, str]) -> Report:
    """What sayso makes of a file of pages."""
    path = folder / "pile.jsonl"
    path.write_text("".join(json.dumps(p) + "\n" for p in pages), encoding="utf-8")
    return casebook.trace([str(path)], Settings(analyzer="rules"))
