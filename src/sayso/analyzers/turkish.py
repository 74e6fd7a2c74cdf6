"""Turkish sentences: S, C-dığını söyledi · S, “C” dedi · S'ye göre C · raporda C belirtildi. The verb stands last, C before it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.analyzers.stretches import OPENING, Part, find, inherited, made, mark, nobody, short, stripped
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

COMMAS = ","
_OF, _ITS = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün"), ("sında", "sinde")
HEADS = 6  # words in which a subject without a comma behind it ends


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of a Turkish sentence."""
    found: list[Attributed] = []
    n, start, done = len(view.tokens), 0, 0
    for i in range(n):
        if view.quoted[i] or i < done:
            continue
        after = view.phrase(i, "after")
        cue = _turkish_cue(view, i)
        if after or view.phrase(i, "hearsay"):
            got = _gore(view, start, i, after)
            done = i + len(after or view.phrase(i, "hearsay") or ())
            start = done if got else start
        elif cue and i:
            got = _turkish(view, (start, i), cue)
            start = i + 1 if got else start
            if got and view.low(i) == "diyen" and got.source:
                start = next((k for k in range(i, n) if view.tokens[k].start >= got.source.end), n)
        else:
            continue
        found += [got] if got else []
    return found


def _turkish_cue(view: View, i: int) -> Cue | None:
    """The verb of telling at i; a noun tells with the verb behind it ("iddia etti"), which has the form."""
    if view.isa(i - 1, "nominal") and (known := view.cue(i - 1)):
        if view.isa(i, "light"):
            return known
        return Cue(known.lemma, "impersonal", known.tone) if view.isa(i, "passive") else None
    return None if view.isa(i, "nominal") else view.cue(i)


def _gore(view: View, start: int, i: int, phrase: tuple[str, ...] | None) -> Attributed | None:
    """Read "S'ye göre C", "S'nin P'ye dayandırdığı habere göre C"; "iddiaya göre C" names nobody."""
    n = len(view.tokens)
    length = len(phrase or view.phrase(i, "hearsay") or ())
    first = i + length
    while first < n and not view.tokens[first].word and view.tokens[first].text not in OPENING:
        first += 1
    content = [(first, n)] if view.count(first, n) > 1 else [(start, i)]
    if phrase is None:
        return nobody(view, content, (i, i + length))
    part = stripped(view, (start, i), "lead", "adverb")
    if view.count(*part) == 1 and view.isa(part[0], "statement"):
        return made(view, content, (i, i + length), None)  # "Açıklamaya göre C": of whoever spoke before
    if (cite := find(view, "citing", part)) is not None:
        cut = next((k + 1 for k in range(part[0], cite[0]) if _suffixed(view, k)), cite[0])
        via = (cut, cite[0]) if cut < cite[0] else None
        return made(view, content, (i, i + length), (part[0], cut), via)
    a = made(view, content, (i, i + length), part)
    printed = phrase[0] in ("haberine", "habere", "yazdığına", "haberde")  # only outlets have news and write
    return replace(a, kind="outlet") if a is not None and a.source is not None and printed and a.kind is None else a


def _suffixed(view: View, k: int) -> bool:
    """Whether a case ending is set off by an apostrophe, or the word is a house's noun in the genitive."""
    text = view.tokens[k].text
    house = role_of(view.tokens[k], "tr") in ("agency", "outlet") and text.endswith(("nın", "nin", "nun", "nün"))
    return house or (("'" in text or "’" in text) and text.endswith(("in", "ın", "un", "ün")))


def _turkish(view: View, part: Part, cue: Cue) -> Attributed | None:
    first, last = stripped(view, part, "lead", "adverb")
    verb = (part[1], part[1] + 1)
    if cue.frame == "object" and any(view.isa(k, "silence") for k in range(first, last)):
        return None  # "yorum yapmayı reddetti" tells nothing
    if view.low(part[1]) == "diyen":
        return _diyen(view, part)
    n, opened = len(view.tokens), part[1] + 1
    speech = opened < n and (view.tokens[opened].text == ":" or view.quoted[opened]) and view.count(first, last) <= HEADS
    while (speech or cue.frame == "impersonal") and last > first and view.isa(last - 1, "tail"):
        last -= 1
    if cue.frame == "impersonal":
        return _passive(view, (first, last), verb)
    if speech:
        return made(view, [(opened, n)], verb, (first, last))  # "S şöyle konuştu: “C”"
    first, head, addressee = _head(view, first, last)
    source = (first, head) if head > first and not inherited(view, (first, head)) else None
    content, via, told = _told(view, (head, last))
    who = (source, via, addressee or told)
    if cue.frame == "object" or cue.tone == "factive":
        return short(view, content, (first, content[1]), verb, who)
    return made(view, [content], verb, *who)


def _passive(view: View, part: Part, verb: Part) -> Attributed | None:
    """Read "raporda C belirtildi", "S'den yapılan açıklamada C bildirildi", "C iddia edildi"."""
    first, last = part
    if (venue := find(view, "venue", part)) and view.low(venue[0]) == "yapılan" and venue[0] > first:
        return made(view, [(venue[1], last)], verb, (first, venue[0]))
    owner = next((k for k in range(first, venue[0]) if view.low(k).endswith(_OF)), None) if venue else None
    if venue and owner is not None and view.low(venue[1] - 1).endswith(_ITS):
        return made(view, [(venue[1], last)], verb, (first, owner + 1))  # "Bakanlığın açıklamasında “C” denildi"
    near = range(first, min(first + 4, last))
    document = next((k for k in near if view.low(k).endswith(("da", "de")) and role_of(view.tokens[k], "tr")), None)
    if document is not None:
        return made(view, [(document + 1, last)], verb, (first, document + 1))
    return nobody(view, [part], verb)


