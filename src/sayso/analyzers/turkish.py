"""Turkish sentences: S, C-dığını söyledi · S, “C” dedi · S'ye göre C · raporda C belirtildi. The verb stands last, C before it."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.analyzers.stretches import CLOSING, OPENING, Part, find, inherited, made, mark, nobody, short, stripped
from sayso.analyzers.turkish_subjects import COMMAS, HEADS, REACH, WHAT, dative, dative_name, head_of, named
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue
from sayso.model import Span

_OF = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")
_FROM = re.compile(r"['’]?n?[dt][ae]n\Z")
_AS = re.compile(r"[dt][ıiuü]ğ[ıiuü](?:n[ae])?\Z|[dt][ıiuü]kler[ıi]n?e?\Z|[dt][ıiuü]klar[ıi]n?a?\Z")  # "S'nin söylediği(ne)"
_HEARD = re.compile(r"m[ıiuü]ş(?:l[ae]r)?\Z")  # the mood of what somebody else tells


def sentence(view: View, before: Span | None) -> list[Attributed]:
    """The attributions of a Turkish sentence."""
    if before is not None and (back := _back(view, before)) is not None:
        return [back]
    found: list[Attributed] = []
    n, start, done = len(view.tokens), _clock(view), 0
    for i in range(n):
        if view.quoted[i] or i < done:
            continue
        length = _as(view, i)
        cue = _turkish_cue(view, i)
        if length or view.phrase(i, "hearsay"):
            got = _gore(view, start, i, length)
            done = i + (length or len(view.phrase(i, "hearsay") or ()))
            start = done if got else start
        elif cue and i:
            got = _turkish(view, (start, i), cue)
            start = i + 1 if got else start
            if got and view.isa(i, "speaking") and got.source:  # the subject of what follows as well
                done = i + 1
                start = next((k for k in range(i, n) if view.tokens[k].start >= got.source.start), n)
        else:
            continue
        found += [got] if got else []
    return _noticed_before(view, before, found)


def _noticed_before(view: View, before: Span | None, found: list[Attributed]) -> list[Attributed]:
    """Read "S açıklama yaptı. Açıklamada C denildi. D hatırlatıldı.": a notice is of whoever gave it, and goes on."""
    if before is None or len(found) != 1 or found[0].source is not None:
        return found
    earlier, a = View(view.text, before, view.language, view.quotes), found[0]
    if view.isa(0, "statement") and not sentence(earlier, None):
        source, _ = subject(earlier)
        return [replace(a, source=source, inherits=False)] if source else found
    cue = view.cues.get(a.cue.of(view.text).lower()) if a.cue else None
    goes_on = cue is not None and cue.frame == "impersonal" and any(earlier.isa(k, "text") for k in range(len(earlier.tokens)))
    return [replace(a, inherits=True)] if goes_on and sentence(earlier, None) else found


def _back(view: View, before: Span) -> Attributed | None:
    """Read "Haberi ilk olarak S duyurdu.", "Bilgiyi S verdi.": what is told stands in the sentence before."""
    end = next((k for k, t in enumerate(view.tokens) if t.text in ".;:" and k), len(view.tokens))
    if end < 3 or not view.isa(0, "back") or not (view.cue(end - 1) or view.isa(end - 1, "giving")):
        return None
    first, last = stripped(view, (1, end - 1), "lead", "adverb", "tail", "first")
    while last > first and (view.isa(last - 1, "tail") or view.isa(last - 1, "nominal")):
        last -= 1
    begin, stop, _ = head_of(view, first, last)
    stop = max(stop, last) if stop == last or not view.tokens[first:stop] else stop
    a = made(view, [(0, end)], (end - 1, end), (begin, stop)) if stop > begin else None
    return replace(a, content=(before,)) if a is not None and a.source is not None else None


def _clock(view: View) -> int:
    """The length of the time of day that opens an entry of a running page ("14.20 Bakanlık …")."""
    return int(bool(view.tokens) and re.fullmatch(r"\d{1,2}[.:]\d{2}", view.tokens[0].text) is not None)


def _as(view: View, i: int) -> int:
    """The length of what names the source before it: "göre", "haberine göre", "verdiği bilgiye göre", "söylediğine göre"."""
    if phrase := view.phrase(i, "after"):
        return len(phrase)
    if not _AS.search(view.low(i)) or view.phrase(i, "hearsay") or view.phrase(i, "citing"):
        return 0
    if view.low(i).endswith(("e", "a")):
        return 2 * (view.low(i + 1) == "göre")
    return next((k - i + 1 for k in range(i + 2, i + 5) if view.low(k) == "göre" and not view.quoted[k]), 0)


def _turkish_cue(view: View, i: int) -> Cue | None:
    """The verb of telling at i; a noun tells with the verb behind it ("iddia etti"), which has the form."""
    if view.isa(i - 1, "nominal") and (known := view.cue(i - 1)):
        if known.frame == "impersonal":
            return known if view.isa(i, "printed") or (view.low(i - 1) == "söz" and view.isa(i, "passive")) else None
        if view.isa(i, "light"):
            return known
        if view.isa(i, "refused"):  # "suçlamaları kabul etmedi"
            return Cue(known.lemma, "object", "deny") if view.isa(i - 1, "admitted") else None
        return Cue(known.lemma, "impersonal", known.tone) if view.isa(i, "passive") else None
    if view.isa(i - 1, "given") and view.isa(i, "giving"):
        return view.cue(i - 1)
    closes = i + 1 >= len(view.tokens) or not view.tokens[i + 1].word
    if view.isa(i, "standing") and not view.isa(i + 1, "giving"):
        return view.cue(i) if closes else None  # "S, C görüşünde."
    return None if view.isa(i, "nominal") or view.isa(i, "given") else view.cue(i)


def _gore(view: View, start: int, i: int, length: int) -> Attributed | None:
    """Read "S'ye göre C", "S'nin P'ye dayandırdığı habere göre C"; "iddiaya göre C" names nobody, "S'den gelen bilgiye göre" S."""
    n = len(view.tokens)
    phrase = view.lows[i : i + (length or len(view.phrase(i, "hearsay") or ()))]
    first = end = i + len(phrase)
    while first < n and not view.tokens[first].word and view.tokens[first].text not in OPENING:
        first += 1
    content = [(first, n)] if view.count(first, n) > 1 else [(start, i)]
    comma = next((k for k in range(i - 1, start, -1) if view.tokens[k].text in COMMAS), None)
    if comma is not None and end < n and view.tokens[end].text in COMMAS and view.count(start, comma) and i - comma <= HEADS:
        content, start = [(start, comma), (first, n)], comma + 1  # "N, S'ye göre, C"
    part = stripped(view, (start, i), "lead", "adverb")
    if not length:
        giver = _giver(view, part)
        return made(view, content, (i, end), giver) if giver else nobody(view, content, (i, end))
    if (view.count(*part) == 1 and view.isa(part[0], "statement")) or (part[0] < part[1] and view.isa(part[0], "pronoun")):
        return made(view, content, (i, end), None)  # "Açıklamaya göre C": of whoever spoke before
    if (cite := find(view, "citing", part)) is not None:
        cut = next((k + 1 for k in range(part[0], cite[0]) if _suffixed(view, k)), cite[0])
        via = (cut, cite[0]) if cut < cite[0] else None
        return made(view, content, (i, end), (part[0], cut), via)
    if phrase[0] != "göre" and (owner := _owner(view, part)) is not None:
        part = (part[0], owner + 1)
    if (noticed := _noticed(view, part)) is not None:  # "S'den verilen bilgiye göre"
        return _unfrom(view, made(view, content, (i, end), noticed))
    a = made(view, content, (i, end), part)
    printed = phrase[0] in ("haberine", "habere", "yazdığına", "haberde")  # only outlets have news and write
    return replace(a, kind="outlet") if a is not None and a.source is not None and printed and a.kind is None else a


def _giver(view: View, part: Part) -> Part | None:
    """Who a notice comes from: the noun in the ablative that ends a stretch ("kaynaklardan")."""
    first, last = part
    return part if first < last and _FROM.search(view.low(last - 1)) and view.count(*part) <= HEADS else None


def _noticed(view: View, part: Part) -> Part | None:
    """Whose a notice is that is given, printed or spread there: the noun in the ablative or locative before the participle."""
    first, last = part
    if last - first < 3 or not view.isa(last - 1, "notice") or not view.low(last - 2).endswith(("an", "en")):
        return None
    by = next(
        (k for k in range(first, last - 2) if _FROM.search(view.low(k)) or view.low(k).endswith(("da", "de", "ta", "te"))), None
    )
    return (first, by + 1) if by is not None else None


def _owner(view: View, part: Part) -> int | None:
    """The noun in the genitive whose doing a text is: the last one that has the ending and is followed by something else."""
    return next((k for k in range(part[1] - 1, part[0] - 1, -1) if _genitive(view, k)), None)


def _genitive(view: View, k: int) -> bool:
    low = view.low(k)
    return len(low) > 4 and low.endswith(_OF) and not view.isa(k, "adverb") and not view.isa(k, "postposition")


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
    if view.isa(part[1], "speaking"):
        return _speaking(view, (first, last), verb)
    if view.isa(part[1], "onward") and not _what(view, (first, last)):
        return None
    n, opened = len(view.tokens), part[1] + 1
    speech = opened < n and (view.tokens[opened].text == ":" or view.quoted[opened]) and view.count(first, last) <= HEADS
    while (speech or cue.frame == "impersonal") and last > first and view.isa(last - 1, "tail"):
        last -= 1
    if cue.frame == "impersonal":
        return _passive(view, (first, last), verb, cue)
    if speech:
        first, head, addressee = head_of(view, first, last)
        to = addressee or _told(view, (head, last))[2]
        return made(view, [(opened, n)], verb, (first, head) if to else (first, last), None, to)  # "S şöyle konuştu: “C”"
    first, head, addressee = head_of(view, first, last)
    source = (first, head) if head > first and not inherited(view, (first, head)) else None
    content, via, told = _told(view, (head, last))
    who = (source, via, addressee or told)
    if cue.frame == "object" or cue.tone == "factive":
        return _and_on(view, opened, short(view, content, (first, content[1]), verb, who))
    return _and_on(view, opened, made(view, [content], verb, *who))


def _and_on(view: View, k: int, a: Attributed | None) -> Attributed | None:
    """Read "S, C-dığını söyledi: D", "…; D-mış": what a colon opens, or the mood of hearsay closes, is told too."""
    n = len(view.tokens)
    if a is None or k >= n or view.quoted[k]:
        return a
    last = next((m for m in range(n - 1, k, -1) if view.tokens[m].word), k)
    more = view.tokens[k].text == ":" or (view.tokens[k].text == ";" and _HEARD.search(view.low(last)) is not None)
    rest = view.part(k + 1, n) if more and view.count(k + 1, n) > 1 else None
    return replace(a, content=(*a.content, rest)) if rest else a


def _what(view: View, part: Part) -> bool:
    """Whether a stretch ends in what can be told: speech, or a clause made a noun ("olduğunu", "gerektiğini")."""
    last = part[1]
    while last > part[0] and view.isa(last - 1, "tail"):
        last -= 1
    if last <= part[0]:
        return False
    return view.quoted[last - 1] or view.tokens[last - 1].text in CLOSING or WHAT.search(view.low(last - 1)) is not None


def _passive(view: View, part: Part, verb: Part, cue: Cue) -> Attributed | None:
    """Read "raporda C belirtildi", "S'den yapılan açıklamada C bildirildi", "C iddia edildi"."""
    first, last = part
    near = range(first, min(first + REACH, last))
    text = next((k for k in near if view.isa(k, "text") and not view.quoted[k]), None)
    if text is None:
        text = next(
            (k for k in near[:4] if view.low(k).endswith(("da", "de")) and role_of(view.tokens[k], "tr") == "document"), None
        )
    if text is None or view.count(text + 1, last) < 1:
        needs = view.isa(verb[0], "written") or view.isa(verb[0] - 1, "written")
        return None if needs else nobody(view, [part], verb)
    while first < text and view.isa(first, "adverb"):
        first += 1
    content = (text + 1, last)
    while content[0] < last and (view.isa(content[0], "adverb") or view.tokens[content[0]].text in COMMAS):
        content = (content[0] + 1, last)
    if (view.isa(first, "determiner") and text - first < 3) or (text == first and view.isa(text, "statement")):
        return made(view, [content], verb, None)  # "Aynı metinde C belirtildi": of whoever spoke before
    if (cite := find(view, "citing", (first, text + 1))) is not None:
        cut = next((k + 1 for k in range(first, cite[0]) if _suffixed(view, k)), cite[0])
        via = (cut, cite[0]) if cut < cite[0] else None
        return made(view, [content], verb, (first, cut), via)
    return _unfrom(view, made(view, [content], verb, _whose(view, (first, text))))


def _whose(view: View, part: Part) -> Part:
    """Whose a text is, or the text itself: "S'den yapılan açıklamada", "S tarafından …", "S'nin (yaptığı) açıklamasında"."""
    first, text = part
    by = next((k for k in range(first + 1, text) if view.low(k) == "tarafından"), None)
    if by is not None:
        return first, by
    made_of = next(
        (k for k in range(text - 1, max(text - 4, first), -1) if view.low(k).endswith(("an", "en", "nmış", "lmış"))), None
    )
    if made_of is not None:
        origin = next((k for k in range(first, made_of) if _FROM.search(view.low(k))), None)
        return (first, origin + 1) if origin is not None else (first, text + 1)
    owner = next((k for k in range(first, text) if _genitive(view, k)), None)
    written = any(_AS.search(view.low(k)) for k in range(first + 1, text))
    its = view.low(text).endswith(("ında", "inde", "unda", "ünde"))
    return (first, owner + 1) if owner is not None and (its or written) else (first, text + 1)


def _unfrom(view: View, a: Attributed | None) -> Attributed | None:
    """A source without the ablative that says where a text comes from ("Valilikten")."""
    if a is None or a.source is None:
        return a
    ending = re.search(r"['’]?[dt][ae]n\Z", a.source.of(view.text))
    cut = a.source.end - len(ending.group()) if ending else a.source.end
    return replace(a, source=Span(a.source.start, cut)) if ending and cut - a.source.start > 3 else a


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
        hears = view.low(venue[0]) == "verdiği" or (view.low(venue[0]) == "yaptığı" and dative_name(view, venue[0] - 1))
        addressee = (first, venue[0]) if hears or view.isa(venue[0], "with") else None
        first = venue[1]
    if _AS.search(view.low(first)) and (text := next((k for k in range(first + 1, first + 4) if view.isa(k, "text")), None)):
        first = text + 1  # "yayımladığı raporda"
    if addressee is None and (to := dative(view, (first, last))) is not None:
        addressee, first = (first, to + 1), to + 1
    while last > first and (view.isa(last - 1, "tail") or (view.isa(last - 1, "given") and view.isa(last, "giving"))):
        last -= 1
    return (first, last), via, addressee


def _speaking(view: View, part: Part, verb: Part) -> Attributed | None:
    """Read "“C” diyen S, …", "C-dığını belirten S …": the subject stands behind the participle."""
    n, i = len(view.tokens), verb[0]
    if not _what(view, part):
        return None
    stop = mark(view, COMMAS, (i + 1, min(i + REACH, n)))
    stop = stop if stop is not None else named(view, i + 1, n)
    if stop <= i + 1:
        return None
    first = max((k + 1 for k in range(*part) if view.tokens[k].text in COMMAS and not view.quoted[k]), default=part[0])
    first = part[0] if view.low(i) == "diyen" or view.count(first, part[1]) < HEADS else first
    last = part[1]
    while last > first and view.isa(last - 1, "tail"):
        last -= 1
    return made(view, [(first, last)], verb, (i + 1, stop))


def subject(view: View) -> tuple[Span | None, Span | None]:
    """Who speaks, and to whom, in the words that lead to a quotation; nobody where a pronoun or nothing does."""
    n = len(view.tokens)
    first, last = stripped(view, (0, n), "lead", "adverb")
    first, head, addressee = head_of(view, first, last)
    if head <= first or inherited(view, (first, head)):
        return None, None
    to = addressee or _told(view, (head, last))[2]
    return view.part(first, head), view.part(*to) if to else None
