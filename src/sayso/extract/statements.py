"""From attributions to statements: one sentence of told content each, with its chain, voice and stance.

What no attribution covers is the page's own voice. Nothing is dropped for want of a source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.contracts import Attributed
from sayso.extract.cast import Cast
from sayso.extract.disavowals import notice
from sayso.extract.hedges import hedges
from sayso.extract.members import Member
from sayso.extract.names import cleaned
from sayso.extract.nested import Near, extent, nesting
from sayso.extract.places import Places
from sayso.extract.quantities import quantities
from sayso.extract.relays import FIRST_PERSON, Relays, Told
from sayso.extract.stance import Telling, judge, opined
from sayso.extract.times import times
from sayso.extract.turns import Sentence
from sayso.extract.voices import voice
from sayso.lexicon.outlets import outlet_kind
from sayso.lexicon.words import cues, words
from sayso.model import ChainLink, Document, Span, Stance, Statement, Voice, identify
from sayso.text.quotations import Quotation, overlapping
from sayso.text.sentences import trimmed
from sayso.text.tokens import tokens

FEWEST = 3  # words of a statement: less than a clause is a label ("Read on.")
REMAINDER = 4  # words left of an outer attribution that are told besides the inner one ("in response to" is not)
# What leads over to an attribution that its holder only answers ("…, in response to Roe's claim that C") and does not tell.
_ASIDE = re.compile(r"\b(?:in (?:response|reply|answer|reaction) to|responding to|reacting to|contrary to|despite|rejecting)\s+\Z")
_SINGLE, _SHUT = (
    frozenset("‘'"),
    re.compile(r"[.,!?…][’'](?![\w])|[’'](?=[.,!?;:”\"]|\s[—–-])"),
)  # marks of a quotation within another


@dataclass
class Piece:
    """One attribution's share of one sentence; ``left`` is what it tells besides the attributions inside it."""

    attributed: Attributed
    told: Told
    content: tuple[Span, ...]
    id: str
    left: tuple[Span, ...]


@dataclass(frozen=True)
class Credit:
    """To whom a statement is credited: its chain, the cue that says so, who was told, and the analyzer's opinion of the stance."""

    chain: tuple[ChainLink, ...]
    cue: Span | None = None
    addressee: ChainLink | None = None
    stance: Stance | None = None