def _told(view: View, part: Part) -> tuple[Part, Part | None, Part | None]:
    """What is told behind a subject, whom the subject cites, and whom it told."""
    first, last = part
    via = addressee = None
    while first < last and (view.tokens[first].text in COMMAS or view.isa(first, "adverb")):
        first += 1
    if (cite := find(view, "citing", (first, last))) and cite[0] - first <= HEADS:
        via, first = (first, cite[0]), cite[1]
    venue = find(view, "venue", (first, last))
    if venue and venue[0] - first <= HEADS and not any(view.quoted[first : venue[0]]):
        hears = view.low(venue[0]) == "verdiği" or (view.low(venue[0]) == "yaptığı" and _dative_name(view, venue[0] - 1))
        addressee = (first, venue[0]) if hears or view.isa(venue[0], "with") else None
        first = venue[1]
    if addressee is None and (to := _dative(view, (first, last))) is not None:
        addressee, first = (first, to + 1), to + 1
    while last > first and view.isa(last - 1, "tail"):
        last -= 1
    return (first, last), via, addressee


def _diyen(view: View, part: Part) -> Attributed | None:
    """Read "“C” diyen S, …": the subject stands behind the verb."""
    n, i = len(view.tokens), part[1]
    stop = mark(view, COMMAS, (i + 1, n)) or _head(view, i + 1, n)[1]
    return made(view, [part], (i, i + 1), (i + 1, stop))


def _head(view: View, first: int, last: int) -> tuple[int, int, Part | None]:
    """Where the subject that opens a clause begins and ends: at a comma, "ise", speech, or the last role of its first words."""
    begin, addressee = first, None
    comma = next((k for k in range(first, min(first + 14, last)) if view.tokens[k].text in COMMAS and not view.quoted[k]), None)
    limit = comma if comma is not None else last
    ise = next((k for k in range(first, min(first + HEADS + 2, limit)) if view.isa(k, "topic")), None)
    quote = next((k for k in range(first, last) if view.quoted[k] or view.tokens[k].text in '“"'), None)
    if ise is not None:
        end = ise
    elif comma is not None and (quote is None or comma < quote):
        end = comma
    elif quote is not None:
        end = quote if quote > first else first
    else:
        end = _named(view, first, last)
    if (konusan := find(view, "venue", (first, end))) and view.isa(konusan[1] - 1, "with"):
        addressee = (first, konusan[0]) if konusan[0] > first else None
        begin = konusan[1]
    elif konusan:
        end = konusan[0] if konusan[0] > first else end
    return begin, end, addressee


def subject(view: View) -> tuple[Span | None, Span | None]:
    """Who speaks, and to whom, in the words that lead to a quotation; nobody where a pronoun or nothing does."""
    n = len(view.tokens)
    first, last = stripped(view, (0, n), "lead", "adverb")
    first, head, addressee = _head(view, first, last)
    if head <= first or inherited(view, (first, head)):
        return None, None
    to = addressee or _told(view, (head, last))[2]
    return view.part(first, head), view.part(*to) if to else None


def _named(view: View, first: int, last: int) -> int:
    """The end of a subject without a comma behind it: its last role noun, or its run of capitals."""
    run = first
    while run < last and view.tokens[run].capital and run - first < HEADS:
        run += 1
    if run - first == 1 and view.isa(run, "adverb"):
        return run  # "Ladin ayrıca C-dığını söyledi"
    roles = [k + 1 for k in range(first, min(first + HEADS, last)) if role_of(view.tokens[k], "tr") and _nominative(view, k)]
    if roles and (run <= roles[0] or not run - first):
        return max(run, roles[0])
    return max([run] if run - first > 1 or (run > first and view.language != "tr") else [first], default=first)


def _nominative(view: View, k: int) -> bool:
    """Whether a Turkish role noun can be a subject: no case ending set off or written on (-nın, -na, -da, -dan)."""
    low = view.low(k)
    return "'" not in low and not low.endswith(("nın", "nin", "nun", "nün", "ına", "ine", "una", "üne", "nda", "nde", "dan", "den"))


def _dative_name(view: View, k: int) -> bool:
    """Whether a name stands in the dative: "Sabah Postası'na", "Radyo'ya"."""
    return view.tokens[k].capital and re.search(r"['’](?:n?[ae]|y[ae])\Z", view.tokens[k].text) is not None


def _dative(view: View, part: Part) -> int | None:
    """Read "S, P'ye C-dığını söyledi": a house or hearers in the dative at the head of what follows the subject."""
    for k in range(part[0], min(part[0] + 4, part[1])):
        low, role = view.low(k), role_of(view.tokens[k], "tr")
        if view.quoted[k]:
            return None
        text = view.tokens[k].text.replace("’", "'")
        if "'" in text and low.endswith(("'a", "'e", "'ya", "'ye")) and outlet_kind(text.split("'")[0]):
            return k
        if view.isa(k, "to") or (role in ("agency", "outlet") and low.endswith(("ne", "na", "ye", "ya", "'a", "'e"))):
            return k
    return None
