"""Verbs of telling that their subject does not govern: "it emerged that C", "Volk is said to be ill", "oil estimated at 40 t".

The tagger goes by what stands before a verb, which in these forms tells nothing: of a passive it is what is told of, and "it" is
nobody. What is left is a telling of nobody in particular, or none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.contracts import Attributed
from sayso.lexicon import vocabulary
from sayso.lexicon.words import cues, words
from sayso.model import Span
from sayso.text.months import WEEKDAY_OF
from sayso.text.tokens import tokens

_BE = r"(?:is|are|was|were|has been|have been|had been|can be|may be|could be)"
_IT = re.compile(rf"\s(?:(?:has|had)\s(?:now\s|since\s|also\s)?|{_BE}\s(?:now\s|also\s|widely\s)?)?(?P<verb>[a-z]+)\b")
_HELD = re.compile(rf"\s{_BE}\s(?:\w+ly\s|now\s|also\s)?(?P<verb>[a-z]+)\s(?=to\s(?:be|have|[a-z]+)\b)")
_PASSIVE = re.compile(
    rf"\s(?:[a-z]+ly\s)?(?:(?P<verb>{vocabulary.one_of('tellings', 'held so', 'told so')})"
    r"(?:(?:\s(?:on|in|by|at|across|among)\s(?:[\w’'-]+\s?){1,5}?)?\sto\s(?:have|be)\s(?:been\s)?[a-z]+"
    rf"|\s{vocabulary.one_of('tellings', 'as what')})|(?P<held>{vocabulary.one_of('tellings', 'held so')})\sto\s[a-z]+)(?!\w)"
)
"""A participle behind its noun: "a boy said by some to have drowned", "a girl rumoured dead"."""
_REPUTED = vocabulary.words("tellings", "reputed") | vocabulary.words("tellings", "held to be")
_CAN = re.compile(r"can\s(?:now\s)?be\s(?:revealed|disclosed|reported)\b|can\s(?:now\s)?(?:reveal|disclose)\b")
_CAN_BE = re.compile(r"\b[Ii]t can (?:now )?be \Z")
_HOW = re.compile(r"[a-z]+ly\s[a-z]+ed\sat")
_PART = re.compile(r"(?:\sof\s[A-Z]\w+)?\s(?:[a-z]+ly\s)?")
_ANYBODY = frozenset("one you anybody anyone somebody someone".split())
_IF = re.compile(r"\b(?:if|unless|should|suppose|supposing|when|whenever|whether)\s\Z", re.IGNORECASE)
_AT = re.compile(r"\sat\s(?:\w+\s)?[\d$€£]")
_BODY = re.compile(rf"(?:^|\s){vocabulary.one_of('tellings', 'a hearing body')}\Z", re.IGNORECASE)
_HEARD = re.compile(r"(?:(?:has|have|had)\s)?heard|(?:was|were|(?:has|have|had)\sbeen)\s(?:told|informed)")
_CHECKS = frozenset(
    f"{how}{what}" for how in ("", "further ", "our ") for what in ("checks", "inquiries", "enquiries", "investigations")
)
_OURS = re.compile(r"(?:correspondent|reporter|reporters|newspaper|paper|website|station|channel)\Z")
_LEARNED = frozenset("gathered learned learnt understands understood".split())
_AGENT = re.compile(
    r"\sby\s(?P<who>(?:(?:the|its|his|her|their)\s)?(?:[a-z]+\s){0,2}?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4})(?=[.,;]|\Z)"
)
_AS = re.compile(
    r"As\s(?:[a-z]+ly\s|also\s|further\s)?(?P<verb>[a-z]+)\s(?:in|by)\s(?P<who>(?:the|its|his|her|their|an?)\s[^,.;:“”\"]{2,80}),"
)


def governed(text: str, sentence: Span, a: Attributed) -> Attributed | None:
    """The attribution without a subject that only seems to tell; None where nothing is told at all."""
    if a.cue is None:
        return a
    if a.source is None or a.source.of(text).lower() in ("the", "a", "an"):
        mine = _CAN_BE.search(text, sentence.start, a.cue.start) or _HOW.fullmatch(text, a.cue.start, _next(text, a.cue.end))
        return None if mine else _written(text, sentence, _by(text, sentence, a))
    low = a.source.of(text).lower()
    if low == "it" and (made := _IT.match(text, a.source.end, sentence.end)) and _impersonal(made):
        return None if _CAN.match(text, a.source.end + 1) else replace(a, source=None, kind=None, leanings=(), inherits=False)
    if low in _ANYBODY and _IF.search(text, sentence.start, a.source.start):
        return None  # "if one assumes that C"
    if a.cue.of(text).lower() in ("do", "does", "did") and text[: a.source.start].lower().endswith("as "):
        return None  # "as the guild does"
    if low in _CHECKS and a.content[0].start >= a.cue.end:
        return None  # "Checks showed that C": the page's own
    learned = low.startswith(("our ", "this ")) and _OURS.search(low) and a.cue.of(text).split()[-1] in _LEARNED
    if learned or low in (*WEEKDAY_OF, *words("en", "time")):
        # From whom is not told; "Monday's claim that C".
        return replace(a, source=None, kind="unnamed", leanings=(), inherits=False)
    clause = a.content[0].start < a.cue.start or text.startswith((" that ", " how "), a.cue.end)
    if clause and _BODY.search(a.source.of(text)) and _HEARD.fullmatch(a.cue.of(text)):
        return replace(a, source=None, kind="unnamed", leanings=(), inherits=False)  # "the jury heard that C"
    held = _HELD.match(text, a.source.end, sentence.end)
    if held and held["verb"] in _REPUTED and a.cue.overlaps(Span(*held.span("verb"))):
        return _of_nobody(text, a, Span(a.source.end + 1, held.end("verb")))
    if (told_of := _PASSIVE.match(text, a.source.end, sentence.end)) and a.source.end < a.cue.start < told_of.end():
        cue = Span(a.source.end + 1, told_of.end("verb" if told_of["verb"] else "held"))
        return None if _goes_on(text, told_of.end(), sentence.end) else _of_nobody(text, a, cue)
    return None if _reduced(text, sentence, a) else a


def _next(text: str, at: int) -> int:
    """Where the second word behind a place ends: "[provisionally] estimated at"."""
    hit = re.compile(r"\s[a-z]+\s[a-z]+").match(text, at)
    return hit.end() if hit else at


def _impersonal(made: re.Match[str]) -> bool:
    """Whether "it" before a verb is nobody: "it emerged", "it is understood"; but "it is asking", "it was told"."""
    verb, said = made["verb"], made.group().split()
    if verb in ("emerged", "transpired", "emerges", "transpires"):
        return True
    passive = len(said) > 1 and {"is", "was", "be", "been"} & {*said}
    return (
        bool(passive)
        and verb.endswith(("ed", "wn", "id", "ught", "lt", "ood", "ven"))
        and verb not in ("asked", "told", "informed", "advised")
    )


def _of_nobody(text: str, a: Attributed, cue: Span) -> Attributed:
    """ "Volk is understood to be ill" with Volk among what is told, and nobody who tells it."""
    assert a.source is not None
    end = max(c.end for c in a.content)
    rest = Span(cue.end + 1, end) if end > cue.end + 1 else None
    content = tuple(s for s in (a.source, rest) if s)
    return replace(a, source=None, cue=cue, content=content, via=(), via_cue=None, kind=None, leanings=(), inherits=False)


def _reduced(text: str, sentence: Span, a: Attributed) -> bool:
    """Whether a participle says what was done with its noun: "oil put at 40 t reached it"."""
    if a.source is None or a.cue is None or not a.source.end < a.cue.start:
        return False
    said = a.cue.of(text).lower().split()
    between = text[a.source.end : a.cue.start]
    if not said[-1].endswith("ed") or len([w for w in said if not w.endswith("ly")]) > 1 or not _PART.fullmatch(between):
        return False
    at = _AT.match(text, a.cue.end)
    return at is not None and _goes_on(text, at.end(), sentence.end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a finite verb follows that the noun must have: "[oil] estimated at 40 t reached the berth"."""
    past = words("en", "past") | words("en", "auxiliary")
    listed = tokens(text, start, end)
    stop = next((n for n, t in enumerate(listed) if t.text in ",;:"), len(listed))
    return any(t.low in past or t.low.endswith("ed") for t in listed[:stop])


