"""Arabic sentences: قال S إن C · أفادت S بأن C · نقلت P عن S أن C · بحسب S C · حسبما ذكرت S · نفى S O.

The verb comes before its subject; what opens the told clause ("أن", a colon, a quotation mark) ends the subject. Where nothing
does, the shape of the noun phrase decides: a construct of two nouns, adjectives with the article, a title with a name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.analyzers.stretches import OPENING, Part, boundary, empty, find, inherited, isa, made, mark, nobody, stripped, taken_over
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue, phrases, words
from sayso.model import Span

REACH = 30  # words from a verb of telling to its "أن": titles, names and an insertion stand between
PREPOSITIONS = frozenset("الى على عن من ب حول بشان".split())
OF_TITLE = frozenset({"official", "person"})  # kinds of nouns after which a name of two words stands
_AND = re.compile(r"^[وف](?=\w{2})")
_WITH_TO = frozenset({"وفقا", "طبقا", "استنادا", "تبعا"})  # "according", with its "to" written to the next word
_THAT = re.compile(r"^[وفب]?(?:ان|انه|انها|انهم|انهما|انهن|اننا|انني)$")


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of one sentence; ``before``, the sentence before it, is what "وذلك بحسب S" would tell: not read."""
    found: list[Attributed] = []
    i = 0
    while i < len(view.tokens):
        got = None
        if not view.quoted[i] and not any(a.source and a.source.holds(view.tokens[i].span) for a in found):
            got = _fixed(view, i)
            if got is None and (cue := _cue(view, i)) and not _negated(view, i):
                got = _verb(view, i, cue)
        if got is not None:
            participle = got.inherits and i and view.tokens[i - 1].text in "،," and view.low(i).endswith(("ا", "ة"))
            found.append(taken_over(view, i, got, found) if participle else got)
        i += 1
    return found


def _cue(view: View, i: int) -> Cue | None:
    """The verb of telling at i; "and" and "so" are written to it."""
    low = view.low(i)
    known = view.cues.get(low) or view.cues.get(_AND.sub("", low))
    return known or next((c for s in ("ه", "ها") if low.endswith(s) and (c := view.cues.get(low.removesuffix(s)))), None)


def _negated(view: View, i: int) -> bool:
    return view.isa(i - 1, "negation") or _AND.sub("", view.low(i - 1)) in words(view.language, "negation")


def _that(view: View, i: int) -> bool:
    return bool(_THAT.match(view.low(i)))


def _fixed(view: View, i: int) -> Attributed | None:
    """Read "بحسب S C", "وفقا لS C", "يقال إن C" at token i; "and" may be written to the first word."""
    n = len(view.tokens)
    for kind in ("hearsay", "again", "according"):
        phrase = _phrase(view, i, kind)
        cited = view.phrase(i, "citing") and any(_cue(view, k) for k in range(i))  # "أفادت P نقلا عن S": not of the page's own
        if not phrase or cited:
            continue
        end = i + phrase
        if kind == "according" and (cue := _cue(view, end)):
            return _as(view, i, end, cue)
        stop = _right(view, end, n) if kind == "according" else end
        if view.isa(stop - 1, "piece") and stop < n and _cue(view, stop):  # "تقرير نشرته S": whose text it is
            stop = next((k for k in range(stop + 1, min(stop + 9, n)) if view.tokens[k].text in "،,"), stop)
        rest = stop
        while rest < n and (not view.tokens[rest].word or _that(view, rest) or view.low(rest) == "عن"):
            if view.tokens[rest].text in OPENING:
                break
            rest += 1
        content = [(0, i), (rest, n)] if view.count(0, i) > 2 else [(rest, n)]
        if kind != "according":
            return nobody(view, content, (i, end)) if kind == "hearsay" else made(view, content, (i, end), None)
        if empty(view, (end, stop)):
            return None
        return _unproclitic(view, made(view, content, (i, end), (end, stop)), end)
    return None


def _phrase(view: View, i: int, kind: str) -> int:
    """The length of a fixed expression at i, its "and" and the "to" written to the word behind it apart."""
    phrase = view.phrase(i, kind)
    if phrase is None and _AND.match(view.low(i)):
        low = _AND.sub("", view.low(i))
        known = phrases(view.language, kind).get(low, ())
        phrase = next((p for p in known if (low, *view.lows[i + 1 : i + len(p)]) == p), None)
    return len(phrase) if phrase else 0