@dataclass
class Maker:
    """Makes the statements of one document, sentence by sentence."""

    document: Document
    cast: Cast
    quotes: Sequence[Quotation]

    def __post_init__(self) -> None:
        """Start with an empty memory of who spoke last."""
        self.language = (self.document.language or "en").split("-")[0]
        self.relays = Relays(self.document.text, self.cast)
        self.places = Places(self.document, self.language)
        self.told: dict[int, Told] = {}
        self.inner: dict[int, tuple[Attributed, ...]] = {}
        self.last: tuple[Attributed, Told, int, str] | None = None
        self.speaker: Told | None = None
        self.above: tuple[Told, str, Attributed] | None = None
        self.owns: dict[int, str] = {}

    def statements(self, sentences: Sequence[Sentence], found: Sequence[Attributed]) -> list[Statement]:
        """All statements in text order."""
        near = Near(found)
        outer = nesting(found, near)
        inner: dict[int, list[int]] = {}
        for i, o in outer.items():
            inner.setdefault(o, []).append(i)
        self.inner = {n: tuple(found[i] for i in parts) for n, parts in inner.items()}
        out: list[Statement] = []
        body = [s.span for s in sentences if not s.title]
        self.relays.notice = notice(self.document, body, self.language) is not None
        for sentence in sentences:
            here = [n for n in near(sentence.span) if any(c.overlaps(sentence.span) for c in found[n].content)]
            here.sort(key=lambda n: (outer.get(n, -1) >= 0, found[n].content[0]))
            both = {n: p for n in here if (p := self._piece(n, found, outer, sentence)) is not None}
            for n in here:
                if self._himself(n, both, outer):
                    both[outer[n]] = replace(both[outer[n]], left=both[outer[n]].content)
                    a = both[n].attributed  # "Rask said he had told the bank that C": what he told then is a telling of its own
                    if a.source is None or not self._tells(a) or _words(self.document.text, both[n].content) < FEWEST:
                        del both[n]
            made = list(both.values())
            made = [p for p in made if _words(self.document.text, p.left) >= (REMAINDER if _has_inner(p, found, outer) else 1)]
            statements = [self._attributed(p, sentence) for p in sorted(made, key=lambda p: p.content[0])]
            credits = any(
                (cue := found[n].cue) is not None and sentence.span.holds(cue) for n in near(sentence.span) if n not in here
            )
            out += statements or ([] if credits else self._own(sentence))  # "That is according to S" tells nothing itself
            if not made:
                self._interrupt(sentence)
        return out

    def _himself(self, n: int, both: dict[int, Piece], outer: dict[int, int]) -> bool:
        """ "Rask said he hopes that C": who hopes is who says it, so nothing is told from one to another."""
        if n not in both or outer.get(n) not in both:
            return False
        mine, holder = ([m for m, _, _ in both[i].told.links] for i in (n, outer[n]))
        a = both[n].attributed
        anothers = a.source is None and (a.kind == "unnamed" or (not a.inherits and self._tells(a)))
        return bool(mine) and mine == holder and not anothers  # but "Rask said they had been told that C"

    def _tells(self, a: Attributed) -> bool:
        """Whether a cue is a verb of telling: no thought ("hopes"), no adverb, and nothing done by being said ("I recommend")."""
        known, said = cues(self.language), [t.low for t in tokens(self.document.text, *a.cue)] if a.cue else []
        if len(said) == 1 and a.source and a.source.of(self.document.text).lower() in FIRST_PERSON:
            return said[0] in known and known[said[0]].lemma != said[0] and known[said[0]].tone != "think"
        return any(known[w].tone != "think" for w in said if w in known)

    def _piece(self, n: int, found: Sequence[Attributed], outer: dict[int, int], sentence: Sentence) -> Piece | None:
        a = found[n]
        if n not in self.told:
            parent = self.told.get(outer[n]) if n in outer else None
            last = extent(self.last[0]) if self.last is not None and self.last[2] == sentence.paragraph else None
            if a.inherits and (brought_on := self.relays.announced(a, last)) is not None:
                self.told[n] = self.relays.heard(brought_on, a)
            elif a.inherits and a.source is None and self.last is not None and sentence.paragraph - self.last[2] <= 1:
                self._back_to_outer(a)
                self.told[n] = self.relays.heard(self.last[1], a)
            elif a.inherits and a.source is None and a.cue is not None and self.speaker is not None:
                self.told[n] = self.relays.heard(
                    self.speaker, a
                )  # an elided subject ("…, contou"): whoever spoke last, own voice between or not
            elif self._impersonal(a) and self.last is not None and self.last[2] == sentence.paragraph:
                self.told[n] = Told(self.last[1].links[:1])  # "Gazete C yazdı. D belirtildi": the house goes on
            else:
                quoted = a.cue is not None and any(q.inner.holds(a.cue) for q in overlapping(self.quotes, a.cue))
                quoted = quoted or (n in outer and found[outer[n]].cue is None)  # under a label everything is somebody's own words
                self.told[n] = self.relays.resolve(a, sentence.paragraph, parent, quoted)
        content = tuple(s for c in a.content if (s := _within(self.document.text, c, sentence.span)) is not None)
        left = content
        for told in self.inner.get(n, ()):
            hole = extent(told)
            left = _without(self.document.text, left, hole)
            if any(c.holds(hole) and _ASIDE.search(self.document.text, c.start, hole.start) for c in content):
                content = _without(self.document.text, content, hole)
        goes_on = a.inherits and a.source is None and self.last is not None and self.last[2] == sentence.paragraph
        own = (
            self.last[3]
            if goes_on and self.last is not None
            else identify("attribution", self.document.id, *a.content[0], *(a.cue or ()))
        )
        self.owns[n] = own
        if not content:
            return None
        if left and self.told[n].links:
            self.speaker = self.told[n]
            self.last = (a, self.told[n], sentence.paragraph, own)
            o = outer.get(n, -1)
            cited = o in self.owns and a.cue is not None and any(q.inner.holds(a.cue) for q in overlapping(self.quotes, a.cue))
            self.above = (self.told[o], self.owns[o], found[o]) if cited else None
        return Piece(a, self.told[n], content, own, left)

    def _back_to_outer(self, a: Attributed) -> None:
        """Whoever cites somebody in his own words goes on speaking after that sentence; within inner marks the cited one does."""
        if self.last is None or self.above is None or self.last[0] is a:
            return
        inner = self.last[0].content[0]
        text = self.document.text
        if text[inner.start - 1 : inner.start] in _SINGLE and not _SHUT.search(text, inner.start, a.content[0].start):
            return
        told, own, attributed = self.above
        self.last, self.speaker, self.above = (attributed, told, self.last[2], own), told, None

    def _impersonal(self, a: Attributed) -> bool:
        """A passive of telling with nobody, in a language that goes on with a cited house so."""
        links = self.last[1].links if self.last is not None else []
        return (
            a.source is None
            and not a.inherits
            and self.language == "tr"
            and bool(links)
            and links[0][0].kind in ("agency", "outlet")
        )

    def _attributed(self, p: Piece, sentence: Sentence) -> Statement:
        """A statement that is credited to somebody, or to nobody named."""
        text, a = self.document.text, p.attributed
        parts = [*p.content, *(s for s in (a.source, a.cue, a.addressee, *a.via) if s and sentence.span.overlaps(s))]
        span = _closed(text, Span(min(s.start for s in parts), max(s.end for s in parts)), sentence.span)
        inherited = a.inherits and a.source is None
        chain = (self._outlet(), *(self._link(m, s, c, sentence if inherited else None) for m, s, c in p.told.links))
        if len(chain) == 1:
            here = cleaned(text, a.source) if a.source is not None and sentence.span.overlaps(a.source) else None
            chain = (replace(chain[0], span=here),) if self._self_told(a) else (*chain, ChainLink(None, "unnamed"))
        voiced = voice(text, p.content, self.quotes, sentence.title)
        told_again = self._tells(a) and a.stance in (None, "report") and not (self._we(a) or self._here(a))
        if len(chain) == 1 and voiced == "indirect" and (self.relays.notice or not told_again):
            voiced = "own"  # "We now accept that C", "The Courier could not verify C": no telling of its own is told again
        opinion = None if voiced == "own" and self._we(a) and a.stance != "doubt" else a.stance  # "we apologise" takes nothing back
        return self._made(p.id, span, p.content, voiced, Credit(chain, a.cue, p.told.addressee, opinion))

    def _we(self, a: Attributed) -> bool:
        return a.source is not None and a.source.of(self.document.text).lower() == "we"

    def _here(self, a: Attributed) -> bool:
        """Whether an English house tells by this very page ("Tarn Ltd confirms that C"); what it "said" it told before."""
        said = tokens(self.document.text, *a.cue)[-1:] if a.cue else []
        known = cues(self.language).get(said[0].low) if said else None
        own = known is not None and known.lemma not in ("write", "report") and known.lemma != said[0].low
        return self.language == "en" and own and said[0].low.endswith("s")

    def _self_told(self, a: Attributed) -> bool:
        """The source is the page's own outlet: then the outlet link is all there is."""
        name = cleaned(self.document.text, a.source).of(self.document.text) if a.source is not None else ""
        return bool(name) and self.relays.own(name)

    def _own(self, sentence: Sentence) -> list[Statement]:
        text = self.document.text
        span = _body(text, sentence.span)
        if _words(text, (span,)) < FEWEST:
            return []
        own = identify("attribution", self.document.id, *span)
        return [self._made(own, span, (span,), "headline" if sentence.title else "own", Credit((self._outlet(),)))]

    def _interrupt(self, sentence: Sentence) -> None:
        """Own voice ends the passing on of a report; between paragraphs it ends a speaker's turn: a quotation needs its own cue."""
        self.relays.now = None
        if self.last is not None and sentence.paragraph > self.last[2]:
            self.last = None

    def _made(self, own: str, span: Span, content: tuple[Span, ...], voiced: Voice, credit: Credit) -> Statement:
        text, cue = self.document.text, credit.cue
        telling = Telling(span, cue, content, voiced, len(credit.chain) > 1)
        act = judge(text, telling, self.language)
        if act in ("report", "assert") and credit.stance is not None:
            opinion = opined(text, telling, credit.stance, self.language)
            act = act if opinion == "report" else opinion
        published = self.document.published.when if self.document.published else None
        return Statement(
            id=identify("statement", self.document.id, *span, *content[0]),
            document=self.document.id,
            attribution=own,
            span=span,
            content=content,
            voice=voiced,
            cue=cue,
            chain=credit.chain,
            stance=act,
            addressee=credit.addressee,
            hedges=hedges(text, [span], self.language),
            quantities=quantities(text, [span], self.language),
            places=self.places.within([span]),
            times=times(text, span, published, self.language),
        )

    def _outlet(self) -> ChainLink:
        name = self.document.outlet
        return ChainLink(name, (outlet_kind(name) if name else None) or "outlet")

    def _link(self, member: Member, span: Span | None, cue: Span | None, within: Sentence | None = None) -> ChainLink:
        """A link as its attribution has it: full phrases keep their words, pronouns and bare roles get the fullest form so far.

        ``within``: an inherited speaker stands here only if he stands in this sentence.
        """
        here = span if span and (within is None or within.span.overlaps(span)) else None
        here_words = " ".join(here.of(self.document.text).split()) if here else ""
        known = here_words in member.aliases or here_words == member.name
        return ChainLink(
            here_words
            if known
            and here_words[:1].isupper()
            and len(here_words.split()) > 1
            and not here_words.lower().startswith(("the ", "a ", "an "))
            else member.name,
            member.kind,
            self.cast.id_of(member),
            here,
            cue,
        )


