"""Whose turn it is: sentences without a cue that go on with what somebody tells in the sentences round them.

A page names a speaker once and then lets him go on: "The pump had failed at noon, Volk said. Nobody had been told. She had asked
for a new one twice." Nothing in the second sentence says whose it is but where it stands and how it is told. What may be the page's
own knowledge as well (a year, somebody new, what the speaker did, a verdict) is left to the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import pairwise

from sayso.extract.stance import Telling, judge
from sayso.extract.tenses import PAST, PRESENT, tenses
from sayso.lexicon import vocabulary
from sayso.lexicon.roles import role_of
from sayso.lexicon.silences import silent
from sayso.lexicon.tables import rows
from sayso.lexicon.words import cues, folded, words
from sayso.model import HOUSES, PERSONS, ChainLink, Document, Span, Statement
from sayso.text.months import WEEKDAY_OF
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import Token, tokens

MOST, BEHIND_SPEECH = 12, 8  # words of a plain sentence that is the speaker's; behind his own words, where pages go on themselves
RUN, LONGER = 2, 2  # English: plain sentences side by side that may be the speaker's; words that they may have more
SUPPOSED = 20  # words of one with "would" behind what is told with "would"
SENTENCES = 4  # of a paragraph that is one speaker's turn; in longer ones the page tells its own tale between
LEADING = 7  # words before the verb of a main clause that says by its form that somebody else tells it
SHORT = 5  # letters of "trait"
HEAD = 3  # words at the head of a sentence that say whom it is about
MARKED = frozenset({"de"})  # languages in whose news what others say has a mood of its own: a plain sentence is the page's
CASELESS = frozenset("ar fa ur".split())
_BESIDE = frozenset("that quote weak tag piece".split())  # frames of verbs that tell only beside speech or "that"
_OWN = frozenset("his her their my".split())
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_THESE = re.compile(r"^(?:these|those|such)\s+\w+", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence that is no furniture: where it stands, in which paragraph, whether it is the title."""

    span: Span
    paragraph: int
    title: bool = False


def carried(
    document: Document, sentences: Sequence[Sentence], quotes: Sequence[Quotation], made: Sequence[Statement]
) -> list[Statement]:
    """The statements, with those in the page's own voice that go on with a speaker given to him."""
    turns = _Turns(document, sentences, quotes, made)
    given = turns.given()
    return [given.get(s.id, s) for s in made]


