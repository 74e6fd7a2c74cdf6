"""Tellings in the same words, each wording once: a wire story found on five pages is one line with five names, not five lines.

The same words are the same letters and figures in the same order; case, quotation marks, hyphens and spaces do not count. Nothing
else is folded: of two wordings that differ in one word, the word may be "not".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sayso.show import words

NAMELESS = re.compile(r"\((\w{1,20}) not named\)")


class Told(Protocol):
    """What is asked of a telling."""

    @property
    def document(self) -> str:
        """The page it stands on."""

    @property
    def quote(self) -> str:
        """Its words."""

    @property
    def chain(self) -> str:
        """From whom it is, from the outlet to the innermost source."""

    @property
    def place(self) -> str:
        """Where the page came from."""


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Echo(Generic[T]):
    """A wording: who has it first, and who has it again, each once for a page and a chain."""

    telling: T
    again: tuple[T, ...]


def folded(tellings: Sequence[T]) -> list[Echo[T]]:
    """Return the wordings in their order, each with all that have it."""
    rows: dict[str, dict[tuple[str, str], T]] = {}
    for telling in tellings:
        rows.setdefault(letters(telling.quote) or telling.quote, {}).setdefault((telling.document, telling.chain), telling)
    return [Echo(first, tuple(again)) for first, *again in (row.values() for row in rows.values())]


def letters(text: str) -> str:
    """Return what two tellings in the same words have in common: letters and figures, in order."""
    return "".join(c for c in text.casefold() if c.isalnum())


def way(telling: Told) -> str:
    """Return from whom a telling is, with arrows; what has no name is said to have none, a page without an outlet is its file."""
    said = {"outlet": words.stem(telling.place), "unnamed": "nobody named"}
    steps = NAMELESS.sub(lambda m: said.get(m[1], "an unnamed source"), telling.chain)
    return steps.replace(" <- ", " ← ") if " <- " in steps else f"{steps}, in its own voice"
