"""Russian and Ukrainian sentences: S сообщил, что C · C, сообщил S · как сообщил S, C · по словам S, C · в S сообщили, что C.

Word order is free and subjects may stand on either side of the verb; a comma before "что", a colon, or a comma before the verb
decides which words are told.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.analyzers import asides, harking, speakers
from sayso.analyzers.harking import ABOUT, OUT, unnoun
from sayso.analyzers.speakers import IN, PLURAL, Who
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
WHICH = frozenset({"чем", "чём", "що"})
OWN = frozenset("свою своё свое своего свої своего своїх своих свої".split())  # whose it is has been said: an object begins
AT = frozenset({"на"})
WHOSE = frozenset("его её ее их його її їх їхніх".split())
GERUND = {"ru": ("в", "вши", "ая", "яя"), "uk": ("вши", "ючи")}  # endings of participles of telling
PEOPLE = ("ят", "ат", "уть", "ять", "ють", "ют")  # ends of "they say"
FEW = 5  # words of "как стало известно «N»" to its comma
REACH = 22  # words from a verb of telling to its "что": addressee, place and an apposition may stand between


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of one sentence; ``before`` is the sentence before it, which "об этом сообщил S" tells."""
    if (labelled := asides.labelled(view)) is not None:
        return [labelled]
    found: list[Attributed] = []
    for i in range(len(view.tokens)):
        if view.quoted[i] or any(c.holds(view.tokens[i].span) for a in found for c in a.content[1:]):
            continue
        if view.phrase(i, "quotative") and any(c.holds(view.tokens[i].span) for a in found for c in a.content):
            continue
        got = _fixed(view, i) or (harking.emerges(view, i, before) if before else None)
        cue = view.cue(i)
        if got is None and cue and view.low(i).endswith(GERUND[view.language]):
            got = _gerund(view, i, found)
            cue = None
        if got is None and (cue or view.isa(i, "brings")) and not _negated(view, i):
            got = harking.back(view, i, before) or (_verb(view, i, cue) if cue else None)
        if got is not None:
            found.append(got)
    if not found and (declined := asides.declined(view)) is not None:
        found = [declined]
    return [_seated(view, a) for a in found or asides.uttered(view)]


def _seated(view: View, a: Attributed) -> Attributed:
    """A name in marks that somebody speaks in is a body's ("В «Зерне» отрицают, что"); one that writes is a paper's."""
    before = next(
        (k for k in range(len(view.tokens)) if a.source and view.tokens[k].word and view.tokens[k].start >= a.source.start), 0
    )
    k = before - 1
    while k > 0 and (not view.tokens[k].word or view.isa(k, "adverb")):
        k -= 1
    return replace(a, kind="organization") if a.kind == "outlet" and before > 0 and view.low(k) in IN else a


def _gerund(view: View, i: int, found: list[Attributed]) -> Attributed | None:
    """Read "S сказал, что C, добавив, что D": S tells D as well."""
    that = _that(view, i)
    a = made(view, [(that[1], len(view.tokens))], (i, i + 1), None) if that else None
    return taken_over(view, i, a, found) if a else None


def _negated(view: View, i: int) -> bool:
    """Whether nothing is told: "не сообщил"; but who does not rule out tells, and so does who is not sure that C."""
    if not (view.isa(i - 1, "negation") or (view.isa(i - 1, "adverb") and view.isa(i - 2, "negation"))):
        return False
    cue = view.cue(i)
    return not (view.isa(i, "unruled") or (cue is not None and cue.tone == "think" and _that(view, i) is not None))


def _fixed(view: View, i: int) -> Attributed | None:
    """Read "по словам S, C", "по его словам, C", "по слухам, C" at token i."""
    n = len(view.tokens)
    for kind in ("hearsay", "again", "quotative", "according"):
        phrase = view.phrase(i, kind)
        if not phrase:
            continue
        end = i + len(phrase)
        stop = speakers.right(view, end, n) if kind == "according" else end
        if kind == "according" and empty(view, (end, stop)):
            return None
        if kind == "according" and mark(view, ",", (stop, min(stop + 1, n))) is not None and view.phrase(stop + 1, "anonymous"):
            after = mark(view, ",", (stop + 1, n))
        else:
            after = None
        start = i - 1 if i and view.tokens[i - 1].text in ",(" else i
        rest = (_after_that(view, stop if after is None else after), n)
        content = [(0, start), rest] if start else [rest]
        if start and view.tokens[start].text == "," and view.count(0, start) < 3:
            content = [rest]
        if kind == "hearsay":
            return nobody(view, content, (i, end))
        source = (unnoun(view, (end, stop)) if kind == "according" else None) or None
        if source and all(view.isa(k, "nobody") for k in range(*source) if view.tokens[k].word):
            return nobody(view, content, (i, end))
        return made(view, content, (i, end), source, speakers.citing(view, (stop, n)))
    return None


