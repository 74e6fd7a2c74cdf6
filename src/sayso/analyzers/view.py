"""One sentence as the rules see it: its tokens, which of them stand in quotation marks, and the word classes of its language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sayso.lexicon.words import Cue, cues, folded, phrases, words
from sayso.model import Span
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import Token, tokens

NAMING = frozenset({"ru", "uk", "pl"})  # languages that set the names of papers and firms in quotation marks
LONGEST_NAME = 5
SCARE = 3  # marks round fewer words make a label ('moderate', "probably"), not speech: they hide no cue and end no name


@dataclass(frozen=True)
class View:
    """Tokens of one sentence with their surroundings; indices below count tokens of this sentence."""

    text: str
    span: Span
    language: str
    quotes: tuple[Quotation, ...]
    title: bool = False

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence's tokens."""
        return tokens(self.text, self.span.start, self.span.end)

    @cached_property
    def speech(self) -> tuple[Quotation, ...]:
        """Quotations that can be speech: SCARE words or more, or a short one that ends like an utterance ("Yes,")."""
        return tuple(
            q
            for q in overlapping(self.quotes, self.span)
            if (
                len(q.inner.of(self.text).split()) >= SCARE
                or not (q.opened or q.closed)
                or self._led(q)
                or (not q.single and q.inner.of(self.text)[-1:] in ",.!?…")
            )
            and not (self.language in NAMING and self._names(q))
        )

    def _led(self, quote: Quotation) -> bool:
        """Whether a short quotation opens the sentence and a dash follows it, as a Russian teller's does."""
        after = self.text[quote.span.end : min(quote.span.end + 4, self.span.end)].lstrip(" ,\u00a0")
        return self.language in ("ru", "uk") and quote.span.start == self.span.start and after.startswith(("–", "—"))

    def _names(self, quote: Quotation) -> bool:
        """Whether marks make a name of a few words: a capital and no mark in them, a word before ("газета «Голос реки и гор»")."""
        inner, before = quote.inner.of(self.text), self.text[self.span.start : quote.span.start]
        plain = len(inner.split()) <= LONGEST_NAME and inner[:1].isupper() and not any(c in ",.!?…:;" for c in inner)
        word = before.split()[-1:] if before.endswith((" ", "\u00a0")) else []
        return plain and bool(word) and word[0][-1].isalpha() and folded(word[0], self.language) not in self.cues

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token whether it stands inside speech, marks included."""
        return [bool(overlapping(self.speech, Span(t.start, t.start + 1))) for t in self.tokens]

    @cached_property
    def cues(self) -> dict[str, Cue]:
        """The verbs of telling of this language."""
        return cues(self.language)

    @cached_property
    def lows(self) -> list[str]:
        """The tokens in lower case, as the rows of the language spell them."""
        return [folded(t.text if self.language == "tr" else t.low, self.language) for t in self.tokens]

    def low(self, i: int) -> str:
        """Token i in lower case, "" outside the sentence."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def mark(self, i: int) -> bool:
        """Whether token i is a mark or lies outside the sentence."""
        return not (0 <= i < len(self.tokens)) or not self.tokens[i].word

    def isa(self, i: int, name: str) -> bool:
        """Whether token i belongs to a closed word class. English adverbs in -ly are an open class and told by their ending."""
        low = self.low(i)
        return low in words(self.language, name) or (
            name == "adverb" and self.language == "en" and len(low) > 4 and (low.endswith("ly") and not self.tokens[i].capital)
        )

    def phrase(self, i: int, kind: str) -> tuple[str, ...] | None:
        """The longest fixed expression of this kind ("according", "citing", …) that stands from token i on."""
        known = phrases(self.language, kind).get(self.low(i), ())
        return next((p for p in known if tuple(self.lows[i : i + len(p)]) == p), None)

    def cue(self, i: int) -> Cue | None:
        """The verb of telling at token i, outside quotation marks."""
        if not (0 <= i < len(self.tokens)) or self.quoted[i]:
            return None
        return self.cues.get(folded(self.tokens[i].text, self.language))

    def part(self, first: int, last: int) -> Span | None:
        """The span of tokens [first, last) without marks and quotation marks at its ends; None when no word is left."""
        while first < last and not self.tokens[first].word and not self._bracket(first, last):
            first += 1
        while last > first and not self.tokens[last - 1].word and self.tokens[last - 1].text not in ")]%":
            last -= 1
        if first >= last:
            return None
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _bracket(self, first: int, last: int) -> bool:
        return self.tokens[first].text in "([$€£" and last - first > 1

    def count(self, first: int, last: int) -> int:
        """How many words stand in [first, last)."""
        return sum(1 for t in self.tokens[max(first, 0) : last] if t.word)
