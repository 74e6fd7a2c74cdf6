"""Noun phrases of sources made whole: the tagger decides word by word, and now and then stops one word short.

Each rule answers a kind of error seen on labelled articles that were kept from training: a title or first name left outside
("Defense [Secretary Ann Roe]"), a phrase that ends in the middle ("[a digger with a] bandaged hand"), a possessive ending, a name
that its "'s" drew into the cue ("[Mayor Ann] Roe's claim that"), an anonymity formula taken for a further source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.analyzers.frames import SHOWN
from sayso.analyzers.holdings import NUMBERS
from sayso.analyzers.impersonal import governed
from sayso.contracts import Attributed
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.posts import classes
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import words
from sayso.model import Span
from sayso.text.months import WEEKDAY_OF
from sayso.text.tokens import Token, tokens

REACH = 60  # code points looked at on either side of a phrase; the longest run of capitalised words met there had 41
_FORMULA = re.compile(r"\b(?:anonymity|anonymous(?:ly)?|not to be (?:named|identified)|background)\b", re.IGNORECASE)
_TAIL = re.compile(r"[,;]\s+(?:in|of|to|and|that|for|with|by|at|on|as|but|which|who|while)\Z")  # led over to what was cut off
_OWNER = re.compile(r"([A-Z][\w.-]*)[’']s?\s+(?=\w)")
_NOBODY = frozenset("the a an this that these those".split())
_SMALL = frozenset("the a an of to in with from at by for and or his her its their this that these those who whose which".split())


_ADVERBS = frozenset("now also later then earlier today yesterday recently still already since last".split())
_AGED = re.compile(r"\s(the \d{1,3}-year-old)\b")  # "…," stormed the 51-year-old after the match
_HAS = re.compile(r"\b(?:has|have|had|shows?) (?=[A-Z])")  # "[My notes have Ola Rask] saying: C"
_VAGUE = re.compile(
    r"(?:the )?(?:preliminary|initial|early|first|available|unconfirmed|latest) "
    r"(?:information|data|reports?|estimates?|indications|findings|figures)",
    re.IGNORECASE,
)  # "according to preliminary information": nobody is named
_FOLLOWS = re.compile(r"(?:is|are|was|were) as follows")
_SPEAKING = re.compile(
    r"(?:(?:Speaking|Talking|Appearing) (?:to|on|with)|In (?:an interview|remarks|comments) (?:with|to|on)) (?:the )?(?=[A-Z])"
)


def repaired(text: str, sentence: Span, a: Attributed) -> Attributed | None:
    """The attribution with whole phrases; None where nothing is told any more."""
    whose = governed(text, sentence, _swapped(text, sentence, _standing(text, sentence, a)))
    if whose is None:
        return None
    a = _of_main_clause(text, sentence, _owned(text, _subject(text, sentence, _inverted(text, sentence, whose))))
    if a.cue and _FOLLOWS.fullmatch(text, *a.cue):
        return None  # "The toll so far is as follows: C": nobody tells it but the page
    if a.cue and a.cue.of(text) == "Said" and re.search(r"[A-Z][\w’'-]*\s\Z", text[sentence.start : a.cue.start]):
        return None  # "the refinery at Port Said"
    if (
        a.source
        and a.cue
        and any(c.start <= a.source.start <= c.start + 1 and c.holds(a.source) and a.cue.end <= c.start for c in a.content)
    ):
        return None  # in "the firm sent a statement: The handbook says C" the handbook is what is spoken of, not who sent it
    if _joined(text, a):
        return None
    a = _placed(text, sentence, a)
    source = whole(text, sentence, a.source, a.cue) if a.source else None
    via = tuple(
        v
        for s in a.via
        if (v := whole(text, sentence, s, a.cue))
        and not _FORMULA.search(v.of(text))
        and not _part(text, v, source)
        and _teller(text, v)
    )
    relay = whole(text, sentence, a.addressee, a.cue) if a.addressee and not _at(text, a.cue, a.addressee) else None
    content = tuple(c for s in a.content for c in _without(s, [p for p in (source, relay, *via) if p and not s.holds(p)]))
    content = tuple(c for c in content if not _of_source(text, c, source, a.cue))
    content = tuple(Span(c.start, c.start + len(_TAIL.sub("", c.of(text)))) for c in content)
    content = tuple(_to_the_end(text, sentence, c, (source, a.cue, relay, *via, *content)) for c in content)
    content = tuple(c for c in content if re.search(r"\w", c.of(text)))
    if not content:
        return None
    return replace(a, source=source, via=via, via_cue=a.via_cue if via else None, addressee=relay, content=content)


_BEHIND = re.compile(
    r"\s(?P<who>(?:an?|the|one|two|three|several|some)\s(?:[a-z][\w’'-]*\s?){1,6}?(?:(?<=\s)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})?)"
    r"(?=\s?(?:who|whose|that)\b|[.,;:]|\Z)"
)
_IN = re.compile(r"\s\w[\w’' -]{2,60}\s(?:in|at|near|outside)\s(?:the\s)?\Z")


def _inverted(text: str, sentence: Span, a: Attributed) -> Attributed:
    """Read "C, said a porter who would not be named": who stands behind the verb, where the tagger gives nobody or an article."""
    if (
        (a.source and a.source.of(text).lower() not in _NOBODY and sentence.holds(a.source))
        or a.cue is None
        or a.content[0].end > a.cue.start
        or not re.search(r"[,”\"’']\s?\Z", text[: a.cue.start])
    ):
        return a
    behind = _BEHIND.match(text, a.cue.end, sentence.end)
    if a.content[-1].end > a.cue.start and (behind is None or behind.end() < a.content[-1].end):
        return a
    noun = tokens(text, *behind.span("who")) if behind else []
    cut = next((n for n, t in enumerate(noun) if n and t.low in words("en", "preposition")), len(noun))
    if (
        behind is None
        or not noun
        or not (
            role_of(noun[cut - 1])
            or classes(noun[cut - 1])
            or text[behind.end() :].lstrip().startswith("who ")
            or (noun[0].low == "the" and not re.search(r"\w", text[behind.end() : sentence.end]))  # "C, says the airport."
        )
    ):
        return a
    who = behind.group("who").rstrip()
    told = tuple(c for c in a.content if c.end <= a.cue.start)
    return replace(a, source=Span(behind.start("who"), behind.start("who") + len(who)), content=told, inherits=False)


_SAYS = re.compile(r",\s(?:says|said|claims|insists|reckons)\s(?P<who>(?:the|an?)\s(?:[a-z][\w’'-]*\s?){1,4})(?=[.;!]|\s*\Z)")


def _swapped(text: str, sentence: Span, a: Attributed) -> Attributed:
    """Read "Nine hurt, says the clinic.": what stands before the comma is told, though the tagger may take it for the teller."""
    if a.source is None or a.cue is None or not a.source.end < a.cue.start:
        return a
    behind = _SAYS.match(text, a.source.end, sentence.end)
    if behind is None or not a.cue.overlaps(Span(a.source.end + 2, behind.start("who"))):
        return a
    finite = words("en", "auxiliary") | words("en", "past") | words("en", "pronoun")
    clause = any(t.low in finite or t.low.endswith("ed") for t in tokens(text, *behind.span("who")))
    told = tokens(text, *a.source)
    counted = told[0].text[:1].isdigit() or told[0].low in NUMBERS  # "Four people treated"
    if clause or any(t.capital or (not counted and (role_of(t) or classes(t))) for t in told[1:]):
        return a  # "The miller, Ida Volk, said the weir was open"
    who = Span(behind.start("who"), behind.start("who") + len(behind["who"].rstrip()))
    return replace(a, source=who, content=(Span(sentence.start, a.source.end),), kind=None, leanings=(), inherits=False)


_STANDS = re.compile(
    r"(?:^|[\s,;])(?P<who>it|he|she|they|(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4}|[Tt]he\s[a-z]+)\s"
    r"(?P<verb>stands?|stood)\s\Z"
)


def _standing(text: str, sentence: Span, a: Attributed) -> Attributed:
    """Read "Tarn Mills stands by its list": the verb of "by", and who stands there."""
    if a.cue is None or a.cue.of(text) != "by":
        return a
    stands = _STANDS.search(text, sentence.start, a.cue.start)
    if stands is None:
        return a
    return replace(a, source=Span(*stands.span("who")), cue=Span(stands.start("verb"), a.cue.end), kind=None, inherits=False)


def _at(text: str, cue: Span | None, told: Span) -> bool:
    """Whether a place is what is left of who was told: "told a conference in Orle"."""
    return cue is not None and cue.end < told.start and _IN.match(text, cue.end, told.start) is not None


_ADDS = frozenset("add adds added adding".split())


def _joined(text: str, a: Attributed) -> bool:
    """Whether what is added is no telling: neither a clause nor a quotation ("The guild added a third pier")."""
    told = a.content[0]
    if a.cue is None or a.cue.of(text).split()[-1].lower() not in _ADDS or text[a.cue.end : told.start] != " ":
        return False
    listed = tokens(text, *told)
    finite = words("en", "auxiliary") | words("en", "past")
    return not any(t.low in finite or t.low.endswith("ed") or t.text in "“”\"‘'’" or "’" in t.text or "'" in t.text for t in listed)


_TITLE = re.compile(r"(?:of|for|at)\s")


def _of_source(text: str, content: Span, source: Span | None, cue: Span | None) -> bool:
    """Whether words behind "said Ida Volk, the spokeswoman" go on with who she is: "of the guild of the lake"."""
    if source is None or cue is None or not cue.end <= source.start < source.end < content.start:
        return False
    between = text[source.end : content.start]
    return _TITLE.match(text, content.start) is not None and re.search(r"[.!?,;:“”\"]", between) is None


def _owned(text: str, a: Attributed) -> Attributed:
    """A name with "'s" at the head of a cue is the teller's: "Roe's" is one word, and the tagger decides by words."""
    name = _OWNER.match(a.cue.of(text)) if a.cue else None
    if (
        a.cue is None
        or name is None
        or name[1].lower() in _no_names() | WEEKDAY_OF.keys()
        or (a.source and not 0 <= a.cue.start - a.source.end <= 1)
    ):
        return a
    start = a.source.start if a.source else a.cue.start
    cue = Span(a.cue.start + name.end(), a.cue.end)
    return replace(a, source=Span(start, a.cue.start + name.end(1)), cue=cue, inherits=False)