def _after_that(view: View, i: int) -> int:
    while i < len(view.tokens) and (not view.tokens[i].word or view.isa(i, "that")) and view.tokens[i].text not in OPENING:
        i += 1
    return i


def _verb(view: View, i: int, cue: Cue) -> Attributed | None:
    n = len(view.tokens)
    that = _that(view, i)
    shown = view.tokens[i - 1].text == "," and any(
        role_of(t) == "document" for t in view.tokens[i + 1 : i + 3]
    )  # "C, показал опрос"
    if cue.frame == "that" and that is None and not (shown or _beside_speech(view, i) or _between(view, i)):
        return None
    if cue.frame == "piece":
        told = any(view.isa(k, "piece") for k in range(i + 1, min(i + 5, len(view.tokens))))
        return _object(view, i, speakers.left(view, (_start(view, i), i), i)) if told else None
    if cue.frame == "object" and that is None and _beyond(view, i):
        return None
    if cue.frame == "impersonal":
        return _impersonal(view, i, that)
    said_of = that is None and view.low(i + 1) in ABOUT and view.low(0) in IN  # "В штабе «N» заявили о C"
    if i == 0 and view.low(i).endswith(PEOPLE) and (view.tokens[1].text == "," or that == (1, 2)):
        return nobody(view, [(2 if that is None else that[1], n)], (0, 1))  # "Говорят, C": people do
    if that is None and not said_of and (got := _inserted(view, i)) is not None:
        return got
    left = speakers.left(view, (0 if said_of else _start(view, i), i), i)
    if (cue.frame in ("object", "accuse") or cue.tone == "factive") and that is None:
        return _object(view, i, left)
    if that is not None:
        left = replace(left, source=_split(view, left.source)[0])  # "В ведомстве это опровергли: C"
        after = speakers.subject(view, i, that[0])
        if view.tokens[i - 1].text == "," and after.source and view.tokens[that[0]].text == ":" and view.count(0, i - 1) > 1:
            return made(view, [(0, i - 1), (that[1], n)], (i, i + 1), after.source, after.via)  # "C, сказал S: C"
        who = left if left.source else after
        addressee = left.addressee or after.addressee
        return made(
            view, [(that[1], n)], (i, i + 1), who.source, left.via or after.via or speakers.citing(view, (i, that[0])), addressee
        )
    small = AT if cue.frame == "complain" or cue.tone == "think" else IN - AT if cue.tone == "doubt" else frozenset()
    return _about(view, i, left, ABOUT | small)


def _beyond(view: View, i: int) -> bool:
    """Whether a verb stands in the clause of "где", behind which its sentence goes on: "За пост, где она назвала N ложью, C"."""
    comma = next((k for k in range(i - 1, 0, -1) if view.tokens[k].text == ","), 0)
    return comma > 0 and view.low(comma + 1) in speakers.WHERE and mark(view, ",", (i, len(view.tokens))) is not None


def _beside_speech(view: View, i: int) -> bool:
    """Whether a closing mark, with comma or dash, stands before the verb at i."""
    near = range(max(i - 3, 0), i)
    return any(view.quoted[k] or (view.tokens[k].text in CLOSING and k < i - 1) for k in near) and not view.tokens[i - 1].word


def _between(view: View, i: int) -> bool:
    """Whether a verb, alone or with its subject, parts a clause: "В Греции, шутит, C", "Дом, выяснил S, C"."""
    if i < 2 or view.tokens[i - 1].text != ",":
        return False
    source = speakers.subject(view, i, len(view.tokens)).source
    return asides.resumed(view, i, source[1] if source else i + 1) is not None


def _that(view: View, i: int) -> Part | None:
    """Where the told clause after the verb at i begins: its comma or colon, and its first word."""
    for k in range(i + 1, min(i + REACH, len(view.tokens))):
        text = view.tokens[k].text
        if text == ":" or (text == "," and (view.isa(k + 1, "that") or (view.low(k + 1) in ("будто", "ніби", "мов")))):
            return k, k + (1 if text == ":" else 2)
        asked = view.isa(k + 1, "how") or (view.low(k + 1) in AS and k == i + 1)
        if text == "," and asked and not any(view.quoted[:i]):
            return k, k + 1  # "рассказал, как C", "объяснил, почему C", "не певен, чи C"
        if view.cue(k) and not view.isa(k - 1, "relative"):
            return None
        if text in "–—" and view.quoted[min(k + 1, len(view.tokens) - 1)] and not any(view.quoted[:i]):
            return k, k + 1
    return None