def _unproclitic(view: View, a: Attributed | None, first: int) -> Attributed | None:
    """Read "لتقرير" behind "وفقا" as "تقرير": the preposition is written to the word."""
    if a is None or a.source is None or {view.low(first - 1), _AND.sub("", view.low(first - 1))}.isdisjoint(_WITH_TO):
        return a
    return replace(a, source=_unled(view, a.source))


def _unled(view: View, span: Span) -> Span:
    """A phrase without the "to" that is written to its first word."""
    word = span.of(view.text)
    lead = re.match(r"لل|ل?ـ|ل", word)
    return Span(span.start + (lead.end() if lead else 0), span.end)


def _as(view: View, i: int, verb: int, cue: Cue) -> Attributed | None:
    """Read "C، حسبما ذكر S": the clause beside is told."""
    n = len(view.tokens)
    stop = _right(view, verb + 1, n)
    of = next((k for k in range(verb + 2, stop) if view.low(k) == "عن"), None) if cue.frame == "via" else None
    if of is not None:  # "بحسب ما نقلته P عن S"
        return made(view, [(0, i), (stop, n)] if i > 1 else [(stop, n)], (verb, verb + 1), (verb + 1, of), (of + 1, stop))
    content = [(0, i), (stop, n)] if view.count(0, i) > 1 else [(stop, n)]
    return made(view, content, (verb, verb + 1), (verb + 1, stop), _citing(view, (stop, n)))


def _verb(view: View, i: int, cue: Cue) -> Attributed | None:
    n = len(view.tokens)
    if cue.frame == "piece":
        piece = next((k for k in range(i + 2, min(i + 6, n)) if view.isa(k, "piece")), None)
        return made(view, [(piece, n)], (i, i + 1), (i + 1, piece)) if piece is not None else None
    opened = _opens(view, i)
    if cue.frame == "object" and any(view.isa(k, "silence") for k in range(i + 1, min(i + 9, n))):
        return None  # "رفض S التعليق" tells nothing
    if cue.frame in ("object", "accuse") and any(_object(view, k) for k in range(i + 2, opened or i)):
        opened = None
    if cue.frame == "about" and (got := _of(view, i)):
        return got
    if cue.frame == "via":
        return _passed_on(view, i, opened)
    if opened is not None and not (cue.frame in ("object", "accuse") and opened - i > 8):
        source, via, addressee = _who(view, (i + 1, opened))
        if (source is None or view.low(i - 1) == "قد") and i and (left := _before(view, i)):
            source = left
        first = opened + (0 if view.tokens[opened].text in OPENING else 1)
        return _told(view, made(view, [(first, n)], (i, i + 1), source, via, addressee))
    spoken = i > 1 and view.quoted[i - 2] and view.count(i + 1, n) > 0
    if (
        i > 1
        and view.count(0, i) > 2
        and view.tokens[i - 1].text in "،,"
        and cue.frame == "clause"
        and (spoken or view.low(i)[0] in "يت")
    ):
        stop = _right(view, i + 1, n)
        return made(view, [(0, i - 1)], (i, i + 1), (i + 1, stop), _citing(view, (stop, n)))
    return _bare(view, i, cue)


def _of(view: View, i: int) -> Attributed | None:
    """Read "تحدث S عن O": what is told is a phrase, however long the subject."""
    n = len(view.tokens)
    at = next((k for k in range(i + 1, n) if view.low(k) == "عن"), None)
    if at is None or ((that := _opens(view, i)) is not None and that < at):
        return None
    source, via, addressee = _who(view, (i + 1, at))
    stop = next((k for k in range(at + 1, n) if view.tokens[k].text in "،," and _cue(view, k + 1)), n)
    return _told(view, made(view, [(at + 1, stop)], (i, i + 1), source, via, addressee))


def _told(view: View, a: Attributed | None) -> Attributed | None:
    return replace(a, addressee=_unled(view, a.addressee)) if a is not None and a.addressee is not None else a


