"""Russian and Ukrainian sentences: S сообщил, что C · C, сообщил S · как сообщил S, C · по словам S, C · в S сообщили, что C.

Word order is free and subjects may stand on either side of the verb; a comma before "что", a colon, or a comma before the verb
decides which words are told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.analyzers.stretches import (
    CLOSING,
    OPENING,
    Part,
    boundary,
    empty,
    find,
    inherited,
    made,
    mark,
    nobody,
    short,
    stripped,
    taken_over,
)
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

AS = frozenset({"как", "як"})
IN = frozenset("в во у на".split())
OUT = frozenset("из із зі з со".split())
ABOUT = frozenset("о об про".split())
PLURAL = ("ли", "ют", "ят", "ут", "ат", "ють", "ять", "уть", "ать", "ось", "лись")
GERUND = {"ru": ("в", "вши", "ая", "яя"), "uk": ("вши", "ючи")}  # endings of participles of telling
REACH = 22  # words from a verb of telling to its "что": addressee, place and an apposition may stand between


@dataclass(frozen=True)
class Who:
    """Who tells, whom the teller cites, who was told."""

    source: Part | None
    via: Part | None = None
    addressee: Part | None = None


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of one sentence; ``before`` is the sentence before it, which "об этом сообщил S" tells."""
    found: list[Attributed] = []
    for i in range(len(view.tokens)):
        if view.quoted[i] or any(c.holds(view.tokens[i].span) for a in found for c in a.content[1:]):
            continue
        got = _fixed(view, i)
        cue = view.cue(i)
        if got is None and cue and view.low(i).endswith(GERUND[view.language]):
            got = _gerund(view, i, found)
            cue = None
        if got is None and cue and not _negated(view, i):
            got = _back(view, i, before) or _verb(view, i, cue)
        if got is not None:
            found.append(got)
    return found


def _gerund(view: View, i: int, found: list[Attributed]) -> Attributed | None:
    """Read "S сказал, что C, добавив, что D": S tells D as well."""
    that = _that(view, i)
    a = made(view, [(that[1], len(view.tokens))], (i, i + 1), None) if that else None
    return taken_over(view, i, a, found) if a else None


def _negated(view: View, i: int) -> bool:
    return view.isa(i - 1, "negation") or (view.isa(i - 1, "adverb") and view.isa(i - 2, "negation"))


def _fixed(view: View, i: int) -> Attributed | None:
    """Read "по словам S, C", "по его словам, C", "по слухам, C" at token i."""
    n = len(view.tokens)
    for kind in ("hearsay", "again", "according"):
        phrase = view.phrase(i, kind)
        if not phrase:
            continue
        end = i + len(phrase)
        stop = _right(view, end, n) if kind == "according" else end
        if kind == "according" and empty(view, (end, stop)):
            return None
        start = i - 1 if i and view.tokens[i - 1].text in ",(" else i
        rest = (_after_that(view, stop), n)
        content = [(0, start), rest] if start else [rest]
        if start and view.tokens[start].text == "," and view.count(0, start) < 3:
            content = [rest]
        if kind == "hearsay":
            return nobody(view, content, (i, end))
        source = (_unnoun(view, (end, stop)) if kind == "according" else None) or None
        if source and all(view.isa(k, "nobody") for k in range(*source) if view.tokens[k].word):
            return nobody(view, content, (i, end))
        return made(view, content, (i, end), source, _citing(view, (stop, n)))
    return None


def _after_that(view: View, i: int) -> int:
    while i < len(view.tokens) and (not view.tokens[i].word or view.isa(i, "that")) and view.tokens[i].text not in OPENING:
        i += 1
    return i


def _back(view: View, i: int, before: Span | None) -> Attributed | None:
    """Read "Об этом сообщил S": what is told stands in the sentence before."""
    phrase = view.phrase(0, "back")
    if phrase is None or before is None or i < len(phrase) or i > len(phrase) + 4:
        return None
    who = _subject(view, i, len(view.tokens))
    if who.source is None:
        who = _left(view, (len(phrase), i), i)
    if who.source is not None:
        who = replace(who, source=_unnoun(view, who.source))
    if who.source is None or inherited(view, who.source):
        return None
    a = made(view, [who.source], (i, i + 1), who.source, who.via, who.addressee)
    source = a.source if a else None
    return Attributed((before,), view.tokens[i].span, source, a.via if a else (), None, a.addressee if a else None) if a else None


