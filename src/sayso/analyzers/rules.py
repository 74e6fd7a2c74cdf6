"""The built-in analyzer: attributions by rules over rows of words.

Precision before recall: a sentence it cannot read stays the page's own voice. Measured on PolNeAR dev (84 pages never trained on):
AR-soft of statement cues 0.815, precision 0.857.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.analyzers import (
    announced,
    arabic,
    dialogue,
    frames,
    harking,
    headlines,
    phrases,
    pointing,
    reported,
    slavic,
    tags,
    tongues,
    turkish,
    verblast,
    verbs,
)
from sayso.analyzers.brackets import heard, rumoured
from sayso.analyzers.line import BRACKET, Line
from sayso.analyzers.speech import speech
from sayso.analyzers.view import View
from sayso.contracts import Attributed
from sayso.lexicon.roles import role_of
from sayso.model import Document, Span
from sayso.text.quotations import quotations, singly
from sayso.text.sentences import paragraphs

# Languages whose sentences are read by their own order of words; all others by that of news English.
READERS: dict[str, Callable[[View, Span | None], list[Attributed]]] = {
    "ru": slavic.sentence,
    "uk": slavic.sentence,
    "ar": arabic.sentence,
    "fa": verblast.persian,
    "ur": verblast.urdu,
    "tr": turkish.sentence,
}
SPOKEN = tongues.READ | {"ru", "uk", "tr"}  # languages in which the place of speech says who speaks, whatever the verb
SELVES = frozenset("he she they we i".split())


class Rules:
    """Rules over rows of words: no model, any machine."""

    name = "rules"
    model: str | None = None

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
        """Attributions in text order; every span lies in ``document.text`` and in one of ``sentences``' paragraphs."""
        out: list[Attributed] = []
        language = (document.language or "en").split("-")[0]
        listed = paragraphs(document.text)
        spoken = singly(document.text, listed, language)
        for paragraph in listed:
            start = bisect_left(sentences, paragraph[:1])
            mine = list(sentences[start : bisect_left(sentences, (paragraph.end,))])
            marked = quotations(document.text, paragraph, spoken) if mine else []
            quotes = tuple(dialogue.spoken(document.text, paragraph, marked, language))
            found: list[Attributed] = []
            for n, s in enumerate(mine):
                view = View(document.text, s, language, quotes, _is_title(document, s))
                told = bool(n) and any(c.overlaps(mine[n - 1]) for a in found for c in a.content)
                here = self._one(view, mine[n - 1] if n else None, told, _stage(view, mine, n, found))
                last = mine[n - 1] if n else sentences[start - 1] if start and language in reported.ACROSS else None
                if not here and language in tongues.READ and not view.title and last:
                    going = reported.goes_on(view, last, [*out, *found])
                    here = [going] if going else []
                if not here and language in SPOKEN and (said := announced.announced(view, not n)):
                    here = [said]
                if not here and language in BRACKET and not view.title and (rumour := rumoured(Line(view))):
                    here = [replace(rumour, inherits=heard(view, rumour) and _told_before(mine[:n], found))]
                if language == "tr" and n:
                    here = [_led(view, a, mine[:n]) for a in here]
                if (
                    n
                    and (told or any(a.cue and mine[n - 1].holds(a.cue) for a in found))
                    and language in dialogue.SPOKEN - tongues.READ
                ):
                    here = [_doubted(view, a) for a in here]
                here = tags.apart(document.text, here)
                found += [tags.same_told(view, a, mine[n - 1], found) if n else a for a in here]
            found = speech(document.text, mine, quotes, found)
            if language in SPOKEN:
                announced.doers(document.text, mine, quotes, found, language)
            out += found
        return sorted(out, key=lambda a: (a.content[0], a.cue or a.content[0]))

    def _one(self, view: View, before: Span | None, told: bool, stage: Span | None) -> list[Attributed]:
        """The attributions of one sentence; ``told``: the one before it tells something of somebody; ``stage``: see there."""
        if view.language in tongues.READ:
            return tongues.read(view, before, told, stage)
        if reader := READERS.get(view.language):
            named = None if (found := reader(view, before)) or not view.title else headlines.headline(view)
            found = harking.acted(view, stage, found) if stage and view.language in ("ru", "uk") else found
            return [named] if named else found
        told_before = pointing.back(view, before) if before else None
        return [told_before] if told_before else self._sentence(view)

    def _sentence(self, view: View) -> list[Attributed]:
        found: list[Attributed] = []
        for i in range(len(view.tokens)):
            if view.quoted[i]:
                continue
            cue = view.cue(i)
            got = verbs.verb(view, i, cue) if cue else None
            if got is None and view.phrase(i, "noun"):
                got = frames.noun(view, i)
            if got is None:
                phrase = view.phrase(i, "according")
                got = frames.according(view, i, len(phrase)) if phrase else None
            if got is not None:
                found.append(got)
        if view.title and not found and (named := headlines.headline(view)):
            found.append(named)
        if not found and not view.title and (nobody := frames.hearsay(view)):
            found.append(nobody)
        return _carriers(view, _trimmed(view.text, _others(view, _subjects(view, found))))


def _stage(view: View, sentences: Sequence[Span], n: int, found: Sequence[Attributed]) -> Span | None:
    """The sentence in which acts who speaks in the n-th without a name; None where it tells something of somebody.

    It is the one before, or the one before the quotation that runs into this sentence ("Ida Volk sat by. “It fell. It burned,”
    she said"): the sentences of a quotation are no stage for their own speaker.
    """
    opened = next((q.span.start for q in view.quotes if q.span.start < view.span.start < q.span.end), view.span.start)
    stage = next((sentences[k] for k in range(n - 1, -1, -1) if sentences[k].start < opened), None)
    return None if stage is None or any(c.overlaps(stage) for a in found for c in a.content) else stage