def _inserted(view: View, i: int) -> Attributed | None:
    """Read "C, сообщил S" and "как сообщил S, C"."""
    n, j = len(view.tokens), i - 1
    while j >= 0 and (
        view.isa(j, "adverb")
        or (view.low(j) in speakers.JOINING and view.low(j - 1) in WHICH)
        or view.isa(j, "time")
        or (view.tokens[j].text.isdigit() and view.isa(j + 1, "time"))
    ):
        j -= 1
    j -= j > 0 and j < i - 1 and view.isa(j, "preposition")
    if j > 2 and view.low(j) in WHICH and view.low(j - 1) in ABOUT and view.tokens[j - 2].text == ",":
        who = speakers.subject(view, i, n)  # "C, о чём сообщил S"
        somebody = who.source and any(t.capital or role_of(t) for t in view.tokens[slice(*who.source)])
        return made(view, [(0, j - 2)], (i, i + 1), who.source if somebody else _doer(view, j - 2), who.via, who.addressee)
    as_clause = j >= 0 and view.low(j) in AS
    ended = j > 0 and (view.tokens[j].text in ",–—-!?" or (view.tokens[j].text in CLOSING and view.quoted[j]))
    if not as_clause and j > 0 and not ended:
        return _dative_before(view, i)
    first = j if as_clause else j + 1
    who = speakers.subject(view, i, n)
    stop = who.source[1] if who.source else i + 1
    if who.addressee:
        stop = max(stop, who.addressee[1])
    if as_clause:
        comma = mark(view, ",", (stop, n))
        if who.source is None and (left := speakers.left(view, (j + 1, i), i)).source:
            who = left
        rest = (comma + 1, n) if comma is not None else (n, n)
        content = [(0, first), rest] if view.count(0, first) > 1 else [rest]
    else:
        if who.via and who.source and find(view, "citing", (stop, who.via[0])) == (stop, who.via[0]):
            stop = who.via[1]  # "C, сообщил S со ссылкой на T, C"
        begin = asides.resumed(view, first, stop)
        if (view.count(0, first) < 2 and begin is None) or (view.isa(0, "relative") and first < 2):
            return None
        content = [(0, first)]
        content += [(q, n) for q in range(stop, n) if view.quoted[q]][:1] or ([(begin, n)] if begin is not None else [])
        if (
            begin is not None
            and who.source
            and not who.via
            and view.count(stop, begin)
            and find(view, "citing", (stop, begin)) is None
        ):
            who = replace(who, source=(who.source[0], begin - 1))  # "сообщил S, глава службы,"
    return made(view, content, (i, i + 1), who.source, who.via or speakers.citing(view, (i, n)), who.addressee)


def _doer(view: View, end: int) -> Part | None:
    """The names and roles that a clause begins with: "Сам Котов уходить не намерен, о чём и написал"."""
    first = stripped(view, (0, end), "lead", "adverb")[0]
    last = next((k for k in range(first, end) if not (view.tokens[k].capital or role_of(view.tokens[k]))), end)
    return (first, last) if last > first else None


def _dative_before(view: View, i: int) -> Attributed | None:
    """Read "О смерти Y пишет S": what is told opens the sentence, the subject follows its verb."""
    first = stripped(view, (0, i), "lead", "adverb")[0]
    if view.low(first) not in ABOUT or i < first + 2 or mark(view, ",:", (first, i)) is not None:
        return None
    who = speakers.subject(view, i, len(view.tokens))
    if who.source is None or inherited(view, who.source):
        return None
    return made(view, [(first, i)], (i, i + 1), who.source, who.via or speakers.citing(view, (i, len(view.tokens))), who.addressee)


