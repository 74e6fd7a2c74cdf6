"""What a parser hands over: the text of one page, and what the input itself says about it.

Plain values, so that they can cross the border of a killable child.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Furniture, Hyperlink, When


@dataclass(frozen=True, slots=True)
class Declared:
    """A date that the input states outside its text: markup, or the date field of a record or feed."""

    basis: str
    when: When


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read, before anything is made of it. ``record`` is its line (from 1) in a file of many, else None."""

    text: str
    raw_sha256: str
    record: int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    outlet_basis: str | None = None
    byline: str | None = None
    language: str | None = None
    declared: tuple[Declared, ...] = ()
    updated: tuple[Declared, ...] = ()
    headings: frozenset[str] = frozenset()
    furniture: tuple[Furniture, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    degraded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input, or a record of one, that could not be read: why, and what to do next, in one sentence."""

    reason: str
    record: int | None = None
