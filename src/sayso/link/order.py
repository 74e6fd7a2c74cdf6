"""Who was first: a strict partial order on publication intervals; most often it is undecided, and then it says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sayso.model import Document, Published
from sayso.text import instants
from sayso.text.instants import surely_before


class Order:
    """The order of documents by what is known of their dates, inferred ones included."""

    def __init__(self, documents: Mapping[str, Document], inferred: Mapping[str, Published]) -> None:
        self._when = {k: (d.published or inferred.get(k)) for k, d in documents.items()}
        self._days = {k: _day(w) for k, w in self._when.items()}

    def published(self, document: str) -> Published | None:
        """What is known of a document's date."""
        return self._when.get(document)

    def before(self, a: str, b: str) -> bool:
        """Whether ``a`` was surely published before ``b``."""
        first, second = self._when.get(a), self._when.get(b)
        return first is not None and second is not None and surely_before(first.when, second.when)

    def days_between(self, a: str, b: str) -> int | None:
        """How many days lie between two documents, None where one of them is not dated to the day."""
        first, second = self._days[a], self._days[b]
        return abs((first - second).days) if first and second else None

    def may_follow(self, child: str, parent: str) -> bool:
        """Whether nothing speaks against ``child`` being later than ``parent``."""
        return not self.before(child, parent)


def _day(published: Published | None) -> date | None:
    """The day of a date that is known to the day."""
    first, last = (f(published.when) if published else None for f in (instants.first_day, instants.last_day))
    return first if first and last and (last - first).days <= 1 else None
