"""Attribution in headlines: "C – S", "S: C", "C, S says", "C: S"."""

from __future__ import annotations

from functools import partial

from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.tables import rows

MOST = 6  # words of a headline's source; the longest among 300 corpus headlines with "–" or ":" has five
ROMANCE = frozenset("es pt fr it".split())
_MARKS = frozenset('"“”„«»')  # what stands between two of them behind a colon is told, no teller
LABELS = frozenset(w for r in rows("headline_labels") for w in r["words"].split())


def headline(view: View) -> Attributed | None:
    """The attribution that a headline makes by dash or colon; verbs of telling are found as in any sentence."""
    marks = [i for i, t in enumerate(view.tokens[:-1]) if t.text in ":–—-" and not view.quoted[i] and _spaced(view, i)]
    for i in reversed(marks):
        after, before = view.part(i + 1, len(view.tokens)), view.part(0, i)
        if (
            after
            and before
            and view.count(i + 1, len(view.tokens)) <= MOST < view.count(0, i) + _room(view, i)
            and _source(view, i + 1, len(view.tokens))
            and not (
                view.tokens[i + 1].text in _MARKS and view.tokens[-1].text in _MARKS and outlet_kind(after.of(view.text)) is None
            )
        ):
            return Attributed((before,), None, after)
    for i in marks[:1]:
        after, before = view.part(i + 1, len(view.tokens)), view.part(0, i)
        spoken = view.tokens[i + 1].text in _MARKS or view.language not in ROMANCE or _leads(view, i)
        if view.tokens[i].text == ":" and after and before and view.count(0, i) <= MOST and _source(view, 0, i) and spoken:
            comma = next((k for k in range(i - 1, 0, -1) if view.tokens[k].text == ","), None)  # "Orvik, two porters: “C”"
            speaker = view.part(comma + 1, i) if comma is not None and _source(view, comma + 1, i) else None
            return Attributed((after,), None, speaker or before)
    return None


def _room(view: View, i: int) -> int:
    """How short the told part may be: outside English any length, unless it could be the source itself ("S: C" and not "C: S")."""
    short = view.count(i + 1, len(view.tokens)) <= 3
    return MOST if view.language != "en" and short and not _source(view, 0, i) else 3


def _spaced(view: View, i: int) -> bool:
    token, text = view.tokens[i], view.text
    return token.text == ":" or (text[token.start - 1 : token.start].isspace() and text[token.end : token.end + 1].isspace())


def _source(view: View, first: int, last: int) -> bool:
    """Whether a short phrase can be somebody: no verb, no label such as "Live" or "Analysis", a capital or a role in it."""
    span = view.part(first, last)
    if (
        span is None
        or any(view.isa(i, "auxiliary") for i in range(first, last))
        or any(t.text.isdigit() for t in view.tokens[first:last])
        or (view.language != "en" and any(map(partial(_tells, view), range(first + 1, last))))
    ):
        return False
    low = [view.low(i) for i in range(first, last)]
    if first == 0 and low[0] in LABELS:
        return False
    if view.language == "en" and not _heads(view, first, last):
        return False
    shouted = all(t.text.isupper() for t in view.tokens[first:last] if t.word) and last - first > 1
    acronym = not shouted and any(t.text.isupper() and len(t.text) > 1 for t in view.tokens[first:last])
    return acronym or any(role_of(t, view.language) for t in view.tokens[first:last]) or outlet_kind(span.of(view.text)) is not None


def _leads(view: View, end: int) -> bool:
    """Whether somebody heads the phrase before a colon: "Words of the bishop: C" has one in it, and he tells nothing."""
    head = next((k for k in range(1, end) if view.isa(k, "genitive") or view.isa(k, "preposition") or view.mark(k)), end)
    return (
        any(role_of(t, view.language) or t.text.isupper() for t in view.tokens[:head])
        or outlet_kind(view.text[view.tokens[0].start : view.tokens[end - 1].end]) is not None
    )


def _tells(view: View, i: int) -> bool:
    """Whether a verb of telling stands here ("the diocese denies"): a clause, and no phrase for somebody."""
    cue = view.cue(i)
    return (
        cue is not None and cue.frame in ("clause", "object") and not view.tokens[i].capital and not view.isa(i - 1, "determiner")
    )


def _heads(view: View, first: int, last: int) -> bool:
    """Whether the noun of a phrase is a name or a role: "Bank run: C" has a bank in it and nobody who tells."""
    end = next((k for k in range(first + 1, last) if view.isa(k, "preposition") or view.mark(k)), last)
    noun = view.tokens[end - 1]
    return noun.capital or bool(role_of(noun) or classes(noun))
