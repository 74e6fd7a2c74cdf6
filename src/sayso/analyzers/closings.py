"""Tellers that the tagger overlooks because their verb is rare: at the end of a sentence, between commas, before a colon.

Only where nothing else in the sentence is told. The place of the teller says what the verb does: "C, the notary certified." has the
order of a telling, whatever "certify" means elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers import phrases
from sayso.analyzers.headlines import LABELS
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.model import SourceKind, Span
from sayso.text.tokens import Token

LONGEST = 14  # words of a teller with his apposition
FEWEST = 4  # words that are told
LEANINGS: tuple[tuple[SourceKind, float], ...] = (("official", 0.3), ("government", 0.3), ("organization", 0.3), ("person", 0.1))
TOLD = 3  # words told under a label
MOST = 6  # words of a label
HEARER = 6  # words of a house that was told something; own choice


def closing(view: View) -> Attributed | None:
    """Read "C, S certified.", "C, as S let us know.", "C, says S.": the teller closes the sentence."""
    n = len(view.tokens)
    while n and view.mark(n - 1):
        n -= 1
    return _learned(view, n) or _behind(view, n) or _inverted(view, n)


def _learned(view: View, n: int) -> Attributed | None:
    """Read "C, the Post has learned from S"."""
    at = next((k for k in range(n - 2, FEWEST, -1) if view.low(k) == "from" and view.low(k - 1) in LEARNED), 0)
    subject = phrases.left(view, at - 1) if at else None
    source = view.part(at + 1, n) if at else None
    if subject is None or source is None or view.tokens[subject[0] - 1].text != "," or n - at > LONGEST:
        return None
    return _told(view, subject[0] - 1, view.tokens[at - 1].span, source)


LEARNED = vocabulary.words("tellings", "learned")


def _behind(view: View, n: int) -> Attributed | None:
    """Read a subject and its verb as the last words."""
    heard = _hearer(view, n)
    last = _when(view, _object(view, n)) if heard is None else heard
    verb = last - 1
    if verb < FEWEST or not _tells(view, verb, last < n and view.low(last) in ("us", "out")):
        return None
    subject = phrases.left(view, verb)
    if subject is None or any(view.low(k) in BE for k in range(subject[1], verb)):
        return None
    first, last = subject
    if (
        view.tokens[first - 1].text != "," and view.low(first - 1) != "as"
    ):  # "… on Mount Orv, our engineer, who has seen it, attested"
        first = next((k + 1 for k in range(first, last) if view.tokens[k].text == ","), 0)
    comma = first - 1
    comma -= view.low(comma) == "as"
    source = view.part(first, last)
    himself = last - first == 1 and view.low(first) in SELVES  # "No lamp has burnt, it stressed."
    if comma <= 0 or view.tokens[comma].text != "," or source is None or not (himself or _somebody(view, first, last)):
        return None
    end = view.tokens[n - 1 if last < n and heard is None else verb].end
    told = _told(view, comma, Span(view.tokens[verb].start, end), source)
    return replace(told, addressee=view.part(heard, n)) if told and heard is not None else told


def _inverted(view: View, n: int) -> Attributed | None:
    """Read "C, says S": the verb stands directly behind the comma."""
    for comma in range(n - 2, FEWEST, -1):
        if view.tokens[comma].text == "," and _inverts(view, comma + 1) and not view.quoted[comma]:
            source = view.part(comma + 2, n)
            if n - comma - 2 > LONGEST or source is None or not _somebody(view, comma + 2, n):
                return None
            if phrases.verbs(view, comma + 2, n):
                return None
            return _told(view, comma, view.tokens[comma + 1].span, source)
    return None


def _inverts(view: View, i: int) -> bool:
    """Whether a verb at i may stand before its teller; whom "told" precedes is told, what "called" precedes is a name."""
    cue = view.cue(i)
    return cue is not None and cue.frame not in ("tell", "object") and _tells(view, i, False)


def recovered(view: View, a: Attributed) -> Attributed:
    """Give "C, his wife, with tears, told the Bureau" its teller, whom the tagger took for the end of what is told."""
    if a.source or a.cue is None or not a.inherits or len(a.content) != 1 or a.content[0].end > a.cue.start:
        return a
    verb = next((i for i, t in enumerate(view.tokens) if t.start >= a.cue.start), 0)
    subject = phrases.left(view, verb) if verb else None
    if subject is None or subject[0] < FEWEST or view.tokens[subject[0] - 1].text != "," or view.low(subject[0]) in SELVES:
        return a
    source = view.part(*subject)
    made = _told(view, subject[0] - 1, a.cue, source) if source and _somebody(view, *subject) else None
    if made is None or not a.content[0].holds(made.content[0]) or view.quoted[subject[0]]:
        return a
    return replace(a, content=made.content, source=source, leanings=LEANINGS, inherits=False)


def subjected(view: View, a: Attributed) -> Attributed:
    """Give a verb its own subject where the tagger took it for elided: "Several guards had admitted C", "the cook, who heard C"."""
    if a.source or a.cue is None or not a.inherits or a.cue.of(view.text).endswith("ing"):
        return a
    verb = next((i for i, t in enumerate(view.tokens) if t.start >= a.cue.start), 0)
    end = next((i for i, t in enumerate(view.tokens) if t.start >= a.cue.end), len(view.tokens))
    finite = any(view.cue(i) for i in range(verb, end))
    subject = phrases.left(view, verb) if verb and finite and view.low(verb - 1) != "to" and not view.quoted[verb] else None
    source = view.part(*subject) if subject else None
    if subject is None or source is None or any(c.overlaps(source) for c in a.content) or phrases.verbs(view, *subject):
        return a
    first, last = subject
    noun = view.tokens[_head(view, first, last) - 1]
    told = last - first == 1 and view.low(first) in SELVES
    known = bool(role_of(noun) or classes(noun)) or (noun.capital and noun.start > view.tokens[0].start and "’" not in noun.text)
    somebody = known and view.low(first) != "there" and _somebody(view, first, last)
    return replace(a, source=source, inherits=False) if told or somebody else a


def _told(view: View, comma: int, cue: Span, source: Span) -> Attributed | None:
    """What stands before the comma, where it is a clause of its own."""
    content = view.part(0, comma)
    opens = view.isa(0, "clause") and view.low(0) not in ("that", "and", "but")
    if content is None or opens or view.count(0, comma) < FEWEST or not _clause(view, comma):
        return None
    return Attributed((content,), cue, source, leanings=LEANINGS)


def _clause(view: View, end: int) -> bool:
    return phrases.verbs(view, 0, end) or any(view.quoted[:end])


def _hearer(view: View, n: int) -> int | None:
    """Where whom somebody told begins, as the last words ("has told Mill Weekly"); None where they are no name."""
    at = next((k for k in range(n - 2, max(n - 2 - HEARER, FEWEST), -1) if view.low(k) == "told"), None)
    names = [view.tokens[k] for k in range(at + 1, n)] if at else []
    named = bool(names) and all(t.word and (t.capital or t.low in ("the", "of")) for t in names)
    return at + 1 if at and named and names[-1].capital else None


def _object(view: View, n: int) -> int:
    """Step back over who was told and "out" ("let us know", "told us", "points out")."""
    if view.low(n - 1) in ("out", "us"):
        return n - 1
    if tuple(view.lows[n - 3 : n]) in (("let", "us", "know"), ("let", "it", "be")):
        return n - 2
    return n


def _when(view: View, n: int) -> int:
    """Step back over "on Friday", "on 3 May", "at noon"."""
    for k in range(n - 1, max(n - 5, 0), -1):
        if view.mark(k):
            return n
        if view.isa(k, "preposition"):
            return k if any(view.isa(j, "time") or view.tokens[j].text[:1].isdigit() for j in range(k + 1, n)) else n
    return n


def _tells(view: View, i: int, object_: bool) -> bool:
    finite = view.low(i).endswith(("s", "ed")) or view.low(i) in PAST
    cue = view.cue(i) if finite and not view.tokens[i].capital else None
    return cue is not None or (object_ and view.low(i) in ("let", "points", "pointed"))


BE = frozenset("is are was were be been being".split())  # "…, was registered"
PAST = frozenset("said told wrote thought put found".split())


def _somebody(view: View, first: int, last: int) -> bool:
    """Whether a phrase can tell something: a name, a role, somebody known ("the notary")."""
    words = view.tokens[first:last]
    owner = view.tokens[last - 1].text.endswith(("'s", "’s"))
    doing = view.low(first).endswith("ing") and not (last - first > 1 and classes(view.tokens[first + 1]))  # "managing director"
    if not 0 < view.count(first, last) <= LONGEST or owner or doing or _leads(view, first):
        return False
    return view.low(first) in DEFINITE or any(t.word and (t.capital or role_of(t) or classes(t)) for t in words)


def _leads(view: View, i: int) -> bool:
    """Whether a word opens no noun phrase: "not far from the pier", "under the law"."""
    return view.isa(i, "preposition") or view.isa(i, "adverb") or view.low(i) == "not"


DEFINITE = frozenset("the his her their its our".split())


def inserted(view: View) -> Attributed | None:
    """Read "C, it points out, C": a pronoun and its verb between two commas."""
    n = len(view.tokens)
    for i in range(1, n - FEWEST):
        if view.tokens[i].text != "," or view.quoted[i] or view.low(i + 1) not in SELVES:
            continue
        out = view.low(i + 3) == "out"
        end = i + 3 + out
        if end < n and view.tokens[end].text == "," and (_tells(view, i + 2, out) or view.cue(i + 2)):
            before, after = view.part(0, i), view.part(end + 1, n)
            if before and after:
                return Attributed(
                    (before, after), Span(view.tokens[i + 2].start, view.tokens[end - 1].end), view.tokens[i + 1].span
                )
    return None


SELVES = frozenset("he she it they".split())


def label(view: View) -> Attributed | None:
    """Read "07:15 Fire brigade: C", "Police spokeswoman: C": who speaks, a colon, and a clause or speech."""
    n = len(view.tokens)
    colon = next((i for i in range(1, min(n, MOST + 6)) if view.tokens[i].text == ":" and _spaced(view, i)), 0)
    first = _past_clock(view, colon)
    if not colon or view.count(first, colon) > MOST or view.count(colon + 1, n) < TOLD or phrases.verbs(view, first, colon):
        return None
    source, content = view.part(first, colon), view.part(colon + 1, n)
    if view.text[view.tokens[n - 1].end - 1] == "?" or view.isa(colon + 1, "relative"):
        return None  # "Mill directors: who knew what?"
    if source is None or content is None or any(view.low(i) in LABELS for i in range(first, colon)):
        return None
    if any(view.mark(i) for i in range(first, colon)) or not _speaks(view.tokens[_head(view, first, colon) - 1]):
        return None
    return Attributed((content,), None, source, leanings=LEANINGS) if _clause_after(view, colon) else None


def _head(view: View, first: int, last: int) -> int:
    """The end of a phrase's noun: "spokeswoman" in "a spokeswoman for the prosecutor"."""
    return next((k for k in range(first + 1, last) if view.isa(k, "preposition")), last)


def _speaks(t: Token) -> bool:
    return t.low not in TOPICS and (role_of(t) in SPEAKERS or bool(classes(t) & CALLED))


TOPICS = frozenset("fire border prison customs census election school state city town".split())  # "Mill fire: two men held"
CALLED = frozenset("office chief mouth expert trade body public".split())  # classes of resources/posts.yml
SPEAKERS = frozenset("person official organization government armed_group ngo agency group".split())


def _clause_after(view: View, colon: int) -> bool:
    return (
        view.quoted[colon + 1]
        or view.quoted[min(colon + 2, len(view.tokens) - 1)]
        or phrases.verbs(view, colon + 1, len(view.tokens))
    )


def _spaced(view: View, i: int) -> bool:
    return view.text[view.tokens[i].end : view.tokens[i].end + 1].isspace()


def _past_clock(view: View, colon: int) -> int:
    """Step over the hour of a live page: "07:15", "LATEST 14.20"."""
    i = 0
    while i < colon and (view.tokens[i].text.isdigit() or view.tokens[i].text in ":.-–—h" or view.isa(i, "time")):
        i += 1
    return i
