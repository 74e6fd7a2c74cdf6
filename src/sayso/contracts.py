"""What comes from outside: analyzers find attributions, people judge links; the typed rules after them are ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from sayso.model import Document, SourceKind, Span, Stance


@dataclass(frozen=True, slots=True)
class Attributed:
    """Words that a text credits to somebody: spans of source, cue and content in ``Document.text``.

    ``source`` None: the text gives nobody ("reportedly"), or the speaker is inherited (``inherits`` True: a quotation paragraph
    without a cue goes on with the speaker before it). ``via`` is a source named inside the attribution ("citing a military
    source"), ``addressee`` who was told ("told Reuters"). ``content`` has several spans when broken up.
    ``kind`` and ``stance`` are the analyzer's opinion of the source and of what the cue does, None where it has none;
    ``leanings`` are probabilities of the kinds that it thinks of, for extract/kinds.py to weigh against the rest of the page.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    via: tuple[Span, ...] = ()
    via_cue: Span | None = None
    addressee: Span | None = None
    inherits: bool = False
    kind: SourceKind | None = None
    stance: Stance | None = None
    leanings: tuple[tuple[SourceKind, float], ...] = ()


class Partial(list[Attributed]):
    """Attributions of a page that an analyzer could not read wholly; ``degraded`` says in words what it gave up."""

    def __init__(self, found: Iterable[Attributed], degraded: tuple[str, ...]) -> None:
        super().__init__(found)
        self.degraded = degraded


Verdict = Literal["same", "not-same", "from", "not-from", "source", "person", "not-person", "note"]


class Judgement(NamedTuple):
    """A person's word: statements tell the same, a document has it from a text, statements have a source, sources are one person.

    ``a`` and ``b`` are ids, several joined by blanks: every one of ``a`` with every one of ``b``. A source and a note are words in
    ``b``.
    """

    verdict: Verdict
    a: str
    b: str


class Analyzer(Protocol):
    """Finds attributions in one document; knows nothing of chains, kinds or other documents."""

    name: str
    model: str | None

    def attributions(self, document: Document, sentences: Sequence[Span]) -> Sequence[Attributed]:
        """Attributions in text order; every span lies in ``document.text`` and outside furniture.

        A ``Partial`` where something was given up.
        """