def _told_before(before: Sequence[Span], found: Sequence[Attributed]) -> bool:
    """Whether somebody tells something in the sentence right before, by a cue in it or in its own words."""
    return bool(before) and any(
        (a.source is not None or a.inherits)
        and ((a.cue and before[-1].holds(a.cue)) or any(c.overlaps(before[-1]) for c in a.content))
        for a in found
    )


def _doubted(view: View, a: Attributed) -> Attributed:
    """A sentence with "якобы" behind a telling goes on with its teller: only the page's distance is new."""
    at = next((k for k, t in enumerate(view.tokens) if a.cue and t.start == a.cue.start), 0)
    alone = a.source is None and a.cue is not None and at > 0 and " " not in a.cue.of(view.text) and view.cue(at) is None
    return replace(a, inherits=True) if alone else a


def _led(view: View, a: Attributed, before: Sequence[Span]) -> Attributed:
    """Give "S, “C. D” dedi", two sentences to their splitter, the subject that stands before the quotation."""
    if not a.inherits or a.source is not None:
        return a
    opened = next((q.span.start for q in view.quotes if q.span.start < view.span.start and q.span.overlaps(a.content[0])), None)
    first = next((s for s in before if opened is not None and s.start < opened < s.end), None)
    if first is None or opened is None:
        return a
    source, addressee = turkish.subject(View(view.text, Span(first.start, opened), view.language, view.quotes))
    return replace(a, source=source, addressee=a.addressee or addressee, inherits=False) if source else a


def _is_title(document: Document, sentence: Span) -> bool:
    return document.title_span is not None and document.title_span.overlaps(sentence)


def _subjects(view: View, found: list[Attributed]) -> list[Attributed]:
    """Give an elided subject ("…, adding that", "and said that") the source of the attribution before it in the sentence."""
    out: list[Attributed] = []
    for a in found:
        if a.inherits and a.source is None:
            before = next(
                (b for b in reversed(out) if b.source is not None and b.cue and a.cue and b.cue.start < a.cue.start), None
            )
            if before is not None:
                a = replace(
                    a,
                    source=before.source,
                    via=before.via,
                    via_cue=before.via_cue,
                    addressee=a.addressee or before.addressee,
                    inherits=False,
                )
            elif (
                (first := phrases.subject(view))
                and (span := view.part(*first))
                and a.cue
                and span.end <= a.cue.start
                and not any(c.overlaps(span) for c in a.content)
                and _teller(view, first)
            ):
                a = replace(a, source=span, inherits=False)
        out.append(a)
    return out


def _teller(view: View, part: tuple[int, int]) -> bool:
    """Whether a phrase has a name or a role in it, so that it can be a teller; "its plant" cannot."""
    return any((t.capital and n) or role_of(t) for n, t in enumerate(view.tokens[part[0] : part[1]])) or (
        view.tokens[part[0]].capital and not view.isa(part[0], "determiner")
    )


def _others(view: View, found: list[Attributed]) -> list[Attributed]:
    """Leave out what a teller says of himself ("she said she hopes that C"): one attribution, not two."""

    def own(a: Attributed) -> bool:
        pronoun = a.source is not None and a.source.of(view.text).lower() in SELVES
        return pronoun and any(
            b is not a and b.cue and a.cue and b.cue.start < a.cue.start and any(c.holds(a.cue) for c in b.content) for b in found
        )

    return [a for a in found if not own(a)]


def _trimmed(text: str, found: list[Attributed]) -> list[Attributed]:
    """End a told clause where a later cue of the same sentence with the same source takes over; drop what is left empty."""
    out: list[Attributed] = []
    for n, a in enumerate(found):
        content = a.content
        for b in found[n + 1 :]:
            if b.cue and a.cue and b.source == a.source and a.cue.start < b.cue.start:
                content = tuple(_cut(text, c, b.cue.start) for c in content)
            elif b.cue and a.cue and a.cue.start < b.cue.start and any(c.holds(a.cue) for c in b.content):
                begin = min([b.cue.start, *([b.source.start] if b.source and b.source.start > a.cue.start else [])])
                content = tuple(_cut(text, c, begin) for c in content)
            elif b.cue and a.cue and a.cue.start < b.cue.start:
                content = tuple(c for c in content if not (b.cue.start < c.start and any(d.holds(c) for d in b.content)))
        content = tuple(c for c in content if c.end - c.start > 1)
        if content:
            out.append(replace(a, content=content))
    return out


def _cut(text: str, span: Span, end: int) -> Span:
    if not span.start < end < span.end:
        return span
    words = text[span.start : end].rstrip(" ,;\u00a0")
    for tail in (" and", " while", " also", " but"):
        words = words.removesuffix(tail).rstrip(" ,;\u00a0")
    return Span(span.start, span.start + len(words))


def _carriers(view: View, found: list[Attributed]) -> list[Attributed]:
    """Read "… during confessions broadcast on X's television": X carried it; "in an interview with X": X was told."""
    for i in range(len(view.tokens)):
        if view.quoted[i] or view.low(i - 1) == "be":  # "to be published in": nobody has carried it yet
            continue
        for kind in ("carrier", "addressee"):
            if phrase := view.phrase(i, kind):
                end = phrases.right(view, i + len(phrase), len(view.tokens))
                carrier = view.part(i + len(phrase), end)
                found = [replace(a, addressee=carrier) if a.addressee is None and carrier else a for a in found]
    return found
