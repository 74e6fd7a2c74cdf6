"""Analyzers find who is credited with which words. ``rules`` is built in; others are guests behind ``contracts.Analyzer``."""

from __future__ import annotations

from sayso.contracts import Analyzer
from sayso.errors import UsageError


def by_name(name: str) -> Analyzer:
    """The analyzer of this name."""
    if name == "rules":
        from sayso.analyzers.rules import Rules

        return Rules()
    raise UsageError(f"no analyzer is called {name!r}; there is: rules")
