"""What somebody holds, told without "says": "the army's toll is eight", "three deaths which S had announced", "S denies it"."""

from __future__ import annotations

import re

from sayso.analyzers import phrases
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.gazetteer import named
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import kind_of, role_of
from sayso.lexicon.tables import rows
from sayso.model import SourceKind, Span
from sayso.text.tokens import Token

COUNTS = vocabulary.words("tellings", "a count")
STANDS = vocabulary.words("tellings", "stands at")
MADE_KNOWN = vocabulary.words("tellings", "made known")
GIVES = vocabulary.words("tellings", "gives")
PAPERS = vocabulary.words("tellings", "a paper")
MADE_PUBLIC = vocabulary.words("tellings", "made public")
BETWEEN = 2  # words between an owner and his count: "the bank's own official figure"
BEHIND = 6  # words from the verb in which a number stands
SPEAKERS = frozenset("official organization government armed_group ngo agency outlet person".split())
BODIES = frozenset("office chief mouth expert trade body public private".split())  # classes of resources/posts.yml
NO_TELLERS = vocabulary.words("tellings", "owns a count, tells none")
NOBODY = frozenset("nobody none few no who which".split())
POINTED = frozenset("it that this them".split())


def held(view: View, i: int) -> Attributed | None:
    """Read "the army's toll is eight": whoever owns a count tells it; a place or a team owns a toll and tells nothing."""
    if view.low(i) not in COUNTS or view.low(i + 1) not in STANDS or view.tokens[i].capital:
        return None
    owner = next((k for k in range(i - 1, max(i - 2 - BETWEEN, -1), -1) if _owns(view.tokens[k])), None)
    if owner is None or any(view.mark(k) or view.tokens[k].capital for k in range(owner + 1, i)) or not _speaks(view.tokens[owner]):
        return None
    end = next((k for k in range(i + 1, len(view.tokens)) if view.tokens[k].text in ";:—–"), len(view.tokens))
    if not any(_number(view.tokens[k]) for k in range(i + 1, min(i + 2 + BEHIND, end))):
        return None
    first = owner
    while first and view.tokens[first - 1].word and (view.tokens[first - 1].capital or role_of(view.tokens[first - 1])):
        first -= 1
    first -= first > 0 and view.isa(first - 1, "determiner")
    if first and not view.mark(first - 1) and not view.isa(first - 1, "clause") and view.low(first - 1) != "and":
        return None
    words, content = Span(view.tokens[first].start, view.tokens[owner].end), view.part(i + 1, end)
    return Attributed((content,), view.tokens[i].span, _bare(view, words)) if content else None


def announced(view: View, i: int) -> Attributed | None:
    """Read "three deaths which the ministry had announced earlier": who made a number known tells it."""
    after = i + 1 + view.isa(i + 1, "preposition")
    if view.low(i) not in MADE_KNOWN or not (view.mark(i + 1) or view.isa(after, "time") or view.isa(i + 1, "adverb")):
        return None
    subject = phrases.left(view, i)
    if subject is None or not any(_known(t) or t.capital for t in view.tokens[slice(*subject)]):
        return None
    first, last = subject
    if view.low(first - 1) not in ("which", "that") or first < 2:
        return None
    near = range(first - 2, max(first - 2 - BEHIND, -1), -1)
    begin = next((k for k in near if _number(view.tokens[k])), None)
    if begin is None or any(view.mark(k) for k in range(begin, first - 1)):
        return None
    begin -= begin > 0 and view.isa(begin - 1, "determiner")
    content, source = view.part(begin, first - 1), view.part(first, last)
    return Attributed((content,), view.tokens[i].span, source) if content and source else None


def papers(view: View, i: int) -> Attributed | None:
    """Read "A sign-in sheet carries 23 names", "the first note puts the loss at 40m": what stands in a paper is told by it."""
    if view.low(i) not in GIVES or view.isa(i - 1, "auxiliary") or (view.mark(i - 1) and view.tokens[i - 1].text != ","):
        return None
    subject = phrases.left(view, i)
    if subject is None or (subject[1] != i and view.tokens[i - 1].text != ","):
        return None
    first, last = subject
    noun = next((k for k in range(first + 1, last) if view.isa(k, "preposition") or view.low(k).endswith("ed")), last) - 1
    source, content = view.part(first, last), view.part(i + 1, len(view.tokens))
    end = next((k for k in range(i + 1, len(view.tokens)) if view.mark(k) and view.tokens[k].text not in "$€£%"), len(view.tokens))
    if view.low(noun) not in PAPERS or phrases.verbs(view, first, noun) or source is None or content is None:
        return None
    return (
        Attributed((content,), view.tokens[i].span, source, kind="document")
        if any(map(_number, view.tokens[i + 1 : end]))
        else None
    )