def _verb(view: View, i: int, cue: Cue) -> Attributed | None:
    n = len(view.tokens)
    that = _that(view, i)
    if cue.frame == "piece":
        told = any(view.isa(k, "piece") for k in range(i + 1, min(i + 5, len(view.tokens))))
        return _object(view, i, _left(view, (_start(view, i), i), i)) if told else None
    if cue.frame == "impersonal":
        return _impersonal(view, i, that)
    said_of = that is None and view.low(i + 1) in ABOUT and view.low(0) in IN  # "В штабе «N» заявили о C"
    if that is None and not said_of and (got := _inserted(view, i)) is not None:
        return got
    left = _left(view, (0 if said_of else _start(view, i), i), i)
    if (cue.frame in ("object", "accuse") or cue.tone == "factive") and that is None:
        return _object(view, i, left)
    if that is not None:
        after = _subject(view, i, that[0])
        who = left if left.source else after
        addressee = left.addressee or after.addressee
        return made(view, [(that[1], n)], (i, i + 1), who.source, left.via or after.via or _citing(view, (i, that[0])), addressee)
    return _about(view, i, left)


def _that(view: View, i: int) -> Part | None:
    """Where the told clause after the verb at i begins: its comma or colon, and its first word."""
    for k in range(i + 1, min(i + REACH, len(view.tokens))):
        text = view.tokens[k].text
        if text == ":" or (text == "," and (view.isa(k + 1, "that") or (view.low(k + 1) in ("будто", "ніби", "мов")))):
            return k, k + (1 if text == ":" else 2)
        if view.cue(k) and not view.isa(k - 1, "relative"):
            return None
        if text in "–—" and view.quoted[min(k + 1, len(view.tokens) - 1)]:
            return k, k + 1
    return None


def _inserted(view: View, i: int) -> Attributed | None:
    """Read "C, сообщил S" and "как сообщил S, C"."""
    n, j = len(view.tokens), i - 1
    while j >= 0 and (view.isa(j, "adverb") or view.isa(j, "time") or (view.tokens[j].text.isdigit() and view.isa(j + 1, "time"))):
        j -= 1
    j -= j > 0 and j < i - 1 and view.isa(j, "preposition")
    as_clause = j >= 0 and view.low(j) in AS
    ended = j > 0 and (view.tokens[j].text in ",–—-!?" or (view.tokens[j].text in CLOSING and view.quoted[j]))
    if not as_clause and j > 0 and not ended:
        return _dative_before(view, i)
    first = j if as_clause else j + 1
    who = _subject(view, i, n)
    stop = who.source[1] if who.source else i + 1
    if who.addressee:
        stop = max(stop, who.addressee[1])
    if as_clause:
        comma = mark(view, ",", (stop, n))
        if who.source is None and (left := _left(view, (j + 1, i), i)).source:
            who = left
        rest = (comma + 1, n) if comma is not None else (n, n)
        content = [(0, first), rest] if view.count(0, first) > 1 else [rest]
    else:
        if view.count(0, first) < 2 or (view.isa(0, "relative") and first < 2):
            return None
        content = [(0, first)]
        content += [(q, n) for q in range(stop, n) if view.quoted[q]][:1]
    return made(view, content, (i, i + 1), who.source, who.via or _citing(view, (i, n)), who.addressee)


def _dative_before(view: View, i: int) -> Attributed | None:
    """Read "О смерти Y пишет S": what is told opens the sentence, the subject follows its verb."""
    first = stripped(view, (0, i), "lead", "adverb")[0]
    if view.low(first) not in ABOUT or i < first + 2 or mark(view, ",:", (first, i)) is not None:
        return None
    who = _subject(view, i, len(view.tokens))
    if who.source is None or inherited(view, who.source):
        return None
    return made(view, [(first, i)], (i, i + 1), who.source, who.via or _citing(view, (i, len(view.tokens))), who.addressee)


def _impersonal(view: View, i: int, that: Part | None) -> Attributed | None:
    """Read "говорится в докладе S", "из доклада следует, что C", "сообщается, что C"."""
    n = len(view.tokens)
    comma = next((k for k in range(i - 1, -1, -1) if view.tokens[k].text in ",:;"), -1)
    left = next((k for k in range(comma + 1, i) if view.low(k) in IN | OUT), None)
    right = i + 1 if view.low(i + 1) in IN | OUT else None
    stop = that[0] if that else n
    source = (left + 1, i) if left is not None else (right + 1, _right(view, right + 1, stop)) if right is not None else None
    content = [(that[1], n)] if that else [(0, comma)] if view.count(0, max(comma, 0)) > 1 else [(stop, n)]
    if source and not that and i and view.low(i - 1) in AS and comma < 0:
        content = [(source[1], n)]  # "Как говорится в докладе S, C"
    if source is None:
        return nobody(view, content, (i, i + 1))
    alone = view.isa(source[0], "statement") and view.count(*source) == 1  # "говорится в сообщении": of the body before
    return made(view, content, (i, i + 1), None if alone else _unnoun(view, source))


