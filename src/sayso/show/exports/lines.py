"""A report as JSON Lines: the records of sayso/1, one a line. Nothing is lost."""

from __future__ import annotations

from sayso.model import Report
from sayso.show.records import json_lines


def files(report: Report) -> dict[str, bytes]:
    """The one file."""
    return {"records.jsonl": "".join(json_lines(report)).encode()}