def listed(view: View, i: int) -> Attributed | None:
    """Read "The clinic published the names of 13 miners": who makes a list known tells what stands in it."""
    if view.low(i) not in MADE_PUBLIC:
        return None
    near = range(i + 1, min(i + 5, len(view.tokens) - 2))
    at = next((k for k in near if view.low(k) in ("list", "names") and view.low(k + 1) == "of"), None)
    if at is None or not any(map(_number, view.tokens[at + 2 : at + 4])):
        return None
    subject = phrases.left(view, i)
    source, content = view.part(*subject) if subject else None, view.part(at, len(view.tokens))
    if subject is None or source is None or content is None or any(view.mark(k) for k in range(i + 1, at)):
        return None
    if not any(_known(t) or (t.capital and t.start > view.tokens[0].start) for t in view.tokens[slice(*subject)]):
        return None
    return Attributed((content,), view.tokens[i].span, source)


def denied(view: View, i: int) -> Attributed | None:
    """Read "The ministry denies it.", "the union disputed that;": what was told right before is denied."""
    cue = view.cue(i)
    if cue is None or cue.tone != "deny" or view.low(i + 1) not in POINTED or not _closed(view, i + 2):
        return None
    subject = phrases.left(view, i)
    if subject is None or view.low(subject[0]) in NOBODY:
        return None
    if not any(_known(t) or t.capital for t in view.tokens[slice(*subject)]):
        return None
    return Attributed((view.tokens[i + 1].span,), view.tokens[i].span, view.part(*subject))


HAS_IT = vocabulary.words("tellings", "has an account")
ACCOUNTS = vocabulary.words("tellings", "an account")


def account(view: View, i: int) -> Attributed | None:
    """Read "Volk gave another account.", "the guild sees it differently.": he tells it next, and all of this sentence is his."""
    if view.low(i) not in HAS_IT:
        return None
    near = range(i, min(i + BEHIND + 1, len(view.tokens)))
    n = next((k for k in near if view.mark(k)), near.stop)
    if not i + 2 < n <= i + BEHIND or not all(map(view.mark, range(n, len(view.tokens)))):
        return None
    other = any(view.low(k) in ("another", "different", "own") for k in range(i + 1, n - 1)) and view.low(n - 1) in ACCOUNTS
    if not (other or view.low(n - 1) in ("differently", "otherwise")):
        return None
    subject = phrases.left(view, i)
    if subject is None or view.low(subject[0]) in NOBODY:
        return None
    known = any(_known(t) or (t.capital and t.start > view.tokens[0].start) for t in view.tokens[slice(*subject)])
    content, source = view.part(i, n), view.part(*subject)
    return Attributed((content,), view.tokens[i].span, source) if known and content and source else None


def _closed(view: View, i: int) -> bool:
    return view.mark(i) or view.isa(i, "time") or view.low(i) in ("and", "but", "in", "on")


def _owns(t: Token) -> bool:
    return t.text.endswith(("'s", "’s", "s'", "s’"))


def _bare(view: View, span: Span) -> Span:
    words = span.of(view.text)
    cut = 2 if words.endswith(("'s", "’s")) else 1
    return Span(span.start, span.end - cut)


def _known(t: Token) -> bool:
    return role_of(t) in SPEAKERS or bool(classes(t) & BODIES)


def _speaks(t: Token) -> bool:
    low = t.low.rstrip("'’")
    return low not in NO_TELLERS and _known(Token(low, t.start, t.start + len(low)))


def _number(t: Token) -> bool:
    return t.text[:1].isdigit() or t.text[-1:].isdigit() or t.low in NUMBERS  # "13", "Rs40"


NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()) | frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)
SPREAD = vocabulary.words("tellings", "spread by")
SPREADERS: tuple[tuple[SourceKind, float], ...] = (("outlet", 0.4), ("organization", 0.3), ("person", 0.2))
_NOT_THERE = re.compile(rf"(?:(?:not|never)\s{vocabulary.one_of('tellings', 'made somewhere')}|(?:years\s)?old)(?!\w)")
REACH = 16  # words from whoever spread something to the verdict on it
UNTRUE = tuple(
    str(w).strip() for r in rows("verdicts") if r["lang"] == "en" and r["where"] == "untrue" for w in r["words"].split(",")
)


def refuted(view: View, i: int) -> Attributed | None:
    """Read "The picture shared by S is a fake": S told what the page says is not so."""
    if view.low(i) not in SPREAD or view.low(i + 1) != "by" or i < 2 or view.isa(i - 1, "auxiliary"):
        return None
    if any(view.mark(k) or view.isa(k, "auxiliary") for k in range(i)) or not view.isa(0, "determiner"):
        return None
    n = len(view.tokens)
    verb = next((k for k in range(i + 3, min(i + REACH, n)) if view.low(k) in ("is", "are", "was", "were")), None)
    verdict = view.part(verb + 1, n) if verb else None
    if verb is None or verdict is None or not untrue(verdict.of(view.text).lower()):
        return None
    source, thing = view.part(i + 2, phrases.right(view, i + 2, verb)), view.part(0, i)
    content = tuple(p for p in (thing, view.part(verb, n)) if p)
    cue = Span(view.tokens[i].start, view.tokens[i + 1].end)
    return Attributed(content, cue, source, stance="deny", leanings=SPREADERS) if source and len(content) > 1 else None