def _impersonal(view: View, i: int, that: Part | None) -> Attributed | None:
    """Read "говорится в докладе S", "из доклада следует, что C", "сообщается, что C"."""
    n = len(view.tokens)
    comma = next((k for k in range(i - 1, -1, -1) if view.tokens[k].text in ",:;"), -1)
    left = next((k for k in range(comma + 1, i) if view.low(k) in IN | OUT), None)
    right = i + 1 if view.low(i + 1) in IN | OUT else None
    stop = that[0] if that else n
    source = (
        (left + 1, i) if left is not None else (right + 1, speakers.right(view, right + 1, stop)) if right is not None else None
    )
    content = [(that[1], n)] if that else [(0, comma)] if view.count(0, max(comma, 0)) > 1 else [(stop, n)]
    if (twice := view.cue(i + 1)) and twice.frame == "impersonal":
        return None  # "стало известно": one cue
    closed = mark(view, ",", (i, n if view.low(0) in AS else min(i + 2, n))) if source is None and not that else None
    if closed is not None and closed - i <= FEW and (i == 0 or view.low(0) in AS):  # "Поговаривают, C", "Как стало известно «N», C"
        content = [(closed + 1, n)]
    begin = asides.resumed(view, comma + 1, source[1] if source else i + 1) if comma > 0 and not that else None
    if begin is not None:  # "C, говорится в докладе S, C"
        content = [(0, comma), (begin, n)]
    if source and not that and i and view.low(i - 1) in AS and comma < 0:
        content = [(source[1], n)]  # "Как говорится в докладе S, C"
    if source is None:
        return nobody(view, content, (i, i + 1))
    if view.low(source[0]) in WHOSE and view.count(*source) == 2 and role_of(view.tokens[source[1] - 1]) != "document":
        return made(view, content, (i, i + 1), None)  # "Из его слов следует, что C": whoever spoke before
    alone = view.isa(source[0], "statement") and view.count(*source) == 1  # "говорится в сообщении": of the body before
    return made(view, content, (i, i + 1), None if alone else unnoun(view, source))


def _object(view: View, i: int, left: Who) -> Attributed | None:
    """Read "S опроверг O" and "S эти данные опроверг"."""
    n = len(view.tokens)
    if view.low(i + 1) in IN and left.source and view.low(i).endswith(PLURAL):  # "информацию подтвердили в S"
        return made(view, [left.source], (i, i + 1), (i + 2, speakers.right(view, i + 2, n)))
    this = left.source is not None and view.isa(left.source[0], "object") and view.count(*left.source) == 1  # "Это подтверждает S"
    told = (
        left.source
        and (this or view.isa(left.source[0], "piece"))
        and view.low(i + 1) not in IN | ABOUT
        and not view.isa(i + 1, "untrue")
    )
    if told and not boundary(view, i + 1):  # "Информацию опровергло S"
        after = speakers.subject(view, i, n)
        return short(view, left.source, (0, n), (i, i + 1), (after.source, after.via, after.addressee)) if left.source else None
    judged = view.isa(i + 1, "untrue") and left.source is not None and _split(view, left.source)[0] != left.source
    if view.count(i + 1, n) >= 1 and not boundary(view, i + 1) and not judged:
        source = left.source
        content = (i + 1, n)
    else:
        source, content = _split(view, left.source)
    a = made(view, [content], (i, i + 1 + judged), source, left.via, left.addressee)
    if a is None and view.count(*content) == 1:
        span = view.part(*content)
        b = made(view, [(0, i + 1)], (i, i + 1), source, left.via, left.addressee)
        return Attributed((span,), b.cue, b.source, inherits=b.inherits) if b and span else None
    return a


def _split(view: View, part: Part | None) -> tuple[Part | None, Part]:
    """A subject and the object beside it before the verb: "S эти данные", "в «S» подлинность письма", "эти данные S"."""
    if part is None:
        return None, (0, 0)
    first, last = part
    if view.isa(first, "object") or view.isa(first, "piece"):
        head = last - 1
        while head > first + 1 and view.tokens[head].capital and view.tokens[head - 1].capital:
            head -= 1
        head -= view.tokens[head].capital and role_of(view.tokens[head - 1]) in speakers.OFFICE
        return ((head, last), (first, head)) if first < head < last else (part, part)
    close = mark(view, '»"', (first + 1, last)) if view.tokens[first].text in '«"' else None
    at = next((k for k in range(first + 1, last) if view.isa(k, "object") or view.isa(k, "piece") or view.low(k) in OWN), None)
    at = close + 1 if close is not None and close + 1 < last else at
    return ((first, at), (at, last)) if at is not None else (part, part)


def _about(view: View, i: int, left: Who, small: frozenset[str]) -> Attributed | None:
    """Read "S рассказал об O", "S жалуется на O": what is told is a phrase."""
    n = len(view.tokens)
    at = next((k for k in range(i + 1, min(i + 6, n)) if view.low(k) in small), None)
    if at is None:
        return None
    who = left if left.source else speakers.subject(view, i, at)
    return (
        made(view, [(at, n)], (i, i + 1), who.source, left.via or speakers.citing(view, (0, n)), left.addressee)
        if who.source
        else None
    )


def _start(view: View, i: int) -> int:
    """Where the clause of the verb at i begins: behind speech, a colon, a dash, or a comma that closes no insertion."""
    k = i
    while k > 0 and not (view.quoted[k - 1] or view.tokens[k - 1].text in ";:–—"):
        if view.tokens[k - 1].text == "," and (view.isa(k, "that") or any(view.cue(m) for m in range(k - 2, k - 1))):
            break
        k -= 1
    return k
