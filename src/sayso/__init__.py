"""On whose say-so? ``sayso.trace(["clips/"])`` gives a Report, ``sayso.attributions("…")`` what one text credits to whom.

Nobody inside imports this module, and it imports nothing before it is asked: ``import sayso`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.casebook import attributions, trace
    from sayso.errors import SaysoError
    from sayso.model import Document, Reading, Rejected, Report
    from sayso.settings import Settings

_HOME = {
    "Document": "sayso.model",
    "Reading": "sayso.model",
    "Rejected": "sayso.model",
    "Report": "sayso.model",
    "SaysoError": "sayso.errors",
    "Settings": "sayso.settings",
    "attributions": "sayso.casebook",
    "trace": "sayso.casebook",
}

__all__ = ["Document", "Reading", "Rejected", "Report", "SaysoError", "Settings", "__version__", "attributions", "trace"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("sayso")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