def untrue(verdict: str) -> bool:
    """Whether a predicate denies its subject: "a fake", "not taken there", "old"."""
    return _NOT_THERE.match(verdict) is not None or any(re.match(rf"{re.escape(w)}(?!\w)", verdict) for w in UNTRUE)


GIVEN = MADE_KNOWN - SPREAD | {"given"}


def given(view: View, i: int) -> Attributed | None:
    """Read "the 46 announced by the navy", "19: given to the Post by a diver": whoever gave a number tells it."""
    if view.low(i) not in GIVEN or not i:
        return None
    by = i + 1 if view.low(i + 1) == "by" else next((k for k in range(i + 2, i + 2 + BEHIND) if view.low(k) == "by"), 0)
    told = view.part(i + 2, by) if by > i + 1 and view.low(i + 1) == "to" else None
    if not by or (by > i + 1 and told is None):
        return None
    label = view.tokens[i - 1].text == ":" and view.count(0, i) == 1
    near = range(i - 1, max(i - 1 - BEHIND, -1), -1)
    begin = 0 if label and _number(view.tokens[0]) else next((k for k in near if _number(view.tokens[k])), None)
    last = i - 1 if label else i
    if begin is None or view.isa(i - 1, "auxiliary") or any(view.mark(k) for k in (*range(begin, last), *range(i, by + 2))):
        return None
    end = phrases.right(view, by + 1, len(view.tokens))
    end = next((k for k in range(by + 2, end) if view.low(k) in ("a", "an", "on", "in", "as") and view.low(k - 1) != "of"), end)
    begin -= begin > 0 and view.isa(begin - 1, "determiner")
    content, source = view.part(begin, last), view.part(by + 1, end)
    if view.isa(by + 1, "time") or not (label or any(_known(t) or t.capital or role_of(t) for t in view.tokens[by + 1 : end])):
        return None  # "by Monday", "by far"
    cue = Span(view.tokens[i].start, (view.tokens[i] if told else view.tokens[by]).end)
    return Attributed((content,), cue, source, addressee=told) if content and source else None


TRACED = tuple(
    tuple(w.split()) for r in rows("verdicts") if r["lang"] == "en" and r["where"] == "traced" for w in r["words"].split(", ")
)
TOLD_THINGS = vocabulary.words("tellings", "a telling") | vocabulary.words("tellings", "counts") | {"quote", "quotation", "claim"}


def traced(view: View, i: int) -> Attributed | None:
    """Read "The figure came from Tarn Post", "that claim goes back to a blog": where a telling is from, there it is told."""
    length = next((len(w) for w in TRACED if len(w) > 1 and tuple(view.lows[i : i + len(w)]) == w), 0)
    subject = phrases.left(view, i) if length else None
    if subject is None or not {view.low(k) for k in range(*subject)} & TOLD_THINGS or not view.isa(subject[0], "determiner"):
        return None
    end = phrases.right(view, i + length, len(view.tokens))
    content, source = view.part(*subject), view.part(i + length, end)
    who = view.tokens[i + length : end]
    if content is None or source is None or not any(_known(t) or role_of(t) or (t.capital and not named(t.text)) for t in who):
        return None
    cue = Span(view.tokens[i].start, view.tokens[i + length - 1].end)
    return Attributed((content,), cue, source, leanings=SPREADERS)


def spoken(view: View, i: int) -> Attributed | None:
    """Read "Porters have spoken of smoke on the stairs": what somebody speaks of he tells."""
    if view.low(i) not in ("spoken", "spoke", "speak", "speaks") or view.low(i + 1) != "of" or view.isa(i + 2, "pronoun"):
        return None
    subject, content = phrases.left(view, i), view.part(i + 2, len(view.tokens))
    source = view.part(*subject) if subject else None
    if subject is None or source is None or content is None or view.count(i + 2, len(view.tokens)) < 2:
        return None
    known = any(role_of(t) or _known(t) or (t.capital and t.start > view.tokens[0].start) for t in view.tokens[slice(*subject)])
    return Attributed((content,), view.tokens[i].span, source) if known and view.low(subject[0]) not in NOBODY else None


HOLDERS = frozenset({"agency", "outlet", "organization", "ngo", "government"})


def has(view: View, i: int) -> Attributed | None:
    """Read "The Lake Monitor has 13, counted on the ground": a bare number that a body has is what it tells.

    Of a paper that "has 58 and 1,980" it is not known of which day they are: such a row made a conflict where there is none.
    """
    if view.low(i) not in ("has", "had") or not (i + 1 < len(view.tokens) and view.tokens[i + 1].text[0].isdigit()):
        return None
    subject = phrases.left(view, i)
    source, content = view.part(*subject) if subject else None, view.part(i + 1, len(view.tokens))
    if not view.mark(i + 2) or view.low(i + 2) in ("%", "°") or source is None or content is None:
        return None
    name = source.of(view.text)
    told = kind_of(name, outlet_kind(name)) in HOLDERS and subject is not None and view.low(subject[1] - 1) not in NO_TELLERS
    return Attributed((content,), view.tokens[i].span, source) if told else None


READ = (held, announced, papers, listed, denied, account, refuted, given, traced, has, spoken)