_AFTER_COMMA = re.compile(r"(?:[^,;.]*,){1,4}\s*\Z")
_WITH = re.compile(r"\b(?:with|of|for|about|from|beside|alongside|against)\s(?:the\s|an?\s|his\s|her\s|their\s)?\Z", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?P<subject>(?:He|She|They|(?:The|A|An)\s[a-z]+|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]*))\s"
    r"(?:[a-z]+(?:ed|s)|wrote|sent|gave|took|made|put|went|came|spoke|met|left)\b"
)


def _to_the_end(text: str, sentence: Span, content: Span, others: Sequence[Span | None]) -> Span:
    """Told words that stop at "on" or "the", though the clause goes on, go on with it to its next mark or the next phrase."""
    last = tokens(text, max(content.start, content.end - REACH), content.end)[-1:]
    if not last or last[0].low not in _OPEN_END or text[content.end : content.end + 1] != " ":
        return content
    ends = [s.start for s in others if s is not None and s.start >= content.end]
    mark = re.compile(r"[,;:.!?…—–”\"]").search(text, content.end, sentence.end)
    end = min([sentence.end, *ends, *([mark.start()] if mark else [])])
    words = tokens(text, content.end, end)
    return Span(content.start, words[-1].end) if words and len(words) <= MOST_ADDED else content


