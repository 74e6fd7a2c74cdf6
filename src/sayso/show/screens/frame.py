"""Where a screen is shown: how its links are written, and whether anything can be decided on it.

In the one-file report a link is an anchor (``#claim-3``, ``#page-B``); in the app a path of the door below. Every decision is a
plain form post to ``/judge`` (or ``/undo``), rendered only when ``writable``. A form always carries ``token``, ``version`` (of the
book, as the reader saw it) and ``next`` (the path to come back to), and an ``act`` with its fields:

=============  ==========================================================================================
``merge``      ``claim`` twice or more: these claims are one
``split``      ``claim``, ``statement`` once or more: these tellings are another claim
``same``       ``a``, ``b`` statements: they tell the same;  ``not-same``: they do not
``from``       ``a`` a document, ``b`` a document or an unseen text: a has it from b;  ``not-from``: it has not
``source``     ``a`` a statement, ``name``: its innermost source
``person``     ``a``, ``b`` sources: the same person;  ``not-person``: they are not
``note``       ``a`` a claim or a document, ``note``: a remark in words
=============  ==========================================================================================

Each may carry a ``note``. ``/undo`` takes ``number``, or none for the last. Paths that are only read: ``/`` (claims, with the
fields of ``claims.Filters``), ``/claim/ID``, ``/timeline/ID``, ``/article/ID#s-STATEMENT``, ``/compare?w=DOCUMENT&w=…&claim=ID``,
``/queue?skip=ID``, ``/map?claim=ID``, ``/pages``, ``/method``, ``/find?q=``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from sayso.show.ledger import Entry, Page, Telling

SHORT = 6
"""Letters of an id by which the app calls a claim: of 100,000 claims some share six hex digits; their links differ."""


@dataclass(frozen=True, slots=True)
class Frame:
    """``app`` False: the one-file report. ``level``: rank of the screen's first heading. ``here``: this screen's own path."""

    app: bool = False
    level: int = 1
    writable: bool = False
    version: str = ""
    token: str = ""
    here: str = "/"
    book: str = ""

    @property
    def can_decide(self) -> bool:
        """Whether forms are shown: only in the app, and only where it may write."""
        return self.app and self.writable

    def label(self, entry: Entry) -> str:
        """What a claim is called: by its number in the report, by the beginning of its id in the app, where numbers move."""
        return f"claim {entry.claim.id[:SHORT]}" if self.app else f"claim {entry.number}"

    def claim(self, entry: Entry) -> str:
        """The address of a claim."""
        return f"/claim/{quote(entry.claim.id)}" if self.app else f"#claim-{entry.number}"

    def timeline(self, entry: Entry) -> str:
        """The address of a claim's timeline."""
        return f"/timeline/{quote(entry.claim.id)}" if self.app else f"#time-{entry.number}"

    def article(self, page: Page) -> str:
        """The address of a page in full."""
        return f"/article/{quote(page.document.id)}" if self.app else f"#page-{page.siglum}"

    def telling(self, telling: Telling) -> str:
        """The address of a statement in its page."""
        return f"{self.article(telling.page) if self.app else ''}#s-{telling.statement.id}"

    def compare(self, pages: Sequence[Page], entry: Entry | None = None) -> str:
        """The address of these pages side by side; in the report every claim holds its own comparison."""
        if not self.app:
            return f"#compare-{entry.number}" if entry else "#pages"
        fields = [("w", page.document.id) for page in pages] + ([("claim", entry.claim.id)] if entry else [])
        return f"/compare?{urlencode(fields)}"

    def claims(self, **filters: str) -> str:
        """The address of the ledger, with filters in the app."""
        if not self.app:
            return "#claims"
        return f"/?{urlencode(filters)}" if filters else "/"

    def queue(self, skip: Sequence[str] = ()) -> str:
        """The address of the review queue, without the decisions that were put off."""
        if not self.app:
            return "#queue"
        return f"/queue?{urlencode([('skip', key) for key in skip])}" if skip else "/queue"

    def map(self, entry: Entry | None = None) -> str:
        """The address of the map, of one claim or of all."""
        if not self.app:
            return "#map"
        return f"/map?{urlencode({'claim': entry.claim.id})}" if entry else "/map"

    def part(self, name: str) -> str:
        """The address of a part of the report, or of the claims with a mark ("chain", "against")."""
        if name in ("chain", "against"):
            return self.claims(mark=name)
        if not self.app:
            return f"#{name}"
        whole = {"claims": "/", "sums": "/?mark=sum", "voices": "/pages#voices", "changes": "/pages#changes"}
        return whole.get(name, f"/{name}")

    @property
    def pages(self) -> str:
        """The address of the pages and what is between them."""
        return "/pages" if self.app else "#pages"

    @property
    def method(self) -> str:
        """The address of method and integrity."""
        return "/method" if self.app else "#method"

    def to(self, goal: Entry | Page) -> str:
        """The address of whatever a sentence leads to."""
        return self.claim(goal) if isinstance(goal, Entry) else self.article(goal)
