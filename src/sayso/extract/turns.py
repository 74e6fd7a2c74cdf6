"""Whose turn it is: sentences without a cue that go on with what somebody tells in the sentences round them.

A page names a speaker once and then lets him go on: "The pump had failed at noon, Volk said. Nobody had been told. She had asked
for a new one twice." Nothing in the second sentence says whose it is but where it stands and how it is told. What can be the page's
own knowledge as well (whose it is not, a year, a name, a verdict) is left to the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.extract.stance import Telling, judge
from sayso.extract.statements import Sentence
from sayso.lexicon.tables import rows
from sayso.lexicon.words import folded, words
from sayso.model import ChainLink, Document, Span, Statement
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import Token, tokens

MOST = 12
SENTENCES = 4
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def carried(document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quotation], made: list[Statement]) -> list[Statement]:
    """The statements, with those of the page's own voice that go on with a speaker given to him."""
    turns = _Turns(document, sentences, quotes, made)
    return [turns.given.get(s.id, s) for s in made]


class _Turns:
    def __init__(self, document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quotation], made: list[Statement]) -> None:
        self.text, self.language = document.text, (document.language or "en").split("-")[0]
        self.sentences, self.quotes = sentences, quotes
        self.by = [[s for s in made if any(c.overlaps(x.span) for c in s.content)] for x in sentences]
        self.given: dict[str, Statement] = {}
        self.signs = []
        teller: Statement | None = None
        for n, sentence in enumerate(sentences):
            if n == 0 or sentence.paragraph != sentences[n - 1].paragraph or sentence.title:
                teller = None
            here = self.by[n]
            if not here:
                continue
            if any(len(s.chain) > 1 for s in here):
                teller = self._teller(here)
            elif (sign := self._sign(n, teller)) is not None:
                teller = sign[1]
                self.signs.append((sign[0], n))
                for s in here:
                    self.given[s.id] = self._told(s, teller)
            else:
                teller = None

    def _teller(self, here: list[Statement]) -> Statement | None:
        told = [s for s in here if len(s.chain) > 1]
        outer = min(told, key=lambda s: (len(s.chain), -s.span.start))
        return outer if all(self._one(outer) in {k.source for k in s.chain} for s in told) else None

    def _one(self, s: Statement):
        return s.chain[-1].source

    def _told(self, s: Statement, teller: Statement) -> Statement:
        chain = (teller.chain[0], *(replace(k, span=None, cue=None) for k in teller.chain[1:]))
        act = judge(self.text, Telling(s.span, None, s.content, "indirect", True), self.language)
        return replace(s, chain=chain, voice="indirect", stance=act, attribution=teller.attribution, addressee=teller.addressee)

    def _sign(self, n: int, teller: Statement | None):
        s = self.sentences[n]
        if s.title:
            return None
        before = self.sentences[n - 1].span
        here = self.by[n]
        if teller is None or self._pages(n):
            return None
        last = n + 1 == len(self.sentences)
        names = self._names(n)
        if self._quoting(n) and not names:
            return "quote", teller
        nxt = None if last or self.sentences[n + 1].paragraph != s.paragraph or not self.by[n + 1] else self._teller(self.by[n + 1]) if any(len(x.chain) > 1 for x in self.by[n + 1]) else None
        if nxt is not None and nxt.chain[-1].source == teller.chain[-1].source and nxt.chain[-1].source is not None:
            return "between", teller
        if self._plain(n, teller, names, last):
            return "plain", teller
        return None

    def _listed(self, n):
        return [t for t in tokens(self.text, *self.sentences[n].span) if t.word]

    def _names(self, n: int) -> list[str]:
        """Names that the page has not told of before the sentence"""
        if self.language == "ar":
            return []
        known = {t.low for t in tokens(self.text, 0, self.sentences[n].span.start)}
        said = self._listed(n)
        caps = [t for t in said[1:] if t.capital and t.low not in known]
        if self.language == "de":
            return [b.text for a, b in zip(said, said[1:]) if a.capital and b.capital and a is not said[0] and a.low not in known and b.low not in known]
        return [t.text for t in caps]

    def _quoting(self, n):
        span = self.sentences[n].span
        for q in overlapping(self.quotes, span):
            w = q.inner.of(self.text)
            if span.holds(q.span) and not q.single and len(w.split()) >= 2 and w[:1].islower() and q.span.start > span.start:
                return True
        return False

    def _pages(self, n):
        text = self.sentences[n].span.of(self.text)
        low = text.lower()
        from sayso.extract.disavowals import _words
        if any(low.startswith(w) for w, _ in _words(self.language, "back")):
            return True
        if "?" in text: return True
        return False

    def _plain(self, n, teller, names, last):
        said = self._listed(n)
        s = self.sentences[n]
        if last or names or len(said) > MOST or _YEAR.search(s.span.of(self.text)):
            return False
        if teller.chain[-1].name is None or teller.voice == "headline":
            return False
        mine = [m for m, x in enumerate(self.sentences) if x.paragraph == s.paragraph]
        if len(mine) > SENTENCES or n != mine[-1]:
            return False
        return True