_OPEN_END = frozenset("the a an of to in with from at for on into and or his her its their this that these those".split())
MOST_ADDED = 8  # words that a phrase cut short may still have; own choice


_LONG_SUBJECT = re.compile(
    r"(?:^|[,;:]\s)(?P<subject>(?:[^\W\d_][\w’'-]*\s){1,7}?)"
    r"(?:who|(?:seen|sighted|inspected|obtained|reviewed|examined|viewed) by)\s"
    r"(?:[\w’'-]+\s){0,12}\Z"
)


def _subject(text: str, sentence: Span, a: Attributed) -> Attributed:
    """The noun before its relative clause: in "two analysts who saw it for the Post said" the tagger may stop at the Post."""
    if a.source is None or a.cue is None or not sentence.holds(a.source) or not 0 <= a.cue.start - a.source.end <= REACH:
        return a
    first = max(sentence.start, a.source.start - 2 * REACH)
    if _BY.match(text, *a.source) and (led := _CLAUSE_HEAD.search(text[first : a.source.start])):
        return replace(a, source=Span(first + led.start("head"), a.source.end))  # "an email [signed by Ida Volk] reads"
    led = _LONG_SUBJECT.search(text[first : a.source.start])
    between = tokens(text, a.source.end, a.cue.start)
    if led is None or any(not t.word or t.low not in words("en", "auxiliary") for t in between):
        return a
    shown = led.group().rstrip().endswith("by") and a.cue.of(text).split()[-1] in SHOWN
    if not (shown or (" who " in led.group() and (a.source.of(text)[0].islower() or led.group().split()[-1] in _SMALL))):
        return a
    return replace(a, source=Span(first + led.start("subject"), first + led.end("subject") - 1), kind=None, leanings=())


_BY = re.compile(r"(?:signed|dated|written|sent|posted|published|issued|seen|obtained) ")
_CLAUSE_HEAD = re.compile(r"(?:^|[,;:]\s)(?P<head>(?:An?|The|a|the)\s(?:[^\W_][\w’'-]*\s){1,7})\Z")


def _of_main_clause(text: str, sentence: Span, a: Attributed) -> Attributed:
    """A participle goes with the subject: in "The singer posed with Ada Grell, writing that C" nobody but the singer writes.

    Where the subject is not to be made out, nobody is given.
    """
    if a.source is None or a.cue is None or not sentence.holds(a.source) or not text[a.cue.start : a.cue.end].endswith("ing"):
        return a
    between = text[a.source.end : a.cue.start]
    if a.cue.start <= a.source.end or not _AFTER_COMMA.match(between) or not _WITH.search(text[sentence.start : a.source.start]):
        return a
    hit = _SUBJECT.match(text, sentence.start, a.source.start)
    return replace(a, source=Span(*hit.span("subject")) if hit else None)


