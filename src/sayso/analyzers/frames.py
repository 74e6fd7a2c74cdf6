"""Attribution without a verb: "according to S, C", "S's claim that C", and the sources that a teller cites ("citing S")."""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers import phrases
from sayso.analyzers.holdings import untrue
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import SourceKind, Span
from sayso.text.months import WEEKDAY_OF

RUMOURS = frozenset(
    "reports rumours rumors allegations".split()
)  # "there have been reports in recent weeks that C": nobody is named


def hearsay(view: View) -> Attributed | None:
    """Read "C reportedly C": told on somebody's word, but the text gives nobody; only where nothing else is attributed."""
    for i in range(len(view.tokens)):
        if not view.quoted[i] and view.phrase(i, "hearsay"):
            content = tuple(s for s in (view.part(0, i), view.part(i + 1, len(view.tokens))) if s)
            return Attributed(content, view.tokens[i].span) if content else None
    return None


def according(view: View, i: int, length: int) -> Attributed | None:
    """Read "according to S" at tokens [i, i + length): the rest of the sentence is told, on both sides."""
    n = len(view.tokens)
    end = phrases.right(view, i + length, n)
    source = view.part(i + length, end)
    if source is None:
        return None
    cut = i
    while cut > 0 and (view.isa(cut - 1, "clause") or view.low(cut - 1) in ("and", "but")):
        cut -= 1
    before = view.part(0, i) if cut == i and view.count(0, i) > 1 else None
    after = view.part(end, n) if view.count(end, n) > 1 else None
    content = tuple(s for s in (before, after) if s)
    if not content:
        return None
    via, via_cue = citing(view, Span(view.tokens[i].start, view.span.end))
    return Attributed(
        content,
        Span(view.tokens[i].start, view.tokens[i + length - 1].end),
        source,
        tuple(v for v in via if v.start > source.start),
        via_cue,
    )


def citing(view: View, within: Span) -> tuple[tuple[Span, ...], Span | None]:
    """Sources that the sentence says its teller cites ("citing a military source")."""
    for i in range(len(view.tokens)):
        phrase = view.phrase(i, "citing")
        if phrase is None or view.quoted[i] or not within.holds(view.tokens[i].span):
            continue
        if phrase[0].endswith("ed") and view.low(i + 1) not in ("a", "an", "the") and not view.mark(i - 1):
            continue
        end = phrases.right(view, i + len(phrase), len(view.tokens))
        source = view.part(i + len(phrase), end)
        if source:
            return (source,), Span(view.tokens[i].start, view.tokens[i + len(phrase) - 1].end)
    return (), None


def noun(view: View, i: int) -> Attributed | None:
    """Read "S's claim that C", "the statement by S that C"."""
    n = len(view.tokens)
    that = next((k for k in range(i + 1, min(i + 12, n)) if view.isa(k, "that")), None)
    if (
        that is None
        or view.isa(that + 1, "auxiliary")
        or any(view.mark(k) for k in range(i + 1, that))
        or phrases.verbs(view, i + 1, that)
    ):
        return None
    told = view.part(that + 1, n)
    source: Span | None = None
    if view.low(i + 1) in ("by", "of", "from"):
        source = view.part(i + 2, that)
    elif i and view.low(i - 1) in (*WEEKDAY_OF, *words("en", "time")):
        return None  # "Monday's claim that C": whose it is, is not told here
    elif i and view.tokens[i - 1].text.endswith(("'s", "’s", "s'", "s’")):
        first = i - 1
        while (
            first > 0 and (view.tokens[first - 1].capital or role_of(view.tokens[first - 1])) and not view.isa(first - 1, "pronoun")
        ):
            first -= 1
        first -= first > 0 and view.isa(first - 1, "determiner")
        whole = view.part(first, i)
        source = Span(whole.start, whole.end - 2) if whole and whole.of(view.text)[-2] in "'’" else whole
    elif (i + 1 != that and view.low(i) not in RUMOURS) or view.isa(i - 1, "pronoun"):
        return None
    return unjudged(view, Attributed((told,), view.tokens[i].span, source)) if told else None