def _has_inner(p: Piece, found: Sequence[Attributed], outer: dict[int, int]) -> bool:
    return any(found[o] is p.attributed for o in outer.values())


def _without(text: str, content: tuple[Span, ...], hole: Span) -> tuple[Span, ...]:
    out = []
    for c in content:
        if not c.overlaps(hole):
            out.append(c)
            continue
        before = _without_tail(text, Span(c.start, hole.start))
        out += [trimmed(text, s, e) for s, e in (before, (hole.end, c.end)) if e - s > 2 and re.search(r"\w", text[s:e])]
    return tuple(out)


def _without_tail(text: str, span: Span) -> Span:
    """A clause cut before an inner attribution, without the words that led over to it (", in response to")."""
    end, small = span.end, words("en", "preposition") | words("en", "clause") | {"response", "reply", "answer", "reaction"}
    while (m := re.search(r"[\W_]*\b(\w+)\W*\Z", text[span.start : end])) and (m.group(1).lower() in small) and m.start():
        end = span.start + m.start()
    return Span(span.start, end)


def _within(text: str, span: Span, sentence: Span) -> Span | None:
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    while start < end and not text[start].isalnum() and text[start] not in "([$€£":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1  # the comma before "he said" is the teller's
    return trimmed(text, start, end) if start < end else None


def _closed(text: str, span: Span, sentence: Span) -> Span:
    """Take in the quotation marks that belong to the first and the last word."""
    start, end = span
    if start > sentence.start and text[start - 1] in '“"«„':
        start -= 1
    while end < sentence.end and text[end] in '”"»)':
        end += 1
    if end + 1 < sentence.end and text[end] in ".,!?" and text[end + 1] in '”"»':
        end += 2
    return Span(start, end)


def _body(text: str, span: Span) -> Span:
    """A sentence without its end mark."""
    start, end = span
    while end > start and text[end - 1] in " .;:\u00a0":
        end -= 1
    return Span(start, end)


def _words(text: str, spans: Sequence[Span]) -> int:
    return sum(1 for s in spans for t in tokens(text, s.start, s.end) if t.word)
