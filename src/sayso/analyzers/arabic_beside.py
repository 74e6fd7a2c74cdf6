"""Arabic tellers that stand before their verb, before a colon, or behind speech with a verb that no row has."""

from __future__ import annotations

import re

from sayso.analyzers.arabic_subjects import AND, FRONTED, acting, cue_at, dative, that
from sayso.analyzers.stretches import Part, boundary, made, mark
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import HOUSES, PERSONS, Span

TELLERS = PERSONS | HOUSES | {"organization", "government", "ngo", "armed_group", "group", "anonymous", "document"}
LINE = 14  # words before the colon of a live entry ("S to P: C")
TITLE = 3  # words before the colon of a headline
NEAR = 4  # words from a title to a surname behind it
LONG = 12  # words of the verb and its subject behind speech: more is a sentence of its own
FEWEST = 3  # words of speech; shorter ones are labels


def fronted(view: View, i: int) -> Part | None:
    """Who opens the sentence and stands right before the verb at i ("S نفى O"), an insertion apart ("S، الذي N، قال إن C")."""
    first = _start(view)
    if first >= i or (AND.match(view.low(i)) and view.low(i) not in view.cues) or role_of(view.tokens[first]) not in TELLERS:
        return None
    last = i
    comma = mark(view, "،,", (first, i))
    if comma is not None:
        if view.tokens[i - 1].text not in "،," or not view.isa(comma + 1, "relative") or i - comma > FRONTED:
            return None
        last = comma
    held = any(cue_at(view, k) or that(view, k) or view.isa(k, "relative") for k in range(first + 1, last))
    return None if held or last - first > FRONTED or any(boundary(view, k) for k in range(first, last)) else (first, last)


def _start(view: View) -> int:
    """Where a sentence begins behind its hour ("09:10 -") and "but"."""
    first = next((k + 1 for k in range(min(5, len(view.tokens))) if view.tokens[k].text in "-–—" and boundary(view, k)), 0)
    if first and any(t.word and not t.text[0].isdigit() for t in view.tokens[:first]):
        first = 0
    if view.isa(first, "concession"):
        first += 1 + (that(view, first + 1) if first + 1 < len(view.tokens) else 0)
    return min(first, len(view.tokens) - 1)


def beside(view: View) -> Attributed | None:
    """Read "S: C", "S لP: C", "«C»، ضحك S": no verb of telling stands there."""
    return _line(view) or _behind(view) or _announced(view)


def _announced(view: View) -> Attributed | None:
    """Read "لم يخف S فرحته: «C»": speech behind a colon ends the sentence, and somebody acts before it."""
    n = len(view.tokens)
    speech = next((q for q in view.speech if q.span.start > view.tokens[0].start), None)
    colon = next((k for k in range(1, n - 1) if view.tokens[k].text == ":" and view.quoted[k + 1] and not view.quoted[k]), None)
    if speech is None or colon is None or len(speech.inner.of(view.text).split()) < FEWEST:
        return None
    behind = any(t.word and t.start > speech.span.end for t in view.tokens)
    doer = acting(view, (0, colon))
    return None if behind or doer is None else made(view, [(colon + 1, n)], (colon, colon + 1), doer)


def _line(view: View) -> Attributed | None:
    first, n = _start(view), len(view.tokens)
    colon = next((k for k in range(first, n) if view.tokens[k].text == ":" and not view.quoted[k] and _free(view, k)), None)
    if colon is None or colon - first > LINE or view.count(colon + 1, n) < FEWEST - 1:
        return None
    to = next((k for k in range(first + 1, colon) if dative(view, k)), colon)
    if view.title and view.count(first, colon) <= TITLE and _surname(view, colon - 1):
        return made(view, [(colon + 1, n)], (colon, colon + 1), (first, colon))
    if role_of(view.tokens[first]) not in TELLERS - {"document"} or any(
        cue_at(view, k) or boundary(view, k) for k in range(first, to)
    ):
        return None
    return made(view, [(colon + 1, n)], (colon, colon + 1), (first, to), None, (to, colon) if to < colon else None)


def _free(view: View, k: int) -> bool:
    """Whether a colon stands between words and not within an hour."""
    return view.text[view.tokens[k].end : view.tokens[k].end + 1].isspace()


def _surname(view: View, k: int) -> bool:
    """Whether the page has this word behind somebody's title."""
    for m in re.finditer(rf"(?:\w+ ){{1,{NEAR}}}(?={re.escape(view.tokens[k].text)}\b)", view.text[view.span.end :]):
        start = view.span.end + m.start()
        before = View(view.text, Span(start, start + len(m[0])), view.language, ())
        if any(role_of(t) in PERSONS for t in before.tokens):
            return True
    return False


def _behind(view: View) -> Attributed | None:
    """Read "«C»، ضحك S" with any verb: speech opens the sentence, and a few words behind its comma end it."""
    n = len(view.tokens)
    speech = next((q for q in view.speech if q.span.start <= view.tokens[0].start), None)
    if speech is None or len(speech.inner.of(view.text).split()) < FEWEST:
        return None
    i = next((k for k, t in enumerate(view.tokens) if t.start >= speech.span.end), n)
    if i + 2 >= n or view.tokens[i].text not in "،,":
        return None
    i += 1 + view.isa(i + 1, "manner")
    if view.isa(i, "preposition") or view.isa(i, "relative") or AND.match(view.low(i)) or view.count(i, n) > LONG:
        return None
    first = i + 1
    while first < n - 1 and (view.low(first).startswith("ب") and not role_of(view.tokens[first])):
        first += 1  # "بمرارة"
    stops = (k for k in range(first + 1, n) if boundary(view, k) or view.isa(k, "preposition") or view.isa(k, "time"))
    stop = min([n, *stops])
    if view.isa(first, "preposition") or view.low(first) in words(view.language, "negation"):
        return None
    return made(view, [(0, i - 1)], (i, i + 1), (first, stop))
