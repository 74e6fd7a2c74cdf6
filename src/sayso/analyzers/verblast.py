"""Persian and Urdu sentences: the verb of telling stands last in its clause, what is told most often behind it.

Persian: S گفت که C · به گزارش S، C · P به نقل از S گزارش داد C. Urdu: S نے کہا کہ C · S کا کہنا ہے کہ C · S کے مطابق C · P نے S کے
حوالے سے بتایا کہ C.
"""

from __future__ import annotations

from sayso.analyzers.stretches import OPENING, Part, boundary, empty, find, inherited, made, mark, nobody, short, stripped
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

COMMAS = ",،"
HEADS = 6  # words in which a subject without a comma behind it ends


def persian(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of a Persian sentence."""
    found: list[Attributed] = []
    n, start = len(view.tokens), 0
    for i in range(n):
        if view.quoted[i] or any(s and s.holds(view.tokens[i].span) for a in found for s in (a.cue, a.source)):
            continue
        got = _according(view, i)
        if got is not None and got.source is not None:
            start = next((k for k in range(i, n) if view.tokens[k].start >= got.source.end), n)
        end = _verb_end(view, i) if got is None else None
        if end is not None and (cue := view.cue(i)):
            got = _persian(view, (start, i), end, cue)
            start = end if got else start
        if got is not None:
            found.append(got)
    return found


def _verb_end(view: View, i: int) -> int | None:
    """The token after the verb of telling that begins at i; a noun tells only with its light verb ("اعلام کرد")."""
    if view.cue(i) is None:
        return None
    end = i + 1
    if view.isa(i, "nominal"):
        end = next((k + 1 for k in range(i + 1, min(i + 3, len(view.tokens))) if view.isa(k, "light")), 0)
        if not end:
            return None
    while end < len(view.tokens) and view.isa(end, "auxiliary"):
        end += 1
    return end


def _persian(view: View, left: Part, end: int, cue: Cue) -> Attributed | None:
    n = len(view.tokens)
    first = end
    while first < n and (view.isa(first, "that") or (not view.tokens[first].word and view.tokens[first].text not in OPENING)):
        first += 1
    after = (first, n) if view.count(first, n) > 1 or (first < n and view.quoted[first]) else None
    verb = (left[1], end)
    at = next((k for k in range(left[0] + 1, left[1]) if view.isa(k, "object")), None) if cue.frame != "clause" else None
    if cue.frame == "accuse" and not view.isa(end, "that"):
        at = _np_end(view, stripped(view, left, "lead", "adverb")[0], left[1])
    if at is not None and not view.isa(end, "that"):
        source, via, addressee = _parts(view, (left[0], at))
        return short(view, (at, left[1]), left, verb, (source, via, addressee))
    if cue.frame == "impersonal":
        within = next((k for k in range(*left) if view.low(k) == "در"), None)  # "در بیانیه S آمده است که C"
        return made(view, [after], verb, (within + 1, left[1])) if within is not None and after else None
    source, via, addressee = _parts(view, left)
    if after is not None and not (cue.frame == "object" and not view.isa(end, "that")):
        return made(view, [after], verb, source, via, addressee)
    if source is None:
        return None
    return _told_before(view, source, verb, via, addressee)


def _told_before(view: View, part: Part, verb: Part, via: Part | None, addressee: Part | None) -> Attributed | None:
    """Read "C، S گزارش داد", "S از O خبر داد" and "S O را تکذیب کرد": what is told stands before the verb."""
    first, last = part
    comma = next((k for k in range(last - 1, first, -1) if view.tokens[k].text in COMMAS and not view.quoted[k]), None)
    if comma is not None and view.count(first, comma) > 4 and not empty(view, (comma + 1, last)):
        return made(view, [(first, comma)], verb, (comma + 1, last), via, addressee)
    at = next((k for k in range(first + 1, last) if view.isa(k, "object")), None)
    at = at if at is not None else _np_end(view, first, last)
    content = (at + 1 if view.low(at) == "از" else at, last)
    return short(view, content, part, verb, ((first, at), via, addressee))


def _np_end(view: View, first: int, last: int) -> int:
    """The end of a subject before its object: a role noun and the word that belongs to it; a name of two."""
    k = first
    while k < last - 1 and k - first < HEADS and (role_of(view.tokens[k]) or k == first):
        k += 1
    return min(k + 1, last) if k > first else k


def _parts(view: View, part: Part) -> tuple[Part | None, Part | None, Part | None]:
    """The subject before its verb, whom it cites, and who was told."""
    first, last = stripped(view, part, "lead", "adverb")
    via = addressee = None
    if cite := find(view, "citing", (first, last)):
        end = next((k for k in range(cite[1], last) if view.tokens[k].text in COMMAS), last)
        via = (cite[1], end)
        first, last = (end, last) if cite[0] == first else (first, cite[0])
    if venue := find(view, "venue", (first, last)):
        addressee, last = ((venue[1], last) if venue[1] < last and view.isa(venue[1] - 1, "with") else None), venue[0]
    to = next((k for k in range(last - 1, first, -1) if view.isa(k, "to")), None)
    if to is not None and not view.isa(to - 1, "towards") and 0 < view.count(to + 1, last) <= HEADS:
        addressee, last = (to + 1, last), to
    while last > first and (
        view.isa(last - 1, "adverb")
        or view.isa(last - 1, "time")
        or (not view.tokens[last - 1].word and view.tokens[last - 1].text in COMMAS)
    ):
        last -= 1
    that = next((k for k in range(first + 1, last) if view.isa(k, "that")), last)
    last = that  # "یک منبع که نخواست نامش فاش شود": the relative clause is none of the name
    source = None if empty(view, (first, last)) or inherited(view, (first, last)) else (first, last)
    return source, via, addressee


def _according(view: View, i: int) -> Attributed | None:
    """Read "به گفته S، C" at token i."""
    n = len(view.tokens)
    for kind in ("hearsay", "again", "according"):
        phrase = view.phrase(i, kind)
        if phrase is None or (i and view.tokens[i - 1].text not in COMMAS and view.phrase(i, "citing")):
            continue
        end = i + len(phrase)
        stop = end
        while kind == "according" and stop < n and not boundary(view, stop) and not view.quoted[stop]:
            if view.phrase(stop, "citing") or view.isa(stop, "that"):
                break
            stop += 1
        if stop >= n - 1 and kind == "according":
            stop = _np_end(view, end, n) if i == 0 else stop
        cite = _citing(view, (stop, n))
        rest = mark(view, COMMAS, (cite[1], n)) if cite else stop
        while rest is not None and rest < n and (view.isa(rest, "that") or view.tokens[rest].text in COMMAS + ":"):
            rest += 1
        content = [(0, i)] if i and view.count(0, i) > 2 else []
        content += [(rest, n)] if rest is not None and view.count(rest, n) > 1 else []
        if kind == "hearsay":
            return nobody(view, content, (i, end))
        return made(view, content, (i, end), (end, stop) if kind == "according" else None, cite)
    return None


def _citing(view: View, part: Part) -> Part | None:
    cite = find(view, "citing", part)
    if cite is None:
        return None
    end = next((k for k in range(cite[1], part[1]) if boundary(view, k)), part[1])
    return (cite[1], end) if end > cite[1] else None


def urdu(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of an Urdu sentence."""
    n = len(view.tokens)
    found: list[Attributed] = []
    for kind in ("hearsay", "again", "after"):
        at = find(view, kind, (0, n))
        cue = Span(view.tokens[at[0]].start, view.tokens[at[1] - 1].end) if at else None
        if at is None or any(
            (a.cue and cue and a.cue.overlaps(cue)) or a.content[0].start <= view.tokens[at[0]].start for a in found
        ):
            continue
        rest = _opened(view, at[1])
        start = next((k + 1 for k in range(at[0] - 1, -1, -1) if view.tokens[k].text in COMMAS or view.isa(k, "that")), 0)
        content = [(rest, n)] if view.count(rest, n) > 1 or (rest < n and view.quoted[rest]) else [(0, start)]
        if kind == "hearsay":
            got = nobody(view, content, at)
        else:
            source, via, addressee = _urdu_parts(view, (start, at[0]))
            got = made(view, content, at, source if kind == "after" else None, via, addressee)
        found += [got] if got else []
    told = [a.content[-1] for a in found]
    for k in range(n):
        if view.low(k) == "نے" and not view.quoted[k] and (got := _ergative(view, k)):
            nested = any(c.holds(view.tokens[k].span) and got.content == (c,) for c in told)
            found += [] if nested else [got]
    return sorted(found, key=lambda a: a.cue or a.content[0])


def _opened(view: View, i: int) -> int:
    """The first told word after a verb: past "that", auxiliaries and marks."""
    n = len(view.tokens)
    that = next((k for k in range(i, min(i + 4, n)) if view.isa(k, "that") and not view.quoted[k]), None)
    i = that + 1 if that is not None else i
    while i < n and not view.tokens[i].word and view.tokens[i].text not in OPENING:
        i += 1
    return i


def _ergative(view: View, k: int) -> Attributed | None:
    """Read "S نے کہا کہ C", "S نے O کی تردید کی", "C، S نے رپورٹ کیا" around "نے" at k."""
    n = len(view.tokens)
    start = next((m + 1 for m in range(k - 1, -1, -1) if view.isa(m, "that") or view.quoted[m] or view.tokens[m].text in COMMAS), 0)
    stop = next((m for m in range(k + 1, n) if view.isa(m, "that") or view.tokens[m].text in COMMAS or view.low(m) == "نے"), n)
    cues = [m for m in range(k + 1, stop) if view.cue(m) and not view.quoted[m] and not view.isa(m + 1, "negation")]
    verb = max(cues, default=None)  # "نے اس خبر کو مسترد کیا": nouns of telling may stand before the verb
    if verb is None or (cue := view.cue(verb)) is None:
        return None
    source, _, _ = _urdu_parts(view, (start, k))
    _, via, addressee = _urdu_parts(view, (k + 1, verb))
    if cue.frame in ("object", "accuse"):
        return short(view, (k + 1, verb), (start, verb), (verb, verb + 1), (source, via, None))
    first = _opened(view, verb + 1)
    if view.count(first, n) > 1 or (first < n and view.quoted[first]):
        if stop == n and not any(view.quoted[verb:]) and mark(view, ":", (verb, n)) is None:
            return made(view, [(k + 1, verb)], (verb, verb + 1), source, via) if view.count(k + 1, verb) > 2 else None
        return made(view, [(first, n)], (verb, verb + 1), source, via, addressee)
    content = (0, start) if view.count(0, start) > 2 else (k + 1, verb)
    return made(view, [content], (verb, verb + 1), source, via, addressee)


def _urdu_parts(view: View, part: Part) -> tuple[Part | None, Part | None, Part | None]:
    """The words before "نے" or between it and the verb: subject, whom it cites ("X کے حوالے سے"), who was told ("X کو")."""
    first, last = stripped(view, part, "lead", "adverb")
    via = addressee = None
    if cite := find(view, "citing", (first, last)):
        via, first = (first, cite[0]), cite[1]
    if venue := find(view, "venue", (first, last)):
        addressee = (first, venue[0]) if view.isa(venue[0], "with") else None
        first = venue[1]
    to = next((m for m in range(first + 1, last) if view.isa(m, "to")), None)
    if to is not None:
        addressee, first = (first, to), to + 1
    source = None if empty(view, (first, last)) or inherited(view, (first, last)) else (first, last)
    return source, via, addressee