def _placed(text: str, sentence: Span, a: Attributed) -> Attributed:
    """A source behind its verb by age alone, one that has what another says, the house to which a sentence says it was spoken."""
    if a.cue and a.source is None and not a.inherits and (aged := _AGED.match(text, a.cue.end, sentence.end)):
        a = replace(a, source=Span(*aged.span(1)))
    if a.cue and a.source and a.cue.of(text).endswith("ing") and (has := _HAS.search(text, a.source.start, a.source.end)):
        a = replace(a, source=Span(has.end(), a.source.end))
    if a.source and _VAGUE.fullmatch(text, *a.source):
        a = replace(a, source=None, kind=None, leanings=())
    if a.cue and a.addressee is None and (led := _SPEAKING.match(text, sentence.start, a.cue.start)):
        comma = text.find(",", led.end(), a.cue.start)
        name = Span(led.end(), comma if comma > 0 else led.end())
        said = tokens(text, *name)
        if said and (outlet_kind(name.of(text)) or any(role_of(t) in ("outlet", "agency") for t in said)):
            a = replace(a, addressee=name)
    return a


_APPOSED = re.compile(r"(?:^|\s)([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,3}),\s\Z")


def whole(text: str, sentence: Span, span: Span, cue: Span | None) -> Span | None:
    """The noun phrase round ``span``; None where only function words are left."""
    before = tokens(text, max(sentence.start, span.start - REACH), span.start)
    after = tokens(text, span.end, min(sentence.end, span.end + REACH))
    start, end = span
    inside = tokens(text, start, end)
    if inside and inside[0].capital:
        start = _left(before, cue, start)
    small = _SMALL | words("en", "preposition") | _ADVERBS
    while len(inside) > 1 and inside[-1].low in small and inside[-1].low not in words("en", "pronoun"):
        inside.pop()
    end = inside[-1].end if inside else start
    if not inside or all(t.low in words("en", "preposition") | _NOBODY for t in inside):
        return None
    if inside[-1].capital and end == span.end:
        end = _right(after, cue, end)
    if start == span.start and text.startswith(", who ", end) and (named := _APPOSED.search(text, sentence.start, start)):
        start = named.start(1)  # "Ida Volk, [head of the guild], who said"
    if me := re.search(r"\s(?:I|we)\Z|\A[Ww]hat(?=\s)", text[start:end]):
        start += (me.start() or me.end()) + 1  # "What I said is that C", "What Ida Volk told us is that C"
    ending = re.search(r"[’']s?\Z", text[start:end])
    return Span(start, end - len(ending.group()) if ending else end)


def _left(before: Sequence[Token], cue: Span | None, start: int) -> int:
    """Take in capitalised words that stand directly before, and then an article."""
    at = start
    for t in reversed(before):
        near = at - t.end <= 1 and not (cue and cue.overlaps(t.span))
        article = t.low in ("the", "a", "an")
        named = t.word and t.capital and not article and t.low not in _no_names() and not t.text.endswith(("’s", "'s"))
        if near and (named or article):
            at = t.start
        else:
            break
    return at


@cache
def _no_names() -> frozenset[str]:
    """Words that may begin a sentence before a name and are no part of it ("On Monday Ida Volk said")."""
    return frozenset().union(*(words("en", kind) for kind in ("preposition", "clause", "time", "auxiliary", "pronoun", "relative")))


def _right(after: Sequence[Token], cue: Span | None, end: int) -> int:
    """Take in capitalised words that stand directly after, and nouns of office ("World [Desk]", "an Orvik [channel]")."""
    for t in after:
        named = t.capital or role_of(t) is not None
        if not (t.word and named and t.start - end <= 1 and not (cue and cue.overlaps(t.span))):
            break
        end = t.end
    return end


def _teller(text: str, via: Span) -> bool:
    """Whether somebody is cited and not a reason ("citing a typing error")."""
    said = tokens(text, *via)
    return any(t.capital for t in said) or not any(t.low in words("en", "grounds") for t in said)


def _part(text: str, via: Span, source: Span | None) -> bool:
    """A bare word of the source's own phrase is no further source."""
    return source is not None and (source.overlaps(via) or via.of(text).lower() in source.of(text).lower().split())


def _without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """The told words without phrases that reach into them from outside."""
    out = [span]
    for h in sorted(holes):
        cut: list[Span] = []
        for s in out:
            cut += (
                [p for p in (Span(s.start, min(s.end, h.start)), Span(max(s.start, h.end), s.end)) if p.start < p.end]
                if s.overlaps(h)
                else [s]
            )
        out = cut
    return out
