"""Analyzers find who is credited with which words. ``rules`` is built in; others are guests behind ``contracts.Analyzer``."""

from __future__ import annotations

from pathlib import Path

from sayso.contracts import Analyzer
from sayso.errors import UsageError


def by_name(name: str) -> Analyzer:
    """The analyzer of this name."""
    if name == "rules":
        from sayso.analyzers.rules import Rules

        return Rules()
    if name == "model" or name.startswith("model:"):
        from sayso.analyzers.tagger import Tagger

        return Tagger(Path(name[6:]) if name[6:] else None)
    raise UsageError(f"no analyzer is called {name!r}; there are: rules, model, model:PATH")
