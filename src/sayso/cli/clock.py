"""The time, which only the door knows."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The time as it stands in the log of judgements: seconds, universal time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