def _judged(view: View, k: int) -> bool:
    """Whether a predicate at k says of what was told that it is not so: "are false", "is a fake"."""
    said = view.part(k + 1, len(view.tokens)) if view.low(k) in ("is", "are", "was", "were") and not view.quoted[k] else None
    return said is not None and untrue(said.of(view.text).lower())


def unjudged(view: View, a: Attributed) -> Attributed:
    """Read "Reports that C are false": what the page says of them is no part of C."""
    if a.cue is None or len(a.content) != 1 or view.text[a.cue.end : a.content[0].start].split() != ["that"]:
        return a
    at = next((k for k, t in enumerate(view.tokens) if t.start == a.cue.start), 0)
    owned = at == 0 or view.isa(at - 1, "determiner") or view.tokens[at - 1].text.endswith(("'s", "’s"))
    if not (owned and view.phrase(at, "noun")):
        return a  # "The mill found that the figures were false"
    told = a.content[0]
    verdict = next((k for k, t in enumerate(view.tokens) if told.start < t.start < told.end and _judged(view, k)), 0)
    return replace(a, content=(Span(told.start, view.tokens[verdict - 1].end),), stance="deny") if verdict else a


PUT = vocabulary.words("tellings", "puts a figure")


def figure(view: View, i: int) -> Attributed | None:
    """Read "S puts N at 24m": whoever puts a figure on something tells it."""
    if view.low(i) not in PUT or view.low(i - 1) in ("is", "are", "was", "were", "been", "be"):
        return None
    n = len(view.tokens)
    near = (k for k in range(i + 1, min(i + 16, n)) if view.low(k) == "at")
    if not any(view.tokens[m].text[:1].isdigit() for k in near for m in range(k + 1, min(k + 4, n))):
        return None
    first = max((k + 1 for k in range(i) if view.mark(k) or view.isa(k, "clause") or view.low(k) in ("and", "but")), default=0)
    subject = phrases.left(view, i)  # "The minister, Ida Volk, has put"
    first, last = subject if subject and subject[0] <= first <= subject[1] + 1 else (first, i)
    source, content = view.part(first, last), view.part(i + 1, n)
    if source is None or content is None or not any(t.capital or role_of(t) for t in view.tokens[first:last]):
        return None
    return Attributed((content,), view.tokens[i].span, source)


CARRIED = vocabulary.words("tellings", "ran", "aired")
PIECES = vocabulary.words("tellings", "article", "story", "report", "post", "section")


def carried(view: View, i: int) -> Attributed | None:
    """Read "S published an article on C": houses that carried a piece on something tell it."""
    if view.low(i) not in CARRIED or not i:
        return None
    n = len(view.tokens)
    piece = next((k for k in range(i + 1, min(i + 7, n)) if view.low(k) in PIECES), None)
    if piece is None or view.low(piece + 1) not in ("on", "about") or any(view.mark(k) for k in range(i + 1, piece)):
        return None
    first = max((k + 1 for k in range(i) if view.mark(k) or (view.isa(k, "clause") and view.low(k) != "and")), default=0)
    last = i - (view.low(i - 1) in ("has", "have", "had", "also"))
    source, content = view.part(first, last), view.part(piece + 2, n)
    if source is None or content is None or not any(t.capital for t in view.tokens[first:last]):
        return None
    return Attributed((content,), view.tokens[i].span, source)


SHOWN = vocabulary.words("tellings", "shown")
SEEN = vocabulary.words("tellings", "seen by")
MOST_SHOWN = 12  # words of what shows it
WRITTEN = vocabulary.words("tellings", "written")  # "the half-time show." is none of them


def shown(view: View, i: int) -> Attributed | None:
    """Read "C, papers seen by the Courier show.": what shows it closes the sentence."""
    n = len(view.tokens)
    if view.low(i) not in SHOWN or any(view.tokens[k].word for k in range(i + 1, n)):
        return None
    comma = next((k for k in range(i - 1, 0, -1) if view.mark(k)), 0)
    if view.tokens[comma].text != "," or not 0 < i - comma - 1 <= MOST_SHOWN:
        return None
    last = next((k for k in range(comma + 2, i) if view.low(k) in SEEN and view.low(k + 1) == "by"), i)
    end = last - (last == i and view.isa(last - 1, "auxiliary"))  # "vouchers have shown"
    source, content = view.part(comma + 1, end), view.part(0, comma)
    seen = any(view.low(k) in SEEN for k in range(comma + 1, i))
    if source is None or content is None or not (seen or phrases.verbs(view, 0, comma)):
        return None
    if not (seen or any(view.low(k) in WRITTEN for k in range(comma + 1, last))):
        return None
    return Attributed((content,), view.tokens[i].span, source, kind="document")