def _opens(view: View, i: int) -> int | None:
    """The token that opens the told clause after the verb at i: "أن", a colon, or speech."""
    for k in range(i + 1, min(i + REACH, len(view.tokens))):
        if view.quoted[k]:
            return k
        if view.tokens[k].text == ":" or _that(view, k):
            return k
        if (k > i + 1 and _cue(view, k) and not view.isa(k - 1, "relative") and not _negated(view, k)) or view.tokens[
            k
        ].text in ".؛;":
            return None
    return None


def _who(view: View, part: Part) -> tuple[Part | None, Part | None, Part | None]:
    """The subject in a stretch behind its verb, whom it cites, and who was told."""
    first, last = part
    via = _citing(view, part)
    while last > first and (not view.tokens[last - 1].word or view.low(last - 1) in PREPOSITIONS or view.isa(last - 1, "saying")):
        last -= 1
    if cite := find(view, "citing", (first, last)):
        last = cite[0]
    addressee = None
    to = next((k for k in range(first, last) if _dative(view, k)), None)
    if to is not None:
        stop = _np_end(view, to, last) if to == first else last
        rest = any(role_of(t) for t in view.tokens[stop:last]) or view.count(stop, last) > 1
        stop = stop if rest or to != first else last
        addressee = (to, stop)
        first, last = (stop, last) if to == first else (first, to)
    if venue := find(view, "venue", (first, last)):
        end = next((k for k in range(venue[1], last) if view.tokens[k].text in "،,"), last)
        addressee = (venue[1], end) if addressee is None and view.low(venue[1] - 1) == "مع" else addressee
        last = venue[0]
    if (
        time := next((k for k in range(first + 1, last) if view.low(k) in ("على", "منذ", "طوال", "في") and _month(view, k)), None)
    ) is not None:
        last = time
    comma = mark(view, "،,", (first + 1, last))
    last = comma if comma is not None else last
    last = min([last, *(k for k in range(first + 1, last) if view.isa(k, "time") or view.isa(k, "relative"))])
    if first < last and view.low(first) in ("في", "خلال", "منذ"):
        return None, via, addressee
    if empty(view, (first, last)) or inherited(view, (first, last)):
        return None, via, addressee
    return (first, last), via, addressee


def _month(view: View, k: int) -> bool:
    return any(view.isa(m, "span") for m in range(k + 1, min(k + 4, len(view.tokens))))


def _dative(view: View, k: int) -> bool:
    """Whether "to" is written to an outlet's or a hearer's noun: "لوكالة", "للصحفيين"."""
    low = view.low(k)
    if low == "ل" and k + 1 < len(view.tokens) and view.tokens[k + 1].text in OPENING:
        return True
    return low.startswith("ل") and (view.isa(k, "to") or (len(low) > 3 and role_of(view.tokens[k]) in ("agency", "outlet")))


def _before(view: View, i: int) -> Part | None:
    """The subject before its verb: in headlines, and where "قد" stands between."""
    if not (view.title or view.low(i - 1) in ("قد", "فقد") or view.tokens[i].text.startswith(("ي", "ت"))):
        return None
    last = i - 1 if view.low(i - 1) in ("قد", "فقد") else i
    first = last
    if last < i and last > 1 and view.tokens[last - 1].text in '"»”':  # "وكانت «N» قد أعلنت": the marks hold a name
        return next(((k + 1, last - 1) for k in range(last - 2, max(last - 10, -1), -1) if view.tokens[k].text in '"«“'), None)
    while first > 0 and not boundary(view, first - 1) and not view.quoted[first - 1] and not _that(view, first - 1):
        first -= 1
    first, last = stripped(view, (first, last), "lead", "auxiliary")
    return (first, last) if first < last and last - first <= 8 and not view.isa(first, "preposition") else None


def _passed_on(view: View, i: int, opened: int | None) -> Attributed | None:
    """Read "نقلت P عن S أن C": P has it from S."""
    n = len(view.tokens)
    stop = opened if opened is not None else n
    at = next((k for k in range(i + 1, stop) if view.low(k) in ("عن", "الى")), None)
    if at is None:
        return None
    end = stop
    while end > at and (view.isa(end - 1, "saying") or not view.tokens[end - 1].word):
        end -= 1
    end = min(
        [
            end,
            *(
                k
                for k in range(at + 1, end)
                if view.tokens[k].text in "،," or view.phrase(k, "venue") or view.phrase(k, "anonymous")
            ),
        ]
    )
    if opened is None:
        return None
    first = opened + (0 if view.tokens[opened].text in OPENING else 1)
    outer, cited = (i + 1, at), (at + 1, end)
    if empty(view, outer):
        return made(view, [(first, n)], (i, i + 1), cited)
    return made(view, [(first, n)], (i, i + 1), outer, cited)


