"""What the readers of Slavic, Arabic and verb-last sentences share: where stretches end, and the making of an attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.model import SourceKind, Span

Part = tuple[int, int]  # tokens [first, last) of a sentence
MARKS = frozenset(",;:!?–—…،؛؟\n۔")
OPENING = frozenset("«“„\"‘’'")
CLOSING = frozenset("»”\"’‘'")
FEWEST = 2  # words of a told clause; one word after a verb is its object ("сообщил вчера")


def boundary(view: View, i: int) -> bool:
    """Whether token i ends a phrase: a mark that is no hyphen inside a word, or the last full stop."""
    token = view.tokens[i]
    if token.text == "." and i == len(view.tokens) - 1:
        return True
    return token.text in MARKS or (token.text == "-" and view.text[token.start - 1 : token.start].isspace())


def find(view: View, kind: str, part: Part) -> Part | None:
    """The first fixed expression of a kind in a stretch, outside quotation marks."""
    for i in range(*part):
        if not view.quoted[i] and (phrase := view.phrase(i, kind)) and i + len(phrase) <= part[1]:
            return i, i + len(phrase)
    return None


def isa(view: View, name: str, part: Part) -> int | None:
    """The first token of a word class in a stretch, outside quotation marks."""
    return next((i for i in range(*part) if view.isa(i, name) and not view.quoted[i]), None)


def mark(view: View, texts: str, part: Part) -> int | None:
    """The first of these marks in a stretch, outside quotation marks."""
    return next((i for i in range(*part) if view.tokens[i].text in texts and not view.quoted[i]), None)


def stripped(view: View, part: Part, *names: str) -> Part:
    """A stretch without words of these classes, times and marks at its head."""
    first, last = part
    while phrase := view.phrase(first, "lead"):
        first = min(first + len(phrase), last)
    while first < last and (
        any(view.isa(first, n) for n in names)
        or (not view.tokens[first].word and view.tokens[first].text not in OPENING)
        or (view.isa(first, "preposition") and _timed(view, first + 1))
        or (view.isa(first, "time") and not view.tokens[first].text.isupper())
        or (view.tokens[first].text[0].isdigit() and view.isa(first + 1, "time"))
    ):
        first += 1
    return first, last


def _timed(view: View, i: int) -> bool:
    return view.isa(i, "time") or (i < len(view.tokens) and view.tokens[i].text[0].isdigit() and view.isa(i + 1, "time"))


def empty(view: View, part: Part) -> bool:
    """Whether no word stands in a stretch."""
    return part[0] >= part[1] or not any(t.word for t in view.tokens[part[0] : part[1]])


def inherited(view: View, part: Part) -> bool:
    """Whether a subject is left out or is a pronoun: the speaker is the one before."""
    words = [i for i in range(*part) if view.tokens[i].word]
    return not words or all(view.isa(i, "pronoun") or view.isa(i, "adverb") for i in words)


def made(
    view: View,
    content: Sequence[Part],
    cue: Part,
    source: Part | None,
    via: Part | None = None,
    addressee: Part | None = None,
) -> Attributed | None:
    """An attribution of these stretches; a source that is a pronoun or is left out is inherited."""
    spans = tuple(
        s for p in content if view.count(*p) and (s := view.part(*p)) and (view.count(*p) >= FEWEST or any(view.quoted[slice(*p)]))
    )
    if not spans:
        return None
    cue_span = Span(view.tokens[cue[0]].start, view.tokens[cue[1] - 1].end)
    who = None if source is None or inherited(view, source) else _bare(view, source)
    cited = _bare(view, via) if via is not None else None
    named = source is not None and who is not None and _house(view, source)
    kind: SourceKind | None = (
        "outlet" if named else "anonymous" if who is not None and find(view, "anonymous", (0, len(view.tokens))) else None
    )
    return Attributed(
        spans,
        cue_span,
        who,
        (cited,) if cited else (),
        None,
        _bare(view, addressee) if addressee else None,
        inherits=who is None,
        kind=kind if who and (named or (not cited and _may_hide(view, who))) else None,
    )


def short(
    view: View, content: Part, whole: Part, verb: Part, who: tuple[Part | None, Part | None, Part | None]
) -> Attributed | None:
    """An attribution whose told words may be a single one ("این خبر را", "iddiaları"): a verb that has an object tells it."""
    if view.count(*content) != 1 or any(view.quoted[slice(*content)]):
        return made(view, [content], verb, *who)
    span, a = view.part(*content), made(view, [whole], verb, *who)
    return replace(a, content=(span,)) if a and span else None


def taken_over(view: View, i: int, a: Attributed, found: list[Attributed]) -> Attributed:
    """Read "S said C, adding D": ``a``, whose participle stands at i, has the source of the attribution before; C ends there."""
    n = next((k for k in range(len(found) - 1, -1, -1) if found[k].source is not None), None)
    if n is None:
        return a
    at, b = view.tokens[i].start, found[n]
    cut = [
        Span(c.start, view.tokens[i - 1].start) if c.start < at <= c.end and i and not view.tokens[i - 1].word else c
        for c in b.content
    ]
    found[n] = replace(b, content=tuple(c for c in cut if c.end - c.start > 1))
    return replace(a, source=b.source, via=b.via, via_cue=b.via_cue, inherits=False)


def nobody(view: View, content: Sequence[Part], cue: Part) -> Attributed | None:
    """An attribution to nobody named."""
    a = made(view, content, cue, None)
    return replace(a, inherits=False) if a else None


def _bare(view: View, part: Part) -> Span | None:
    """A name without the marks at its ends; an opening quotation mark stays where its closing one is inside."""
    first, last = part
    while first < last and not view.tokens[first].word:
        first += 1
    while last > first and not view.tokens[last - 1].word:
        last -= 1
    if first >= last:
        return None
    end, inner = last, range(first, last)
    if (
        last < part[1]
        and view.tokens[last].text in CLOSING
        and any(view.tokens[i].text in OPENING and view.tokens[i].text not in "’'" for i in inner)
    ):
        end = last + 1
    span = Span(view.tokens[first].start, view.tokens[end - 1].end)
    return _unsuffixed(view, span) if view.language == "tr" else span


def _unsuffixed(view: View, span: Span) -> Span:
    """A Turkish name without the case ending that an apostrophe sets off ("Yıldız'ın")."""
    words = span.of(view.text)
    at = max(words.rfind("'"), words.rfind("’"))
    return Span(span.start, span.start + at) if at > 1 and " " not in words[at:] else span


def _house(view: View, part: Part) -> bool:
    """Whether a source is a name in quotation marks and nothing else: an outlet, for people stand in none."""
    texts = [t.text for t in view.tokens[part[0] : part[1]]]
    return len(texts) > 2 and texts[0] in '«"“„' and texts[-1] in '»"”“' and len(texts) < 7


def _may_hide(view: View, who: Span) -> bool:
    """Whether a formula of anonymity can speak of this source: a name with two capitals is told, not hidden."""
    mine = [t for t in view.tokens if who.holds(t.span) and t.word]
    return not any(a.capital and b.capital and not role_of(a) for a, b in pairwise(mine))
