"""Analyzers find who is credited with which words. ``rules`` is built in; others are guests behind ``contracts.Analyzer``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.contracts import Analyzer
from sayso.errors import UsageError

NAMES = "rules, model, model:PATH, llm:ENDPOINT"


def by_name(name: str) -> Analyzer:
    """The analyzer of this name; UsageError says which there are. ``llm:`` needs the network and is opened at the door."""
    if name == "rules":
        from sayso.analyzers.rules import Rules

        return Rules()
    if name == "model" or (name.startswith("model:") and name != "model:"):
        return _tagger(name[6:])
    if name.startswith("llm:"):
        raise UsageError(
            f"analyzer {name!r}: only the command `sayso trace --analyzer` opens a connection; "
            "in Python hand over analyzer=sayso.analyzers.llm.Llm(model, ask) with an ask of your own"
        )
    raise UsageError(f"no analyzer is called {name!r}; there are: {NAMES}")


def repeatable(analyzer: Analyzer, name: str) -> bool:
    """Whether another process gets the same analyzer by this name: no guest that somebody handed over."""
    if name == "rules":
        from sayso.analyzers.rules import Rules

        return type(analyzer) is Rules
    return (name == "model" or name.startswith("model:")) and analyzer is by_name(name)


@cache
def _tagger(path: str) -> Analyzer:
    """Loaded once a process: reading the file takes a third of a second."""
    from sayso.analyzers.tagger import Tagger

    return Tagger(Path(path) if path else None)


def available() -> list[tuple[str, str]]:
    """Each analyzer with what can be said of it here."""
    out = [("rules", "built in")]
    try:
        out.append(("model", f"shipped, {by_name('model').model}"))
    except (UsageError, ImportError) as error:
        out.append(("model", f"not here ({error})"))
    return [
        *out,
        ("model:PATH", "a model of your own"),
        ("llm:ENDPOINT", "sends page text to the endpoint you name; off otherwise"),
    ]
