"""Sentences that go on telling what somebody said, by their mood alone ("C, sagte S. D sei E.", "Selon S, C. D aurait E.").

German writes what others say in the first subjunctive, sentence after sentence, and needs no verb of telling for it. The
conditional of Romance and Dutch news ("serait", "avrebbe", "zou"), and the German second subjunctive, say that it is hearsay or
what somebody expects: directly behind a telling it is the teller's.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.analyzers.line import BRACKET, Line
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.words import words
from sayso.model import Span

ACROSS = frozenset({"de"})  # languages in which the mood is clear enough to go on over the end of a paragraph
SHORT = 5  # letters: "trait", "serait" has rows of its own


def goes_on(view: View, last: Span, found: Sequence[Attributed]) -> Attributed | None:
    """The telling of a sentence without a verb of telling, where somebody tells something in the one before it (``last``)."""
    telling = [a for a in found if (a.cue and last.holds(a.cue)) or any(c.overlaps(last) for c in a.content)]
    line = Line(view)
    if not telling or all(line.quoted) or any(line.isa(k, "condition") for k in range(len(line))):
        return None
    begin = min([last.start, *(a.content[0].start for a in telling)])  # "C. This was reported by S": the mood of C
    before = Line(View(view.text, Span(begin, last.end), view.language, view.quotes))
    heard = any(_told(before, k) and not before.quoted[k] for k in range(len(before)))
    dropped = 0 if line.language not in BRACKET else 1  # "Habría pedido C": the subject may be left out
    at = next((k for k in range(dropped, len(line)) if _main(line, k, heard)), None)
    all_of_it = line.part(0, len(line)) if at is not None else None
    return Attributed((all_of_it,), line.part(at, at + 1), None, inherits=True) if all_of_it and at is not None else None


def _main(line: Line, k: int, heard: bool) -> bool:
    """Whether the verb of a main clause stands at k, in a mood in which what others say is told."""
    mood = _told(line, k) or (heard and line.isa(k, "perhaps hearsay"))
    if not mood or (k and line.capital(k)) or line.mark(k + 1) or line.isa(k + 1, "wish") or line.low(k - 1) == "als":
        return False
    return line.isa(0, "clause") or not any(line.words[m].text == "," for m in range(k))


def _told(line: Line, k: int) -> bool:
    """Whether a form says by its mood that others say it: behind somebody's telling the page's own guesses are rare.

    Of 14 such sentences behind a telling on 29 real German pages all were the teller's.
    """
    return line.isa(k, "subjunctive", "hearsay") or _formed(line, k)


def _formed(line: Line, k: int) -> bool:
    """The same by its ending alone: "viserait", "presenterebbe"; "er mache", "die Stadt zahle", where no adjective can be."""
    low = line.low(k)
    if line.language == "de":
        return low.endswith("e") and not low.endswith("te") and not line.isa(k, "no subjunctive", "determiner") and _second(line, k)
    ending = tuple(words(line.language, "hearsay ending"))
    return bool(ending) and len(low) > SHORT and low.endswith(ending) and not line.isa(k, "no hearsay")


def _second(line: Line, k: int) -> bool:
    """Whether k is the place of the verb in a German main clause: behind a pronoun of the third person, or article and noun."""
    if line.capital(k) or line.mark(k):
        return False
    if k == 1:
        return line.low(0) in ("er", "sie", "es", "man", "das", "dies")
    return k == 2 and line.isa(0, "determiner") and line.capital(1)
