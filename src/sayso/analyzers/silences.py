"""Who was asked and did not tell: "The mill declined to comment.", "She would not say whether C", "Nobody there would talk".

A silence is a party's, as a denial is: told with nobody's name it could be anybody's, and who was silent on one page has often
answered on another. Whoever closes a door, a case or a deal is not silent: the verb behind the refusal is one of telling.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.analyzers import phrases
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.model import Span

REFUSES = vocabulary.words("tellings", "refuses")
TELLS = vocabulary.words("tellings", "is not told")
ANSWERS = vocabulary.words("tellings", "is not answered")
ASKED = vocabulary.words("tellings", "was asked")
WILL = frozenset("would will wouldn't wouldn’t won't won’t could couldn't couldn’t".split())
DID = frozenset("did do does has have had didn't didn’t hasn't hasn’t haven't haven’t hadn't hadn’t".split())
BE = frozenset("is are was were isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t".split())
REMARKS = frozenset("comment comments interview interviews statement statements".split())
READY = frozenset("prepared willing ready available".split())
UNHEARD = frozenset("drawn reached contacted interviewed".split())
SELVES = frozenset("he she it".split())  # no "they": "in Orle they have not commented" is of nobody in particular
OURS = frozenset("i we us you there".split())
SHORT = 3  # words between the auxiliary and its verb: "did not immediately respond"
BEHIND = 8  # words in which stands what was not answered: "respond to a detailed list of questions"; "to treatment" is no question


def silence(view: View, found: Sequence[Attributed]) -> Attributed | None:
    """The silence that a sentence tells, beside what is ``found`` in it; None where it tells none."""
    for i in range(1, len(view.tokens)):
        end = 0 if view.quoted[i] else _silent(view, i)
        made = _of(view, i, end, found) if end else None
        if made is not None:
            told = [p for a in found for p in (*a.content, a.cue) if p]
            return None if any(p.overlaps(made.content[0]) for p in told) else made
    return None


def _silent(view: View, i: int) -> int:
    """The token behind the words of silence that begin at token i; 0 where none do."""
    low = view.low(i)
    if low in REFUSES:
        at = i + 1 + (view.low(i + 1) == "to")
        given = view.low(at) in ("give", "make", "grant", "offer", "all", "further")
        return at + 1 if view.low(at) in TELLS or view.low(at + given) in REMARKS else 0
    if low in ("offered", "had", "made") and view.low(i + 1) == "no":
        return next((k + 1 for k in (i + 2, i + 3) if view.low(k) in REMARKS), 0)
    if view.low(0) in ("nobody", "no") and view.low(i - 1) not in ("nobody", "one"):
        ready = low in ("was", "were") and view.low(i + 1) in READY and view.low(i + 2) == "to"
        at = i + 3 if ready else i + 1 if low == "would" else -1
        return at + 1 if view.low(at) in TELLS else 0
    at = _negated(view, i)
    verb = view.low(at)
    if not at:
        return 0
    if low in WILL:
        away = verb == "be" and view.low(at + 1) in UNHEARD
        neither = verb == "confirm" and view.low(at - 1) == "neither"
        return at + 2 if away else at + 1 if neither or (verb in TELLS and not low.startswith("could")) else 0
    if low in BE:
        asked = verb in ("available", "unavailable") and view.low(at + 1) == "for" and view.low(at + 2) in REMARKS
        return at + 3 if asked else at + 1 if verb in ("commenting", "answering") else 0
    if verb in ("wish", "want") and view.low(at + 1) == "to":
        return at + 3 if view.low(at + 2) in TELLS else 0
    closed = view.mark(at + 1) or view.isa(at + 1, "time") or view.low(at + 1) in ("on", "by", "in")
    heard = any(view.low(k) in ASKED for k in range(at + 1, at + 1 + BEHIND)) or (closed and not verb.startswith("return"))
    return at + 1 if verb in ANSWERS and heard else 0


def _negated(view: View, i: int) -> int:
    """The verb that an auxiliary at token i negates; 0 where there is none."""
    low, at = view.low(i), i + 1
    if low not in WILL | DID | BE:
        return 0
    if view.low(at) == "unavailable" and low in BE:
        return at
    if not low.endswith(("n't", "n’t")):
        if view.low(at) not in ("not", "never", "neither"):
            return 0
        at += 1
    return next(
        (k for k in range(at, min(at + SHORT, len(view.tokens))) if view.low(k) in ANSWERS or not view.isa(k, "adverb")), 0
    )  # "reply" is none


def _of(view: View, i: int, end: int, found: Sequence[Attributed]) -> Attributed | None:
    """The silence with whose it is: the subject, whoever spoke before "but", or the body where "nobody at" it would talk."""
    stop = next((k for k in range(end, len(view.tokens)) if view.tokens[k].text in ";.!?"), len(view.tokens))
    content, cue = view.part(i, stop), Span(view.tokens[i].start, view.tokens[end - 1].end)
    if content is None:
        return None
    if view.low(i - 1) in ("and", "but"):
        before = [a for a in found if a.source and a.cue and view.span.holds(a.cue) and a.cue.end < cue.start]
        return Attributed((content,), cue, before[-1].source, kind=before[-1].kind) if before else None
    subject = phrases.left(view, i)
    if subject is None:
        return None
    first, last = subject
    nobody = view.low(first) in ("nobody", "no")
    if nobody:
        cue = Span(view.tokens[first].start, cue.end)  # "nobody" is what makes it a silence
        first = next((k for k in range(first, last) if view.low(k) in ("from", "at")), last) + 1
    source = view.part(first, last)
    if source is None or view.low(first) in OURS or not (nobody or _party(view, first, last)):
        return None
    return Attributed((content,), cue, source)


def _party(view: View, first: int, last: int) -> bool:
    """Whether a phrase is somebody who can be asked: a name, a role, a pronoun."""
    return view.low(first) in SELVES or any(t.word and (t.capital or role_of(t) or classes(t)) for t in view.tokens[first:last])