COUNTERS: tuple[tuple[SourceKind, float], ...] = (("organization", 0.4), ("official", 0.2), ("government", 0.2), ("person", 0.1))
COUNTED = vocabulary.words("tellings", "counted")
MEASURED = frozenset("measured recorded".split())


def counted(view: View, i: int) -> Attributed | None:
    """Read "the authority now counts 52 people": whoever counts tells it."""
    n = len(view.tokens)
    label = n > 1 and view.tokens[1].text == ":" and i > 1 and _number(view, 0)  # "740: the guild counts callers"
    if (
        view.low(i) not in COUNTED
        or i + 1 >= n
        or not (label or _number(view, _past_bound(view, i + 1)))
        or view.low(i - 1) in ("is", "are", "was", "were", "been")
    ):
        return None
    subject = phrases.left(view, i)
    source, content = view.part(*subject) if subject else None, view.part(i + 1, n)
    if not subject or source is None or content is None:
        return None
    first, last = subject
    proper = any(view.tokens[k].capital and not view.isa(k, "determiner") for k in range(first, last))
    if view.low(i) in MEASURED and not proper:
        return None  # a patrol counts, a pond measures 40 metres
    if not any(t.capital or role_of(t) for t in view.tokens[first:last]) and view.low(first) not in ("he", "she"):
        return None
    told = (view.tokens[0].span, content) if label else (content,)
    return Attributed(told, view.tokens[i].span, source, leanings=COUNTERS if proper else ())


REVISED = vocabulary.words("tellings", "revises")
COUNTS = vocabulary.words("tellings", "a count")
SUFFERED = vocabulary.words("tellings", "as what", "suffered")


def revised(view: View, i: int) -> Attributed | None:
    """Read "the ministry has raised the number of dead to nine": whoever gives another figure tells it."""
    if view.low(i) not in REVISED:  # asked first: below, all words before this one are looked at
        return None
    n = len(view.tokens)
    before = any(view.low(k) in COUNTS for k in range(i))
    counts = COUNTS | {"number"} | ({"it"} if before else frozenset())
    count = next((k for k in range(i + 1, min(i + 5, n)) if view.low(k) in counts), None)
    if count is None or view.isa(i - 1, "auxiliary") != (view.low(i - 1) in ("has", "have", "had")):
        return None
    to = next((k for k in range(count + 1, min(count + 9, n - 1)) if view.low(k) == "to"), None)
    if to is None or not _number(view, _past_bound(view, to + 1)) or any(view.mark(k) for k in range(i, to)):
        return None
    if view.low(count) == "number" and not any(view.low(k) in SUFFERED for k in range(count, to)):
        return None  # "The mill cut the number of boats to nine": it has nine
    subject = phrases.left(view, i - (view.low(i - 1) in ("has", "have", "had")))
    source, content = view.part(*subject) if subject else None, view.part(count, n)
    speaks = subject and any(t.capital or role_of(t) or classes(t) for t in view.tokens[slice(*subject)])
    return Attributed((content,), view.tokens[i].span, source, leanings=COUNTERS) if source and content and speaks else None


def _past_bound(view: View, i: int) -> int:
    """The token behind "up to", "more than", "about" before a figure."""
    two = (view.low(i), view.low(i + 1)) in (("up", "to"), ("more", "than"), ("at", "least"), ("fewer", "than"), ("less", "than"))
    return i + 2 if two else i + (view.low(i) in ("about", "around", "over", "some", "nearly", "almost"))


def _number(view: View, i: int) -> bool:
    """Whether a figure stands here, in digits or as a word."""
    return view.tokens[i].text[:1].isdigit() or (view.low(i) in FIGURES and view.low(i + 1) != "on")


FIGURES = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty".split())