@dataclass
class _Turns:
    document: Document
    sentences: Sequence[Sentence]
    quotes: Sequence[Quotation]
    made: Sequence[Statement]
    signs: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text, self.language = self.document.text, (self.document.language or "en").split("-")[0]

    @cached_property
    def by(self) -> list[list[Statement]]:
        """The statements of each sentence."""
        out: list[list[Statement]] = [[] for _ in self.sentences]
        n = 0
        for s in sorted(self.made, key=lambda s: s.content[0]):
            while n < len(out) - 1 and self.sentences[n].span.end <= s.content[0].start:
                n += 1
            out[n].append(s)
        return out

    def given(self) -> dict[str, Statement]:
        """What is given to a speaker, by id."""
        out: dict[str, Statement] = {}
        teller = before = None  # who tells the sentence before; who told something last in the paragraph
        for n, sentence in enumerate(self.sentences):
            if sentence.title or n == 0 or sentence.paragraph != self.sentences[n - 1].paragraph:
                teller = before = None
            here = self.by[n]
            if any(len(s.chain) > 1 for s in here):
                teller = before = None if silent(self.text, sentence.span) else self._teller(here)
                continue
            sign = self._sign(n, teller, before) if here and not sentence.title else ""
            if sign:
                self.signs.append((sign, n))
                teller = teller or before
                out |= {s.id: self._told(s, teller) for s in here if teller is not None}
            elif here:
                teller = None
        return out

    def _teller(self, here: Sequence[Statement]) -> Statement | None:
        """Whoever tells a sentence: of tellings within his own the outermost; nobody where two tell it."""
        told = [s for s in here if len(s.chain) > 1]
        outer = min(told, key=lambda s: (len(s.chain), s.span.start))
        if outer.cue is not None and outer.cue.of(self.text).lower() in words(self.language, "wish verb"):
            return None  # "Kamerlid S wil een debat": the page goes on
        return outer if all(outer.chain[-1].source in {k.source for k in s.chain} for s in told) else None

    def _told(self, s: Statement, teller: Statement) -> Statement:
        chain = (teller.chain[0], *(self._link(k, s.span) for k in teller.chain[1:]))
        act = judge(self.text, Telling(s.span, None, s.content, "indirect", True), self.language)
        return replace(
            s,
            chain=chain,
            voice="indirect",
            stance=act,
            attribution=teller.attribution,
            cue=teller.cue,
            addressee=teller.addressee,
            verdict=None,
        )

    def _link(self, link: ChainLink, span: Span) -> ChainLink:
        return replace(link, span=link.span if link.span and span.holds(link.span) else None, cue=None)

    def _sign(self, n: int, teller: Statement | None, before: Statement | None) -> str:
        """What says that a sentence goes on with a teller; empty: nothing does."""
        if before is not None and self._by_form(n):
            return "form"
        if before is not None and n and self._other_account(n - 1) and not self._pages(n) and not self._newcomers(n):
            return "account"
        if before is not None and before.voice != "direct" and _THESE.match(self.sentences[n].span.of(self.text)):
            return "these"
        if teller is None or self._pages(n):
            return ""
        if self._partly_quoted(n):
            return "quote"
        if self.language in MARKED or not self._short(n, teller) or self._beside(teller):
            return ""
        last = self._last(n, teller)
        if self._between(last, teller):
            return "between"
        if self._ends_turn(last):
            return "turn"
        return "before" if self._before(last) else ""

    def _other_account(self, n: int) -> bool:
        """Whether an English sentence only says that somebody has another account: "Volk sees it differently." He tells it next."""
        said = self.sentences[n].span.of(self.text)
        return self.language == "en" and (teller := _ACCOUNT.search(said)) is not None and len(said) - teller.end() <= 1

    def _words(self, n: int) -> list[Token]:
        return [t for t in tokens(self.text, *self.sentences[n].span) if t.word]

    def _lows(self, n: int) -> list[str]:
        return [folded(t.text if self.language == "tr" else t.low, self.language) for t in self._words(n)]

    def _by_form(self, n: int) -> bool:
        """Whether a little word, or the verb, says that somebody else tells it ("мовляв", "Sie sei sicher.", "… bulmuş.")."""
        low = self._lows(n)
        if set(low) & words(self.language, "quotative"):
            return True
        endings = tuple(words(self.language, "told at the end"))
        if endings and low and low[-1].endswith(endings) and low[-1] not in words(self.language, "not told at the end"):
            return True
        lesser = words(self.language, "that") | words(self.language, "clause") | {"ich", "wie", "was", "wer"}
        at = next((k for k in range(min(len(low), LEADING + 1)) if self._in_mood(n, k)), LEADING + 1)
        return at <= LEADING and not set(low[:at]) & lesser and not set(low) & words(self.language, "condition")

    def _in_mood(self, n: int, k: int) -> bool:
        """Whether a verb stands in a mood in which what others say is told.

        Behind somebody's telling a page's own guesses are rare: of 14 such sentences on 29 real German pages all were the teller's.
        """
        said, low = self._words(n), self._lows(n)
        if self.language == "pl":  # "Miał je przyjmować w gabinecie": a past of having with an infinitive
            return low[k] in words("pl", "hearsay") and any(w.endswith("ć") for w in low[k + 1 : k + 6])
        if not k or said[k].capital or low[k + 1 : k + 2] in (["dank"], ["denn"]) or self._apart(n, k):
            return False
        if low[k] in words(self.language, "reported"):
            return True
        if low[k] in words(self.language, "no hearsay") or set(low[k + 1 : k + 2]) & words(self.language, "wish"):
            return False
        endings = tuple(words(self.language, "hearsay ending"))
        if low[k] in words(self.language, "hearsay") or (endings and len(low[k]) > SHORT and low[k].endswith(endings)):
            return True
        return self.language == "de" and low[k].endswith("e") and self._second(said, k)

    def _apart(self, n: int, k: int) -> bool:
        """Whether a verb ends a clause, or stands behind a comma: it is no main verb then."""
        said, span = self._words(n), self.sentences[n].span
        after = self.text[said[k].end : min(said[k].end + 1, span.end)]
        return after in ",.:;)" or "," in self.text[span.start : said[k].start]

    def _second(self, said: Sequence[Token], k: int) -> bool:
        """Whether k is the place of the verb in a German main clause, and no "-te" of the past: "er mache", "die Stadt zahle"."""
        low = [t.low for t in said]
        if low[k].endswith("te") or low[k] in words("de", "no subjunctive") | words("de", "determiner"):
            return False
        pronoun = k == 1 and low[0] in ("er", "sie", "es", "man", "das", "dies")
        return pronoun or (k == 2 and low[0] in words("de", "determiner") and said[1].capital)

    def _partly_quoted(self, n: int) -> bool:
        """Whether words of somebody's stand within the sentence, and nobody new who could have said them."""
        span = self.sentences[n].span
        for q in overlapping(self.quotes, span):
            said = q.inner.of(self.text)
            if (
                not q.single
                and span.start < q.span.start
                and q.span.end <= span.end
                and len(said.split()) > 1
                and said[0].islower()
            ):
                return not self._newcomers(n) and not any(role_of(t, self.language) in PERSONS for t in self._words(n)[:HEAD])
        return False

    def _pages(self, n: int) -> bool:
        """Whether a sentence is the page's by what it says: a question, a verdict, somebody's silence, a turn to something else."""
        span = self.sentences[n].span
        low, said = " ".join(span.of(self.text).lower().split()), self._lows(n)
        return (
            low.endswith("?")
            or said[0] in words(self.language, "own turn")
            or low.startswith("(")
            or bool(set(said) & words(self.language, "evidence"))
            or low.startswith(_verdicts(self.language, "back"))
            or bool({*said[:HEAD]} & {*_verdicts(self.language, "thing")} and {*said} & {*_verdicts(self.language, "untrue")})
            or silent(self.text, span)
            or judge(self.text, Telling(span, None, (), "own", False), self.language) in ("doubt", "retract", "correct")
        )

    def _short(self, n: int, teller: Statement) -> bool:
        """Whether it is short, and says nothing that a page knows by itself: no year, nobody new, not what the teller did."""
        if self.language == "en":
            most = LONGER + (BEHIND_SPEECH if teller.voice == "direct" else MOST)
        else:
            part = teller.voice in ("direct", "mixed") and self.text[teller.content[0].start].islower()  # "called it “a loss”"
            most = BEHIND_SPEECH if part else MOST
        return (
            len(self._words(n)) <= (SUPPOSED if self._supposed(n, teller) else most)
            and not _YEAR.search(self.sentences[n].span.of(self.text))
            and not self._newcomers(n)
            and teller.chain[-1].name is not None
            and teller.chain[-1].kind not in HOUSES  # "the paper cites a letter": the page tells of it
            and not self._about(n, teller)
            and not self._others(n, teller)
            and (self.language != "en" or self._in_tense(n, teller))
        )

    def _newcomers(self, n: int) -> bool:
        """Whether the sentence has a name that the page did not have before; in German, where nouns have capitals, a double one."""
        if self.language in CASELESS:
            return False
        known = {t.low for t in tokens(self.text, 0, self.sentences[n].span.start)}
        said = self._words(n)[1:]
        days = WEEKDAY_OF if self.language == "en" else {}
        fresh = [t.capital and t.low not in known and t.low not in days for t in said]
        if self.language == "de":
            return any(a and b for a, b in pairwise(fresh))
        return any(fresh)

    def _about(self, n: int, teller: Statement) -> bool:
        """Whether its head names the teller: then the page tells of him."""
        own = {t.low for k in teller.chain[1:] for t in tokens(k.name or "") if t.word and (t.capital or role_of(t, self.language))}
        return any(t.low in own for t in self._words(n)[:HEAD])

    def _others(self, n: int, teller: Statement) -> bool:
        """Whether it may be another's: of people at its head, with a verb of telling, or of the page ("we", its name)."""
        said, low = self._words(n), self._lows(n)
        told = {t.low for c in teller.content for t in tokens(self.text, *c)}
        ours = words(self.language, "ours") | words(self.language, "first person")
        outlet = {t.low for t in tokens(self.document.outlet or "") if t.capital} - told - words(self.language, "determiner")
        return (
            (any(role_of(t, self.language) in PERSONS for t in said[:HEAD]) and not self._kin(n))
            or any(role_of(t, self.language) in HOUSES for t in said)
            or any(self._tells(n, low, k) and not self._bare(low, k) and not self._of_nobody(low, k) for k in range(len(low)))
            or bool(set(low) & ours and not told & ours)
            or any(t.capital and t.low in outlet for t in said)
            or (self.language not in CASELESS and self._name(n) and said[0].low not in told)
        )

    def _tells(self, n: int, low: Sequence[str], k: int) -> bool:
        """Whether word k can tell here: with the word it needs ("gaat ervan uit"), a "that" or speech ("dreigt" alone happens)."""
        known = cues(self.language)
        cue = known.get(low[k]) or known.get(low[k].removeprefix("و"))
        if cue is None or self.language == "en":
            return cue is not None
        said = self.sentences[n].span.of(self.text)
        beside = bool(set(low) & words(self.language, "that")) or any(c in said for c in ':"“”„«»–—')
        fits = [c for c in (cue, *cue.others) if not c.particles or {w for p in c.particles for w in p.split("_")} & set(low)]
        return any(c.frame not in _BESIDE or beside for c in fits)

    def _of_nobody(self, low: Sequence[str], k: int) -> bool:
        """Whether a word tells of nobody ("nadie les avisó")."""
        return self.language != "en" and bool(set(low[:k]) & words(self.language, "nought"))

    def _name(self, n: int) -> bool:
        """Whether the first word is a name: the page has it with a capital within a sentence, no headline."""
        head = self._words(n)[0]
        if head.low in words(self.language, "determiner"):
            return False
        titles = [s.span for s in self.sentences if s.title]
        found = re.finditer(rf"[\w,] {re.escape(head.text)}\b", self.text)
        return any(not (self.language == "en" and any(t.start <= m.start() < t.end for t in titles)) for m in found)

    def _bare(self, low: Sequence[str], k: int) -> bool:
        """Whether an English word that can tell is no finite verb here: "nothing to fear", but "families fear"."""
        return self.language == "en" and cues("en")[low[k]].lemma == low[k] and not (k and low[k - 1].endswith("s"))

    def _in_tense(self, n: int, teller: Statement) -> bool:
        """Whether it has the tense in which the teller's words are told: "said it had failed. Nobody had been told"."""
        told = [t.low for c in teller.content for t in tokens(self.text, *c)]
        bare = teller.chain[-1].kind == "document" and not {*told} & (PAST | PRESENT | words("en", "past"))
        return not bare and bool(tenses(self._lows(n)) & tenses(told))  # "The sheet has 23 names" has no tense of its own

    def _beside(self, teller: Statement) -> bool:
        """Whether somebody tells only beside what the sentence is about ("…, with some polls indicating that C")."""
        return self.language == "en" and teller.cue is not None and teller.cue.of(self.text).endswith("ing")

    def _kin(self, n: int) -> bool:
        """Whether an English sentence begins with somebody's family: "Her late husband had built it" is hers to tell."""
        said = self._lows(n)[:HEAD]
        return said[0] in _OWN and any(w in vocabulary.words("people", "voice: kin") for w in said)

    def _supposed(self, n: int, teller: Statement) -> bool:
        """Whether an English sentence is told with "would", as what the teller said is: the page's own plans have "will"."""
        told = {t.low for c in teller.content for t in tokens(self.text, *c)}
        said = set(self._lows(n))
        return self.language == "en" and teller.voice != "direct" and "would" in said & told and "if" not in said

    def _last(self, n: int, teller: Statement) -> int:
        """The last of the sentences from n on that may all go on with a teller: RUN of them at most."""
        last, most = n, RUN if self.language == "en" else 1
        while last + 1 < len(self.sentences) and last + 1 - n < most and self._plain(last + 1, n) and self._short(last + 1, teller):
            last += 1
        return last

    def _plain(self, n: int, before: int) -> bool:
        return self.sentences[n].paragraph == self.sentences[before].paragraph and not (
            any(len(s.chain) > 1 for s in self.by[n]) or self._pages(n)
        )

    def _between(self, n: int, teller: Statement) -> bool:
        """Whether the next sentence of the paragraph is told, too: by the same teller, or by another one who has his turn then.

        Of 20 such short sentences in paragraphs of up to five, in ten languages, all were a teller's, 18 of them this one's.
        """
        paragraph = self.sentences[n].paragraph
        if n + 1 >= len(self.sentences) or self.sentences[n + 1].paragraph != paragraph:
            return False
        after = [s for s in self.by[n + 1] if len(s.chain) > 1]
        his = bool(after) and all(s.chain[-1].source == teller.chain[-1].source for s in after)
        if his or not after or self.language == "en":
            return his  # what stands before another's telling an English page tells itself ("The guild gave another account")
        return sum(s.paragraph == paragraph for s in self.sentences[max(n - SENTENCES, 0) : n + SENTENCES + 1]) <= SENTENCES + 1

    def _ends_turn(self, n: int) -> bool:
        """Whether it ends a short paragraph, but not the page: the last word is the page's own."""
        paragraph = self.sentences[n].paragraph
        if n + 1 == len(self.sentences) or self.sentences[n + 1].paragraph == paragraph:
            return False
        return n < SENTENCES or self.sentences[n - SENTENCES].paragraph != paragraph

    def _before(self, n: int) -> bool:
        """Whether another tells the next sentence of its paragraph, or the next one ends the turn of whoever goes on in this."""
        last = n + 1 == len(self.sentences) or self.sentences[n + 1].paragraph != self.sentences[n].paragraph
        if last or self.language == "en" or not words(self.language, "own turn"):
            return False  # no rows say what turns to something else; English has "The guild gave another account", told by the page
        if any(len(s.chain) > 1 for s in self.by[n + 1]):
            return not silent(self.text, self.sentences[n + 1].span)
        return bool(self.by[n + 1]) and self._ends_turn(n + 1)


_ACCOUNT = re.compile(
    r"\b(?:(?:an?other|a (?:very |quite |rather |wholly |somewhat )?different|his own|her own|their own|its own) "
    + vocabulary.one_of("tellings", "an account")
    + r"|(?:it|this|that|things|events|the \w+) (?:differently|otherwise))\W*$"
)


@cache
def _verdicts(language: str, where: str) -> tuple[str, ...]:
    """Words of a verdict: whole ones ("back"), or the thing told and what it is called ("thing", "untrue": "O vídeo é falso")."""
    found = (r for r in rows("verdicts") if r["lang"] == language and r["where"] == where)
    return tuple(w.strip() for r in found for w in str(r["words"]).split(","))
