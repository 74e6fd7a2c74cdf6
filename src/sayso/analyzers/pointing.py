"""English sentences that point back ("That is according to S.", "This was first reported by S.", "S first reported this.").

What is told stands in the sentence before. Whether its teller is told with it, the one who asks decides (``tags.same_told``,
``tagger._behind``).
"""

from __future__ import annotations

from sayso.analyzers import phrases
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.model import Span
from sayso.text.months import WEEKDAY_OF

_THIS = frozenset("this that".split())
_NEWS = frozenset("news story report".split())
_SMALL = ("auxiliary", "adverb", "time")
_BEFORE = 4  # words between "this" and its "was reported by"


def back(view: View, before: Span) -> Attributed | None:
    """Whose telling the sentence before is, where this one says so."""
    cue, source = _phrase(view) or _passive(view) or _active(view) or (None, None)
    if cue is None or source is None:
        return None
    told = Span(before.start, before.start + len(before.of(view.text).rstrip(" .!\n")))
    return Attributed((told,), cue, source, addressee=_reporter(view, source))


def _phrase(view: View) -> tuple[Span, Span | None] | None:
    phrase = view.phrase(0, "back")
    if phrase is None:
        return None
    first = len(phrase)
    cue = view.tokens[first].span if view.cue(first) else view.tokens[first - 1].span
    if not view.cue(first) and view.isa(first - 1, "preposition"):
        cue = Span(view.tokens[first - 2].start, cue.end)  # "according to", "reported by"
    first += view.cue(first) is not None
    return cue, view.part(first, phrases.right(view, first, len(view.tokens)))


def _passive(view: View) -> tuple[Span, Span | None] | None:
    """Read "This has first been reported by S", "The news was broken on Monday by S": the cue and its "by" side by side."""
    opens = 1 if view.low(0) in _THIS else 2 if view.low(0) == "the" and view.low(1) in _NEWS else 0
    at = next((k for k in range(opens + 1, opens + 1 + _BEFORE) if view.cue(k)), 0)
    small = all(view.low(k) == "first" or any(view.isa(k, kind) for kind in _SMALL) for k in range(opens, at))
    if not opens or view.low(at + 1) != "by" or not small:
        return None
    first = at + 2
    return Span(view.tokens[at].start, view.tokens[at + 1].end), view.part(first, phrases.right(view, first, len(view.tokens)))


def _active(view: View) -> tuple[Span, Span | None] | None:
    """Read "S first reported this on Monday": "this" and a time are all that the verb has."""
    at = next((k for k in range(1, len(view.tokens)) if view.cue(k)), 0)
    cue = view.cue(at) if at else None
    end = at + 2 if view.low(at + 1) in _THIS else at + 3 if view.low(at + 1) == "the" and view.low(at + 2) in _NEWS else 0
    if cue is None or not end or cue.tone == "deny" or view.low(at - 1) in ("to", "not"):
        return None
    small = all(
        not t.word
        or t.low in WEEKDAY_OF
        or t.text.isdigit()
        or any(view.isa(k, kind) for kind in ("time", "preposition", "adverb"))
        for k, t in enumerate(view.tokens[end:], start=end)
    )
    verb = at - (view.low(at - 1) == "first")
    subject = phrases.left(view, verb) if small else None
    return (view.tokens[at].span, view.part(*subject)) if subject else None


def _reporter(view: View, source: Span) -> Span | None:
    """The outlet behind the teller: "This was stated by S in a note, as P reported"."""
    k = next(
        (k for k, t in enumerate(view.tokens) if t.start >= source.end and t.low == "as" and view.tokens[k - 1].text == ","), 0
    )
    at = next((m for m in range(k + 2, len(view.tokens)) if view.cue(m)), 0) if k else 0
    return (
        view.part(k + 1, at) if at and all(view.tokens[m].capital or view.isa(m, "determiner") for m in range(k + 1, at)) else None
    )
