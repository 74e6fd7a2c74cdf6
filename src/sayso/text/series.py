"""Parts as a reader lists them."""

from __future__ import annotations

from collections.abc import Sequence


def series(parts: Sequence[str], last: str = "and") -> str:
    """Return "a, b and c", or with another word before the last one; nothing of no parts."""
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)