def _unnoun(view: View, part: Part) -> Part:
    """Read "заявлении ведомства" as the body that speaks in it."""
    first, last = part
    return (first + 1, last) if view.isa(first, "statement") and view.count(first + 1, last) else part


def _object(view: View, i: int, left: Who) -> Attributed | None:
    """Read "S опроверг O" and "S эти данные опроверг"."""
    n = len(view.tokens)
    if view.low(i + 1) in IN and left.source and view.low(i).endswith(PLURAL):  # "информацию подтвердили в S"
        return made(view, [left.source], (i, i + 1), (i + 2, _right(view, i + 2, n)))
    told = left.source and view.isa(left.source[0], "piece") and view.low(i + 1) not in IN | ABOUT
    if told and not boundary(view, i + 1):  # "Информацию опровергло S"
        after = _subject(view, i, n)
        return short(view, left.source, (0, n), (i, i + 1), (after.source, after.via, after.addressee)) if left.source else None
    if view.count(i + 1, n) >= 1 and not boundary(view, i + 1):
        source = left.source
        content = (i + 1, n)
    else:
        source, content = _split(view, left.source)
    a = made(view, [content], (i, i + 1), source, left.via, left.addressee)
    if a is None and view.count(*content) == 1:
        span = view.part(*content)
        b = made(view, [(0, i + 1)], (i, i + 1), source, left.via, left.addressee)
        return Attributed((span,), b.cue, b.source, inherits=b.inherits) if b and span else None
    return a


def _split(view: View, part: Part | None) -> tuple[Part | None, Part]:
    """A subject and the object that stands behind it before the verb."""
    if part is None:
        return None, (0, 0)
    at = next((k for k in range(part[0] + 1, part[1]) if view.isa(k, "object")), None)
    return ((part[0], at), (at, part[1])) if at is not None else (part, part)


def _about(view: View, i: int, left: Who) -> Attributed | None:
    """Read "S рассказал об O": what is told is a phrase."""
    n = len(view.tokens)
    at = next((k for k in range(i + 1, min(i + 6, n)) if view.low(k) in ABOUT), None)
    if at is None:
        return None
    who = left if left.source else _subject(view, i, at)
    return made(view, [(at, n)], (i, i + 1), who.source, left.via or _citing(view, (0, n)), left.addressee) if who.source else None


def _start(view: View, i: int) -> int:
    """Where the clause of the verb at i begins: behind speech, a colon, a dash, or a comma that closes no insertion."""
    k = i
    while k > 0 and not (view.quoted[k - 1] or view.tokens[k - 1].text in ";:–—"):
        if view.tokens[k - 1].text == "," and (view.isa(k, "that") or any(view.cue(m) for m in range(k - 2, k - 1))):
            break
        k -= 1
    return k


def _left(view: View, part: Part, verb: int) -> Who:
    """The subject before its verb, without what leads up to it and what is inserted."""
    first, last = part
    last = _uninserted(view, first, last)
    last = next((k for k in range(first + 1, last) if _time_phrase(view, k, last)), last)
    while last > first and (view.isa(last - 1, "adverb") or view.isa(last - 1, "time")):
        last -= 1
    first, last = stripped(view, (first, last), "lead", "adverb")
    first += first < last and view.isa(first, "that")
    via = _citing(view, (first, last))
    if cite := find(view, "citing", (first, last)):
        head = _last_run(view, cite[1], last)
        if cite[0] == first and head > cite[1]:
            return Who((head, last), (cite[1], head))
        last = cite[0]
    addressee = None
    if (venue := find(view, "venue", (first, last))) and venue[0] > first:
        addressee = (venue[1], last) if venue[1] < last else None
        last = venue[0]
    elif venue and view.tokens[venue[1]].text in OPENING and view.tokens[last - 1].text in CLOSING:
        return Who((venue[1], last), via)  # "В телеграм-канале «N» заявили": nobody else is there to speak
    elif venue:
        head = _last_run(view, venue[1], last)
        addressee, first = (venue[1], head) if head > venue[1] else None, head
    if first < last and view.isa(first, "to"):
        end = _hearer(view, first, last)
        addressee, first = (first, end), end
    if first < last and view.low(first) in IN and not view.isa(first + 1, "pronoun"):
        plural = view.low(verb).endswith(PLURAL)
        titled = next((k for k in range(first + 2, last) if role_of(view.tokens[k])), None)  # "В Зимове губернатор Ренн заявил"
        first = first + 1 if plural else titled or _last_run(view, first + 1, last)
    return Who((first, last) if not empty(view, (first, last)) else None, via, addressee)