def _bare(view: View, i: int, cue: Cue) -> Attributed | None:
    """Read "نفى S O" and "أعلن S O": no word opens what is told."""
    n = len(view.tokens)
    if (view.title or view.low(i - 1) == "قد") and (left := _before(view, i)) and view.count(i + 1, n) > 1:
        return made(view, [(i + 1, n)], (i, i + 1), left)
    first, addressee = i + 1, None
    if first < n and _dative(view, first):
        end = _np_end(view, first, n) if view.low(first) != "ل" else _np_end(view, first + 1, n)
        addressee, first = (first, end), end
    stop = min([n, *(k for k in range(first, n) if boundary(view, k))])
    prep = isa(view, "preposition", (first, min(first + 2, stop))) if cue.frame == "clause" else None
    at = next((k for k in range(first, stop) if _object(view, k)), None) if cue.frame != "accuse" else None
    if prep == first:
        return made(view, [(first + 1, stop)], (i, i + 1), None)
    end = at if at is not None else _np_end(view, first, stop)
    after = end + 1 if view.low(end) in PREPOSITIONS else end
    if empty(view, (first, end)):
        return made(view, [(after, stop)], (i, i + 1), None)
    source, via, told = _who(view, (first, end))
    addressee = addressee or told
    a = made(view, [(after, stop)], (i, i + 1), source, via, addressee)
    if a is None and cue.frame != "clause" and view.count(after, stop) == 1 and (span := view.part(after, stop)):
        b = made(view, [(i, stop)], (i, i + 1), source, via, addressee)
        return Attributed((span,), b.cue, b.source, inherits=b.inherits) if b else None
    return _told(view, a)


def _object(view: View, k: int) -> bool:
    """Whether what is told begins at k: a verbal noun of news, with or without "by" written to it."""
    low = view.low(k)
    return view.isa(k, "object") or (low.startswith("ب") and low[1:] in words(view.language, "object"))


def _np_end(view: View, first: int, last: int) -> int:
    """The end of a noun phrase: a construct of two, adjectives with the article, a title and a name of two."""
    if first >= last:
        return first
    k = first + 1
    kind = role_of(view.tokens[first])
    if first < last and view.tokens[first].text in OPENING:
        close = mark(view, '"»”', (first + 1, last))
        return close + 1 if close is not None else last
    if k < last and view.tokens[k].text in OPENING:
        close = mark(view, '"»”', (k + 1, last))
        return close + 1 if close is not None else last
    if k < last and not view.low(first).startswith("ال") and not view.isa(k, "preposition"):
        k += 1
    while k < last and view.low(k).startswith("ال") and not view.isa(k, "object"):
        k += 1
    if k < last and view.low(k) in ("في", "باسم", "ب") and k + 1 < last:
        k += 2
        while k < last and view.low(k).startswith("ال"):
            k += 1
    if kind in OF_TITLE and k < last and not view.isa(k, "preposition") and not view.isa(k, "object"):
        k = min(k + 2, last)
    return k


def _right(view: View, first: int, last: int) -> int:
    """The end of a source that stands behind "بحسب": a mark, "فإن", or a verb."""
    k = first
    while k < last and not boundary(view, k) and not view.quoted[k]:
        if k > first and (
            _that(view, k)
            or view.isa(k, "then")
            or view.isa(k, "relative")
            or _cue(view, k)
            or view.phrase(k, "citing")
            or view.phrase(k, "venue")
            or view.phrase(k, "anonymous")
            or view.isa(k, "time")
        ):
            break
        k += 1
    return k


def _citing(view: View, part: Part) -> Part | None:
    cite = find(view, "citing", part)
    if cite is None:
        return None
    end = cite[1]
    while end < part[1] and not boundary(view, end) and not _that(view, end) and not view.isa(end, "saying"):
        end += 1
    return (cite[1], end) if end > cite[1] else None