def _by(text: str, sentence: Span, a: Attributed) -> Attributed:
    """Read "C was dismissed as a fantasy by the guild": whoever the passive names with "by" tells it."""
    said = [t.low for t in tokens(text, *a.cue)] if a.cue else []
    passive = said and said[-1].endswith(("ed", "wn", "id")) and said[-1] in cues("en")
    if (
        a.cue is None
        or not passive
        or not re.search(r"\b(?:is|are|was|were|been|being)\s(?:\w+ly\s)?\Z", text[: a.cue.end - len(said[-1])])
    ):
        return a
    hit = _AGENT.search(text, a.cue.end, sentence.end)
    if hit is None:
        return a
    who = Span(*hit.span("who"))
    content = tuple(Span(c.start, min(c.end, hit.start())) for c in a.content if c.start < hit.start())
    return replace(a, source=who, content=content, inherits=False) if content else a


def _written(text: str, sentence: Span, a: Attributed) -> Attributed:
    """Read "As set out in the letter, C": what it is set out in tells it."""
    hit = _AS.match(text, sentence.start, sentence.end)
    if hit is None or a.cue is None or not hit.start() <= a.cue.start < hit.end() or hit["verb"] not in cues("en"):
        return a
    return replace(a, source=Span(*hit.span("who")), cue=Span(hit.start(), hit.start("who") - 1), inherits=False)
