"""Sentences that go on telling what somebody said, by their mood alone ("C, sagte S. D sei E.", "Selon S, C. D aurait E.").

German writes what others say in the first subjunctive, sentence after sentence, and needs no verb of telling for it. The
conditional of Romance and Dutch news ("serait", "avrebbe", "zou"), and the German second subjunctive, say only that it is hearsay:
they go on with a teller in whose words they stood before.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.analyzers.line import BRACKET, Line
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Span

ACROSS = frozenset({"de"})  # languages in which the mood is clear enough to go on over the end of a paragraph


def goes_on(view: View, last: Span, found: Sequence[Attributed]) -> Attributed | None:
    """The telling of a sentence without a verb of telling, where somebody tells something in the one before it (``last``)."""
    telling = [a for a in found if (a.cue and last.holds(a.cue)) or any(c.overlaps(last) for c in a.content)]
    line = Line(view)
    if not telling or any(line.quoted) or any(line.isa(k, "condition") for k in range(len(line))):
        return None
    begin = min([last.start, *(a.content[0].start for a in telling)])  # "C. This was reported by S": the mood of C
    before = Line(View(view.text, Span(begin, last.end), view.language, view.quotes))
    heard = any(before.isa(k, "subjunctive", "hearsay") and not before.quoted[k] for k in range(len(before)))
    dropped = 0 if line.language not in BRACKET else 1  # "Habría pedido C": the subject may be left out
    at = next((k for k in range(dropped, len(line)) if _main(line, k, heard)), None)
    words = line.part(0, len(line)) if at is not None else None
    return Attributed((words,), line.part(at, at + 1), None, inherits=True) if words and at is not None else None


def _main(line: Line, k: int, heard: bool) -> bool:
    """Whether the verb of a main clause stands at k, in a mood in which what others say is told."""
    mood = line.isa(k, "subjunctive") or (heard and line.isa(k, "hearsay"))
    if not mood or (k and line.capital(k)) or line.mark(k + 1) or line.isa(k + 1, "wish") or line.low(k - 1) == "als":
        return False
    return line.isa(0, "clause") or not any(line.words[m].text == "," for m in range(k))
