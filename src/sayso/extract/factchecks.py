"""A page's own verdict on what others told it: "Several sites had it that C. The claim is false.", "Did X say C? No".

``stance`` reads the words within a telling and ``disavowals`` those right beside it. Here a page that checks or denies is read as a
whole: which claim it calls untrue, which tellings on it tell that claim, and which of them put it right. The place of the verdict
goes with the telling (``Statement.verdict``), and what the telling's own words do, by which it is linked: a page that denies a
claim tells the same claim. A source's words stay the source's: a verdict counts only in the page's own voice, or where somebody
has *found* it, which a page tells as so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon.senses import function_words, senses
from sayso.lexicon.tables import rows
from sayso.model import Document, Span, Stance, Statement
from sayso.text.normal import fold, stem, words

BACK = 2  # sentences before a verdict in which what it speaks of stands; own choice
OPENING = 5  # sentences in which a title that asks is answered, bylines and dates among them; own choice
SHARED = 3  # terms by which a telling tells the claim that a page denies; two where they are half of it. Own choices


def _split(words: object) -> list[str]:
    return [w.strip() for w in str(words).split(",")]


@cache
def _row(language: str, where: str) -> tuple[str, ...]:
    return tuple(w for r in rows("verdicts") if r["lang"] == language and r["where"] == where for w in _split(r["words"]))


def _any(language: str, *wheres: str) -> str:
    """The words of some places as one group of a pattern, longest first; one that matches nothing where there are none."""
    listed = {w for where in wheres for w in _row(language, where)}
    parts = (re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s") for w in sorted(listed, key=lambda w: (-len(w), w)))
    return f"(?:{'|'.join(parts) or '(?!)'})"


@dataclass(frozen=True)
class _Patterns:
    """What a language calls something untrue with."""

    back: re.Pattern[str]
    bare: re.Pattern[str]
    thing: re.Pattern[str]
    tail: re.Pattern[str]
    named: re.Pattern[str]
    wrongly: re.Pattern[str]
    answer: re.Pattern[str]
    title: re.Pattern[str]
    label: re.Pattern[str]
    every: re.Pattern[str]
    found: re.Pattern[str]
    negated: re.Pattern[str]
    kept: re.Pattern[str]
    evidence: re.Pattern[str]
    traced: re.Pattern[str]
    told_us: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    def one(*wheres: str) -> str:
        return _any(language, *wheres)

    pointed = rf"(?:{one('pointing')}\s)?(?:\w+\s){{0,2}}{one('thing')}"
    untrue = rf"(?:{one('being')}\s(?:\w+ly\s)?{one('untrue')}|{one('fails')})(?!\w)"
    neither = rf"{one('neither')}(?:\s{one('thing')})?\s{one('stands')}(?!\w)"
    itself = rf"(?:\s{one('itself')})?"
    lead = rf"(?:{one('but')},?\s)?"
    values = "|".join(
        re.escape(v)
        for r in rows("verdicts")
        if r["where"] == "verdict" and r["kind"] == "deny" and r["lang"] == language
        for v in _split(r["values"])
    )

    def pattern(words: str) -> re.Pattern[str]:
        return re.compile(words, re.IGNORECASE)

    return _Patterns(
        back=pattern(rf"\W*{lead}(?:(?:{one('pronoun')}|{pointed}){itself}(?:\s|(?=['’])){untrue}|{neither})"),
        bare=pattern(rf"\W*{lead}(?:(?:{one('being')}\s)?{one('untrue')}|{one('fails')})\W*"),
        thing=pattern(rf"\W*{lead}(?:{pointed}\s|{one('neither')})"),
        tail=pattern(rf"[\W_]*{lead}(?:{one('pronoun')}|{one('which')}|{pointed})(?:\s|(?=['’])){untrue}"),
        named=pattern(rf"(?<!\w){one('false')}\s(?:\w+\s)?{one('thing')}(?!\w)"),
        wrongly=pattern(rf"(?<!\w){one('wrongly')}(?!\w)"),
        answer=pattern(rf"\W*{one('answer')}(?:[.,:!;]|\s[–—-]|$)"),
        title=pattern(rf"(?<!\w){one('titled')}(?!\w)"),
        label=pattern(rf"(?:^|[.|!?]\s+|\n){one('verdict')}\s?:\s*(?:{values or '(?!)'})(?!\w)"),
        every=pattern(rf"\W*{lead}(?:{one('neither')}|{one('every')})(?!\w)"),
        found=pattern(rf"(?<!\w){one('found')}(?!\w)"),
        negated=pattern(rf"(?<!\w){one('negated', 'nots')}(?!\w)|\w+n['’]t\b"),
        kept=pattern(rf"(?<!\w){one('kept')}(?!\w)"),
        evidence=pattern(rf"(?<!\w){one('evidence')}(?!\w)"),
        traced=pattern(rf"(?<!\w){one('traced')}(?!\w)"),
        told_us=pattern(rf"(?<!\w){one('told us')}(?!\w)"),
    )


def judged(
    document: Document, sentences: Sequence[Span], quoted: Sequence[Span], statements: Sequence[Statement], language: str
) -> list[Statement]:
    """The statements with the page's own verdict on them; ``sentences`` are its own, in order, ``quoted`` what stands in marks."""
    if not _row(language, "untrue"):
        return list(statements)
    page = _Page(document, sentences, quoted, statements, language)
    found = page.verdicts()
    return [_weighed(s, *found[s.id]) if s.id in found else s for s in statements]