def _time_phrase(view: View, k: int, last: int) -> bool:
    return view.isa(k, "preposition") and any(view.isa(m, "time") for m in range(k + 1, min(k + 4, last)))


def _uninserted(view: View, first: int, last: int) -> int:
    """The end of a subject whose insertion ("…, который …,") a comma closes before the verb; its phrase after a last comma else."""
    if last > first and view.tokens[last - 1].text == ",":
        before = next((k for k in range(last - 2, first, -1) if view.tokens[k].text == ","), None)
        return before if before is not None else last - 1
    return last


def _last_run(view: View, first: int, last: int) -> int:
    """Where the last name or role of a stretch begins."""
    k = last - 1
    while k > first and (view.tokens[k - 1].capital or not view.tokens[k - 1].word or role_of(view.tokens[k - 1])):
        if view.tokens[k - 1].text in CLOSING and not view.tokens[k].capital:
            break
        k -= 1
    return k


def _subject(view: View, i: int, limit: int) -> Who:
    """The subject after the verb at i, with whom it told before."""
    first, addressee = i + 1, None
    while first < limit and (
        view.isa(first, "adverb") or view.isa(first, "time") or _time_phrase(view, first, min(first + 2, limit))
    ):
        first += 2 if view.isa(first, "preposition") else 1
    if first < limit and (venue := view.phrase(first, "venue")):
        end = _hearer(view, first + len(venue) - 1, limit)
        addressee, first = (first + len(venue), end), end
    if first < limit and view.isa(first, "to"):
        end = _hearer(view, first, limit)
        addressee, first = (first, end), end
    elif first < limit and view.tokens[first].text in '«"' and (close := _named_hearer(view, first, limit)):
        addressee, first = (first + 1, close), close + 1
    if first < limit and view.low(first) in IN and not view.isa(first + 1, "time") and not view.phrase(first, "venue"):
        first += 1
    end = _right(view, first, limit)
    via = _citing(view, (end, limit))
    return Who((first, end) if not empty(view, (first, end)) else None, via, addressee)


def _named_hearer(view: View, first: int, limit: int) -> int | None:
    """Read "рассказали «N» три источника": the mark that closes the name of whom they told, where a subject follows."""
    close = mark(view, '»"', (first + 1, limit))
    if close is None or close + 1 >= limit or boundary(view, close + 1) or view.phrase(close + 1, "citing"):
        return None
    return close


def _hearer(view: View, first: int, limit: int) -> int:
    """The end of "агентству «N»" from its first word on."""
    k = first + 1
    if k < limit and view.tokens[k].text in '«"':
        close = mark(view, '»"', (k + 1, limit))
        return close + 1 if close is not None else k
    while k < limit and view.tokens[k].capital:
        k += 1
    return k


def _right(view: View, first: int, limit: int) -> int:
    """The end of a source phrase that begins at ``first``."""
    k = first
    while k < limit and not boundary(view, k) and not view.quoted[k] and view.tokens[k].text != "(":
        stops = (
            view.isa(k, "stop")
            or (k > first and view.isa(k, "to") and view.tokens[k - 1].text not in OPENING)  # not in «Радио Ост», a name
            or view.isa(k, "that")
            or view.phrase(k, "citing")
            or view.phrase(k, "venue")
        )
        timed = view.isa(k, "time") or (
            view.isa(k, "preposition") and (view.isa(k + 1, "time") or (k + 1 < limit and view.tokens[k + 1].text.isdigit()))
        )
        if stops or view.phrase(k, "anonymous") or (k > first and timed):
            break
        k += 1
    return k


def _citing(view: View, part: Part) -> Part | None:
    """Whom a teller cites: "со ссылкой на S"."""
    cite = find(view, "citing", part)
    if cite is None:
        return None
    end = _right(view, cite[1], part[1])
    return (cite[1], end) if end > cite[1] else None
