"""Arabic texts that tell ("بيان جاء فيه أن C", "تبيّن من S أن C"), and verbs that lead to a noun for it ("اكتفى بالقول")."""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers.arabic_subjects import AND, FRONTED, REACH, ahead, cue_at, that, who
from sayso.analyzers.stretches import OPENING, Part, boundary, made, mark
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import Span

NEAR = 6  # words from a text to what stands in it


def contained(view: View, i: int) -> Attributed | None:
    """What a text tells at token i, or somebody by a noun for his telling."""
    return _stands(view, i) or _emerges(view, i) or _by_noun(view, i)


def _isa(view: View, i: int, kind: str) -> bool:
    """Whether a word is of a class, an "and" written to it apart."""
    return view.isa(i, kind) or AND.sub("", view.low(i)) in words(view.language, kind)


def _opened(view: View, first: int) -> int | None:
    """Where the told clause begins behind its "that" or colon, no verb of telling before it."""
    for k in range(first, min(first + REACH, len(view.tokens))):
        if that(view, k) or view.tokens[k].text == ":":
            return k + 1
        if view.tokens[k].text in OPENING and view.quoted[k]:
            return k
        if cue_at(view, k) or view.tokens[k].text in ".؛":
            return None
    return None


def _stands(view: View, i: int) -> Attributed | None:
    """Read "بيان جاء فيه أن C", "كما ورد فيها أن C": the text before it tells, in this sentence or the one before."""
    if not _isa(view, i, "stands") or not view.isa(i + 1, "in it"):
        return None
    begin = _opened(view, i + 2)
    if begin is None or begin > i + 2 + NEAR:
        return None
    text = next((k for k in range(i - 1, max(i - 1 - NEAR, -1), -1) if _text(view, k)), None)
    end = i
    while end > 0 and not view.tokens[end - 1].word:
        end -= 1
    source = (text, end) if text is not None and not any(boundary(view, k) for k in range(text, end)) else None
    return _unled(view, made(view, [(begin, len(view.tokens))], (i, i + 2), source), source)


def _text(view: View, k: int) -> bool:
    """Whether a word is a text: with "in" or "by" written to it too ("ببيان")."""
    low = AND.sub("", view.low(k))
    piece = words(view.language, "piece")
    return low in piece or role_of(view.tokens[k]) == "document" or (low[:1] in "بلك" and low[1:] in piece)


def _unled(view: View, a: Attributed | None, source: Part | None) -> Attributed | None:
    """A text without the preposition that is written to it."""
    if a is None or a.source is None or source is None:
        return a
    first = view.tokens[source[0]]
    led = first.text[:1] in "بلك" and first.text[1:] in words(view.language, "piece")
    return replace(a, source=Span(a.source.start + 1, a.source.end), kind="document") if led else a


def _emerges(view: View, i: int) -> Attributed | None:
    """Read "تبيّن من S أن C", "وبمراجعة S، تبيّن أن C": what comes out of a text is told by it."""
    if not _isa(view, i, "emerges"):
        return None
    if view.low(i + 1) == "من":
        begin = _opened(view, i + 2)
        if begin is None:
            return None
        end = begin - 1 if that(view, begin - 1) or view.tokens[begin - 1].text == ":" else begin
        stop = next(
            (k for k in range(begin, len(view.tokens)) if view.tokens[k].text in "،," and _isa(view, k + 2, "stands")), None
        )
        return made(view, [(begin, stop or len(view.tokens))], (i, i + 2), (i + 2, end))
    checked = next((k for k in range(max(i - FRONTED, 0), i) if _isa(view, k, "by checking")), None)
    if checked is None or not that(view, i + 1):
        return None
    first = checked + 1 + (view.low(checked + 1) in ("الى", "في"))
    end = mark(view, "،,", (first, i)) or i
    return made(view, [(i + 2, len(view.tokens))], (i, i + 1), (first, end)) if first < end else None


def _by_noun(view: View, i: int) -> Attributed | None:
    """Read "اكتفى S بالقول إن C", "سارعت S إلى التكذيب: C": a noun for the telling, and before it who tells."""
    if not view.isa(i, "saying noun") or i < 2:
        return None
    begin = _opened(view, i + 1)
    if begin is None or begin > i + NEAR:
        return None
    verb = next((k for k in range(i - 1, max(i - FRONTED, -1), -1) if _isa(view, k, "turns to")), None)
    if verb is None or any(view.tokens[k].text in ".؛:" for k in range(verb, i)):
        return None
    first, end = verb + 1, i
    while end > first and (view.low(end - 1) in ("الى", "ب", "على") or not view.tokens[end - 1].word):
        end -= 1
    source, via, addressee = who(view, (first, end)) if end > first else (None, None, None)
    source = source or ahead(view, verb)
    a = made(view, [(begin, len(view.tokens))], (i, i + 1), source, via, addressee)
    return replace(a, stance="deny") if a is not None and view.isa(i, "denial noun") else a
