"""What one text credits to whom, as a value that shows itself in a notebook."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.api import notebook
from sayso.model import Reading, Statement
from sayso.show import words


@dataclass(frozen=True, slots=True, repr=False)
class Attributions(Reading):
    """The reading of one text: ``sources``, and ``statements`` with their chains; nothing is linked to another page."""

    def __repr__(self) -> str:
        return f"<Attributions: {words.count(len(self.statements), 'statement')}, {words.count(len(self.sources), 'source')}>"

    def _repr_html_(self) -> str:
        rows = [(self._who(s), self._word(s), self._told(s), self._doubt(s)) for s in self.statements]
        return notebook.box(notebook.table(("on whose word", "cue", "what is told", "reserve"), rows))

    def _who(self, s: Statement) -> str:
        stations = [
            notebook.foreign(words.name(link), self.document.language if link.name else None) for link in words.inner(s.chain)
        ]
        return ", from ".join(stations) or "in its own voice"

    def _word(self, s: Statement) -> str:
        stance = words.does(s)
        cue = notebook.foreign(s.cue.of(self.document.text), self.document.language) if s.cue else ""
        return f"{cue} ({stance})" if stance else cue

    def _told(self, s: Statement) -> str:
        return notebook.foreign(words.told(s.content or (s.span,), self.document.text), self.document.language)

    def _doubt(self, s: Statement) -> str:
        return ", ".join(notebook.foreign(hedge.word, self.document.language) for hedge in s.hedges)
