"""Who was first: a strict partial order on publication intervals; most often it is undecided, and then it says so."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model import Document, Published
from sayso.text.instants import surely_before


class Order:
    """The order of documents by what is known of their dates, inferred ones included."""

    def __init__(self, documents: Mapping[str, Document], inferred: Mapping[str, Published]) -> None:
        self._when = {k: (d.published or inferred.get(k)) for k, d in documents.items()}

    def published(self, document: str) -> Published | None:
        """What is known of a document's date."""
        return self._when.get(document)

    def before(self, a: str, b: str) -> bool:
        """Whether ``a`` was surely published before ``b``."""
        first, second = self._when.get(a), self._when.get(b)
        return first is not None and second is not None and surely_before(first.when, second.when)

    def may_follow(self, child: str, parent: str) -> bool:
        """Whether nothing speaks against ``child`` being later than ``parent``."""
        return not self.before(child, parent)
