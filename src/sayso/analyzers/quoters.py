"""Who quotes and who is quoted: "S quoted N as saying that C" is N's telling inside one of S, "N's claim that C" is N's.

The tagger finds "quoted" and "as saying" and gives both to S, or gives S what N is called by for a told word. The words leave no
choice: who is quoted stands between the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import Span
from sayso.text.months import WEEKDAY_OF
from sayso.text.tokens import tokens

_AS = re.compile(r"as [a-z]+ing\Z")
_QUOTING = re.compile(r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)) ")
_NO_ONE = re.compile(r"(?:as|by|in|on|at|from)\b")
LONGEST = 16  # words of who is quoted, apposition included


def quoted(text: str, sentences: Sequence[Span], found: Sequence[Attributed]) -> list[Attributed]:
    """The attributions with who is quoted as the source of "as saying", all of it told by who quotes."""
    out = list(found)
    for n, a in enumerate(found):
        between = _between(text, sentences, a.cue) if a.cue and _AS.fullmatch(text, *a.cue) else None
        if between is None or a.cue is None:
            continue
        verb, who = between
        told = Span(who.start, max(a.cue.end, *(c.end for c in a.content)))
        quoters = [
            m for m, b in enumerate(out) if m != n and b.cue and b.source and b.source.end <= b.cue.start and b.cue.overlaps(verb)
        ]
        if not quoters and a.source and a.source.end <= verb.start:
            out.append(replace(a, cue=verb, content=(told,), via=(), via_cue=None))
        for m in quoters:
            out[m] = replace(out[m], content=(told,), via=(), via_cue=None)
        if a.source != who:
            out[n] = replace(a, source=who, kind=None, leanings=(), inherits=False)
        out[n] = replace(out[n], via=(), via_cue=None, addressee=None)
    return sorted(out, key=lambda a: (a.cue or a.content[0]).start)


def _between(text: str, sentences: Sequence[Span], cue: Span) -> tuple[Span, Span] | None:
    """ "Quoted" and the words between it and "as saying"; None where they name nobody."""
    first = sentences[max(0, bisect_right(sentences, (cue.start, 1 << 62)) - 1)].start
    verbs = list(_QUOTING.finditer(text, first, cue.start))
    if not verbs:
        return None
    who = text[verbs[-1].end() : cue.start].rstrip(" ,")
    span = Span(verbs[-1].end(), verbs[-1].end() + len(who))
    words = [t for t in tokens(text, *span) if t.word]
    told_of = 0 < len(words) <= LONGEST and not _NO_ONE.match(who) and not re.search(r"[.;:!?]\s", who)
    return (Span(verbs[-1].start(), verbs[-1].end() - 1), span) if told_of else None


_NOUNS = vocabulary.words("tellings", "a telling")
_BY = re.compile(r" (?:made |given |issued )?by (?P<who>(?=[A-Z]|the |an? )(?:[\w.’'-]+ ){1,8}?)that ")
REACH = 80  # code points before a noun in which its owner stands


def owned(text: str, sentences: Sequence[Span], found: Sequence[Attributed]) -> list[Attributed]:
    """Read "S spoke of the claim by N that C" and "S spoke of N's claim that C": the noun's words are N's, not the subject's."""
    out: list[Attributed] = []
    for a in found:
        noun = re.search(r"[\w-]+\Z", a.cue.of(text)) if a.cue else None
        if a.cue and noun and noun.group().lower() in _NOUNS and a.cue.end <= a.content[0].start:
            first = sentences[max(0, bisect_right(sentences, (a.cue.start, 1 << 62)) - 1)].start
            who = _by(text, a.cue) or _owner(text, max(first, a.cue.start - REACH), a.cue.start + noun.start())
            if who and not (a.source and a.source.end > who.start):
                cue = Span(a.cue.start + noun.start(), a.cue.end) if who.end > a.cue.start else a.cue
                a = replace(a, source=who, cue=cue, kind=None, leanings=(), inherits=False)
        out.append(a)
    return out


def _by(text: str, cue: Span) -> Span | None:
    """Whoever stands between "by" and "that" behind the noun."""
    led = _BY.match(text, cue.end)
    return Span(led.start("who"), led.end("who") - 1) if led else None


def _owner(text: str, first: int, noun: int) -> Span | None:
    """Whoever owns the noun before which his "'s" stands: names, roles and the article before them."""
    mine = tokens(text, first, noun)
    if not mine or not mine[-1].text.endswith(("'s", "’s")) or text[mine[-1].end : noun].strip():
        return None
    at = len(mine) - 1
    if mine[-1].low in (*WEEKDAY_OF, *words("en", "time")):
        return None  # "Monday's claim"
    while at and (mine[at - 1].word and (mine[at - 1].capital or role_of(mine[at - 1]) or classes(mine[at - 1]))):
        at -= 1
    known = at > 0 and mine[at - 1].low in ("the", "a", "an")
    at -= known
    named = known or any(t.capital or role_of(t) or classes(t) for t in mine[at:])
    return Span(mine[at].start, mine[-1].end - 2) if named else None