def _weighed(s: Statement, act: Stance, where: Span) -> Statement:
    return replace(s, stance=act, verdict=where, said=s.stance)


class _Page:
    def __init__(
        self, document: Document, sentences: Sequence[Span], quoted: Sequence[Span], statements: Sequence[Statement], language: str
    ) -> None:
        self.text, self.title, self.language = document.text, document.title_span, language
        self.sentences, self.statements = list(sentences), sorted(statements, key=lambda s: (s.span, s.id))
        self.said = _patterns(language)
        self.marks = quoted
        self.corrects = {w for r in rows("verdicts") if r["where"] == "label" and r["lang"] == language for w in _split(r["words"])}
        self.terms = {s.id: self._terms(s.content) for s in self.statements}

    def verdicts(self) -> dict[str, tuple[Stance, Span]]:
        """What the page makes of its tellings, with where it says so."""
        found: dict[str, tuple[Stance, Span]] = {}
        denied = self._checked()
        for s, where in self._direct():
            found.setdefault(s.id, ("deny", where))
            denied.append((self.terms[s.id], where))
        for s in self.statements:
            if self._asks(s) and denied and s.id not in found:
                found[s.id] = ("deny", denied[0][1])
            if s.id in found or not self._passed_on(s):
                continue
            for terms, where in denied:
                both = self.terms[s.id] & terms
                if self._finds(s, where, both):
                    found[s.id] = ("correct", where)
                elif self._same(s, terms, both) and not self._turned(s):
                    found[s.id] = ("deny", where)
                else:
                    continue
                break
        own = [s.span for s in self.statements if s.stance == "deny" and len(s.chain) == 1 and not self._titled(s.span)]
        for s in self.statements:  # what a tape has is set against what the page denies in the same paragraph
            near = next((x for x in own if not self._parted(x, s.span)), None)
            if near and s.id not in found and self._passed_on(s) and self._shown(s):
                found[s.id] = ("correct", near)
        return self._put_right(found)

    def _put_right(self, found: dict[str, tuple[Stance, Span]]) -> dict[str, tuple[Stance, Span]]:
        """What follows a notice of correction in its paragraph puts right with it."""
        for n, sentence in enumerate(self.sentences):
            head, mark, _ = sentence.of(self.text).partition(":")
            if not mark or head.strip().lower() not in self.corrects:
                continue
            label = Span(sentence.start, sentence.start + len(head))
            for after in self.sentences[n + 1 :]:
                if self._parted(sentence, after):
                    break
                for s in self.statements:
                    if after.overlaps(s.span) and s.stance in ("report", "assert"):
                        found.setdefault(s.id, ("correct", label))
        return found

    def _place(self, hit: re.Match[str]) -> Span:
        """Where the words of a pattern stand, without the marks before them."""
        words = hit.group()
        return Span(hit.end() - len(words.lstrip(" \t\n.,;:|!?–—-")), hit.end())

    # What the page says of the telling beside it.

    def _direct(self) -> Iterator[tuple[Statement, Span]]:
        for n, sentence in enumerate(self.sentences):
            here = [s for s in self.statements if sentence.overlaps(s.span)]
            for s in here:
                if self._passed_on(s) and (where := self._beside(s, sentence)):
                    yield s, where
            where = self._back(sentence, here)
            if where is None:
                continue
            thing = self.said.thing.match(self.text, where.start, sentence.end) is not None
            before = [x for x in reversed(self.sentences[max(n - BACK, 0) : n]) if not self._titled(x)]
            every = self.said.every.match(self.text, where.start, sentence.end) is not None
            if not thing:  # over what the page tells itself "this is false" speaks of what somebody told
                before = before[: next((k for k, x in enumerate(before) if self._others(x)), 0) + 1]
            found = [told for x in before if (told := self._told(x))]
            if not found and thing:
                found = [told for x in self.sentences[n + 1 : n + 1 + BACK] if (told := self._told(x))]
            for told in found if every else found[:1]:
                yield from ((s, where) for s in told)

    def _told(self, sentence: Span) -> list[Statement]:
        return [s for s in self.statements if sentence.overlaps(s.span) and self._passed_on(s)]

    def _others(self, sentence: Span) -> bool:
        """Whether somebody tells something in a sentence, or the page takes something back there."""
        return any(sentence.overlaps(s.span) and (len(s.chain) > 1 or s.stance != "assert") for s in self.statements)

    def _titled(self, sentence: Span) -> bool:
        return self.title is not None and self.title.overlaps(sentence)

    def _back(self, sentence: Span, here: Sequence[Statement]) -> Span | None:
        """The words of a sentence that call untrue what was told before it, in the page's own voice or as somebody found."""
        if self._titled(sentence):
            return None
        starts = [sentence.start, *(s.content[0].start for s in here if len(s.chain) > 1 and self._factive(s))]
        hits = [self.said.back.match(self.text, start, sentence.end) for start in starts]
        hit = next((h for h in hits if h), None) or self.said.bare.fullmatch(self.text, *sentence) or self._calls(sentence)
        return self._place(hit) if hit and self._voiced(self._place(hit)) else None

    def _calls(self, sentence: Span) -> re.Match[str] | None:
        """The words by which a sentence calls what goes round untrue in passing ("the fake quote")."""
        hit = self.said.named.search(self.text, sentence.start, sentence.end)
        return hit if hit and not any(m.overlaps(self._place(hit)) for m in self.marks) else None

    def _beside(self, s: Statement, sentence: Span) -> Span | None:
        """Where the sentence of a telling calls it untrue: "falsely claimed that C", "C, but that is anything but true"."""
        hit = self.said.tail.match(self.text, s.span.end, sentence.end)
        if hit is not None and s.span.end < sentence.end:
            return self._place(hit)
        for hit in self.said.wrongly.finditer(self.text, sentence.start, max(s.content[-1].start, sentence.start)):
            here = self._place(hit)
            before = [k.span for k in s.chain[1:] if k.span and k.span.end <= here.start]
            between = self.text[here.end : s.content[0].start]
            governed = s.cue is None or s.cue.end >= here.start - 2  # not "the board said it was wrongly told that C"
            if len(before) <= 1 and governed and not re.search(r"[.;:!?]|\bbut\b", between) and not self._marked(here):
                return here
        return None

    def _marked(self, here: Span) -> bool:
        return any(m.overlaps(here) for m in self.marks)

    def _voiced(self, here: Span) -> bool:
        """Whether these words are the page's own, or tell what somebody found."""
        holders = [
            s
            for s in self.statements
            if len(s.chain) > 1 and any(c.overlaps(here) for c in s.content) and not (s.cue and s.cue.overlaps(here))
        ]
        return not self._marked(here) and all(self._factive(s) for s in holders)

    def _factive(self, s: Statement) -> bool:
        """Whether a cue tells what it tells as so ("found that")."""
        return s.cue is not None and s.cue.of(self.text).lower() in _row(self.language, "found")

    # What the page checks or denies as a whole.

    def _checked(self) -> list[tuple[frozenset[str], Span]]:
        """The claims that a page denies by its title or a label, with where it does."""
        where = self._verdict()
        if where is None:
            return []
        told = [self._terms([self.title])] if self.title else []
        for sentence in self.sentences:
            head, mark, _ = sentence.of(self.text).partition(":")
            if mark and head.strip().lower() in _row(self.language, "claimed"):
                told.append(self._terms([sentence]))
        return [(terms, where) for terms in told if terms]

    def _verdict(self) -> Span | None:
        """Where a page says at its head that what it checks is not so."""
        if hit := self.said.label.search(self.text):
            return self._place(hit)
        if self.title is None:
            return None
        title = self.title
        hit = self.said.title.search(self.text, *title)
        if hit and self._voiced(self._place(hit)):
            return self._place(hit)
        if self.said.answer.match(self.text, *title):
            return title
        asked = title.start + title.of(self.text).rfind("?") + 1
        if asked == title.start:
            return None
        after = [Span(asked, title.end), *[s for s in self.sentences if s.start >= title.end][:OPENING]]
        hits = (self.said.answer.match(self.text, *x) for x in after if x.of(self.text).strip())
        return next((self._place(h) for h in hits if h), None)

    # What tells the same, and what puts it right.

    def _passed_on(self, s: Statement) -> bool:
        return s.stance in ("report", "doubt") and len(s.chain) > 1

    def _asks(self, s: Statement) -> bool:
        """Whether a telling is the question of the title, which a page that answers it does not tell as so."""
        return (
            self.title is not None
            and self.title.holds(s.span)
            and len(s.chain) == 1
            and s.stance == "assert"
            and (s.span.of(self.text).endswith("?") or self.said.answer.match(self.text, *self.title) is not None)
        )

    def _turned(self, s: Statement) -> bool:
        """Whether a telling is negated itself, or is what somebody told the page: no such thing is what it denies."""
        told = s.span.of(self.text)
        negated = self.said.negated.search(told) is not None and not self.said.kept.search(told)
        return negated or s.addressee is not None or self.said.told_us.search(s.span.of(self.text)) is not None

    def _finds(self, s: Statement, where: Span, both: frozenset[str]) -> bool:
        """Whether a telling puts right what the page denies: what a tape shows, where a figure began, what follows a verdict."""
        sentence, before = self._led(s)
        if self._shown(s) or self.said.traced.search(self.text, *before):
            return True
        if not both or self._titled(sentence):
            return False
        found = self.said.found.search(self.text, *before) is not None
        return found or (where.end <= s.span.start and len(both) < SHARED and not self._parted(where, s.span))

    def _led(self, s: Statement) -> tuple[Span, Span]:
        """The sentence of a telling, and what stands in it before the told words."""
        sentence = next((x for x in self.sentences if x.overlaps(s.span)), s.span)
        return sentence, Span(sentence.start, max(s.content[0].start, sentence.start))

    def _shown(self, s: Statement) -> bool:
        """Whether a recording or the like is what tells it."""
        return self.said.evidence.search(self.text, *self._led(s)[1]) is not None

    def _parted(self, a: Span, b: Span) -> bool:
        """Whether a paragraph ends between two passages."""
        return "\n" in self.text[min(a.end, b.end) : max(a.start, b.start)]

    def _terms(self, spans: Sequence[Span]) -> frozenset[str]:
        known, out = senses(), set()
        for span in spans:
            for w in words(self.text, *span):
                if fold(w.text) in function_words():
                    continue
                root = stem(w.text)
                out.add(fold(w.text) if w.numeric else known.get(root, root))
        return frozenset(out)

    def _same(self, s: Statement, terms: frozenset[str], both: frozenset[str]) -> bool:
        """Whether two tell the same thing: by three terms, or by two that are half of the shorter."""
        least = min(len(self.terms[s.id]), len(terms))
        return len(both) >= SHARED or (len(both) == SHARED - 1 and len(both) * 2 >= least)
