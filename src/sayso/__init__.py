"""On whose say-so? ``sayso.trace("clips/").claims()`` says who tells what, ``sayso.attributions("…")`` what a text credits to whom.

Nobody inside imports this module, and it imports nothing before it is asked: ``import sayso`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import Attributions, Claims, Explanation, Pile, TracedClaim, attributions, open, trace
    from sayso.errors import SaysoError
    from sayso.model import Document, Reading, Rejected, Report
    from sayso.settings import Settings

_HOME = {
    "Attributions": "sayso.api",
    "Claims": "sayso.api",
    "Document": "sayso.model",
    "Explanation": "sayso.api",
    "Pile": "sayso.api",
    "Reading": "sayso.model",
    "Rejected": "sayso.model",
    "Report": "sayso.model",
    "SaysoError": "sayso.errors",
    "Settings": "sayso.settings",
    "TracedClaim": "sayso.api",
    "attributions": "sayso.api",
    "open": "sayso.api",
    "trace": "sayso.api",
}

# fmt: off
__all__ = ["Attributions", "Claims", "Document", "Explanation", "Pile", "Reading", "Rejected", "Report", "SaysoError", "Settings",
           "TracedClaim", "__version__", "attributions", "open", "trace"]
# fmt: on


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("sayso")
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
